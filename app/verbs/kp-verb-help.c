/* kp-verb-help.c – lists the verbs, tells about one, prints the version.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-verbs.h"

static void
list_verbs (KpAnswer *answer)
{
  const KpAnswerColumn columns[] = {
    { "verb", _ ("Verb"), FALSE },
    { "summary", _ ("What it does"), FALSE },
  };
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);

  kp_answer_begin_table (answer, "verbs", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_verbs; i++)
    kp_answer_add_row (answer, (const char *[]){ verbs[i].name, _ (verbs[i].summary) });
}

/** kp_verb_help: kaopin help [VERB]. */
gboolean
kp_verb_help (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);

  if (!kp_command_parse (command, NULL, 0, 1, error))
    return FALSE;
  if (kp_command_get_argument (command, 0) != NULL)
    return kp_command_help (command, kp_command_get_argument (command, 0), error);
  kp_answer_say (answer,
                 _ ("Kaopin carries the recruitment of community workers from the notice to the contract."));
  kp_answer_say (answer,
                 _ ("kaopin [RECORD] opens the window; kaopin VERB … does one step without a screen:"));
  list_verbs (answer);
  kp_answer_say (answer,
                 _ ("Exit codes: 0 done; 1 refused or failed, and nothing was changed; 2 wrong usage."));
  return TRUE;
}

/** kp_verb_version: kaopin version. */
gboolean
kp_verb_version (KpCommand *command, GError **error)
{
  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "version", "kaopin", KP_VERSION);
  return TRUE;
}
