/* kp-archive.h – the parts of a zip file in memory, under limits.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-workbook.h"

G_BEGIN_DECLS

typedef struct _KpArchive KpArchive;

/* Gets the unzipped bytes piece by piece; the last call has @length 0. */
typedef gboolean (*KpArchiveFunc) (const char *data, gsize length, gpointer user_data, GError **error);

KpArchive *kp_archive_open (GBytes *bytes, const KpWorkbookLimits *limits, GError **error);
void kp_archive_free (KpArchive *archive);
gboolean kp_archive_has (KpArchive *archive, const char *name);
gboolean kp_archive_read (
    KpArchive *archive, const char *name, KpArchiveFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpArchive, kp_archive_free)

G_END_DECLS
