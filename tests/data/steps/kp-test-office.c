/* kp-test-office.c – an office at work: many clerks at once on one record, each on a connection of its own.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-office.h"

#include <string.h>

#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-journal.h"
#include "kp-schema.h"
#include "kp-step-correct.h"
#include "kp-step-mark-script.h"
#include "kp-step-register.h"
#include "kp-step-review.h"
#include "kp-test.h"

#define POST "A01"
#define N_SHARED 4      /* candidates whose marks everybody corrects */
#define WRONG_OF 5      /* one of so many marks is first typed wrong */
#define MAX_AGAIN 200   /* a clerk who is told to try again does so */

typedef struct
{
  KpTestOffice *office;
  KpTestOfficeWork work;
  KpSession *session;
  guint number; /* of the clerk, from 0 */
  KpTestDice dice;
  GArray *times;
  guint n_again;
} Clerk;

static const KpSchemePaper *
get_paper (KpTestOffice *office)
{
  return g_ptr_array_index (kp_session_get_scheme (office->campaign->session)->written.papers, 0);
}

static gboolean
register_one (Clerk *clerk,
              guint step,
              GError **error)
{
  KpTestOffice *office = clerk->office;
  g_autofree char *heading = g_strdup (KP_TEST_HEADING);
  g_auto (GStrv) titles = g_strsplit (g_strchomp (heading), ",", -1);
  g_auto (GStrv) texts = g_strsplit (g_ptr_array_index (office->rows, clerk->number * office->n_steps + step), ",", -1);
  g_autofree KpFormCell *cells = g_new0 (KpFormCell, g_strv_length (titles));
  g_autofree char *number = NULL;

  for (guint i = 0; titles[i] != NULL; i++)
    cells[i] = (KpFormCell) { titles[i], texts[i] };
  number = kp_step_register (clerk->session, cells, g_strv_length (titles), NULL, error);
  return number != NULL;
}

/* Each has some applications of their own and changes their mind about them. */
static gboolean
judge_one (Clerk *clerk,
           guint step,
           GError **error)
{
  KpTestOffice *office = clerk->office;
  const guint n_own = MAX (1, office->n_steps / 3);
  const char *application = g_ptr_array_index (office->applications, clerk->number * office->n_steps + step % n_own);
  g_autofree char *sentence = g_strdup_printf ("第%u次核对学历证书", step / n_own + 1);

  return kp_step_review_decide (clerk->session, application, "education", KP_VERDICT_MET, sentence, error);
}

/* Half of the clerks go through all candidates once, and the other half once more. */
static void
find_script (const KpTestOffice *office,
             guint number,
             guint step,
             guint *candidate,
             gboolean *is_wrong)
{
  const guint n_half = office->n_clerks / 2;
  const guint script = step - step / WRONG_OF;

  *candidate = (number / 2) + script * n_half;
  *is_wrong = step % WRONG_OF == WRONG_OF - 2;
  if (step % WRONG_OF == WRONG_OF - 1)
    *candidate -= n_half;
}

static char *
dup_mark (guint candidate,
          gboolean is_wrong)
{
  return g_strdup_printf ("%u", (is_wrong ? 10 : 50) + candidate % 40);
}

static gboolean
enter_one (Clerk *clerk,
           guint step,
           GError **error)
{
  guint candidate;
  gboolean is_wrong;
  g_autofree char *mark = NULL;

  find_script (clerk->office, clerk->number, step, &candidate, &is_wrong);
  mark = dup_mark (candidate, is_wrong);
  return kp_step_enter_mark (clerk->session, get_paper (clerk->office)->code, 1 + clerk->number % 2,
                             g_ptr_array_index (clerk->office->applications, candidate), candidate + 1, mark, error);
}

static gboolean
correct_one (Clerk *clerk,
             guint step,
             GError **error)
{
  g_autofree char *to = g_strdup_printf ("%u.%02u", 50 + step % 40, clerk->number + 1);
  g_autoptr (KpCorrectionReport) report = NULL;
  const KpCorrectionOrder order = {
    .what = KP_CORRECT_PAPER,
    .paper = get_paper (clerk->office)->code,
    .number = g_ptr_array_index (clerk->office->tickets, (clerk->number + step) % N_SHARED),
    .to = to,
    .reason = "复核试卷后更正",
    .by = kp_session_get_actor (clerk->session),
    .with = "王某",
  };

  return kp_step_correct (clerk->session, &order, FALSE, &report, error);
}

typedef gboolean (*StepFunc) (Clerk *clerk, guint step, GError **error);

static const StepFunc steps[KP_TEST_OFFICE_N_WORKS] = {
  [KP_TEST_OFFICE_REGISTER] = register_one,
  [KP_TEST_OFFICE_JUDGE] = judge_one,
  [KP_TEST_OFFICE_ENTER] = enter_one,
  [KP_TEST_OFFICE_CORRECT] = correct_one,
};

