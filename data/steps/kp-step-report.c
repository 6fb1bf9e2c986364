/* kp-step-report.c – the interview day at the door of the waiting room: who reports, who is too late, who is absent.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* As at the doors of the written exam each act is a row; what the drawn numbers need to know, who is absent, is kept in
 * attendance by the same step. Whoever comes after the time to report at has waived the interview by its notice. */

#include "kp-step-report.h"

#include <glib/gi18n-lib.h>

#include "kp-hall-code.h"

/* Who stands at the door. */
typedef struct
{
  KpRoster *roster;           /* (nullable): of that person alone */
  const KpDossier *dossier;   /* (nullable) */
  KpHallArrivalRecord *last;  /* (nullable) */
  KpHallClosingRecord *closing; /* (nullable) */
} Visit;

static void
visit_clear (Visit *visit)
{
  g_clear_pointer (&visit->roster, kp_roster_free);
  g_clear_pointer (&visit->last, kp_record_free);
  g_clear_pointer (&visit->closing, kp_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_clear)

static gboolean
load_state (KpSession *session,
            const char *application,
            Visit *visit,
            GError **error)
{
  g_autoptr (GPtrArray) last = kp_table_select (
      kp_session_get_database (session), &kp_hall_arrival_table, kp_session_get_campaign (session),
      "AND sitting = $2 AND application = $3 ORDER BY number DESC LIMIT 1",
      KP_BINDS (KP_TEXT (KP_HALL_INTERVIEW), KP_TEXT (application)), error);

  if (last == NULL)
    return FALSE;
  if (last->len > 0)
    visit->last = kp_record_copy (&kp_hall_arrival_table, g_ptr_array_index (last, 0));
  return kp_table_find (kp_session_get_database (session), &kp_hall_closing_table, kp_session_get_campaign (session),
                        KP_BINDS (KP_TEXT (KP_HALL_INTERVIEW), KP_TEXT (""), KP_INT (0)), &visit->closing, error);
}

/* The outcome is KP_SCAN_IN for who is on the list. */
static gboolean
find_visitor (KpSession *session,
              const char *code,
              Visit *visit,
              KpHallAnswer *answer,
              GError **error)
{
  g_autofree char *number = kp_hall_dup_number (session, code, answer);

  if (number == NULL)
    return TRUE;
  answer->outcome = KP_SCAN_UNKNOWN;
  if (!kp_hall_find_application (session, number, &answer->application, error))
    return FALSE;
  if (answer->application == NULL)
    return TRUE;
  visit->roster = kp_session_load_roster_of (session, answer->application, error);
  if (visit->roster == NULL)
    return FALSE;
  visit->dossier = kp_roster_get_dossier (visit->roster, 0);
  answer->ticket = g_strdup (visit->dossier->seat != NULL ? visit->dossier->seat->ticket : answer->application);
  answer->name = g_strdup (visit->dossier->person->name);
  answer->outcome = kp_dossier_is_on_shortlist (visit->dossier) ? KP_SCAN_IN : KP_SCAN_NOT_LISTED;
  return load_state (session, answer->application, visit, error);
}

/* The act, and what it makes of the attendance; NULL = nothing is known of it any more. */
static gboolean
write_act (KpSession *session,
           KpLedger *ledger,
           const Visit *visit,
           KpHallAnswer *answer,
           const char *act,
           const char *reason,
           const char *state,
           GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpHallArrivalRecord record = {
    .campaign = kp_session_get_campaign (session),
    .sitting = KP_HALL_INTERVIEW,
    .application = answer->application,
    .number = visit->last != NULL ? visit->last->number + 1 : 1,
    .act = act,
    .reason = reason,
    .person = kp_session_get_actor (session),
    .at = now,
  };
  KpAttendanceRecord attendance = {
    .campaign = record.campaign,
    .application = answer->application,
    .state = state,
    .drawn = visit->dossier->attendance != NULL ? visit->dossier->attendance->drawn : KP_NO_INT,
    .recorded_by = record.person,
    .at = now,
  };

  if (!kp_ledger_insert (ledger, &kp_hall_arrival_table, &record, error))
    return FALSE;
  if (state != NULL && !kp_ledger_put (ledger, &kp_attendance_table, &attendance, error))
    return FALSE;
  if (state == NULL && visit->dossier->attendance != NULL
      && !kp_ledger_remove (ledger, &kp_attendance_table, visit->dossier->attendance, error))
    return FALSE;
  g_free (answer->at);
  answer->at = g_steal_pointer (&now);
  return TRUE;
}

/* Also who is signed in by hand, whatever was read. */
static gboolean
is_here (const KpDossier *dossier)
{
  return dossier->attendance != NULL && !g_str_equal (dossier->attendance->state, "absent");
}

static gboolean
take_in (KpSession *session,
         KpLedger *ledger,
         const Visit *visit,
         KpHallAnswer *answer,
         GError **error)
{
  const KpSchemeInterview *rule = &kp_session_get_scheme (session)->interview;
  g_autofree char *now = kp_session_dup_now (session);
  KpMoment moment;

  if (!kp_moment_parse (now, &moment))
    return kp_step_refuse (_("The clock of this computer gives no time of the day. Set it, then read the ticket again."), error);
  answer->outcome = kp_hall_decide_arrival (kp_hall_decide_report (rule, moment), is_here (visit->dossier), visit->closing != NULL);
  if (answer->outcome == KP_SCAN_IN)
    return write_act (session, ledger, visit, answer, KP_HALL_ACT_IN, NULL, "present", error);
  if (answer->outcome == KP_SCAN_REFUSED && (visit->last == NULL || g_str_equal (visit->last->act, KP_HALL_ACT_UNDONE))
      && visit->closing == NULL && kp_date_compare (moment.date, rule->date) == 0)
    return write_act (session, ledger, visit, answer, KP_HALL_ACT_REFUSED, NULL, "absent", error);
  if (visit->dossier->attendance != NULL && answer->outcome != KP_SCAN_EARLY)
    answer->at = g_strdup (visit->dossier->attendance->at);
  return TRUE;
}

/**
 * kp_step_report:
 * @session: a session, open for writing
 * @code: what a reader of codes typed
 * @answer: (out): what became of it; cleared by the caller
 * @error: return location
 *
 * 面试报到: takes a candidate of the interview's list in until the time to report at. Who comes later is turned away, and
 * absent; a ticket that is read twice changes nothing.
 *
 * Returns: %TRUE with an answer, whatever it is; or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_report (KpSession *session,
                const char *code,
                KpHallAnswer *answer,
                GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "report", NULL, error);
  g_auto (Visit) visit = { 0 };

  *answer = (KpHallAnswer) { 0 };
  if (ledger == NULL || !find_visitor (session, code, &visit, answer, error))
    return FALSE;
  if (answer->outcome == KP_SCAN_IN && !take_in (session, ledger, &visit, answer, error))
    return FALSE;
  return kp_session_commit (session, ledger, error);
}

/**
 * kp_step_undo_report:
 * @session: a session, open for writing
 * @code: of who didn't come, or wasn't too late
 * @reason: how it came to be recorded
 * @answer: (out): who it was; cleared by the caller
 * @error: return location
 *
 * 撤销报到: while the list is open. Also of who was turned away by a clock that was wrong.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_undo_report (KpSession *session,
                     const char *code,
                     const char *reason,
                     KpHallAnswer *answer,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_auto (Visit) visit = { 0 };
  g_autofree char *sentence = NULL;

  *answer = (KpHallAnswer) { 0 };
  if (kp_two_people_is_blank (reason))
    return kp_step_refuse (_("Say why this arrival was wrong; the reason stays in the record."), error);
  ledger = kp_session_begin_beside (session, "report", NULL, error);
  if (ledger == NULL || !find_visitor (session, code, &visit, answer, error))
    return FALSE;
  sentence = answer->outcome != KP_SCAN_IN ? kp_report_dup_sentence (answer, kp_session_get_scheme (session)) : NULL;
  if (sentence != NULL)
    return kp_step_refuse (sentence, error);
  if (visit.last == NULL || g_str_equal (visit.last->act, KP_HALL_ACT_UNDONE))
    return kp_step_refuse (_("This candidate hasn't come in, so there is no arrival to undo."), error);
  if (visit.closing != NULL || visit.dossier->interview != NULL)
    return kp_step_refuse (_("The list of those who reported is closed. Change who is present with “kaopin panel FILE --sign-in”."), error);
  return write_act (session, ledger, &visit, answer, KP_HALL_ACT_UNDONE, reason, NULL, error)
         && kp_session_commit (session, ledger, error);
}

/* ---- the end of the reporting ---- */

static gboolean
check_time (KpSession *session,
            GError **error)
{
  const KpSchemeInterview *rule = &kp_session_get_scheme (session)->interview;
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *day = kp_date_dup_iso (rule->date);
  KpMoment moment;

  if (kp_moment_parse (now, &moment) && kp_hall_decide_report (rule, moment) == KP_ENTRY_OVER)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Candidates may report until %02u:%02u on %s, so nobody is absent yet. Close the list after that."),
               rule->report_at / 60, rule->report_at % 60, day);
  return FALSE;
}

