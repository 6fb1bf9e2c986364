/* kp-official.c – the layout of official papers by GB/T 9704-2012.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything stands on the grid of the standard (5.2.1): 22 lines of 28 characters in a type area of 156 ×
 * 225 mm. A paper becomes a list of rows, each one line high or, for a form's own block, several; rows that
 * must stay together are chained; then the chains fill the pages. */

#include "kp-official.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-pdf-error.h"

#define ANNEX_WORD "附件："

/* 7.3.5.1: the date stands four characters from the right edge, the organ over its middle. */
#define DATE_INDENT 4
#define LONG_ORGAN_INDENT 2

/* Room for the seal above the organ's name. */
#define BLANKS_BEFORE_SIGNATURE 2

typedef struct
{
  const KpOfficialPart *part;
  KpFlow *flow; /* NULL for blank lines and blocks */
  guint index;  /* of the line in the flow */
  guint lines;  /* height */
  gboolean is_blank;
  gboolean begins_page;
  gboolean keeps_next; /* on the same page as the next row */
  guint page;
  guint top; /* line on the page */
} Row;

typedef struct
{
  KpSheet *sheet;
  const KpOfficialLayout *layout;
  KpLength pitch;
  KpLength leading;
  GArray *rows;     /* Row */
  GPtrArray *flows; /* KpFlow, owned */
  guint n_pages;
} Paper;

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

static KpTextStyle
text_style (const Paper *self, KpOfficialKind kind)
{
  KpTextStyle style = { self->layout->body_font, self->layout->body_size, self->pitch, KP_INK_BLACK };

  switch (kind)
    {
    case KP_OFFICIAL_TITLE:
      return (KpTextStyle){ KP_FONT_TITLE, self->layout->title_size, 0, KP_INK_BLACK };
    case KP_OFFICIAL_HEADING_1:
    case KP_OFFICIAL_ANNEX_MARK:
      style.font = KP_FONT_HEI;
      break;
    case KP_OFFICIAL_HEADING_2:
    case KP_OFFICIAL_SUBTITLE:
      style.font = KP_FONT_KAI;
      break;
    case KP_OFFICIAL_NUMBER:
    case KP_OFFICIAL_ADDRESSEE:
    case KP_OFFICIAL_BODY:
    case KP_OFFICIAL_FLUSH:
    case KP_OFFICIAL_ANNEX_NOTE:
    case KP_OFFICIAL_SIGNATURE:
    case KP_OFFICIAL_DATE:
    case KP_OFFICIAL_REMARK:
    case KP_OFFICIAL_BLANK:
    case KP_OFFICIAL_NEW_PAGE:
    case KP_OFFICIAL_BLOCK:
    default:
      break;
    }
  return style;
}

static gboolean
is_heading (KpOfficialKind kind)
{
  return kind == KP_OFFICIAL_TITLE || kind == KP_OFFICIAL_SUBTITLE || kind == KP_OFFICIAL_NUMBER;
}

/* 7.3.4: names of annexes hang behind their numbers, and these below one another. */
static void
indent_annex_note (const Paper *self, const char *text, KpBlockStyle *style)
{
  const char *name = g_str_has_prefix (text, ANNEX_WORD) ? text + strlen (ANNEX_WORD) : text;
  gsize n_number = strspn (name, "0123456789.");
  g_autofree char *number = g_strndup (name, n_number);
  KpLength column = (2 + (KpLength) g_utf8_strlen (ANNEX_WORD, -1)) * self->pitch;

  style->first_indent = name != text ? 2 * self->pitch : column;
  style->rest_indent = column + kp_sheet_measure (self->sheet, &style->text, number);
  style->align = KP_ALIGN_LEFT;
}

