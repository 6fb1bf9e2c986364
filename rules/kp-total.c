/* kp-total.c – total marks, tie orders and places of one post.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* total = round (written × w + interview × w + credential …), rounded once at the end unless the notice
 * rounds the parts too. A tie is a tie of the rounded total. It is parted by the fields that the scheme
 * lists, in its order:
 *
 *   77.72  ┐ 笔试高者 in the list: the written mark parts them
 *   77.72  ┘ 顺延小数位 before it: the exact totals 77.720 and 77.718 do, and another person wins
 *
 * What the list leaves equal keeps one place and is undecided.
 *
 * In one post the candidates may have different formulas (serving grid staff: credential and interview). Each total is
 * made by its own weights and rounding; places and tie order are those of the post. */

#include "kp-total.h"

typedef struct
{
  const char *name;
  const char *chinese;
} Word;

static const Word part_words[KP_N_PARTS] = {
  [KP_PART_WRITTEN] = { "written", "笔试成绩" },
  [KP_PART_INTERVIEW] = { "interview", "面试成绩" },
  [KP_PART_CREDENTIAL] = { "credential", "资历量化分" },
  [KP_PART_BONUS] = { "bonus", "加分" },
  [KP_PART_OTHER_1] = { "other_1", "第一项其他成绩" },
  [KP_PART_OTHER_2] = { "other_2", "第二项其他成绩" },
  [KP_PART_OTHER_3] = { "other_3", "第三项其他成绩" },
  [KP_PART_OTHER_4] = { "other_4", "第四项其他成绩" },
};

static const Word standing_words[KP_N_STANDINGS] = {
  [KP_STANDING_RANKED] = { "ranked", "列入名次" },
  [KP_STANDING_ABSENT] = { "absent", "面试缺考" },
  [KP_STANDING_VOID] = { "void", "成绩无效" },
  [KP_STANDING_BELOW_LINE] = { "below_line", "面试成绩低于合格线" },
  [KP_STANDING_OPEN] = { "open", "成绩未齐" },
  [KP_STANDING_BELOW_TOTAL_LINE] = { "below_total", "综合成绩低于合格线" },
  [KP_STANDING_DIRECT] = { "direct", "免试直接聘用" },
};

static const KpTieField default_ties[] = { KP_TIE_WRITTEN_WITH_BONUS, KP_TIE_VETERAN, KP_TIE_WRITTEN_PAPER,
                                           KP_TIE_EXTRA_TEST };

static gboolean
find_word (const Word *words, guint n_words, const char *name, guint *index)
{
  for (guint i = 0; name != NULL && i < n_words; i++)
    if (g_str_equal (words[i].name, name))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kp_total_policy_init:
 * @policy: (out): the defaults of domain.md §D; kp_total_policy_clear() frees what it owns
 *
 * 50 % and 50 %, two decimals, half up, only the total rounded; ties by written mark with bonus, veteran,
 * paper mark, extra test.
 */
void
kp_total_policy_init (KpTotalPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpTotalPolicy){
    .weights = { [KP_PART_WRITTEN] = { 1, 2 }, [KP_PART_INTERVIEW] = { 1, 2 } },
    .part_decimals = 2,
    .decimals = 2,
    .full = KP_MARK (100, 0),
    .rounding = KP_ROUNDING_HALF_UP,
    .place_rule = KP_PLACES_SHARED_SKIP,
    .ties = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_tie_free),
  };
  for (guint i = 0; i < G_N_ELEMENTS (default_ties); i++)
    g_ptr_array_add (policy->ties, kp_tie_new (default_ties[i]));
}

/**
 * kp_total_policy_clear:
 * @policy: a policy of kp_total_policy_init()
 *
 * Frees what it owns.
 */
void
kp_total_policy_clear (KpTotalPolicy *policy)
{
  g_clear_pointer (&policy->ties, g_ptr_array_unref);
}

/**
 * kp_total_policy_measure:
 * @policy: a policy
 * @source: what is known of one candidate
 * @ties: (out) (array length=KP_TOTAL_MAX_TIES): the `ties` of a #KpTotalCandidate
 *
 * Measures everything that may part this candidate from another, in the policy's order.
 */
void
kp_total_policy_measure (const KpTotalPolicy *policy, const KpTieSource *source, KpFraction *ties)
{
  g_return_if_fail (policy != NULL && policy->ties->len <= KP_TOTAL_MAX_TIES);

  for (guint i = 0; i < policy->ties->len; i++)
    ties[i] = kp_tie_measure (g_ptr_array_index (policy->ties, i), source);
}

