/* kp-step-renew.c – a further term of a contract, and what both sides agreed to change in it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 劳动合同法 §14: after ten years of unbroken work, or two fixed terms in a row with this street, the next one is
 * open-ended unless the worker asks for a fixed one. Terms that the same street had with somebody before a conversion
 * count, and so do years that were brought along. There is no probation in a further term (§19). */
#include "kp-step-renew.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-conversion-report.h"
#include "kp-conversion-sheet.h"
#include "kp-institution.h"
#include "kp-labour.h"
#include "kp-renewal.h"
#include "kp-two-people.h"

typedef struct
{
  KpSession *session;
  KpConversionReport *report;
  const KpEmployment *work;
  const KpConversionLine *line; /* (nullable) */
  const KpRenewOrder *order;
} Renewing;

static gboolean
refuse_law (const char *chinese, const char *clause, GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _ ("The contract can't be renewed like this: %s (%s)"), chinese, clause);
  return FALSE;
}

static gboolean
is_same_street (const Renewing *renewing)
{
  return renewing->line != NULL && renewing->line->staff->is_street
         && g_strcmp0 (renewing->line->staff->street, renewing->work->contract->street) == 0;
}

static guint
count_fixed_terms (const Renewing *renewing)
{
  guint n = 1 + (is_same_street (renewing) ? (guint) renewing->line->staff->fixed_terms : 0);

  for (guint i = 0; i < renewing->work->terms->len; i++)
    n += g_str_equal (((const KpContractTermRecord *) g_ptr_array_index (renewing->work->terms, i))->kind, "fixed");
  return n;
}

/* First day of unbroken work for the street, the running contract included. */
static KpDate
find_start (const Renewing *renewing)
{
  const KpEmployment *work = renewing->work;
  const KpDossier *dossier = kp_roster_find_application (renewing->report->roster, work->contract->application);
  g_autoptr (GArray) segments = kp_conversion_report_list_segments (renewing->report, renewing->line, dossier,
                                                                    kp_date_add_days (work->file.start, -1));
  const KpSegment here = { .kind = KP_SEGMENT_STREET,
                           .from = work->file.start,
                           .until = work->person.ends,
                           .is_in_community = TRUE,
                           .has_proof = TRUE };

  g_array_append_val (segments, here);
  return kp_service_years_find_start ((const KpSegment *) (gpointer) segments->data, segments->len);
}

static gboolean
check_labour (const Renewing *renewing, KpRenewTally *tally, GError **error)
{
  const KpRenewOrder *order = renewing->order;
  const KpRenewalCase facts = { .continuous_from = find_start (renewing),
                                .next_start = tally->start,
                                .n_fixed_terms = tally->n_fixed_terms,
                                .asks_fixed = order->asks_fixed,
                                .has_fault = order->has_fault };
  const KpRenewal renewal = kp_renewal_decide (&facts);

  tally->clause = kp_renewal_get_clause (renewal);
  if (renewal != KP_RENEWAL_ANY && !order->is_open_ended)
    return refuse_law (kp_renewal_get_chinese (renewal), kp_renewal_get_clause (renewal), error);
  return TRUE;
}

/* 事业单位人事管理条例 §§12, 14. */
static gboolean
check_institution (const Renewing *renewing, KpRenewTally *tally, GError **error)
{
  const char *clause = "事业单位人事管理条例第十四条";
  const KpDate retires
      = renewing->line != NULL ? kp_candidate_parse_date (renewing->line->staff->retires_on) : KP_DATE_NONE;

  tally->clause = "事业单位人事管理条例第十二条";
  if (renewing->order->is_open_ended)
    return refuse_law ("事业单位聘用合同应当有期限。", tally->clause, error);
  if (!kp_institution_owes_until_pension (find_start (renewing), tally->start, retires, renewing->order->asks_pension))
    return TRUE;
  tally->clause = clause;
  if (kp_date_compare (tally->end, kp_date_add_days (retires, -1)) == 0)
    return TRUE;
  return refuse_law ("本人提出的，应当订立聘用至退休的合同。", clause, error);
}

static gboolean
decide_term (const Renewing *renewing, KpRenewTally *tally, GError **error)
{
  const KpRenewOrder *order = renewing->order;
  const KpEmployment *work = renewing->work;

  if (work->end != NULL)
    return kp_step_refuse (_ ("The contract has ended already."), error);
  if (!kp_date_is_valid (work->person.ends))
    return kp_step_refuse (_ ("The contract is open-ended already; there is nothing to renew."), error);
  tally->start = kp_date_add_days (work->person.ends, 1);
  tally->n_fixed_terms = count_fixed_terms (renewing);
  tally->has_run_on = kp_renewal_has_run_on (work->person.ends, kp_session_get_today (renewing->session));
  tally->end = order->is_open_ended ? KP_DATE_NONE
               : order->years > 0   ? kp_labour_decide_end (tally->start, order->years * 12)
                                    : order->until;
  if (!order->is_open_ended && (!kp_date_is_valid (tally->end) || kp_date_compare (tally->end, tally->start) <= 0))
    return kp_step_refuse (_ ("Say how long the next term lasts: --years, --until, or --open-ended."), error);
  return kp_session_get_scheme (renewing->session)->contract.kind == KP_CONTRACT_INSTITUTION
             ? check_institution (renewing, tally, error)
             : check_labour (renewing, tally, error);
}

