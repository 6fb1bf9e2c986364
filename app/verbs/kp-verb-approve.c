/* kp-verb-approve.c – approvals of substitutions, where the scheme asks for them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-approve.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *document;
  char *on;
  char *from;
  char *by;
  char *with;
  gboolean is_refused;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->document, &options->on, &options->from, &options->by, &options->with };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
approve (KpCommand *command, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpApproveOrder order = {
    .post = kp_command_get_argument (command, 0),
    .document = options->document,
    .authority = options->from,
    .is_refused = options->is_refused,
    .by = options->by,
    .with = options->with,
  };
  g_autoptr (KpSession) session = NULL;
  KpApproveTally tally;

  if (options->on != NULL && !kp_date_parse_iso (options->on, &order.day, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_approve (session, &order, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "round", _ ("Round"), tally.round);
  kp_answer_add_count (answer, "n_called", _ ("Called now"), tally.n_called);
  kp_answer_add_count (answer, "n_open", _ ("Substitutes that wait for an approval"), tally.n_open);
  if (tally.is_for_reserve && !order.is_refused)
    kp_answer_say (answer, _ ("Call the next from the reserve with “kaopin reserve FILE --call POST”."));
  return TRUE;
}

static void
add_waiting (KpAnswer *answer, const GArray *waiting)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },
    { "round", _ ("Round"), TRUE },
    { "number", _ ("Registration number"), FALSE },
  };

  kp_answer_add_count (answer, "n_open", _ ("Substitutes that wait for an approval"), waiting->len);
  kp_answer_begin_table (answer, "waiting", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < waiting->len; i++)
    {
      const KpCalledWaiting *one = &g_array_index (waiting, KpCalledWaiting, i);
      g_autofree char *round = g_strdup_printf ("%u", one->round);

      kp_answer_add_row (answer, (const char *[]){ one->post, round, one->dossier->application->application });
    }
}

static void
add_recorded (KpAnswer *answer, const GPtrArray *approvals)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },         { "round", _ ("Round"), TRUE },        { "outcome", _ ("Approval"), FALSE },
    { "document", _ ("Document"), FALSE }, { "from", _ ("Authority"), FALSE },    { "on", _ ("Date"), FALSE },
    { "by", _ ("Who answers for it"), FALSE }, { "with", _ ("Second person"), FALSE },
  };

  if (approvals->len == 0)
    return;
  kp_answer_begin_table (answer, "approvals", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < approvals->len; i++)
    {
      const KpApprovalRecord *one = g_ptr_array_index (approvals, i);
      g_autofree char *round = g_strdup_printf ("%" G_GINT64_FORMAT, one->round);

      kp_answer_add_row (answer, (const char *[]){ one->post, round,
                                                   g_str_equal (one->outcome, "approved") ? _ ("approved") : _ ("refused"),
                                                   one->document, one->authority, one->decided_on, one->first_person,
                                                   one->second_person });
    }
}

static gboolean
list (KpCommand *command, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpRoster) roster = session != NULL ? kp_session_load_roster (session, error) : NULL;
  g_autoptr (GArray) waiting = roster != NULL ? kp_called_list_waiting (session, roster, error) : NULL;
  g_autoptr (GPtrArray) approvals = waiting != NULL ? kp_approvals_load (session, error) : NULL;

  if (approvals == NULL)
    return FALSE;
  if (!kp_session_get_scheme (session)->substitution.needs_approval)
    kp_answer_say (answer, _ ("By the scheme (substitution.needs_approval) no substitution needs an approval."));
  add_waiting (answer, waiting);
  add_recorded (answer, approvals);
  return TRUE;
}

/** kp_verb_approve: kaopin approve FILE [POST --document NUMBER --from AUTHORITY --on DATE [--refused] --by A --with B]. */
gboolean
kp_verb_approve (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document, N_ ("Number of the document"), "TEXT" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Who approved or refused it"), "AUTHORITY" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("The day of the document"), "DATE" },
    { "refused", 0, 0, G_OPTION_ARG_NONE, &options.is_refused, N_ ("It was refused: the place stays empty"), NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 1, error))
    return FALSE;
  return kp_command_get_argument (command, 0) != NULL ? approve (command, &options, error) : list (command, error);
}
