/* test-step-erase.c – what is due is gone from the record's bytes, and the record still proves itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-change-tables.h"
#include "kp-conversion-tables.h"
#include "kp-data-error.h"
#include "kp-record-backup.h"
#include "kp-step-erase.h"
#include "kp-test-course.h"
#include "kp-test.h"
#include "kp-work-tables.h"
#include "kp-written-tables.h"
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

/* Texts that tell of people and stand in no form of theirs. */
#define BONUS "加分理由：退役军人证与本人不符"
#define MENTOR "带教人：刘某某，同住一楼"
#define CORRECTED "带教人误写为陈某某"
#define STAFF_NAME "网格员欧阳某"
#define STAFF_JOB "专职网格员兼治保"

static void
insert (KpLedger *ledger, const KpTable *table, gpointer record)
{
  g_autoptr (GError) error = NULL;

  kp_ledger_insert (ledger, table, record, &error);
  g_assert_no_error (error);
}

/* By the ledger itself: whose rights and rules these rows are is tested elsewhere. */
static void
write_texts (KpTestCampaign *c)
{
  const KpAct act = { "tester", "2026-07-01T09:00:00+08:00", "bonus", NULL };
  const char *campaign = kp_session_get_campaign (c->session);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = kp_ledger_begin (kp_session_get_database (c->session), campaign, &act, &error);
  const KpDossier *hired = NULL, *other = NULL;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *d = kp_roster_get_dossier (roster, i);

      if (d->contract != NULL)
        hired = d;
      else
        other = d;
    }
  insert (ledger, &kp_bonus_review_table,
          &(KpBonusReviewRecord) { campaign, other->application->application, "veteran", "refused", NULL, KP_NO_INT, BONUS, "张经办",
                                   "王监督", act.at, 0 });
  insert (ledger, &kp_probation_link_table,
          &(KpProbationLinkRecord) { campaign, hired->contract->number, 90, "mentor", 0, "2026-07-01", "1号", MENTOR, NULL, 0, "张经办",
                                     NULL, act.at });
  insert (ledger, &kp_work_correction_table,
          &(KpWorkCorrectionRecord) { campaign, hired->contract->number, 90, "link:90", CORRECTED, NULL, "笔误", "张经办", "王监督",
                                      act.at });
  insert (ledger, &kp_grid_staff_table,
          &(KpGridStaffRecord) { .campaign = campaign, .number = "Z0001", .name = STAFF_NAME, .id_number = "110101198001010010",
                                 .job = STAFF_JOB, .department = "民政局", .cost = 100, .source = "x", .sheet_row = 3 });
  insert (ledger, &kp_conversion_table,
          &(KpConversionRecord) { campaign, "Z0001", "stays", NULL, NULL, "2号", "张经办", "王监督", act.at });
  g_assert_true (kp_ledger_commit (ledger, &error));
  g_assert_no_error (error);
}

static guint
count_text (KpTestCampaign *c, const char *text)
{
  g_autoptr (GPtrArray) needles = g_ptr_array_new ();

  g_ptr_array_add (needles, (gpointer) text);
  return count_bytes (c->database, needles);
}

