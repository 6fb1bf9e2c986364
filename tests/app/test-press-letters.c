/* test-press-letters.c – letters to single people: who gets one, what it says, what must be done first.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press.h"
#include "kp-step-import.h"
#include "kp-step-review.h"
#include "kp-test.h"

#define HEADING "姓名,性别,身份证号,政治面貌,学历,毕业时间,联系电话,报考岗位代码,是否退役军人,社工证书,原网格员入职时间\n"

/* Fit; without the education; too old, and without any education on the sheet; with none on the sheet alone. */
static const char registrations[] = HEADING "胡平,男,130624200501309970,群众,本科,2020-06-30,19900000001,A01,否,,\n"
                                            "𠮷龘,女,653101200503299924,群众,高中,2020-06-30,19900000002,A01,否,,\n"
                                            "谢玲俊,女,130623198405059987,群众,,,19900000003,A01,否,,\n"
                                            "周薇雅,女,130626200107269889,群众,,2020-06-30,19900000004,A01,否,,\n";

typedef struct
{
  KpTestFolder *folder;
  KpSession *session;
  KpFontSet *fonts;
} Fixture;

/* The sample's scheme with CHANGED in the place of OLD. */
static void
open_with (Fixture *f, const char *old, const char *changed)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *json = kp_test_read (scheme, NULL);
  g_autofree char *path = kp_test_folder_dup_file (f->folder, "campaign.kaopin");
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (GError) error = NULL;

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, changed, 1), ==, 1);
  f->session = kp_session_create (path, text->str, "test", &kp_system_sources, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  f->folder = kp_test_folder_new ();
  f->fonts = kp_press_open_fonts (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&f->session, kp_session_close);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

static void
review_people (Fixture *f)
{
  g_autofree char *path = kp_test_folder_write (f->folder, "registrations.csv", registrations, -1);
  const KpRegistrationOptions options = { .sheet = NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read (path, &options, &error);
  KpImportTally imported;
  KpReviewTally reviewed;

  g_assert_no_error (error);
  g_assert_true (kp_step_import_registrations (f->session, book, TRUE, &imported, &error));
  g_assert_true (kp_step_review_auto (f->session, &reviewed, &error));
  g_assert_cmpuint (reviewed.n_outcomes[KP_REVIEW_FAIL], ==, 2);
  g_assert_cmpuint (reviewed.n_outcomes[KP_REVIEW_MORE], ==, 1);
}

/* The text of what is printed, without blanks. */
static char *
dup_text (Fixture *f, KpPressForm form, const char *only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_press_make (f->session, form, f->fonts, only, &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  path = kp_test_folder_write (f->folder, "letters.pdf", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  text = kp_test_run ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static void
assert_lacks (const char *text, const char *what)
{
  if (strstr (text, what) != NULL)
    g_error ("“%s” must not be in: %s", what, text);
}

/* Each failed condition with its clause, where to appeal, the ID number masked; what is only unknown is no reason. */
static void
test_unqualified (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  open_with (f, NULL, NULL);
  review_people (f);
  text = dup_text (f, KP_PRESS_LETTER_UNQUALIFIED, NULL);
  kp_test_assert_contains (text, "𠮷龘：");
  kp_test_assert_contains (text, "1.学历（学位）不符合岗位要求。");
  kp_test_assert_contains (text, "（公告条款：二（一）2）");
  kp_test_assert_contains (text, "谢玲俊：");
  kp_test_assert_contains (text, "1.年龄不符合岗位要求。");
  kp_test_assert_contains (text, "提出申诉");
  kp_test_assert_contains (text, "送达回证");
  assert_lacks (text, "报名信息不全");
  assert_lacks (text, "胡平");
  assert_lacks (text, "周薇雅");
  assert_lacks (text, "130623198405059987");
}

static void
test_supplement (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  open_with (f, NULL, NULL);
  review_people (f);
  text = dup_text (f, KP_PRESS_LETTER_SUPPLEMENT, NULL);
  kp_test_assert_contains (text, "周薇雅：");
  kp_test_assert_contains (text, "1.学历：报名信息不全，请补充证明材料");
  assert_lacks (text, "谢玲俊");
}

static void
test_only_one (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  open_with (f, NULL, NULL);
  review_people (f);
  text = dup_text (f, KP_PRESS_LETTER_UNQUALIFIED, "000003");
  kp_test_assert_contains (text, "谢玲俊：");
  assert_lacks (text, "𠮷龘");
  g_assert_null (kp_press_make (f->session, KP_PRESS_LETTER_UNQUALIFIED, f->fonts, "000001", &error));
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

/* An empty form names nobody; asked for by number, it does. */
static void
test_waiver (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *empty = NULL;
  g_autofree char *filled = NULL;

  open_with (f, NULL, NULL);
  empty = dup_text (f, KP_PRESS_LETTER_WAIVER, NULL);
  kp_test_assert_contains (empty, "声明人（签名、按指印）：");
  review_people (f);
  filled = dup_text (f, KP_PRESS_LETTER_WAIVER, "000001");
  assert_lacks (empty, "胡平");
  kp_test_assert_contains (filled, "胡平");
  assert_lacks (filled, "130624200501309970");
}

/* Forms of applicants and staff: empty for all, with name and post for one; the pledge lists what bars an application. */
static void
test_blanks (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
  };

  open_with (f, NULL, NULL);
  review_people (f);
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *empty = dup_text (f, blanks[i].form, NULL);
      g_autofree char *filled
          = blanks[i].form == KP_PRESS_LETTER_RECUSAL ? NULL : dup_text (f, blanks[i].form, "000001");

      kp_test_assert_contains (empty, blanks[i].shows);
      assert_lacks (empty, "胡平");
      assert_lacks (empty, "；；");
      if (filled == NULL)
        continue;
      kp_test_assert_contains (filled, "胡平");
      assert_lacks (filled, "130624200501309970");
    }
}

/* The county's own text, before the shipped one. */
static void
test_own_wording (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  open_with (f, "\"wordings\": []",
             "\"wordings\": [ { \"key\": \"letter-waiver\", \"text\": \"# 自愿放弃书\\n\\n{事项表}\\n\\n致{招聘机构}。\" } ]");
  text = dup_text (f, KP_PRESS_LETTER_WAIVER, NULL);
  kp_test_assert_contains (text, "自愿放弃书");
  assert_lacks (text, "放弃声明");
}

#define HEADS                                                                                                                  \
  "\"wordings\": [], \"letterheads\": ["                                                                                       \
  "{ \"key\": \"notice\", \"organs\": [ \"某县委社会工作部\" ], \"word\": \"文件\", \"number\": \"某社工发〔2026〕3号\", "        \
  "\"copies\": \"县纪委\", \"printer\": \"某县委办公室\" },"                                                                      \
  "{ \"key\": \"letter-unqualified\", \"letter\": true, \"number\": \"某社工函〔2026〕9号\" } ]"

static guint
count_pages (Fixture *f, KpPressForm form)
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
test_head_of_the_notice (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  const char *printed;

  open_with (f, "\"wordings\": []", HEADS);
  text = dup_text (f, KP_PRESS_NOTICE, NULL);
  g_assert_true (g_str_has_prefix (text, "某县委社会工作部文件某社工发〔2026〕3号"));
  printed = strstr (text, "抄送：县纪委。某县委办公室");
  g_assert_nonnull (printed);
  g_assert_true (printed > strstr (text, "招聘方案摘要"));
  g_assert_null (strstr (printed + 1, "公告"));
  g_assert_cmpuint (count_pages (f, KP_PRESS_NOTICE) % 2, ==, 0);
}

/* A letter has one number, its own, and still its code, though its first page has no page number. */
static void
test_head_of_a_letter (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  const char *number;

  open_with (f, "\"wordings\": []", HEADS);
  review_people (f);
  text = dup_text (f, KP_PRESS_LETTER_UNQUALIFIED, NULL);
  number = strstr (text, "资审〔2026〕");
  g_assert_nonnull (number);
  g_assert_true (number < strstr (text, "资格审查不合格通知书"));
  assert_lacks (text, "某社工函");
  kp_test_assert_contains (text, "校验码letter-unqualified:");
}

/* Without a rule a form stays as it was. */
static void
test_no_head (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  open_with (f, NULL, NULL);
  text = dup_text (f, KP_PRESS_NOTICE, NULL);
  assert_lacks (text, "印发");
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
test_early (Fixture *f, gconstpointer data)
{
  const Early *row = data;
  g_autoptr (GError) error = NULL;

  open_with (f, NULL, NULL);
  g_assert_null (kp_press_make (f->session, row->form, f->fonts, NULL, &error));
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
  kp_test_assert_contains (error->message, row->verb);
}

static void
add (const char *name, gconstpointer data, void (*func) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/app/press-letters/", name, NULL);

  g_test_add (path, Fixture, data, set_up, func, tear_down);
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
  add ("own-wording", NULL, test_own_wording);
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
