/* kp-step-review.c – holds every application against the scheme, and opens the posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-review.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-roster.h"

/* (application, condition) → finding that a person decided. */
static GHashTable *
load_decisions (KpSession *session,
                GPtrArray **findings,
                GError **error)
{
  g_autoptr (GHashTable) decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *findings = kp_table_select (kp_session_get_database (session), &kp_finding_table, kp_session_get_campaign (session),
                               "AND reviewer <> $2", KP_BINDS (KP_TEXT (KP_REVIEWED_BY_RULE)), error);
  if (*findings == NULL)
    return NULL;
  for (guint i = 0; i < (*findings)->len; i++)
    {
      KpFindingRecord *finding = g_ptr_array_index (*findings, i);

      g_hash_table_insert (decisions, g_strdup_printf ("%s/%s", finding->application, finding->condition), finding);
    }
  return g_steal_pointer (&decisions);
}

static gboolean
put_finding (KpSession *session,
             KpLedger *ledger,
             const char *application,
             const KpFinding *finding,
             GError **error)
{
  KpFindingRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = application,
    .condition = finding->requirement,
    .verdict = kp_verdict_get_name (finding->verdict),
    .reason = finding->reason,
    .clause = finding->clause,
    .sentence = finding->sentence,
    .reviewer = KP_REVIEWED_BY_RULE,
  };

  return kp_ledger_put (ledger, &kp_finding_table, &record, error);
}

static gboolean
put_outcome (KpLedger *ledger,
             const KpApplicationRecord *application,
             KpReviewOutcome outcome,
             GError **error)
{
  KpApplicationRecord changed = *application;

  changed.review = kp_review_outcome_get_name (outcome);
  return kp_ledger_put (ledger, &kp_application_table, &changed, error);
}

static gboolean
review_one (KpSession *session,
            KpLedger *ledger,
            const KpDossier *dossier,
            GHashTable *decisions,
            KpReviewTally *tally,
            GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpApplicationRecord *application = dossier->application;
  const KpSchemePost *post = kp_scheme_get_post (scheme, application->post);
  g_autoptr (GPtrArray) findings = NULL;
  KpCandidateFacts facts;
  KpReviewOutcome outcome;

  kp_candidate_facts_init (&facts, scheme, dossier);
  findings = kp_qualify_decide (scheme, post, &facts);
  for (guint i = 0; i < findings->len; i++)
    {
      KpFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *key = g_strdup_printf ("%s/%s", application->application, finding->requirement);
      const KpFindingRecord *decided = g_hash_table_lookup (decisions, key);

      if (decided != NULL)
        kp_verdict_parse (decided->verdict, &finding->verdict);
      else if (!put_finding (session, ledger, application->application, finding, error))
        return FALSE;
    }

  outcome = kp_qualify_derive_outcome (findings);
  tally->n_applications++;
  tally->n_outcomes[outcome]++;
  return put_outcome (ledger, application, outcome, error);
}

/**
 * kp_step_review_auto:
 * @session: a session, open for writing
 * @tally: (out): outcomes
 * @error: return location
 *
 * 资格审查: one finding for each requirement of the post, the overall outcome derived from them and never typed. What a
 * person decided before stands. May be run again until the posts are opened.
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
  g_autoptr (GPtrArray) decided = NULL;
  g_autoptr (GHashTable) decisions = NULL;

  *tally = (KpReviewTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  decisions = load_decisions (session, &decided, error);
  if (decisions == NULL)
    return FALSE;
  if (kp_roster_get_n_dossiers (roster) == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("There is no application to review; import the registrations first."));
      return FALSE;
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (!review_one (session, ledger, kp_roster_get_dossier (roster, i), decisions, tally, error))
        return FALSE;
    }
  return kp_session_commit (session, ledger, error);
}

/* The overall outcome of one application from its findings in the record. */
static gboolean
derive_again (KpSession *session,
              KpLedger *ledger,
              const KpApplicationRecord *application,
              GError **error)
{
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_finding_table, kp_session_get_campaign (session),
                         "AND application = $2", KP_BINDS (KP_TEXT (application->application)), error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_finding_free);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const KpFindingRecord *record = g_ptr_array_index (records, i);
      KpFinding *finding = g_new0 (KpFinding, 1);

      kp_verdict_parse (record->verdict, &finding->verdict);
      g_ptr_array_add (findings, finding);
    }
  return put_outcome (ledger, application, kp_qualify_derive_outcome (findings), error);
}

