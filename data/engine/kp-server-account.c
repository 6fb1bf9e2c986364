/* kp-server-account.c – accounts as a server guards them from those who have a clerk's login.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked here is decided in data/schema/server-accounts.sql. A file guards nothing: who has it reads it. */

#include "kp-server-account.h"

#include <glib/gi18n-lib.h>

#include "kp-data-error.h"

static gboolean
is_kept (const KpTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & KP_COLUMN_KEPT) != 0)
      return TRUE;
  return FALSE;
}

/* One value “answer” of one row. */
static gboolean
ask (KpStatement *s, char **answer, GError **error)
{
  gboolean has_row = FALSE;

  *answer = NULL;
  if (s == NULL || !kp_statement_step (s, &has_row, error))
    return FALSE;
  if (has_row)
    *answer = kp_statement_dup_text (s, "answer");
  return TRUE;
}

static gboolean
is_yes (const char *answer)
{
  return g_strcmp0 (answer, "true") == 0;
}

/**
 * kp_server_may_read:
 * @db: a record
 * @table: a table of it
 * @campaign: whose rows
 * @may: (out): FALSE where the rows are there and not shown: of a table with a KP_COLUMN_KEPT, on a server, to all but its keepers
 * and whom the tables belong to
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be asked
 */
gboolean
kp_server_may_read (KpDatabase *db, const KpTable *table, const char *campaign, gboolean *may, GError **error)
{
  g_autoptr (KpStatement) active = NULL;
  g_autoptr (KpStatement) keeper = NULL;
  g_autofree char *is_active = NULL;
  g_autofree char *is_keeper = NULL;

  *may = TRUE;
  if (kp_database_get_kind (db) != KP_DATABASE_POSTGRES || !is_kept (table))
    return TRUE;
  active = kp_database_prepare (db, "SELECT CAST (row_security_active (CAST ($1 AS TEXT)) AS TEXT) AS answer", error);
  if (active == NULL)
    return FALSE;
  kp_statement_bind_text (active, 1, table->name);
  if (!ask (active, &is_active, error))
    return FALSE;
  if (!is_yes (is_active))
    return TRUE;
  keeper = kp_database_prepare (
      db, "SELECT CAST (CAST ($1 AS TEXT) = ANY (server_campaigns ('keeper')) AS TEXT) AS answer", error);
  if (keeper == NULL)
    return FALSE;
  kp_statement_bind_text (keeper, 1, campaign);
  if (!ask (keeper, &is_keeper, error))
    return FALSE;
  *may = is_yes (is_keeper);
  return TRUE;
}

/**
 * kp_server_check_may_read:
 * @db: a record
 * @table: a table of it, that is to be carried over whole
 * @campaign: whose rows
 * @error: READ_ONLY, or the engine's
 *
 * Returns: %TRUE when all rows of @table are shown, or it never had one
 */
gboolean
kp_server_check_may_read (KpDatabase *db, const KpTable *table, const char *campaign, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gboolean may = FALSE, has_row = FALSE;

  if (!kp_server_may_read (db, table, campaign, &may, error))
    return FALSE;
  if (may)
    return TRUE;
  s = kp_database_prepare (db, "SELECT seq FROM journal WHERE campaign = $1 AND table_name = $2 LIMIT 1", error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  kp_statement_bind_text (s, 2, table->name);
  if (!kp_statement_step (s, &has_row, error))
    return FALSE;
  if (has_row)
    g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY,
                         _ ("What passwords and PINs are checked by is read on the server by a keeper of the campaign alone. Have a "
                            "login do this that was granted it with “kaopin server grant … --keeper”."));
  return !has_row;
}

static gboolean
count_try (KpDatabase *db, const char *campaign, const char *login, gboolean is_pin, const char *answer, char **ticket,
           GError **error)
{
  g_autoptr (KpStatement) s
      = kp_database_prepare (db, "SELECT account_try ($1, $2, CAST ($3 AS BIGINT) = 1, $4) AS answer", error);

  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  kp_statement_bind_text (s, 2, login);
  kp_statement_bind_int (s, 3, is_pin);
  kp_statement_bind_text (s, 4, answer);
  return ask (s, ticket, error);
}

/**
 * kp_server_try_account:
 * @db: a record on a server, without a transaction
 * @campaign: a campaign
 * @login: of an account in use
 * @is_pin: whether its PIN is tried, or its password
 * @answer: of kp_secret_dup_answer()
 * @result: (out): what the server says; when it is right, this connection stands for the account
 * @error: READ_ONLY without a grant, NOT_FOUND …, CONNECTION
 *
 * The try is counted before it is compared, whatever becomes of the program.
 *
 * Returns: %FALSE when it could not be asked
 */
gboolean
kp_server_try_account (KpDatabase *db, const char *campaign, const char *login, gboolean is_pin, const char *answer,
                       KpServerTry *result, GError **error)
{
  g_autofree char *ticket = NULL;
  g_autofree char *is_right = NULL;
  g_autoptr (KpStatement) s = NULL;

  g_return_val_if_fail (!kp_database_is_in_transaction (db), FALSE);

  if (!count_try (db, campaign, login, is_pin, answer, &ticket, error))
    return FALSE;
  *result = KP_SERVER_TRY_LOCKED;
  if (ticket == NULL)
    return TRUE;
  s = kp_database_prepare (db, "SELECT CAST (account_judge ($1, $2, $3) AS TEXT) AS answer", error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  kp_statement_bind_text (s, 2, login);
  kp_statement_bind_text (s, 3, ticket);
  if (!ask (s, &is_right, error))
    return FALSE;
  *result = is_yes (is_right) ? KP_SERVER_TRY_RIGHT : KP_SERVER_TRY_WRONG;
  return TRUE;
}

/**
 * kp_server_has_proven:
 * @db: a record on a server
 * @campaign: a campaign
 * @login: of an account
 * @has: (out): whether this very connection proved its password, which is still the same
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be asked
 */
gboolean
kp_server_has_proven (KpDatabase *db, const char *campaign, const char *login, gboolean *has, GError **error)
{
  g_autoptr (KpStatement) s
      = kp_database_prepare (db, "SELECT CAST (account_is_proven ($1, $2) AS TEXT) AS answer", error);
  g_autofree char *answer = NULL;

  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  kp_statement_bind_text (s, 2, login);
  if (!ask (s, &answer, error))
    return FALSE;
  *has = is_yes (answer);
  return TRUE;
}
