/* kp-step-correct.c – puts a mark right that was agreed, with everything that depends on it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 商丘 2021: the raw mark of number 03 in room 4 was typed in the row of number 04. One of 23 lost the place, ten moved by
 * one, and nobody could say which lists still held. Here one unit of work
 *
 *   writes the corrected mark → makes again what depends on it → compares the campaign before and after
 *     → marks the lists void of which a row is another now → keeps who did it, with whom and why
 *
 * or, as a trial, rolls all of it back and only tells. */

#include "kp-step-correct.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-change-tables.h"
#include "kp-two-people.h"

static gboolean
find_contracts (KpSession *session,
                KpCorrectionReport *report,
                GError **error)
{
  gint64 n = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_contract_table, kp_session_get_campaign (session), "",
                       KP_NO_BINDS, &n, error))
    return FALSE;
  report->has_contracts = n > 0;
  return TRUE;
}

/* 劳动合同法: a contract is ended between its parties, not by a recomputed list. */
static gboolean
check_contracts (const KpCorrectionReport *report,
                 gboolean is_trial,
                 GError **error)
{
  if (!report->has_contracts || is_trial)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("Labour contracts are made from these results, and a correction can't undo them. Run it as a trial to "
                         "see whom it concerns, take the result to the authority, and settle it with the contract’s parties."));
  return FALSE;
}

/**
 * kp_correct_count_offers:
 * @changes: (element-type KpChange): what changes
 * @pending: (element-type KpPendingCase): what people have to decide
 *
 * Returns: of how many persons a list or offer is touched
 */
guint
kp_correct_count_offers (const GPtrArray *changes,
                         const GPtrArray *pending)
{
  g_autoptr (GHashTable) persons = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      const KpChange *change = g_ptr_array_index (changes, i);

      if (kp_change_field_is_offer (change->field))
        g_hash_table_add (persons, change->application);
    }
  for (guint i = 0; i < pending->len; i++)
    g_hash_table_add (persons, ((const KpPendingCase *) g_ptr_array_index (pending, i))->application);
  return g_hash_table_size (persons);
}

static gboolean
insert_correction (KpSession *session,
                   KpLedger *ledger,
                   const KpCorrectionOrder *order,
                   const KpCorrectionReport *report,
                   GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpCorrectionRecord record = {
    .campaign = kp_session_get_campaign (session),
    .number = report->number,
    .what = report->value.what,
    .subject = order->number,
    .before_text = report->value.before,
    .after_text = report->value.after,
    .reason = order->reason,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
    .n_persons = report->n_persons,
    .n_offers = report->n_offers,
  };

  return kp_ledger_insert (ledger, &kp_correction_table, &record, error);
}

static gboolean
find_number (KpSession *session,
             KpCorrectionReport *report,
             GError **error)
{
  gint64 n = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_correction_table, kp_session_get_campaign (session), "",
                       KP_NO_BINDS, &n, error))
    return FALSE;
  report->number = (guint) n + 1;
  return TRUE;
}

static KpCorrectionReport *
report_new (void)
{
  KpCorrectionReport *report = g_new0 (KpCorrectionReport, 1);

  report->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_change_free);
  report->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_pending_free);
  report->voided = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_voided_list_free);
  return report;
}

/* Everything that depends on the mark, for everybody. */
static gboolean
carry_over (KpSession *session,
            KpLedger *ledger,
            const KpCorrectionOrder *order,
            KpRoster *before,
            KpCorrectionReport *report,
            GError **error)
{
  KpRoster *current = order->what != KP_CORRECT_INTERVIEW ? before : NULL; /* a dossier has no written mark */
  g_autoptr (KpRoster) after = NULL;

  if (!kp_recompute (session, ledger, current, report->pending, error))
    return FALSE;
  after = kp_session_load_roster (session, error);
  if (after == NULL)
    return FALSE;
  g_clear_pointer (&report->changes, g_ptr_array_unref);
  report->changes = kp_change_compare (before, after);
  report->n_persons = kp_change_count_persons (report->changes);
  report->n_offers = kp_correct_count_offers (report->changes, report->pending);
  return kp_edition_void (session, ledger, before, after, "correction", report->number, report->voided, error);
}

