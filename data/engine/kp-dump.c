/* kp-dump.c – the rows of a table as JSON and CSV that any program reads, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   {"table":"post","columns":["campaign","post","planned"],"rows":[
 *   ["yunling-2026","D01",3],
 *   ["yunling-2026","D02",null]
 *   ]}
 *
 * A row is a line, so that two archives can be compared by any tool. CSV is for people and tables: there an empty field is
 * both nothing and an empty text, so only JSON is read back. */

#include "kp-dump.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-server-account.h"
#include "kp-shape.h"

static void
set_shape (KpShape *shape, const KpTable *table)
{
  if (table != NULL)
    kp_shape_set_table (shape, table);
  else
    kp_shape_set_journal (shape);
}

static void
append_json_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_csv_text (GString *out, const char *text)
{
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_hex (GString *out, const KpValue *value)
{
  const guint8 *bytes = value->bytes;

  for (gsize i = 0; i < value->n_bytes; i++)
    g_string_append_printf (out, "%02x", bytes[i]);
}

/* Sealed in JSON, as it is stored and as it is read back; open in CSV, which is for people. */
static void
append_sealed (KpSeal *seal, GString *json, GString *csv, const KpTable *table, guint column, const KpValue *value)
{
  g_autofree char *plain = g_malloc0 (value->n_bytes + 1);
  gsize n = 0;

  append_json_text (json, value->bytes);
  if (kp_seal_open (seal, table->name, table->columns[column].name, value->bytes, value->n_bytes, plain, &n))
    append_csv_text (csv, plain);
}

static void
append_value (GString *json, GString *csv, const KpValue *value)
{
  switch (value->type)
    {
    case KP_VALUE_INT:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, value->number);
      g_string_append_printf (csv, "%" G_GINT64_FORMAT, value->number);
      break;
    case KP_VALUE_TEXT:
      append_json_text (json, value->bytes);
      append_csv_text (csv, value->bytes);
      break;
    case KP_VALUE_BLOB:
      g_string_append_c (json, '"');
      append_hex (json, value);
      g_string_append_c (json, '"');
      append_hex (csv, value);
      break;
    case KP_VALUE_NULL:
    default:
      g_string_append (json, "null");
      break;
    }
}

static void
append_head (GString *json, GString *csv, const KpShape *shape)
{
  g_string_append_printf (json, "{\"table\":\"%s\",\"columns\":[", shape->name);
  g_string_append (csv, "\xef\xbb\xbf");
  for (guint i = 0; i < shape->n_columns; i++)
    {
      g_string_append_printf (json, "%s\"%s\"", i > 0 ? "," : "", shape->columns[i]);
      g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", shape->columns[i]);
    }
  g_string_append (json, "],\"rows\":[");
  g_string_append (csv, "\r\n");
}

static gboolean
has_flag (const KpTable *table, guint column, KpColumnFlags flag)
{
  return table != NULL && (table->columns[column].flags & flag) != 0;
}

/* @table and @seal are nullable. */
static void
append_row (GString *json, GString *csv, const KpShape *shape, const KpTable *table, KpSeal *seal, KpStatement *row, gboolean is_first)
{
  g_string_append (json, is_first ? "\n[" : ",\n[");
  for (guint i = 0; i < shape->n_columns; i++)
    {
      KpValue value;

      kp_statement_get_value (row, i, &value);
      if (i > 0)
        {
          g_string_append_c (json, ',');
          g_string_append_c (csv, ',');
        }
      if (value.type == KP_VALUE_TEXT && has_flag (table, i, KP_COLUMN_SECRET))
        {
          append_json_text (json, value.bytes);
          append_csv_text (csv, "***");
        }
      else if (seal != NULL && value.type == KP_VALUE_TEXT && has_flag (table, i, KP_COLUMN_SEALED))
        append_sealed (seal, json, csv, table, i, &value);
      else
        append_value (json, csv, &value);
    }
  g_string_append_c (json, ']');
  g_string_append (csv, "\r\n");
}

/**
 * kp_dump_table:
 * @db: a record
 * @table: (nullable): which; %NULL = the journal
 * @campaign: whose rows
 * @json: appended to
 * @csv: appended to: UTF-8 with its mark, lines ended by CR and LF
 * @n_rows: (out): how many
 * @error: the engine's
 *
 * Sealed columns are open in CSV alone, and only where the key is there; keys and hashes of passwords stand in JSON alone.
 *
 * Returns: %TRUE when all rows are there, by their key
 */
