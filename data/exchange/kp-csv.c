/* kp-csv.c – rows of a text table, whatever its encoding and separator.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RFC 4180 with what spreadsheet programs add: ; or a tab or | for the comma, a first line "sep=;", ="0012"
 * to keep zeros. A row is a record, so a line break within quotes doesn't count, as in the spreadsheet
 * program itself. */

#include "kp-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-exchange-error.h"

typedef struct
{
  const char *at;
  const char *end;
  char separator;
  const KpWorkbookLimits *limits;
  GArray *fields; /* gsize: where in the buffer each field of the row begins */
  GString *buffer;
  GArray *cells; /* KpCell */
  guint row;
} Csv;

static char *
convert (const char *data, gsize size, const char *charset, gsize *length, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *text = g_convert (data, (gssize) size, "UTF-8", charset, NULL, length, &problem);

  if (text == NULL)
    g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_ENCODING,
                         _ ("The text is neither Unicode nor GB 18030. Save it again as “CSV UTF-8” or as "
                            ".xlsx."));
  return text;
}

/**
 * kp_csv_decode:
 * @bytes: a text file
 * @length: (out): of the text, in bytes
 * @error: %KP_EXCHANGE_ERROR_ENCODING or %KP_EXCHANGE_ERROR_KIND
 *
 * Recognises UTF-8 with or without a byte-order mark, UTF-16 with one, and GB 18030. GBK is never asked: it
 * lacks characters that names have, and GB 18030 holds all of it.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8 without the mark
 */
char *
kp_csv_decode (GBytes *bytes, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = NULL;

  if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = convert (data + 2, size - 2, "UTF-16LE", length, error);
  else if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = convert (data + 2, size - 2, "UTF-16BE", length, error);
  else
    {
      gsize skip = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

      if (memchr (data, '\0', size) == NULL && g_utf8_validate (data + skip, (gssize) (size - skip), NULL))
        {
          *length = size - skip;
          text = g_strndup (data + skip, *length);
        }
      else if (memchr (data, '\0', size) == NULL)
        text = convert (data, size, "GB18030", length, error);
      else
        g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND,
                             _ ("The file is neither a workbook nor a text table. Save the list as .xlsx or "
                                "CSV."));
    }
  if (text != NULL && memchr (text, '\0', *length) != NULL)
    {
      g_clear_pointer (&text, g_free);
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND,
                           _ ("The file is neither a workbook nor a text table. Save the list as .xlsx or "
                              "CSV."));
    }
  return text;
}

/* The separator that stands most often outside quotes in the first lines. */
static char
find_separator (const char *at, const char *end)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  guint count[G_N_ELEMENTS (separators)] = { 0 };
  guint lines = 0, best = 0;
  gboolean is_quoted = FALSE;

  for (; at < end && lines < 20; at++)
    {
      if (*at == '"')
        is_quoted = !is_quoted;
      else if (*at == '\n')
        lines++;
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        count[i] += !is_quoted && *at == separators[i] ? 1 : 0;
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (count[i] > count[best])
      best = i;
  return separators[best];
}

static gboolean
set_row_error (Csv *csv, KpExchangeError code, const char *message, GError **error)
{
  g_set_error (error, KP_EXCHANGE_ERROR, (gint) code, _ ("Row %u: %s"), csv->row, message);
  return FALSE;
}

/* A whole file that is one cell isn't copied to find that out. */
static gboolean
is_too_long (const Csv *csv, gsize start)
{
  return csv->buffer->len - start > csv->limits->max_cell;
}

static gboolean
read_quoted (Csv *csv, gsize start, GError **error)
{
  for (csv->at++; csv->at < csv->end && !is_too_long (csv, start); csv->at++)
    {
      if (*csv->at == '"' && csv->at + 1 < csv->end && csv->at[1] == '"')
        csv->at++;
      else if (*csv->at == '"')
        {
          csv->at++;
          return TRUE;
        }
      g_string_append_c (csv->buffer, *csv->at);
    }
  if (is_too_long (csv, start))
    return TRUE;
  return set_row_error (csv, KP_EXCHANGE_ERROR_DAMAGED, _ ("A quotation mark is opened and never closed."),
                        error);
}

