/* kp-table-select.c – reads the rows of one table, or of several at once, as records.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-engine.h"
#include "kp-table-private.h"

static GPtrArray *
read_rows (KpDatabase *db, const KpTable *table, const char *campaign, KpStatement *s, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (kp_record_free);
  KpSeal *seal = NULL;

  if (!kp_table_find_seal (db, table, campaign, &seal, error))
    return NULL;
  while (TRUE)
    {
      gboolean has_row = FALSE;
      gpointer record = NULL;

      if (!kp_statement_step (s, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&records);
      record = kp_table_read (table, s, seal, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
}

/**
 * kp_table_select:
 * @db: the record
 * @table: which table
 * @campaign: whose rows
 * @tail: what follows "WHERE campaign = $1", e.g. "AND post = $2 ORDER BY ticket"
 * @binds: (array length=n_binds) (nullable): $2 and on
 * @n_binds: their number
 * @error: the engine's
 *
 * Returns: (transfer full) (nullable): the rows as records, which it owns; empty when none fits
 */
GPtrArray *
kp_table_select (KpDatabase *db,
                 const KpTable *table,
                 const char *campaign,
                 const char *tail,
                 const KpBind *binds,
                 guint n_binds,
                 GError **error)
{
  g_autoptr (GString) sql = kp_table_make_select (table, tail);
  g_autoptr (KpStatement) s = kp_table_open_rows (db, sql, campaign, binds, n_binds, error);

  return s != NULL ? read_rows (db, table, campaign, s, error) : NULL;
}

static void
release (gpointer statement)
{
  if (statement != NULL)
    kp_statement_release (statement);
}

/**
 * kp_table_select_all:
 * @db: the record
 * @campaign: whose rows
 * @reads: (array length=n): what to read; each gets its rows (transfer full) only when all were read
 * @n: their number
 * @error: the engine's
 *
 * As kp_table_select() for each of them. On a server they take one way there and back instead of one each: a unit of work
 * keeps all others of the campaign waiting meanwhile. All rows are in memory at once.
 *
 * Returns: %FALSE when one could not be read
 */
gboolean
kp_table_select_all (KpDatabase *db, const char *campaign, KpTableRead *reads, guint n, GError **error)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (release);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) sql = kp_table_make_select (reads[i].table, reads[i].tail);
      KpStatement *s = kp_table_open_rows (db, sql, campaign, reads[i].binds, reads[i].n_binds, error);

      if (s == NULL)
        return FALSE;
      g_ptr_array_add (statements, s);
    }
  if (!kp_statement_start_all ((KpStatement **) statements->pdata, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *rows = read_rows (db, reads[i].table, campaign, g_ptr_array_index (statements, i), error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (all, rows);
      g_clear_pointer (&g_ptr_array_index (statements, i), kp_statement_release);
    }
  for (guint i = 0; i < n; i++)
    reads[i].rows = g_ptr_array_ref (g_ptr_array_index (all, i));
  return TRUE;
}
