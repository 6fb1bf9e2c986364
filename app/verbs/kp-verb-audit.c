/* kp-verb-audit.c – writes what a supervisor asks for into one folder.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-audit-folder.h"
#include "kp-press.h"
#include "kp-schema.h"
#include "kp-verbs.h"

static void
answer_folder (KpAnswer *answer, const KpVerifyReport *report, const KpAuditFolder *folder)
{
  const KpAnswerColumn columns[] = {
    { "file", _ ("File"), FALSE },
    { "rows", _ ("Rows"), TRUE },
    { "sha256", "SHA-256", FALSE },
  };

  kp_answer_add_truth (answer, "sound", kp_verify_report_is_sound (report));
  kp_answer_add_text (answer, "head", _ ("Head of the journal"), report->head_hash);
  kp_answer_add_text (answer, "sums", _ ("Digest over the files"), folder->sums);
  kp_answer_add_count (answer, "n_draws", _ ("Draws"), folder->n_draws);
  kp_answer_add_count (answer, "n_repeats", _ ("Drawn again"), folder->n_repeats);
  kp_answer_add_count (answer, "n_changes", _ ("Corrections and decisions"), folder->n_changes);
  kp_answer_add_count (answer, "n_exceptions", _ ("Where one person stood at both ends"), folder->n_exceptions);
  kp_answer_add_count (answer, "n_oddities", _ ("Marks to look at twice"), folder->n_oddities);
  kp_answer_begin_table (answer, "files", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < folder->files->len; i++)
    {
      const KpAuditFile *file = g_ptr_array_index (folder->files, i);
      g_autofree char *n_rows = g_strdup_printf ("%" G_GUINT64_FORMAT, file->n_rows);

      kp_answer_add_row (answer, (const char *[]){ file->name, n_rows, file->digest });
    }
}

/** kp_verb_audit: kaopin audit FILE --out DIR; exit code 1 when record and journal don't agree. */
gboolean
kp_verb_audit (KpCommand *command, GError **error)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("The folder to make"), "DIR" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpFontSet) fonts = NULL;
  g_auto (KpVerifyReport) report = { 0 };
  g_auto (KpAuditFolder) folder = { 0 };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (path == NULL)
    return kp_command_fail_usage (command, error, _ ("Say into which folder with --out."));
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  fonts = session != NULL ? kp_press_open_fonts (error) : NULL;
  if (fonts == NULL
      || !kp_journal_verify (kp_session_get_database (session), kp_session_get_campaign (session), tables, n_tables, NULL,
                             NULL, &report, error)
      || !kp_audit_folder_write (session, fonts, path, &report, &folder, error))
    return FALSE;
  answer_folder (answer, &report, &folder);
  if (!kp_verify_report_is_sound (&report))
    kp_command_answer_no (command);
  return TRUE;
}