gboolean
kp_dump_table (KpDatabase *db, const KpTable *table, const char *campaign, GString *json, GString *csv, gint64 *n_rows, GError **error)
{
  KpSeal *seal = kp_database_get_seal (db, campaign);
  KpShape shape;
  g_autoptr (KpStatement) rows = NULL;
  gboolean has_row = FALSE;

  set_shape (&shape, table);
  *n_rows = 0;
  if (table != NULL && !kp_server_check_may_read (db, table, campaign, error))
    return FALSE;
  append_head (json, csv, &shape);
  rows = kp_shape_open_rows (db, &shape, campaign, error);
  while (rows != NULL && kp_statement_step (rows, &has_row, error))
    {
      if (!has_row)
        {
          g_string_append (json, "\n]}\n");
          return TRUE;
        }
      append_row (json, csv, &shape, table, seal, rows, *n_rows == 0);
      ++*n_rows;
    }
  return FALSE;
}

/* ---- back ---- */

static gboolean
refuse (GError **error, const char *name)
{
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT, _ ("The table “%s” of the archive isn't as the program wrote it."), name);
  return FALSE;
}

static gboolean
has_columns (JsonObject *object, const KpShape *shape)
{
  JsonArray *columns = json_object_has_member (object, "columns") ? json_object_get_array_member (object, "columns") : NULL;

  if (columns == NULL || json_array_get_length (columns) != shape->n_columns
      || g_strcmp0 (json_object_get_string_member_with_default (object, "table", ""), shape->name) != 0)
    return FALSE;
  for (guint i = 0; i < shape->n_columns; i++)
    if (g_strcmp0 (json_array_get_string_element (columns, i), shape->columns[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
bind_hex (KpStatement *s, guint index, const char *hex)
{
  const gsize n = strlen (hex);
  g_autofree guint8 *bytes = g_malloc0 (n / 2 + 1);

  if (n % 2 != 0)
    return FALSE;
  for (gsize i = 0; i < n; i += 2)
    {
      const gint high = g_ascii_xdigit_value (hex[i]), low = g_ascii_xdigit_value (hex[i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i / 2] = (guint8) (high * 16 + low);
    }
  kp_statement_bind_blob (s, index, bytes, n / 2);
  return TRUE;
}

static gboolean
bind_node (KpStatement *s, guint index, JsonNode *node, gboolean is_hash)
{
  if (JSON_NODE_HOLDS_NULL (node))
    kp_statement_bind_null (s, index);
  else if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    kp_statement_bind_int (s, index, json_node_get_int (node));
  else if (json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  else if (is_hash)
    return bind_hex (s, index, json_node_get_string (node));
  else
    kp_statement_bind_text (s, index, json_node_get_string (node));
  return TRUE;
}

static gboolean
load_row (KpStatement *insert, const KpShape *shape, gboolean is_journal, JsonNode *node, GError **error)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (values == NULL || json_array_get_length (values) != shape->n_columns)
    return refuse (error, shape->name);
  for (guint i = 0; i < shape->n_columns; i++)
    {
      const gboolean is_hash = is_journal && g_str_has_suffix (shape->columns[i], "hash");

      if (!bind_node (insert, i + 1, json_array_get_element (values, i), is_hash))
        return refuse (error, shape->name);
    }
  return kp_statement_run (insert, NULL, error);
}

/**
 * kp_dump_load:
 * @db: a record with a transaction that writes
 * @table: (nullable): which; %NULL = the journal
 * @root: what kp_dump_table() wrote
 * @error: CORRUPT when it isn't that, CONSTRAINT, DISK
 *
 * Returns: %TRUE when every row is written
 */
gboolean
kp_dump_load (KpDatabase *db, const KpTable *table, JsonNode *root, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_autoptr (KpStatement) insert = NULL;
  JsonArray *rows = NULL;
  KpShape shape;

  set_shape (&shape, table);
  if (object == NULL || !has_columns (object, &shape) || !json_object_has_member (object, "rows")
      || !JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "rows")))
    return refuse (error, shape.name);
  rows = json_object_get_array_member (object, "rows");
  insert = kp_shape_prepare_insert (db, &shape, error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!load_row (insert, &shape, table == NULL, json_array_get_element (rows, i), error))
      return FALSE;
  return TRUE;
}

/**
 * kp_dump_load_head:
 * @db: a record into which kp_dump_load() wrote the journal
 * @campaign: whose
 * @error: the engine's
 *
 * Returns: %TRUE when the journal's head is its last row
 */
gboolean
kp_dump_load_head (KpDatabase *db, const char *campaign, GError **error)
{
  return kp_shape_write_head (db, campaign, error);
}
