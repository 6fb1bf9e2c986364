/* kp-pdf-error.c – the error domain of paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-pdf-error.h"

/**
 * kp_pdf_error_quark:
 *
 * Returns: the domain of #KpPdfError.
 */
G_DEFINE_QUARK (kp - pdf - error - quark, kp_pdf_error)
