/* test-image.c – a record in memory: kept before each commit, or as it was.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-test-register.h"
#include "kp-test.h"
#include "kp-verify.h"

typedef struct
{
  GBytes *kept; /* the last */
  guint n;
  gboolean is_full;
} Shelf;

static gboolean
keep (GBytes *image, gpointer data, GError **error)
{
  Shelf *shelf = data;

  if (shelf->is_full)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK, "full");
      return FALSE;
    }
  g_clear_pointer (&shelf->kept, g_bytes_unref);
  shelf->kept = g_bytes_ref (image);
  shelf->n++;
  return TRUE;
}

static KpDatabase *
create (Shelf *shelf)
{
  g_autoptr (GError) error = NULL;
  KpDatabase *db = kp_database_open_image (NULL, KP_OPEN_CREATE_NEW, &error);

  g_assert_no_error (error);
  kp_migration_upgrade (db, test_migrations, G_N_ELEMENTS (test_migrations), &error);
  g_assert_no_error (error);
  kp_database_set_keeper (db, keep, shelf, NULL);
  return db;
}

static gint64
count_places (KpDatabase *db)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  kp_table_count (db, &place_table, TEST_CAMPAIGN, "", KP_NO_BINDS, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* What is kept is a whole record, with a journal that holds. */
static void
test_kept_before_the_commit (void)
{
  Shelf shelf = { .n = 0 };
  g_autoptr (KpDatabase) db = create (&shelf);
  g_autoptr (GBytes) image = NULL;
  g_autoptr (KpDatabase) other = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (KpVerifyReport) report = { 0 };

  kp_test_register_fill (db, 25);
  g_assert_cmpuint (shelf.n, >=, 1);
  other = kp_database_open_image (shelf.kept, KP_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_places (other), ==, count_places (db));
  g_assert_cmpint (count_places (other), >, 0);
  kp_journal_verify (other, TEST_CAMPAIGN, test_tables, G_N_ELEMENTS (test_tables), NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
  image = kp_database_dup_image (other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (image), ==, g_bytes_get_size (shelf.kept));
  g_bytes_unref (shelf.kept);
}

static void
test_not_kept_is_not_done (void)
{
  Shelf shelf = { .n = 0 };
  g_autoptr (KpDatabase) db = create (&shelf);
  g_autoptr (GError) error = NULL;
  const gint64 n_before = count_places (db);
  Place place = { .campaign = TEST_CAMPAIGN, .place = "A", .quota = KP_NO_INT };

  shelf.is_full = TRUE;
  {
    g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "test");

    kp_ledger_insert (ledger, &place_table, &place, &error);
    g_assert_no_error (error);
    g_assert_false (kp_ledger_commit (ledger, &error));
    g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK);
  }
  g_assert_cmpint (count_places (db), ==, n_before);
  shelf.is_full = FALSE;
  {
    g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "test");

    g_clear_error (&error);
    g_assert_true (kp_ledger_insert (ledger, &place_table, &place, &error) && kp_ledger_commit (ledger, &error));
  }
  g_assert_cmpint (count_places (db), ==, n_before + 1);
  g_bytes_unref (shelf.kept);
}

static void
test_reading_only (void)
{
  Shelf shelf = { .n = 0 };
  g_autoptr (KpDatabase) db = create (&shelf);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpDatabase) other = NULL;

  kp_test_register_fill (db, 1);
  other = kp_database_open_image (shelf.kept, KP_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_null (kp_transaction_begin (other, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_bytes_unref (shelf.kept);
}

/* Cut off, of another program, in the form that needs a log beside it, or no database at all. */
static void
test_bad_bytes (void)
{
  static const gsize places[] = { 0, 18, 68, 3000 };
  Shelf shelf = { .n = 0 };
  g_autoptr (KpDatabase) db = create (&shelf);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  gsize size = 0;

  kp_test_register_fill (db, 5);
  g_assert_null (kp_database_open_image (nothing, KP_OPEN_READ_ONLY, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint8 *bytes = g_memdup2 (g_bytes_get_data (shelf.kept, &size), g_bytes_get_size (shelf.kept));
      g_autoptr (GBytes) bad = NULL;
      g_autoptr (GError) error = NULL;

      memset (bytes + places[i], 0xff, i + 1 < G_N_ELEMENTS (places) ? 2 : size - places[i]);
      bad = g_bytes_new_take (bytes, size);
      g_assert_null (kp_database_open_image (bad, KP_OPEN_READ_ONLY, &error));
      g_assert_cmpuint (error->domain, ==, KP_DATA_ERROR);
    }
  g_bytes_unref (shelf.kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data/engine/image/kept-before-the-commit", test_kept_before_the_commit);
  g_test_add_func ("/data/engine/image/not-kept-is-not-done", test_not_kept_is_not_done);
  g_test_add_func ("/data/engine/image/reading-only", test_reading_only);
  g_test_add_func ("/data/engine/image/bad-bytes", test_bad_bytes);
  return g_test_run ();
}
