/* kp-wait-desk.c – the waiting room of the interview: who is here, and the numbers of each room for the wall.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-wait-desk.h"

#include <string.h>

#include "kp-draw-record.h"

#define PURPOSE "interview-order:"

static void
person_free (gpointer data)
{
  KpWaitPerson *person = data;

  g_free (person->ticket);
  g_free (person->name);
  g_free (person);
}

static void
draw_free (gpointer data)
{
  KpWaitDraw *draw = data;

  g_free (draw->post);
  g_free (draw->commitment);
  g_free (draw->source);
  g_free (draw->public_part);
  g_free (draw);
}

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const KpWaitNumber *first = a;
  const KpWaitNumber *second = b;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static gint
compare_people (gconstpointer a,
                gconstpointer b)
{
  return strcmp ((*(const KpWaitPerson *const *) a)->ticket, (*(const KpWaitPerson *const *) b)->ticket);
}

static void
add_number (KpWaitDesk *desk,
            const KpDossier *dossier,
            gboolean is_absent)
{
  const KpWaitNumber number = {
    .room = (guint) dossier->hearing->room,
    .number = (guint) dossier->hearing->number,
    .state = is_absent                    ? KP_WAIT_ABSENT
             : dossier->interview != NULL ? KP_WAIT_HEARD
                                          : KP_WAIT_WAITING,
  };

  g_array_append_val (desk->numbers, number);
}

static void
add_person (KpWaitDesk *desk,
            const KpDossier *dossier)
{
  const gboolean is_absent = dossier->attendance != NULL && g_str_equal (dossier->attendance->state, "absent");
  KpWaitPerson *person;

  desk->n_expected++;
  desk->n_absent += is_absent;
  if (dossier->hearing != NULL)
    add_number (desk, dossier, is_absent);
  if (dossier->attendance != NULL && !is_absent)
    {
      desk->n_in++;
      return;
    }
  person = g_new0 (KpWaitPerson, 1);
  person->ticket = g_strdup (dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application);
  person->name = g_strdup (dossier->person->name);
  person->is_absent = is_absent;
  g_ptr_array_add (desk->missing, person);
}

static gboolean
add_draws (KpSession *session,
           KpWaitDesk *desk,
           GError **error)
{
  g_autoptr (GPtrArray) attempts = kp_draw_record_list (session, error);

  for (guint i = 0; attempts != NULL && i < attempts->len; i++)
    {
      const KpDrawAttempt *attempt = g_ptr_array_index (attempts, i);
      KpWaitDraw *draw;

      if (!attempt->is_last || !g_str_has_prefix (attempt->draw->purpose, PURPOSE))
        continue;
      draw = g_new0 (KpWaitDraw, 1);
      draw->post = g_strdup (attempt->draw->purpose + strlen (PURPOSE));
      draw->commitment = g_strdup (attempt->draw->commitment);
      draw->source = g_strdup (attempt->source);
      draw->public_part = g_strdup (attempt->draw->public_part);
      g_ptr_array_add (desk->draws, draw);
    }
  return attempts != NULL;
}

static gboolean
add_closing (KpSession *session,
             KpWaitDesk *desk,
             GError **error)
{
  g_autofree KpHallClosingRecord *closing = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_hall_closing_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (KP_HALL_INTERVIEW), KP_TEXT (""), KP_INT (0)), &closing, error))
    return FALSE;
  desk->closed_at = closing != NULL ? g_strdup (closing->at) : NULL;
  return TRUE;
}

/**
 * kp_wait_desk_load:
 * @session: a session; only read
 * @error: return location
 *
 * Returns: (transfer full) (nullable): everybody on the interview's list as they stand; or %NULL with #KP_DATA_ERROR
 */
KpWaitDesk *
kp_wait_desk_load (KpSession *session,
                   GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (KpWaitDesk) desk = g_new0 (KpWaitDesk, 1);

  desk->missing = g_ptr_array_new_with_free_func (person_free);
  desk->numbers = g_array_new (FALSE, FALSE, sizeof (KpWaitNumber));
  desk->draws = g_ptr_array_new_with_free_func (draw_free);
  if (roster == NULL)
    return NULL;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_dossier_is_on_shortlist (kp_roster_get_dossier (roster, i)))
      add_person (desk, kp_roster_get_dossier (roster, i));
  g_array_sort (desk->numbers, compare_numbers);
  g_ptr_array_sort (desk->missing, compare_people);
  return add_draws (session, desk, error) && add_closing (session, desk, error) ? g_steal_pointer (&desk) : NULL;
}

/** kp_wait_desk_free: @desk (transfer full), with all that it owns. */
void
kp_wait_desk_free (gpointer data)
{
  KpWaitDesk *desk = data;

  g_free (desk->closed_at);
  g_ptr_array_unref (desk->missing);
  g_array_unref (desk->numbers);
  g_ptr_array_unref (desk->draws);
  g_free (desk);
}
