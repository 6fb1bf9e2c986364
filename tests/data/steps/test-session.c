/* test-session.c – campaigns made, opened, chosen; stages that close in order and come back on failure.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-recent.h"
#include "kp-data-error.h"
#include "kp-schema.h"
#include "kp-scheme-json.h"
#include "kp-session-private.h"
#include "kp-step-import.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

static const char *const no_edits[] = { NULL };
static const char *const other_code[] = { "yunling-2026", "yunling-2027", NULL };

static KpSession *
open_again (KpTestCampaign *c,
            const char *campaign,
            KpOpenMode mode,
            GError **error)
{
  return kp_session_open (c->database->location, campaign, "second", mode, &c->sources, error);
}

static void
assert_closed (KpTestCampaign *c,
               const char *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) again = open_again (c, NULL, KP_OPEN_READ_ONLY, &error);
  g_autofree char *held = kp_session_dup_closed (kp_session_get_stages (c->session));
  g_autofree char *stored = NULL;

  g_assert_no_error (error);
  stored = kp_session_dup_closed (kp_session_get_stages (again));
  g_assert_cmpstr (held, ==, names);
  g_assert_cmpstr (stored, ==, names);
}

static void
test_create_seals_the_scheme (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *scheme = kp_test_campaign_dup_scheme (no_edits);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, scheme, -1);
  g_autoptr (GPtrArray) posts = NULL;

  g_assert_cmpstr (kp_session_get_campaign (c->session), ==, "yunling-2026");
  g_assert_cmpstr (kp_session_get_actor (c->session), ==, "tester");
  g_assert_cmpstr (kp_session_get_scheme_digest (c->session), ==, digest);
  posts = kp_table_select (kp_session_get_database (c->session), &kp_post_table, "yunling-2026", "ORDER BY post",
                           KP_NO_BINDS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (posts->len, ==, 8);
  g_assert_cmpint (((KpPostRecord *) g_ptr_array_index (posts, 0))->places, ==, 12);
  g_assert_cmpstr (((KpPostRecord *) g_ptr_array_index (posts, 0))->state, ==, "planned");
  assert_closed (c, "plan notice");
  kp_test_campaign_assert_sound (c);
}

static void
test_open_reads_what_was_sealed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) again = open_again (c, "yunling-2026", KP_OPEN_READ_WRITE, &error);
  g_autofree char *scheme = NULL;
  g_autofree char *first = kp_scheme_json_dup (kp_session_get_scheme (c->session));

  g_assert_no_error (error);
  scheme = kp_scheme_json_dup (kp_session_get_scheme (again));
  g_assert_cmpstr (scheme, ==, first);
  g_assert_cmpstr (kp_session_get_scheme_digest (again), ==, kp_session_get_scheme_digest (c->session));
  g_assert_cmpstr (kp_session_get_actor (again), ==, "second");
}

static void
test_missing_campaign_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_again (c, "yunling-1999", KP_OPEN_READ_WRITE, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
  kp_test_assert_contains (error->message, "yunling-1999");
}

static void
test_record_without_campaign_is_told (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_CREATE_NEW);
  g_autoptr (GError) error = NULL;
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);

  kp_migration_upgrade (db, migrations, n_migrations, &error);
  g_assert_no_error (error);
  g_assert_null (kp_session_open (t->location, NULL, "tester", KP_OPEN_READ_WRITE, &kp_system_sources, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

static void
test_no_record_is_told (KpTestDatabase *t)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_session_open (t->location, NULL, "tester", KP_OPEN_READ_WRITE, &kp_system_sources, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
}

/* A file is one campaign; a server takes one more, and then it must be named. */
static void
test_second_campaign (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *scheme = kp_test_campaign_dup_scheme (other_code);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = kp_session_create (c->database->location, scheme, "tester", &c->sources, &error);
  g_autoptr (KpSession) chosen = NULL;

  if (t->kind == KP_DATABASE_SQLITE)
    {
      g_assert_null (second);
      g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS);
      kp_test_campaign_assert_sound (c);
      return;
    }
  g_assert_no_error (error);
  g_assert_null (open_again (c, NULL, KP_OPEN_READ_WRITE, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT);
  g_clear_error (&error);
  chosen = open_again (c, "yunling-2027", KP_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kp_session_get_campaign (chosen), ==, "yunling-2027");
}

/* Two counties on one server: what one does, the other doesn't see. */
static void
test_campaigns_do_not_mix (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = NULL;
  g_autofree char *scheme = kp_test_campaign_dup_scheme (other_code);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = NULL;
  g_autoptr (KpRoster) roster = NULL;

  if (t->kind == KP_DATABASE_SQLITE)
    {
      g_test_skip ("a file holds one campaign");
      return;
    }
  c = kp_test_campaign_new (t);
  second = kp_session_create (c->database->location, scheme, "tester", &c->sources, &error);
  g_assert_no_error (error);
  kp_test_campaign_register (c, "A01", 3);
  roster = kp_session_load_roster (second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 0);
  kp_test_campaign_assert_sound (c);
}

