/* kp-shortlist.c – who enters the interview: ratio, line, tied last place, substitution.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a candidate is before seats are given (decide_standing), from the top:
 *
 *   免笔试                              EXEMPT       enters, no place
 *   absent, void, breach, no mark yet   NO_MARK      no place
 *   zero, where zero bars               ZERO         a place, never on the list
 *   direct, and no line for them        DIRECT       a place, enters without ratio
 *   below a single-paper line           BELOW_LINE   a place, never on the list
 *   the line isn't set yet              OPEN         a place, nobody can say
 *   below the line                      BELOW_LINE
 *   direct                              DIRECT
 *   else                                OUT          may enter, as far as the ratio goes (kp-shortlist-fill.c)
 *
 * 3 places at 1:2 (wanted = 6), two direct (d) among nine:
 *
 *   besides the ratio     d  2  3  d  5  6  7  8 | 9      six and the two direct ones
 *   direct_counts         d  2  3  d  5  6 | 7  8  9      the direct ones take up two of the six
 *
 * Four are over the line: all enter, and the post keeps its places, falls to 4 ÷ 2 = 2 or waits for the committee.
 *
 * Places are those of the first field for ever. When somebody leaves, the next in this order enters, but only as far as
 * the list is shorter than wanted: of seven for six one may leave before anybody is called (KP_REFILL_TO_RATIO). Who
 * leaves for a cause that opens no place keeps the seat empty. */

#include "kp-shortlist-private.h"

static const char *const verdict_names[KP_SHORTLIST_N_VERDICTS] = {
  "out", "enters", "enters-tied", "substitute", "undecided", "tied-out", "below-line", "no-mark", "zero",
  "direct", "exempt", "open",
};

static const char *const verdict_chinese[KP_SHORTLIST_N_VERDICTS] = {
  "未入围",         "入围",       "末位并列入围", "递补入围",         "末位并列待定",
  "末位并列未入围", "低于合格线", "无成绩",       "零分",             "直接进入面试",
  "免笔试进入面试", "合格线待定",
};

/**
 * kp_shortlist_basis_get_chinese:
 * @basis: what a list is ordered by
 *
 * Returns: what a notice calls it: "资历量化分"
 */
const char *
kp_shortlist_basis_get_chinese (KpShortlistBasis basis)
{
  static const char *const words[KP_SHORTLIST_N_BASES] = { "笔试成绩", "笔试卷面成绩", "资历量化分" };

  g_return_val_if_fail ((guint) basis < KP_SHORTLIST_N_BASES, NULL);
  return words[basis];
}

/**
 * kp_shortlist_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * 1:3, half up, by the mark with bonus, all tied at the last place enter, a short list is interviewed as it is,
 * substitution for every cause without a limit of rounds, refilled to the ratio.
 */
void
kp_shortlist_policy_init (KpShortlistPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpShortlistPolicy){
    .tiers = { { 1, 0, { 3, 1 }, 0 } },
    .n_tiers = 1,
    .rounding = KP_ROUNDING_HALF_UP,
    .basis = KP_SHORTLIST_BY_WITH_BONUS,
    .last_tie = KP_LAST_TIE_ALL_ENTER,
    .n_tie_keys = 1,
    .place_rule = KP_PLACES_SHARED_SKIP,
    .zero_is_out = TRUE,
    .may_substitute = TRUE,
    .refill = KP_REFILL_TO_RATIO,
  };
}

/**
 * kp_shortlist_policy_clear:
 * @policy: a policy that owns its conditions
 */
void
kp_shortlist_policy_clear (KpShortlistPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  g_clear_pointer (&policy->direct, kp_condition_free);
  g_clear_pointer (&policy->tie_keys, g_ptr_array_unref);
}

/**
 * kp_shortlist_policy_set_ratio:
 * @policy: a policy
 * @ratio: persons for each place
 *
 * One ratio for any number of places, instead of the tiers: that of a post, or one that the committee decided.
 */
void
kp_shortlist_policy_set_ratio (KpShortlistPolicy *policy, KpFraction ratio)
{
  g_return_if_fail (policy != NULL);

  policy->n_tiers = 1;
  policy->tiers[0] = (KpShortlistTier){ .from_places = 1, .ratio = ratio };
}

