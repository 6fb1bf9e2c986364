/* test-works.c – the works of the window: each is a command line that its verb understands.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "kp-command.h"
#include "kp-data-error.h"
#include "kp-locale.h"
#include "kp-step-lock.h"
#include "kp-test.h"
#include "kp-works.h"

typedef struct
{
  KpTestFolder *folder;
  char *record;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *json = kp_test_read (scheme, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) session = NULL;

  f->folder = kp_test_folder_new ();
  f->record = kp_test_folder_dup_file (f->folder, "campaign.kaopin");
  session = kp_session_create (f->record, json, "test", &kp_system_sources, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_free (f->record);
  kp_test_folder_free (f->folder);
}

/* Something that fits the kind, so that only the step itself can object. */
static const char *
get_sample (Fixture *f, const KpWorkField *field, char **path)
{
  if (field->kind == KP_WORK_FILE || field->kind == KP_WORK_BOOK || field->kind == KP_WORK_REGISTRATIONS || field->kind == KP_WORK_FORM)
    return *path = kp_test_folder_write (f->folder, "sheet.csv", "准考证号,分数\n1,2\n", -1);
  if (field->kind == KP_WORK_FOLDER || field->kind == KP_WORK_PHOTOS)
    return *path = kp_test_folder_dup_file (f->folder, "audit");
  if (field->kind == KP_WORK_CHOICE)
    return field->choices[0].value;
  if (field->kind == KP_WORK_POST)
    return "A01";
  if (field->kind == KP_WORK_PAPER || field->kind == KP_WORK_STREET)
    return "01";
  if (field->kind == KP_WORK_SWITCH)
    return "";
  if (g_strcmp0 (field->option, "--on") == 0)
    return "2026-07-01";
  if (g_strcmp0 (field->option, "--counts") == 0)
    return "3/1/0";
  return "1";
}

/* A question that was understood and answered with no, such as whether “1” is the code of a paper. */
static gboolean
is_answer (const GError *error)
{
  return g_error_matches (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED)
         && g_str_equal (error->message, g_dgettext (GETTEXT_PACKAGE, "The answer is no."));
}

/* A field too many or an option that the verb doesn't know is a mistake of the table, not of the clerk. */
static void
test_understood (Fixture *f, gconstpointer data)
{
  const KpWork *work = data;
  g_autoptr (KpWorkReport) report = kp_work_report_new ();
  char *paths[KP_WORK_MAX_FIELDS] = { NULL };
  const char *values[KP_WORK_MAX_FIELDS] = { NULL };
  const KpWorkOrder order = { work, f->record, "yunling-2026", "王经办", NULL, NULL, NULL, NULL, NULL, NULL, values };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < KP_WORK_MAX_FIELDS && work->fields[i].kind != KP_WORK_NONE; i++)
    values[i] = get_sample (f, &work->fields[i], &paths[i]);
  if (!kp_works_run (&order, report, NULL, &error) && error->domain == KP_COMMAND_ERROR && !is_answer (error))
    g_error ("%s: %s", work->name, error->message);
  for (guint i = 0; i < KP_WORK_MAX_FIELDS; i++)
    g_free (paths[i]);
}

/* A clerk at the window is told names of the window, never a command line. */
static const struct
{
  const char *work;
  const char *said;
  const char *shown;
} sentences[] = {
  { "seat-commit", "Record each with “kaopin decide FILE opening POST PLACES”.", "Record each with “Decide the opening of a post”." },
  { "shortlist", "Write it down with “kaopin marks FILE --publish”.", "Write it down with “Record that the marks were published”." },
  { "review-confirm", "Decide with “kaopin review FILE --decide”.", "Decide with “Judge one condition”." },
  { "lock-marks", "Name both, with --by and --with.", "Name both, with “Who answers for it” and “Second person”." },
  { "enter-marks", "Say who works with --actor.", "Say who works with “Who works, for the journal”." },
  { "total", "Check it (“kaopin panel FILE --check …”).", "Check it (“Check a mark against the signed slip”)." },
  { "seat-draw", "Fix the list with --commit first.", "Fix the list with “Commit to the draw of seats” first." },
  { "seat-draw", "Draw them without --late.", "Draw them without “Only people who came in late”." },
  { "seat-commit", "Two people order a new draw, with --repeat.", "Two people order a new draw, with “Order a new draw of seats”." },
  { "seat-move", "Name the sitting with --sitting.", "Name the sitting with “Sitting”." },
  { "contract-renew", "Say --years or --open-ended.", "Say “Fixed, three years” or “Open-ended”." },
  { "review-auto", "Name the paper (--document).", "Name the paper (“Number of the document”)." },
  { "probation", "“kaopin export FILE contracts” lists them.", "“Contracts” lists them." },
  { "probation", "See “kaopin print FILE incident-records”.", "See “Print”." },
  { "verify", "No command in it.", "No command in it." },
  { NULL, "Record each with “kaopin decide FILE opening POST PLACES”.", "Record each with “Decide the opening of a post”." },
  { NULL, "Say who works with --actor.", "Say who works with “Who works, for the journal”." },
};

static const KpWork *
find_work (const char *name)
{
  guint n_works = 0;
  const KpWork *works = kp_works_get (&n_works);

  for (guint i = 0; i < n_works; i++)
    if (g_str_equal (works[i].name, name))
      return &works[i];
  g_assert_not_reached ();
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const char *work = sentences[i].work;
      g_autofree char *shown = work != NULL ? kp_works_dup_sentence (find_work (work), sentences[i].said)
                                            : kp_works_dup_any_sentence (sentences[i].said);

      g_assert_cmpstr (shown, ==, sentences[i].shown);
    }
}

