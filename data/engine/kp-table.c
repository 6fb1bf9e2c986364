/* kp-table.c – reads rows of declared tables into plain structs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-table-private.h"

/**
 * kp_table_get_n_key:
 * @table: a table
 *
 * The key columns lead the table, the campaign first.
 *
 * Returns: how many there are, the campaign included
 */
guint
kp_table_get_n_key (const KpTable *table)
{
  guint n = 0;

  while (n < table->n_columns && (table->columns[n].flags & KP_COLUMN_KEY) != 0)
    n++;
  g_assert (n > 0 && table->n_columns <= KP_TABLE_MAX_COLUMNS);
  return n;
}

/**
 * kp_table_make_select:
 * @table: a table
 * @tail: what follows "WHERE campaign = $1"
 *
 * Returns: (transfer full): the SQL
 */
GString *
kp_table_make_select (const KpTable *table, const char *tail)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (i > 0)
        g_string_append (sql, ", ");
      g_string_append (sql, table->columns[i].name);
    }
  g_string_append_printf (sql, " FROM %s WHERE campaign = $1 %s", table->name, tail);
  return sql;
}

/**
 * kp_table_append_key_match:
 * @table: a table
 * @sql: appended to: " AND key = $2 …" for the key columns after the campaign
 */
void
kp_table_append_key_match (const KpTable *table, GString *sql)
{
  guint n_key = kp_table_get_n_key (table);

  for (guint i = 1; i < n_key; i++)
    g_string_append_printf (sql, " AND %s = $%u", table->columns[i].name, i + 1);
}

/**
 * kp_table_bind_record:
 * @table: the record's table
 * @s: a statement whose $1 … $n are the table's columns in order
 * @record: its texts are borrowed until the statement is bound anew or released
 * @n: how many columns to bind
 */
void
kp_table_bind_record (const KpTable *table, KpStatement *s, gconstpointer record, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const KpColumn *column = &table->columns[i];
      KpValue value = { KP_VALUE_NULL, 0, NULL, 0 };

      if (column->type == KP_COLUMN_TYPE_INT)
        {
          value.number = G_STRUCT_MEMBER (gint64, record, column->offset);
          value.type = value.number == KP_NO_INT ? KP_VALUE_NULL : KP_VALUE_INT;
        }
      else
        {
          const char *text = G_STRUCT_MEMBER (const char *, record, column->offset);

          value.type = text == NULL ? KP_VALUE_NULL : KP_VALUE_TEXT;
          value.bytes = text;
          value.n_bytes = text == NULL ? 0 : strlen (text);
        }
      kp_statement_bind_value (s, i + 1, &value);
    }
}

/* Struct and texts in one block: one allocation for a row, one free. */
static gpointer
pack (const KpTable *table, const KpValue *values)
{
  gsize size = table->record_size;
  char *record = NULL;
  char *end = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    if (values[i].type == KP_VALUE_TEXT)
      size += values[i].n_bytes + 1;
  record = g_malloc (size);
  memset (record, 0, table->record_size);
  end = record + table->record_size;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const KpColumn *column = &table->columns[i];

      if (column->type == KP_COLUMN_TYPE_INT)
        {
          G_STRUCT_MEMBER (gint64, record, column->offset) =
              values[i].type == KP_VALUE_INT ? values[i].number : KP_NO_INT;
        }
      else if (values[i].type == KP_VALUE_TEXT)
        {
          memcpy (end, values[i].bytes, values[i].n_bytes);
          end[values[i].n_bytes] = '\0';
          G_STRUCT_MEMBER (const char *, record, column->offset) = end;
          end += values[i].n_bytes + 1;
        }
    }
  return record;
}

/**
 * kp_table_is_sealed:
 * @table: a table
 *
 * Returns: whether a column of it is sealed
 */
gboolean
kp_table_is_sealed (const KpTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & KP_COLUMN_SEALED) != 0)
      return TRUE;
  return FALSE;
}

/**
 * kp_table_find_seal:
 * @db: the record
 * @table: a table
 * @campaign: whose rows
 * @seal: (out) (transfer none) (nullable): the key; %NULL where @table has no sealed column
 * @error: LOCKED
 *
 * Returns: %FALSE when @table has sealed columns and the key isn't there
 */
