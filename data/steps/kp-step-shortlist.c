/* kp-step-shortlist.c – bonus, written results and the way into the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-shortlist.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-mark-column.h"
#include "kp-qualify.h"
#include "kp-roster.h"

/* One candidate of the written exam on the way through bonus and shortlist. */
typedef struct
{
  const KpDossier *dossier;
  KpMarkState state;
  KpFraction paper; /* the papers weighted, rounded as the scheme says */
  KpMark bonus;
  gboolean is_bonus_on_total; /* the bonus waits for the total */
  KpFraction written;         /* paper, and bonus where it counts here */
} Written;

/* (paper/application) → mark */
static GHashTable *
index_marks (GPtrArray *marks)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      KpMarkRecord *mark = g_ptr_array_index (marks, i);

      g_hash_table_insert (index, g_strdup_printf ("%s/%s", mark->paper, mark->application), mark);
    }
  return index;
}

static const KpMarkRecord *
find_mark (GHashTable *index,
           const char *paper,
           const char *application)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", paper, application);

  return g_hash_table_lookup (index, key);
}

/* 笔试卷面成绩: each paper by its weight, rounded once. Absent, breach or void in one paper leaves no written mark. */
static void
weigh_papers (const KpScheme *scheme,
              GHashTable *marks,
              Written *written)
{
  KpFraction sum = KP_FRACTION_ZERO;

  written->state = KP_MARK_PRESENT;
  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);
      const KpMarkRecord *mark = find_mark (marks, paper->code, written->dossier->application->application);
      KpMarkState state = KP_MARK_NOT_ENTERED;

      if (mark != NULL)
        kp_mark_state_from_name (mark->state, &state);
      if (state != KP_MARK_PRESENT)
        {
          written->state = state;
          return;
        }
      sum = kp_fraction_add (sum, kp_fraction_multiply (kp_fraction_from_mark (mark->mark), paper->weight));
    }
  written->paper = kp_fraction_round (sum, scheme->written.decimals, scheme->written.rounding);
}

static gboolean
sits_written (const KpDossier *dossier)
{
  return dossier->seat != NULL;
}

static gboolean
check_marks (GArray *candidates,
             GError **error)
{
  guint n_open = 0;

  for (guint i = 0; i < candidates->len; i++)
    n_open += g_array_index (candidates, Written, i).state == KP_MARK_NOT_ENTERED;
  if (n_open == 0)
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u candidates have no agreed mark yet: an entry is missing, or two entries differ. Enter or resolve them "
                 "first."),
               n_open);
  return FALSE;
}

static gboolean
fail_unseated (guint n_unseated,
               GError **error)
{
  if (n_unseated == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u candidates who passed the review have no seat and ticket yet. Draw the seats and hold the written exam "
                 "first."),
               n_unseated);
  return FALSE;
}

/* Without this a campaign where nothing has happened yet would get an empty shortlist, and lose its registration to it. */
static gboolean
check_seats (KpSession *session,
             KpRoster *roster,
             GError **error)
{
  guint n_unseated = 0;
  g_autoptr (GHashTable) posts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (session), &kp_post_table,
                                                   kp_session_get_campaign (session), "ORDER BY post", KP_NO_BINDS, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (records, i);

      if (g_str_equal (post->state, "planned"))
        {
          g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                               _("The posts aren't opened yet, so nobody can enter the interview. Review the applications and "
                                 "draw the seats first."));
          return FALSE;
        }
      if (!g_str_equal (post->state, "cancelled")
          && kp_scheme_get_post (kp_session_get_scheme (session), post->post)->has_written)
        g_hash_table_add (posts, (gpointer) post->post);
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n_unseated += !sits_written (dossier) && g_hash_table_contains (posts, dossier->application->post)
                    && g_str_equal (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_PASS));
    }
  return fail_unseated (n_unseated, error);
}

