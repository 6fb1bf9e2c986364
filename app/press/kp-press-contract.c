/* kp-press-contract.c – the labour contracts, ready to be signed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-conversion-report.h"
#include "kp-form-contract.h"
#include "kp-press-code.h"
#include "kp-wording.h"

/* What neither scheme nor record says is left blank, to be written by hand: a wide blank is no missing value. */
#define BY_HAND "　"

static const char *
get_or (const char *text, const char *otherwise)
{
  return text != NULL && *text != '\0' ? text : otherwise;
}

/* Whoever has the record can compare the contract with it. */
static const char *
compute_digest (KpPress *press, const KpContractFacts *facts)
{
  g_autofree char *text =
      g_strjoin ("\n", facts->number, facts->employer, facts->worker, facts->worker_id, facts->from,
                 facts->to, facts->post, facts->probation_to != NULL ? facts->probation_to : "", NULL);

  return kp_press_seal_text (press, text);
}

static void
fill_worker (KpContractFacts *facts, const KpPersonRecord *person)
{
  facts->worker = person->name;
  facts->worker_sex = person->sex;
  facts->worker_id = person->id_number;
  facts->worker_household = get_or (person->residence, BY_HAND);
  facts->worker_address = get_or (person->address, BY_HAND);
  facts->worker_phone = get_or (person->phone, BY_HAND);
}

static void
fill_employer (KpContractFacts *facts, const KpSchemeStreet *street)
{
  facts->employer = street->employer;
  facts->employer_code = get_or (street->credit_code, BY_HAND);
  facts->employer_head = get_or (street->representative, BY_HAND);
  facts->employer_address = get_or (street->address, BY_HAND);
  facts->employer_phone = get_or (street->phone, BY_HAND);
}

static void
fill_term (KpPress *press, KpContractFacts *facts, const KpContractRecord *contract)
{
  facts->from = kp_press_format_iso (press, contract->starts);
  facts->to = kp_press_format_iso (press, contract->ends);
  facts->years = kp_press_format (press, "%u年", press->scheme->contract.years);
  if (contract->probation_months == 0)
    return;
  facts->probation_months = kp_press_format (press, "%" G_GINT64_FORMAT "个月", contract->probation_months);
  facts->probation_from = facts->from;
  facts->probation_to = kp_press_format_iso (press, contract->probation_ends);
  facts->probation_wage =
      kp_press_format (press, "本合同约定工资的%" G_GINT64_FORMAT "%%", contract->probation_wage);
}

/* Grade and amounts where they were set at hire; the percentage alone says less. */
static void
fill_pay (KpPress *press, KpContractFacts *facts, const KpContractRecord *contract)
{
  const char *wage;

  if (contract->wage == 0)
    return;
  wage = kp_press_keep (press, kp_money_dup_text (contract->wage));
  facts->wage = kp_press_format (press, "岗位等级%s序列%" G_GINT64_FORMAT "级，每月%s元", contract->sequence, contract->grade, wage);
  if (contract->allowance > 0)
    facts->wage = kp_press_format (press, "%s，职业水平补贴每月%s元", facts->wage,
                                   (const char *) kp_press_keep (press, kp_money_dup_text (contract->allowance)));
  if (contract->probation_pay > 0)
    facts->probation_wage = kp_press_format (press, "每月%s元，不低于本合同约定工资的%" G_GINT64_FORMAT "%%",
                                             (const char *) kp_press_keep (press, kp_money_dup_text (contract->probation_pay)),
                                             contract->probation_wage);
}

