/* kp-step-leave.c – who leaves between the written exam and the interview, and who enters in their place.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-leave.h"

#include <glib/gi18n-lib.h>

#include "kp-heat-record.h"
#include "kp-normal.h"
#include "kp-step-extra.h"

/* Where a campaign has none between shortlist and interview, people leave at the shortlist. */
static gboolean
find_stage (KpSession *session,
            KpStage *stage)
{
  const KpStageOrder *order = &kp_session_get_scheme (session)->stages;
  const gint recheck = kp_stage_order_get_position (order, KP_STAGE_RECHECK);
  const gboolean has_recheck = recheck > kp_stage_order_get_position (order, KP_STAGE_SHORTLIST);

  *stage = has_recheck ? KP_STAGE_RECHECK : KP_STAGE_SHORTLIST;
  return has_recheck;
}

/**
 * kp_leave_begin:
 * @session: a session, open for writing
 * @subject: what it is about
 * @stage: (out): the stage at which somebody leaves now
 * @error: return location
 *
 * Begins a unit of work of the re-check; where a campaign has none between shortlist and interview, of the shortlist.
 *
 * Returns: (transfer full) (nullable): the ledger, or %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
KpLedger *
kp_leave_begin (KpSession *session,
                const char *subject,
                KpStage *stage,
                GError **error)
{
  const gboolean has_recheck = find_stage (session, stage);
  const gboolean was_closed = kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_SHORTLIST);
  g_autoptr (KpLedger) ledger
      = kp_session_begin (session, has_recheck ? KP_STEP_RECHECK : KP_STEP_SHORTLIST, subject, error);
  return ledger != NULL && (!has_recheck || was_closed || kp_list_test_check_ties (session, error))
             ? g_steal_pointer (&ledger)
             : NULL;
}

/**
 * kp_leave_enter:
 * @session: a session
 * @ledger: of kp_session_begin_beside()
 * @stage: (out): the stage at which somebody leaves now
 * @error: return location
 *
 * As kp_leave_begin() within a unit of work of no stage: the list that is left is made once for all.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_leave_enter (KpSession *session,
                KpLedger *ledger,
                KpStage *stage,
                GError **error)
{
  if (!find_stage (session, stage) || kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_SHORTLIST))
    return TRUE;
  return kp_list_test_check_ties (session, error) && kp_session_close_stage (session, ledger, KP_STAGE_SHORTLIST, error);
}

static gint64
find_last_round (KpRoster *roster,
                 const char *post)
{
  gint64 last = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpLeavingRecord *leaving = kp_roster_get_dossier (roster, i)->leaving;

      if (leaving != NULL && g_str_equal (leaving->post, post))
        last = MAX (last, leaving->round);
    }
  return last;
}

static gboolean
check_leaver (const KpDossier *dossier,
              const char *application,
              GError **error)
{
  if (dossier == NULL || !kp_dossier_is_on_shortlist (dossier))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Number %s isn't on a list of the interview, so there is nothing to leave. Look the number up with "
                     "“kaopin export FILE shortlist”."),
                   application);
      return FALSE;
    }
  if (dossier->hearing == NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
               _("The interview order is drawn already, so number %s can't leave the list any more; enter “absent” among the "
                 "marks of the interview."),
               application);
  return FALSE;
}

/**
 * kp_leave_record:
 * @session: a session
 * @ledger: of kp_leave_begin()
 * @roster: read before this unit of work wrote any leaving
 * @dossier: of somebody on a list, of @roster
 * @leaving: at which stage and why
 * @reason: in words, for the record
 * @error: return location
 *
 * Writes that somebody leaves. All that are written before the lists are made again (kp_shortlist_record_write()) leave in
 * one round.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_leave_record (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *roster,
                 const KpDossier *dossier,
                 const KpLeaving *leaving,
                 const char *reason,
                 GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  guint list = 0;
  KpLeavingRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .post = dossier->application->post,
    .round = find_last_round (roster, dossier->application->post) + 1,
    .stage = kp_stage_get_name (leaving->stage),
    .cause = kp_cause_get_name (leaving->cause),
    .reason = reason,
    .recorded_by = kp_session_get_actor (session),
    .recorded_on = today,
  };

  if (!kp_heat_find_begun (session, roster, dossier->application->post, &list, error))
    return FALSE;
  record.list = list;
  return kp_ledger_insert (ledger, &kp_leaving_table, &record, error);
}

/* By registration number and by ticket it may be one and the same. */
static gboolean
check_once (GHashTable *named,
            const KpDossier *dossier,
            const char *application,
            GError **error)
{
  if (g_hash_table_add (named, (gpointer) dossier))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT, _("Number %s names somebody who is named before; once is enough."),
               application);
  return FALSE;
}

static gboolean
record_all (KpSession *session,
            KpLedger *ledger,
            const char *const *applications,
            const KpLeaving *leaving,
            const char *reason,
            GPtrArray *posts,
            GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; applications[i] != NULL; i++)
    {
      const KpDossier *dossier = kp_roster_find_number (roster, applications[i]);

      if (!check_leaver (dossier, applications[i], error) || !check_once (named, dossier, applications[i], error)
          || !kp_leave_record (session, ledger, roster, dossier, leaving, reason, error))
        return FALSE;
      g_ptr_array_add (posts, g_strdup (dossier->application->post));
    }
  return TRUE;
}

/**
 * kp_step_leave:
 * @session: a session, open for writing
 * @applications: registration numbers or tickets of those who leave together, %NULL at the end; each person once
 * @cause: why
 * @reason: in words, for the record
 * @tally: (out): the lists afterwards, and what the round came to for the post of the first
 * @error: return location
 *
 * 递补: somebody leaves the list of the interview before its order is drawn. The place that this leaves is filled as the
 * scheme's shortlist and substitution say; who leaves keeps mark and place.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_leave (KpSession *session,
               const char *const *applications,
               KpCause cause,
               const char *reason,
               KpShortlistTally *tally,
               GError **error)
{
  KpLeaving leaving = { .cause = cause };
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = kp_normal_text (reason);
  gboolean is_done;

  *tally = (KpShortlistTally) { 0 };
  if (*plain == '\0')
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                           _("A leaving needs a reason; say why with --reason."));
      return FALSE;
    }
  ledger = kp_leave_begin (session, "leave", &leaving.stage, error);
  if (ledger == NULL || !record_all (session, ledger, applications, &leaving, plain, posts, error))
    return FALSE;
  tally->watched = posts->len > 0 ? g_ptr_array_index (posts, 0) : NULL;
  is_done = kp_shortlist_record_write (session, ledger, tally, error) && kp_session_commit (session, ledger, error);
  tally->watched = NULL;
  return is_done;
}
