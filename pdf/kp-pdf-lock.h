/* kp-pdf-lock.h – closes a finished document with a password and permissions.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KpPdfPermit:
 * @KP_PDF_PERMIT_ALL: whoever opens it may do all with it
 * @KP_PDF_PERMIT_PRINT: look and print, but not copy or change
 * @KP_PDF_PERMIT_VIEW: only look
 *
 * Readers keep to it of their own will; only the password keeps anybody out.
 * Reading aloud for the blind is always permitted.
 */
typedef enum
{
  KP_PDF_PERMIT_ALL,
  KP_PDF_PERMIT_PRINT,
  KP_PDF_PERMIT_VIEW,
} KpPdfPermit;

/**
 * KpPdfLock:
 * @password: (nullable): to open it; UTF-8; %NULL = everybody opens it
 * @owner_password: (nullable): to do all with it; %NULL = nobody's
 * @permit: what those who open it by @password may do
 */
typedef struct
{
  const char *password;
  const char *owner_password;
  KpPdfPermit permit;
} KpPdfLock;

/* The same document encrypted with AES-256. */
GBytes *kp_pdf_lock (GBytes *pdf, const KpPdfLock *lock, GError **error);

G_END_DECLS
