/* kp-entry-sheet.c – empty sheets for entering the marks of a paper, with numbers alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever types marks sees a number and nothing else: neither name nor post. With secret numbers these, in their order;
 * without them tickets in the order of the seats, as the papers lie in the room's bag. */

#include "kp-entry-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-marked-paper.h"

static const KpListColumn ticket_columns[] = {
  { "ticket", "准考证号", 16, KP_LIST_TEXT },
  { "mark", "分数", 10, KP_LIST_TEXT },
};

static const KpListColumn secret_columns[] = {
  { "secret", "密号", 16, KP_LIST_TEXT },
  { "mark", "分数", 10, KP_LIST_TEXT },
};

static gint
compare_seats (gconstpointer a, gconstpointer b)
{
  const KpSeatRecord *first = (*(const KpDossier *const *) a)->seat;
  const KpSeatRecord *second = (*(const KpDossier *const *) b)->seat;
  const gint site = first != NULL && second != NULL ? strcmp (first->site, second->site) : 0;

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  if (site != 0)
    return site;
  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->seat < second->seat ? -1 : first->seat > second->seat;
}

static void
add_secrets (KpList *list, const KpMarkedPaper *paper)
{
  for (guint i = 0; i < paper->secrets->len; i++)
    kp_list_add_row (list, (const char *[]){ ((const KpSecretNumberRecord *) g_ptr_array_index (paper->secrets, i))->number,
                                             "" });
}

static void
add_tickets (KpList *list, const KpMarkedPaper *paper, guint room)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (paper->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (paper->roster, i);

      if (kp_marked_paper_is_sat_by (paper, dossier) &&
          (room == 0 || (dossier->seat != NULL && dossier->seat->room == room)))
        g_ptr_array_add (dossiers, (gpointer) dossier);
    }
  g_ptr_array_sort (dossiers, compare_seats);
  for (guint i = 0; i < dossiers->len; i++)
    kp_list_add_row (list, (const char *[]){ kp_marked_paper_get_number (paper, g_ptr_array_index (dossiers, i)), "" });
}

/**
 * kp_entry_sheet_make:
 * @session: a session; only read
 * @code: of the paper
 * @room: of one room alone; 0 = all
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR; secret numbers know no room
 */
KpList *
kp_entry_sheet_make (KpSession *session, const char *code, guint room, GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autofree char *title = NULL;
  KpList *list;

  if (!kp_marked_paper_load (&paper, session, code, error))
    return NULL;
  if (paper.secrets->len > 0 && room > 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _ ("Paper “%s” is entered by secret numbers, which know no room; leave out --room."), code);
      return NULL;
    }
  title = room > 0 ? g_strdup_printf ("登分表（科目%s 第%03u考场）", code, room) : g_strdup_printf ("登分表（科目%s）", code);
  list = paper.secrets->len > 0 ? kp_list_new (title, NULL, secret_columns, G_N_ELEMENTS (secret_columns))
                                : kp_list_new (title, NULL, ticket_columns, G_N_ELEMENTS (ticket_columns));
  if (paper.secrets->len > 0)
    add_secrets (list, &paper);
  else
    add_tickets (list, &paper, room);
  return list;
}
