/* kp-verb-scheme-table.c – a scheme as tables, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>

#include "kp-output.h"
#include "kp-scheme-table.h"
#include "kp-verb-scheme.h"

static gboolean
save_csv (KpCommand *command, const KpSchemeSheet *sheet, const char *folder, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.csv", sheet->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = kp_scheme_sheet_to_csv (sheet);

  if (!kp_output_save (path, bytes, error))
    return FALSE;
  kp_answer_add_row (kp_command_get_answer (command), (const char *[]){ path });
  return TRUE;
}

static gboolean
save_folder (KpCommand *command, const GPtrArray *sheets, const char *folder, GError **error)
{
  const KpAnswerColumn columns[] = { { "file", _ ("Written"), FALSE } };

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The folder “%s” can't be made: %s."), folder,
                   g_strerror (errno));
      return FALSE;
    }
  kp_answer_begin_table (kp_command_get_answer (command), "files", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sheets->len; i++)
    {
      if (!save_csv (command, g_ptr_array_index (sheets, i), folder, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_tables (KpCommand *command, const KpSchemeOptions *options, GError **error)
{
  g_autoptr (KpScheme) scheme = kp_scheme_verb_load (kp_command_get_argument (command, 1), error);
  g_autoptr (GPtrArray) sheets = scheme != NULL ? kp_scheme_to_sheets (scheme) : NULL;
  g_autoptr (GBytes) book = NULL;

  if (sheets == NULL)
    return FALSE;
  if (options->xlsx != NULL)
    {
      book = kp_scheme_sheets_to_xlsx (sheets, error);
      if (book == NULL || !kp_output_save (options->xlsx, book, error))
        return FALSE;
      kp_answer_add_text (kp_command_get_answer (command), "workbook", _ ("Written"), options->xlsx);
    }
  return options->csv == NULL || save_folder (command, sheets, options->csv, error);
}

static gboolean
read_tables (KpCommand *command, const char *path, GError **error)
{
  g_autoptr (GPtrArray) sheets = kp_scheme_sheets_load (path, error);
  g_autoptr (KpScheme) scheme = sheets != NULL ? kp_scheme_from_sheets (sheets, NULL, error) : NULL;

  if (scheme == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return kp_scheme_verb_save (command, scheme, kp_command_get_argument (command, 1), error);
}

/** kp_scheme_verb_table: kaopin scheme table SCHEME.json --xlsx OUT|--csv DIR, or --from BOOK.xlsx OUT.json. */
gboolean
kp_scheme_verb_table (KpCommand *command, const KpSchemeOptions *options, GError **error)
{
  const gboolean is_writing = options->xlsx != NULL || options->csv != NULL;

  if (is_writing == (options->from != NULL))
    return kp_command_fail_usage (command, error,
                                  _ ("Say into which file with --xlsx or --csv, or from which workbook with --from."));
  return is_writing ? write_tables (command, options, error) : read_tables (command, options->from, error);
}
