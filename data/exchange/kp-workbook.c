/* kp-workbook.c – rows of an .xlsx or .csv file, one after the other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every file can come from outside, so what it is is told by its first bytes, never by its name, and it is
 * read whole into memory first: nobody can change it between the look and the reading, and its digest is that
 * of what was read. */

#include "kp-workbook.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-csv.h"
#include "kp-exchange-error.h"
#include "kp-xlsx.h"

const KpWorkbookLimits kp_workbook_default_limits = {
  .max_file = 128 * 1024 * 1024,
  .max_unzipped = 512 * 1024 * 1024,
  .max_ratio = 200,
  .max_entries = 4000,
  .max_rows = 1048576,
  .max_columns = 16384,
  .max_cell = 256 * 1024,
};

struct _KpWorkbook
{
  KpWorkbookLimits limits;
  char *digest;
  KpXlsx *xlsx;
  char *text; /* of a CSV file */
  gsize length;
};

static gboolean
begins_with (const char *data, gsize size, const char *magic, gsize length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

static gboolean
holds (const char *data, gsize size, const char *words, gsize length)
{
  return memmem (data, size, words, length) != NULL;
}

/* An old .xls and an encrypted .xlsx are both OLE2 files; the latter has a stream named EncryptedPackage, in
 * UTF-16. */
static void
set_ole_error (const char *data, gsize size, GError **error)
{
  static const char package[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (holds (data, size, package, sizeof package))
    g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_ENCRYPTED,
                         _ ("The workbook is protected by a password. Save it again without one."));
  else
    g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND,
                         _ ("The file is an old .xls workbook or another old document. Save it as .xlsx."));
}

/* What a file certainly isn't: FALSE with the reason. */
static gboolean
may_be_table (const char *data, gsize size, GError **error)
{
  static const struct
  {
    const char *magic;
    gsize length;
  } others[] = {
    { "%PDF", 4 },     { "\x89PNG", 4 }, { "\xff\xd8\xff", 3 },
    { "GIF8", 4 },     { "Rar!", 4 },    { "7z\xbc\xaf", 4 },
    { "\x1f\x8b", 2 }, { "{\\rtf", 5 },  { "SQLite format 3", 15 },
  };
  gsize head = MIN (size, 1024);

  if (size == 0)
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_EMPTY, _ ("The file is empty."));
      return FALSE;
    }
  if (begins_with (data, size, "\xd0\xcf\x11\xe0", 4))
    {
      set_ole_error (data, size, error);
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (begins_with (data, size, others[i].magic, others[i].length))
      {
        g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND,
                             _ ("The file is neither a workbook nor a text table. Save the list as .xlsx or "
                                "CSV."));
        return FALSE;
      }
  if (holds (data, head, "<html", 5) || holds (data, head, "<?xml", 5) || holds (data, head, "<table", 6) ||
      holds (data, head, "<!DOCTYPE", 9))
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND,
                           _ ("The file is a web page, whatever its name says. Open it in a spreadsheet "
                              "program and save it as .xlsx."));
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_workbook_open_bytes:
 * @bytes: the content of a file
 * @limits: (nullable): what is too much, NULL for kp_workbook_default_limits
 * @error: a #KpExchangeError
 *
 * Returns: (transfer full) (nullable): the workbook, its sheets not read yet
 */
KpWorkbook *
kp_workbook_open_bytes (GBytes *bytes, const KpWorkbookLimits *limits, GError **error)
{
  g_autoptr (KpWorkbook) book = NULL;
  gsize size;
  const char *data;
  gboolean is_zip;

  g_return_val_if_fail (bytes != NULL, NULL);

  book = g_new0 (KpWorkbook, 1);
  book->limits = limits != NULL ? *limits : kp_workbook_default_limits;
  data = g_bytes_get_data (bytes, &size);
  is_zip = begins_with (data, size, "PK\x03\x04", 4) || begins_with (data, size, "PK\x05\x06", 4);
  if (!is_zip && !may_be_table (data, size, error))
    return NULL;
  book->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (is_zip)
    book->xlsx = kp_xlsx_open (bytes, &book->limits, error);
  else
    book->text = kp_csv_decode (bytes, &book->length, error);
  return book->xlsx != NULL || book->text != NULL ? g_steal_pointer (&book) : NULL;
}

static gboolean
may_load (const char *path, const KpWorkbookLimits *limits, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ, _ ("The file cannot be opened: %s."),
                   g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ,
                           _ ("This is a folder or a "
                              "device, not a file."));
      return FALSE;
    }
  if ((guint64) info.st_size > limits->max_file)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("The file is larger than %u MB. Delete pictures and unused sheets and save it again."),
                   (guint) (limits->max_file >> 20));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_named_workbook (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".xlsm") ||
         g_str_has_suffix (lower, ".xls");
}

