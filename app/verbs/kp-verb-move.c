/* kp-verb-move.c – carries a campaign from file to server and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-move.h"
#include "kp-verbs.h"

/* Told, and never cancelled here: what is carried over is one transaction, which ends by itself when this program is ended. */
static void
on_progress_cb (gint64 n_done, gint64 n_total, gpointer user_data)
{
  kp_progress_step (user_data, _ ("Rows"), (guint) n_done, (guint) n_total, NULL);
}

/** kp_verb_move: kaopin move FROM TO. */
gboolean
kp_verb_move (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_auto (KpCopyReport) report = { 0 };
  g_autoptr (KpSession) session = NULL;
  gboolean is_done;

  if (!kp_command_parse (command, NULL, 1, 1, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  is_done = kp_step_move (session, kp_command_get_argument (command, 0), on_progress_cb, kp_command_get_progress (command),
                          &report, error);
  if (!is_done)
    return FALSE;
  kp_answer_say (answer, _ ("The campaign is moved: both sides are equal, and the new one agrees with its journal. Go on there; "
                            "the old one can only be read from now on."));
  kp_answer_add_text (answer, "campaign", _ ("Campaign"), kp_session_get_campaign (session));
  kp_answer_add_count (answer, "journal_rows", _ ("Rows of the journal"), (guint) report.n_journal_rows);
  kp_answer_add_count (answer, "rows", _ ("Rows of the record"), (guint) report.n_rows);
  kp_answer_add_text (answer, "head", _ ("Head of the journal"), report.head);
  kp_answer_add_text (answer, "digest", _ ("Digest of both sides"), report.digest);
  return TRUE;
}
