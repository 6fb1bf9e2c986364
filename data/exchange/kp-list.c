/* kp-list.c – a list to publish or hand on, as .csv and .json.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The same list gives the same bytes: nothing here knows the time, and rows stay in the order in which they
 * came. */

#include "kp-list.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-list-private.h"

/**
 * kp_list_new:
 * @title: of the list, Chinese; "" for a table that begins with its heading
 * @subtitle: (nullable): second line, such as the post or the digest
 * @columns: what stands in them; copied
 * @n_columns: how many
 *
 * Returns: (transfer full): an empty list
 */
KpList *
kp_list_new (const char *title, const char *subtitle, const KpListColumn *columns, guint n_columns)
{
  KpList *list;

  g_return_val_if_fail (title != NULL && columns != NULL && n_columns > 0, NULL);

  list = g_new0 (KpList, 1);
  list->title = g_strdup (title);
  list->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  list->chunk = g_string_chunk_new (64 * 1024);
  list->columns = g_array_new (FALSE, FALSE, sizeof (KpListColumn));
  list->values = g_ptr_array_new ();
  list->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_columns; i++)
    {
      KpListColumn column = columns[i];

      column.key = g_string_chunk_insert (list->chunk, columns[i].key);
      column.title = g_string_chunk_insert (list->chunk, columns[i].title);
      g_array_append_val (list->columns, column);
    }
  return list;
}

/**
 * kp_list_free:
 * @list: (transfer full) (nullable): a list
 *
 * Frees it.
 */
void
kp_list_free (KpList *list)
{
  if (list == NULL)
    return;
  g_free (list->title);
  g_free (list->subtitle);
  g_array_unref (list->columns);
  g_ptr_array_unref (list->values);
  g_ptr_array_unref (list->notes);
  g_free (list->maker);
  g_free (list->source);
  g_string_chunk_free (list->chunk);
  g_free (list);
}

/**
 * kp_list_add_row:
 * @list: a list
 * @values: a text for each column, NULL for an empty one; copied
 *
 * Adds a row at the end.
 */
void
kp_list_add_row (KpList *list, const char *const *values)
{
  g_return_if_fail (list != NULL && values != NULL);

  for (guint i = 0; i < list->columns->len; i++)
    {
      const char *value = values[i] != NULL ? values[i] : "";

      g_ptr_array_add (list->values,
                       *value != '\0' ? g_string_chunk_insert_const (list->chunk, value) : (char *) "");
    }
}

/**
 * kp_list_add_note:
 * @list: a list
 * @note: a line below the rows, such as the digest of the scheme
 *
 * Adds a note; .csv has none, because a note isn't a row.
 */
void
kp_list_add_note (KpList *list, const char *note)
{
  g_return_if_fail (list != NULL && note != NULL);

  g_ptr_array_add (list->notes, g_strdup (note));
}

/** kp_list_get_columns: what stands in its columns. (transfer none) */
const KpListColumn *
kp_list_get_columns (KpList *list, guint *n_columns)
{
  *n_columns = list->columns->len;
  return (const KpListColumn *) (gpointer) list->columns->data;
}

/**
 * kp_list_get_n_rows:
 * @list: a list
 *
 * Returns: the number of rows
 */
guint
kp_list_get_n_rows (KpList *list)
{
  return list->values->len / list->columns->len;
}

/**
 * kp_list_get_value:
 * @list: a list
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the text, "" for an empty one
 */
const char *
kp_list_get_value (KpList *list, guint row, guint column)
{
  g_return_val_if_fail (row < kp_list_get_n_rows (list) && column < list->columns->len, "");

  return g_ptr_array_index (list->values, row * list->columns->len + column);
}

/**
 * kp_list_measure_text:
 * @text: UTF-8
 *
 * Returns: its width in half-width characters
 */
