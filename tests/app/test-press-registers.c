/* test-press-registers.c – registers of the office: what they count, what they hide, what must be done first.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-step-decide.h"
#include "kp-step-erase.h"
#include "kp-step-proof.h"
#include "kp-test-office.h"

/* Two who are fit: too few for the twelve places, and for everything else. */
static const char few[] = KP_TEST_OFFICE_HEADING "胡平,男,130624200501309970,群众,本科,2020-06-30,19900000001,A01,否,,\n"
                                  "周薇雅,女,130626200107269889,群众,本科,2020-06-30,19900000004,A01,否,,\n";

static void
import_and_review (KpTestOffice *f, const char *sheet)
{
  KpReviewTally reviewed;

  kp_test_office_review (f, sheet, &reviewed);
}

/* Four applied, one passed, two fell out, one has to hand something in: the same sums on both papers. */
static void
test_counts (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *daily = NULL;
  g_autofree char *review = NULL;

  kp_test_office_open (f, NULL, NULL);
  import_and_review (f, KP_TEST_OFFICE_SHEET);
  daily = kp_test_office_dup_text (f, KP_PRESS_DAILY, NULL);
  kp_test_assert_contains (daily, "A01综合岗城关街道1241210.0∶1");
  kp_test_assert_contains (daily, "合计5241210.0∶1");
  kp_test_assert_contains (daily, "招聘办负责人：");
  kp_test_assert_lacks (daily, "缴费人数人数");
  review = kp_test_office_dup_text (f, KP_PRESS_REVIEW_SUMMARY, NULL);
  kp_test_assert_contains (review, "A01综合岗12412100R01×1、R02×1");
  kp_test_assert_contains (review, "R01年龄；R02学历");
  kp_test_assert_contains (review, "监督员：");
}

/* Why somebody fell out, with the code; the ID number masked; what is only unknown is no reason. */
static void
test_unfit (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  kp_test_office_open (f, NULL, NULL);
  import_and_review (f, KP_TEST_OFFICE_SHEET);
  text = kp_test_office_dup_text (f, KP_PRESS_UNFIT, NULL);
  kp_test_assert_contains (text, "000002𠮷龘653101********9924R02");
  kp_test_assert_contains (text, "000003谢玲俊");
  kp_test_assert_contains (text, "内部资料，不得公开张贴");
  kp_test_assert_lacks (text, "周薇雅");
  kp_test_assert_lacks (text, "胡平");
  kp_test_assert_lacks (text, "653101200503299924");
}

/* The announcement names posts and no person, and until when one may choose another. */
static void
test_cuts (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autofree char *text = NULL;

  kp_test_office_open (f, NULL, NULL);
  import_and_review (f, few);
  none = kp_press_make (f->session, KP_PRESS_CUTS, f->fonts, NULL, &error);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (kp_step_decide (f->session, KP_DECISION_OPENING, "A01", "1", "不再调剂", "甲", "乙", &error));
  posts = kp_step_open_posts (f->session, &error);
  g_assert_no_error (error);
  text = kp_test_office_dup_text (f, KP_PRESS_CUTS, NULL);
  kp_test_assert_contains (text, "A01综合岗城关街道122核减1");
  kp_test_assert_contains (text, "B01综合岗南关街道80取消0");
  kp_test_assert_contains (text, "以前改报一次");
  kp_test_assert_contains (text, "附件：岗位核减、取消情况表");
  kp_test_assert_lacks (text, "胡平");
}

/* The county's own announcement, with a line for each post and a sentence that is only said where it holds. */
static void
test_own_lead (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autofree char *text = NULL;

  kp_test_office_open (f, "\"wordings\": []",
                       "\"wordings\": [ { \"key\": \"cuts\", \"text\": \"{招聘机构}决定如下。{如果 改报截止日期}{改报截止日期}截止。{完}\\n\\n"
                       "{每项 招聘岗位}{岗位代码}原定{招聘人数}人；{完}\" } ]");
  import_and_review (f, few);
  g_assert_true (kp_step_decide (f->session, KP_DECISION_OPENING, "A01", "1", "不再调剂", "甲", "乙", &error));
  posts = kp_step_open_posts (f->session, &error);
  g_assert_no_error (error);
  text = kp_test_office_dup_text (f, KP_PRESS_CUTS, NULL);
  kp_test_assert_contains (text, "办公室决定如下。");
  kp_test_assert_contains (text, "日截止。");
  kp_test_assert_contains (text, "A01原定12人；A02原定3人；");
  kp_test_assert_lacks (text, "现予公告");
}

