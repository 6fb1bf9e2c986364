/* kp-step-institution.c – the end of a public institution's contract, by its own regulations.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-institution.h"

#include <glib/gi18n-lib.h>

#include "kp-probation-stage.h"
#include "kp-two-people.h"

static gboolean
check_law (KpSession *session, const KpEmployment *work, const KpInstitutionEndOrder *order, GError **error)
{
  KpInstitutionEnd facts = order->facts;
  KpInstitutionEndFinding findings[KP_INSTITUTION_N_END_FINDINGS];
  KpProbationPolicy policy;

  kp_scheme_make_probation_policy (kp_session_get_scheme (session), &policy);
  facts.start = work->file.start;
  facts.ends = work->person.ends;
  facts.probation_end = work->outcome == NULL && work->file.months > 0 ? kp_probation_decide_last_day (&policy, &work->file)
                                                                       : KP_DATE_NONE;
  facts.states_reason = !kp_two_people_is_blank (order->reason);
  if (kp_institution_check_end (&facts, findings) == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _ ("The contract can't end like this: %s (%s)"),
               kp_institution_end_finding_get_chinese (findings[0]), kp_institution_end_finding_get_clause (findings[0]));
  return FALSE;
}

static gboolean
write_end (KpSession *session, KpLedger *ledger, const KpEmployment *work, const KpInstitutionEndOrder *order, GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *last_day = kp_date_dup_iso (order->facts.last_day);
  g_autofree char *served = kp_date_is_valid (order->facts.notice_served) ? kp_date_dup_iso (order->facts.notice_served) : NULL;
  KpContractEndRecord record = {
    .campaign = kp_session_get_campaign (session),
    .contract = work->contract->number,
    .ground = kp_institution_ground_get_name (order->facts.ground),
    .served = served,
    .last_day = last_day,
    .reason = order->reason,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_contract_end_table, &record, error);
}

/**
 * kp_step_end_institution:
 * @session: a session, open for writing, of a scheme with contracts of public institutions
 * @order: how a contract ends
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_end_institution (KpSession *session, const KpInstitutionEndOrder *order, GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  const KpEmployment *work;

  if (kp_session_get_scheme (session)->contract.kind != KP_CONTRACT_INSTITUTION)
    return kp_step_refuse (_ ("These are labour contracts; they end by the labour contract law, not by the regulations of institutions."), error);
  if (!kp_two_people_check_named (session, order->by, order->with, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, kp_institution_ground_get_name (order->facts.ground), error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  work = works != NULL ? kp_employments_find (works, order->number, error) : NULL;
  if (work == NULL)
    return FALSE;
  if (work->end != NULL)
    return kp_step_refuse (_ ("The contract has ended already."), error);
  return check_law (session, work, order, error) && write_end (session, ledger, work, order, error)
         && kp_probation_stage_commit (session, ledger, error);
}
