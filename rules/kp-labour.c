/* kp-labour.c – what the Labour Contract Law sets for term, probation, wage and signing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 劳动合同法 §19, by the exact last day of the term (start 2026-03-01):
 *
 *   last day           term            probation at most
 *   – 2026-05-30       < 3 months      none
 *   2026-05-31 –       ≥ 3 months      1 month
 *   2027-02-28 –       ≥ 1 year        2 months
 *   2029-02-28 –       ≥ 3 years       6 months      (2029-02-27 is one day short: 2 months)
 *   open-ended                         6 months
 *   by task                            none
 *
 * and one probation for one employer and one worker, ever: a converted, renewed or moved worker has none. */

#include "kp-labour.h"

#define PROBATION_SHARE_PERCENT 80

typedef struct
{
  const char *clause;
  const char *chinese;
} Finding;

static const Finding finding_words[KP_LABOUR_N_FINDINGS] = {
  [KP_LABOUR_DATES] = { "劳动合同法第十七条第一款第三项", "合同期限的起止日期不完整或者止日早于起日。" },
  [KP_LABOUR_PROBATION_TOO_LONG] = { "劳动合同法第十九条第一款", "约定的试用期超过合同期限对应的法定上限。" },
  [KP_LABOUR_PROBATION_BARRED] = { "劳动合同法第十九条第三款",
                                   "以完成一定工作任务为期限或者期限不满三个月的劳动合同，不得约定试用期。" },
  [KP_LABOUR_PROBATION_AGAIN] = { "劳动合同法第十九条第二款",
                                  "同一用人单位与同一劳动者只能约定一次试用期。" },
  [KP_LABOUR_PROBATION_ONLY] = { "劳动合同法第十九条第四款",
                                 "劳动合同仅约定试用期的，试用期不成立，该期限为劳动合同期限。" },
  [KP_LABOUR_PROBATION_WAGE] = { "劳动合同法第二十条、劳动合同法实施条例第十五条",
                                 "试用期工资低于相同岗位最低档工资的百分之八十和合同约定工资的百分之八十。" },
  [KP_LABOUR_MINIMUM_WAGE] = { "劳动合同法第二十条、劳动合同法实施条例第十五条",
                               "工资低于用人单位所在地的最低工资标准。" },
  [KP_LABOUR_SIGNED_LATE] = { "劳动合同法第十条第二款、第八十二条第一款",
                              "自用工之日起超过一个月才订立书面劳动合同。" },
};

/* A term lasts so many months when its last day is the day before that many months have gone by, or later. */
static gboolean
lasts_months (KpDate start, KpDate end, guint months)
{
  return kp_date_compare (end, kp_labour_decide_end (start, months)) >= 0;
}

/**
 * kp_labour_decide_end:
 * @start: first day
 * @months: length, at least 1; 36 for three years
 *
 * The last day of a period: so many months on, less one day. Where the month has no such day its last day is
 * taken before the day is deducted, which is the reading that can't be too long: six months from 2026-08-31
 * end on 2027-02-27.
 *
 * Returns: the last day
 */
KpDate
kp_labour_decide_end (KpDate start, guint months)
{
  g_return_val_if_fail (kp_date_is_valid (start) && months > 0, KP_DATE_NONE);

  return kp_date_add_days (kp_date_add_months (start, (gint) months), -1);
}

/**
 * kp_labour_decide_probation_end:
 * @start: 用工之日
 * @months: months of probation; 0 = none
 *
 * Returns: the last day of probation, or no date
 */
KpDate
kp_labour_decide_probation_end (KpDate start, guint months)
{
  return months == 0 ? KP_DATE_NONE : kp_labour_decide_end (start, months);
}

/**
 * kp_labour_decide_signing_deadline:
 * @start: 用工之日
 *
 * 劳动合同法 §10: within one month of the first day of work; counted so that the first day belongs to the
 * month. From the day after on wages are owed twice (§82).
 *
 * Returns: the last day to sign
 */
KpDate
kp_labour_decide_signing_deadline (KpDate start)
{
  return kp_labour_decide_end (start, 1);
}

/**
 * kp_labour_decide_max_probation:
 * @kind: kind of term
 * @start: first day
 * @end: last day, for %KP_TERM_FIXED
 * @had_probation: with this same employer, ever
 *
 * 劳动合同法 §19, see the table at the top.
 *
 * Returns: months of probation at most; 0 = none may be agreed
 */
guint
kp_labour_decide_max_probation (KpTermKind kind, KpDate start, KpDate end, gboolean had_probation)
{
  if (had_probation || kind == KP_TERM_TASK)
    return 0;
  if (kind == KP_TERM_OPEN_ENDED)
    return 6;

  g_return_val_if_fail (kp_date_is_valid (start) && kp_date_is_valid (end), 0);

  if (lasts_months (start, end, 36))
    return 6;
  if (lasts_months (start, end, 12))
    return 2;
  return lasts_months (start, end, 3) ? 1 : 0;
}

