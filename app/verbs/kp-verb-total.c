/* kp-verb-total.c – computes totals and places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-total.h"
#include "kp-verbs.h"

/** kp_verb_total: kaopin total FILE. */
gboolean
kp_verb_total (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  KpTotalTally tally = { 0 };

  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_total (session, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_ranked", _ ("With a place"), tally.n_ranked);
  kp_answer_add_count (answer, "n_unranked", _ ("Without a place"), tally.n_unranked);
  kp_answer_add_count (answer, "n_undecided", _ ("Tied, to be decided by people"), tally.n_undecided);
  kp_answer_add_count (answer, "n_called", _ ("Called to the physical examination"), tally.n_called);
  return TRUE;
}
