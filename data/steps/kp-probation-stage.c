/* kp-probation-stage.c – whether the stage of the probation is over, as the record says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* No step follows the probation that would close it, as other stages are closed; so the record says it:
 *
 *   over    there are contracts, and each is signed and registered and its probation confirmed, or ended with its papers
 *           handed over; nobody proposed waits for a contract, nobody follows a leaver, no objection is open
 *   open    else: also again, when somebody is hired later or a record is put right
 *
 * That is: nothing is due any more (kp_step_list_due()) but the ends of terms, which come years later. */
#include "kp-probation-stage.h"

#include "kp-departure.h"
#include "kp-employment.h"
#include "kp-step-due.h"

/* What can be seen without everybody's record; most of the time it is enough. */
static gboolean
has_open_work (const KpEmployments *works)
{
  for (guint i = 0; i < kp_employments_get_n (works); i++)
    {
      const KpDeadlinePerson *person = &kp_employments_get (works, i)->person;

      if (kp_date_is_valid (person->left_on) ? !kp_date_is_valid (person->handed_over_on)
                                             : !kp_date_is_valid (person->signed_on) || person->probation != NULL)
        return TRUE;
    }
  return kp_employments_get_n (works) == 0;
}

static gboolean
is_anybody_on_the_way (KpSession *session,
                       KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_departure_is_on_the_way (kp_session_get_scheme (session), roster, kp_roster_get_dossier (roster, i)))
      return TRUE;
  return FALSE;
}

static gboolean
decide (KpSession *session,
        gboolean *is_over,
        GError **error)
{
  g_autoptr (KpEmployments) works = kp_employments_load (session, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) dues = NULL;

  *is_over = FALSE;
  if (works == NULL || has_open_work (works))
    return works != NULL;
  roster = kp_session_load_roster (session, error);
  dues = roster != NULL ? kp_step_list_due (session, kp_session_get_today (session), error) : NULL;
  if (dues == NULL)
    return FALSE;
  *is_over = !is_anybody_on_the_way (session, roster);
  for (guint i = 0; i < dues->len; i++)
    *is_over &= !kp_deadline_kind_is_of_hire (((const KpDue *) g_ptr_array_index (dues, i))->deadline->kind);
  return TRUE;
}

/**
 * kp_probation_stage_commit:
 * @session: a session
 * @ledger: of a unit of work that may be the last of a probation, or begin another
 * @error: return location
 *
 * Closes the stage of the probation where it is over, opens it again where it isn't, and ends the unit of work.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_probation_stage_commit (KpSession *session,
                           KpLedger *ledger,
                           GError **error)
{
  gboolean is_over;

  return decide (session, &is_over, error)
         && kp_session_derive_stage (session, ledger, KP_STAGE_PROBATION, is_over, error)
         && kp_session_commit (session, ledger, error);
}