/**
 * kp_labour_decide_max_institution_probation:
 * @years: term of the contract
 *
 * 事业单位人事管理条例 §13: twelve months for a first employment of three years or more; otherwise six at most
 * (关于在事业单位试行人员聘用制度的意见 二).
 *
 * Returns: months of probation at most
 */
guint
kp_labour_decide_max_institution_probation (guint years)
{
  return years >= 3 ? 12 : 6;
}

/* 80 %, a part of a fen counts as a whole one. */
static gint64
take_share (gint64 wage)
{
  return (wage * PROBATION_SHARE_PERCENT + 99) / 100;
}

/**
 * kp_labour_decide_min_probation_wage:
 * @wage: fen a month after probation
 * @lowest_post_wage: fen a month, lowest grade of the same post; 0 = not known
 * @minimum_wage: fen a month, 最低工资标准 of the place; 0 = not known
 *
 * 劳动合同法 §20 and 实施条例 §15: not below 80 % of the lowest wage of the same post or 80 % of the
 * contract's wage, and never below the minimum wage.
 *
 * Returns: fen a month at least
 */
gint64
kp_labour_decide_min_probation_wage (gint64 wage, gint64 lowest_post_wage, gint64 minimum_wage)
{
  gint64 least;

  g_return_val_if_fail (wage >= 0 && lowest_post_wage >= 0 && minimum_wage >= 0, 0);

  least = take_share (wage);
  if (lowest_post_wage > 0)
    least = MIN (least, take_share (lowest_post_wage));
  return MAX (least, minimum_wage);
}

static guint
check_probation (const KpContractTerms *terms, KpLabourFinding *findings, guint n_findings)
{
  KpDate probation_end = kp_labour_decide_probation_end (terms->start, terms->probation_months);
  guint most = kp_labour_decide_max_probation (terms->kind, terms->start, terms->end, FALSE);

  if (terms->probation_months == 0)
    return n_findings;
  if (terms->had_probation)
    findings[n_findings++] = KP_LABOUR_PROBATION_AGAIN;
  if (most == 0)
    findings[n_findings++] = KP_LABOUR_PROBATION_BARRED;
  else if (terms->probation_months > most)
    findings[n_findings++] = KP_LABOUR_PROBATION_TOO_LONG;
  if (terms->kind == KP_TERM_FIXED && kp_date_compare (probation_end, terms->end) >= 0)
    findings[n_findings++] = KP_LABOUR_PROBATION_ONLY;
  return n_findings;
}

static guint
check_wages (const KpContractTerms *terms, KpLabourFinding *findings, guint n_findings)
{
  gint64 share = kp_labour_decide_min_probation_wage (terms->wage, terms->lowest_post_wage, 0);
  gboolean has_probation_wage = terms->probation_months > 0 && terms->probation_wage > 0;

  if (has_probation_wage && terms->wage > 0 && terms->probation_wage < share)
    findings[n_findings++] = KP_LABOUR_PROBATION_WAGE;
  if ((terms->wage > 0 && terms->wage < terms->minimum_wage) ||
      (has_probation_wage && terms->probation_wage < terms->minimum_wage))
    findings[n_findings++] = KP_LABOUR_MINIMUM_WAGE;
  return n_findings;
}

/**
 * kp_labour_check:
 * @terms: a contract as proposed or signed
 * @findings: (out): room for all findings; each stands at most once
 *
 * Checks a contract against 劳动合同法 §§10, 17, 19, 20. What isn't known (a wage of 0, not signed yet) isn't
 * checked.
 *
 * Returns: how many findings; 0 = nothing against it
 */
guint
kp_labour_check (const KpContractTerms *terms, KpLabourFinding findings[KP_LABOUR_N_FINDINGS])
{
  guint n_findings = 0;

  g_return_val_if_fail (terms != NULL && findings != NULL, 0);

  if (!kp_date_is_valid (terms->start) ||
      (terms->kind == KP_TERM_FIXED &&
       (!kp_date_is_valid (terms->end) || kp_date_compare (terms->end, terms->start) < 0)))
    {
      findings[0] = KP_LABOUR_DATES;
      return 1;
    }
  n_findings = check_probation (terms, findings, n_findings);
  n_findings = check_wages (terms, findings, n_findings);
  if (kp_date_is_valid (terms->signed_on) &&
      kp_date_compare (terms->signed_on, kp_labour_decide_signing_deadline (terms->start)) > 0)
    findings[n_findings++] = KP_LABOUR_SIGNED_LATE;
  return n_findings;
}

/**
 * kp_labour_finding_get_clause:
 * @finding: a finding
 *
 * Returns: the clause of law: "劳动合同法第十九条第一款"
 */
const char *
kp_labour_finding_get_clause (KpLabourFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_LABOUR_N_FINDINGS, NULL);
  return finding_words[finding].clause;
}

/**
 * kp_labour_finding_get_chinese:
 * @finding: a finding
 *
 * Returns: what is wrong, one sentence
 */
const char *
kp_labour_finding_get_chinese (KpLabourFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_LABOUR_N_FINDINGS, NULL);
  return finding_words[finding].chinese;
}
