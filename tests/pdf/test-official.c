/* test-official.c – the official layout: places on paper, what stays together, page numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-official.h"
#include "kp-pdf-error.h"
#include "kp-test-paper.h"

/* 28 characters fill a line: 2 + 26 with the indent, then 28. */
#define LINE_26 "一二三四五六七八九十一二三四五六七八九十一二三四五六"
#define LINE_28 "一二三四五六七八九十一二三四五六七八九十一二三四五六七八"

typedef struct
{
  KpTestFolder *folder;
  KpFontSet *fonts;
  KpSheet *sheet;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = kp_test_folder_new ();
  f->fonts = kp_test_paper_new_fonts ();
  f->sheet = kp_sheet_new (f->fonts, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kp_sheet_free (f->sheet);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

static char *
draw (Fixture *f, const KpOfficialPart *parts, guint n_parts)
{
  const KpOfficialLayout *layout = kp_official_get_standard_layout ();
  g_autoptr (GError) error = NULL;
  guint n_pages = kp_official_count_pages (f->sheet, layout, parts, n_parts);

  kp_official_draw (f->sheet, layout, parts, n_parts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (f->sheet), ==, n_pages);
  return kp_test_paper_save (f->sheet, f->folder);
}

/* A line of the grid, counted from 0, as a strip across the type area. */
static KpRect
strip (guint line)
{
  KpLength leading = KP_OFFICIAL_HEIGHT / KP_OFFICIAL_LINES;

  return (KpRect){ KP_OFFICIAL_LEFT, KP_OFFICIAL_TOP + (KpLength) line * leading, KP_OFFICIAL_WIDTH,
                   leading };
}

/* 22 full lines of 28 characters, the first one indented by two; nothing outside but the page number. */
static void
test_full_page (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new (LINE_26);
  KpOfficialPart parts[] = { { .kind = KP_OFFICIAL_BODY } };
  g_autofree char *path = NULL;
  g_autoptr (KpTestPage) page = NULL;
  KpRect margin_left = { 0, 0, KP_OFFICIAL_LEFT - KP_PT (1), KP_MM (297) };
  KpRect margin_right = { KP_MM (184) + KP_PT (1), 0, KP_MM (25), KP_MM (297) };
  KpRect margin_top = { 0, 0, KP_MM (210), KP_OFFICIAL_TOP };
  KpRect indent = { KP_OFFICIAL_LEFT, KP_OFFICIAL_TOP, 31000, 28990 };

  for (guint i = 1; i < KP_OFFICIAL_LINES; i++)
    g_string_append (text, LINE_28);
  parts[0].text = text->str;
  path = draw (f, parts, 1);
  g_assert_cmpuint (kp_sheet_get_n_pages (f->sheet), ==, 1);
  page = kp_test_paper_render (path, 1, f->folder);
  for (guint i = 0; i < KP_OFFICIAL_LINES; i++)
    {
      KpRect line = strip (i);

      g_assert_cmpuint (kp_test_page_count_ink (page, &line), >, 500);
    }
  g_assert_cmpuint (kp_test_page_count_ink (page, &margin_left), ==, 0);
  g_assert_cmpuint (kp_test_page_count_ink (page, &margin_right), ==, 0);
  g_assert_cmpuint (kp_test_page_count_ink (page, &margin_top), ==, 0);
  g_assert_cmpuint (kp_test_page_count_ink (page, &indent), ==, 0);
}

/* 7.5: below the type area by 7 mm, at the right on odd pages, at the left on even ones, one character in. */
static void
test_page_numbers_outside (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_BODY, .text = LINE_26 },
    { .kind = KP_OFFICIAL_NEW_PAGE },
    { .kind = KP_OFFICIAL_BODY, .text = LINE_26 },
  };
  g_autofree char *path = draw (f, parts, G_N_ELEMENTS (parts));
  KpRect left = { KP_MM (28), KP_MM (265), KP_MM (30), KP_MM (8) };
  KpRect right = { KP_MM (154), KP_MM (265), KP_MM (30), KP_MM (8) };
  KpRect dash = { KP_MM (184) - KP_PT (24), KP_MM (268.75), KP_PT (8), KP_MM (0.5) };
  KpRect edge = { KP_MM (184) - KP_PT (13), KP_MM (265), KP_PT (13), KP_MM (8) };

  g_assert_cmpuint (kp_sheet_get_n_pages (f->sheet), ==, 2);
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (KpTestPage) page = kp_test_paper_render (path, i, f->folder);
      g_autofree char *text = kp_test_paper_dup_text (path, i);

      g_assert_cmpint (kp_test_page_count_ink (page, &right) > 0, ==, i == 1);
      g_assert_cmpint (kp_test_page_count_ink (page, &left) > 0, ==, i == 2);
      g_assert_cmpint (kp_test_page_count_ink (page, &dash) > 0, ==, i == 1);
      g_assert_cmpuint (kp_test_page_count_ink (page, &edge), ==, 0);
      kp_test_assert_contains (text, i == 1 ? "—1—" : "—2—");
    }
}