static void
test_same_campaign_twice_changes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *scheme = kp_test_campaign_dup_scheme (no_edits);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_session_create (c->database->location, scheme, "tester", &c->sources, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  kp_test_campaign_assert_sound (c);
}

static void
test_bad_scheme_leaves_no_record (KpTestDatabase *t)
{
  static const char *const no_places[] = { "\"places\": 12", "\"places\": 0", NULL };
  g_autofree char *scheme = kp_test_campaign_dup_scheme (no_places);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_session_create (t->location, scheme, "tester", &kp_system_sources, &error));
  g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_REFUSED);
  if (t->kind == KP_DATABASE_SQLITE)
    kp_test_assert_no_file (t->location);
}

static void
test_read_only_writes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) reader = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;
  gint64 n_rows;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 2);
  n_rows = kp_test_campaign_count_journal (c);
  g_clear_pointer (&c->session, kp_session_close);
  if (t->kind == KP_DATABASE_SQLITE)
    before = kp_test_read (c->database->location, &n_before);
  reader = open_again (c, NULL, KP_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (kp_step_review_auto (reader, &tally, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_clear_pointer (&reader, kp_session_close);
  if (t->kind == KP_DATABASE_SQLITE)
    {
      after = kp_test_read (c->database->location, &n_after);
      g_assert_cmpmem (before, n_before, after, n_after);
    }
  g_clear_error (&error);
  c->session = open_again (c, NULL, KP_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_rows);
}

/* Each step closes what lies before its own stage, and nothing after it. */
static void
test_stages_close_in_order (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  KpReviewTally review;
  KpSeatTally seats;

  kp_test_campaign_register (c, "A01", 6);
  assert_closed (c, "plan notice");
  kp_step_review_auto (c->session, &review, &error);
  g_assert_no_error (error);
  assert_closed (c, "plan notice");
  kp_test_campaign_decide_openings (c);
  posts = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
  assert_closed (c, "plan notice registration review");
  kp_test_campaign_commit_seats (c);
  kp_step_seat (c->session, "31415", &seats, &error);
  g_assert_no_error (error);
  assert_closed (c, "plan notice registration review");
  kp_test_campaign_mark (c, 7000);
  /* The clerks worked in sessions of their own: this one learns of it when it begins again. */
  g_clear_pointer (&c->session, kp_session_close);
  c->session = open_again (c, NULL, KP_OPEN_READ_WRITE, &error);
  assert_closed (c, "plan notice registration review sittings");
  kp_test_campaign_draw (c);
  assert_closed (c, "plan notice registration review sittings written shortlist");
}

/* A step that fails after it closed stages leaves them open, in the session and in the record. */
static void
test_failure_leaves_stages (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  KpMarksTally marks;
  g_autoptr (KpRoster) roster = NULL;
  g_autofree char *row = NULL;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  assert_closed (c, "plan notice registration review");
  g_assert_false (kp_step_shortlist (c->session, &tally, &error));
  g_clear_error (&error);
  assert_closed (c, "plan notice registration review");

  roster = kp_test_campaign_load (c);
  row = g_strdup_printf ("%s,70\n", kp_roster_get_dossier (roster, 0)->seat->ticket);
  g_assert_true (kp_test_course_enter_marks (c, 1, row, &marks, &error));
}

static void
test_forgotten_work_is_undone (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = kp_session_begin (c->session, KP_STEP_REVIEW, "auto", &error);

  g_assert_no_error (error);
  g_assert_true (kp_session_close_stage (c->session, ledger, KP_STAGE_REVIEW, &error));
  g_clear_pointer (&ledger, kp_ledger_free);
  assert_closed (c, "plan notice");
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* Two at work: what the first closed, the second knows when it begins, though it opened before. */
static void
test_stage_closed_by_another_counts (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) other = NULL;
  g_autoptr (KpLedger) ledger = NULL;

  kp_test_campaign_register (c, "A01", 6);
  other = open_again (c, NULL, KP_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  kp_test_campaign_review (c);
  ledger = kp_session_begin (other, KP_STEP_IMPORT_REGISTRATIONS, NULL, &error);
  g_assert_null (ledger);
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
}

static void
test_import_is_written_once (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  gboolean is_imported = TRUE;

  g_assert_true (kp_session_is_imported (c->session, "physical", "d1", &is_imported, &error));
  g_assert_false (is_imported);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpLedger) ledger = kp_session_begin (c->session, KP_STEP_IMPORT_REGISTRATIONS, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (kp_session_write_import (c->session, ledger, "physical", "d1", 7 + i, 5, &error));
      g_assert_true (kp_session_commit (c->session, ledger, &error));
    }
  g_assert_true (kp_session_is_imported (c->session, "physical", "d1", &is_imported, &error));
  g_assert_true (is_imported);
  g_assert_true (kp_session_is_imported (c->session, "background", "d1", &is_imported, &error));
  g_assert_false (is_imported);
  kp_test_campaign_assert_sound (c);
}

static void
test_today_is_the_clocks (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *today = NULL;

  kp_test_campaign_set_now (c, "2028-02-29T23:59:59+08:00");
  today = kp_date_dup_iso (kp_session_get_today (c->session));
  g_assert_cmpstr (today, ==, "2028-02-29");
  kp_test_campaign_set_now (c, "2026-02-30T00:00:00+08:00");
  g_assert_true (kp_date_is_none (kp_session_get_today (c->session)));
  kp_test_campaign_set_now (c, "today");
  g_assert_true (kp_date_is_none (kp_session_get_today (c->session)));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *again;
} ClosedRow;

static const ClosedRow closed_rows[] = {
  { "none", "", "" },
  { "one", "hire", "hire" },
  { "in-the-programs-order", "review plan", "plan review" },
  { "newer-name-left-out", "plan siesta review", "plan review" },
  { "twice", "plan plan", "plan" },
};

static void
test_closed (gconstpointer data)
{
  const ClosedRow *row = data;
  g_autofree char *again = kp_session_dup_closed (kp_session_parse_closed (row->text));

  g_assert_cmpstr (again, ==, row->again);
}

/* The real sources: a time with its zone that parses, and nonces that differ. */
static void
test_system_sources (void)
{
  g_autofree char *now = kp_system_sources.dup_now (NULL);
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GError) error = NULL;
  guint8 first[32] = { 0 };
  guint8 second[32] = { 0 };

  g_assert_nonnull (parsed);
  g_assert_cmpuint (strlen (now), ==, strlen ("2026-03-07T09:00:00+08:00"));
  g_assert_true (kp_system_sources.make_nonce (NULL, "seats", first, &error));
  g_assert_true (kp_system_sources.make_nonce (NULL, "seats", second, &error));
  g_assert_cmpint (memcmp (first, second, sizeof first), !=, 0);
}

/* The last first; rows of one act are one, however many. */
static void
test_recent (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) last = NULL;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_set_now (c, "2026-03-08T09:00:00+08:00");
  kp_test_campaign_register (c, "B01", 3);
  all = kp_recent_list (c->session, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, >=, 2);
  g_assert_cmpstr (((KpRecentAct *) g_ptr_array_index (all, 0))->step, ==, "import-registrations");
  g_assert_cmpstr (((KpRecentAct *) g_ptr_array_index (all, 0))->at, ==, "2026-03-08T09:00:00+08:00");
  g_assert_cmpstr (((KpRecentAct *) g_ptr_array_index (all, 1))->at, ==, "2026-03-07T09:00:00+08:00");
  last = kp_recent_list (c->session, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last->len, ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/session/create-seals-the-scheme", test_create_seals_the_scheme);
  kp_test_database_add ("/data/steps/%s/session/open-reads-what-was-sealed", test_open_reads_what_was_sealed);
  kp_test_database_add ("/data/steps/%s/session/missing-campaign-is-told", test_missing_campaign_is_told);
  kp_test_database_add ("/data/steps/%s/session/record-without-campaign", test_record_without_campaign_is_told);
  kp_test_database_add ("/data/steps/%s/session/no-record-is-told", test_no_record_is_told);
  kp_test_database_add ("/data/steps/%s/session/second-campaign", test_second_campaign);
  kp_test_database_add ("/data/steps/%s/session/campaigns-do-not-mix", test_campaigns_do_not_mix);
  kp_test_database_add ("/data/steps/%s/session/same-campaign-twice", test_same_campaign_twice_changes_nothing);
  kp_test_database_add ("/data/steps/%s/session/bad-scheme-leaves-no-record", test_bad_scheme_leaves_no_record);
  kp_test_database_add ("/data/steps/%s/session/read-only-writes-nothing", test_read_only_writes_nothing);
  kp_test_database_add ("/data/steps/%s/session/stages-close-in-order", test_stages_close_in_order);
  kp_test_database_add ("/data/steps/%s/session/failure-leaves-stages", test_failure_leaves_stages);
  kp_test_database_add ("/data/steps/%s/session/forgotten-work-is-undone", test_forgotten_work_is_undone);
  kp_test_database_add ("/data/steps/%s/session/stage-closed-by-another", test_stage_closed_by_another_counts);
  kp_test_database_add ("/data/steps/%s/session/import-is-written-once", test_import_is_written_once);
  kp_test_database_add ("/data/steps/%s/session/today-is-the-clocks", test_today_is_the_clocks);
  for (guint i = 0; i < G_N_ELEMENTS (closed_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/data/steps/pure/closed-stages/", closed_rows[i].name, NULL);

      g_test_add_data_func (path, &closed_rows[i], test_closed);
    }
  g_test_add_func ("/data/steps/pure/system-sources", test_system_sources);
  kp_test_database_add ("/data/steps/%s/session/recent", test_recent);
  return g_test_run ();
}