/* All but the end of the unit of work. Where nothing was made from marks yet, which is so while they are entered, the others
 * of the campaign are none of its business. */
static gboolean
carry_out (KpSession *session,
           KpLedger *ledger,
           const KpCorrectionOrder *order,
           gboolean is_trial,
           KpCorrectionReport *report,
           GError **error)
{
  gboolean is_due = TRUE;
  g_autoptr (KpRoster) before = NULL;

  if (order->what != KP_CORRECT_INTERVIEW && !kp_recompute_is_due (session, &is_due, error))
    return FALSE;
  before = is_due ? kp_session_load_roster (session, error) : kp_correct_load_one (session, order, error);
  return before != NULL && find_number (session, report, error) && find_contracts (session, report, error)
         && check_contracts (report, is_trial, error) && kp_correct_write (session, ledger, before, order, &report->value, error)
         && (!is_due || carry_over (session, ledger, order, before, report, error))
         && insert_correction (session, ledger, order, report, error);
}

/**
 * kp_correct_apply:
 * @session: a session
 * @ledger: of its unit of work, for which two people answer
 * @order: what is to be put right
 * @out: (out) (transfer full): what changed
 * @error: return location
 *
 * kp_step_correct() within a larger unit of work, such as the decision of a breach.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_correct_apply (KpSession *session,
                  KpLedger *ledger,
                  const KpCorrectionOrder *order,
                  KpCorrectionReport **out,
                  GError **error)
{
  g_autoptr (KpCorrectionReport) report = report_new ();

  if (!kp_two_people_check_change (session, &(KpTwoPeople) { order->by, order->with, order->reason }, error)
      || !carry_out (session, ledger, order, FALSE, report, error))
    return FALSE;
  *out = g_steal_pointer (&report);
  return TRUE;
}

/**
 * kp_step_correct:
 * @session: a session, open for writing
 * @order: what is to be put right, why, and by which two people
 * @is_trial: only tell what would change; the record stays as it is, byte for byte
 * @out: (out) (transfer full): what changes, and what people have to decide
 * @error: return location
 *
 * 更正: writes a corrected mark and makes everything again that depends on it: room means and coefficients of all others,
 * totals, places and lists. What has already happened with people is never undone, but told. Lists that were made before
 * and are others now become void. Nothing else moves. Refused for one person alone, without a reason, when nothing would
 * change, and once contracts are made.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_correct (KpSession *session,
                 const KpCorrectionOrder *order,
                 gboolean is_trial,
                 KpCorrectionReport **out,
                 GError **error)
{
  g_autoptr (KpCorrectionReport) report = report_new ();
  g_autoptr (KpLedger) ledger = NULL;

  if (!kp_two_people_check_change (session, &(KpTwoPeople) { order->by, order->with, order->reason }, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "correct", order->number, error);
  if (ledger == NULL || !carry_out (session, ledger, order, is_trial, report, error))
    return FALSE;
  if (!is_trial && !kp_session_commit (session, ledger, error))
    return FALSE;
  *out = g_steal_pointer (&report);
  return TRUE;
}

/**
 * kp_step_list_corrections:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpCorrectionRecord): by number; or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_step_list_corrections (KpSession *session,
                          GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_correction_table, kp_session_get_campaign (session),
                          "ORDER BY number", KP_NO_BINDS, error);
}

/**
 * kp_correction_report_free:
 * @report: (nullable) (transfer full): of kp_step_correct()
 */
void
kp_correction_report_free (KpCorrectionReport *report)
{
  if (report == NULL)
    return;
  kp_corrected_value_clear (&report->value);
  g_clear_pointer (&report->changes, g_ptr_array_unref);
  g_clear_pointer (&report->pending, g_ptr_array_unref);
  g_clear_pointer (&report->voided, g_ptr_array_unref);
  g_free (report);
}
