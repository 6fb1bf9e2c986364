/* kp-row-sheet.c – a sheet of one kind of row below one heading: the reading that the sheets of people share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-row-sheet.h"

#include <glib/gi18n-lib.h>

#include "kp-exchange-error.h"
#include "kp-normal.h"

struct _KpRowSheet
{
  GStringChunk *texts;
  char *digest;
  GArray *rows;
  GHashTable *keys; /* borrowed from texts */
};

typedef struct
{
  KpRowReading reading;
  const KpRowKind *kind;
} Pass;

static gboolean
has_any_text (KpRowReading *reading, const KpHeadingKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (*kp_row_reading_keep_cell (reading, i) != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
is_data (Pass *pass)
{
  const KpRowKind *kind = pass->kind;
  const KpHeading *heading = pass->reading.heading;
  const KpSheetRow *row = pass->reading.row;

  if (row->number <= heading->last_row)
    return FALSE;
  if (kind->takes_any)
    return !kp_heading_row_is_footer (row) && has_any_text (&pass->reading, kind->heading);
  return kp_heading_row_is_data (heading, row, kind->key, kind->name);
}

static gboolean
take_row (const KpSheetRow *row, gpointer user_data, GError **error)
{
  Pass *pass = user_data;

  pass->reading.row = row;
  return !is_data (pass) || pass->kind->take (&pass->reading, error);
}

/**
 * kp_row_sheet_read:
 * @path: a workbook or text table
 * @kind: what its rows are
 * @error: return location
 *
 * Finds the heading and hands every row of data below it to the kind's `take`, which adds it or refuses the
 * sheet.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpRowSheet *
kp_row_sheet_read (const char *path, const KpRowKind *kind, GError **error)
{
  g_autoptr (KpRowSheet) sheet = g_new0 (KpRowSheet, 1);
  g_autoptr (KpWorkbook) book = kp_workbook_open (path, &kp_workbook_default_limits, error);
  g_autoptr (KpHeading) heading = NULL;
  Pass pass;

  sheet->texts = g_string_chunk_new (4096);
  sheet->rows = g_array_new (FALSE, TRUE, (guint) kind->row_size);
  sheet->keys = g_hash_table_new (g_str_hash, g_str_equal);
  heading = book != NULL ? kp_heading_find (book, kind->heading, NULL, NULL, error) : NULL;
  if (heading == NULL)
    return NULL;
  sheet->digest = g_strdup (kp_workbook_get_digest (book));
  pass = (Pass){ { sheet, kind->heading->fields, heading, NULL }, kind };
  if (!kp_workbook_read_sheet (book, heading->sheet, take_row, &pass, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

/**
 * kp_row_sheet_free:
 * @sheet: (transfer full) (nullable): a sheet with all its rows
 */
void
kp_row_sheet_free (KpRowSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->keys, g_hash_table_unref);
  g_clear_pointer (&sheet->rows, g_array_unref);
  g_clear_pointer (&sheet->texts, g_string_chunk_free);
  g_free (sheet->digest);
  g_free (sheet);
}

/** kp_row_sheet_get_digest: SHA-256 of the file's bytes, 64 hex digits; borrowed from @sheet. */
const char *
kp_row_sheet_get_digest (const KpRowSheet *sheet)
{
  return sheet->digest;
}

/** kp_row_sheet_get_rows: the structs of the kind in the order of the sheet; borrowed from @sheet. */
gconstpointer
kp_row_sheet_get_rows (const KpRowSheet *sheet, guint *n_rows)
{
  *n_rows = sheet->rows->len;
  return sheet->rows->data;
}

/** kp_row_reading_add: a copy of @row, a struct of the kind, becomes the sheet's next row. */
void
kp_row_reading_add (KpRowReading *reading, gconstpointer row)
{
  g_array_append_vals (reading->sheet->rows, row, 1);
}

/** kp_row_reading_keep: @text for as long as the sheet lives. */
const char *
kp_row_reading_keep (KpRowReading *reading, const char *text)
{
  return g_string_chunk_insert_const (reading->sheet->texts, text);
}

/** kp_row_reading_keep_cell: the compact text of a cell, "" for none, for as long as the sheet lives. */
const char *
kp_row_reading_keep_cell (KpRowReading *reading, guint field)
{
  const KpCell *cell = kp_heading_get_cell (reading->heading, field, reading->row);
  g_autofree char *text = kp_normal_compact (cell != NULL ? cell->text : "");

  return kp_row_reading_keep (reading, text);
}

/** kp_row_reading_read_day: the day in a cell, none for an empty one; FALSE when it is no whole day. */
gboolean
kp_row_reading_read_day (KpRowReading *reading, guint field, KpDate *day)
{
  const KpCell *cell = kp_heading_get_cell (reading->heading, field, reading->row);
  const KpDateText text = kp_normal_date (cell != NULL ? cell->text : "", day);

  if (text == KP_DATE_TEXT_DAY)
    return TRUE;
  *day = KP_DATE_NONE;
  return text == KP_DATE_TEXT_EMPTY;
}

/** kp_row_reading_is_new: whether no earlier row has this @key, which belongs to the sheet; from now on one has. */
gboolean
kp_row_reading_is_new (KpRowReading *reading, const char *key)
{
  return g_hash_table_add (reading->sheet->keys, (gpointer) key);
}

/**
 * kp_row_reading_refuse_cell:
 * @reading: a row
 * @field: the cell
 * @error: return location
 *
 * For sheets of which a wrong cell keeps out every row.
 *
 * Returns: always %FALSE, with %KP_EXCHANGE_ERROR_READ that names row and column
 */
gboolean
kp_row_reading_refuse_cell (const KpRowReading *reading, guint field, GError **error)
{
  g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ,
               _ ("Row %u of the sheet: “%s” can't be read; correct it. Nothing of the sheet was taken in."),
               reading->row->number, reading->fields[field].title);
  return FALSE;
}