/**
 * kp_step_review_decide:
 * @session: a session, open for writing
 * @application: registration number
 * @condition: id of the requirement
 * @is_met: what the reviewer found
 * @sentence: the reason, for the record and the candidate
 * @error: return location
 *
 * A person decides one finding; it outweighs the rule's, and the overall outcome is derived anew.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_review_decide (KpSession *session,
                       const char *application,
                       const char *condition,
                       gboolean is_met,
                       const char *sentence,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_REVIEW, application, error);
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);
  g_autofree KpApplicationRecord *record = NULL;
  g_autofree KpFindingRecord *finding = NULL;
  KpFindingRecord changed;

  if (ledger == NULL
      || !kp_table_find (db, &kp_application_table, campaign, KP_BINDS (KP_TEXT (application)), &record, error)
      || !kp_table_find (db, &kp_finding_table, campaign, KP_BINDS (KP_TEXT (application), KP_TEXT (condition)),
                         &finding, error))
    return FALSE;
  if (record == NULL || finding == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Application %s has no finding on condition “%s”; run the automatic review first, or look both up "
                     "with “explain”."),
                   application, condition);
      return FALSE;
    }
  changed = *finding;
  changed.verdict = kp_verdict_get_name (is_met ? KP_VERDICT_MET : KP_VERDICT_UNMET);
  changed.reason = is_met ? NULL : finding->reason;
  changed.sentence = sentence;
  changed.reviewer = kp_session_get_actor (session);
  return kp_ledger_update (ledger, &kp_finding_table, &changed, error)
         && derive_again (session, ledger, record, error) && kp_session_commit (session, ledger, error);
}

/* Those whom the opening ratio counts. The record holds no payments: only those who paid are entered where a fee is. */
static guint
count_applicants (KpRoster *roster,
                  const char *post,
                  KpQuotaCounts counts)
{
  const gboolean is_of_all = counts == KP_QUOTA_COUNTS_REGISTERED;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpApplicationRecord *application = kp_roster_get_dossier (roster, i)->application;

      n += g_str_equal (application->post, post)
           && (is_of_all || g_str_equal (application->review, kp_review_outcome_get_name (KP_REVIEW_PASS)));
    }
  return n;
}

/* Nobody may fall out because a person has not looked yet. */
static gboolean
check_reviewed (KpRoster *roster,
                GError **error)
{
  guint n_open = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const char *review = kp_roster_get_dossier (roster, i)->application->review;

      n_open += g_str_equal (review, "none") || g_str_equal (review, kp_review_outcome_get_name (KP_REVIEW_PENDING));
    }
  if (kp_roster_get_n_dossiers (roster) == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                           _("There is no application yet, so the posts can't be opened. Import the registrations first."));
      return FALSE;
    }
  if (n_open == 0)
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u applications are not reviewed yet, so the posts can't be opened. Review them first."), n_open);
  return FALSE;
}

static gboolean
put_post (KpSession *session,
          KpLedger *ledger,
          const KpQuotaResult *result,
          GError **error)
{
  static const char *const states[] = {
    [KP_QUOTA_OPENS] = "open",          [KP_QUOTA_REDUCED] = "reduced",   [KP_QUOTA_CANCELLED] = "cancelled",
    [KP_QUOTA_KEPT] = "open",           [KP_QUOTA_TO_INTERVIEW] = "open", [KP_QUOTA_UNDECIDED] = "open",
  };
  KpPostRecord record = {
    .campaign = kp_session_get_campaign (session),
    .post = result->post,
    .planned = result->plan,
    .places = result->new_plan,
    .state = states[result->outcome],
    .why = result->explanation,
  };

  return kp_ledger_put (ledger, &kp_post_table, &record, error);
}

/**
 * kp_step_open_posts:
 * @session: a session, open for writing
 * @error: return location
 *
 * 开考比例: holds those whom the scheme counts against each post's places, and reduces or cancels posts as the scheme
 * says (domain.md §5). Applications whose papers are still missing don't count.
 *
 * Returns: (transfer full) (nullable) (element-type KpQuotaResult): one for each post, or %NULL with #KP_STEP_ERROR or
 * #KP_DATA_ERROR and nothing changed
 */
GPtrArray *
kp_step_open_posts (KpSession *session,
                    GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_DECIDE_QUOTA, NULL, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autofree KpQuotaCase *cases = g_new0 (KpQuotaCase, scheme->posts->len);

  if (ledger == NULL)
    return NULL;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || !check_reviewed (roster, error))
    return NULL;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      kp_quota_case_init (&cases[i], scheme, post, count_applicants (roster, post->code, scheme->quota.counts));
    }
  results = kp_quota_decide (&scheme->quota, cases, scheme->posts->len);
  for (guint i = 0; i < results->len; i++)
    {
      if (!put_post (session, ledger, g_ptr_array_index (results, i), error))
        return NULL;
    }
  if (!kp_session_close_stage (session, ledger, KP_STAGE_REVIEW, error) || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_steal_pointer (&results);
}
