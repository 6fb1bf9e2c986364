/* kp-bonus.c – bonus points 加分: the policy, and what a candidate's approved items give.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Only approved claims count, each item once. Whoever was absent or whose paper is void gets nothing: points are added
 * to a mark, and there is none. */

#include "kp-bonus-private.h"

#include "kp-correction.h"

#define FEW_ITEMS 32

/**
 * kp_bonus_item_new:
 *
 * Returns: (transfer full): an empty item; a length, where it has one, is counted in years.
 */
KpBonusItem *
kp_bonus_item_new (void)
{
  KpBonusItem *item = g_new0 (KpBonusItem, 1);

  item->per.unit_months = 12;
  item->per.unit = 1;

  return item;
}

/**
 * kp_bonus_item_free:
 * @item: (nullable) (transfer full): an item
 */
void
kp_bonus_item_free (KpBonusItem *item)
{
  if (item == NULL)
    return;

  g_free (item->code);
  g_free (item->label);
  g_free (item->group);
  g_free (item->clause);
  g_free (item->proof);
  kp_condition_free (item->condition);
  g_free (item->per.fact);
  g_free (item->per.until);
  g_free (item->per.fact_label);
  g_free (item->per.until_label);
  g_free (item);
}

/**
 * kp_bonus_group_new:
 *
 * Returns: (transfer full): an empty group, of which the best item counts.
 */
KpBonusGroup *
kp_bonus_group_new (void)
{
  return g_new0 (KpBonusGroup, 1);
}

/**
 * kp_bonus_group_free:
 * @group: (nullable) (transfer full): a group
 */
void
kp_bonus_group_free (KpBonusGroup *group)
{
  if (group == NULL)
    return;

  g_free (group->code);
  g_free (group->label);
  g_free (group);
}

/**
 * kp_bonus_policy_init:
 * @policy: (out caller-allocates): filled with the usual rule: the best single item, onto the written mark, no items
 */
void
kp_bonus_policy_init (KpBonusPolicy *policy)
{
  *policy = (KpBonusPolicy) {
    .items = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_bonus_item_free),
    .groups = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_bonus_group_free),
    .within = KP_BONUS_BEST,
    .across = KP_BONUS_BEST,
    .target = KP_BONUS_ON_WRITTEN,
    .weight = KP_FRACTION_ONE,
    .may_exceed_full = TRUE,
    .decimals = KP_CORRECTION_EXACT,
    .rounding = KP_ROUNDING_HALF_UP,
  };
}

/**
 * kp_bonus_policy_clear:
 * @policy: a policy; what it owns is freed, the struct isn't
 */
void
kp_bonus_policy_clear (KpBonusPolicy *policy)
{
  g_clear_pointer (&policy->items, g_ptr_array_unref);
  g_clear_pointer (&policy->groups, g_ptr_array_unref);
}

/**
 * kp_bonus_policy_get_group:
 * @policy: a policy
 * @code: (nullable): code of a group, as an item names it
 *
 * Returns: (transfer none) (nullable): the group; NULL = it has no rule of its own.
 */
const KpBonusGroup *
kp_bonus_policy_get_group (const KpBonusPolicy *policy,
                           const char          *code)
{
  for (guint i = 0; code != NULL && i < policy->groups->len; i++)
    {
      const KpBonusGroup *group = g_ptr_array_index (policy->groups, i);

      if (g_strcmp0 (group->code, code) == 0)
        return group;
    }

  return NULL;
}

/**
 * kp_bonus_policy_get_target:
 * @policy: a policy
 * @item: one of its items
 *
 * Returns: the mark to which the item's points are added
 */
KpBonusTarget
kp_bonus_policy_get_target (const KpBonusPolicy *policy,
                            const KpBonusItem   *item)
{
  return item->has_target ? item->target : policy->target;
}

