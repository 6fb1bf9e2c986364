/* kp-step-mark-recheck.c – written marks are published, and candidates ask to have one checked (查分).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked at again is whether a page was left out, the sum, the entry, and absence or breach; nothing is marked anew
 * (domain.md §6.8). One application for each paper. Whoever entered the mark doesn't check it.
 *
 *   asked ──▶ same                        told so
 *         └─▶ another mark ──▶ corrected  by two people with “kaopin correct”
 *
 * The shortlist waits until the last day is over and every application is settled. */

#include "kp-step-mark-recheck.h"

#include <glib/gi18n-lib.h>

#include "kp-holidays.h"
#include "kp-review.h"
#include "kp-mark-entry.h"
#include "kp-two-people.h"

#define SAME "same"

static gboolean
find_publication (KpSession *session,
                  KpMarkPublicationRecord **publication,
                  GError **error)
{
  return kp_table_find (kp_session_get_database (session), &kp_mark_publication_table, kp_session_get_campaign (session),
                        KP_NO_BINDS, publication, error);
}

/* ---- publication ---- */

static gboolean
check_locked (KpSession *session,
              GError **error)
{
  const GPtrArray *papers = kp_session_get_scheme (session)->written.papers;

  for (guint i = 0; i < papers->len; i++)
    {
      g_auto (KpMarkedPaper) paper = { 0 };
      const char *code = ((const KpSchemePaper *) g_ptr_array_index (papers, i))->code;

      if (!kp_marked_paper_load (&paper, session, code, error))
        return FALSE;
      if (paper.lock != NULL && !kp_marked_paper_is_sealed (&paper))
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Paper “%s” isn't locked, or its secret numbers aren't open, so its marks can't be published yet."), code);
      return FALSE;
    }
  return TRUE;
}

static gboolean
decide_until (KpSession *session,
              KpDate *until,
              GError **error)
{
  const KpSchemeWritten *rule = &kp_session_get_scheme (session)->written;
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (error);

  if (rule->recheck_days == 0)
    return kp_step_refuse (_("The scheme names no period for checking marks (\"written.recheck_days\"), so there is nothing to count "
                             "from the publication."),
                           error);
  return calendar != NULL
         && kp_calendar_decide_period_end (calendar, kp_session_get_today (session), rule->recheck_days,
                                           rule->recheck_in_workdays, until, error);
}

/**
 * kp_step_publish_marks:
 * @session: a session, open for writing
 * @until: (out) (transfer full): the last day on which one may ask to have a mark checked, ISO
 * @error: return location
 *
 * Writes down that the written marks are published today: the period of the scheme counts from here. All papers are locked
 * before. A second time gives the first day's period back.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_publish_marks (KpSession *session,
                       char **until,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_RESOLVE_MARKS, "publish", error);
  g_autofree KpMarkPublicationRecord *stored = NULL;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autofree char *last = NULL;
  KpDate end = KP_DATE_NONE;
  KpMarkPublicationRecord record = { .campaign = kp_session_get_campaign (session), .published_on = today };

  if (ledger == NULL || !find_publication (session, &stored, error))
    return FALSE;
  if (stored != NULL)
    {
      *until = g_strdup (stored->until);
      return TRUE;
    }
  if (!decide_until (session, &end, error) || !check_locked (session, error))
    return FALSE;
  last = kp_date_dup_iso (end);
  record.until = last;
  if (!kp_ledger_insert (ledger, &kp_mark_publication_table, &record, error) || !kp_session_commit (session, ledger, error))
    return FALSE;
  *until = g_steal_pointer (&last);
  return TRUE;
}

/* ---- applications ---- */

static gboolean
check_window (KpSession *session,
              GError **error)
{
  g_autofree KpMarkPublicationRecord *publication = NULL;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));

  if (!find_publication (session, &publication, error))
    return FALSE;
  if (publication == NULL)
    return kp_step_refuse (_("The written marks aren't published yet; write the day down with “kaopin marks FILE --publish”."), error);
  if (publication->ended_by == NULL && g_strcmp0 (today, publication->until) <= 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The period for having marks checked ended on %s."), publication->until);
  return FALSE;
}

static char *
dup_mark (const KpMarkedPaper *paper,
          const KpMarkRecord *mark)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  if (mark->mark != KP_NO_INT)
    return kp_mark_dup_text (mark->mark, paper->rule->decimals);
  kp_mark_state_from_name (mark->state, &state);
  return g_strdup (kp_mark_state_get_chinese (state));
}

