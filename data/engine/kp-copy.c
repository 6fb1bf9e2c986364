/* kp-copy.c – carries a campaign, row by row, from one record into another, and proves that nothing was lost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values go over as they are, of whatever engine: integers, texts, bytes, NULL. What was written is read back and
 * digested, so that an engine that keeps something else than it was given is found out before anybody relies on it. */

#include "kp-copy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-ledger.h"
#include "kp-server-account.h"
#include "kp-shape.h"

#define PROGRESS_EVERY 1024

typedef struct
{
  KpCopyProgress progress; /* nullable */
  gpointer user_data;
  gint64 n_done;
  gint64 n_total;
} Counter;

/* Unambiguous: what it is, how long, and what. */
static void
digest_value (GChecksum *checksum, const KpValue *value)
{
  const gboolean is_int = value->type == KP_VALUE_INT;
  const guint64 number = GUINT64_TO_BE (is_int ? (guint64) value->number : (guint64) value->n_bytes);
  guint8 head[9] = { (guint8) ('0' + value->type) };

  memcpy (head + 1, &number, sizeof number);
  g_checksum_update (checksum, head, sizeof head);
  if (!is_int && value->n_bytes > 0)
    g_checksum_update (checksum, value->bytes, (gssize) value->n_bytes);
}

static void
tell_progress (Counter *counter)
{
  counter->n_done++;
  if (counter->progress != NULL && counter->n_done % PROGRESS_EVERY == 0)
    counter->progress (MIN (counter->n_done, counter->n_total), counter->n_total, counter->user_data);
}