/**
 * kp_bonus_policy_reaches:
 * @policy: a policy
 * @target: a mark
 *
 * Returns: whether some item's points are added to that mark
 */
gboolean
kp_bonus_policy_reaches (const KpBonusPolicy *policy,
                         KpBonusTarget        target)
{
  for (guint i = 0; i < policy->items->len; i++)
    if (kp_bonus_policy_get_target (policy, g_ptr_array_index (policy->items, i)) == target)
      return TRUE;

  return FALSE;
}

/**
 * kp_bonus_target_get_chinese:
 * @target: a mark
 *
 * Returns: what a notice calls it: "面试成绩"
 */
const char *
kp_bonus_target_get_chinese (KpBonusTarget target)
{
  static const char *const words[KP_BONUS_N_TARGETS] = { "笔试成绩", "综合成绩", "面试成绩", "入围排名" };

  g_return_val_if_fail ((guint) target < KP_BONUS_N_TARGETS, NULL);
  return words[target];
}

/**
 * kp_bonus_result_free:
 * @result: (nullable) (transfer full): a result
 */
void
kp_bonus_result_free (KpBonusResult *result)
{
  if (result == NULL)
    return;

  g_array_unref (result->awards);
  g_free (result->explanation);
  g_free (result);
}

/**
 * kp_bonus_result_get_award:
 * @result: a result
 * @code: code of an item
 *
 * Returns: (transfer none) (nullable): what the item gave; NULL = it isn't approved.
 */
const KpBonusAward *
kp_bonus_result_get_award (const KpBonusResult *result,
                           const char          *code)
{
  for (guint i = 0; i < result->awards->len; i++)
    {
      const KpBonusAward *award = &g_array_index (result->awards, KpBonusAward, i);

      if (g_strcmp0 (award->item->code, code) == 0)
        return award;
    }

  return NULL;
}

/**
 * kp_bonus_item_is_proposed:
 * @item: an item
 * @facts: what the candidate states
 *
 * Returns: whether the candidate's own statements fulfil the item; one without a condition, or that is graded, only a person
 *   can approve.
 */
gboolean
kp_bonus_item_is_proposed (const KpBonusItem      *item,
                           const KpCandidateFacts *facts)
{
  return item->condition != NULL && !item->is_graded && kp_condition_decide (item->condition, facts) == KP_VERDICT_MET;
}

/**
 * kp_bonus_propose_items:
 * @policy: a policy
 * @facts: what the candidate states
 *
 * Which items the candidate's own statements fulfil; a proposal for the reviewer, who approves or refuses each.
 *
 * Returns: (transfer container) (element-type utf8): item codes in the scheme's order; the texts stay the policy's.
 */
GPtrArray *
kp_bonus_propose_items (const KpBonusPolicy    *policy,
                        const KpCandidateFacts *facts)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < policy->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (policy->items, i);

      if (kp_bonus_item_is_proposed (item, facts))
        g_ptr_array_add (codes, item->code);
    }

  return codes;
}

/* One target of a person: its steps join those of the others, its words come behind theirs. */
static void
measure_target (const KpBonusPolicy    *policy,
                KpBonusTarget           target,
                const KpCandidateFacts *facts,
                const KpBonusClaim     *claims,
                guint                   n_claims,
                KpBonusStep            *all,
                KpBonusResult          *result,
                GString                *words)
{
  g_autofree KpBonusStep *steps = g_new0 (KpBonusStep, policy->items->len + 1);
  g_autofree gchar       *explanation = NULL;
  KpBonusSum              sum;
  guint                   n = 0;

  kp_bonus_measure (policy, target, facts, claims, n_claims, steps, &sum);
  for (guint i = 0; i < policy->items->len; i++)
    if (steps[i].award.item != NULL)
      {
        all[i] = steps[i];
        n++;
      }
  result->is_open = result->is_open || sum.is_open;
  if (target == policy->target)
    result->points = sum.points;
  if (n == 0)
    return;

  explanation = kp_bonus_dup_explanation (policy, steps, &sum);
  if (target != policy->target)
    g_string_append_printf (words, "计入%s：", kp_bonus_target_get_chinese (target));
  g_string_append (words, explanation);
}

