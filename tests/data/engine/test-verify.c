/* test-verify.c – whatever a stranger changes with the engine's own shell is found and named.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-test-register.h"
#include "kp-test.h"
#include "kp-verify.h"

/* Each row is one tampering of a record with 20 places and 20 marks: journal rows 1, 3, 5 … are places, 2, 4,
 * 6 … marks. */
typedef struct
{
  const char *name;
  const char *sql;
  KpVerifyKind kind;
  gint64 seq;
  const char *title;
  const char *key;
} Tampering;

static const Tampering tamperings[] = {
  { "mark-changed", "UPDATE test_mark SET mark = mark + 1 WHERE place = 'P000004'", KP_VERIFY_ROW_CHANGED, 10,
    "分数", "P000004/1" },
  { "personal-value-changed", "UPDATE test_mark SET secret = '510722199001011235' WHERE place = 'P000004'",
    KP_VERIFY_ROW_CHANGED, 10, "分数", "P000004/1" },
  { "place-changed", "UPDATE test_place SET quota = 99 WHERE place = 'P000000'", KP_VERIFY_ROW_CHANGED, 1,
    "岗位", "P000000" },
  { "text-set-to-null", "UPDATE test_place SET note = NULL WHERE place = 'P000002'", KP_VERIFY_ROW_CHANGED, 5,
    "岗位", "P000002" },
  { "version-changed", "UPDATE test_place SET version = 2 WHERE place = 'P000002'", KP_VERIFY_ROW_CHANGED, 5,
    "岗位", "P000002" },
  { "mark-removed", "DELETE FROM test_mark WHERE place = 'P000019'", KP_VERIFY_ROW_MISSING, 40, "分数",
    "P000019/1" },
  { "mark-added",
    "INSERT INTO test_mark (campaign, place, entry, secret, mark) VALUES ('甲县2026', 'P000003', 2, 'x', 1)",
    KP_VERIFY_ROW_UNWRITTEN, 0, "分数", "P000003/2" },
  { "journal-text-changed",
    "UPDATE journal SET after_text = replace (after_text, 'P000001', 'P000009') WHERE seq = 3",
    KP_VERIFY_CHAIN_BROKEN, 3, NULL, NULL },
  { "journal-actor-changed", "UPDATE journal SET actor = 'Clerk' WHERE seq = 40", KP_VERIFY_CHAIN_BROKEN, 40,
    NULL, NULL },
  { "journal-time-changed", "UPDATE journal SET at = '2026-03-01T09:00:01+08:00' WHERE seq = 1",
    KP_VERIFY_CHAIN_BROKEN, 1, NULL, NULL },
  { "journal-subject-set", "UPDATE journal SET subject = '' WHERE seq = 7", KP_VERIFY_CHAIN_BROKEN, 7, NULL,
    NULL },
  { "journal-hash-changed", "UPDATE journal SET hash = prev_hash WHERE seq = 8", KP_VERIFY_CHAIN_BROKEN, 8,
    NULL, NULL },
  { "journal-link-changed", "UPDATE journal SET prev_hash = hash WHERE seq = 9", KP_VERIFY_CHAIN_BROKEN, 9,
    NULL, NULL },
  { "journal-row-removed", "DELETE FROM journal WHERE seq = 11", KP_VERIFY_CHAIN_GAP, 11, NULL, NULL },
  { "journal-start-removed", "DELETE FROM journal WHERE seq = 1", KP_VERIFY_CHAIN_GAP, 1, NULL, NULL },
  { "journal-end-removed", "DELETE FROM journal WHERE seq = 40", KP_VERIFY_HEAD_DIFFERS, 39, NULL, NULL },
  { "head-removed", "DELETE FROM journal_head", KP_VERIFY_HEAD_DIFFERS, 40, NULL, NULL },
  { "head-changed", "UPDATE journal_head SET seq = 41", KP_VERIFY_HEAD_DIFFERS, 40, NULL, NULL },
};

typedef struct
{
  KpDatabaseKind kind;
  const Tampering *row;
} Case;

static void
verify (KpDatabase *db, KpVerifyReport *report)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = kp_journal_verify (db, TEST_CAMPAIGN, test_tables, 2, NULL, NULL, report, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static gboolean
is_named (const KpVerifyReport *report, const Tampering *row)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const KpVerifyFinding *f = g_ptr_array_index (report->findings, i);

      if (f->kind == row->kind && f->seq == row->seq && g_strcmp0 (f->title, row->title) == 0 &&
          g_strcmp0 (f->key, row->key) == 0)
        return f->sentence != NULL;
    }
  return FALSE;
}