static gboolean
find_mark (const KpMarkedPaper *paper,
           const char *number,
           KpMarkRecord **mark,
           GError **error)
{
  const KpDossier *dossier = kp_marked_paper_find (paper, number);

  if (dossier != NULL
      && !kp_table_find (kp_session_get_database (paper->session), &kp_mark_table,
                         kp_session_get_campaign (paper->session),
                         KP_BINDS (KP_TEXT (paper->rule->code), KP_TEXT (dossier->application->application)), mark, error))
    return FALSE;
  if (dossier != NULL && *mark != NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("Number %s has no mark of paper “%s”."), number,
               paper->rule->code);
  return FALSE;
}

static gboolean
find_recheck (const KpMarkedPaper *paper,
              const char *application,
              KpMarkRecheckRecord **recheck,
              GError **error)
{
  return kp_table_find (kp_session_get_database (paper->session), &kp_mark_recheck_table,
                        kp_session_get_campaign (paper->session),
                        KP_BINDS (KP_TEXT (paper->rule->code), KP_TEXT (application)), recheck, error);
}

/**
 * kp_step_ask_recheck:
 * @session: a session, open for writing
 * @code: of the paper
 * @number: ticket of the candidate
 * @reason: what the candidate doubts
 * @error: return location
 *
 * Takes in an application to have a mark checked, within the period and once for each paper.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_ask_recheck (KpSession *session,
                     const char *code,
                     const char *number,
                     const char *reason,
                     GError **error)
{
  g_autofree char *why = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autofree char *before = NULL;
  g_autofree KpMarkRecord *mark = NULL;
  g_autofree KpMarkRecheckRecord *stored = NULL;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  KpMarkRecheckRecord record = { .campaign = kp_session_get_campaign (session), .paper = code, .asked_on = today };

  if (*why == '\0')
    return kp_step_refuse (_("An application to have a mark checked needs a reason; say it with --reason."), error);
  ledger = kp_session_begin (session, KP_STEP_RESOLVE_MARKS, "recheck", error);
  if (ledger == NULL || !kp_marked_paper_load (&paper, session, code, error) || !check_window (session, error)
      || !find_mark (&paper, number, &mark, error) || !find_recheck (&paper, mark->application, &stored, error))
    return FALSE;
  if (stored != NULL)
    return kp_step_refuse (_("This mark was asked about already; each paper is checked once."), error);
  before = dup_mark (&paper, mark);
  record.application = mark->application;
  record.reason = why;
  record.before_text = before;
  return kp_ledger_insert (ledger, &kp_mark_recheck_table, &record, error) && kp_session_commit (session, ledger, error);
}

/* ---- results ---- */

static gboolean
check_checker (const KpMarkedPaper *paper,
               const char *application,
               GError **error)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);

  for (guint i = 1; slots != NULL && i <= KP_THIRD_ENTRY; i++)
    {
      if (slots[i] != NULL && kp_review_is_same_person (slots[i]->clerk, kp_session_get_actor (paper->session)))
        return kp_step_refuse (_("Whoever entered a mark doesn't check it; say with --actor who does."), error);
    }
  return TRUE;
}

/* "same" (无误), or the mark found; a mark that is the published one is "same". */
static gboolean
read_result (const KpMarkedPaper *paper,
             const KpMarkRecord *mark,
             const char *result,
             char **text,
             GError **error)
{
  const KpMarkRange range
      = { .full_mark = paper->rule->full, .decimals = paper->rule->decimals, .step = paper->rule->step };
  KpStatedMark found;
  KpMarkRecord as_found = *mark;
  g_autofree char *before = dup_mark (paper, mark);

  if (g_str_equal (result, SAME) || g_str_equal (result, "无误"))
    {
      *text = g_strdup (SAME);
      return TRUE;
    }
  if (!kp_step_parse_mark (&range, result, &found, error))
    return FALSE;
  as_found.state = kp_mark_state_get_name (found.state);
  as_found.mark = found.state == KP_MARK_PRESENT ? found.mark : KP_NO_INT;
  *text = dup_mark (paper, &as_found);
  if (g_str_equal (*text, before))
    {
      g_free (*text);
      *text = g_strdup (SAME);
    }
  return TRUE;
}

