/* kp-step-payment.c – who paid the fee of the registration.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-payment.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"

static gboolean
refuse_row (const KpPaymentRow *row,
            const char *reason,
            GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Row %u of the sheet of payments: %s Nothing of the sheet was taken in."), row->sheet_row, reason);
  return FALSE;
}

/* A number is never told: it may be that of an ID card. */
static gboolean
take_row (KpLedger *ledger,
          KpRoster *roster,
          const KpPaymentRow *row,
          GError **error)
{
  static const char *const names[] = {
    [KP_PAYMENT_STATE_PAID] = KP_PAYMENT_PAID,
    [KP_PAYMENT_STATE_EXEMPT] = KP_PAYMENT_EXEMPT,
    [KP_PAYMENT_STATE_OPEN] = NULL,
  };
  const KpDossier *dossier = kp_roster_find_application (roster, row->key);
  g_autofree char *day = kp_date_is_none (row->paid_on) ? NULL : kp_date_dup_iso (row->paid_on);
  KpApplicationRecord changed;

  if (row->state == KP_PAYMENT_STATE_FAULTY)
    return refuse_row (row, row->message, error);
  if (dossier == NULL)
    dossier = kp_roster_find_id_number (roster, row->key);
  if (dossier == NULL)
    return refuse_row (row, _("no application has this registration or ID number."), error);
  changed = *dossier->application;
  changed.payment = names[row->state];
  changed.paid_on = row->state == KP_PAYMENT_STATE_PAID ? day : NULL;
  return kp_ledger_put (ledger, &kp_application_table, &changed, error);
}

static gboolean
count (KpSession *session,
       KpPaymentTally *tally,
       GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  for (guint i = 0; roster != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *payment = dossier->application->payment;

      tally->n_unpaid += payment == NULL;
      tally->n_exempt += g_strcmp0 (payment, KP_PAYMENT_EXEMPT) == 0;
      tally->n_paid += g_strcmp0 (payment, KP_PAYMENT_PAID) == 0;
      tally->n_late += payment != NULL && !kp_candidate_has_paid (scheme, dossier);
    }
  return roster != NULL;
}

/**
 * kp_step_enter_payments:
 * @session: a session, open for writing
 * @sheet: payments by registration or ID number
 * @tally: (out): who paid by now
 * @error: return location
 *
 * 缴费确认: takes a whole sheet of payments or none of it, before the posts open. Who isn't in it stays as before; a row that
 * says unpaid takes a payment back.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_payments (KpSession *session,
                        KpPaymentSheet *sheet,
                        KpPaymentTally *tally,
                        GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_RECORD_PAYMENT, NULL, error);
  g_autoptr (KpRoster) roster = NULL;
  guint n_rows = 0;
  const KpPaymentRow *rows = kp_payment_sheet_get_rows (sheet, &n_rows);

  *tally = (KpPaymentTally) { .n_rows = n_rows };
  if (ledger == NULL)
    return FALSE;
  if (!kp_scheme_asks_payment (kp_session_get_scheme (session)))
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("The scheme doesn't ask who has paid a fee, so there is nothing to record."));
      return FALSE;
    }
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      if (!take_row (ledger, roster, &rows[i], error))
        return FALSE;
    }
  return count (session, tally, error)
         && kp_session_write_import (session, ledger, "payments", kp_row_sheet_get_digest (sheet), n_rows, n_rows, error)
         && kp_session_commit (session, ledger, error);
}
