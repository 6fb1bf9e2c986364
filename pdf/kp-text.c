/* kp-text.c – texts in boxes: one line, shrunk or wrapped, and blocks of lines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-pdf-error.h"
#include "kp-script.h"

/* How far a text may shrink to stay on its line, and before it is an error. */
#define LEAST_PERCENT 50
#define NAME_DOT "·"
#define WRAP_BELOW_PERCENT 80
#define WRAP_STEP_PERCENT 5

/* Lines of a wrapped cell lie closer than those of running text. */
#define TIGHT_LEADING_PERCENT 125
#define LEADING_PERCENT 150

typedef struct
{
  KpSheet *sheet;
  const KpTextStyle *style;
} Measure;

typedef struct
{
  KpSheet *sheet;
  const KpTextStyle *style;
  KpLength x;
  KpLength baseline;
} Pen;

static KpLength
percent_of (KpLength length, KpLength percent)
{
  return (KpLength) ((gint64) length * percent / 100);
}

static KpLength
measure_unit (const char *text, gsize n_bytes, gpointer data)
{
  const Measure *measure = data;

  return kp_sheet_measure_unit (measure->sheet, measure->style, text, n_bytes);
}

static void
draw_piece (const KpFlowPiece *piece, gpointer data)
{
  const Pen *pen = data;

  kp_sheet_text_spaced (pen->sheet, pen->style, pen->x + piece->x, pen->baseline, piece->text,
                        (gssize) piece->n_bytes, piece->extra);
}

static void
fail_too_long (KpSheet *sheet, const char *message)
{
  kp_sheet_fail_at_place (sheet, KP_PDF_ERROR_OVERFLOW, message);
}

static KpLength
leading_of (const KpBlockStyle *style)
{
  return style->leading > 0 ? style->leading : percent_of (style->text.size, LEADING_PERCENT);
}

/**
 * kp_text_break_block:
 * @sheet: gives the widths
 * @style: of the text
 * @width: of the column
 * @text: UTF-8; a newline ends a paragraph
 *
 * Returns: (transfer full): the lines of a text; free with kp_flow_free().
 */
KpFlow *
kp_text_break_block (KpSheet *sheet, const KpBlockStyle *style, KpLength width, const char *text)
{
  Measure measure = { sheet, &style->text };
  KpFlowStyle flow = {
    width, style->text.size, style->text.pitch, style->first_indent, style->rest_indent, style->align
  };

  return kp_flow_new (text, &flow, measure_unit, &measure);
}

/**
 * kp_text_draw_line:
 * @sheet: a sheet with a page
 * @style: the style that the lines were broken with
 * @flow: the lines
 * @index: of the line, from 0
 * @x: left edge of the column
 * @baseline: of the line
 *
 * Draws one line of a broken text.
 */
void
kp_text_draw_line (
    KpSheet *sheet, const KpTextStyle *style, const KpFlow *flow, guint index, KpLength x, KpLength baseline)
{
  /* The pieces come with the pitch of the grid left to the style. */
  Pen pen = { sheet, style, x, baseline };

  kp_sheet_begin_tag (sheet, KP_TAG_PARAGRAPH);
  kp_flow_foreach_piece (flow, index, draw_piece, &pen);
  kp_sheet_end_tag (sheet);
}

static void
draw_lines (
    KpSheet *sheet, const KpTextStyle *style, const KpFlow *flow, KpLength x, KpLength top, KpLength leading)
{
  gboolean is_begun = FALSE;

  for (guint i = 0; i < kp_flow_get_n_lines (flow); i++)
    {
      KpFlowLine line;

      kp_flow_get_line (flow, i, &line);
      if (!is_begun)
        kp_sheet_begin_tag (sheet, KP_TAG_PARAGRAPH);
      kp_text_draw_line (sheet, style, flow, i, x,
                         kp_paper_centre_baseline (top + (KpLength) i * leading, leading, style->size));
      is_begun = !line.is_end_of_paragraph;
      if (!is_begun)
        kp_sheet_end_tag (sheet);
    }
  if (is_begun)
    kp_sheet_end_tag (sheet);
}

