/* kp-backup.h – an online copy of a record's file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-database.h"

G_BEGIN_DECLS

/* VACUUM INTO a temporary name, quick check of the copy, fsync, rename to `path` (refused when it exists:
 * EXISTS). Readers and writers go on meanwhile. Files only: a server is backed up by its own pg_dump (FAILED
 * with that sentence). */
gboolean kp_backup_write (KpDatabase *db, const char *path, GError **error);

/* fsync, rename to the final name, fsync of the folder. */
gboolean kp_backup_make_permanent (const char *temporary, const char *path, GError **error);

G_END_DECLS
