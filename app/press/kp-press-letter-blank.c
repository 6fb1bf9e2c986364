/* kp-press-letter-blank.c – forms to be filled in by hand: empty for all, or with what the record knows of one person.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-id-number.h"
#include "kp-press-letter-private.h"
#include "kp-press-work-private.h"
#include "kp-qualify.h"

#define DATE_BY_HAND "　　　　年　　月　　日"
#define LINES_BY_HAND "\n\n"

/* ---- of applicants ---- */

/* Rows of an empty form; with a dossier, who it is stands there already. */
static void
add_blank_person (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  else
    letter->id = "";
  letter->addressee = press->scheme->committee;
  kp_letter_add_row (letter, "姓名", dossier != NULL ? dossier->person->name : "");
  kp_letter_add_row (letter, "身份证号",
           dossier != NULL ? kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)) : "");
}

/** kp_letter_fill_waiver: who gives up what. */
void
kp_letter_fill_waiver (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;

  add_blank_person (letter);
  kp_letter_add_row (letter, "准考证号\n（报名序号）", dossier != NULL ? kp_press_get_ticket (dossier) : "");
  kp_letter_add_row (letter, "报考岗位",
           dossier != NULL ? kp_press_get_post (letter->book->press, dossier->application->post) : "");
  kp_letter_add_row (letter, "放弃的环节", "□资格复审　□面试　□体检　□考察　□聘用");
  kp_letter_add_row (letter, "放弃原因", "");
}

/** kp_letter_fill_consent: whom an employer lets go. */
void
kp_letter_fill_consent (KpLetter *letter)
{
  add_blank_person (letter);
  kp_letter_add_row (letter, "现任岗位", "");
  kp_letter_add_row (letter, "用工形式", "□在编　□合同制　□劳务派遣　□其他");
  kp_letter_add_row (letter, "到本单位工作\n时间", DATE_BY_HAND);
  kp_letter_add_row (letter, "服务期约定", "□没有　□有，至　　　　年　　月　　日");
}

/** kp_letter_fill_service: who worked where, and how long by the day that counts. */
void
kp_letter_fill_service (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const char *cutoff = kp_press_format_date (press, press->scheme->cutoff);

  add_blank_person (letter);
  kp_letter_add_row (letter, "所在社区", "");
  kp_letter_add_row (letter, "从事工作", "□网格员　□社区工作者　□其他");
  kp_letter_add_row (letter, "开始工作时间", DATE_BY_HAND "　　　目前：□在岗　□离岗");
  kp_letter_add_row (letter, "连续工作年限",
           kp_press_format (press, "%s%s　　　年　　　个月", cutoff != NULL ? "至" : "", cutoff != NULL ? cutoff : ""));
  kp_letter_add_row (letter, "用工单位", "");
  kp_letter_add_row (letter, "用工形式", "□劳动合同　□劳务派遣　□其他");
  kp_letter_add_row (letter, "年度考核和\n受处分情况", "");
}

static void
add_post_row (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;

  kp_letter_add_row (letter, "报考岗位",
           dossier != NULL ? kp_press_get_post (letter->book->press, dossier->application->post) : "");
}

/* An item of a list as part of a sentence: without the stop at its end. */
static void
append_item (GString *text, const char *item)
{
  static const char *const stops[] = { "。", "；", ";" };
  gsize length = strlen (item);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (item, stops[i]))
      {
        length -= strlen (stops[i]);
        break;
      }
  g_string_append_len (text, item, (gssize) length);
}

/** kp_letter_fill_pledge: what an applicant promises; what bars an application is the scheme's. */
void
kp_letter_fill_pledge (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < press->scheme->declarations->len; i++)
    {
      g_string_append (text, i == 0 ? "：" : "；");
      append_item (text, g_ptr_array_index (press->scheme->declarations, i));
    }
  add_blank_person (letter);
  add_post_row (letter);
  kp_letter_set_optional (letter, "不得报考情形", kp_press_format (press, "%s", text->str));
}

