/* test-residue.c – no ID number, phone, address or conclusion lies readable in anything that a record leaves on a disk.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-data-error.h"
#include "kp-step-address.h"
#include "kp-step-lock.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define PASSPHRASE "云岭县 七月流火"

static const char *const no_edits[] = { NULL };

typedef struct
{
  GPtrArray *secrets; /* of people */
  char *name;         /* stands there as it is: so one sees that the search finds what is there */
} Needles;

static void
needles_clear (Needles *needles)
{
  g_clear_pointer (&needles->secrets, g_ptr_array_unref);
  g_free (needles->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Needles, needles_clear)

/* A row of SQLite holds its texts without anything between them, a dump of PostgreSQL has them in columns. */
static const char *const conclusions[] = {
  "physicalpass", "physicalcalled", "backgroundpass", "backgroundcalled", "\"outcome\":\"pass\"", "\"outcome\":\"called\"",
  "physical\t0\t\\N\tpass", "background\t0\t\\N\tpass",
};

static void
collect (KpTestCampaign *c, Needles *needles)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const guint n = kp_roster_get_n_dossiers (roster);

  needles->secrets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (conclusions); i++)
    g_ptr_array_add (needles->secrets, g_strdup (conclusions[i]));
  for (guint i = 0; i < n; i++)
    {
      const KpPersonRecord *person = kp_roster_get_dossier (roster, i)->person;

      g_ptr_array_add (needles->secrets, g_strdup (person->id_number));
      g_assert_nonnull (person->phone);
      g_ptr_array_add (needles->secrets, g_strdup (person->phone));
      if (person->address != NULL)
        g_ptr_array_add (needles->secrets, g_strdup (person->address));
      needles->name = needles->name != NULL ? needles->name : g_strdup (person->name);
    }
}

/* Whether the name is there. */
static gboolean
search_bytes (const char *bytes, gsize n, const Needles *needles)
{
  for (guint i = 0; i < needles->secrets->len; i++)
    {
      const char *secret = g_ptr_array_index (needles->secrets, i);

      g_assert_cmpuint (strlen (secret), >, 6);
      g_assert_null (memmem (bytes, n, secret, strlen (secret)));
    }
  return needles->name != NULL && memmem (bytes, n, needles->name, strlen (needles->name)) != NULL;
}

/* The record, its log, its shared memory and its copies; the sheets that the test itself wrote lie beside them. Returns how
   many files there are, and in how many the name is. */
static guint
search_folder (KpTestDatabase *t, const Needles *needles, guint *n_named)
{
  g_autoptr (GDir) folder = g_dir_open (t->folder, 0, NULL);
  guint n_files = 0;

  *n_named = 0;
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (t->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize n = 0;

      if (strstr (name, ".kaopin") == NULL)
        continue;
      g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
      *n_named += search_bytes (bytes, n, needles) ? 1 : 0;
      n_files++;
    }
  return n_files;
}