static void
test_tampering (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (KpTestDatabase) t = kp_test_database_new (c->kind);
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) before = { 0 };
  g_auto (KpVerifyReport) after = { 0 };

  kp_test_register_fill (db, 20);
  verify (db, &before);
  g_assert_true (kp_verify_report_is_sound (&before));
  kp_test_database_tamper (t, c->row->sql);
  verify (db, &after);
  g_assert_false (kp_verify_report_is_sound (&after));
  g_assert_true (is_named (&after, c->row));
  if (c->row->title == NULL && c->row->kind != KP_VERIFY_HEAD_DIFFERS)
    g_assert_cmpint (after.first_broken, ==, c->row->seq);
  if (c->row->title != NULL)
    g_assert_cmpint (after.n_findings, ==, 1);
}

static void
add_tamperings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    for (guint kind = KP_DATABASE_SQLITE; kind <= KP_DATABASE_POSTGRES; kind++)
      {
        g_autofree char *path =
            g_strdup_printf ("/data/engine/%s/verify/names/%s",
                             kind == KP_DATABASE_SQLITE ? "sqlite" : "postgres", tamperings[i].name);
        Case *c = g_new0 (Case, 1);

        c->kind = kind;
        c->row = &tamperings[i];
        g_test_add_data_func_full (path, c, test_tampering, g_free);
      }
}

static void
test_all_are_counted_and_some_told (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) report = { 0 };

  kp_test_register_fill (db, 150);
  kp_test_database_tamper (t, "UPDATE test_mark SET mark = mark + 1");
  verify (db, &report);
  g_assert_cmpint (report.n_findings, ==, 150);
  g_assert_cmpuint (report.findings->len, ==, KP_VERIFY_MAX_FINDINGS);
}

static void
test_removed_and_put_again_is_sound (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (KpVerifyReport) report = { 0 };
  Mark mark = { TEST_CAMPAIGN, "P000000", 1, "y", 1 };
  gboolean ok = FALSE;

  kp_test_register_fill (db, 1);
  ledger = kp_test_register_begin (db, "correct");
  g_assert_true (kp_ledger_remove (ledger, &mark_table, &mark, &error));
  g_assert_true (kp_ledger_insert (ledger, &mark_table, &mark, &error));
  mark.mark = 2;
  g_assert_true (kp_ledger_put (ledger, &mark_table, &mark, &error));
  mark.entry = 2;
  g_assert_true (kp_ledger_insert (ledger, &mark_table, &mark, &error));
  g_assert_true (kp_ledger_remove (ledger, &mark_table, &mark, &error));
  ok = kp_ledger_commit (ledger, &error);
  g_assert_true (ok);
  verify (db, &report);
  g_assert_true (kp_verify_report_is_sound (&report));
  g_assert_cmpint (report.n_rows, ==, 2);
}

static void
test_campaign_without_journal_is_not_sound (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) report = { 0 };

  verify (db, &report);
  g_assert_false (kp_verify_report_is_sound (&report));
}

/* Without the stranger's tricks the engine itself keeps the journal. */
static void
test_journal_is_append_only (KpTestDatabase *t)
{
  static const char *const attempts[] = { "UPDATE journal SET actor = 'x'", "DELETE FROM journal" };
  g_autoptr (KpDatabase) db = kp_test_register_create (t);

  kp_test_register_fill (db, 1);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kp_database_script (db, attempts[i], &error));
      g_assert_nonnull (error);
    }
}

static void
count_calls (gint64 n_done, gint64 n_total, gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpint (n_done, <=, n_total);
  (*n)++;
}

static void
test_tells_progress (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  kp_test_register_fill (db, 3000);
  g_assert_true (kp_journal_verify (db, TEST_CAMPAIGN, test_tables, 2, count_calls, &n, &report, &error));
  g_assert_true (kp_verify_report_is_sound (&report));
  g_assert_cmpuint (n, >=, 3);
}