/** kp_letter_fill_privacy: whose data it is. */
void
kp_letter_fill_privacy (KpLetter *letter)
{
  add_blank_person (letter);
}

/* A line to tick for a paper. */
#define PAPER_LINE "□原件　□复印件　共　　　页　□需补充"

/* The papers that prove what the post asks for, once each, besides those of every notice. */
static void
add_proofs (KpLetter *letter)
{
  static const char *const usual[] = { "身份证", "户口簿", "毕业证、学位证", "学信网备案表" };
  KpPress *press = letter->book->press;
  const KpSchemePost *post
      = letter->dossier != NULL ? kp_scheme_get_post (press->scheme, letter->dossier->application->post) : NULL;
  g_autoptr (GPtrArray) asked = post != NULL ? kp_qualify_list_requirements (press->scheme, post) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_hash_table_add (seen, (gpointer) usual[i]);
      kp_letter_add_row (letter, usual[i], PAPER_LINE);
    }
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (asked, i);

      if (requirement->proof != NULL && *requirement->proof != '\0' && g_hash_table_add (seen, requirement->proof))
        kp_letter_add_row (letter, requirement->proof, PAPER_LINE);
    }
}

/** kp_letter_fill_receipt: which papers the post asks for, with boxes to tick. */
void
kp_letter_fill_receipt (KpLetter *letter)
{
  add_blank_person (letter);
  add_post_row (letter);
  add_proofs (letter);
  kp_letter_add_row (letter, "其他材料一", "名称：　　　　　　　" PAPER_LINE);
  kp_letter_add_row (letter, "其他材料二", "名称：　　　　　　　" PAPER_LINE);
}

/** kp_letter_fill_recusal: who promises, and to whom that person must not come near. */
void
kp_letter_fill_recusal (KpLetter *letter)
{
  letter->id = "";
  letter->addressee = letter->book->press->scheme->committee;
  kp_letter_add_row (letter, "姓名", "");
  kp_letter_add_row (letter, "工作单位", "");
  kp_letter_add_row (letter, "承担的工作", "□考官　□监考　□命题　□阅卷　□计分　□监督　□其他");
  kp_letter_add_row (letter, "回避关系", "□没有　□有（填下一栏）");
  kp_letter_add_row (letter, "姓名和关系", "\n");
}

/** kp_letter_fill_retest: what of the examination is doubted. */
void
kp_letter_fill_retest (KpLetter *letter)
{
  add_blank_person (letter);
  add_post_row (letter);
  kp_letter_add_row (letter, "体检日期", DATE_BY_HAND);
  kp_letter_add_row (letter, "申请复检的项目", "");
  kp_letter_add_row (letter, "理由", LINES_BY_HAND);
  kp_letter_add_row (letter, "处理意见", "□同意复检，时间、地点：　　　　　　□不同意，理由：");
  kp_letter_add_row (letter, "复检结论", "");
}

/** kp_letter_fill_objection: who objects to whom, what was found. */
void
kp_letter_fill_objection (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  else
    letter->id = "";
  letter->addressee = letter->book->press->scheme->committee;
  kp_letter_add_row (letter, "收到日期", DATE_BY_HAND "　　　方式：□来信　□来电　□来访　□网络");
  kp_letter_add_row (letter, "反映人", "□实名　□匿名");
  kp_letter_add_row (letter, "被反映人", dossier != NULL ? letter->who : "");
  add_post_row (letter);
  kp_letter_add_row (letter, "反映的问题", LINES_BY_HAND);
  kp_letter_add_row (letter, "调查经过", LINES_BY_HAND);
  kp_letter_add_row (letter, "调查结论", "□不属实　□部分属实　□属实：");
  kp_letter_add_row (letter, "处理意见", "□不影响聘用　□取消拟聘用资格　□其他：");
  kp_letter_add_row (letter, "答复反映人", DATE_BY_HAND);
}

