/* test-form-panel.c – what the papers of an interview room promise: what each shows, what it must not, and on one page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-panel.h"
#include "kp-form-reader.h"
#include "kp-form-sample.h"

static const KpRoomFacts room = { { .title = "面试", .scheme_digest = "abcdef0123456789" }, "第1考场", "2026年4月18日" };

static KpSheet *
new_sheet (void)
{
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();

  return kp_sheet_new (fonts, NULL);
}

/* The largest panel there may be signs under all of its names. */
static void
test_panel_on_one_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  KpPanelRow rows[15];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (KpPanelRow) { "15", i == 0 ? "主考官" : "考官", kp_form_sample_get_name (1 + i % 2),
                             "云岭县人力资源和社会保障局事业单位人事管理科", NULL };
  kp_form_panel_draw (sheet, &room, rows, G_N_ELEMENTS (rows), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 1);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "抽签人：");
  kp_form_reader_assert_shows (reader, "面试结束前不得与考生接触");
  kp_form_reader_assert_hides (reader, "备注");
}

static void
test_outside_is_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  const KpPanelRow row = { "1", "主考官", "张伟", "外县教育局", "异地" };

  kp_form_panel_draw (sheet, &room, &row, 1, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "1主考官张伟外县教育局异地");
}

/* Before anybody is heard the sheet knows neither number nor room order. */
static void
test_sign_in_has_no_number (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  const KpInterviewSignInRow rows[] = { { "26210100101", "张伟", "男", "A01", NULL }, { "26210100102", "刘洋", "女", "A01", "迟到" } };

  kp_form_interview_sign_in_draw (sheet, &room, rows, G_N_ELEMENTS (rows), &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "应到2人");
  kp_form_reader_assert_shows (reader, "226210100102刘洋女A01迟到");
  kp_form_reader_assert_shows (reader, "候考室工作人员（二）：");
  kp_form_reader_assert_hides (reader, "面试序号");
  kp_form_reader_assert_hides (reader, "抽签号");
}

/* The only paper with names beside numbers says that it is sealed, and by whom. */
static void
test_envelope_is_sealed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  const KpEnvelopeRow rows[] = { { "1", "1001", "26210100101", "张伟", NULL }, { "2", "1002", "26210100102", "刘洋", "缺考" } };

  kp_form_envelope_draw (sheet, &room, rows, G_N_ELEMENTS (rows), &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "21002");
  kp_form_reader_assert_shows (reader, "刘洋缺考");
  kp_form_reader_assert_shows (reader, "密封件：仅供候考室引导、核对使用");
  kp_form_reader_assert_shows (reader, "引导员：");
  kp_form_reader_assert_shows (reader, "abcdef012345");
}

/* A room that fits stays on one page; a longer one repeats its heading, and only its last page is signed. */
static void
test_rooms_of_any_length (void)
{
  static const struct
  {
    guint n_rows;
    guint n_pages;
  } cases[] = { { 0, 1 }, { 1, 1 }, { 30, 1 }, { 60, 3 } };
  KpEnvelopeRow rows[60];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (KpEnvelopeRow) { "1", "1001", "26210100101", "张伟", NULL };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpSheet) sheet = new_sheet ();
      g_autoptr (KpFormReader) reader = NULL;

      kp_form_envelope_draw (sheet, &room, rows, cases[i].n_rows, &error);
      g_assert_no_error (error);
      g_test_message ("%u rows", cases[i].n_rows);
      g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, cases[i].n_pages);
      reader = kp_form_reader_new (sheet);
      g_assert_cmpuint (kp_form_reader_find (reader, "引导员：")->page, ==, cases[i].n_pages);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/form-panel/panel/on-one-page", test_panel_on_one_page);
  g_test_add_func ("/pdf/form-panel/panel/outside-is-told", test_outside_is_told);
  g_test_add_func ("/pdf/form-panel/sign-in/has-no-number", test_sign_in_has_no_number);
  g_test_add_func ("/pdf/form-panel/envelope/is-sealed", test_envelope_is_sealed);
  g_test_add_func ("/pdf/form-panel/envelope/rooms-of-any-length", test_rooms_of_any_length);
  return g_test_run ();
}