static void
do_step (Clerk *clerk,
         guint step)
{
  const gint64 begun = g_get_monotonic_time ();
  gint64 took;

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;

      if (steps[clerk->work](clerk, step, &error))
        break;
      if (!g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_BUSY))
        g_assert_no_error (error);
      clerk->n_again++;
      g_assert_cmpuint (clerk->n_again, <, MAX_AGAIN);
    }
  took = g_get_monotonic_time () - begun;
  g_array_append_val (clerk->times, took);
}

static gpointer
work (gpointer data)
{
  Clerk *clerk = data;
  const guint think_us = clerk->office->think_ms * 1000;

  for (guint i = 0; i < clerk->office->n_steps; i++)
    {
      /* From half to one and a half of it, so that the clerks don't fall into step. */
      if (think_us > 0)
        g_usleep (think_us / 2 + kp_test_dice_below (&clerk->dice, think_us));
      do_step (clerk, i);
    }
  return NULL;
}

static char *
dup_name (guint number)
{
  return g_strdup_printf ("经办人%02u", number);
}

static void
work_at_once (KpTestOffice *office,
              KpTestOfficeWork what)
{
  KpTestOfficeTimes *times = &office->times[what];
  Clerk clerks[KP_TEST_OFFICE_MAX_CLERKS] = { 0 };
  GThread *threads[KP_TEST_OFFICE_MAX_CLERKS];
  gint64 begun;

  for (guint i = 0; i < office->n_clerks; i++)
    {
      g_autofree char *name = dup_name (i);
      KpSession *session = kp_test_campaign_open_as (office->campaign, name);

      clerks[i] = (Clerk) { office, what, session, i, { 20261129 + i }, g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
    }
  begun = g_get_monotonic_time ();
  for (guint i = 0; i < office->n_clerks; i++)
    threads[i] = g_thread_new ("clerk", work, &clerks[i]);
  for (guint i = 0; i < office->n_clerks; i++)
    g_thread_join (threads[i]);
  times->wall = g_get_monotonic_time () - begun;
  for (guint i = 0; i < office->n_clerks; i++)
    {
      g_array_append_vals (times->times, clerks[i].times->data, clerks[i].times->len);
      times->n_again += clerks[i].n_again;
      g_array_unref (clerks[i].times);
      kp_session_close (clerks[i].session);
    }
}

static void
list_candidates (KpTestOffice *office)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (office->campaign);

  g_ptr_array_set_size (office->applications, 0);
  g_ptr_array_set_size (office->tickets, 0);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      g_ptr_array_add (office->applications, g_strdup (dossier->application->application));
      g_ptr_array_add (office->tickets, g_strdup (dossier->seat != NULL ? dossier->seat->ticket : ""));
    }
}

/** kp_test_office_new: the sample's campaign before its first registration. (transfer full) */
KpTestOffice *
kp_test_office_new (KpDatabaseKind kind,
                    guint n_clerks,
                    guint n_steps,
                    guint think_ms)
{
  KpTestOffice *office = g_new0 (KpTestOffice, 1);
  const KpTestDatabase database = { .kind = kind };
  g_autofree char *rows = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpuint (n_clerks, <=, KP_TEST_OFFICE_MAX_CLERKS);
  g_assert_true (n_clerks % 2 == 0 && n_steps % WRONG_OF == 0);
  office->campaign = kp_test_campaign_new ((KpTestDatabase *) &database);
  office->n_clerks = n_clerks;
  office->n_steps = n_steps;
  office->think_ms = think_ms;
  office->rows = g_ptr_array_new_with_free_func (g_free);
  office->applications = g_ptr_array_new_with_free_func (g_free);
  office->tickets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < KP_TEST_OFFICE_N_WORKS; i++)
    office->times[i].times = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows = kp_test_campaign_make_rows (office->campaign, POST, n_clerks * n_steps);
  lines = g_strsplit (rows, "\n", -1);
  for (guint i = 0; i < n_clerks * n_steps; i++)
    g_ptr_array_add (office->rows, g_strdup (lines[i]));
  return office;
}

void
kp_test_office_free (KpTestOffice *office)
{
  kp_test_campaign_free (office->campaign);
  g_ptr_array_unref (office->rows);
  g_ptr_array_unref (office->applications);
  g_ptr_array_unref (office->tickets);
  for (guint i = 0; i < KP_TEST_OFFICE_N_WORKS; i++)
    g_array_unref (office->times[i].times);
  g_free (office);
}

void
kp_test_office_work (KpTestOffice *office)
{
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  work_at_once (office, KP_TEST_OFFICE_REGISTER);
  list_candidates (office);
  kp_step_review_auto (office->campaign->session, &tally, &error);
  g_assert_no_error (error);
  work_at_once (office, KP_TEST_OFFICE_JUDGE);
  kp_test_campaign_confirm (office->campaign);
  kp_test_campaign_seat (office->campaign);
  list_candidates (office);
  work_at_once (office, KP_TEST_OFFICE_ENTER);
  work_at_once (office, KP_TEST_OFFICE_CORRECT);
}

/* What the journal says: how often each row was edited, and what each clerk wrote. */
typedef struct
{
  GHashTable *edits;   /* "table key" → number */
  GHashTable *written; /* "table clerk" → number */
} Tally;