gboolean
kp_table_find_seal (KpDatabase *db, const KpTable *table, const char *campaign, KpSeal **seal, GError **error)
{
  *seal = NULL;
  if (!kp_table_is_sealed (table))
    return TRUE;
  *seal = kp_database_get_seal (db, campaign);
  return *seal != NULL || kp_data_error_set (error, KP_DATA_ERROR_LOCKED, NULL);
}

/**
 * kp_table_seal_record:
 * @table: the record's table
 * @seal: the campaign's key
 * @record: the row as people see it
 * @stored: (out caller-allocates): the row as it is stored; its texts lie in @record and @room
 * @room: for the sealed values; what it held is forgotten
 */
void
kp_table_seal_record (const KpTable *table, const KpSeal *seal, gconstpointer record, gpointer stored, GString *room)
{
  gsize at[KP_TABLE_MAX_COLUMNS];
  g_autoptr (GString) row = NULL;

  g_string_truncate (room, 0);
  memcpy (stored, record, table->record_size);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const KpColumn *column = &table->columns[i];
      const char *plain = NULL;

      if ((column->flags & KP_COLUMN_SEALED) == 0)
        continue;
      plain = G_STRUCT_MEMBER (const char *, record, column->offset);
      at[i] = room->len;
      if (plain == NULL)
        continue;
      if ((column->flags & KP_COLUMN_FEW_WORDS) != 0 && row == NULL)
        {
          row = g_string_new (NULL);
          kp_canon_append_key (row, table, record);
        }
      kp_seal_close (seal, table->name, column->name, (column->flags & KP_COLUMN_FEW_WORDS) != 0 ? row->str : NULL, plain, room);
      g_string_append_c (room, '\0');
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      const KpColumn *column = &table->columns[i];

      if ((column->flags & KP_COLUMN_SEALED) != 0 && G_STRUCT_MEMBER (const char *, record, column->offset) != NULL)
        G_STRUCT_MEMBER (const char *, stored, column->offset) = room->str + at[i];
    }
}

static gsize
measure_sealed (const KpTable *table, const KpValue *values)
{
  gsize size = 0;

  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & KP_COLUMN_SEALED) != 0 && values[i].type == KP_VALUE_TEXT)
      size += values[i].n_bytes;
  return size;
}

/* The value isn't told: only where it is. */
static gboolean
fail_changed (const KpTable *table, const char *column, GError **error)
{
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT,
               _ ("%s: a protected value (%s) was changed outside of Kaopin. “kaopin verify” names the entry; go on with the "
                  "newest backup."),
               table->title, column);
  return FALSE;
}

static gboolean
open_values (const KpTable *table, const KpSeal *seal, KpValue *values, char *room, GError **error)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const gsize n_sealed = values[i].n_bytes;

      if ((table->columns[i].flags & KP_COLUMN_SEALED) == 0 || values[i].type != KP_VALUE_TEXT)
        continue;
      if (!kp_seal_open (seal, table->name, table->columns[i].name, values[i].bytes, n_sealed, room, &values[i].n_bytes))
        return fail_changed (table, table->columns[i].name, error);
      values[i].bytes = room;
      room += n_sealed;
    }
  return TRUE;
}

/**
 * kp_table_read:
 * @table: a table
 * @s: a statement of kp_table_make_select() that stands on a row
 * @seal: (nullable): opens sealed columns; without it they are given as they are stored
 * @error: CORRUPT when one doesn't open
 *
 * Returns: (transfer full) (nullable): the row as a record
 */
gpointer
kp_table_read (const KpTable *table, KpStatement *s, const KpSeal *seal, GError **error)
{
  KpValue values[KP_TABLE_MAX_COLUMNS];
  g_autofree char *room = NULL;

  g_assert (table->n_columns <= KP_TABLE_MAX_COLUMNS);
  for (guint i = 0; i < table->n_columns; i++)
    kp_statement_get_value (s, i, &values[i]);
  if (seal != NULL)
    {
      room = g_malloc (measure_sealed (table, values) + 1);
      if (!open_values (table, seal, values, room, error))
        return NULL;
    }
  return pack (table, values);
}

/**
 * kp_table_open_value:
 * @db: the record
 * @table: whose column it is
 * @campaign: whose row
 * @row: a statement that stands on a row and has a column @column
 * @column: a sealed column of @table
 * @room: (inout): gets the value and a 0; nothing for NULL
 * @error: LOCKED, CORRUPT
 *
 * For who reads few columns of many rows.
 *
 * Returns: %FALSE when it doesn't open
 */
