/* kp-pdf-error.h – what can go wrong on paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_PDF_ERROR (kp_pdf_error_quark ())

/**
 * KpPdfError:
 * @KP_PDF_ERROR_GLYPH: a character is in none of the installed fonts
 * @KP_PDF_ERROR_FONT: a font file is missing, unreadable or not a font
 * @KP_PDF_ERROR_OVERFLOW: a text does not fit the place the form gives it
 * @KP_PDF_ERROR_IMAGE: a picture is not a JPEG that can be printed
 * @KP_PDF_ERROR_QR: a text is too long for a QR code
 * @KP_PDF_ERROR_WORDING: an editable wording has an unknown or an empty field
 * @KP_PDF_ERROR_WRITE: the file could not be written; the old one is untouched
 * @KP_PDF_ERROR_LIBRARY: libharu refused an operation
 */
typedef enum
{
  KP_PDF_ERROR_GLYPH,
  KP_PDF_ERROR_FONT,
  KP_PDF_ERROR_OVERFLOW,
  KP_PDF_ERROR_IMAGE,
  KP_PDF_ERROR_QR,
  KP_PDF_ERROR_WORDING,
  KP_PDF_ERROR_WRITE,
  KP_PDF_ERROR_LIBRARY,
} KpPdfError;

GQuark kp_pdf_error_quark (void);

G_END_DECLS
