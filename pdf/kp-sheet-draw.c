/* kp-sheet-draw.c – lines, rules and pictures on a sheet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-jpeg.h"
#include "kp-qr.h"
#include "kp-sheet-private.h"

#define QR_QUIET_MODULES 2

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
  kp_sheet_stroke_lines (self, ink, thickness, FALSE, &(KpSheetLine){ x1, y1, x2, y2 }, 1);
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
  kp_sheet_stroke_lines (self, KP_INK_GREY, thickness, TRUE, &(KpSheetLine){ x1, y1, x2, y2 }, 1);
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
  kp_sheet_stroke_lines (self, KP_INK_BLACK, thickness, FALSE, lines, n);
}

/**
 * kp_sheet_jpeg:
 * @self: a sheet with a page
 * @box: where
 * @jpeg: a JPEG's bytes; copied
 *
 * Draws a picture as large as its shape allows, in the middle of the box. What
 * isn't a whole JPEG is %KP_PDF_ERROR_IMAGE.
 */
void
kp_sheet_jpeg (KpSheet *self, const KpRect *box, GBytes *jpeg)
{
  g_autoptr (GError) error = NULL;
  guint width = 0;
  guint height = 0;
  KpRect place = *box;

  if (!kp_sheet_is_drawable (self))
    return;
  if (!kp_jpeg_check (jpeg, &width, &height, &error))
    {
      kp_sheet_fail_at_place (self, error->code, error->message);
      return;
    }
  if ((gint64) box->width * height > (gint64) box->height * width)
    place.width = (KpLength) ((gint64) box->height * width / height);
  else
    place.height = (KpLength) ((gint64) box->width * height / width);
  place.x += (box->width - place.width) / 2;
  place.y += (box->height - place.height) / 2;
  kp_sheet_place_jpeg (self, &place, jpeg);
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
  g_autoptr (GArray) runs = NULL;
  KpLength side = MIN (box->width, box->height);
  guint width = 0;

  if (!kp_sheet_is_drawable (self) || text == NULL || *text == '\0')
    return;
  runs = kp_qr_new_runs (text, &width, &error);
  if (runs == NULL)
    {
      kp_sheet_fail_at_place (self, error->code, error->message);
      return;
    }
  kp_sheet_fill_modules (self, &(KpRect){ box->x, box->y, side, side }, width, QR_QUIET_MODULES, runs);
}
