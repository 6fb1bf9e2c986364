/* kp-pdf-archive.h – what a document needs besides its pages to be kept for decades: PDF/A-2b.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-pdf-output.h"

G_BEGIN_DECLS

#define KP_PDF_LANGUAGE "zh-CN"

/* Objects that the catalog refers to. */
typedef struct
{
  guint32 metadata;
  guint32 intent;
} KpPdfArchive;

/* What the document's information says, likewise; TITLE nullable. */
KpPdfArchive kp_pdf_archive_write (KpPdfOutput *output, const char *title, const char *creator, const char *producer);

G_END_DECLS