static const KpShortlistTier *
find_tier (const KpShortlistPolicy *policy, guint places)
{
  for (guint i = 0; i < MIN (policy->n_tiers, KP_SHORTLIST_MAX_TIERS); i++)
    {
      const KpShortlistTier *tier = &policy->tiers[i];

      if (places >= tier->from_places && (tier->to_places == 0 || places <= tier->to_places))
        return tier;
    }
  return NULL;
}

/**
 * kp_shortlist_decide_wanted:
 * @policy: the policy
 * @places: places of the post, after any reduction
 * @wanted: (out): how many are to be interviewed: round (places × ratio) + plus
 *
 * Returns: FALSE when no tier covers @places, or when the product is out of range
 */
gboolean
kp_shortlist_decide_wanted (const KpShortlistPolicy *policy, guint places, guint *wanted)
{
  const KpShortlistTier *tier;
  guint count;

  g_return_val_if_fail (policy != NULL && wanted != NULL, FALSE);
  g_return_val_if_fail (policy->n_tiers <= KP_SHORTLIST_MAX_TIERS, FALSE);

  tier = find_tier (policy, places);
  if (tier == NULL || !kp_fraction_round_to_count (kp_fraction_multiply (kp_fraction_new (places, 1), tier->ratio),
                                                   policy->rounding, &count))
    return FALSE;
  *wanted = count + tier->plus;
  return TRUE;
}

/**
 * kp_shortlist_decide_competing:
 * @policy: the policy, with the ratio that counts for the post
 * @places: places of the post as they are when the interviews begin
 *
 * 进入面试人数达不到比例: with fewer on the interview list the post has no competition. Where everybody over the line is
 * interviewed there is no ratio; then a list that isn't longer than the places is one without competition.
 *
 * Returns: how many have to be on the list
 */
guint
kp_shortlist_decide_competing (const KpShortlistPolicy *policy, guint places)
{
  guint wanted;

  g_return_val_if_fail (policy != NULL, places + 1);

  if (!policy->takes_all && kp_shortlist_decide_wanted (policy, places, &wanted))
    return wanted;
  return places + 1;
}

static KpFraction
get_ranked (const KpShortlistPolicy *policy, const KpShortlistCandidate *candidate)
{
  switch (policy->basis)
    {
    case KP_SHORTLIST_BY_PAPER:
      return candidate->raw;
    case KP_SHORTLIST_BY_CREDENTIAL:
      return candidate->credential;
    case KP_SHORTLIST_BY_WITH_BONUS:
    default:
      return candidate->score;
    }
}

static gboolean
has_mark (const KpShortlistPolicy *policy, const KpLine *line, const KpShortlistCandidate *candidate)
{
  if (candidate->state != KP_MARK_PRESENT ||
      (!candidate->is_unranked && !kp_fraction_is_known (get_ranked (policy, candidate))))
    return FALSE;
  if (line == NULL || line->basis == KP_LINE_NONE || candidate->has_no_exam)
    return TRUE;
  return kp_fraction_is_known (line->basis == KP_LINE_ON_PAPER ? candidate->raw : candidate->score);
}

/* What a candidate is before the list is filled: KP_SHORTLIST_OUT = may enter. */
static KpShortlistVerdict
decide_standing (const KpShortlistPolicy *policy,
                 const KpLine *line,
                 gboolean line_is_open,
                 const KpShortlistCandidate *candidate)
{
  const gboolean has_line = line != NULL && line->basis != KP_LINE_NONE && !candidate->has_no_exam;
  KpLine own = has_line ? *line : (KpLine){ 0 };

  if (candidate->has_line)
    own.value = candidate->line;
  if (candidate->is_exempt)
    return KP_SHORTLIST_EXEMPT;
  if (!has_mark (policy, line, candidate))
    return KP_SHORTLIST_NO_MARK;
  if (candidate->has_zero_paper || (policy->zero_is_out && !candidate->has_no_exam && candidate->raw.num == 0 &&
                                    kp_fraction_is_known (candidate->raw)))
    return KP_SHORTLIST_ZERO;
  if (candidate->is_direct && !policy->direct_needs_line)
    return KP_SHORTLIST_DIRECT;
  if (candidate->is_below_paper_line)
    return KP_SHORTLIST_BELOW_LINE;
  if (has_line && line_is_open && !candidate->has_line)
    return KP_SHORTLIST_OPEN;
  if (has_line && !kp_line_is_met (&own, candidate->raw, candidate->score))
    return KP_SHORTLIST_BELOW_LINE;
  return candidate->is_direct ? KP_SHORTLIST_DIRECT : KP_SHORTLIST_OUT;
}

