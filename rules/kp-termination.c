/* kp-termination.c – how a labour contract may end: ground, notice, union, and what is owed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 劳动合同法:
 *
 *   ground          days of notice         reason  union first  §42 bars it  in probation  compensation (§46)
 *   §36 employer    –                      –       –            no           yes           yes
 *   §36 worker      –                      –       –            no           yes           no
 *   §37             30, in probation 3     –       –            no           yes           no
 *   §38             –                      –       –            no           yes           yes
 *   §39 (一)        served in probation    yes     yes          no           only there    no
 *   §39 (二)–(六)   served by the last day yes     yes          no           yes           no
 *   §40 (一)(二)    30, or a month's wage  yes     yes          yes          yes           yes
 *   §40 (三)        30, or a month's wage  yes     yes          yes          no (§21)      yes
 *   §41             30                     yes     yes          yes          no (§21)      yes
 *   §44 (一)        –                      –       –            yes (§45)    –             but if offered the same
 *   §44 (二)(三)    –                      –       –            no           –             no
 *   §44 (四)(五)    –                      –       –            no           –             yes
 *   实施条例 §§5, 6 served by the last day –       –            no           yes           after the first month
 *
 * Days of notice: the day on which it is served isn't counted (民法典 §201); served on the 1st, thirty days
 * later is the 31st. */

#include "kp-termination.h"

#include "kp-labour.h"

#define NOTICE_DAYS 30
#define PROBATION_NOTICE_DAYS 3
#define CERTIFICATE_DAYS 15
#define KEEP_YEARS 2

typedef struct
{
  const char *name;
  const char *clause;
  const char *chinese;
  guint notice_days;
  guint is_by_employer : 1; /* 单方解除: reasons, union */
  guint is_barred_by_protection : 1;
  guint is_closed_in_probation : 1;
  guint owes_compensation : 1;
} Ground;

static const Ground grounds[KP_GROUND_N] = {
  [KP_GROUND_AGREED_BY_EMPLOYER] = { "agreed-by-employer", "劳动合同法第三十六条",
                                     "用人单位提出、双方协商一致解除", .owes_compensation = TRUE },
  [KP_GROUND_AGREED_BY_WORKER] = { "agreed-by-worker", "劳动合同法第三十六条", "劳动者提出、双方协商一致解除",
                                   .notice_days = 0 },
  [KP_GROUND_RESIGNED] = { "resigned", "劳动合同法第三十七条", "劳动者提前通知解除",
                           .notice_days = NOTICE_DAYS },
  [KP_GROUND_EMPLOYER_FAULT] = { "employer-fault", "劳动合同法第三十八条", "用人单位有过错，劳动者解除",
                                 .owes_compensation = TRUE },
  [KP_GROUND_PROBATION_FAILED] = { "probation-failed", "劳动合同法第三十九条第（一）项",
                                   "试用期间被证明不符合录用条件", .is_by_employer = TRUE },
  [KP_GROUND_WORKER_FAULT] = { "worker-fault", "劳动合同法第三十九条第（二）项至第（六）项", "劳动者有过错",
                               .is_by_employer = TRUE },
  [KP_GROUND_MEDICAL] = { "medical", "劳动合同法第四十条第（一）项", "医疗期满不能从事原工作和另行安排的工作",
                          NOTICE_DAYS, TRUE, TRUE, FALSE, TRUE },
  [KP_GROUND_UNFIT] = { "unfit", "劳动合同法第四十条第（二）项", "不能胜任工作，经培训或者调整岗位仍不能胜任",
                        NOTICE_DAYS, TRUE, TRUE, FALSE, TRUE },
  [KP_GROUND_CHANGED] = { "changed", "劳动合同法第四十条第（三）项",
                          "客观情况发生重大变化，协商变更未达成协议", NOTICE_DAYS, TRUE, TRUE, TRUE, TRUE },
  [KP_GROUND_REDUNDANCY] = { "redundancy", "劳动合同法第四十一条", "经济性裁员", NOTICE_DAYS, TRUE, TRUE,
                             TRUE, TRUE },
  [KP_GROUND_EXPIRED] = { "expired", "劳动合同法第四十四条第（一）项", "劳动合同期满",
                          .is_barred_by_protection = TRUE, .owes_compensation = TRUE },
  [KP_GROUND_PENSION] = { "pension", "劳动合同法第四十四条第（二）项", "开始依法享受基本养老保险待遇",
                          .notice_days = 0 },
  [KP_GROUND_DEATH] = { "death", "劳动合同法第四十四条第（三）项", "劳动者死亡或者被宣告死亡、失踪",
                        .notice_days = 0 },
  [KP_GROUND_EMPLOYER_GONE] = { "employer-gone", "劳动合同法第四十四条第（四）项、第（五）项",
                                "用人单位被撤销、解散或者宣告破产", .owes_compensation = TRUE },
  [KP_GROUND_REFUSED_CONTRACT] = { "refused-contract", "劳动合同法实施条例第五条、第六条",
                                   "经书面通知，劳动者不订立书面劳动合同", .owes_compensation = TRUE },
};

