/* kp-step-approve.c – the approval of a substitution, which is carried out with it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 递补须经批准 (substitution.needs_approval). Somebody leaves → the rules say who follows, and in which round of the post →
 * nobody is called yet → the approval is recorded → who follows is called, by the same act. A round that is refused leaves
 * its place empty; the next round calls the same person, for he never stood in the way of anybody.
 *
 * A place that waits for a call from the reserve pool has its approval before the call. */
#include "kp-step-approve.h"

#include <glib/gi18n-lib.h>

#include "kp-departure.h"
#include "kp-final-total-record.h"
#include "kp-probation-stage.h"
#include "kp-two-people.h"

static gboolean
check_order (KpSession *session,
             const KpApproveOrder *order,
             GError **error)
{
  if (!kp_session_get_scheme (session)->substitution.needs_approval)
    return kp_step_refuse (_("By the scheme (substitution.needs_approval) no substitution needs an approval."), error);
  if (kp_two_people_is_blank (order->document) || kp_two_people_is_blank (order->authority))
    return kp_step_refuse (_("Name the document of the approval (--document) and who gave it (--from)."), error);
  if (!kp_date_is_valid (order->day) || kp_date_compare (order->day, kp_session_get_today (session)) > 0)
    return kp_step_refuse (_("Say on which day it was approved (--on); that day isn't later than today."), error);
  return kp_two_people_check_named (session, order->by, order->with, error);
}

/* The first round of the post that waits; 0 = none. */
static guint
find_open (const GArray *waiting,
           const char *post)
{
  guint round = 0;

  for (guint i = 0; i < waiting->len; i++)
    {
      const KpCalledWaiting *one = &g_array_index (waiting, KpCalledWaiting, i);

      if (g_str_equal (one->post, post) && (round == 0 || one->round < round))
        round = one->round;
    }
  return round;
}

/* The round that the next call from the pool opens, where a place of the post waits for one; 0 = none does. */
static guint
find_reserve_round (KpSession *session,
                    KpRoster *roster,
                    const char *post)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const gboolean is_shared = scheme->substitution.from != KP_SUBSTITUTES_FROM_POST;

  for (guint i = 0; kp_departure_is_answered_by_reserve (scheme) && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->departure != NULL && dossier->departure->called_on == NULL && dossier->proposal != NULL
          && g_str_equal (dossier->departure->post, post))
        return kp_departure_get_next_round (roster, is_shared ? NULL : dossier->application->post);
    }
  return 0;
}

static gboolean
insert (KpSession *session,
        KpLedger *ledger,
        const KpApproveOrder *order,
        guint round,
        GError **error)
{
  g_autofree char *day = kp_date_dup_iso (order->day);
  g_autofree char *now = kp_session_dup_now (session);
  KpApprovalRecord record = {
    .campaign = kp_session_get_campaign (session),
    .post = order->post,
    .round = round,
    .outcome = order->is_refused ? "refused" : "approved",
    .document = order->document,
    .authority = order->authority,
    .decided_on = day,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_approval_table, &record, error);
}

static gboolean
go_on (KpSession *session,
       KpLedger *ledger,
       KpApproveTally *tally,
       GError **error)
{
  KpFinalTotalTally final;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) waiting = NULL;

  if (!kp_called_go_on (session, ledger, &tally->n_called, error) || !kp_final_total_record_write (session, ledger, &final, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  waiting = roster != NULL ? kp_called_list_waiting (session, roster, error) : NULL;
  if (waiting == NULL)
    return FALSE;
  tally->n_open = waiting->len;
  return TRUE;
}

/**
 * kp_step_approve:
 * @session: a session, open for writing
 * @order: which post, by which document, and who answers for it
 * @tally: (out): what came of it
 * @error: return location
 *
 * 递补批准: records the approval of the first round of the post that waits for one, and calls who follows; or that it was
 * refused.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_approve (KpSession *session,
                 const KpApproveOrder *order,
                 KpApproveTally *tally,
                 GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) waiting = NULL;

  *tally = (KpApproveTally) { 0 };
  if (!check_order (session, order, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "approve-substitution", order->post, error);
  roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  waiting = roster != NULL ? kp_called_list_waiting (session, roster, error) : NULL;
  if (waiting == NULL)
    return FALSE;
  tally->round = find_open (waiting, order->post);
  tally->is_for_reserve = tally->round == 0;
  if (tally->is_for_reserve)
    tally->round = find_reserve_round (session, roster, order->post);
  if (tally->round == 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("No substitution of post %s waits for an approval; see “kaopin approve FILE”."), order->post);
      return FALSE;
    }
  return insert (session, ledger, order, tally->round, error) && go_on (session, ledger, tally, error)
         && kp_probation_stage_commit (session, ledger, error);
}
