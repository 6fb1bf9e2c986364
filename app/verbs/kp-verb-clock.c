/* kp-verb-clock.c – what time it is for a record, and what the clock says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-clock.h"
#include "kp-verbs.h"

static void
answer_clock (KpAnswer *answer, KpSession *session)
{
  g_auto (KpRecordClock) clock = { 0 };
  g_autofree char *now = kp_session_dup_now (session);

  kp_record_clock_read (session, &clock);
  kp_answer_add_text (answer, "clock", clock.is_server ? _ ("Clock of the server") : _ ("Clock of this computer"), clock.clock);
  kp_answer_add_text (answer, "last", _ ("Last entry of the record"), clock.last_at);
  kp_answer_add_text (answer, "now", _ ("Time that counts for the record"), now);
  kp_answer_add_truth (answer, "behind", kp_record_clock_is_behind (&clock));
  if (clock.is_sample)
    kp_answer_say (answer, _ ("This is the sample: its days are made up and may lie ahead of every clock."));
}

/** kp_verb_clock: kaopin clock FILE [--set-back --by A --with B --reason TEXT]. */
gboolean
kp_verb_clock (KpCommand *command, GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *with = NULL;
  g_autofree char *reason = NULL;
  gboolean is_set_back = FALSE;
  const GOptionEntry entries[] = {
    { "set-back", 0, 0, G_OPTION_ARG_NONE, &is_set_back, N_ ("Let the clock count again, though the record lies ahead of it"), NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Who sets it back"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &with, N_ ("Who answers for it too: another person"), "PERSON" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("How the record came to lie ahead"), "TEXT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (!is_set_back && (by != NULL || with != NULL || reason != NULL))
    return kp_command_fail_usage (command, error, _ ("--by, --with and --reason belong to --set-back."));
  if (is_set_back && (by == NULL || with == NULL || reason == NULL))
    return kp_command_fail_usage (command, error, _ ("Setting the record’s time back needs --by, --with and --reason."));
  session = kp_command_open (command, is_set_back ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY, error);
  if (session == NULL
      || (is_set_back && !kp_step_set_clock_back (session, &(KpTwoPeople){ by, with, reason }, error)))
    return FALSE;
  if (is_set_back)
    kp_answer_say (kp_command_get_answer (command), _ ("The record’s time is that of the clock again; the journal keeps what it was, "
                                                       "who answers for it and why."));
  answer_clock (kp_command_get_answer (command), session);
  return TRUE;
}
