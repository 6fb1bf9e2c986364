/* kp-server.c – the rights on a record that lies on a server: who works on which campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rights are the database's own (data/schema/server.sql): they hold for whoever has a login and any other program,
 * not only for this one. */

#include "kp-server.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-engine.h"

#define SCRIPT "/org/kaopin/Kaopin/schema/server.sql"
#define ACCOUNTS_SCRIPT "/org/kaopin/Kaopin/schema/server-accounts.sql"
#define TWO_PEOPLE_SCRIPT "/org/kaopin/Kaopin/schema/server-two-people.sql"

static const char *const duties[] = { [KP_SERVER_CLERK] = "clerk", [KP_SERVER_KEEPER] = "keeper", [KP_SERVER_READER] = "reader" };

static gboolean
check_is_server (KpDatabase *db, GError **error)
{
  if (kp_database_get_kind (db) == KP_DATABASE_POSTGRES)
    return TRUE;
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED,
                       _ ("A record in a file has no logins. Give the address of a server, which begins with postgresql://."));
  return FALSE;
}

/* One text; *value stays NULL without a row. */
static gboolean
load_text (KpDatabase *db, const char *sql, const char *bind, char **value, GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (db, sql, error);
  gboolean has_row = FALSE;

  *value = NULL;
  if (s == NULL)
    return FALSE;
  if (bind != NULL)
    kp_statement_bind_text (s, 1, bind);
  if (!kp_statement_step (s, &has_row, error))
    return FALSE;
  if (has_row)
    *value = kp_statement_dup_text (s, "value");
  return TRUE;
}

/**
 * kp_server_is_set_up:
 * @db: a record
 * @is_set_up: (out): whether kp_server_set_up() was run on it
 * @error: FAILED for a file, CONNECTION
 *
 * Returns: %FALSE when it could not be asked
 */
gboolean
kp_server_is_set_up (KpDatabase *db, gboolean *is_set_up, GError **error)
{
  g_autofree char *value = NULL;

  if (!check_is_server (db, error)
      || !load_text (db, "SELECT CAST (to_regclass ('server_grant') AS TEXT) AS value", NULL, &value, error))
    return FALSE;
  *is_set_up = value != NULL;
  return TRUE;
}

/* The script names the schema everywhere, so that nobody's search path leads it elsewhere. */
static char *
dup_script (KpDatabase *db, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *schema = NULL;
  g_autoptr (GString) text = NULL;

  if (bytes == NULL || !load_text (db, "SELECT quote_ident (CAST (current_schema () AS TEXT)) AS value", NULL, &schema, error))
    return NULL;
  if (schema == NULL || strpbrk (schema, "'$") != NULL)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED,
                           _ ("The login has no schema of its own in that database, or one with a strange name. Have the "
                              "tables made in the schema “public”."));
      return NULL;
    }
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_string_replace (text, "@SCHEMA@", schema, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Tables of somebody else can't be given away. */
static gboolean
check_owns_tables (KpDatabase *db, GError **error)
{
  g_autofree char *other = NULL;

  if (!load_text (db,
                  "SELECT CAST (c.relname AS TEXT) AS value FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                  "WHERE n.nspname = current_schema () AND c.relname = 'journal' "
                  "AND NOT pg_has_role (c.relowner, 'MEMBER')",
                  NULL, &other, error))
    return FALSE;
  if (other == NULL)
    return TRUE;
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY,
                       _ ("The tables on the server belong to another login. Use the one that made them."));
  return FALSE;
}

static gboolean
run_script (KpDatabase *db, const char *name, GError **error)
{
  g_autofree char *script = dup_script (db, name, error);

  return script != NULL && kp_database_script (db, script, error);
}