/* Everybody who sits the written exam, with the papers weighted. */
static GArray *
load_written (KpSession *session,
              KpRoster *roster,
              GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Written));
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) marks = kp_table_select (kp_session_get_database (session), &kp_mark_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (marks == NULL || !check_seats (session, roster, error))
    return NULL;
  index = index_marks (marks);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      Written written = { .dossier = kp_roster_get_dossier (roster, i) };

      if (!sits_written (written.dossier))
        continue;
      weigh_papers (scheme, index, &written);
      g_array_append_val (candidates, written);
    }
  if (!check_marks (candidates, error))
    return NULL;
  return g_steal_pointer (&candidates);
}

static gboolean
write_bonus (KpSession *session,
             KpLedger *ledger,
             const Written *written,
             guint *n_items,
             GError **error)
{
  const KpBonusPolicy *policy = &kp_session_get_scheme (session)->bonus;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (KpBonusResult) result = NULL;
  g_autofree KpBonusClaim *claims = NULL;
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, written->dossier->person);
  codes = kp_bonus_propose_items (policy, &facts);
  claims = g_new0 (KpBonusClaim, codes->len);
  for (guint i = 0; i < codes->len; i++)
    claims[i] = (KpBonusClaim) { .item = g_ptr_array_index (codes, i), .is_approved = TRUE };
  result = kp_bonus_decide (policy, &facts, claims, codes->len, written->state);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      const KpBonusAward *award = kp_bonus_result_get_award (result, code);
      KpBonusRecord record = {
        .campaign = kp_session_get_campaign (session),
        .application = written->dossier->application->application,
        .item = code,
        .points = award->amount,
        .counts = award->counts,
      };

      if (!kp_ledger_put (ledger, &kp_bonus_table, &record, error))
        return FALSE;
      *n_items += 1;
    }
  return TRUE;
}

/**
 * kp_step_award_bonus:
 * @session: a session, open for writing
 * @n_items: (out): items that candidates hold
 * @error: return location
 *
 * 加分: proposes the items whose condition a candidate fulfils by the reviewed registration, and marks those that the
 * scheme's rule lets count. Nobody without a written mark gets any (domain.md §7).
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_award_bonus (KpSession *session,
                     guint *n_items,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_SHORTLIST, "bonus", error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) candidates = NULL;

  *n_items = 0;
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  candidates = load_written (session, roster, error);
  if (candidates == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      if (!write_bonus (session, ledger, &g_array_index (candidates, Written, i), n_items, error))
        return FALSE;
    }
  return kp_session_commit (session, ledger, error);
}

/* application → its claims that the record holds */
static GHashTable *
index_claims (GPtrArray *records)
{
  GHashTable *claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      const KpBonusRecord *record = g_ptr_array_index (records, i);
      const KpBonusClaim claim = { .item = record->item, .is_approved = TRUE };
      GArray *own = g_hash_table_lookup (claims, record->application);

      if (own == NULL)
        {
          own = g_array_new (FALSE, FALSE, sizeof (KpBonusClaim));
          g_hash_table_insert (claims, (gpointer) record->application, own);
        }
      g_array_append_val (own, claim);
    }
  return claims;
}

/* 满分: what the papers give at most, by their weights. */
static KpFraction
get_full (const KpScheme *scheme)
{
  KpFraction full = KP_FRACTION_ZERO;

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      full = kp_fraction_add (full, kp_fraction_multiply (kp_fraction_from_mark (paper->full), paper->weight));
    }
  return full;
}

static void
add_bonus (const KpScheme *scheme,
           GHashTable *claims,
           Written *written)
{
  const KpBonusPolicy *policy = &scheme->bonus;
  GArray *own = g_hash_table_lookup (claims, written->dossier->application->application);
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, written->dossier->person);
  written->bonus = kp_bonus_decide_points (policy, &facts, own != NULL ? (const KpBonusClaim *) (gpointer) own->data : NULL,
                                           own != NULL ? own->len : 0, written->state);
  written->is_bonus_on_total = policy->target == KP_BONUS_ON_TOTAL;
  written->written = written->is_bonus_on_total ? written->paper
                                                : kp_bonus_add (policy, written->paper, written->bonus, get_full (scheme));
}

