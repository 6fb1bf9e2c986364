/* test-form-contract.c – the labour contract: clauses of the law, refused wordings and facts, probation or none.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <time.h>

#include "kp-form-reader.h"
#include "kp-form-sample.h"
#include "kp-pdf-error.h"
#include "kp-wording.h"

/* The contracts of one street, signed in one afternoon. */
#define N_STREET 120

/* 劳动合同法 第十七条: nine clauses, each by what a lawyer would look for. */
static const struct
{
  const char *clause;
  const char *texts[4];
} clauses[] = {
  { "1-employer", { "云岭县人民政府城关街道办事处", "云岭县城关街道解放路66号", "赵明", "法定代表人（主要负责人）" } },
  { "2-worker", { "张伟", "云岭县城关街道文化路88号", "530102199001019980", NULL } },
  { "3-term", { "自2026年7月1日起至2029年6月30日止", "期限3年", NULL } },
  { "4-work-and-place", { "社区专职工作人员（综合岗）岗位工作", "工作地点为云岭县城关街道所辖社区", "工作职责为：在社区党组织", NULL } },
  { "5-hours-and-rest", { "实行标准工时制度", "每周工作不超过40小时", "年休假", NULL } },
  { "6-pay", { "每月税前人民币4200元", "每月15日以前足额支付", NULL } },
  { "7-insurance", { "基本养老、基本医疗（含生育）、失业和工伤保险", NULL } },
  { "8-protection", { "劳动条件", "劳动防护用品", "职业病危害", NULL } },
  { "9-others", { "住房公积金", "劳动人事争议仲裁委员会", "15日内", NULL } },
};

static const char *const headings[] = {
  "一、劳动合同期限",       "二、工作内容和工作地点", "三、工作时间和休息休假", "四、劳动报酬",
  "五、社会保险和福利待遇", "六、职业培训和劳动保护", "七、劳动合同的变更、解除、终止",
  "八、双方约定事项",       "九、劳动争议处理",       "十、其他",
};

static KpFormReader *
read_contract (KpContractFacts *facts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, "劳动合同");

  kp_form_contract_draw (sheet, NULL, facts, &error);
  g_assert_no_error (error);
  return kp_form_reader_new (sheet);
}

static void
test_clause (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpFormReader) reader = NULL;
  KpContractFacts facts;

  kp_form_sample_fill_contract (sample, 0, &facts);
  reader = read_contract (&facts);
  for (guint i = 0; i < 4 && clauses[index].texts[i] != NULL; i++)
    kp_form_reader_assert_shows (reader, clauses[index].texts[i]);
}

static void
test_headings (void)
{
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpFormReader) reader = NULL;
  KpContractFacts facts;
  const char *at;

  kp_form_sample_fill_contract (sample, 0, &facts);
  reader = read_contract (&facts);
  at = reader->text;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      at = strstr (at, headings[i]);
      if (at == NULL)
        g_error ("“%s” is missing or out of order", headings[i]);
    }
  kp_form_reader_assert_shows (reader, "第1页　共6页");
  kp_form_reader_assert_shows (reader, "第6页　共6页");
  kp_form_reader_assert_shows (reader, "附件1　续订劳动合同");
  kp_form_reader_assert_shows (reader, "附件2　变更劳动合同");
  kp_form_reader_assert_shows (reader, "城劳合〔2026〕0001号");
}

/* 劳动合同法 第九条, 第二十五条: no penalty, no deposit, no guarantee, no forced years of service. */
static void
test_no_penalty (void)
{
  static const char *const forbidden[] = { "违约金", "押金", "保证金", "服务期", "赔偿金" };
  g_autofree char *text = kp_wording_dup_contract ();

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_null (strstr (text, forbidden[i]));
}

static void
test_probation (void)
{
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpFormReader) with = NULL;
  g_autoptr (KpFormReader) without = NULL;
  KpContractFacts facts;

  kp_form_sample_fill_contract (sample, 0, &facts);
  with = read_contract (&facts);
  kp_form_reader_assert_shows (with, "其中试用期6个月，自2026年7月1日起至2026年12月31日止，包含在合同期限内。");
  kp_form_reader_assert_shows (with, "试用期内的工资为本合同约定工资的80%，且不低于当地最低工资标准。");
  facts.probation_months = NULL;
  facts.probation_wage = NULL;
  without = read_contract (&facts);
  kp_form_reader_assert_shows (without, "双方不约定试用期。");
  kp_form_reader_assert_hides (without, "试用期内的工资为");
}

typedef struct
{
  gsize       offset;
  const char *field;
} Missing;

static const Missing missing[] = {
  { G_STRUCT_OFFSET (KpContractFacts, number), "合同编号" },
  { G_STRUCT_OFFSET (KpContractFacts, employer), "甲方名称" },
  { G_STRUCT_OFFSET (KpContractFacts, employer_head), "甲方负责人" },
  { G_STRUCT_OFFSET (KpContractFacts, employer_address), "甲方住所" },
  { G_STRUCT_OFFSET (KpContractFacts, worker), "乙方姓名" },
  { G_STRUCT_OFFSET (KpContractFacts, worker_id), "乙方身份证号" },
  { G_STRUCT_OFFSET (KpContractFacts, worker_address), "乙方通讯地址" },
  { G_STRUCT_OFFSET (KpContractFacts, to), "合同终止日期" },
  { G_STRUCT_OFFSET (KpContractFacts, probation_to), "试用期截止日期" },
  { G_STRUCT_OFFSET (KpContractFacts, probation_wage), "试用期工资" },
  { G_STRUCT_OFFSET (KpContractFacts, post), "工作岗位" },
  { G_STRUCT_OFFSET (KpContractFacts, wage), "工资标准" },
};

