/* test-grid.c – tables over pages: rows whole, headings repeated, pages counted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <time.h>

#include "kp-grid.h"
#include "kp-pdf-error.h"
#include "kp-test-paper.h"

#define N_COLUMNS 3

/* Of the processor, for a roster of 3,000 rows; nothing is timed under the sanitizers. */
#define MOST_SECONDS 0.3

static const KpGridColumn columns[N_COLUMNS] = {
  { "序号", 10, KP_ALIGN_CENTRE, FALSE, KP_FONT_SONG },
  { "姓名", 30, KP_ALIGN_CENTRE, TRUE, KP_FONT_SONG },
  { "备注", 60, KP_ALIGN_LEFT, FALSE, KP_FONT_SONG },
};

typedef struct
{
  KpTestFolder *folder;
  KpFontSet *fonts;
  KpSheet *sheet;
  GPtrArray *cells; /* texts, owned */
  KpFrame frame;
  KpGrid grid;
  guint n_tails; /* drawn */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = kp_test_folder_new ();
  f->fonts = kp_test_paper_new_fonts ();
  f->sheet = kp_sheet_new (f->fonts, NULL);
  f->cells = g_ptr_array_new_with_free_func (g_free);
  f->frame = (KpFrame){ .kind = KP_FRAME_LIST, .list_digest = "0123456789abcdef", .code = "KAOPIN|list" };
  f->grid = (KpGrid){ .paper = KP_PAPER_A4,
                      .margins = { KP_MM (20), KP_MM (20), KP_MM (20), KP_MM (20) },
                      .title = "笔试成绩公告",
                      .columns = columns,
                      .n_columns = N_COLUMNS,
                      .frame = &f->frame };
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kp_sheet_free (f->sheet);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
  g_ptr_array_unref (f->cells);
}

static void
add_row (Fixture *f, const char *name, const char *remark)
{
  f->grid.n_rows++;
  g_ptr_array_add (f->cells, g_strdup_printf ("R%uE", f->grid.n_rows));
  g_ptr_array_add (f->cells, g_strdup (name));
  g_ptr_array_add (f->cells, g_strdup (remark));
  f->grid.cells = (const char *const *) f->cells->pdata;
}

static void
fill (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    add_row (f, i % 5 == 3 ? "古丽娜尔·艾力" : "王𠮷",
             i % 4 == 0 ? "资格复审材料待补充：学历证书、学位证书、户口簿、无犯罪记录证明；其他。" : NULL);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static char *
draw (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  kp_grid_draw (f->sheet, &f->grid, &error);
  g_assert_no_error (error);
  return kp_test_paper_save (f->sheet, f->folder);
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  fill (f, n);
  n_pages = kp_grid_count_pages (f->sheet, &f->grid);
  path = draw (f);
  text = kp_test_paper_dup_text (path, 0);
  g_assert_cmpuint (kp_sheet_get_n_pages (f->sheet), ==, n_pages);
  g_assert_cmpuint (count (text, "备注"), ==, n_pages);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *mark = g_strdup_printf ("R%uE", i);

      g_assert_cmpuint (count (text, mark), ==, 1);
    }
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *foot = g_strdup_printf ("第%u页共%u页", i, n_pages);

      g_assert_cmpuint (count (text, foot), ==, 1);
    }
  kp_test_assert_contains (text, "名单摘要0123456789ab");
}

static void
test_empty_table_says_so (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  f->grid.empty_text = data;
  path = draw (f);
  text = kp_test_paper_dup_text (path, 0);
  g_assert_cmpuint (kp_sheet_get_n_pages (f->sheet), ==, 1);
  kp_test_assert_contains (text, data != NULL ? data : "（无）");
}

