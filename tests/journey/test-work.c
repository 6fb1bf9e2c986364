/* test-work.c – what follows the contract, by the verbs, on the sample campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-test-program.h"
#include "kp-test.h"

#define FIRST "01劳合〔2026〕0001号"

/* The sample is made once; each test reads it, and one writes. */
typedef struct
{
  KpTestFolder *folder;
  char *record;
} Sample;

static void
test_due (gconstpointer data)
{
  const Sample *sample = data;
  g_autofree char *ics = kp_test_folder_dup_file (sample->folder, "due.ics");
  g_autoptr (KpTestProgram) near
      = kp_test_program_run ("due", sample->record, "--on", "2026-07-20", "--ics", ics, "--json", NULL);
  g_autoptr (KpTestProgram) far
      = kp_test_program_run ("due", sample->record, "--on", "2026-07-20", "--all", "--json", NULL);
  g_autoptr (KpTestProgram) piped
      = kp_test_program_run ("due", sample->record, "--on", "2026-07-20", "--ics", "-", NULL);
  g_autofree char *calendar = NULL;

  g_assert_cmpint (near->status, ==, 0);
  kp_test_assert_contains (near->output, "劳动合同法第十条第二款");
  kp_test_assert_contains (near->output, "\"days_left\" : 11");
  kp_test_assert_contains (near->output, "住房公积金管理条例第十五条第一款");
  g_assert_null (strstr (near->output, "2029-06-30"));
  kp_test_assert_contains (far->output, "2029-06-30");
  calendar = kp_test_read (ics, NULL);
  g_assert_true (g_str_has_prefix (calendar, "BEGIN:VCALENDAR\r\n"));
  kp_test_assert_contains (calendar, "\r\nDTSTART;VALUE=DATE:20290630\r\n");
  kp_test_assert_contains (calendar, "\r\nTRIGGER:-P90D\r\n");
  g_assert_true (g_str_has_prefix (piped->output, "BEGIN:VCALENDAR\r\n"));
}

static void
test_list (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (KpTestProgram) list = kp_test_program_run ("probation", sample->record, "--json", NULL);
  g_autoptr (KpTestProgram) one = kp_test_program_run ("probation", sample->record, FIRST, "--json", NULL);

  g_assert_cmpint (list->status, ==, 0);
  kp_test_assert_contains (list->output, FIRST);
  g_assert_cmpint (one->status, ==, 0);
  kp_test_assert_contains (one->output, "\"last_day\" : \"2026-12-31\"");
  kp_test_assert_contains (one->output, "录用条件确认书");
}

typedef struct
{
  const char *name;
  const char *words[12]; /* after verb and record */
  const char *verb;
  int status;
  const char *says;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "duty-not-yet", { "--all", "--signed", "2099-01-01" }, "contract", 1, "" },
  { "duty-of-nobody", { "--signed", "2026-07-01" }, "contract", 2, "--street" },
  { "two-duties", { FIRST, "--signed", "2026-07-01", "--fund", "2026-07-01" }, "contract", 2, "--handover" },
  { "no-such-ground", { FIRST, "--end", "bored" }, "contract", 2, "bored" },
  { "article-37-two-days",
    { FIRST, "--end", "resigned", "--served", "2026-09-07", "--last-day", "2026-09-09", "--reason", "R", "--by", "A",
      "--with=B" },
    "contract",
    1,
    "第三十七条" },
  { "one-person",
    { FIRST, "--end", "resigned", "--served", "2026-09-07", "--last-day", "2026-09-10", "--reason", "R", "--by", "A" },
    "contract",
    1,
    "" },
  { "link-not-yet", { FIRST, "--record", "mentor", "--on", "2099-01-01", "--document", "D" }, "probation", 1, "" },
  { "no-such-link", { FIRST, "--record", "party" }, "probation", 2, "party" },
  { "no-way-of-service", { FIRST, "--record", "service" }, "probation", 2, "--how" },
  { "odd-counts", { FIRST, "--record", "survey", "--counts", "3/1" }, "probation", 2, "36/3/1" },
  { "settled-by-one", { FIRST, "--settle", "confirm", "--reason", "R", "--by", "A" }, "probation", 1, "" },
  { "terminated-without-chain",
    { FIRST, "--settle", "terminate", "--reason", "R", "--by", "A", "--with", "B" },
    "probation",
    1,
    "" },
  { "link-of-nobody", { "--record", "mentor" }, "probation", 2, "" },
  { "no-such-contract", { "0", "--settle", "confirm", "--reason", "R", "--by", "A", "--with", "B" }, "probation", 1, "" },
  { "no-such-day", { "--on", "2026-02-30" }, "due", 1, "2026-02-30" },
};

