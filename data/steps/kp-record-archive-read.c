/* kp-record-archive-read.c – makes a record of the open files of an archive.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-copy.h"
#include "kp-data-error.h"
#include "kp-dump.h"
#include "kp-record-archive.h"
#include "kp-schema.h"
#include "kp-verify.h"

#define SUM_LENGTH 64

static gboolean
refuse_file (const char *name,
             GError **error)
{
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT,
               _("The file “%s” of the archive is missing, damaged or was changed, so nothing is taken from it. Use another copy of "
                 "the archive."),
               name);
  return FALSE;
}

/* By its sum; %NULL when it isn't as it was written. */
static char *
read_file (const char *folder,
           GHashTable *sums,
           const char *name,
           gsize *length,
           GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *sum = NULL;

  if (!g_hash_table_contains (sums, name) || !g_file_get_contents (path, &bytes, length, NULL))
    {
      refuse_file (name, error);
      return NULL;
    }
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, *length);
  if (g_str_equal (sum, g_hash_table_lookup (sums, name)))
    return g_steal_pointer (&bytes);
  refuse_file (name, error);
  return NULL;
}

/* Name → sum. A name that leads out of the folder is none of ours. */
static GHashTable *
read_sums (const char *folder,
           GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_build_filename (folder, KP_ARCHIVE_SUMS, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      refuse_file (KP_ARCHIVE_SUMS, error);
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *name = strlen (lines[i]) > SUM_LENGTH + 2 ? lines[i] + SUM_LENGTH + 2 : NULL;

      if (*lines[i] == '\0')
        continue;
      if (name == NULL || *name == '/' || strstr (name, "..") != NULL)
        {
          refuse_file (KP_ARCHIVE_SUMS, error);
          return NULL;
        }
      g_hash_table_insert (sums, g_strdup (name), g_strndup (lines[i], SUM_LENGTH));
    }
  return g_steal_pointer (&sums);
}

/* Papers too: an archive that is taken over is whole. */
static gboolean
check_all (const char *folder,
           GHashTable *sums,
           KpProgress *progress,
           GError **error)
{
  GHashTableIter iter;
  guint n_done = 0;
  gpointer name = NULL;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      gsize length = 0;
      g_autofree char *bytes = kp_progress_step (progress, _("Check sums"), n_done++, g_hash_table_size (sums), error)
                                   ? read_file (folder, sums, name, &length, error)
                                   : NULL;

      if (bytes == NULL)
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
parse (const char *folder,
       GHashTable *sums,
       const char *name,
       GError **error)
{
  gsize length = 0;
  g_autofree char *text = read_file (folder, sums, name, &length, error);
  JsonNode *root = text != NULL ? json_from_string (text, NULL) : NULL;

  if (text != NULL && root == NULL)
    refuse_file (name, error);
  return root;
}

static gboolean
read_manifest (const char *folder,
               GHashTable *sums,
               KpRecordArchive *archive,
               GError **error)
{
  g_autoptr (JsonNode) root = parse (folder, sums, KP_ARCHIVE_MANIFEST, error);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (root == NULL)
    return FALSE;
  if (object == NULL || g_strcmp0 (json_object_get_string_member_with_default (object, "format", ""), KP_ARCHIVE_FORMAT) != 0)
    return refuse_file (KP_ARCHIVE_MANIFEST, error);
  if (json_object_get_int_member_with_default (object, "schema", 0) != KP_SCHEMA_VERSION)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_TOO_NEW,
                           _("The archive was written by another version of Kaopin. Take it over with that version, and open the "
                             "record with this one."));
      return FALSE;
    }
  archive->campaign = g_strdup (json_object_get_string_member_with_default (object, "campaign", ""));
  archive->head = g_strdup (json_object_get_string_member_with_default (object, "head", ""));
  archive->digest = g_strdup (json_object_get_string_member_with_default (object, "digest", ""));
  return TRUE;
}

