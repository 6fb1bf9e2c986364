/* kp-test-server.c – an office on a server whose tables belong to none of those who work.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-server.h"

#include "kp-engine.h"
#include "kp-identity.h"
#include "kp-schema.h"
#include "kp-server.h"
#include "kp-test-account.h"

void
kp_test_server_run (KpTestCampaign *c,
                    const char *sql)
{
  g_autofree char *script = g_strconcat ("--@pg\n", sql, ";\n--@all\n", NULL);
  g_autoptr (GError) error = NULL;

  kp_database_script (kp_session_get_database (c->session), script, &error);
  g_assert_no_error (error);
}

static void
give_away (KpTestCampaign *c)
{
  kp_test_server_run (c, "DO $b$ DECLARE one TEXT; BEGIN "
                      "FOREACH one IN ARRAY ARRAY['kp_clerk', 'kp_reader', 'kp_keeper', 'kp_office'] LOOP "
                      "IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = one) THEN EXECUTE 'CREATE ROLE ' || one || ' LOGIN'; "
                      "END IF; END LOOP; END $b$");
  kp_test_server_run (c, "DO $b$ DECLARE one TEXT; BEGIN "
                      "EXECUTE format ('GRANT ALL ON SCHEMA %I TO kp_office', current_schema ()); "
                      "FOR one IN SELECT c.oid::regclass::text FROM pg_class c WHERE relnamespace = quote_ident (current_schema ())::regnamespace "
                      "AND relkind = 'r' LOOP EXECUTE 'ALTER TABLE ' || one || ' OWNER TO kp_office'; END LOOP; "
                      "FOR one IN SELECT p.oid::regprocedure::text FROM pg_proc p WHERE pronamespace = quote_ident (current_schema ())::regnamespace "
                      "LOOP EXECUTE 'ALTER FUNCTION ' || one || ' OWNER TO kp_office'; END LOOP; END $b$");
}

static void
grant (KpTestCampaign *c,
       const char *login,
       KpServerDuty duty)
{
  g_autoptr (GError) error = NULL;

  kp_server_grant (kp_session_get_database (c->session), login, kp_session_get_campaign (c->session), duty, &error);
  g_assert_no_error (error);
}

/* With accounts, or with PINs alone. */
KpTestCampaign *
kp_test_server_new (KpTestDatabase *t,
                    gboolean has_accounts)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (kp_session_get_campaign (c->session), ==, "yunling-2026");
  kp_server_set_up (kp_session_get_database (c->session), &error);
  g_assert_no_error (error);
  give_away (c);
  grant (c, "kp_clerk", KP_SERVER_CLERK);
  grant (c, "kp_reader", KP_SERVER_READER);
  grant (c, "kp_keeper", KP_SERVER_KEEPER);
  if (has_accounts)
    kp_test_account_staff (c);
  return c;
}

static char *
dup_location (KpTestCampaign *c,
              const char *login)
{
  g_autoptr (GString) location = g_string_new (c->database->location);
  g_autofree char *user = g_strconcat ("user=", login, NULL);

  g_assert_cmpuint (g_string_replace (location, "user=kaopin", user, 0), ==, 1);
  return g_string_free (g_steal_pointer (&location), FALSE);
}

KpSession *
kp_test_server_open_as (KpTestCampaign *c,
                        const char *login)
{
  g_autofree char *location = dup_location (c, login);
  g_autoptr (GError) error = NULL;
  KpSession *session = kp_session_open (location, kp_session_get_campaign (c->session), "nobody", KP_OPEN_READ_WRITE, &c->sources,
                                        &error);

  g_assert_no_error (error);
  return session;
}

KpSession *
kp_test_server_sign_in (KpTestCampaign *c,
                        const char *login)
{
  KpSession *session = kp_test_server_open_as (c, "kp_clerk");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpIdentity) identity = kp_identity_prove (session, login, KP_TEST_PASSWORD, &error);

  g_assert_no_error (error);
  kp_session_set_identity (session, identity);
  return session;
}

gboolean
kp_test_server_try (KpSession *session,
                    const char *sql,
                    GError **error)
{
  g_autofree char *script = g_strconcat ("--@pg\n", sql, ";\n--@all\n", NULL);
  g_autoptr (KpTransaction) t = kp_transaction_begin (kp_session_get_database (session), error);

  return t != NULL && kp_database_script (kp_session_get_database (session), script, error) && kp_transaction_commit (t, error);
}

gint64
kp_test_server_count (KpSession *session,
                      const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (kp_session_get_database (session), sql, &error);
  gboolean has_row = FALSE;

  kp_statement_step (s, &has_row, &error);
  g_assert_no_error (error);
  return kp_statement_get_int (s, "n");
}

void
kp_test_server_verify (KpSession *session,
                       KpVerifyReport *report)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_autoptr (GError) error = NULL;

  kp_journal_verify (kp_session_get_database (session), kp_session_get_campaign (session), tables, n_tables, NULL, NULL, report,
                     &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (report));
}