static gboolean
mark_absent (KpSession *session,
             KpLedger *ledger,
             const KpDossier *dossier,
             KpHallTally *tally,
             GError **error)
{
  Visit visit = { .dossier = dossier };
  g_auto (KpHallAnswer) answer = { .application = g_strdup (dossier->application->application) };
  gboolean is_done = load_state (session, answer.application, &visit, error);
  const gboolean was_refused = visit.last != NULL && g_str_equal (visit.last->act, KP_HALL_ACT_REFUSED);

  tally->n_late += was_refused;
  is_done = is_done && write_act (session, ledger, &visit, &answer, KP_HALL_ACT_ABSENT, NULL, "absent", error);
  visit_clear (&visit);
  return is_done;
}

static gboolean
write_closing (KpSession *session,
               KpLedger *ledger,
               const KpTwoPeople *people,
               const KpHallTally *tally,
               GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpHallClosingRecord record = {
    .campaign = kp_session_get_campaign (session),
    .sitting = KP_HALL_INTERVIEW,
    .site = "",
    .n_expected = tally->n_expected,
    .n_absent = tally->n_absent,
    .first_person = people->first_person,
    .second_person = people->second_person,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_hall_closing_table, &record, error);
}

static gboolean
mark_all (KpSession *session,
          KpLedger *ledger,
          KpHallTally *tally,
          GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  for (guint i = 0; roster != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (!kp_dossier_is_on_shortlist (dossier) || dossier->interview != NULL)
        continue;
      tally->n_expected++;
      if (is_here (dossier))
        tally->n_in++;
      else if (!mark_absent (session, ledger, dossier, tally, error))
        return FALSE;
    }
  tally->n_absent = tally->n_expected - tally->n_in;
  return roster != NULL;
}

