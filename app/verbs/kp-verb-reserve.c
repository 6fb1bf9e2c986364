/* kp-verb-reserve.c – the reserve pool 后备库 in order of merit, and the call from it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-step-depart.h"
#include "kp-verbs.h"

static void
add_row (KpAnswer *answer, const KpCalledReserve *reserve)
{
  const KpDossier *dossier = reserve->dossier;
  g_autofree char *place = g_strdup_printf ("%u", reserve->place);
  g_autofree char *final = g_strdup_printf ("%" G_GINT64_FORMAT, dossier->total->place);

  kp_answer_add_row (answer, (const char *[]){ dossier->total->post, place, dossier->application->application,
                                               dossier->person->name, final });
}

static void
answer_list (KpAnswer *answer, const KpReservePolicy *policy, KpDate on, const GArray *reserves)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },
    { "reserve", _ ("Place in the reserve"), TRUE },
    { "number", _ ("Registration number"), FALSE },
    { "name", _ ("Name"), FALSE },
    { "place", _ ("Place"), TRUE },
  };
  g_autofree char *until = kp_date_is_none (policy->until) ? NULL : kp_date_dup_iso (policy->until);

  kp_answer_add_count (answer, "n_reserves", _ ("In the reserve"), reserves->len);
  if (policy->applies && until != NULL)
    kp_answer_add_text (answer, "until", _ ("Reserve until"), until);
  if (!policy->applies)
    kp_answer_say (answer, _ ("The scheme has no reserve."));
  else if (!kp_reserve_is_open (policy, on))
    kp_answer_say (answer, _ ("The last day of the reserve is over; nobody may be taken from it any more."));
  kp_answer_begin_table (answer, "reserves", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < reserves->len; i++)
    add_row (answer, &g_array_index (reserves, KpCalledReserve, i));
}

static gboolean
call_one (KpCommand *command, KpSession *session, const char *post, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_auto (KpDepartTally) tally = { 0 };

  if (!kp_step_call_reserve (session, post, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_called", _ ("Called now"), tally.n_called);
  kp_answer_add_count (answer, "n_waiting", _ ("Places that wait for a call from the reserve"), tally.n_waiting);
  kp_answer_say (answer, _ ("The first of the reserve is called. Physical, background and a publicity of their own follow, as "
                            "for everybody."));
  return TRUE;
}

static gboolean
list (KpCommand *command, KpSession *session, const char *day, GError **error)
{
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) reserves = NULL;
  KpDate on = kp_session_get_today (session);

  if (day != NULL && !kp_date_parse_iso (day, &on, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  reserves = roster != NULL ? kp_called_list_reserve (session, roster, on, error) : NULL;
  if (reserves == NULL)
    return FALSE;
  answer_list (kp_command_get_answer (command), &kp_session_get_scheme (session)->reserve, on, reserves);
  return TRUE;
}

/** kp_verb_reserve: kaopin reserve FILE [--on DATE | --call POST]. */
gboolean
kp_verb_reserve (KpCommand *command, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *post = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("Count from this day in the place of today"), "DATE" },
    { "call", 0, 0, G_OPTION_ARG_STRING, &post, N_ ("Call the first of the reserve for a place of this post that was left"),
      "POST" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (day != NULL && post != NULL)
    return kp_command_fail_usage (command, error, _ ("Somebody is called today, not on another day; leave out --on."));
  session = kp_command_open (command, post != NULL ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  return post != NULL ? call_one (command, session, post, error) : list (command, session, day, error);
}