static const struct
{
  const char *clause;
  const char *chinese;
} words[KP_TERMINATION_N_FINDINGS] = {
  [KP_TERMINATION_DATES] = { "劳动合同法第五十条第一款", "没有解除或者终止的日期，或者早于用工之日。" },
  [KP_TERMINATION_TOO_LATE] = { "劳动合同法第三十九条第（一）项、第二十一条",
                                "试用期已经届满，不得再以试用期间不符合录用条件为由解除。" },
  [KP_TERMINATION_NO_PROBATION] = { "劳动合同法第三十九条第（一）项", "没有约定试用期，不能以此为由解除。" },
  [KP_TERMINATION_NOT_IN_PROBATION] = { "劳动合同法第二十一条", "试用期内不得以此为由解除劳动合同。" },
  [KP_TERMINATION_NOTICE_SHORT] = { "劳动合同法第三十七条、第四十条、第四十一条", "提前通知的天数不足。" },
  [KP_TERMINATION_NOT_SERVED] = { "劳动合同法第五十条第一款", "解除通知没有送达，或者在解除之后才送达。" },
  [KP_TERMINATION_NO_REASON] = { "劳动合同法第二十一条、第四十三条", "解除没有说明理由。" },
  [KP_TERMINATION_NO_UNION] = { "劳动合同法第四十三条", "单方解除没有事先将理由通知工会。" },
  [KP_TERMINATION_PROTECTED] = { "劳动合同法第四十二条、第四十五条",
                                 "劳动者处于法定保护情形，不得解除；合同期满的，续延至相应情形消失时终止。" },
  [KP_TERMINATION_NOT_EXPIRED] = { "劳动合同法第四十四条第（一）项", "终止日期不是劳动合同期限的最后一日。" },
  [KP_TERMINATION_SIGNED] = { "劳动合同法实施条例第五条", "书面劳动合同已经订立，不能以此终止劳动关系。" },
};

/**
 * kp_ground_get_name:
 * @ground: why a contract ends
 *
 * Returns: the stable name for files and the command line: "probation-failed"
 */
const char *
kp_ground_get_name (KpGround ground)
{
  g_return_val_if_fail ((guint) ground < KP_GROUND_N, NULL);
  return grounds[ground].name;
}

/**
 * kp_ground_get_clause:
 * @ground: why a contract ends
 *
 * Returns: the clause of law, as it stands in the notice
 */
const char *
kp_ground_get_clause (KpGround ground)
{
  g_return_val_if_fail ((guint) ground < KP_GROUND_N, NULL);
  return grounds[ground].clause;
}

/**
 * kp_ground_get_chinese:
 * @ground: why a contract ends
 *
 * Returns: the ground in the words of the law
 */
