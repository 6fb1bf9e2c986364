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
 * Returns: whether the candidate's own statements fulfil the item; one without a condition only a person can approve.
 */
gboolean
kp_bonus_item_is_proposed (const KpBonusItem      *item,
                           const KpCandidateFacts *facts)
{
  return item->condition != NULL && kp_condition_decide (item->condition, facts) == KP_VERDICT_MET;
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
  g_autofree KpBonusStep *steps = g_new0 (KpBonusStep, policy->items->len + 1);
  KpBonusResult          *result = g_new0 (KpBonusResult, 1);
  gboolean                has_mark = state == KP_MARK_PRESENT;
  KpBonusSum              sum;

  result->awards = g_array_new (FALSE, FALSE, sizeof (KpBonusAward));
  kp_bonus_measure (policy, facts, claims, n_claims, steps, &sum);
  for (guint i = 0; i < policy->items->len; i++)
    if (steps[i].award.item != NULL)
      {
        steps[i].award.counts = steps[i].award.counts && has_mark;
        g_array_append_val (result->awards, steps[i].award);
      }

  if (result->awards->len == 0)
    result->explanation = g_strdup ("无加分项。");
  else if (!has_mark)
    result->explanation = g_strdup ("没有有效成绩，不加分。");
  else
    {
      result->points = sum.points;
      result->is_open = sum.is_open;
      result->explanation = kp_bonus_dup_explanation (policy, steps, &sum);
    }

  return result;
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
 * Returns: the points before @policy's weight.
 */
KpMark
kp_bonus_decide_points (const KpBonusPolicy    *policy,
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
  kp_bonus_measure (policy, facts, claims, n_claims, many != NULL ? many : few, &sum);

  return sum.points;
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
 * Adds the points by their weight; where the policy says so, the sum stays within the full mark (加分后不超过满分) and is
 * rounded: (卷面成绩 + 加分) ÷ 1.5，保留两位小数.
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

  if (kp_fraction_is_known (sum) && !policy->may_exceed_full && kp_fraction_is_known (full)
      && kp_fraction_compare (sum, full) > 0)
    sum = full;
  if (policy->decimals == KP_CORRECTION_EXACT)
    return sum;

  return kp_fraction_round (sum, (guint) policy->decimals, policy->rounding);
}
