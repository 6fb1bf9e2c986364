/* test-step-clock.c – a clock that is set back, or once ran ahead: what time it is for the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-instant.h"
#include "kp-step-clock.h"

#include "kp-audit.h"
#include "kp-schema.h"
#include "kp-step-export.h"
#include "kp-test-account.h"
#include "kp-test.h"
#include "kp-verify.h"

#define START "2026-03-07T09:00:00+08:00" /* of a new campaign of the tests */
#define AHEAD "2031-03-07T09:00:00+08:00"
#define RIGHT "2026-03-08T10:00:00+08:00"

static const KpTwoPeople two = { "甲", "乙", "the battery of the PC was empty" };

/* Something that is written at once. */
static void
act (KpTestCampaign *c,
     KpSession *session)
{
  g_autoptr (GError) error = NULL;

  kp_step_note_export (session, "roster", 3, &error);
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

static char *
dup_last_at (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  gboolean is_sample = TRUE;
  char *at = NULL;

  kp_ledger_find_last_at (kp_session_get_database (c->session), kp_session_get_campaign (c->session), &at, &is_sample, &error);
  g_assert_no_error (error);
  g_assert_false (is_sample);
  return at;
}

static void
assert_last_at (KpTestCampaign *c,
                const char *expected)
{
  g_autofree char *at = dup_last_at (c);

  g_assert_cmpstr (at, ==, expected);
}

static void
assert_now (KpSession *session,
            const char *expected)
{
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autofree char *day = g_strndup (expected, 10);
  g_auto (KpRecordClock) clock = { 0 };
  KpRecordTime time;

  g_assert_cmpstr (now, ==, expected);
  g_assert_cmpstr (today, ==, day);
  /* A screen that goes by itself shows the same. */
  kp_record_clock_read (session, &clock);
  kp_record_time_read (session, &time);
  g_assert_cmpint (kp_record_time_at (&time, kp_instant_parse (clock.clock) - time.ahead), ==, kp_instant_parse (expected));
}

static void
assert_sentence (KpSession *session,
                 gboolean is_said)
{
  g_autofree char *sentence = kp_record_clock_dup_sentence (session);

  g_assert_cmpint (sentence != NULL, ==, is_said);
}

/* A record that a clock five years ahead has written into, and the clock is right again. */
static KpTestCampaign *
run_ahead (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_set_now (c, AHEAD);
  act (c, c->session);
  kp_test_campaign_set_now (c, RIGHT);
  return c;
}

static void
test_record_goes_on (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) later = NULL;

  kp_test_campaign_set_now (c, "2026-03-05T23:00:00+08:00");
  assert_now (c->session, "2026-03-05T23:00:00+08:00"); /* has read nothing of the journal yet */
  later = kp_test_campaign_open_as (c, "甲");
  assert_now (later, START);
  assert_sentence (later, TRUE);
  act (c, later);
  assert_last_at (c, START);
  kp_test_campaign_set_now (c, "2026-03-07T09:00:02+08:00");
  assert_now (later, "2026-03-07T09:00:02+08:00");
  assert_sentence (later, FALSE);
}

/* Whoever has the record open learns it with the next step, and even a step that was dated before writes no earlier row. */
static void
test_colleague_ahead (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) here = kp_test_campaign_open_as (c, "甲");
  g_autoptr (KpSession) colleague = kp_test_campaign_open_as (c, "乙");

  kp_test_campaign_set_now (c, "2026-03-07T11:00:00+08:00");
  act (c, colleague);
  kp_test_campaign_set_now (c, "2026-03-07T10:00:00+08:00");
  assert_now (here, "2026-03-07T10:00:00+08:00");
  act (c, here);
  assert_last_at (c, "2026-03-07T11:00:00+08:00");
  assert_now (here, "2026-03-07T11:00:00+08:00");
}

static void
test_tolerance (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, "甲");
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_step_set_clock_back (session, &two, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_test_campaign_set_now (c, "2026-03-07T08:54:59+08:00");
  assert_sentence (session, TRUE);
  kp_test_campaign_set_now (c, "2026-03-07T08:55:00+08:00");
  assert_sentence (session, FALSE);
  kp_step_set_clock_back (session, &two, &error);
  g_assert_no_error (error);
  assert_last_at (c, "2026-03-07T08:55:00+08:00");
}

/* Nine o'clock here is one o'clock there. */
static void
test_other_zone (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, "甲");

  kp_test_campaign_set_now (c, "2026-03-07T01:00:30+00:00");
  assert_now (session, "2026-03-07T01:00:30+00:00");
  kp_test_campaign_set_now (c, "2026-03-07T08:59:30+00:00");
  assert_sentence (session, FALSE);
  kp_test_campaign_set_now (c, "2026-03-07T00:59:30+00:00");
  assert_now (session, START);
}

static void
test_set_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = run_ahead (t);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, "甲");
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GError) error = NULL;
  const KpJournalRow *row;

  assert_now (session, AHEAD);
  kp_step_set_clock_back (session, &two, &error);
  g_assert_no_error (error);
  assert_last_at (c, RIGHT);
  assert_now (session, RIGHT);
  assert_sentence (session, FALSE);
  kp_test_campaign_set_now (c, "2026-03-08T10:01:00+08:00");
  act (c, c->session);
  assert_last_at (c, "2026-03-08T10:01:00+08:00");

  seals = kp_audit_list_seals (session, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < seals->len; i++)
    {
      row = g_ptr_array_index (seals, i);
      if (g_str_equal (row->row_key, "clock-set-back"))
        break;
      row = NULL;
    }
  g_assert_nonnull (row);
  g_assert_cmpstr (row->step, ==, KP_LEDGER_SET_CLOCK);
  g_assert_cmpstr (row->at, ==, RIGHT);
  kp_test_assert_contains (row->after_text, AHEAD);
  kp_test_assert_contains (row->after_text, "甲, 乙: the battery");
}

