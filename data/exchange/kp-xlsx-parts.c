/* kp-xlsx-parts.c – the shared strings and the cell styles of an .xlsx workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "kp-cell-text.h"
#include "kp-exchange-error.h"
#include "kp-xlsx.h"
#include "kp-xml.h"

#define MAX_STRINGS (64 * 1024 * 1024)

typedef struct
{
  KpXmlState state;
  KpXlsx *xlsx;
  GString *text;
  gboolean in_text;
  guint phonetic; /* <rPh>: the reading above a word, no part of it */
  guint64 total;
} Strings;

typedef struct
{
  KpXmlState state;
  KpXlsx *xlsx;
  GHashTable *date_formats; /* set of format ids that the workbook defines and that show a date */
  GHashTable *own_formats;
  gboolean in_cell_styles;
} Styles;

static void
on_string_start_cb (gpointer user_data, const char *name, const char **attributes G_GNUC_UNUSED)
{
  Strings *strings = user_data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (strings->text, 0);
  else if (strcmp (name, "rPh") == 0)
    strings->phonetic++;
  else if (strcmp (name, "t") == 0)
    strings->in_text = strings->phonetic == 0;
}

static void
on_string_end_cb (gpointer user_data, const char *name)
{
  Strings *strings = user_data;

  if (strcmp (name, "t") == 0)
    strings->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    strings->phonetic -= strings->phonetic > 0 ? 1 : 0;
  else if (strcmp (name, "si") == 0)
    {
      kp_cell_text_decode (strings->text, 0);
      g_ptr_array_add (
          strings->xlsx->strings,
          g_string_chunk_insert_len (strings->xlsx->chunk, strings->text->str, (gssize) strings->text->len));
    }
}

static void
on_string_text_cb (gpointer user_data, const char *text, gsize length)
{
  Strings *strings = user_data;

  if (!strings->in_text || strings->state.error != NULL)
    return;
  strings->total += length;
  if (strings->text->len + length > strings->xlsx->limits.max_cell || strings->total > MAX_STRINGS)
    g_set_error_literal (&strings->state.error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE,
                         _ ("The workbook holds a cell or texts far longer than a list of applicants needs. "
                            "It is not read."));
  else
    g_string_append_len (strings->text, text, (gssize) length);
}

/**
 * kp_xlsx_load_strings:
 * @xlsx: a workbook
 * @part: the name of the part
 * @error: a #KpExchangeError
 *
 * Reads the shared strings; runs of rich text are joined, phonetic readings dropped.
 *
 * Returns: whether it could; a missing part is none
 */
gboolean
kp_xlsx_load_strings (KpXlsx *xlsx, const char *part, GError **error)
{
  static const KpXmlHandlers handlers = { on_string_start_cb, on_string_end_cb, on_string_text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  Strings strings = { .xlsx = xlsx, .text = text };

  if (!kp_archive_has (xlsx->archive, part))
    return TRUE;
  return kp_xml_read_part (xlsx->archive, part, &handlers, &strings, &strings.state, error);
}

static void
take_format (Styles *styles, const char **attributes)
{
  const char *id = kp_xml_get_attribute (attributes, "numFmtId");
  const char *code = kp_xml_get_attribute (attributes, "formatCode");
  gpointer key;

  if (id == NULL || code == NULL)
    return;
  key = GUINT_TO_POINTER ((guint) strtoul (id, NULL, 10));
  g_hash_table_add (styles->own_formats, key);
  if (kp_cell_text_format_is_date (code))
    g_hash_table_add (styles->date_formats, key);
}

static void
take_style (Styles *styles, const char **attributes)
{
  const char *text = kp_xml_get_attribute (attributes, "numFmtId");
  guint id = text != NULL ? (guint) strtoul (text, NULL, 10) : 0;
  gboolean is_date;

  if (g_hash_table_contains (styles->own_formats, GUINT_TO_POINTER (id)))
    is_date = g_hash_table_contains (styles->date_formats, GUINT_TO_POINTER (id));
  else
    is_date = kp_cell_text_number_is_date (id);
  g_array_append_val (styles->xlsx->style_is_date, is_date);
}

static void
on_style_start_cb (gpointer user_data, const char *name, const char **attributes)
{
  Styles *styles = user_data;

  if (strcmp (name, "numFmt") == 0)
    take_format (styles, attributes);
  else if (strcmp (name, "cellXfs") == 0)
    styles->in_cell_styles = TRUE;
  else if (styles->in_cell_styles && strcmp (name, "xf") == 0)
    take_style (styles, attributes);
}

static void
on_style_end_cb (gpointer user_data, const char *name)
{
  Styles *styles = user_data;

  if (strcmp (name, "cellXfs") == 0)
    styles->in_cell_styles = FALSE;
}

static void
ignore_text (gpointer user_data G_GNUC_UNUSED, const char *text G_GNUC_UNUSED, gsize length G_GNUC_UNUSED)
{
}

/**
 * kp_xlsx_load_styles:
 * @xlsx: a workbook
 * @part: the name of the part
 * @error: a #KpExchangeError
 *
 * Finds out which cell styles show a number as a date.
 *
 * Returns: whether it could; a missing part is none
 */
gboolean
kp_xlsx_load_styles (KpXlsx *xlsx, const char *part, GError **error)
{
  static const KpXmlHandlers handlers = { on_style_start_cb, on_style_end_cb, ignore_text };
  g_autoptr (GHashTable) dates = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
  Styles styles = { .xlsx = xlsx, .date_formats = dates, .own_formats = own };

  if (!kp_archive_has (xlsx->archive, part))
    return TRUE;
  return kp_xml_read_part (xlsx->archive, part, &handlers, &styles, &styles.state, error);
}
