/* kp-official-rows.c – an official paper as rows of its grid, and the rows on their pages.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything stands on the grid of the standard (5.2.1): 22 lines of 28 characters in a type area of 156 ×
 * 225 mm. A paper becomes a list of rows, each one line high or, for a signature or a form's own block, several; rows
 * that must stay together are chained; then the chains fill the pages. */

#include <string.h>

#include "kp-official-private.h"

#define ANNEX_WORD "附件："

/* 7.3.5: a seal of 42 mm over name and date reaches up to within a line of the text. */
#define BLANKS_BEFORE_SEALED 2
#define BLANKS_BEFORE_UNSEALED 1

/**
 * kp_official_grid_get_style:
 * @grid: of a paper
 * @font: kind of type
 *
 * Returns: the type of the text in that font, on the grid.
 */
KpTextStyle
kp_official_grid_get_style (const KpOfficialGrid *grid, KpFontStyle font)
{
  return (KpTextStyle){ font, grid->layout->body_size, grid->pitch, KP_INK_BLACK };
}

/**
 * kp_official_rows_get_style:
 * @self: rows
 * @kind: of a part
 *
 * Returns: the type of a part.
 */
KpTextStyle
kp_official_rows_get_style (const KpOfficialRows *self, KpOfficialKind kind)
{
  KpTextStyle style = { self->grid.layout->body_font, self->grid.layout->body_size, self->grid.pitch, KP_INK_BLACK };

  switch (kind)
    {
    case KP_OFFICIAL_TITLE:
      return (KpTextStyle){ KP_FONT_TITLE, self->grid.layout->title_size, 0, KP_INK_BLACK };
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
    case KP_OFFICIAL_SIGNATURE_UNSEALED:
    case KP_OFFICIAL_DATE:
    case KP_OFFICIAL_REMARK:
    case KP_OFFICIAL_BLANK:
    case KP_OFFICIAL_NEW_PAGE:
    case KP_OFFICIAL_BLOCK:
    case KP_OFFICIAL_FOOT_BLOCK:
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
indent_annex_note (const KpOfficialRows *self, const char *text, KpBlockStyle *style)
{
  const char *name = g_str_has_prefix (text, ANNEX_WORD) ? text + strlen (ANNEX_WORD) : text;
  gsize n_number = strspn (name, "0123456789.");
  g_autofree char *number = g_strndup (name, n_number);
  KpLength column = (2 + (KpLength) g_utf8_strlen (ANNEX_WORD, -1)) * self->grid.pitch;

  style->first_indent = name != text ? 2 * self->grid.pitch : column;
  style->rest_indent = column + kp_sheet_measure (self->grid.sheet, &style->text, number);
  style->align = KP_ALIGN_LEFT;
}

static KpBlockStyle
block_style (const KpOfficialRows *self, const KpOfficialPart *part)
{
  KpBlockStyle style = { .text = kp_official_rows_get_style (self, part->kind),
                         .leading = self->grid.leading,
                         .align = KP_ALIGN_JUSTIFY };

  if (is_heading (part->kind))
    style.align = KP_ALIGN_CENTRE;
  else if (part->kind == KP_OFFICIAL_ANNEX_NOTE)
    indent_annex_note (self, part->text, &style);
  else if (part->kind == KP_OFFICIAL_ADDRESSEE || part->kind == KP_OFFICIAL_FLUSH ||
           part->kind == KP_OFFICIAL_ANNEX_MARK)
    style.first_indent = 0;
  else
    style.first_indent = 2 * self->grid.pitch;
  return style;
}

static void
add_blank (KpOfficialRows *self, gboolean keeps_next)
{
  KpOfficialRow row = { .lines = 1, .is_blank = TRUE, .keeps_next = keeps_next };

  g_array_append_val (self->rows, row);
}

/* Headings stay with what follows; no paragraph leaves one line alone on a page. */
static gboolean
line_keeps_next (KpOfficialKind kind, guint index, guint n_lines)
{
  if (is_heading (kind) || kind == KP_OFFICIAL_HEADING_1 || kind == KP_OFFICIAL_HEADING_2 ||
      kind == KP_OFFICIAL_ANNEX_MARK)
    return TRUE;
  return n_lines > 1 && (index == 0 || index + 2 == n_lines);
}

static void
add_text (KpOfficialRows *self, const KpOfficialPart *part)
{
  KpLength width = (KpLength) self->grid.layout->characters * self->grid.pitch;
  KpBlockStyle style = block_style (self, part);
  KpFlow *flow;

  if (part->kind == KP_OFFICIAL_TITLE)
    flow = kp_text_break_title (self->grid.sheet, &style.text, width, part->text);
  else
    flow = kp_text_break_block (self->grid.sheet, &style, width, part->text);
  g_ptr_array_add (self->flows, flow);
  for (guint i = 0; i < kp_flow_get_n_lines (flow); i++)
    {
      KpOfficialRow row = { .part = part, .flow = flow, .index = i, .lines = 1 };

      row.begins_page = i == 0 && part->kind == KP_OFFICIAL_ANNEX_MARK && self->rows->len > 0;
      row.keeps_next = line_keeps_next (part->kind, i, kp_flow_get_n_lines (flow));
      g_array_append_val (self->rows, row);
    }
}

/* Text that counts as 正文: a signature with nothing but a list of annexes above it would still be alone. */
static gboolean
is_body_row (const KpOfficialRow *row)
{
  return !row->is_blank && row->sign == NULL && row->part->kind != KP_OFFICIAL_ANNEX_NOTE;
}

static gboolean
is_signature (KpOfficialKind kind)
{
  return kind == KP_OFFICIAL_SIGNATURE || kind == KP_OFFICIAL_SIGNATURE_UNSEALED || kind == KP_OFFICIAL_DATE;
}

/* The two last lines of text go over with what is signed, which never stands alone on a page. */
static void
chain_text (KpOfficialRows *self)
{
  guint n_body = 0;

  for (guint i = self->rows->len; i > 0 && n_body < 2; i--)
    {
      KpOfficialRow *row = &g_array_index (self->rows, KpOfficialRow, i - 1);

      row->keeps_next = TRUE;
      n_body += is_body_row (row) ? 1 : 0;
    }
}

/* Organ and date are placed together; gives the parts that were taken. */
static guint
add_signature (KpOfficialRows *self, const KpOfficialPart *parts, guint n_parts)
{
  gboolean is_date = parts[0].kind == KP_OFFICIAL_DATE;
  gboolean has_date = !is_date && n_parts > 1 && parts[1].kind == KP_OFFICIAL_DATE;
  gboolean has_seal = parts[0].kind != KP_OFFICIAL_SIGNATURE_UNSEALED;
  const char *date = is_date ? parts[0].text : has_date ? parts[1].text : NULL;
  KpOfficialSign *sign = kp_official_sign_new (&self->grid, is_date ? NULL : parts[0].text, date, has_seal);
  KpOfficialRow row = { .part = parts, .sign = sign, .lines = kp_official_sign_get_n_lines (sign) };

  g_ptr_array_add (self->signs, sign);
  if (!is_date)
    {
      chain_text (self);
      for (guint i = 0; i < (has_seal ? BLANKS_BEFORE_SEALED : BLANKS_BEFORE_UNSEALED); i++)
        add_blank (self, TRUE);
    }
  g_array_append_val (self->rows, row);
  return has_date ? 2 : 1;
}

/* Blank lines that the standard puts between parts. */
static void
add_space_before (KpOfficialRows *self, const KpOfficialPart *part, const KpOfficialPart *previous)
{
  if (previous == NULL || part->kind == KP_OFFICIAL_BLANK || part->kind == KP_OFFICIAL_NEW_PAGE ||
      previous->kind == KP_OFFICIAL_BLANK || previous->kind == KP_OFFICIAL_NEW_PAGE)
    return;
  if ((is_heading (previous->kind) && !is_heading (part->kind)) || previous->kind == KP_OFFICIAL_ANNEX_MARK)
    add_blank (self, TRUE);
  else if (part->kind == KP_OFFICIAL_ANNEX_NOTE && previous->kind != KP_OFFICIAL_ANNEX_NOTE)
    add_blank (self, FALSE);
}

/* Gives the parts that were taken. */
static guint
add_part (KpOfficialRows *self, const KpOfficialPart *part, guint n_parts, const KpOfficialPart *previous)
{
  guint first;
  guint taken = 1;

  if (!is_signature (part->kind))
    add_space_before (self, part, previous);
  first = self->rows->len;
  if (part->kind == KP_OFFICIAL_BLANK)
    add_blank (self, FALSE);
  else if (is_signature (part->kind))
    taken = add_signature (self, part, n_parts);
  else if (part->kind == KP_OFFICIAL_BLOCK || part->kind == KP_OFFICIAL_FOOT_BLOCK)
    {
      KpOfficialRow row = { .part = part, .lines = part->lines };

      if (part->keeps_text)
        chain_text (self);
      g_array_append_val (self->rows, row);
    }
  else if (part->kind != KP_OFFICIAL_NEW_PAGE && part->text != NULL)
    add_text (self, part);
  if (previous != NULL && previous->kind == KP_OFFICIAL_NEW_PAGE && first > 0 && first < self->rows->len)
    g_array_index (self->rows, KpOfficialRow, first).begins_page = TRUE;
  return taken;
}

/* Rows from FIRST on that must be on one page. */
static guint
find_chain_end (const KpOfficialRows *self, guint first)
{
  guint i = first;

  while (i + 1 < self->rows->len && g_array_index (self->rows, KpOfficialRow, i).keeps_next &&
         !g_array_index (self->rows, KpOfficialRow, i + 1).begins_page)
    i++;
  return i + 1;
}

static guint
height_of_rows (const KpOfficialRows *self, guint first, guint end)
{
  guint lines = 0;

  for (guint i = first; i < end; i++)
    lines += g_array_index (self->rows, KpOfficialRow, i).lines;
  return lines;
}

static guint
lines_of_page (const KpOfficialRows *self, guint page)
{
  return page == 0 ? self->first_lines : self->grid.layout->lines;
}

/* A slip goes to the foot of a page that it shares with text; alone on a page it stays at its top. */
static void
sink_last (KpOfficialRows *self)
{
  KpOfficialRow *row;
  guint lines;

  if (self->rows->len == 0)
    return;
  row = &g_array_index (self->rows, KpOfficialRow, self->rows->len - 1);
  lines = lines_of_page (self, row->page);
  if (row->is_blank || row->part->kind != KP_OFFICIAL_FOOT_BLOCK || row->top == 0 || row->lines > lines)
    return;
  row->top = lines - row->lines;
  self->n_last = lines;
}

/**
 * kp_official_rows_fill:
 * @self: rows
 * @first_top: upper edge of the first line of the first page, below a head; the others begin with the type area
 *
 * Gives each row its page and line. May be called again.
 */
void
kp_official_rows_fill (KpOfficialRows *self, KpLength first_top)
{
  guint page = 0;
  guint line = 0;

  self->first_top = first_top;
  self->first_lines =
      (guint) MAX ((KP_OFFICIAL_TOP + KP_OFFICIAL_HEIGHT - first_top + 2) / self->grid.leading, 1);
  for (guint i = 0; i < self->rows->len;)
    {
      guint end = find_chain_end (self, i);
      guint height = height_of_rows (self, i, end);

      if (line > 0 && (g_array_index (self->rows, KpOfficialRow, i).begins_page ||
                       line + height > lines_of_page (self, page)))
        {
          page++;
          line = 0;
        }
      for (; i < end; i++)
        {
          KpOfficialRow *row = &g_array_index (self->rows, KpOfficialRow, i);

          /* A chain longer than a page is cut after all. */
          if (line > 0 && line + row->lines > lines_of_page (self, page))
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
  self->n_last = line;
  sink_last (self);
}

/**
 * kp_official_rows_get_y:
 * @self: filled rows
 * @row: one of them
 *
 * Returns: its upper edge on its page.
 */
KpLength
kp_official_rows_get_y (const KpOfficialRows *self, const KpOfficialRow *row)
{
  return (row->page == 0 ? self->first_top : KP_OFFICIAL_TOP) + (KpLength) row->top * self->grid.leading;
}

/**
 * kp_official_rows_show_text_first:
 * @self: filled rows
 *
 * Returns: whether the first page shows a line of the text (7.1), not only the title.
 */
gboolean
kp_official_rows_show_text_first (const KpOfficialRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KpOfficialRow *row = &g_array_index (self->rows, KpOfficialRow, i);

      if (row->page == 0 && is_body_row (row) && !is_heading (row->part->kind) &&
          row->part->kind != KP_OFFICIAL_ADDRESSEE)
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_official_rows_clear:
 * @self: rows, or zeros
 */
void
kp_official_rows_clear (KpOfficialRows *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->flows, g_ptr_array_unref);
  g_clear_pointer (&self->signs, g_ptr_array_unref);
}

/**
 * kp_official_rows_init:
 * @self: (out): rows
 * @sheet: gives the widths
 * @layout: of lines and characters
 * @parts: @n_parts parts, borrowed as long as the rows
 * @n_parts: at least 1
 *
 * Breaks the parts into rows of the grid.
 */
void
kp_official_rows_init (KpOfficialRows *self,
                       KpSheet *sheet,
                       const KpOfficialLayout *layout,
                       const KpOfficialPart *parts,
                       guint n_parts)
{
  const KpOfficialPart *previous = NULL;

  self->grid = (KpOfficialGrid){ sheet, layout, KP_OFFICIAL_WIDTH / (KpLength) layout->characters,
                                 KP_OFFICIAL_HEIGHT / (KpLength) layout->lines };
  self->rows = g_array_new (FALSE, TRUE, sizeof (KpOfficialRow));
  self->flows = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_flow_free);
  self->signs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_official_sign_free);
  for (guint i = 0; i < n_parts;)
    {
      guint taken = add_part (self, &parts[i], n_parts - i, previous);

      previous = &parts[i + taken - 1];
      i += taken;
    }
  kp_official_rows_fill (self, KP_OFFICIAL_TOP);
}