/* A locked record is open for the works of the window that shows it, and for nobody else. */
static void
test_locked (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *values[KP_WORK_MAX_FIELDS] = { NULL };
  KpWorkOrder order = { find_work ("verify"), f->record, "yunling-2026", "王经办", NULL, NULL, NULL, NULL, NULL, NULL, values };
  g_autoptr (KpWorkReport) report = kp_work_report_new ();
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) session
      = kp_session_open (f->record, NULL, "test", KP_OPEN_READ_WRITE, &kp_system_sources, &error);

  g_assert_no_error (error);
  kp_step_lock (session, "七月流火，九月授衣", &kp_sealed_cost_least, &error);
  g_assert_no_error (error);
  g_assert_false (kp_works_run (&order, report, NULL, &refused));
  g_assert_error (refused, KP_DATA_ERROR, KP_DATA_ERROR_LOCKED);
  order.seal = kp_session_get_seal (session);
  g_assert_true (kp_works_run (&order, report, NULL, &error));
  g_assert_no_error (error);
}

/* What is given is said, and nothing else; NUMBER=MARK is one word. */
static void
test_words (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const KpWork work = { "resolve", KP_STAGE_WRITTEN, "", "", "", FALSE, { "marks" },
                               { { KP_WORK_PAPER, "--paper", "", NULL, NULL, FALSE },
                                 { KP_WORK_TEXT, "--resolve", "", NULL, NULL, FALSE },
                                 { KP_WORK_TEXT, "=", "", NULL, NULL, FALSE },
                                 { KP_WORK_SWITCH, "--late", "", NULL, NULL, TRUE },
                                 { KP_WORK_TEXT, "--reason", "", NULL, NULL, TRUE },
                                 { KP_WORK_POST, NULL, "", NULL, NULL, TRUE } } };
  const char *const values[KP_WORK_MAX_FIELDS] = { "01", "26010100101", "78.5", "", NULL, "A01" };
  const KpWorkOrder order = { &work, f->record, "yunling-2026", "王经办", NULL, NULL, NULL, NULL, NULL, NULL, values };
  g_auto (GStrv) words = kp_works_dup_words (&order);
  g_autofree char *line = g_strjoinv ("|", words);
  g_autofree char *expected = g_strconcat ("marks|", f->record, "|--paper=01|--resolve=26010100101=78.5|--late|A01|"
                                           "--campaign=yunling-2026|--actor=王经办", NULL);

  g_assert_cmpstr (line, ==, expected);
}

/* ---- long work that is stopped ---- */

typedef struct
{
  KpProgress *progress; /* borrowed */
  guint n_steps;
  guint last; /* the step at which nobody wants it any more; 0 = all of it is wanted */
} Waiter;

static void
on_step (const char *what, guint n_done, guint n_all, gpointer data)
{
  Waiter *waiter = data;

  g_assert_true (g_utf8_validate (what, -1, NULL));
  g_assert_cmpuint (n_done, <=, MAX (n_all, 1));
  if (++waiter->n_steps == waiter->last)
    kp_progress_cancel (waiter->progress);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* @words of a command line; how many steps it took. Stopped, it leaves the folder as it was. */
static guint
ask_until (Fixture *f, const char *const *words, guint last)
{
  const guint n_before = count_files (f->folder->path);
  Waiter waiter = { .last = last };
  g_autoptr (KpProgress) progress = kp_progress_new (on_step, &waiter);
  const KpAsker asker = { .progress = progress };
  g_autoptr (KpAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  waiter.progress = progress;
  is_done = kp_command_ask (words, &asker, &answer, &error);
  if (last == 0)
    {
      g_assert_no_error (error);
      g_assert_true (is_done);
      return waiter.n_steps;
    }
  g_assert_false (is_done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (f->folder->path), ==, n_before);
  return waiter.n_steps;
}

/* At the beginning, in the middle and at the end, there and back: nothing is left, and then it is done all the same. */
static void
test_archive_stopped (Fixture *f, gconstpointer data)
{
  g_autofree char *archive = kp_test_folder_dup_file (f->folder, data);
  g_autofree char *record = kp_test_folder_dup_file (f->folder, "back.kaopin");
  const char *const out[] = { "archive", "out", f->record, archive, "--without-papers", NULL };
  const char *const in[] = { "archive", "in", archive, record, NULL };
  guint n_out, n_in;

  ask_until (f, out, 1);
  ask_until (f, out, 30);
  n_out = ask_until (f, out, 0);
  g_assert_cmpuint (n_out, >, 60);
  ask_until (f, in, 1);
  n_in = ask_until (f, in, 0);
  g_assert_cmpuint (n_in, >, 60);
  g_unlink (record);
  ask_until (f, in, n_in - 1);
  ask_until (f, in, n_in / 2);
}

int
main (int argc, char **argv)
{
  guint n_works = 0;
  const KpWork *works = kp_works_get (&n_works);

  kp_locale_start ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/works/sentences", test_sentences);
  g_test_add ("/app/works/archive-folder-stopped", Fixture, "archive", set_up, test_archive_stopped, tear_down);
  g_test_add ("/app/works/archive-zip-stopped", Fixture, "archive.zip", set_up, test_archive_stopped, tear_down);
  g_test_add ("/app/works/locked", Fixture, NULL, set_up, test_locked, tear_down);
  g_test_add ("/app/works/words", Fixture, NULL, set_up, test_words, tear_down);
  for (guint i = 0; i < n_works; i++)
    {
      g_autofree char *path = g_strconcat ("/app/works/", works[i].name, NULL);

      g_test_add (path, Fixture, &works[i], set_up, test_understood, tear_down);
    }
  return g_test_run ();
}
