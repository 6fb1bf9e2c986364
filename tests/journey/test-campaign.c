/* test-campaign.c – the whole sample campaign: who gets how far, what is printed, and what tampering shows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-lists.h"
#include "kp-press.h"
#include "kp-roster.h"
#include "kp-test-program.h"
#include "kp-test.h"

/* The demo as it was run for all tests of this file. */
typedef struct
{
  KpTestFolder *folder;
  KpTestProgram *program;
} Demo;

static char *
dup_record (const Demo *demo)
{
  return kp_test_folder_dup_file (demo->folder, "demo.kaopin");
}

static KpSession *
open_record (const Demo *demo)
{
  g_autofree char *path = dup_record (demo);
  g_autoptr (GError) error = NULL;
  KpSession *session = kp_session_open (path, NULL, "test", KP_OPEN_READ_ONLY, &kp_system_sources, &error);

  g_assert_no_error (error);
  return session;
}

static KpRoster *
load_roster (KpSession *session)
{
  g_autoptr (GError) error = NULL;
  KpRoster *roster =
      kp_roster_load (kp_session_get_database (session), kp_session_get_campaign (session), &error);

  g_assert_no_error (error);
  return roster;
}

static char *
dup_pdf (const Demo *demo, KpPressForm form)
{
  g_autofree char *name = kp_press_form_dup_file_name (form);

  return kp_test_folder_dup_file (demo->folder, name);
}

static char *
dup_pdf_text (const Demo *demo, KpPressForm form)
{
  g_autofree char *path = dup_pdf (demo, form);

  return kp_test_run ((const char *const[]){ "pdftotext", "-layout", path, "-", NULL }, NULL);
}

/* ---- the work ---- */

static void
test_ends_with_a_summary (gconstpointer data)
{
  const Demo *demo = data;

  g_assert_cmpint (demo->program->status, ==, 0);
  kp_test_assert_contains (demo->program->output, "C02");
  kp_test_assert_contains (demo->program->output, demo->folder->path);
}

/* Every person of the truth file whose row is right is in the record, with exactly these values. */
static void
test_everybody_is_there (gconstpointer data)
{
  g_autoptr (KpSession) session = open_record (data);
  g_autoptr (KpRoster) roster = load_roster (session);
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.truth.csv");
  g_autofree char *text = kp_test_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (lines[i]), ",", -1);
      const KpDossier *dossier;

      g_assert_cmpuint (g_strv_length (fields), ==, 11);
      if (!g_str_equal (fields[1], "ok") && !g_str_equal (fields[1], "warn"))
        continue;
      dossier = kp_roster_find_id_number (roster, fields[4]);
      g_assert_nonnull (dossier);
      g_assert_cmpstr (dossier->person->name, ==, fields[3]);
      g_assert_cmpstr (dossier->application->post, ==, fields[7]);
      g_assert_cmpint (dossier->application->sheet_row, ==, g_ascii_strtoll (fields[0], NULL, 10));
      n++;
    }
  g_assert_cmpuint (n, ==, kp_roster_get_n_dossiers (roster));
}

static void
test_report_has_the_verdicts (gconstpointer data)
{
  const Demo *demo = data;
  g_autofree char *path = kp_test_folder_dup_file (demo->folder, "报名导入结果.csv");
  g_autofree char *report = kp_test_read (path, NULL);
  g_autofree char *truth_path = kp_test_dup_shipped ("real/registration-2026.truth.csv");
  g_autofree char *truth = kp_test_read (truth_path, NULL);
  g_auto (GStrv) lines = g_strsplit (truth, "\n", -1);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      g_autofree char *row = g_strdup_printf ("\n%s,%s,", fields[0], fields[1]);

      kp_test_assert_contains (report, row);
    }
}

/* Who is further than somebody else also passed all that lies between. */
static void
test_nobody_skips_a_stage (gconstpointer data)
{
  g_autoptr (KpSession) session = open_record (data);
  g_autoptr (KpRoster) roster = load_roster (session);
  guint n_hired = 0;
  guint n_substitutes = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->contract == NULL)
        continue;
      g_assert_cmpstr (dossier->application->review, ==, "pass");
      g_assert_true (kp_dossier_is_on_shortlist (dossier));
      g_assert_cmpstr (dossier->interview->state, ==, "present");
      g_assert_cmpstr (dossier->physical->outcome, ==, "pass");
      g_assert_cmpstr (dossier->background->outcome, ==, "pass");
      g_assert_nonnull (dossier->proposal);
      n_hired++;
      n_substitutes += dossier->physical->round > 0;
    }
  g_assert_cmpuint (n_hired, >, 40);
  g_assert_cmpuint (n_substitutes, >, 0);
}

