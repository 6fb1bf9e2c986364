/* kp-shortlist.c – who enters the interview: ratio, line, tied last place, substitution.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cut, for 2 places at 1:3 (wanted = 6). A number is a place, | is the end of the list.
 *
 *   1  2  3  3  5  6 | 7  8      no tie at the end: six enter
 *
 *   1  2  3  3  5  6 | 6  8      a tie lies across the end: five are above it, two are on it, and only one of
 *                  └───┘         these two has room. decide_tied_last_place() says what happens:
 *                                  KP_LAST_TIE_ALL_ENTER   both enter, the list has seven (末位并列一并进入)
 *                                  KP_LAST_TIE_NONE_ENTER  neither enters, the list has five
 *                                  KP_LAST_TIE_BY_KEY      the paper mark parts them; when that is equal too,
 * both are undecided and a person must decide
 *
 *   1  2  2  2  5  5 | 7  8      a tie that ends at the end of the list: all enter, nothing to decide
 *
 *   1  2  3            |         fewer than wanted: all enter, the list is short
 *
 * Below the line or with zero: a place, but never on the list. Absent or void: no place.
 *
 * Places are those of the first field for ever. When somebody leaves, the next in this order enters, but only
 * as far as the list is shorter than wanted: of the seven above one may leave before anybody is called
 * (KP_REFILL_TO_RATIO). */

#include "kp-shortlist.h"

static const char *const verdict_names[KP_SHORTLIST_N_VERDICTS] = {
  "out", "enters", "enters-tied", "substitute", "undecided", "tied-out", "below-line", "no-mark", "zero",
};

static const char *const verdict_chinese[KP_SHORTLIST_N_VERDICTS] = {
  "未入围",         "入围",       "末位并列入围", "递补入围", "末位并列待定",
  "末位并列未入围", "低于合格线", "无成绩",       "零分",
};

/* One filling of free seats on the list. */
typedef struct
{
  const KpShortlistPolicy *policy;
  const KpShortlistCandidate *candidates;
  KpShortlistResult *results;
  gsize n_candidates;
  gboolean *may_enter;
  KpRankPlace *places;
  guint round; /* 0 = the first list */
} Filling;

/**
 * kp_shortlist_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * 1:3, half up, all tied at the last place enter, substitution without a limit of rounds, refilled to the
 * ratio.
 */
void
kp_shortlist_policy_init (KpShortlistPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpShortlistPolicy){
    .tiers = { { 1, 0, { 3, 1 }, 0 } },
    .n_tiers = 1,
    .rounding = KP_ROUNDING_HALF_UP,
    .last_tie = KP_LAST_TIE_ALL_ENTER,
    .place_rule = KP_PLACES_SHARED_SKIP,
    .zero_is_out = TRUE,
    .may_substitute = TRUE,
    .refill = KP_REFILL_TO_RATIO,
  };
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
  g_return_val_if_fail (policy != NULL && wanted != NULL, FALSE);
  g_return_val_if_fail (policy->n_tiers <= KP_SHORTLIST_MAX_TIERS, FALSE);

  for (guint i = 0; i < policy->n_tiers; i++)
    {
      const KpShortlistTier *tier = &policy->tiers[i];
      KpFraction product;
      guint count;

      if (places < tier->from_places || (tier->to_places != 0 && places > tier->to_places))
        continue;
      product = kp_fraction_multiply (kp_fraction_new (places, 1), tier->ratio);
      if (!kp_fraction_round_to_count (product, policy->rounding, &count))
        return FALSE;
      *wanted = count + tier->plus;
      return TRUE;
    }
  return FALSE;
}

/**
 * kp_line_decide_from_mean:
 * @share_bp: basis points of the mean: 6000 = 60 %
 * @present: (array length=n_present): the marks of all who sat the exam
 * @n_present: how many
 * @decimals: of the line
 * @rounding: of the line
 * @value: (out): the line
 *
 * For notices whose line is a share of the mean of all present (全体实考平均分的60%).
 *
 * Returns: FALSE when nobody was present or a mark is unknown
 */
