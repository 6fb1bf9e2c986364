/* kp-verb-bench.c – measures how fast this computer does the work of a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "kp-bench.h"
#include "kp-verbs.h"

#define MAX_SIZES 8
#define MAX_ROWS 1000000
#define MAX_POSTS 999
#define DEFAULT_ROWS "1000,4000"
#define DEFAULT_POSTS 50

typedef struct
{
  guint n_posts;
  guint n_sizes;
  guint sizes[MAX_SIZES];
  gboolean is_kept;
  KpBenchTime times[MAX_SIZES][KP_BENCH_N];
} Measure;

static void
show_progress (const char *sentence, gpointer data G_GNUC_UNUSED)
{
  fprintf (stderr, "%s …\n", sentence);
}

static gboolean
read_sizes (KpCommand *command, const char *text, Measure *measure, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", MAX_SIZES + 1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 n = 0;

      if (i >= MAX_SIZES || !g_ascii_string_to_unsigned (parts[i], 10, 100, MAX_ROWS, &n, NULL))
        return kp_command_fail_usage (command, error, _ ("--rows takes up to %d counts from 100 to %d, with commas between."),
                                      MAX_SIZES, MAX_ROWS);
      measure->sizes[measure->n_sizes++] = (guint) n;
    }
  return measure->n_sizes > 0 || kp_command_fail_usage (command, error, _ ("--rows needs a count."));
}

/* ---- a folder that is gone afterwards ---- */

static gboolean
remove_folder (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) each
      = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                   G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
  GFileInfo *info = NULL;
  GFile *file = NULL;

  if (each == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (each, &info, &file, NULL, error) && info != NULL)
    if (!(g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY ? remove_folder (file, error)
                                                                     : g_file_delete (file, NULL, error)))
      return FALSE;
  return (error == NULL || *error == NULL) && g_file_delete (folder, NULL, error);
}

static gboolean
run_size (Measure *measure, guint i, const char *place, GError **error)
{
  g_autofree char *path = g_build_filename (place, "kaopin-bench-XXXXXX", NULL);
  g_autoptr (GFile) folder = NULL;
  gboolean is_done;

  if (g_mkdtemp (path) == NULL)
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
                   _ ("There can't be a folder for the measurement in “%s”; name another one with --in."), place);
      return FALSE;
    }
  folder = g_file_new_for_path (path);
  is_done = kp_bench_run (path, measure->n_posts, measure->sizes[i], show_progress, NULL, measure->times[i], error);
  if (measure->is_kept)
    fprintf (stderr, "%s\n", path);
  else
    remove_folder (folder, NULL);
  return is_done;
}

/* ---- the answer ---- */

static char *
dup_seconds (gint64 us)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", us / G_USEC_PER_SEC, (int) (us % G_USEC_PER_SEC / 1000));
}

static void
add_times (KpAnswer *answer, const Measure *measure)
{
  const KpAnswerColumn columns[] = {
    { "rows", _ ("Registrations"), TRUE }, { "work", _ ("Work"), FALSE },  { "count", _ ("Count"), TRUE },
    { "seconds", _ ("Seconds"), TRUE },    { "rate", _ ("A second"), TRUE }, { "processor", _ ("Of the processor"), TRUE },
  };

  kp_answer_begin_table (answer, "times", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < measure->n_sizes; i++)
    for (guint work = 0; work < KP_BENCH_N; work++)
      {
        const KpBenchTime *time = &measure->times[i][work];
        g_autofree char *rows = g_strdup_printf ("%u", measure->sizes[i]);
        g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, time->n);
        g_autofree char *seconds = dup_seconds (time->us);
        g_autofree char *processor = dup_seconds (time->cpu_us);
        g_autofree char *rate
            = g_strdup_printf ("%" G_GUINT64_FORMAT, time->n * G_USEC_PER_SEC / (guint64) MAX (time->us, 1));

        kp_answer_add_row (answer, (const char *[]){ rows, kp_bench_work_get_title (work), count, seconds, rate,
                                                     processor });
      }
}

static void
add_growth (KpAnswer *answer, const Measure *measure)
{
  const KpAnswerColumn columns[] = { { "work", _ ("Work"), FALSE }, { "exponent", _ ("Exponent"), TRUE } };
  double exponent = 0;

  if (measure->n_sizes < 2)
    return;
  kp_answer_say (answer, _ ("How the time of the processor grows: 1.0 = twice the registrations take twice the time."));
  kp_answer_begin_table (answer, "growth", columns, G_N_ELEMENTS (columns));
  for (guint work = 0; work < KP_BENCH_N; work++)
    {
      gint64 us[MAX_SIZES];
      g_autofree char *text = NULL;

      for (guint i = 0; i < measure->n_sizes; i++)
        us[i] = measure->times[i][work].cpu_us;
      if (!kp_bench_work_grows (work) || !kp_bench_fit (measure->sizes, us, measure->n_sizes, &exponent))
        continue;
      text = g_strdup_printf ("%.2f", exponent);
      kp_answer_add_row (answer, (const char *[]){ kp_bench_work_get_title (work), text });
    }
}

/** kp_verb_bench: kaopin bench [--rows N,…] [--posts N] [--in DIR] [--keep]. */
gboolean
kp_verb_bench (KpCommand *command, GError **error)
{
  g_autofree Measure *measure = g_new0 (Measure, 1);
  g_autofree char *rows = NULL;
  g_autofree char *place = NULL;
  int n_posts = DEFAULT_POSTS;
  const GOptionEntry entries[] = {
    { "rows", 0, 0, G_OPTION_ARG_STRING, &rows, N_ ("How many registrations; several sizes show how the time grows"), "N,…" },
    { "posts", 0, 0, G_OPTION_ARG_INT, &n_posts, N_ ("How many posts"), "N" },
    { "in", 0, 0, G_OPTION_ARG_FILENAME, &place, N_ ("The folder whose disk is measured (that of temporary files when left out)"),
      "DIR" },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &measure->is_kept, N_ ("Leave the workbook, the record and the papers to be looked at"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);

  if (!kp_command_parse (command, entries, 0, 0, error)
      || !read_sizes (command, rows != NULL ? rows : DEFAULT_ROWS, measure, error))
    return FALSE;
  if (n_posts < 1 || n_posts > MAX_POSTS)
    return kp_command_fail_usage (command, error, _ ("--posts takes a count from 1 to %d."), MAX_POSTS);
  measure->n_posts = (guint) n_posts;
  for (guint i = 0; i < measure->n_sizes; i++)
    if (!run_size (measure, i, place != NULL ? place : g_get_tmp_dir (), error))
      return FALSE;
  add_times (answer, measure);
  add_growth (answer, measure);
  return TRUE;
}
