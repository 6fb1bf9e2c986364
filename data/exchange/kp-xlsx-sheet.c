/* kp-xlsx-sheet.c – the rows of one sheet of an .xlsx workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The references (r="C7") tell where a row or a cell stands, because empty ones are left out; some writers
 * leave out the references instead, and then the next place counts. */

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "kp-cell-text.h"
#include "kp-exchange-error.h"
#include "kp-xlsx.h"
#include "kp-xml.h"

/* A cell while its row is read: texts are offsets, because the buffer may move. */
typedef struct
{
  KpCell cell;
  gssize text; /* offset in the buffer, −1 = cell.text is set */
  gssize raw;
} OpenCell;

typedef struct
{
  KpXmlState state;
  KpXlsx *xlsx;
  KpSheetRowFunc func;
  gpointer user_data;
  GArray *open;   /* OpenCell */
  GArray *cells;  /* KpCell */
  GArray *merges; /* KpSheetMerge */
  GString *buffer;
  gboolean in_row, in_cell, in_value;
  gboolean is_over; /* what follows the data may have tags of the same names */
  guint phonetic;
  guint row;
  gint last_column;
  guint column;
  guint style;
  char type[12];
  gsize value; /* where the value of the open cell begins in the buffer */
} Sheet;

static void
fail (Sheet *sheet, KpExchangeError code, const char *message)
{
  if (sheet->state.error == NULL)
    g_set_error (&sheet->state.error, KP_EXCHANGE_ERROR, (gint) code, _ ("Row %u: %s"), sheet->row, message);
}

static void
start_row (Sheet *sheet, const char **attributes)
{
  const char *reference = kp_xml_get_attribute (attributes, "r");
  gulong number = reference != NULL ? strtoul (reference, NULL, 10) : sheet->row + 1ul;

  if (number <= sheet->row || number > G_MAXUINT32)
    {
      fail (sheet, KP_EXCHANGE_ERROR_DAMAGED,
            _ ("The rows of the sheet are out of order. Save the workbook "
               "again as .xlsx."));
      return;
    }
  sheet->row = (guint) number;
  if (sheet->row > sheet->xlsx->limits.max_rows)
    fail (sheet, KP_EXCHANGE_ERROR_TOO_LARGE, _ ("The sheet has more rows than can be read. Divide it."));
  sheet->in_row = TRUE;
  sheet->last_column = -1;
  g_array_set_size (sheet->open, 0);
  g_string_truncate (sheet->buffer, 0);
}

static guint
parse_row (const char *reference)
{
  gulong row = strtoul (reference + strcspn (reference, "0123456789"), NULL, 10);

  return row <= G_MAXUINT32 ? (guint) row : 0;
}

static void
start_cell (Sheet *sheet, const char **attributes)
{
  const char *reference = kp_xml_get_attribute (attributes, "r");
  const char *type = kp_xml_get_attribute (attributes, "t");
  const char *style = kp_xml_get_attribute (attributes, "s");
  gint column = reference != NULL ? kp_cell_text_parse_column (reference) : sheet->last_column + 1;

  if (column <= sheet->last_column)
    fail (sheet, KP_EXCHANGE_ERROR_DAMAGED,
          _ ("The cells of a row are out of order. Save the workbook "
             "again as .xlsx."));
  else if ((guint) column >= sheet->xlsx->limits.max_columns)
    fail (sheet, KP_EXCHANGE_ERROR_TOO_LARGE,
          _ ("The sheet has more columns than can be read. Delete those "
             "not needed."));
  sheet->last_column = column;
  sheet->column = (guint) column;
  sheet->style = style != NULL ? (guint) strtoul (style, NULL, 10) : 0;
  g_strlcpy (sheet->type, type != NULL ? type : "n", sizeof sheet->type);
  sheet->value = sheet->buffer->len;
  sheet->in_cell = TRUE;
}

