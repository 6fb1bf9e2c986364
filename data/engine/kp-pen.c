/* kp-pen.c – the prepared statements with which a ledger writes one table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-pen.h"

#include "kp-engine.h"
#include "kp-table-private.h"

struct _KpPen
{
  KpDatabase *db;
  const KpTable *table;
  guint n_key;
  int version; /* the place of the VERSION column, -1 without */
  gboolean is_sealed;
  gpointer stored; /* (nullable): the last record as it was written, its texts in the record and in room */
  GString *room;   /* (nullable) */
  KpStatement *insert;
  KpStatement *select;
  KpStatement *update;
  KpStatement *remove;
};

static int
find_version (const KpTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & KP_COLUMN_VERSION) != 0)
      return (int) i;
  return -1;
}

/**
 * kp_pen_new:
 * @db: the record
 * @table: what it writes
 *
 * Returns: (transfer full): freed by kp_pen_free()
 */
KpPen *
kp_pen_new (KpDatabase *db, const KpTable *table)
{
  KpPen *pen = g_new0 (KpPen, 1);

  pen->db = db;
  pen->table = table;
  pen->n_key = kp_table_get_n_key (table);
  pen->version = find_version (table);
  pen->is_sealed = kp_table_is_sealed (table);
  return pen;
}

/**
 * kp_pen_free:
 * @pen: (transfer full): gives its statements back
 */
void
kp_pen_free (gpointer pen)
{
  KpPen *self = pen;

  g_clear_pointer (&self->insert, kp_statement_release);
  g_clear_pointer (&self->select, kp_statement_release);
  g_clear_pointer (&self->update, kp_statement_release);
  g_clear_pointer (&self->remove, kp_statement_release);
  g_free (self->stored);
  if (self->room != NULL)
    g_string_free (self->room, TRUE);
  g_free (self);
}

/**
 * kp_pen_get_table:
 * @pen: a pen
 *
 * Returns: what it writes
 */
const KpTable *
kp_pen_get_table (const KpPen *pen)
{
  return pen->table;
}

/**
 * kp_pen_get_version:
 * @pen: a pen
 * @record: a record of its table
 *
 * Returns: (transfer none) (nullable): the record's VERSION member; %NULL when the table has none
 */
gint64 *
kp_pen_get_version (const KpPen *pen, gpointer record)
{
  if (pen->version < 0)
    return NULL;
  return (gint64 *) G_STRUCT_MEMBER_P (record, pen->table->columns[pen->version].offset);
}

