/* test-server-two-people.c – who has a clerk's login on a server and any program: no row of two people without both.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables are those that have a column of a second person, as the server's own catalogue says: a new one isn't forgotten. */
#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-identity.h"
#include "kp-test-account.h"
#include "kp-test-server.h"
#include "kp-test.h"

#define C "'yunling-2026'"
#define IS_SECOND "s.column_name ~ '(^|_)second(_|$)|_with$'"
#define LEAST_PAIRS 32

typedef struct
{
  char *table;
  char *first;
  char *second;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->table);
  g_free (pair->first);
  g_free (pair->second);
  g_free (pair);
}

static GPtrArray *
list_pairs (KpTestCampaign *c)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (pair_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (
      kp_session_get_database (c->session),
      "SELECT CAST (s.table_name AS TEXT) AS of_table, CAST (f.column_name AS TEXT) AS first, CAST (s.column_name AS TEXT) AS second "
      "FROM information_schema.columns s JOIN information_schema.columns f ON f.table_schema = s.table_schema "
      "AND f.table_name = s.table_name AND f.ordinal_position = s.ordinal_position - 1 "
      "WHERE s.table_schema = current_schema () AND " IS_SECOND " "
      "ORDER BY 1, 3",
      &error);
  gboolean has_row = TRUE;

  while (has_row)
    {
      Pair *pair;

      kp_statement_step (s, &has_row, &error);
      g_assert_no_error (error);
      if (!has_row)
        break;
      pair = g_new0 (Pair, 1);
      pair->table = kp_statement_dup_text (s, "of_table");
      pair->first = kp_statement_dup_text (s, "first");
      pair->second = kp_statement_dup_text (s, "second");
      g_ptr_array_add (pairs, pair);
    }
  g_assert_cmpuint (pairs->len, >=, LEAST_PAIRS);
  return g_steal_pointer (&pairs);
}

static char *
dup_insert (const Pair *pair,
            const char *first,
            const char *second)
{
  return g_strdup_printf ("INSERT INTO %s (campaign, %s, %s) VALUES (" C ", '%s', '%s')", pair->table, pair->first, pair->second,
                          first, second);
}

static void
assert_kept_out (KpSession *clerk,
                 const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_test_server_try (clerk, sql, &error));
  if (!g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY))
    g_error ("%s: %s", sql, error->message);
}

/* In the unit of work that is open, which this ends. */
static void
assert_unit (KpSession *clerk,
             const char *sql,
             gboolean is_kept_out)
{
  g_autofree char *script = g_strconcat ("--@pg\n", sql, ";\n--@all\n", NULL);
  g_autoptr (GError) error = NULL;
  const gboolean is_done = kp_database_script (kp_session_get_database (clerk), script, &error);
  const gboolean is_refused = g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);

  g_assert_true (!is_kept_out || !is_done);
  if (is_refused != is_kept_out)
    g_error ("%s: %s", sql, error != NULL ? error->message : "done");
}

static void
prove (KpSession *session,
       const char *second)
{
  static KpTestPin pin = { .pin = KP_TEST_PIN };
  g_autoptr (GError) error = NULL;

  kp_test_account_type (session, &pin);
  g_assert_true (kp_identity_check_two (session, "first", second, &error));
  g_assert_no_error (error);
}

static KpLedger *
begin (KpSession *session,
       const char *attested)
{
  const KpAct act = { "first", "2026-03-08T09:00:00+08:00", "decide", NULL };
  g_autoptr (GError) error = NULL;
  KpLedger *ledger = kp_ledger_begin (kp_session_get_database (session), kp_session_get_campaign (session), &act, &error);

  g_assert_no_error (error);
  if (attested != NULL)
    g_assert_true (kp_ledger_note (ledger, KP_IDENTITY_ATTESTED, attested, &error));
  g_assert_no_error (error);
  return ledger;
}

/* ---- rows that weren't there ---- */

static void
test_insert (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (GPtrArray) pairs = list_pairs (c);

  for (guint i = 0; i < pairs->len; i++)
    {
      g_autofree char *by_name = dup_insert (pairs->pdata[i], "王五", "李四");
      g_autofree char *by_login = dup_insert (pairs->pdata[i], "first", "checker");

      assert_kept_out (clerk, by_name);
      assert_kept_out (clerk, by_login);
    }
}