static gboolean
add_bonuses (KpSession *session,
             GArray *candidates,
             GError **error)
{
  g_autoptr (GHashTable) claims = NULL;
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (session), &kp_bonus_table,
                                                   kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (records == NULL)
    return FALSE;
  claims = index_claims (records);
  for (guint i = 0; i < candidates->len; i++)
    add_bonus (kp_session_get_scheme (session), claims, &g_array_index (candidates, Written, i));
  return TRUE;
}

static char *
dup_why (const Written *written,
         const KpShortlistResult *result,
         const KpShortlistSummary *summary,
         guint places)
{
  g_autofree char *paper = NULL;
  g_autofree char *bonus = NULL;
  g_autofree char *sum = NULL;

  if (written->state != KP_MARK_PRESENT)
    return g_strdup (kp_mark_state_get_chinese (written->state));
  paper = kp_fraction_dup_decimal (written->paper, 2);
  bonus = kp_mark_dup_text (written->bonus, 2);
  sum = kp_fraction_dup_decimal (written->written, 2);
  return g_strdup_printf ("卷面%s分，加分%s分%s，笔试成绩%s分，本岗位第%u名；岗位计划%u人，应入围%u人：%s", paper, bonus,
                          written->is_bonus_on_total ? "（计入综合成绩）" : "", sum, result->place.place, places, summary->wanted,
                          kp_shortlist_verdict_get_chinese (result->verdict));
}

static gboolean
put_shortlist (KpSession *session,
               KpLedger *ledger,
               const Written *written,
               const KpShortlistResult *result,
               const char *why,
               GError **error)
{
  const gboolean is_present = written->state == KP_MARK_PRESENT;
  KpShortlistRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = written->dossier->application->application,
    .post = written->dossier->application->post,
    .state = kp_mark_state_get_name (written->state),
    .paper = is_present ? kp_mark_column_from_fraction (written->paper) : KP_NO_INT,
    .bonus = is_present ? written->bonus : 0,
    .written = is_present ? kp_mark_column_from_fraction (written->written) : KP_NO_INT,
    .place = result->place.place > 0 ? (gint64) result->place.place : KP_NO_INT,
    .outcome = kp_shortlist_verdict_get_name (result->verdict),
    .why = why,
  };

  return kp_ledger_put (ledger, &kp_shortlist_table, &record, error);
}

/* The scheme's policy, with the ratio that a post may have of its own. */
static KpShortlistPolicy
get_policy (const KpScheme *scheme,
            const KpSchemePost *post)
{
  KpShortlistPolicy policy = scheme->shortlist;

  if (kp_fraction_is_known (post->shortlist_ratio))
    {
      policy.n_tiers = 1;
      policy.tiers[0] = (KpShortlistTier) {
        .from_places = 1,
        .ratio = post->shortlist_ratio,
      };
    }
  return policy;
}

static void
count_results (const KpShortlistCandidate *candidates,
               const KpShortlistResult *results,
               guint n,
               KpShortlistTally *tally)
{
  for (guint i = 0; i < n; i++)
    {
      tally->n_present += candidates[i].state == KP_MARK_PRESENT;
      tally->n_absent += candidates[i].state != KP_MARK_PRESENT;
      tally->n_entered += kp_shortlist_verdict_is_in (results[i].verdict);
    }
}

