/* kp-verb-decide.c – records what the scheme leaves to the committee.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-decide.h"
#include "kp-verbs.h"

typedef struct
{
  char *reason;
  char *by;
  char *with;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->reason);
  g_free (options->by);
  g_free (options->with);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A line's MARK has no subject unless each post has a line of its own, the others name a post or an application first. */
static gboolean
read_kind (KpCommand *command, KpDecisionKind *kind, const char **subject, const char **value, GError **error)
{
  const char *name = kp_command_get_argument (command, 0);
  gboolean has_subject;

  if (!kp_decision_kind_parse (name, kind))
    return kp_command_fail_usage (
        command, error, _ ("“%s” can't be decided; it is written-line, opening, shortlist, interview-line, tie, final-tie, direct, exempt, choice, leftover or vote."), name);
  has_subject = (*kind != KP_DECISION_WRITTEN_LINE && *kind != KP_DECISION_INTERVIEW_LINE) || kp_command_get_argument (command, 2) != NULL;
  *subject = has_subject ? kp_command_get_argument (command, 1) : "";
  *value = kp_command_get_argument (command, has_subject ? 2 : 1);
  if (*value == NULL)
    return kp_command_fail_usage (
        command, error, _ ("Write after “%s” what it is about, a post or an application, and then what is decided."), name);
  return TRUE;
}

/** kp_verb_decide: kaopin decide FILE KIND [SUBJECT] VALUE --reason … --by … --with …. */
gboolean
kp_verb_decide (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why the committee decided so"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who records the decision"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who attests it: another person"), "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  const char *subject = NULL, *value = NULL;
  KpDecisionKind kind;

  if (!kp_command_parse (command, entries, 2, 3, error) || !read_kind (command, &kind, &subject, &value, error))
    return FALSE;
  if (options.reason == NULL || options.by == NULL || options.with == NULL)
    return kp_command_fail_usage (command, error, _ ("A decision of the committee needs --reason, --by and --with."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL ||
      !kp_step_decide (session, kind, subject, value, options.reason, options.by, options.with, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("The decision is in the record; the step that waits for it may run now."));
  kp_answer_add_truth (kp_command_get_answer (command), "decided", TRUE);
  return TRUE;
}