gboolean
kp_table_open_value (KpDatabase *db,
                     const KpTable *table,
                     const char *campaign,
                     KpStatement *row,
                     const char *column,
                     GByteArray *room,
                     GError **error)
{
  const char *sealed = kp_statement_get_text (row, column);
  const KpSeal *seal = kp_database_get_seal (db, campaign);
  gsize n = 0;

  g_byte_array_set_size (room, sealed != NULL ? (guint) strlen (sealed) : 0);
  if (sealed == NULL)
    return TRUE;
  if (seal == NULL)
    return kp_data_error_set (error, KP_DATA_ERROR_LOCKED, NULL);
  if (!kp_seal_open (seal, table->name, column, sealed, room->len, (char *) room->data, &n))
    return fail_changed (table, column, error);
  g_byte_array_set_size (room, (guint) n + 1);
  return TRUE;
}

/**
 * kp_record_copy:
 * @table: the record's table
 * @record: a record, also one whose texts lie elsewhere
 *
 * Returns: (transfer full): a copy in one block, freed by kp_record_free()
 */
gpointer
kp_record_copy (const KpTable *table, gconstpointer record)
{
  KpValue values[KP_TABLE_MAX_COLUMNS];

  g_assert (table->n_columns <= KP_TABLE_MAX_COLUMNS);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const KpColumn *column = &table->columns[i];
      const char *text = NULL;

      values[i] = (KpValue){ KP_VALUE_INT, 0, NULL, 0 };
      if (column->type == KP_COLUMN_TYPE_INT)
        {
          values[i].number = G_STRUCT_MEMBER (gint64, record, column->offset);
          continue;
        }
      text = G_STRUCT_MEMBER (const char *, record, column->offset);
      values[i].type = text == NULL ? KP_VALUE_NULL : KP_VALUE_TEXT;
      values[i].bytes = text;
      values[i].n_bytes = text == NULL ? 0 : strlen (text);
    }
  return pack (table, values);
}

/**
 * kp_record_free:
 * @record: (transfer full) (nullable): a record that came from here; its texts go with it
 */
void
kp_record_free (gpointer record)
{
  g_free (record);
}

static gboolean
bind_sealed (KpDatabase *db, KpStatement *s, guint index, const char *campaign, const KpBind *bind, GError **error)
{
  g_autoptr (GString) sealed = g_string_new (NULL);
  const KpSeal *seal = kp_database_get_seal (db, campaign);

  if (seal == NULL)
    return kp_data_error_set (error, KP_DATA_ERROR_LOCKED, NULL);
  kp_seal_close (seal, bind->table, bind->column, NULL, bind->text, sealed);
  kp_statement_bind_text (s, index, sealed->str);
  return TRUE;
}

/**
 * kp_table_open_rows:
 * @db: the record
 * @sql: of kp_table_make_select()
 * @campaign: $1
 * @binds: (array length=n_binds) (nullable): $2 and on
 * @n_binds: their number
 * @error: LOCKED, the engine's
 *
 * Returns: (transfer full) (nullable): the statement with its values, to be stepped
 */
KpStatement *
kp_table_open_rows (KpDatabase *db,
                    const GString *sql,
                    const char *campaign,
                    const KpBind *binds,
                    guint n_binds,
                    GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (db, sql->str, error);

  if (s == NULL)
    return NULL;
  kp_statement_bind_text (s, 1, campaign);
  for (guint i = 0; i < n_binds; i++)
    {
      if (binds[i].table != NULL && binds[i].text != NULL)
        {
          if (!bind_sealed (db, s, i + 2, campaign, &binds[i], error))
            return NULL;
        }
      else if (binds[i].is_text)
        kp_statement_bind_text (s, i + 2, binds[i].text);
      else
        kp_statement_bind_int (s, i + 2, binds[i].number);
    }
  return g_steal_pointer (&s);
}

