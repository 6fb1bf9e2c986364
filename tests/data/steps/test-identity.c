/* test-identity.c – no step without its account, no act of two people without both.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-identity.h"

#include "kp-account.h"
#include "kp-headcount-tables.h"
#include "kp-schema.h"
#include "kp-step-account.h"
#include "kp-step-mark-script.h"
#include "kp-step-probation.h"
#include "kp-step-words.h"
#include "kp-test-account.h"
#include "kp-test-course.h"
#include "kp-test.h"
#include "kp-verify.h"

static void
assert_refused (gboolean is_done, GError **error, const char *part)
{
  g_assert_false (is_done);
  g_assert_nonnull (*error);
  kp_test_assert_contains ((*error)->message, part);
  g_clear_error (error);
}

static KpTestCampaign *
new_office (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_account_staff (c);
  return c;
}

static char *
dup_last_actor (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (kp_session_get_database (c->session),
                                                   "SELECT actor FROM journal ORDER BY seq DESC LIMIT 1", &error);
  gboolean has_row = FALSE;

  g_assert_no_error (error);
  g_assert_true (kp_statement_step (s, &has_row, &error) && has_row);
  return kp_statement_dup_text (s, "actor");
}

/* ---- signing in ---- */

static void
test_journal (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) head = kp_test_account_sign_in (c, "head");
  g_autoptr (GError) error = NULL;
  g_autofree char *actor = NULL;

  g_assert_true (kp_step_set_account_roles (head, "first", "登分1 考务", &error));
  g_assert_no_error (error);
  actor = dup_last_actor (c);
  g_assert_cmpstr (actor, ==, "head");
}

/* Five wrong ones in a row, and the right one comes too late. */
static void
test_lock (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) head = kp_test_account_sign_in (c, "head");
  g_autoptr (KpSession) clerk = kp_test_account_sign_in (c, "first");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= KP_ACCOUNT_MAX_FAILURES; i++)
    assert_refused (kp_identity_prove (clerk, "first", "wrong", &error) != NULL, &error,
                    i < KP_ACCOUNT_MAX_FAILURES ? "password is wrong" : "locked now");
  assert_refused (kp_identity_prove (clerk, "first", KP_TEST_PASSWORD, &error) != NULL, &error, "administrator can unlock");
  assert_refused (kp_step_set_account_secret (clerk, "first", KP_ACCOUNT_PIN, "774411", &error), &error, "locked");
  g_assert_true (kp_step_unlock_account (head, "first", &error));
  g_assert_no_error (error);
  kp_session_close (g_steal_pointer (&clerk));
  clerk = kp_test_account_sign_in (c, "first");
  kp_test_campaign_assert_sound (c);
}

/* A right one forgets the wrong ones before it. */
static void
test_forgets (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  kp_test_account_add (c->session, "head", "张三", "管理员", TRUE, TRUE);
  for (guint i = 0; i < 2 * KP_ACCOUNT_MAX_FAILURES; i++)
    {
      g_autoptr (KpIdentity) identity = NULL;

      g_assert_null (kp_identity_prove (c->session, "head", "wrong", &error));
      g_clear_error (&error);
      identity = kp_identity_prove (c->session, "head", KP_TEST_PASSWORD, &error);
      g_assert_no_error (error);
    }
  assert_refused (kp_identity_prove (c->session, "stranger", KP_TEST_PASSWORD, &error) != NULL, &error, "login or the password");
}

/* Nobody else could unlock the only administrator: half an hour does. */
static void
test_only_administrator (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_account_add (c->session, "head", "张三", "管理员", TRUE, TRUE);
  kp_test_campaign_set_now (c, "2026-03-20T09:00:00+08:00");
  for (guint i = 0; i < KP_ACCOUNT_MAX_FAILURES; i++)
    {
      g_assert_null (kp_identity_prove (c->session, "head", "wrong", &error));
      g_clear_error (&error);
    }
  kp_test_campaign_set_now (c, "2026-03-20T09:29:00+08:00");
  assert_refused (kp_identity_prove (c->session, "head", KP_TEST_PASSWORD, &error) != NULL, &error, "half an hour");
  kp_test_campaign_set_now (c, "2026-03-20T09:31:00+08:00");
  assert_refused (kp_identity_prove (c->session, "head", "wrong", &error) != NULL, &error, "locked now");
  kp_test_campaign_set_now (c, "2026-03-20T10:02:00+08:00");
  identity = kp_identity_prove (c->session, "head", KP_TEST_PASSWORD, &error);
  g_assert_no_error (error);
}

