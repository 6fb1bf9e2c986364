/* test-press-letters.c – letters to single people: who gets one, what it says, what must be done first.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press-private.h"
#include "kp-press-wording.h"
#include "kp-scheme-explain.h"
#include "kp-test-office.h"
#include "kp-wording.h"

static void
review_people (KpTestOffice *f)
{
  KpReviewTally reviewed;

  kp_test_office_review (f, KP_TEST_OFFICE_SHEET, &reviewed);
  g_assert_cmpuint (reviewed.n_outcomes[KP_REVIEW_FAIL], ==, 2);
  g_assert_cmpuint (reviewed.n_outcomes[KP_REVIEW_MORE], ==, 1);
}

/* Each failed condition with its clause, where to appeal, the ID number masked; what is only unknown is no reason. */
static void
test_unqualified (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  kp_test_office_open (f, NULL, NULL);
  review_people (f);
  text = kp_test_office_dup_text (f, KP_PRESS_LETTER_UNQUALIFIED, NULL);
  kp_test_assert_contains (text, "𠮷龘：");
  kp_test_assert_contains (text, "1.学历（学位）不符合岗位要求。");
  kp_test_assert_contains (text, "（公告条款：二（一）2）");
  kp_test_assert_contains (text, "谢玲俊：");
  kp_test_assert_contains (text, "1.年龄不符合岗位要求。");
  kp_test_assert_contains (text, "提出申诉");
  kp_test_assert_contains (text, "送达回证");
  kp_test_assert_lacks (text, "报名信息不全");
  kp_test_assert_lacks (text, "胡平");
  kp_test_assert_lacks (text, "周薇雅");
  kp_test_assert_lacks (text, "130623198405059987");
}

static void
test_supplement (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  kp_test_office_open (f, NULL, NULL);
  review_people (f);
  text = kp_test_office_dup_text (f, KP_PRESS_LETTER_SUPPLEMENT, NULL);
  kp_test_assert_contains (text, "周薇雅：");
  kp_test_assert_contains (text, "1.学历：报名信息不全，请补充证明材料");
  kp_test_assert_lacks (text, "谢玲俊");
}

static void
test_only_one (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_office_open (f, NULL, NULL);
  review_people (f);
  text = kp_test_office_dup_text (f, KP_PRESS_LETTER_UNQUALIFIED, "000003");
  kp_test_assert_contains (text, "谢玲俊：");
  kp_test_assert_lacks (text, "𠮷龘");
  g_assert_null (kp_press_make (f->session, KP_PRESS_LETTER_UNQUALIFIED, f->fonts, "000001", &error));
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

/* An empty form names nobody; asked for by number, it does. */
static void
test_waiver (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *empty = NULL;
  g_autofree char *filled = NULL;

  kp_test_office_open (f, NULL, NULL);
  empty = kp_test_office_dup_text (f, KP_PRESS_LETTER_WAIVER, NULL);
  kp_test_assert_contains (empty, "声明人（签名、按指印）：");
  review_people (f);
  filled = kp_test_office_dup_text (f, KP_PRESS_LETTER_WAIVER, "000001");
  kp_test_assert_lacks (empty, "胡平");
  kp_test_assert_contains (filled, "胡平");
  kp_test_assert_lacks (filled, "130624200501309970");
}

/* Forms of applicants and staff: empty for all, with name and post for one; the pledge lists what bars an application. */
static void
test_blanks (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    KpPressForm form;
    const char *shows;
  } blanks[] = {
    { KP_PRESS_LETTER_PLEDGE, "没有公告规定的不得报考的情形：" },
    { KP_PRESS_LETTER_PRIVACY, "个人信息保护法" },
    { KP_PRESS_LETTER_RECEIPT, "学信网备案表□原件□复印件" },
    { KP_PRESS_LETTER_RECUSAL, "近姻亲关系" },
    { KP_PRESS_LETTER_RETEST, "复检只进行一次" },
    { KP_PRESS_LETTER_OBJECTION, "调查结论□不属实" },
    { KP_PRESS_LETTER_RECHECK, "□综合能力测试" },
    { KP_PRESS_LETTER_HANDING, "未办结的事项" },
    { KP_PRESS_LETTER_YEARS, "连续工作年限" },
    { KP_PRESS_LETTER_GRADE, "初定等级" },
  };

  kp_test_office_open (f, NULL, NULL);
  review_people (f);
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *empty = kp_test_office_dup_text (f, blanks[i].form, NULL);
      g_autofree char *filled
          = blanks[i].form == KP_PRESS_LETTER_RECUSAL ? NULL : kp_test_office_dup_text (f, blanks[i].form, "000001");

      kp_test_assert_contains (empty, blanks[i].shows);
      kp_test_assert_lacks (empty, "胡平");
      kp_test_assert_lacks (empty, "；；");
      if (filled == NULL)
        continue;
      kp_test_assert_contains (filled, "胡平");
      kp_test_assert_lacks (filled, "130624200501309970");
    }
}

