/* test-server-account.c – who has a clerk's login on a server and any program: what of the accounts is read, guessed, forged.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables belong to a login that isn't the server's master, as in an office whose server somebody else looks after. */
#include "kp-server-account.h"

#include "kp-account.h"
#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-identity.h"
#include "kp-secret.h"
#include "kp-step-account.h"
#include "kp-step-move.h"
#include "kp-test-account.h"
#include "kp-test-server.h"
#include "kp-test.h"

#define C "'yunling-2026'"

/* What nobody can do with a clerk's login alone, and so neither the one who opens psql beside the program. */
static const struct
{
  const char *name;
  const char *sql;
} attacks[] = {
  { "set-password", "UPDATE account SET password = 'argon2id$2$65536$00' WHERE login = 'head'" },
  { "set-pin", "UPDATE account SET pin = 'argon2id$2$65536$00' WHERE login = 'checker'" },
  { "take-password-away", "UPDATE account SET password = NULL" },
  { "give-itself-roles", "UPDATE account SET roles = 'administrator' WHERE login = 'first'" },
  { "rename", "UPDATE account SET name = '张三' WHERE login = 'first'" },
  { "take-over-login", "UPDATE account SET login = 'head2' WHERE login = 'head'" },
  { "retire", "UPDATE account SET retired_on = '2026-01-01' WHERE login = 'head'" },
  { "make-account", "INSERT INTO account SELECT campaign, 'mine', name, roles, password, pin, 0, NULL, NULL, created_at, 1 "
                    "FROM account WHERE login = 'head'" },
  { "remove-account", "DELETE FROM account WHERE login = 'watcher'" },
  { "truncate-accounts", "TRUNCATE account CASCADE" },
  { "replace-secret", "UPDATE account_secret SET verifier = 'x'" },
  { "second-secret-of-one-way", "INSERT INTO account_secret SELECT campaign, login, password, 'x$x' FROM account "
                                "WHERE login = 'head'" },
  { "read-tries", "SELECT * FROM server_try" },
  { "read-proofs", "SELECT * FROM server_proof" },
  { "prove-itself", "INSERT INTO server_proof SELECT pg_backend_pid (), campaign, login, FALSE, account_begun (), password "
                    "FROM account WHERE login = 'head'" },
  { "lift-guard", "DELETE FROM server_guard" },
  { "drop-guard", "DROP TRIGGER account_takes ON account" },
  { "disable-guard", "ALTER TABLE account DISABLE TRIGGER account_takes" },
  { "replace-guard", "CREATE OR REPLACE FUNCTION account_is_guarded (c TEXT) RETURNS BOOLEAN LANGUAGE sql AS 'SELECT FALSE'" },
  { "call-carrier", "SELECT account_taken ()" },
  { "call-guard-of-two", "SELECT two_people_answer ()" },
  { "drop-guard-of-two", "DROP TRIGGER two_people_second_person ON decision" },
  { "disable-guard-of-two", "ALTER TABLE decision DISABLE TRIGGER USER" },
  { "go-around-guards", "SET session_replication_role = replica" },
  { "replace-guard-of-two", "CREATE OR REPLACE FUNCTION two_people_stand (c TEXT, f TEXT, s TEXT, a BOOLEAN) RETURNS BOOLEAN "
                            "LANGUAGE sql AS 'SELECT TRUE'" },
  { "write-as-administrator",
    "INSERT INTO journal SELECT campaign, seq + 1, at, 'head', step, subject, table_name, row_key, 'note', before_text, "
    "after_text, row_hash, hash, sha256 ('x'::bytea) FROM journal ORDER BY seq DESC LIMIT 1" },
  { "write-as-nobody",
    "INSERT INTO journal SELECT campaign, seq + 1, at, 'nobody', step, subject, table_name, row_key, 'note', before_text, "
    "after_text, row_hash, hash, sha256 ('x'::bytea) FROM journal ORDER BY seq DESC LIMIT 1" },
  { "enter-as-another", "INSERT INTO entry VALUES (" C ", 'P', 'A', 2, 'present', 9000, 'second', 'x', 1, 1)" },
  { "judge-before-count",
    "SELECT account_judge (" C ", 'head', account_try (" C ", 'head', FALSE, 'x'))" },
  { "try-elsewhere", "SELECT account_try ('other', 'head', FALSE, 'x')" },
};

