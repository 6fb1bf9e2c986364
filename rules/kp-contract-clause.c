/* kp-contract-clause.c – what must stand in a labour contract, and what must not.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 劳动合同法 §25: besides §22 (special training that the employer paid for) and §23 (secrecy, competition) no
 * penalty may be agreed for the worker: “最低服务年限三年，违约金一万元” is void. §22: it is never more than
 * the cost of the training, and when the worker leaves never more than the share of the service that is still
 * due:
 *
 *   cost 12,000 yuan, 36 months of service from 2026-03-01
 *   left on 2027-02-28, 12 months served      8,000 yuan at most
 *   left on 2027-02-27, 11 months served      8,333.33 yuan: a month that isn't full is still due, a part of
 * a fen isn't */

#include "kp-contract-clause.h"

static const struct
{
  guint item;
  const char *clause;
  const char *chinese;
} parts[KP_CLAUSE_N_PARTS] = {
  [KP_CLAUSE_EMPLOYER_NAME] = { 1, "劳动合同法第十七条第一款第（一）项", "用人单位的名称" },
  [KP_CLAUSE_EMPLOYER_ADDRESS] = { 1, "劳动合同法第十七条第一款第（一）项", "用人单位的住所" },
  [KP_CLAUSE_EMPLOYER_HEAD] = { 1, "劳动合同法第十七条第一款第（一）项",
                                "用人单位的法定代表人或者主要负责人" },
  [KP_CLAUSE_WORKER_NAME] = { 2, "劳动合同法第十七条第一款第（二）项", "劳动者的姓名" },
  [KP_CLAUSE_WORKER_ADDRESS] = { 2, "劳动合同法第十七条第一款第（二）项", "劳动者的住址" },
  [KP_CLAUSE_WORKER_ID] = { 2, "劳动合同法第十七条第一款第（二）项",
                            "劳动者的居民身份证或者其他有效身份证件号码" },
  [KP_CLAUSE_TERM] = { 3, "劳动合同法第十七条第一款第（三）项", "劳动合同期限" },
  [KP_CLAUSE_WORK] = { 4, "劳动合同法第十七条第一款第（四）项", "工作内容" },
  [KP_CLAUSE_PLACE] = { 4, "劳动合同法第十七条第一款第（四）项", "工作地点" },
  [KP_CLAUSE_HOURS] = { 5, "劳动合同法第十七条第一款第（五）项", "工作时间" },
  [KP_CLAUSE_REST] = { 5, "劳动合同法第十七条第一款第（五）项", "休息休假" },
  [KP_CLAUSE_PAY] = { 6, "劳动合同法第十七条第一款第（六）项", "劳动报酬" },
  [KP_CLAUSE_INSURANCE] = { 7, "劳动合同法第十七条第一款第（七）项", "社会保险" },
  [KP_CLAUSE_PROTECTION] = { 8, "劳动合同法第十七条第一款第（八）项", "劳动保护" },
  [KP_CLAUSE_CONDITIONS] = { 8, "劳动合同法第十七条第一款第（八）项", "劳动条件" },
  [KP_CLAUSE_HAZARDS] = { 8, "劳动合同法第十七条第一款第（八）项", "职业危害防护" },
  [KP_CLAUSE_OTHER] = { 9, "劳动合同法第十七条第一款第（九）项", "法律、法规规定应当纳入劳动合同的其他事项" },
};

static const struct
{
  const char *clause;
  const char *chinese;
} words[KP_CLAUSE_N_FINDINGS] = {
  [KP_CLAUSE_DEPOSIT] = { "劳动合同法第九条", "不得要求劳动者提供担保或者以其他名义收取财物。" },
  [KP_CLAUSE_IDENTITY] = { "劳动合同法第九条", "不得扣押劳动者的居民身份证和其他证件。" },
  [KP_CLAUSE_NO_INSURANCE] = { "社会保险法第五十八条、法释〔2025〕12号第十九条",
                               "不缴纳社会保险费的约定无效。" },
  [KP_CLAUSE_PENALTY] = { "劳动合同法第二十五条",
                          "除专项培训服务期和保密、竞业限制外，不得约定由劳动者承担违约金。" },
  [KP_CLAUSE_PENALTY_ABOVE] = { "劳动合同法第二十二条第二款", "违约金超过用人单位提供的培训费用。" },
  [KP_CLAUSE_COPIES] = { "劳动合同法第十六条第二款",
                         "劳动合同文本由用人单位和劳动者各执一份，劳动者一份须交付本人。" },
  [KP_CLAUSE_FUND_RATE] = { "住房公积金管理条例第十八条", "住房公积金的缴存比例低于百分之五。" },
};

