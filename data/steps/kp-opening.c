/* kp-opening.c – which posts open, with how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-opening.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-judgement.h"
#include "kp-proof-list.h"
#include "kp-qualify.h"

/* Whether the opening ratio counts somebody. */
static gboolean
is_counted (const KpScheme *scheme,
            const KpDossier *dossier)
{
  switch (scheme->quota.counts)
    {
    case KP_QUOTA_COUNTS_REGISTERED:
      return TRUE;
    case KP_QUOTA_COUNTS_PAID:
      return kp_candidate_is_admitted (scheme, dossier) && kp_candidate_has_paid (scheme, dossier);
    case KP_QUOTA_COUNTS_PASSED:
    default:
      return kp_candidate_is_admitted (scheme, dossier);
    }
}

/**
 * kp_opening_count_applicants:
 * @roster: of the campaign, reviewed
 * @scheme: its scheme
 * @post: a post
 *
 * Returns: how many of those who applied for the post the opening ratio counts; who chose another post later is still one
 */
guint
kp_opening_count_applicants (KpRoster *roster,
                             const KpScheme *scheme,
                             const char *post)
{
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n += g_str_equal (kp_dossier_get_first_post (dossier), post) && is_counted (scheme, dossier);
    }
  return n;
}

/**
 * kp_opening_check_reviewed:
 * @roster: of the campaign
 * @error: return location
 *
 * Nobody may fall out because a person has not looked yet.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR
 */
gboolean
kp_opening_check_reviewed (KpRoster *roster,
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

/* A forgotten list of payments would shut everybody out. */
static gboolean
check_paid (KpSession *session,
            KpRoster *roster,
            GError **error)
{
  if (!kp_scheme_asks_payment (kp_session_get_scheme (session)))
    return TRUE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_roster_get_dossier (roster, i)->application->payment != NULL)
      return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("The scheme asks who has paid the fee, and no payment is recorded. Import them with “kaopin import "
                         "FILE payments SHEET”."));
  return FALSE;
}

static gboolean
put_post (KpSession *session,
          KpLedger *ledger,
          const KpQuotaResult *result,
          GError **error)
{
  static const char *const states[] = {
    [KP_QUOTA_OPENS] = "open",
    [KP_QUOTA_REDUCED] = "reduced",
    [KP_QUOTA_CANCELLED] = KP_POST_CANCELLED,
    [KP_QUOTA_KEPT] = "open",
    [KP_QUOTA_TO_INTERVIEW] = KP_POST_INTERVIEW_ONLY,
    [KP_QUOTA_UNDECIDED] = "open",
  };
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  KpPostRecord record = {
    .campaign = kp_session_get_campaign (session),
    .post = result->post,
    .planned = result->plan,
    .opened = result->new_plan,
    .listed = result->new_plan,
    .places = result->new_plan,
    .state = states[result->outcome],
    .why = result->explanation,
    .opened_on = today,
  };

  return kp_ledger_put (ledger, &kp_post_table, &record, error);
}

/**
 * kp_opening_decide:
 * @session: a session
 * @roster: of its campaign, reviewed
 * @decisions: of the committee
 *
 * 开考比例: holds those whom the scheme counts against each post's places (domain.md §5). Nothing is written.
 *
 * Returns: (transfer full) (element-type KpQuotaResult): one for each post, in the scheme's order
 */
GPtrArray *
kp_opening_decide (KpSession *session,
                   KpRoster *roster,
                   const KpDecisions *decisions)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree KpQuotaCase *cases = g_new0 (KpQuotaCase, scheme->posts->len + 1);

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      kp_quota_case_init (&cases[i], scheme, post, kp_opening_count_applicants (roster, scheme, post->code));
      cases[i].has_decision = kp_decisions_find_opening (decisions, post->code, &cases[i].decided_places);
    }
  return kp_quota_decide (&scheme->quota, cases, scheme->posts->len);
}

static gboolean
check_decided (GPtrArray *results,
               GError **error)
{
  g_autoptr (GString) posts = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const KpQuotaResult *result = g_ptr_array_index (results, i);

      if (result->needs_decision)
        g_string_append_printf (posts, "%s%s", posts->len > 0 ? ", " : "", result->post);
    }
  if (posts->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("By the scheme the committee decides what becomes of these posts, and no decision is recorded: %s. Record one "
                 "for each with “kaopin decide FILE opening POST PLACES”."),
               posts->str);
  return FALSE;
}

/**
 * kp_step_open_posts:
 * @session: a session, open for writing
 * @error: return location
 *
 * 开考比例: holds those whom the scheme counts against each post's places, and reduces or cancels posts as the scheme
 * says (domain.md §5). Applications whose papers are still missing don't count. What the scheme leaves to the committee
 * must be decided before (kp_step_decide()).
 *
 * Returns: (transfer full) (nullable) (element-type KpQuotaResult): one for each post, or %NULL with #KP_STEP_ERROR or
 * #KP_DATA_ERROR and nothing changed
 */
GPtrArray *
kp_step_open_posts (KpSession *session,
                    GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_DECIDE_QUOTA, NULL, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpDecisions) decisions = NULL;
  g_autoptr (GPtrArray) results = NULL;

  if (ledger == NULL)
    return NULL;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || !kp_opening_check_reviewed (roster, error) || !kp_judgements_check_levels (session, error)
      || !kp_judgements_check_appeals (session, roster, error) || !kp_proofs_check_passed (session, roster, error)
      || !check_paid (session, roster, error))
    return NULL;
  decisions = kp_decisions_load (session, error);
  if (decisions == NULL)
    return NULL;
  results = kp_opening_decide (session, roster, decisions);
  if (!check_decided (results, error))
    return NULL;
  for (guint i = 0; i < results->len; i++)
    {
      if (!put_post (session, ledger, g_ptr_array_index (results, i), error))
        return NULL;
    }
  if (!kp_session_close_stage (session, ledger, KP_STAGE_REVIEW, error) || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_steal_pointer (&results);
}

/**
 * kp_posts_list_changed:
 * @session: a session
 * @error: return location
 *
 * 空缺名额: posts whose places changed after the opening, with the words why: by what stayed empty at the list of the interview
 * (`moved`) and at the totals (`vacated`).
 *
 * Returns: (transfer full) (nullable) (element-type KpPostRecord): by post, or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_posts_list_changed (KpSession *session,
                       GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                          "AND (moved IS NOT NULL OR vacated IS NOT NULL) ORDER BY post", KP_NO_BINDS, error);
}

/**
 * kp_posts_list_going_on:
 * @session: a session
 * @error: return location
 *
 * The posts that weren't cancelled: those of every list from the shortlist to the hires.
 *
 * Returns: (transfer full) (nullable) (element-type KpPostRecord): by post, or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_posts_list_going_on (KpSession *session,
                        GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                          "AND state <> 'cancelled' ORDER BY post", KP_NO_BINDS, error);
}