/* "D2:D5", behind the rows; what reaches over several columns is a title or a note. */
static void
take_merge (Sheet *sheet, const char *reference)
{
  const char *colon = reference != NULL ? strchr (reference, ':') : NULL;
  gint column = colon != NULL ? kp_cell_text_parse_column (reference) : -1;
  KpSheetMerge merge = { .column = (guint) column };

  if (column < 0 || kp_cell_text_parse_column (colon + 1) != column)
    return;
  merge.first_row = parse_row (reference);
  merge.last_row = parse_row (colon + 1);
  if (merge.first_row == 0 || merge.last_row <= merge.first_row)
    return;
  if (sheet->merges->len < sheet->xlsx->limits.max_rows)
    g_array_append_val (sheet->merges, merge);
  else if (sheet->state.error == NULL)
    g_set_error_literal (&sheet->state.error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE,
                         _ ("The sheet has more merged cells than can be read. Unmerge those not needed."));
}

static void
on_start_cb (gpointer user_data, const char *name, const char **attributes)
{
  Sheet *sheet = user_data;

  if (!sheet->in_row)
    {
      if (strcmp (name, "row") == 0 && !sheet->is_over)
        start_row (sheet, attributes);
      else if (sheet->is_over && strcmp (name, "mergeCell") == 0)
        take_merge (sheet, kp_xml_get_attribute (attributes, "ref"));
    }
  else if (strcmp (name, "c") == 0)
    start_cell (sheet, attributes);
  else if (!sheet->in_cell)
    return;
  else if (strcmp (name, "v") == 0)
    sheet->in_value = TRUE;
  else if (strcmp (name, "t") == 0)
    sheet->in_value = sheet->phonetic == 0;
  else if (strcmp (name, "rPh") == 0)
    sheet->phonetic++;
}

static void
on_text_cb (gpointer user_data, const char *text, gsize length)
{
  Sheet *sheet = user_data;

  if (!sheet->in_value || sheet->state.error != NULL)
    return;
  if (sheet->buffer->len - sheet->value + length > sheet->xlsx->limits.max_cell)
    fail (sheet, KP_EXCHANGE_ERROR_TOO_LARGE,
          _ ("A cell holds far more text than a list of applicants "
             "needs."));
  else
    g_string_append_len (sheet->buffer, text, (gssize) length);
}

static gboolean
style_is_date (Sheet *sheet)
{
  return sheet->style < sheet->xlsx->style_is_date->len &&
         g_array_index (sheet->xlsx->style_is_date, gboolean, sheet->style);
}

/* Appends a text behind the value, and gives its offset. */
static gssize
put_text (Sheet *sheet, const char *text)
{
  gsize at = sheet->buffer->len;

  g_string_append (sheet->buffer, text);
  g_string_append_c (sheet->buffer, '\0');
  return (gssize) at;
}

static void
take_date (Sheet *sheet, OpenCell *open, KpDate date)
{
  g_autofree char *iso = kp_date_dup_iso (date);

  open->cell.kind = KP_CELL_DATE;
  open->cell.date = date;
  open->text = put_text (sheet, iso);
}

static void
take_number (Sheet *sheet, OpenCell *open)
{
  const char *raw = sheet->buffer->str + sheet->value;
  KpDate date;

  if (style_is_date (sheet) && kp_cell_text_read_serial (raw, sheet->xlsx->from_1904, &date))
    take_date (sheet, open, date);
  else
    {
      g_autofree char *text = kp_cell_text_from_number (raw);

      open->cell.kind = KP_CELL_NUMBER;
      if (strcmp (text, raw) != 0)
        open->text = put_text (sheet, text);
    }
}

static void
take_shared (Sheet *sheet, OpenCell *open)
{
  gulong index = strtoul (sheet->buffer->str + sheet->value, NULL, 10);

  if (index >= sheet->xlsx->strings->len)
    {
      fail (sheet, KP_EXCHANGE_ERROR_DAMAGED,
            _ ("The workbook names a text that it does not hold. Save it "
               "again as .xlsx."));
      return;
    }
  open->cell.kind = KP_CELL_TEXT;
  open->text = -1;
  open->raw = -1;
  open->cell.text = open->cell.raw = g_ptr_array_index (sheet->xlsx->strings, index);
}

static void
take_iso_date (Sheet *sheet, OpenCell *open)
{
  g_autofree char *day = g_strndup (sheet->buffer->str + sheet->value, 10);
  KpDate date;

  if (kp_date_parse_iso (day, &date, NULL))
    take_date (sheet, open, date);
}

