/* test-pdf-lock.c – documents with a password: who opens them, and what is permitted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-pdf-error.h"
#include "kp-pdf-file.h"
#include "kp-pdf-lock.h"
#include "kp-test-paper.h"

#define TEXT "劳动合同𠮷"
#define PASSWORD "云岭2026"

static GBytes *
draw (void)
{
  static const KpTextStyle song = { KP_FONT_SONG, KP_PT (18), 0, KP_INK_BLACK };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, "劳动合同");
  GBytes *bytes;

  kp_sheet_add_page (sheet, KP_PAPER_A4);
  kp_sheet_text (sheet, &song, KP_MM (20), KP_MM (40), TEXT);
  bytes = kp_sheet_dup_bytes (sheet, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Locks a document and writes it. (transfer full): its path */
static char *
save_locked (const KpPdfLock *lock, const KpTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = draw ();
  g_autoptr (GBytes) locked = kp_pdf_lock (plain, lock, &error);
  char *path = kp_test_folder_dup_file (folder, "locked.pdf");

  g_assert_no_error (error);
  g_assert_true (kp_pdf_file_write (path, locked, &error));
  return path;
}

static int
run (const char *const *argv, char **output)
{
  int status = -1;
  g_autofree char *said = kp_test_run (argv, &status);

  if (output != NULL)
    *output = g_steal_pointer (&said);
  return status;
}

static void
test_password_opens (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = save_locked (&(KpPdfLock){ .password = PASSWORD }, folder);
  g_autofree char *text = NULL;
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_assert_cmpint (run ((const char *[]){ "qpdf", "--password=" PASSWORD, "--check", path, NULL }, NULL), ==, 0);
  g_assert_cmpint (run ((const char *[]){ "pdftotext", "-raw", "-upw", PASSWORD, path, "-", NULL }, &text), ==, 0);
  kp_test_assert_contains (text, TEXT);
  g_assert_cmpint (run ((const char *[]){ "qpdf", "--check", path, NULL }, NULL), !=, 0);
  g_assert_cmpint (run ((const char *[]){ "pdftotext", "-upw", "other", path, "-", NULL }, NULL), !=, 0);
  /* The title is no longer to be read either. */
  bytes = kp_test_read (path, &n);
  g_assert_null (memmem (bytes, n, "/Title <feff52b3", 16));
}

typedef struct
{
  const char *name;
  KpPdfPermit permit;
  const char *extract;
  const char *print;
} PermitCase;

static const PermitCase permits[] = {
  { "all", KP_PDF_PERMIT_ALL, "extract for any purpose: allowed", "print high resolution: allowed" },
  { "print", KP_PDF_PERMIT_PRINT, "extract for any purpose: not allowed", "print high resolution: allowed" },
  { "view", KP_PDF_PERMIT_VIEW, "extract for any purpose: not allowed", "print low resolution: not allowed" },
};

/* Without a password to open it, as a published list: AES-256, and what is permitted. */
static void
test_permits (gconstpointer data)
{
  const PermitCase *row = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = save_locked (&(KpPdfLock){ .permit = row->permit }, folder);
  g_autofree char *output = NULL;

  g_assert_cmpint (run ((const char *[]){ "qpdf", "--show-encryption", path, NULL }, &output), ==, 0);
  kp_test_assert_contains (output, "R = 6");
  kp_test_assert_contains (output, "AESv3");
  kp_test_assert_contains (output, row->extract);
  kp_test_assert_contains (output, row->print);
  kp_test_assert_contains (output, "modify anything: ");
  g_assert_cmpint (run ((const char *[]){ "qpdf", "--check", path, NULL }, NULL), ==, 0);
}

static void
test_owner_may_all (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  const KpPdfLock lock = { PASSWORD, "the owner", KP_PDF_PERMIT_VIEW };
  g_autofree char *path = save_locked (&lock, folder);
  g_autofree char *output = NULL;

  run ((const char *[]){ "qpdf", "--password=the owner", "--show-encryption", path, NULL }, &output);
  kp_test_assert_contains (output, "Supplied password is owner password");
}

static void
test_impossible_password (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = draw ();

  g_assert_null (kp_pdf_lock (plain, &(KpPdfLock){ .password = data }, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE);
}

static void
test_no_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) none = g_bytes_new_static ("no PDF at all", 13);

  g_assert_null (kp_pdf_lock (none, &(KpPdfLock){ .password = PASSWORD }, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY);
}

int
main (int argc, char *argv[])
{
  g_autofree char *longest = g_strnfill (128, 'x');

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (permits); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/lock/permits/", permits[i].name, NULL);

      g_test_add_data_func (path, &permits[i], test_permits);
    }
  g_test_add_data_func ("/pdf/lock/password/empty", "", test_impossible_password);
  g_test_add_data_func ("/pdf/lock/password/too-long", longest, test_impossible_password);
  g_test_add_data_func ("/pdf/lock/password/no-utf-8", "\xff\xfe", test_impossible_password);
  g_test_add_func ("/pdf/lock/no-document", test_no_document);
  g_test_add_func ("/pdf/lock/owner-may-all", test_owner_may_all);
  g_test_add_func ("/pdf/lock/password-opens", test_password_opens);
  return g_test_run ();
}
