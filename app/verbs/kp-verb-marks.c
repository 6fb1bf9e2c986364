/* kp-verb-marks.c – shows or resolves the differences between two entries of written marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-step-marks.h"
#include "kp-verbs.h"

static gboolean
show_differences (KpCommand *command, const char *paper, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "ticket", _ ("Ticket"), FALSE },
    { "first", _ ("First entry"), FALSE },
    { "second", _ ("Second entry"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) differences =
      session != NULL ? kp_step_list_differences (session, paper, error) : NULL;

  if (differences == NULL)
    return FALSE;
  kp_answer_add_count (answer, "n_differences", _ ("Differences to resolve"), differences->len);
  kp_answer_begin_table (answer, "differences", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < differences->len; i++)
    {
      const KpMarkDifference *difference = g_ptr_array_index (differences, i);

      kp_answer_add_row (answer,
                         (const char *[]){ difference->ticket, difference->first, difference->second });
    }
  return TRUE;
}

static gboolean
resolve (KpCommand *command, const char *paper, const char *resolution, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (resolution, "=", 2);
  g_autoptr (KpSession) session = NULL;
  g_autofree char *sentence = NULL;

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    return kp_command_fail_usage (
        command, error,
        _ ("“%s” resolves nothing; write the ticket, = and the mark, e.g. 26010100107=78.50."), resolution);
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_resolve_mark (session, paper, parts[0], parts[1], error))
    return FALSE;
  sentence = g_strdup_printf (_ ("The mark of ticket %s is resolved as %s."), parts[0], parts[1]);
  kp_answer_say (kp_command_get_answer (command), sentence);
  kp_answer_add_truth (kp_command_get_answer (command), "resolved", TRUE);
  return TRUE;
}

/** kp_verb_marks: kaopin marks FILE --paper P [--differences | --resolve TICKET=VALUE]. */
gboolean
kp_verb_marks (KpCommand *command, GError **error)
{
  g_autofree char *paper = NULL;
  g_autofree char *resolution = NULL;
  gboolean wants_differences = FALSE;
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("Code of the paper"), "P" },
    { "differences", 0, 0, G_OPTION_ARG_NONE, &wants_differences,
      N_ ("Show where the two entries differ (the usual)"), NULL },
    { "resolve", 0, 0, G_OPTION_ARG_STRING, &resolution, N_ ("Decide a difference with the paper in hand"),
      "TICKET=VALUE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (paper == NULL || (wants_differences && resolution != NULL))
    return kp_command_fail_usage (command, error,
                                  _ ("Say which paper with --paper, and --differences or --resolve."));
  return resolution != NULL ? resolve (command, paper, resolution, error)
                            : show_differences (command, paper, error);
}
