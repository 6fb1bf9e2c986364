/* kp-tie.c – what can part two who are equal: a mark, a fact, a condition, an order of words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything becomes one number, the greater the better; who isn't known to have it has no number, and then the tie
 * waits there (kp-rank):
 *
 *   interview                      the mark
 *   younger                        2001-05-31 → 20010531
 *   fact, yes or no                1, 0
 *   fact, prefer less              the same, negated
 *   meets                          met 1, unmet 0; a paper or a person is needed: not known
 *   order [硕士, 本科]             硕士 2, 本科 1, any other word 0
 *
 * An empty claim (no certificate) is behind every other, whichever way the fact is preferred. */

#include "kp-tie.h"

#include "kp-tie-origin.h"

#include <string.h>

#define BEHIND_ALL ((KpFraction) { -1000000000, 1 })

typedef struct
{
  const char *name;
  const char *chinese;
  KpTieOrigin origin;
} Field;

static const Field fields[KP_TIE_N_FIELDS] = {
  [KP_TIE_EXTENDED_DECIMALS] = { "extended_decimals", "顺延小数位", KP_TIE_OF_TOTAL },
  [KP_TIE_WRITTEN_WITH_BONUS] = { "written_with_bonus", "笔试成绩（含加分）", KP_TIE_OF_WRITTEN },
  [KP_TIE_WRITTEN_PAPER] = { "written_paper", "笔试卷面成绩", KP_TIE_OF_WRITTEN },
  [KP_TIE_INTERVIEW] = { "interview", "面试成绩", KP_TIE_OF_INTERVIEW },
  [KP_TIE_CREDENTIAL] = { "credential", "资历量化分", KP_TIE_OF_CREDENTIAL },
  [KP_TIE_PAPER_1] = { "paper_1", "第一科目成绩", KP_TIE_OF_WRITTEN },
  [KP_TIE_PAPER_2] = { "paper_2", "第二科目成绩", KP_TIE_OF_WRITTEN },
  [KP_TIE_PAPER_3] = { "paper_3", "第三科目成绩", KP_TIE_OF_WRITTEN },
  [KP_TIE_PAPER_4] = { "paper_4", "第四科目成绩", KP_TIE_OF_WRITTEN },
  [KP_TIE_OTHER_1] = { "other_1", "第一项其他成绩", KP_TIE_OF_OTHER },
  [KP_TIE_OTHER_2] = { "other_2", "第二项其他成绩", KP_TIE_OF_OTHER },
  [KP_TIE_OTHER_3] = { "other_3", "第三项其他成绩", KP_TIE_OF_OTHER },
  [KP_TIE_OTHER_4] = { "other_4", "第四项其他成绩", KP_TIE_OF_OTHER },
  [KP_TIE_VETERAN] = { "veteran", "退役军人优先", KP_TIE_OF_REGISTRATION },
  [KP_TIE_MARTYR_CHILD] = { "martyr_child", "烈士子女优先", KP_TIE_OF_DECLARATION },
  [KP_TIE_MERIT] = { "merit", "立功受奖等次", KP_TIE_OF_DECLARATION },
  [KP_TIE_PARTY_MEMBER] = { "party_member", "中共党员优先", KP_TIE_OF_REGISTRATION },
  [KP_TIE_VOLUNTEER] = { "volunteer", "社区志愿者优先", KP_TIE_OF_DECLARATION },
  [KP_TIE_GRID_STAFF] = { "grid_staff", "在岗网格员优先", KP_TIE_OF_REGISTRATION },
  [KP_TIE_CERTIFICATE] = { "certificate", "社会工作职业资格等级", KP_TIE_OF_REGISTRATION },
  [KP_TIE_EDUCATION] = { "education", "学历高者", KP_TIE_OF_REGISTRATION },
  [KP_TIE_FRESH_GRADUATE] = { "fresh_graduate", "应届毕业生优先", KP_TIE_OF_DECLARATION },
  [KP_TIE_YOUNGER] = { "younger", "年龄小者", KP_TIE_OF_REGISTRATION },
  [KP_TIE_SERVICE] = { "service", "服务年限长者", KP_TIE_OF_DECLARATION },
  [KP_TIE_DROPPED_MARKS] = { "dropped_marks", "面试去掉的最高分与最低分之和", KP_TIE_OF_INTERVIEW },
  [KP_TIE_POST_PREFERENCE] = { "post_preference", "岗位优先条件", KP_TIE_OF_DECLARATION },
  [KP_TIE_EXTRA_TEST] = { "extra_test", "加试成绩", KP_TIE_OF_TIE },
  [KP_TIE_TOTAL] = { "total", "综合成绩", KP_TIE_OF_TOTAL },
  [KP_TIE_DECISION] = { "decision", "领导小组研究决定", KP_TIE_OF_COMMITTEE },
  [KP_TIE_FACT] = { "fact", "填报情况", KP_TIE_OF_REGISTRATION },
  [KP_TIE_MEETS] = { "meets", "符合规定条件者优先", KP_TIE_OF_REGISTRATION },
  [KP_TIE_ORDER] = { "order", "填报情况", KP_TIE_OF_REGISTRATION },
};