static KpBlockStyle
block_style (const Paper *self, const KpOfficialPart *part)
{
  KpBlockStyle style = { .text = text_style (self, part->kind),
                         .leading = self->leading,
                         .align = KP_ALIGN_JUSTIFY };

  if (is_heading (part->kind))
    style.align = KP_ALIGN_CENTRE;
  else if (part->kind == KP_OFFICIAL_ANNEX_NOTE)
    indent_annex_note (self, part->text, &style);
  else if (part->kind == KP_OFFICIAL_ADDRESSEE || part->kind == KP_OFFICIAL_FLUSH ||
           part->kind == KP_OFFICIAL_ANNEX_MARK || part->kind == KP_OFFICIAL_SIGNATURE ||
           part->kind == KP_OFFICIAL_DATE)
    style.first_indent = 0;
  else
    style.first_indent = 2 * self->pitch;
  return style;
}

static void
add_blank (Paper *self, gboolean keeps_next)
{
  Row row = { .lines = 1, .is_blank = TRUE, .keeps_next = keeps_next };

  g_array_append_val (self->rows, row);
}

/* Headings stay with what follows; no paragraph leaves one line alone on a page. */
static gboolean
line_keeps_next (KpOfficialKind kind, guint index, guint n_lines)
{
  if (is_heading (kind) || kind == KP_OFFICIAL_HEADING_1 || kind == KP_OFFICIAL_HEADING_2 ||
      kind == KP_OFFICIAL_SIGNATURE || kind == KP_OFFICIAL_ANNEX_MARK)
    return TRUE;
  return n_lines > 1 && (index == 0 || index + 2 == n_lines);
}

static void
add_text (Paper *self, const KpOfficialPart *part)
{
  KpLength width = (KpLength) self->layout->characters * self->pitch;
  KpBlockStyle style = block_style (self, part);
  KpFlow *flow;

  if (part->kind == KP_OFFICIAL_TITLE)
    flow = kp_text_break_title (self->sheet, &style.text, width, part->text);
  else
    flow = kp_text_break_block (self->sheet, &style, width, part->text);
  g_ptr_array_add (self->flows, flow);
  for (guint i = 0; i < kp_flow_get_n_lines (flow); i++)
    {
      Row row = { .part = part, .flow = flow, .index = i, .lines = 1 };

      row.begins_page = i == 0 && part->kind == KP_OFFICIAL_ANNEX_MARK && self->rows->len > 0;
      row.keeps_next = line_keeps_next (part->kind, i, kp_flow_get_n_lines (flow));
      g_array_append_val (self->rows, row);
    }
}

/* Text that counts as 正文: a signature with nothing but a list of annexes above it would still be alone. */
static gboolean
is_body_row (const Row *row)
{
  return !row->is_blank && row->part->kind != KP_OFFICIAL_ANNEX_NOTE;
}

/* The two last lines of text go over with the signature, which never stands alone on a page. */
static void
chain_to_signature (Paper *self)
{
  guint n_body = 0;

  for (guint i = self->rows->len; i > 0 && n_body < 2; i--)
    {
      Row *row = &g_array_index (self->rows, Row, i - 1);

      row->keeps_next = TRUE;
      n_body += is_body_row (row) ? 1 : 0;
    }
  for (guint i = 0; i < BLANKS_BEFORE_SIGNATURE; i++)
    add_blank (self, TRUE);
}

/* Blank lines that the standard puts between parts. */
static void
add_space_before (Paper *self, const KpOfficialPart *part, const KpOfficialPart *previous)
{
  if (previous == NULL || part->kind == KP_OFFICIAL_BLANK || part->kind == KP_OFFICIAL_NEW_PAGE ||
      previous->kind == KP_OFFICIAL_BLANK || previous->kind == KP_OFFICIAL_NEW_PAGE)
    {
      if (part->kind == KP_OFFICIAL_SIGNATURE)
        chain_to_signature (self);
      return;
    }
  if (part->kind == KP_OFFICIAL_SIGNATURE)
    chain_to_signature (self);
  else if ((is_heading (previous->kind) && !is_heading (part->kind)) ||
           previous->kind == KP_OFFICIAL_ANNEX_MARK)
    add_blank (self, TRUE);
  else if (part->kind == KP_OFFICIAL_ANNEX_NOTE && previous->kind != KP_OFFICIAL_ANNEX_NOTE)
    add_blank (self, FALSE);
}