static gboolean
is_blank (const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  return text == NULL || *text == '\0';
}

/**
 * kp_clause_find_missing:
 * @texts: texts of a contract
 * @missing: (out): room for all parts
 *
 * 劳动合同法 §17: whether every mandatory item is there, part by part.
 *
 * Returns: how many are missing
 */
guint
kp_clause_find_missing (const KpClauseTexts *texts, KpClausePart missing[KP_CLAUSE_N_PARTS])
{
  guint n = 0;

  for (guint i = 0; i < KP_CLAUSE_N_PARTS; i++)
    if (is_blank (texts->parts[i]))
      missing[n++] = (KpClausePart) i;
  return n;
}

/**
 * kp_clause_part_get_item:
 * @part: a part
 *
 * Returns: 1–9: its item of §17
 */
guint
kp_clause_part_get_item (KpClausePart part)
{
  g_return_val_if_fail ((guint) part < KP_CLAUSE_N_PARTS, 0);
  return parts[part].item;
}

/**
 * kp_clause_part_get_clause:
 * @part: a part
 *
 * Returns: the clause of law that asks for it
 */
const char *
kp_clause_part_get_clause (KpClausePart part)
{
  g_return_val_if_fail ((guint) part < KP_CLAUSE_N_PARTS, NULL);
  return parts[part].clause;
}

/**
 * kp_clause_part_get_chinese:
 * @part: a part
 *
 * Returns: what it is
 */
const char *
kp_clause_part_get_chinese (KpClausePart part)
{
  g_return_val_if_fail ((guint) part < KP_CLAUSE_N_PARTS, NULL);
  return parts[part].chinese;
}

/**
 * kp_clause_decide_most_penalty:
 * @terms: what was agreed
 * @left_on: last day of work
 *
 * §22: the share of the training's cost for the months of service still due.
 *
 * Returns: fen at most; 0 without special training
 */
gint64
kp_clause_decide_most_penalty (const KpClauseTerms *terms, KpDate left_on)
{
  gint served;

  if (terms->training_cost <= 0 || terms->service_months == 0 || !kp_date_is_valid (terms->service_from))
    return 0;
  served = kp_date_full_months_between (terms->service_from, kp_date_add_days (left_on, 1));
  served = CLAMP (served, 0, (gint) terms->service_months);
  return terms->training_cost * ((gint) terms->service_months - served) / terms->service_months;
}

/**
 * kp_clause_check:
 * @terms: what a contract adds
 * @findings: (out): room for all findings
 *
 * Holds the agreed terms against 劳动合同法 §§9, 16, 22, 25 and the duty to insure.
 *
 * Returns: how many findings; 0 = nothing against it
 */
guint
kp_clause_check (const KpClauseTerms *terms, KpClauseFinding findings[KP_CLAUSE_N_FINDINGS])
{
  guint n = 0;

  if (terms->takes_deposit)
    findings[n++] = KP_CLAUSE_DEPOSIT;
  if (terms->keeps_identity)
    findings[n++] = KP_CLAUSE_IDENTITY;
  if (terms->waives_insurance)
    findings[n++] = KP_CLAUSE_NO_INSURANCE;
  if (terms->penalty > 0 && !terms->is_for_secrecy && terms->training_cost <= 0)
    findings[n++] = KP_CLAUSE_PENALTY;
  else if (terms->penalty > terms->training_cost && !terms->is_for_secrecy)
    findings[n++] = KP_CLAUSE_PENALTY_ABOVE;
  if (terms->n_copies < 2 || !terms->is_worker_copy_handed_over)
    findings[n++] = KP_CLAUSE_COPIES;
  return n;
}

/**
 * kp_clause_finding_get_clause:
 * @finding: a finding
 *
 * Returns: the clause of law
 */
const char *
kp_clause_finding_get_clause (KpClauseFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_CLAUSE_N_FINDINGS, NULL);
  return words[finding].clause;
}

/**
 * kp_clause_finding_get_chinese:
 * @finding: a finding
 *
 * Returns: what is wrong, one sentence
 */
const char *
kp_clause_finding_get_chinese (KpClauseFinding finding)
{
  g_return_val_if_fail ((guint) finding < KP_CLAUSE_N_FINDINGS, NULL);
  return words[finding].chinese;
}
