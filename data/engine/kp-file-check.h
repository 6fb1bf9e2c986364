/* kp-file-check.h – looks at a file before any engine touches it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-database.h"

G_BEGIN_DECLS

gboolean kp_file_check_may_create (const char *path, GError **error);
gboolean kp_file_check_may_open (const char *path, KpOpenMode mode, GError **error);
gboolean kp_file_check_has_log (const char *path);
gboolean kp_file_check_is_remote (guint32 magic, const char *mount_type);

G_END_DECLS
