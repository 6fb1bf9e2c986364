/* test-migration.c – upgrades happen wholly or not at all, after a backup; newer records are refused.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "kp-backup.h"
#include "kp-data-error.h"
#include "kp-test-register.h"
#include "kp-test.h"
#include "kp-verify.h"

static const KpMigration good[3] = {
  { 1, "/org/kaopin/Kaopin/schema/0001-start.sql", "the first schema" },
  { 2, "/org/kaopin/test/0002-test-tables.sql", "tables of the tests" },
  { 3, "/org/kaopin/test/0003-test-column.sql", "one more column" },
};

static const KpMigration broken[3] = {
  { 1, "/org/kaopin/Kaopin/schema/0001-start.sql", "the first schema" },
  { 2, "/org/kaopin/test/0002-test-tables.sql", "tables of the tests" },
  { 3, "/org/kaopin/test/0003-test-broken.sql", "fails" },
};

static const KpMigration orphaning[3] = {
  { 1, "/org/kaopin/Kaopin/schema/0001-start.sql", "the first schema" },
  { 2, "/org/kaopin/test/0002-test-tables.sql", "tables of the tests" },
  { 3, "/org/kaopin/test/0003-test-orphan.sql", "breaks a foreign key" },
};

static void
assert_version (KpDatabase *db, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 version = -1;

  kp_database_load_version (db, &version, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, expected);
}

static void
assert_sound (KpDatabase *db, gint64 n_rows)
{
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  kp_journal_verify (db, TEST_CAMPAIGN, test_tables, 2, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
  g_assert_cmpint (report.n_rows, ==, n_rows);
}

static void
test_fresh_record_gets_all (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_CREATE_NEW);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  assert_version (db, 0);
  g_assert_true (kp_migration_upgrade (db, good, 3, &error));
  assert_version (db, 3);
  s = kp_database_prepare (db, "SELECT count (*) AS n FROM schema_migration WHERE length (digest) = 64",
                           &error);
  g_assert_true (kp_statement_step (s, &has_row, &error));
  g_assert_cmpint (kp_statement_get_int (s, "n"), ==, 3);
}

static void
test_upgrade_keeps_rows_and_backs_up (KpTestDatabase *t)
{
  g_autofree char *copy = g_build_filename (t->folder, "test.v0002.kaopin", NULL);
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (db, 5);
  g_assert_true (kp_migration_upgrade (db, good, 3, &error));
  g_assert_no_error (error);
  assert_version (db, 3);
  assert_sound (db, 10); /* an appended column changes no hash */
  if (t->kind == KP_DATABASE_SQLITE)
    {
      g_autoptr (KpDatabase) old = kp_database_open (copy, KP_OPEN_READ_ONLY, &error);

      g_assert_no_error (error);
      assert_version (old, 2);
      assert_sound (old, 10);
    }
  g_assert_true (kp_migration_upgrade (db, good, 3, &error));
}

static void
assert_upgrade_fails (KpTestDatabase *t, const KpMigration *list)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (db, 5);
  g_assert_false (kp_migration_upgrade (db, list, 3, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_UPGRADE);
  assert_version (db, 2);
  assert_sound (db, 10);
  kp_test_register_fill (db, 0);
}

static void
test_failing_upgrade_leaves_record (KpTestDatabase *t)
{
  assert_upgrade_fails (t, broken);
}

static void
test_orphans_are_refused (KpTestDatabase *t)
{
  assert_upgrade_fails (t, orphaning);
}

static void
test_newer_record_is_refused (KpTestDatabase *t)
{
  gsize before_length = 0;
  gsize after_length = 0;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_CREATE_NEW);

    g_assert_true (kp_migration_upgrade (db, good, 3, &error));
  }
  if (t->kind == KP_DATABASE_SQLITE)
    before = kp_test_read (t->location, &before_length);
  {
    g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_READ_WRITE);

    g_assert_false (kp_migration_upgrade (db, good, 2, &error));
    g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_TOO_NEW);
    assert_version (db, 3);
  }
  if (t->kind == KP_DATABASE_SQLITE)
    {
      after = kp_test_read (t->location, &after_length);
      g_assert_cmpmem (before, before_length, after, after_length);
    }
}

static void
test_reading_handle_does_not_upgrade (KpTestDatabase *t)
{
  g_autoptr (GError) error = NULL;

  kp_database_close (kp_test_register_create (t));
  {
    g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_READ_ONLY);

    g_assert_true (kp_migration_upgrade (db, good, 2, &error));
    g_assert_false (kp_migration_upgrade (db, good, 3, &error));
    g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_UPGRADE);
  }
}

static void
test_backup_is_whole (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autofree char *path = g_build_filename (t->folder, "a 'quoted' copy.kaopin", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (db, 50);
  g_assert_true (kp_backup_write (db, path, &error));
  g_assert_no_error (error);
  kp_test_assert_no_file (part);
  {
    g_autoptr (KpDatabase) copy = kp_database_open (path, KP_OPEN_READ_WRITE, &error);

    g_assert_no_error (error);
    assert_version (copy, 2);
    assert_sound (copy, 100);
  }
  g_assert_false (kp_backup_write (db, path, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS);
}

static void
test_backup_needs_folder (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autofree char *path = g_build_filename (t->folder, "none", "copy.kaopin", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_backup_write (db, path, &error));
  g_assert_nonnull (error);
  kp_test_register_fill (db, 1);
}

static void
test_backup_is_not_for_servers (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autofree char *path = g_build_filename (t->folder, "copy.kaopin", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_backup_write (db, path, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/engine/%s/migration/fresh-record-gets-all", test_fresh_record_gets_all);
  kp_test_database_add ("/data/engine/%s/migration/upgrade-keeps-rows-and-backs-up",
                        test_upgrade_keeps_rows_and_backs_up);
  kp_test_database_add ("/data/engine/%s/migration/failing-upgrade-leaves-record",
                        test_failing_upgrade_leaves_record);
  kp_test_database_add ("/data/engine/%s/migration/orphans-are-refused", test_orphans_are_refused);
  kp_test_database_add ("/data/engine/%s/migration/newer-record-is-refused", test_newer_record_is_refused);
  kp_test_database_add ("/data/engine/%s/migration/reading-handle-does-not-upgrade",
                        test_reading_handle_does_not_upgrade);
  g_test_add_func ("/data/engine/sqlite/backup/is-whole", test_backup_is_whole);
  g_test_add_func ("/data/engine/sqlite/backup/needs-folder", test_backup_needs_folder);
  g_test_add_func ("/data/engine/postgres/backup/is-not-for-servers", test_backup_is_not_for_servers);
  return g_test_run ();
}