static gboolean
prepare_insert (KpPen *pen, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (", pen->table->name);
  for (guint i = 0; i < pen->table->n_columns; i++)
    {
      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", pen->table->columns[i].name);
      g_string_append_printf (places, "%s$%u", i > 0 ? ", " : "", i + 1);
    }
  g_string_append_printf (sql, ") VALUES (%s)", places->str);
  pen->insert = kp_database_prepare (pen->db, sql->str, error);
  return pen->insert != NULL;
}

/* $n is the table's column n in all of them, so that one binding serves. */
static gboolean
prepare_change (KpPen *pen, GError **error)
{
  const KpTable *table = pen->table;
  g_autoptr (GString) select = kp_table_make_select (table, "");
  g_autoptr (GString) update = g_string_new (NULL);
  g_autoptr (GString) remove = g_string_new (NULL);

  g_string_printf (update, "UPDATE %s SET ", table->name);
  for (guint i = pen->n_key; i < table->n_columns; i++)
    g_string_append_printf (update, "%s%s = $%u", i > pen->n_key ? ", " : "", table->columns[i].name, i + 1);
  g_string_append (update, " WHERE campaign = $1");
  g_string_printf (remove, "DELETE FROM %s WHERE campaign = $1", table->name);
  kp_table_append_key_match (table, select);
  kp_table_append_key_match (table, update);
  kp_table_append_key_match (table, remove);

  pen->select = kp_database_prepare (pen->db, select->str, error);
  if (pen->select == NULL)
    return FALSE;
  pen->remove = kp_database_prepare (pen->db, remove->str, error);
  if (pen->remove == NULL)
    return FALSE;
  if (table->n_columns > pen->n_key)
    pen->update = kp_database_prepare (pen->db, update->str, error);
  return table->n_columns == pen->n_key || pen->update != NULL;
}

/* Sets kp_pen_get_stored(). */
static gboolean
seal (KpPen *pen, gconstpointer record, GError **error)
{
  const char *campaign = G_STRUCT_MEMBER (const char *, record, pen->table->columns[0].offset);
  KpSeal *key = NULL;

  if (!pen->is_sealed)
    return TRUE;
  if (!kp_table_find_seal (pen->db, pen->table, campaign, &key, error))
    return FALSE;
  if (pen->stored == NULL)
    {
      pen->stored = g_malloc0 (pen->table->record_size);
      pen->room = g_string_new (NULL);
    }
  kp_table_seal_record (pen->table, key, record, pen->stored, pen->room);
  return TRUE;
}

/**
 * kp_pen_get_stored:
 * @pen: a pen that has just written @record
 * @record: the row as people see it
 *
 * Returns: (transfer none): the row as it is stored, until @pen writes again or @record is freed
 */
gconstpointer
kp_pen_get_stored (const KpPen *pen, gconstpointer record)
{
  return pen->is_sealed ? pen->stored : record;
}

/**
 * kp_pen_insert:
 * @pen: a pen
 * @record: the new row
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
kp_pen_insert (KpPen *pen, gconstpointer record, GError **error)
{
  if (pen->insert == NULL && !prepare_insert (pen, error))
    return FALSE;
  if (!seal (pen, record, error))
    return FALSE;
  kp_table_bind_record (pen->table, pen->insert, kp_pen_get_stored (pen, record), pen->table->n_columns);
  return kp_statement_run (pen->insert, NULL, error);
}

/**
 * kp_pen_load:
 * @pen: a pen
 * @key: a record whose key members name the row
 * @stored: (out) (transfer full) (nullable): the row as it is; %NULL when there is none
 * @error: the engine's
 *
 * Must come before kp_pen_update() and kp_pen_remove().
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_pen_load (KpPen *pen, gconstpointer key, gpointer *stored, GError **error)
{
  const char *campaign = G_STRUCT_MEMBER (const char *, key, pen->table->columns[0].offset);
  KpSeal *opener = NULL;
  gboolean has_row = FALSE;

  *stored = NULL;
  if (pen->select == NULL && !prepare_change (pen, error))
    return FALSE;
  if (!kp_table_find_seal (pen->db, pen->table, campaign, &opener, error))
    return FALSE;
  kp_table_bind_record (pen->table, pen->select, key, pen->n_key);
  if (!kp_statement_step (pen->select, &has_row, error))
    return FALSE;
  if (has_row)
    *stored = kp_table_read (pen->table, pen->select, opener, error);
  kp_statement_reset (pen->select);
  return !has_row || *stored != NULL;
}

/**
 * kp_pen_update:
 * @pen: a pen that has loaded the row
 * @record: the row as it shall be
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
kp_pen_update (KpPen *pen, gconstpointer record, GError **error)
{
  if (!seal (pen, record, error))
    return FALSE;
  kp_table_bind_record (pen->table, pen->update, kp_pen_get_stored (pen, record), pen->table->n_columns);
  return kp_statement_run (pen->update, NULL, error);
}

/**
 * kp_pen_remove:
 * @pen: a pen that has loaded the row
 * @key: a record whose key members name the row
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be deleted
 */
gboolean
kp_pen_remove (KpPen *pen, gconstpointer key, GError **error)
{
  kp_table_bind_record (pen->table, pen->remove, key, pen->n_key);
  return kp_statement_run (pen->remove, NULL, error);
}
