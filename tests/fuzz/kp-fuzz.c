/* kp-fuzz.c – what fuzz targets share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fuzz.h"

#include <string.h>

#include "kp-registration.h"
#include "kp-test.h"
#include "kp-workbook.h"

/* The folder is removed with the program, whichever way that ends. */
static KpTestFolder *folder;

static void
remove_folder (void)
{
  g_clear_pointer (&folder, kp_test_folder_free);
}

char *
kp_fuzz_dup_path (const char *name)
{
  if (folder == NULL)
    {
      folder = kp_test_folder_new ();
      atexit (remove_folder);
    }
  return kp_test_folder_dup_file (folder, name);
}

char *
kp_fuzz_write (const char *name, gconstpointer data, gsize size)
{
  char *path = kp_fuzz_dup_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, size > 0 ? data : "", (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

void
kp_fuzz_check (gboolean is_done, GError **error)
{
  g_assert_true (is_done == (*error == NULL));
  if (*error != NULL)
    {
      g_assert_cmpstr ((*error)->message, !=, "");
      if (!g_utf8_validate ((*error)->message, -1, NULL))
        g_error ("this is no text: %s", (*error)->message);
    }
  g_clear_error (error);
}

/* ---- workbooks ---- */

/* What the header promises of a row. */
static gboolean
check_row (const KpSheetRow *row, gpointer data, GError **error G_GNUC_UNUSED)
{
  guint *n_rows = data;

  g_assert_cmpuint (row->number, >, 0);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_true (g_utf8_validate (row->cells[i].text, -1, NULL));
      g_assert_true (g_utf8_validate (row->cells[i].raw, -1, NULL));
      g_assert_true (row->cells[i].kind != KP_CELL_EMPTY);
      g_assert_true (i == 0 || row->cells[i].column > row->cells[i - 1].column);
      g_assert_true (kp_sheet_row_get_cell (row, row->cells[i].column) == &row->cells[i]);
    }
  *n_rows += 1;
  return *n_rows < 100000;
}

static void
read_sheets (GBytes *bytes, const KpWorkbookLimits *limits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWorkbook) book = kp_workbook_open_bytes (bytes, limits, &error);
  const guint n_sheets = book != NULL ? kp_workbook_get_n_sheets (book) : 0;

  kp_fuzz_check (book != NULL, &error);
  for (guint i = 0; i < n_sheets; i++)
    {
      guint n_rows = 0;
      guint n_merges = 0;
      const gboolean is_read = kp_workbook_read_sheet (book, i, check_row, &n_rows, &error);

      g_assert_true (g_utf8_validate (kp_workbook_get_sheet_name (book, i), -1, NULL));
      kp_fuzz_check (is_read, &error);
      kp_workbook_get_merges (book, i, &n_merges);
    }
}

static void
read_registrations (GBytes *bytes)
{
  const KpRegistrationOptions options = { .sheet = NULL };
  const KpRegistrationPost posts[] = { { "A01", "城关街道社区工作者", "城关街道" }, { "A02", "社区工作者", "河东街道" } };
  const KpDate latest = { 2008, 3, 31 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, &options, &error);
  const KpRegistrationRow *rows;
  guint n_rows = 0;

  kp_fuzz_check (book != NULL, &error);
  if (book == NULL)
    return;
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), &latest, NULL, NULL);
  rows = kp_registration_book_get_rows (book, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_true (g_utf8_validate (rows[i].registration.name, -1, NULL));
      g_assert_true (rows[i].verdict == KP_REGISTRATION_OK || rows[i].n_faults > 0);
      for (guint k = 0; k < rows[i].n_faults; k++)
        g_assert_true (g_utf8_validate (rows[i].faults[k].message, -1, NULL));
    }
}

void
kp_fuzz_read_book (const uint8_t *data, size_t size)
{
  KpWorkbookLimits limits = kp_workbook_default_limits;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  /* Big enough for each way through the reader, and small enough that thousands are tried in a minute. */
  limits.max_unzipped = 16 * 1024 * 1024;
  limits.max_rows = 20000;
  read_sheets (bytes, &limits);
  read_registrations (bytes);
}
