/* kp-step-work.c – duties after the contract, as they are done, and the end of a contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A duty done late is a fact and is written down, with the count of those late; a contract that the law doesn't let end so is
 * refused with the clause. */
#include "kp-step-work.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-conversion-report.h"
#include "kp-labour.h"
#include "kp-probation-stage.h"
#include "kp-severance.h"
#include "kp-two-people.h"

static gboolean
check_day (KpSession *session,
           KpDate day,
           GError **error)
{
  if (!kp_date_is_valid (day))
    return kp_step_refuse (_("Say on which day it was done."), error);
  if (kp_date_compare (day, kp_session_get_today (session)) > 0)
    return kp_step_refuse (_("That day hasn't come yet; what is still to be done can't be recorded as done."), error);
  return TRUE;
}

static gboolean
is_chosen (const KpDutyOrder *order,
           const KpEmployment *work)
{
  if (order->number != NULL)
    return g_str_equal (work->contract->number, order->number)
           || g_str_equal (work->contract->application, order->number);
  if (order->street != NULL && !g_str_equal (work->contract->street, order->street))
    return FALSE;
  return (work->end != NULL) == (order->duty == KP_DUTY_HANDOVER);
}

static gboolean
is_late (const KpDeadlinePolicy *policy,
         const KpDutyOrder *order,
         const KpEmployment *work)
{
  const KpDate start = work->file.start;
  KpDate last;

  switch (order->duty)
    {
    case KP_DUTY_SIGNED:
      last = kp_labour_decide_signing_deadline (start);
      break;
    case KP_DUTY_INSURED:
      last = kp_date_add_days (start, (gint) policy->insurance_days - 1);
      break;
    case KP_DUTY_FUND:
      last = kp_date_add_days (start, (gint) policy->fund_days - 1);
      break;
    case KP_DUTY_HANDOVER:
      last = kp_termination_decide_certificate_deadline (work->person.left_on);
      break;
    case KP_DUTY_CERTIFICATE:
    case KP_DUTY_RENEWED:
    default:
      return FALSE;
    }
  return kp_date_compare (order->day, last) > 0;
}

static gboolean
write_duty (KpSession *session,
            KpLedger *ledger,
            const KpDutyOrder *order,
            const KpEmployment *work,
            GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *day = kp_date_dup_iso (order->day);
  KpContractEventRecord record = {
    .campaign = kp_session_get_campaign (session),
    .contract = work->contract->number,
    .kind = kp_duty_get_name (order->duty),
    .day = day,
    .document = order->document,
    .actor = kp_session_get_actor (session),
    .at = now,
  };

  if (order->duty == KP_DUTY_HANDOVER && work->end == NULL)
    return kp_step_refuse (_("The contract hasn't ended, so no file is handed over."), error);
  return kp_ledger_insert (ledger, &kp_contract_event_table, &record, error);
}

static gboolean
write_duties (KpSession *session,
              KpLedger *ledger,
              const KpEmployments *works,
              const KpDutyOrder *order,
              KpDutyTally *tally,
              GError **error)
{
  KpDeadlinePolicy policy;

  kp_scheme_make_deadline_policy (kp_session_get_scheme (session), &policy);
  for (guint i = 0; i < kp_employments_get_n (works); i++)
    {
      const KpEmployment *work = kp_employments_get (works, i);

      if (!is_chosen (order, work))
        continue;
      if (work->duties[order->duty] != NULL)
        {
          tally->n_stood++;
          continue;
        }
      if (!write_duty (session, ledger, order, work, error))
        return FALSE;
      tally->n_done++;
      tally->n_late += is_late (&policy, order, work);
    }
  return TRUE;
}

/**
 * kp_step_record_duty:
 * @session: a session, open for writing
 * @order: what was done
 * @tally: (out): how many contracts it is written down for
 * @error: return location
 *
 * Writes down that a contract was signed, somebody was insured and so on, for one contract or for all that owe it. What
 * stands already stays as it is.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_record_duty (KpSession *session,
                     const KpDutyOrder *order,
                     KpDutyTally *tally,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;

  *tally = (KpDutyTally){ 0 };
  if (!check_day (session, order->day, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, kp_duty_get_name (order->duty), error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  if (works == NULL || (order->number != NULL && kp_employments_find (works, order->number, error) == NULL))
    return FALSE;
  return write_duties (session, ledger, works, order, tally, error) && kp_probation_stage_commit (session, ledger, error);
}

/* 劳动合同法 §§21, 37, 39–45: the first thing that the law has against it. */
static gboolean
check_law (const KpTermination *termination,
           GError **error)
{
  KpTerminationFinding findings[KP_TERMINATION_N_FINDINGS];

  if (kp_termination_check (termination, findings) == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("The contract can't end like this: %s (%s)"),
               kp_termination_finding_get_chinese (findings[0]), kp_termination_finding_get_clause (findings[0]));
  return FALSE;
}

