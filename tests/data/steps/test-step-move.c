/* test-step-move.c – a campaign is carried from record to record: nothing is lost, and only one of them can be worked on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-data-error.h"
#include "kp-schema.h"
#include "kp-step-move.h"
#include "kp-test-campaign.h"
#include "kp-test.h"
#include "kp-verify.h"

static KpTestCampaign *
make_campaign (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "D01", 12);
  kp_test_campaign_review (c);
  return c;
}

static char *
dup_digest (KpSession *session)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_autoptr (GError) error = NULL;
  char *digest = NULL;

  kp_copy_digest (kp_session_get_database (session), kp_session_get_campaign (session), tables, n_tables, &digest, &error);
  g_assert_no_error (error);
  return digest;
}

static void
assert_sound (KpSession *session)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  kp_journal_verify (kp_session_get_database (session), kp_session_get_campaign (session), tables, n_tables, NULL, NULL, &report,
                     &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
}

static KpSession *
open_at (KpTestCampaign *c, const char *location)
{
  g_autoptr (GError) error = NULL;
  KpSession *session = kp_session_open (location, NULL, "tester", KP_OPEN_READ_WRITE, &c->sources, &error);

  g_assert_no_error (error);
  return session;
}

static void
move (KpSession *session, const char *location, KpCopyReport *report)
{
  g_autoptr (GError) error = NULL;

  kp_step_move (session, location, NULL, NULL, report, &error);
  g_assert_no_error (error);
}

/* Any work will do. */
static gboolean
work (KpSession *session, GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "correct", NULL, error);

  return ledger != NULL && kp_ledger_note (ledger, "test", "", error) && kp_session_commit (session, ledger, error);
}

/* The record that is not t's kind: a server for a file, a file for a server. */
static KpTestDatabase *
make_other (KpTestDatabase *t)
{
  return kp_test_database_new (t->kind == KP_DATABASE_SQLITE ? KP_DATABASE_POSTGRES : KP_DATABASE_SQLITE);
}

static void
test_carries_all (KpTestDatabase *t)
{
  g_autoptr (KpTestDatabase) other = make_other (t);
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_autofree char *last = g_build_filename (other->folder, "last.kaopin", NULL);
  g_auto (KpCopyReport) there = { 0 };
  g_auto (KpCopyReport) back = { 0 };
  g_autoptr (KpSession) second = NULL, third = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;

  move (c->session, other->location, &there);
  left = dup_digest (c->session);
  g_assert_cmpstr (left, ==, there.digest);
  g_assert_cmpint (there.n_journal_rows, ==, kp_test_campaign_count_journal (c));
  second = open_at (c, other->location);
  assert_sound (second);
  g_assert_true (work (second, &error));
  g_assert_no_error (error);

  move (second, last, &back);
  third = open_at (c, last);
  assert_sound (third);
  g_assert_cmpint (back.n_rows, ==, there.n_rows);
  g_assert_cmpint (back.n_journal_rows, ==, there.n_journal_rows + 3); /* moved in, worked, moved out */
  g_assert_true (work (third, &error));
  g_assert_no_error (error);
}