static void
test_differences_were_resolved (gconstpointer data)
{
  g_autoptr (KpSession) session = open_record (data);
  gint64 n = 0;

  g_assert_true (kp_table_count (kp_session_get_database (session), &kp_mark_table,
                                 kp_session_get_campaign (session), "AND how = 'resolved'", KP_NO_BINDS, &n,
                                 NULL));
  g_assert_cmpint (n, ==, 6);
}

/* ---- the papers ---- */

static void
test_pdf_is_clean (gconstpointer data)
{
  const char *path = data;
  g_autofree char *said = kp_test_run ((const char *const[]){ "qpdf", "--check", path, NULL }, NULL);
  g_autofree char *fonts = kp_test_run ((const char *const[]){ "pdffonts", path, NULL }, NULL);
  g_autofree char *info = kp_test_run ((const char *const[]){ "pdfinfo", path, NULL }, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *form = g_strndup (name + strlen ("000-"), strlen (name) - strlen ("000-.pdf"));

  kp_test_assert_contains (said, "No syntax or stream encoding errors found");
  g_assert_null (strstr (fonts, " no  yes"));
  kp_test_assert_contains (info, form);
}

static void
test_tickets_are_complete (gconstpointer data)
{
  g_autoptr (KpSession) session = open_record (data);
  g_autoptr (KpRoster) roster = load_roster (session);
  g_autofree char *text = dup_pdf_text (data, KP_PRESS_TICKETS);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->seat == NULL)
        continue;
      kp_test_assert_contains (text, dossier->seat->ticket);
      kp_test_assert_contains (text, dossier->person->name);
      kp_test_assert_contains (text, dossier->person->id_number);
    }
}

static void
test_contracts_are_complete (gconstpointer data)
{
  g_autoptr (KpSession) session = open_record (data);
  g_autoptr (KpRoster) roster = load_roster (session);
  g_autofree char *text = dup_pdf_text (data, KP_PRESS_CONTRACTS);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->contract == NULL)
        continue;
      kp_test_assert_contains (text, dossier->contract->number);
      kp_test_assert_contains (text, dossier->person->id_number);
    }
}

/* ID numbers and phones are nobody's business; names only where supervision needs them. */
static void
test_published_papers_are_discreet (gconstpointer data)
{
  static const KpPressForm published[] = { KP_PRESS_MARKS, KP_PRESS_SHORTLIST, KP_PRESS_TOTALS,
                                           KP_PRESS_PUBLICITY };
  g_autoptr (KpSession) session = open_record (data);
  g_autoptr (KpRoster) roster = load_roster (session);

  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autofree char *text = dup_pdf_text (data, published[i]);

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpPersonRecord *person = kp_roster_get_dossier (roster, j)->person;

          g_assert_null (strstr (text, person->id_number));
          g_assert_true (person->phone == NULL || strstr (text, person->phone) == NULL);
        }
    }
}

/* What the paper says of its list is the SHA-256 of the file that anybody can have. */
static void
test_paper_and_file_agree (gconstpointer data)
{
  const Demo *demo = data;
  g_autofree char *path = kp_test_folder_dup_file (demo->folder, "综合成绩.csv");
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (path, &length);
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  g_autofree char *text = dup_pdf_text (demo, KP_PRESS_TOTALS);

  digest[12] = '\0';
  kp_test_assert_contains (text, digest);
}

/* What every campaign has; nobody asked to have a mark of the sample checked. */
static guint
count_usual_forms (void)
{
  guint n = 0;

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    n += kp_press_form_is_rare ((KpPressForm) i) ? 0 : 1;
  return n;
}

/* ---- the same again ---- */