/**
 * kp_tie_new:
 * @field: what parts
 *
 * Returns: (transfer full): the tie key; FACT, MEETS and ORDER still need what they ask.
 */
KpTie *
kp_tie_new (KpTieField field)
{
  KpTie *tie = g_new0 (KpTie, 1);

  tie->field = field;

  return tie;
}

/**
 * kp_tie_copy:
 * @tie: a tie key
 *
 * Returns: (transfer full): another one like it, with all that it owns.
 */
KpTie *
kp_tie_copy (const KpTie *tie)
{
  KpTie *copy = kp_tie_new (tie->field);

  copy->fact = g_strdup (tie->fact);
  copy->prefers_less = tie->prefers_less;
  copy->condition = tie->condition != NULL ? kp_condition_copy (tie->condition) : NULL;
  copy->label = g_strdup (tie->label);
  copy->words = g_strdupv (tie->words);

  return copy;
}

/**
 * kp_tie_free:
 * @tie: (nullable) (transfer full): a tie key with all that it owns
 */
void
kp_tie_free (KpTie *tie)
{
  if (tie == NULL)
    return;

  g_free (tie->fact);
  g_clear_pointer (&tie->condition, kp_condition_free);
  g_free (tie->label);
  g_strfreev (tie->words);
  g_free (tie);
}

/**
 * kp_tie_is_like:
 * @tie: a tie key
 * @other: another one
 *
 * Returns: whether the later of the two can never part anybody whom the earlier left equal: both ask the same mark or
 * the same fact, whichever way. Two conditions are never held to be the same.
 */
gboolean
kp_tie_is_like (const KpTie *tie,
                const KpTie *other)
{
  if (tie->field != other->field || tie->field == KP_TIE_MEETS)
    return FALSE;

  return g_strcmp0 (tie->fact, other->fact) == 0;
}

static KpFraction
measure_truth (KpTruth truth)
{
  if (truth == KP_TRUTH_UNKNOWN)
    return KP_FRACTION_UNKNOWN;

  return truth == KP_TRUTH_YES ? KP_FRACTION_ONE : KP_FRACTION_ZERO;
}

static KpFraction
measure_date (KpDate date)
{
  if (!kp_date_is_valid (date))
    return KP_FRACTION_UNKNOWN;

  return kp_fraction_new (date.year * 10000 + date.month * 100 + date.day, 1);
}

/* A word that no table knows has no level: it isn't the lowest one. */
static KpFraction
measure_level (const char *word,
               guint       level)
{
  if (word == NULL)
    return KP_FRACTION_UNKNOWN;
  if (*word == '\0')
    return KP_FRACTION_ZERO;

  return level > 0 ? kp_fraction_new (level, 1) : KP_FRACTION_UNKNOWN;
}

