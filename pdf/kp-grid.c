/* kp-grid.c – tables that run over pages.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two passes: the first measures each row and cuts the rows into pages, so that "page n of m" is known when
 * the second one draws. */

#include "kp-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-pdf-error.h"
#include "kp-sheet-private.h"

#define DEFAULT_SIZE KP_PT (10.5)
#define DEFAULT_TITLE_SIZE KP_PT (22)
#define TITLE_GAP KP_MM (4)
#define SUBTITLE_SIZE KP_PT (10.5)
#define SUBTITLE_HEIGHT KP_MM (7)
#define CELL_PADDING KP_PT (3)
#define RULE KP_PT (0.5)
#define AGAIN "（续）" /* behind the name of a group that goes on from the page before */

/* A cell that shrinks stays on one line down to this part of its size. */
#define SHRINK_PERCENT 70

typedef struct
{
  guint first; /* row */
  guint end;
} Page;

typedef struct
{
  KpSheet *sheet;
  const KpGrid *grid;
  KpRect area; /* of a page, without the foot */
  KpLength size;
  KpLength leading;
  KpLength least_height;
  KpLength *xs;      /* n_columns + 1 edges */
  KpLength *heights; /* of rows */
  KpLength heading_height;
  KpFlow *title;
  KpLength title_height;
  KpLength subtitle_height;
  GArray *pages; /* Page */
  gboolean tail_has_own_page;
} Layout;

static KpBlockStyle
cell_style (const Layout *self, guint column)
{
  const KpGridColumn *found = &self->grid->columns[column];
  KpFontStyle font = found->font == KP_FONT_TITLE ? KP_FONT_SONG : found->font;

  return (KpBlockStyle){ .text = { font, self->size, 0, KP_INK_BLACK },
                         .leading = self->leading,
                         .align = found->align };
}

static KpBlockStyle
heading_style (const Layout *self)
{
  return (KpBlockStyle){ .text = { KP_FONT_HEI, self->size, 0, KP_INK_BLACK },
                         .leading = self->leading,
                         .align = KP_ALIGN_CENTRE };
}

static KpTextStyle
title_style (const KpGrid *grid)
{
  return (KpTextStyle){ KP_FONT_TITLE, grid->title_size > 0 ? grid->title_size : DEFAULT_TITLE_SIZE, 0,
                        KP_INK_BLACK };
}

static KpLength
cell_width (const Layout *self, guint column)
{
  return self->xs[column + 1] - self->xs[column] - 2 * CELL_PADDING;
}

static const char *
cell_text (const Layout *self, guint row, guint column)
{
  const char *text = self->grid->cells[(gsize) row * self->grid->n_columns + column];

  return text != NULL ? text : "";
}

/* Does the cell stay on one line, maybe shrunk? */
static gboolean
is_single (const Layout *self, const KpBlockStyle *style, guint column, const char *text)
{
  gint64 room = cell_width (self, column);
  KpLength width;

  if (strchr (text, '\n') != NULL)
    return FALSE;
  width = kp_sheet_measure (self->sheet, &style->text, text);
  return width <= room ||
         (self->grid->columns[column].shrinks && (gint64) width * SHRINK_PERCENT / 100 <= room);
}

static KpLength
measure_row (const Layout *self, guint row)
{
  KpLength height = self->least_height;

  for (guint i = 0; i < self->grid->n_columns; i++)
    {
      KpBlockStyle style = cell_style (self, i);
      const char *text = cell_text (self, row, i);

      if (*text != '\0' && !is_single (self, &style, i, text))
        height = MAX (height, kp_text_measure_block (self->sheet, &style, cell_width (self, i), text) +
                                  2 * CELL_PADDING);
    }
  return height;
}

static void
measure_columns (Layout *self)
{
  gint64 sum = 0;
  gint64 done = 0;

  for (guint i = 0; i < self->grid->n_columns; i++)
    sum += MAX (self->grid->columns[i].weight, 1);
  self->xs = g_new (KpLength, self->grid->n_columns + 1);
  for (guint i = 0; i < self->grid->n_columns; i++)
    {
      self->xs[i] = self->area.x + (KpLength) (self->area.width * done / sum);
      done += MAX (self->grid->columns[i].weight, 1);
    }
  self->xs[self->grid->n_columns] = self->area.x + self->area.width;
}

static void
measure_heading (Layout *self)
{
  KpBlockStyle style = heading_style (self);

  self->heading_height = self->least_height;
  for (guint i = 0; i < self->grid->n_columns; i++)
    self->heading_height =
        MAX (self->heading_height, kp_text_measure_block (self->sheet, &style, cell_width (self, i),
                                                          self->grid->columns[i].heading) +
                                       2 * CELL_PADDING);
}

