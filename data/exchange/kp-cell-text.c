/* kp-cell-text.c – the texts of spreadsheet cells: numbers, escapes, references, date formats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The only file where a decimal becomes a binary number and comes back, because that is what a spreadsheet
 * holds. Nothing is calculated with it: it is read, printed, and compared with what was read. */

#include "kp-cell-text.h"

#include <string.h>
#include <xlsxwriter.h>

#include "kp-normal.h"

/**
 * kp_cell_text_from_number:
 * @raw: a number as the file holds it, such as 78.499999999999996 or 1.9902235086E10
 *
 * The shortest decimal that is this very double: what a person typed. No arithmetic is done on it, only
 * reading and printing.
 *
 * Returns: (transfer full): the text; @raw itself when it isn't a number
 */
char *
kp_cell_text_from_number (const char *raw)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end = NULL;
  gdouble value;

  g_return_val_if_fail (raw != NULL, NULL);

  if (strlen (raw) <= 15 && raw[0] != '0' && strspn (raw, "0123456789") == strlen (raw))
    return g_strdup (raw);
  value = g_ascii_strtod (raw, &end);
  if (end == raw || *end != '\0' || !(value - value == 0))
    return g_strdup (raw);
  if (value > -1e15 && value < 1e15 && value == (gdouble) (gint64) value)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) value);
  for (guint digits = 15; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%ug", digits);

      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

/**
 * kp_cell_text_decode:
 * @text: a text of which a string cell begins at @from
 * @from: byte offset
 *
 * Replaces the escapes of ECMA-376 §22.9.2.19 (_x000D_ for a carriage return …) in place.
 *
 * Returns: whether there was one
 */
gboolean
kp_cell_text_decode (GString *text, gsize from)
{
  gboolean found = FALSE;
  char *p = text->str + from;

  while ((p = strstr (p, "_x")) != NULL)
    {
      gsize at = (gsize) (p - text->str);
      gunichar c = 0;
      guint n = 0;

      while (n < 4 && g_ascii_isxdigit (p[2 + n]))
        c = c * 16 + (gunichar) g_ascii_xdigit_value (p[2 + n++]);
      if (n == 4 && p[6] == '_' && c != 0 && g_unichar_validate (c))
        {
          char utf8[6];
          gint length = g_unichar_to_utf8 (c, utf8);

          g_string_erase (text, (gssize) at, 7);
          g_string_insert_len (text, (gssize) at, utf8, length);
          found = TRUE;
          p = text->str + at + length;
        }
      else
        p += 2;
    }
  return found;
}

/**
 * kp_cell_text_parse_column:
 * @reference: such as C7 or just C
 *
 * Returns: the column, 0 = A; −1 when there is none up to XFD
 */
gint
kp_cell_text_parse_column (const char *reference)
{
  gint column = 0;
  guint n = 0;

  for (; g_ascii_isalpha (reference[n]) && n < 4; n++)
    column = column * 26 + (g_ascii_toupper (reference[n]) - 'A' + 1);
  return n == 0 || n > 3 || column > 16384 ? -1 : column - 1;
}

/**
 * kp_cell_text_format_is_date:
 * @format: a number format such as yyyy"年"m"月"d"日";@
 *
 * Returns: whether it shows the day, month or year of a number; hours alone aren't a date
 */
gboolean
kp_cell_text_format_is_date (const char *format)
{
  gboolean has_month = FALSE, has_clock = FALSE;

  for (const char *p = format; *p != '\0' && *p != ';'; p++)
    {
      char c = g_ascii_tolower (*p);

      if (c == '"' || c == '[')
        {
          const char *close = strchr (p + 1, c == '"' ? '"' : ']');

          if (close == NULL)
            break;
          p = close;
        }
      else if ((c == '\\' || c == '_' || c == '*') && p[1] != '\0')
        p++;
      else if (c == 'y' || c == 'd')
        return TRUE;
      else if (c == 'm')
        has_month = TRUE;
      else if (c == 'h' || c == 's')
        has_clock = TRUE;
    }
  return has_month && !has_clock;
}

/**
 * kp_cell_text_number_is_date:
 * @format_id: a built-in number format of ECMA-376 §18.8.30
 *
 * Returns: whether it shows a date, in any language version
 */
gboolean
kp_cell_text_number_is_date (guint format_id)
{
  return (format_id >= 14 && format_id <= 17) || format_id == 22 || (format_id >= 27 && format_id <= 31) ||
         format_id == 36 || (format_id >= 50 && format_id <= 54) || format_id == 57 || format_id == 58;
}

/**
 * kp_cell_text_read_serial:
 * @raw: a number as the file holds it
 * @from_1904: the date system of the workbook
 * @date: (out): the day; the time of day is dropped
 *
 * Returns: FALSE when the number is no day
 */
gboolean
kp_cell_text_read_serial (const char *raw, gboolean from_1904, KpDate *date)
{
  char *end = NULL;
  gdouble value = g_ascii_strtod (raw, &end);

  if (end == raw || *end != '\0' || !(value >= 0 && value < 3e6))
    return FALSE;
  return kp_normal_date_from_serial ((gint64) value, from_1904, date);
}

/**
 * kp_cell_text_write_number:
 * @sheet: a sheet that is being written
 * @row: from 0
 * @column: from 0
 * @text: an exact decimal of at most 15 digits, or any other text
 * @format: (nullable): of the cell
 *
 * Writes a number cell that shows the very decimal; what isn't such a decimal (缺考) is written as text.
 */
void
kp_cell_text_write_number (
    struct lxw_worksheet *sheet, guint row, guint column, const char *text, struct lxw_format *format)
{
  const char *digits = *text == '-' ? text + 1 : text;
  char *end = NULL;
  gdouble value = g_ascii_strtod (text, &end);

  if (*digits != '\0' && *end == '\0' && strspn (digits, "0123456789.") == strlen (digits) &&
      strlen (digits) <= 15)
    worksheet_write_number (sheet, row, (lxw_col_t) column, value, format);
  else
    worksheet_write_string (sheet, row, (lxw_col_t) column, text, format);
}
