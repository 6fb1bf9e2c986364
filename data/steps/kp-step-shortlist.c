/* kp-step-shortlist.c – bonus, written results and the way into the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-shortlist.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-mark-column.h"
#include "kp-qualify.h"
#include "kp-written-field.h"

static gboolean
write_bonus (KpSession *session,
             KpLedger *ledger,
             const KpWrittenEntry *written,
             guint *n_items,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpBonusPolicy *policy = &scheme->bonus;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (KpBonusResult) result = NULL;
  g_autofree KpBonusClaim *claims = NULL;
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, written->dossier);
  codes = kp_bonus_propose_items (policy, &facts);
  claims = g_new0 (KpBonusClaim, codes->len);
  for (guint i = 0; i < codes->len; i++)
    claims[i] = (KpBonusClaim) { .item = g_ptr_array_index (codes, i), .is_approved = TRUE };
  result = kp_bonus_decide (policy, &facts, claims, codes->len, written->papers.state);

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
  candidates = kp_written_field_load (session, roster, error);
  if (candidates == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      const KpWrittenEntry *written = &g_array_index (candidates, KpWrittenEntry, i);

      if (!written->is_exempt && !write_bonus (session, ledger, written, n_items, error))
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

static void
add_bonus (const KpScheme *scheme,
           GHashTable *claims,
           KpWrittenEntry *written)
{
  const KpBonusPolicy *policy = &scheme->bonus;
  GArray *own = g_hash_table_lookup (claims, written->dossier->application->application);
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, written->dossier);
  written->bonus = kp_bonus_decide_points (policy, &facts, own != NULL ? (const KpBonusClaim *) (gpointer) own->data : NULL,
                                           own != NULL ? own->len : 0, written->papers.state);
  written->is_bonus_on_total = policy->target == KP_BONUS_ON_TOTAL;
  written->written = written->is_bonus_on_total
                         ? written->papers.paper
                         : kp_bonus_add (policy, written->papers.paper, written->bonus, written->papers.full);
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
    add_bonus (kp_session_get_scheme (session), claims, &g_array_index (candidates, KpWrittenEntry, i));
  return TRUE;
}

/* What else becomes of the points: "（按2/3折算，计入综合成绩）" */
static char *
dup_bonus_note (const KpBonusPolicy *policy)
{
  g_autofree char *weight = kp_fraction_dup_text (policy->weight);
  const gboolean is_weighed = kp_fraction_compare (policy->weight, KP_FRACTION_ONE) != 0;
  const gboolean is_on_total = policy->target == KP_BONUS_ON_TOTAL;

  if (!is_weighed)
    return g_strdup (is_on_total ? "（计入综合成绩）" : "");
  return g_strdup_printf ("（按%s折算%s）", weight, is_on_total ? "，计入综合成绩" : "");
}

/* The interview was drawn by another verdict: what has happened stays, and people decide what becomes of it. */
static gboolean
is_kept (const KpWrittenEntry *written,
         const KpShortlistResult *result)
{
  return written->is_listed && written->dossier->shortlist != NULL
         && kp_dossier_is_on_shortlist (written->dossier) != kp_shortlist_verdict_is_in (result->verdict);
}

static char *
dup_why (const KpBonusPolicy *policy,
         const KpWrittenEntry *written,
         const KpShortlistResult *result,
         const KpShortlistSummary *summary,
         guint places)
{
  g_autofree char *paper = NULL;
  g_autofree char *bonus = NULL;
  g_autofree char *note = dup_bonus_note (policy);
  g_autofree char *sum = NULL;

  if (written->is_exempt)
    return g_strdup ("符合免笔试条件，资格审查合格后进入面试");
  if (written->papers.state != KP_MARK_PRESENT)
    return g_strdup (kp_mark_state_get_chinese (written->papers.state));
  paper = kp_fraction_dup_decimal (written->papers.paper, 2);
  bonus = kp_mark_dup_text (written->bonus, 2);
  sum = kp_fraction_dup_decimal (written->written, 2);
  return g_strdup_printf ("卷面%s分，加分%s分%s，笔试成绩%s分，本岗位第%u名；岗位计划%u人，应入围%u人：%s%s", paper, bonus,
                          note, sum, result->place.place, places, summary->wanted,
                          kp_shortlist_verdict_get_chinese (result->verdict),
                          is_kept (written, result) ? "（面试名单已经确定，由招聘单位处理）" : "");
}

