/* test-server.c – what a login can do on a server, tried with raw SQL and its rights alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-data-error.h"
#include "kp-server.h"
#include "kp-test-register.h"
#include "kp-verify.h"

#define OTHER_CAMPAIGN "乙县2026"

/* What a clerk of TEST_CAMPAIGN must not be able to do. */
static const struct
{
  const char *name;
  const char *sql;
} attacks[] = {
  { "update-journal", "UPDATE journal SET actor = 'somebody'" },
  { "update-journal-by-key", "UPDATE journal SET actor = 'somebody' WHERE seq = 1" },
  { "delete-journal", "DELETE FROM journal" },
  { "truncate-journal", "TRUNCATE journal" },
  { "rewind-head", "UPDATE journal_head SET seq = seq - 1" },
  { "forge-head", "UPDATE journal_head SET hash = sha256 ('x'::bytea)" },
  { "rename-head", "UPDATE journal_head SET campaign = 'x'" },
  { "delete-head", "DELETE FROM journal_head" },
  { "truncate-head", "TRUNCATE journal_head" },
  { "append-with-gap",
    "INSERT INTO journal SELECT campaign, seq + 2, at, actor, step, subject, table_name, row_key, act, before_text, "
    "after_text, row_hash, hash, hash FROM journal ORDER BY seq DESC LIMIT 1" },
  { "append-beside-the-chain",
    "INSERT INTO journal SELECT campaign, seq + 1, at, actor, step, subject, table_name, row_key, act, before_text, "
    "after_text, row_hash, prev_hash, hash FROM journal ORDER BY seq DESC LIMIT 1" },
  { "append-without-head",
    "INSERT INTO journal SELECT campaign, seq + 1, at, actor, step, subject, table_name, row_key, act, before_text, "
    "after_text, row_hash, hash, sha256 ('x'::bytea) FROM journal ORDER BY seq DESC LIMIT 1" },
  { "begin-anew", "INSERT INTO journal_head VALUES ('" TEST_CAMPAIGN "', 0, sha256 ('x'::bytea))" },
  { "write-other-campaign", "INSERT INTO test_place VALUES ('" OTHER_CAMPAIGN "', 'P9', NULL, 1, 1)" },
  { "carry-over-to-other-campaign", "UPDATE test_place SET campaign = '" OTHER_CAMPAIGN "'" },
  { "journal-other-campaign", "INSERT INTO journal_head VALUES ('" OTHER_CAMPAIGN "', 0, sha256 ('x'::bytea))" },
  { "truncate-table", "TRUNCATE test_mark" },
  { "create-table", "CREATE TABLE mine (a BIGINT)" },
  { "create-temporary-table", "CREATE TEMPORARY TABLE journal (a BIGINT)" },
  { "create-schema", "CREATE SCHEMA mine" },
  { "create-function", "CREATE FUNCTION mine () RETURNS BIGINT LANGUAGE sql AS 'SELECT 1'" },
  { "replace-guard", "CREATE OR REPLACE FUNCTION journal_refuse () RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'" },
  { "drop-table", "DROP TABLE test_mark" },
  { "alter-table", "ALTER TABLE test_mark ADD COLUMN x BIGINT" },
  { "drop-trigger", "DROP TRIGGER journal_append_only ON journal" },
  { "disable-trigger", "ALTER TABLE journal DISABLE TRIGGER ALL" },
  { "switch-triggers-off", "SET session_replication_role = replica" },
  { "switch-policies-off", "ALTER TABLE test_place DISABLE ROW LEVEL SECURITY" },
  { "drop-policy", "DROP POLICY server_reads ON test_place" },
  { "read-grants", "SELECT * FROM server_grant" },
  { "grant-itself", "INSERT INTO server_grant VALUES ('kp_clerk', '" OTHER_CAMPAIGN "', 'clerk')" },
  { "take-over", "ALTER TABLE journal OWNER TO kp_clerk" },
  { "become-owner", "SET ROLE kaopin" },
  { "write-version", "UPDATE schema_migration SET version = 9" },
};

static void
make_login (KpDatabase *db, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("--@pg\nDO $b$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%s') "
                                          "THEN CREATE ROLE %s LOGIN; END IF; END $b$;\n--@all\n",
                                          name, name);
  g_autoptr (GError) error = NULL;

  kp_database_script (db, sql, &error);
  g_assert_no_error (error);
}

/* Of the owner, with one campaign in it and two logins. */
static KpDatabase *
make_server (KpTestDatabase *t)
{
  KpDatabase *db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;
  gboolean is_set_up = TRUE;

  kp_server_is_set_up (db, &is_set_up, &error);
  g_assert_no_error (error);
  g_assert_false (is_set_up);
  kp_server_set_up (db, &error);
  g_assert_no_error (error);
  make_login (db, "kp_clerk");
  make_login (db, "kp_reader");
  kp_test_register_fill (db, 3);
  return db;
}

static void
grant (KpDatabase *db, const char *login, const char *campaign, KpServerDuty duty)
{
  g_autoptr (GError) error = NULL;

  kp_server_grant (db, login, campaign, duty, &error);
  g_assert_no_error (error);
}