/* A byte of an index is not a byte of a row: the chain and the rows hold, the file does not. */
static void
test_one_byte_anywhere (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  char *found = NULL;
  guint n_found = 0;

  {
    g_autoptr (KpDatabase) db = kp_test_register_create (t);

    kp_test_register_fill (db, 20);
  }
  bytes = kp_test_read (t->location, &length);
  found = bytes;
  while ((found = memmem (found, length - (gsize) (found - bytes), "P0000", 5)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_auto (KpVerifyReport) report = { 0 };
      g_autoptr (KpDatabase) db = NULL;
      g_autofree char *complaint = NULL;

      found[4] = '9';
      g_file_set_contents (t->location, bytes, (gssize) length, &error);
      g_assert_no_error (error);
      found[4] = '0';
      found += 5;
      db = kp_test_database_open (t, KP_OPEN_READ_WRITE);
      verify (db, &report);
      kp_database_check_file (db, &complaint, &error);
      g_assert_no_error (error);
      g_assert_true (!kp_verify_report_is_sound (&report) || complaint != NULL);
      n_found++;
    }
  g_assert_cmpuint (n_found, >=, 20 * 6);
}

static void
test_untouched_file_is_whole (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autofree char *complaint = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (db, 20);
  g_assert_true (kp_database_check_file (db, &complaint, &error));
  g_assert_no_error (error);
  g_assert_null (complaint);
}

/* A row of @step by a clock that says @at is dated @expected. */
static void
write_at (KpDatabase *db, const char *step, const char *at, const char *expected)
{
  const KpAct act = { "clerk", at, step, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = kp_ledger_begin (db, TEST_CAMPAIGN, &act, &error);
  gboolean is_written;

  g_assert_no_error (error);
  g_assert_cmpstr (kp_ledger_get_at (ledger), ==, expected);
  is_written = kp_ledger_note (ledger, "fact", "", &error) && kp_ledger_commit (ledger, &error);
  g_assert_no_error (error);
  g_assert_true (is_written);
}

/* The clock goes where it likes; the journal only where two people say so. */
static void
test_time_goes_on (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) report = { 0 };

  write_at (db, "edit", "2026-03-01T09:00:00+08:00", "2026-03-01T09:00:00+08:00");
  write_at (db, "edit", "2026-03-01T08:59:59+08:00", "2026-03-01T09:00:00+08:00");
  write_at (db, "edit", "2026-03-01T02:00:00+00:00", "2026-03-01T02:00:00+00:00");
  write_at (db, "edit", "2026-03-01T09:30:00+08:00", "2026-03-01T02:00:00+00:00");
  write_at (db, KP_LEDGER_SET_CLOCK, "2025-01-01T09:00:00+08:00", "2025-01-01T09:00:00+08:00");
  write_at (db, "edit", "2024-01-01T09:00:00+08:00", "2025-01-01T09:00:00+08:00");
  verify (db, &report);
  g_assert_true (kp_verify_report_is_sound (&report));
}

/* One row that nobody answers for is named, and the rows after it aren't. */
static void
test_time_goes_back (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_auto (KpVerifyReport) report = { 0 };
  const KpVerifyFinding *last;

  write_at (db, "edit", "2026-03-01T09:00:00+08:00", "2026-03-01T09:00:00+08:00");
  write_at (db, KP_LEDGER_SET_CLOCK, "2026-02-01T09:00:00+08:00", "2026-02-01T09:00:00+08:00");
  write_at (db, "edit", "2026-02-02T09:00:00+08:00", "2026-02-02T09:00:00+08:00");
  kp_test_database_tamper (t, "UPDATE journal SET step = 'edit' WHERE seq = 2");
  verify (db, &report);
  g_assert_cmpint (report.n_findings, ==, 2);
  last = g_ptr_array_index (report.findings, 1);
  g_assert_cmpint (last->kind, ==, KP_VERIFY_TIME_BACK);
  g_assert_cmpint (last->seq, ==, 2);
  g_assert_nonnull (strstr (last->sentence, "Row 2 "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_tamperings ();
  kp_test_database_add ("/data/engine/%s/verify/all-are-counted-and-some-told",
                        test_all_are_counted_and_some_told);
  kp_test_database_add ("/data/engine/%s/verify/removed-and-put-again-is-sound",
                        test_removed_and_put_again_is_sound);
  kp_test_database_add ("/data/engine/%s/verify/campaign-without-journal-is-not-sound",
                        test_campaign_without_journal_is_not_sound);
  kp_test_database_add ("/data/engine/%s/verify/journal-is-append-only", test_journal_is_append_only);
  kp_test_database_add ("/data/engine/%s/verify/tells-progress", test_tells_progress);
  kp_test_database_add ("/data/engine/%s/verify/untouched-file-is-whole", test_untouched_file_is_whole);
  g_test_add_func ("/data/engine/sqlite/verify/one-byte-anywhere", test_one_byte_anywhere);
  kp_test_database_add ("/data/engine/%s/verify/time-goes-on", test_time_goes_on);
  kp_test_database_add ("/data/engine/%s/verify/time-goes-back", test_time_goes_back);
  return g_test_run ();
}