static gboolean
put_shortlist (KpSession *session,
               KpLedger *ledger,
               const KpWrittenEntry *written,
               const KpShortlistResult *result,
               const char *why,
               GError **error)
{
  const gboolean is_present = !written->is_exempt && written->papers.state == KP_MARK_PRESENT;
  KpShortlistRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = written->dossier->application->application,
    .post = written->dossier->application->post,
    .state = written->is_exempt ? "exempt" : kp_mark_state_get_name (written->papers.state),
    .paper = is_present ? kp_mark_column_from_fraction (written->papers.paper) : KP_NO_INT,
    .bonus = is_present ? written->bonus : 0,
    .written = is_present ? kp_mark_column_from_fraction (written->written) : KP_NO_INT,
    .place = result->place.place > 0 ? (gint64) result->place.place : KP_NO_INT,
    .outcome = is_kept (written, result) ? written->dossier->shortlist->outcome
                                         : kp_shortlist_verdict_get_name (result->verdict),
    .why = why,
  };

  return kp_ledger_put (ledger, &kp_shortlist_table, &record, error);
}

static void
count_results (const KpShortlistCandidate *candidates,
               const KpShortlistResult *results,
               guint n,
               KpShortlistTally *tally)
{
  for (guint i = 0; i < n; i++)
    {
      tally->n_exempt += candidates[i].is_exempt;
      tally->n_present += !candidates[i].is_exempt && candidates[i].state == KP_MARK_PRESENT;
      tally->n_absent += !candidates[i].is_exempt && candidates[i].state != KP_MARK_PRESENT;
      tally->n_entered += !candidates[i].is_exempt && kp_shortlist_verdict_is_in (results[i].verdict);
    }
}

/* The marks that a line is made of: of everybody, or of one post. */
static GArray *
gather_present (const KpLine *line,
                const char *post,
                GArray *entries,
                guint *n_open)
{
  GArray *present = g_array_new (FALSE, FALSE, sizeof (KpFraction));

  *n_open = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      const KpWrittenEntry *entry = &g_array_index (entries, KpWrittenEntry, i);

      if (entry->is_exempt
          || (line->per == KP_LINE_PER_POST && !g_str_equal (entry->dossier->application->post, post)))
        continue;
      if (entry->papers.state == KP_MARK_PRESENT)
        g_array_append_val (present, *(line->basis == KP_LINE_ON_PAPER ? &entry->papers.paper : &entry->written));
      *n_open += entry->papers.state == KP_MARK_NOT_ENTERED || entry->papers.state == KP_MARK_PENDING;
    }
  return present;
}

/* 笔试合格线 of one post. */
static gboolean
set_line (KpSession *session,
          const KpSchemePost *post,
          GArray *entries,
          KpLine *line,
          GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  KpLineContext context = { .full = kp_written_get_full (scheme, post) };
  g_autoptr (GArray) present = NULL;

  *line = scheme->written.line;
  present = gather_present (line, post->code, entries, &context.n_open);
  context.present = (const KpFraction *) (gpointer) present->data;
  context.n_present = present->len;
  switch (kp_line_decide (line, &context, &line->value))
    {
    case KP_LINE_OUTCOME_NOT_DECIDED:
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("By the scheme the committee sets the line of the written exam after the exam, and no decision "
                             "on it is recorded. Decide the line first."));
      return FALSE;
    case KP_LINE_OUTCOME_WAITS_FOR_MARKS:
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The line of the written exam is a share of the mean, and %u marks are still open. Resolve them first."),
                   context.n_open);
      return FALSE;
    case KP_LINE_OUTCOME_NONE:
    case KP_LINE_OUTCOME_SET:
    case KP_LINE_OUTCOME_NOBODY:
    default:
      return TRUE;
    }
}

/* What the committee has to say, and a plan that falls a second time, have no place in the record yet. */
static gboolean
check_shortage (const KpPostRecord *post,
                const KpShortlistSummary *summary,
                GError **error)
{
  if (summary->needs_decision)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Only %u candidates of post %s are over the line, %u are to be interviewed. By the scheme the committee "
                     "decides what becomes of the post, and no decision is recorded. Decide it first."),
                   summary->n_eligible, post->post, summary->wanted);
      return FALSE;
    }
  if (summary->reduced_places < (guint) post->places)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Only %u candidates of post %s are over the line, so its plan falls from %u to %u places. Record the "
                     "reduction first."),
                   summary->n_eligible, post->post, (guint) post->places, summary->reduced_places);
      return FALSE;
    }
  return TRUE;
}

static gboolean
decide_post (KpSession *session,
             const KpPostRecord *post,
             const KpLine *line,
             const KpShortlistCandidate *candidates,
             guint n_candidates,
             KpShortlistResult *results,
             KpShortlistSummary *summary,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpShortlistPolicy policy = kp_written_get_shortlist (scheme, kp_scheme_get_post (scheme, post->post));

  if (!kp_shortlist_decide (&policy, (guint) post->places, line, FALSE, candidates, n_candidates, results, summary))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The scheme's shortlist has no ratio for a post of %u places (post %s); add one by an amendment."),
                   (guint) post->places, post->post);
      return FALSE;
    }
  return check_shortage (post, summary, error);
}

