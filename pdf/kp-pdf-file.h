/* kp-pdf-file.h – writes a file so that it is the old one or the whole new one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kp_pdf_file_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
