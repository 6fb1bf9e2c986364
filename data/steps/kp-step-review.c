/* kp-step-review.c – holds every application against the scheme; persons decide what the rules can't.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-review.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-conflict.h"
#include "kp-holidays.h"
#include "kp-roster.h"
#include "kp-seen.h"

/* The periods for papers and appeals begin on the day of an outcome, so the day changes with the outcome alone. */
static gboolean
put_outcome (KpSession *session,
             KpLedger *ledger,
             const KpApplicationRecord *application,
             KpReviewOutcome outcome,
             GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  KpApplicationRecord changed = *application;

  changed.review = kp_review_outcome_get_name (outcome);
  if (!g_str_equal (changed.review, application->review))
    changed.reviewed_on = today;
  return kp_ledger_put (ledger, &kp_application_table, &changed, error);
}

static gboolean
review_one (KpSession *session,
            KpLedger *ledger,
            const KpDossier *dossier,
            const KpJudgements *judgements,
            KpReviewOutcome *outcome,
            GError **error)
{
  return kp_judgements_put_findings (session, ledger, dossier, judgements, outcome, error)
         && put_outcome (session, ledger, dossier->application, *outcome, error);
}

/**
 * kp_step_review_auto:
 * @session: a session, open for writing
 * @tally: (out): outcomes
 * @error: return location
 *
 * 资格审查: one finding for each requirement of the post that is looked at at the review, the overall outcome derived from
 * them and never typed. What a person decided before stands. May be run again until the posts are opened.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_review_auto (KpSession *session,
                     KpReviewTally *tally,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_REVIEW, "auto", error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpJudgements) judgements = NULL;

  *tally = (KpReviewTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  judgements = kp_judgements_load (session, KP_MOMENT_REVIEW, error);
  if (judgements == NULL)
    return FALSE;
  if (kp_roster_get_n_dossiers (roster) == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("There is no application to review; import the registrations first."));
      return FALSE;
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      KpReviewOutcome outcome = KP_REVIEW_PENDING;

      if (!review_one (session, ledger, kp_roster_get_dossier (roster, i), judgements, &outcome, error))
        return FALSE;
      tally->n_applications++;
      tally->n_outcomes[outcome]++;
    }
  return kp_session_commit (session, ledger, error);
}

/**
 * kp_review_again:
 * @session: a session
 * @ledger: of its open unit of work
 * @roster: with the application
 * @application: registration number
 * @error: return location
 *
 * Finds anew what the record as it is now gives for one application, and the outcome that follows. For steps that change
 * what it says while the review is open.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_review_again (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *roster,
                 const char *application,
                 GError **error)
{
  g_autoptr (KpJudgements) judgements = kp_judgements_load_of (session, KP_MOMENT_REVIEW, application, error);
  KpReviewOutcome outcome = KP_REVIEW_PENDING;

  return judgements != NULL
         && review_one (session, ledger, kp_roster_find_application (roster, application), judgements, &outcome, error);
}

/* What no requirement of the post asks, or asks of others only, isn't decided by anybody. */
static gboolean
check_finding (KpSession *session,
               const char *application,
               const char *condition,
               KpFindingRecord **out,
               GError **error)
{
  g_autofree KpFindingRecord *finding = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_finding_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (application), KP_TEXT (KP_MOMENT_REVIEW), KP_TEXT (condition)), &finding, error))
    return FALSE;
  if (finding != NULL && !g_str_equal (finding->computed, kp_verdict_get_name (KP_VERDICT_NOT_APPLICABLE)))
    {
      *out = g_steal_pointer (&finding);
      return TRUE;
    }
  if (finding != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Condition “%s” isn't asked of application %s, so there is nothing to decide."), condition, application);
  else
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("Application %s has no finding on condition “%s”; run the automatic review first, or look both up "
                   "with “explain”."),
                 application, condition);
  return FALSE;
}

