/* kp-output.h – bytes that leave the program: to standard output, or whole into a file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kp_output_print (const char *bytes, gsize length, GError **error);
gboolean kp_output_check_target (const char *path, GError **error);
gboolean kp_output_save (const char *path, GBytes *bytes, GError **error);
void     kp_output_show_progress (const char *what, guint n_done, guint n_all, gpointer data);
void     kp_output_end_progress (void);

G_END_DECLS