static gboolean
draw_contract (KpPress *press, KpSheet *sheet, const char *wording, const KpDossier *dossier, GError **error)
{
  const KpScheme *scheme = press->scheme;
  const KpContractRecord *contract = dossier->contract;
  const KpSchemeStreet *street = kp_scheme_get_street (scheme, contract->street);
  KpContractFacts facts = {
    .number = contract->number,
    .post = kp_press_format (press, "社区专职工作人员（%s）",
                             kp_press_get_post_name (press, kp_press_get_hire_post (dossier))),
    .workplace = kp_press_format (press, "%s%s所辖社区", scheme->county, street->name),
    .wage =
        get_or (kp_scheme_get_wording (scheme, "wage"), "按照本县社区工作者岗位等级和薪酬制度确定的工资标准"),
    .pay_day = get_or (kp_scheme_get_wording (scheme, "pay_day"), "每月15日"),
    .notice_title = kp_press_format (press, "《%s公告》", kp_press_get_campaign (press)),
  };

  fill_worker (&facts, dossier->person);
  fill_employer (&facts, street);
  fill_term (press, &facts, contract);
  fill_pay (press, &facts, contract);
  facts.digest = compute_digest (press, &facts);
  facts.qr = kp_press_make_code (press, &(KpPressPaper){ .number = contract->number, .digest = facts.digest,
                                                         .date = kp_press_find_step_date (press, kp_step_get_name (KP_STEP_HIRE)) });
  return kp_form_contract_draw (sheet, wording, &facts, error);
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const KpDossier *const *) a)->contract->number,
                 (*(const KpDossier *const *) b)->contract->number);
}

/** kp_press_draw_contracts: every contract of the record, by number. */
gboolean
kp_press_draw_contracts (KpPress *press, KpSheet *sheet, GError **error)
{
  const char *own = kp_scheme_get_wording (press->scheme, "contract");
  g_autofree char *wording = own != NULL ? g_strdup (own) : kp_wording_dup_contract ();
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->contract != NULL &&
          kp_press_wants_part (press, &(KpPressNumbers){ .person = dossier->contract->number,
                                                         .alias = kp_press_get_ticket (dossier) }))
        g_ptr_array_add (dossiers, (gpointer) dossier);
    }
  g_ptr_array_sort (dossiers, compare_numbers);
  for (guint i = 0; i < dossiers->len; i++)
    {
      if (!draw_contract (press, sheet, wording, g_ptr_array_index (dossiers, i), error))
        return FALSE;
    }
  return TRUE;
}

/** kp_press_draw_contract_sample: a contract with nobody, with the scheme's texts as they will stand there; it bears no code. */
gboolean
kp_press_draw_contract_sample (KpPress *press, KpSheet *sheet, GError **error)
{
  const KpScheme *scheme = press->scheme;
  const char *own = kp_scheme_get_wording (scheme, "contract");
  g_autofree char *wording = own != NULL ? g_strdup (own) : kp_wording_dup_contract ();
  const KpContractFacts facts = {
    .number = "〔合同编号〕",
    .employer = "〔甲方名称〕",
    .employer_code = "〔统一社会信用代码〕",
    .employer_head = "〔甲方负责人〕",
    .employer_address = "〔甲方住所〕",
    .employer_phone = "〔甲方电话〕",
    .worker = "〔乙方姓名〕",
    .worker_sex = "〔性别〕",
    .worker_id = "〔身份证号〕",
    .worker_household = "〔户籍地址〕",
    .worker_address = "〔通讯地址〕",
    .worker_phone = "〔乙方电话〕",
    .from = "〔起始日期〕",
    .to = "〔终止日期〕",
    .years = "〔年限〕",
    .probation_months = "〔试用期〕",
    .probation_from = "〔试用期起〕",
    .probation_to = "〔试用期止〕",
    .probation_wage = "〔试用期工资〕",
    .post = "社区专职工作人员（〔岗位〕）",
    .workplace = kp_press_format (press, "%s〔街道〕所辖社区", scheme->county),
    .wage = get_or (kp_scheme_get_wording (scheme, "wage"), "〔工资标准〕"),
    .pay_day = get_or (kp_scheme_get_wording (scheme, "pay_day"), "每月15日"),
    .notice_title = kp_press_format (press, "《%s公告》", kp_press_get_campaign (press)),
  };

  return kp_form_contract_draw (sheet, wording, &facts, error);
}