static char *
find_pg_dump (void)
{
  char *found = g_find_program_in_path ("pg_dump");
  g_autoptr (GDir) versions = g_dir_open ("/usr/lib/postgresql", 0, NULL);

  for (const char *name = NULL; found == NULL && versions != NULL && (name = g_dir_read_name (versions)) != NULL;)
    {
      g_autofree char *path = g_build_filename ("/usr/lib/postgresql", name, "bin", "pg_dump", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        found = g_steal_pointer (&path);
    }
  return found;
}

static void
search_dump (KpTestDatabase *t, const Needles *needles)
{
  g_autofree char *program = find_pg_dump ();
  const char *const argv[] = { program, "--dbname", t->location, NULL };
  g_autofree char *dump = NULL;
  int status = 0;

  g_assert_nonnull (program);
  dump = kp_test_run (argv, &status);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (search_bytes (dump, strlen (dump), needles));
}

static void
search (KpTestDatabase *t, KpSession *session, const Needles *needles)
{
  g_autofree char *backup = g_build_filename (t->folder, "copy.kaopin", NULL);
  g_autoptr (GError) error = NULL;
  guint n_named = 0;

  if (t->kind == KP_DATABASE_POSTGRES)
    {
      search_dump (t, needles);
      return;
    }
  g_unlink (backup);
  kp_backup_write (kp_session_get_database (session), backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (search_folder (t, needles, &n_named), >=, 3);
  g_assert_cmpuint (n_named, >=, 2); /* the copy, and the record or its log */
}

static void
move_everybody (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const guint n = kp_roster_get_n_dossiers (roster);
  g_autoptr (GString) rows = g_string_new ("报名序号,现住址\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpAddressSheet) sheet = NULL;
  g_autofree char *path = NULL;
  KpAddressTally tally;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "%s,云岭县桃花巷%u号\n",
                            kp_roster_get_dossier (roster, i)->application->application, i);
  path = kp_test_campaign_write (c, "addresses.csv", rows->str);
  sheet = kp_address_sheet_read (path, &error);
  g_assert_no_error (error);
  kp_step_enter_addresses (c->session, sheet, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_changed, >, 0);
}

static void
test_nothing_is_left (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, no_edits, 9);
  g_auto (Needles) before = { 0 };
  g_auto (Needles) after = { 0 };

  collect (c, &before);
  search (c->database, c->session, &before);
  move_everybody (c);
  collect (c, &after);
  g_assert_cmpuint (after.secrets->len, ==, 27 + G_N_ELEMENTS (conclusions));
  search (c->database, c->session, &after);
  search (c->database, c->session, &before);
  kp_test_campaign_assert_sound (c);
}

static char *
read_only_text (KpTestCampaign *c,
                const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (kp_session_get_database (c->session), sql, &error);
  gboolean has_row = FALSE;

  g_assert_no_error (error);
  g_assert_true (kp_statement_step (s, &has_row, &error) && has_row);
  return g_strdup (kp_statement_get_text (s, "said"));
}

/* Of two people who passed one doesn't see that both are the same. */
static void
test_conclusions_are_not_grouped (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, no_edits, 9);
  g_autofree char *sealed = NULL;
  g_autofree char *same = NULL;

  sealed = read_only_text (c, "SELECT CASE WHEN count(*) > 2 AND count(*) = count(CASE WHEN outcome LIKE 'k1:%' THEN 1 END)"
                              " THEN 'all' ELSE 'some' END AS said FROM fitness");
  g_assert_cmpstr (sealed, ==, "all");
  same = read_only_text (c, "SELECT CASE WHEN count(*) = count(DISTINCT outcome) THEN 'none' ELSE 'some' END AS said FROM fitness");
  g_assert_cmpstr (same, ==, "none");
}

static KpSession *
open_with (KpTestCampaign *c, const char *passphrase, GError **error)
{
  return kp_session_open_locked (c->database->location, kp_session_get_campaign (c->session), "经办人", KP_OPEN_READ_WRITE,
                                 passphrase, NULL, &c->sources, error);
}

/* Without the passphrase not even the key is in the file, where it lay before. */
static void
test_passphrase (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *key = kp_seal_dup_text (kp_session_get_seal (c->session));
  g_auto (Needles) needles = { g_ptr_array_new_with_free_func (g_free), NULL };
  g_autoptr (KpSession) opened = NULL;
  g_autoptr (KpSession) again = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  guint n_named = 0;

  kp_test_campaign_register (c, "A01", 2);
  g_ptr_array_add (needles.secrets, g_strdup (key + strlen ("open:")));
  kp_step_lock (c->session, "短", &kp_sealed_cost_least, &error);
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
  g_clear_error (&error);
  kp_step_lock (c->session, PASSPHRASE, &kp_sealed_cost_least, &error);
  g_assert_no_error (error);
  if (t->kind == KP_DATABASE_SQLITE)
    g_assert_cmpuint (search_folder (c->database, &needles, &n_named), >=, 1);
  g_assert_null (open_with (c, NULL, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (open_with (c, "云岭县 七月流水", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
  g_clear_error (&error);

  opened = open_with (c, PASSPHRASE, &error);
  g_assert_no_error (error);
  roster = kp_session_load_roster (opened, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 2);
  kp_test_campaign_register (c, "A01", 1);
  kp_test_campaign_assert_sound (c);
  kp_step_unlock (opened, &error);
  g_assert_no_error (error);
  kp_step_unlock (opened, &error);
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  again = open_with (c, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/residue/nothing-is-left", test_nothing_is_left);
  kp_test_database_add ("/data/steps/%s/residue/conclusions-are-not-grouped", test_conclusions_are_not_grouped);
  kp_test_database_add ("/data/steps/%s/residue/passphrase", test_passphrase);
  return g_test_run ();
}
