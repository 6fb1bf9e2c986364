/* kp-conversion.c – conversion 转聘 of grid staff: eligibility, and the dates of old and new contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 意见一: staff who worked in communities before may be hired by the rules of open recruitment when they are
 * eligible. The usual rules, on the base day:
 *
 *   on the post, full time, a year without a break; 45 at most (50 by decision), and the new term ends before
 * the pension; college, or high school and five years on the post; two appraisals passed; nothing that
 * disqualifies */

#include "kp-conversion.h"

#include "kp-labour.h"

static const char *const conversion_words[KP_CONVERSION_N_FINDINGS] = {
  [KP_CONVERSION_NOT_ON_POST] = "基准日不在岗。",
  [KP_CONVERSION_TOO_SHORT] = "连续在岗时间不足。",
  [KP_CONVERSION_TOO_OLD] = "超过年龄上限。",
  [KP_CONVERSION_RETIRES] = "新合同期满以前达到法定退休年龄。",
  [KP_CONVERSION_SCHOOLING] = "学历不符合要求。",
  [KP_CONVERSION_APPRAISAL] = "近年考核未达到合格以上。",
  [KP_CONVERSION_PART_TIME] = "不是专职在社区工作。",
  [KP_CONVERSION_WELFARE] = "公益性岗位人员不在转聘范围。",
  [KP_CONVERSION_DISQUALIFIED] = "有不得聘用的情形。",
  [KP_CONVERSION_UNWILLING] = "本人不同意转聘。",
};

static const struct
{
  const char *name;
  const char *chinese;
} exam_words[KP_CONVERSION_N_EXAMS] = {
  [KP_CONVERSION_EXAM_ANY] = { "any", "按各岗位的规定" },
  [KP_CONVERSION_EXAM_WRITTEN] = { "written_interview", "笔试加面试" },
  [KP_CONVERSION_EXAM_INTERVIEW] = { "interview", "只面试" },
  [KP_CONVERSION_EXAM_ASSESSMENT] = { "assessment_interview", "考核加面试" },
  [KP_CONVERSION_EXAM_OPEN] = { "open", "与面向社会的岗位同一考试" },
};

static const struct
{
  const char *clause;
  const char *chinese;
} transfer_words[KP_TRANSFER_N_FINDINGS] = {
  [KP_TRANSFER_GAP] = { "劳动合同法第七条、社会保险法第五十八条", "原合同终止与新合同开始之间有间断。" },
  [KP_TRANSFER_OVERLAP] = { "劳动合同法第五十条", "新合同开始时原合同尚未解除或者终止。" },
  [KP_TRANSFER_PROBATION] = { "劳动合同法第十九条第二款", "同一用人单位与同一劳动者只能约定一次试用期。" },
  [KP_TRANSFER_YEARS] = { "劳动合同法实施条例第十条",
                          "工作年限须由三方协议连续计算，或者由原单位支付经济补偿，二者择一。" },
};

/**
 * kp_conversion_policy_init:
 * @policy: (out): the usual rules, without base day
 */
void
kp_conversion_policy_init (KpConversionPolicy *policy)
{
  *policy = (KpConversionPolicy){ .least_months = 12,
                                  .max_age = 45,
                                  .max_age_decided = 50,
                                  .high_school_years = 5,
                                  .appraisals = 2,
                                  .term_months = 36 };
}

/* The base day itself is a day on the post. */
static gboolean
has_worked_months (const KpConversionPolicy *policy, const KpConversionCase *person, guint months)
{
  if (months == 0)
    return TRUE;
  return kp_date_is_valid (person->since) &&
         kp_date_compare (kp_labour_decide_end (person->since, months), policy->base_day) <= 0;
}

static gboolean
has_schooling (const KpConversionPolicy *policy, const KpConversionCase *person)
{
  if (person->schooling == KP_SCHOOLING_COLLEGE)
    return TRUE;
  return person->schooling == KP_SCHOOLING_HIGH && policy->high_school_years > 0 &&
         has_worked_months (policy, person, policy->high_school_years * 12);
}

static guint
check_age (const KpConversionPolicy *policy,
           const KpConversionCase *person,
           KpConversionFinding *findings,
           guint n)
{
  const gint age = kp_date_full_years_between (person->birth, policy->base_day);
  const KpDate term_end = kp_labour_decide_end (policy->base_day, policy->term_months);

  if (age > (gint) (person->has_decision ? policy->max_age_decided : policy->max_age))
    findings[n++] = KP_CONVERSION_TOO_OLD;
  if (kp_date_is_valid (person->retires_on) && kp_date_compare (person->retires_on, term_end) <= 0)
    findings[n++] = KP_CONVERSION_RETIRES;
  return n;
}

