/* kp-verb-marks.c – written marks between their two entries and the shortlist: differences, secret numbers, the lock.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-verb-marks.h"

#include <glib/gi18n-lib.h>

#include "kp-paper-lock.h"
#include "kp-secret-number.h"
#include "kp-step-mark-difference.h"
#include "kp-step-marks.h"

static void
options_clear (KpMarksOptions *options)
{
  kp_draw_options_clear (&options->draw);
  g_free (options->paper);
  g_free (options->resolution);
  g_free (options->evidence);
  g_free (options->recheck);
  g_free (options->result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpMarksOptions, options_clear)

/** kp_verb_say_shift: the hint that a sheet slipped by a row, if it did. */
void
kp_verb_say_shift (KpAnswer *answer, const KpMarksShift *shift)
{
  g_autofree char *sentence = kp_marks_shift_dup_sentence (shift);

  kp_answer_add_count (answer, "n_shifted", NULL, shift->n_rows);
  if (sentence != NULL)
    kp_answer_say (answer, sentence);
}

static gboolean
show_differences (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "ticket", _ ("Ticket or secret number"), FALSE },
    { "first", _ ("First entry"), FALSE },
    { "second", _ ("Second entry"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) differences =
      session != NULL ? kp_step_list_differences (session, options->paper, error) : NULL;
  KpMarksShift shift;

  if (differences == NULL || !kp_step_find_shift (session, options->paper, &shift, error))
    return FALSE;
  kp_verb_say_shift (answer, &shift);
  kp_answer_add_count (answer, "n_differences", _ ("Differences to resolve"), differences->len);
  kp_answer_begin_table (answer, "differences", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < differences->len; i++)
    {
      const KpMarkDifference *difference = g_ptr_array_index (differences, i);

      kp_answer_add_row (answer,
                         (const char *[]){ difference->ticket, difference->first, difference->second });
    }
  return TRUE;
}

static gboolean
resolve (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (options->resolution, "=", 2);
  g_autoptr (KpSession) session = NULL;
  g_autofree char *sentence = NULL;

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    return kp_command_fail_usage (
        command, error,
        _ ("“%s” resolves nothing; write the ticket, = and the mark, e.g. 26010100107=78.50."), options->resolution);
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_resolve_mark (session, options->paper, parts[0], parts[1], options->evidence, error))
    return FALSE;
  sentence = g_strdup_printf (_ ("The mark of ticket %s is resolved as %s."), parts[0], parts[1]);
  kp_answer_say (kp_command_get_answer (command), sentence);
  kp_answer_add_truth (kp_command_get_answer (command), "resolved", TRUE);
  return TRUE;
}

/* ---- secret numbers ---- */

static gboolean
commit_secrets (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  KpTwoPeople repeat;
  const KpDrawTerms terms = kp_draw_options_get_terms (&options->draw, &repeat);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autofree char *commitment =
      session != NULL ? kp_step_commit_secrets (session, options->paper, &terms, error) : NULL;

  return kp_draw_options_answer (command, commitment);
}