static void
assert_same_files (const char *one, const char *other, gboolean with_record)
{
  g_autoptr (GDir) folder = g_dir_open (one, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *first = g_build_filename (one, name, NULL);
      g_autofree char *second = g_build_filename (other, name, NULL);
      gsize n_first = 0;
      gsize n_second = 0;
      g_autofree char *first_bytes = NULL;
      g_autofree char *second_bytes = NULL;

      if (g_file_test (first, G_FILE_TEST_IS_DIR) || (!with_record && g_str_has_prefix (name, "demo.kaopin")))
        continue;
      first_bytes = kp_test_read (first, &n_first);
      second_bytes = kp_test_read (second, &n_second);
      g_assert_cmpuint (n_first, ==, n_second);
      g_assert_true (memcmp (first_bytes, second_bytes, n_first) == 0);
      n++;
    }
  g_assert_cmpuint (n, >=, count_usual_forms () + 2 * KP_LISTS_N);
}

/* Neither the language of the operator nor where the clock hangs is in any paper. */
static void
test_second_run_is_the_same (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  static const char *const elsewhere[] = { "LC_ALL=en_US.UTF-8", "LANGUAGE=", "TZ=America/New_York", NULL };
  g_autoptr (KpTestProgram) program =
      kp_test_program_run_in (elsewhere, (const char *const[]){ "demo", folder->path, NULL });

  g_assert_cmpint (program->status, ==, 0);
  assert_same_files (demo->folder->path, folder->path, TRUE);
}

static void
test_server_gives_the_same_papers (gconstpointer data)
{
  const Demo *demo = data;
  const char *server = g_getenv ("KAOPIN_TEST_PG");
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (KpTestProgram) program = NULL;
  g_autoptr (KpTestProgram) verified = NULL;

  g_assert_nonnull (server);
  program = kp_test_program_run ("demo", folder->path, "--connect", server, NULL);
  g_assert_cmpint (program->status, ==, 0);
  assert_same_files (demo->folder->path, folder->path, FALSE);
  verified = kp_test_program_run ("verify", "--connect", server, NULL);
  g_assert_cmpint (verified->status, ==, 0);
}

/* People read words, in their language; programs read the names. */
static void
test_lists_are_in_words (gconstpointer data)
{
  static const char *const chinese[] = { "LC_ALL=zh_CN.UTF-8", "LANGUAGE=", NULL };
  g_autofree char *path = dup_record (data);
  g_autoptr (KpTestProgram) words
      = kp_test_program_run_in (chinese, (const char *const[]){ "incident", path, "--list", NULL });
  g_autoptr (KpTestProgram) names = kp_test_program_run ("incident", path, "--list", "--json", NULL);

  g_assert_cmpint (words->status, ==, 0);
  kp_test_assert_contains (words->output, "违纪违规");
  kp_test_assert_contains (words->output, "成立");
  g_assert_null (strstr (words->output, "breach"));
  g_assert_null (strstr (words->output, "upheld"));
  kp_test_assert_contains (names->output, "\"breach\"");
  kp_test_assert_contains (names->output, "\"upheld\"");
}

static void
test_foreign_record_is_not_replaced (gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "demo.kaopin", "somebody's own file\n", -1);
  g_autoptr (KpTestProgram) program = kp_test_program_run ("demo", folder->path, NULL);
  g_autofree char *after = NULL;

  g_assert_cmpint (program->status, ==, 1);
  after = kp_test_read (path, NULL);
  g_assert_cmpstr (after, ==, "somebody's own file\n");
}

/* ---- what tampering shows ---- */

static const struct
{
  const char *path;
  const char *sql;
  const char *names; /* what the answer must name */
} tamperings[] = {
  { "/journey/campaign/tamper/mark",
    "UPDATE mark SET mark = mark + 100 WHERE application = (SELECT min (application) FROM mark WHERE state = "
    "'present')",
    "01/" },
  { "/journey/campaign/tamper/entry",
    "UPDATE entry SET mark = mark + 100 WHERE entry = 2 AND application = "
    "(SELECT min (application) FROM entry WHERE state = 'present')",
    "/2" },
  { "/journey/campaign/tamper/place",
    "UPDATE total SET place = 1 WHERE application = (SELECT min (application) FROM total WHERE place > 1)",
    "" },
  { "/journey/campaign/tamper/name", "UPDATE person SET name = '某某' WHERE person = 'P000100'", "P000100" },
  { "/journey/campaign/tamper/seat-is-gone",
    "DELETE FROM seat WHERE application = (SELECT min (application) FROM seat)", "" },
  { "/journey/campaign/tamper/unwritten-bonus",
    "INSERT INTO bonus SELECT campaign, application, 'forged', 50000, 1, NULL FROM shortlist LIMIT 1", "forged" },
  { "/journey/campaign/tamper/journal-row",
    "DROP TRIGGER journal_keeps_rows; UPDATE journal SET actor = 'nobody' WHERE seq = 4321", "4321" },
  { "/journey/campaign/tamper/journal-gap",
    "DROP TRIGGER journal_loses_no_row; DELETE FROM journal WHERE seq = 4321", "4321" },
};