/**
 * kp_conversion_check:
 * @policy: the rules
 * @person: one of the roster
 * @findings: (out): room for all findings; each stands at most once
 *
 * Returns: how many findings; 0 = eligible
 */
guint
kp_conversion_check (const KpConversionPolicy *policy,
                     const KpConversionCase *person,
                     KpConversionFinding findings[KP_CONVERSION_N_FINDINGS])
{
  guint n = 0;

  g_return_val_if_fail (kp_date_is_valid (policy->base_day) && kp_date_is_valid (person->birth), 0);

  if (!person->is_on_post)
    findings[n++] = KP_CONVERSION_NOT_ON_POST;
  if (!has_worked_months (policy, person, policy->least_months))
    findings[n++] = KP_CONVERSION_TOO_SHORT;
  n = check_age (policy, person, findings, n);
  if (!has_schooling (policy, person))
    findings[n++] = KP_CONVERSION_SCHOOLING;
  if (person->n_appraisals < policy->appraisals)
    findings[n++] = KP_CONVERSION_APPRAISAL;
  if (!person->is_full_time)
    findings[n++] = KP_CONVERSION_PART_TIME;
  if (person->is_welfare && !policy->takes_welfare)
    findings[n++] = KP_CONVERSION_WELFARE;
  if (person->is_disqualified)
    findings[n++] = KP_CONVERSION_DISQUALIFIED;
  if (!person->is_willing)
    findings[n++] = KP_CONVERSION_UNWILLING;
  return n;
}

/**
 * kp_conversion_exam_get_name:
 * @exam: how the converted are examined
 *
 * Returns: its word in a scheme
 */
const char *
kp_conversion_exam_get_name (KpConversionExam exam)
{
  g_return_val_if_fail ((guint) exam < KP_CONVERSION_N_EXAMS, NULL);
  return exam_words[exam].name;
}

/**
 * kp_conversion_exam_get_chinese:
 * @exam: how the converted are examined
 *
 * Returns: what a notice calls it
 */
const char *
kp_conversion_exam_get_chinese (KpConversionExam exam)
{
  g_return_val_if_fail ((guint) exam < KP_CONVERSION_N_EXAMS, NULL);
  return exam_words[exam].chinese;
}

/**
 * kp_conversion_finding_get_chinese:
 * @finding: a finding
 *
 * Returns: what is wrong, one sentence, for the list of those not converted
 */
const char *
kp_conversion_finding_get_chinese (KpConversionFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_CONVERSION_N_FINDINGS, NULL);
  return conversion_words[finding];
}

/**
 * kp_transfer_check:
 * @terms: the old and the new contract
 * @findings: (out): room for all findings
 *
 * The old contract ends on the day before the new one starts; no probation where the street had one with the
 * person; the years go on by an agreement of three or are paid out, never both (实施条例 §10).
 *
 * Returns: how many findings; 0 = nothing against it
 */
guint
kp_transfer_check (const KpConversionTerms *terms, KpTransferFinding findings[KP_TRANSFER_N_FINDINGS])
{
  const gint days = kp_date_days_between (terms->old_last_day, terms->new_start);
  guint n = 0;

  if (days > 1)
    findings[n++] = KP_TRANSFER_GAP;
  if (days < 1)
    findings[n++] = KP_TRANSFER_OVERLAP;
  if (terms->probation_months > 0 && terms->is_same_street && terms->had_probation)
    findings[n++] = KP_TRANSFER_PROBATION;
  if (terms->is_agreed_by_three == terms->is_paid_out)
    findings[n++] = KP_TRANSFER_YEARS;
  return n;
}

/**
 * kp_transfer_finding_get_clause:
 * @finding: a finding
 *
 * Returns: the clause of law
 */
const char *
kp_transfer_finding_get_clause (KpTransferFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_TRANSFER_N_FINDINGS, NULL);
  return transfer_words[finding].clause;
}

/**
 * kp_transfer_finding_get_chinese:
 * @finding: a finding
 *
 * Returns: what is wrong, one sentence
 */
const char *
kp_transfer_finding_get_chinese (KpTransferFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_TRANSFER_N_FINDINGS, NULL);
  return transfer_words[finding].chinese;
}
