/* kp-retention.c – how long what a campaign gathered is kept, and when it may be erased (个人信息保护法 §§19, 47, 56).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   process ends                 contract ends
 *        │── 1 year ──▶ materials of those not hired; exam papers
 *        │── 3 years ─▶ impact assessments, records of processing
 *        │── 10 years ▶ names on lists, score sheets, lots, logs
 *        │── 30 years ───────────────┼──▶ files of those hired: the later of both
 *                                    │── 2 years ─▶ contracts
 *
 * A year is counted as 民法典 §201 counts it: the period ends on the same day of a later year, and the day after it is the
 * first on which anything may go. */

#include "kp-retention.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *chinese;
  const char *clause;
  guint       years; /* usual */
  guint       least;
  gboolean    is_in_record;
} kinds[KP_RETENTION_N_KINDS] = {
  [KP_RETENTION_MATERIALS] = { "materials", "未聘用人员报名材料", "《个人信息保护法》第十九条、第四十七条", 1, 1, TRUE },
  [KP_RETENTION_PAPERS] = { "papers", "试卷、答题卡", "《个人信息保护法》第十九条", 1, 1, FALSE },
  [KP_RETENTION_RESULTS] = { "results", "名单、成绩、抽签和日志中的姓名", "《个人信息保护法》第十九条", 10, 1, TRUE },
  [KP_RETENTION_CONTRACTS] = { "contracts", "已经解除、终止的劳动合同文本", "《劳动合同法》第五十条", 2, 2, FALSE },
  [KP_RETENTION_HIRED] = { "hired", "聘用人员招聘档案", "《档案法》；《劳动合同法》第五十条", 30, 2, TRUE },
  [KP_RETENTION_PROCESSING] = { "processing", "影响评估报告和处理情况记录", "《个人信息保护法》第五十六条", 3, 3, FALSE },
};

/** kp_retention_policy_init: the usual periods, where a scheme says nothing. */
void
kp_retention_policy_init (KpRetentionPolicy *policy)
{
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    policy->years[i] = kinds[i].years;
}

/** kp_retention_get_least: the fewest years that a scheme may set (劳动合同法 §50: 2, 个人信息保护法 §56: 3). */
guint
kp_retention_get_least (KpRetentionKind kind)
{
  return kinds[kind].least;
}

/** kp_retention_get_name: the stable name: "materials". */
const char *
kp_retention_get_name (KpRetentionKind kind)
{
  return kinds[kind].name;
}

/** kp_retention_get_chinese: what the office calls it. */
const char *
kp_retention_get_chinese (KpRetentionKind kind)
{
  return kinds[kind].chinese;
}

/** kp_retention_get_clause: by which it is kept no longer, or no shorter. */
const char *
kp_retention_get_clause (KpRetentionKind kind)
{
  return kinds[kind].clause;
}

/** kp_retention_is_in_record: whether the record holds it, so that the program can erase it. */
gboolean
kp_retention_is_in_record (KpRetentionKind kind)
{
  return kinds[kind].is_in_record;
}

/** kp_retention_parse: by its stable name; %FALSE when there is none. */
gboolean
kp_retention_parse (const char      *name,
                    KpRetentionKind *kind)
{
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    if (strcmp (kinds[i].name, name) == 0)
      {
        *kind = (KpRetentionKind) i;
        return TRUE;
      }
  return FALSE;
}

static KpDate
count_years (KpDate from,
             guint  years)
{
  return years > 0 && kp_date_is_valid (from) ? kp_date_add_days (kp_date_add_years (from, (gint) years), 1) : KP_DATE_NONE;
}

/**
 * kp_retention_decide_due:
 * @policy: the scheme's
 * @kind: what is kept
 * @ended: last day of the process, of a contract its last day; none = it goes on
 *
 * Returns: the first day on which it may be erased; none = never, or not known yet
 */
KpDate
kp_retention_decide_due (const KpRetentionPolicy *policy,
                         KpRetentionKind          kind,
                         KpDate                   ended)
{
  return count_years (ended, policy->years[kind]);
}

/**
 * kp_retention_decide_hired:
 * @policy: the scheme's
 * @ended: last day of the process
 * @contract_ended: last day of the last contract; none = it runs
 *
 * 聘用人员的档案: neither before the recruitment file nor before the contract may go.
 *
 * Returns: the first day on which it may be erased; none = never, or not known yet
 */
KpDate
kp_retention_decide_hired (const KpRetentionPolicy *policy,
                           KpDate                   ended,
                           KpDate                   contract_ended)
{
  const KpDate file = kp_retention_decide_due (policy, KP_RETENTION_HIRED, ended);
  const KpDate contract = kp_retention_decide_due (policy, KP_RETENTION_CONTRACTS, contract_ended);

  if (kp_date_is_none (file) || kp_date_is_none (contract))
    return KP_DATE_NONE;
  return kp_date_compare (file, contract) > 0 ? file : contract;
}

/** kp_retention_is_due: whether it may be erased on @on. */
gboolean
kp_retention_is_due (KpDate due,
                     KpDate on)
{
  return kp_date_is_valid (due) && kp_date_compare (due, on) <= 0;
}

/**
 * kp_retention_blur_birth:
 * @birth: a birthday
 * @on: the day from which the campaign counts ages
 *
 * Returns: another day of birth that gives the same age in whole years on @on, and tells nothing else; @birth itself where a
 * day isn't known
 */
KpDate
kp_retention_blur_birth (KpDate birth,
                         KpDate on)
{
  if (!kp_date_is_valid (birth) || !kp_date_is_valid (on) || kp_date_compare (birth, on) > 0)
    return birth;
  return kp_date_add_years (on, -(kp_date_full_months_between (birth, on) / 12));
}
