/* kp-pdf-file.h – writes a file so that it is the old one or the whole new one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KpPdfFile:
 *
 * A file that is being written beside its target. Freed before it was
 * committed, it leaves nothing behind.
 */
typedef struct _KpPdfFile KpPdfFile;

KpPdfFile *kp_pdf_file_new (const char *path, GError **error);
void kp_pdf_file_free (KpPdfFile *self);

/* Adds bytes at the end; buffered, so that many small pieces cost little. */
gboolean kp_pdf_file_append (KpPdfFile *self, gconstpointer bytes, gsize n_bytes, GError **error);

/* Flushes to the disk and puts the file in the target's place. */
gboolean kp_pdf_file_commit (KpPdfFile *self, GError **error);

/* All of it at once. */
gboolean kp_pdf_file_write (const char *path, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPdfFile, kp_pdf_file_free)

G_END_DECLS