static void
add_part (Paper *self, const KpOfficialPart *part, const KpOfficialPart *previous)
{
  add_space_before (self, part, previous);
  if (part->kind == KP_OFFICIAL_BLANK)
    add_blank (self, FALSE);
  else if (part->kind == KP_OFFICIAL_BLOCK)
    {
      Row row = { .part = part, .lines = part->lines };

      g_array_append_val (self->rows, row);
    }
  else if (part->kind != KP_OFFICIAL_NEW_PAGE && part->text != NULL)
    {
      guint first = self->rows->len;

      add_text (self, part);
      if (previous != NULL && previous->kind == KP_OFFICIAL_NEW_PAGE && first < self->rows->len && first > 0)
        g_array_index (self->rows, Row, first).begins_page = TRUE;
    }
  if (part->kind == KP_OFFICIAL_BLOCK && previous != NULL && previous->kind == KP_OFFICIAL_NEW_PAGE &&
      self->rows->len > 1)
    g_array_index (self->rows, Row, self->rows->len - 1).begins_page = TRUE;
}

/* Rows from FIRST on that must be on one page. */
static guint
find_chain_end (const Paper *self, guint first)
{
  guint i = first;

  while (i + 1 < self->rows->len && g_array_index (self->rows, Row, i).keeps_next &&
         !g_array_index (self->rows, Row, i + 1).begins_page)
    i++;
  return i + 1;
}

static guint
height_of_rows (const Paper *self, guint first, guint end)
{
  guint lines = 0;

  for (guint i = first; i < end; i++)
    lines += g_array_index (self->rows, Row, i).lines;
  return lines;
}

static void
fill_pages (Paper *self)
{
  guint page = 0;
  guint line = 0;

  for (guint i = 0; i < self->rows->len;)
    {
      guint end = find_chain_end (self, i);
      guint height = height_of_rows (self, i, end);

      if (line > 0 && (g_array_index (self->rows, Row, i).begins_page || line + height > self->layout->lines))
        {
          page++;
          line = 0;
        }
      for (; i < end; i++)
        {
          Row *row = &g_array_index (self->rows, Row, i);

          /* A chain longer than a page is cut after all. */
          if (line > 0 && line + row->lines > self->layout->lines)
            {
              page++;
              line = 0;
            }
          row->page = page;
          row->top = line;
          /* Blank lines vanish at the top of a page. */
          line += row->is_blank && line == 0 ? 0 : row->lines;
        }
    }
  self->n_pages = page + 1;
}

static void
paper_clear (Paper *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->flows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static void
paper_init (
    Paper *self, KpSheet *sheet, const KpOfficialLayout *layout, const KpOfficialPart *parts, guint n_parts)
{
  self->sheet = sheet;
  self->layout = layout;
  self->pitch = KP_OFFICIAL_WIDTH / (KpLength) layout->characters;
  self->leading = KP_OFFICIAL_HEIGHT / (KpLength) layout->lines;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->flows = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_flow_free);
  for (guint i = 0; i < n_parts; i++)
    add_part (self, &parts[i], i > 0 ? &parts[i - 1] : NULL);
  fill_pages (self);
}

static KpLength
line_width (const Row *row)
{
  KpFlowLine line;

  kp_flow_get_line (row->flow, row->index, &line);
  return line.width;
}

/* The last line of the organ's name, or the date, that belongs to row INDEX; NULL when there is none. */
static const Row *
find_partner (const Paper *self, guint index, KpOfficialKind kind)
{
  for (gint64 step = -1; step <= 1; step += 2)
    {
      gint64 i = (gint64) index + step;
      const Row *row = i >= 0 && i < self->rows->len ? &g_array_index (self->rows, Row, i) : NULL;

      if (row != NULL && row->part != NULL && row->part->kind == kind && row->flow != NULL)
        return row;
    }
  return NULL;
}