/* Every row into @to (nullable: only digested), but the @n_there first, which it has. */
static gboolean
walk_rows (KpDatabase *from, KpDatabase *to, const KpShape *shape, const char *campaign, gint64 n_there, Counter *counter,
           GChecksum *checksum, gint64 *n_rows, GError **error)
{
  g_autoptr (KpStatement) rows = kp_shape_open_rows (from, shape, campaign, error);
  g_autoptr (KpStatement) insert = rows != NULL && to != NULL ? kp_shape_prepare_insert (to, shape, error) : NULL;
  gboolean has_row = FALSE;

  if (rows == NULL || (to != NULL && insert == NULL))
    return FALSE;
  g_checksum_update (checksum, (const guchar *) shape->name, (gssize) strlen (shape->name) + 1);
  while (kp_statement_step (rows, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      for (guint i = 0; i < shape->n_columns; i++)
        {
          KpValue value;

          kp_statement_get_value (rows, i, &value);
          digest_value (checksum, &value);
          if (insert != NULL)
            kp_statement_bind_value (insert, i + 1, &value);
        }
      if (insert != NULL && *n_rows >= n_there && !kp_statement_run (insert, NULL, error))
        return FALSE;
      ++*n_rows;
      tell_progress (counter);
    }
  return FALSE;
}

static gboolean
walk_all (KpDatabase *from, KpDatabase *to, const char *campaign, const KpTable *const *tables, guint n_tables,
          gint64 n_there, Counter *counter, KpCopyReport *report, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  KpShape shape;

  kp_shape_set_journal (&shape);
  if (!walk_rows (from, to, &shape, campaign, n_there, counter, checksum, &report->n_journal_rows, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    {
      kp_shape_set_table (&shape, tables[i]);
      if (!kp_server_check_may_read (from, tables[i], campaign, error)
          || (to != NULL && !kp_server_check_may_read (to, tables[i], campaign, error))
          || !walk_rows (from, to, &shape, campaign, 0, counter, checksum, &report->n_rows, error))
        {
          g_prefix_error (error, "%s: ", tables[i]->title);
          return FALSE;
        }
    }
  report->digest = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

/* The last row, and not what journal_head says: within a unit of work it is behind. */
static gboolean
load_last_hash (KpDatabase *db, const char *campaign, char **head, GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (
      db, "SELECT hash FROM journal WHERE campaign = $1 ORDER BY seq DESC LIMIT 1", error);
  gboolean has_row = FALSE;
  const guint8 *hash = NULL;
  gsize n = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  if (!kp_statement_step (s, &has_row, error))
    return FALSE;
  if (!has_row)
    return kp_data_error_set (error, KP_DATA_ERROR_NOT_FOUND, NULL);
  hash = kp_statement_get_blob (s, "hash", &n);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%02x", hash[i]);
  *head = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

static gboolean
count_rows (KpDatabase *db, const char *campaign, const KpTable *const *tables, guint n_tables, gint64 *n, GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT count (*) AS n FROM journal WHERE campaign = $1", error);
  gboolean has_row = FALSE;

  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  if (!kp_statement_step (s, &has_row, error))
    return FALSE;
  *n = kp_statement_get_int (s, "n");
  for (guint i = 0; i < n_tables; i++)
    {
      gint64 more = 0;

      if (!kp_table_count (db, tables[i], campaign, "", KP_NO_BINDS, &more, error))
        return FALSE;
      *n += more;
    }
  return TRUE;
}

/**
 * kp_copy_digest:
 * @db: a record
 * @campaign: which
 * @tables: (array length=n_tables): all tables of the record
 * @n_tables: their number
 * @digest: (out) (transfer full): SHA-256 over every value of every row, the journal's first: 64 hex digits
 * @error: the engine's
 *
 * Two records of the same digest hold the same campaign, whatever their engines.
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_copy_digest (KpDatabase *db, const char *campaign, const KpTable *const *tables, guint n_tables, char **digest, GError **error)
{
  g_auto (KpCopyReport) report = { 0 };
  Counter counter = { NULL, NULL, 0, 0 };

  if (!walk_all (db, NULL, campaign, tables, n_tables, 0, &counter, &report, error))
    return FALSE;
  *digest = g_steal_pointer (&report.digest);
  return TRUE;
}

/* Those that refer to others first. */
static gboolean
remove_rows (KpDatabase *db, const char *campaign, const KpTable *const *tables, guint n_tables, GError **error)
{
  for (guint i = n_tables; i > 0; i--)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE campaign = $1", tables[i - 1]->name);
      g_autoptr (KpStatement) s = kp_database_prepare (db, sql, error);

      if (s == NULL)
        return FALSE;
      kp_statement_bind_text (s, 1, campaign);
      if (!kp_statement_run (s, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* That a journal has no such row is an answer; anything else is an error. */
static gboolean
is_answer (GError *local, GError **error)
{
  if (local == NULL || g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_error_copy (local));
  return FALSE;
}

/**
 * kp_copy_find_older:
 * @from: a record that has the campaign
 * @to: another one
 * @campaign: which
 * @n_rows: (out): of the journal in @to; 0 when it hasn't the campaign, -1 when its journal isn't the beginning of the one in
 * @from
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_copy_find_older (KpDatabase *from, KpDatabase *to, const char *campaign, gint64 *n_rows, GError **error)
{
  g_autoptr (GError) none_there = NULL;
  g_autoptr (GError) none_here = NULL;
  g_autofree char *there = NULL;
  g_autofree char *here = NULL;

  *n_rows = 0;
  if (!kp_ledger_load_head (to, campaign, n_rows, &there, &none_there))
    return is_answer (none_there, error);
  here = kp_ledger_dup_hash (from, campaign, *n_rows, &none_here);
  if (g_strcmp0 (here, there) != 0)
    *n_rows = -1;
  return is_answer (none_here, error);
}

/**
 * kp_copy_campaign:
 * @from: a record with a transaction, one that reads or a unit of work
 * @to: a record with a transaction that writes, of the newest schema; of the campaign it has nothing, or an earlier state
 * @campaign: which
 * @tables: (array length=n_tables): all tables of the record, none before those it refers to
 * @n_tables: their number
 * @progress: (nullable): told now and then
 * @user_data: for @progress
 * @report: (out caller-allocates): what was carried over, cleared by kp_copy_report_clear() also after an error
 * @error: NOT_FOUND when @from has no such journal, EXISTS when @to has something of it that isn't an earlier state, CORRUPT
 * when what was written reads otherwise, DISK, CONNECTION, …
 *
 * Nothing of it lasts before @to is committed. Of an earlier state the journal stays and goes on; its rows are written anew.
 *
 * Returns: %TRUE when both sides have the same head and the same digest
 */
gboolean
kp_copy_campaign (KpDatabase *from, KpDatabase *to, const char *campaign, const KpTable *const *tables, guint n_tables,
                  KpCopyProgress progress, gpointer user_data, KpCopyReport *report, GError **error)
{
  g_auto (KpCopyReport) written = { 0 };
  Counter counter = { progress, user_data, 0, 0 };
  gint64 n_there = 0;

  memset (report, 0, sizeof *report);
  if (!load_last_hash (from, campaign, &report->head, error)
      || !count_rows (from, campaign, tables, n_tables, &counter.n_total, error))
    return FALSE;
  counter.n_total *= 2;
  if (!kp_copy_find_older (from, to, campaign, &n_there, error))
    return FALSE;
  if (n_there < 0)
    return kp_data_error_set (error, KP_DATA_ERROR_EXISTS, NULL);
  if ((n_there > 0 && !remove_rows (to, campaign, tables, n_tables, error))
      || !walk_all (from, to, campaign, tables, n_tables, n_there, &counter, report, error)
      || !kp_shape_write_head (to, campaign, error)
      || !walk_all (to, NULL, campaign, tables, n_tables, 0, &counter, &written, error)
      || !load_last_hash (to, campaign, &written.head, error))
    return FALSE;
  if (strcmp (report->digest, written.digest) == 0 && strcmp (report->head, written.head) == 0)
    return TRUE;
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT,
                       _ ("What was copied reads otherwise than what was to be copied, so nothing was kept of it. Check both "
                          "records with “kaopin verify” before trying again."));
  return FALSE;
}

/**
 * kp_copy_report_clear:
 * @report: of kp_copy_campaign()
 */
void
kp_copy_report_clear (KpCopyReport *report)
{
  g_clear_pointer (&report->head, g_free);
  g_clear_pointer (&report->digest, g_free);
}
