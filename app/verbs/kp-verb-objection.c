/* kp-verb-objection.c – objections during the publicity of the proposed hires.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-lists.h"
#include "kp-step-objection.h"
#include "kp-verbs.h"

/* Owned texts; 0 = no number. */
typedef struct
{
  char *record;
  char *on;
  char *way;
  char *from;
  char *content;
  char *reason;
  char *by;
  char *with;
  gint answer;
  gint take_back;
  gboolean is_upheld;
  gboolean is_unfounded;
  gboolean is_list;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->record, &options->on,     &options->way, &options->from,
                           &options->content, &options->reason, &options->by,  &options->with };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
record (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpObjectionOrder order = {
    .number = options->record,
    .way = options->way,
    .objector = options->from,
    .content = options->content,
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autofree char *until = NULL;
  KpDate due;
  guint number = 0;

  if (options->on != NULL && !kp_date_parse_iso (options->on, &order.received, error))
    return FALSE;
  if (!kp_step_record_objection (session, &order, &number, &due, error))
    return FALSE;
  until = kp_date_dup_iso (due);
  kp_answer_add_count (answer, "number", _ ("Objection"), number);
  kp_answer_add_text (answer, "due", _ ("To be answered until"), until);
  kp_answer_say (answer, _ ("Nobody is hired while an objection against him is open; the others go on."));
  return TRUE;
}

static gboolean
answer_one (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpTwoPeople people = { options->by, options->with, options->reason };
  KpAnswer *answer = kp_command_get_answer (command);
  g_auto (KpDepartTally) tally = { 0 };

  if (options->is_upheld == options->is_unfounded)
    return kp_command_fail_usage (command, error, _ ("An answer is --upheld or --unfounded."));
  if (!kp_step_answer_objection (session, (guint) options->answer, options->is_upheld, &people, &tally, error))
    return FALSE;
  if (!options->is_upheld)
    {
      kp_answer_say (answer, _ ("The objection is unfounded; the person is hired like the others."));
      kp_answer_add_truth (answer, "done", TRUE);
      return TRUE;
    }
  kp_verb_tell_depart (answer, &tally);
  return TRUE;
}

static gboolean
take_back (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpTwoPeople people = { options->by, options->with, options->reason };
  KpAnswer *answer = kp_command_get_answer (command);
  KpDepartUndoTally tally;
  gboolean is_open;

  if (!kp_step_take_back_objection (session, (guint) options->take_back, &people, &is_open, &tally, error))
    return FALSE;
  kp_answer_add_truth (answer, "is_open", is_open);
  if (tally.n_withdrawn > 0)
    kp_answer_add_count (answer, "n_withdrawn", _ ("Called no more"), tally.n_withdrawn);
  kp_answer_say (answer, is_open ? _ ("The answer is taken back; the objection is open again, and the person isn't hired before it is answered.")
                                 : _ ("The objection is void: it was recorded by mistake. It stays in the register and keeps nobody back."));
  return TRUE;
}

#define OUTCOME 6 /* column of the list */

static const char *
get_outcome_label (const char *outcome)
{
  if (outcome == NULL)
    return C_ ("an objection", "open");
  if (g_str_equal (outcome, KP_OBJECTION_MISTAKEN))
    return C_ ("an objection", "recorded by mistake");
  return g_str_equal (outcome, "upheld") ? C_ ("an objection", "upheld") : C_ ("an objection", "unfounded");
}

/* A name shows its first character alone; what was said isn't for a list. */
static gboolean
list (KpCommand *command, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "number", _ ("No."), TRUE },          { "against", _ ("Registration number"), FALSE },
    { "received", _ ("Received"), FALSE },  { "way", _ ("Way"), FALSE },
    { "from", _ ("Raised by"), FALSE },     { "due", _ ("To be answered until"), FALSE },
    { "outcome", C_ ("an objection", "Outcome"), FALSE }, { "answered", _ ("Answered"), FALSE },
    { "by", _ ("Who answers for it"), FALSE }, { "with", _ ("Second person"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpObjections) objections = kp_step_list_objections (session, error);
  guint n_open = 0;

  if (objections == NULL)
    return FALSE;
  for (guint i = 0; i < objections->records->len; i++)
    n_open += ((const KpObjectionRecord *) g_ptr_array_index (objections->records, i))->outcome == NULL;
  kp_answer_add_count (answer, "n_objections", _ ("Objections"), objections->records->len);
  kp_answer_add_count (answer, "n_open", _ ("Open"), n_open);
  kp_answer_begin_table (answer, "objections", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < objections->records->len; i++)
    {
      const KpObjectionRecord *one = g_ptr_array_index (objections->records, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, one->number);
      g_autofree char *from = one->objector != NULL ? kp_lists_mask_name (one->objector) : g_strdup ("匿名");
      g_autofree char *due = kp_date_dup_iso (objections->due[i]);

      kp_answer_add_row (answer, (const char *[]){ number, one->application, one->received,
                                                   kp_objection_way_get_chinese (one->way), from, due,
                                                   one->outcome != NULL ? one->outcome : "open", one->answered_on,
                                                   one->first_person, one->second_person });
      kp_answer_say_cell (answer, OUTCOME, get_outcome_label (one->outcome));
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
  if (options->take_back > 0)
    return take_back (command, session, options, error);
  return options->record != NULL ? record (command, session, options, error) : answer_one (command, session, options, error);
}

/** kp_verb_objection: kaopin objection FILE --record NUMBER … | --answer N --upheld|--unfounded … | --take-back N … | --list. */
gboolean
kp_verb_objection (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "record", 0, 0, G_OPTION_ARG_STRING, &options.record, N_ ("Write an objection down: against whom"), "NUMBER" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("With --record: when it came; today is the usual"), "DATE" },
    { "way", 0, 0, G_OPTION_ARG_STRING, &options.way, N_ ("With --record: how it came"), "letter|call|visit|net" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("With --record: who raised it; left out where no name is given"),
      "NAME" },
    { "content", 0, 0, G_OPTION_ARG_STRING, &options.content, N_ ("With --record: what is said"), "TEXT" },
    { "answer", 0, 0, G_OPTION_ARG_INT, &options.answer, N_ ("Answer an objection, by two people"), "N" },
    { "upheld", 0, 0, G_OPTION_ARG_NONE, &options.is_upheld, N_ ("With --answer: it stands, and the person isn't hired"), NULL },
    { "unfounded", 0, 0, G_OPTION_ARG_NONE, &options.is_unfounded, N_ ("With --answer: it doesn't stand"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("With --answer: what was found; with --take-back: what was wrong"), "TEXT" },
    { "take-back", 0, 0, G_OPTION_ARG_INT, &options.take_back,
      N_ ("By two people: an objection that was recorded by mistake, or the answer to one"), "N" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.is_list, N_ ("List the objections, with the day until which each is answered"),
      NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if ((options.record != NULL) + (options.answer > 0) + (options.take_back > 0) + options.is_list != 1)
    return kp_command_fail_usage (command, error, _ ("Say one of --record NUMBER, --answer N, --take-back N and --list."));
  return act (command, &options, error);
}
