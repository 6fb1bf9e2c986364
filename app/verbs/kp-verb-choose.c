/* kp-verb-choose.c – those who are to be hired choose their posts in the order of their totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-choose.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *reason;
  char *by;
  char *with;
  gboolean is_absent;
  gboolean is_declined;
  gboolean is_undo;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->reason, g_free);
  g_clear_pointer (&options->by, g_free);
  g_clear_pointer (&options->with, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
list_turns (KpAnswer *answer, const KpChoosing *choosing, const KpScheme *scheme)
{
  const KpAnswerColumn columns[] = {
    { "turn", _ ("Turn"), TRUE },  { "post", _ ("Post"), FALSE },   { "number", _ ("Registration number"), FALSE },
    { "name", _ ("Name"), FALSE }, { "state", _ ("State"), FALSE }, { "offer", _ ("Chosen"), FALSE },
    { "now", _ ("May choose"), FALSE },
  };

  kp_answer_begin_table (answer, "turns", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < choosing->n_turns; i++)
    {
      const KpTurn *turn = &choosing->turns[i];
      const KpDossier *dossier = turn->dossier;
      g_autofree char *place = g_strdup_printf ("%u", turn->place);

      kp_answer_add_row (answer, (const char *[]){ place, dossier->total != NULL ? dossier->total->post : NULL,
                                                   dossier->application->application, dossier->person->name,
                                                   kp_turn_state_get_chinese (turn->state),
                                                   turn->offer != NULL ? kp_choosing_get_offer_name (scheme, turn->offer) : NULL,
                                                   turn->is_now ? "是" : NULL });
    }
}

static void
list_offers (KpAnswer *answer, const KpChoosing *choosing)
{
  const KpAnswerColumn columns[] = {
    { "code", _ ("Code"), FALSE }, { "name", _ ("Name"), FALSE }, { "places", _ ("Places"), TRUE }, { "free", _ ("Free"), TRUE },
  };

  kp_answer_begin_table (answer, "offers", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < choosing->n_offers; i++)
    {
      const KpOffer *offer = &choosing->offers[i];
      g_autofree char *places = g_strdup_printf ("%u", offer->places);
      g_autofree char *n_free = g_strdup_printf ("%u", offer->n_free);

      kp_answer_add_row (answer, (const char *[]){ offer->code, offer->name, places, n_free });
    }
}

static gboolean
show (KpCommand *command, KpSession *session, GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpChoosing) choosing = kp_choosing_load (session, error);
  guint n_chosen = 0;

  if (choosing == NULL)
    return FALSE;
  for (guint i = 0; i < choosing->n_turns; i++)
    n_chosen += choosing->turns[i].state == KP_TURN_CHOSEN;
  if (!scheme->choice.policy.applies)
    kp_answer_say (answer, _ ("By the scheme nobody chooses a post."));
  kp_answer_add_count (answer, "n_turns", _ ("Who chooses"), choosing->n_turns);
  kp_answer_add_count (answer, "n_chosen", _ ("Have chosen"), n_chosen);
  if (!scheme->choice.policy.applies)
    return TRUE;
  list_offers (answer, choosing);
  list_turns (answer, choosing, scheme);
  return TRUE;
}

static gboolean
act (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpTwoPeople people = { options->by, options->with, options->reason };
  const char *number = kp_command_get_argument (command, 0);
  const char *offer = kp_command_get_argument (command, 1);

  if (options->is_undo)
    return kp_step_undo_choice (session, number, &people, error);
  if (offer != NULL)
    return kp_step_choose (session, number, offer, error);
  return kp_step_pass_over (session, number, options->is_absent ? KP_TURN_ABSENT : KP_TURN_DECLINED, error);
}

/** kp_verb_choose: kaopin choose FILE [NUMBER OFFER | NUMBER --absent|--declined | NUMBER --undo …]. */
gboolean
kp_verb_choose (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "absent", 0, 0, G_OPTION_ARG_NONE, &options.is_absent, N_ ("Whose turn it is isn't there: pass over"), NULL },
    { "declined", 0, 0, G_OPTION_ARG_NONE, &options.is_declined, N_ ("Whose turn it is wants nothing of what is free: pass over"),
      NULL },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &options.is_undo, N_ ("Take a choice back, by two people"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("With --undo: why"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  gboolean is_act;

  if (!kp_command_parse (command, entries, 0, 2, error))
    return FALSE;
  is_act = kp_command_get_argument (command, 0) != NULL;
  if (is_act
      && (kp_command_get_argument (command, 1) != NULL) + options.is_absent + options.is_declined + options.is_undo != 1)
    return kp_command_fail_usage (command, error, _ ("Say what is chosen, or one of --absent, --declined and --undo."));
  session = kp_command_open (command, is_act ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY, error);
  return session != NULL && (!is_act || act (command, session, &options, error)) && show (command, session, error);
}