const char *
kp_ground_get_chinese (KpGround ground)
{
  g_return_val_if_fail ((guint) ground < KP_GROUND_N, NULL);
  return grounds[ground].chinese;
}

/**
 * kp_ground_parse:
 * @name: a stable name
 * @out: (out): the ground
 *
 * Returns: whether there is such a ground
 */
gboolean
kp_ground_parse (const char *name, KpGround *out)
{
  for (guint i = 0; i < KP_GROUND_N; i++)
    {
      if (!g_str_equal (grounds[i].name, name))
        continue;
      *out = (KpGround) i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_probation (const KpTermination *termination, KpDate day)
{
  return kp_date_is_valid (termination->probation_end) && kp_date_is_valid (day) &&
         kp_date_compare (day, termination->probation_end) <= 0;
}

/**
 * kp_termination_decide_notice_days:
 * @termination: how a contract ends
 *
 * §37: thirty days in writing, three in probation, by the day on which the worker gave notice; §40, §41:
 * thirty, or in §40 a month's wage instead.
 *
 * Returns: days of notice; 0 = none
 */
guint
kp_termination_decide_notice_days (const KpTermination *termination)
{
  const KpGround ground = termination->ground;
  const gboolean may_pay =
      ground == KP_GROUND_MEDICAL || ground == KP_GROUND_UNFIT || ground == KP_GROUND_CHANGED;

  if (ground == KP_GROUND_RESIGNED && is_in_probation (termination, termination->notice_served))
    return PROBATION_NOTICE_DAYS;
  return may_pay && termination->pays_month_instead ? 0 : grounds[ground].notice_days;
}

/**
 * kp_termination_owes_compensation:
 * @termination: how a contract ends
 *
 * §46. In particular none under §39, and none at the end of a term when the worker didn't renew on the same
 * or better terms (五). Who won't sign is owed none within the first month (实施条例 §5), later as §47 says (§6).
 *
 * Returns: whether 经济补偿 is owed; how much is kp_severance_decide()
 */
gboolean
kp_termination_owes_compensation (const KpTermination *termination)
{
  if (termination->ground == KP_GROUND_EXPIRED && termination->refused_same)
    return FALSE;
  if (termination->ground == KP_GROUND_REFUSED_CONTRACT)
    return kp_date_compare (termination->notice_served, kp_labour_decide_signing_deadline (termination->start)) > 0;
  return grounds[termination->ground].owes_compensation;
}

/**
 * kp_termination_decide_certificate_deadline:
 * @last_day: last day of the contract
 *
 * §50: the certificate comes with the end, the file and the social insurance are handed over within fifteen
 * days.
 *
 * Returns: the last day to hand over
 */
KpDate
kp_termination_decide_certificate_deadline (KpDate last_day)
{
  return kp_date_add_days (last_day, CERTIFICATE_DAYS);
}

/**
 * kp_termination_find_pay_month:
 * @last_day: last day of the contract
 *
 * 实施条例 §20: a month's wage instead of notice is the wage of the month before, no average.
 *
 * Returns: the first day of the month whose wage is paid once more
 */
KpDate
kp_termination_find_pay_month (KpDate last_day)
{
  return kp_date_add_months (kp_date_make (last_day.year, last_day.month, 1), -1);
}

/**
 * kp_termination_decide_keep_until:
 * @last_day: last day of the contract
 *
 * §50: the text of an ended contract is kept for two years at least.
 *
 * Returns: the last day on which it must still be there
 */
KpDate
kp_termination_decide_keep_until (KpDate last_day)
{
  return kp_date_add_years (last_day, KEEP_YEARS);
}

static guint
check_probation (const KpTermination *termination, KpTerminationFinding *findings, guint n)
{
  if (termination->ground == KP_GROUND_PROBATION_FAILED)
    {
      if (!kp_date_is_valid (termination->probation_end))
        findings[n++] = KP_TERMINATION_NO_PROBATION;
      else if (!is_in_probation (termination, termination->last_day) ||
               (kp_date_is_valid (termination->notice_served) &&
                !is_in_probation (termination, termination->notice_served)))
        findings[n++] = KP_TERMINATION_TOO_LATE;
    }
  else if (grounds[termination->ground].is_closed_in_probation &&
           is_in_probation (termination, termination->last_day))
    findings[n++] = KP_TERMINATION_NOT_IN_PROBATION;
  return n;
}

static guint
check_notice (const KpTermination *termination, KpTerminationFinding *findings, guint n)
{
  const Ground *ground = &grounds[termination->ground];
  const gboolean needs_notice = ground->is_by_employer || termination->ground == KP_GROUND_RESIGNED ||
                                termination->ground == KP_GROUND_REFUSED_CONTRACT;
  const KpDate served = termination->notice_served;

  if (!needs_notice)
    return n;
  if (!kp_date_is_valid (served) || kp_date_compare (served, termination->last_day) > 0)
    findings[n++] = KP_TERMINATION_NOT_SERVED;
  else if (kp_date_days_between (served, termination->last_day) <
           (gint) kp_termination_decide_notice_days (termination))
    findings[n++] = KP_TERMINATION_NOTICE_SHORT;
  return n;
}

static guint
check_union (const KpTermination *termination, KpTerminationFinding *findings, guint n)
{
  if (!grounds[termination->ground].is_by_employer)
    return n;
  if (!termination->states_reason)
    findings[n++] = KP_TERMINATION_NO_REASON;
  if (!kp_date_is_valid (termination->union_told) ||
      (kp_date_is_valid (termination->notice_served) &&
       kp_date_compare (termination->union_told, termination->notice_served) > 0))
    findings[n++] = KP_TERMINATION_NO_UNION;
  return n;
}

/**
 * kp_termination_check:
 * @termination: how a contract is to end
 * @findings: (out): room for all findings; each stands at most once
 *
 * Holds the end of a contract against 劳动合同法 §§21, 37, 39–45 and 实施条例 §5; see the picture at the top.
 *
 * Returns: how many findings; 0 = nothing against it
 */
guint
kp_termination_check (const KpTermination *termination,
                      KpTerminationFinding findings[KP_TERMINATION_N_FINDINGS])
{
  guint n = 0;

  g_return_val_if_fail ((guint) termination->ground < KP_GROUND_N && kp_date_is_valid (termination->start),
                        0);

  if (!kp_date_is_valid (termination->last_day) ||
      kp_date_compare (termination->last_day, termination->start) < 0)
    {
      findings[0] = KP_TERMINATION_DATES;
      return 1;
    }
  n = check_probation (termination, findings, n);
  n = check_notice (termination, findings, n);
  n = check_union (termination, findings, n);
  if (grounds[termination->ground].is_barred_by_protection && termination->is_protected)
    findings[n++] = KP_TERMINATION_PROTECTED;
  if (termination->ground == KP_GROUND_EXPIRED &&
      kp_date_compare (termination->last_day, termination->ends) != 0)
    findings[n++] = KP_TERMINATION_NOT_EXPIRED;
  if (termination->ground == KP_GROUND_REFUSED_CONTRACT && kp_date_is_valid (termination->signed_on))
    findings[n++] = KP_TERMINATION_SIGNED;
  return n;
}

/**
 * kp_termination_finding_get_clause:
 * @finding: a finding
 *
 * Returns: the clause of law
 */
const char *
kp_termination_finding_get_clause (KpTerminationFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_TERMINATION_N_FINDINGS, NULL);
  return words[finding].clause;
}

/**
 * kp_termination_finding_get_chinese:
 * @finding: a finding
 *
 * Returns: what is wrong, one sentence
 */
const char *
kp_termination_finding_get_chinese (KpTerminationFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_TERMINATION_N_FINDINGS, NULL);
  return words[finding].chinese;
}