/**
 * kp_step_close_report:
 * @session: a session, open for writing
 * @people: who answers for it; no reason is asked for
 * @tally: (out): what was counted; no room is closed where the list was closed before
 * @error: return location
 *
 * 停止报到: after the time to report at. Whoever of the interview's list isn't here is absent, and the number drawn for them
 * stays empty.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_close_report (KpSession *session,
                      const KpTwoPeople *people,
                      KpHallTally *tally,
                      GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree KpHallClosingRecord *closing = NULL;

  *tally = (KpHallTally) { 0 };
  if (!kp_two_people_check_named (session, people->first_person, people->second_person, error) || !check_time (session, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "report-close", NULL, error);
  if (ledger == NULL
      || !kp_table_find (kp_session_get_database (session), &kp_hall_closing_table, kp_session_get_campaign (session),
                         KP_BINDS (KP_TEXT (KP_HALL_INTERVIEW), KP_TEXT (""), KP_INT (0)), &closing, error))
    return FALSE;
  if (closing != NULL)
    {
      tally->n_before = 1;
      return TRUE;
    }
  if (!mark_all (session, ledger, tally, error))
    return FALSE;
  if (tally->n_expected == 0)
    return kp_step_refuse (_("Nobody is on the list of the interview, so there is nobody to wait for."), error);
  tally->n_rooms = 1;
  return write_closing (session, ledger, people, tally, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_report_dup_sentence:
 * @answer: what became of a code
 * @scheme: the scheme
 *
 * Returns: (transfer full): what is said to whoever stands at the door; no name is in it
 */
char *
kp_report_dup_sentence (const KpHallAnswer *answer,
                        const KpScheme *scheme)
{
  g_autofree char *clause = kp_hall_dup_report_clause (&scheme->interview);
  g_autofree char *day = kp_date_is_none (scheme->interview.date) ? g_strdup ("–") : kp_date_dup_iso (scheme->interview.date);
  g_autofree char *clock = kp_hall_dup_clock (answer->at);

  switch (answer->outcome)
    {
    case KP_SCAN_NOT_LISTED:
      return g_strdup (_("Not on the list of the interview. Compare the ticket with the published list."));
    case KP_SCAN_EARLY:
      return g_strdup_printf (_("The interview is on %s. Nothing is recorded."), day);
    case KP_SCAN_IN:
      return g_strdup_printf (_("Here at %s."), clock);
    case KP_SCAN_AGAIN:
      return g_strdup_printf (_("Here already since %s. Nothing is recorded twice."), clock);
    case KP_SCAN_REFUSED:
      return g_strdup_printf (_("Too late, not to be let in: by the notice “%s”."), clause);
    case KP_SCAN_UNKNOWN:
      return g_strdup (_("Nobody in this recruitment has that number. Compare the ticket with the ID card."));
    default:
      return kp_hall_answer_dup_sentence (answer, scheme);
    }
}