/* The whole ID number where the paper needs it, masked where it doesn't; each condition with its verdict; one sheet by number. */
static void
test_records (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *registration = NULL;
  g_autofree char *review = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) none = NULL;

  kp_test_office_open (f, NULL, NULL);
  import_and_review (f, KP_TEST_OFFICE_SHEET);
  registration = kp_test_office_dup_text (f, KP_PRESS_REGISTRATION_FORMS, "000002");
  kp_test_assert_contains (registration, "𠮷龘");
  kp_test_assert_contains (registration, "653101200503299924");
  kp_test_assert_contains (registration, "第2页共2页");
  kp_test_assert_contains (registration, "本人签名：");
  kp_test_assert_lacks (registration, "胡平");
  review = kp_test_office_dup_text (f, KP_PRESS_REVIEW_FORMS, "000002");
  kp_test_assert_contains (review, "653101********9924");
  kp_test_assert_contains (review, "学历二（一）2不符合");
  kp_test_assert_contains (review, "不合格（由以上");
  kp_test_assert_lacks (review, "653101200503299924");
  none = kp_press_make (f->session, KP_PRESS_APPROVAL_FORMS, f->fonts, NULL, &error);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

/* Claim by claim with what was found, before any check too; who was refused has nothing to prove any more. */
static void
test_proofs (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const papers[] = { "毕业证书", NULL };
  const KpProofOrder order = { "000001", "diploma", { KP_PROOF_SHOWN, papers, NULL, KP_DATE_NONE, KP_DATE_NONE, NULL }, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  KpProofTally tally;

  kp_test_office_open (f, "\"declarations\": [",
                       "\"proofs\": [ { \"id\": \"diploma\", \"label\": \"毕业证书\", \"when\": { \"graduated\": { \"to\": \"2026-07-31\" } }, "
                       "\"facts\": [\"graduated\"], \"papers\": [\"毕业证书\", \"学信网备案表\"], \"by\": \"2026-03-20\" } ], "
                       "\"declarations\": [");
  import_and_review (f, KP_TEST_OFFICE_SHEET);
  before = kp_test_office_dup_text (f, KP_PRESS_PROOFS, NULL);
  kp_test_assert_contains (before, "000001胡平A01");
  kp_test_assert_contains (before, "未提交");
  g_assert_true (kp_step_record_proof (f->session, &order, &tally, &error));
  text = kp_test_office_dup_text (f, KP_PRESS_PROOFS, NULL);
  kp_test_assert_contains (text, "身份和资格证明核查登记表");
  kp_test_assert_contains (text, "毕业证书须交毕业证书、学信网备案表最迟2026年3月20日");
  kp_test_assert_contains (text, "000001胡平A01毕业证书");
  kp_test_assert_contains (text, "待核查");
  kp_test_assert_lacks (text, "000002");
}

/* Numbers, clause, period and both people; nobody whom it was about. */
static void
test_erasures (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  const KpEraseOrder order = { .ended = { 2024, 12, 31 }, .by = "张经办", .with = "王监督" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autofree char *text = NULL;
  guint n_persons = 0, n_values = 0;

  kp_test_office_open (f, "\"declarations\": [", "\"declarations\": [");
  import_and_review (f, KP_TEST_OFFICE_SHEET);
  none = kp_press_make (f->session, KP_PRESS_ERASURES, f->fonts, NULL, &error);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (kp_step_erase (f->session, &order, &n_persons, &n_values, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_persons, >=, 2);
  text = kp_test_office_dup_text (f, KP_PRESS_ERASURES, NULL);
  kp_test_assert_contains (text, "个人信息到期清除证明");
  kp_test_assert_contains (text, "未聘用人员报名材料");
  kp_test_assert_contains (text, "《个人信息保护法》第十九条");
  kp_test_assert_contains (text, "1年");
  kp_test_assert_contains (text, "张经办");
  kp_test_assert_contains (text, "王监督");
  kp_test_assert_lacks (text, "胡平");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/registers/counts", KpTestOffice, NULL, kp_test_office_set_up, test_counts, kp_test_office_tear_down);
  g_test_add ("/app/registers/unfit", KpTestOffice, NULL, kp_test_office_set_up, test_unfit, kp_test_office_tear_down);
  g_test_add ("/app/registers/cuts", KpTestOffice, NULL, kp_test_office_set_up, test_cuts, kp_test_office_tear_down);
  g_test_add ("/app/registers/own-lead", KpTestOffice, NULL, kp_test_office_set_up, test_own_lead, kp_test_office_tear_down);
  g_test_add ("/app/registers/records", KpTestOffice, NULL, kp_test_office_set_up, test_records, kp_test_office_tear_down);
  g_test_add ("/app/registers/proofs", KpTestOffice, NULL, kp_test_office_set_up, test_proofs, kp_test_office_tear_down);
  g_test_add ("/app/registers/erasures", KpTestOffice, NULL, kp_test_office_set_up, test_erasures, kp_test_office_tear_down);
  return g_test_run ();
}
