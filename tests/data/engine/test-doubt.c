/* test-doubt.c – the network drops at the very end of a unit of work: it is recorded once or not at all, and that is known.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-data-error.h"
#include "kp-test-cable.h"
#include "kp-test-register.h"

typedef struct
{
  KpTestDatabase *database;
  KpTestCable *cable;
  KpDatabase *near; /* by the cable */
  KpDatabase *far;  /* past it */
  GThread *mender;  /* nullable */
} Office;

static KpDatabase *
open_at (const char *location)
{
  g_autoptr (GError) error = NULL;
  KpDatabase *db = kp_database_open (location, KP_OPEN_READ_WRITE, &error);

  g_assert_no_error (error);
  return db;
}

static void
open_office (Office *office)
{
  office->database = kp_test_database_new (KP_DATABASE_POSTGRES);
  office->far = kp_test_register_create (office->database);
  office->cable = kp_test_cable_new (office->database->location, office->database->folder);
  office->near = open_at (kp_test_cable_get_location (office->cable));
}

static void
close_office (Office *office)
{
  g_clear_pointer (&office->mender, g_thread_join);
  kp_database_close (office->near);
  kp_database_close (office->far);
  kp_test_cable_free (office->cable);
  kp_test_database_free (office->database);
}

static gpointer
mend_when_cut (gpointer cable)
{
  while (!kp_test_cable_is_cut (cable))
    g_thread_yield ();
  kp_test_cable_mend (cable);
  return NULL;
}

static void
cut (Office *office, KpTestCut when, gboolean is_mended)
{
  kp_test_cable_cut (office->cable, when);
  if (is_mended)
    office->mender = g_thread_new ("mender", mend_when_cut, office->cable);
}

static gboolean
add_place (KpDatabase *db, const char *name, GError **error)
{
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "import");
  Place place = { TEST_CAMPAIGN, name, NULL, KP_NO_INT, 0 };

  return kp_ledger_insert (ledger, &place_table, &place, error) && kp_ledger_commit (ledger, error);
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

/* What never reached the server isn't there, and may be done again on the same handle. */
static void
test_dropped_before (void)
{
  Office office = { 0 };
  g_autoptr (GError) error = NULL;

  open_office (&office);
  cut (&office, KP_TEST_CUT_BEFORE_COMMIT, TRUE);
  g_assert_false (add_place (office.near, "A", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION);
  g_clear_error (&error);
  g_assert_cmpuint (kp_database_get_n_commits (office.near), ==, 0);
  g_assert_cmpint (count_places (office.far), ==, 0);
  g_assert_true (add_place (office.near, "A", &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_places (office.far), ==, 1);
  close_office (&office);
}

/* What was recorded is known to be, though the answer was lost; the handle goes on, with what it had prepared before. */
static void
test_dropped_after (void)
{
  Office office = { 0 };
  g_autoptr (GError) error = NULL;

  open_office (&office);
  g_assert_cmpint (count_places (office.near), ==, 0);
  cut (&office, KP_TEST_CUT_AFTER_COMMIT, TRUE);
  g_assert_true (add_place (office.near, "A", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (kp_database_get_n_commits (office.near), ==, 1);
  g_assert_cmpint (count_places (office.near), ==, 1);
  g_assert_true (add_place (office.near, "B", &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_places (office.far), ==, 2);
  close_office (&office);
}

/* Where nobody waits any more nothing is claimed. */
static void
test_nobody_waits (void)
{
  Office office = { 0 };
  g_autoptr (GCancellable) patience = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  open_office (&office);
  g_cancellable_cancel (patience);
  kp_database_set_patience (office.near, patience);
  cut (&office, KP_TEST_CUT_AFTER_COMMIT, FALSE);
  g_assert_false (add_place (office.near, "A", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_DOUBT);
  g_assert_cmpint (count_places (office.far), ==, 1);
  close_office (&office);
}

/* In the middle of a unit nothing is in doubt. */
static void
test_dropped_within (void)
{
  Office office = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  Place place = { TEST_CAMPAIGN, "A", NULL, KP_NO_INT, 0 };

  open_office (&office);
  ledger = kp_test_register_begin (office.near, "import");
  kp_test_cable_cut (office.cable, KP_TEST_CUT_NOW);
  g_assert_false (kp_ledger_insert (ledger, &place_table, &place, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION);
  g_clear_pointer (&ledger, kp_ledger_free);
  g_assert_cmpint (count_places (office.far), ==, 0);
  close_office (&office);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/engine/postgres/doubt/dropped-before", test_dropped_before);
  g_test_add_func ("/data/engine/postgres/doubt/dropped-after", test_dropped_after);
  g_test_add_func ("/data/engine/postgres/doubt/nobody-waits", test_nobody_waits);
  g_test_add_func ("/data/engine/postgres/doubt/dropped-within", test_dropped_within);
  return g_test_run ();
}
