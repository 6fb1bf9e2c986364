/* kp-institution.c – contracts of public institutions 事业单位聘用合同: term, probation, end, by their own regulations.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 事业单位人事管理条例:
 *
 *   §13   twelve months of probation for a first contract of three years or more; less than that six at most
 *         (关于在事业单位试行人员聘用制度的意见 二), never twice
 *   §14   ten years here and fewer than ten to the pension: until the pension, when the worker asks
 *   §15   absent more than 15 workdays in a row, or more than 30 in a year
 *   §16   the appraisal failed and another post refused, or failed two years in a row: 30 days' notice
 *   §17   the worker: 30 days' notice
 *   §18   开除
 *
 * 劳动合同法 asks for none of this, nor for its own §§39–47 here (§96). */

#include "kp-institution.h"

#include "kp-labour.h"

#define NOTICE_DAYS 30
#define MOST_ABSENT_IN_A_ROW 15
#define MOST_ABSENT_IN_A_YEAR 30
#define TEN_YEARS 10

#define REGULATION "事业单位人事管理条例"
#define OPINION "关于在事业单位试行人员聘用制度的意见"

typedef struct
{
  const char *clause;
  const char *chinese;
} Words;

static const Words finding_words[KP_INSTITUTION_N_FINDINGS] = {
  [KP_INSTITUTION_DATES] = { REGULATION "第十二条", "聘用合同的起止日期不完整或者止日早于起日。" },
  [KP_INSTITUTION_PROBATION] = { REGULATION "第十三条、" OPINION "二", "试用期超过聘用合同期限对应的上限。" },
  [KP_INSTITUTION_PROBATION_AGAIN] = { REGULATION "第十三条", "试用期只适用于初次就业订立的聘用合同。" },
};

static const struct
{
  const char *name;
  const char *clause;
  const char *chinese;
} ground_words[KP_INSTITUTION_N_GROUNDS] = {
  [KP_INSTITUTION_AGREED] = { "agreed", OPINION "六", "双方协商一致解除" },
  [KP_INSTITUTION_RESIGNED] = { "resigned", REGULATION "第十七条", "工作人员辞职" },
  [KP_INSTITUTION_ABSENT] = { "absent", REGULATION "第十五条", "旷工" },
  [KP_INSTITUTION_APPRAISAL] = { "appraisal", REGULATION "第十六条", "年度考核不合格" },
  [KP_INSTITUTION_DISMISSED] = { "dismissed", REGULATION "第十八条", "受到开除处分" },
  [KP_INSTITUTION_PROBATION_FAILED] = { "probation-failed", OPINION "六", "试用期内不符合岗位要求" },
  [KP_INSTITUTION_EXPIRED] = { "expired", OPINION "六", "聘用合同期满" },
  [KP_INSTITUTION_RETIRED] = { "retired", REGULATION "第十四条", "退休" },
};

static const Words end_words[KP_INSTITUTION_N_END_FINDINGS] = {
  [KP_INSTITUTION_END_DATES] = { REGULATION "第十九条", "没有最后一日，或者早于合同起始日。" },
  [KP_INSTITUTION_END_NOTICE] = { REGULATION "第十六条、第十七条", "没有提前三十日书面通知对方。" },
  [KP_INSTITUTION_END_ABSENCE] = { REGULATION "第十五条",
                                   "连续旷工没有超过十五个工作日，一年内累计也没有超过三十个工作日。" },
  [KP_INSTITUTION_END_APPRAISAL] = { REGULATION "第十六条", "既没有连续两年年度考核不合格，也没有不合格后不同意调整岗位。" },
  [KP_INSTITUTION_END_PROBATION] = { OPINION "六", "试用期已满，或者没有先提出调整岗位。" },
  [KP_INSTITUTION_END_EARLY] = { OPINION "六", "期满终止的最后一日应当是合同期限的最后一日。" },
  [KP_INSTITUTION_END_REASON] = { REGULATION "第三十七条", "没有写明解除的事实和依据。" },
};

/**
 * kp_institution_check:
 * @terms: a contract as proposed
 * @findings: (out): room for all findings
 *
 * Returns: how many findings; 0 = nothing against it
 */
guint
kp_institution_check (const KpInstitutionTerms *terms, KpInstitutionFinding findings[KP_INSTITUTION_N_FINDINGS])
{
  guint n = 0;
  guint years;

  if (!kp_date_is_valid (terms->start) || !kp_date_is_valid (terms->end) || kp_date_compare (terms->end, terms->start) < 0)
    {
      findings[0] = KP_INSTITUTION_DATES;
      return 1;
    }
  years = (guint) kp_date_full_years_between (terms->start, kp_date_add_days (terms->end, 1));
  if (terms->probation_months > kp_labour_decide_max_institution_probation (years))
    findings[n++] = KP_INSTITUTION_PROBATION;
  if (terms->probation_months > 0 && terms->had_probation)
    findings[n++] = KP_INSTITUTION_PROBATION_AGAIN;
  return n;
}

/** kp_institution_finding_get_clause: the clause that @finding is about. */
const char *
kp_institution_finding_get_clause (KpInstitutionFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_INSTITUTION_N_FINDINGS, NULL);
  return finding_words[finding].clause;
}

/** kp_institution_finding_get_chinese: what is wrong, one sentence. */
const char *
kp_institution_finding_get_chinese (KpInstitutionFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_INSTITUTION_N_FINDINGS, NULL);
  return finding_words[finding].chinese;
}

