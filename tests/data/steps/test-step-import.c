/* test-step-import.c – registrations come in whole or not at all, and never twice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-data-error.h"
#include "kp-step-import.h"
#include "kp-step-review.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

static KpRegistrationBook *
read_rows (KpTestCampaign *c,
           const char *name,
           const char *rows)
{
  g_autofree char *text = g_strconcat (KP_TEST_HEADING, rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, name, text);
  g_autoptr (GError) error = NULL;
  KpRegistrationBook *book = kp_registration_book_read (path, NULL, &error);

  g_assert_no_error (error);
  return book;
}

static void
test_takes_good_rows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *last;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_register (c, "B01", 2);
  roster = kp_test_campaign_load (c);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 5);
  last = kp_roster_get_dossier (roster, 4);
  g_assert_cmpstr (last->application->application, ==, "000005");
  g_assert_cmpstr (last->application->post, ==, "B01");
  g_assert_cmpstr (last->person->education, ==, "本科");
  g_assert_cmpint (last->person->is_veteran, ==, 1);
  g_assert_cmpstr (last->person->grid_since, ==, "2020-03-01");
  kp_test_campaign_assert_sound (c);
}

static void
test_one_bad_row_keeps_all_out (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *good = kp_test_campaign_make_rows (c, "A01", 2);
  g_autofree char *bad = kp_test_campaign_make_rows (c, "Z99", 1);
  g_autofree char *rows = g_strconcat (good, bad, NULL);
  g_autoptr (KpRegistrationBook) book = read_rows (c, "mixed.csv", rows);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpImportTally tally;

  g_assert_false (kp_step_import_registrations (c->session, book, FALSE, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpuint (tally.n_reject, ==, 1);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
test_clerk_accepts_good_rows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *good = kp_test_campaign_make_rows (c, "A01", 2);
  g_autofree char *bad = kp_test_campaign_make_rows (c, "Z99", 1);
  g_autofree char *rows = g_strconcat (good, bad, NULL);
  g_autoptr (KpRegistrationBook) book = read_rows (c, "mixed.csv", rows);
  g_autoptr (GError) error = NULL;
  KpImportTally tally;

  kp_step_import_registrations (c->session, book, TRUE, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_rows, ==, 3);
  g_assert_cmpuint (tally.n_ok, ==, 2);
  g_assert_cmpuint (tally.n_warn, ==, 0);
  g_assert_cmpuint (tally.n_conflict, ==, 0);
  g_assert_cmpuint (tally.n_recorded, ==, 0);
  g_assert_cmpuint (tally.n_taken, ==, 2);
  g_assert_cmpuint (tally.n_reject, ==, 1);
}

static void
test_same_file_twice_changes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *rows = kp_test_campaign_make_rows (c, "A01", 4);
  gint64 n_after_first = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpRegistrationBook) book = read_rows (c, "same.csv", rows);
      g_autoptr (GError) error = NULL;
      KpImportTally tally;

      kp_step_import_registrations (c->session, book, FALSE, &tally, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tally.n_taken, ==, i == 0 ? 4 : 0);
      g_assert_cmpuint (tally.n_recorded, ==, i == 0 ? 0 : 4);
      if (i == 0)
        n_after_first = kp_test_campaign_count_journal (c);
    }
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_after_first);
}

static void
test_second_post_is_a_conflict (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *first = kp_test_campaign_make_rows (c, "A01", 1);
  g_autofree char *second = NULL;
  g_autoptr (KpRegistrationBook) book = NULL;
  g_autoptr (GError) error = NULL;
  KpImportTally tally;

  c->n_made = 0;
  second = kp_test_campaign_make_rows (c, "B01", 1);
  book = read_rows (c, "first.csv", first);
  kp_step_import_registrations (c->session, book, FALSE, &tally, &error);
  g_assert_no_error (error);

  g_clear_pointer (&book, kp_registration_book_free);
  book = read_rows (c, "second.csv", second);
  g_assert_false (kp_step_import_registrations (c->session, book, FALSE, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpuint (tally.n_conflict, ==, 1);
}

static void
test_closed_registration_takes_nobody (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *rows = NULL;
  g_autoptr (KpRegistrationBook) book = NULL;
  g_autoptr (GError) error = NULL;
  KpImportTally tally;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  rows = kp_test_campaign_make_rows (c, "A01", 1);
  book = read_rows (c, "late.csv", rows);
  g_assert_false (kp_step_import_registrations (c->session, book, FALSE, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
}

static void
assert_too_new (KpTestCampaign *c,
                KpOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) session = kp_session_open (c->database->location, NULL, "tester", mode, &c->sources, &error);

  g_assert_null (session);
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_TOO_NEW);
}

static KpSession *
create_again (KpTestCampaign *c,
              GError **error)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *scheme = kp_test_read (path, NULL);

  return kp_session_create (c->database->location, scheme, "second", &c->sources, error);
}

/* Two clerks create the same record: the second is refused, and the record of the first stays. */
static void
test_second_creation_leaves_the_first (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = create_again (c, &error);

  g_assert_null (second);
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS);
  kp_test_campaign_register (c, "A01", 1);
  kp_test_campaign_assert_sound (c);
}

