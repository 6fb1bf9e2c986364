/* test-kill.c – the program, or the server under it, is killed at random moments of its work: what was acknowledged is there,
 * nothing is half there, and the chain holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libpq-fe.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "kp-test-campaign.h"
#include "kp-test-program.h"
#include "kp-test.h"

#define ROUNDS_USUAL 20
#define ROWS 6
#define TRIES 100 /* to connect, while a server recovers */

typedef struct
{
  KpTestCampaign *c;
  KpTestDice dice;
  guint n_rounds;
  gint64 longest; /* microseconds that the work takes undisturbed */
  guint n_acknowledged;
  guint n_lost; /* not acknowledged and not there */
  guint n_there; /* not acknowledged and there */
} Run;

static guint64
get_number (const char *name, guint64 usual)
{
  const char *given = g_getenv (name);

  return given != NULL && *given != '\0' ? g_ascii_strtoull (given, NULL, 10) : usual;
}

static void
run_init (Run *run, KpTestDatabase *t)
{
  const guint64 seed = get_number ("KAOPIN_CRASH_SEED", (guint64) g_get_real_time ());

  memset (run, 0, sizeof *run);
  run->dice.state = seed;
  run->n_rounds = (guint) get_number ("KAOPIN_CRASH_ROUNDS", ROUNDS_USUAL);
  run->c = kp_test_campaign_new (t);
  g_test_message ("KAOPIN_CRASH_SEED=%" G_GUINT64_FORMAT " KAOPIN_CRASH_ROUNDS=%u", seed, run->n_rounds);
}

static GPtrArray *
make_words (Run *run, const char *verb, const char *path)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) verb);
  if (run->c->database->kind == KP_DATABASE_POSTGRES)
    g_ptr_array_add (words, (gpointer) "--connect");
  g_ptr_array_add (words, run->c->database->location);
  if (path != NULL)
    {
      g_ptr_array_add (words, (gpointer) "registrations");
      g_ptr_array_add (words, (gpointer) path);
    }
  g_ptr_array_add (words, (gpointer) "--json");
  g_ptr_array_add (words, NULL);
  return words;
}

static GPid
start (Run *run, const char *path)
{
  g_autoptr (GPtrArray) words = make_words (run, "import", path);
  g_autofree char *program = kp_test_program_dup_path ();
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  g_ptr_array_insert (words, 0, program);
  g_spawn_async (NULL, (char **) words->pdata, NULL,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

/* Whether it said that the work is done. */
static gboolean
finish (GPid pid)
{
  int status = 0;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_spawn_close_pid (pid);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* A process of the server that works for kaopin; the server throws out everybody, and recovers. 0 = none found. */
static int
find_backend (void)
{
  PGconn *conn = PQconnectdb (g_getenv ("KAOPIN_TEST_PG"));
  PGresult *result = PQexec (conn, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' "
                                   "AND pid <> pg_backend_pid () LIMIT 1");
  const int pid = PQresultStatus (result) == PGRES_TUPLES_OK && PQntuples (result) == 1
                      ? (int) g_ascii_strtoll (PQgetvalue (result, 0, 0), NULL, 10)
                      : 0;

  PQclear (result);
  PQfinish (conn);
  return pid;
}

static gint64
parse_rows (const char *output)
{
  const char *at = strstr (output, "\"rows\" : ");

  g_assert_nonnull (at);
  return g_ascii_strtoll (at + strlen ("\"rows\" : "), NULL, 10);
}

/* Rows of the record, which verifies; while a server recovers nobody is let in. */
static gint64
count_sound (Run *run)
{
  g_autoptr (GPtrArray) words = make_words (run, "verify", NULL);

  for (guint i = 0;; i++)
    {
      g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, (const char *const *) words->pdata);

      if (program->status == 0)
        {
          kp_test_assert_contains (program->output, "\"sound\" : true");
          return parse_rows (program->output);
        }
      if (run->c->database->kind == KP_DATABASE_SQLITE || i >= TRIES)
        g_error ("verify: %s%s", program->output, program->errors);
      g_usleep (100000);
    }
}

static char *
write_sheet (Run *run, guint round)
{
  g_autofree char *rows = kp_test_campaign_make_rows (run->c, "D01", ROWS);
  g_autofree char *text = g_strconcat (KP_TEST_HEADING, rows, NULL);
  g_autofree char *name = g_strdup_printf ("sheet-%u.csv", round);

  return kp_test_campaign_write (run->c, name, text);
}

/* Once in peace: how long it takes, and how many rows it makes. */
static gint64
rehearse (Run *run)
{
  g_autofree char *path = write_sheet (run, 0);
  const gint64 before = count_sound (run);
  const gint64 began = g_get_monotonic_time ();

  g_assert_true (finish (start (run, path)));
  run->longest = g_get_monotonic_time () - began;
  return count_sound (run) - before;
}

static void
count_outcome (Run *run, gboolean is_acknowledged, gint64 grown, gint64 whole)
{
  if (is_acknowledged)
    g_assert_cmpint (grown, ==, whole);
  g_assert_true (grown == 0 || grown == whole);
  run->n_acknowledged += is_acknowledged;
  run->n_there += !is_acknowledged && grown == whole;
  run->n_lost += grown == 0;
}

static void
run_rounds (Run *run, gboolean kills_server)
{
  const gint64 whole = rehearse (run);
  gint64 n_rows = count_sound (run);

  for (guint i = 1; i <= run->n_rounds; i++)
    {
      g_autofree char *path = write_sheet (run, i);
      const GPid pid = start (run, path);
      gint64 after;
      int backend = 0;

      g_usleep (kp_test_dice_below (&run->dice, (guint) (run->longest * 11 / 10) + 1));
      backend = kills_server ? find_backend () : 0;
      if (backend > 0)
        kill (backend, SIGKILL);
      else if (!kills_server)
        kill (pid, SIGKILL);
      {
        const gboolean is_acknowledged = finish (pid);

        after = count_sound (run);
        count_outcome (run, is_acknowledged, after - n_rows, whole);
      }
      n_rows = after;
    }
  g_test_message ("%u rounds: %u acknowledged, %u cut off and not there, %u cut off and there", run->n_rounds, run->n_acknowledged,
                  run->n_lost, run->n_there);
  kp_test_campaign_free (run->c);
}

static void
test_program (KpTestDatabase *t)
{
  Run run;

  run_init (&run, t);
  run_rounds (&run, FALSE);
}

static void
test_server (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  Run run;

  run_init (&run, t);
  g_clear_pointer (&run.c->session, kp_session_close); /* it would be thrown out */
  run_rounds (&run, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/crash/kill/%s/program", test_program);
  g_test_add_func ("/crash/kill/postgres/server", test_server);
  return g_test_run ();
}
