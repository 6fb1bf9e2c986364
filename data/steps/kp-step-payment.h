/* kp-step-payment.h – who paid the fee of the registration.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-payment-sheet.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_paid;   /* of all applications */
  guint n_exempt;
  guint n_late;   /* paid after the last day of the scheme; counted in n_paid too */
  guint n_unpaid;
} KpPaymentTally;

gboolean kp_step_enter_payments (KpSession *session, KpPaymentSheet *sheet, KpPaymentTally *tally, GError **error);

G_END_DECLS
