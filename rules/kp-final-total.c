/* kp-final-total.c – 最终成绩: the total and a scored background check of those only who were called by the total.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two places, 1:1.5 called, total 80 % and check 20 %, line 60:
 *
 *         total   place   called   check   final total     place
 *   K1    85.00     1      yes      70     68.00 + 14.00     3     → not hired
 *   K2    84.00     2      yes      95     67.20 + 19.00     1
 *   K3    83.00     3      yes      90     66.40 + 18.00     2
 *   K4    82.00     4      no        –           –           –     called when one of the three leaves and two don't remain
 *
 * The total says who is called, first and as a substitute; the final total says who of them gets the places. Who is below
 * the line has failed the check: a final total, no place. */

#include "kp-final-total.h"

static const char *const words[KP_N_STANDINGS] = {
  [KP_STANDING_RANKED] = "列入名次",
  [KP_STANDING_ABSENT] = "未参加考察",
  [KP_STANDING_VOID] = "考察成绩无效",
  [KP_STANDING_BELOW_LINE] = "考察成绩低于合格线",
  [KP_STANDING_OPEN] = "考察成绩未录",
  [KP_STANDING_BELOW_TOTAL_LINE] = NULL,
};

/**
 * kp_final_total_policy_init:
 * @policy: (out): a policy
 *
 * Nothing is scored; two decimals, half up, shared places.
 */
void
kp_final_total_policy_init (KpFinalTotalPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpFinalTotalPolicy) {
    .of_total = KP_FRACTION_UNKNOWN,
    .of_mark = KP_FRACTION_UNKNOWN,
    .part_decimals = 2,
    .decimals = 2,
    .rounding = KP_ROUNDING_HALF_UP,
    .place_rule = KP_PLACES_SHARED_SKIP,
    .ties = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_tie_free),
  };
}

/**
 * kp_final_total_policy_clear:
 * @policy: a policy of kp_final_total_policy_init()
 *
 * Frees what it owns.
 */
void
kp_final_total_policy_clear (KpFinalTotalPolicy *policy)
{
  g_clear_pointer (&policy->other, g_free);
  g_clear_pointer (&policy->ties, g_ptr_array_unref);
}

/**
 * kp_final_total_judge:
 * @policy: a policy that scores
 * @mark: of the check
 *
 * Returns: RANKED, BELOW_LINE, ABSENT or VOID; OPEN as long as there is no mark
 */
KpStanding
kp_final_total_judge (const KpFinalTotalPolicy *policy,
                      KpStatedMark              mark)
{
  switch (mark.state)
    {
    case KP_MARK_PRESENT:
      if (policy->has_line && (mark.mark < policy->line || (policy->line_is_strict && mark.mark == policy->line)))
        return KP_STANDING_BELOW_LINE;
      return KP_STANDING_RANKED;
    case KP_MARK_ABSENT:
      return KP_STANDING_ABSENT;
    case KP_MARK_BREACH:
    case KP_MARK_VOID_ALL:
      return KP_STANDING_VOID;
    case KP_MARK_NOT_ENTERED:
    case KP_MARK_PENDING:
    default:
      return KP_STANDING_OPEN;
    }
}

/**
 * kp_final_total_judge_direct:
 * @policy: a policy that scores
 * @mark: of the check, of somebody who is hired without exam
 *
 * 免试直接聘用: there is no total to add the mark to, so it can only fail the person; without a line nobody waits for it.
 *
 * Returns: as kp_final_total_judge()
 */
KpStanding
kp_final_total_judge_direct (const KpFinalTotalPolicy *policy,
                             KpStatedMark              mark)
{
  const KpStanding standing = kp_final_total_judge (policy, mark);

  return standing == KP_STANDING_OPEN && !policy->has_line ? KP_STANDING_RANKED : standing;
}

/**
 * kp_final_total_find_cause:
 * @standing: of kp_final_total_judge()
 * @cause: (out): for which the person leaves the list at the check; untouched when the person stays. Who doesn't come to it
 *   gives it up (视为放弃), a void mark is a failed check
 *
 * Returns: whether the mark of the check alone takes the person off the list
 */
gboolean
kp_final_total_find_cause (KpStanding standing,
                           KpCause   *cause)
{
  if (standing != KP_STANDING_BELOW_LINE && standing != KP_STANDING_ABSENT && standing != KP_STANDING_VOID)
    return FALSE;

  *cause = standing == KP_STANDING_ABSENT ? KP_CAUSE_WITHDREW : KP_CAUSE_FAILED;
  return TRUE;
}

