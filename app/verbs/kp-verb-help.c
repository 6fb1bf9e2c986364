/* kp-verb-help.c – lists the verbs, tells about one, prints the version.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-completion.h"
#include "kp-manual.h"
#include "kp-output.h"
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

/* For man and bash, not for a screen: as it is, without a table. */
static gboolean
print_whole (char *text, GError **error)
{
  g_autofree char *owned = text;

  return kp_output_print (owned, strlen (owned), error);
}

/** kp_verb_help: kaopin help [VERB | --manual | --completion]. */
gboolean
kp_verb_help (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  gboolean wants_manual = FALSE;
  gboolean wants_completion = FALSE;
  const GOptionEntry entries[] = {
    { "manual", 0, 0, G_OPTION_ARG_NONE, &wants_manual, N_ ("Print the manual page, for man"), NULL },
    { "completion", 0, 0, G_OPTION_ARG_NONE, &wants_completion, N_ ("Print what completes command lines, for bash"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 1, error))
    return FALSE;
  if (wants_manual)
    return print_whole (kp_manual_dup_page (), error);
  if (wants_completion)
    return print_whole (kp_completion_dup_bash (), error);
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
