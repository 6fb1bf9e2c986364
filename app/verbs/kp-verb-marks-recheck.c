/* kp-verb-marks-recheck.c – publishes written marks and carries the applications to have one checked (查分).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-verb-marks.h"

#include <glib/gi18n-lib.h>

#include "kp-step-mark-recheck.h"

/** kp_verb_marks_publish: writes the day of the publication down. */
gboolean
kp_verb_marks_publish (KpCommand *command, const KpMarksOptions *options G_GNUC_UNUSED, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autofree char *until = NULL;

  if (session == NULL || !kp_step_publish_marks (session, &until, error))
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "until", _ ("Marks may be checked until"), until);
  return TRUE;
}

static gboolean
answer (KpCommand *command, KpSession *session, const KpMarksOptions *options, GError **error)
{
  KpAnswer *said = kp_command_get_answer (command);
  KpRecheckState state;

  if (!kp_step_answer_recheck (session, options->paper, options->recheck, options->result, &state, error))
    return FALSE;
  kp_answer_add_text (said, "state", NULL, kp_recheck_state_get_name (state));
  if (state == KP_RECHECK_SAME)
    kp_answer_say (said, _ ("The mark was right. See the notice for the candidate with --rechecks."));
  else
    kp_answer_say (said, _ ("Another mark was found. Two people correct it now with “kaopin correct”; the shortlist waits for that."));
  return TRUE;
}

/** kp_verb_marks_recheck: takes an application in, or writes its result down. */
gboolean
kp_verb_marks_recheck (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);

  if (session == NULL)
    return FALSE;
  if (options->result != NULL)
    return answer (command, session, options, error);
  if (!kp_step_ask_recheck (session, options->paper, options->recheck, options->draw.reason, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("The application is taken in."));
  kp_answer_add_truth (kp_command_get_answer (command), "asked", TRUE);
  return TRUE;
}

/** kp_verb_marks_end_rechecks: two people end the period before its last day. */
gboolean
kp_verb_marks_end_rechecks (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);

  if (session == NULL
      || !kp_step_end_rechecks (session, options->draw.by, options->draw.with, options->draw.reason, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("The period for having marks checked is ended."));
  kp_answer_add_truth (kp_command_get_answer (command), "ended", TRUE);
  return TRUE;
}

#define STATE 7 /* column of the list */

static const char *
get_state_label (KpRecheckState state)
{
  static const char *const labels[] = {
    [KP_RECHECK_ASKED] = N_ ("asked for"),
    [KP_RECHECK_SAME] = N_ ("nothing changes"),
    [KP_RECHECK_DIFFERENT] = N_ ("to be corrected"),
    [KP_RECHECK_CORRECTED] = N_ ("corrected"),
  };

  return _ (labels[state]);
}

/** kp_verb_marks_list_rechecks: all applications, with the sentence for the candidate. */
gboolean
kp_verb_marks_list_rechecks (KpCommand *command, const KpMarksOptions *options G_GNUC_UNUSED, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "paper", _ ("Paper"), FALSE },     { "ticket", _ ("Ticket"), FALSE }, { "asked_on", _ ("Asked on"), FALSE },
    { "reason", _ ("Reason"), FALSE },   { "before", _ ("Before"), FALSE }, { "result", _ ("Result"), FALSE },
    { "checker", _ ("Checked by"), FALSE }, { "state", _ ("State"), FALSE }, { "notice", _ ("Notice"), FALSE },
  };
  KpAnswer *said = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) rechecks = session != NULL ? kp_step_list_rechecks (session, error) : NULL;

  if (rechecks == NULL)
    return FALSE;
  kp_answer_add_count (said, "n_rechecks", _ ("Applications"), rechecks->len);
  kp_answer_begin_table (said, "rechecks", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rechecks->len; i++)
    {
      const KpMarkRecheck *one = g_ptr_array_index (rechecks, i);

      kp_answer_add_row (said, (const char *[]){ one->paper, one->ticket, one->asked_on, one->reason, one->before,
                                                 one->result, one->checker, kp_recheck_state_get_name (one->state),
                                                 one->notice });
      kp_answer_say_cell (said, STATE, get_state_label (one->state));
    }
  return TRUE;
}
