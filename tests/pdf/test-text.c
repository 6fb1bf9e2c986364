/* test-text.c – texts fit their boxes: shrunk, wrapped, or refused.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-pdf-error.h"
#include "kp-test-paper.h"
#include "kp-text.h"

#define LONG_NAME "阿卜杜热合曼·买买提依明·吐尔逊江·艾则孜·阿卜杜热合曼·买买提"

static const KpTextStyle song = { KP_FONT_SONG, KP_PT (14), 0, KP_INK_BLACK };

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
  kp_sheet_add_page (f->sheet, KP_PAPER_A4);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kp_sheet_free (f->sheet);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

typedef struct
{
  const char *name;
  const char *text;
  guint characters; /* width of the box */
  guint lines;      /* height of the box */
  KpFit fit;
  gboolean fits;
} Case;

static const Case cases[] = {
  { "exact-fits", "张伟", 2, 1, KP_FIT_EXACT, TRUE },
  { "exact-too-wide", "欧阳震华", 3, 1, KP_FIT_EXACT, FALSE },
  { "shrinks", "古丽娜尔·艾力", 4, 1, KP_FIT_SHRINK, TRUE },
  { "shrinks-to-half", "公开招聘公告", 3, 1, KP_FIT_SHRINK, TRUE },
  { "too-long-to-shrink", "公开招聘公告名", 3, 1, KP_FIT_SHRINK, FALSE },
  { "wraps", LONG_NAME, 12, 2, KP_FIT_WRAP, TRUE },
  { "too-long-to-wrap", LONG_NAME, 4, 1, KP_FIT_WRAP, FALSE },
  { "newline-wraps", "张伟\n李娜", 4, 3, KP_FIT_WRAP, TRUE },
  { "rare", "王𫖯𬴊鿏", 4, 1, KP_FIT_EXACT, TRUE },
};

/* Whatever fits is inside its box, to the dot; what doesn't is refused and not drawn. */
static void
test_fit (Fixture *f, gconstpointer data)
{
  const Case *row = data;
  KpRect box = { KP_MM (50), KP_MM (50), (KpLength) row->characters * KP_PT (14) + 10,
                 (KpLength) row->lines * KP_PT (14) * 125 / 100 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (KpTestPage) page = NULL;
  KpRect whole = { 0, 0, KP_MM (210), KP_MM (297) };
  KpRect around = kp_rect_inset (&box, -KP_PT (1.5), -KP_PT (1.5));

  kp_text_draw_fitted (f->sheet, &song, &box, KP_ALIGN_CENTRE, row->fit, row->text);
  if (!row->fits)
    {
      g_assert_false (kp_sheet_check (f->sheet, &error));
      g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
      return;
    }
  path = kp_test_paper_save (f->sheet, f->folder);
  page = kp_test_paper_render (path, 1, f->folder);
  g_assert_cmpuint (kp_test_page_count_ink (page, &around), >, 20);
  g_assert_cmpuint (kp_test_page_count_ink (page, &whole), ==, kp_test_page_count_ink (page, &around));
}

static void
test_nothing_to_draw (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpRect box = { 0, 0, 0, 0 };

  kp_text_draw_fitted (f->sheet, &song, &box, KP_ALIGN_LEFT, KP_FIT_EXACT, NULL);
  kp_text_draw_fitted (f->sheet, &song, &box, KP_ALIGN_LEFT, KP_FIT_EXACT, "");
  g_assert_true (kp_sheet_check (f->sheet, NULL));
}

static void
test_block_height (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpBlockStyle style = { .text = song, .leading = KP_PT (20) };
  KpRect box = { KP_MM (20), KP_MM (20), 4 * KP_PT (14), KP_PT (60) };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kp_text_measure_block (f->sheet, &style, box.width, "公开招聘公告名单一"), ==, KP_PT (60));
  g_assert_cmpint (kp_text_draw_block (f->sheet, &style, &box, "公开招聘公告名单一"), ==, KP_PT (60));
  g_assert_true (kp_sheet_check (f->sheet, &error));
  kp_text_draw_block (f->sheet, &style, &box, "公开招聘公告名单一二三四五");
  g_assert_false (kp_sheet_check (f->sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *first; /* line */
  guint lines;
} Title;

static const Title titles[] = {
  { "one-line", "招聘公告", "招聘公告", 1 },
  { "own-break", "云岭县公开\n招聘公告", "云岭县公开", 2 },
  { "between-words", "云岭县2026年公开招聘社区专职工作人员笔试成绩公告名单",
    "云岭县2026年公开招聘社区专职工作人员", 2 },
  /* GB/T 9704-2012, 7.3.1: ten over ten would be no trapezoid. */
  { "trapezoid", "云岭县2026年公开招聘社区专职工作人员公告", "云岭县2026年", 2 },
  { "no-verb-at-the-end", "云岭县2026年公开招聘社区专职工作人员考察对象名单", "云岭县2026年公开招聘社区专职工作人员", 2 },
  { "three-lines", "中共云岭县委社会工作部云岭县人力资源和社会保障局关于2026年公开招聘社区专职工作人员面试有关事项的通知",
    "中共云岭县委社会工作部云岭县", 3 },
};

static void
test_title (Fixture *f, gconstpointer data)
{
  const Title *row = data;
  KpTextStyle style = { KP_FONT_TITLE, KP_PT (22), 0, KP_INK_BLACK };
  g_autoptr (KpFlow) flow = kp_text_break_title (f->sheet, &style, KP_OFFICIAL_WIDTH, row->text);
  g_autofree char *first = NULL;
  KpFlowLine line;

  g_assert_cmpuint (kp_flow_get_n_lines (flow), ==, row->lines);
  kp_flow_get_line (flow, 0, &line);
  first = g_strndup (line.text, line.n_bytes);
  g_assert_cmpstr (first, ==, row->first);
}

static void
add (const char *folder, const char *name, gconstpointer data, void (*func) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat (folder, name, NULL);

  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add ("/pdf/text/fit/", cases[i].name, &cases[i], test_fit);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add ("/pdf/text/title/", titles[i].name, &titles[i], test_title);
  add ("/pdf/text/", "nothing-to-draw", NULL, test_nothing_to_draw);
  add ("/pdf/text/", "block-height", NULL, test_block_height);
  return g_test_run ();
}