static void
measure_title (Layout *self)
{
  KpTextStyle style = title_style (self->grid);

  if (self->grid->subtitle != NULL || self->grid->subtitle_right != NULL)
    self->subtitle_height = SUBTITLE_HEIGHT;
  if (self->grid->title == NULL)
    return;
  self->title = kp_text_break_title (self->sheet, &style, self->area.width, self->grid->title);
  self->title_height = (KpLength) kp_flow_get_n_lines (self->title) * (style.size * 14 / 10) + TITLE_GAP;
}

/* What the rows of a page have for themselves. */
static KpLength
room_of_page (const Layout *self, guint page)
{
  return self->area.height - (page == 0 ? self->title_height : 0) - self->subtitle_height -
         self->grid->head_height - self->heading_height;
}

static const char *
group_of_row (const Layout *self, guint row)
{
  return self->grid->groups != NULL ? self->grid->groups[row] : NULL;
}

static gboolean
begins_group (const Layout *self, guint row)
{
  return row == 0 || g_strcmp0 (group_of_row (self, row), group_of_row (self, row - 1)) != 0;
}

/* What the band above a row takes; none inside a group, unless the row is the first of its page. */
static KpLength
band_of_row (const Layout *self, guint row, gboolean is_first_of_page)
{
  return group_of_row (self, row) != NULL && (is_first_of_page || begins_group (self, row)) ? self->least_height
                                                                                            : 0;
}

static KpLength
height_of_rows (const Layout *self, const Page *page)
{
  KpLength height = 0;

  for (guint i = page->first; i < page->end; i++)
    height += band_of_row (self, i, i == page->first) + self->heights[i];
  return height;
}

/* The tail goes below the last row; where it doesn't fit, that row goes over with it. */
static void
place_tail (Layout *self)
{
  Page *last = &g_array_index (self->pages, Page, self->pages->len - 1);
  KpLength needed = height_of_rows (self, last) + self->grid->tail_height;
  Page next = { last->end, last->end };

  if (self->grid->n_rows == 0)
    needed += self->least_height * 2;
  if (needed <= room_of_page (self, self->pages->len - 1))
    return;
  if (last->end - last->first >= 2)
    next.first = --last->end;
  else
    self->tail_has_own_page = TRUE;
  g_array_append_val (self->pages, next);
}

static gboolean
cut_pages (Layout *self, GError **error)
{
  Page page = { 0, 0 };
  KpLength used = 0;

  for (guint i = 0; i < self->grid->n_rows; i++)
    {
      KpLength height = band_of_row (self, i, i == page.first) + self->heights[i];

      if (height > room_of_page (self, 1))
        {
          g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW,
                       _ ("Row %u of the table is higher than a page. Shorten its texts."), i + 1);
          return FALSE;
        }
      if (used + height > room_of_page (self, self->pages->len))
        {
          page.end = i;
          g_array_append_val (self->pages, page);
          page.first = i;
          used = 0;
          height = band_of_row (self, i, TRUE) + self->heights[i];
        }
      used += height;
    }
  page.end = self->grid->n_rows;
  g_array_append_val (self->pages, page);
  place_tail (self);
  return TRUE;
}