/* One post: everybody who sat for it against its places. */
static gboolean
shortlist_post (KpSession *session,
                KpLedger *ledger,
                const KpPostRecord *post,
                GArray *candidates,
                KpShortlistTally *tally,
                GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpShortlistPolicy policy = get_policy (scheme, kp_scheme_get_post (scheme, post->post));
  g_autofree KpShortlistCandidate *field = g_new0 (KpShortlistCandidate, candidates->len);
  g_autofree KpShortlistResult *results = g_new0 (KpShortlistResult, candidates->len);
  KpShortlistSummary summary = { 0 };

  for (guint i = 0; i < candidates->len; i++)
    {
      const Written *written = g_array_index (candidates, Written *, i);

      field[i] = (KpShortlistCandidate) {
        .state = written->state,
        .raw = written->paper,
        .score = written->written,
        .tie_key = written->paper,
      };
      tally->n_with_bonus += written->bonus > 0;
    }
  if (!kp_shortlist_decide (&policy, (guint) post->places, &scheme->written.line, field, candidates->len, results, &summary))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The scheme's shortlist has no ratio for a post of %u places (post %s); add one by an amendment."),
                   (guint) post->places, post->post);
      return FALSE;
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      const Written *written = g_array_index (candidates, Written *, i);
      g_autofree char *why = dup_why (written, &results[i], &summary, (guint) post->places);

      if (!put_shortlist (session, ledger, written, &results[i], why, error))
        return FALSE;
    }
  count_results (field, results, candidates->len, tally);
  return TRUE;
}

/* Posts without a written exam: whoever passed the review goes to the interview. */
static gboolean
exempt_post (KpSession *session,
             KpLedger *ledger,
             KpRoster *roster,
             const KpPostRecord *post,
             KpShortlistTally *tally,
             GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpApplicationRecord *application = kp_roster_get_dossier (roster, i)->application;
      KpShortlistRecord record = {
        .campaign = kp_session_get_campaign (session),
        .application = application->application,
        .post = application->post,
        .state = "exempt",
        .paper = KP_NO_INT,
        .written = KP_NO_INT,
        .place = KP_NO_INT,
        .outcome = kp_shortlist_verdict_get_name (KP_SHORTLIST_ENTERS),
        .why = "本岗位不组织笔试，资格审查合格人员直接进入面试",
      };

      if (!g_str_equal (application->post, post->post)
          || !g_str_equal (application->review, kp_review_outcome_get_name (KP_REVIEW_PASS)))
        continue;
      if (!kp_ledger_put (ledger, &kp_shortlist_table, &record, error))
        return FALSE;
      tally->n_exempt++;
    }
  return TRUE;
}

static gboolean
shortlist_posts (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *roster,
                 GArray *written,
                 KpShortlistTally *tally,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) posts = kp_table_select (kp_session_get_database (session), &kp_post_table,
                                                 kp_session_get_campaign (session), "ORDER BY post", KP_NO_BINDS, error);

  if (posts == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Written *));

      if (g_str_equal (post->state, "cancelled"))
        continue;
      if (!kp_scheme_get_post (scheme, post->post)->has_written)
        {
          if (!exempt_post (session, ledger, roster, post, tally, error))
            return FALSE;
          continue;
        }
      for (guint j = 0; j < written->len; j++)
        {
          Written *one = &g_array_index (written, Written, j);

          if (g_str_equal (one->dossier->application->post, post->post))
            g_array_append_val (own, one);
        }
      if (!shortlist_post (session, ledger, post, own, tally, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_shortlist:
 * @session: a session, open for writing
 * @tally: (out): what was decided
 * @error: return location
 *
 * 入围面试: weighs papers, adds the bonus that kp_step_award_bonus() left, ranks each post and cuts by ratio, line and the
 * scheme's rule for a tied last place (rules/kp-shortlist.c). May be run again until the interview is drawn.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_shortlist (KpSession *session,
                   KpShortlistTally *tally,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_SHORTLIST, NULL, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) written = NULL;

  *tally = (KpShortlistTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  written = load_written (session, roster, error);
  if (written == NULL)
    return FALSE;
  return add_bonuses (session, written, error) && shortlist_posts (session, ledger, roster, written, tally, error)
         && kp_session_commit (session, ledger, error);
}
