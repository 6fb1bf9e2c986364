/* kp-sheet-draw.c – lines, rules and pictures on a sheet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "kp-jpeg.h"
#include "kp-pdf-error.h"
#include "kp-qr.h"
#include "kp-sheet-private.h"

#define QR_QUIET_MODULES 2

/* The only profile of an archive is RGB (ISO 19005-2, 6.2.4.3). */
#define INKS_OF_PRINTERS 4

/* What a reader aloud says of a picture; papers are Chinese. */
#define PHOTO_WORD "照片"
#define CODE_WORD "二维码"

/**
 * kp_sheet_get_page_size:
 * @self: a sheet with a page
 * @width: (out): in 1/1000 pt
 * @height: (out): in 1/1000 pt
 *
 * The size of the newest page.
 */
void
kp_sheet_get_page_size (KpSheet *self, KpLength *width, KpLength *height)
{
  kp_page_get_size (kp_sheet_get_page (self), width, height);
}

/**
 * kp_sheet_set_bound:
 * @self: a sheet with a page
 * @is_bound: whether the text that follows is placed on the upright leaf
 *
 * A landscape page lies in a bound paper turned by a quarter, its head at the left. Page numbers stay where they
 * are on the leaves around it: with @is_bound, text is given by the places of the upright page. Ends with the page.
 */
void
kp_sheet_set_bound (KpSheet *self, gboolean is_bound)
{
  kp_page_set_bound (kp_sheet_get_page (self), is_bound);
}

/**
 * kp_sheet_begin_tag:
 * @self: a sheet
 * @tag: what begins
 *
 * Says what is drawn up to kp_sheet_end_tag(). What is drawn within something that holds text itself, as a cell does, is
 * part of it, but for figures.
 */
void
kp_sheet_begin_tag (KpSheet *self, KpTag tag)
{
  kp_sheet_begin_wide_cell (self, tag, 1);
}

/**
 * kp_sheet_begin_wide_cell:
 * @self: a sheet
 * @tag: %KP_TAG_CELL or %KP_TAG_HEAD_CELL
 * @n_columns: of its table that it lies over
 */
void
kp_sheet_begin_wide_cell (KpSheet *self, KpTag tag, guint n_columns)
{
  KpTags *tags = kp_sheet_get_tags (self);

  if (tags != NULL)
    kp_tags_begin (tags, tag, n_columns, NULL);
}

/**
 * kp_sheet_end_tag:
 * @self: a sheet with a tag begun
 */
void
kp_sheet_end_tag (KpSheet *self)
{
  KpTags *tags = kp_sheet_get_tags (self);

  if (tags != NULL)
    kp_tags_end (tags);
}

static void
begin_figure (KpSheet *self, const char *word)
{
  KpTags *tags = kp_sheet_get_tags (self);

  if (tags != NULL)
    kp_tags_begin (tags, KP_TAG_FIGURE, 1, word);
}

static void
stroke (KpSheet *self, KpInk ink, KpLength thickness, gboolean dashed, const KpSheetLine *lines, guint n_lines)
{
  KpPage *page = kp_sheet_get_drawable (self);

  if (page != NULL)
    kp_page_stroke_lines (page, ink, thickness, dashed, lines, n_lines);
}

/**
 * kp_sheet_rect:
 * @self: a sheet with a page
 * @rect: where
 * @thickness: of the lines, half of it outside
 *
 * Draws the outline of a rectangle.
 */
void
kp_sheet_rect (KpSheet *self, const KpRect *rect, KpLength thickness)
{
  KpPage *page = kp_sheet_get_drawable (self);

  if (page != NULL)
    kp_page_outline (page, rect, thickness);
}

/**
 * kp_sheet_fill:
 * @self: a sheet with a page
 * @rect: where
 * @ink: colour
 *
 * Fills a rectangle; draw it before what lies on it.
 */
void
kp_sheet_fill (KpSheet *self, const KpRect *rect, KpInk ink)
{
  KpPage *page = kp_sheet_get_drawable (self);

  if (page != NULL)
    kp_page_fill (page, rect, ink);
}

/**
 * kp_sheet_ink_line:
 * @self: a sheet with a page
 * @ink: colour
 * @x1: where it begins
 * @y1: where it begins
 * @x2: where it ends
 * @y2: where it ends
 * @thickness: half of it on each side
 *
 * Draws a line in a colour.
 */
void
kp_sheet_ink_line (
    KpSheet *self, KpInk ink, KpLength x1, KpLength y1, KpLength x2, KpLength y2, KpLength thickness)
{
  stroke (self, ink, thickness, FALSE, &(KpSheetLine){ x1, y1, x2, y2 }, 1);
}

/**
 * kp_sheet_line:
 * @self: a sheet with a page
 * @x1: where it begins
 * @y1: where it begins
 * @x2: where it ends
 * @y2: where it ends
 * @thickness: half of it on each side
 *
 * Draws a black line.
 */
void
kp_sheet_line (KpSheet *self, KpLength x1, KpLength y1, KpLength x2, KpLength y2, KpLength thickness)
{
  kp_sheet_ink_line (self, KP_INK_BLACK, x1, y1, x2, y2, thickness);
}

