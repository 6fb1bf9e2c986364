/* kp-verb-repost.c – applicants of a cancelled post choose another one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-repost.h"
#include "kp-verbs.h"

/** kp_verb_answer_reposts: until when somebody may still choose another post, and who; nothing when nobody may. */
void
kp_verb_answer_reposts (KpAnswer *answer, const KpRepostWindow *window)
{
  const KpAnswerColumn columns[] = {
    { "application", _ ("Application"), FALSE },
    { "post", _ ("Post"), FALSE },
  };
  g_autofree char *until = kp_date_is_none (window->until) ? NULL : kp_date_dup_iso (window->until);

  kp_answer_begin_table (answer, "waiting", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < window->waiting->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (window->waiting, i);

      kp_answer_add_row (answer,
                         (const char *[]){ dossier->application->application, dossier->application->post });
    }
  kp_answer_add_text (answer, "repost_until", _ ("Another post may be chosen until"), until);
  kp_answer_add_count (answer, "n_waiting", _ ("Admitted for a cancelled post"), window->waiting->len);
}

static gboolean
show (KpCommand *command, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpRoster) roster = session != NULL ? kp_session_load_roster (session, error) : NULL;
  g_autoptr (KpRepostWindow) window = roster != NULL ? kp_repost_load_window (session, roster, error) : NULL;

  if (window == NULL)
    return FALSE;
  kp_verb_answer_reposts (kp_command_get_answer (command), window);
  return TRUE;
}

/** kp_verb_repost: kaopin repost FILE [APPLICATION POST]. */
gboolean
kp_verb_repost (KpCommand *command, GError **error)
{
  g_autoptr (KpSession) session = NULL;
  const char *number;
  const char *post;

  if (!kp_command_parse (command, NULL, 0, 2, error))
    return FALSE;
  number = kp_command_get_argument (command, 0);
  post = kp_command_get_argument (command, 1);
  if (number == NULL)
    return show (command, error);
  if (post == NULL)
    return kp_command_fail_usage (command, error, _ ("Write the post that is chosen after the application."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_repost (session, number, post, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("The application stands for the post that was chosen."));
  kp_answer_add_truth (kp_command_get_answer (command), "reposted", TRUE);
  return TRUE;
}