static void
test_missing (gconstpointer data)
{
  const Missing *row = data;

  for (guint is_empty = 0; is_empty < 2; is_empty++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
      g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
      g_autoptr (KpFormSample) sample = kp_form_sample_new ();
      KpContractFacts facts;

      kp_form_sample_fill_contract (sample, 0, &facts);
      *(const char **) (gpointer) ((guint8 *) &facts + row->offset) = is_empty ? "" : NULL;
      g_assert_false (kp_form_contract_draw (sheet, NULL, &facts, &error));
      g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
      kp_test_assert_contains (error->message, row->field);
      g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 0);
    }
}

typedef struct
{
  const char *path;
  const char *old;  /* in the shipped wording … */
  const char *new;  /* … replaced by this */
  const char *says;
} Spoilt;

static const Spoilt spoilt[] = {
  { "unknown-field", "{工作地点}。", "{工作地点}{社保编号}。", "社保编号" },
  { "lost-term", "{合同终止日期}", "", "劳动合同期限" },
  { "lost-place", "{工作地点}", "某地", "工作地点" },
  { "lost-pay", "{工资标准}", "面议", "劳动报酬" },
  { "lost-insurance", "社会保险", "保险", "社会保险" },
  { "lost-danger", "职业病", "病", "职业危害防护" },
  { "open-brace", "{发薪日}", "{发薪日", "line" },
  { "term-in-a-comment", "自{合同起始日期}起至{合同终止日期}止。", "\n<!-- {合同起始日期}{合同终止日期} -->\n", "劳动合同期限" },
  { "place-on-a-condition", "{工作地点}", "{如果 合同年限=九年}{工作地点}{完}", "第十七条第一款第（四）项" },
  { "penalty-emphasised", "# 劳动合同", "# 劳动合同\n\n乙方服务不满三年的，支付违**约金**一万元。", "劳动合同法第二十五条" },
  { "penalty", "# 劳动合同", "# 劳动合同\n\n乙方服务不满三年的，支付违约金一万元。", "劳动合同法第二十五条" },
  { "deposit", "# 劳动合同", "# 劳动合同\n\n乙方入职时交纳保证金五百元。", "劳动合同法第九条" },
};

static void
test_spoilt (gconstpointer data)
{
  const Spoilt *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (GString) wording = NULL;
  g_autofree char *shipped = kp_wording_dup_contract ();
  KpContractFacts facts;

  wording = g_string_new (shipped);
  g_assert_cmpuint (g_string_replace (wording, row->old, row->new, 0), >, 0);
  kp_form_sample_fill_contract (sample, 0, &facts);
  g_assert_false (kp_form_contract_draw (sheet, wording->str, &facts, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
  kp_test_assert_contains (error->message, row->says);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 0);
}

/* Wherever the text ends, the page to sign bears its last paragraph. */
static void
test_signed_page (void)
{
  g_autofree char *shipped = kp_wording_dup_contract ();
  g_autoptr (GString) wording = g_string_new (shipped);
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
      g_autoptr (KpFormSample) sample = kp_form_sample_new ();
      g_autoptr (KpFormReader) reader = NULL;
      g_autofree char *last = g_strdup_printf ("%s\n\n末段约定。", wording->str);
      KpContractFacts facts;

      kp_form_sample_fill_contract (sample, 0, &facts);
      kp_form_contract_draw (sheet, last, &facts, &error);
      g_assert_no_error (error);
      reader = kp_form_reader_new (sheet);
      g_assert_cmpuint (kp_form_reader_find (reader, "末段约定")->page, ==, kp_sheet_get_n_pages (sheet) - 1);
      g_assert_cmpuint (kp_form_reader_find (reader, "甲方（盖章）")->page, ==, kp_sheet_get_n_pages (sheet) - 1);
      g_string_append (wording, "\n\n补充。");
    }
}

/* Measured in time of the processor, so that a busy machine doesn't matter. */
static void
test_speed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (GBytes) bytes = NULL;
  clock_t start = clock ();

  for (guint i = 0; i < N_STREET; i++)
    {
      KpContractFacts facts;

      kp_form_sample_fill_contract (sample, i, &facts);
      kp_form_contract_draw (sheet, NULL, &facts, &error);
      g_assert_no_error (error);
    }
  bytes = kp_sheet_dup_bytes (sheet, &error);
  g_assert_no_error (error);
  if (kp_test_may_measure ())
    g_assert_cmpint (clock () - start, <, CLOCKS_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/form-contract/clause/", clauses[i].clause, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_clause);
    }
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/form-contract/missing/", missing[i].field, NULL);

      g_test_add_data_func (path, &missing[i], test_missing);
    }
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/form-contract/spoilt/", spoilt[i].path, NULL);

      g_test_add_data_func (path, &spoilt[i], test_spoilt);
    }
  g_test_add_func ("/pdf/form-contract/headings-in-order", test_headings);
  g_test_add_func ("/pdf/form-contract/no-penalty", test_no_penalty);
  g_test_add_func ("/pdf/form-contract/probation-or-none", test_probation);
  g_test_add_func ("/pdf/form-contract/signed-page-has-text", test_signed_page);
  g_test_add_func ("/pdf/form-contract/street-under-a-second", test_speed);
  return g_test_run ();
}
