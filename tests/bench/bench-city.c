/* bench-city.c – one server with the campaigns of a whole city: what a clerk of one county notices of the others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-city [CAMPAIGNS [PEOPLE]], by tests/support/pg-server with KAOPIN_TEST_PG_DURABLE=1. The first campaign is written with
   its journal, as bench-window has it, and measured alone; then copies of all its rows under other names are laid beside it into
   the same tables, which nobody could read (chain and sealed columns aren't theirs), and it is measured again. */

#include <stdlib.h>
#include <time.h>

#include "kp-bench-record.h"
#include "kp-application-index.h"
#include "kp-schema.h"
#include "kp-step-review.h"
#include "kp-verify.h"

#define JOURNAL "seq, at, actor, step, subject, table_name, row_key, act, before_text, after_text, row_hash, prev_hash, hash"

typedef struct
{
  KpTestCampaign *c;
  const char *campaign;
  KpSession *session; /* opened anew */
} City;

static char *
dup_columns (const KpTable *table)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 1; i < table->n_columns; i++)
    g_string_append_printf (columns, "%s%s", i > 1 ? ", " : "", table->columns[i].name);
  return g_string_free (columns, FALSE);
}

static void
copy_table (GString *sql, const char *table, const char *columns, const char *from, const char *to)
{
  g_string_append_printf (sql, "INSERT INTO %s (campaign, %s) SELECT '%s', %s FROM %s WHERE campaign = '%s';", table, columns, to,
                          columns, table, from);
}

static void
copy_campaign (City *city, const char *to)
{
  guint n = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n);
  g_autoptr (GString) sql = g_string_new ("BEGIN;");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *columns = dup_columns (tables[i]);

      copy_table (sql, tables[i]->name, columns, city->campaign, to);
    }
  copy_table (sql, "journal", JOURNAL, city->campaign, to);
  copy_table (sql, "journal_head", "seq, hash", city->campaign, to);
  g_string_append (sql, "COMMIT;");
  kp_test_database_tamper (city->c->database, sql->str);
}

/* ---- what is measured ---- */

static void
open_session (City *city)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&city->session, kp_session_close);
  city->session = kp_session_open (city->c->database->location, city->campaign, "tester", KP_OPEN_READ_WRITE, &city->c->sources, &error);
  g_assert_no_error (error);
}

static void
read_list (City *city)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpApplicationIndex) index = kp_application_index_load (kp_session_get_database (city->session), city->campaign, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kp_application_index_get_n_lines (index), >, 0);
}

static void
open_one (City *city)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = kp_roster_load_of (kp_session_get_database (city->session), city->campaign, "000123", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 1);
}

static void
save_one (City *city)
{
  g_autoptr (GError) error = NULL;
  const KpAct act = { "tester", "2026-03-07T09:00:00+08:00", "recheck", NULL };
  KpDatabase *db = kp_session_get_database (city->session);
  g_autoptr (KpLedger) ledger = kp_ledger_begin (db, city->campaign, &act, &error);
  g_autofree KpApplicationRecord *stored = NULL;
  KpApplicationRecord changed;

  kp_table_find (db, &kp_application_table, city->campaign, KP_BINDS (KP_TEXT ("000123")), &stored, &error);
  g_assert_no_error (error);
  changed = *stored;
  changed.remark = g_strcmp0 (stored->remark, "甲") == 0 ? "乙" : "甲";
  kp_ledger_update (ledger, &kp_application_table, &changed, &error);
  g_assert_no_error (error);
  g_assert_true (kp_ledger_commit (ledger, &error));
}

static void
review (City *city)
{
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  kp_step_review_auto (city->c->session, &tally, &error);
  g_assert_no_error (error);
}

static void
verify (City *city)
{
  kp_test_campaign_assert_sound (city->c);
}

static const struct
{
  const char *name;
  void (*run) (City *city);
  guint n; /* times; the mean is told */
} works[] = {
  { "open the campaign", open_session, 5 },
  { "read its list", read_list, 5 },
  { "open one applicant", open_one, 50 },
  { "save one change, on the disk", save_one, 50 },
  { "verify it, every row by the journal", verify, 1 },
  { "review it, every application", review, 1 }, /* among the others alone: the copies would be ten times as long by it */
};

static double
get_cpu (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec + (double) at.tv_nsec / 1e9;
}

static void
measure (City *city, const char *title, gboolean has_review)
{
  g_print ("\n%s\n\n| work | ms | ms of the client's processor |\n|---|---:|---:|\n", title);
  for (guint i = 0; i < G_N_ELEMENTS (works) - !has_review; i++)
    {
      const gint64 wall = g_get_monotonic_time ();
      const double cpu = get_cpu ();

      for (guint j = 0; j < works[i].n; j++)
        works[i].run (city);
      g_print ("| %s | %.1f | %.1f |\n", works[i].name, (double) (g_get_monotonic_time () - wall) / works[i].n / 1000,
               (get_cpu () - cpu) * 1000 / works[i].n);
    }
}

int
main (int argc, char **argv)
{
  City city = { 0 };
  guint n_campaigns, n_people;

  g_test_init (&argc, &argv, NULL);
  n_campaigns = argc > 1 ? (guint) atoi (argv[1]) : 30;
  n_people = argc > 2 ? (guint) atoi (argv[2]) : 10000;
  city.c = kp_bench_record_new (KP_DATABASE_POSTGRES, n_people);
  city.campaign = kp_session_get_campaign (city.c->session);
  g_print ("%u applications written with their journal\n", n_people);
  kp_test_database_tamper (city.c->database, "ANALYZE");
  measure (&city, "alone", FALSE);
  for (guint i = 2; i <= n_campaigns; i++)
    {
      g_autofree char *to = g_strdup_printf ("other%02u", i);

      copy_campaign (&city, to);
    }
  kp_test_database_tamper (city.c->database, "ANALYZE");
  g_print ("\n%u campaigns, %u applications\n", n_campaigns, n_campaigns * n_people);
  measure (&city, "among all of them", TRUE);
  kp_session_close (city.session);
  kp_test_campaign_free (city.c);
  return 0;
}
