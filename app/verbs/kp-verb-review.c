/* kp-verb-review.c – holds every application against the scheme, or decides one finding by hand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-recheck.h"
#include "kp-step-review.h"
#include "kp-verbs.h"

typedef struct
{
  gboolean is_auto;
  gboolean is_confirm;
  gboolean is_deadlines;
  gboolean is_recheck_auto;
  char *recheck;
  char *appeal;
  char *application;
  char *condition;
  char *reason;
  gboolean is_met;
  gboolean is_unmet;
  gboolean is_more;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->recheck);
  g_free (options->appeal);
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
check_decision (KpCommand *command, const Options *options, GError **error)
{
  const guint n_verdicts = options->is_met + options->is_unmet + options->is_more;

  if (options->condition != NULL && options->reason != NULL && n_verdicts == 1
      && (!options->is_more || options->recheck == NULL))
    return TRUE;
  return kp_command_fail_usage (command, error,
                                _ ("A decision needs --condition, --reason, and one of --met and --unmet; that of the "
                                   "review may also be --more."));
}

static void
answer_decided (KpAnswer *answer, const char *condition, const char *application)
{
  g_autofree char *sentence = g_strdup_printf (
      _ ("The decision on condition “%s” of application %s is in the record."), condition, application);

  kp_answer_say (answer, sentence);
  kp_answer_add_truth (answer, "decided", TRUE);
}

static KpVerdict
get_verdict (const Options *options)
{
  if (options->is_more)
    return KP_VERDICT_NEEDS_PAPER;
  return options->is_met ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static gboolean
review_one (KpCommand *command, const Options *options, GError **error)
{
  g_autoptr (KpSession) session = NULL;

  if (!check_decision (command, options, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_review_decide (session, options->application, options->condition,
                                                 get_verdict (options), options->reason, error))
    return FALSE;
  answer_decided (kp_command_get_answer (command), options->condition, options->application);
  return TRUE;
}

static gboolean
confirm (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  guint n_confirmed = 0, n_own = 0;

  if (session == NULL || !kp_step_review_confirm (session, &n_confirmed, &n_own, error))
    return FALSE;
  kp_answer_add_count (answer, "n_confirmed", _ ("Decisions confirmed"), n_confirmed);
  kp_answer_add_count (answer, "n_own", _ ("Own decisions, for another person"), n_own);
  return TRUE;
}

static char *
dup_day (KpDate date)
{
  return kp_date_is_none (date) ? NULL : kp_date_dup_iso (date);
}

static gboolean
appeal (KpCommand *command, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autofree char *day = NULL;
  KpReviewDeadlines deadlines;

  if (session == NULL || !kp_step_review_appeal (session, options->appeal, &deadlines, error))
    return FALSE;
  day = dup_day (deadlines.answer_to);
  kp_answer_say (answer, _ ("The appeal is in the record; somebody must decide who hasn't decided on it before."));
  kp_answer_add_text (answer, "answer_to", _ ("To be answered until"), day);
  return TRUE;
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "—";
}

static void
answer_term (KpAnswer *answer, const KpReviewTerm *term)
{
  g_autofree char *reviewed = dup_day (term->reviewed_on), *appealed = dup_day (term->appealed_on);
  g_autofree char *supplement = dup_day (term->deadlines.supplement_to);
  g_autofree char *appeal_to = dup_day (term->deadlines.appeal_to);
  g_autofree char *answer_to = dup_day (term->deadlines.answer_to);

  kp_answer_add_row (answer, (const char *[]){
                                 term->application, kp_review_outcome_get_chinese (term->outcome), or_dash (reviewed),
                                 or_dash (term->outcome == KP_REVIEW_MORE ? supplement : NULL),
                                 or_dash (term->outcome == KP_REVIEW_FAIL ? appeal_to : NULL), or_dash (appealed),
                                 or_dash (appealed != NULL ? answer_to : NULL) });
}

static gboolean
show_deadlines (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "application", _ ("Application"), FALSE },        { "outcome", _ ("Outcome"), FALSE },
    { "reviewed_on", _ ("Reviewed on"), FALSE },        { "supplement_to", _ ("Papers until"), FALSE },
    { "appeal_to", _ ("Appeal until"), FALSE },         { "appealed_on", _ ("Appealed on"), FALSE },
    { "answer_to", _ ("To be answered until"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) terms = session != NULL ? kp_step_review_list_terms (session, error) : NULL;

  if (terms == NULL)
    return FALSE;
  kp_answer_begin_table (answer, "deadlines", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < terms->len; i++)
    answer_term (answer, g_ptr_array_index (terms, i));
  kp_answer_add_count (answer, "n_deadlines", _ ("Applications with a period running or past"), terms->len);
  return TRUE;
}

static void
answer_recheck (KpAnswer *answer, const KpRecheckTally *tally)
{
  kp_answer_add_count (answer, "n_rechecked", _ ("Re-checked"), tally->n_rechecked);
  for (guint i = 0; i < G_N_ELEMENTS (tally->n_outcomes); i++)
    kp_answer_add_count (answer, kp_review_outcome_get_name ((KpReviewOutcome) i),
                         kp_review_outcome_get_chinese ((KpReviewOutcome) i), tally->n_outcomes[i]);
  kp_answer_add_count (answer, "n_substitutes", _ ("Substitutes on the lists"), tally->lists.n_substitutes);
}

static gboolean
recheck_all (KpCommand *command, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  KpRecheckTally tally;

  if (session == NULL || !kp_step_recheck_auto (session, &tally, error))
    return FALSE;
  answer_recheck (kp_command_get_answer (command), &tally);
  return TRUE;
}

static gboolean
recheck_one (KpCommand *command, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  KpRecheckTally tally;

  if (!check_decision (command, options, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_recheck_decide (session, options->recheck, options->condition, options->is_met,
                                                  options->reason, &tally, error))
    return FALSE;
  answer_decided (answer, options->condition, options->recheck);
  if (tally.n_outcomes[KP_REVIEW_FAIL] > 0)
    kp_verb_answer_substitution (answer, &tally.lists);
  return TRUE;
}

static guint
count_asked (const Options *options)
{
  return options->is_auto + options->is_confirm + options->is_deadlines + options->is_recheck_auto
         + (options->recheck != NULL) + (options->appeal != NULL) + (options->application != NULL);
}

static gboolean
run (KpCommand *command, const Options *options, GError **error)
{
  if (options->is_auto)
    return review_all (command, error);
  if (options->is_confirm)
    return confirm (command, error);
  if (options->is_deadlines)
    return show_deadlines (command, error);
  if (options->is_recheck_auto)
    return recheck_all (command, error);
  if (options->recheck != NULL)
    return recheck_one (command, options, error);
  return options->appeal != NULL ? appeal (command, options, error) : review_one (command, options, error);
}

/** kp_verb_review: kaopin review FILE --auto | --decide … | --confirm | --appeal … | --deadlines | --recheck …. */
gboolean
kp_verb_review (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "auto", 0, 0, G_OPTION_ARG_NONE, &options.is_auto, N_ ("Review every application by the scheme"),
      NULL },
    { "decide", 0, 0, G_OPTION_ARG_STRING, &options.application,
      N_ ("Decide one finding of this application"), "APPLICATION" },
    { "confirm", 0, 0, G_OPTION_ARG_NONE, &options.is_confirm,
      N_ ("Confirm, as the second reviewer, what others decided alone"), NULL },
    { "appeal", 0, 0, G_OPTION_ARG_STRING, &options.appeal, N_ ("Record that this applicant appeals today"),
      "APPLICATION" },
    { "deadlines", 0, 0, G_OPTION_ARG_NONE, &options.is_deadlines,
      N_ ("Show until when papers, appeals and answers are due"), NULL },
    { "recheck-auto", 0, 0, G_OPTION_ARG_NONE, &options.is_recheck_auto,
      N_ ("Re-check everybody on a list of the interview by the scheme"), NULL },
    { "recheck", 0, 0, G_OPTION_ARG_STRING, &options.recheck, N_ ("Decide one finding of the re-check"),
      "APPLICATION" },
    { "condition", 0, 0, G_OPTION_ARG_STRING, &options.condition, N_ ("Which condition of the scheme"), "C" },
    { "met", 0, 0, G_OPTION_ARG_NONE, &options.is_met, N_ ("The condition is met"), NULL },
    { "unmet", 0, 0, G_OPTION_ARG_NONE, &options.is_unmet, N_ ("The condition isn't met"), NULL },
    { "more", 0, 0, G_OPTION_ARG_NONE, &options.is_more,
      N_ ("With --decide: what was handed in doesn't show it; the candidate brings more papers"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("What the candidate is told"), "TEXT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (count_asked (&options) != 1)
    return kp_command_fail_usage (
        command, error,
        _ ("Say one of --auto, --decide, --confirm, --appeal, --deadlines, --recheck-auto and --recheck."));
  return run (command, &options, error);
}