/**
 * kp_step_answer_recheck:
 * @session: a session, open for writing; its actor is who checked
 * @code: of the paper
 * @number: ticket of the candidate
 * @result: "same" (无误), or the mark that the paper in hand gives
 * @state: (out): what follows
 * @error: return location
 *
 * Writes down what was found. The mark itself changes by a correction of two people alone.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_answer_recheck (KpSession *session,
                        const char *code,
                        const char *number,
                        const char *result,
                        KpRecheckState *state,
                        GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autofree char *text = NULL;
  g_autofree KpMarkRecord *mark = NULL;
  g_autofree KpMarkRecheckRecord *stored = NULL;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_RESOLVE_MARKS, "recheck-result", error);
  KpMarkRecheckRecord changed;

  if (ledger == NULL || !kp_marked_paper_load (&paper, session, code, error)
      || !find_mark (&paper, number, &mark, error) || !find_recheck (&paper, mark->application, &stored, error))
    return FALSE;
  if (stored == NULL)
    return kp_step_refuse (_("Nobody asked to have this mark checked; take the application in first, with --recheck."), error);
  if (stored->result != NULL)
    return kp_step_refuse (_("The result of this check is written down already; each paper is checked once."), error);
  if (!check_checker (&paper, mark->application, error) || !read_result (&paper, mark, result, &text, error))
    return FALSE;
  changed = *stored;
  changed.result = text;
  changed.checker = kp_session_get_actor (session);
  changed.checked_on = today;
  *state = g_str_equal (text, SAME) ? KP_RECHECK_SAME : KP_RECHECK_DIFFERENT;
  return kp_ledger_update (ledger, &kp_mark_recheck_table, &changed, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_end_rechecks:
 * @session: a session, open for writing
 * @by: who ends the period before its last day
 * @with: another person
 * @reason: why
 * @error: return location
 *
 * Two people end the period early, so that the shortlist need not wait. Applications that were taken in are answered all the
 * same.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_end_rechecks (KpSession *session,
                      const char *by,
                      const char *with,
                      const char *reason,
                      GError **error)
{
  g_autofree KpMarkPublicationRecord *stored = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  KpMarkPublicationRecord changed;

  if (!kp_two_people_check_change (session, &(KpTwoPeople) { by, with, reason }, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RESOLVE_MARKS, "end-rechecks", error);
  if (ledger == NULL || !find_publication (session, &stored, error))
    return FALSE;
  if (stored == NULL)
    return kp_step_refuse (_("The written marks aren't published yet; write the day down with “kaopin marks FILE --publish”."), error);
  changed = *stored;
  changed.ended_by = by;
  changed.ended_with = with;
  changed.reason = reason;
  return kp_ledger_update (ledger, &kp_mark_publication_table, &changed, error) && kp_session_commit (session, ledger, error);
}

/* ---- list ---- */

static const char *const state_names[] = {
  [KP_RECHECK_ASKED] = "asked",
  [KP_RECHECK_SAME] = "same",
  [KP_RECHECK_DIFFERENT] = "different",
  [KP_RECHECK_CORRECTED] = "corrected",
};

/** kp_recheck_state_get_name: its name for JSON. */
const char *
kp_recheck_state_get_name (KpRecheckState state)
{
  return state_names[state];
}

/** kp_mark_recheck_free: with its texts. */
void
kp_mark_recheck_free (KpMarkRecheck *recheck)
{
  g_free (recheck->paper);
  g_free (recheck->application);
  g_free (recheck->ticket);
  g_free (recheck->asked_on);
  g_free (recheck->reason);
  g_free (recheck->before);
  g_free (recheck->result);
  g_free (recheck->checker);
  g_free (recheck->checked_on);
  g_free (recheck->notice);
  g_free (recheck);
}

/* Chinese on purpose: it goes to the candidate. */
static char *
dup_notice (const KpMarkedPaper *paper,
            const KpMarkRecheck *recheck)
{
  const char *name = *paper->rule->name != '\0' ? paper->rule->name : paper->rule->code;

  switch (recheck->state)
    {
    case KP_RECHECK_SAME:
      return g_strdup_printf ("准考证号%s的考生：你申请复核的“%s”成绩经复核无误，仍为%s。", recheck->ticket, name, recheck->before);
    case KP_RECHECK_CORRECTED:
      return g_strdup_printf ("准考证号%s的考生：你申请复核的“%s”成绩经复核有误，已由%s更正为%s，以更正后的成绩为准。",
                              recheck->ticket, name, recheck->before, recheck->result);
    case KP_RECHECK_DIFFERENT:
    case KP_RECHECK_ASKED:
    default:
      return g_strdup_printf ("准考证号%s的考生：你对“%s”成绩的复核申请已于%s受理，结果另行告知。", recheck->ticket, name,
                              recheck->asked_on);
    }
}