guint
kp_list_measure_text (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

/* What people typed may begin as a formula does, which a spreadsheet program would run: an apostrophe makes
 * it a text. A tab or a full-width sign at the beginning is skipped, or read as the sign, by some of them. */
static gboolean
may_be_formula (const char *value)
{
  if (*value == '\t' || *value == '\r' || g_str_has_prefix (value, "＝") || g_str_has_prefix (value, "＋") ||
      g_str_has_prefix (value, "－") || g_str_has_prefix (value, "＠"))
    return TRUE;
  return strchr ("=+-@", *value) != NULL && *value != '\0' &&
         strspn (value + 1, "0123456789.") < MAX (strlen (value + 1), 1);
}

static void
append_field (GString *csv, const char *value, gboolean is_last)
{
  g_autofree char *safe = may_be_formula (value) ? g_strconcat ("'", value, NULL) : NULL;

  if (safe != NULL)
    value = safe;
  if (strpbrk (value, ",\"\r\n") == NULL && *value != ' ')
    g_string_append (csv, value);
  else
    {
      g_string_append_c (csv, '"');
      for (const char *p = value; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (csv, '"');
          g_string_append_c (csv, *p);
        }
      g_string_append_c (csv, '"');
    }
  g_string_append (csv, is_last ? "\r\n" : ",");
}

/**
 * kp_list_to_csv:
 * @list: a list
 *
 * RFC 4180 in UTF-8 with a byte-order mark, without which spreadsheet programs read Chinese wrongly: the
 * column titles, then the rows. A text that would begin a formula gets an apostrophe before it.
 *
 * Returns: (transfer full): the file
 */
GBytes *
kp_list_to_csv (KpList *list)
{
  GString *csv = g_string_new ("\xef\xbb\xbf");
  guint n_columns = list->columns->len;

  for (guint i = 0; i < n_columns; i++)
    append_field (csv, g_array_index (list->columns, KpListColumn, i).title, i + 1 == n_columns);
  for (guint i = 0; i < list->values->len; i++)
    append_field (csv, g_ptr_array_index (list->values, i), (i + 1) % n_columns == 0);
  return g_string_free_to_bytes (csv);
}

static void
add_rows (KpList *list, JsonBuilder *builder)
{
  for (guint i = 0; i < kp_list_get_n_rows (list); i++)
    {
      json_builder_begin_object (builder);
      for (guint k = 0; k < list->columns->len; k++)
        {
          json_builder_set_member_name (builder, g_array_index (list->columns, KpListColumn, k).key);
          json_builder_add_string_value (builder, kp_list_get_value (list, i, k));
        }
      json_builder_end_object (builder);
    }
}

/**
 * kp_list_set_source:
 * @list: a list
 * @maker: who has it written
 * @source: one line: from which record and state of it, by whom, when
 *
 * A workbook has it in its properties and in the foot of its printed pages, JSON as a member: in no cell, so that a file that
 * is read in again reads as before. A text table has no place for it.
 */
void
kp_list_set_source (KpList *list, const char *maker, const char *source)
{
  g_free (list->maker);
  g_free (list->source);
  list->maker = g_strdup (maker);
  list->source = g_strdup (source);
}

/**
 * kp_list_to_json:
 * @list: a list
 *
 * {title, subtitle, source, columns: {key: title}, rows: [{key: text}], notes}. Numbers are texts too: an exact
 * decimal isn't a number of JSON.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *
kp_list_to_json (KpList *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, list->title);
  json_builder_set_member_name (builder, "subtitle");
  json_builder_add_string_value (builder, list->subtitle);
  if (list->source != NULL)
    {
      json_builder_set_member_name (builder, "source");
      json_builder_add_string_value (builder, list->source);
    }
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (guint i = 0; i < list->columns->len; i++)
    {
      json_builder_set_member_name (builder, g_array_index (list->columns, KpListColumn, i).key);
      json_builder_add_string_value (builder, g_array_index (list->columns, KpListColumn, i).title);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  add_rows (list, builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (list->notes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * kp_list_write_file:
 * @path: of the file
 * @data: its content
 * @length: in bytes
 * @error: %KP_EXCHANGE_ERROR_WRITE
 *
 * Replaces a file as a whole: on the disk when this returns, or untouched.
 *
 * Returns: whether it could
 */
gboolean
kp_list_write_file (const char *path, const char *data, gsize length, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (g_file_set_contents_full (path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &problem))
    return TRUE;
  g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE, _ ("The list cannot be written: %s."),
               problem->message);
  return FALSE;
}

/**
 * kp_list_save:
 * @list: a list
 * @path: ends in .csv, .json or .xlsx
 * @error: %KP_EXCHANGE_ERROR_WRITE
 *
 * Writes the file in the form that its name asks for. Either the whole file is there afterwards or what was
 * there before.
 *
 * Returns: whether it could
 */
gboolean
kp_list_save (KpList *list, const char *path, GError **error)
{
  g_autofree char *lower = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (list != NULL && path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".csv"))
    bytes = kp_list_to_csv (list);
  else if (g_str_has_suffix (lower, ".json"))
    bytes = kp_list_to_json (list);
  else if (g_str_has_suffix (lower, ".xlsx"))
    bytes = kp_list_to_xlsx (list, error);
  else
    g_set_error_literal (
        error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE,
        _ ("A list is written as .xlsx, .csv or .json. Give the file one of these endings."));
  if (bytes == NULL)
    return FALSE;
  return kp_list_write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