/* A record without accounts has nothing to guard. */
static gboolean
run_scripts (KpDatabase *db, GError **error)
{
  g_autofree char *accounts = NULL;

  return run_script (db, SCRIPT, error)
         && load_text (db, "SELECT CAST (to_regclass ('account_secret') AS TEXT) AS value", NULL, &accounts, error)
         && (accounts == NULL || (run_script (db, ACCOUNTS_SCRIPT, error) && run_script (db, TWO_PEOPLE_SCRIPT, error)));
}

/**
 * kp_server_set_up:
 * @db: a record of the newest schema, without a transaction
 * @error: FAILED for a file, READ_ONLY when the login may not, CONNECTION
 *
 * Makes the groups kaopin_clerk and kaopin_reader and gives them what they may do: a clerk reads and writes the campaigns that
 * are granted, and the journal can only be read and appended to; a keeper also reads what passwords are checked by; a reader
 * reads the rest. All of it or nothing; it may be run again.
 *
 * Returns: %TRUE when the rights are in force
 */
gboolean
kp_server_set_up (KpDatabase *db, GError **error)
{
  g_autoptr (KpTransaction) t = NULL;

  if (!check_is_server (db, error) || !check_owns_tables (db, error))
    return FALSE;
  t = kp_transaction_begin (db, error);
  if (t == NULL || !run_scripts (db, error))
    {
      g_prefix_error (error, "%s: ", _ ("Rights on the server"));
      return FALSE;
    }
  return kp_transaction_commit (t, error);
}

static gboolean
check_is_set_up (KpDatabase *db, GError **error)
{
  gboolean is_set_up = FALSE;

  if (!kp_server_is_set_up (db, &is_set_up, error))
    return FALSE;
  if (!is_set_up)
    g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND,
                         _ ("The server has no rights by campaign yet. Run “kaopin server init” first."));
  return is_set_up && check_owns_tables (db, error);
}

static gboolean
check_login (KpDatabase *db, const char *login, GError **error)
{
  g_autofree char *found = NULL;

  if (!load_text (db, "SELECT CAST (rolname AS TEXT) AS value FROM pg_roles WHERE rolcanlogin AND rolname = $1", login, &found,
                  error))
    return FALSE;
  if (found == NULL)
    g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND,
                 _ ("The server has no login “%s”. Have it made there first, with a password of its own: CREATE ROLE … LOGIN "
                    "PASSWORD …."),
                 login);
  return found != NULL;
}

static gboolean
join_group (KpDatabase *db, const char *login, KpServerDuty duty, GError **error)
{
  const char *group = duty == KP_SERVER_READER ? "kaopin_reader" : "kaopin_clerk";
  g_autofree char *name = NULL;
  g_autofree char *sql = NULL;

  if (!load_text (db, "SELECT quote_ident ($1) AS value", login, &name, error))
    return FALSE;
  sql = g_strdup_printf ("--@pg\nGRANT %s TO %s;\n--@all\n", group, name);
  return kp_database_script (db, sql, error);
}

/**
 * kp_server_grant:
 * @db: a record that was set up
 * @login: a login of the server
 * @campaign: which it shall work on; need not be there yet
 * @duty: what it may do; replaces what it was granted for this campaign before
 * @error: NOT_FOUND without such a login or set-up, READ_ONLY when one may not
 *
 * Returns: %TRUE when it is granted
 */
gboolean
kp_server_grant (KpDatabase *db, const char *login, const char *campaign, KpServerDuty duty, GError **error)
{
  g_autoptr (KpTransaction) t = NULL;
  g_autoptr (KpStatement) s = NULL;

  if (!check_is_set_up (db, error) || !check_login (db, login, error))
    return FALSE;
  t = kp_transaction_begin (db, error);
  if (t == NULL || !join_group (db, login, duty, error))
    return FALSE;
  s = kp_database_prepare (db,
                           "INSERT INTO server_grant (login, campaign, duty) VALUES ($1, $2, $3) "
                           "ON CONFLICT (login, campaign) DO UPDATE SET duty = excluded.duty",
                           error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, login);
  kp_statement_bind_text (s, 2, campaign);
  kp_statement_bind_text (s, 3, duties[duty]);
  return kp_statement_run (s, NULL, error) && kp_transaction_commit (t, error);
}