static gboolean
write_term (const Renewing *renewing, KpLedger *ledger, const KpRenewTally *tally, GError **error)
{
  const KpRenewOrder *order = renewing->order;
  const KpEmployment *work = renewing->work;
  g_autofree char *now = kp_session_dup_now (renewing->session);
  g_autofree char *number = g_strdup_printf ("%s（续%u）", work->contract->number, work->terms->len + 1);
  g_autofree char *starts = kp_date_dup_iso (tally->start);
  g_autofree char *ends = kp_date_is_valid (tally->end) ? kp_date_dup_iso (tally->end) : NULL;
  KpContractTermRecord record = {
    .campaign = kp_session_get_campaign (renewing->session),
    .contract = work->contract->number,
    .serial = work->terms->len + 2,
    .number = number,
    .kind = ends != NULL ? "fixed" : "open",
    .starts = starts,
    .ends = ends,
    .asks_fixed = order->asks_fixed,
    .clause = tally->clause,
    .document = order->document,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_contract_term_table, &record, error);
}

static gboolean
check_people (KpSession *session, const char *document, const char *by, const char *with, GError **error)
{
  if (!kp_two_people_check_named (session, by, with, error))
    return FALSE;
  return !kp_two_people_is_blank (document)
         || kp_step_refuse (_ ("What both sides agreed on is in writing: name the paper with --document."), error);
}

/**
 * kp_step_renew:
 * @session: a session, open for writing
 * @order: the next term
 * @tally: (out): from when to when, and by which clause
 * @error: return location
 *
 * 续订, by two people. A fixed term where the law wants an open-ended one is refused with the article.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_renew (KpSession *session, const KpRenewOrder *order, KpRenewTally *tally, GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  g_autoptr (KpConversionReport) report = NULL;
  Renewing renewing = { .session = session, .order = order };
  const KpDossier *dossier;

  *tally = (KpRenewTally){ 0 };
  if (!check_people (session, order->document, order->by, order->with, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, "renew", error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  renewing.work = works != NULL ? kp_employments_find (works, order->number, error) : NULL;
  report = renewing.work != NULL ? kp_conversion_report_load (session, error) : NULL;
  if (report == NULL)
    return FALSE;
  renewing.report = report;
  dossier = kp_roster_find_application (report->roster, renewing.work->contract->application);
  renewing.line = kp_conversion_report_find_id_number (report, dossier->person->id_number);
  return decide_term (&renewing, tally, error) && write_term (&renewing, ledger, tally, error)
         && kp_session_commit (session, ledger, error);
}

/* ---- change ---- */

/* 劳动法 §48: no agreement makes a wage below the minimum lawful. */
static gboolean
check_change (KpSession *session, const KpEmployment *work, const KpChangeOrder *order, GError **error)
{
  static const char *const kinds[] = { "place", "work", "pay", "other", NULL };
  const gint64 least = kp_session_get_scheme (session)->grades.minimum_wage / (KP_MARK_UNIT / 100);
  gint64 fen = 0;

  if (order->what == NULL || !g_strv_contains (kinds, order->what))
    return kp_step_refuse (_ ("A contract is changed in place, work, pay or other; another employer needs a contract of its own."), error);
  if (work->end != NULL)
    return kp_step_refuse (_ ("The contract has ended already."), error);
  if (kp_two_people_is_blank (order->value) || !kp_date_is_valid (order->day)
      || kp_date_compare (order->day, work->file.start) < 0)
    return kp_step_refuse (_ ("Say with --to what holds now, and with --from since when; not before the first day of work."), error);
  if (!g_str_equal (order->what, "pay"))
    return TRUE;
  if (!kp_money_parse (order->value, &fen) || fen == 0)
    return kp_step_refuse (_ ("A change of pay is written in yuan a month, with two decimals at most."), error);
  return fen >= least || kp_step_refuse (_ ("The pay is below the minimum wage of the place (劳动法第四十八条)."), error);
}

/**
 * kp_step_change_contract:
 * @session: a session, open for writing
 * @order: what both sides agreed to change
 * @error: return location
 *
 * 变更劳动合同 (劳动合同法 §35), by two people. What held before stays on record.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_change_contract (KpSession *session, const KpChangeOrder *order, GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  const KpEmployment *work;
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *day = kp_date_is_valid (order->day) ? kp_date_dup_iso (order->day) : NULL;
  KpContractChangeRecord record = {
    .campaign = kp_session_get_campaign (session),
    .what = order->what,
    .value = order->value,
    .day = day,
    .document = order->document,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  if (!check_people (session, order->document, order->by, order->with, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, "change", error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  work = works != NULL ? kp_employments_find (works, order->number, error) : NULL;
  if (work == NULL || !check_change (session, work, order, error))
    return FALSE;
  record.contract = work->contract->number;
  record.serial = work->changes->len + 1;
  return kp_ledger_insert (ledger, &kp_contract_change_table, &record, error) && kp_session_commit (session, ledger, error);
}
