/* kp-official.c – the layout of official papers by GB/T 9704-2012.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The head is measured first, since it decides how many lines the first page has; then the rows fill the pages; then
 * the colophon finds its page behind them. */

#include "kp-official-private.h"

#include <glib/gi18n-lib.h>

#include "kp-pdf-error.h"

/**
 * kp_official_get_standard_layout:
 *
 * Returns: (transfer none): GB/T 9704-2012, 5.2: 22 lines of 28 characters of size 3 (16 pt), titles of size
 * 2 (22 pt).
 */
const KpOfficialLayout *
kp_official_get_standard_layout (void)
{
  static const KpOfficialLayout layout = { KP_OFFICIAL_LINES, KP_OFFICIAL_CHARACTERS, KP_PT (16), KP_PT (22),
                                           KP_FONT_FANGSONG };

  return &layout;
}

/**
 * kp_official_get_contract_layout:
 *
 * Returns: (transfer none): 29 lines of 36 characters of 12 pt, for contracts, which the standard doesn't
 * cover.
 */
const KpOfficialLayout *
kp_official_get_contract_layout (void)
{
  static const KpOfficialLayout layout = { 29, 36, KP_PT (12), KP_PT (20), KP_FONT_SONG };

  return &layout;
}

static KpTag
tag_of (KpOfficialKind kind)
{
  switch (kind)
    {
    case KP_OFFICIAL_TITLE:
      return KP_TAG_HEADING;
    case KP_OFFICIAL_HEADING_1:
      return KP_TAG_HEADING_2;
    case KP_OFFICIAL_HEADING_2:
      return KP_TAG_HEADING_3;
    case KP_OFFICIAL_SUBTITLE:
    case KP_OFFICIAL_NUMBER:
    case KP_OFFICIAL_ADDRESSEE:
    case KP_OFFICIAL_BODY:
    case KP_OFFICIAL_FLUSH:
    case KP_OFFICIAL_ANNEX_MARK:
    case KP_OFFICIAL_ANNEX_NOTE:
    case KP_OFFICIAL_SIGNATURE:
    case KP_OFFICIAL_SIGNATURE_UNSEALED:
    case KP_OFFICIAL_DATE:
    case KP_OFFICIAL_REMARK:
    case KP_OFFICIAL_BLANK:
    case KP_OFFICIAL_NEW_PAGE:
    case KP_OFFICIAL_BLOCK:
    case KP_OFFICIAL_FOOT_BLOCK:
    default:
      return KP_TAG_PARAGRAPH;
    }
}

static void
draw_row (const KpOfficialRows *rows, const KpOfficialRow *row)
{
  const KpOfficialGrid *grid = &rows->grid;
  KpLength top = kp_official_rows_get_y (rows, row);
  KpRect area = { KP_OFFICIAL_LEFT, top, KP_OFFICIAL_WIDTH, (KpLength) row->lines * grid->leading };
  KpTextStyle style;

  if (row->lines > grid->layout->lines)
    kp_sheet_fail_at_place (grid->sheet, KP_PDF_ERROR_OVERFLOW,
                            _ ("A block of the paper is higher than a page. Shorten it."));
  if (row->is_blank)
    return;
  if (row->sign != NULL)
    kp_official_sign_draw (row->sign, grid, top);
  else if (row->flow != NULL)
    {
      style = kp_official_rows_get_style (rows, row->part->kind);
      if (row->index == 0)
        kp_sheet_begin_tag (grid->sheet, tag_of (row->part->kind));
      kp_text_draw_line (grid->sheet, &style, row->flow, row->index, area.x,
                         kp_paper_centre_baseline (top, grid->leading, style.size));
      if (row->index + 1 == kp_flow_get_n_lines (row->flow))
        kp_sheet_end_tag (grid->sheet);
    }
  else if (row->part->draw != NULL)
    row->part->draw (grid->sheet, &area, row->part->data);
}

/**
 * kp_official_get_letter_layout:
 *
 * Returns: (transfer none): 28 lines of 32 characters of size 4 (14 pt), so that a letter to a single person and the slip
 * that comes back stay on one sheet.
 */
const KpOfficialLayout *
kp_official_get_letter_layout (void)
{
  static const KpOfficialLayout layout = { 28, 32, KP_PT (14), KP_PT (22), KP_FONT_FANGSONG };

  return &layout;
}

/* The mark gets smaller until the first page shows text (7.1). Gives the size that it has at last. */
static KpLength
fit_head (KpOfficialRows *rows, const KpOfficialHead *head)
{
  KpLength size = KP_OFFICIAL_MARK_MOST;

  for (;; size -= KP_OFFICIAL_MARK_STEP)
    {
      kp_official_rows_fill (rows, kp_official_head_lay (&rows->grid, head, size, FALSE));
      if (kp_official_rows_show_text_first (rows))
        return size;
      if (size <= KP_OFFICIAL_MARK_LEAST)
        break;
    }
  kp_sheet_fail_at_place (rows->grid.sheet, KP_PDF_ERROR_OVERFLOW,
                          _ ("The first page of the paper has no room for its text. Shorten the title, or move "
                             "the addressees to the end."));
  return size;
}

/* Pages behind the text, and the page that bears the colophon. */
typedef struct
{
  guint n_pages;
  guint first_unnumbered; /* pages from this one on bear no number */
} End;

