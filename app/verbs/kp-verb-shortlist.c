/* kp-verb-shortlist.c – awards the bonus and decides who enters the interview, also in place of those who leave.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-opening.h"
#include "kp-step-extra.h"
#include "kp-step-heat.h"
#include "kp-step-leave.h"
#include "kp-step-shortlist.h"
#include "kp-verbs.h"

typedef struct
{
  GStrv leavers;
  GStrv tests;
  char *heat;
  char *cause;
  char *reason;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->leavers);
  g_strfreev (options->tests);
  g_free (options->heat);
  g_free (options->cause);
  g_free (options->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
answer_lists (KpAnswer *answer, const KpShortlistTally *tally)
{
  kp_answer_add_count (answer, "n_present", _ ("Candidates with a written mark"), tally->n_present);
  kp_answer_add_count (answer, "n_absent", _ ("Absent or void"), tally->n_absent);
  kp_answer_add_count (answer, "n_with_bonus", _ ("With bonus"), tally->n_with_bonus);
  kp_answer_add_count (answer, "n_exempt", _ ("Without a written exam"), tally->n_exempt);
  kp_answer_add_count (answer, "n_entered", _ ("Enter the interview"), tally->n_entered);
}

/** kp_verb_answer_places: posts whose places changed after the opening, and why; where none did there is no table. */
gboolean
kp_verb_answer_places (KpAnswer *answer, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },
    { "opened", _ ("Places at the opening"), TRUE },
    { "places", _ ("Places now"), TRUE },
    { "why", _ ("Reason"), FALSE },
  };
  g_autoptr (GPtrArray) posts = kp_posts_list_changed (session, error);

  if (posts == NULL)
    return FALSE;
  if (posts->len > 0)
    kp_answer_begin_table (answer, "changed_places", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      g_autofree char *opened = g_strdup_printf ("%" G_GINT64_FORMAT, post->opened);
      g_autofree char *places = g_strdup_printf ("%" G_GINT64_FORMAT, post->places);
      g_autofree char *why = g_strconcat (post->moved != NULL ? post->moved : "", post->vacated, NULL);

      kp_answer_add_row (answer, (const char *[]){ post->post, opened, places, why });
    }
  return TRUE;
}

/** kp_verb_answer_substitution: who entered for those who left, and why nobody did. */
void
kp_verb_answer_substitution (KpAnswer *answer, const KpShortlistTally *tally)
{
  kp_answer_add_count (answer, "n_left", _ ("Left so far"), tally->n_left);
  kp_answer_add_count (answer, "n_new", _ ("Substitutes that enter now"), tally->n_new);
  switch (tally->substitution)
    {
    case KP_SUBSTITUTION_NOT_ALLOWED:
      kp_answer_say (answer, _ ("By the scheme nobody enters for who leaves like this."));
      break;
    case KP_SUBSTITUTION_CLOSED:
      kp_answer_say (answer, _ ("By the scheme nobody enters any more for who leaves at this stage."));
      break;
    case KP_SUBSTITUTION_ROUNDS_USED:
      kp_answer_say (answer, _ ("The rounds of substitution that the scheme allows are used up, so nobody enters."));
      break;
    case KP_SUBSTITUTION_NOBODY_LEFT:
      kp_answer_say (answer, _ ("Nobody over the line is left to enter."));
      break;
    case KP_SUBSTITUTION_UNDECIDED:
      kp_answer_say (answer, _ ("Those next in line are tied and nothing parts them, so nobody enters yet."));
      break;
    case KP_SUBSTITUTION_DONE:
    case KP_SUBSTITUTION_NOT_NEEDED:
    default:
      break;
    }
}

static gboolean
leave (KpCommand *command, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  KpShortlistTally tally = { 0 };
  KpCause cause;

  if (options->cause == NULL || options->reason == NULL || !kp_cause_parse (options->cause, &cause))
    return kp_command_fail_usage (
        command, error, _ ("Leaving needs --reason and --cause, which is withdrew, failed, absent or breach."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_leave (session, (const char *const *) options->leavers, cause, options->reason, &tally,
                                         error))
    return FALSE;
  kp_verb_answer_substitution (answer, &tally);
  return TRUE;
}

static gboolean
make_lists (KpCommand *command, const Options *options, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  KpShortlistTally tally = { 0 };
  guint n_items = 0;

  if (session == NULL)
    return FALSE;
  for (guint i = 0; options->tests != NULL && options->tests[i] != NULL; i++)
    if (!kp_verb_enter_extra (command, session, options->tests[i], kp_step_enter_list_test, error))
      return FALSE;
  if (!kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_WRITTEN) &&
      !kp_step_award_bonus (session, &n_items, error))
    return FALSE;
  if (!kp_step_shortlist (session, &tally, error))
    return FALSE;
  answer_lists (kp_command_get_answer (command), &tally);
  return kp_verb_answer_places (kp_command_get_answer (command), session, error);
}

/* The list after a test: how many took it, and how many go on. */
static void
answer_heat (KpAnswer *answer, KpSession *session, KpRoster *roster, const char *code)
{
  const GPtrArray *heats = kp_session_get_scheme (session)->heats;
  guint n_took = 0, n_on = 0;

  for (guint i = 0; i < MIN (heats->len, KP_MAX_HEATS); i++)
    for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
      {
        const KpDossier *dossier = kp_roster_get_dossier (roster, j);

        if (!g_str_equal (((const KpSchemeHeat *)g_ptr_array_index (heats, i))->other, code) || dossier->heats[i] == NULL)
          continue;
        n_took += g_str_equal (dossier->heats[i]->state, "present");
        n_on += kp_dossier_is_on_list (dossier, i + 1);
      }
  kp_answer_add_count (answer, "n_present", _ ("Candidates with a mark of the test"), n_took);
  kp_answer_add_count (answer, "n_entered", _ ("On the list after it"), n_on);
}

static gboolean
make_heat (KpCommand *command, const char *code, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally = { 0 };

  if (session == NULL || !kp_step_make_heat (session, code, &tally, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  answer_heat (kp_command_get_answer (command), session, roster, code);
  return TRUE;
}

/** kp_verb_shortlist: kaopin shortlist FILE [--leave APPLICATION … --cause … --reason … | --extra-test NUMBER=MARK … |
 * --test CODE]. */
gboolean
kp_verb_shortlist (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "leave", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.leavers,
      N_ ("Somebody who leaves the list; may be given several times"), "APPLICATION" },
    { "cause", 0, 0, G_OPTION_ARG_STRING, &options.cause, N_ ("withdrew, failed, absent or breach"), "CAUSE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why, for the record"), "TEXT" },
    { "extra-test", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.tests,
      N_ ("The extra test of somebody tied; may be given several times"), "NUMBER=MARK" },
    { "test", 0, 0, G_OPTION_ARG_STRING, &options.heat,
      N_ ("Make the list after this test, whose marks are entered (“kaopin import FILE marks --paper CODE”)"), "CODE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (options.heat != NULL && (options.leavers != NULL || options.tests != NULL))
    return kp_command_fail_usage (command, error, _ ("--test makes a list; leave and part who is tied before or after it."));
  if (options.heat != NULL)
    return make_heat (command, options.heat, error);
  if (options.leavers != NULL && options.tests != NULL)
    return kp_command_fail_usage (command, error, _ ("--leave and --extra-test are two things; do one after the other."));
  if (options.leavers != NULL)
    return leave (command, &options, error);
  if (options.cause != NULL || options.reason != NULL)
    return kp_command_fail_usage (command, error, _ ("--cause and --reason belong to --leave."));
  return make_lists (command, &options, error);
}
