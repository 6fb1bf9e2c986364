/* test-ledger.c – what a unit of work writes, journals, refuses and leaves.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-data-error.h"
#include "kp-journal.h"
#include "kp-test-register.h"
#include "kp-test.h"
#include "kp-verify.h"

static void
commit (KpLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = kp_ledger_commit (ledger, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static Place *
find_place (KpDatabase *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  Place *place = NULL;

  kp_table_find (db, &place_table, TEST_CAMPAIGN, KP_BINDS (KP_TEXT (name)), &place, &error);
  g_assert_no_error (error);
  return place;
}

static GPtrArray *
read_journal (KpDatabase *db)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows =
      kp_table_select (db, &kp_journal_table, TEST_CAMPAIGN, "ORDER BY seq", KP_NO_BINDS, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_writes_and_journals (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "import");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree Place *read = NULL;
  Place place = { TEST_CAMPAIGN, "A/1", "说\"好\"\n", KP_NO_INT, 0 };
  Mark mark = { TEST_CAMPAIGN, "A/1", 2, "510722199001011234", 0 };
  KpJournalRow *row = NULL;

  g_assert_true (kp_ledger_insert (ledger, &place_table, &place, &error));
  g_assert_cmpint (place.version, ==, 1);
  g_assert_true (kp_ledger_insert (ledger, &mark_table, &mark, &error));
  place.quota = 3;
  place.note = NULL;
  g_assert_true (kp_ledger_update (ledger, &place_table, &place, &error));
  g_assert_cmpint (place.version, ==, 2);
  g_assert_true (kp_ledger_note (ledger, "digest", "{\"sha256\":\"00\"}", &error));
  g_assert_true (kp_ledger_remove (ledger, &mark_table, &mark, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kp_ledger_get_n_written (ledger), ==, 5);
  commit (ledger);

  read = find_place (db, "A/1");
  g_assert_cmpint (read->quota, ==, 3);
  g_assert_null (read->note);
  rows = read_journal (db);
  g_assert_cmpuint (rows->len, ==, 5);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->seq, ==, 1);
  g_assert_cmpstr (row->row_key, ==, "A\\/1");
  g_assert_cmpstr (row->actor, ==, "clerk");
  g_assert_null (row->subject);
  g_assert_null (row->before_text);
  g_assert_cmpstr (row->after_text, ==, "{\"place\":\"A/1\",\"note\":\"说\\\"好\\\"\\u000a\",\"version\":1}");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->row_key, ==, "A\\/1/2");
  g_assert_cmpstr (row->after_text, ==, "{\"place\":\"A/1\",\"entry\":2,\"secret\":\"***\",\"mark\":0}");
  row = g_ptr_array_index (rows, 2);
  g_assert_cmpstr (row->before_text, ==, "{\"note\":\"说\\\"好\\\"\\u000a\",\"quota\":null,\"version\":1}");
  g_assert_cmpstr (row->after_text, ==, "{\"note\":null,\"quota\":3,\"version\":2}");
  row = g_ptr_array_index (rows, 3);
  g_assert_cmpstr (row->act, ==, "note");
  row = g_ptr_array_index (rows, 4);
  g_assert_cmpstr (row->act, ==, "remove");
  g_assert_null (row->after_text);
}

static void
test_forgotten_ledger_rolls_back (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GPtrArray) rows = NULL;

  {
    g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "import");
    g_autoptr (GError) error = NULL;
    Place place = { TEST_CAMPAIGN, "A", NULL, 1, 0 };

    g_assert_true (kp_ledger_insert (ledger, &place_table, &place, &error));
  }
  g_assert_null (find_place (db, "A"));
  rows = read_journal (db);
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_nothing_written_leaves_no_trace (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Place place = { TEST_CAMPAIGN, "A", "x", 1, 0 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "import");
      g_autoptr (GError) error = NULL;

      place.version = 99;
      g_assert_true (kp_ledger_put (ledger, &place_table, &place, &error));
      g_assert_cmpint (place.version, ==, 1);
      g_assert_true (kp_ledger_update (ledger, &place_table, &place, &error));
      g_assert_cmpint (kp_ledger_get_n_written (ledger), ==, i == 0 ? 1 : 0);
      commit (ledger);
      if (i == 0)
        before = kp_ledger_dup_head_hash (db, TEST_CAMPAIGN, &error);
      else
        after = kp_ledger_dup_head_hash (db, TEST_CAMPAIGN, &error);
      g_assert_no_error (error);
    }
  rows = read_journal (db);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (strlen (before), ==, 64);
}

static void
test_put_changes_without_version (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree Place *read = NULL;
  Place place = { TEST_CAMPAIGN, "P000000", "新", 7, 0 };

  kp_test_register_fill (db, 1);
  ledger = kp_test_register_begin (db, "put");
  g_assert_true (kp_ledger_put (ledger, &place_table, &place, &error));
  g_assert_no_error (error);
  g_assert_cmpint (place.version, ==, 2);
  commit (ledger);
  read = find_place (db, "P000000");
  g_assert_cmpstr (read->note, ==, "新");
  g_assert_cmpint (read->version, ==, 2);
}

static void
test_second_writer_is_stale (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autofree Place *first = NULL;
  g_autofree Place *second = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (db, 1);
  first = find_place (db, "P000000");
  second = find_place (db, "P000000");
  first->note = "甲";
  second->note = "乙";
  ledger = kp_test_register_begin (db, "edit");
  g_assert_true (kp_ledger_update (ledger, &place_table, first, &error));
  g_assert_false (kp_ledger_update (ledger, &place_table, second, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_STALE);
  g_assert_true (g_str_has_prefix (error->message, "岗位 P000000: "));
  g_clear_error (&error);
  g_assert_false (kp_ledger_remove (ledger, &place_table, second, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_STALE);
  commit (ledger);
}

static void
test_missing_row_is_not_found (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "edit");
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  Place place = { TEST_CAMPAIGN, "A", NULL, 1, 1 };

  g_assert_false (kp_ledger_update (ledger, &place_table, &place, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kp_ledger_remove (ledger, &place_table, &place, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  commit (ledger);
  hash = kp_ledger_dup_head_hash (db, TEST_CAMPAIGN, &error);
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
  g_assert_null (hash);
}

static void
test_broken_rule_undoes_the_unit (KpTestDatabase *t)
{
  static const Mark orphan = { TEST_CAMPAIGN, "nowhere", 1, "510722199001011234", 1 };
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "import");
  g_autoptr (GError) error = NULL;
  Place place = { TEST_CAMPAIGN, "A", NULL, 1, 0 };
  Mark mark = orphan;

  g_assert_true (kp_ledger_insert (ledger, &place_table, &place, &error));
  g_assert_false (kp_ledger_insert (ledger, &mark_table, &mark, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CONSTRAINT);
  g_assert_null (strstr (error->message, mark.secret));
  g_clear_error (&error);
  place.place = "B";
  g_assert_false (kp_ledger_insert (ledger, &place_table, &place, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_ABORTED);
  g_clear_error (&error);
  g_assert_false (kp_ledger_commit (ledger, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_ABORTED);
  g_assert_null (find_place (db, "A"));
}

static void
test_chains_follow_over_units (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "edit");
      g_autofree char *name = g_strdup_printf ("P%u", i);
      Place place = { TEST_CAMPAIGN, name, NULL, i, 0 };

      g_assert_true (kp_ledger_insert (ledger, &place_table, &place, &error));
      commit (ledger);
    }
  g_assert_true (kp_journal_verify (db, TEST_CAMPAIGN, test_tables, 2, NULL, NULL, &report, &error));
  g_assert_true (kp_verify_report_is_sound (&report));
  g_assert_cmpint (report.n_journal_rows, ==, 3);
  g_assert_cmpint (report.n_rows, ==, 3);
  head = kp_ledger_dup_head_hash (db, TEST_CAMPAIGN, &error);
  g_assert_cmpstr (head, ==, report.head_hash);
}

static gpointer
write_many (gpointer data)
{
  g_autoptr (KpDatabase) db = kp_test_database_open (data, KP_OPEN_READ_WRITE);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "count");
      g_autofree Place *place = find_place (db, "P000000");
      g_autoptr (GError) error = NULL;

      place->quota++;
      kp_ledger_update (ledger, &place_table, place, &error);
      g_assert_no_error (error);
      commit (ledger);
    }
  return NULL;
}

static void
test_two_writers_lose_nothing (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree Place *place = NULL;
  Place zero = { TEST_CAMPAIGN, "P000000", NULL, 0, 0 };
  GThread *threads[2];

  ledger = kp_test_register_begin (db, "start");
  g_assert_true (kp_ledger_insert (ledger, &place_table, &zero, &error));
  commit (ledger);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("writer", write_many, t);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  place = find_place (db, "P000000");
  g_assert_cmpint (place->quota, ==, 40);
  g_assert_cmpint (place->version, ==, 41);
}

static char *
dup_one (KpDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (db, sql, &error);
  gboolean has_row = FALSE;

  kp_statement_step (s, &has_row, &error);
  g_assert_no_error (error);
  return has_row ? kp_statement_dup_text (s, "one") : NULL;
}

/* When its unit of work began, by the server's clock. */
static gpointer
begin_and_see (gpointer data)
{
  g_autoptr (KpDatabase) db = kp_test_database_open (data, KP_OPEN_READ_WRITE);
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "wait");
  g_autofree Place *place = find_place (db, "P000001");

  g_assert_nonnull (ledger);
  g_assert_nonnull (place);
  return dup_one (db, "SELECT CAST (now () AS TEXT) AS one");
}