/**
 * kp_bonus_decide:
 * @policy: a policy
 * @facts: (nullable): what the candidate states, for items that count the length of something
 * @claims: (array length=n_claims): the candidate's claims; one that names no item of the policy counts nothing
 * @n_claims: how many
 * @state: state of the mark that the points are added to
 *
 * Pure; the order of @claims changes nothing. Where a day isn't known that a length is counted from or to, the item gives
 * its fixed points alone and the result is open.
 *
 * Returns: (transfer full): the points before @policy's weight (0 without a mark), what each approved item gave, and
 * why in Chinese. It borrows items from @policy.
 */
KpBonusResult *
kp_bonus_decide (const KpBonusPolicy    *policy,
                 const KpCandidateFacts *facts,
                 const KpBonusClaim     *claims,
                 guint                   n_claims,
                 KpMarkState             state)
{
  g_autofree KpBonusStep *all = g_new0 (KpBonusStep, policy->items->len + 1);
  g_autoptr (GString)     words = g_string_new (NULL);
  KpBonusResult          *result = g_new0 (KpBonusResult, 1);
  gboolean                has_mark = state == KP_MARK_PRESENT;

  result->awards = g_array_new (FALSE, FALSE, sizeof (KpBonusAward));
  for (guint target = 0; target < KP_BONUS_N_TARGETS; target++)
    if (kp_bonus_policy_reaches (policy, (KpBonusTarget) target))
      measure_target (policy, (KpBonusTarget) target, facts, claims, n_claims, all, result, words);
  for (guint i = 0; i < policy->items->len; i++)
    if (all[i].award.item != NULL)
      {
        all[i].award.counts = all[i].award.counts && has_mark;
        g_array_append_val (result->awards, all[i].award);
      }

  if (result->awards->len == 0)
    result->explanation = g_strdup ("无加分项。");
  else if (!has_mark)
    result->explanation = g_strdup ("没有有效成绩，不加分。");
  else
    result->explanation = g_string_free (g_steal_pointer (&words), FALSE);
  if (!has_mark)
    {
      result->points = 0;
      result->is_open = FALSE;
    }

  return result;
}

static KpMark
decide_target (const KpBonusPolicy    *policy,
               KpBonusTarget           target,
               const KpCandidateFacts *facts,
               const KpBonusClaim     *claims,
               guint                   n_claims,
               KpMarkState             state)
{
  KpBonusStep             few[FEW_ITEMS];
  g_autofree KpBonusStep *many = NULL;
  KpBonusSum              sum;

  if (state != KP_MARK_PRESENT || n_claims == 0)
    return 0;
  if (policy->items->len > FEW_ITEMS)
    many = g_new0 (KpBonusStep, policy->items->len);
  kp_bonus_measure (policy, target, facts, claims, n_claims, many != NULL ? many : few, &sum);

  return sum.points;
}

/**
 * kp_bonus_decide_points:
 * @policy: a policy
 * @facts: (nullable): what the candidate states
 * @claims: (array length=n_claims): the candidate's claims
 * @n_claims: how many
 * @state: state of the mark that the points are added to
 *
 * kp_bonus_decide() for many: the same points, without a word.
 *
 * Returns: the points on @policy's own target, before its weight.
 */
KpMark
kp_bonus_decide_points (const KpBonusPolicy    *policy,
                        const KpCandidateFacts *facts,
                        const KpBonusClaim     *claims,
                        guint                   n_claims,
                        KpMarkState             state)
{
  return decide_target (policy, policy->target, facts, claims, n_claims, state);
}