static void
erase_on (KpTestCampaign *c, KpRetentionKind kind)
{
  const KpEraseOrder order = ASKED;
  g_autoptr (GError) error = NULL;
  guint n_values = 0;

  set_day (c, find_due (c, kind));
  g_assert_true (erase (c, &order, &n_values, &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

/* Each at its time, from the file, its log, and the journal. */
static void
test_texts (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, no_edits, N);
  const gboolean is_file = t->kind == KP_DATABASE_SQLITE;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree KpGridStaffRecord *staff = NULL;
  g_autoptr (GError) error = NULL;

  write_texts (c);
  before = describe_years (c);
  for (guint i = 0; is_file && i < 5; i++)
    g_assert_cmpuint (count_text (c, ((const char *const[]) { BONUS, MENTOR, CORRECTED, STAFF_NAME, STAFF_JOB })[i]), >, 0);

  erase_on (c, KP_RETENTION_MATERIALS);
  g_assert_cmpuint (count_text (c, BONUS), ==, 0);
  g_assert_cmpuint (count_text (c, STAFF_JOB), ==, 0);
  if (is_file)
    g_assert_cmpuint (count_text (c, STAFF_NAME), >, 0);
  kp_table_find (kp_session_get_database (c->session), &kp_grid_staff_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT ("Z0001")), &staff, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (staff->id_number, ==, KP_RETENTION_ERASED "Z0001");
  g_assert_cmpint (staff->cost, ==, 100);

  erase_on (c, KP_RETENTION_RESULTS);
  g_assert_cmpuint (count_text (c, STAFF_NAME), ==, 0);
  if (is_file)
    g_assert_cmpuint (count_text (c, MENTOR), >, 0);
  erase_on (c, KP_RETENTION_HIRED);
  g_assert_cmpuint (count_text (c, MENTOR), ==, 0);
  g_assert_cmpuint (count_text (c, CORRECTED), ==, 0);
  after = describe_years (c);
  g_assert_cmpstr (before, ==, after);
}

static char *
back_up (KpTestCampaign *c, const char *folder)
{
  const KpRotation rotation = KP_BACKUP_KEEP_USUAL;
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  guint n_removed = 0;

  kp_record_backup_write (c->session, folder, &rotation, &path, &n_removed, &error);
  g_assert_no_error (error);
  return path;
}

/* What was made before the erasure holds what is gone; what was made after it stays. */
static void
test_backups (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, no_edits, N);
  const KpEraseOrder order = ASKED;
  g_autofree char *folder = g_build_filename (c->database->folder, "test.backups", NULL);
  g_autofree char *first = back_up (c, folder);
  g_autofree char *second = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  guint n_found = 0, n_removed = 0;

  g_assert_false (kp_step_erase_backups (c->session, folder, &order, TRUE, &n_found, &n_removed, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  set_day (c, kp_date_add_days (find_due (c, KP_RETENTION_MATERIALS), -1));
  second = back_up (c, folder);
  erase_on (c, KP_RETENTION_MATERIALS);
  set_day (c, kp_date_add_days (kp_session_get_today (c->session), 1));
  later = back_up (c, folder);

  g_assert_true (kp_step_erase_backups (c->session, folder, &order, FALSE, &n_found, &n_removed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, 2);
  g_assert_cmpuint (n_removed, ==, 0);
  listed = kp_erasure_list_backups (c->session, &error);
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_cmpint (((KpErasureBackupRecord *) listed->pdata[0])->is_removed, ==, 0);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));

  g_assert_true (kp_step_erase_backups (c->session, folder, &order, TRUE, &n_found, &n_removed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, 2);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (later, G_FILE_TEST_EXISTS));
  g_clear_pointer (&listed, g_ptr_array_unref);
  listed = kp_erasure_list_backups (c->session, &error);
  g_assert_cmpuint (listed->len, ==, 2);
  for (guint i = 0; i < listed->len; i++)
    g_assert_cmpint (((KpErasureBackupRecord *) listed->pdata[i])->is_removed, ==, 1);
  g_assert_true (kp_step_erase_backups (c->session, folder, &order, TRUE, &n_found, &n_removed, &error));
  g_assert_cmpuint (n_found, ==, 0);
  kp_test_campaign_assert_sound (c);
}

static char *
copy_beside (KpTestCampaign *c, const char *name)
{
  char *path = g_build_filename (c->database->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  kp_backup_write (kp_session_get_database (c->session), path, &error);
  g_assert_no_error (error);
  return path;
}

/* What an upgrade and a restoring left beside the record; who has been erased from already stays, and so does all else. */
static void
test_beside (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, no_edits, N);
  const KpEraseOrder order = ASKED;
  const gboolean is_file = kp_database_get_path (kp_session_get_database (c->session)) != NULL;
  static const char *const gone[] = { "test.v0001.kaopin", "test.v0001-2.kaopin", "test.replaced-20260305-170000.kaopin" };
  static const char *const kept[] = { "other.v0001.kaopin", "test.v1.kaopin", "test.replaced-20260305.kaopin" };
  g_autofree char *folder = g_build_filename (c->database->folder, "test.backups", NULL);
  g_autofree char *later = NULL;
  g_autofree char *broken = g_build_filename (c->database->folder, "test.replaced-20260305-170000-3.kaopin", NULL);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  guint n_found = 0, n_removed = 0;

  for (guint i = 0; is_file && i < G_N_ELEMENTS (gone); i++)
    g_free (copy_beside (c, gone[i]));
  for (guint i = 0; is_file && i < G_N_ELEMENTS (kept); i++)
    g_free (copy_beside (c, kept[i]));
  g_assert_true (!is_file || g_file_set_contents (broken, "SQLite", -1, NULL));
  erase_on (c, KP_RETENTION_MATERIALS);
  later = is_file ? copy_beside (c, "test.replaced-20260305-170000-2.kaopin") : g_strdup ("");
  g_assert_true (kp_step_erase_backups (c->session, folder, &order, TRUE, &n_found, &n_removed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, is_file ? G_N_ELEMENTS (gone) + 1 : 0);
  g_assert_cmpuint (n_removed, ==, n_found);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_autofree char *path = g_build_filename (c->database->folder, gone[i], NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  for (guint i = 0; is_file && i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_build_filename (c->database->folder, kept[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_true (!is_file || g_file_test (later, G_FILE_TEST_EXISTS));
  listed = kp_erasure_list_backups (c->session, &error);
  g_assert_cmpuint (listed->len, ==, n_found);
  /* By name, where a hyphen is before a dot. */
  g_assert_true (!is_file || g_str_equal (((KpErasureBackupRecord *) listed->pdata[1])->name, gone[2]));
  kp_test_campaign_assert_sound (c);
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
  kp_test_database_add ("/data/steps/%s/step-erase/texts-of-people", test_texts);
  kp_test_database_add ("/data/steps/%s/step-erase/backups-from-before", test_backups);
  kp_test_database_add ("/data/steps/%s/step-erase/copies-beside-the-record", test_beside);
  kp_test_database_add ("/data/steps/%s/step-erase/dispute", test_dispute);
  kp_test_database_add ("/data/steps/%s/step-erase/refused", test_refused);
  kp_test_database_add ("/data/steps/%s/step-erase/goes-on", test_goes_on);
  return g_test_run ();
}
