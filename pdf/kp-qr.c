/* kp-qr.c – the dark squares of a QR code.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-qr.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <qrencode.h>

#include "kp-pdf-error.h"

/**
 * kp_qr_new_runs:
 * @text: UTF-8, not empty
 * @width: (out): of the code in modules, without the quiet zone
 * @error: return location
 *
 * Encodes a text by GB/T 18284 with medium correction, since lists get creased.
 * Same input, same code.
 *
 * Returns: (transfer full) (element-type KpQrRun): the dark runs, row by row,
 *   or %NULL with %KP_PDF_ERROR_QR when the text is too long.
 */
GArray *
kp_qr_new_runs (const char *text, guint *width, GError **error)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  GArray *runs;

  if (code == NULL)
    {
      g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_QR,
                   _ ("The text of a QR code can't be encoded: %s. Shorten it."), g_strerror (errno));
      return NULL;
    }

  runs = g_array_new (FALSE, FALSE, sizeof (KpQrRun));
  *width = (guint) code->width;
  for (guint y = 0; y < *width; y++)
    for (guint x = 0; x < *width;)
      {
        KpQrRun run = { x, y, 0 };

        while (x < *width && (code->data[y * *width + x] & 1) != 0)
          x++;
        run.n = x - run.x;
        if (run.n > 0)
          g_array_append_val (runs, run);
        else
          x++;
      }
  QRcode_free (code);
  return runs;
}