/* With both there the guard lets pass what only the rules of the table refuse; nobody else's name passes. */
static void
test_other_person (KpTestDatabase *t)
{
  static const struct
  {
    const char *first;
    const char *second;
    gboolean is_kept_out;
  } rows[] = {
    { "first", "checker", FALSE }, { "王五", "李四", FALSE },      { "王 五", " ＣＨＥＣＫＥＲ", FALSE }, { "first", "leader", TRUE },
    { "first", "周八", TRUE },     { "head", "checker", TRUE },    { "checker", "first", TRUE },         { "first", "nobody", TRUE },
    { "first", "first", TRUE },    { "checker", "checker", TRUE },
  };
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (GPtrArray) pairs = list_pairs (c);

  prove (clerk, "checker");
  for (guint i = 0; i < pairs->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
      {
        g_autoptr (KpLedger) ledger = begin (clerk, "first checker");
        g_autofree char *sql = dup_insert (pairs->pdata[i], rows[j].first, rows[j].second);

        g_assert_nonnull (ledger);
        assert_unit (clerk, sql, rows[j].is_kept_out);
      }
}

/* Who answers alone is who signed in. */
static void
test_first_alone (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (GError) error = NULL;

  prove (clerk, "checker");
  assert_kept_out (clerk, "INSERT INTO probation_link (campaign, first_person) VALUES (" C ", 'head')");
  assert_kept_out (clerk, "INSERT INTO probation_link (campaign, first_person) VALUES (" C ", '李四')");
  g_assert_false (kp_test_server_try (clerk, "INSERT INTO probation_link (campaign, first_person) VALUES (" C ", '王五')", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CONSTRAINT);
}

/* ---- rows that are there ---- */

/* Of two who are neither the clerk nor whom the clerk names; what else the table asks for is in the way of no attack. */
static void
put_rows (KpTestCampaign *c)
{
  kp_test_server_run (
      c,
      "DO $b$ DECLARE one RECORD; filled JSONB; BEGIN "
      "SET LOCAL session_replication_role = replica; "
      "FOR one IN SELECT n.conrelid::regclass::text AS t, n.conname AS name FROM pg_constraint n JOIN pg_class c ON c.oid = n.conrelid "
      "WHERE c.relnamespace = quote_ident (current_schema ())::regnamespace AND n.contype = 'c' LOOP "
      "EXECUTE format ('ALTER TABLE %s DROP CONSTRAINT %I', one.t, one.name); END LOOP; "
      "FOR one IN SELECT a.table_name AS t, a.column_name AS name FROM information_schema.columns a "
      "WHERE a.table_schema = current_schema () AND a.is_nullable = 'NO' AND NOT EXISTS ("
      "SELECT 1 FROM information_schema.key_column_usage k WHERE k.table_schema = a.table_schema AND k.table_name = a.table_name "
      "AND k.column_name = a.column_name) LOOP "
      "EXECUTE format ('ALTER TABLE %I ALTER COLUMN %I DROP NOT NULL', one.t, one.name); END LOOP; "
      "FOR one IN SELECT s.table_name AS t FROM information_schema.columns s WHERE s.table_schema = current_schema () "
      "AND " IS_SECOND " GROUP BY s.table_name LOOP "
      "SELECT jsonb_object_agg (a.column_name, CASE WHEN a.column_name = 'campaign' THEN to_jsonb (" C "::text) "
      "WHEN a.data_type = 'bigint' THEN to_jsonb (1) WHEN a.column_name ~ '(^|_)second(_|$)|_with$' THEN to_jsonb ('leader'::text) "
      "WHEN a.column_name ~ 'first|_by$|^person$' THEN to_jsonb ('head'::text) ELSE to_jsonb ('x'::text) END) INTO filled "
      "FROM information_schema.columns a WHERE a.table_schema = current_schema () AND a.table_name = one.t AND a.data_type <> 'bytea'; "
      "EXECUTE format ('INSERT INTO %I SELECT (jsonb_populate_record (NULL::%I, $1)).*', one.t, one.t) USING filled; "
      "END LOOP; END $b$");
}

static void
assert_row_stays (KpSession *clerk,
                  const Pair *pair,
                  gboolean is_room_sheet)
{
  static const struct
  {
    const char *first;
    const char *second;
  } changes[] = { { "first", "checker" }, { "王五", "李四" }, { "first", "leader" }, { "head", "checker" } };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = '%s', %s = '%s'", pair->table, pair->first, changes[i].first,
                                              pair->second, changes[i].second);

      assert_kept_out (clerk, sql);
    }
  /* A sheet that was taken back is given again by one person (kp_step_enter_room_mark()). */
  if (!is_room_sheet)
    {
      g_autofree char *taken = g_strdup_printf ("UPDATE %s SET %s = NULL, %s = NULL", pair->table, pair->first, pair->second);
      g_autofree char *alone = g_strdup_printf ("UPDATE %s SET %s = NULL", pair->table, pair->second);
      g_autofree char *gone = g_strdup_printf ("DELETE FROM %s", pair->table);
      g_autofree char *moved = g_strdup_printf ("UPDATE %s SET campaign = 'other'", pair->table);

      assert_kept_out (clerk, taken);
      assert_kept_out (clerk, alone);
      assert_kept_out (clerk, gone);
      assert_kept_out (clerk, moved);
    }
}

static void
test_change (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (GPtrArray) pairs = list_pairs (c);

  put_rows (c);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = pairs->pdata[i];

      assert_row_stays (clerk, pair, g_str_equal (pair->table, "panel_mark"));
    }
}