static KpLength
draw_block (KpSheet *sheet, const KpBlockStyle *style, const KpRect *box, const char *text, gboolean is_middle)
{
  g_autoptr (KpFlow) flow = kp_text_break_block (sheet, style, box->width, text != NULL ? text : "");
  KpLength height = (KpLength) kp_flow_get_n_lines (flow) * leading_of (style);
  KpLength top = box->y + (is_middle ? (box->height - height) / 2 : 0);

  if (kp_flow_is_overfull (flow))
    fail_too_long (sheet, _ ("The text is too long for its box on the paper. Shorten it."));
  else if (height > box->height)
    fail_too_long (sheet, _ ("The text needs more lines than its place on the paper has. Shorten it."));
  else
    draw_lines (sheet, &style->text, flow, box->x, top, leading_of (style));
  return height;
}

/**
 * kp_text_draw_block:
 * @sheet: a sheet with a page
 * @style: of the text
 * @box: where; text begins at its top
 * @text: (nullable): UTF-8; a newline ends a paragraph
 *
 * Draws a text of several lines. One that is higher than the box is
 * %KP_PDF_ERROR_OVERFLOW and isn't drawn.
 *
 * Returns: the height used.
 */
KpLength
kp_text_draw_block (KpSheet *sheet, const KpBlockStyle *style, const KpRect *box, const char *text)
{
  return draw_block (sheet, style, box, text, FALSE);
}

/**
 * kp_text_draw_middle_block:
 * @sheet: a sheet with a page
 * @style: of the text
 * @box: where; the text lies in the middle of its height
 * @text: (nullable): UTF-8; a newline ends a paragraph
 *
 * Like kp_text_draw_block(), for the cells of tables.
 */
void
kp_text_draw_middle_block (KpSheet *sheet, const KpBlockStyle *style, const KpRect *box, const char *text)
{
  draw_block (sheet, style, box, text, TRUE);
}

/**
 * kp_text_measure_block:
 * @sheet: gives the widths
 * @style: of the text
 * @width: of the column
 * @text: (nullable): UTF-8
 *
 * Returns: the height that kp_text_draw_block() will use.
 */
KpLength
kp_text_measure_block (KpSheet *sheet, const KpBlockStyle *style, KpLength width, const char *text)
{
  g_autoptr (KpFlow) flow = kp_text_break_block (sheet, style, width, text != NULL ? text : "");

  return (KpLength) kp_flow_get_n_lines (flow) * leading_of (style);
}

static KpTextStyle
scaled (const KpTextStyle *style, KpLength percent)
{
  KpTextStyle smaller = *style;

  smaller.size = percent_of (style->size, percent);
  smaller.pitch = percent_of (style->pitch, percent);
  return smaller;
}

/* The places between which room is spread. */
static guint
count_units (const char *text)
{
  const char *end = text + strlen (text);
  KpScript script;
  guint n = 0;

  for (; text < end; n++)
    text += kp_script_read_unit (text, end, &script);
  return n;
}

static void
draw_single (KpSheet *sheet,
             const KpTextStyle *style,
             const KpRect *box,
             KpAlign align,
             const char *text,
             KpLength width)
{
  KpLength room = box->width - width;
  KpLength baseline = kp_paper_centre_baseline (box->y, box->height, style->size);
  guint n = count_units (text);
  KpLength extra = align == KP_ALIGN_SPREAD && n > 1 ? room / (KpLength) (n - 1) : 0;
  KpLength x = box->x;

  if (align == KP_ALIGN_CENTRE || (align == KP_ALIGN_SPREAD && n == 1))
    x += room / 2;
  else if (align == KP_ALIGN_RIGHT)
    x += room;
  kp_sheet_text_spaced (sheet, style, x, baseline, text, -1, extra);
}

