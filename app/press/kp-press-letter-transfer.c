/* kp-press-letter-transfer.c – papers of a conversion: the notice, the agreement of three, years of service, the first grade.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the former employer knows and what the bodies decide is written by hand; the record has the person and the contract. */

#include "kp-id-number.h"
#include "kp-press-letter-private.h"

#define DATE_BY_HAND "　　　　年　　月　　日"
#define YEARS_BY_HAND "　　　年　　　个月"

static const KpContractRecord *
get_contract (const KpLetter *letter)
{
  return letter->dossier != NULL ? letter->dossier->contract : NULL;
}

static const char *
get_employer (const KpLetter *letter)
{
  const KpContractRecord *contract = get_contract (letter);

  return contract != NULL ? kp_scheme_get_street (letter->book->press->scheme, contract->street)->employer : "";
}

static const char *
get_or_blank (const char *text)
{
  return text != NULL ? text : "";
}

/* Who it is about; empty on an empty form. */
static void
add_person (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;
  const KpContractRecord *contract = get_contract (letter);
  const char *id_number = dossier != NULL ? kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)) : "";

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  if (letter->book->press->form != KP_PRESS_LETTER_TRANSFER)
    letter->id = contract != NULL ? contract->number : dossier != NULL ? letter->id : "";
  kp_letter_add_row (letter, "姓名", dossier != NULL ? dossier->person->name : "");
  kp_letter_add_row (letter, "身份证号", id_number);
}

/** kp_letter_is_converted: who has a contract for a post of the conversion. */
gboolean
kp_letter_is_converted (const KpDossier *dossier)
{
  return dossier->contract != NULL && dossier->person->grid_since != NULL;
}

/** kp_letter_fill_transfer: from which employer to which, from which day; years are recognised by hand. */
void
kp_letter_fill_transfer (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpContractRecord *contract = get_contract (letter);
  const KpPersonRecord *person = letter->dossier->person;

  add_person (letter);
  kp_letter_set (letter, "合同名称", press->scheme->contract.kind == KP_CONTRACT_LABOUR ? "劳动合同" : "聘用合同");
  kp_letter_set (letter, "用人单位", get_employer (letter));
  kp_letter_set (letter, "合同起始日期", kp_press_format_iso (press, contract->starts));
  kp_letter_add_row (letter, "原用人单位", get_or_blank (person->employer));
  kp_letter_add_row (letter, "在网格岗位起始", get_or_blank (kp_press_format_iso (press, person->grid_since)));
  kp_letter_add_row (letter, "转聘后用人单位", get_employer (letter));
  kp_letter_add_row (letter, "转聘后岗位", kp_press_works_format_post (press, letter->dossier));
  kp_letter_add_row (letter, "合同期限", kp_press_format (press, "%s至%s", kp_press_format_iso (press, contract->starts),
                                                          kp_press_format_iso (press, contract->ends)));
  kp_letter_add_row (letter, "岗位等级年限", YEARS_BY_HAND);
  kp_letter_add_row (letter, "本单位工作年限", YEARS_BY_HAND "（用于经济补偿）");
}

/** kp_letter_fill_agreement: three parties, the two days between which no day is missing, and what becomes of the years. */
void
kp_letter_fill_agreement (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;
  const KpContractRecord *contract = get_contract (letter);

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  letter->id = contract != NULL ? contract->number : dossier != NULL ? letter->id : "";
  letter->addressee = NULL;
  kp_letter_add_row (letter, "甲方（原单位）", dossier != NULL ? get_or_blank (dossier->person->employer) : "");
  kp_letter_add_row (letter, "乙方（劳动者）",
                     dossier != NULL ? kp_press_format (press, "%s（身份证号：%s）", dossier->person->name, dossier->person->id_number)
                                     : "　　　　　　　　（身份证号：　　　　　　　　　　　　）");
  kp_letter_add_row (letter, "丙方（新单位）", get_employer (letter));
  kp_letter_add_row (letter, "原合同终止日期", DATE_BY_HAND);
  kp_letter_add_row (letter, "新合同起始日期", contract != NULL ? kp_press_format_iso (press, contract->starts) : DATE_BY_HAND);
  kp_letter_add_row (letter, "工作年限", "□合并计入丙方工作年限　□甲方已付经济补偿，不合并");
  kp_letter_add_row (letter, "合并的年限", YEARS_BY_HAND);
  kp_letter_add_row (letter, "社会保险", "甲方缴至　　年　　月，丙方自　　年　　月起缴纳");
}

/** kp_letter_fill_years: each stretch of service with its proof, and the four sums that are kept apart. */
void
kp_letter_fill_years (KpLetter *letter)
{
  static const char *const stretches[] = { "经历（一）", "经历（二）", "经历（三）", "经历（四）" };
  const KpDossier *dossier = letter->dossier;

  add_person (letter);
  letter->addressee = NULL;
  kp_letter_add_row (letter, "在网格岗位起始",
                     dossier != NULL ? get_or_blank (kp_press_format_iso (letter->book->press, dossier->person->grid_since)) : DATE_BY_HAND);
  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    kp_letter_add_row (letter, stretches[i], "　　年　月至　　年　月，单位：　　　　　　证明：");
  kp_letter_add_row (letter, "岗位等级年限", YEARS_BY_HAND);
  kp_letter_add_row (letter, "经济补偿年限", YEARS_BY_HAND);
  kp_letter_add_row (letter, "连续工作年限", YEARS_BY_HAND "（用于无固定期限合同）");
  kp_letter_add_row (letter, "军龄等工龄", YEARS_BY_HAND "（用于年休假）");
}

/** kp_letter_fill_grade: what the first grade comes from, and what two offices say of it. */
void
kp_letter_fill_grade (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;
  const KpContractRecord *contract = get_contract (letter);

  add_person (letter);
  letter->addressee = NULL;
  kp_letter_add_row (letter, "合同编号", contract != NULL ? contract->number : "");
  kp_letter_add_row (letter, "学历、学位",
                     dossier == NULL ? ""
                                     : kp_press_format (letter->book->press, "%s　%s", get_or_blank (dossier->person->education),
                                                        get_or_blank (dossier->person->degree)));
  kp_letter_add_row (letter, "社工职业水平证书", dossier != NULL ? get_or_blank (dossier->person->certificate) : "");
  kp_letter_add_row (letter, "认定的年限", YEARS_BY_HAND);
  kp_letter_add_row (letter, "岗位类别", "□正职　□副职　□一般工作人员");
  kp_letter_add_row (letter, "初定等级", "　　　级　　起算日期：" DATE_BY_HAND);
  kp_letter_add_row (letter, "工资标准", "　　　　　元/月　　试用期：　　　　　元/月");
  kp_letter_add_row (letter, "街道（乡镇）意见", "\n");
  kp_letter_add_row (letter, "社会工作部意见", "\n");
}