/* From a file to a server, on into a file, worked on there, and back to the server that it once left. */
static void
test_comes_back (KpTestDatabase *t)
{
  g_autoptr (KpTestDatabase) server = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_autofree char *file = g_build_filename (server->folder, "between.kaopin", NULL);
  g_autofree char *again = g_build_filename (server->folder, "again.kaopin", NULL);
  g_auto (KpCopyReport) first = { 0 };
  g_auto (KpCopyReport) second = { 0 };
  g_auto (KpCopyReport) third = { 0 };
  g_auto (KpCopyReport) fourth = { 0 };
  g_autoptr (KpSession) on_server = NULL, in_file = NULL, back = NULL;
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;

  move (c->session, server->location, &first);
  on_server = open_at (c, server->location);
  move (on_server, file, &second);
  in_file = open_at (c, file);
  g_assert_true (work (in_file, &error));
  g_assert_no_error (error);
  move (in_file, server->location, &third);
  left = dup_digest (in_file);
  g_assert_cmpstr (left, ==, third.digest);
  g_assert_cmpint (third.n_rows, ==, first.n_rows);
  g_assert_cmpint (third.n_journal_rows, ==, first.n_journal_rows + 5); /* in, out; in, worked, out */
  g_assert_false (work (in_file, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_MOVED);
  g_clear_error (&error);
  back = open_at (c, server->location);
  assert_sound (back);
  g_assert_true (work (back, &error));
  g_assert_no_error (error);
  move (back, again, &fourth);
  g_assert_cmpint (fourth.n_journal_rows, ==, third.n_journal_rows + 3);
}

/* What was worked on in two places is two campaigns: an older copy isn't put over the newer one. */
static void
test_does_not_come_back_older (KpTestDatabase *t)
{
  g_autoptr (KpTestDatabase) server = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_autofree char *copy = g_build_filename (server->folder, "copy.kaopin", NULL);
  g_autofree char *file = g_build_filename (server->folder, "file.kaopin", NULL);
  g_auto (KpCopyReport) first = { 0 };
  g_auto (KpCopyReport) second = { 0 };
  g_auto (KpCopyReport) copied = { 0 };
  g_auto (KpCopyReport) unused = { 0 };
  g_autoptr (KpSession) on_server = NULL, older = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_session_copy_to_file (c->session, copy, &copied, &error));
  move (c->session, server->location, &first);
  on_server = open_at (c, server->location);
  g_assert_true (work (on_server, &error));
  move (on_server, file, &second);
  before = dup_digest (on_server);
  older = open_at (c, copy);
  g_assert_true (work (older, &error));
  g_assert_false (kp_step_move (older, server->location, NULL, NULL, &unused, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS);
  after = dup_digest (on_server);
  g_assert_cmpstr (before, ==, after);
}

static void
test_source_is_closed (KpTestDatabase *t)
{
  g_autoptr (KpTestDatabase) other = make_other (t);
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_autofree char *another = g_build_filename (t->folder, "another.kaopin", NULL);
  g_auto (KpCopyReport) report = { 0 };
  g_auto (KpCopyReport) unused = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 n;

  move (c->session, other->location, &report);
  n = kp_test_campaign_count_journal (c);
  g_assert_false (work (c->session, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_MOVED);
  g_clear_error (&error);
  g_assert_false (kp_step_move (c->session, another, NULL, NULL, &unused, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_MOVED);
  kp_test_assert_no_file (another);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n);
  assert_sound (c->session);
}

/* Somebody else has the campaign there: nothing changes on either side. */
static void
test_refuses_what_is_there (KpTestDatabase *t)
{
  g_autoptr (KpTestDatabase) other = make_other (t);
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_autoptr (KpTestCampaign) theirs = kp_test_campaign_new (other);
  g_auto (KpCopyReport) report = { 0 };
  g_autofree char *mine_before = dup_digest (c->session);
  g_autofree char *theirs_before = dup_digest (theirs->session);
  g_autofree char *mine_after = NULL, *theirs_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_step_move (c->session, theirs->database->location, NULL, NULL, &report, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS);
  mine_after = dup_digest (c->session);
  theirs_after = dup_digest (theirs->session);
  g_assert_cmpstr (mine_after, ==, mine_before);
  g_assert_cmpstr (theirs_after, ==, theirs_before);
  g_clear_error (&error);
  g_assert_true (work (c->session, &error));
}

static void
test_refuses_unsound (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_autofree char *path = g_build_filename (t->folder, "copy.kaopin", NULL);
  g_auto (KpCopyReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  kp_test_database_tamper (c->database, "UPDATE application SET remark = 'x'");
  g_assert_false (kp_step_move (c->session, path, NULL, NULL, &report, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_no_file (path);
}

/* Cut off between the two last commits: closed on both sides, and the same command opens the target. */
static void
test_ends_what_was_begun (KpTestDatabase *t)
{
  g_autoptr (KpTestDatabase) other = make_other (t);
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_auto (KpCopyReport) report = { 0 };
  g_auto (KpCopyReport) again = { 0 };
  g_autoptr (KpSession) target = NULL;
  g_autoptr (GError) error = NULL;

  move (c->session, other->location, &report);
  kp_test_database_tamper (other, "DELETE FROM journal WHERE seq = (SELECT max (seq) FROM journal); "
                                  "UPDATE journal_head SET seq = seq - 1, "
                                  "hash = (SELECT hash FROM journal ORDER BY seq DESC LIMIT 1);");
  {
    g_autoptr (KpSession) closed = open_at (c, other->location);

    g_assert_false (work (closed, &error));
    g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_MOVED);
    g_clear_error (&error);
  }
  move (c->session, other->location, &again);
  g_assert_cmpstr (again.digest, ==, report.digest);
  g_assert_cmpstr (again.head, ==, report.head);
  target = open_at (c, other->location);
  assert_sound (target);
  g_assert_true (work (target, &error));
  g_assert_no_error (error);
}

static void
test_copies_to_file (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_campaign (t);
  g_autofree char *path = g_build_filename (t->folder, "copy.kaopin", NULL);
  g_auto (KpCopyReport) report = { 0 };
  g_auto (KpCopyReport) unused = { 0 };
  g_autoptr (KpSession) copy = NULL;
  g_autofree char *mine = NULL, *theirs = NULL;
  g_autoptr (GError) error = NULL;

  kp_session_copy_to_file (c->session, path, &report, &error);
  g_assert_no_error (error);
  copy = open_at (c, path);
  assert_sound (copy);
  mine = dup_digest (c->session);
  theirs = dup_digest (copy);
  g_assert_cmpstr (mine, ==, theirs);
  g_assert_true (work (c->session, &error));
  g_assert_true (work (copy, &error));
  g_assert_false (kp_session_copy_to_file (c->session, path, &unused, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/move/carries-all", test_carries_all);
  kp_test_database_add ("/data/steps/%s/move/comes-back", test_comes_back);
  kp_test_database_add ("/data/steps/%s/move/does-not-come-back-older", test_does_not_come_back_older);
  kp_test_database_add ("/data/steps/%s/move/source-is-closed", test_source_is_closed);
  kp_test_database_add ("/data/steps/%s/move/refuses-what-is-there", test_refuses_what_is_there);
  kp_test_database_add ("/data/steps/%s/move/refuses-unsound", test_refuses_unsound);
  kp_test_database_add ("/data/steps/%s/move/ends-what-was-begun", test_ends_what_was_begun);
  kp_test_database_add ("/data/steps/%s/move/copies-to-file", test_copies_to_file);
  return g_test_run ();
}