static void
layout_clear (Layout *self)
{
  g_free (self->xs);
  g_free (self->heights);
  g_clear_pointer (&self->title, kp_flow_free);
  g_clear_pointer (&self->pages, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static gboolean
layout_init (Layout *self, KpSheet *sheet, const KpGrid *grid, GError **error)
{
  KpMargins margins = grid->margins;

  margins.bottom = MAX (margins.bottom, kp_frame_get_foot (grid->frame, grid->paper));
  self->sheet = sheet;
  self->grid = grid;
  self->area = kp_paper_inset (grid->paper, &margins);
  self->size = grid->size > 0 ? grid->size : DEFAULT_SIZE;
  self->leading = self->size * 13 / 10;
  self->least_height = grid->row_height > 0 ? grid->row_height : self->size * 19 / 10;
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  self->heights = g_new (KpLength, grid->n_rows + 1);
  measure_columns (self);
  measure_heading (self);
  measure_title (self);
  for (guint i = 0; i < grid->n_rows; i++)
    self->heights[i] = measure_row (self, i);
  return cut_pages (self, error);
}

static KpRect
cell_rect (const Layout *self, guint column, KpLength top, KpLength height)
{
  return (KpRect){ self->xs[column] + CELL_PADDING, top, cell_width (self, column), height };
}

static void
draw_row (const Layout *self, guint row, KpLength top)
{
  kp_sheet_begin_tag (self->sheet, KP_TAG_ROW);
  for (guint i = 0; i < self->grid->n_columns; i++)
    {
      KpBlockStyle style = cell_style (self, i);
      KpRect cell = cell_rect (self, i, top, self->heights[row]);
      const char *text = cell_text (self, row, i);

      kp_sheet_set_cell (self->sheet, row + 1, self->grid->columns[i].heading);
      kp_sheet_begin_tag (self->sheet, KP_TAG_CELL);
      if (is_single (self, &style, i, text))
        kp_text_draw_fitted (self->sheet, &style.text, &cell, style.align, KP_FIT_SHRINK, text);
      else
        kp_text_draw_middle_block (self->sheet, &style, &cell, text);
      kp_sheet_end_tag (self->sheet);
    }
  kp_sheet_end_tag (self->sheet);
  kp_sheet_set_cell (self->sheet, 0, NULL);
}

/* Once for readers of the text: above the first rows. */
static void
draw_heading (const Layout *self, KpLength top, gboolean is_first)
{
  KpBlockStyle style = heading_style (self);
  KpRect band = { self->area.x, top, self->area.width, self->heading_height };

  kp_sheet_begin_tag (self->sheet, is_first ? KP_TAG_ROW : KP_TAG_ARTIFACT);
  kp_sheet_fill (self->sheet, &band, KP_INK_LIGHT);
  for (guint i = 0; i < self->grid->n_columns; i++)
    {
      KpRect cell = cell_rect (self, i, top, self->heading_height);

      kp_sheet_begin_tag (self->sheet, KP_TAG_HEAD_CELL);
      kp_text_draw_middle_block (self->sheet, &style, &cell, self->grid->columns[i].heading);
      kp_sheet_end_tag (self->sheet);
    }
  kp_sheet_end_tag (self->sheet);
}

static void
draw_title (const Layout *self, KpRect *rest)
{
  KpTextStyle style = title_style (self->grid);
  KpRect strip = kp_rect_cut_top (rest, self->title_height);

  kp_sheet_begin_tag (self->sheet, KP_TAG_HEADING);
  for (guint i = 0; i < kp_flow_get_n_lines (self->title); i++)
    kp_text_draw_line (self->sheet, &style, self->title, i, strip.x,
                       kp_paper_centre_baseline (strip.y + (KpLength) i * (style.size * 14 / 10),
                                                 style.size * 14 / 10, style.size));
  kp_sheet_end_tag (self->sheet);
}

static void
draw_subtitle (const Layout *self, KpRect *rest)
{
  static const KpTextStyle style = { KP_FONT_SONG, SUBTITLE_SIZE, 0, KP_INK_BLACK };
  KpRect strip = kp_rect_cut_top (rest, self->subtitle_height);
  KpRect left = strip;
  KpLength right_width = kp_sheet_measure (self->sheet, &style, self->grid->subtitle_right);

  left.width -= right_width > 0 ? MIN (right_width, strip.width / 2) + SUBTITLE_SIZE : 0;
  kp_text_draw_fitted (self->sheet, &style, &left, KP_ALIGN_LEFT, KP_FIT_SHRINK, self->grid->subtitle);
  if (right_width > strip.width / 2)
    strip = kp_rect_cell (&strip, 2, 1, 1, 0);
  kp_text_draw_fitted (self->sheet, &style, &strip, KP_ALIGN_RIGHT, KP_FIT_SHRINK,
                       self->grid->subtitle_right);
}

/* One cell over the whole width that says why there is no row. */
static KpLength
draw_empty (const Layout *self, KpLength top)
{
  KpTextStyle style = { KP_FONT_SONG, self->size, 0, KP_INK_BLACK };
  KpRect cell = { self->area.x, top, self->area.width, self->least_height * 2 };
  KpLength xs[] = { self->area.x, self->area.x + self->area.width };
  KpLength ys[] = { top, top + cell.height };
  KpRect inside = kp_rect_inset (&cell, CELL_PADDING, 0);

  kp_sheet_rules (self->sheet, xs, 2, ys, 2, RULE);
  kp_sheet_begin_tag (self->sheet, KP_TAG_ROW);
  kp_sheet_begin_wide_cell (self->sheet, KP_TAG_CELL, self->grid->n_columns);
  kp_text_draw_fitted (self->sheet, &style, &inside, KP_ALIGN_CENTRE, KP_FIT_WRAP,
                       self->grid->empty_text != NULL ? self->grid->empty_text : "（无）");
  kp_sheet_end_tag (self->sheet);
  kp_sheet_end_tag (self->sheet);
  return ys[1];
}

/* The name of the group that ROW begins or goes on with. */
static void
draw_band (const Layout *self, guint row, const KpRect *band)
{
  KpTextStyle style = { KP_FONT_HEI, self->size, 0, KP_INK_BLACK };
  KpRect inside = kp_rect_inset (band, 2 * CELL_PADDING, 0);
  g_autofree char *again =
      begins_group (self, row) ? NULL : g_strconcat (group_of_row (self, row), AGAIN, NULL);

  kp_sheet_begin_tag (self->sheet, again == NULL ? KP_TAG_ROW : KP_TAG_ARTIFACT);
  kp_sheet_begin_wide_cell (self->sheet, KP_TAG_HEAD_CELL, self->grid->n_columns);
  kp_text_draw_fitted (self->sheet, &style, &inside, KP_ALIGN_LEFT, KP_FIT_SHRINK,
                       again != NULL ? again : group_of_row (self, row));
  kp_sheet_end_tag (self->sheet);
  kp_sheet_end_tag (self->sheet);
  kp_sheet_rect (self->sheet, band, RULE);
}

/* Returns the lower edge of the table. */
static KpLength
draw_table (const Layout *self, const Page *page, KpLength top)
{
  guint n_ys = 0;
  g_autofree KpLength *ys = g_new (KpLength, page->end - page->first + 2);
  KpLength y = top + self->heading_height;

  ys[n_ys++] = top;
  ys[n_ys++] = y;
  draw_heading (self, top, page->first == 0);
  for (guint i = page->first; i < page->end; i++)
    {
      KpRect band = { self->area.x, y, self->area.width, band_of_row (self, i, i == page->first) };

      if (band.height > 0)
        {
          /* The rules between columns stop at a band. */
          kp_sheet_rules (self->sheet, self->xs, self->grid->n_columns + 1, ys, n_ys, RULE);
          n_ys = 0;
          draw_band (self, i, &band);
          y += band.height;
          ys[n_ys++] = y;
        }
      draw_row (self, i, y);
      y += self->heights[i];
      ys[n_ys++] = y;
    }
  kp_sheet_rules (self->sheet, self->xs, self->grid->n_columns + 1, ys, n_ys, RULE);
  return self->grid->n_rows == 0 ? draw_empty (self, y) : y;
}

/* What stands above the table; but for the first page it was there before. */
static void
draw_above (const Layout *self, guint index, KpRect *rest)
{
  const KpGrid *grid = self->grid;

  if (index == 0 && self->title != NULL)
    draw_title (self, rest);
  if (index > 0)
    kp_sheet_begin_tag (self->sheet, KP_TAG_ARTIFACT);
  if (self->subtitle_height > 0)
    draw_subtitle (self, rest);
  if (grid->head != NULL)
    {
      KpRect head = kp_rect_cut_top (rest, grid->head_height);

      grid->head (self->sheet, &head, index, self->pages->len, grid->hook_data);
    }
  if (index > 0)
    kp_sheet_end_tag (self->sheet);
}

static void
draw_page (const Layout *self, guint index)
{
  const KpGrid *grid = self->grid;
  const Page *page = &g_array_index (self->pages, Page, index);
  guint n_pages = self->pages->len;
  gboolean is_last = index + 1 == n_pages;
  KpRect rest = self->area;

  kp_sheet_add_page (self->sheet, grid->paper);
  draw_above (self, index, &rest);
  /* One table for readers of the text, over all pages. */
  if (index == 0)
    kp_sheet_begin_tag (self->sheet, KP_TAG_TABLE);
  if (!is_last || !self->tail_has_own_page)
    rest.y = draw_table (self, page, rest.y);
  if (is_last)
    kp_sheet_end_tag (self->sheet);
  if (is_last && grid->tail != NULL)
    {
      KpRect tail = { self->area.x, rest.y, self->area.width, grid->tail_height };

      grid->tail (self->sheet, &tail, index, n_pages, grid->hook_data);
    }
  if (grid->frame != NULL)
    kp_frame_draw (self->sheet, grid->frame, self->area.x, self->area.x + self->area.width, index, n_pages);
}

/**
 * kp_grid_draw:
 * @sheet: where the pages are appended
 * @grid: the table; borrowed
 * @error: return location
 *
 * Draws a table over as many pages as it needs. Rows are never torn, the
 * heading is repeated, the tail follows the last row.
 *
 * Returns: %FALSE with the first failure: a character that no font has, a
 *   row higher than a page.
 */
gboolean
kp_grid_draw (KpSheet *sheet, const KpGrid *grid, GError **error)
{
  g_auto (Layout) layout = { 0 };

  g_return_val_if_fail (grid->n_columns > 0, FALSE);

  if (!layout_init (&layout, sheet, grid, error))
    return FALSE;
  for (guint i = 0; i < layout.pages->len; i++)
    draw_page (&layout, i);
  return kp_sheet_check (sheet, error);
}

/**
 * kp_grid_count_pages:
 * @sheet: gives the widths
 * @grid: the table; borrowed
 *
 * For papers of several parts that number their pages through.
 *
 * Returns: the pages that kp_grid_draw() will add, or 0 when a row is higher
 *   than a page.
 */
guint
kp_grid_count_pages (KpSheet *sheet, const KpGrid *grid)
{
  g_auto (Layout) layout = { 0 };

  return layout_init (&layout, sheet, grid, NULL) ? layout.pages->len : 0;
}
