/* kp-verb-lock.c – a passphrase for the record, another one, or none.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-passphrase.h"
#include "kp-step-lock.h"
#include "kp-verbs.h"

static gboolean
lock (KpCommand *command, KpSession *session, const char *file, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  char *passphrase = kp_passphrase_read (KP_PASSPHRASE_NEW_RECORD, NULL, file, 0, TRUE, error);
  const gboolean is_good = passphrase != NULL && kp_step_lock (session, passphrase, &kp_sealed_cost_usual, error);

  kp_passphrase_free (passphrase);
  if (!is_good)
    return FALSE;
  kp_answer_add_text (answer, "state", _ ("Record"), _ ("locked with a passphrase"));
  kp_answer_say (answer, _ ("Without the passphrase nobody opens the record any more, not even who made it: keep it where two people "
                            "find it. Copies that were made before open as they did; put them away or delete them."));
  return TRUE;
}

/** kp_verb_lock: kaopin lock FILE [--open] [--new-passphrase-file FILE]. */
gboolean
kp_verb_lock (KpCommand *command, GError **error)
{
  g_autofree char *file = NULL;
  gboolean is_to_open = FALSE;
  const GOptionEntry entries[] = {
    { "open", 0, 0, G_OPTION_ARG_NONE, &is_to_open, N_ ("Take the passphrase away"), NULL },
    { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("The new passphrase is the first line of FILE (asked for when left out)"), "FILE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (is_to_open && file != NULL)
    return kp_command_fail_usage (command, error, _ ("--open takes the passphrase away: there is no new one beside it."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  if (!is_to_open)
    return lock (command, session, file, error);
  if (!kp_step_unlock (session, error))
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "state", _ ("Record"), _ ("open: nothing is asked for"));
  return TRUE;
}