/* None once the probation is settled, and later where both sides agreed on days without work. */
static KpDate
get_probation_end (KpSession *session,
                   const KpEmployment *work)
{
  KpProbationPolicy policy;

  if (work->outcome != NULL || work->file.months == 0)
    return KP_DATE_NONE;
  kp_scheme_make_probation_policy (kp_session_get_scheme (session), &policy);
  return kp_probation_decide_last_day (&policy, &work->file);
}

static char *
dup_day (KpDate day)
{
  return kp_date_is_valid (day) ? kp_date_dup_iso (day) : NULL;
}

/* 劳动合同法 §47, 实施条例 §10: the years here, and those brought along that nobody has paid out. */
static gboolean
count_compensation (KpSession *session,
                    const KpEmployment *work,
                    KpDate last_day,
                    guint *half_months,
                    GError **error)
{
  const KpWorkSpan here = { work->file.start, last_day, FALSE };
  g_autoptr (KpConversionReport) report = kp_conversion_report_load (session, error);
  g_autoptr (GArray) segments = NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (KpWorkSpan));
  const KpDossier *dossier;

  if (report == NULL)
    return FALSE;
  dossier = kp_roster_find_application (report->roster, work->contract->application);
  segments = kp_conversion_report_list_segments (
      report, kp_conversion_report_find_id_number (report, dossier->person->id_number), dossier,
      kp_date_add_days (work->file.start, -1));
  g_array_append_val (spans, here);
  for (guint i = 0; i < segments->len; i++)
    {
      const KpSegment *segment = &g_array_index (segments, KpSegment, i);
      const KpWorkSpan span = { segment->from, segment->until, FALSE };

      if (segment->has_proof && kp_segment_counts (segment, KP_YEARS_COMPENSATION))
        g_array_append_val (spans, span);
    }
  *half_months = kp_severance_count_half_months ((const KpWorkSpan *) (gpointer) spans->data, spans->len);
  return TRUE;
}

/**
 * kp_contract_end_write:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @work: the contract
 * @order: how it ends
 * @half_months: (out): compensation owed, in half months of wage
 * @error: return location
 *
 * Holds the end of a contract against the law, and writes it.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
kp_contract_end_write (KpSession *session,
                       KpLedger *ledger,
                       const KpEmployment *work,
                       const KpEndOrder *order,
                       guint *half_months,
                       GError **error)
{
  const KpTermination termination = {
    .ground = order->ground,
    .start = work->file.start,
    .ends = work->person.ends,
    .signed_on = work->person.signed_on,
    .probation_end = get_probation_end (session, work),
    .notice_served = order->served,
    .last_day = order->last_day,
    .union_told = order->union_told,
    .states_reason = !kp_two_people_is_blank (order->reason),
    .pays_month_instead = order->pays_month_instead,
    .is_protected = order->is_protected,
    .refused_same = order->refused_same,
  };
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *served = dup_day (order->served);
  g_autofree char *last_day = dup_day (order->last_day);
  g_autofree char *union_told = dup_day (order->union_told);
  KpContractEndRecord record = {
    .campaign = kp_session_get_campaign (session),
    .contract = work->contract->number,
    .ground = kp_ground_get_name (order->ground),
    .served = served,
    .last_day = last_day,
    .union_told = union_told,
    .reason = order->reason,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  *half_months = 0;
  if (work->end != NULL)
    return kp_step_refuse (_("The contract has ended already."), error);
  if (kp_two_people_is_blank (order->reason))
    return kp_step_refuse (_("Say with --reason why the contract ends; it stands in the record and in the certificate."), error);
  if (!check_law (&termination, error))
    return FALSE;
  if (kp_termination_owes_compensation (&termination) && !count_compensation (session, work, order->last_day, half_months, error))
    return FALSE;
  record.half_months = *half_months;
  return kp_ledger_insert (ledger, &kp_contract_end_table, &record, error);
}

/**
 * kp_step_end_contract:
 * @session: a session, open for writing
 * @order: how a contract ends
 * @half_months: (out): compensation owed, in half months of wage
 * @error: return location
 *
 * Ends a contract on any ground but a failed probation, which has a chain of its own.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_end_contract (KpSession *session,
                      const KpEndOrder *order,
                      guint *half_months,
                      GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  const KpEmployment *work;

  *half_months = 0;
  if (kp_session_get_scheme (session)->contract.kind == KP_CONTRACT_INSTITUTION)
    return kp_step_refuse (_("These are contracts of a public institution; they end on grounds of its regulations, see “kaopin help contract”."),
                           error);
  if (order->ground == KP_GROUND_PROBATION_FAILED)
    return kp_step_refuse (_("A failed probation ends by its chain of proof: use “kaopin probation FILE NUMBER --settle terminate”."),
                           error);
  if (!kp_two_people_check_named (session, order->by, order->with, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, kp_ground_get_name (order->ground), error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  work = works != NULL ? kp_employments_find (works, order->number, error) : NULL;
  return work != NULL && kp_contract_end_write (session, ledger, work, order, half_months, error)
         && kp_probation_stage_commit (session, ledger, error);
}
