/* test-step-erase.c – what is due is gone from the record's bytes, and the record still proves itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-change-tables.h"
#include "kp-data-error.h"
#include "kp-step-erase.h"
#include "kp-test-course.h"
#include "kp-test.h"
#include "kp-years.h"

#define N 9
#define ASKED { .by = "张经办", .with = "王监督" }

static const char *const no_edits[] = { NULL };

static gboolean
erase (KpTestCampaign *c, const KpEraseOrder *order, guint *n_values, GError **error)
{
  guint n_persons = 0;

  return kp_step_erase (c->session, order, &n_persons, n_values, error);
}

static char *
describe_years (KpTestCampaign *c)
{
  g_autoptr (KpYearBook) years = kp_years_new ();
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  guint n = 0;
  const KpYearLine *lines;

  kp_years_add_record (years, c->session, &error);
  g_assert_no_error (error);
  lines = kp_years_list (years, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%u %s %s", lines[i].year, lines[i].trait, lines[i].name);
      for (guint k = 0; k < KP_YEAR_N_NUMBERS; k++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, lines[i].n[k]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  KpRoster *roster;
  GPtrArray *stored;
} Stored;

static gboolean
take_stored (gconstpointer record, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  const KpPersonRecord *person = record;
  Stored *stored = user_data;

  for (guint i = 0; i < kp_roster_get_n_dossiers (stored->roster); i++)
    {
      const KpDossier *d = kp_roster_get_dossier (stored->roster, i);

      if (d->contract != NULL || !g_str_equal (d->person->person, person->person))
        continue;
      g_ptr_array_add (stored->stored, g_strdup (person->id_number));
      g_ptr_array_add (stored->stored, g_strdup (person->phone));
    }
  return TRUE;
}

/* The ID numbers and phones of those who weren't hired as they lie in the file: the key to open them lies there too. */
static GPtrArray *
list_stored (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  Stored stored = { roster, g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GError) error = NULL;

  kp_table_each_stored (kp_session_get_database (c->session), &kp_person_table, kp_session_get_campaign (c->session), take_stored,
                        &stored, &error);
  g_assert_no_error (error);
  return stored.stored;
}

static guint
count_bytes (KpTestDatabase *t, GPtrArray *needles)
{
  g_autoptr (GDir) folder = g_dir_open (t->folder, 0, NULL);
  guint n_found = 0;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (t->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize n = 0;

      if (strstr (name, ".kaopin") == NULL || !g_file_get_contents (path, &bytes, &n, NULL))
        continue;
      for (guint i = 0; i < needles->len; i++)
        n_found += memmem (bytes, n, g_ptr_array_index (needles, i), strlen (g_ptr_array_index (needles, i))) != NULL;
    }
  return n_found;
}

static KpTestCampaign *
bring_to_the_day (KpTestDatabase *t, const char *now)
{
  KpTestCampaign *c = kp_test_course_bring_to_work (t, no_edits, N);

  kp_test_campaign_set_now (c, now);
  return c;
}

static KpDate
find_due (KpTestCampaign *c, KpRetentionKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRetentionReport) report
      = kp_retention_report_load (c->session, kp_session_get_today (c->session), KP_DATE_NONE, &error);

  g_assert_no_error (error);
  g_assert_null (report->running);
  g_assert_true (kp_date_is_valid (report->lines[kind].due));
  return report->lines[kind].due;
}

static void
set_day (KpTestCampaign *c, KpDate day)
{
  g_autofree char *date = kp_date_dup_iso (day);
  g_autofree char *now = g_strconcat (date, "T09:00:00+08:00", NULL);

  kp_test_campaign_set_now (c, now);
}

