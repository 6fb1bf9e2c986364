/* kp-verb-headcount.c – the cap on community workers, its allotment, and the yearly plan.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-headcount.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *sheet;
  char *from;
  char *document;
  char *rounding;
  char *on;
  char *by;
  char *with;
  gint cap;
  gint per_10k;
  gint floor;
  gboolean counts_leaving;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->sheet, &options->from, &options->document, &options->rounding,
                           &options->on,    &options->by,   &options->with };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
set_cap (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpCapOrder order = {
    .places = (guint) options->cap,
    .document = options->document,
    .by = options->by,
    .with = options->with,
  };

  kp_headcount_policy_init (&order.policy);
  if (options->per_10k > 0)
    order.policy.per_10k = (guint) options->per_10k;
  order.policy.community_floor = (guint) MAX (options->floor, 0);
  order.policy.counts_leaving = options->counts_leaving;
  if (options->rounding != NULL && !kp_rounding_from_name (options->rounding, &order.policy.rounding))
    return kp_command_fail_usage (command, error, _ ("A cap is rounded by truncate, half_up or up."));
  if (options->from != NULL && !kp_date_parse_iso (options->from, &order.from, error))
    return FALSE;
  return kp_step_set_cap (session, &order, error);
}

static gboolean
take_sheet (KpSession *session, const Options *options, GError **error)
{
  g_autoptr (KpHeadcountSheet) sheet = kp_headcount_sheet_read (options->sheet, error);

  return sheet != NULL && kp_step_take_headcount (session, sheet, options->by, options->with, error);
}

static char *
dup_problems (const KpHeadcountLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < KP_HEADCOUNT_N_PROBLEMS; i++)
    if (line->problems & (1u << i))
      g_string_append (text, kp_headcount_problem_get_chinese ((KpHeadcountProblem) i));
  return g_string_free (text, FALSE);
}

static void
add_row (KpAnswer *answer, const KpHeadcountLine *line)
{
  const KpHeadcountCount *all = &line->all;
  g_autofree char *population = g_strdup_printf ("%" G_GINT64_FORMAT, line->population);
  g_autofree char *standard = g_strdup_printf ("%u", line->standard);
  g_autofree char *places = g_strdup_printf ("%u", line->places);
  g_autofree char *counted = g_strdup_printf ("%u", line->n_counted);
  g_autofree char *reserved = g_strdup_printf ("%u", all->n_reserved);
  g_autofree char *running = g_strdup_printf ("%u", all->n_running);
  g_autofree char *vacancy = g_strdup_printf ("%" G_GINT64_FORMAT, line->vacancy);
  g_autofree char *vacant = g_strdup_printf ("%u", all->plan_vacant);
  g_autofree char *leaving = g_strdup_printf ("%u", all->plan_leaving);
  g_autofree char *added = g_strdup_printf ("%u", all->plan_new);
  g_autofree char *plan = g_strdup_printf ("%u", line->plan);
  g_autofree char *ratio =
      kp_fraction_is_known (line->ratio)
          ? kp_fraction_dup_decimal (kp_fraction_round (line->ratio, 2, KP_ROUNDING_HALF_UP), 2)
          : g_strdup ("");
  g_autofree char *problems = dup_problems (line);

  kp_answer_add_row (answer, (const char *[]){ line->node->code, line->node->name, population, standard,
                                               places, counted, reserved, running, vacancy, vacant, leaving,
                                               added, plan, ratio, problems });
}

static gboolean
show (KpCommand *command, KpSession *session, KpDate on, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "code", "代码", FALSE },        { "name", "单位", FALSE },       { "population", "城镇常住人口", TRUE },
    { "standard", "标准数", TRUE },   { "places", "员额", TRUE },      { "at_work", "在岗", TRUE },
    { "reserved", "预留转聘", TRUE }, { "running", "在招", TRUE },     { "vacancy", "空额", TRUE },
    { "vacant", "空岗", TRUE },       { "leaving", "退休离职", TRUE }, { "new", "新增", TRUE },
    { "plan", "本年计划", TRUE },     { "per_10k", "每万人", TRUE },   { "problems", "说明", FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpHeadcountReport) report = kp_headcount_report_load (session, on, error);

  if (report == NULL)
    return FALSE;
  if (report->cap != NULL)
    {
      kp_answer_add_count (answer, "cap", _ ("Cap"), report->cap->places);
      kp_answer_add_text (answer, "document", _ ("Document"), report->cap->document);
    }
  kp_answer_begin_table (answer, "nodes", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->n_lines; i++)
    if (report->lines[i].is_there || report->lines[i].problems != 0)
      add_row (answer, &report->lines[i]);
  if (!report->may_go_on)
    kp_command_answer_no (command);
  return TRUE;
}

static gboolean
act (KpCommand *command, const Options *options, GError **error)
{
  const gboolean writes = options->cap != 0 || options->sheet != NULL;
  g_autoptr (KpSession) session = NULL;
  KpDate on;

  if (options->cap < 0 || (options->cap != 0 && options->sheet != NULL))
    return kp_command_fail_usage (command, error,
                                  _ ("Say --cap PLACES or --import SHEET, or neither for the table."));
  session = kp_command_open (command, writes ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  on = kp_session_get_today (session);
  if ((options->on != NULL && !kp_date_parse_iso (options->on, &on, error)) ||
      (options->cap != 0 && !set_cap (command, session, options, error)) ||
      (options->sheet != NULL && !take_sheet (session, options, error)))
    return FALSE;
  return show (command, session, on, error);
}

/** kp_verb_headcount: kaopin headcount FILE [--cap PLACES … | --import SHEET] [--on DATE]. */
gboolean
kp_verb_headcount (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "cap", 0, 0, G_OPTION_ARG_INT, &options.cap, N_ ("The approved number of community workers"),
      "PLACES" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("With --cap: from which day it holds"), "DATE" },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document,
      N_ ("With --cap: number of the document that approves it"), "TEXT" },
    { "per-10k", 0, 0, G_OPTION_ARG_INT, &options.per_10k,
      N_ ("With --cap: for 10,000 urban residents; 18 is the usual"), "N" },
    { "rounding", 0, 0, G_OPTION_ARG_STRING, &options.rounding,
      N_ ("With --cap: how the standard is rounded"), "truncate|half_up|up" },
    { "floor", 0, 0, G_OPTION_ARG_INT, &options.floor, N_ ("With --cap: least places of a community"), "N" },
    { "counts-leaving", 0, 0, G_OPTION_ARG_NONE, &options.counts_leaving,
      N_ ("With --cap: places of those known to leave may be planned"), NULL },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &options.sheet,
      N_ ("Take the tree with people and plan from a workbook"), "SHEET" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("As of this day"), "DATE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"),
      "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  return kp_command_parse (command, entries, 0, 0, error) && act (command, &options, error);
}