/* For every height of the text above it: organ and date are on one page, with text. */
static void
test_signature_is_never_alone (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const KpOfficialLayout *layout = kp_official_get_standard_layout ();

  for (guint n = 14; n <= 22; n++)
    {
      g_autoptr (KpSheet) sheet = kp_sheet_new (f->fonts, NULL);
      g_autoptr (GString) text = g_string_new (LINE_26);
      KpOfficialPart parts[] = {
        { .kind = KP_OFFICIAL_BODY },
        { .kind = KP_OFFICIAL_SIGNATURE, .text = "云岭县民政局" },
        { .kind = KP_OFFICIAL_DATE, .text = "2026年2月20日" },
      };
      g_autofree char *path = NULL;
      g_autofree char *last = NULL;

      for (guint i = 1; i < n; i++)
        g_string_append (text, LINE_28);
      parts[0].text = text->str;
      g_assert_true (kp_official_draw (sheet, layout, parts, G_N_ELEMENTS (parts), NULL, NULL));
      path = kp_test_paper_save (sheet, f->folder);
      last = kp_test_paper_dup_text (path, kp_sheet_get_n_pages (sheet));
      kp_test_assert_contains (last, "云岭县民政局");
      kp_test_assert_contains (last, "2026年2月20日");
      kp_test_assert_contains (last, "二三四五六七八九十");
    }
}

static void
test_heading_stays_with_text (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new (LINE_26);
  KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_BODY },
    { .kind = KP_OFFICIAL_HEADING_1, .text = "一、招聘原则" },
    { .kind = KP_OFFICIAL_BODY, .text = "坚持公开。" },
  };
  g_autofree char *path = NULL;
  g_autofree char *second = NULL;

  for (guint i = 1; i < KP_OFFICIAL_LINES - 1; i++)
    g_string_append (text, LINE_28);
  parts[0].text = text->str;
  path = draw (f, parts, G_N_ELEMENTS (parts));
  second = kp_test_paper_dup_text (path, 2);
  kp_test_assert_contains (second, "一、招聘原则坚持公开。");
}

/* 7.3.5.1: the date is four characters from the right edge; the organ stands over its middle. */
static void
test_signature_place (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_BODY, .text = "特此公告。" },
    { .kind = KP_OFFICIAL_SIGNATURE, .text = "云岭县民政局" },
    { .kind = KP_OFFICIAL_DATE, .text = "2026年2月20日" },
  };
  g_autofree char *path = draw (f, parts, G_N_ELEMENTS (parts));
  g_autoptr (KpTestPage) page = kp_test_paper_render (path, 1, f->folder);
  KpLength pitch = KP_OFFICIAL_WIDTH / KP_OFFICIAL_CHARACTERS;
  KpRect date = strip (4);
  KpRect beside = { KP_MM (184) - 4 * pitch + KP_PT (1), date.y, 4 * pitch, date.height };
  KpRect under = { beside.x - pitch, date.y, pitch, date.height };
  KpRect blank = strip (1);

  g_assert_cmpuint (kp_test_page_count_ink (page, &beside), ==, 0);
  g_assert_cmpuint (kp_test_page_count_ink (page, &under), >, 10);
  g_assert_cmpuint (kp_test_page_count_ink (page, &blank), ==, 0);
}