/**
 * kp_sheet_dashed_line:
 * @self: a sheet with a page
 * @x1: where it begins
 * @y1: where it begins
 * @x2: where it ends
 * @y2: where it ends
 * @thickness: half of it on each side
 *
 * Draws a grey dashed line to cut along.
 */
void
kp_sheet_dashed_line (KpSheet *self, KpLength x1, KpLength y1, KpLength x2, KpLength y2, KpLength thickness)
{
  stroke (self, KP_INK_GREY, thickness, TRUE, &(KpSheetLine){ x1, y1, x2, y2 }, 1);
}

/**
 * kp_sheet_rules:
 * @self: a sheet with a page
 * @xs: places of the upright rules, ascending
 * @n_xs: at least 2
 * @ys: places of the level rules, ascending
 * @n_ys: at least 2
 * @thickness: of the rules
 *
 * Draws all rules of a table as one path.
 */
void
kp_sheet_rules (
    KpSheet *self, const KpLength *xs, guint n_xs, const KpLength *ys, guint n_ys, KpLength thickness)
{
  KpLength half = thickness / 2;
  g_autofree KpSheetLine *lines = NULL;
  guint n = 0;

  if (n_xs < 2 || n_ys < 2)
    return;
  lines = g_new (KpSheetLine, n_xs + n_ys);
  for (guint i = 0; i < n_ys; i++)
    lines[n++] = (KpSheetLine){ xs[0] - half, ys[i], xs[n_xs - 1] + half, ys[i] };
  for (guint i = 0; i < n_xs; i++)
    lines[n++] = (KpSheetLine){ xs[i], ys[0], xs[i], ys[n_ys - 1] };
  stroke (self, KP_INK_BLACK, thickness, FALSE, lines, n);
}

/**
 * kp_sheet_jpeg:
 * @self: a sheet with a page
 * @box: where
 * @jpeg: a JPEG's bytes; copied
 *
 * Draws a picture as large as its shape allows, in the middle of the box. What
 * isn't a whole JPEG, and in an archive one in CMYK, is %KP_PDF_ERROR_IMAGE.
 */
void
kp_sheet_jpeg (KpSheet *self, const KpRect *box, GBytes *jpeg)
{
  g_autoptr (GError) error = NULL;
  KpPage *page = kp_sheet_get_drawable (self);
  KpRect place = *box;
  KpJpeg info;

  if (page == NULL)
    return;
  if (!kp_jpeg_check (jpeg, &info, &error))
    {
      kp_sheet_fail_at_place (self, error->code, error->message);
      return;
    }
  if (info.n_inks == INKS_OF_PRINTERS && kp_sheet_get_tags (self) != NULL)
    {
      kp_sheet_fail_at_place (self, KP_PDF_ERROR_IMAGE,
                              _ ("The photo is in the inks of a print shop (CMYK), which a document for archives must not hold. "
                                 "Take the photo in again; it is then made RGB."));
      return;
    }
  if ((gint64) box->width * info.height > (gint64) box->height * info.width)
    place.width = (KpLength) ((gint64) box->height * info.width / info.height);
  else
    place.height = (KpLength) ((gint64) box->width * info.height / info.width);
  place.x += (box->width - place.width) / 2;
  place.y += (box->height - place.height) / 2;
  begin_figure (self, PHOTO_WORD);
  kp_page_place_jpeg (page, &place, jpeg);
  kp_sheet_end_tag (self);
  (void) kp_sheet_check (self, NULL);
}

static gboolean
make_code (KpSheetCode *code, const char *text, GError **error)
{
  if (g_strcmp0 (code->text, text) == 0)
    return TRUE;
  g_clear_pointer (&code->text, g_free);
  g_clear_pointer (&code->runs, g_array_unref);
  code->runs = kp_qr_new_runs (text, &code->width, error);
  if (code->runs != NULL)
    code->text = g_strdup (text);
  return code->runs != NULL;
}

/**
 * kp_sheet_qr:
 * @self: a sheet with a page
 * @box: where; a square at its upper left is used, with a quiet zone of two modules inside
 * @text: (nullable): UTF-8; "" and %NULL draw nothing
 *
 * Draws a QR code. A text that is too long is %KP_PDF_ERROR_QR.
 */
void
kp_sheet_qr (KpSheet *self, const KpRect *box, const char *text)
{
  g_autoptr (GError) error = NULL;
  KpSheetCode *code = kp_sheet_get_code (self);
  KpPage *page = kp_sheet_get_drawable (self);
  KpLength side = MIN (box->width, box->height);

  if (page == NULL || text == NULL || *text == '\0')
    return;
  if (!make_code (code, text, &error))
    {
      kp_sheet_fail_at_place (self, error->code, error->message);
      return;
    }
  begin_figure (self, CODE_WORD);
  kp_page_fill_modules (page, &(KpRect){ box->x, box->y, side, side }, code->width, QR_QUIET_MODULES, code->runs);
  kp_sheet_end_tag (self);
}
