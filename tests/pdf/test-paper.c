/* test-paper.c – geometry of sheets, labels and the official page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-paper.h"

#define MILLIMETRE KP_MM (1)

typedef struct
{
  const char *name;
  KpPaper paper;
  int width;
  int height;
} Size;

static void
test_size (gconstpointer data)
{
  const Size *size = data;
  KpLength width = 0;
  KpLength height = 0;

  kp_paper_get_size (size->paper, &width, &height);
  g_assert_cmpint (ABS (width - size->width * 2835), <, MILLIMETRE / 5);
  g_assert_cmpint (ABS (height - size->height * 2835), <, MILLIMETRE / 5);
}

static void
test_units (void)
{
  g_assert_cmpint (KP_PT (10.5), ==, 10500);
  g_assert_cmpint (KP_MM (25.4), ==, 72000);
  g_assert_cmpint (KP_MM (-25.4), ==, -72000);
}

/* GB/T 9704-2012, 5.2: pitch 15.793 pt, lines 28.991 pt, margins 37, 28, 26 and 35 mm. */
static void
test_official_grid (void)
{
  KpLength width = 0;
  KpLength height = 0;

  kp_paper_get_size (KP_PAPER_A4, &width, &height);
  g_assert_cmpint (KP_OFFICIAL_WIDTH / KP_OFFICIAL_CHARACTERS, ==, 15793);
  g_assert_cmpint (KP_OFFICIAL_HEIGHT / KP_OFFICIAL_LINES, ==, 28990);
  g_assert_cmpint (ABS (width - KP_OFFICIAL_LEFT - KP_OFFICIAL_WIDTH - KP_MM (26)), <, MILLIMETRE / 10);
  g_assert_cmpint (ABS (height - KP_OFFICIAL_TOP - KP_OFFICIAL_HEIGHT - KP_MM (35)), <, MILLIMETRE / 10);
}

static void
test_inset (void)
{
  KpMargins margins = { 1000, 2000, 3000, 4000 };
  KpRect area = kp_paper_inset (KP_PAPER_A5, &margins);
  KpLength width = 0;
  KpLength height = 0;

  kp_paper_get_size (KP_PAPER_A5, &width, &height);
  g_assert_cmpint (area.x, ==, 4000);
  g_assert_cmpint (area.y, ==, 1000);
  g_assert_cmpint (area.width, ==, width - 6000);
  g_assert_cmpint (area.height, ==, height - 4000);
}

static void
test_cut (void)
{
  KpRect rest = { 10, 20, 300, 400 };
  KpRect top = kp_rect_cut_top (&rest, 50);
  KpRect left = kp_rect_cut_left (&rest, 100);

  g_assert_cmpint (top.height, ==, 50);
  g_assert_cmpint (rest.y, ==, 70);
  g_assert_cmpint (rest.height, ==, 350);
  g_assert_cmpint (left.width, ==, 100);
  g_assert_cmpint (rest.x, ==, 110);
  g_assert_cmpint (rest.width, ==, 200);
}

static void
test_cells_leave_no_gap (void)
{
  KpRect rect = { 7, 11, 1000, 1001 };

  for (guint i = 0; i + 1 < 7; i++)
    {
      KpRect cell = kp_rect_cell (&rect, 7, 3, i, 0);
      KpRect next = kp_rect_cell (&rect, 7, 3, i + 1, 0);

      g_assert_cmpint (cell.x + cell.width, ==, next.x);
    }
  g_assert_cmpint (kp_rect_cell (&rect, 7, 3, 6, 2).x + kp_rect_cell (&rect, 7, 3, 6, 2).width, ==, 1007);
  g_assert_cmpint (kp_rect_cell (&rect, 7, 3, 6, 2).y + kp_rect_cell (&rect, 7, 3, 6, 2).height, ==, 1012);
}

static void
test_labels (gconstpointer data)
{
  const KpLabelSheet *sheet = data;
  guint n = kp_label_sheet_get_per_page (sheet);
  KpRect first = kp_label_sheet_get_label (sheet, 0);
  KpRect last = kp_label_sheet_get_label (sheet, n - 1);
  KpLength width = 0;
  KpLength height = 0;

  kp_paper_get_size (sheet->paper, &width, &height);
  g_assert_cmpint (last.x + last.width, <=, width + 10);
  g_assert_cmpint (last.y + last.height, <=, height + 10);
  /* The sheet lies in the middle of the paper. */
  g_assert_cmpint (ABS (first.x - (width - last.x - last.width)), <, MILLIMETRE / 5);
  g_assert_cmpint (ABS (first.y - (height - last.y - last.height)), <, MILLIMETRE / 5);
  /* The next sheet begins at the same place. */
  g_assert_cmpint (kp_label_sheet_get_label (sheet, n).x, ==, first.x);
  g_assert_cmpint (kp_label_sheet_get_label (sheet, n).y, ==, first.y);
}

static void
test_baseline (void)
{
  g_assert_cmpint (kp_paper_centre_baseline (1000, 20000, 10000), ==, 1000 + 10000 + 3800);
}

int
main (int argc, char *argv[])
{
  static const Size sizes[] = {
    { "a4", KP_PAPER_A4, 210, 297 }, { "a4-landscape", KP_PAPER_A4_LANDSCAPE, 297, 210 },
    { "a5", KP_PAPER_A5, 148, 210 }, { "a5-landscape", KP_PAPER_A5_LANDSCAPE, 210, 148 },
    { "a6", KP_PAPER_A6, 105, 148 }, { "a6-landscape", KP_PAPER_A6_LANDSCAPE, 148, 105 },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/paper/size/", sizes[i].name, NULL);

      g_test_add_data_func (path, &sizes[i], test_size);
    }
  g_test_add_func ("/pdf/paper/units", test_units);
  g_test_add_func ("/pdf/paper/official-grid", test_official_grid);
  g_test_add_func ("/pdf/paper/inset", test_inset);
  g_test_add_func ("/pdf/paper/cut", test_cut);
  g_test_add_func ("/pdf/paper/cells-leave-no-gap", test_cells_leave_no_gap);
  g_test_add_data_func ("/pdf/paper/labels-24", kp_label_sheet_get_24 (), test_labels);
  g_test_add_data_func ("/pdf/paper/labels-14", kp_label_sheet_get_14 (), test_labels);
  g_test_add_func ("/pdf/paper/baseline", test_baseline);
  return g_test_run ();
}
