/* test-transaction.c – all or nothing: by cleanup, by failure, by cancelling, by kill -9.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kp-data-error.h"
#include "kp-test-register.h"
#include "kp-test.h"
#include "kp-verify.h"

#define N_KILLS 20

static gint64
count_places (KpDatabase *db)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  kp_table_count (db, &place_table, TEST_CAMPAIGN, "", KP_NO_BINDS, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
add_place (KpDatabase *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = NULL;

  s = kp_database_prepare (db, "INSERT INTO test_place (campaign, place, version) VALUES ($1, $2, 1)",
                           &error);
  g_assert_no_error (error);
  kp_statement_bind_text (s, 1, TEST_CAMPAIGN);
  kp_statement_bind_text (s, 2, name);
  kp_statement_run (s, NULL, &error);
  g_assert_no_error (error);
}

static void
test_cleanup_rolls_back (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (KpTransaction) transaction = kp_transaction_begin (db, &error);

    g_assert_nonnull (transaction);
    add_place (db, "A");
    g_assert_cmpint (count_places (db), ==, 1);
  }
  g_assert_cmpint (count_places (db), ==, 0);
  {
    g_autoptr (KpTransaction) transaction = kp_transaction_begin (db, &error);
    gboolean ok = FALSE;

    add_place (db, "A");
    ok = kp_transaction_commit (transaction, &error);
    g_assert_no_error (error);
    g_assert_true (ok);
  }
  g_assert_cmpint (count_places (db), ==, 1);
}

static void
test_reading_sees_one_snapshot (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) writer = kp_test_register_create (t);
  g_autoptr (KpDatabase) reader = kp_test_database_open (t, KP_OPEN_READ_ONLY);
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (KpTransaction) snapshot = kp_transaction_begin_reading (reader, &error);

    g_assert_nonnull (snapshot);
    g_assert_cmpint (count_places (reader), ==, 0);
    kp_test_register_fill (writer, 1);
    g_assert_cmpint (count_places (reader), ==, 0);
  }
  g_assert_cmpint (count_places (reader), ==, 1);
}

static void
test_reading_handle_cannot_write (KpTestDatabase *t)
{
  const KpAct act = { "clerk", "2026-03-01T09:00:00+08:00", "edit", NULL };
  g_autoptr (KpDatabase) writer = kp_test_register_create (t);
  g_autoptr (KpDatabase) reader = kp_test_database_open (t, KP_OPEN_READ_ONLY);
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (writer, 1);
  g_assert_null (kp_ledger_begin (reader, TEST_CAMPAIGN, &act, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (kp_database_script (reader, "DELETE FROM test_mark", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
}

static void
test_second_writer_waits_then_is_busy (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpDatabase) first = kp_test_register_create (t);
  g_autoptr (KpDatabase) second = kp_test_database_open (t, KP_OPEN_READ_WRITE);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpTransaction) transaction = kp_transaction_begin (first, &error);

  g_assert_no_error (error);
  g_assert_nonnull (transaction);
  g_assert_null (kp_transaction_begin (second, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_BUSY);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (100000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancelling_stops_and_undoes (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GThread) thread = NULL;
  g_autoptr (GError) error = NULL;

  kp_database_set_cancellable (db, cancellable);
  {
    g_autoptr (KpTransaction) transaction = kp_transaction_begin (db, &error);
    g_autoptr (KpStatement) s = NULL;

    g_assert_nonnull (transaction);
    add_place (db, "A");
    s = kp_database_prepare (
        db,
        "WITH RECURSIVE c (n) AS (SELECT CAST (1 AS BIGINT) UNION ALL SELECT n + 1 FROM c WHERE n < "
        "1000000000) SELECT CAST (count (*) AS BIGINT) AS n FROM c",
        &error);
    thread = g_thread_new ("cancel", cancel_soon, cancellable);
    g_assert_false (kp_statement_run (s, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_thread_join (g_steal_pointer (&thread));
  kp_database_set_cancellable (db, NULL);
  g_assert_cmpint (count_places (db), ==, 0);
}

/* The child works until it is killed, and tells of each unit that is committed. */
static void
work_until_killed (KpTestDatabase *t, int out, gint64 start)
{
  g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_READ_WRITE);

  for (gint64 i = start;; i++)
    {
      g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "unit");
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 10; k++)
        {
          g_autofree char *name = g_strdup_printf ("P%06d-%u", (int) i, k);
          Place place = { TEST_CAMPAIGN, name, NULL, i, 0 };
          Mark mark = { TEST_CAMPAIGN, name, 1, "x", i };

          if (!kp_ledger_insert (ledger, &place_table, &place, &error) ||
              !kp_ledger_insert (ledger, &mark_table, &mark, &error))
            g_error ("%s", error->message);
        }
      if (!kp_ledger_commit (ledger, &error))
        g_error ("%s", error->message);
      if (write (out, &i, sizeof i) != sizeof i)
        _exit (2);
    }
}