static void
assert_refused (gboolean is_done,
                GError **error,
                const char *part)
{
  g_assert_false (is_done);
  g_assert_nonnull (*error);
  kp_test_assert_contains ((*error)->message, part);
  g_clear_error (error);
}

/* ---- reading ---- */

static void
test_reading (KpTestDatabase *t)
{
  static const char *const logins[] = { "kp_clerk", "kp_reader", "kp_keeper" };
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  const gint64 n_all = kp_test_server_count (c->session, "SELECT count (*) AS n FROM account_secret");

  g_assert_cmpint (n_all, ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (logins); i++)
    {
      g_autoptr (KpSession) session = kp_test_server_open_as (c, logins[i]);
      const gboolean is_keeper = g_str_equal (logins[i], "kp_keeper");
      g_auto (KpVerifyReport) report = { 0 };

      g_assert_cmpint (kp_test_server_count (session, "SELECT count (*) AS n FROM account_secret"), ==, is_keeper ? n_all : 0);
      g_assert_cmpint (kp_test_server_count (session, "SELECT count (*) AS n FROM account WHERE password LIKE 'argon2id$2$65536$%'"), ==, 6);
      kp_test_server_verify (session, &report);
      g_assert_cmpint (report.n_unread, ==, is_keeper ? 0 : n_all);
    }
}

/* The hash of a row stands in the journal, and of its parts only the verifier isn't known: its chance keeps it from being
 * tried out. */
static void
test_row_hash (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) secrets = kp_table_select (kp_session_get_database (c->session), &kp_account_secret_table,
                                                   kp_session_get_campaign (c->session), "", KP_NO_BINDS, &error);

  for (guint i = 0; i < secrets->len; i++)
    {
      const KpAccountSecretRecord *secret = g_ptr_array_index (secrets, i);

      g_assert_cmpuint (strcspn (secret->verifier, "$"), ==, 32);
      g_assert_cmpuint (strlen (secret->verifier), ==, 97);
    }
  g_assert_cmpint (kp_test_server_count (c->session, "SELECT count (*) AS n FROM journal WHERE table_name = 'account_secret' "
                                      "AND after_text LIKE '%$%' AND after_text NOT LIKE '%***%'"),
                   ==, 0);
}

/* ---- working ---- */

static void
test_working (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) head = kp_test_server_sign_in (c, "head");
  g_autoptr (KpSession) beside = kp_test_server_open_as (c, "kp_clerk");
  g_autoptr (GError) error = NULL;
  g_auto (KpVerifyReport) report = { 0 };
  KpTestPin pin = { .pin = "111999" };

  kp_test_account_type (head, &pin);
  assert_refused (kp_test_account_act (head, "head", "checker", &error), &error, "isn't that of");
  pin.pin = KP_TEST_PIN;
  g_assert_true (kp_test_account_act (head, "head", "checker", &error));
  g_assert_no_error (error);
  g_assert_cmpint (kp_test_account_count_acts (c), ==, 1);
  g_assert_true (kp_step_add_account (head, &(KpAccountOrder) { "new", "新人", "核分", KP_TEST_PASSWORD, KP_TEST_PIN }, &error));
  g_assert_true (kp_step_set_account_roles (head, "new", "核分 考务", &error));
  g_assert_true (kp_step_set_account_secret (head, "first", KP_ACCOUNT_PASSWORD, "another sentence", &error));
  g_assert_true (kp_step_retire_account (head, "new", &error));
  g_assert_no_error (error);

  /* Another connection of the same window. */
  kp_session_set_identity (beside, kp_session_get_identity (head));
  g_assert_true (kp_step_set_account_secret (beside, "first", KP_ACCOUNT_PASSWORD, KP_TEST_PASSWORD, &error));
  g_assert_no_error (error);
  kp_test_server_verify (c->session, &report);
}