gboolean
kp_line_decide_from_mean (guint share_bp,
                          const KpFraction *present,
                          gsize n_present,
                          guint decimals,
                          KpRounding rounding,
                          KpMark *value)
{
  KpFraction sum = KP_FRACTION_ZERO;

  g_return_val_if_fail (value != NULL && (n_present == 0 || present != NULL), FALSE);

  for (gsize i = 0; i < n_present; i++)
    sum = kp_fraction_add (sum, present[i]);
  return kp_fraction_round_to_mark (
      kp_fraction_weigh (kp_fraction_divide (sum, kp_fraction_new ((gint64) n_present, 1)), share_bp),
      decimals, rounding, value);
}

/* Takes the tied by the scheme's key, as many as there are free seats; who is equal in it too is undecided.
 */
static guint
part_tied_by_key (Filling *filling, guint cut_place, guint n_free, KpShortlistVerdict verdict)
{
  g_autofree KpRankItem *items = g_new0 (KpRankItem, filling->n_candidates);
  g_autofree KpRankPlace *by_key = g_new (KpRankPlace, filling->n_candidates);
  g_autofree gboolean *is_tied = g_new0 (gboolean, filling->n_candidates);
  KpRankCut cut;
  guint n_entered = 0;

  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      is_tied[i] = filling->may_enter[i] && filling->places[i].place == cut_place;
      items[i] = (KpRankItem){ &filling->candidates[i].tie_key, is_tied[i] };
    }
  kp_rank_decide (items, filling->n_candidates, 1, KP_PLACES_SHARED_SKIP, by_key);
  cut = kp_rank_find_cut (by_key, is_tied, filling->n_candidates, n_free);
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      gboolean fits = cut.n_above + cut.n_on_cut <= n_free;

      if (!is_tied[i])
        continue;
      if (by_key[i].place < cut.place || (by_key[i].place == cut.place && fits))
        {
          filling->results[i].verdict = verdict;
          n_entered++;
        }
      else
        filling->results[i].verdict =
            by_key[i].place == cut.place ? KP_SHORTLIST_UNDECIDED : KP_SHORTLIST_TIED_OUT;
      filling->results[i].round = filling->round;
    }
  return n_entered;
}

/* 末位并列: more persons hold the last place than the list has room for. @n_free of them have room. */
static guint
decide_tied_last_place (Filling *filling, guint cut_place, guint n_free)
{
  KpShortlistVerdict verdict = filling->round > 0 ? KP_SHORTLIST_SUBSTITUTE : KP_SHORTLIST_ENTERS_TIED;
  guint n_entered = 0;

  if (filling->policy->last_tie == KP_LAST_TIE_BY_KEY)
    return part_tied_by_key (filling, cut_place, n_free,
                             filling->round > 0 ? KP_SHORTLIST_SUBSTITUTE : KP_SHORTLIST_ENTERS);
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      if (!filling->may_enter[i] || filling->places[i].place != cut_place)
        continue;
      if (filling->policy->last_tie == KP_LAST_TIE_ALL_ENTER)
        {
          filling->results[i].verdict = verdict;
          filling->results[i].round = filling->round;
          n_entered++;
        }
      else
        filling->results[i].verdict = KP_SHORTLIST_TIED_OUT;
    }
  return n_entered;
}

/* Fills @n_free seats in the order of places; answers how many entered. */
static guint
fill_seats (Filling *filling, guint n_free, KpRankCut *cut)
{
  gboolean tie_crosses_end;
  guint n_entered = 0;

  *cut = kp_rank_find_cut (filling->places, filling->may_enter, filling->n_candidates, n_free);
  tie_crosses_end = cut->n_above + cut->n_on_cut > n_free;
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      guint place = filling->places[i].place;

      if (!filling->may_enter[i] || place > cut->place || (place == cut->place && tie_crosses_end))
        continue;
      filling->results[i].verdict = filling->round > 0 ? KP_SHORTLIST_SUBSTITUTE : KP_SHORTLIST_ENTERS;
      filling->results[i].round = filling->round;
      n_entered++;
    }
  if (tie_crosses_end)
    n_entered += decide_tied_last_place (filling, cut->place, n_free - cut->n_above);
  return n_entered;
}