static void
end_cell (Sheet *sheet)
{
  OpenCell open = { .cell = { .column = sheet->column, .kind = KP_CELL_TEXT } };
  const char *type = sheet->type;

  sheet->in_cell = sheet->in_value = FALSE;
  if (sheet->buffer->len == sheet->value || sheet->state.error != NULL)
    return;
  if (strcmp (type, "str") == 0 || strcmp (type, "inlineStr") == 0)
    kp_cell_text_decode (sheet->buffer, sheet->value);
  g_string_append_c (sheet->buffer, '\0');
  open.text = open.raw = (gssize) sheet->value;
  if (strcmp (type, "s") == 0)
    take_shared (sheet, &open);
  else if (strcmp (type, "n") == 0)
    take_number (sheet, &open);
  else if (strcmp (type, "d") == 0)
    take_iso_date (sheet, &open);
  else if (strcmp (type, "e") == 0)
    open.cell.kind = KP_CELL_ERROR;
  else if (strcmp (type, "b") == 0)
    {
      open.cell.kind = KP_CELL_BOOL;
      open.text = put_text (sheet, sheet->buffer->str[sheet->value] == '1' ? "是" : "否");
    }
  g_array_append_val (sheet->open, open);
}

static void
end_row (Sheet *sheet)
{
  KpSheetRow row;

  sheet->in_row = FALSE;
  g_array_set_size (sheet->cells, 0);
  for (guint i = 0; i < sheet->open->len; i++)
    {
      OpenCell *open = &g_array_index (sheet->open, OpenCell, i);
      KpCell cell = open->cell;

      if (open->text >= 0)
        cell.text = sheet->buffer->str + open->text;
      if (open->raw >= 0)
        cell.raw = sheet->buffer->str + open->raw;
      if (*cell.text != '\0')
        g_array_append_val (sheet->cells, cell);
    }
  row = (KpSheetRow){ sheet->row, sheet->cells->len, (const KpCell *) sheet->cells->data };
  if (row.n_cells > 0 && sheet->state.error == NULL &&
      !sheet->func (&row, sheet->user_data, &sheet->state.error))
    sheet->state.stop = TRUE;
}

static void
on_end_cb (gpointer user_data, const char *name)
{
  Sheet *sheet = user_data;

  if (!sheet->in_row)
    {
      sheet->is_over = sheet->is_over || strcmp (name, "sheetData") == 0;
      return;
    }
  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    sheet->in_value = FALSE;
  else if (strcmp (name, "rPh") == 0)
    sheet->phonetic -= sheet->phonetic > 0 ? 1 : 0;
  else if (strcmp (name, "c") == 0)
    end_cell (sheet);
  else if (strcmp (name, "row") == 0)
    end_row (sheet);
}

static gint
compare_merges (gconstpointer a, gconstpointer b)
{
  const KpSheetMerge *left = a, *right = b;

  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  if (left->first_row != right->first_row)
    return left->first_row < right->first_row ? -1 : 1;
  return left->last_row < right->last_row ? -1 : left->last_row > right->last_row;
}

/**
 * kp_xlsx_read_sheet:
 * @xlsx: a workbook
 * @sheet: index
 * @func: gets each row that isn't empty
 * @user_data: for @func
 * @error: a #KpExchangeError, or that of @func
 *
 * Streams the rows of a sheet; formulas count by their stored value. When it comes to the end it leaves the
 * merged cells in the sheet.
 *
 * Returns: TRUE when read to the end or until @func had enough
 */
gboolean
kp_xlsx_read_sheet (KpXlsx *xlsx, guint sheet, KpSheetRowFunc func, gpointer user_data, GError **error)
{
  static const KpXmlHandlers handlers = { on_start_cb, on_end_cb, on_text_cb };
  KpXlsxSheet *entry = g_ptr_array_index (xlsx->sheets, sheet);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (OpenCell));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (KpCell));
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (KpSheetMerge));
  g_autoptr (GString) buffer = g_string_sized_new (4096);
  Sheet reading = { .xlsx = xlsx,
                    .func = func,
                    .user_data = user_data,
                    .open = open,
                    .cells = cells,
                    .merges = merges,
                    .buffer = buffer };

  g_clear_pointer (&entry->merges, g_array_unref);
  if (!kp_xml_read_part (xlsx->archive, entry->part, &handlers, &reading, &reading.state, error))
    return FALSE;
  if (!reading.state.stop && merges->len > 0)
    {
      g_array_sort (merges, compare_merges);
      entry->merges = g_steal_pointer (&merges);
    }
  return TRUE;
}
