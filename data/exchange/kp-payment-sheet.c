/* kp-payment-sheet.c – who paid the fee of the registration, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment service or the finance office gives back one row for each applicant, with the state and as a rule the day. What
 * was paid isn't kept: the notice sets one fee for all. */
#include "kp-payment-sheet.h"

enum
{
  FIELD_KEY,
  FIELD_STATE,
  FIELD_DAY,
  N_FIELDS
};

static const KpHeadingField fields[N_FIELDS] = {
  [FIELD_KEY] = { "报名号",
                  { "报名号", "报名序号", "报名编号", "身份证号", "身份证号码", "公民身份号码" },
                  TRUE, FALSE },
  [FIELD_STATE] = { "缴费状态",
                    { "缴费状态", "缴费情况", "缴费结果", "支付状态", "是否缴费", "是否已缴费", "缴费" },
                    FALSE, FALSE },
  [FIELD_DAY] = { "缴费日期", { "缴费日期", "缴费时间", "支付时间", "支付日期" }, FALSE, TRUE },
};

static const KpHeadingNeed needs[] = {
  { { FIELD_KEY, -1 } },
  { { FIELD_STATE, -1 } },
};

static const KpHeadingKind kind = { fields, N_FIELDS, needs, G_N_ELEMENTS (needs), FIELD_KEY, NULL };

static const struct
{
  const char *word;
  KpPaymentState state;
} states[] = {
  { "", KP_PAYMENT_STATE_OPEN },         { "未缴费", KP_PAYMENT_STATE_OPEN },   { "未缴", KP_PAYMENT_STATE_OPEN },
  { "未支付", KP_PAYMENT_STATE_OPEN },   { "待支付", KP_PAYMENT_STATE_OPEN },   { "已退费", KP_PAYMENT_STATE_OPEN },
  { "否", KP_PAYMENT_STATE_OPEN },       { "已缴费", KP_PAYMENT_STATE_PAID },   { "已缴", KP_PAYMENT_STATE_PAID },
  { "已支付", KP_PAYMENT_STATE_PAID },   { "支付成功", KP_PAYMENT_STATE_PAID }, { "缴费成功", KP_PAYMENT_STATE_PAID },
  { "是", KP_PAYMENT_STATE_PAID },       { "免缴", KP_PAYMENT_STATE_EXEMPT },   { "免费", KP_PAYMENT_STATE_EXEMPT },
  { "减免", KP_PAYMENT_STATE_EXEMPT },   { "免交", KP_PAYMENT_STATE_EXEMPT },
};

static KpPaymentState
parse_state (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (word, states[i].word))
      return states[i].state;
  return KP_PAYMENT_STATE_FAULTY;
}

static const char *
keep_fault (KpRowReading *reading,
            const KpPaymentRow *row,
            const char *word,
            gboolean has_day)
{
  g_autofree char *fault = NULL;

  if (*row->key == '\0')
    return "没有报名号或身份证号，请补填。";
  if (!kp_row_reading_is_new (reading, row->key))
    return "同一号码在表中出现了两次，请只留一行。";
  if (row->state != KP_PAYMENT_STATE_FAULTY)
    return has_day ? "" : "缴费日期无法识别，请写成2026-03-06。";
  fault = g_strdup_printf ("缴费状态“%s”无法识别，请填写已缴费、未缴费或免缴。", word);
  return kp_row_reading_keep (reading, fault);
}

static gboolean
take_row (KpRowReading *reading,
          GError **error G_GNUC_UNUSED)
{
  const char *word = kp_row_reading_keep_cell (reading, FIELD_STATE);
  KpPaymentRow row = { .sheet_row = reading->row->number,
                       .key = kp_row_reading_keep_cell (reading, FIELD_KEY),
                       .state = parse_state (word) };
  const gboolean has_day = kp_row_reading_read_day (reading, FIELD_DAY, &row.paid_on);

  if (*row.key == '\0' && *word == '\0')
    return TRUE;
  row.message = keep_fault (reading, &row, word, has_day);
  if (*row.message != '\0')
    row.state = KP_PAYMENT_STATE_FAULTY;
  kp_row_reading_add (reading, &row);
  return TRUE;
}

static const KpRowKind row_kind = { &kind, FIELD_KEY, FIELD_KEY, FALSE, sizeof (KpPaymentRow), take_row };

/**
 * kp_payment_sheet_read:
 * @path: a workbook or text table with a column of registration or ID numbers and one of payments
 * @error: return location
 *
 * Reads every row; what can't be understood becomes a row of the state %KP_PAYMENT_STATE_FAULTY with a sentence, so that the
 * caller refuses the sheet and names the row.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpPaymentSheet *
kp_payment_sheet_read (const char *path,
                       GError **error)
{
  return kp_row_sheet_read (path, &row_kind, error);
}

/** kp_payment_sheet_get_rows: the rows in the order of the sheet; borrowed from @sheet. */
const KpPaymentRow *
kp_payment_sheet_get_rows (const KpPaymentSheet *sheet,
                           guint *n_rows)
{
  return kp_row_sheet_get_rows (sheet, n_rows);
}
