/* kp-verb-hire.c – publicity of the proposed hires, their contracts, and who leaves after it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-depart.h"
#include "kp-step-hire.h"
#include "kp-verbs.h"

/** kp_verb_publish: kaopin publish FILE. */
gboolean
kp_verb_publish (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  KpPublicityTally tally = { 0 };

  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_publish (session, &tally, error))
    return FALSE;
  from = kp_date_dup_iso (tally.from);
  until = kp_date_dup_iso (tally.until);
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The publicity stands already; nothing was changed."));
  kp_answer_add_count (answer, "n_proposed", _ ("Proposed for hire"), tally.n_proposed);
  kp_answer_add_count (answer, "round", _ ("Round of publicity"), tally.round);
  kp_answer_add_text (answer, "from", _ ("Publicity from"), from);
  kp_answer_add_text (answer, "until", _ ("Publicity until"), until);
  return TRUE;
}

/* Owned texts. */
typedef struct
{
  char **leave;
  char *undo;
  char *cause;
  char *reason;
  char *by;
  char *with;
  gboolean is_list;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->leave, g_strfreev);
  g_clear_pointer (&options->undo, g_free);
  g_clear_pointer (&options->cause, g_free);
  g_clear_pointer (&options->reason, g_free);
  g_clear_pointer (&options->by, g_free);
  g_clear_pointer (&options->with, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/** kp_verb_tell_depart: who left, who follows, and which places stay empty. */
void
kp_verb_tell_depart (KpAnswer *answer, const KpDepartTally *tally)
{
  kp_answer_add_count (answer, "n_left", _ ("Left now"), tally->n_left);
  kp_answer_add_count (answer, "n_called", _ ("Called now"), tally->n_called);
  if (tally->n_unapproved > 0)
    kp_answer_add_count (answer, "n_unapproved", _ ("Substitutes that wait for an approval"), tally->n_unapproved);
  kp_answer_add_count (answer, "n_waiting", _ ("Places that wait for a call from the reserve"), tally->n_waiting);
  if (tally->why != NULL && *tally->why != '\0')
    kp_answer_add_text (answer, "why", _ ("Why places stay empty"), tally->why);
  if (tally->n_waiting > 0)
    kp_answer_say (answer, _ ("Call the next from the reserve with “kaopin reserve FILE --call POST”."));
  if (tally->n_called > 0)
    kp_answer_say (answer, _ ("Who is called goes through physical and background, and has a publicity of their own; the places "
                              "of all others stay."));
}

static gboolean
leave (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpDepartOrder order = {
    .numbers = (const char *const *) options->leave,
    .kind = options->cause,
    .people = { options->by, options->with, options->reason },
  };
  g_auto (KpDepartTally) tally = { 0 };

  if (!kp_step_depart (session, &order, &tally, error))
    return FALSE;
  kp_verb_tell_depart (kp_command_get_answer (command), &tally);
  return TRUE;
}

static gboolean
undo (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const KpTwoPeople people = { options->by, options->with, options->reason };
  KpDepartUndoTally tally;

  if (!kp_step_undo_departure (session, options->undo, &people, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_withdrawn", _ ("Called no more"), tally.n_withdrawn);
  if (tally.n_withdrawn > 0)
    kp_answer_say (answer, _ ("Tell those who were called for the place that they are called no more."));
  if (tally.has_contract)
    kp_answer_say (answer, _ ("The contract that was taken back stands again, with its number."));
  return TRUE;
}

/* Leavings that were taken back, below those that stand. */
static gboolean
list_undone (KpAnswer *answer, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "number", _ ("Registration number"), FALSE }, { "cause", _ ("Cause"), FALSE },   { "left_on", _ ("Left on"), FALSE },
    { "reason", _ ("Reason"), FALSE },              { "by", _ ("Who answers for it"), FALSE }, { "with", _ ("Second person"), FALSE },
    { "at", _ ("When"), FALSE },
  };
  g_autoptr (GPtrArray) records = kp_step_list_departure_undos (session, error);

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    return TRUE;
  kp_answer_begin_table (answer, "taken_back", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < records->len; i++)
    {
      const KpDepartureUndoRecord *one = g_ptr_array_index (records, i);
      KpDepartureKind kind = KP_DEPARTURE_WAIVER;

      if (kp_departure_kind_parse (one->kind, &kind))
        kp_answer_add_row (answer, (const char *[]){ one->application, kp_departure_kind_get_chinese (kind), one->left_on,
                                                     one->reason, one->first_person, one->second_person, one->at });
    }
  return TRUE;
}

static gboolean
list_left (KpCommand *command, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "number", _ ("Registration number"), FALSE }, { "name", _ ("Name"), FALSE },
    { "post", _ ("Post"), FALSE },                  { "cause", _ ("Cause"), FALSE },
    { "stage", _ ("Stage"), FALSE },                { "left_on", _ ("Left on"), FALSE },
    { "round", _ ("Round"), TRUE },                 { "called_on", _ ("Called from the reserve on"), FALSE },
    { "contract", _ ("Contract taken back"), FALSE }, { "reason", _ ("Reason"), FALSE },
    { "by", _ ("Who answers for it"), FALSE },      { "with", _ ("Second person"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  guint n_left = 0;

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    n_left += kp_roster_get_dossier (roster, i)->departure != NULL;
  kp_answer_add_count (answer, "n_left", _ ("Have left"), n_left);
  kp_answer_begin_table (answer, "left", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpDepartureRecord *one = dossier->departure;
      g_autofree char *round = one != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, one->round) : NULL;
      KpDepartureKind kind = KP_DEPARTURE_WAIVER;
      KpStage stage = KP_STAGE_HIRE;

      if (one == NULL || !kp_departure_kind_parse (one->kind, &kind) || !kp_stage_parse (one->stage, &stage))
        continue;
      kp_answer_add_row (answer, (const char *[]){ one->application, dossier->person->name, one->post,
                                                   kp_departure_kind_get_chinese (kind), kp_stage_get_label (stage),
                                                   one->left_on, round, one->called_on, one->contract, one->reason,
                                                   one->first_person, one->second_person });
    }
  return list_undone (answer, session, error);
}

static gboolean
hire (KpCommand *command, KpSession *session, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpHireTally tally = { 0 };

  if (!kp_step_hire (session, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The contracts stand already; nothing was changed."));
  kp_answer_add_count (answer, "n_contracts", _ ("Contracts"), tally.n_contracts);
  kp_answer_add_count (answer, "n_public", _ ("Wait for the end of their publicity"), tally.n_public);
  kp_answer_add_count (answer, "n_objected", _ ("Wait for the answer to an objection"), tally.n_objected);
  return TRUE;
}

/** kp_verb_hire: kaopin hire FILE [--leave NUMBER … --cause CAUSE | --undo NUMBER] [--reason TEXT --by A --with B] | --list. */
gboolean
kp_verb_hire (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "leave", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.leave, N_ ("Record who leaves after the publication; may be given again"),
      "NUMBER" },
    { "cause", 0, 0, G_OPTION_ARG_STRING, &options.cause, N_ ("With --leave: why"), "waiver|absent|breach|dismissed|resigned" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("With --leave and --undo: the reason in words, for the record"), "TEXT" },
    { "undo", 0, 0, G_OPTION_ARG_STRING, &options.undo, N_ ("Take the leaving of somebody back, by two people"), "NUMBER" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.is_list, N_ ("List who left after the publication, and what came of it"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (options.is_list + (options.leave != NULL) + (options.undo != NULL) > 1)
    return kp_command_fail_usage (command, error, _ ("Say one of --leave NUMBER, --undo NUMBER and --list."));
  if (options.leave == NULL && options.cause != NULL)
    return kp_command_fail_usage (command, error, _ ("A cause belongs to somebody who leaves; name him with --leave."));
  session = kp_command_open (command, options.is_list ? KP_OPEN_READ_ONLY : KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  if (options.is_list)
    return list_left (command, session, error);
  if (options.undo != NULL)
    return undo (command, session, &options, error);
  return options.leave != NULL ? leave (command, session, &options, error) : hire (command, session, error);
}