static KpFraction
measure_party (const char *political)
{
  if (political == NULL)
    return KP_FRACTION_UNKNOWN;

  return g_str_has_prefix (political, "中共") ? KP_FRACTION_ONE : KP_FRACTION_ZERO;
}

static KpFraction
measure_word (const char *id,
              const char *word)
{
  if (strcmp (id, "education") == 0)
    return measure_level (word, kp_education_get_level (word));
  if (strcmp (id, "certificate") == 0)
    return measure_level (word, kp_certificate_get_level (word));

  return KP_FRACTION_UNKNOWN;
}

/* A word has an order only where a table gives its level; the scheme's check asks for "order" elsewhere. */
static KpFraction
measure_fact (const KpCandidateFacts *facts,
              const char             *id)
{
  const GPtrArray *defs = facts->declared != NULL ? kp_fact_table_get_defs (facts->declared) : NULL;
  KpFactValue      value;
  KpFactKind       kind;

  if (!kp_fact_find_kind (defs, id, &kind) || !kp_facts_find (facts, id, &value) || value.truth == KP_TRUTH_UNKNOWN)
    return KP_FRACTION_UNKNOWN;
  if (kind == KP_FACT_YES_NO)
    return measure_truth (value.truth);
  if (value.truth == KP_TRUTH_NO)
    return BEHIND_ALL;
  if (kind == KP_FACT_DATE)
    return measure_date (value.date);
  if (kind == KP_FACT_NUMBER)
    return value.number;

  return kind == KP_FACT_WORD && value.word != NULL ? measure_word (id, value.word) : KP_FRACTION_UNKNOWN;
}

/* The claim that says nothing stays behind when less is better; what isn't known stays unknown. */
static KpFraction
turn (KpFraction measure,
      gboolean   prefers_less)
{
  if (!prefers_less || !kp_fraction_is_known (measure) || kp_fraction_compare (measure, BEHIND_ALL) == 0)
    return measure;

  return kp_fraction_negate (measure);
}

static KpFraction
measure_order (const KpTie            *tie,
               const KpCandidateFacts *facts)
{
  const guint n = g_strv_length (tie->words);
  KpFactValue value;

  if (!kp_facts_find (facts, tie->fact, &value) || value.truth == KP_TRUTH_UNKNOWN)
    return KP_FRACTION_UNKNOWN;

  for (guint i = 0; value.truth == KP_TRUTH_YES && value.word != NULL && i < n; i++)
    if (strcmp (tie->words[i], value.word) == 0)
      return kp_fraction_new (n - i, 1);

  return KP_FRACTION_ZERO;
}

static KpFraction
measure_condition (const KpCondition      *condition,
                   const KpCandidateFacts *facts)
{
  KpVerdict verdict = kp_condition_decide (condition, facts);

  if (verdict == KP_VERDICT_MET)
    return KP_FRACTION_ONE;

  return verdict == KP_VERDICT_UNMET ? KP_FRACTION_ZERO : KP_FRACTION_UNKNOWN;
}

/* A claim whose proof failed gives no precedence. */
static KpTruth
find_truth (const KpCandidateFacts *facts,
            const char             *id)
{
  KpFactValue value = { .truth = KP_TRUTH_UNKNOWN };

  kp_facts_find (facts, id, &value);
  return value.truth;
}

static KpFraction
measure_facts (const KpTie            *tie,
               const KpCandidateFacts *facts)
{
  switch (tie->field)
    {
    case KP_TIE_VETERAN:
      return measure_truth (find_truth (facts, "veteran"));
    case KP_TIE_PARTY_MEMBER:
      return measure_party (facts->political);
    case KP_TIE_GRID_STAFF:
      return measure_truth (find_truth (facts, "grid_staff"));
    case KP_TIE_CERTIFICATE:
      return measure_level (facts->certificate, kp_certificate_get_level (facts->certificate));
    case KP_TIE_EDUCATION:
      return measure_level (facts->education, kp_education_get_level (facts->education));
    case KP_TIE_YOUNGER:
      return measure_date (facts->birth);
    case KP_TIE_FACT:
      return turn (measure_fact (facts, tie->fact), tie->prefers_less);
    case KP_TIE_MEETS:
      return measure_condition (tie->condition, facts);
    case KP_TIE_ORDER:
      return measure_order (tie, facts);
    default:
      return kp_tie_field_is_declared (tie->field) ? measure_fact (facts, kp_tie_field_get_name (tie->field))
                                                   : KP_FRACTION_UNKNOWN;
    }
}