/* ---- one person's steps ---- */

static gboolean
begins (KpSession *session, const char *step, GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, step, NULL, error);

  return ledger != NULL;
}

/* Straight to what every step begins with: no session without a proof gets past it, and supervisors never do. */
static void
test_every_step (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) watcher = kp_test_account_sign_in (c, "watcher");
  g_autoptr (KpSession) leader = kp_test_account_sign_in (c, "leader");
  const gint64 n = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  const char *step;
  guint n_steps = 0;

  for (; (step = kp_step_word_get_name (n_steps)) != NULL; n_steps++)
    {
      assert_refused (begins (c->session, step, &error), &error, "sign in");
      if (g_str_equal (step, "own-secret") || g_str_equal (step, "sign-in"))
        continue;
      assert_refused (begins (watcher, step, &error), &error, "may not do this");
      assert_refused (begins (leader, step, &error), &error, "may not do this");
    }
  for (guint i = 0; i < KP_N_STEPS; i++)
    {
      g_autoptr (KpLedger) ledger = kp_session_begin (watcher, (KpStep) i, NULL, &error);

      assert_refused (ledger != NULL, &error, "may not do this");
    }
  g_assert_cmpuint (n_steps, >, 50);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n);
}

/* What was proven is worth nothing any more when the password is another. */
static void
test_stale (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) head = kp_test_account_sign_in (c, "head");
  g_autoptr (KpSession) checker = kp_test_account_sign_in (c, "checker");
  g_autoptr (GError) error = NULL;

  g_assert_true (begins (checker, "correct", &error));
  g_assert_true (kp_step_set_account_roles (head, "checker", "登分1", &error));
  assert_refused (begins (checker, "correct", &error), &error, "may not do this");
  g_assert_true (kp_step_set_account_secret (head, "checker", KP_ACCOUNT_PASSWORD, "another sentence", &error));
  assert_refused (begins (checker, "own-secret", &error), &error, "Sign in again");
  g_assert_true (kp_step_retire_account (head, "leader", &error));
  g_assert_no_error (error);
}

/* ---- acts of two people ---- */

static void
test_easy (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_test_account_act (c->session, "甲", "乙", &error));
  g_assert_no_error (error);
}

/* One person's file with somebody who has a PIN. */
static void
test_pins (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = "111999" };

  kp_test_account_add (c->session, "lisi", "李四", "核分", FALSE, TRUE);
  g_assert_true (begins (c->session, "correct", &error));
  g_assert_false (kp_test_account_act (c->session, "甲", "李四", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_UNPROVEN);
  g_clear_error (&error);
  kp_test_account_type (c->session, &pin);
  assert_refused (kp_test_account_act (c->session, "甲", "乙", &error), &error, "乙");
  assert_refused (kp_test_account_act (c->session, "李四", "lisi", &error), &error, "one and the same");
  assert_refused (kp_test_account_act (c->session, "甲", "李四", &error), &error, "isn't that of");
  g_assert_cmpint (kp_test_account_count_acts (c), ==, 0);
  pin.pin = KP_TEST_PIN;
  g_assert_true (kp_test_account_act (c->session, "甲", "李四", &error));
  g_assert_no_error (error);
  g_assert_cmpint (kp_test_account_count_acts (c), ==, 1);
  kp_test_campaign_assert_sound (c);
}

