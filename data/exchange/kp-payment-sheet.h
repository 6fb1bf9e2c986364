/* kp-payment-sheet.h – who paid the fee of the registration, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-row-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  KP_PAYMENT_STATE_PAID,   /* 已缴费 */
  KP_PAYMENT_STATE_EXEMPT, /* 免缴, 减免 */
  KP_PAYMENT_STATE_OPEN,   /* 未缴费, empty */
  KP_PAYMENT_STATE_FAULTY, /* none of these words, or a day that can't be read */
} KpPaymentState;

/* Strings are never NULL and belong to the sheet. */
typedef struct
{
  guint sheet_row;
  const char *key; /* registration or ID number */
  KpPaymentState state;
  KpDate paid_on;      /* none = not told */
  const char *message; /* "" or a whole Chinese sentence */
} KpPaymentRow;

typedef KpRowSheet KpPaymentSheet;

KpPaymentSheet     *kp_payment_sheet_read (const char *path, GError **error);
const KpPaymentRow *kp_payment_sheet_get_rows (const KpPaymentSheet *sheet, guint *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPaymentSheet, kp_row_sheet_free)

G_END_DECLS