/**
 * kp_workbook_open:
 * @path: of the file
 * @limits: (nullable): what is too much, NULL for kp_workbook_default_limits
 * @error: a #KpExchangeError; the path isn't in the message, because file names hold names of people
 *
 * Reads a file and recognises what it is. A text that calls itself .xlsx is refused: it is a workbook that
 * got lost.
 *
 * Returns: (transfer full) (nullable): the workbook, its sheets not read yet
 */
KpWorkbook *
kp_workbook_open (const char *path, const KpWorkbookLimits *limits, GError **error)
{
  g_autoptr (KpWorkbook) book = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;
  gsize size = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (!may_load (path, limits != NULL ? limits : &kp_workbook_default_limits, error))
    return NULL;
  if (!g_file_get_contents (path, &data, &size, NULL))
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ, _ ("The file cannot be opened: %s."),
                   g_strerror (errno));
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  book = kp_workbook_open_bytes (bytes, limits, error);
  if (book != NULL && book->xlsx == NULL && is_named_workbook (path))
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND,
                           _ ("The file is named as a workbook but holds plain text. Save it as .xlsx, or "
                              "name it .csv."));
      return NULL;
    }
  return g_steal_pointer (&book);
}

/**
 * kp_workbook_free:
 * @book: (transfer full) (nullable): a workbook
 *
 * Closes it.
 */
void
kp_workbook_free (KpWorkbook *book)
{
  if (book == NULL)
    return;
  kp_xlsx_free (book->xlsx);
  g_free (book->text);
  g_free (book->digest);
  g_free (book);
}

/**
 * kp_workbook_get_digest:
 * @book: a workbook
 *
 * Returns: (transfer none): SHA-256 of the file, lower-case hex
 */
const char *
kp_workbook_get_digest (KpWorkbook *book)
{
  return book->digest;
}

/**
 * kp_workbook_get_n_sheets:
 * @book: a workbook
 *
 * Returns: the number of sheets, at least 1; a text table is one
 */
guint
kp_workbook_get_n_sheets (KpWorkbook *book)
{
  return book->xlsx != NULL ? book->xlsx->sheets->len : 1;
}

/**
 * kp_workbook_get_sheet_name:
 * @book: a workbook
 * @sheet: index
 *
 * Returns: (transfer none): the name on the tab, "" for a text table
 */
const char *
kp_workbook_get_sheet_name (KpWorkbook *book, guint sheet)
{
  return book->xlsx != NULL ? ((KpXlsxSheet *) g_ptr_array_index (book->xlsx->sheets, sheet))->name : "";
}

/**
 * kp_workbook_sheet_is_hidden:
 * @book: a workbook
 * @sheet: index
 *
 * Returns: whether people don't see this sheet
 */
gboolean
kp_workbook_sheet_is_hidden (KpWorkbook *book, guint sheet)
{
  return book->xlsx != NULL && ((KpXlsxSheet *) g_ptr_array_index (book->xlsx->sheets, sheet))->is_hidden;
}

/**
 * kp_workbook_read_sheet:
 * @book: a workbook
 * @sheet: index
 * @func: gets each row that isn't empty, with its number in the sheet
 * @user_data: for @func
 * @error: a #KpExchangeError, or that of @func
 *
 * Streams the rows of one sheet. What @func got counts only when this returns TRUE: a part is known to be
 * whole at its end.
 *
 * Returns: TRUE when read to the end or until @func had enough
 */
gboolean
kp_workbook_read_sheet (
    KpWorkbook *book, guint sheet, KpSheetRowFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (book != NULL && sheet < kp_workbook_get_n_sheets (book), FALSE);

  if (book->xlsx != NULL)
    return kp_xlsx_read_sheet (book->xlsx, sheet, func, user_data, error);
  return kp_csv_read (book->text, book->length, &book->limits, func, user_data, error);
}

/**
 * kp_workbook_get_merges:
 * @book: a workbook
 * @sheet: index
 * @n_merges: (out): how many
 *
 * What kp_workbook_read_sheet() found behind the rows when it last read this sheet to its end; only merges of
 * one column and several rows, at most as many as a sheet may have rows. A text table has none.
 *
 * Returns: (transfer none) (nullable): by column, then by row
 */
const KpSheetMerge *
kp_workbook_get_merges (KpWorkbook *book, guint sheet, guint *n_merges)
{
  GArray *merges;

  g_return_val_if_fail (book != NULL && sheet < kp_workbook_get_n_sheets (book), NULL);

  *n_merges = 0;
  if (book->xlsx == NULL)
    return NULL;
  merges = ((KpXlsxSheet *) g_ptr_array_index (book->xlsx->sheets, sheet))->merges;
  if (merges == NULL)
    return NULL;
  *n_merges = merges->len;
  return (const KpSheetMerge *) merges->data;
}

/**
 * kp_sheet_row_get_cell:
 * @row: a row
 * @column: 0 = A
 *
 * Returns: (transfer none) (nullable): the cell, NULL when it is empty
 */
const KpCell *
kp_sheet_row_get_cell (const KpSheetRow *row, guint column)
{
  guint low = 0, high = row->n_cells;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (row->cells[middle].column == column)
        return &row->cells[middle];
      if (row->cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