/* Each the own one, and from then on the old one opens nothing, also on the connection that had it. */
static void
test_own_secret (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  const gint64 n = kp_test_server_count (c->session, "SELECT count (*) AS n FROM account_secret WHERE login = 'first'");
  g_autoptr (KpSession) first = kp_test_server_sign_in (c, "first");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpIdentity) again = NULL;
  g_auto (KpVerifyReport) report = { 0 };

  g_assert_true (kp_step_set_account_secret (first, "first", KP_ACCOUNT_PIN, "774411", &error));
  g_assert_true (kp_step_set_account_secret (first, "first", KP_ACCOUNT_PASSWORD, "another sentence", &error));
  g_assert_no_error (error);
  /* The old password's is gone; of the PIN there was none. */
  g_assert_cmpint (kp_test_server_count (c->session, "SELECT count (*) AS n FROM account_secret WHERE login = 'first'"), ==, n + 1);
  assert_refused (kp_step_set_account_secret (first, "first", KP_ACCOUNT_PIN, "774412", &error), &error, "Sign in again");
  assert_refused (kp_identity_prove (first, "first", KP_TEST_PASSWORD, &error) != NULL, &error, "password is wrong");
  again = kp_identity_prove (first, "first", "another sentence", &error);
  g_assert_no_error (error);
  kp_test_server_verify (c->session, &report);
}

/* One person's file on a server: whoever has a PIN gives it away only by typing it. */
static void
test_pins_alone (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, FALSE);
  g_autoptr (KpSession) clerk = kp_test_server_open_as (c, "kp_clerk");
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = KP_TEST_PIN };
  g_auto (KpVerifyReport) report = { 0 };

  kp_test_account_add (clerk, "lisi", "李四", "核分", FALSE, TRUE);
  g_assert_false (kp_test_server_try (clerk, "UPDATE account SET pin = NULL", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  kp_test_account_type (clerk, &pin);
  g_assert_true (kp_test_account_act (clerk, "张三", "lisi", &error));
  g_assert_true (kp_step_set_account_secret (clerk, "lisi", KP_ACCOUNT_PIN, "774411", &error));
  g_assert_no_error (error);
  kp_test_server_verify (c->session, &report);
}

/* ---- attacks ---- */

/* One server for all of them, made by the first: none of them may change it. */
typedef struct
{
  KpTestCampaign *c;
  KpSession *clerk; /* signed in as “first”, which is no administrator's */
} Target;

typedef struct
{
  Target *target;
  const char *sql;
} Attack;

static void
test_attack (gconstpointer data)
{
  static const KpTestDatabase server = { .kind = KP_DATABASE_POSTGRES };
  const Attack *attack = data;
  Target *target = attack->target;
  g_autoptr (GError) error = NULL;
  g_auto (KpVerifyReport) report = { 0 };
  gint64 n;

  if (target->c == NULL)
    {
      target->c = kp_test_server_new ((KpTestDatabase *) (gpointer) &server, TRUE);
      target->clerk = kp_test_server_sign_in (target->c, "first");
    }
  n = kp_test_campaign_count_journal (target->c);
  g_assert_false (kp_test_server_try (target->clerk, attack->sql, &error));
  g_test_message ("%s", error->message);
  g_assert_cmpint (kp_test_campaign_count_journal (target->c), ==, n);
  kp_test_server_verify (target->c->session, &report);
}

/* Removing shows no rows to remove, and is no error. */
static void
test_remove_secrets (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) first = kp_test_server_sign_in (c, "first");
  g_auto (KpVerifyReport) report = { 0 };

  kp_test_server_try (first, "DELETE FROM account_secret", NULL);
  g_assert_cmpint (kp_test_server_count (c->session, "SELECT count (*) AS n FROM account_secret"), ==, 12);
  kp_test_server_verify (c->session, &report);
}

static char *
dup_answer (KpTestCampaign *c,
            const char *login,
            const char *column,
            const char *typed)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s AS way FROM account WHERE campaign = " C " AND login = '%s'", column, login);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (kp_session_get_database (c->session), sql, &error);
  gboolean has_row = FALSE;
  char *answer;

  g_assert_true (kp_statement_step (s, &has_row, &error) && has_row);
  answer = kp_secret_dup_answer (kp_statement_get_text (s, "way"), typed, &error);
  g_assert_no_error (error);
  return answer;
}

