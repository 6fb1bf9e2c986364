/* kp-zip-folder.h – a folder of files as one zip file, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-progress.h"

G_BEGIN_DECLS

gboolean kp_zip_folder_pack (const char *folder, const char *path, KpProgress *progress, GError **error);
gboolean kp_zip_folder_unpack (const char *path, const char *folder, KpProgress *progress, GError **error);
gboolean kp_zip_folder_remove (const char *folder);

G_END_DECLS