/* 7.3.5: the organ stands over the middle of the date; where it is too long for that, the date under the
 * organ's. */
static KpLength
signature_x (const Paper *self, guint index)
{
  const Row *row = &g_array_index (self->rows, Row, index);
  gboolean is_date = row->part->kind == KP_OFFICIAL_DATE;
  const Row *partner = find_partner (self, index, is_date ? KP_OFFICIAL_SIGNATURE : KP_OFFICIAL_DATE);
  KpLength right = KP_OFFICIAL_LEFT + (KpLength) self->layout->characters * self->pitch;
  KpLength organ = is_date ? (partner != NULL ? line_width (partner) : 0) : line_width (row);
  KpLength date = is_date ? line_width (row) : (partner != NULL ? line_width (partner) : 0);
  KpLength middle = right - DATE_INDENT * self->pitch - date / 2;

  middle = MIN (middle, right - LONG_ORGAN_INDENT * self->pitch - organ / 2);
  return middle - line_width (row) / 2;
}

static void
draw_row (const Paper *self, guint index)
{
  const Row *row = &g_array_index (self->rows, Row, index);
  KpLength top = KP_OFFICIAL_TOP + (KpLength) row->top * self->leading;
  KpRect area = { KP_OFFICIAL_LEFT, top, KP_OFFICIAL_WIDTH, (KpLength) row->lines * self->leading };
  KpTextStyle style;
  KpLength x = area.x;

  if (row->is_blank)
    return;
  if (row->part->kind == KP_OFFICIAL_BLOCK)
    {
      if (row->part->draw != NULL)
        row->part->draw (self->sheet, &area, row->part->data);
      return;
    }
  style = text_style (self, row->part->kind);
  if (row->part->kind == KP_OFFICIAL_SIGNATURE || row->part->kind == KP_OFFICIAL_DATE)
    x = signature_x (self, index);
  kp_text_draw_line (self->sheet, &style, row->flow, row->index, x,
                     kp_paper_centre_baseline (top, self->leading, style.size));
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
 * Lays out an official paper. The signature is never alone on a page,
 * headings stay with what follows, and no paragraph leaves a single line on a
 * page.
 *
 * Returns: %FALSE with the first failure; a block higher than a page is
 *   %KP_PDF_ERROR_OVERFLOW.
 */
gboolean
kp_official_draw (KpSheet *sheet,
                  const KpOfficialLayout *layout,
                  const KpOfficialPart *parts,
                  guint n_parts,
                  const KpFrame *frame,
                  GError **error)
{
  static const KpFrame numbers = { .kind = KP_FRAME_OFFICIAL };
  g_auto (Paper) paper = { 0 };
  guint row = 0;

  paper_init (&paper, sheet, layout, parts, n_parts);
  for (guint page = 0; page < paper.n_pages; page++)
    {
      kp_sheet_add_page (sheet, KP_PAPER_A4);
      for (; row < paper.rows->len && g_array_index (paper.rows, Row, row).page == page; row++)
        {
          if (g_array_index (paper.rows, Row, row).lines > layout->lines)
            kp_sheet_fail_at_place (sheet, KP_PDF_ERROR_OVERFLOW,
                                    _ ("A block of the paper is higher than a page. Shorten it."));
          draw_row (&paper, row);
        }
      kp_frame_draw (sheet, frame != NULL ? frame : &numbers, KP_OFFICIAL_LEFT,
                     KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH, page, paper.n_pages);
    }
  return kp_sheet_check (sheet, error);
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
  g_auto (Paper) paper = { 0 };

  paper_init (&paper, sheet, layout, parts, n_parts);
  return paper.n_pages;
}