/* What a candidate is before the list is filled: KP_SHORTLIST_OUT = may enter. */
static KpShortlistVerdict
decide_standing (const KpShortlistPolicy *policy, const KpLine *line, const KpShortlistCandidate *candidate)
{
  KpFraction measured;

  if (candidate->state != KP_MARK_PRESENT || !kp_fraction_is_known (candidate->score))
    return KP_SHORTLIST_NO_MARK;
  if (policy->zero_is_out && candidate->raw.num == 0 && kp_fraction_is_known (candidate->raw))
    return KP_SHORTLIST_ZERO;
  if (line == NULL || line->basis == KP_LINE_NONE)
    return KP_SHORTLIST_OUT;
  measured = line->basis == KP_LINE_ON_PAPER ? candidate->raw : candidate->score;
  if (!kp_fraction_is_known (measured))
    return KP_SHORTLIST_NO_MARK;
  return kp_fraction_compare (measured, kp_fraction_from_mark (line->value)) < 0 ? KP_SHORTLIST_BELOW_LINE
                                                                                 : KP_SHORTLIST_OUT;
}

static gboolean
is_open (const KpShortlistCandidate *candidate)
{
  return candidate->state == KP_MARK_NOT_ENTERED || candidate->state == KP_MARK_PENDING ||
         (candidate->state == KP_MARK_PRESENT && !kp_fraction_is_known (candidate->score));
}

/**
 * kp_shortlist_decide:
 * @policy: the policy
 * @places: places of the post, after any reduction
 * @line: (nullable): 合格线; NULL = none
 * @candidates: (array length=n_candidates): all of this post; has_left isn't looked at: the first list is by
 * marks alone
 * @n_candidates: how many
 * @results: (out) (array length=n_candidates): results[i] belongs to candidates[i]
 * @summary: (out): numbers for the list and for kp_shortlist_substitute()
 *
 * Decides the first list of one post. The order of @candidates never matters. As long as summary->n_open
 * isn't 0 the list isn't final and must not be published.
 *
 * Returns: FALSE when no tier of the policy covers @places
 */
gboolean
kp_shortlist_decide (const KpShortlistPolicy *policy,
                     guint places,
                     const KpLine *line,
                     const KpShortlistCandidate *candidates,
                     gsize n_candidates,
                     KpShortlistResult *results,
                     KpShortlistSummary *summary)
{
  g_autofree KpRankItem *items = g_new0 (KpRankItem, n_candidates + 1);
  g_autofree KpRankPlace *ranking = g_new0 (KpRankPlace, n_candidates + 1);
  g_autofree gboolean *may_enter = g_new0 (gboolean, n_candidates + 1);
  Filling filling = { policy, candidates, results, n_candidates, may_enter, ranking, 0 };

  g_return_val_if_fail (policy != NULL && summary != NULL, FALSE);
  g_return_val_if_fail (n_candidates == 0 || (candidates != NULL && results != NULL), FALSE);

  *summary = (KpShortlistSummary){ 0 };
  if (!policy->takes_all && !kp_shortlist_decide_wanted (policy, places, &summary->wanted))
    return FALSE;

  for (gsize i = 0; i < n_candidates; i++)
    {
      results[i] = (KpShortlistResult){ .verdict = decide_standing (policy, line, &candidates[i]) };
      items[i] = (KpRankItem){ &candidates[i].score, results[i].verdict != KP_SHORTLIST_NO_MARK };
      may_enter[i] = results[i].verdict == KP_SHORTLIST_OUT;
      summary->n_eligible += may_enter[i] ? 1 : 0;
      summary->n_open += is_open (&candidates[i]) ? 1 : 0;
    }
  kp_rank_decide (items, n_candidates, 1, policy->place_rule, ranking);
  if (policy->takes_all)
    summary->wanted = summary->n_eligible;
  summary->n_entered = fill_seats (&filling, summary->wanted, &summary->cut);
  summary->is_short = summary->n_entered < summary->wanted;
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
         verdict == KP_SHORTLIST_SUBSTITUTE;
}

