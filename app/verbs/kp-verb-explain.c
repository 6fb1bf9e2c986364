/* kp-verb-explain.c – tells for one person which rule gave which result.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-explain.h"
#include "kp-roster.h"
#include "kp-verbs.h"

#define ID_NUMBER_LENGTH 18

/* An ID number leads to the registration number; anything else is looked up by the explanation itself. */
static char *
dup_key (KpSession *session, const char *given, GError **error)
{
  g_autoptr (KpRoster) roster = NULL;
  g_autofree char *number = g_ascii_strup (given, -1);
  const KpDossier *dossier;

  if (strlen (given) != ID_NUMBER_LENGTH)
    return g_strdup (given);
  roster = kp_roster_load (kp_session_get_database (session), kp_session_get_campaign (session), error);
  if (roster == NULL)
    return NULL;
  dossier = kp_roster_find_id_number (roster, number);
  if (dossier != NULL)
    return g_strdup (dossier->application->application);
  g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
                       _ ("Nobody with this ID number applied in this campaign; check the number."));
  return NULL;
}

static guint
count_differences (const GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const KpExplanation *) g_ptr_array_index (lines, i))->source == KP_EXPLANATION_DIFFERS;
  return n;
}

static const char *
get_word (KpExplanationSource source)
{
  if (source == KP_EXPLANATION_RECORD)
    return _ ("in the record");
  return source == KP_EXPLANATION_DERIVED ? _ ("by the rules") : _ ("differs from the record");
}

/** kp_verb_explain: kaopin explain FILE REGISTRATION-NUMBER|TICKET|ID-NUMBER. */
gboolean
kp_verb_explain (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "stage", _ ("Stage"), FALSE },
    { "label", _ ("What"), FALSE },
    { "result", _ ("Result"), FALSE },
    { "why", _ ("Why"), FALSE },
    { "clause", _ ("Place in the notice"), FALSE },
    { "source", _ ("Source"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *key = NULL;
  g_autofree char *title = NULL;

  if (!kp_command_parse (command, NULL, 1, 1, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  key = dup_key (session, kp_command_get_argument (command, 0), error);
  lines = key != NULL ? kp_explain_application (session, key, &title, error) : NULL;
  if (lines == NULL)
    return FALSE;
  kp_answer_add_text (answer, "title", _ ("Application"), title);
  kp_answer_add_count (answer, "differences", _ ("Differences from the record"), count_differences (lines));
  kp_answer_begin_table (answer, "steps", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);

      kp_answer_add_row (answer, (const char *[]){ line->stage, line->label, line->result, line->why, line->clause,
                                                   kp_explanation_source_get_name (line->source) });
      kp_answer_say_cell (answer, G_N_ELEMENTS (columns) - 1, get_word (line->source));
    }
  return TRUE;
}
