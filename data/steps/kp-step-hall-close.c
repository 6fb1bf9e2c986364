/* kp-step-hall-close.c – the door is closed: who isn't in the room is absent.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-absence.h"
#include "kp-hall-desk.h"
#include "kp-step-hall.h"

/* Nobody is absent before the last minute in which somebody may come. */
static gboolean
check_time (KpSession *session,
            const KpSchemeSitting *sitting,
            GError **error)
{
  const guint end = sitting->start + sitting->late_minutes;
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *day = kp_date_dup_iso (sitting->date);
  KpMoment moment;

  if (kp_moment_parse (now, &moment) && kp_hall_decide_entry (sitting, moment) == KP_ENTRY_OVER)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Candidates may come in until %02u:%02u on %s, so nobody is absent yet. Close the door after that."), end / 60,
               end % 60, day);
  return FALSE;
}

static gboolean
find_next_number (KpSession *session,
                  const char *sitting,
                  const char *application,
                  gint64 *number,
                  GError **error)
{
  *number = 0;
  if (!kp_table_count (kp_session_get_database (session), &kp_hall_arrival_table, kp_session_get_campaign (session),
                       "AND sitting = $2 AND application = $3", KP_BINDS (KP_TEXT (sitting), KP_TEXT (application)), number,
                       error))
    return FALSE;
  ++*number;
  return TRUE;
}

/* Who isn't in has no mark, and what is said of the doors is said of each. */
static gboolean
write_absences (KpSession *session,
                KpLedger *ledger,
                const KpMarkedPaper *paper,
                const KpHallDesk *desk,
                const KpHallRoom *room,
                GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);

  for (guint i = 0; i < room->seats->len; i++)
    {
      const KpHallSeat *seat = g_ptr_array_index (room->seats, i);
      KpHallArrivalRecord record = {
        .campaign = kp_session_get_campaign (session),
        .sitting = desk->sitting,
        .application = seat->application,
        .act = KP_HALL_ACT_ABSENT,
        .person = kp_session_get_actor (session),
        .at = now,
      };

      if (seat->state != KP_HALL_EXPECTED && seat->state != KP_HALL_TURNED_AWAY)
        continue;
      if (!kp_absence_check (paper, seat->application, error)
          || !find_next_number (session, desk->sitting, seat->application, &record.number, error)
          || !kp_ledger_insert (ledger, &kp_hall_arrival_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
close_room (KpSession *session,
            KpLedger *ledger,
            const KpHallDesk *desk,
            const KpHallRoom *room,
            const KpTwoPeople *people,
            GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpHallClosingRecord record = {
    .campaign = kp_session_get_campaign (session),
    .sitting = desk->sitting,
    .site = room->site,
    .room = room->room,
    .n_expected = room->counts.n_expected,
    .n_absent = room->counts.n_expected - room->counts.n_in,
    .first_person = people->first_person,
    .second_person = people->second_person,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_hall_closing_table, &record, error);
}

static gboolean
close_rooms (KpSession *session,
             KpLedger *ledger,
             const KpSchemeSitting *sitting,
             const KpHallDesk *desk,
             const KpTwoPeople *people,
             KpHallTally *tally,
             GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };

  if (!kp_marked_paper_load (&paper, session, sitting->paper, error))
    return FALSE;
  for (guint i = 0; i < desk->rooms->len; i++)
    {
      const KpHallRoom *room = g_ptr_array_index (desk->rooms, i);

      tally->n_before += room->closed_at != NULL;
      if (room->closed_at != NULL)
        continue;
      if (!close_room (session, ledger, desk, room, people, error)
          || !write_absences (session, ledger, &paper, desk, room, error))
        return FALSE;
      tally->n_rooms++;
      tally->n_expected += room->counts.n_expected;
      tally->n_in += room->counts.n_in;
      tally->n_late += room->counts.n_turned_away;
    }
  tally->n_absent = tally->n_expected - tally->n_in;
  return tally->n_absent == 0 || kp_absence_agree (session, ledger, sitting->paper, error);
}

/**
 * kp_step_hall_close:
 * @session: a session, open for writing
 * @here: a sitting, and which of its sites and rooms
 * @people: who answers for it; no reason is asked for
 * @tally: (out): what was counted
 * @error: return location
 *
 * 停止入场: after the last minute in which somebody may come. Whoever isn't in is absent, with the mark 缺考; whoever was
 * turned away came too late. A room that is closed stays as it is.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_hall_close (KpSession *session,
                    const KpHallPlace *here,
                    const KpTwoPeople *people,
                    KpHallTally *tally,
                    GError **error)
{
  const KpSchemeSitting *sitting = kp_hall_find_sitting (kp_session_get_scheme (session), here->sitting, error);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpHallDesk) desk = NULL;

  *tally = (KpHallTally) { 0 };
  if (sitting == NULL || !kp_two_people_check_named (session, people->first_person, people->second_person, error)
      || !check_time (session, sitting, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "hall-close", sitting->code, error);
  desk = ledger != NULL ? kp_hall_desk_load (session, here, error) : NULL;
  if (desk == NULL)
    return FALSE;
  if (desk->rooms->len == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                           _("Nobody has a seat there in this sitting, so there is no door to close."));
      return FALSE;
    }
  return close_rooms (session, ledger, sitting, desk, people, tally, error) && kp_session_commit (session, ledger, error);
}
