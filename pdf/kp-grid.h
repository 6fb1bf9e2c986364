/* kp-grid.h – tables that run over pages, with heading, foot and closing block.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-frame.h"
#include "kp-text.h"

G_BEGIN_DECLS

/**
 * KpGridColumn:
 * @heading: text of the heading cell (a newline is allowed)
 * @weight: share of the table's width
 * @align: of the cells; the heading is always centred
 * @shrinks: TRUE keeps a cell on one line by shrinking it down to 70 % before it wraps
 * @font: of the cells; KP_FONT_TITLE (0) stands for KP_FONT_SONG
 */
typedef struct
{
  const char *heading;
  guint weight;
  KpAlign align;
  gboolean shrinks;
  KpFontStyle font;
} KpGridColumn;

/* Draws something of the form's own in AREA, PAGE counting from 0. */
typedef void (*KpGridHook) (KpSheet *sheet, const KpRect *area, guint page, guint n_pages, gpointer data);

/**
 * KpGrid:
 * @paper: of each page
 * @margins: type area; the lower margin is at least what the frame needs, see kp_frame_get_foot()
 * @title: (nullable): centred on the first page, 小标宋; newlines make several lines
 * @title_size: 0 = 22 pt
 * @subtitle: (nullable): one line under the title at the left of each page (unit, room, date …)
 * @subtitle_right: (nullable): the same at the right
 * @columns: @n_columns of them
 * @cells: (nullable): @n_rows × @n_columns texts, row by row; NULL or "" = an empty cell
 * @groups: (nullable): @n_rows texts: the group that each row belongs to; a band over the whole width names it
 * above its first row and again at the top of a page that begins inside it. NULL = the row has none
 * @size: of the text; 0 = 10.5 pt
 * @row_height: least height of a row; 0 = 1.9 times @size
 * @empty_text: (nullable): sentence in place of rows when there are none; NULL = “（无）”
 * @head: (nullable): drawn above the table on each page, in place of nothing; needs @head_height
 * @tail: (nullable): drawn below the last row (signatures, notes); needs @tail_height; never torn off the
 * last row
 * @hook_data: handed to both
 * @frame: (nullable): the running foot
 *
 * A row is never torn; a row higher than a page is an error. The heading is
 * repeated on each page.
 */
typedef struct
{
  KpPaper paper;
  KpMargins margins;
  const char *title;
  KpLength title_size;
  const char *subtitle;
  const char *subtitle_right;
  const KpGridColumn *columns;
  guint n_columns;
  const char *const *cells;
  guint n_rows;
  const char *const *groups;
  KpLength size;
  KpLength row_height;
  const char *empty_text;
  KpGridHook head;
  KpLength head_height;
  KpGridHook tail;
  KpLength tail_height;
  gpointer hook_data;
  const KpFrame *frame;
} KpGrid;

/* Appends the table's pages to SHEET. */
gboolean kp_grid_draw (KpSheet *sheet, const KpGrid *grid, GError **error);

/* Pages that kp_grid_draw() will add; 0 when it would fail. */
guint kp_grid_count_pages (KpSheet *sheet, const KpGrid *grid);

G_END_DECLS
