/* kp-verb-new.c – creates the record of a campaign from its scheme.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-press-wording.h"
#include "kp-verbs.h"

/** kp_verb_new: kaopin new FILE --scheme SCHEME.json. */
gboolean
kp_verb_new (KpCommand *command, GError **error)
{
  g_autofree char *scheme = NULL;
  const GOptionEntry entries[] = {
    { "scheme", 0, 0, G_OPTION_ARG_FILENAME, &scheme, N_ ("The rules of the campaign"), "SCHEME.json" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autofree char *json = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (scheme == NULL)
    return kp_command_fail_usage (command, error,
                                  _ ("A campaign begins with its scheme: give it with --scheme."));
  if (!g_file_get_contents (scheme, &json, NULL, &local))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
                   _ ("The scheme “%s” can't be read (%s); check the path."), scheme, local->message);
      return FALSE;
    }
  if (!kp_press_accept_wordings (json, error))
    return FALSE;
  session = kp_session_create (kp_command_get_location (command), json, kp_command_get_actor (command),
                               &kp_system_sources, error);
  if (session == NULL)
    return FALSE;
  kp_answer_add_text (answer, "campaign", _ ("Campaign"), kp_session_get_campaign (session));
  kp_answer_add_text (answer, "title", _ ("Title"), kp_session_get_scheme (session)->title);
  kp_answer_add_text (answer, "scheme_digest", _ ("Digest of the sealed scheme"),
                      kp_session_get_scheme_digest (session));
  kp_answer_add_count (answer, "posts", _ ("Posts"), kp_session_get_scheme (session)->posts->len);
  return TRUE;
}