static gboolean
read_field (Csv *csv, GError **error)
{
  gsize start = csv->buffer->len;

  g_array_append_val (csv->fields, start);
  if (csv->at < csv->end && *csv->at == '"' && !read_quoted (csv, start, error))
    return FALSE;
  while (csv->at < csv->end && !is_too_long (csv, start) && *csv->at != csv->separator && *csv->at != '\n' &&
         *csv->at != '\r')
    g_string_append_c (csv->buffer, *csv->at++);
  if (is_too_long (csv, start))
    return set_row_error (csv, KP_EXCHANGE_ERROR_TOO_LARGE,
                          _ ("A cell holds far more text than a list of "
                             "applicants needs."),
                          error);
  if (csv->fields->len > csv->limits->max_columns)
    return set_row_error (csv, KP_EXCHANGE_ERROR_TOO_LARGE,
                          _ ("The sheet has more columns than can be read. Delete those not needed."), error);
  g_string_append_c (csv->buffer, '\0');
  return TRUE;
}

static gboolean
read_record (Csv *csv, GError **error)
{
  gboolean goes_on = TRUE;

  g_array_set_size (csv->fields, 0);
  g_string_truncate (csv->buffer, 0);
  csv->row++;
  if (csv->row > csv->limits->max_rows)
    return set_row_error (csv, KP_EXCHANGE_ERROR_TOO_LARGE,
                          _ ("The sheet has more rows than can be read. "
                             "Divide it."),
                          error);
  while (goes_on)
    {
      if (!read_field (csv, error))
        return FALSE;
      goes_on = csv->at < csv->end && *csv->at == csv->separator;
      csv->at += goes_on ? 1 : 0;
    }
  if (csv->at < csv->end && *csv->at == '\r')
    csv->at++;
  if (csv->at < csv->end && *csv->at == '\n')
    csv->at++;
  return TRUE;
}

/* ="0012" is how a text is kept from becoming a number. */
static char *
unwrap (char *text)
{
  gsize length = strlen (text);

  if (length < 3 || text[0] != '=' || text[1] != '"' || text[length - 1] != '"')
    return text;
  text[length - 1] = '\0';
  return text + 2;
}

static void
fill_row (Csv *csv, KpSheetRow *row)
{
  g_array_set_size (csv->cells, 0);
  for (guint i = 0; i < csv->fields->len; i++)
    {
      char *text = unwrap (csv->buffer->str + g_array_index (csv->fields, gsize, i));
      KpCell cell = { .column = i, .kind = KP_CELL_TEXT, .text = text, .raw = text };

      if (*text != '\0')
        g_array_append_val (csv->cells, cell);
    }
  *row = (KpSheetRow){ csv->row, csv->cells->len, (const KpCell *) csv->cells->data };
}

static void
take_separator_line (Csv *csv)
{
  if (csv->end - csv->at >= 5 && g_ascii_strncasecmp (csv->at, "sep=", 4) == 0 &&
      (csv->end - csv->at == 5 || csv->at[5] == '\r' || csv->at[5] == '\n'))
    csv->separator = csv->at[4];
  else
    csv->separator = find_separator (csv->at, csv->end);
}

/**
 * kp_csv_read:
 * @text: valid UTF-8
 * @length: in bytes
 * @limits: what is too much
 * @func: gets each row that isn't empty
 * @user_data: for @func
 * @error: a #KpExchangeError, or that of @func
 *
 * Streams the records of a text table; the separator is found by counting.
 *
 * Returns: TRUE when read to the end or until @func had enough
 */
gboolean
kp_csv_read (const char *text,
             gsize length,
             const KpWorkbookLimits *limits,
             KpSheetRowFunc func,
             gpointer user_data,
             GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (KpCell));
  g_autoptr (GString) buffer = g_string_sized_new (4096);
  Csv csv = { text, text + length, ',', limits, fields, buffer, cells, 0 };

  take_separator_line (&csv);
  while (csv.at < csv.end)
    {
      g_autoptr (GError) problem = NULL;
      KpSheetRow row;

      if (!read_record (&csv, error))
        return FALSE;
      fill_row (&csv, &row);
      if (row.n_cells > 0 && !func (&row, user_data, &problem))
        {
          if (problem == NULL)
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
  return TRUE;
}