static gboolean
draw_secrets (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  KpSecretTally tally = { 0 };

  if (session == NULL || !kp_step_draw_secrets (session, options->paper, options->draw.digits, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The secret numbers stand already; nothing was drawn again."));
  kp_answer_add_text (answer, "public", _ ("Public digits"), options->draw.digits);
  kp_answer_add_count (answer, "candidates", _ ("Candidates"), tally.n_candidates);
  kp_answer_say (answer, _ ("Whose number is which stays sealed until the paper is locked and two people open it."));
  return TRUE;
}

static gboolean
secret (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  if (!kp_draw_options_check (&options->draw, command, error))
    return FALSE;
  if (options->draw.is_commit == (options->draw.digits != NULL))
    return kp_command_fail_usage (command, error,
                                  _ ("--secret goes with --commit and --source, or with --public and the digits."));
  return options->draw.is_commit ? commit_secrets (command, options, error) : draw_secrets (command, options, error);
}

static gboolean
open_secrets (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);

  if (session == NULL ||
      !kp_step_open_secrets (session, options->paper, options->draw.by, options->draw.with, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("The secret numbers are open."));
  kp_answer_add_truth (kp_command_get_answer (command), "opened", TRUE);
  return TRUE;
}

/* ---- the lock ---- */

static gboolean
lock_paper (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autofree char *sum = NULL;
  KpLockedList list;

  if (session == NULL ||
      !kp_step_lock_paper (session, options->paper, options->draw.by, options->draw.with, &list, error))
    return FALSE;
  sum = kp_mark_dup_text (list.sum, 2);
  kp_answer_say (answer, _ ("The paper is locked: only a correction by two people changes a mark from now on."));
  kp_answer_add_count (answer, "n_marks", _ ("Marks and states"), list.n_marks);
  kp_answer_add_text (answer, "sum", _ ("Sum of the marks"), sum);
  kp_answer_add_text (answer, "digest", _ ("Digest of the locked list, to be printed and signed"), list.digest);
  return TRUE;
}

/* ---- which of them ---- */

typedef gboolean (*Act) (KpCommand *command, const KpMarksOptions *options, GError **error);

/* The one thing that was asked for; NULL with a usage error when it is several, or lacks the paper. */
static Act
choose (KpCommand *command, const KpMarksOptions *options, GError **error)
{
  const struct
  {
    gboolean is_asked;
    gboolean needs_paper;
    Act act;
  } acts[] = {
    { options->wants_differences, TRUE, show_differences },
    { options->resolution != NULL, TRUE, resolve },
    { options->is_secret, TRUE, secret },
    { options->is_lock, TRUE, lock_paper },
    { options->is_open, TRUE, open_secrets },
    { options->recheck != NULL, TRUE, kp_verb_marks_recheck },
    { options->is_publish, FALSE, kp_verb_marks_publish },
    { options->is_end_rechecks, FALSE, kp_verb_marks_end_rechecks },
    { options->is_rechecks, FALSE, kp_verb_marks_list_rechecks },
  };
  guint n_asked = 0;
  guint asked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (acts[i].is_asked)
      {
        asked = i;
        n_asked++;
      }
  if (n_asked <= 1 && (options->paper != NULL || (n_asked == 1 && !acts[asked].needs_paper)))
    return acts[asked].act;
  kp_command_fail_usage (command, error,
                         _ ("Say which paper with --paper, and one of --differences, --resolve, --secret, --lock, --open, "
                            "--recheck; or without a paper --publish, --end-rechecks or --rechecks."));
  return NULL;
}

/** kp_verb_marks: kaopin marks FILE --paper P [--differences | --resolve … | --secret … | --lock … | --open … |
 * --recheck …] | --publish | --end-rechecks … | --rechecks. */
gboolean
kp_verb_marks (KpCommand *command, GError **error)
{
  g_auto (KpMarksOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("Code of the paper"), "P" },
    { "differences", 0, 0, G_OPTION_ARG_NONE, &options.wants_differences,
      N_ ("Show where the two entries differ (the usual)"), NULL },
    { "resolve", 0, 0, G_OPTION_ARG_STRING, &options.resolution,
      N_ ("Decide a difference with the paper in hand, as a third person"), "NUMBER=VALUE" },
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &options.evidence,
      N_ ("With --resolve: page or scan on which the mark was read"), "TEXT" },
    { "secret", 0, 0, G_OPTION_ARG_NONE, &options.is_secret,
      N_ ("Draw secret numbers for the papers, with --commit and then --public"), NULL },
    { "lock", 0, 0, G_OPTION_ARG_NONE, &options.is_lock, N_ ("Lock the agreed marks, by two people"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &options.is_open,
      N_ ("Open whose secret number is which, by two people, after the lock"), NULL },
    { "publish", 0, 0, G_OPTION_ARG_NONE, &options.is_publish,
      N_ ("Write down that the marks are published today"), NULL },
    { "recheck", 0, 0, G_OPTION_ARG_STRING, &options.recheck,
      N_ ("Take in an application to have a mark checked, with --reason"), "TICKET" },
    { "recheck-result", 0, 0, G_OPTION_ARG_STRING, &options.result,
      N_ ("With --recheck: what was found, “same” or the mark"), "same|MARK" },
    { "end-rechecks", 0, 0, G_OPTION_ARG_NONE, &options.is_end_rechecks,
      N_ ("End the period for having marks checked early, by two people"), NULL },
    { "rechecks", 0, 0, G_OPTION_ARG_NONE, &options.is_rechecks,
      N_ ("List the applications, with the notice for each candidate"), NULL },
    { "commit", 0, 0, G_OPTION_ARG_NONE, &options.draw.is_commit, N_ ("Fix list and secret, print the commitment"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.draw.source,
      N_ ("With --commit: which public number will count"), "TEXT" },
    { "repeat", 0, 0, G_OPTION_ARG_NONE, &options.draw.is_repeat,
      N_ ("With --commit: draw again what was drawn; the earlier draw stays in the record"), NULL },
    { "public", 0, 0, G_OPTION_ARG_STRING, &options.draw.digits, N_ ("The digits drawn before witnesses"), "DIGITS" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.draw.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.draw.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.draw.reason, N_ ("Why"), "TEXT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  Act act;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (options.result != NULL && options.recheck == NULL)
    return kp_command_fail_usage (command, error, _ ("--recheck-result goes with --recheck TICKET."));
  act = choose (command, &options, error);
  return act != NULL && act (command, &options, error);
}
