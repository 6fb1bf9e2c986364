/* kp-print-secret.c – prints the sealing staff's table of secret numbers, or its labels.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-print-secret.h"

#include <glib/gi18n-lib.h>

#include "kp-output.h"
#include "kp-press.h"

static const struct
{
  const char *name;
  const char *chinese;
} papers[] = {
  [KP_SECRET_TABLE] = { "secret-numbers", "密号对照表" },
  [KP_SECRET_LABELS] = { "secret-labels", "密号标签" },
};

/** kp_print_secret_parse: whether @name is one of the two papers; they are no part of “all”. */
gboolean
kp_print_secret_parse (const char *name, KpSecretPrint *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (!g_str_equal (name, papers[i].name) && !g_str_equal (name, papers[i].chinese))
        continue;
      *out = (KpSecretPrint) i;
      return TRUE;
    }
  return FALSE;
}

/* The journal first, then the paper; nothing is noted that can't be drawn. */
static GBytes *
make (KpSession *session, KpSecretPrint what, const KpPrintSecretOptions *options, GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);
  g_autoptr (GBytes) bytes = NULL;

  if (fonts != NULL)
    bytes = kp_press_make_secret (session, fonts, options->paper, what == KP_SECRET_LABELS, error);
  if (bytes == NULL || !kp_step_note_secret_print (session, options->paper, what, &options->persons, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

/**
 * kp_print_secret:
 * @command: “print”
 * @what: the table or the labels
 * @options: folder, paper, and who has it printed
 * @error: return location
 *
 * Unlike other forms this one writes to the record: who had it printed enters no mark of the paper.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
kp_print_secret (KpCommand *command, KpSecretPrint what, const KpPrintSecretOptions *options, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "form", _ ("Form"), FALSE },
    { "file", _ ("File"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (options->paper == NULL || options->persons.first_person == NULL || options->persons.second_person == NULL)
    return kp_command_fail_usage (command, error,
                                  _ ("Say with --paper whose secret numbers, and with --by and --with which two people seal."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  bytes = session != NULL ? make (session, what, options, error) : NULL;
  if (bytes == NULL)
    return FALSE;
  name = g_strdup_printf ("%s-%s.pdf", papers[what].chinese, options->paper);
  path = g_build_filename (options->folder, name, NULL);
  if (!kp_output_save (path, bytes, error))
    return FALSE;
  kp_answer_begin_table (answer, "files", columns, G_N_ELEMENTS (columns));
  kp_answer_add_row (answer, (const char *[]){ papers[what].name, path });
  return TRUE;
}