/* A creation that is killed after the schema leaves a record without campaign; it is begun anew, not stuck. */
static void
test_killed_creation_can_be_repeated (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&c->session, kp_session_close);
  kp_test_database_tamper (c->database, "DELETE FROM post");
  kp_test_database_tamper (c->database, "DELETE FROM campaign");
  kp_test_database_tamper (c->database, "DELETE FROM journal");
  kp_test_database_tamper (c->database, "DELETE FROM journal_head");
  c->session = create_again (c, &error);
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

/* A record whose version was lost looks unfinished at first sight; nothing of it may be lost to a second creation. */
static void
test_creation_never_removes_a_record (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = NULL;

  kp_test_campaign_register (c, "A01", 3);
  g_clear_pointer (&c->session, kp_session_close);
  kp_test_database_tamper (c->database, "PRAGMA user_version = 0");
  second = create_again (c, &error);
  g_assert_null (second);
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS);
  kp_test_database_tamper (c->database, "PRAGMA user_version = 1");
  c->session = kp_session_open (c->database->location, NULL, "tester", KP_OPEN_READ_WRITE, &c->sources, NULL);
  g_assert_nonnull (c->session);
  kp_test_campaign_assert_sound (c);
}

/* What a newer program wrote isn't even read: this one would leave out what it doesn't know. */
static void
test_newer_record_is_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const gboolean is_file = t->kind == KP_DATABASE_SQLITE;

  g_clear_pointer (&c->session, kp_session_close);
  kp_test_database_tamper (c->database, is_file ? "PRAGMA user_version = 99"
                                                : "INSERT INTO schema_migration VALUES (99, 'later', repeat ('0', 64))");
  assert_too_new (c, KP_OPEN_READ_WRITE);
  assert_too_new (c, KP_OPEN_READ_ONLY);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/import/takes-good-rows", test_takes_good_rows);
  kp_test_database_add ("/data/steps/%s/import/one-bad-row-keeps-all-out", test_one_bad_row_keeps_all_out);
  kp_test_database_add ("/data/steps/%s/import/clerk-accepts-good-rows", test_clerk_accepts_good_rows);
  kp_test_database_add ("/data/steps/%s/import/same-file-twice-changes-nothing", test_same_file_twice_changes_nothing);
  kp_test_database_add ("/data/steps/%s/import/second-post-is-a-conflict", test_second_post_is_a_conflict);
  kp_test_database_add ("/data/steps/%s/import/closed-registration-takes-nobody", test_closed_registration_takes_nobody);
  kp_test_database_add ("/data/steps/%s/create/second-leaves-the-first", test_second_creation_leaves_the_first);
  kp_test_database_add ("/data/steps/%s/create/killed-can-be-repeated", test_killed_creation_can_be_repeated);
  g_test_add_func ("/data/steps/create/never-removes-a-record", test_creation_never_removes_a_record);
  kp_test_database_add ("/data/steps/%s/open/newer-record-is-refused", test_newer_record_is_refused);
  return g_test_run ();
}