static KpDatabase *
open_as (KpTestDatabase *t, const char *login)
{
  g_autoptr (GString) location = g_string_new (t->location);
  g_autofree char *user = g_strconcat ("user=", login, NULL);
  g_autoptr (GError) error = NULL;
  KpDatabase *db = NULL;

  g_assert_cmpuint (g_string_replace (location, "user=kaopin", user, 0), ==, 1);
  db = kp_database_open (location->str, KP_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  return db;
}

static gint64
count_rows (KpDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (db, sql, &error);
  gboolean has_row = FALSE;

  kp_statement_step (s, &has_row, &error);
  g_assert_no_error (error);
  return kp_statement_get_int (s, "n");
}

static void
assert_sound (KpDatabase *db, gint64 n_rows)
{
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  kp_journal_verify (db, TEST_CAMPAIGN, test_tables, G_N_ELEMENTS (test_tables), NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
  g_assert_cmpint (report.n_rows, ==, n_rows);
}

static gboolean
try (KpDatabase *db, const char *sql, GError **error)
{
  g_autofree char *script = g_strconcat ("--@pg\n", sql, ";\n--@all\n", NULL);
  g_autoptr (KpTransaction) t = kp_transaction_begin (db, error);

  return t != NULL && kp_database_script (db, script, error) && kp_transaction_commit (t, error);
}

/* One server for all attacks, made by the first: none of them may change it. */
typedef struct
{
  KpTestDatabase *t;
  KpDatabase *owner;
  KpDatabase *clerk;
} Target;

typedef struct
{
  Target *target;
  const char *sql;
} Attack;

static void
target_clear (Target *target)
{
  g_clear_pointer (&target->clerk, kp_database_close);
  g_clear_pointer (&target->owner, kp_database_close);
  g_clear_pointer (&target->t, kp_test_database_free);
}

static void
test_attack (gconstpointer data)
{
  const Attack *attack = data;
  Target *target = attack->target;
  g_autoptr (GError) error = NULL;

  if (target->t == NULL)
    {
      target->t = kp_test_database_new (KP_DATABASE_POSTGRES);
      target->owner = make_server (target->t);
      grant (target->owner, "kp_clerk", TEST_CAMPAIGN, KP_SERVER_CLERK);
      target->clerk = open_as (target->t, "kp_clerk");
    }
  g_assert_false (try (target->clerk, attack->sql, &error));
  g_test_message ("%s", error->message);
  g_assert_true (g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY)
                 || g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_CONSTRAINT));
  assert_sound (target->clerk, 6);
  assert_sound (target->owner, 6);
}

static void
test_clerk_works (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) owner = make_server (t);
  g_autoptr (KpDatabase) clerk = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  Mark mark = { TEST_CAMPAIGN, "P000001", 1, "510722199001011234", 0 };
  gboolean ok;

  grant (owner, "kp_clerk", TEST_CAMPAIGN, KP_SERVER_CLERK);
  clerk = open_as (t, "kp_clerk");
  ledger = kp_test_register_begin (clerk, "work");
  ok = kp_ledger_put (ledger, &mark_table, &mark, &error);
  g_assert_no_error (error);
  ok = ok && kp_ledger_remove (ledger, &mark_table, &mark, &error) && kp_ledger_commit (ledger, &error);
  g_assert_no_error (error);
  g_assert_true (ok);
  assert_sound (clerk, 5);
}

/* A campaign that is granted before it is there begins by the clerk's own work. */
static void
test_clerk_begins_campaign (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) owner = kp_test_register_create (t);
  g_autoptr (KpDatabase) clerk = NULL;
  g_autoptr (GError) error = NULL;

  kp_server_set_up (owner, &error);
  g_assert_no_error (error);
  make_login (owner, "kp_clerk");
  grant (owner, "kp_clerk", TEST_CAMPAIGN, KP_SERVER_CLERK);
  clerk = open_as (t, "kp_clerk");
  kp_test_register_fill (clerk, 20);
  assert_sound (owner, 40);
}

