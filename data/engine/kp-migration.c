/* kp-migration.c – brings a record to the newest schema, one numbered step at a time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-migration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-data-error.h"
#include "kp-engine.h"

static gboolean
write_version (KpDatabase *db, const KpMigration *migration, const char *sql, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sql, -1);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, migration->version);
  g_autoptr (KpStatement) s = NULL;

  s = kp_database_prepare (db, "INSERT INTO schema_migration (version, reason, digest) VALUES ($1, $2, $3)",
                           error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_int (s, 1, migration->version);
  kp_statement_bind_text (s, 2, migration->reason);
  kp_statement_bind_text (s, 3, digest);
  if (!kp_statement_run (s, NULL, error))
    return FALSE;
  return kp_database_get_kind (db) != KP_DATABASE_SQLITE || kp_database_script (db, pragma, error);
}

/* A script that rebuilds a table runs with foreign keys off; what it left is checked here, inside its
 * transaction. */
static gboolean
check_foreign_keys (KpDatabase *db, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  if (kp_database_get_kind (db) != KP_DATABASE_SQLITE)
    return TRUE;
  s = kp_database_prepare (db, "PRAGMA foreign_key_check", error);
  if (s == NULL || !kp_statement_step (s, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  return kp_data_error_set (error, KP_DATA_ERROR_CONSTRAINT, kp_statement_get_text (s, "table"));
}

static gboolean
run_one (KpDatabase *db, const KpMigration *migration, GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (migration->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (KpTransaction) t = NULL;
  g_autofree char *sql = NULL;
  gint64 version = 0;

  if (bytes == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  t = kp_transaction_begin (db, error);
  if (t == NULL || !kp_database_load_version (db, &version, error))
    return FALSE;
  if (version >= migration->version)
    return TRUE; /* somebody else was faster */
  return kp_database_script (db, sql, error) && write_version (db, migration, sql, error) &&
         check_foreign_keys (db, error) && kp_transaction_commit (t, error);
}

static gboolean
run_all (KpDatabase *db, const KpMigration *list, guint n, gint64 version, GError **error)
{
  gboolean is_file = kp_database_get_kind (db) == KP_DATABASE_SQLITE;
  gboolean ok = !is_file || kp_database_script (db, "PRAGMA foreign_keys = OFF", error);

  for (guint i = 0; ok && i < n; i++)
    if (list[i].version > version)
      ok = run_one (db, &list[i], error);
  if (is_file && !kp_database_script (db, "PRAGMA foreign_keys = ON", ok ? error : NULL))
    return FALSE;
  return ok;
}

/* demo.kaopin → demo.v0001.kaopin, then demo.v0001-2.kaopin … */
static gboolean
back_up (KpDatabase *db, gint64 version, GError **error)
{
  const char *path = kp_database_get_path (db);
  gsize length = strlen (path) - (g_str_has_suffix (path, ".kaopin") ? strlen (".kaopin") : 0);

  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *copy =
          g_strdup_printf ("%.*s.v%04d%s.kaopin", (int) length, path, (int) version, number);

      if (!g_file_test (copy, G_FILE_TEST_EXISTS))
        return kp_backup_write (db, copy, error);
    }
}

static gboolean
prepare (KpDatabase *db, gint64 version, gint64 newest, GError **error)
{
  if (version > newest)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_TOO_NEW,
                   _ ("The record has form %d, this Kaopin knows %d. Update the program and open it again."),
                   (int) version, (int) newest);
      return FALSE;
    }
  if (version == 0 && kp_database_get_mode (db) == KP_OPEN_READ_ONLY)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND,
                           _ ("The record was begun and left without a campaign. Create it again."));
      return FALSE;
    }
  if (version < newest && kp_database_get_mode (db) == KP_OPEN_READ_ONLY)
    {
      g_set_error_literal (
          error, KP_DATA_ERROR, KP_DATA_ERROR_UPGRADE,
          _ ("The record was written by an older Kaopin. Open it for writing once, so that it is upgraded."));
      return FALSE;
    }
  if (version == 0 || version == newest || kp_database_get_path (db) == NULL)
    return TRUE;
  return back_up (db, version, error);
}

/**
 * kp_migration_upgrade:
 * @db: the record, without a transaction
 * @list: (array length=n): all migrations, versions 1, 2, 3 …
 * @n: their number
 * @error: TOO_NEW, UPGRADE; BUSY and DISK when not even the beginning was possible
 *
 * Brings the record to the newest version. Each script commits together with its version or not at all. An
 * existing file is copied beside itself first.
 *
 * Returns: %TRUE when the record has the newest version
 */
gboolean
kp_migration_upgrade (KpDatabase *db, const KpMigration *list, guint n, GError **error)
{
  g_autoptr (GError) e = NULL;
  gint64 version = 0;

  for (guint i = 0; i < n; i++)
    g_return_val_if_fail (list[i].version == (gint64) i + 1, FALSE);

  if (!kp_database_load_version (db, &version, error) || !prepare (db, version, (gint64) n, error))
    return FALSE;
  if (version == (gint64) n || run_all (db, list, n, version, &e))
    return TRUE;
  if (g_error_matches (e, KP_DATA_ERROR, KP_DATA_ERROR_BUSY) ||
      g_error_matches (e, KP_DATA_ERROR, KP_DATA_ERROR_DISK) ||
      g_error_matches (e, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&e));
  else
    kp_data_error_set (error, KP_DATA_ERROR_UPGRADE, e->message);
  return FALSE;
}