static char *
dup_label (KpSession *session,
           const KpDossier *dossier,
           const char *condition)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) requirements
      = kp_qualify_list_requirements (scheme, kp_scheme_get_post (scheme, dossier->application->post));

  for (guint i = 0; i < requirements->len; i++)
    if (g_str_equal (((const KpRequirement *) g_ptr_array_index (requirements, i))->id, condition))
      return g_strdup (((const KpRequirement *) g_ptr_array_index (requirements, i))->label);
  return g_strdup (condition);
}

/* From a form that shows nothing of the finding: who decides as the first one must not become the second one unseen. */
static gboolean
check_unseen (KpSession *session,
              const KpFindingRecord *finding,
              const KpJudging *judging,
              GError **error)
{
  KpFindingRecord wanted = *finding;

  wanted.verdict = kp_verdict_get_name (judging->verdict);
  wanted.sentence = judging->note;
  return kp_session_check_seen (session, &kp_finding_table, finding, &wanted, error);
}

/* A colleague may have decided the same meanwhile: who decides has to know it first. */
static gboolean
check_seen (KpSession *session,
            const KpDossier *dossier,
            const KpFindingRecord *finding,
            const KpJudging *judging,
            const KpReviewSeen *seen,
            GError **error)
{
  const char *before = seen != NULL ? kp_verdict_get_name (seen->verdict) : NULL;
  KpVerdict now = KP_VERDICT_BY_HAND;
  g_autofree char *label = NULL;
  g_autofree char *what = NULL;
  KpConflict *conflict;

  if (seen == NULL)
    return check_unseen (session, finding, judging, error);
  if (g_str_equal (finding->verdict, before) && g_strcmp0 (finding->sentence, seen->sentence) == 0)
    return TRUE;
  label = dup_label (session, dossier, judging->condition);
  what = g_strdup_printf (_("The finding on “%s” of application %s"), label, judging->application);
  conflict = kp_conflict_new (session, &kp_finding_table, finding, what, error);
  if (conflict == NULL)
    return FALSE;
  kp_verdict_parse (finding->verdict, &now);
  kp_conflict_add_plain (conflict, C_("of a requirement", "Finding"), kp_verdict_get_chinese (seen->verdict),
                         kp_verdict_get_chinese (now), kp_verdict_get_chinese (judging->verdict));
  kp_conflict_add (conflict, _("What the candidate is told"), seen->sentence, finding->sentence, judging->note);
  return kp_conflict_refuse (conflict, error);
}

