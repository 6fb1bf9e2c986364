/* kp-pdf-output.h – the numbered objects of a PDF on their way into memory or a file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KpPdfOutput:
 *
 * Takes the objects of one document as they become ready, so that nobody need
 * keep them: of an object only its place stays (4 bytes), of a page its number.
 * The first failure of writing is kept and handed out at the end.
 */
typedef struct _KpPdfOutput KpPdfOutput;

/* PATH NULL = into memory. */
KpPdfOutput *kp_pdf_output_new (const char *path, GError **error);
void kp_pdf_output_free (KpPdfOutput *self);

/* A number for an object to come, from 1 without gaps. */
guint32 kp_pdf_output_reserve (KpPdfOutput *self);

/* Begins the object NUMBER; its value is then appended. */
void kp_pdf_output_begin (KpPdfOutput *self, guint32 number);
void kp_pdf_output_append (KpPdfOutput *self, gconstpointer bytes, gsize n_bytes);
void kp_pdf_output_end (KpPdfOutput *self);

/* The node of the tree that the next page hangs on; and that page. */
guint32 kp_pdf_output_get_parent (KpPdfOutput *self, guint32 root);
void kp_pdf_output_add_page (KpPdfOutput *self, guint32 page);

/* The root of the tree of pages, and the end of the document; KEY (nullable) seals it. */
void kp_pdf_output_write_root (KpPdfOutput *self, guint32 root);
void kp_pdf_output_write_end (KpPdfOutput *self, guint32 catalog, guint32 info, const char *key);

gboolean kp_pdf_output_has_failed (const KpPdfOutput *self);

/* Hands out the first failure; or the document, of a file an empty one. */
GBytes *kp_pdf_output_finish (KpPdfOutput *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPdfOutput, kp_pdf_output_free)

G_END_DECLS