static gboolean
is_open (const KpShortlistPolicy *policy, const KpShortlistCandidate *candidate)
{
  if (candidate->is_exempt)
    return FALSE;
  return candidate->state == KP_MARK_NOT_ENTERED || candidate->state == KP_MARK_PENDING ||
         (candidate->state == KP_MARK_PRESENT && !candidate->is_unranked &&
          !kp_fraction_is_known (get_ranked (policy, candidate)));
}

/**
 * kp_shortlist_counts:
 * @policy: the policy
 * @verdict: a verdict
 *
 * Returns: whether a person of this verdict takes up the ratio: all on the list but those who enter besides it
 */
gboolean
kp_shortlist_counts (const KpShortlistPolicy *policy, KpShortlistVerdict verdict)
{
  if (verdict == KP_SHORTLIST_DIRECT || verdict == KP_SHORTLIST_EXEMPT)
    return policy->direct_counts;
  return kp_shortlist_verdict_is_in (verdict);
}

/* The places that those who entered are enough for, with one person at least one; never more than there were. */
static guint
reduce_places (const KpShortlistPolicy *policy, guint places, guint n_entered, guint n_counted)
{
  const KpShortlistTier *tier = find_tier (policy, places);
  KpFraction enough;
  guint count = 0;

  if (n_entered == 0)
    return 0;
  if (tier == NULL || n_counted <= tier->plus)
    return MIN (places, 1);
  enough = kp_fraction_divide (kp_fraction_new (n_counted - tier->plus, 1), tier->ratio);
  if (!kp_fraction_round_to_count (enough, KP_ROUNDING_TRUNCATE, &count))
    return places;
  return MIN (places, MAX (count, 1));
}

/* 入围人数不足比例: @n_counted of those who entered take up the ratio, @n_able could have. Nothing is decided as long as
 * a mark or the line is missing; a list made short by a tie isn't a shortage. */
static void
decide_shortage (const KpShortlistPolicy *policy,
                 guint places,
                 guint n_counted,
                 guint n_able,
                 KpShortlistSummary *summary)
{
  summary->reduced_places = places;
  if (policy->takes_all || n_able >= summary->wanted || summary->n_open > 0 || summary->is_line_open)
    return;
  if (policy->shortage == KP_SHORTAGE_REDUCE_PLAN)
    summary->reduced_places = reduce_places (policy, places, summary->n_entered, n_counted);
  summary->needs_decision = policy->shortage == KP_SHORTAGE_DECIDE;
}

/* Places and standing of everybody; answers how many may enter by the ratio, and how many enter without it. */
static guint
begin_list (KpShortlistFilling *filling, const KpLine *line, gboolean line_is_open, KpShortlistSummary *summary)
{
  g_autofree KpRankItem *items = g_new0 (KpRankItem, filling->n_candidates + 1);
  g_autofree KpFraction *keys = g_new0 (KpFraction, filling->n_candidates + 1);
  guint n_may_enter = 0;

  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      const KpShortlistCandidate *candidate = &filling->candidates[i];
      KpShortlistVerdict verdict = decide_standing (filling->policy, line, line_is_open, candidate);

      filling->results[i] = (KpShortlistResult){ .verdict = verdict };
      keys[i] = get_ranked (filling->policy, candidate);
      items[i] = (KpRankItem){ &keys[i], !candidate->is_unranked && verdict != KP_SHORTLIST_NO_MARK &&
                                             verdict != KP_SHORTLIST_EXEMPT };
      filling->may_enter[i] = verdict == KP_SHORTLIST_OUT;
      n_may_enter += filling->may_enter[i] ? 1 : 0;
      summary->n_direct += verdict == KP_SHORTLIST_DIRECT || verdict == KP_SHORTLIST_EXEMPT ? 1 : 0;
      summary->n_eligible += filling->may_enter[i] || verdict == KP_SHORTLIST_DIRECT ? 1 : 0;
      summary->n_open += is_open (filling->policy, candidate) ? 1 : 0;
      summary->is_line_open = summary->is_line_open || verdict == KP_SHORTLIST_OPEN;
    }
  kp_rank_decide (items, filling->n_candidates, 1, filling->policy->place_rule, filling->places);
  return n_may_enter;
}