static gboolean
read_each (const KpTable *table,
           KpStatement *s,
           const KpSeal *seal,
           KpRecordFunc func,
           gpointer user_data,
           GError **error)
{
  kp_statement_set_streaming (s);
  while (TRUE)
    {
      g_autofree gpointer record = NULL;
      gboolean has_row = FALSE;

      if (!kp_statement_step (s, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      record = kp_table_read (table, s, seal, error);
      if (record == NULL || !func (record, user_data, error))
        return FALSE;
    }
}

/**
 * kp_table_each:
 * @db: the record
 * @table: which table
 * @campaign: whose rows
 * @tail: what follows "WHERE campaign = $1", e.g. "AND post = $2 ORDER BY ticket"
 * @binds: (array length=n_binds) (nullable): $2 and on
 * @n_binds: their number
 * @func: called for each row; must not use @db
 * @user_data: for @func
 * @error: the engine's, or @func's
 *
 * Reads a long table row by row; a record is valid during the call of @func only.
 *
 * Returns: %FALSE when reading failed or @func returned %FALSE
 */
gboolean
kp_table_each (KpDatabase *db,
               const KpTable *table,
               const char *campaign,
               const char *tail,
               const KpBind *binds,
               guint n_binds,
               KpRecordFunc func,
               gpointer user_data,
               GError **error)
{
  g_autoptr (GString) sql = kp_table_make_select (table, tail);
  g_autoptr (KpStatement) s = kp_table_open_rows (db, sql, campaign, binds, n_binds, error);
  KpSeal *seal = NULL;

  return s != NULL && kp_table_find_seal (db, table, campaign, &seal, error)
         && read_each (table, s, seal, func, user_data, error);
}

/**
 * kp_table_each_stored:
 * @db: the record
 * @table: which table
 * @campaign: whose rows
 * @func: called for each row; must not use @db
 * @user_data: for @func
 * @error: the engine's, or @func's
 *
 * Reads all rows with their sealed columns as they are stored, and so without the campaign's key.
 *
 * Returns: %FALSE when reading failed or @func returned %FALSE
 */
gboolean
kp_table_each_stored (KpDatabase *db,
                      const KpTable *table,
                      const char *campaign,
                      KpRecordFunc func,
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (GString) sql = kp_table_make_select (table, "");
  g_autoptr (KpStatement) s = kp_table_open_rows (db, sql, campaign, KP_NO_BINDS, error);

  return s != NULL && read_each (table, s, NULL, func, user_data, error);
}

/**
 * kp_table_find:
 * @db: the record
 * @table: which table
 * @campaign: whose row
 * @key: (array length=n_key) (nullable): the values of the key columns after the campaign, in declared order
 * @n_key: their number; all of them are needed
 * @record: (out) (transfer full) (nullable): a pointer to the record's pointer; %NULL when there is no such
 * row
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be read; a row that is absent is no error
 */
gboolean
kp_table_find (KpDatabase *db,
               const KpTable *table,
               const char *campaign,
               const KpBind *key,
               guint n_key,
               gpointer record,
               GError **error)
{
  g_autoptr (GString) sql = kp_table_make_select (table, "");
  g_autoptr (KpStatement) s = NULL;
  KpSeal *seal = NULL;
  gboolean has_row = FALSE;

  g_return_val_if_fail (n_key + 1 == kp_table_get_n_key (table), FALSE);

  *(gpointer *) record = NULL;
  kp_table_append_key_match (table, sql);
  s = kp_table_open_rows (db, sql, campaign, key, n_key, error);
  if (s == NULL || !kp_table_find_seal (db, table, campaign, &seal, error) || !kp_statement_step (s, &has_row, error))
    return FALSE;
  if (has_row)
    *(gpointer *) record = kp_table_read (table, s, seal, error);
  return !has_row || *(gpointer *) record != NULL;
}

/**
 * kp_table_count:
 * @db: the record
 * @table: which table
 * @campaign: whose rows
 * @tail: what follows "WHERE campaign = $1"
 * @binds: (array length=n_binds) (nullable): $2 and on
 * @n_binds: their number
 * @count: (out): how many rows fit
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_table_count (KpDatabase *db,
                const KpTable *table,
                const char *campaign,
                const char *tail,
                const KpBind *binds,
                guint n_binds,
                gint64 *count,
                GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  g_string_printf (sql, "SELECT count(*) AS n FROM %s WHERE campaign = $1 %s", table->name, tail);
  s = kp_table_open_rows (db, sql, campaign, binds, n_binds, error);
  if (s == NULL || !kp_statement_step (s, &has_row, error))
    return FALSE;
  *count = kp_statement_get_int (s, "n");
  return TRUE;
}