/* 7.4: on an even page, the last. A page that stays blank before it, and it too then, bear no number (7.5). */
static End
find_end (const KpOfficialRows *rows, const KpOfficialPaper *paper)
{
  gboolean is_letter = paper->head != NULL && paper->head->is_letter;
  guint n = rows->n_pages;
  guint first = paper->frame != NULL ? MAX (paper->frame->first_page, 1) : 1;
  guint capacity = n == 1 ? rows->first_lines : rows->grid.layout->lines;
  guint needed;
  gboolean is_even = (first + n - 1) % 2 == 0;

  if (paper->colophon == NULL)
    return (End){ n, G_MAXUINT };
  needed = kp_official_colophon_count_lines (&rows->grid, paper->colophon, is_letter);
  if (rows->n_last + needed <= capacity && (is_letter || is_even))
    return (End){ n, G_MAXUINT };
  if (is_letter || !is_even)
    return (End){ n + 1, G_MAXUINT };
  return (End){ n + 2, n };
}

static gboolean
draw_pages (const KpOfficialRows *rows, const KpOfficialPaper *paper, KpLength mark_size, GError **error)
{
  static const KpFrame numbers = { .kind = KP_FRAME_OFFICIAL };
  const KpFrame *frame = paper->frame != NULL ? paper->frame : &numbers;
  KpSheet *sheet = rows->grid.sheet;
  gboolean is_letter = paper->head != NULL && paper->head->is_letter;
  End end = find_end (rows, paper);
  guint row = 0;

  for (guint page = 0; page < end.n_pages; page++)
    {
      kp_sheet_add_page (sheet, KP_PAPER_A4);
      if (page == 0 && paper->head != NULL)
        kp_official_head_lay (&rows->grid, paper->head, mark_size, TRUE);
      for (; row < rows->rows->len && g_array_index (rows->rows, KpOfficialRow, row).page == page; row++)
        draw_row (rows, &g_array_index (rows->rows, KpOfficialRow, row));
      if (paper->colophon != NULL && page + 1 == end.n_pages)
        kp_official_colophon_draw (&rows->grid, paper->colophon, is_letter);
      /* 10.1: the first page of a letter bears no number. */
      if (page < end.first_unnumbered && !(is_letter && page == 0))
        kp_frame_draw (sheet, frame, KP_OFFICIAL_LEFT, KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH, page, end.n_pages);
      else if (is_letter && page == 0)
        kp_frame_draw_code (sheet, frame, KP_OFFICIAL_LEFT);
    }
  return kp_sheet_check (sheet, error);
}

/**
 * kp_official_draw_paper:
 * @sheet: where the pages are appended
 * @paper: what it consists of
 * @error: return location
 *
 * Lays out an official paper. The signature is never alone on a page,
 * headings stay with what follows, and no paragraph leaves a single line on a
 * page; the first page shows text; the colophon ends the last even page.
 *
 * Returns: %FALSE with the first failure; a block higher than a page, or a head that leaves no room for text, is
 *   %KP_PDF_ERROR_OVERFLOW.
 */
gboolean
kp_official_draw_paper (KpSheet *sheet, const KpOfficialPaper *paper, GError **error)
{
  g_auto (KpOfficialRows) rows = { 0 };
  KpLength mark_size = 0;

  kp_official_rows_init (&rows, sheet, paper->layout, paper->parts, paper->n_parts);
  if (paper->head != NULL)
    mark_size = fit_head (&rows, paper->head);
  return draw_pages (&rows, paper, mark_size, error);
}

/**
 * kp_official_count_paper_pages:
 * @sheet: gives the widths
 * @paper: what it consists of
 *
 * Returns: the pages that kp_official_draw_paper() will add.
 */
guint
kp_official_count_paper_pages (KpSheet *sheet, const KpOfficialPaper *paper)
{
  g_auto (KpOfficialRows) rows = { 0 };

  kp_official_rows_init (&rows, sheet, paper->layout, paper->parts, paper->n_parts);
  if (paper->head != NULL)
    fit_head (&rows, paper->head);
  return find_end (&rows, paper).n_pages;
}

/**
 * kp_official_draw:
 * @sheet: where the pages are appended
 * @layout: of lines and characters
 * @parts: @n_parts parts, borrowed
 * @n_parts: at least 1
 * @frame: (nullable): the foot; %NULL gives page numbers “— n —” from 1
 * @error: return location
 *
 * Lays out an official paper that is text alone; see kp_official_draw_paper().
 *
 * Returns: %FALSE with the first failure.
 */
gboolean
kp_official_draw (KpSheet *sheet,
                  const KpOfficialLayout *layout,
                  const KpOfficialPart *parts,
                  guint n_parts,
                  const KpFrame *frame,
                  GError **error)
{
  const KpOfficialPaper paper = { .layout = layout, .parts = parts, .n_parts = n_parts, .frame = frame };

  return kp_official_draw_paper (sheet, &paper, error);
}

/**
 * kp_official_count_pages:
 * @sheet: gives the widths
 * @layout: of lines and characters
 * @parts: @n_parts parts, borrowed
 * @n_parts: at least 1
 *
 * Returns: the pages that kp_official_draw() will add.
 */
guint
kp_official_count_pages (KpSheet *sheet,
                         const KpOfficialLayout *layout,
                         const KpOfficialPart *parts,
                         guint n_parts)
{
  g_auto (KpOfficialRows) rows = { 0 };

  kp_official_rows_init (&rows, sheet, layout, parts, n_parts);
  return rows.n_pages;
}