/* Writes which page the tail came to. */
static void
draw_tail (KpSheet *sheet, const KpRect *area, guint page, guint n_pages, gpointer data)
{
  static const KpTextStyle style = { KP_FONT_SONG, KP_PT (12), 0, KP_INK_BLACK };
  guint *n_tails = data;

  g_assert_cmpuint (page + 1, ==, n_pages);
  g_assert_cmpint (area->y + area->height, <=, KP_MM (297) - KP_FRAME_FOOT);
  kp_sheet_text (sheet, &style, area->x, area->y + KP_PT (14), "监考员签名");
  (*n_tails)++;
}

/* For each number of rows on one and two pages: the tail is drawn once, inside the page, with a row above it.
 */
static void
test_tail_follows_last_row (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->grid.tail = draw_tail;
  f->grid.tail_height = KP_MM (60);
  f->grid.hook_data = &f->n_tails;
  for (guint n = 1; n <= 40; n++)
    {
      g_autoptr (KpSheet) sheet = kp_sheet_new (f->fonts, NULL);
      g_autoptr (GError) error = NULL;
      guint before = f->n_tails;

      add_row (f, "张伟", NULL);
      kp_grid_draw (sheet, &f->grid, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (f->n_tails, ==, before + 1);
    }
}

/* A group is named once above its first row, and again, marked as going on, at the top of each further page. */
static void
test_groups (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *groups[120];
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;
  guint n_pages;

  fill (f, G_N_ELEMENTS (groups));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    groups[i] = i < 5 ? "A01综合岗" : i < 117 ? "A02党建岗" : NULL;
  f->grid.groups = groups;
  path = draw (f);
  n_pages = kp_sheet_get_n_pages (f->sheet);
  text = kp_test_paper_dup_text (path, 0);
  second = kp_test_paper_dup_text (path, 2);
  g_assert_cmpuint (n_pages, >=, 3);
  g_assert_cmpuint (count (text, "A01综合岗"), ==, 1);
  g_assert_cmpuint (count (text, "A02党建岗"), ==, n_pages);
  g_assert_cmpuint (count (text, "A02党建岗（续）"), ==, n_pages - 1);
  g_assert_cmpuint (count (second, "A02党建岗（续）"), ==, 1);
  for (guint i = 1; i <= G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *mark = g_strdup_printf ("R%uE", i);

      g_assert_cmpuint (count (text, mark), ==, 1);
    }
}

static void
test_tail_takes_a_row_along (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;
  g_autofree char *last = NULL;

  f->grid.tail = draw_tail;
  f->grid.tail_height = KP_MM (60);
  f->grid.hook_data = &f->n_tails;
  do
    add_row (f, "张伟", NULL);
  while (kp_grid_count_pages (f->sheet, &f->grid) == 1);
  path = draw (f);
  last = kp_test_paper_dup_text (path, 2);
  g_assert_cmpuint (count (last, "张伟"), ==, 1);
  g_assert_cmpuint (count (last, "监考员签名"), ==, 1);
}

static void
test_missing_glyph_names_cell (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  add_row (f, "张伟", NULL);
  add_row (f, "\xee\x80\x80", NULL);
  kp_sheet_set_place (f->sheet, "笔试成绩公告");
  g_assert_false (kp_grid_draw (f->sheet, &f->grid, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_GLYPH);
  kp_test_assert_contains (error->message, "笔试成绩公告, row 2, column “姓名”: ");
}

static void
test_row_higher_than_page (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *remark = g_strnfill (20000, 'x');
  g_autoptr (GError) error = NULL;

  add_row (f, "张伟", remark);
  g_assert_cmpuint (kp_grid_count_pages (f->sheet, &f->grid), ==, 0);
  g_assert_false (kp_grid_draw (f->sheet, &f->grid, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
}

static void
test_first_page_goes_on (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  fill (f, 1);
  f->frame.kind = KP_FRAME_OFFICIAL;
  f->frame.first_page = 4;
  path = draw (f);
  text = kp_test_paper_dup_text (path, 0);
  kp_test_assert_contains (text, "—4—");
}

/* On a page of either shape the rows end above the foot, and the foot is on the paper. */
static void
test_foot_is_free (Fixture *f, gconstpointer data)
{
  KpFrameKind kind = (KpFrameKind) (GPOINTER_TO_INT (data) / 2);
  gboolean is_landscape = GPOINTER_TO_INT (data) % 2 == 1;
  KpLength width = 0;
  KpLength height = 0;
  g_autofree char *path = NULL;
  g_autoptr (KpTestPage) page = NULL;
  KpRect gap;
  KpRect foot;

  f->grid.paper = is_landscape ? KP_PAPER_A4_LANDSCAPE : KP_PAPER_A4;
  f->frame.kind = kind;
  f->grid.margins.bottom = 0;
  if (kind == KP_FRAME_OFFICIAL && is_landscape)
    f->grid.margins.left = KP_MM (35);
  fill (f, 200);
  path = draw (f);
  page = kp_test_paper_render (path, 2, f->folder);
  kp_paper_get_size (f->grid.paper, &width, &height);
  gap = (KpRect){ 0, height - kp_frame_get_foot (&f->frame, f->grid.paper) + KP_PT (1), width, KP_PT (2) };
  foot = (KpRect){ 0, gap.y + gap.height, width, height - gap.y - gap.height };
  /* The number of a leaf turned by a quarter: what is its foot, is this page's left. Page 2 is even: at the top. */
  if (kind == KP_FRAME_OFFICIAL && is_landscape)
    foot = (KpRect){ KP_MM (25), KP_MM (28), KP_MM (5), KP_MM (30) };
  g_assert_cmpuint (kp_test_page_count_ink (page, &gap), ==, 0);
  g_assert_cmpuint (kp_test_page_count_ink (page, &foot), >, 20);
}

static void
test_speed (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = NULL;
  clock_t begin;
  double seconds;

  fill (f, 3000);
  begin = clock ();
  g_assert_true (kp_grid_draw (f->sheet, &f->grid, NULL));
  bytes = kp_sheet_dup_bytes (f->sheet, NULL);
  seconds = (double) (clock () - begin) / CLOCKS_PER_SEC;
  g_assert_nonnull (bytes);
  g_test_minimized_result (seconds, "3000 rows in %.3f s", seconds);
  if (g_getenv ("KAOPIN_TEST_SANITIZED") == NULL)
    g_assert_cmpfloat (seconds, <, MOST_SECONDS);
}

static void
add (const char *path, gconstpointer data, void (*func) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/pdf/grid/rows/1", GUINT_TO_POINTER (1), test_rows);
  add ("/pdf/grid/rows/40", GUINT_TO_POINTER (40), test_rows);
  add ("/pdf/grid/rows/300", GUINT_TO_POINTER (300), test_rows);
  add ("/pdf/grid/empty/default", NULL, test_empty_table_says_so);
  add ("/pdf/grid/empty/own-sentence", "没有符合条件的人员。", test_empty_table_says_so);
  add ("/pdf/grid/tail-follows-last-row", NULL, test_tail_follows_last_row);
  add ("/pdf/grid/groups", NULL, test_groups);
  add ("/pdf/grid/tail-takes-a-row-along", NULL, test_tail_takes_a_row_along);
  add ("/pdf/grid/missing-glyph-names-cell", NULL, test_missing_glyph_names_cell);
  add ("/pdf/grid/row-higher-than-page", NULL, test_row_higher_than_page);
  add ("/pdf/grid/first-page-goes-on", NULL, test_first_page_goes_on);
  add ("/pdf/grid/foot-is-free/list", GINT_TO_POINTER (0), test_foot_is_free);
  add ("/pdf/grid/foot-is-free/list-landscape", GINT_TO_POINTER (1), test_foot_is_free);
  add ("/pdf/grid/foot-is-free/official", GINT_TO_POINTER (2), test_foot_is_free);
  add ("/pdf/grid/foot-is-free/official-landscape", GINT_TO_POINTER (3), test_foot_is_free);
  add ("/pdf/grid/speed", NULL, test_speed);
  return g_test_run ();
}