static gboolean
load_table (KpDatabase *db,
            const char *folder,
            GHashTable *sums,
            const KpTable *table,
            GError **error)
{
  g_autofree char *name = g_strdup_printf (KP_ARCHIVE_TABLES "/%s.json", table != NULL ? table->name : "journal");
  g_autoptr (JsonNode) root = parse (folder, sums, name, error);

  if (root != NULL && kp_dump_load (db, table, root, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
load_all (KpDatabase *db,
          const char *folder,
          GHashTable *sums,
          const KpRecordArchive *archive,
          KpProgress *progress,
          GError **error)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_autoptr (KpTransaction) t = kp_transaction_begin (db, error);

  if (t == NULL || !load_table (db, folder, sums, NULL, error) || !kp_dump_load_head (db, archive->campaign, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (!kp_progress_step (progress, _("Tables"), i, n_tables, error) || !load_table (db, folder, sums, tables[i], error))
      return FALSE;
  return kp_transaction_commit (t, error);
}

/* Head and digest of the manifest, and the journal against every row. */
static gboolean
prove (KpDatabase *db,
       KpRecordArchive *archive,
       GError **error)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_auto (KpVerifyReport) report = { 0 };
  g_autofree char *digest = NULL;

  if (!kp_copy_digest (db, archive->campaign, tables, n_tables, &digest, error)
      || !kp_journal_verify (db, archive->campaign, tables, n_tables, NULL, NULL, &report, error))
    return FALSE;
  archive->n_rows = report.n_rows;
  archive->n_journal_rows = report.n_journal_rows;
  if (g_str_equal (digest, archive->digest) && g_str_equal (report.head_hash, archive->head) && kp_verify_report_is_sound (&report))
    return TRUE;
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT, _("The archive contradicts its own journal: %s Nothing is taken from it."),
               report.findings->len > 0 ? ((KpVerifyFinding *) g_ptr_array_index (report.findings, 0))->sentence
                                        : _("what it says of itself in manifest.json isn't what its tables say."));
  return FALSE;
}

static gboolean
make_record (const char *folder,
             const char *temporary,
             GHashTable *sums,
             KpProgress *progress,
             KpRecordArchive *archive,
             GError **error)
{
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);
  g_autoptr (KpDatabase) db = kp_database_open (temporary, KP_OPEN_CREATE_NEW, error);

  return db != NULL && kp_migration_upgrade (db, migrations, n_migrations, error) && load_all (db, folder, sums, archive, progress, error)
         && kp_progress_step (progress, _("Holding the journal against the tables"), 0, 0, error)
         && prove (db, archive, error) && kp_progress_step (progress, _("Holding the journal against the tables"), 1, 1, error);
}

/**
 * kp_record_archive_read:
 * @folder: an archive
 * @record: a file that isn't there yet
 * @progress: (nullable): is told of each file and each table
 * @archive: (out caller-allocates): what was in it, cleared by kp_record_archive_clear() also after an error
 * @error: CORRUPT naming the file that isn't as it was written, EXISTS, DISK, …, or %G_IO_ERROR_CANCELLED
 *
 * Checks every file by its sum, writes the tables into a new record, and holds it against the archive's digest and its own
 * journal.
 *
 * Returns: %TRUE when the record is complete, or %FALSE and there is none
 */
gboolean
kp_record_archive_read (const char *folder,
                        const char *record,
                        KpProgress *progress,
                        KpRecordArchive *archive,
                        GError **error)
{
  g_autoptr (GHashTable) sums = NULL;
  g_autofree char *temporary = g_strconcat (record, ".part", NULL);

  memset (archive, 0, sizeof *archive);
  if (g_file_test (record, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS, _("“%s” is there already. Choose another name."), record);
      return FALSE;
    }
  sums = read_sums (folder, error);
  if (sums == NULL || !check_all (folder, sums, progress, error) || !read_manifest (folder, sums, archive, error))
    return FALSE;
  archive->n_files = g_hash_table_size (sums) + 1;
  g_unlink (temporary); /* of one that was killed */
  if (make_record (folder, temporary, sums, progress, archive, error) && kp_backup_make_permanent (temporary, record, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}