/** kp_letter_fill_recheck: which mark is to be checked; its paper by the scheme. */
void
kp_letter_fill_recheck (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;
  const GPtrArray *papers = press->scheme->written.papers;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < papers->len; i++)
    g_string_append_printf (text, "□%s　", ((const KpSchemePaper *) g_ptr_array_index (papers, i))->name);
  g_string_append (text, "□其他：");
  add_blank_person (letter);
  kp_letter_add_row (letter, "准考证号", dossier != NULL ? kp_press_get_ticket (dossier) : "");
  add_post_row (letter);
  kp_letter_add_row (letter, "申请查分的成绩", kp_press_format (press, "%s", text->str));
  kp_letter_add_row (letter, "公布的成绩", "");
  kp_letter_add_row (letter, "申请理由", "\n");
  kp_letter_add_row (letter, "受理意见", "□受理　□不受理，理由：");
}

/* ---- annexes of a contract ---- */

/* Both parties and what they agreed on before; empty without a contract on record. */
static void
add_parties (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;
  const KpContractRecord *contract = dossier != NULL ? dossier->contract : NULL;

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  letter->id = contract != NULL ? contract->number : dossier != NULL ? letter->id : "";
  letter->addressee = NULL;
  kp_letter_set (letter, "合同名称", press->scheme->contract.kind == KP_CONTRACT_LABOUR ? "劳动合同" : "聘用合同");
  kp_letter_add_row (letter, "甲方",
                     contract != NULL ? kp_scheme_get_street (press->scheme, contract->street)->employer : "");
  kp_letter_add_row (letter, "乙方",
                     dossier != NULL ? kp_press_format (press, "%s（身份证号：%s）", dossier->person->name, dossier->person->id_number)
                                     : "　　　　　　　　（身份证号：　　　　　　　　　　　　）");
  kp_letter_add_row (letter, "原合同编号", contract != NULL ? contract->number : "");
  kp_letter_add_row (letter, "原合同期限",
                     contract == NULL ? DATE_BY_HAND "至" DATE_BY_HAND
                                      : kp_press_format (press, "%s至%s", kp_press_format_iso (press, contract->starts),
                                                         kp_press_format_iso (press, contract->ends)));
}

/** kp_letter_fill_renew: for how long a contract goes on. */
void
kp_letter_fill_renew (KpLetter *letter)
{
  add_parties (letter);
  kp_letter_add_row (letter, "续订的期限", "□固定期限，自　　年　　月　　日至　　年　　月　　日\n□无固定期限，自　　年　　月　　日起");
  kp_letter_add_row (letter, "岗位和地点", "□不变　□变更为：");
  kp_letter_add_row (letter, "劳动报酬", "□不变　□变更为：");
  kp_letter_add_row (letter, "其他约定", "");
}

/** kp_letter_fill_change: what of a contract is changed. */
void
kp_letter_fill_change (KpLetter *letter)
{
  add_parties (letter);
  kp_letter_add_row (letter, "变更的事项", "□岗位　□地点　□期限　□工时　□报酬　□其他：");
  kp_letter_add_row (letter, "原来的约定", "\n");
  kp_letter_add_row (letter, "变更后的约定", "\n");
  kp_letter_add_row (letter, "变更的原因", "");
  kp_letter_add_row (letter, "生效日期", DATE_BY_HAND);
}

/** kp_letter_fill_handing: what goes to the successor. */
void
kp_letter_fill_handing (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;
  const KpContractRecord *contract = dossier != NULL ? dossier->contract : NULL;

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  letter->id = contract != NULL ? contract->number : dossier != NULL ? letter->id : "";
  letter->addressee = NULL;
  kp_letter_add_row (letter, "移交人", dossier != NULL ? dossier->person->name : "");
  kp_letter_add_row (letter, "岗位", dossier != NULL ? kp_press_works_format_post (press, dossier) : "");
  kp_letter_add_row (letter, "交接原因", "□调整岗位　□解除合同　□合同终止　□其他：");
  kp_letter_add_row (letter, "台账和资料", "\n");
  kp_letter_add_row (letter, "印章、钥匙、\n设备、物品", "\n");
  kp_letter_add_row (letter, "账号和数据", "");
  kp_letter_add_row (letter, "未办结的事项", "\n");
}
