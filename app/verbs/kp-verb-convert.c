/* kp-verb-convert.c – conversion of earlier staff: roster, budgets, years of work, transfer, and who stays behind.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-convert-show.h"
#include "kp-step-convert.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *roster;
  char *segments;
  char *budget;
  char *transfer;
  char *department;
  char *last_day;
  char *document;
  char *by;
  char *with;
  gint year;
  gboolean stays;
  gboolean ended;
  gboolean paid;
  gboolean is_all;
  gboolean wants_funding;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->roster,     &options->segments, &options->budget,   &options->transfer,
                           &options->department, &options->last_day, &options->document, &options->by,
                           &options->with };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
take_roster (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpGridStaffSheet) sheet = kp_grid_staff_sheet_read (options->roster, error);
  KpGridStaffTally tally;

  if (sheet == NULL
      || !kp_step_take_grid_staff (session, sheet, options->department, options->by, options->with, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_rows", _ ("Rows taken in"), tally.n_rows);
  kp_answer_add_count (answer, "n_new", _ ("New on the roster"), tally.n_new);
  kp_answer_add_count (answer, "n_gone", _ ("No longer on it"), tally.n_gone);
  return TRUE;
}

static gboolean
take_segments (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  g_autoptr (KpSegmentSheet) sheet = kp_segment_sheet_read (options->segments, error);
  guint n_persons = 0;

  if (sheet == NULL || !kp_step_take_segments (session, sheet, options->by, options->with, &n_persons, error))
    return FALSE;
  kp_answer_add_count (kp_command_get_answer (command), "n_persons", _ ("Persons with stretches of work"), n_persons);
  return TRUE;
}

static gboolean
set_budget (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpBudgetOrder order = { .department = options->department,
                          .year = (guint) MAX (options->year, 0),
                          .document = options->document,
                          .by = options->by,
                          .with = options->with };

  if (!kp_money_parse (options->budget, &order.budget))
    return kp_command_fail_usage (command, error, _ ("A budget is an amount of yuan with two decimals at most."));
  if (!kp_step_set_budget (session, &order, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("It is in the record."));
  return TRUE;
}

static gboolean
read_outcome (KpCommand *command, const Options *options, KpConvertOrder *order, GError **error)
{
  order->converted = options->transfer != NULL ? KP_CONVERTED_YES : options->stays ? KP_CONVERTED_STAYS : KP_CONVERTED_ENDED;
  order->is_paid_out = options->paid;
  if (options->transfer == NULL)
    return TRUE;
  order->is_agreed_by_three = g_str_equal (options->transfer, "agreed");
  order->is_paid_out |= g_str_equal (options->transfer, "paid");
  if (order->is_agreed_by_three || order->is_paid_out)
    return TRUE;
  return kp_command_fail_usage (command, error,
                                _ ("Say --transfer agreed (years go on by an agreement of three) or --transfer paid."));
}

static gboolean
convert (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpConvertOrder order = { .number = kp_command_get_argument (command, 0),
                           .department = options->department,
                           .document = options->document,
                           .by = options->by,
                           .with = options->with };
  KpConvertTally tally;

  if ((order.number != NULL) + (order.department != NULL) + options->is_all != 1)
    return kp_command_fail_usage (command, error, _ ("Name one person of the roster, or a --department, or --all."));
  if (!read_outcome (command, options, &order, error)
      || (options->last_day != NULL && !kp_date_parse_iso (options->last_day, &order.last_day, error))
      || !kp_step_convert (session, &order, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_done", _ ("Written down"), tally.n_done);
  kp_answer_add_count (answer, "n_stood", _ ("Stood already"), tally.n_stood);
  kp_answer_add_count (answer, "n_waiting", _ ("Not concerned"), tally.n_waiting);
  return TRUE;
}

static gboolean
show (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const char *number = kp_command_get_argument (command, 0);
  g_autoptr (KpConversionReport) report = kp_conversion_report_load (session, error);

  if (report == NULL)
    return FALSE;
  if (options->wants_funding)
    {
      kp_convert_show_funding (answer, report);
      if (!report->is_balanced)
        kp_command_answer_no (command);
      return TRUE;
    }
  if (number == NULL)
    {
      kp_convert_show_roster (answer, session, report);
      return TRUE;
    }
  return kp_convert_show_person (answer, session, report, number, error);
}

static gboolean
act (KpCommand *command, const Options *options, GError **error)
{
  const guint n_acts = (options->roster != NULL) + (options->segments != NULL) + (options->budget != NULL)
                       + (options->transfer != NULL) + options->stays + options->ended;
  g_autoptr (KpSession) session = NULL;

  if (n_acts + options->wants_funding > 1)
    return kp_command_fail_usage (
        command, error,
        _ ("Say one of --roster, --segments, --budget, --transfer, --stays, --ended and --funding, or nothing for the list."));
  session = kp_command_open (command, n_acts > 0 ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  if (options->roster != NULL)
    return take_roster (command, session, options, error);
  if (options->segments != NULL)
    return take_segments (command, session, options, error);
  if (options->budget != NULL)
    return set_budget (command, session, options, error);
  return n_acts > 0 ? convert (command, session, options, error) : show (command, session, options, error);
}

/** kp_verb_convert: kaopin convert FILE [NUMBER] [--roster BOOK | --segments BOOK | --budget YUAN | --transfer HOW | …]. */
gboolean
kp_verb_convert (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "roster", 0, 0, G_OPTION_ARG_FILENAME, &options.roster, N_ ("Take in the roster of a department, or of several"), "BOOK" },
    { "segments", 0, 0, G_OPTION_ARG_FILENAME, &options.segments, N_ ("Take in stretches of work with their proofs"), "BOOK" },
    { "budget", 0, 0, G_OPTION_ARG_STRING, &options.budget, N_ ("What a --department spends on its staff in a --year"), "YUAN" },
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year, N_ ("Of the budget"), "YEAR" },
    { "transfer", 0, 0, G_OPTION_ARG_STRING, &options.transfer,
      N_ ("Converted: years go on by an agreement of three, or the former employer paid them out"), "agreed|paid" },
    { "stays", 0, 0, G_OPTION_ARG_NONE, &options.stays, N_ ("Not selected: stays until the old contract ends"), NULL },
    { "ended", 0, 0, G_OPTION_ARG_NONE, &options.ended, N_ ("Not selected: the former employer ended the contract lawfully"), NULL },
    { "paid", 0, 0, G_OPTION_ARG_NONE, &options.paid, N_ ("With --ended: compensation was paid"), NULL },
    { "last-day", 0, 0, G_OPTION_ARG_STRING, &options.last_day, N_ ("Last day of the old contract"), "DATE" },
    { "department", 0, 0, G_OPTION_ARG_STRING, &options.department, N_ ("The department that recruited before"), "NAME" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.is_all, N_ ("For everybody whom it concerns"), NULL },
    { "funding", 0, 0, G_OPTION_ARG_NONE, &options.wants_funding, N_ ("Show whose money moves, and whether it balances"), NULL },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document, N_ ("The paper, by its number or where it is filed"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  return kp_command_parse (command, entries, 0, 1, error) && act (command, &options, error);
}