/**
 * kp_step_review_decide:
 * @session: a session, open for writing; its actor decides
 * @application: registration number
 * @condition: id of the requirement
 * @verdict: what the reviewer found: met, unmet, or that more papers are needed
 * @sentence: the reason, for the record and the candidate
 * @error: return location
 *
 * 初审、复核、申诉: a person decides one finding; it outweighs the rule's, and the overall outcome is derived anew. Who may
 * decide, and at which level, is told in kp-judgement.c. Once the posts are opened only appeals are decided.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_review_decide (KpSession *session,
                       const char *application,
                       const char *condition,
                       KpVerdict verdict,
                       const char *sentence,
                       GError **error)
{
  return kp_step_review_decide_seen (session, application, condition, verdict, sentence, NULL, error);
}

/**
 * kp_step_review_decide_seen:
 * @session: a session, open for writing; its actor decides
 * @application: registration number
 * @condition: id of the requirement
 * @verdict: what the reviewer found
 * @sentence: the reason, for the record and the candidate
 * @seen: (nullable): what the reviewer had before him; %NULL: whatever stands there
 * @error: return location
 *
 * As kp_step_review_decide(), unless somebody else has decided it since it was read: that is told, and nothing written.
 *
 * Returns: %TRUE, or %FALSE with #KP_CONFLICT_ERROR, #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_review_decide_seen (KpSession *session,
                            const char *application,
                            const char *condition,
                            KpVerdict verdict,
                            const char *sentence,
                            const KpReviewSeen *seen,
                            GError **error)
{
  const KpStep step
      = kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_REVIEW) ? KP_STEP_APPEAL : KP_STEP_REVIEW;
  g_autoptr (KpLedger) ledger = kp_session_begin (session, step, application, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autofree KpFindingRecord *finding = NULL;
  const KpDossier *dossier;
  KpJudging judging = {
    .application = application,
    .moment = KP_MOMENT_REVIEW,
    .condition = condition,
    .verdict = verdict,
    .note = sentence,
  };

  g_return_val_if_fail (verdict == KP_VERDICT_MET || verdict == KP_VERDICT_UNMET || verdict == KP_VERDICT_NEEDS_PAPER, FALSE);

  if (ledger == NULL || !check_finding (session, application, condition, &finding, error))
    return FALSE;
  roster = kp_session_load_roster_of (session, application, error);
  if (roster == NULL)
    return FALSE;
  dossier = kp_roster_find_application (roster, application);
  judging.is_appealed = dossier->application->appealed_on != NULL;
  if (step == KP_STEP_APPEAL && !judging.is_appealed)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                           _("The review is closed; after that only appeals are decided."));
      return FALSE;
    }
  return check_seen (session, dossier, finding, &judging, seen, error) && kp_judgements_take (session, ledger, &judging, error)
         && kp_review_again (session, ledger, roster, application, error) && kp_session_commit (session, ledger, error);
}

static gboolean
confirm (KpSession *session,
         KpLedger *ledger,
         KpRoster *roster,
         const KpJudgementRecord *first,
         GError **error)
{
  const KpDossier *dossier = kp_roster_find_application (roster, first->application);
  const KpJudging judging = {
    .application = first->application,
    .moment = KP_MOMENT_REVIEW,
    .condition = first->condition,
    .verdict = g_str_equal (first->verdict, kp_verdict_get_name (KP_VERDICT_MET)) ? KP_VERDICT_MET : KP_VERDICT_UNMET,
    .note = first->note,
    .is_appealed = dossier->application->appealed_on != NULL,
  };

  return kp_judgements_take (session, ledger, &judging, error)
         && kp_review_again (session, ledger, roster, first->application, error);
}

/**
 * kp_step_review_confirm:
 * @session: a session, open for writing; its actor is the second reviewer
 * @n_confirmed: (out): decisions that the actor confirmed
 * @n_own: (out): decisions of the actor, which another person must confirm
 * @error: return location
 *
 * 复核: a second person confirms what others decided alone, as it stands.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_review_confirm (KpSession *session,
                        guint *n_confirmed,
                        guint *n_own,
                        GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_REVIEW, "confirm", error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpJudgements) judgements = NULL;
  g_autoptr (GPtrArray) firsts = NULL;

  *n_confirmed = *n_own = 0;
  if (ledger == NULL)
    return FALSE;
  if (kp_session_get_scheme (session)->review.levels < 2)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("By the scheme one person decides alone, so there is nothing to confirm."));
      return FALSE;
    }
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  judgements = kp_judgements_load (session, KP_MOMENT_REVIEW, error);
  if (judgements == NULL)
    return FALSE;
  firsts = kp_judgements_list_first (judgements);
  for (guint i = 0; i < firsts->len; i++)
    {
      const KpJudgementRecord *first = g_ptr_array_index (firsts, i);
      const gboolean is_own = kp_review_is_same_person (first->reviewer, kp_session_get_actor (session));

      *n_own += is_own;
      *n_confirmed += !is_own;
      if (!is_own && !confirm (session, ledger, roster, first, error))
        return FALSE;
    }
  return kp_session_commit (session, ledger, error);
}

static gboolean
decide_terms (KpSession *session,
              const KpCalendar *calendar,
              const KpApplicationRecord *application,
              KpReviewDeadlines *deadlines,
              GError **error)
{
  return kp_review_decide_deadlines (&kp_session_get_scheme (session)->review,
                                     kp_candidate_parse_date (application->reviewed_on),
                                     kp_candidate_parse_date (application->appealed_on), calendar, deadlines, error);
}

static gboolean
check_appeal (KpSession *session,
              const KpDossier *dossier,
              const char *application,
              const KpCalendar *calendar,
              GError **error)
{
  const KpDate today = kp_session_get_today (session);
  KpReviewDeadlines deadlines;

  if (dossier == NULL || dossier->application->reviewed_on == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("No reviewed application has the number %s, so there is nothing to appeal against."), application);
      return FALSE;
    }
  if (g_str_equal (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_PASS))
      || dossier->application->appealed_on != NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Application %s passed or has its appeal on record already; another one can't be recorded."),
                   application);
      return FALSE;
    }
  if (!decide_terms (session, calendar, dossier->application, &deadlines, error))
    return FALSE;
  if (kp_date_is_none (deadlines.appeal_to) || kp_date_compare (today, deadlines.appeal_to) <= 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The time to appeal against the review of application %s was over on %04d-%02d-%02d."), application,
               deadlines.appeal_to.year, deadlines.appeal_to.month, deadlines.appeal_to.day);
  return FALSE;
}

/**
 * kp_step_review_appeal:
 * @session: a session, open for writing
 * @application: registration number
 * @deadlines: (out): the day until which it must be answered among them
 * @error: return location
 *
 * 申诉: writes down that the candidate appeals today. From then on another person than before decides
 * (kp_step_review_decide()).
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_WORKDAY_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_review_appeal (KpSession *session,
                       const char *application,
                       KpReviewDeadlines *deadlines,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_APPEAL, application, error);
  g_autoptr (KpCalendar) calendar = ledger != NULL ? kp_holidays_load_shipped (error) : NULL;
  g_autoptr (KpRoster) roster = calendar != NULL ? kp_session_load_roster (session, error) : NULL;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  const KpDossier *dossier;
  KpApplicationRecord changed;

  if (roster == NULL)
    return FALSE;
  dossier = kp_roster_find_application (roster, application);
  if (!check_appeal (session, dossier, application, calendar, error))
    return FALSE;
  changed = *dossier->application;
  changed.appealed_on = today;
  return kp_ledger_put (ledger, &kp_application_table, &changed, error)
         && decide_terms (session, calendar, &changed, deadlines, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_review_term_free:
 * @term: (transfer full): a term
 */