/* Draws the text on one line if it fits when shrunk to no less than LEAST percent. */
static gboolean
draw_shrunk (KpSheet *sheet,
             const KpTextStyle *style,
             const KpRect *box,
             KpAlign align,
             const char *text,
             KpLength least)
{
  KpLength width = kp_sheet_measure (sheet, style, text);
  KpLength percent = width > box->width ? (KpLength) ((gint64) box->width * 100 / width) : 100;
  KpTextStyle smaller;

  if (percent == 100)
    {
      draw_single (sheet, style, box, align, text, width);
      return TRUE;
    }
  for (; percent >= least; percent--)
    {
      smaller = scaled (style, percent);
      width = kp_sheet_measure (sheet, &smaller, text);
      if (width <= box->width)
        {
          draw_single (sheet, &smaller, box, align, text, width);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
draw_wrapped (KpSheet *sheet,
              const KpTextStyle *style,
              const KpRect *box,
              KpAlign align,
              const char *text,
              guint most_lines)
{
  for (KpLength percent = 100; percent >= LEAST_PERCENT; percent -= WRAP_STEP_PERCENT)
    {
      KpBlockStyle block = { .text = scaled (style, percent), .align = align };
      KpLength leading = percent_of (block.text.size, TIGHT_LEADING_PERCENT);
      g_autoptr (KpFlow) flow = kp_text_break_block (sheet, &block, box->width, text);
      KpLength height = (KpLength) kp_flow_get_n_lines (flow) * leading;

      if (height <= box->height && kp_flow_get_n_lines (flow) <= most_lines && !kp_flow_is_overfull (flow))
        {
          draw_lines (sheet, &block.text, flow, box->x, box->y + (box->height - height) / 2, leading);
          return TRUE;
        }
    }
  return FALSE;
}

/* "玛尔哈巴·吐尔逊江·依明" in two lines, each of whole parts, as equal as they can be; NULL for a text without
 * such a dot. */
static char *
dup_broken_at_dot (const char *text)
{
  const glong n_characters = g_utf8_strlen (text, -1);
  const char *best = NULL;
  glong least = G_MAXLONG;

  for (const char *dot = strstr (text, NAME_DOT); dot != NULL; dot = strstr (dot + 1, NAME_DOT))
    {
      const glong before = g_utf8_pointer_to_offset (text, dot) + 1;
      const glong longer = MAX (before, n_characters - before);

      if (longer < least && before < n_characters)
        {
          least = longer;
          best = dot + strlen (NAME_DOT);
        }
    }
  return best != NULL ? g_strdup_printf ("%.*s\n%s", (int) (best - text), text, best) : NULL;
}

/* Names of several parts are torn between these before they are torn anywhere. */
static gboolean
draw_torn (KpSheet *sheet, const KpTextStyle *style, const KpRect *box, KpAlign align, const char *text)
{
  g_autofree char *broken = strchr (text, '\n') == NULL ? dup_broken_at_dot (text) : NULL;

  return (broken != NULL && draw_wrapped (sheet, style, box, align, broken, 2)) ||
         draw_wrapped (sheet, style, box, align, text, G_MAXUINT);
}

/**
 * kp_text_draw_fitted:
 * @sheet: a sheet with a page
 * @style: of the text at its full size
 * @box: where; the text lies in the middle of its height
 * @align: within the width
 * @fit: what happens to a text that is too wide
 * @text: (nullable): UTF-8
 *
 * Draws a short text, for example a name in its box. One that doesn't fit in
 * any of the ways that @fit allows is %KP_PDF_ERROR_OVERFLOW: a field never
 * runs over its box.
 */
void
kp_text_draw_fitted (
    KpSheet *sheet, const KpTextStyle *style, const KpRect *box, KpAlign align, KpFit fit, const char *text)
{
  static const KpLength least[] = {
    [KP_FIT_EXACT] = 100, [KP_FIT_SHRINK] = LEAST_PERCENT, [KP_FIT_WRAP] = WRAP_BELOW_PERCENT
  };
  gboolean is_drawn;

  if (text == NULL || *text == '\0')
    return;
  if (fit == KP_FIT_WRAP && strchr (text, '\n') != NULL)
    is_drawn = draw_torn (sheet, style, box, align, text);
  else
    is_drawn = draw_shrunk (sheet, style, box, align, text, least[fit]) ||
               (fit == KP_FIT_WRAP && draw_torn (sheet, style, box, align, text));
  if (!is_drawn)
    fail_too_long (sheet, _ ("The text is too long for its box on the paper. Shorten it."));
}