/* Who could be called in this round; FALSE when the first list itself is undecided. */
static gboolean
gather_substitutes (Filling *filling, guint *n_on_list)
{
  gboolean is_settled = TRUE;

  *n_on_list = 0;
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      const KpShortlistResult *result = &filling->results[i];
      gboolean has_left = filling->candidates[i].has_left;
      gboolean waits = result->verdict == KP_SHORTLIST_UNDECIDED;

      if (waits && result->round == 0)
        is_settled = FALSE;
      filling->places[i] = result->place;
      filling->may_enter[i] = !has_left && (result->verdict == KP_SHORTLIST_OUT ||
                                            result->verdict == KP_SHORTLIST_TIED_OUT || waits);
      *n_on_list += kp_shortlist_verdict_is_in (result->verdict) && !has_left ? 1 : 0;
    }
  return is_settled;
}

/**
 * kp_shortlist_substitute:
 * @policy: the policy
 * @summary: of kp_shortlist_decide()
 * @candidates: (array length=n_candidates): as they were, with has_left as it is now
 * @n_candidates: how many
 * @is_closed: whether the deadline of the scheme has passed
 * @rounds_done: rounds of substitution so far
 * @results: (inout) (array length=n_candidates): from kp_shortlist_decide() and the rounds so far
 * @n_new: (out): how many entered in this round
 *
 * One round of substitution 递补: the list is filled from the next in the first order, who hasn't left, up to
 * the ratio (or the first length, as the policy says). Those tied at the end are treated as on the first
 * list. Places stay.
 *
 * Returns: what was done, or why nothing was
 */
KpSubstitution
kp_shortlist_substitute (const KpShortlistPolicy *policy,
                         const KpShortlistSummary *summary,
                         const KpShortlistCandidate *candidates,
                         gsize n_candidates,
                         gboolean is_closed,
                         guint rounds_done,
                         KpShortlistResult *results,
                         guint *n_new)
{
  g_autofree gboolean *may_enter = g_new0 (gboolean, n_candidates + 1);
  g_autofree KpRankPlace *ranking = g_new0 (KpRankPlace, n_candidates + 1);
  Filling filling = { policy, candidates, results, n_candidates, may_enter, ranking, rounds_done + 1 };
  guint n_on_list, target;
  gboolean is_settled;
  KpRankCut cut;

  g_return_val_if_fail (policy != NULL && summary != NULL && n_new != NULL, KP_SUBSTITUTION_NOT_ALLOWED);
  g_return_val_if_fail (n_candidates == 0 || (candidates != NULL && results != NULL),
                        KP_SUBSTITUTION_NOT_ALLOWED);

  *n_new = 0;
  is_settled = gather_substitutes (&filling, &n_on_list);
  target = policy->refill == KP_REFILL_TO_LIST_LENGTH ? summary->n_entered : summary->wanted;
  if (!policy->may_substitute)
    return KP_SUBSTITUTION_NOT_ALLOWED;
  if (n_on_list >= target)
    return KP_SUBSTITUTION_NOT_NEEDED;
  if (is_closed)
    return KP_SUBSTITUTION_CLOSED;
  if (policy->max_rounds > 0 && rounds_done >= policy->max_rounds)
    return KP_SUBSTITUTION_ROUNDS_USED;
  if (!is_settled)
    return KP_SUBSTITUTION_UNDECIDED;

  for (gsize i = 0; i < n_candidates; i++)
    if (results[i].verdict == KP_SHORTLIST_UNDECIDED)
      results[i].verdict = KP_SHORTLIST_OUT; /* of an earlier round: asked anew with what is known now */
  *n_new = fill_seats (&filling, target - n_on_list, &cut);
  for (gsize i = 0; i < n_candidates; i++)
    if (results[i].verdict == KP_SHORTLIST_UNDECIDED)
      return KP_SUBSTITUTION_UNDECIDED;
  return *n_new > 0 ? KP_SUBSTITUTION_DONE : KP_SUBSTITUTION_NOBODY_LEFT;
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