/**
 * kp_shortlist_decide:
 * @policy: the policy
 * @places: places of the post, after any reduction
 * @line: (nullable): 合格线 with its value set; NULL = none
 * @line_is_open: the line isn't set yet (kp_line_outcome_is_open()); nobody whom it concerns enters
 * @candidates: (array length=n_candidates): all of this post; has_left isn't looked at: the first list is by
 * marks alone
 * @n_candidates: how many
 * @results: (out) (array length=n_candidates): results[i] belongs to candidates[i]
 * @summary: (out): numbers for the list and for kp_shortlist_substitute()
 *
 * Decides the first list of one post. The order of @candidates never matters. As long as summary->n_open
 * isn't 0 or summary->is_line_open is set the list isn't final and must not be published.
 *
 * Returns: FALSE when no tier of the policy covers @places
 */
gboolean
kp_shortlist_decide (const KpShortlistPolicy *policy,
                     guint places,
                     const KpLine *line,
                     gboolean line_is_open,
                     const KpShortlistCandidate *candidates,
                     gsize n_candidates,
                     KpShortlistResult *results,
                     KpShortlistSummary *summary)
{
  g_autofree KpRankPlace *ranking = g_new0 (KpRankPlace, n_candidates + 1);
  g_autofree gboolean *may_enter = g_new0 (gboolean, n_candidates + 1);
  KpShortlistFilling filling = { policy, candidates, results, n_candidates, may_enter, ranking, 0 };
  guint n_may_enter, n_counted, n_filled;

  g_return_val_if_fail (policy != NULL && summary != NULL, FALSE);
  g_return_val_if_fail (n_candidates == 0 || (candidates != NULL && results != NULL), FALSE);

  *summary = (KpShortlistSummary){ 0 };
  if (!policy->takes_all && !kp_shortlist_decide_wanted (policy, places, &summary->wanted))
    return FALSE;

  n_may_enter = begin_list (&filling, line, line_is_open, summary);
  n_counted = policy->direct_counts ? summary->n_direct : 0;
  if (policy->takes_all)
    summary->wanted = n_may_enter + n_counted;
  n_filled = kp_shortlist_fill (&filling, summary->wanted - MIN (summary->wanted, n_counted), &summary->cut);
  summary->n_entered = n_filled + summary->n_direct;
  summary->is_short = n_filled + n_counted < summary->wanted;
  decide_shortage (policy, places, n_filled + n_counted, n_may_enter + n_counted, summary);
  for (gsize i = 0; i < n_candidates; i++)
    {
      results[i].place = ranking[i];
      summary->n_undecided += results[i].verdict == KP_SHORTLIST_UNDECIDED ? 1 : 0;
    }
  return TRUE;
}

/**
 * kp_shortlist_verdict_is_in:
 * @verdict: a verdict
 *
 * Returns: whether the person was put on the list, at first or as a substitute
 */
gboolean
kp_shortlist_verdict_is_in (KpShortlistVerdict verdict)
{
  return verdict == KP_SHORTLIST_ENTERS || verdict == KP_SHORTLIST_ENTERS_TIED ||
         verdict == KP_SHORTLIST_SUBSTITUTE || verdict == KP_SHORTLIST_DIRECT || verdict == KP_SHORTLIST_EXEMPT;
}

/**
 * kp_shortlist_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: the stable name in files and JSON: "enters-tied"
 */
const char *
kp_shortlist_verdict_get_name (KpShortlistVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_SHORTLIST_N_VERDICTS, NULL);
  return verdict_names[verdict];
}

/**
 * kp_shortlist_verdict_from_name:
 * @name: see kp_shortlist_verdict_get_name()
 * @out: (out): the verdict; untouched when @name is none
 *
 * Returns: whether @name is one
 */
gboolean
kp_shortlist_verdict_from_name (const char *name, KpShortlistVerdict *out)
{
  g_return_val_if_fail (out != NULL, FALSE);
  for (guint i = 0; i < KP_SHORTLIST_N_VERDICTS; i++)
    if (g_strcmp0 (verdict_names[i], name) == 0)
      {
        *out = (KpShortlistVerdict) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kp_shortlist_verdict_get_chinese:
 * @verdict: a verdict
 *
 * Returns: the words of a list: "末位并列入围"
 */
const char *
kp_shortlist_verdict_get_chinese (KpShortlistVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_SHORTLIST_N_VERDICTS, NULL);
  return verdict_chinese[verdict];
}