/* The record goes on from where it is for everybody, until it is set back once more. */
static void
test_set_back_once (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = run_ahead (t);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, "甲");
  g_autoptr (GError) error = NULL;

  kp_step_set_clock_back (session, &two, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-03-08T09:00:00+08:00");
  act (c, session);
  assert_last_at (c, RIGHT);
}

static void
test_refused (KpTestDatabase *t)
{
  static const KpTwoPeople cases[] = { { "甲", NULL, "r" }, { "甲", "甲", "r" }, { NULL, "乙", "r" }, { "甲", "乙", " " } };
  g_autoptr (KpTestCampaign) c = run_ahead (t);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, "甲");
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kp_step_set_clock_back (session, &cases[i], &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      assert_now (session, AHEAD);
    }
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* 两人: the second one by an account of his own, and no clerk by himself. */
static void
test_accounts (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) head = NULL;
  g_autoptr (KpSession) clerk = NULL;
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = KP_TEST_PIN };

  kp_test_account_staff (c);
  kp_test_campaign_set_now (c, "2026-02-07T09:00:00+08:00");
  clerk = kp_test_account_sign_in (c, "first");
  kp_test_account_type (clerk, &pin);
  g_assert_false (kp_step_set_clock_back (clerk, &(KpTwoPeople) { "first", "checker", "r" }, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  head = kp_test_account_sign_in (c, "head");
  g_assert_false (kp_step_set_clock_back (head, &(KpTwoPeople) { "head", "checker", "r" }, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  kp_test_account_type (head, &pin);
  kp_step_set_clock_back (head, &(KpTwoPeople) { "head", "checker", "r" }, &error);
  g_assert_no_error (error);
  assert_last_at (c, "2026-02-07T09:00:00+08:00");
  kp_test_campaign_assert_sound (c);
}

/* The system's clock counts in a file, and on a server the server's: a machine that is years behind dates nothing there. */
static char *
dup_wrong (gpointer data G_GNUC_UNUSED)
{
  return g_strdup ("2019-05-01T08:00:00+08:00");
}

static void
test_whose_clock (KpTestDatabase *t)
{
  const KpSources sources = { dup_wrong, kp_system_sources.make_nonce, NULL, KP_SOURCES_SYSTEM };
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestDatabase) own = kp_test_database_new (t->kind);
  g_autofree char *scheme = kp_test_campaign_dup_scheme (no_edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) session = kp_session_create (own->location, scheme, "甲", &sources, &error);
  g_auto (KpRecordClock) clock = { 0 };
  g_autofree char *now = NULL;
  KpRecordTime time;

  g_assert_no_error (error);
  now = kp_session_dup_now (session);
  kp_record_clock_read (session, &clock);
  g_assert_cmpint (clock.is_server, ==, t->kind == KP_DATABASE_POSTGRES);
  if (t->kind == KP_DATABASE_SQLITE)
    g_assert_cmpstr (now, ==, "2019-05-01T08:00:00+08:00");
  else
    g_assert_cmpstr (now, >, "2026-01-01");
  g_assert_true (g_str_has_suffix (now, "+08:00"));
  kp_record_time_read (session, &time);
  g_assert_cmpint (kp_record_time_at (&time, kp_instant_parse ("2019-05-01T08:00:00+08:00")), ==, kp_instant_parse (now));
}

static void
test_sample_says_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  KpSources sample = c->sources;
  static const char *const edits[] = { "yunling-2026", "yunling-2027", NULL };
  g_autofree char *scheme = kp_test_campaign_dup_scheme (edits);
  g_autofree char *file = kp_test_campaign_write (c, "unused", "");
  g_autofree char *record = g_strconcat (file, ".kaopin", NULL);
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpSession) again = NULL;
  g_autoptr (GError) error = NULL;

  sample.kind = KP_SOURCES_SAMPLE;
  session = kp_session_create (t->kind == KP_DATABASE_SQLITE ? record : c->database->location, scheme, "甲", &sample, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2025-03-07T09:00:00+08:00");
  again = kp_session_open (t->kind == KP_DATABASE_SQLITE ? record : c->database->location, "yunling-2027", "甲",
                           KP_OPEN_READ_WRITE, &c->sources, &error);
  g_assert_no_error (error);
  g_assert_true (kp_session_is_sample (again));
  assert_now (again, START);
  assert_sentence (again, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/step-clock/record-goes-on", test_record_goes_on);
  kp_test_database_add ("/data/steps/%s/step-clock/colleague-ahead", test_colleague_ahead);
  kp_test_database_add ("/data/steps/%s/step-clock/tolerance", test_tolerance);
  kp_test_database_add ("/data/steps/%s/step-clock/other-zone", test_other_zone);
  kp_test_database_add ("/data/steps/%s/step-clock/set-back", test_set_back);
  kp_test_database_add ("/data/steps/%s/step-clock/set-back-once", test_set_back_once);
  kp_test_database_add ("/data/steps/%s/step-clock/refused", test_refused);
  kp_test_database_add ("/data/steps/%s/step-clock/accounts", test_accounts);
  kp_test_database_add ("/data/steps/%s/step-clock/whose-clock", test_whose_clock);
  kp_test_database_add ("/data/steps/%s/step-clock/sample-says-nothing", test_sample_says_nothing);
  return g_test_run ();
}