static KpServerTry
guess (KpSession *session,
       const char *login,
       gboolean is_pin,
       const char *answer)
{
  g_autoptr (GError) error = NULL;
  KpServerTry result = KP_SERVER_TRY_RIGHT;

  kp_server_try_account (kp_session_get_database (session), kp_session_get_campaign (session), login, is_pin, answer, &result,
                         &error);
  g_assert_no_error (error);
  return result;
}

/* The program's own count is none of the guesser's business; the server's is. */
static void
test_guessing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) head = kp_test_server_sign_in (c, "head");
  g_autoptr (KpSession) clerk = kp_test_server_open_as (c, "kp_clerk");
  g_autoptr (KpSession) reader = kp_test_server_open_as (c, "kp_reader");
  g_autofree char *right = dup_answer (c, "checker", "pin", KP_TEST_PIN);
  g_autofree char *wrong = dup_answer (c, "checker", "pin", "000111");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= KP_ACCOUNT_MAX_FAILURES; i++)
    g_assert_cmpint (guess (i % 2 ? clerk : reader, "checker", TRUE, wrong), ==, KP_SERVER_TRY_WRONG);
  g_assert_cmpint (guess (clerk, "checker", TRUE, right), ==, KP_SERVER_TRY_LOCKED);
  g_assert_cmpint (guess (reader, "checker", TRUE, right), ==, KP_SERVER_TRY_LOCKED);
  /* The program finds it locked too, and writes it down; an administrator unlocks it. */
  assert_refused (kp_identity_prove (clerk, "checker", KP_TEST_PASSWORD, &error) != NULL, &error, "locked now");
  g_assert_false (kp_test_server_try (clerk, "UPDATE account SET n_failures = 0, locked_at = NULL WHERE login = 'checker'", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (kp_step_unlock_account (head, "checker", &error));
  g_assert_no_error (error);
  g_assert_cmpint (guess (clerk, "checker", TRUE, right), ==, KP_SERVER_TRY_RIGHT);
}

/* Who locks all administrators by trying keeps them out for half an hour, and not for good. */
static void
test_all_locked (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) head = kp_test_server_sign_in (c, "head");
  g_autoptr (KpSession) clerk = kp_test_server_open_as (c, "kp_clerk");
  const KpAccountOrder deputy = { "deputy", "副手", "管理员", KP_TEST_PASSWORD, NULL };
  g_autofree char *right = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_step_add_account (head, &deputy, &error));
  g_assert_no_error (error);
  right = dup_answer (c, "head", "password", KP_TEST_PASSWORD);
  for (guint i = 0; i < KP_ACCOUNT_MAX_FAILURES; i++)
    guess (clerk, "head", FALSE, "wrong");
  kp_test_server_run (c, "UPDATE server_try SET at = at - INTERVAL '31 minutes'");
  g_assert_cmpint (guess (clerk, "head", FALSE, right), ==, KP_SERVER_TRY_LOCKED); /* the deputy can unlock it */
  for (guint i = 0; i < KP_ACCOUNT_MAX_FAILURES; i++)
    guess (clerk, "deputy", FALSE, "wrong");
  g_assert_cmpint (guess (clerk, "head", FALSE, right), ==, KP_SERVER_TRY_RIGHT);
  g_assert_cmpint (guess (clerk, "deputy", FALSE, "wrong"), ==, KP_SERVER_TRY_LOCKED);
}

/* A count that is rolled back with its transaction would be none. */
static void
test_rolled_back (KpTestDatabase *t)
{
  static const char *const ways[] = {
    "SELECT account_judge (" C ", 'checker', account_try (" C ", 'checker', TRUE, '%s'))",
    "DO $b$ DECLARE ticket TEXT; BEGIN BEGIN ticket := account_try (" C ", 'checker', TRUE, '%s'); END; "
    "IF account_judge (" C ", 'checker', ticket) THEN RAISE NOTICE 'it is'; END IF; END $b$",
  };
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_open_as (c, "kp_clerk");
  g_autofree char *right = dup_answer (c, "checker", "pin", KP_TEST_PIN);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto (GStrv) parts = g_strsplit (ways[i], "%s", -1);
      g_autofree char *sql = g_strjoinv (right, parts);
      g_autoptr (GError) error = NULL;

      g_assert_false (kp_test_server_try (clerk, sql, &error));
      kp_test_assert_contains (error->message, "counted before it is judged");
    }
  g_assert_cmpint (kp_test_server_count (c->session, "SELECT count (*) AS n FROM server_proof"), ==, 0);
}

