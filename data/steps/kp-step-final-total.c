/* kp-step-final-total.c – final totals of those called to a background check that is scored.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-final-total.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-departure.h"
#include "kp-step-extra.h"

static gboolean
check_asked (KpSession *session,
             GError **error)
{
  if (kp_scheme_asks_final_total (kp_session_get_scheme (session)))
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("The scheme doesn't score the background check, so there are no final totals to make."));
  return FALSE;
}

/**
 * kp_step_final_total:
 * @session: a session, open for writing
 * @tally: (out): what was decided
 * @n_failed: (out): who failed or waived the background check by the mark
 * @n_called: (out): who is called for them, or goes on to the second check
 * @error: return location
 *
 * 最终成绩: whose mark of the background check is below the line has failed it, and the next by the total is called; all who
 * came to it are ranked by the final total. May be run again until the proposed hires are published,
 * and for those who follow a leaver.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_final_total (KpSession *session,
                     KpFinalTotalTally *tally,
                     guint *n_failed,
                     guint *n_called,
                     GError **error)
{
  const gboolean was_closed = kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_TOTALS);
  g_autoptr (KpLedger) ledger = NULL;
  gboolean is_late;

  if (!check_asked (session, error))
    return FALSE;
  ledger = kp_departure_begin (session, KP_STEP_FINAL_TOTAL, KP_STAGE_BACKGROUND, NULL, &is_late, error);
  return ledger != NULL && (was_closed || kp_extra_test_check_ties (session, error))
         && kp_final_total_record_fail (session, ledger, n_failed, error)
         && kp_called_go_on (session, ledger, n_called, error)
         && kp_final_total_record_write (session, ledger, tally, error) && kp_session_commit (session, ledger, error);
}
