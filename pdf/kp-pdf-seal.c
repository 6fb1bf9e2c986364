/* kp-pdf-seal.c – tells a document that the program wrote from one that was changed, and which paper it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The seal stands in the trailer: HMAC-SHA-256, by a key that only the record has, over the digest of all other bytes of
 * the file. So the record need not keep every file that was ever printed, and nobody without it can change one. A
 * program that saves the file anew makes other bytes of it even where it changed nothing: such a copy is no proof. */

#include "kp-pdf-seal.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "kp-pdf-error.h"

#define SEAL_DIGITS 64

/**
 * kp_pdf_seal_dup:
 * @digest: SHA-256 of the document without its seal, lower-case hex
 * @key: the record's own
 *
 * Returns: (transfer full): the seal, 64 hex digits
 */
char *
kp_pdf_seal_dup (const char *digest, const char *key)
{
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key), digest, -1);
}

static const char *
find_last (const char *bytes, gsize n, const char *mark)
{
  const gsize length = strlen (mark);

  for (gsize i = n < length ? 0 : n - length + 1; i > 0; i--)
    if (memcmp (bytes + i - 1, mark, length) == 0)
      return bytes + i - 1;
  return NULL;
}

/**
 * kp_pdf_seal_fits:
 * @pdf: a whole file
 * @key: the record's own
 *
 * Returns: whether it is byte for byte what the program once wrote with this key
 */
gboolean
kp_pdf_seal_fits (GBytes *pdf, const char *key)
{
  gsize n = 0;
  const char *bytes = g_bytes_get_data (pdf, &n);
  const char *mark = find_last (bytes, n, KP_PDF_SEAL_MARK);
  const char *seal = mark != NULL ? mark + strlen (KP_PDF_SEAL_MARK) : NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *right = NULL;

  if (seal == NULL || (gsize) (bytes + n - seal) < SEAL_DIGITS)
    return FALSE;
  g_checksum_update (sum, (const guchar *) bytes, seal - bytes);
  g_checksum_update (sum, (const guchar *) seal + SEAL_DIGITS, bytes + n - seal - SEAL_DIGITS);
  right = kp_pdf_seal_dup (g_checksum_get_string (sum), key);
  return memcmp (seal, right, SEAL_DIGITS) == 0;
}

static gboolean
fail_unreadable (qpdf_data qpdf, GError **error)
{
  if (qpdf_has_error (qpdf) && qpdf_get_error_code (qpdf, qpdf_get_error (qpdf)) == qpdf_e_password)
    g_set_error_literal (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY,
                         _ ("The document is locked with a password; type the check code that is printed on the paper."));
  else
    g_set_error_literal (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY,
                         _ ("The file is no PDF document, or it is damaged."));
  return FALSE;
}

/* qpdf_get_info_key() would hand out the bytes of UTF-16 as they are. */
static char *
dup_info (qpdf_data qpdf, const char *key)
{
  const qpdf_oh info = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info");
  const qpdf_oh value = qpdf_oh_is_dictionary (qpdf, info) ? qpdf_oh_get_key (qpdf, info, key) : qpdf_oh_new_null (qpdf);

  return qpdf_oh_is_string (qpdf, value) ? g_strdup (qpdf_oh_get_utf8_value (qpdf, value)) : NULL;
}

/**
 * kp_pdf_paper_read:
 * @pdf: a file
 * @out: (out caller-allocates): what its information says about the paper
 * @error: return location
 *
 * Returns: %TRUE also for a document of another program, which says nothing; %FALSE with %KP_PDF_ERROR_LIBRARY for what is
 *   no PDF, is damaged or locked
 */
gboolean
kp_pdf_paper_read (GBytes *pdf, KpPdfPaper *out, GError **error)
{
  gsize n = 0;
  const char *bytes = g_bytes_get_data (pdf, &n);
  qpdf_data qpdf = qpdf_init ();
  gboolean is_read;

  *out = (KpPdfPaper){ .code = NULL };
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  is_read = (qpdf_read_memory (qpdf, "PDF", bytes, n, NULL) & QPDF_ERRORS) == 0;
  if (is_read)
    {
      out->code = dup_info (qpdf, "/" KP_PDF_PAPER_KEY);
      out->journal = dup_info (qpdf, "/" KP_PDF_JOURNAL_KEY);
    }
  else
    fail_unreadable (qpdf, error);
  qpdf_cleanup (&qpdf);
  return is_read;
}

/**
 * kp_pdf_paper_clear:
 * @paper: what was read
 *
 * Frees its texts.
 */
void
kp_pdf_paper_clear (KpPdfPaper *paper)
{
  g_clear_pointer (&paper->code, g_free);
  g_clear_pointer (&paper->journal, g_free);
}
