/* kp-verb-server.c – sets a server up, and says which login works on which campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-data-error.h"
#include "kp-schema.h"
#include "kp-server.h"
#include "kp-verbs.h"

#define MOST_CAMPAIGNS 100 /* in one call */

typedef gboolean (*Work) (KpCommand *command, KpServerDuty duty, GError **error);

static KpDatabase *
open_server (KpCommand *command, GError **error)
{
  KpDatabase *db = NULL;

  if (!kp_database_location_is_server (kp_command_get_location (command)))
    {
      kp_command_fail_usage (command, error, _ ("“%s” is no address of a server; it begins with postgresql://."),
                             kp_command_get_location (command));
      return NULL;
    }
  db = kp_database_open (kp_command_get_location (command), KP_OPEN_READ_WRITE, error);
  if (db != NULL)
    kp_command_warn_exposed (command, db);
  return db;
}

/* A database without tables gets them. */
static KpDatabase *
open_for_init (KpCommand *command, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (KpDatabase) db = open_server (command, &local);
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);

  if (g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND))
    {
      g_clear_error (&local);
      db = kp_database_open (kp_command_get_location (command), KP_OPEN_CREATE_NEW, &local);
    }
  if (db == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return kp_migration_upgrade (db, migrations, n_migrations, error) ? g_steal_pointer (&db) : NULL;
}

static gboolean
init (KpCommand *command, KpServerDuty duty G_GNUC_UNUSED, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpDatabase) db = open_for_init (command, error);
  gboolean was_set_up = FALSE;

  if (db == NULL || !kp_server_is_set_up (db, &was_set_up, error) || !kp_server_set_up (db, error))
    return FALSE;
  kp_answer_add_truth (answer, "was_set_up", was_set_up);
  kp_answer_add_truth (answer, "encrypted", !kp_database_is_exposed (db));
  kp_answer_say (answer, was_set_up ? _ ("The server was set up before. Tables and rights are as they should be, and what was "
                                         "granted stays.")
                                    : _ ("The server is set up: the tables are made, and the rights are in force. Grant each "
                                         "login its campaigns with “kaopin server grant”."));
  return TRUE;
}

static const char *
get_duty (KpServerDuty duty)
{
  switch (duty)
    {
    case KP_SERVER_CLERK:
      return C_ ("a login", "work");
    case KP_SERVER_KEEPER:
      return C_ ("a login", "work and carry over");
    default:
      return C_ ("a login", "read");
    }
}

static void
add_grants (KpAnswer *answer, const GPtrArray *grants)
{
  const KpAnswerColumn columns[] = {
    { "login", _ ("Login"), FALSE },
    { "campaign", _ ("Campaign"), FALSE },
    { "duty", C_ ("a login", "May"), FALSE },
  };

  kp_answer_begin_table (answer, "grants", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < grants->len; i++)
    {
      const KpServerGrant *grant = g_ptr_array_index (grants, i);

      kp_answer_add_row (answer, (const char *[]){ grant->login, grant->campaign, get_duty (grant->duty) });
    }
}

static void
add_campaigns (KpAnswer *answer, const GPtrArray *campaigns)
{
  const KpAnswerColumn columns[] = { { "campaign", _ ("Campaign"), FALSE }, { "rows", _ ("Rows of the journal"), TRUE } };

  kp_answer_begin_table (answer, "campaigns", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < campaigns->len; i++)
    {
      const KpServerCampaign *one = g_ptr_array_index (campaigns, i);
      g_autofree char *rows = g_strdup_printf ("%" G_GINT64_FORMAT, one->n_rows);

      kp_answer_add_row (answer, (const char *[]){ one->campaign, rows });
    }
}

static gboolean
show (KpCommand *command, KpServerDuty duty G_GNUC_UNUSED, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpDatabase) db = open_server (command, error);
  g_autoptr (GPtrArray) grants = db != NULL ? kp_server_list_grants (db, error) : NULL;
  g_autoptr (GPtrArray) campaigns = grants != NULL ? kp_server_list_campaigns (db, error) : NULL;

  if (campaigns == NULL)
    return FALSE;
  kp_answer_add_truth (answer, "encrypted", !kp_database_is_exposed (db));
  add_campaigns (answer, campaigns);
  add_grants (answer, grants);
  return TRUE;
}

static gboolean
grant (KpCommand *command, KpServerDuty duty, GError **error)
{
  const char *login = kp_command_get_argument (command, 0);
  g_autoptr (KpDatabase) db = NULL;
  g_autoptr (GPtrArray) grants = NULL;

  if (kp_command_get_argument (command, 1) == NULL)
    return kp_command_fail_usage (command, error, _ ("Say which login works on which campaign: LOGIN CAMPAIGN."));
  db = open_server (command, error);
  if (db == NULL)
    return FALSE;
  for (guint i = 1; kp_command_get_argument (command, i) != NULL; i++)
    if (!kp_server_grant (db, login, kp_command_get_argument (command, i), duty, error))
      return FALSE;
  grants = kp_server_list_grants (db, error);
  if (grants == NULL)
    return FALSE;
  add_grants (kp_command_get_answer (command), grants);
  return TRUE;
}

static gboolean
take_away (KpCommand *command, KpServerDuty duty G_GNUC_UNUSED, GError **error)
{
  const char *login = kp_command_get_argument (command, 0);
  g_autoptr (KpDatabase) db = NULL;
  guint n_revoked = 0, i = 1;

  if (login == NULL)
    return kp_command_fail_usage (command, error, _ ("Say which login loses its campaigns."));
  db = open_server (command, error);
  if (db == NULL)
    return FALSE;
  do
    {
      guint n = 0;

      if (!kp_server_revoke (db, login, kp_command_get_argument (command, i), &n, error))
        return FALSE;
      n_revoked += n;
      i++;
    }
  while (kp_command_get_argument (command, i) != NULL);
  kp_answer_add_count (kp_command_get_answer (command), "n_revoked", _ ("Campaigns taken away"), n_revoked);
  return TRUE;
}

static Work
find_work (const char *word)
{
  static const struct
  {
    const char *word;
    Work work;
  } works[] = { { "init", init }, { "grant", grant }, { "revoke", take_away }, { "show", show } };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (works[i].word, word))
      return works[i].work;
  return NULL;
}

/** kp_verb_server: kaopin server init|show URI, or grant|revoke URI LOGIN CAMPAIGN … [--reader|--keeper]. */
gboolean
kp_verb_server (KpCommand *command, GError **error)
{
  gboolean is_reader = FALSE, is_keeper = FALSE;
  const GOptionEntry entries[] = {
    { "reader", 0, 0, G_OPTION_ARG_NONE, &is_reader, N_ ("With grant: may read, and change nothing"), NULL },
    { "keeper", 0, 0, G_OPTION_ARG_NONE, &is_keeper,
      N_ ("With grant: may also move, archive and back up, and make room packages"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autofree char *word = NULL;
  Work work = NULL;

  if (!kp_command_parse (command, entries, 1, 2 + MOST_CAMPAIGNS, error))
    return FALSE;
  word = kp_command_take_word (command);
  work = find_work (word);
  if (work == NULL)
    return kp_command_fail_usage (command, error, _ ("“%s” is nothing to do with a server: init, grant, revoke or show."), word);
  if (is_reader && is_keeper)
    return kp_command_fail_usage (command, error, _ ("A login is a reader or a keeper: give one of --reader and --keeper."));
  return work (command, is_reader ? KP_SERVER_READER : is_keeper ? KP_SERVER_KEEPER : KP_SERVER_CLERK, error);
}
