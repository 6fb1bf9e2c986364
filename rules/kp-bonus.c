/* kp-bonus.c – bonus points 加分: which approved items count, and how much.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Only approved claims count, each item once. Whoever was absent or whose paper is void gets nothing: points are added
 * to a mark, and there is none. The cap, where the notice has one, is the last step under every rule. */

#include "kp-bonus.h"

#include <string.h>

static const char *const rule_chinese[] = {
  [KP_BONUS_MAX_SINGLE] = "只取最高一项",
  [KP_BONUS_SUM] = "各项累计",
  [KP_BONUS_BEST_OF_GROUP] = "每类取最高一项后累计",
};

/**
 * kp_bonus_item_new:
 *
 * Returns: (transfer full): an empty item.
 */
KpBonusItem *
kp_bonus_item_new (void)
{
  return g_new0 (KpBonusItem, 1);
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
  kp_condition_free (item->condition);
  g_free (item);
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
    .rule = KP_BONUS_MAX_SINGLE,
    .target = KP_BONUS_ON_WRITTEN,
    .may_exceed_full = TRUE,
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

  g_ptr_array_unref (result->counted);
  g_free (result->explanation);
  g_free (result);
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

      if (item->condition != NULL && kp_condition_decide (item->condition, facts) == KP_VERDICT_MET)
        g_ptr_array_add (codes, item->code);
    }

  return codes;
}

static gboolean
is_approved (const KpBonusItem  *item,
             const KpBonusClaim *claims,
             guint               n_claims)
{
  for (guint i = 0; i < n_claims; i++)
    if (claims[i].is_approved && g_strcmp0 (claims[i].item, item->code) == 0)
      return TRUE;

  return FALSE;
}

/* Whether another approved item shuts this one out; of equal ones the first of the scheme stays. */
static gboolean
is_outdone (const KpBonusPolicy *policy,
            const GPtrArray     *approved,
            guint                index)
{
  const KpBonusItem *item = g_ptr_array_index (approved, index);

  if (policy->rule == KP_BONUS_SUM)
    return FALSE;

  for (guint i = 0; i < approved->len; i++)
    {
      const KpBonusItem *other = g_ptr_array_index (approved, i);

      if (i == index)
        continue;
      if (policy->rule == KP_BONUS_BEST_OF_GROUP && g_strcmp0 (other->group, item->group) != 0)
        continue;
      if (other->points > item->points || (other->points == item->points && i < index))
        return TRUE;
    }

  return FALSE;
}

/* "2", "1.5": points without idle zeros. */
static gchar *
dup_points (KpMark points)
{
  gchar *text = kp_mark_dup_text (points, KP_MARK_DECIMALS);
  gsize  length = strlen (text);

  while (length > 1 && text[length - 1] == '0')
    length--;
  if (length > 1 && text[length - 1] == '.')
    length--;
  text[length] = '\0';

  return text;
}

static gchar *
dup_explanation (const KpBonusPolicy *policy,
                 const GPtrArray     *approved,
                 KpMark               sum,
                 KpMark               points)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree gchar   *given = dup_points (points);

  for (guint i = 0; i < approved->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (approved, i);
      g_autofree gchar  *worth = dup_points (item->points);

      g_string_append_printf (text, "%s%s%s分", i > 0 ? "、" : "", item->label, worth);
    }
  g_string_append_printf (text, "；%s", rule_chinese[policy->rule]);
  if (points < sum)
    g_string_append (text, "，以上限为准");
  g_string_append_printf (text, "，加%s分。", given);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kp_bonus_decide:
 * @policy: a policy
 * @claims: (array length=n_claims): the candidate's claims; one that names no item of the policy counts nothing
 * @n_claims: how many
 * @state: state of the mark that the points are added to
 *
 * Pure; the order of @claims changes nothing.
 *
 * Returns: (transfer full): the points (0 without a mark), which items they come from, and why in Chinese.
 */
KpBonusResult *
kp_bonus_decide (const KpBonusPolicy *policy,
                 const KpBonusClaim  *claims,
                 guint                n_claims,
                 KpMarkState          state)
{
  g_autoptr (GPtrArray) approved = g_ptr_array_new ();
  KpBonusResult        *result = g_new0 (KpBonusResult, 1);
  KpMark                sum = 0;

  result->counted = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < policy->items->len; i++)
    if (is_approved (g_ptr_array_index (policy->items, i), claims, n_claims))
      g_ptr_array_add (approved, g_ptr_array_index (policy->items, i));

  if (approved->len == 0 || state != KP_MARK_PRESENT)
    {
      result->explanation = g_strdup (approved->len == 0 ? "无加分项。" : "没有有效成绩，不加分。");
      return result;
    }

  for (guint i = 0; i < approved->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (approved, i);

      if (is_outdone (policy, approved, i))
        continue;
      sum += item->points;
      g_ptr_array_add (result->counted, g_strdup (item->code));
    }
  result->points = policy->has_cap ? MIN (sum, policy->cap) : sum;
  result->explanation = dup_explanation (policy, approved, sum, result->points);

  return result;
}
