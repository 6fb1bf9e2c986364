/* kp-jpeg.h – is a picture a whole JPEG that can be printed?
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint width; /* in dots */
  guint height;
  guint n_inks; /* 1 grey, 3 RGB, 4 the inks of a print shop */
} KpJpeg;

/* FALSE with KP_PDF_ERROR_IMAGE for anything but a whole JPEG. */
gboolean kp_jpeg_check (GBytes *bytes, KpJpeg *jpeg, GError **error);

G_END_DECLS
