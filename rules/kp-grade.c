/* kp-grade.c – the first grade of a post, and pay by the table of the year.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 三岗十八级, 一般 1–12, a grade for every 36 months; 学士 counts 3 years, 硕士 5, 博士 7 (意见四:
 * 岗位职责、社区工作年限、职业水平、 学历层次):
 *
 *   学士, 0 months                    3 years          grade 2
 *   硕士, 0 months                    5 years          grade 2
 *   硕士, 12 months of work           6 years          grade 3
 *   硕士, 12 months less a month                       grade 2
 *   nothing, 40 years                                  grade 12: no higher than the sequence
 *
 * Pay in probation: not below 80 % of the grade's wage and not below the minimum wage of the place
 * (劳动合同法 §20). */

#include "kp-grade.h"

#include "kp-labour.h"

#define LAW_PERCENT 80

static const struct
{
  const char *clause;
  const char *chinese;
} words[KP_PAY_N_FINDINGS] = {
  [KP_PAY_BELOW_SHARE] = { "劳动合同法第二十条、劳动合同法实施条例第十五条",
                           "试用期工资低于约定工资的百分之八十。" },
  [KP_PAY_BELOW_MINIMUM] = { "劳动法第四十八条、劳动合同法第二十条",
                             "工资低于用人单位所在地的最低工资标准。" },
  [KP_PAY_NO_LINE] = { "招聘方案", "薪酬表在该日没有这一岗位等级的标准。" },
};

/* Of several degrees or certificates the one worth most counts; they aren't added. */
static guint
find_years (const KpGradeEquivalent *equivalents, guint n, const char *const *names)
{
  guint most = 0;

  for (guint i = 0; names != NULL && i < n; i++)
    if (g_strv_contains (names, equivalents[i].name))
      most = MAX (most, equivalents[i].years);
  return most;
}

/**
 * kp_grade_decide_first:
 * @sequence: the grades of the kind of post
 * @person: what the person brings
 *
 * 岗位等级初定, by the picture at the top.
 *
 * Returns: the grade
 */
guint
kp_grade_decide_first (const KpGradeSequence *sequence, const KpGradeCase *person)
{
  guint months = person->recognised_months;
  guint grade;

  g_return_val_if_fail (sequence->lowest <= sequence->highest && sequence->step_months > 0, sequence->lowest);

  months += 12 * find_years (sequence->educations, sequence->n_educations, person->educations);
  months += 12 * find_years (sequence->certificates, sequence->n_certificates, person->certificates);
  grade = sequence->lowest + months / sequence->step_months;
  return MIN (grade, sequence->highest);
}

/**
 * kp_pay_find:
 * @lines: (array length=n_lines): the pay tables of all years, in any order
 * @n_lines: how many
 * @sequence: the kind of post
 * @grade: the grade
 * @day: a day
 * @out: (out): fen a month
 *
 * Returns: whether an amount is in force on that day
 */
gboolean
kp_pay_find (
    const KpPayLine *lines, guint n_lines, const char *sequence, guint grade, KpDate day, gint64 *out)
{
  const KpPayLine *found = NULL;

  for (guint i = 0; i < n_lines; i++)
    if (lines[i].grade == grade && g_str_equal (lines[i].sequence, sequence) &&
        kp_date_compare (lines[i].from, day) <= 0 &&
        (found == NULL || kp_date_compare (lines[i].from, found->from) > 0))
      found = &lines[i];
  if (found != NULL)
    *out = found->amount;
  return found != NULL;
}

/**
 * kp_pay_decide_probation:
 * @terms: pay
 *
 * The scheme's share of the grade's wage, and the fixed allowances whole; never less than the minimum wage.
 *
 * Returns: fen a month; a part of a fen counts as a whole one
 */
gint64
kp_pay_decide_probation (const KpPayTerms *terms)
{
  const gint64 share = (terms->grade_wage * terms->probation_percent + 99) / 100 + terms->allowance;

  return MAX (share, terms->minimum_wage);
}

/**
 * kp_pay_check:
 * @terms: pay
 * @findings: (out): room for all findings
 *
 * Returns: how many findings; 0 = nothing against it
 */
guint
kp_pay_check (const KpPayTerms *terms, KpPayFinding findings[KP_PAY_N_FINDINGS])
{
  guint n = 0;

  if (terms->grade_wage <= 0)
    findings[n++] = KP_PAY_NO_LINE;
  if (terms->probation_percent < LAW_PERCENT &&
      kp_pay_decide_probation (terms) <
          kp_labour_decide_min_probation_wage (terms->grade_wage + terms->allowance, 0, 0))
    findings[n++] = KP_PAY_BELOW_SHARE;
  if (terms->grade_wage > 0 && terms->grade_wage + terms->allowance < terms->minimum_wage)
    findings[n++] = KP_PAY_BELOW_MINIMUM;
  return n;
}

/**
 * kp_pay_finding_get_clause:
 * @finding: a finding
 *
 * Returns: the clause of law
 */
const char *
kp_pay_finding_get_clause (KpPayFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_PAY_N_FINDINGS, NULL);
  return words[finding].clause;
}

/**
 * kp_pay_finding_get_chinese:
 * @finding: a finding
 *
 * Returns: what is wrong, one sentence
 */
const char *
kp_pay_finding_get_chinese (KpPayFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_PAY_N_FINDINGS, NULL);
  return words[finding].chinese;
}
