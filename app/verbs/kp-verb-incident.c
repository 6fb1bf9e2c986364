/* kp-verb-incident.c – records what happened on the exam day, and carries a breach to the service of its decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-incident.h"
#include "kp-verbs.h"

/* Owned texts; 0 = no number. */
typedef struct
{
  char *record;
  char *paper;
  char *kind;
  char *article;
  char *facts;
  char *evidence;
  char *statement;
  char *how;
  char *text;
  char *by;
  char *with;
  gint inform;
  gint decide;
  gint serve;
  gint review;
  gboolean refused;
  gboolean is_upheld;
  gboolean is_dismissed;
  gboolean is_list;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->record,   &options->paper,     &options->kind, &options->article,
                           &options->facts,    &options->evidence,  &options->how,  &options->statement,
                           &options->text,     &options->by,        &options->with };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
record (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpIncidentOrder order = {
    .number = options->record,
    .paper = options->paper,
    .kind = options->kind != NULL ? options->kind : "breach",
    .article = options->article,
    .facts = options->facts,
    .evidence = options->evidence,
    .by = options->by,
    .with = options->with,
    .refused_to_sign = options->refused,
  };
  guint number = 0;

  if (options->paper == NULL)
    return kp_command_fail_usage (command, error, _ ("Say in which paper it happened, with --paper."));
  if (!kp_step_record_incident (session, &order, &number, error))
    return FALSE;
  kp_answer_add_count (kp_command_get_answer (command), "number", _ ("Incident"), number);
  return TRUE;
}

static gboolean
done (KpCommand *command, gboolean is_done, const char *sentence)
{
  if (is_done)
    {
      kp_answer_say (kp_command_get_answer (command), sentence);
      kp_answer_add_truth (kp_command_get_answer (command), "done", TRUE);
    }
  return is_done;
}

static gboolean
decide (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpIncidentEffect effect;

  if (options->is_upheld == options->is_dismissed)
    return kp_command_fail_usage (command, error, _ ("A decision is --upheld or --dismissed."));
  if (!kp_step_decide_incident (session, (guint) options->decide, options->is_upheld, options->by, options->with, &effect,
                                error))
    return FALSE;
  kp_answer_add_count (answer, "n_marks", _ ("Marks made void"), effect.n_marks);
  kp_answer_add_count (answer, "n_corrections", _ ("Locked marks corrected"), effect.n_corrections);
  return done (command, TRUE, _ ("The incident is decided. Print the decision, and serve it."));
}

#define KIND 3     /* columns of the list */
#define DECISION 7

static void
say_words (KpAnswer *answer, const KpIncidentRecord *one)
{
  kp_answer_say_cell (answer, KIND,
                      g_str_equal (one->kind, "absent") ? C_ ("an incident", "absent")
                      : g_str_equal (one->kind, "late") ? C_ ("an incident", "late")
                                                        : C_ ("an incident", "breach"));
  if (one->decision != NULL)
    kp_answer_say_cell (answer, DECISION, g_str_equal (one->decision, "upheld") ? C_ ("an incident", "upheld") : C_ ("an incident", "dismissed"));
}

static gboolean
list (KpCommand *command, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "number", _ ("No."), TRUE },          { "ticket", _ ("Ticket"), FALSE },     { "paper", _ ("Paper"), FALSE },
    { "kind", _ ("Kind"), FALSE },          { "article", _ ("Article"), FALSE },   { "recorded_on", _ ("Recorded"), FALSE },
    { "informed_on", _ ("Informed"), FALSE }, { "decision", _ ("Decision"), FALSE }, { "decided_on", _ ("Decided"), FALSE },
    { "consequence", _ ("Consequence"), FALSE }, { "kept_until", _ ("Kept until"), FALSE }, { "served_on", _ ("Served"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) incidents = roster != NULL ? kp_step_list_incidents (session, error) : NULL;

  if (incidents == NULL)
    return FALSE;
  kp_answer_add_count (answer, "n_incidents", _ ("Incidents"), incidents->len);
  kp_answer_begin_table (answer, "incidents", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < incidents->len; i++)
    {
      const KpIncidentRecord *one = g_ptr_array_index (incidents, i);
      const KpDossier *dossier = kp_roster_find_application (roster, one->application);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, one->number);
      KpBreachConsequence consequence;

      kp_answer_add_row (answer,
                         (const char *[]){ number, dossier->seat != NULL ? dossier->seat->ticket : one->application,
                                           one->paper, one->kind, one->article, one->recorded_on, one->informed_on,
                                           one->decision, one->decided_on,
                                           kp_breach_consequence_parse (one->consequence, &consequence)
                                               ? kp_breach_consequence_get_chinese (consequence)
                                               : NULL,
                                           one->kept_until, one->served_on });
      say_words (answer, one);
    }
  return TRUE;
}