/* Who signed in is taken for nobody else, and nobody confirms who wasn't there. */
static void
test_forging (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) first = kp_test_server_sign_in (c, "first");
  KpDatabase *db = kp_session_get_database (first);
  const char *campaign = kp_session_get_campaign (first);
  const KpAct own = { "first", "2026-03-08T09:00:00+08:00", "headcount-cap", NULL };
  const KpAct other = { "head", "2026-03-08T09:00:00+08:00", "headcount-cap", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = kp_ledger_begin (db, campaign, &other, &error);

  g_assert_false (kp_ledger_note (ledger, "x", "y", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_pointer (&ledger, kp_ledger_free);

  ledger = kp_ledger_begin (db, campaign, &own, &error);
  g_assert_false (kp_ledger_note (ledger, KP_IDENTITY_ATTESTED, "first checker", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_pointer (&ledger, kp_ledger_free);

  ledger = kp_ledger_begin (db, campaign, &own, &error);
  g_assert_true (kp_ledger_note (ledger, "x", "y", &error));
  g_assert_true (kp_ledger_commit (ledger, &error));
  g_assert_no_error (error);
}

/* ---- carrying over ---- */

static void
test_carrying (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_open_as (c, "kp_clerk");
  g_autoptr (KpSession) keeper = kp_test_server_open_as (c, "kp_keeper");
  g_autofree char *path = g_build_filename (c->database->folder, "copy.kaopin", NULL);
  g_autoptr (KpSession) copy = NULL;
  g_autoptr (KpIdentity) identity = NULL;
  g_auto (KpCopyReport) refused = { 0 };
  g_auto (KpCopyReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  assert_refused (kp_session_copy_to_file (clerk, path, &refused, &error), &error, "keeper");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (kp_session_copy_to_file (keeper, path, &report, &error));
  g_assert_no_error (error);
  copy = kp_session_open (path, "yunling-2026", "nobody", KP_OPEN_READ_WRITE, &c->sources, &error);
  g_assert_no_error (error);
  identity = kp_identity_prove (copy, "head", KP_TEST_PASSWORD, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (KpTestDatabase *t);
  } tests[] = {
    { "verifiers-are-read-by-keepers", test_reading },
    { "row-hash-tells-nothing", test_row_hash },
    { "steps-work", test_working },
    { "own-secret-is-changed", test_own_secret },
    { "pins-alone-are-guarded", test_pins_alone },
    { "secrets-cannot-be-removed", test_remove_secrets },
    { "guesses-are-counted", test_guessing },
    { "all-administrators-locked-out-wait", test_all_locked },
    { "rolled-back-guess-tells-nothing", test_rolled_back },
    { "journal-names-who-signed-in", test_forging },
    { "only-keepers-carry-over", test_carrying },
  };
  static const KpTestDatabase server = { .kind = KP_DATABASE_POSTGRES };
  Target target = { NULL, NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/data/steps/postgres/server-account/", tests[i].name, NULL);

      g_test_add_data_func (path, &server, (GTestDataFunc) (void (*) (void)) tests[i].test);
    }
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strconcat ("/data/steps/postgres/server-account/clerk-cannot/", attacks[i].name, NULL);
      Attack *attack = g_new0 (Attack, 1);

      attack->target = &target;
      attack->sql = attacks[i].sql;
      g_test_add_data_func_full (path, attack, test_attack, g_free);
    }
  status = g_test_run ();
  g_clear_pointer (&target.clerk, kp_session_close);
  g_clear_pointer (&target.c, kp_test_campaign_free);
  return status;
}