/* Somewhere in its work: every other one has told of a unit before, however slow the machine is. */
static gint64
kill_one (KpTestDatabase *t, KpTestDice *dice, gint64 start, gboolean waits)
{
  gint64 told = start - 1;
  gint64 unit = 0;
  int fds[2];
  int status = 0;
  pid_t child = 0;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (fds[0]);
      work_until_killed (t, fds[1], start);
      _exit (1);
    }
  close (fds[1]);
  if (waits && read (fds[0], &unit, sizeof unit) == sizeof unit)
    told = unit;
  g_usleep (kp_test_dice_below (dice, 40000));
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  while (read (fds[0], &unit, sizeof unit) == sizeof unit)
    told = unit;
  close (fds[0]);
  return told;
}

/* The server may still be ending the last unit of the dead: whoever takes the lock comes after it. */
static void
wait_for_the_dead (KpDatabase *db)
{
  kp_ledger_free (kp_test_register_begin (db, "wait"));
}

static void
test_killed_process_leaves_whole_units (KpTestDatabase *t)
{
  KpTestDice dice = { 7 };
  gint64 start = 1;

  kp_database_close (kp_test_register_create (t));
  for (guint round = 0; round < N_KILLS; round++)
    {
      gint64 told = kill_one (t, &dice, start, round % 2 == 0);
      g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_READ_WRITE);
      g_auto (KpVerifyReport) report = { 0 };
      g_autoptr (GError) error = NULL;
      gint64 n = 0;

      wait_for_the_dead (db);
      g_assert_true (kp_journal_verify (db, TEST_CAMPAIGN, test_tables, 2, NULL, NULL, &report, &error));
      g_assert_no_error (error);
      g_assert_true (kp_verify_report_is_sound (&report));
      n = count_places (db);
      g_assert_cmpint (n % 10, ==, 0);
      g_assert_cmpint (report.n_journal_rows, ==, 2 * n);
      g_assert_cmpint (n / 10, >=, told);
      start = n / 10 + 1;
    }
  g_assert_cmpint (start, >, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/engine/%s/transaction/cleanup-rolls-back", test_cleanup_rolls_back);
  kp_test_database_add ("/data/engine/%s/transaction/reading-sees-one-snapshot",
                        test_reading_sees_one_snapshot);
  kp_test_database_add ("/data/engine/%s/transaction/reading-handle-cannot-write",
                        test_reading_handle_cannot_write);
  kp_test_database_add ("/data/engine/%s/transaction/cancelling-stops-and-undoes",
                        test_cancelling_stops_and_undoes);
  kp_test_database_add ("/data/engine/%s/transaction/killed-process-leaves-whole-units",
                        test_killed_process_leaves_whole_units);
  g_test_add_func ("/data/engine/sqlite/transaction/second-writer-waits-then-is-busy",
                   test_second_writer_waits_then_is_busy);
  return g_test_run ();
}
