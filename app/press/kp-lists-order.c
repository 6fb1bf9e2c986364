/* kp-lists-order.c – in which order the people of a list stand: never by name.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-lists-order.h"

#include <string.h>

#include "kp-direct-hires.h"
#include "kp-press-private.h"

/** kp_lists_compare_applications: by registration number; for g_ptr_array_sort (). */
gint
kp_lists_compare_applications (gconstpointer a, gconstpointer b)
{
  const KpDossier *first = *(const KpDossier *const *) a;
  const KpDossier *second = *(const KpDossier *const *) b;

  return strcmp (first->application->application, second->application->application);
}

/** kp_lists_compare_tickets: by ticket; for g_ptr_array_sort (). */
gint
kp_lists_compare_tickets (gconstpointer a, gconstpointer b)
{
  const KpDossier *first = *(const KpDossier *const *) a;
  const KpDossier *second = *(const KpDossier *const *) b;
  const gint order = strcmp (kp_press_get_ticket (first), kp_press_get_ticket (second));

  return order != 0 ? order : kp_lists_compare_applications (a, b);
}

/* By post and place; whoever has none comes last. */
static gint
compare_by_place (const char *post_a, gint64 place_a, const char *post_b, gint64 place_b)
{
  const gint order = strcmp (post_a, post_b);

  if (order != 0 || place_a == place_b)
    return order;
  if (place_a == KP_NO_INT || place_b == KP_NO_INT)
    return place_a == KP_NO_INT ? 1 : -1;
  return place_a < place_b ? -1 : 1;
}

/** kp_lists_compare_written: by post and place on the list of the interview; for g_ptr_array_sort (). */
gint
kp_lists_compare_written (gconstpointer a, gconstpointer b)
{
  const KpShortlistRecord *first = (*(const KpDossier *const *) a)->shortlist;
  const KpShortlistRecord *second = (*(const KpDossier *const *) b)->shortlist;
  const gint order = compare_by_place (first->post, first->place, second->post, second->place);

  return order != 0 ? order : kp_lists_compare_tickets (a, b);
}

/** kp_lists_compare_hearings: by room and number; for g_ptr_array_sort (). */
gint
kp_lists_compare_hearings (gconstpointer a, gconstpointer b)
{
  const KpHearingRecord *first = (*(const KpDossier *const *) a)->hearing;
  const KpHearingRecord *second = (*(const KpDossier *const *) b)->hearing;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

/** kp_lists_compare_totals: by post and place; who is hired without exam comes first; for g_ptr_array_sort (). */
gint
kp_lists_compare_totals (gconstpointer a, gconstpointer b)
{
  const KpTotalRecord *first = (*(const KpDossier *const *) a)->total;
  const KpTotalRecord *second = (*(const KpDossier *const *) b)->total;
  const gboolean is_first_direct = kp_direct_is_hired (first);
  const gint order = compare_by_place (first->post, first->place, second->post, second->place);

  if (is_first_direct != kp_direct_is_hired (second) && g_str_equal (first->post, second->post))
    return is_first_direct ? -1 : 1;
  return order != 0 ? order : kp_lists_compare_tickets (a, b);
}

/** kp_lists_compare_contracts: by number; for g_ptr_array_sort (). */
gint
kp_lists_compare_contracts (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const KpDossier *const *) a)->contract->number,
                 (*(const KpDossier *const *) b)->contract->number);
}

/** kp_lists_compare_heats: by post; the last test first, then by place; for g_ptr_array_sort (). */
gint
kp_lists_compare_heats (gconstpointer a, gconstpointer b)
{
  const KpHeatRecord *first = kp_dossier_get_last_heat (*(const KpDossier *const *)a);
  const KpHeatRecord *second = kp_dossier_get_last_heat (*(const KpDossier *const *)b);
  gint order = strcmp (first->post, second->post);

  if (order == 0 && first->heat != second->heat)
    return first->heat > second->heat ? -1 : 1;
  if (order == 0)
    order = compare_by_place (first->post, first->place, second->post, second->place);
  return order != 0 ? order : kp_lists_compare_tickets (a, b);
}