/* Who stands in the queue for a campaign gets its turn without beginning anew, and sees what those before it left. */
static void
test_waiting_writer_keeps_its_turn (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (KpDatabase) watcher = kp_test_database_open (t, KP_OPEN_READ_ONLY);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *begun = NULL;
  g_autofree char *seen = NULL;
  Place place = { TEST_CAMPAIGN, "P000001", NULL, 0, 0 };
  GThread *thread = NULL;

  kp_test_register_fill (db, 1);
  ledger = kp_test_register_begin (db, "hold");
  thread = g_thread_new ("waiter", begin_and_see, t);
  while (begun == NULL)
    begun = dup_one (watcher, "SELECT CAST (xact_start AS TEXT) AS one FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                              "AND query LIKE 'UPDATE journal_head%'");
  g_assert_true (kp_ledger_insert (ledger, &place_table, &place, &error));
  commit (ledger);
  seen = g_thread_join (thread);
  g_assert_cmpstr (seen, ==, begun);
}

/* 400,000 rows: two tables of 100,000 and their journal; how long that takes is told by kaopin bench. */
static void
test_many_rows (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (db, 100000);
  g_assert_true (kp_journal_verify (db, TEST_CAMPAIGN, test_tables, 2, NULL, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/engine/%s/ledger/writes-and-journals", test_writes_and_journals);
  kp_test_database_add ("/data/engine/%s/ledger/forgotten-ledger-rolls-back",
                        test_forgotten_ledger_rolls_back);
  kp_test_database_add ("/data/engine/%s/ledger/nothing-written-leaves-no-trace",
                        test_nothing_written_leaves_no_trace);
  kp_test_database_add ("/data/engine/%s/ledger/put-changes-without-version",
                        test_put_changes_without_version);
  kp_test_database_add ("/data/engine/%s/ledger/second-writer-is-stale", test_second_writer_is_stale);
  kp_test_database_add ("/data/engine/%s/ledger/missing-row-is-not-found", test_missing_row_is_not_found);
  kp_test_database_add ("/data/engine/%s/ledger/broken-rule-undoes-the-unit",
                        test_broken_rule_undoes_the_unit);
  kp_test_database_add ("/data/engine/%s/ledger/chains-follow-over-units", test_chains_follow_over_units);
  kp_test_database_add ("/data/engine/%s/ledger/two-writers-lose-nothing", test_two_writers_lose_nothing);
  g_test_add_func ("/data/engine/postgres/ledger/waiting-writer-keeps-its-turn", test_waiting_writer_keeps_its_turn);
  g_test_add_func ("/data/engine/sqlite/ledger/many-rows", test_many_rows);
  return g_test_run ();
}
