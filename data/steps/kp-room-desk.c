/* kp-room-desk.c – one interview room as its score keeper sees it: numbers and marks, no name.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-desk.h"

#include "kp-interview-tables.h"
#include "kp-mark.h"
#include "kp-room-package.h"

static void
candidate_free (gpointer data)
{
  KpRoomCandidate *candidate = data;

  g_free (candidate->code);
  g_free (candidate->result);
  g_clear_pointer (&candidate->marks, g_ptr_array_unref);
  g_clear_pointer (&candidate->barred, g_array_unref);
  g_free (candidate);
}

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const KpRoomCandidate *first = *(const KpRoomCandidate *const *) a;
  const KpRoomCandidate *second = *(const KpRoomCandidate *const *) b;

  return first->number < second->number ? -1 : first->number > second->number;
}

static GArray *
find_barred (const KpPanelField *field,
             guint room,
             const KpDossier *dossier)
{
  GArray *barred = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < field->seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (field->seats, i);
      const KpExaminerRecord *examiner = seat->room == room ? kp_panel_field_find (field, seat->examiner) : NULL;
      const guint number = (guint) seat->seat;

      if (examiner != NULL && kp_panel_field_is_related (field, examiner, dossier))
        g_array_append_val (barred, number);
    }
  return barred;
}

static char *
dup_result (const KpScheme *scheme,
            const KpInterviewRecord *interview)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  if (interview == NULL)
    return NULL;
  if (interview->raw != KP_NO_INT)
    return kp_mark_dup_text (interview->raw, scheme->interview.panel.decimals);
  kp_mark_state_from_name (interview->state, &state);
  return g_strdup (kp_mark_state_get_chinese (state));
}

static gboolean
fill_candidate (KpSession *session,
                KpRoomCandidate *candidate,
                GError **error)
{
  g_autofree KpHearingCheckRecord *check = NULL;
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);

  candidate->marks = kp_table_select (db, &kp_panel_mark_table, campaign, "AND code = $2 " KP_PANEL_MARKS_GIVEN,
                                      KP_BINDS (KP_TEXT (candidate->code)), error);
  if (candidate->marks == NULL
      || !kp_table_find (db, &kp_hearing_check_table, campaign, KP_BINDS (KP_TEXT (candidate->code)), &check, error))
    return FALSE;
  candidate->state = check != NULL               ? KP_ROOM_CHECKED
                     : candidate->result != NULL ? KP_ROOM_ENTERED
                                                 : KP_ROOM_WAITING;
  return TRUE;
}

/**
 * kp_room_desk_load:
 * @session: a session; only read
 * @room: number of a room; of a room package it is always its own
 * @error: return location
 *
 * 面试考场: whoever keeps the scores knows candidates by the number that they drew.
 *
 * Returns: (transfer full) (nullable): the room, without candidates where nothing is drawn; or %NULL with #KP_DATA_ERROR
 */
KpRoomDesk *
kp_room_desk_load (KpSession *session,
                   guint room,
                   GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpPanelField) field = kp_panel_field_load (session, error);
  g_autoptr (KpRoomDesk) desk = g_new0 (KpRoomDesk, 1);
  g_autofree KpRoomPackageRecord *row = NULL;

  desk->candidates = g_ptr_array_new_with_free_func (candidate_free);
  desk->is_only = kp_session_is_room_package (session);
  if (field == NULL || (desk->is_only && !kp_room_package_load_row (session, &row, error)))
    return NULL;
  room = row != NULL ? (guint) row->room : room;
  desk->room = room;
  desk->n_rooms = field->policy.n_rooms;
  for (guint i = 0; i < kp_roster_get_n_dossiers (field->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (field->roster, i);
      KpRoomCandidate *candidate;

      if (dossier->hearing == NULL || dossier->hearing->room != room)
        continue;
      candidate = g_new0 (KpRoomCandidate, 1);
      g_ptr_array_add (desk->candidates, candidate);
      candidate->code = g_strdup (dossier->hearing->code);
      candidate->number = (guint) dossier->hearing->number;
      candidate->is_absent = dossier->attendance != NULL && g_str_equal (dossier->attendance->state, "absent");
      candidate->result = dup_result (scheme, dossier->interview);
      candidate->barred = find_barred (field, room, dossier);
      if (!fill_candidate (session, candidate, error))
        return NULL;
    }
  g_ptr_array_sort (desk->candidates, compare_numbers);
  return g_steal_pointer (&desk);
}

/** kp_room_candidate_is_barred: whether that examiner must stay away from this candidate. */
gboolean
kp_room_candidate_is_barred (const KpRoomCandidate *candidate,
                             guint examiner)
{
  for (guint i = 0; i < candidate->barred->len; i++)
    {
      if (g_array_index (candidate->barred, guint, i) == examiner)
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_room_desk_free:
 * @desk: (transfer full): a room
 *
 * Frees it with its candidates.
 */
void
kp_room_desk_free (KpRoomDesk *desk)
{
  g_ptr_array_unref (desk->candidates);
  g_free (desk);
}