/* An annex of a contract has the whole ID number, as the contract has. */
static void
test_annexes (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  static const KpPressForm annexes[] = { KP_PRESS_LETTER_RENEW, KP_PRESS_LETTER_CHANGE, KP_PRESS_LETTER_AGREEMENT };

  kp_test_office_open (f, NULL, NULL);
  review_people (f);
  for (guint i = 0; i < G_N_ELEMENTS (annexes); i++)
    {
      g_autofree char *empty = kp_test_office_dup_text (f, annexes[i], NULL);
      g_autofree char *filled = kp_test_office_dup_text (f, annexes[i], "000001");

      kp_test_assert_contains (empty, "原合同");
      kp_test_assert_contains (empty, "方各执一份");
      kp_test_assert_lacks (empty, "胡平");
      kp_test_assert_contains (filled, "胡平（身份证号：130624200501309970）");
    }
}

/* The county's own text, before the shipped one. */
static void
test_own_wording (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  kp_test_office_open (f, "\"wordings\": []",
             "\"wordings\": [ { \"key\": \"letter-waiver\", \"text\": \"# 自愿放弃书\\n\\n{事项表}\\n\\n致{招聘机构}。\" } ]");
  text = kp_test_office_dup_text (f, KP_PRESS_LETTER_WAIVER, NULL);
  kp_test_assert_contains (text, "自愿放弃书");
  kp_test_assert_lacks (text, "放弃声明");
}

static gboolean
is_wording_of_scheme (const char *key)
{
  for (const KpSchemeWord *word = kp_scheme_wordings; word->name != NULL; word++)
    if (g_str_equal (word->name, key))
      return TRUE;
  return FALSE;
}

/* What a letter knows is known before it is printed: no shipped text asks for more. A scheme may bring another in its place. */
static void
test_shipped_wordings (KpTestOffice *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  guint n = 0;

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      const char *key = kp_press_form_get_name ((KpPressForm) i);
      g_autofree char *text = kp_wording_dup_letter (key);
      KpSchemeWording wording = { (char *) key, text };
      g_autoptr (GPtrArray) wordings = g_ptr_array_new ();
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);
      const KpScheme scheme = { .wordings = wordings };

      g_assert_true (text != NULL || !kp_press_form_is_letter ((KpPressForm) i));
      if (text == NULL)
        continue;
      n++;
      if (!is_wording_of_scheme (key))
        g_error ("rules/kp-scheme-explain-annex.c: kp_scheme_wordings lacks “%s”, so no county could rewrite it", key);
      g_ptr_array_add (wordings, &wording);
      kp_press_check_wordings (&scheme, problems);
      if (problems->len > 0)
        g_error ("%s: %s", key, ((const KpSchemeProblem *) g_ptr_array_index (problems, 0))->message);
    }
  g_assert_cmpuint (n, ==, KP_PRESS_N_FORMS - KP_PRESS_LETTER_UNQUALIFIED + 8);
}

/* Said only where it is known, and of each post. */
static void
test_conditions (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *empty = NULL;
  g_autofree char *filled = NULL;

  kp_test_office_open (f, "\"wordings\": []",
                       "\"wordings\": [ { \"key\": \"letter-waiver\", \"text\": \"# 放弃\\n\\n{如果 姓名}我是{姓名}。{否则}我是＿＿。{完}\\n\\n"
                       "{每项 事项}\\n{事项名称}：{事项内容}；\\n{完}\\n\\n{每项 招聘岗位}{岗位代码}{招聘单位}{招聘人数}人；{完}\" } ]");
  review_people (f);
  empty = kp_test_office_dup_text (f, KP_PRESS_LETTER_WAIVER, NULL);
  filled = kp_test_office_dup_text (f, KP_PRESS_LETTER_WAIVER, "000001");
  kp_test_assert_contains (empty, "我是＿＿。");
  kp_test_assert_contains (filled, "我是胡平。");
  kp_test_assert_contains (filled, "姓名：胡平；");
  kp_test_assert_contains (filled, "A01城关街道12人；");
}

#define HEADS                                                                                                                  \
  "\"wordings\": [], \"letterheads\": ["                                                                                       \
  "{ \"key\": \"notice\", \"organs\": [ \"某县委社会工作部\" ], \"word\": \"文件\", \"number\": \"某社工发〔2026〕3号\", "        \
  "\"copies\": \"县纪委\", \"printer\": \"某县委办公室\" },"                                                                      \
  "{ \"key\": \"letter-unqualified\", \"letter\": true, \"number\": \"某社工函〔2026〕9号\" } ]"