/** kp_institution_ground_get_name: its name in the record and on the command line. */
const char *
kp_institution_ground_get_name (KpInstitutionGround ground)
{
  g_return_val_if_fail ((guint) ground < KP_INSTITUTION_N_GROUNDS, NULL);
  return ground_words[ground].name;
}

/** kp_institution_ground_get_clause: the clause by which a contract ends on @ground. */
const char *
kp_institution_ground_get_clause (KpInstitutionGround ground)
{
  g_return_val_if_fail ((guint) ground < KP_INSTITUTION_N_GROUNDS, NULL);
  return ground_words[ground].clause;
}

/** kp_institution_ground_get_chinese: what paper calls @ground. */
const char *
kp_institution_ground_get_chinese (KpInstitutionGround ground)
{
  g_return_val_if_fail ((guint) ground < KP_INSTITUTION_N_GROUNDS, NULL);
  return ground_words[ground].chinese;
}

/** kp_institution_ground_parse: reads a name; FALSE when there is none like it. */
gboolean
kp_institution_ground_parse (const char *name, KpInstitutionGround *out)
{
  for (guint i = 0; i < KP_INSTITUTION_N_GROUNDS; i++)
    if (g_str_equal (ground_words[i].name, name))
      {
        *out = (KpInstitutionGround) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_notice (const KpInstitutionEnd *end)
{
  return kp_date_is_valid (end->notice_served) &&
         kp_date_days_between (end->notice_served, end->last_day) >= NOTICE_DAYS;
}

static gboolean
is_in_probation (const KpInstitutionEnd *end)
{
  return kp_date_is_valid (end->probation_end) && kp_date_compare (end->last_day, end->probation_end) <= 0;
}

static guint
check_ground (const KpInstitutionEnd *end, KpInstitutionEndFinding *findings, guint n)
{
  switch (end->ground)
    {
    case KP_INSTITUTION_RESIGNED:
      if (!has_notice (end))
        findings[n++] = KP_INSTITUTION_END_NOTICE;
      break;
    case KP_INSTITUTION_ABSENT:
      if (end->absent_in_a_row <= MOST_ABSENT_IN_A_ROW && end->absent_in_a_year <= MOST_ABSENT_IN_A_YEAR)
        findings[n++] = KP_INSTITUTION_END_ABSENCE;
      break;
    case KP_INSTITUTION_APPRAISAL:
      if (end->failed_years < 2 && (end->failed_years == 0 || !end->refuses_other_post))
        findings[n++] = KP_INSTITUTION_END_APPRAISAL;
      if (!has_notice (end))
        findings[n++] = KP_INSTITUTION_END_NOTICE;
      break;
    case KP_INSTITUTION_PROBATION_FAILED:
      if (!is_in_probation (end) || !end->refuses_other_post)
        findings[n++] = KP_INSTITUTION_END_PROBATION;
      break;
    case KP_INSTITUTION_EXPIRED:
      if (kp_date_compare (end->last_day, end->ends) != 0)
        findings[n++] = KP_INSTITUTION_END_EARLY;
      break;
    case KP_INSTITUTION_AGREED:
    case KP_INSTITUTION_DISMISSED:
    case KP_INSTITUTION_RETIRED:
    default:
      break;
    }
  return n;
}

/**
 * kp_institution_check_end:
 * @end: how a contract is to end
 * @findings: (out): room for all findings
 *
 * Returns: how many findings; 0 = it may end so
 */
guint
kp_institution_check_end (const KpInstitutionEnd *end, KpInstitutionEndFinding findings[KP_INSTITUTION_N_END_FINDINGS])
{
  guint n = 0;

  if (!kp_date_is_valid (end->last_day) || kp_date_compare (end->last_day, end->start) < 0)
    {
      findings[0] = KP_INSTITUTION_END_DATES;
      return 1;
    }
  n = check_ground (end, findings, n);
  if (!end->states_reason)
    findings[n++] = KP_INSTITUTION_END_REASON;
  return n;
}

/** kp_institution_end_finding_get_clause: the clause that @finding is about. */
const char *
kp_institution_end_finding_get_clause (KpInstitutionEndFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_INSTITUTION_N_END_FINDINGS, NULL);
  return end_words[finding].clause;
}

/** kp_institution_end_finding_get_chinese: what is wrong, one sentence. */
const char *
kp_institution_end_finding_get_chinese (KpInstitutionEndFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_INSTITUTION_N_END_FINDINGS, NULL);
  return end_words[finding].chinese;
}

/**
 * kp_institution_owes_until_pension:
 * @continuous_from: first day of unbroken work for this institution
 * @next_start: first day of the next contract
 * @retires_on: first day of the pension; none = not known
 * @asks: the worker asks for it
 *
 * 条例 §14.
 *
 * Returns: whether the next contract has to last until the pension
 */
gboolean
kp_institution_owes_until_pension (KpDate continuous_from, KpDate next_start, KpDate retires_on, gboolean asks)
{
  return asks && kp_date_is_valid (continuous_from) && kp_date_is_valid (retires_on) &&
         kp_date_full_years_between (continuous_from, next_start) >= TEN_YEARS &&
         kp_date_full_years_between (next_start, retires_on) < TEN_YEARS;
}
