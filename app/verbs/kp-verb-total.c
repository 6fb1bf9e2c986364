/* kp-verb-total.c – computes totals and places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-extra.h"
#include "kp-step-total.h"
#include "kp-verbs.h"

/** kp_verb_enter_extra: one mark of an extra test, NUMBER=MARK, by one of the two steps; the lists are then made anew. */
gboolean
kp_verb_enter_extra (
    KpCommand *command, KpSession *session, const char *given, KpVerbExtra step, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (given, "=", 2);

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    return kp_command_fail_usage (
        command, error, _ ("“%s” is no mark of an extra test; write the number, = and the mark."), given);
  return step (session, parts[0], parts[1], error);
}

/** kp_verb_total: kaopin total FILE [--extra-test NUMBER=MARK …]. */
gboolean
kp_verb_total (KpCommand *command, GError **error)
{
  g_auto (GStrv) extras = NULL;
  const GOptionEntry entries[] = {
    { "extra-test", 0, 0, G_OPTION_ARG_STRING_ARRAY, &extras,
      N_ ("The extra test of somebody tied; may be given several times"), "NUMBER=MARK" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  KpTotalTally tally = { 0 };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  for (guint i = 0; session != NULL && extras != NULL && extras[i] != NULL; i++)
    if (!kp_verb_enter_extra (command, session, extras[i], kp_step_enter_extra_test, error))
      return FALSE;
  if (session == NULL || !kp_step_total (session, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_ranked", _ ("With a place"), tally.n_ranked);
  kp_answer_add_count (answer, "n_unranked", _ ("Without a place"), tally.n_unranked);
  kp_answer_add_count (answer, "n_direct", _ ("Hired without an exam"), tally.n_direct);
  kp_answer_add_count (answer, "n_undecided", _ ("Tied, to be decided by people"), tally.n_undecided);
  kp_answer_add_count (answer, "n_called", _ ("Called to the physical examination"), tally.n_called);
  return TRUE;
}