/* Each column of what two people answer for, unless the program has one person write it later. */
static void
test_columns (KpTestDatabase *t)
{
  static const char *const by_one[] = {
    "departure.round", "departure.called_on", "departure.version", "draw.public", "draw.result", "draw.drawn_at", "draw.version", "amendment.published_on", "choice.outcome", "choice.offer",
    "choice.recorded_by", "choice.at", "choice.version", "incident.served_on", "incident.served_how", "incident.review",
    "incident.version", NULL,
  };
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = NULL;
  guint n_open = 0;
  gboolean has_row = TRUE;

  put_rows (c);
  s = kp_database_prepare (kp_session_get_database (c->session),
                           "SELECT a.table_name || '.' || a.column_name AS name, 'UPDATE ' || a.table_name || ' SET ' || a.column_name "
                           "|| CASE a.data_type WHEN 'bigint' THEN ' = 7' ELSE ' = ''7''' END AS attack "
                           "FROM information_schema.columns a WHERE a.table_schema = current_schema () AND a.table_name <> 'panel_mark' "
                           "AND a.data_type <> 'bytea' AND EXISTS (SELECT 1 FROM information_schema.columns s "
                           "WHERE s.table_schema = a.table_schema AND s.table_name = a.table_name "
                           "AND " IS_SECOND ") ORDER BY 1",
                           &error);
  g_assert_no_error (error);
  for (; kp_statement_step (s, &has_row, &error) && has_row;)
    {
      if (g_strv_contains (by_one, kp_statement_get_text (s, "name")))
        n_open++;
      else
        assert_kept_out (clerk, kp_statement_get_text (s, "attack"));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_open + 1, ==, G_N_ELEMENTS (by_one));
}

/* ---- one act's proof for another's row ---- */

#define ROW "INSERT INTO headcount_cap (campaign, first_person, second_person) VALUES (" C ", 'first', 'checker')"

static void
test_later (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (KpLedger) attested = NULL;
  g_autoptr (KpLedger) bare = NULL;
  g_autoptr (GError) error = NULL;

  prove (clerk, "checker");
  attested = begin (clerk, "first checker");
  g_assert_true (kp_ledger_commit (attested, &error));
  g_assert_no_error (error);
  assert_kept_out (clerk, ROW);
  bare = begin (clerk, NULL);
  assert_unit (clerk, ROW, TRUE);
}

/* Behind the head, as another unit's notes are. */
static void
test_head_moved (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (KpLedger) ledger = NULL;

  prove (clerk, "checker");
  ledger = begin (clerk, "first checker");
  assert_unit (clerk,
               "UPDATE journal_head h SET seq = j.seq, hash = j.hash FROM journal j WHERE j.campaign = h.campaign "
               "AND j.seq = h.seq + 1; " ROW,
               TRUE);
}

static void
assert_no_note (KpSession *session,
                const char *attested)
{
  g_autoptr (KpLedger) ledger = begin (session, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_ledger_note (ledger, KP_IDENTITY_ATTESTED, attested, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY);
}

/* A PIN that was given on one connection proves nothing on another, and nobody stands first for whom another signed in. */
static void
test_note (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) clerk = kp_test_server_sign_in (c, "first");
  g_autoptr (KpSession) beside = kp_test_server_sign_in (c, "first");

  prove (clerk, "checker");
  prove (clerk, "leader");
  assert_no_note (beside, "first checker");
  assert_no_note (clerk, "checker leader");
  assert_no_note (clerk, "- checker");
  assert_no_note (clerk, "first head");
  assert_kept_out (beside, ROW);
}

/* What is carried over by a keeper names whom it named. */
static void
test_keeper (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_server_new (t, TRUE);
  g_autoptr (KpSession) keeper = kp_test_server_open_as (c, "kp_keeper");
  g_autoptr (GPtrArray) pairs = list_pairs (c);
  g_autoptr (GError) error = NULL;

  put_rows (c);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = pairs->pdata[i];
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = 'first', %s = 'checker'; DELETE FROM %s", pair->table, pair->first,
                                              pair->second, pair->table);

      g_assert_true (kp_test_server_try (keeper, sql, &error));
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (KpTestDatabase *t);
  } tests[] = {
    { "no-row-without-both", test_insert },
    { "no-row-of-other-people", test_other_person },
    { "no-other-first-alone", test_first_alone },
    { "no-row-becomes-others", test_change },
    { "no-column-changes-without-both", test_columns },
    { "proof-is-of-its-unit", test_later },
    { "proof-is-before-the-head", test_head_moved },
    { "notes-are-not-forged", test_note },
    { "keepers-carry-over", test_keeper },
  };
  static const KpTestDatabase server = { .kind = KP_DATABASE_POSTGRES };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/data/steps/postgres/server-two-people/", tests[i].name, NULL);

      g_test_add_data_func (path, &server, (GTestDataFunc) (void (*) (void)) tests[i].test);
    }
  return g_test_run ();
}
