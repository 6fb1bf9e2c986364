/* kp-qr.h – the dark squares of a QR code.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* N dark modules in a row, the first at (X, Y), counted from the upper left. */
typedef struct
{
  guint x;
  guint y;
  guint n;
} KpQrRun;

/* The runs of TEXT's code, KpQrRun; WIDTH is that of the code in modules. */
GArray *kp_qr_new_runs (const char *text, guint *width, GError **error);

G_END_DECLS
