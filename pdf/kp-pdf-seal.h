/* kp-pdf-seal.h – tells a document that the program wrote from one that was changed, and which paper it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the document's information. */
#define KP_PDF_PAPER_KEY "KaopinPaper"
#define KP_PDF_JOURNAL_KEY "KaopinJournal"

/* In the trailer, around the seal. */
#define KP_PDF_SEAL_MARK "/KaopinSeal <"
#define KP_PDF_SEAL_END ">\n"

char *kp_pdf_seal_dup (const char *digest, const char *key);
gboolean kp_pdf_seal_fits (GBytes *pdf, const char *key);

/* Owned texts; each NULL where the document has none. */
typedef struct
{
  char *code;    /* which paper it is */
  char *journal; /* how far the journal was */
} KpPdfPaper;

gboolean kp_pdf_paper_read (GBytes *pdf, KpPdfPaper *out, GError **error);
void kp_pdf_paper_clear (KpPdfPaper *paper);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpPdfPaper, kp_pdf_paper_clear)

G_END_DECLS