typedef struct
{
  const Demo *demo;
  guint index;
} Tampering;

static void
test_tampering (gconstpointer data)
{
  const Tampering *t = data;
  g_autofree char *original = dup_record (t->demo);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (original, &length);
  g_autofree char *copy = kp_test_folder_write (folder, "copy.kaopin", bytes, (gssize) length);
  g_autofree char *said =
      kp_test_run ((const char *const[]){ "sqlite3", copy, tamperings[t->index].sql, NULL }, NULL);
  g_autoptr (KpTestProgram) verified = kp_test_program_run ("verify", copy, "--json", NULL);

  g_assert_cmpstr (said, ==, "");
  g_assert_cmpint (verified->status, ==, 1);
  kp_test_assert_contains (verified->output, "\"sound\" : false");
  kp_test_assert_contains (verified->output, tamperings[t->index].names);
}

static void
test_untouched_record_is_sound (gconstpointer data)
{
  g_autofree char *path = dup_record (data);
  g_autoptr (KpTestProgram) verified = kp_test_program_run ("verify", path, "--json", NULL);

  g_assert_cmpint (verified->status, ==, 0);
  kp_test_assert_contains (verified->output, "\"sound\" : true");
}

/* The folder holds what its digests say, its draws replay without the record, and it is written once. */
static void
test_audit_is_whole (gconstpointer data)
{
  g_autofree char *path = dup_record (data);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *out = kp_test_folder_dup_file (folder, "audit");
  g_autoptr (KpTestProgram) written = kp_test_program_run ("audit", path, "--out", out, "--json", NULL);
  g_autoptr (KpTestProgram) again = kp_test_program_run ("audit", path, "--out", out, NULL);
  g_autofree char *draw = g_build_filename (out, "抽签-seats-1.json", NULL);
  g_autoptr (KpTestProgram) replayed = kp_test_program_run ("verify", draw, NULL);
  g_autofree char *command = g_strdup_printf ("cd '%s' && sha256sum --check --quiet SHA256SUMS", out);
  g_autofree char *complaints = kp_test_run ((const char *const[]){ "sh", "-c", command, NULL }, NULL);
  g_autofree char *sheet = g_build_filename (out, "监督检查表.pdf", NULL);
  g_autofree char *text = kp_test_run ((const char *const[]){ "pdftotext", sheet, "-", NULL }, NULL);
  g_autofree char *acts = g_build_filename (out, "经办.csv", NULL);
  g_autofree char *told = kp_test_read (acts, NULL);

  g_assert_cmpint (written->status, ==, 0);
  kp_test_program_assert_fails (again, 1, out);
  g_assert_cmpint (replayed->status, ==, 0);
  g_assert_cmpstr (complaints, ==, "");
  kp_test_assert_contains (text, "项目数据与日志一致");
  kp_test_assert_contains (text, "SHA-256");
  kp_test_assert_contains (told, "import-registrations,招聘办经办人,");
}

/* ---- what is told ---- */

static void
test_explains_by_every_number (gconstpointer data)
{
  g_autofree char *path = dup_record (data);
  g_autoptr (KpSession) session = open_record (data);
  g_autoptr (KpRoster) roster = load_roster (session);
  const KpDossier *dossier = NULL;
  g_autoptr (KpTestProgram) by_application = NULL;
  g_autoptr (KpTestProgram) by_ticket = NULL;
  g_autoptr (KpTestProgram) by_id = NULL;
  g_autoptr (KpTestProgram) by_none = kp_test_program_run ("explain", path, "110101199003070000", NULL);

  for (guint i = 0; dossier == NULL || dossier->contract == NULL || dossier->seat == NULL; i++)
    dossier = kp_roster_get_dossier (roster, i);
  by_application = kp_test_program_run ("explain", path, dossier->application->application, "--json", NULL);
  by_ticket = kp_test_program_run ("explain", path, dossier->seat->ticket, "--json", NULL);
  by_id = kp_test_program_run ("explain", path, dossier->person->id_number, "--json", NULL);
  g_assert_cmpint (by_application->status, ==, 0);
  kp_test_assert_contains (by_application->output, dossier->contract->number);
  g_assert_cmpstr (by_application->output, ==, by_ticket->output);
  g_assert_cmpstr (by_application->output, ==, by_id->output);
  kp_test_program_assert_fails (by_none, 1, "");
  g_assert_null (strstr (by_none->errors, "110101199003070000"));
}

