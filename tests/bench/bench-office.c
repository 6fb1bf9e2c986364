/* bench-office.c – how many saves a second an office of many clerks gets out of one server, and how long each waits.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-office [CLERKS [STEPS [THINK-MS]]], by tests/support/pg-server with KAOPIN_TEST_PG_DURABLE=1. Without numbers: 30
   clerks once with a second between two saves and once flat out. It fails when something acknowledged isn't there. */

#include <stdlib.h>

#include "kp-test-office.h"

static const char *const works[KP_TEST_OFFICE_N_WORKS] = {
  [KP_TEST_OFFICE_REGISTER] = "register one at the counter",
  [KP_TEST_OFFICE_JUDGE] = "decide a finding",
  [KP_TEST_OFFICE_ENTER] = "enter one mark, both entries",
  [KP_TEST_OFFICE_CORRECT] = "correct an agreed mark",
};

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static double
get_ms (const GArray *times, guint percent)
{
  return (double) g_array_index (times, gint64, (times->len - 1) * percent / 100) / 1000;
}

/* How often the server made a unit of work begin anew, as all units together count: a clerk doesn't see these. */
static gint64
count_rollbacks (KpTestOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (
      kp_session_get_database (office->campaign->session),
      "SELECT CAST (xact_rollback AS BIGINT) AS n FROM pg_stat_database WHERE datname = current_database ()", &error);
  gboolean has_row = FALSE;

  g_assert_no_error (error);
  g_assert_true (kp_statement_step (s, &has_row, &error) && has_row);
  return kp_statement_get_int (s, "n");
}

static void
measure (guint n_clerks, guint n_steps, guint think_ms)
{
  g_autoptr (KpTestOffice) office = kp_test_office_new (KP_DATABASE_POSTGRES, n_clerks, n_steps, think_ms);

  kp_test_office_work (office);
  g_print ("\n%u clerks, %u steps each, %u ms between two\n\n", n_clerks, n_steps, think_ms);
  g_print ("| step | saves a second | p50 ms | p95 ms | p99 ms | slowest ms | told to try again |\n|---|---:|---:|---:|---:|---:|---:|\n");
  for (guint i = 0; i < KP_TEST_OFFICE_N_WORKS; i++)
    {
      KpTestOfficeTimes *times = &office->times[i];

      g_array_sort (times->times, compare_times);
      g_print ("| %s | %.0f | %.1f | %.1f | %.1f | %.1f | %u |\n", works[i], times->times->len * 1e6 / (double) times->wall,
               get_ms (times->times, 50), get_ms (times->times, 95), get_ms (times->times, 99), get_ms (times->times, 100),
               times->n_again);
    }
  g_print ("\nunits begun anew by the server: %" G_GINT64_FORMAT "\n", count_rollbacks (office));
  kp_test_office_assert_nothing_lost (office);
  g_print ("every acknowledged save is in the record, each row's version is the number of its edits, the chain holds\n");
}

int
main (int argc, char **argv)
{
  guint n_clerks, n_steps;

  g_test_init (&argc, &argv, NULL);
  n_clerks = argc > 1 ? (guint) atoi (argv[1]) : 30;
  n_steps = argc > 2 ? (guint) atoi (argv[2]) : 20;
  if (argc > 3)
    {
      measure (n_clerks, n_steps, (guint) atoi (argv[3]));
      return 0;
    }
  measure (n_clerks, n_steps, 1000);
  measure (n_clerks, n_steps, 0);
  return 0;
}
