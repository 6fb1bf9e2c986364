/* fuzz-paper.c – a PDF that “kaopin verify --paper” is asked about.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fuzz.h"
#include "kp-pdf-seal.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) pdf = g_bytes_new (data, size);
  g_auto (KpPdfPaper) paper = { .code = NULL };
  g_autoptr (GError) error = NULL;
  const gboolean is_read = kp_pdf_paper_read (pdf, &paper, &error);

  kp_fuzz_check (is_read, &error);
  kp_pdf_seal_fits (pdf, "2f1e");
  return 0;
}