/* A day before its time nothing goes; on the day all of it, and nothing else. */
static void
test_materials (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, no_edits, N);
  const KpEraseOrder order = ASKED;
  g_autofree char *before = describe_years (c);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) stored = list_stored (c);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) erasures = NULL;
  g_autoptr (GError) error = NULL;
  const KpDate due = find_due (c, KP_RETENTION_MATERIALS);
  guint n_values = 0, n_erased = 0;

  g_assert_cmpuint (stored->len, ==, 12);
  set_day (c, kp_date_add_days (due, -1));
  g_assert_false (erase (c, &order, &n_values, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  if (t->kind == KP_DATABASE_SQLITE)
    g_assert_cmpuint (count_bytes (c->database, stored), >=, 12);

  set_day (c, due);
  g_assert_true (erase (c, &order, &n_values, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_values, >, 0);
  if (t->kind == KP_DATABASE_SQLITE)
    g_assert_cmpuint (count_bytes (c->database, stored), ==, 0);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *d = kp_roster_get_dossier (roster, i);
      const gboolean is_erased = g_str_has_prefix (d->person->id_number, KP_RETENTION_ERASED);

      g_assert_cmpint (is_erased, ==, d->contract == NULL);
      g_assert_true (is_erased == (d->person->phone == NULL));
      g_assert_cmpstr (d->person->name, !=, KP_RETENTION_ERASED); /* all of them stand on lists, which stay ten years */
      n_erased += is_erased;
    }
  g_assert_cmpuint (n_erased, ==, 6);
  after = describe_years (c);
  g_assert_cmpstr (before, ==, after);
  erasures = kp_erasure_list (c->session, &error);
  g_assert_cmpuint (erasures->len, ==, 1);
  g_assert_cmpint (((KpErasureRecord *) g_ptr_array_index (erasures, 0))->n_persons, ==, 6);
  kp_test_campaign_assert_sound (c);
  g_assert_false (erase (c, &order, &n_values, &error)); /* once */
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static void
test_names_go_later (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, no_edits, N);
  const KpEraseOrder order = ASKED;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  guint n_values = 0;

  set_day (c, find_due (c, KP_RETENTION_RESULTS));
  g_assert_true (erase (c, &order, &n_values, &error));
  g_assert_no_error (error);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *d = kp_roster_get_dossier (roster, i);

      g_assert_cmpint (g_str_equal (d->person->name, KP_RETENTION_ERASED), ==, d->contract == NULL);
    }
  kp_test_campaign_assert_sound (c);
}

/* A dispute that ended later moves the day; one that is said to have ended earlier moves nothing. */
static void
test_dispute (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, no_edits, N);
  const KpDate due = find_due (c, KP_RETENTION_MATERIALS);
  KpEraseOrder order = ASKED;
  g_autoptr (GError) error = NULL;
  guint n_values = 0;

  set_day (c, due);
  order.ended = kp_date_add_days (due, -2);
  g_assert_false (erase (c, &order, &n_values, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  order.ended = kp_date_add_years (due, -5);
  g_assert_true (erase (c, &order, &n_values, &error));
  g_assert_no_error (error);
}

typedef struct
{
  const char *name;
  KpEraseOrder order;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "one-person", { .by = "张经办", .with = "张经办" } },
  { "nobody", { .by = NULL, .with = NULL } },
  { "a-day-to-come", { .until = { 2099, 1, 1 }, .by = "张经办", .with = "王监督" } },
};

static void
test_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_the_day (t, "2040-01-01T09:00:00+08:00");
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n_values = 0;

      g_test_message ("%s", refused_rows[i].name);
      g_assert_false (erase (c, &refused_rows[i].order, &n_values, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
    }
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* Proposed and neither hired nor gone: nothing is over. */
static void
test_goes_on (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, no_edits, N);
  const KpEraseOrder order = ASKED;
  g_autoptr (GError) error = NULL;
  guint n_values = 0;

  kp_test_campaign_set_now (c, "2040-01-01T09:00:00+08:00");
  g_assert_false (erase (c, &order, &n_values, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/step-erase/article-47-materials", test_materials);
  kp_test_database_add ("/data/steps/%s/step-erase/names-go-later", test_names_go_later);
  kp_test_database_add ("/data/steps/%s/step-erase/dispute", test_dispute);
  kp_test_database_add ("/data/steps/%s/step-erase/refused", test_refused);
  kp_test_database_add ("/data/steps/%s/step-erase/goes-on", test_goes_on);
  return g_test_run ();
}