/**
 * kp_final_total_measure:
 * @policy: a policy
 * @source: what is known of one candidate, the total too
 * @ties: (out) (array length=KP_TOTAL_MAX_TIES): the `ties` of a #KpFinalTotalCandidate
 *
 * Measures everything that may part this candidate from another, in the policy's order.
 */
void
kp_final_total_measure (const KpFinalTotalPolicy *policy,
                        const KpTieSource        *source,
                        KpFraction               *ties)
{
  g_return_if_fail (policy->ties->len <= KP_TOTAL_MAX_TIES);

  for (guint i = 0; i < policy->ties->len; i++)
    ties[i] = kp_tie_measure (g_ptr_array_index (policy->ties, i), source);
}

static KpFraction
weigh (const KpFinalTotalPolicy *policy,
       KpMark                    mark,
       KpFraction                weight)
{
  const KpFraction part = kp_fraction_multiply (kp_fraction_from_mark (mark), weight);

  return policy->rounds_parts ? kp_fraction_round (part, policy->part_decimals, policy->rounding) : part;
}

static void
add_up (const KpFinalTotalPolicy    *policy,
        const KpFinalTotalCandidate *candidate,
        KpFinalTotalResult          *result)
{
  *result = (KpFinalTotalResult) {
    .standing = kp_final_total_judge (policy, candidate->mark),
    .of_total = KP_FRACTION_UNKNOWN,
    .of_mark = KP_FRACTION_UNKNOWN,
    .exact = KP_FRACTION_UNKNOWN,
  };
  if (!kp_standing_has_total (result->standing))
    return;

  result->of_total = weigh (policy, candidate->total, policy->of_total);
  result->of_mark = weigh (policy, candidate->mark.mark, policy->of_mark);
  result->exact = kp_fraction_add (result->of_total, result->of_mark);
  if (!kp_fraction_round_to_mark (result->exact, policy->decimals, policy->rounding, &result->total))
    result->standing = KP_STANDING_OPEN;
}

/**
 * kp_final_total_decide:
 * @policy: a policy that scores
 * @candidates: (array length=n_candidates): who of one post was called to the check
 * @n_candidates: how many
 * @results: (out) (array length=n_candidates): results[i] belongs to candidates[i]
 *
 * Computes the final totals and places of one post. Who has left since is given as well: places are never renumbered. What
 * the tie order leaves equal is flagged in results[i].place.is_undecided; the order of @candidates never matters.
 */
void
kp_final_total_decide (const KpFinalTotalPolicy    *policy,
                       const KpFinalTotalCandidate *candidates,
                       gsize                        n_candidates,
                       KpFinalTotalResult          *results)
{
  const guint             n_keys = 1 + policy->ties->len;
  g_autofree KpFraction  *keys = g_new0 (KpFraction, (n_candidates + 1) * n_keys);
  g_autofree KpRankItem  *items = g_new0 (KpRankItem, n_candidates + 1);
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, n_candidates + 1);

  g_return_if_fail (policy->ties->len <= KP_TOTAL_MAX_TIES);

  for (gsize i = 0; i < n_candidates; i++)
    {
      KpFraction *own = keys + i * n_keys;

      add_up (policy, &candidates[i], &results[i]);
      own[0] = kp_fraction_from_mark (results[i].total);
      for (guint t = 0; t < policy->ties->len; t++)
        own[1 + t] = ((const KpTie *) g_ptr_array_index (policy->ties, t))->field == KP_TIE_EXTENDED_DECIMALS
                         ? results[i].exact
                         : candidates[i].ties[t];
      items[i] = (KpRankItem) { own, results[i].standing == KP_STANDING_RANKED };
    }
  kp_rank_decide (items, n_candidates, n_keys, policy->place_rule, places);
  for (gsize i = 0; i < n_candidates; i++)
    results[i].place = places[i];
}

/**
 * kp_final_total_get_chinese:
 * @standing: of a final total
 *
 * Returns: (nullable): the words of a list: "考察成绩低于合格线"
 */
const char *
kp_final_total_get_chinese (KpStanding standing)
{
  g_return_val_if_fail ((guint) standing < KP_N_STANDINGS, NULL);
  return words[standing];
}