/* Around the program, as whoever has a file can: the journal holds, and still says that nobody proved it. */
static gboolean
write_cap (KpTestCampaign *c,
           const char *attested,
           const char *first,
           const char *second)
{
  const KpAct act = { "head", "2026-03-20T09:00:00+08:00", "headcount-cap", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = kp_ledger_begin (kp_session_get_database (c->session), kp_session_get_campaign (c->session), &act,
                                                 &error);
  KpHeadcountCapRecord record = {
    .campaign = kp_session_get_campaign (c->session),
    .starts = "2026-01-01",
    .places = 300,
    .document = "县编办〔2026〕1号",
    .per_10k = 18,
    .rounding = "down",
    .first_person = first,
    .second_person = second,
    .at = "2026-03-20T09:00:00+08:00",
  };

  return (attested == NULL || kp_ledger_note (ledger, KP_IDENTITY_ATTESTED, attested, &error))
         && kp_ledger_insert (ledger, &kp_headcount_cap_table, &record, &error) && kp_ledger_commit (ledger, &error);
}

typedef struct
{
  const char *name;
  const char *attested; /* (nullable) */
  const char *first;
  const char *second;
  const char *unproven; /* (nullable) */
} CapRow;

static const CapRow cap_rows[] = {
  { "both", "head checker", "张三", "李四", NULL },
  { "by-logins", "head checker", "head", "CHECKER", NULL },
  { "no-note", NULL, "张三", "李四", "李四" },
  { "other-second", "head leader", "张三", "李四", "李四" },
  { "other-first", "head checker", "王五", "李四", "王五" },
  { "nobody", "head nobody", "张三", "李四", "李四" },
  { "half-a-note", "head", "张三", "李四", "李四" },
};

static void
test_unproven (KpTestDatabase *t)
{
  const CapRow *row = t->row;
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  const KpVerifyFinding *finding;

  g_assert_true (write_cap (c, row->attested, row->first, row->second));
  kp_journal_verify (kp_session_get_database (c->session), kp_session_get_campaign (c->session), tables, n_tables, NULL, NULL,
                     &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report.n_findings, ==, row->unproven != NULL ? 1 : 0);
  if (row->unproven == NULL)
    return;
  finding = report.findings->pdata[0];
  g_assert_cmpint (finding->kind, ==, KP_VERIFY_UNPROVEN);
  g_assert_cmpstr (finding->table, ==, "headcount_cap");
  g_assert_cmpstr (finding->key, ==, "2026-01-01");
  g_assert_cmpint (report.first_broken, ==, 0);
  kp_test_assert_contains (finding->sentence, row->unproven);
}

/* A name that was another then is still that person's. */
static void
test_unproven_later (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) head = kp_test_account_sign_in (c, "head");
  g_autofree KpAccountRecord *checker = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  const KpAct act = { "head", "2026-03-20T10:00:00+08:00", "account", NULL };
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = KP_TEST_PIN };

  kp_test_account_type (head, &pin);
  g_assert_true (kp_test_account_act (head, "张三", "李四", &error));
  ledger = kp_ledger_begin (kp_session_get_database (c->session), kp_session_get_campaign (c->session), &act, &error);
  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_account_table, kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT ("checker")), &checker, &error));
  checker->name = "李四改";
  g_assert_true (kp_ledger_update (ledger, &kp_account_table, checker, &error) && kp_ledger_commit (ledger, &error));
  kp_test_campaign_assert_sound (c);
}

/* A link of the probation needs one person: whoever is named, whether one or two, is held to it. */
static void
test_one_or_both (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) head = kp_test_account_sign_in (c, "head");
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = "111999" };
  KpLinkOrder order = {
    .number = "000",
    .link = KP_LINK_MENTOR,
    .day = { 2026, 3, 1 },
    .document = "甲第1号",
    .by = "李四",
  };

  kp_test_account_type (head, &pin);
  assert_refused (kp_step_record_link (head, &order, &error), &error, "would have to sign in");
  order.by = "张三";
  order.with = "李四";
  assert_refused (kp_step_record_link (head, &order, &error), &error, "isn't that of");
  /* Nothing but the contract is missing. */
  order.with = NULL;
  g_assert_false (kp_step_record_link (head, &order, &error));
  g_assert_false (g_error_matches (error, KP_STEP_ERROR, KP_STEP_ERROR_UNPROVEN));
  kp_test_assert_contains (error->message, "000");
}

typedef struct
{
  const char *name;
  const char *actor;
  const char *by;
  const char *with;
  const char *pin;
  const char *part; /* of the refusal; NULL = done */
} Row;

static const Row two_rows[] = {
  { "both-proven", "head", "head", "checker", KP_TEST_PIN, NULL },
  { "by-their-names", "head", "张三", "李四", KP_TEST_PIN, NULL },
  { "wrong-pin", "head", "张三", "李四", "111999", "isn't that of" },
  { "no-pin", "head", "张三", "李四", NULL, "own PIN" },
  { "same-account", "head", "张三", "head", KP_TEST_PIN, "one and the same" },
  { "same-name", "head", "张三", "张三", KP_TEST_PIN, "one and the same" },
  { "another-name-at-the-screen", "head", "李四", "赵六", KP_TEST_PIN, "signed in" },
  { "nobody", "head", "张三", "钱九", KP_TEST_PIN, "钱九" },
  { "leader-attests-nothing", "head", "张三", "周八", KP_TEST_PIN, "second person for this" },
  { "not-the-role-of-the-first", "checker", "李四", "张三", KP_TEST_PIN, "may not do this" },
  { "supervisor-at-the-screen", "watcher", "孙七", "张三", KP_TEST_PIN, "may not do this" },
};

