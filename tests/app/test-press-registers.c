/* test-press-registers.c – registers of the office: what they count, what they hide, what must be done first.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press.h"
#include "kp-step-decide.h"
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

/* Two who are fit: too few for the twelve places, and for everything else. */
static const char few[] = HEADING "胡平,男,130624200501309970,群众,本科,2020-06-30,19900000001,A01,否,,\n"
                                  "周薇雅,女,130626200107269889,群众,本科,2020-06-30,19900000004,A01,否,,\n";

static void
import_and_review (Fixture *f, const char *sheet)
{
  g_autofree char *path = kp_test_folder_write (f->folder, "registrations.csv", sheet, -1);
  const KpRegistrationOptions options = { .sheet = NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read (path, &options, &error);
  KpImportTally imported;
  KpReviewTally reviewed;

  g_assert_no_error (error);
  g_assert_true (kp_step_import_registrations (f->session, book, TRUE, &imported, &error));
  g_assert_true (kp_step_review_auto (f->session, &reviewed, &error));
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
  path = kp_test_folder_write (f->folder, "register.pdf", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
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

/* Four applied, one passed, two fell out, one has to hand something in: the same sums on both papers. */
static void
test_counts (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *daily = NULL;
  g_autofree char *review = NULL;

  open_with (f, NULL, NULL);
  import_and_review (f, registrations);
  daily = dup_text (f, KP_PRESS_DAILY, NULL);
  kp_test_assert_contains (daily, "A01综合岗城关街道1241210.0∶1");
  kp_test_assert_contains (daily, "合计5241210.0∶1");
  kp_test_assert_contains (daily, "招聘办负责人：");
  assert_lacks (daily, "缴费人数人数");
  review = dup_text (f, KP_PRESS_REVIEW_SUMMARY, NULL);
  kp_test_assert_contains (review, "A01综合岗12412100R01×1、R02×1");
  kp_test_assert_contains (review, "R01年龄；R02学历");
  kp_test_assert_contains (review, "监督员：");
}

/* Why somebody fell out, with the code; the ID number masked; what is only unknown is no reason. */
static void
test_unfit (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  open_with (f, NULL, NULL);
  import_and_review (f, registrations);
  text = dup_text (f, KP_PRESS_UNFIT, NULL);
  kp_test_assert_contains (text, "000002𠮷龘653101********9924R02");
  kp_test_assert_contains (text, "000003谢玲俊");
  kp_test_assert_contains (text, "内部资料，不得公开张贴");
  assert_lacks (text, "周薇雅");
  assert_lacks (text, "胡平");
  assert_lacks (text, "653101200503299924");
}

/* The announcement names posts and no person, and until when one may choose another. */
static void
test_cuts (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autofree char *text = NULL;

  open_with (f, NULL, NULL);
  import_and_review (f, few);
  none = kp_press_make (f->session, KP_PRESS_CUTS, f->fonts, NULL, &error);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (kp_step_decide (f->session, KP_DECISION_OPENING, "A01", "1", "不再调剂", "甲", "乙", &error));
  posts = kp_step_open_posts (f->session, &error);
  g_assert_no_error (error);
  text = dup_text (f, KP_PRESS_CUTS, NULL);
  kp_test_assert_contains (text, "A01综合岗城关街道122核减1");
  kp_test_assert_contains (text, "B01综合岗南关街道80取消0");
  kp_test_assert_contains (text, "以前改报一次");
  kp_test_assert_contains (text, "附件：岗位核减、取消情况表");
  assert_lacks (text, "胡平");
}

/* The whole ID number where the paper needs it, masked where it doesn't; each condition with its verdict; one sheet by number. */
static void
test_records (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *registration = NULL;
  g_autofree char *review = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) none = NULL;

  open_with (f, NULL, NULL);
  import_and_review (f, registrations);
  registration = dup_text (f, KP_PRESS_REGISTRATION_FORMS, "000002");
  kp_test_assert_contains (registration, "𠮷龘");
  kp_test_assert_contains (registration, "653101200503299924");
  kp_test_assert_contains (registration, "第2页共2页");
  kp_test_assert_contains (registration, "本人签名：");
  assert_lacks (registration, "胡平");
  review = dup_text (f, KP_PRESS_REVIEW_FORMS, "000002");
  kp_test_assert_contains (review, "653101********9924");
  kp_test_assert_contains (review, "学历二（一）2不符合");
  kp_test_assert_contains (review, "不合格（由以上");
  assert_lacks (review, "653101200503299924");
  none = kp_press_make (f->session, KP_PRESS_APPROVAL_FORMS, f->fonts, NULL, &error);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/registers/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/app/registers/unfit", Fixture, NULL, set_up, test_unfit, tear_down);
  g_test_add ("/app/registers/cuts", Fixture, NULL, set_up, test_cuts, tear_down);
  g_test_add ("/app/registers/records", Fixture, NULL, set_up, test_records, tear_down);
  return g_test_run ();
}
