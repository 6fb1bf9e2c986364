/* kp-condition.c – conditions of a notice: made, copied and named.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition.h"

#include <string.h>

static const char *const kind_names[KP_N_CONDITION_KINDS] = {
  [KP_CONDITION_ALL_OF] = "all_of",
  [KP_CONDITION_ANY_OF] = "any_of",
  [KP_CONDITION_EXCEPT] = "except",
  [KP_CONDITION_SOME_OF] = "some_of",
  [KP_CONDITION_BORN] = "born",
  [KP_CONDITION_EDUCATION_AT_LEAST] = "education_at_least",
  [KP_CONDITION_EDUCATION_IN] = "education_in",
  [KP_CONDITION_DEGREE_IN] = "degree_in",
  [KP_CONDITION_MAJOR_IN] = "major_in",
  [KP_CONDITION_POLITICAL_IN] = "political_in",
  [KP_CONDITION_SEX_IN] = "sex_in",
  [KP_CONDITION_RESIDENCE_IN] = "residence_in",
  [KP_CONDITION_CERTIFICATE_AT_LEAST] = "certificate_at_least",
  [KP_CONDITION_GRADUATED] = "graduated",
  [KP_CONDITION_VETERAN] = "veteran",
  [KP_CONDITION_GRID_STAFF] = "grid_staff",
  [KP_CONDITION_GRID_MONTHS] = "grid_months",
  [KP_CONDITION_SERVICE_MONTHS] = "service_months",
  [KP_CONDITION_IS] = "is",
  [KP_CONDITION_WORD_IN] = "word_in",
  [KP_CONDITION_PLACE_IN] = "place_in",
  [KP_CONDITION_DATED] = "dated",
  [KP_CONDITION_MONTHS_SINCE] = "months_since",
  [KP_CONDITION_AT_LEAST] = "at_least",
  [KP_CONDITION_AT_MOST] = "at_most",
  [KP_CONDITION_POST_IN] = "post_in",
  [KP_CONDITION_POST_STREET_IN] = "post_street_in",
  [KP_CONDITION_SAME_AS_POST] = "same_as_post",
  [KP_CONDITION_COUNTS_AS] = "counts_as",
  [KP_CONDITION_BY_HAND] = "by_hand",
};

typedef struct
{
  const char *word;
  guint       level;
} Level;

/* 高中, 中专, 职高 and 技校 are one stage of schooling (高中阶段教育). */
static const Level education_levels[] = {
  { "小学", 1 }, { "初中", 2 }, { "高中", 3 }, { "中专", 3 }, { "职高", 3 },
  { "技校", 3 }, { "大专", 4 }, { "本科", 5 }, { "硕士", 6 }, { "博士", 7 },
};

static const Level certificate_levels[] = {
  { "助理社会工作师", 1 },
  { "社会工作师", 2 },
  { "高级社会工作师", 3 },
};

static const char *const verdict_names[] = {
  [KP_VERDICT_MET] = "met",
  [KP_VERDICT_UNMET] = "unmet",
  [KP_VERDICT_NEEDS_PAPER] = "needs_paper",
  [KP_VERDICT_BY_HAND] = "by_hand",
  [KP_VERDICT_NOT_APPLICABLE] = "not_applicable",
};

static const char *const verdict_chinese[] = {
  [KP_VERDICT_MET] = "符合",
  [KP_VERDICT_UNMET] = "不符合",
  [KP_VERDICT_NEEDS_PAPER] = "需补充材料",
  [KP_VERDICT_BY_HAND] = "待核实",
  [KP_VERDICT_NOT_APPLICABLE] = "不适用",
};

static guint
find_level (const Level *levels,
            gsize        n_levels,
            const char  *word)
{
  for (gsize i = 0; word != NULL && i < n_levels; i++)
    if (strcmp (levels[i].word, word) == 0)
      return levels[i].level;

  return 0;
}

/**
 * kp_education_get_level:
 * @education: (nullable): a standard word, 小学 to 博士
 *
 * Returns: the stage of schooling, 1 (小学) to 7 (博士); 高中 and 中专 are the same stage; 0 = not a standard word.
 */