static gboolean
act (KpCommand *command, const Options *options, GError **error)
{
  g_autoptr (KpSession) session
      = kp_command_open (command, options->is_list ? KP_OPEN_READ_ONLY : KP_OPEN_READ_WRITE, error);

  if (session == NULL)
    return FALSE;
  if (options->is_list)
    return list (command, session, error);
  if (options->record != NULL)
    return record (command, session, options, error);
  if (options->inform > 0)
    return done (command, kp_step_inform_incident (session, (guint) options->inform, options->statement, error),
                 _ ("The candidate is informed; what was stated in defence can be added with --statement."));
  if (options->decide > 0)
    return decide (command, session, options, error);
  if (options->serve > 0)
    return done (command, kp_step_serve_incident (session, (guint) options->serve, options->how, error),
                 _ ("The decision is served."));
  return done (command, kp_step_review_incident (session, (guint) options->review, options->text, error),
               _ ("The review is written down."));
}

/** kp_verb_incident: kaopin incident FILE --record TICKET … | --inform N | --decide N … | --serve N | --review N | --list. */
gboolean
kp_verb_incident (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "record", 0, 0, G_OPTION_ARG_STRING, &options.record, N_ ("Write an incident down, by two people"), "TICKET" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("With --record: in which paper"), "P" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_ ("With --record: what it was; breach is the usual"),
      "absent|late|breach" },
    { "article", 0, 0, G_OPTION_ARG_STRING, &options.article, N_ ("Of a breach: article of the regulation"), "5|6|7|8|10" },
    { "facts", 0, 0, G_OPTION_ARG_STRING, &options.facts, N_ ("With --record: what was seen"), "TEXT" },
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &options.evidence, N_ ("With --record: what was kept"), "TEXT" },
    { "refused-to-sign", 0, 0, G_OPTION_ARG_NONE, &options.refused, N_ ("The candidate didn't sign the record"), NULL },
    { "inform", 0, 0, G_OPTION_ARG_INT, &options.inform, N_ ("The candidate was informed of facts and rights"), "N" },
    { "statement", 0, 0, G_OPTION_ARG_STRING, &options.statement, N_ ("With --inform: what was stated in defence"), "TEXT" },
    { "decide", 0, 0, G_OPTION_ARG_INT, &options.decide, N_ ("Decide a breach, by two people"), "N" },
    { "upheld", 0, 0, G_OPTION_ARG_NONE, &options.is_upheld, N_ ("With --decide: the breach stands"), NULL },
    { "dismissed", 0, 0, G_OPTION_ARG_NONE, &options.is_dismissed, N_ ("With --decide: it doesn't"), NULL },
    { "serve", 0, 0, G_OPTION_ARG_INT, &options.serve, N_ ("The decision was handed over"), "N" },
    { "how", 0, 0, G_OPTION_ARG_STRING, &options.how, N_ ("With --serve: in which way"), "TEXT" },
    { "review", 0, 0, G_OPTION_ARG_INT, &options.review, N_ ("A review was asked for, and what came of it"), "N" },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, N_ ("With --review: in words"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.is_list, N_ ("List the incidents, with the day until which one is kept"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if ((options.record != NULL) + (options.inform > 0) + (options.decide > 0) + (options.serve > 0) + (options.review > 0)
          + options.is_list
      != 1)
    return kp_command_fail_usage (
        command, error, _ ("Say one of --record TICKET, --inform N, --decide N, --serve N, --review N and --list."));
  return act (command, &options, error);
}
