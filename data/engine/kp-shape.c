/* kp-shape.c – tables by their names alone, for rows that are carried over whole.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-shape.h"

#include <string.h>

static const char *const journal_columns[] = {
  "campaign", "seq",         "at",         "actor",    "step",      "subject", "table_name",
  "row_key",  "act",         "before_text", "after_text", "row_hash", "prev_hash", "hash",
};

/**
 * kp_shape_set_table:
 * @shape: (out): the shape
 * @table: a declared table, which outlives it
 */
void
kp_shape_set_table (KpShape *shape, const KpTable *table)
{
  shape->name = table->name;
  shape->n_columns = table->n_columns;
  shape->n_key = kp_table_get_n_key (table);
  for (guint i = 0; i < table->n_columns; i++)
    shape->columns[i] = table->columns[i].name;
}

/**
 * kp_shape_set_journal:
 * @shape: (out): the shape of the journal, its hashes included
 */
void
kp_shape_set_journal (KpShape *shape)
{
  shape->name = "journal";
  shape->n_columns = G_N_ELEMENTS (journal_columns);
  shape->n_key = 2;
  memcpy (shape->columns, journal_columns, sizeof journal_columns);
}

static void
append_columns (GString *sql, const KpShape *shape, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", shape->columns[i]);
}

/**
 * kp_shape_open_rows:
 * @db: a record
 * @shape: a table
 * @campaign: whose rows
 * @error: the engine's
 *
 * Returns: (transfer full) (nullable): all rows by their key, one by one; both engines compare texts by their bytes
 */
KpStatement *
kp_shape_open_rows (KpDatabase *db, const KpShape *shape, const char *campaign, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  KpStatement *s = NULL;

  append_columns (sql, shape, shape->n_columns);
  g_string_append_printf (sql, " FROM %s WHERE campaign = $1 ORDER BY ", shape->name);
  append_columns (sql, shape, shape->n_key);
  s = kp_database_prepare (db, sql->str, error);
  if (s == NULL)
    return NULL;
  kp_statement_bind_text (s, 1, campaign);
  kp_statement_set_streaming (s);
  return s;
}

/**
 * kp_shape_prepare_insert:
 * @db: a record
 * @shape: a table
 * @error: the engine's
 *
 * Returns: (transfer full) (nullable): a statement whose $1 … $n are the columns in order
 */
KpStatement *
kp_shape_prepare_insert (KpDatabase *db, const KpShape *shape, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", shape->name);
  append_columns (sql, shape, shape->n_columns);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < shape->n_columns; i++)
    g_string_append_printf (sql, "%s$%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');
  return kp_database_prepare (db, sql->str, error);
}

/**
 * kp_shape_write_head:
 * @to: a record into which a journal was written
 * @campaign: whose
 * @error: the engine's
 *
 * Returns: %TRUE when the journal's head is its last row
 */
gboolean
kp_shape_write_head (KpDatabase *to, const char *campaign, GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (
      to,
      "INSERT INTO journal_head (campaign, seq, hash) "
      "SELECT campaign, seq, hash FROM journal WHERE campaign = $1 ORDER BY seq DESC LIMIT 1 "
      "ON CONFLICT (campaign) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
      error);

  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  return kp_statement_run (s, NULL, error);
}
