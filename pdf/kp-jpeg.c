/* kp-jpeg.c – is a picture a whole JPEG that can be printed?
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libharu copies a JPEG's bytes into the document as they are. A cut or foreign file would give a hole on the
 * paper, so its segments are walked here first. */

#include "kp-jpeg.h"

#include <glib/gi18n-lib.h>

#include "kp-pdf-error.h"

enum
{
  MARKER_START = 0xD8,
  MARKER_END = 0xD9,
  MARKER_SCAN = 0xDA,
};

static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Baseline, extended and progressive; arithmetic and lossless ones no reader of PDF knows. */
static gboolean
is_printable_frame (const guint8 *segment, gsize length)
{
  guint8 marker = segment[1];

  return marker >= 0xC0 && marker <= 0xC2 && length >= 9 && segment[4] == 8 &&
         (segment[9] == 1 || segment[9] == 3 || segment[9] == 4);
}

/* Walks the segments up to the picture's data; FALSE when they are broken. */
static gboolean
read_frame (const guint8 *bytes, gsize n, KpJpeg *jpeg)
{
  gsize i = 2;

  while (i + 10 <= n)
    {
      const guint8 *segment = bytes + i;
      gsize length = ((gsize) segment[2] << 8) | segment[3];

      if (segment[0] != 0xFF || length < 2)
        return FALSE;
      if (segment[1] == MARKER_SCAN)
        return jpeg->width > 0 && jpeg->height > 0;
      if (is_frame (segment[1]))
        {
          if (!is_printable_frame (segment, length))
            return FALSE;
          jpeg->height = ((guint) segment[5] << 8) | segment[6];
          jpeg->width = ((guint) segment[7] << 8) | segment[8];
          jpeg->n_inks = segment[9];
        }
      i += 2 + length;
    }
  return FALSE;
}

/* The end mark, maybe followed by a few bytes that cameras add. */
static gboolean
has_end (const guint8 *bytes, gsize n)
{
  for (gsize i = n; i >= 2 && n - i < 4096; i--)
    if (bytes[i - 2] == 0xFF && bytes[i - 1] == MARKER_END)
      return TRUE;
  return FALSE;
}

/**
 * kp_jpeg_check:
 * @bytes: a picture
 * @jpeg: (out): what it is like
 * @error: return location
 *
 * Returns: %TRUE for a whole baseline or progressive JPEG in grey, RGB or CMYK
 *   with 8 bits; else %FALSE with %KP_PDF_ERROR_IMAGE.
 */
gboolean
kp_jpeg_check (GBytes *bytes, KpJpeg *jpeg, GError **error)
{
  gsize n = 0;
  const guint8 *data = g_bytes_get_data (bytes, &n);

  *jpeg = (KpJpeg){ .width = 0 };
  if (n > 4 && data[0] == 0xFF && data[1] == MARKER_START && read_frame (data, n, jpeg) &&
      has_end (data, n))
    return TRUE;

  g_set_error_literal (error, KP_PDF_ERROR, KP_PDF_ERROR_IMAGE,
                       _ ("The photo is not a whole JPEG picture. Take the photo in again."));
  return FALSE;
}
