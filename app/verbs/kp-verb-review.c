/* kp-verb-review.c – holds every application against the scheme, or decides one finding by hand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-review.h"
#include "kp-verbs.h"

typedef struct
{
  gboolean is_auto;
  char *application;
  char *condition;
  char *reason;
  gboolean is_met;
  gboolean is_unmet;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->application);
  g_free (options->condition);
  g_free (options->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
review_all (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  KpReviewTally tally = { 0 };

  if (session == NULL || !kp_step_review_auto (session, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "applications", _ ("Applications"), tally.n_applications);
  for (guint i = 0; i < G_N_ELEMENTS (tally.n_outcomes); i++)
    kp_answer_add_count (answer, kp_review_outcome_get_name ((KpReviewOutcome) i),
                         kp_review_outcome_get_chinese ((KpReviewOutcome) i), tally.n_outcomes[i]);
  return TRUE;
}

static gboolean
review_one (KpCommand *command, const Options *options, GError **error)
{
  g_autoptr (KpSession) session = NULL;
  g_autofree char *sentence = NULL;

  if (options->condition == NULL || options->reason == NULL || options->is_met == options->is_unmet)
    return kp_command_fail_usage (
        command, error, _ ("A decision needs --condition, --reason, and one of --met and --unmet."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_review_decide (session, options->application, options->condition,
                                                 options->is_met, options->reason, error))
    return FALSE;
  sentence = g_strdup_printf (_ ("The decision on condition “%s” of application %s is in the record."),
                              options->condition, options->application);
  kp_answer_say (kp_command_get_answer (command), sentence);
  kp_answer_add_truth (kp_command_get_answer (command), "decided", TRUE);
  return TRUE;
}

/** kp_verb_review: kaopin review FILE --auto | --decide …. */
gboolean
kp_verb_review (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "auto", 0, 0, G_OPTION_ARG_NONE, &options.is_auto, N_ ("Review every application by the scheme"),
      NULL },
    { "decide", 0, 0, G_OPTION_ARG_STRING, &options.application,
      N_ ("Decide one finding of this application"), "APPLICATION" },
    { "condition", 0, 0, G_OPTION_ARG_STRING, &options.condition, N_ ("Which condition of the scheme"), "C" },
    { "met", 0, 0, G_OPTION_ARG_NONE, &options.is_met, N_ ("The condition is met"), NULL },
    { "unmet", 0, 0, G_OPTION_ARG_NONE, &options.is_unmet, N_ ("The condition isn't met"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("What the candidate is told"), "TEXT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (options.is_auto == (options.application != NULL))
    return kp_command_fail_usage (command, error, _ ("Say either --auto or --decide."));
  return options.is_auto ? review_all (command, error) : review_one (command, &options, error);
}
