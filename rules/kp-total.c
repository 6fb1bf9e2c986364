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
 * What the list leaves equal keeps one place and is undecided. */

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
};

static const Word tie_words[KP_TIE_N_FIELDS] = {
  [KP_TIE_EXTENDED_DECIMALS] = { "extended_decimals", "顺延小数位" },
  [KP_TIE_WRITTEN_WITH_BONUS] = { "written_with_bonus", "笔试成绩（含加分）" },
  [KP_TIE_WRITTEN_PAPER] = { "written_paper", "笔试卷面成绩" },
  [KP_TIE_INTERVIEW] = { "interview", "面试成绩" },
  [KP_TIE_CREDENTIAL] = { "credential", "资历量化分" },
  [KP_TIE_PAPER_1] = { "paper_1", "第一科目成绩" },
  [KP_TIE_PAPER_2] = { "paper_2", "第二科目成绩" },
  [KP_TIE_PAPER_3] = { "paper_3", "第三科目成绩" },
  [KP_TIE_PAPER_4] = { "paper_4", "第四科目成绩" },
  [KP_TIE_VETERAN] = { "veteran", "退役军人优先" },
  [KP_TIE_MARTYR_CHILD] = { "martyr_child", "烈士子女优先" },
  [KP_TIE_MERIT] = { "merit", "立功受奖等次" },
  [KP_TIE_PARTY_MEMBER] = { "party_member", "中共党员优先" },
  [KP_TIE_VOLUNTEER] = { "volunteer", "社区志愿者优先" },
  [KP_TIE_GRID_STAFF] = { "grid_staff", "在岗网格员优先" },
  [KP_TIE_CERTIFICATE] = { "certificate", "社会工作职业资格等级" },
  [KP_TIE_EDUCATION] = { "education", "学历高者" },
  [KP_TIE_FRESH_GRADUATE] = { "fresh_graduate", "应届毕业生优先" },
  [KP_TIE_YOUNGER] = { "younger", "年龄小者" },
  [KP_TIE_SERVICE] = { "service", "服务年限长者" },
  [KP_TIE_DROPPED_MARKS] = { "dropped_marks", "面试去掉的最高分与最低分之和" },
  [KP_TIE_POST_PREFERENCE] = { "post_preference", "岗位优先条件" },
  [KP_TIE_EXTRA_TEST] = { "extra_test", "加试成绩" },
  [KP_TIE_DECISION] = { "decision", "领导小组研究决定" },
};

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
 * @policy: (out): the defaults of domain.md §D
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
    .rounding = KP_ROUNDING_HALF_UP,
    .place_rule = KP_PLACES_SHARED_SKIP,
    .ties = { KP_TIE_WRITTEN_WITH_BONUS, KP_TIE_VETERAN, KP_TIE_WRITTEN_PAPER, KP_TIE_EXTRA_TEST },
    .n_ties = 4,
  };
}

/* The total of one candidate; OPEN when a part that counts isn't there. */
static void
add_parts (const KpTotalPolicy *policy, const KpTotalCandidate *candidate, KpTotalResult *result)
{
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
  if (!kp_fraction_round_to_mark (result->exact, policy->decimals, policy->rounding, &result->total))
    result->standing = KP_STANDING_OPEN;
}

/**
 * kp_total_decide:
 * @policy: weights, rounding and tie order of this post
 * @candidates: (array length=n_candidates): all interviewed for one post
 * @n_candidates: how many
 * @results: (out) (array length=n_candidates): results[i] belongs to candidates[i]
 *
 * Computes the totals and the places of one post. Who has withdrawn or failed since is given as
 * %KP_STANDING_RANKED: places are never renumbered. Below the line: a total, no place; absent or void:
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

  g_return_if_fail (policy != NULL && policy->n_ties <= KP_TOTAL_MAX_TIES);
  g_return_if_fail (policy->decimals <= KP_MARK_DECIMALS &&
                    policy->part_decimals <= KP_FRACTION_MAX_DECIMALS);
  g_return_if_fail (n_candidates == 0 || (candidates != NULL && results != NULL));

  n_keys = 1 + policy->n_ties;
  keys = g_new0 (KpFraction, (n_candidates + 1) * n_keys);
  for (gsize i = 0; i < n_candidates; i++)
    {
      KpFraction *own = keys + i * n_keys;

      add_parts (policy, &candidates[i], &results[i]);
      own[0] = kp_fraction_from_mark (results[i].total);
      for (guint t = 0; t < policy->n_ties; t++)
        own[1 + t] = policy->ties[t] == KP_TIE_EXTENDED_DECIMALS ? results[i].exact
                                                                 : candidates[i].fields[policy->ties[t]];
      items[i] = (KpRankItem){ own, results[i].standing == KP_STANDING_RANKED };
    }
  kp_rank_decide (items, n_candidates, n_keys, policy->place_rule, ranking);
  for (gsize i = 0; i < n_candidates; i++)
    results[i].place = ranking[i];
}

/**
 * kp_interview_lines_decide:
 * @lines: the lines of the scheme
 * @n_present: candidates of the post who came to the interview
 * @places: places of the post
 * @line: (out): the line that holds
 *
 * Where not more candidates came than there are places there is no competition, and a higher line may hold
 * (面试未形成竞争的,面试成绩须达到70分).
 *
 * Returns: FALSE when there is no line
 */
gboolean
kp_interview_lines_decide (const KpInterviewLines *lines, guint n_present, guint places, KpMark *line)
{
  g_return_val_if_fail (lines != NULL && line != NULL, FALSE);

  if (lines->has_lone_line && n_present <= places)
    {
      *line = lines->has_line ? MAX (lines->line, lines->lone_line) : lines->lone_line;
      return TRUE;
    }
  *line = lines->has_line ? lines->line : 0;
  return lines->has_line;
}

/**
 * kp_tie_field_get_name:
 * @field: a field
 *
 * Returns: the stable name in scheme files: "written_with_bonus"
 */
const char *
kp_tie_field_get_name (KpTieField field)
{
  g_return_val_if_fail ((guint) field < KP_TIE_N_FIELDS, NULL);
  return tie_words[field].name;
}

/**
 * kp_tie_field_get_chinese:
 * @field: a field
 *
 * Returns: the words of a list or a notice: "笔试成绩(含加分)"
 */
const char *
kp_tie_field_get_chinese (KpTieField field)
{
  g_return_val_if_fail ((guint) field < KP_TIE_N_FIELDS, NULL);
  return tie_words[field].chinese;
}

/**
 * kp_tie_field_from_name:
 * @name: (nullable): see kp_tie_field_get_name()
 * @out: (out): the field
 *
 * Returns: whether @name is one
 */
gboolean
kp_tie_field_from_name (const char *name, KpTieField *out)
{
  guint index;

  g_return_val_if_fail (out != NULL, FALSE);
  if (!find_word (tie_words, KP_TIE_N_FIELDS, name, &index))
    return FALSE;
  *out = (KpTieField) index;
  return TRUE;
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
