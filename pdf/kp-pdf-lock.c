/* kp-pdf-lock.c – closes a finished document with a password and permissions.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libharu knows only RC4, which is broken; qpdf's library writes AES-256 (revision 6, PDF 2.0). It needs the whole
 * document, so that a locked batch takes the memory of its file, and its keys come from chance: of all that is
 * printed, locked documents alone differ from time to time. */

#include "kp-pdf-lock.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>
#include <unistd.h>

#include "kp-pdf-error.h"

/* ISO 32000-2, 7.6.4.3.3: what is longer is cut, and would then open with less. */
#define LONGEST_PASSWORD 127

static gboolean
check_password (const char *password, GError **error)
{
  if (password == NULL || (*password != '\0' && strlen (password) <= LONGEST_PASSWORD &&
                           g_utf8_validate (password, -1, NULL)))
    return TRUE;
  g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE,
               _ ("A password has 1 to %d bytes of text in UTF-8; choose another."), LONGEST_PASSWORD);
  return FALSE;
}

/* One that nobody knows, from the system's own source; an empty one would open the document to everybody. */
static void
make_nobodys (char out[65])
{
  guint8 bytes[32];

  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("the system gives no random numbers");
  for (guint i = 0; i < sizeof bytes; i++)
    g_snprintf (out + 2 * i, 3, "%02x", bytes[i]);
}

static void
set_encryption (qpdf_data qpdf, const KpPdfLock *lock)
{
  char nobodys[65];
  const char *owner = lock->owner_password != NULL ? lock->owner_password : nobodys;
  const QPDF_BOOL may_all = lock->permit == KP_PDF_PERMIT_ALL;

  make_nobodys (nobodys);
  qpdf_set_r6_encryption_parameters2 (qpdf, lock->password != NULL ? lock->password : "", owner, QPDF_TRUE, may_all,
                                      may_all, may_all, may_all, may_all,
                                      lock->permit == KP_PDF_PERMIT_VIEW ? qpdf_r3p_none : qpdf_r3p_full, QPDF_TRUE);
}

static GBytes *
write_locked (qpdf_data qpdf, GBytes *pdf, const KpPdfLock *lock)
{
  gsize n = 0;
  const char *bytes = g_bytes_get_data (pdf, &n);

  if ((qpdf_read_memory (qpdf, "PDF", bytes, n, NULL) & QPDF_ERRORS) != 0 ||
      (qpdf_init_write_memory (qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  set_encryption (qpdf, lock);
  if ((qpdf_write (qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

/**
 * kp_pdf_lock:
 * @pdf: a whole document
 * @lock: its passwords and permissions
 * @error: return location
 *
 * Encrypts a document with AES-256. May be called by any thread.
 *
 * Returns: (transfer full): the locked document, or %NULL with
 *   %KP_PDF_ERROR_WRITE for a password that can't be one, %KP_PDF_ERROR_LIBRARY
 *   when qpdf's library refused.
 */
GBytes *
kp_pdf_lock (GBytes *pdf, const KpPdfLock *lock, GError **error)
{
  qpdf_data qpdf;
  GBytes *locked;

  if (!check_password (lock->password, error) || !check_password (lock->owner_password, error))
    return NULL;

  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  locked = write_locked (qpdf, pdf, lock);
  if (locked == NULL)
    g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY, _ ("The document could not be encrypted: %s. Report this."),
                 qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)));
  qpdf_cleanup (&qpdf);
  return locked;
}