/* The total of one candidate; OPEN when a part that counts isn't there. */
static void
add_parts (const KpTotalPolicy *shared, const KpTotalCandidate *candidate, KpTotalResult *result)
{
  const KpTotalPolicy *policy = candidate->policy != NULL ? candidate->policy : shared;

  *result = (KpTotalResult){ .standing = candidate->standing, .exact = KP_FRACTION_ZERO };
  if (candidate->standing != KP_STANDING_RANKED && candidate->standing != KP_STANDING_BELOW_LINE)
    {
      result->exact = KP_FRACTION_UNKNOWN;
      return;
    }
  for (guint part = 0; part < KP_N_PARTS; part++)
    {
      if (policy->weights[part].num == 0)
        continue;
      result->parts[part] = kp_fraction_multiply (candidate->parts[part], policy->weights[part]);
      if (policy->rounds_parts)
        result->parts[part] =
            kp_fraction_round (result->parts[part], policy->part_decimals, policy->rounding);
      result->exact = kp_fraction_add (result->exact, result->parts[part]);
    }
  if (kp_fraction_is_known (result->exact) && result->exact.num < 0) /* 扣分 beyond what there is */
    result->exact = KP_FRACTION_ZERO;
  if (!kp_fraction_round_to_mark (result->exact, policy->decimals, policy->rounding, &result->total))
    result->standing = KP_STANDING_OPEN;
  else if (policy->has_line && result->total < policy->line && result->standing == KP_STANDING_RANKED)
    result->standing = KP_STANDING_BELOW_TOTAL_LINE;
}

/**
 * kp_total_decide:
 * @policy: weights, rounding and tie order of this post; a candidate's own policy replaces all but the tie order and
 *   the rule of places
 * @candidates: (array length=n_candidates): all interviewed for one post
 * @n_candidates: how many
 * @results: (out) (array length=n_candidates): results[i] belongs to candidates[i]
 *
 * Computes the totals and the places of one post. Who has withdrawn or failed since is given as
 * %KP_STANDING_RANKED: places are never renumbered. Below a line: a total, no place; absent or void:
 * neither. The order of @candidates never matters, and what the tie order leaves equal is flagged in
 * results[i].place.is_undecided.
 */
void
kp_total_decide (const KpTotalPolicy *policy,
                 const KpTotalCandidate *candidates,
                 gsize n_candidates,
                 KpTotalResult *results)
{
  g_autofree KpFraction *keys = NULL;
  g_autofree KpRankItem *items = g_new0 (KpRankItem, n_candidates + 1);
  g_autofree KpRankPlace *ranking = g_new0 (KpRankPlace, n_candidates + 1);
  guint n_keys;

  g_return_if_fail (policy != NULL && policy->ties->len <= KP_TOTAL_MAX_TIES);
  g_return_if_fail (policy->decimals <= KP_MARK_DECIMALS &&
                    policy->part_decimals <= KP_FRACTION_MAX_DECIMALS);
  g_return_if_fail (n_candidates == 0 || (candidates != NULL && results != NULL));

  n_keys = 1 + policy->ties->len;
  keys = g_new0 (KpFraction, (n_candidates + 1) * n_keys);
  for (gsize i = 0; i < n_candidates; i++)
    {
      KpFraction *own = keys + i * n_keys;

      add_parts (policy, &candidates[i], &results[i]);
      own[0] = kp_fraction_from_mark (results[i].total);
      for (guint t = 0; t < policy->ties->len; t++)
        {
          const KpTie *tie = g_ptr_array_index (policy->ties, t);

          own[1 + t] = tie->field == KP_TIE_EXTENDED_DECIMALS ? results[i].exact : candidates[i].ties[t];
        }
      items[i] = (KpRankItem){ own, results[i].standing == KP_STANDING_RANKED };
    }
  kp_rank_decide (items, n_candidates, n_keys, policy->place_rule, ranking);
  for (gsize i = 0; i < n_candidates; i++)
    results[i].place = ranking[i];
}

/**
 * kp_standing_get_name:
 * @standing: a standing
 *
 * Returns: the stable name in answers and case files: "ranked"
 */
const char *
kp_standing_get_name (KpStanding standing)
{
  g_return_val_if_fail ((guint) standing < KP_N_STANDINGS, NULL);
  return standing_words[standing].name;
}

/**
 * kp_standing_get_chinese:
 * @standing: a standing
 *
 * Returns: the words of a list: "面试缺考"
 */
const char *
kp_standing_get_chinese (KpStanding standing)
{
  g_return_val_if_fail ((guint) standing < KP_N_STANDINGS, NULL);
  return standing_words[standing].chinese;
}

/**
 * kp_standing_has_total:
 * @standing: a standing
 *
 * Returns: whether a total belongs to it, though maybe no place.
 */
gboolean
kp_standing_has_total (KpStanding standing)
{
  return standing == KP_STANDING_RANKED || standing == KP_STANDING_BELOW_LINE ||
         standing == KP_STANDING_BELOW_TOTAL_LINE;
}

/**
 * kp_part_get_name:
 * @part: a part
 *
 * Returns: the stable name in scheme files: "written"
 */
const char *
kp_part_get_name (KpPart part)
{
  g_return_val_if_fail ((guint) part < KP_N_PARTS, NULL);
  return part_words[part].name;
}

/**
 * kp_part_get_chinese:
 * @part: a part
 *
 * Returns: the words of a list or a notice: "笔试成绩"
 */
const char *
kp_part_get_chinese (KpPart part)
{
  g_return_val_if_fail ((guint) part < KP_N_PARTS, NULL);
  return part_words[part].chinese;
}

/**
 * kp_part_from_name:
 * @name: (nullable): see kp_part_get_name()
 * @out: (out): the part
 *
 * Returns: whether @name is one
 */
gboolean
kp_part_from_name (const char *name, KpPart *out)
{
  guint index;

  g_return_val_if_fail (out != NULL, FALSE);
  if (!find_word (part_words, KP_N_PARTS, name, &index))
    return FALSE;
  *out = (KpPart) index;
  return TRUE;
}