static void
test_long_organ_stays_inside (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_SIGNATURE, .text = "云岭县公开招聘社区专职工作人员工作领导小组办公室" },
    { .kind = KP_OFFICIAL_DATE, .text = "2026年2月20日" },
  };
  g_autofree char *path = draw (f, parts, G_N_ELEMENTS (parts));
  g_autoptr (KpTestPage) page = kp_test_paper_render (path, 1, f->folder);
  KpRect right = { KP_MM (184) - 31000, KP_MM (37), KP_MM (56), KP_MM (220) };

  g_assert_cmpuint (kp_test_page_count_ink (page, &right), ==, 0);
}

static void
test_annex_begins_page (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = "招聘公告" },
    { .kind = KP_OFFICIAL_BODY, .text = "特此公告。" },
    { .kind = KP_OFFICIAL_ANNEX_NOTE, .text = "附件：1.岗位计划" },
    { .kind = KP_OFFICIAL_ANNEX_NOTE, .text = "2.报名登记表" },
    { .kind = KP_OFFICIAL_ANNEX_MARK, .text = "附件1" },
    { .kind = KP_OFFICIAL_TITLE, .text = "岗位计划" },
    { .kind = KP_OFFICIAL_BODY, .text = "略。" },
  };
  g_autofree char *path = draw (f, parts, G_N_ELEMENTS (parts));
  g_autofree char *first = kp_test_paper_dup_text (path, 1);
  g_autofree char *second = kp_test_paper_dup_text (path, 2);
  g_autoptr (KpTestPage) page = kp_test_paper_render (path, 2, f->folder);
  KpRect blank = strip (1);
  KpRect title = strip (2);

  g_assert_cmpstr (first, ==, "招聘公告特此公告。附件：1.岗位计划2.报名登记表—1—");
  g_assert_cmpstr (second, ==, "附件1岗位计划略。—2—");
  /* GB/T 9704-2012, 7.3.7: the annex's title stands on the third line. */
  g_assert_cmpuint (kp_test_page_count_ink (page, &blank), ==, 0);
  g_assert_cmpuint (kp_test_page_count_ink (page, &title), >, 50);
}

static void
note_area (KpSheet *sheet G_GNUC_UNUSED, const KpRect *area, gpointer data)
{
  *(KpRect *) data = *area;
}

static void
test_block_is_never_torn (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpRect area = { 0 };
  g_autoptr (GString) text = g_string_new (LINE_26);
  KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_BODY },
    { .kind = KP_OFFICIAL_BLOCK, .lines = 5, .draw = note_area, .data = &area },
  };
  g_autofree char *path = NULL;

  for (guint i = 1; i < KP_OFFICIAL_LINES - 3; i++)
    g_string_append (text, LINE_28);
  parts[0].text = text->str;
  path = draw (f, parts, G_N_ELEMENTS (parts));
  g_assert_cmpuint (kp_sheet_get_n_pages (f->sheet), ==, 2);
  g_assert_cmpint (area.y, ==, KP_OFFICIAL_TOP);
  g_assert_cmpint (area.height, ==, 5 * (KP_OFFICIAL_HEIGHT / KP_OFFICIAL_LINES));
}

static void
test_block_higher_than_page (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpOfficialPart parts[] = { { .kind = KP_OFFICIAL_BLOCK, .lines = KP_OFFICIAL_LINES + 1 } };
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_official_draw (f->sheet, kp_official_get_standard_layout (), parts, 1, NULL, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
}

static void
add (const char *name, void (*func) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/pdf/official/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("full-page", test_full_page);
  add ("page-numbers-outside", test_page_numbers_outside);
  add ("signature-is-never-alone", test_signature_is_never_alone);
  add ("signature-place", test_signature_place);
  add ("long-organ-stays-inside", test_long_organ_stays_inside);
  add ("heading-stays-with-text", test_heading_stays_with_text);
  add ("annex-begins-page", test_annex_begins_page);
  add ("block-is-never-torn", test_block_is_never_torn);
  add ("block-higher-than-page", test_block_higher_than_page);
  return g_test_run ();
}
