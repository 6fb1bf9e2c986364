/* kp-verb-total.c – computes totals and places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-extra.h"
#include "kp-step-final-total.h"
#include "kp-step-total.h"
#include "kp-verbs.h"

/** kp_verb_enter_extra: one mark of an extra test, NUMBER=MARK, by one of the two steps; the lists are then made anew. */
gboolean
kp_verb_enter_extra (
    KpCommand *command, KpSession *session, const char *given, KpVerbExtra step, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (given, "=", 2);

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    return kp_command_fail_usage (
        command, error, _ ("“%s” is no mark of an extra test; write the number, = and the mark."), given);
  return step (session, parts[0], parts[1], error);
}

static gboolean
make_final (KpAnswer *answer, KpSession *session, GError **error)
{
  KpFinalTotalTally tally = { 0 };
  guint n_failed = 0;
  guint n_called = 0;

  if (!kp_step_final_total (session, &tally, &n_failed, &n_called, error))
    return FALSE;
  kp_answer_add_count (answer, "n_ranked", _ ("With a place"), tally.n_ranked);
  kp_answer_add_count (answer, "n_unranked", _ ("Without a place"), tally.n_unranked);
  kp_answer_add_count (answer, "n_open", _ ("Without a mark of the background check"), tally.n_open);
  kp_answer_add_count (answer, "n_undecided", _ ("Tied, to be decided by people"), tally.n_undecided);
  kp_answer_add_count (answer, "n_failed", _ ("Failed the background check by the mark"), n_failed);
  kp_answer_add_count (answer, "n_called", _ ("Called now"), n_called);
  return TRUE;
}

/* An extra test, or the committee, has to part them: nobody could tell whom the number means. */
static gboolean
add_tied (KpAnswer *answer, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "application", _ ("Tied number"), FALSE }, { "name", _ ("Name of the tied"), FALSE }, { "post", _ ("Post"), FALSE },
    { "place", _ ("Place"), TRUE },              { "total", _ ("Total"), TRUE },
  };
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  if (roster == NULL)
    return FALSE;
  kp_answer_begin_table (answer, "undecided", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpTotalRecord *total = dossier->total;
      g_autofree char *place = total != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, total->place) : NULL;
      g_autofree char *mark = total != NULL ? kp_mark_dup_text (total->total, 2) : NULL;

      if (total != NULL && total->is_undecided)
        kp_answer_add_row (answer, (const char *const[]){ total->application, dossier->person->name, total->post, place, mark, NULL });
    }
  return TRUE;
}

static gboolean
make_totals (KpAnswer *answer, KpSession *session, GError **error)
{
  KpTotalTally tally = { 0 };

  if (!kp_step_total (session, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_ranked", _ ("With a place"), tally.n_ranked);
  kp_answer_add_count (answer, "n_unranked", _ ("Without a place"), tally.n_unranked);
  kp_answer_add_count (answer, "n_direct", _ ("Hired without an exam"), tally.n_direct);
  kp_answer_add_count (answer, "n_undecided", _ ("Tied, to be decided by people"), tally.n_undecided);
  if (tally.n_waiting > 0)
    kp_answer_add_count (answer, "n_waiting", _ ("Posts that wait for a decision on empty places"), tally.n_waiting);
  kp_answer_add_count (answer, "n_called", _ ("Called to the physical examination"), tally.n_called);
  if (tally.n_undecided > 0 && !add_tied (answer, session, error))
    return FALSE;
  return kp_verb_answer_places (answer, session, error);
}

/** kp_verb_total: kaopin total FILE [--final] [--extra-test NUMBER=MARK …]. */
gboolean
kp_verb_total (KpCommand *command, GError **error)
{
  g_auto (GStrv) extras = NULL;
  gboolean is_final = FALSE;
  const GOptionEntry entries[] = {
    { "final", 0, 0, G_OPTION_ARG_NONE, &is_final,
      N_ ("Final totals of those called, with the score of the background check"), NULL },
    { "extra-test", 0, 0, G_OPTION_ARG_STRING_ARRAY, &extras,
      N_ ("The extra test of somebody tied; may be given several times"), "NUMBER=MARK" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  for (guint i = 0; session != NULL && extras != NULL && extras[i] != NULL; i++)
    if (!kp_verb_enter_extra (command, session, extras[i], is_final ? kp_step_enter_final_test : kp_step_enter_extra_test, error))
      return FALSE;
  if (session == NULL)
    return FALSE;
  return is_final ? make_final (answer, session, error) : make_totals (answer, session, error);
}
