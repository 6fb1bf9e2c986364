/* kp-verb-statistics.c – who was recruited, year by year, from several records and from sheets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-command-list.h"
#include "kp-press-years.h"
#include "kp-press.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char **records;
  char **sheets;
  char *csv;
  char *xlsx;
  char *pdf;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->records);
  g_strfreev (options->sheets);
  g_free (options->csv);
  g_free (options->xlsx);
  g_free (options->pdf);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_others (KpCommand *command, const Options *options, KpYearBook *years, GError **error)
{
  for (guint i = 0; options->records != NULL && options->records[i] != NULL; i++)
    {
      g_auto (KpSignIn) sign_in = { 0 };
      g_autoptr (KpSession) other = kp_command_open_other (command, options->records[i], &sign_in, error);

      if (other == NULL || !kp_years_add_record (years, other, error))
        return FALSE;
    }
  for (guint i = 0; options->sheets != NULL && options->sheets[i] != NULL; i++)
    if (!kp_years_add_sheet (years, options->sheets[i], error))
      return FALSE;
  return TRUE;
}

static void
answer_list (KpCommand *command, KpList *list)
{
  KpAnswer *answer = kp_command_get_answer (command);
  guint n_columns = 0;
  const KpListColumn *columns = kp_list_get_columns (list, &n_columns);
  g_autofree KpAnswerColumn *shown = g_new0 (KpAnswerColumn, n_columns);
  g_autofree const char **cells = g_new0 (const char *, n_columns);

  for (guint i = 0; i < n_columns; i++)
    shown[i] = (KpAnswerColumn){ columns[i].key, columns[i].title, i >= KP_YEARS_N_NAMES };
  kp_answer_begin_table (answer, "lines", shown, n_columns);
  for (guint i = 0; i < kp_list_get_n_rows (list); i++)
    {
      for (guint k = 0; k < n_columns; k++)
        cells[k] = kp_list_get_value (list, i, k);
      kp_answer_add_row (answer, cells);
    }
}

static gboolean
write_files (KpCommand *command, KpSession *session, const Options *options, KpYearBook *years, KpList *list, GError **error)
{
  g_autoptr (KpFontSet) fonts = options->pdf != NULL ? kp_press_open_fonts (error) : NULL;

  if (options->pdf != NULL
      && (fonts == NULL || !kp_command_save (command, kp_press_make_years (session, fonts, years, error), options->pdf, error)))
    return FALSE;
  return (options->csv == NULL || kp_command_save_list (command, session, list, KP_LIST_FORM_CSV, options->csv, error))
         && (options->xlsx == NULL || kp_command_save_list (command, session, list, KP_LIST_FORM_XLSX, options->xlsx, error));
}

/** kp_verb_statistics: kaopin statistics FILE [--and RECORD]… [--figures SHEET]… [--csv|--xlsx|--pdf OUT]. */
gboolean
kp_verb_statistics (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "and", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.records, N_ ("Another record, of the same year or another one"),
      "RECORD" },
    { "figures", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.sheets, N_ ("Years that are on paper only, typed into a sheet"),
      "SHEET" },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &options.csv, N_ ("Write a text table"), "OUT" },
    { "xlsx", 0, 0, G_OPTION_ARG_FILENAME, &options.xlsx, N_ ("Write a workbook"), "OUT" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &options.pdf, N_ ("Write the paper"), "OUT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpYearBook) years = kp_years_new ();
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpList) list = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  if (session == NULL || !kp_years_add_record (years, session, error) || !add_others (command, &options, years, error))
    return FALSE;
  list = kp_press_list_years (years);
  answer_list (command, list);
  return write_files (command, session, &options, years, list, error);
}