/* One post: everybody who sat for it against its places. */
static gboolean
shortlist_post (KpSession *session,
                KpLedger *ledger,
                const KpPostRecord *post,
                const KpLine *line,
                GPtrArray *own,
                KpShortlistTally *tally,
                GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree KpShortlistCandidate *candidates = g_new0 (KpShortlistCandidate, own->len + 1);
  g_autofree KpShortlistResult *results = g_new0 (KpShortlistResult, own->len + 1);
  KpShortlistSummary summary = { 0 };

  for (guint i = 0; i < own->len; i++)
    {
      const KpWrittenEntry *written = g_ptr_array_index (own, i);
      KpCandidateFacts facts;

      kp_candidate_facts_init (&facts, scheme, written->dossier);
      candidates[i] = kp_written_make_candidate (scheme, kp_scheme_get_post (scheme, post->post), &written->papers,
                                                 written->written, &facts);
      tally->n_with_bonus += written->bonus > 0;
    }
  if (!decide_post (session, post, line, candidates, own->len, results, &summary, error))
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    {
      KpWrittenEntry *written = g_ptr_array_index (own, i);
      g_autofree char *why = dup_why (&scheme->bonus, written, &results[i], &summary, (guint) post->places);

      if (!put_shortlist (session, ledger, written, &results[i], why, error))
        return FALSE;
      written->verdict = results[i].verdict;
    }
  count_results (candidates, results, own->len, tally);
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

/* (element-type KpWrittenEntry): borrowed from @entries */
static GPtrArray *
gather_own (GArray *entries,
            const char *post)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      KpWrittenEntry *entry = &g_array_index (entries, KpWrittenEntry, i);

      if (g_str_equal (entry->dossier->application->post, post))
        g_ptr_array_add (own, entry);
    }
  return own;
}

/* @roster is nullable: posts without a written exam stay as they are. */
static gboolean
shortlist_posts (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *roster,
                 GArray *entries,
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
      const KpSchemePost *rule = kp_scheme_get_post (scheme, post->post);
      g_autoptr (GPtrArray) own = NULL;
      KpLine line;

      if (g_str_equal (post->state, "cancelled"))
        continue;
      if (!rule->has_written)
        {
          if (roster != NULL && !exempt_post (session, ledger, roster, post, tally, error))
            return FALSE;
          continue;
        }
      own = gather_own (entries, post->post);
      if (!set_line (session, rule, entries, &line, error)
          || !shortlist_post (session, ledger, post, &line, own, tally, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_drawn (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_roster_get_dossier (roster, i)->hearing != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whoever had no mark and has one now, or the other way round: whether the bonus counts hangs on it. */
static gboolean
award_again (KpSession *session,
             KpLedger *ledger,
             const KpWrittenEntry *written,
             GError **error)
{
  const KpShortlistRecord *stored = written->dossier->shortlist;
  const gboolean was_present
      = stored != NULL && g_str_equal (stored->state, kp_mark_state_get_name (KP_MARK_PRESENT));
  guint n_items = 0;

  return written->is_exempt || stored == NULL || was_present == (written->papers.state == KP_MARK_PRESENT)
         || write_bonus (session, ledger, written, &n_items, error);
}

/**
 * kp_shortlist_decide_again:
 * @session: a session
 * @ledger: its unit of work; marks are as they shall be
 * @roster: its roster
 * @error: return location
 *
 * Makes written marks, places and the shortlist of all posts again. Once the interview is drawn, who is on the list stays:
 * what the rules say then is each entry's verdict. Nothing is written where nothing differs.
 *
 * Returns: (transfer full) (nullable) (element-type KpWrittenEntry): everybody of the written exam, pointing into @roster;
 *   or %NULL with an error
 */
GArray *
kp_shortlist_decide_again (KpSession *session,
                           KpLedger *ledger,
                           KpRoster *roster,
                           GError **error)
{
  g_autoptr (GArray) entries = kp_written_field_load (session, roster, error);
  const gboolean is_listed = is_drawn (roster);
  KpShortlistTally tally = { 0 };

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      KpWrittenEntry *written = &g_array_index (entries, KpWrittenEntry, i);

      written->is_listed = is_listed;
      if (!award_again (session, ledger, written, error))
        return NULL;
    }
  if (!add_bonuses (session, entries, error)
      || !shortlist_posts (session, ledger, is_listed ? NULL : roster, entries, &tally, error))
    return NULL;
  return g_steal_pointer (&entries);
}

/**
 * kp_step_shortlist:
 * @session: a session, open for writing
 * @tally: (out): what was decided
 * @error: return location
 *
 * 入围面试: weighs papers, adds the bonus that kp_step_award_bonus() left, sets the line (rules/kp-line.c), ranks each post
 * and cuts by ratio, line and the scheme's rule for a tied last place (rules/kp-shortlist.c). May be run again until the
 * interview is drawn. A line or a shortage that the committee has to decide is refused until it is.
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
  written = kp_written_field_load (session, roster, error);
  if (written == NULL)
    return FALSE;
  return add_bonuses (session, written, error) && shortlist_posts (session, ledger, roster, written, tally, error)
         && kp_session_commit (session, ledger, error);
}