void
kp_review_term_free (KpReviewTerm *term)
{
  g_free (term->application);
  g_free (term);
}

static gboolean
parse_outcome (const char *name,
               KpReviewOutcome *outcome)
{
  for (guint i = 0; i <= KP_REVIEW_PENDING; i++)
    {
      *outcome = (KpReviewOutcome) i;
      if (g_str_equal (kp_review_outcome_get_name (*outcome), name))
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_step_review_list_terms:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpReviewTerm): by registration number, those who may supplement papers,
 *   may appeal, or did appeal; or %NULL with #KP_WORKDAY_ERROR or #KP_DATA_ERROR
 */
GPtrArray *
kp_step_review_list_terms (KpSession *session,
                           GError **error)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_review_term_free);
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (error);
  g_autoptr (KpRoster) roster = calendar != NULL ? kp_session_load_roster (session, error) : NULL;

  if (roster == NULL)
    return NULL;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpApplicationRecord *application = kp_roster_get_dossier (roster, i)->application;
      KpReviewOutcome outcome;
      KpReviewTerm *term;

      if (application->reviewed_on == NULL || !parse_outcome (application->review, &outcome)
          || (application->appealed_on == NULL && outcome != KP_REVIEW_FAIL && outcome != KP_REVIEW_MORE))
        continue;
      term = g_new0 (KpReviewTerm, 1);
      g_ptr_array_add (terms, term);
      term->application = g_strdup (application->application);
      term->outcome = outcome;
      term->reviewed_on = kp_candidate_parse_date (application->reviewed_on);
      term->appealed_on = kp_candidate_parse_date (application->appealed_on);
      if (!decide_terms (session, calendar, application, &term->deadlines, error))
        return NULL;
    }
  return g_steal_pointer (&terms);
}
