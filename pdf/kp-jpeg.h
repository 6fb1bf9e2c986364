/* kp-jpeg.h – is a picture a whole JPEG that can be printed?
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Size in dots; FALSE with KP_PDF_ERROR_IMAGE for anything but a whole JPEG. */
gboolean kp_jpeg_check (GBytes *bytes, guint *width, guint *height, GError **error);

G_END_DECLS