guint
kp_education_get_level (const char *education)
{
  return find_level (education_levels, G_N_ELEMENTS (education_levels), education);
}

/**
 * kp_certificate_get_level:
 * @certificate: (nullable): 助理社会工作师, 社会工作师 or 高级社会工作师
 *
 * Returns: 1 to 3, or 0 for none or another word.
 */
guint
kp_certificate_get_level (const char *certificate)
{
  return find_level (certificate_levels, G_N_ELEMENTS (certificate_levels), certificate);
}

/**
 * kp_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: the stable name in records and JSON.
 */
const char *
kp_verdict_get_name (KpVerdict verdict)
{
  return verdict_names[verdict];
}

/**
 * kp_verdict_get_chinese:
 * @verdict: a verdict
 *
 * Returns: the word on screen and paper.
 */
const char *
kp_verdict_get_chinese (KpVerdict verdict)
{
  return verdict_chinese[verdict];
}

/**
 * kp_verdict_parse:
 * @name: (nullable): see kp_verdict_get_name()
 * @out: (out): the verdict
 *
 * Returns: whether @name is one
 */
gboolean
kp_verdict_parse (const char *name,
                  KpVerdict  *out)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (verdict_names); i++)
    if (g_str_equal (verdict_names[i], name))
      {
        *out = (KpVerdict) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_condition_kind_get_name:
 * @kind: a kind
 *
 * Returns: the stable name used in scheme files.
 */
const char *
kp_condition_kind_get_name (KpConditionKind kind)
{
  return kind_names[kind];
}

/**
 * kp_condition_kind_parse:
 * @name: (nullable): a name from a scheme file
 * @out: (out): the kind; untouched when there is none
 *
 * Returns: whether there is such a kind.
 */
gboolean
kp_condition_kind_parse (const char      *name,
                         KpConditionKind *out)
{
  for (guint i = 0; name != NULL && i < KP_N_CONDITION_KINDS; i++)
    if (strcmp (kind_names[i], name) == 0)
      {
        *out = (KpConditionKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_condition_kind_has_parts:
 * @kind: a kind
 *
 * Returns: whether conditions of this kind are made of others.
 */
gboolean
kp_condition_kind_has_parts (KpConditionKind kind)
{
  return kind <= KP_CONDITION_SOME_OF;
}

/**
 * kp_condition_new:
 * @kind: what is asked
 *
 * Returns: (transfer full): a condition with empty fields; the kinds made of parts get an empty list.
 */
KpCondition *
kp_condition_new (KpConditionKind kind)
{
  KpCondition *condition = g_new0 (KpCondition, 1);

  condition->kind = kind;
  if (kp_condition_kind_has_parts (kind))
    condition->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_condition_free);

  return condition;
}

/**
 * kp_condition_copy:
 * @condition: (nullable): a condition
 *
 * Returns: (transfer full) (nullable): the whole tree anew.
 */
KpCondition *
kp_condition_copy (const KpCondition *condition)
{
  KpCondition *copy;

  if (condition == NULL)
    return NULL;

  copy = kp_condition_new (condition->kind);
  copy->from = condition->from;
  copy->to = condition->to;
  copy->months = condition->months;
  copy->words = g_strdupv (condition->words);
  copy->text = g_strdup (condition->text);
  copy->count = condition->count;
  copy->fact = g_strdup (condition->fact);
  copy->until = g_strdup (condition->until);
  copy->value = condition->value;
  copy->label = g_strdup (condition->label);
  copy->until_label = g_strdup (condition->until_label);
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    g_ptr_array_add (copy->parts, kp_condition_copy (g_ptr_array_index (condition->parts, i)));

  return copy;
}

/**
 * kp_condition_free:
 * @condition: (nullable) (transfer full): a condition; its parts are freed with it
 */
void
kp_condition_free (KpCondition *condition)
{
  if (condition == NULL)
    return;

  g_strfreev (condition->words);
  g_free (condition->text);
  g_free (condition->fact);
  g_free (condition->until);
  g_free (condition->label);
  g_free (condition->until_label);
  g_clear_pointer (&condition->parts, g_ptr_array_unref);
  g_free (condition);
}