/**
 * kp_tie_measure:
 * @tie: a tie key
 * @source: what is known of one candidate
 *
 * Pure and safe from any thread.
 *
 * Returns: a number, the greater the better; unknown where it isn't known, and always for EXTENDED_DECIMALS, which
 *   kp_total_decide() fills in.
 */
KpFraction
kp_tie_measure (const KpTie       *tie,
                const KpTieSource *source)
{
  g_return_val_if_fail (tie != NULL && source != NULL, KP_FRACTION_UNKNOWN);

  switch (tie->field)
    {
    case KP_TIE_WRITTEN_WITH_BONUS:
      return source->written_with_bonus;
    case KP_TIE_WRITTEN_PAPER:
      return source->written_paper;
    case KP_TIE_INTERVIEW:
      return source->interview;
    case KP_TIE_CREDENTIAL:
      return source->credential;
    case KP_TIE_PAPER_1:
    case KP_TIE_PAPER_2:
    case KP_TIE_PAPER_3:
    case KP_TIE_PAPER_4:
      return source->papers[tie->field - KP_TIE_PAPER_1];
    case KP_TIE_OTHER_1:
    case KP_TIE_OTHER_2:
    case KP_TIE_OTHER_3:
    case KP_TIE_OTHER_4:
      return source->others[tie->field - KP_TIE_OTHER_1];
    case KP_TIE_DROPPED_MARKS:
      return source->dropped_marks;
    case KP_TIE_EXTRA_TEST:
      return source->extra_test;
    case KP_TIE_TOTAL:
      return source->total;
    case KP_TIE_DECISION:
      return kp_fraction_negate (source->decision);
    default:
      return source->facts != NULL ? measure_facts (tie, source->facts) : KP_FRACTION_UNKNOWN;
    }
}

/**
 * kp_tie_field_is_declared:
 * @field: a field
 *
 * Returns: whether the name stands for a fact of the same id that the scheme declares: nothing else knows it.
 */
gboolean
kp_tie_field_is_declared (KpTieField field)
{
  return kp_tie_field_get_origin (field) == KP_TIE_OF_DECLARATION;
}

/**
 * kp_tie_field_get_origin:
 * @field: a field
 *
 * Returns: where its number comes from
 */
KpTieOrigin
kp_tie_field_get_origin (KpTieField field)
{
  g_return_val_if_fail ((guint) field < KP_TIE_N_FIELDS, KP_TIE_OF_TOTAL);
  return fields[field].origin;
}

/**
 * kp_tie_field_is_stated:
 * @field: a field
 *
 * Returns: whether it is known from the registration: who lacks it has to be asked, no mark is waited for.
 */
gboolean
kp_tie_field_is_stated (KpTieField field)
{
  const KpTieOrigin origin = kp_tie_field_get_origin (field);

  return origin == KP_TIE_OF_REGISTRATION || origin == KP_TIE_OF_DECLARATION;
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
  return fields[field].name;
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
  return fields[field].chinese;
}

/**
 * kp_tie_field_from_name:
 * @name: (nullable): see kp_tie_field_get_name()
 * @out: (out): the field
 *
 * Returns: whether @name is one that a file may write as a bare name.
 */
gboolean
kp_tie_field_from_name (const char *name,
                        KpTieField *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  for (guint i = 0; name != NULL && i < KP_TIE_N_NAMED; i++)
    if (strcmp (fields[i].name, name) == 0)
      {
        *out = (KpTieField) i;
        return TRUE;
      }

  return FALSE;
}