static KpRecheckState
decide_state (const char *result,
              const char *now)
{
  if (result == NULL)
    return KP_RECHECK_ASKED;
  if (g_str_equal (result, SAME))
    return KP_RECHECK_SAME;
  return g_str_equal (result, now) ? KP_RECHECK_CORRECTED : KP_RECHECK_DIFFERENT;
}

static gboolean
add_recheck (const KpMarkedPaper *paper,
             const KpMarkRecheckRecord *record,
             GPtrArray *rechecks,
             GError **error)
{
  const KpDossier *dossier = kp_roster_find_application (paper->roster, record->application);
  const char *number = kp_marked_paper_get_number (paper, dossier);
  g_autofree KpMarkRecord *mark = NULL;
  g_autofree char *now = NULL;
  KpMarkRecheck *recheck;

  if (!find_mark (paper, number, &mark, error))
    return FALSE;
  now = dup_mark (paper, mark);
  recheck = g_new0 (KpMarkRecheck, 1);
  recheck->paper = g_strdup (record->paper);
  recheck->application = g_strdup (record->application);
  recheck->ticket = g_strdup (number);
  recheck->asked_on = g_strdup (record->asked_on);
  recheck->reason = g_strdup (record->reason);
  recheck->before = g_strdup (record->before_text);
  recheck->result = g_strdup (record->result);
  recheck->checker = g_strdup (record->checker);
  recheck->checked_on = g_strdup (record->checked_on);
  recheck->state = decide_state (record->result, now);
  recheck->notice = dup_notice (paper, recheck);
  g_ptr_array_add (rechecks, recheck);
  return TRUE;
}

/**
 * kp_step_list_rechecks:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpMarkRecheck): all applications with what came of them, by paper and
 *   registration; or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_step_list_rechecks (KpSession *session,
                       GError **error)
{
  g_autoptr (GPtrArray) rechecks = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_mark_recheck_free);
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_mark_recheck_table, kp_session_get_campaign (session),
                         "ORDER BY paper, application", KP_NO_BINDS, error);

  g_auto (KpMarkedPaper) paper = { 0 };

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpMarkRecheckRecord *record = g_ptr_array_index (records, i);

      if (paper.rule == NULL || !g_str_equal (paper.rule->code, record->paper))
        {
          kp_marked_paper_clear (&paper);
          if (!kp_marked_paper_load (&paper, session, record->paper, error))
            return NULL;
        }
      if (!add_recheck (&paper, record, rechecks, error))
        return NULL;
    }
  return records != NULL ? g_steal_pointer (&rechecks) : NULL;
}

/* ---- what waits for it ---- */

static gboolean
check_settled (KpSession *session,
               GError **error)
{
  g_autoptr (GPtrArray) rechecks = kp_step_list_rechecks (session, error);
  guint n_open = 0;

  for (guint i = 0; rechecks != NULL && i < rechecks->len; i++)
    {
      const KpMarkRecheck *recheck = g_ptr_array_index (rechecks, i);

      n_open += recheck->state == KP_RECHECK_ASKED || recheck->state == KP_RECHECK_DIFFERENT;
    }
  if (n_open > 0)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("%u applications to have a mark checked aren't settled: look the paper up, write the result down, and "
                   "correct the mark where it is another. See “kaopin marks FILE --rechecks”."),
                 n_open);
  return rechecks != NULL && n_open == 0;
}

/**
 * kp_mark_recheck_check_over:
 * @session: a session
 * @error: return location
 *
 * For the shortlist: where the scheme names a period for having marks checked, it waits for its end, or until two people
 * ended it, and for the answer to every application.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_REFUSED or #KP_DATA_ERROR
 */
gboolean
kp_mark_recheck_check_over (KpSession *session,
                            GError **error)
{
  g_autofree KpMarkPublicationRecord *publication = NULL;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));

  if (!find_publication (session, &publication, error))
    return FALSE;
  if (publication == NULL)
    return kp_session_get_scheme (session)->written.recheck_days == 0
           || kp_step_refuse (_("The scheme gives candidates days to have their marks checked, so the marks are published before the "
                                "shortlist: lock the papers, and write the day down with “kaopin marks FILE --publish”."),
                              error);
  if (publication->ended_by == NULL && g_strcmp0 (today, publication->until) <= 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Candidates may have their marks checked until %s; the shortlist waits for that day to be over, or for two "
                     "people to end the period with --end-rechecks."),
                   publication->until);
      return FALSE;
    }
  return check_settled (session, error);
}
