/* kp-verb-demo.c – carries the sample campaign from the registration workbook to the end of the probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "kp-demo.h"
#include "kp-verbs.h"

/* Progress goes where it doesn't mix with the answer. */
static void
show_progress (const char *sentence, gpointer user_data G_GNUC_UNUSED)
{
  fprintf (stderr, "%s …\n", sentence);
}

/** kp_verb_demo: kaopin demo DIR [--until STAGE] [--keep-going]. */
gboolean
kp_verb_demo (KpCommand *command, GError **error)
{
  KpDemoOrder order = { .until = KP_STAGE_PROBATION };
  g_autofree char *server = NULL;
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    { "keep-going", 0, 0, G_OPTION_ARG_NONE, &order.keeps_going, N_ ("Print the other papers when one can't be"),
      NULL },
    { "connect", 0, 0, G_OPTION_ARG_STRING, &server,
      N_ ("Keep the record on a server instead of DIR/demo.kaopin"), "URI" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until,
      N_ ("Stop when this stage is carried out, such as review or hire, to go on by hand"), "STAGE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);

  if (!kp_command_parse (command, entries, 1, 1, error))
    return FALSE;
  if (until != NULL && !kp_stage_parse (until, &order.until))
    return kp_command_fail_usage (command, error, _ ("“%s” is no stage; such are review, written, hire and probation."), until);
  order.folder = kp_command_get_argument (command, 0);
  order.server = server;
  if (!kp_demo_run (&order, show_progress, NULL, answer, error))
    return FALSE;
  kp_answer_add_text (answer, "folder", _ ("Papers, lists and the record demo.kaopin are in"), order.folder);
  return TRUE;
}