static guint
count (GHashTable *table,
       const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

static gboolean
on_journal_row (gconstpointer record,
                gpointer data,
                GError **error G_GNUC_UNUSED)
{
  const KpJournalRow *row = record;
  const Tally *tally = data;
  char *key = g_strconcat (row->table_name, " ", row->row_key, NULL);
  char *by = g_strconcat (row->table_name, " ", row->actor, NULL);

  g_hash_table_replace (tally->written, by, GUINT_TO_POINTER (count (tally->written, by) + 1));
  if (g_str_equal (row->act, "remove"))
    {
      g_hash_table_remove (tally->edits, key);
      g_free (key);
    }
  else
    {
      g_hash_table_replace (tally->edits, key, GUINT_TO_POINTER (count (tally->edits, key) + 1));
    }
  return TRUE;
}

typedef struct
{
  const Tally *tally;
  const KpTable *table;
  guint version; /* its column */
  guint n_rows;
} Versions;

static gboolean
on_row (gconstpointer record,
        gpointer data,
        GError **error G_GNUC_UNUSED)
{
  Versions *versions = data;
  g_autoptr (GString) key = g_string_new (NULL);

  g_string_append_printf (key, "%s ", versions->table->name);
  kp_canon_append_key (key, versions->table, record);
  g_assert_cmpint (G_STRUCT_MEMBER (gint64, record, versions->table->columns[versions->version].offset), ==,
                   count (versions->tally->edits, key->str));
  versions->n_rows++;
  return TRUE;
}

static guint
assert_versions (KpTestOffice *office,
                 const Tally *tally)
{
  KpTestCampaign *c = office->campaign;
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  guint n_rows = 0;

  for (guint i = 0; i < n_tables; i++)
    {
      Versions versions = { tally, tables[i], 0, 0 };
      g_autoptr (GError) error = NULL;

      while (versions.version < tables[i]->n_columns && (tables[i]->columns[versions.version].flags & KP_COLUMN_VERSION) == 0)
        versions.version++;
      if (versions.version == tables[i]->n_columns)
        continue;
      kp_table_each (kp_session_get_database (c->session), tables[i], kp_session_get_campaign (c->session), "", KP_NO_BINDS,
                     on_row, &versions, &error);
      g_assert_no_error (error);
      n_rows += versions.n_rows;
    }
  return n_rows;
}

/* What the clerk typed last for each candidate stands there as theirs. */
static void
assert_entries (KpTestOffice *office,
                guint number)
{
  KpTestCampaign *c = office->campaign;

  for (guint step = 0; step < office->n_steps; step++)
    {
      guint candidate;
      gboolean is_wrong;
      g_autofree char *name = dup_name (number);
      g_autofree KpEntryRecord *entry = NULL;
      g_autoptr (GError) error = NULL;

      find_script (office, number, step, &candidate, &is_wrong);
      if (is_wrong)
        continue;
      kp_table_find (kp_session_get_database (c->session), &kp_entry_table, kp_session_get_campaign (c->session),
                     KP_BINDS (KP_TEXT (get_paper (office)->code), KP_TEXT (g_ptr_array_index (office->applications, candidate)),
                               KP_INT (1 + number % 2)),
                     &entry, &error);
      g_assert_no_error (error);
      g_assert_nonnull (entry);
      g_assert_cmpstr (entry->clerk, ==, name);
      g_assert_cmpint (entry->mark, ==, KP_MARK (50 + candidate % 40, 0));
    }
}

void
kp_test_office_assert_nothing_lost (KpTestOffice *office)
{
  static const char *const tables[KP_TEST_OFFICE_N_WORKS] = {
    [KP_TEST_OFFICE_REGISTER] = "application",
    [KP_TEST_OFFICE_JUDGE] = "judgement",
    [KP_TEST_OFFICE_ENTER] = "entry",
    [KP_TEST_OFFICE_CORRECT] = "correction",
  };
  KpTestCampaign *c = office->campaign;
  const guint n_all = office->n_clerks * office->n_steps;
  g_autoptr (GHashTable) edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GError) error = NULL;
  Tally tally = { edits, written };

  kp_test_campaign_assert_sound (c);
  kp_table_each (kp_session_get_database (c->session), &kp_journal_table, kp_session_get_campaign (c->session), "ORDER BY seq",
                 KP_NO_BINDS, on_journal_row, &tally, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < office->n_clerks; i++)
    {
      g_autofree char *name = dup_name (i);

      for (guint j = 0; j < KP_TEST_OFFICE_N_WORKS; j++)
        {
          g_autofree char *key = g_strconcat (tables[j], " ", name, NULL);

          g_assert_cmpuint (count (written, key), ==, office->n_steps);
        }
      assert_entries (office, i);
    }
  for (guint i = 0; i < KP_TEST_OFFICE_N_WORKS; i++)
    g_assert_cmpuint (office->times[i].times->len, ==, n_all);
  corrections = kp_step_list_corrections (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (corrections->len, ==, n_all);
  g_assert_cmpuint (assert_versions (office, &tally), >, n_all * 3);
}
