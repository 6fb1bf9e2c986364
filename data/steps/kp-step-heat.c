/* kp-step-heat.c – the list after a test before the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-heat.h"

#include <glib/gi18n-lib.h>

#include "kp-heat-record.h"
#include "kp-paper-lock.h"
#include "kp-step-extra.h"

static gboolean
is_heat (const KpScheme *scheme,
         const char *code)
{
  for (guint i = 0; i < MIN (scheme->heats->len, KP_MAX_HEATS); i++)
    {
      if (g_str_equal (((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->other, code))
        return TRUE;
    }
  return FALSE;
}

/* Of the first list, or of the one before, nobody may be waiting, and nothing may be drawn yet. */
static gboolean
check_ready (KpSession *session,
             const char *code,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  gboolean has_lists = FALSE;

  if (roster == NULL)
    return FALSE;
  if (!is_heat (scheme, code))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("The scheme has no test “%s” before the interview; give the code of one of its \"heats\"."), code);
      return FALSE;
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing != NULL)
        return kp_step_refuse (_("The interview order is drawn already, so the list before it stands."), error);
      has_lists |= dossier->shortlist != NULL;
    }
  return has_lists || kp_step_refuse (_("Nobody is on a list yet, so nobody took the test. Make the shortlist first."), error);
}

/* Whether the list after the test is made for every post that holds it, so that its marks are closed. */
static gboolean
is_over (const KpScheme *scheme,
         KpRoster *roster,
         const char *code)
{
  for (guint i = 0; i < MIN (scheme->heats->len, KP_MAX_HEATS); i++)
    for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
      {
        const KpDossier *dossier = kp_roster_get_dossier (roster, j);

        if (g_str_equal (((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->other, code)
            && dossier->heats[i] == NULL && kp_heat_is_for (g_ptr_array_index (scheme->heats, i),
                                                            kp_scheme_get_post (scheme, dossier->application->post))
            && kp_dossier_is_on_shortlist (dossier))
          return FALSE;
      }
  return TRUE;
}

static gboolean
lock_marks (KpSession *session,
            KpLedger *ledger,
            const char *code,
            GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  return roster != NULL
         && (!is_over (kp_session_get_scheme (session), roster, code) || kp_paper_lock_by_list (session, ledger, code, error));
}

/**
 * kp_step_make_heat:
 * @session: a session, open for writing
 * @code: of the test
 * @tally: (out): what the first list and its substitutes are; n_entered counts those of the first list
 * @error: return location
 *
 * 测试后入围: makes the list after a test, of every post that holds it, from the marks that two entries agreed on. Refused while
 * somebody's mark is missing. Run again, it changes nothing unless something it depends on has. The marks are locked by it.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_make_heat (KpSession *session,
                   const char *code,
                   KpShortlistTally *tally,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  gboolean is_done;

  *tally = (KpShortlistTally) { 0 };
  ledger = kp_session_begin (session, KP_STEP_HEAT, code, error);
  if (ledger == NULL || !check_ready (session, code, error)
      || (!kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_SHORTLIST)
          && !kp_list_test_check_ties (session, error)))
    return FALSE;
  tally->heat = code;
  is_done = kp_shortlist_record_write (session, ledger, tally, error) && lock_marks (session, ledger, code, error)
            && kp_session_commit (session, ledger, error);
  tally->heat = NULL;
  return is_done;
}