/**
 * kp_bonus_decide_targets:
 * @policy: a policy
 * @facts: (nullable): what the candidate states
 * @claims: (array length=n_claims): the candidate's claims
 * @n_claims: how many
 * @state: state of the written mark
 * @is_unwritten: whether the candidate needs no written mark: then there is none to add to, but a total
 * @points: (out caller-allocates) (array fixed-size=4): the points on each #KpBonusTarget, before @policy's weight
 *
 * Allocates nothing where items are few: it runs for everybody.
 */
void
kp_bonus_decide_targets (const KpBonusPolicy    *policy,
                         const KpCandidateFacts *facts,
                         const KpBonusClaim     *claims,
                         guint                   n_claims,
                         KpMarkState             state,
                         gboolean                is_unwritten,
                         KpMark                 *points)
{
  for (guint i = 0; i < KP_BONUS_N_TARGETS; i++)
    {
      const gboolean is_on_written = i == KP_BONUS_ON_WRITTEN || i == KP_BONUS_ON_SHORTLIST;

      points[i] = 0;
      if (kp_bonus_policy_reaches (policy, (KpBonusTarget) i) && !(is_unwritten && is_on_written))
        points[i] = decide_target (policy, (KpBonusTarget) i, facts, claims, n_claims,
                                   is_unwritten ? KP_MARK_PRESENT : state);
    }
}

/**
 * kp_bonus_weigh:
 * @policy: a policy
 * @points: what kp_bonus_decide() gave
 *
 * Returns: what the points are worth in the mark that they are added to: points of a 150-mark paper in one of 100.
 */
KpFraction
kp_bonus_weigh (const KpBonusPolicy *policy,
                KpMark               points)
{
  return kp_fraction_multiply (kp_fraction_from_mark (points), policy->weight);
}

/**
 * kp_bonus_add:
 * @policy: a policy
 * @written: the written mark without bonus
 * @points: what kp_bonus_decide() gave
 * @full: full mark of @written, in the same scale
 *
 * Adds the points by their weight; points that are taken away leave at least 0. Where the policy says so, the sum stays
 * within the full mark (加分后不超过满分) and is rounded: (卷面成绩 + 加分) ÷ 1.5，保留两位小数.
 *
 * Returns: the written mark with bonus; unknown when @written is.
 */
KpFraction
kp_bonus_add (const KpBonusPolicy *policy,
              KpFraction           written,
              KpMark               points,
              KpFraction           full)
{
  KpFraction sum = kp_fraction_add (written, kp_bonus_weigh (policy, points));

  if (kp_fraction_is_known (sum) && sum.num < 0)
    sum = KP_FRACTION_ZERO;
  if (kp_fraction_is_known (sum) && !policy->may_exceed_full && kp_fraction_is_known (full)
      && kp_fraction_compare (sum, full) > 0)
    sum = full;
  if (policy->decimals == KP_CORRECTION_EXACT)
    return sum;

  return kp_fraction_round (sum, (guint) policy->decimals, policy->rounding);
}

/**
 * kp_bonus_add_to_interview:
 * @policy: a policy
 * @mark: the interview mark, corrected
 * @points: points on the interview, of kp_bonus_decide_targets()
 *
 * Adds the points by their weight; the sum is at least 0, and stays within 100 where the policy keeps sums within the full
 * mark.
 *
 * Returns: the interview mark that counts in the total; unknown when @mark is
 */
KpFraction
kp_bonus_add_to_interview (const KpBonusPolicy *policy,
                           KpFraction           mark,
                           KpMark               points)
{
  const KpFraction full = kp_fraction_new (100, 1);
  KpFraction       sum;

  if (points == 0 || !kp_fraction_is_known (mark))
    return mark;

  sum = kp_fraction_add (mark, kp_bonus_weigh (policy, points));
  if (sum.num < 0)
    return KP_FRACTION_ZERO;
  return !policy->may_exceed_full && kp_fraction_compare (sum, full) > 0 ? full : sum;
}
