/* kp-verb-hire.c – publicity of the proposed hires, and their contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-hire.h"
#include "kp-verbs.h"

/** kp_verb_publish: kaopin publish FILE. */
gboolean
kp_verb_publish (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  KpPublicityTally tally = { 0 };

  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_publish (session, &tally, error))
    return FALSE;
  from = kp_date_dup_iso (tally.from);
  until = kp_date_dup_iso (tally.until);
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The publicity stands already; nothing was changed."));
  kp_answer_add_count (answer, "n_proposed", _ ("Proposed for hire"), tally.n_proposed);
  kp_answer_add_text (answer, "from", _ ("Publicity from"), from);
  kp_answer_add_text (answer, "until", _ ("Publicity until"), until);
  return TRUE;
}

/** kp_verb_hire: kaopin hire FILE. */
gboolean
kp_verb_hire (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  KpHireTally tally = { 0 };

  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_hire (session, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The contracts stand already; nothing was changed."));
  kp_answer_add_count (answer, "n_contracts", _ ("Contracts"), tally.n_contracts);
  return TRUE;
}