static void
test_two (KpTestDatabase *t)
{
  const Row *row = t->row;
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) session = kp_test_account_sign_in (c, row->actor);
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = row->pin };
  gboolean is_done;

  kp_test_account_type (session, &pin);
  is_done = kp_test_account_act (session, row->by, row->with, &error);
  if (row->part == NULL)
    g_assert_no_error (error);
  else
    assert_refused (is_done, &error, row->part);
  g_assert_cmpint (kp_test_account_count_acts (c), ==, row->part == NULL ? 1 : 0);
  assert_refused (kp_test_account_act (c->session, row->by, row->with, &error), &error,
                  g_str_equal (row->by, row->with) ? "one and the same" : "");
  g_assert_cmpint (kp_test_account_count_acts (c), ==, row->part == NULL ? 1 : 0);
  kp_test_campaign_assert_sound (c);
}

/* Wrong PINs lock the account of the second person, by whoever they are typed. */
static void
test_pin_lock (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_office (t);
  g_autoptr (KpSession) head = kp_test_account_sign_in (c, "head");
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = "111999" };

  kp_test_account_type (head, &pin);
  for (guint i = 1; i <= KP_ACCOUNT_MAX_FAILURES; i++)
    assert_refused (kp_test_account_act (head, "张三", "李四", &error), &error,
                    i < KP_ACCOUNT_MAX_FAILURES ? "isn't that of" : "locked now");
  pin.pin = KP_TEST_PIN;
  pin.n_asked = 0;
  assert_refused (kp_test_account_act (head, "张三", "李四", &error), &error, "is locked");
  g_assert_cmpuint (pin.n_asked, ==, 0);
  g_assert_cmpint (kp_test_account_count_acts (c), ==, 0);
}

/* ---- marks ---- */

static gboolean
enter (KpSession *session, guint entry, GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  const KpSchemePaper *paper = g_ptr_array_index (kp_session_get_scheme (session)->written.papers, 0);

  return kp_step_enter_mark (session, paper->code, entry, kp_roster_get_dossier (roster, 0)->application->application, 1, "70",
                             error);
}

static void
test_entries (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) head = NULL;
  g_autoptr (KpSession) first = NULL;
  g_autoptr (KpSession) second = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_account_staff (c);
  head = kp_test_account_sign_in (c, "head");
  first = kp_test_account_sign_in (c, "first");
  second = kp_test_account_sign_in (c, "second");
  assert_refused (enter (head, 1, &error), &error, "may not do this");
  assert_refused (enter (first, 2, &error), &error, "isn't the role of");
  g_assert_true (enter (first, 1, &error));
  g_assert_true (enter (second, 2, &error));
  g_assert_no_error (error);
  g_assert_true (kp_step_set_account_roles (head, "first", "登分1 登分2", &error));
  assert_refused (enter (first, 2, &error), &error, "made another entry");
  kp_test_campaign_assert_sound (c);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/identity/journal-names-the-login", test_journal);
  kp_test_database_add ("/data/steps/%s/identity/five-wrong-ones-lock", test_lock);
  kp_test_database_add ("/data/steps/%s/identity/right-one-forgets-wrong-ones", test_forgets);
  kp_test_database_add ("/data/steps/%s/identity/only-administrator-waits", test_only_administrator);
  kp_test_database_add ("/data/steps/%s/identity/every-step-asks-for-it", test_every_step);
  kp_test_database_add ("/data/steps/%s/identity/proof-lasts-as-long-as-the-password", test_stale);
  kp_test_database_add ("/data/steps/%s/identity/nobody-has-a-secret", test_easy);
  kp_test_database_add ("/data/steps/%s/identity/second-person-has-a-pin", test_pins);
  kp_test_database_add ("/data/steps/%s/identity/one-or-both-proven", test_one_or_both);
  for (guint i = 0; i < G_N_ELEMENTS (cap_rows); i++)
    kp_test_database_add_row ("/data/steps/%s/identity/unproven", test_unproven, cap_rows[i].name, &cap_rows[i]);
  kp_test_database_add ("/data/steps/%s/identity/old-name-is-proven", test_unproven_later);
  for (guint i = 0; i < G_N_ELEMENTS (two_rows); i++)
    kp_test_database_add_row ("/data/steps/%s/identity/two", test_two, two_rows[i].name, &two_rows[i]);
  kp_test_database_add ("/data/steps/%s/identity/wrong-pins-lock", test_pin_lock);
  kp_test_database_add ("/data/steps/%s/identity/each-entry-has-its-clerk", test_entries);
  return g_test_run ();
}