typedef struct
{
  const Sample *sample;
  const RefusedRow *row;
} RefusedCase;

static void
test_refused (gconstpointer data)
{
  const RefusedCase *one = data;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (KpTestProgram) program = NULL;

  g_ptr_array_add (words, (gpointer) one->row->verb);
  g_ptr_array_add (words, one->sample->record);
  for (guint i = 0; i < G_N_ELEMENTS (one->row->words) && one->row->words[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) one->row->words[i]);
  g_ptr_array_add (words, NULL);
  program = kp_test_program_run_in (NULL, (const char *const *) words->pdata);
  kp_test_program_assert_fails (program, one->row->status, one->row->says);
}

static char *
run_hire (const Sample *sample, const char *const *options)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (KpTestProgram) program = NULL;

  g_ptr_array_add (words, (gpointer) "hire");
  g_ptr_array_add (words, sample->record);
  for (guint i = 0; options[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) options[i]);
  g_ptr_array_add (words, (gpointer) "--json");
  g_ptr_array_add (words, NULL);
  program = kp_test_program_run_at ("2026-07-02", (const char *const *) words->pdata);
  g_assert_cmpstr (program->errors, ==, "");
  g_assert_cmpint (program->status, ==, 0);
  return g_steal_pointer (&program->output);
}

/* A leaving that was written down by mistake is taken back; the list tells both. */
static void
test_leaving_taken_back (gconstpointer data)
{
  const Sample *sample = data;
  g_autofree char *number = g_strstrip (kp_test_run (
      (const char *const[]){ "sqlite3", sample->record, "SELECT application FROM contract WHERE number = '" FIRST "'", NULL }, NULL));
  g_autofree char *left = run_hire (sample, (const char *const[]){ "--leave", number, "--cause", "absent", "--reason", "未报到",
                                                                   "--by", "A", "--with", "B", NULL });
  g_autofree char *listed = run_hire (sample, (const char *const[]){ "--list", NULL });
  g_autofree char *undone
      = run_hire (sample, (const char *const[]){ "--undo", number, "--reason", "登记错了", "--by", "A", "--with", "B", NULL });
  g_autofree char *after = run_hire (sample, (const char *const[]){ "--list", NULL });

  kp_test_assert_contains (left, "\"n_left\" : 1");
  kp_test_assert_contains (listed, FIRST);
  kp_test_assert_contains (undone, "\"n_withdrawn\" : 0");
  kp_test_assert_contains (after, "\"n_left\" : 0");
  kp_test_assert_contains (after, "登记错了");
}

/* By the program's own clock: before the sample's first day nothing can have been done. */
static void
test_done (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (KpTestProgram) signed_all
      = kp_test_program_run ("contract", sample->record, "--all", "--signed", "2026-07-01", "--json", NULL);
  g_autoptr (KpTestProgram) conditions
      = kp_test_program_run ("probation", sample->record, FIRST, "--record", "conditions", "--on", "2026-07-01", "--document",
                             "D", "--by", "A", "--json", NULL);
  g_autoptr (KpTestProgram) due = NULL;
  g_autoptr (KpTestProgram) sound = NULL;

  if (strcmp (today, "2026-07-01") < 0)
    {
      kp_test_program_assert_fails (signed_all, 1, "");
      return;
    }
  g_assert_cmpint (signed_all->status, ==, 0);
  kp_test_assert_contains (signed_all->output, "\"n_late\" : 0");
  g_assert_cmpint (conditions->status, ==, 0);
  due = kp_test_program_run ("due", sample->record, "--on", "2026-07-20", "--json", NULL);
  g_assert_null (strstr (due->output, "劳动合同法第十条第二款"));
  sound = kp_test_program_run ("verify", sample->record, NULL);
  g_assert_cmpint (sound->status, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (KpTestProgram) made = NULL;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  RefusedCase cases[G_N_ELEMENTS (refused_rows)];
  Sample sample = { folder, NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  made = kp_test_program_run ("demo", folder->path, "--until", "hire", NULL);
  g_assert_cmpint (made->status, ==, 0);
  sample.record = kp_test_folder_dup_file (folder, "demo.kaopin");
  g_test_add_data_func ("/journey/work/due", &sample, test_due);
  g_test_add_data_func ("/journey/work/probations", &sample, test_list);
  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/journey/work/refused/", refused_rows[i].name, NULL);

      cases[i] = (RefusedCase){ &sample, &refused_rows[i] };
      g_test_add_data_func (path, &cases[i], test_refused);
    }
  g_test_add_data_func ("/journey/work/leaving-taken-back", &sample, test_leaving_taken_back);
  g_test_add_data_func ("/journey/work/then-done", &sample, test_done);
  status = g_test_run ();
  g_free (sample.record);
  return status;
}
