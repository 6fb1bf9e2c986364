/* kp-step-convert.c – what becomes of the people of the roster: converted, staying, or ended by the former employer.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-convert.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-two-people.h"

static gboolean
refuse_line (const KpConversionLine *line, const char *reason, const char *clause, GError **error)
{
  if (clause != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _ ("%s can't be recorded like this: %s (%s)"), line->staff->number,
                 reason, clause);
  else
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _ ("%s can't be recorded like this: %s"), line->staff->number,
                 reason);
  return FALSE;
}

static const KpContractRecord *
get_contract (const KpConversionLine *line)
{
  return line->dossier != NULL ? line->dossier->contract : NULL;
}

/* 劳动合同法 §§7, 19, 50 and 实施条例 §10, and the conditions of the scheme. */
static gboolean
check_transfer (const KpConversionLine *line, const KpConvertOrder *order, KpDate last_day, GError **error)
{
  const KpContractRecord *contract = get_contract (line);
  const KpConversionTerms terms = {
    .old_last_day = last_day,
    .new_start = kp_candidate_parse_date (contract->starts),
    .is_same_street = line->staff->is_street && g_strcmp0 (line->staff->street, contract->street) == 0,
    .had_probation = line->staff->had_probation != 0,
    .probation_months = (guint) contract->probation_months,
    .is_agreed_by_three = order->is_agreed_by_three,
    .is_paid_out = order->is_paid_out,
  };
  KpTransferFinding findings[KP_TRANSFER_N_FINDINGS];

  if (line->n_findings > 0)
    return refuse_line (line, kp_conversion_finding_get_chinese (line->findings[0]), "招聘方案", error);
  if (kp_transfer_check (&terms, findings) > 0)
    return refuse_line (line, kp_transfer_finding_get_chinese (findings[0]), kp_transfer_finding_get_clause (findings[0]), error);
  return TRUE;
}

/* Who wasn't selected stays until the old contract ends, or was ended lawfully by the former employer. */
static gboolean
check_leftover (const KpConversionLine *line, const KpConvertOrder *order, KpDate last_day, GError **error)
{
  if (get_contract (line) != NULL)
    return refuse_line (line, _ ("the person has a contract of this campaign and is converted."), NULL, error);
  if (order->is_agreed_by_three)
    return refuse_line (line, _ ("an agreement of three parties is for those who are converted."), NULL, error);
  if (!kp_date_is_valid (last_day))
    return refuse_line (line, _ ("the last day of the old contract isn't known; say it with --last-day."), NULL, error);
  return TRUE;
}

static KpDate
decide_last_day (const KpConversionLine *line, const KpConvertOrder *order)
{
  if (kp_date_is_valid (order->last_day))
    return order->last_day;
  if (order->converted == KP_CONVERTED_YES)
    return kp_date_add_days (kp_candidate_parse_date (get_contract (line)->starts), -1);
  return order->converted == KP_CONVERTED_STAYS ? kp_candidate_parse_date (line->staff->contract_until) : KP_DATE_NONE;
}

static gboolean
write_outcome (KpSession *session, KpLedger *ledger, const KpConversionLine *line, const KpConvertOrder *order, GError **error)
{
  const KpDate last_day = decide_last_day (line, order);
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *day = kp_date_is_valid (last_day) ? kp_date_dup_iso (last_day) : NULL;
  KpConversionRecord record = {
    .campaign = kp_session_get_campaign (session),
    .number = line->staff->number,
    .outcome = kp_converted_get_name (order->converted),
    .last_day = day,
    .years = order->is_agreed_by_three ? "agreed" : order->is_paid_out ? "paid" : NULL,
    .document = order->document,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  if (!(order->converted == KP_CONVERTED_YES ? check_transfer (line, order, last_day, error)
                                             : check_leftover (line, order, last_day, error)))
    return FALSE;
  return kp_ledger_insert (ledger, &kp_conversion_table, &record, error);
}

static gboolean
is_chosen (const KpConversionLine *line, const KpConvertOrder *order, const KpConversionLine *named)
{
  if (order->number != NULL)
    return line == named;
  return order->department == NULL || g_str_equal (line->staff->department, order->department);
}

/* Whoever is named alone is told why not; of many, those whom it can't concern yet are only counted. */
static gboolean
take_line (KpSession *session,
           KpLedger *ledger,
           const KpConversionLine *line,
           const KpConvertOrder *order,
           KpConvertTally *tally,
           GError **error)
{
  const gboolean is_selected = get_contract (line) != NULL;
  const gboolean fits = is_selected == (order->converted == KP_CONVERTED_YES);

  if (line->outcome != NULL)
    {
      tally->n_stood++;
      return TRUE;
    }
  if (!fits && order->number == NULL)
    {
      tally->n_waiting++;
      return TRUE;
    }
  if (!is_selected && order->converted == KP_CONVERTED_YES)
    return refuse_line (line, _ ("the person has no contract of this campaign yet."), NULL, error);
  tally->n_done++;
  return write_outcome (session, ledger, line, order, error);
}

static gboolean
check_order (KpSession *session, const KpConvertOrder *order, GError **error)
{
  if (!kp_two_people_check_named (session, order->by, order->with, error))
    return FALSE;
  if (!kp_two_people_is_blank (order->document))
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _ ("Name the paper with --document: the agreement, the proof of payment, or the decision."));
  return FALSE;
}

/**
 * kp_step_convert:
 * @session: a session, open for writing
 * @order: what becomes of whom
 * @tally: (out): how many
 * @error: return location
 *
 * 转聘, 留原单位, 依法解除: records it by two people, for one or for many at once. A transfer that the law doesn't allow is
 * refused with its article: a day between the contracts, a second probation, years neither carried on nor paid out.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_convert (KpSession *session, const KpConvertOrder *order, KpConvertTally *tally, GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpConversionReport) report = NULL;
  const KpConversionLine *named = NULL;

  *tally = (KpConvertTally){ 0 };
  if (!check_order (session, order, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "convert", kp_converted_get_name (order->converted), error);
  report = ledger != NULL ? kp_conversion_report_load (session, error) : NULL;
  if (report == NULL)
    return FALSE;
  named = kp_conversion_report_find (report, order->number);
  if (order->number != NULL && named == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _ ("The roster has nobody with number %s."), order->number);
      return FALSE;
    }
  for (guint i = 0; i < report->n_lines; i++)
    if (is_chosen (&report->lines[i], order, named)
        && !take_line (session, ledger, &report->lines[i], order, tally, error))
      return FALSE;
  return kp_session_commit (session, ledger, error);
}