/**
 * kp_server_revoke:
 * @db: a record that was set up
 * @login: a login, also one that the server has no more
 * @campaign: (nullable): which campaign; %NULL = all
 * @n_revoked: (out): how many grants there were
 * @error: NOT_FOUND without set-up, READ_ONLY when one may not
 *
 * It stays in its group, which without a grant opens nothing.
 *
 * Returns: %TRUE when it has no such grant any more
 */
gboolean
kp_server_revoke (KpDatabase *db, const char *login, const char *campaign, guint *n_revoked, GError **error)
{
  g_autoptr (KpTransaction) t = NULL;
  g_autoptr (KpStatement) s = NULL;
  gint64 n = 0;

  if (!check_is_set_up (db, error))
    return FALSE;
  t = kp_transaction_begin (db, error);
  s = t == NULL ? NULL
                : kp_database_prepare (db,
                                       "DELETE FROM server_grant WHERE login = $1 "
                                       "AND (CAST ($2 AS TEXT) IS NULL OR campaign = CAST ($2 AS TEXT))",
                                       error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, login);
  kp_statement_bind_text (s, 2, campaign);
  if (!kp_statement_run (s, &n, error) || !kp_transaction_commit (t, error))
    return FALSE;
  *n_revoked = (guint) n;
  return TRUE;
}

static KpServerDuty
parse_duty (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    if (strcmp (duties[i], word) == 0)
      return (KpServerDuty) i;
  return KP_SERVER_READER;
}

static void
grant_free (gpointer data)
{
  KpServerGrant *grant = data;

  g_free (grant->login);
  g_free (grant->campaign);
  g_free (grant);
}

/**
 * kp_server_list_grants:
 * @db: a record that was set up
 * @error: NOT_FOUND without set-up, READ_ONLY when one may not
 *
 * Returns: (transfer full) (nullable) (element-type KpServerGrant): by login and campaign
 */
GPtrArray *
kp_server_list_grants (KpDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) grants = g_ptr_array_new_with_free_func (grant_free);
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  if (!check_is_set_up (db, error))
    return NULL;
  s = kp_database_prepare (db, "SELECT login, campaign, duty FROM server_grant ORDER BY login, campaign", error);
  while (s != NULL)
    {
      KpServerGrant *grant = NULL;

      if (!kp_statement_step (s, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&grants);
      grant = g_new0 (KpServerGrant, 1);
      grant->login = kp_statement_dup_text (s, "login");
      grant->campaign = kp_statement_dup_text (s, "campaign");
      grant->duty = parse_duty (kp_statement_get_text (s, "duty"));
      g_ptr_array_add (grants, grant);
    }
  return NULL;
}

static void
campaign_free (gpointer data)
{
  KpServerCampaign *campaign = data;

  g_free (campaign->campaign);
  g_free (campaign);
}

/**
 * kp_server_list_campaigns:
 * @db: a record
 * @error: CONNECTION, READ_ONLY
 *
 * Returns: (transfer full) (nullable) (element-type KpServerCampaign): all that the login may read, by name
 */
GPtrArray *
kp_server_list_campaigns (KpDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new_with_free_func (campaign_free);
  g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT campaign, seq FROM journal_head ORDER BY campaign", error);
  gboolean has_row = FALSE;

  while (s != NULL && kp_statement_step (s, &has_row, error))
    {
      KpServerCampaign *one = NULL;

      if (!has_row)
        return g_steal_pointer (&campaigns);
      one = g_new0 (KpServerCampaign, 1);
      one->campaign = kp_statement_dup_text (s, "campaign");
      one->n_rows = kp_statement_get_int (s, "seq");
      g_ptr_array_add (campaigns, one);
    }
  return NULL;
}
