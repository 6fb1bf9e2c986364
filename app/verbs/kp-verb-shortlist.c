/* kp-verb-shortlist.c – awards the bonus and decides who enters the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-shortlist.h"
#include "kp-verbs.h"

/** kp_verb_shortlist: kaopin shortlist FILE. */
gboolean
kp_verb_shortlist (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  KpShortlistTally tally = { 0 };
  guint n_items = 0;

  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  if (!kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_WRITTEN) &&
      !kp_step_award_bonus (session, &n_items, error))
    return FALSE;
  if (!kp_step_shortlist (session, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_present", _ ("Candidates with a written mark"), tally.n_present);
  kp_answer_add_count (answer, "n_absent", _ ("Absent or void"), tally.n_absent);
  kp_answer_add_count (answer, "n_with_bonus", _ ("With bonus"), tally.n_with_bonus);
  kp_answer_add_count (answer, "n_exempt", _ ("Without a written exam"), tally.n_exempt);
  kp_answer_add_count (answer, "n_entered", _ ("Enter the interview"), tally.n_entered);
  return TRUE;
}