static void
test_clerk_sees_own_campaigns (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) owner = make_server (t);
  g_autoptr (KpDatabase) clerk = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  grant (owner, "kp_clerk", OTHER_CAMPAIGN, KP_SERVER_CLERK);
  clerk = open_as (t, "kp_clerk");
  g_assert_cmpint (count_rows (clerk, "SELECT count (*) AS n FROM test_place"), ==, 0);
  g_assert_cmpint (count_rows (clerk, "SELECT count (*) AS n FROM journal"), ==, 0);
  g_assert_true (try (clerk, "UPDATE test_place SET note = 'x'", &error));
  g_assert_true (try (clerk, "DELETE FROM test_mark", &error));
  assert_sound (owner, 6);

  grant (owner, "kp_clerk", TEST_CAMPAIGN, KP_SERVER_CLERK);
  g_assert_cmpint (count_rows (clerk, "SELECT count (*) AS n FROM test_place"), ==, 3);
  g_assert_true (kp_server_revoke (owner, "kp_clerk", TEST_CAMPAIGN, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (count_rows (clerk, "SELECT count (*) AS n FROM test_place"), ==, 0);
}

static void
test_reader_changes_nothing (void)
{
  static const char *const writes[] = {
    "UPDATE test_place SET note = 'x'",
    "DELETE FROM test_mark",
    "INSERT INTO test_place VALUES ('" TEST_CAMPAIGN "', 'P9', NULL, 1, 1)",
    "UPDATE journal_head SET seq = seq",
    "INSERT INTO journal SELECT * FROM journal",
    "TRUNCATE test_mark",
  };
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) owner = make_server (t);
  g_autoptr (KpDatabase) reader = NULL;

  grant (owner, "kp_reader", TEST_CAMPAIGN, KP_SERVER_READER);
  reader = open_as (t, "kp_reader");
  assert_sound (reader, 6);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (try (reader, writes[i], &error));
      g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
    }
  assert_sound (owner, 6);
}

/* A clerk of one campaign who reads another writes nothing there, though being in both groups. */
static void
test_duty_is_of_a_campaign (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) owner = make_server (t);
  g_autoptr (KpDatabase) both = NULL;
  g_autoptr (GError) error = NULL;

  grant (owner, "kp_reader", OTHER_CAMPAIGN, KP_SERVER_CLERK);
  grant (owner, "kp_reader", TEST_CAMPAIGN, KP_SERVER_READER);
  both = open_as (t, "kp_reader");
  g_assert_cmpint (count_rows (both, "SELECT count (*) AS n FROM test_place"), ==, 3);
  g_assert_false (try (both, "INSERT INTO test_place VALUES ('" TEST_CAMPAIGN "', 'P9', NULL, 1, 1)", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_assert_true (try (both, "UPDATE test_place SET note = 'x'", NULL));
  assert_sound (owner, 6);
}

static void
test_set_up_again (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) owner = make_server (t);
  g_autoptr (GPtrArray) grants = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_set_up = FALSE;
  const KpServerGrant *first;

  grant (owner, "kp_reader", TEST_CAMPAIGN, KP_SERVER_READER);
  grant (owner, "kp_clerk", TEST_CAMPAIGN, KP_SERVER_READER);
  grant (owner, "kp_clerk", TEST_CAMPAIGN, KP_SERVER_CLERK);
  g_assert_true (kp_server_set_up (owner, &error));
  g_assert_no_error (error);
  g_assert_true (kp_server_is_set_up (owner, &is_set_up, &error));
  g_assert_true (is_set_up);
  grants = kp_server_list_grants (owner, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (grants->len, ==, 2);
  first = g_ptr_array_index (grants, 0);
  g_assert_cmpstr (first->login, ==, "kp_clerk");
  g_assert_cmpstr (first->campaign, ==, TEST_CAMPAIGN);
  g_assert_cmpint (first->duty, ==, KP_SERVER_CLERK);
}

static void
test_refusals (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpTestDatabase) file = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpDatabase) db = kp_test_register_create (file);
  g_autoptr (KpDatabase) bare = kp_test_register_create (t);
  g_autoptr (KpDatabase) clerk = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_server_set_up (db, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (kp_server_grant (bare, "kaopin", TEST_CAMPAIGN, KP_SERVER_CLERK, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (kp_server_set_up (bare, &error));
  g_assert_false (kp_server_grant (bare, "nobody-by-that-name", TEST_CAMPAIGN, KP_SERVER_CLERK, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  make_login (bare, "kp_clerk");
  grant (bare, "kp_clerk", TEST_CAMPAIGN, KP_SERVER_CLERK);
  clerk = open_as (t, "kp_clerk");
  g_assert_false (kp_server_set_up (clerk, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (kp_server_grant (clerk, "kp_clerk", OTHER_CAMPAIGN, KP_SERVER_CLERK, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  Target target = { NULL, NULL, NULL };
  int status;

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strconcat ("/data/engine/postgres/server/clerk-cannot/", attacks[i].name, NULL);
      Attack *attack = g_new0 (Attack, 1);

      attack->target = &target;
      attack->sql = attacks[i].sql;
      g_test_add_data_func_full (path, attack, test_attack, g_free);
    }
  g_test_add_func ("/data/engine/postgres/server/clerk-works", test_clerk_works);
  g_test_add_func ("/data/engine/postgres/server/clerk-begins-campaign", test_clerk_begins_campaign);
  g_test_add_func ("/data/engine/postgres/server/clerk-sees-own-campaigns", test_clerk_sees_own_campaigns);
  g_test_add_func ("/data/engine/postgres/server/reader-changes-nothing", test_reader_changes_nothing);
  g_test_add_func ("/data/engine/postgres/server/duty-is-of-a-campaign", test_duty_is_of_a_campaign);
  g_test_add_func ("/data/engine/postgres/server/set-up-again", test_set_up_again);
  g_test_add_func ("/data/engine/postgres/server/refusals", test_refusals);
  status = g_test_run ();
  target_clear (&target);
  return status;
}