static void
test_closed_stages_stay_closed (gconstpointer data)
{
  static const char *const late[][2] = { { "seat", "--public=1" }, { "shortlist", NULL }, { "draw", "--public=1" },
                                         { "total", NULL } };
  g_autofree char *path = dup_record (data);

  for (gsize i = 0; i < G_N_ELEMENTS (late); i++)
    {
      g_autoptr (KpTestProgram) program = kp_test_program_run (late[i][0], path, late[i][1], NULL);

      kp_test_program_assert_fails (program, 1, "");
    }
}

/* ---- all of them ---- */

static void
add_papers (const Demo *demo)
{
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      g_autofree char *path =
          g_strconcat ("/journey/campaign/pdf-is-clean/", kp_press_form_get_name ((KpPressForm) i), NULL);

      if (kp_press_form_is_rare ((KpPressForm) i))
        continue;
      g_test_add_data_func_full (path, dup_pdf (demo, (KpPressForm) i), test_pdf_is_clean, g_free);
    }
}

static void
add_tamperings (const Demo *demo)
{
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      Tampering *tampering = g_new (Tampering, 1);

      *tampering = (Tampering){ demo, i };
      g_test_add_data_func_full (tamperings[i].path, tampering, test_tampering, g_free);
    }
}

static int
run_tests (const Demo *demo)
{
  g_test_add_data_func ("/journey/campaign/ends-with-a-summary", demo, test_ends_with_a_summary);
  g_test_add_data_func ("/journey/campaign/everybody-is-there", demo, test_everybody_is_there);
  g_test_add_data_func ("/journey/campaign/report-has-the-verdicts", demo, test_report_has_the_verdicts);
  g_test_add_data_func ("/journey/campaign/nobody-skips-a-stage", demo, test_nobody_skips_a_stage);
  g_test_add_data_func ("/journey/campaign/differences-were-resolved", demo, test_differences_were_resolved);
  add_papers (demo);
  g_test_add_data_func ("/journey/campaign/tickets-are-complete", demo, test_tickets_are_complete);
  g_test_add_data_func ("/journey/campaign/contracts-are-complete", demo, test_contracts_are_complete);
  g_test_add_data_func ("/audit/id-numbers-on-a-list", demo,
                        test_published_papers_are_discreet);
  g_test_add_data_func ("/audit/faked-score-of-a-rival", demo, test_paper_and_file_agree);
  g_test_add_data_func ("/journey/campaign/second-run-is-the-same", demo, test_second_run_is_the_same);
  g_test_add_data_func ("/journey/campaign/server-gives-the-same-papers", demo,
                        test_server_gives_the_same_papers);
  g_test_add_data_func ("/journey/campaign/foreign-record-is-not-replaced", demo,
                        test_foreign_record_is_not_replaced);
  g_test_add_data_func ("/journey/campaign/untouched-record-is-sound", demo, test_untouched_record_is_sound);
  g_test_add_data_func ("/journey/campaign/audit-is-whole", demo, test_audit_is_whole);
  add_tamperings (demo);
  g_test_add_data_func ("/journey/campaign/lists-are-in-words", demo, test_lists_are_in_words);
  g_test_add_data_func ("/journey/campaign/explains-by-every-number", demo, test_explains_by_every_number);
  g_test_add_data_func ("/journey/campaign/closed-stages-stay-closed", demo, test_closed_stages_stay_closed);
  return g_test_run ();
}

int
main (int argc, char **argv)
{
  Demo demo;
  int status;

  g_test_init (&argc, &argv, NULL);
  demo.folder = kp_test_folder_new ();
  demo.program = kp_test_program_run ("demo", demo.folder->path, NULL);
  status = run_tests (&demo);
  kp_test_program_free (demo.program);
  kp_test_folder_free (demo.folder);
  return status;
}