static guint
count_pages (KpTestOffice *f, KpPressForm form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_press_make (f->session, form, f->fonts, NULL, &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *pages;

  g_assert_no_error (error);
  path = kp_test_folder_write (f->folder, "pages.pdf", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  text = kp_test_run ((const char *const[]){ "pdfinfo", path, NULL }, NULL);
  pages = strstr (text, "Pages:");
  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (g_strchug ((char *) pages + strlen ("Pages:")), NULL, 10);
}

/* GB/T 9704-2012: the head is the first on the paper, the colophon the last, behind the annex and on an even page. */
static void
test_head_of_the_notice (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  const char *printed;

  kp_test_office_open (f, "\"wordings\": []", HEADS);
  text = kp_test_office_dup_text (f, KP_PRESS_NOTICE, NULL);
  g_assert_true (g_str_has_prefix (text, "某县委社会工作部文件某社工发〔2026〕3号"));
  printed = strstr (text, "抄送：县纪委。某县委办公室");
  g_assert_nonnull (printed);
  g_assert_true (printed > strstr (text, "招聘方案摘要"));
  g_assert_null (strstr (printed + 1, "公告"));
  g_assert_cmpuint (count_pages (f, KP_PRESS_NOTICE) % 2, ==, 0);
}

/* A letter has one number, its own, and still its code, though its first page has no page number. */
static void
test_head_of_a_letter (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  const char *number;

  kp_test_office_open (f, "\"wordings\": []", HEADS);
  review_people (f);
  text = kp_test_office_dup_text (f, KP_PRESS_LETTER_UNQUALIFIED, NULL);
  number = strstr (text, "资审〔2026〕");
  g_assert_nonnull (number);
  g_assert_true (number < strstr (text, "资格审查不合格通知书"));
  kp_test_assert_lacks (text, "某社工函");
  kp_test_assert_contains (text, "校验码letter-unqualified:");
}

/* Without a rule a form stays as it was. */
static void
test_no_head (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  kp_test_office_open (f, NULL, NULL);
  text = kp_test_office_dup_text (f, KP_PRESS_NOTICE, NULL);
  kp_test_assert_lacks (text, "印发");
}

typedef struct
{
  KpPressForm form;
  const char *verb; /* that must be run first */
} Early;

static const Early early[] = {
  { KP_PRESS_LETTER_UNQUALIFIED, "kaopin review" },  { KP_PRESS_LETTER_SUPPLEMENT, "kaopin review" },
  { KP_PRESS_LETTER_INTERVIEW, "kaopin shortlist" }, { KP_PRESS_LETTER_SUBSTITUTE, "kaopin shortlist" },
  { KP_PRESS_LETTER_MARK, "marks" },                 { KP_PRESS_LETTER_PHYSICAL, "kaopin total" },
  { KP_PRESS_LETTER_HIRE, "kaopin hire" },
};

/* Refused with what to do first. */
static void
test_early (KpTestOffice *f, gconstpointer data)
{
  const Early *row = data;
  g_autoptr (GError) error = NULL;

  kp_test_office_open (f, NULL, NULL);
  g_assert_null (kp_press_make (f->session, row->form, f->fonts, NULL, &error));
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
  kp_test_assert_contains (error->message, row->verb);
}

/* ---- before there is anybody ---- */

static char *
dup_sample (KpTestOffice *f, const char *wording)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_press_make_sample (f->session, wording, f->fonts, &error);

  g_assert_no_error (error);
  return kp_test_office_dup_text_of (f, bytes);
}

/* Each letter, from its text alone: what the record will know shows the name of its field. */
static void
test_samples (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *interview = NULL;
  g_autofree char *contract = NULL;

  kp_test_office_open (f, NULL, NULL);
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    if (kp_press_form_is_letter ((KpPressForm) i))
      {
        g_autofree char *text = dup_sample (f, kp_press_form_get_name ((KpPressForm) i));

        g_assert_cmpint (kp_press_letter_is_blank ((KpPressForm) i), ==, strstr (text, "〔姓名〕") == NULL);
        kp_test_assert_lacks (text, "{");
      }
  interview = dup_sample (f, "letter-interview");
  kp_test_assert_contains (interview, "面试通知单");
  kp_test_assert_contains (interview, "〔姓名〕：");
  contract = dup_sample (f, "pay_day");
  kp_test_assert_contains (contract, "〔乙方姓名〕");
}

static void
test_no_sample (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  kp_test_office_open (f, NULL, NULL);
  g_assert_null (kp_press_make_sample (f->session, "publicity", f->fonts, &error));
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

static void
add (const char *name, gconstpointer data, void (*func) (KpTestOffice *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/app/press-letters/", name, NULL);

  g_test_add (path, KpTestOffice, data, kp_test_office_set_up, func, kp_test_office_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("unqualified", NULL, test_unqualified);
  add ("supplement", NULL, test_supplement);
  add ("only-one", NULL, test_only_one);
  add ("waiver", NULL, test_waiver);
  add ("blanks", NULL, test_blanks);
  add ("annexes", NULL, test_annexes);
  add ("own-wording", NULL, test_own_wording);
  add ("shipped-wordings", NULL, test_shipped_wordings);
  add ("samples", NULL, test_samples);
  add ("no-sample", NULL, test_no_sample);
  add ("conditions", NULL, test_conditions);
  add ("head/of-the-notice", NULL, test_head_of_the_notice);
  add ("head/of-a-letter", NULL, test_head_of_a_letter);
  add ("head/none", NULL, test_no_head);
  for (guint i = 0; i < G_N_ELEMENTS (early); i++)
    {
      g_autofree char *name = g_strconcat ("early/", kp_press_form_get_name (early[i].form), NULL);

      add (name, &early[i], test_early);
    }
  return g_test_run ();
}
