/* test-disk.c – the disk fails at each writing in turn: nothing is half done, the record stays whole, and it is said plainly.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-data-error.h"
#include "kp-test-disk.h"
#include "kp-test-register.h"
#include "kp-test.h"
#include "kp-verify.h"

#define N_BEFORE 40
#define N_MORE 60
#define MOST 2000 /* more writings than any step here makes */

/* How the disk fails. */
typedef struct
{
  const char *name;
  gboolean is_full;
  gboolean stays;
} Kind;

static const Kind kinds[] = {
  { "full-once", TRUE, FALSE },
  { "full-from-then-on", TRUE, TRUE },
  { "error-once", FALSE, FALSE },
  { "error-from-then-on", FALSE, TRUE },
};

typedef struct
{
  KpTestDisk *disk;
  const Kind *kind;
} Trial;

/* Each of the first writings, then fewer and fewer of the many that are alike. */
static guint
get_next (guint n)
{
  return n + 1 + n / 12;
}

static gint64
count_sound (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_READ_WRITE);
  g_auto (KpVerifyReport) report = { 0 };
  g_autofree char *damage = NULL;
  g_autoptr (GError) error = NULL;

  kp_database_check_file (db, &damage, &error);
  g_assert_no_error (error);
  g_assert_null (damage);
  kp_journal_verify (db, TEST_CAMPAIGN, test_tables, G_N_ELEMENTS (test_tables), NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
  return report.n_rows;
}

/* One unit of work: a row changed, rows added. */
static gboolean
work (KpDatabase *db, guint round, GError **error)
{
  const KpAct act = { "clerk", "2026-03-01T10:00:00+08:00", "work", NULL };
  g_autoptr (KpLedger) ledger = kp_ledger_begin (db, TEST_CAMPAIGN, &act, error);
  Mark changed = { TEST_CAMPAIGN, "P000001", 1, "510722199001011234", round };

  if (ledger == NULL || !kp_ledger_put (ledger, &mark_table, &changed, error))
    return FALSE;
  for (guint i = 0; i < N_MORE; i++)
    {
      g_autofree char *name = g_strdup_printf ("R%04u-%04u", round, i);
      g_autofree char *note = g_strnfill (400, 'x');
      Place place = { TEST_CAMPAIGN, name, note, i, 0 };

      if (!kp_ledger_insert (ledger, &place_table, &place, error))
        return FALSE;
    }
  return kp_ledger_commit (ledger, error);
}

/* The engine's sentence, with its own words in brackets at most. */
static void
assert_plain (const GError *error)
{
  g_test_message ("%s", error->message);
  g_assert_true (g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK)
                 || g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_ABORTED));
  g_assert_cmpuint (strlen (error->message), >, 10);
  kp_test_assert_lacks (error->message, "510722");
}

static void
test_work (gconstpointer data)
{
  const Trial *trial = data;
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  gint64 n_rows = 2 * N_BEFORE;
  guint n_refused = 0;

  kp_test_disk_arm (trial->disk, 0, FALSE, FALSE);
  {
    g_autoptr (KpDatabase) db = kp_test_register_create (t);

    kp_test_register_fill (db, N_BEFORE);
  }
  for (guint n = 1; n < MOST; n = get_next (n))
    {
      g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_READ_WRITE);
      g_autoptr (GError) error = NULL;
      gboolean is_done;

      kp_test_disk_arm (trial->disk, n, trial->kind->is_full, trial->kind->stays);
      is_done = work (db, n, &error);
      n_rows += is_done ? N_MORE : 0;
      if (!is_done)
        assert_plain (error);
      n_refused += !is_done;
      kp_database_close (g_steal_pointer (&db));
      if (trial->disk->n_failed == 0)
        break;
      kp_test_disk_arm (trial->disk, 0, FALSE, FALSE);
      g_assert_cmpint (count_sound (t), ==, n_rows);
    }
  g_assert_cmpuint (n_refused, >, 5);
  kp_test_disk_arm (trial->disk, 0, FALSE, FALSE);
  g_assert_cmpint (count_sound (t), ==, n_rows);
}

/* A copy that can't be written whole is none, and the record goes on. */
static void
test_backup (gconstpointer data)
{
  const Trial *trial = data;
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autofree char *path = g_build_filename (t->folder, "copy.kaopin", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (KpDatabase) db = NULL;
  guint n_refused = 0;

  kp_test_disk_arm (trial->disk, 0, FALSE, FALSE);
  db = kp_test_register_create (t);
  kp_test_register_fill (db, N_BEFORE);
  for (guint n = 1; n < MOST; n = get_next (n))
    {
      g_autoptr (GError) error = NULL;
      gboolean is_done;

      kp_test_disk_arm (trial->disk, n, trial->kind->is_full, trial->kind->stays);
      is_done = kp_backup_write (db, path, &error);
      if (trial->disk->n_failed == 0)
        {
          g_assert_no_error (error);
          break;
        }
      kp_test_disk_arm (trial->disk, 0, FALSE, FALSE);
      if (!is_done)
        {
          assert_plain (error);
          kp_test_assert_no_file (path);
          kp_test_assert_no_file (part);
        }
      n_refused += !is_done;
      g_unlink (path);
    }
  g_assert_cmpuint (n_refused, >, 3);
  kp_test_disk_arm (trial->disk, 0, FALSE, FALSE);
  g_clear_pointer (&db, kp_database_close);
  g_assert_cmpint (count_sound (t), ==, 2 * N_BEFORE);
}

/* A creation that fails leaves what another creation takes. */
static void
test_create (gconstpointer data)
{
  const Trial *trial = data;
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  guint n_refused = 0;

  for (guint n = 1; n < MOST; n = get_next (n))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpDatabase) db = NULL;
      gboolean is_done;

      kp_test_disk_arm (trial->disk, n, trial->kind->is_full, trial->kind->stays);
      db = kp_database_open (t->location, KP_OPEN_CREATE_NEW, &error);
      is_done = db != NULL && kp_migration_upgrade (db, test_migrations, G_N_ELEMENTS (test_migrations), &error);
      g_clear_pointer (&db, kp_database_close);
      if (trial->disk->n_failed == 0)
        {
          g_assert_true (is_done);
          break;
        }
      if (!is_done)
        assert_plain (error);
      n_refused += !is_done;
      kp_test_disk_arm (trial->disk, 0, FALSE, FALSE);
      g_clear_error (&error);
      db = kp_database_open (t->location, KP_OPEN_READ_WRITE, NULL);
      if (db == NULL)
        db = kp_database_open (t->location, KP_OPEN_CREATE_NEW, &error);
      g_assert_no_error (error);
      kp_migration_upgrade (db, test_migrations, G_N_ELEMENTS (test_migrations), &error);
      g_assert_no_error (error);
      kp_test_register_fill (db, 1);
      g_clear_pointer (&db, kp_database_close);
      g_assert_cmpint (count_sound (t), ==, 2);
      g_unlink (t->location);
    }
  g_assert_cmpuint (n_refused, >, 3);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } works[] = { { "work", test_work }, { "backup", test_backup }, { "create", test_create } };
  g_autofree KpTestDisk *disk = g_new0 (KpTestDisk, 1);
  int status;

  g_test_init (&argc, &argv, NULL);
  kp_test_disk_mount (disk);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autofree char *path = g_strdup_printf ("/crash/disk/%s/%s", works[i].name, kinds[k].name);
        Trial *trial = g_new0 (Trial, 1);

        trial->disk = disk;
        trial->kind = &kinds[k];
        g_test_add_data_func_full (path, trial, works[i].func, g_free);
      }
  status = g_test_run ();
  return status;
}
