/* kp-payment-sheet.c – who paid the fee of the registration, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment service or the finance office gives back one row for each applicant, with the state and as a rule the day. What
 * was paid isn't kept: the notice sets one fee for all. */
#include "kp-payment-sheet.h"

#include "kp-heading.h"
#include "kp-normal.h"

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

struct _KpPaymentSheet
{
  GStringChunk *texts;
  char *digest;
  GArray *rows;
  GHashTable *keys; /* borrowed from texts */
};

typedef struct
{
  KpPaymentSheet *sheet;
  const KpHeading *heading;
} Reading;

static KpPaymentState
parse_state (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (word, states[i].word))
      return states[i].state;
  return KP_PAYMENT_STATE_FAULTY;
}

static char *
dup_cell (const KpHeading *heading,
          guint field,
          const KpSheetRow *row)
{
  const KpCell *cell = kp_heading_get_cell (heading, field, row);

  return kp_normal_compact (cell != NULL ? cell->text : "");
}

static char *
dup_fault (KpPaymentSheet *sheet,
           const KpPaymentRow *row,
           const char *word,
           gboolean has_day)
{
  if (*row->key == '\0')
    return g_strdup ("没有报名号或身份证号，请补填。");
  if (g_hash_table_contains (sheet->keys, row->key))
    return g_strdup ("同一号码在表中出现了两次，请只留一行。");
  if (row->state == KP_PAYMENT_STATE_FAULTY)
    return g_strdup_printf ("缴费状态“%s”无法识别，请填写已缴费、未缴费或免缴。", word);
  return has_day ? NULL : g_strdup ("缴费日期无法识别，请写成2026-03-06。");
}

static gboolean
take_row (const KpSheetRow *sheet_row,
          gpointer user_data,
          GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;
  KpPaymentSheet *sheet = reading->sheet;
  const KpCell *cell = kp_heading_get_cell (reading->heading, FIELD_DAY, sheet_row);
  KpPaymentRow row = { .sheet_row = sheet_row->number, .message = "" };
  g_autofree char *key = NULL;
  g_autofree char *word = NULL;
  g_autofree char *fault = NULL;
  KpDateText day;

  if (sheet_row->number <= reading->heading->last_row
      || !kp_heading_row_is_data (reading->heading, sheet_row, FIELD_KEY, FIELD_KEY))
    return TRUE;
  key = dup_cell (reading->heading, FIELD_KEY, sheet_row);
  word = dup_cell (reading->heading, FIELD_STATE, sheet_row);
  if (*key == '\0' && *word == '\0')
    return TRUE;
  row.key = g_string_chunk_insert (sheet->texts, key);
  row.state = parse_state (word);
  day = kp_normal_date (cell != NULL ? cell->text : "", &row.paid_on);
  fault = dup_fault (sheet, &row, word, day == KP_DATE_TEXT_DAY || day == KP_DATE_TEXT_EMPTY);
  if (fault != NULL)
    {
      row.state = KP_PAYMENT_STATE_FAULTY;
      row.message = g_string_chunk_insert (sheet->texts, fault);
    }
  g_hash_table_add (sheet->keys, (gpointer) row.key);
  g_array_append_val (sheet->rows, row);
  return TRUE;
}

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
  g_autoptr (KpPaymentSheet) sheet = g_new0 (KpPaymentSheet, 1);
  g_autoptr (KpWorkbook) book = kp_workbook_open (path, &kp_workbook_default_limits, error);
  g_autoptr (KpHeading) heading = NULL;

  sheet->texts = g_string_chunk_new (4096);
  sheet->rows = g_array_new (FALSE, TRUE, sizeof (KpPaymentRow));
  sheet->keys = g_hash_table_new (g_str_hash, g_str_equal);
  if (book == NULL)
    return NULL;
  heading = kp_heading_find (book, &kind, NULL, NULL, error);
  if (heading == NULL)
    return NULL;
  sheet->digest = g_strdup (kp_workbook_get_digest (book));
  if (!kp_workbook_read_sheet (book, heading->sheet, take_row, &(Reading) { sheet, heading }, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

/** kp_payment_sheet_free: frees @sheet (nullable) with all its rows. */
void
kp_payment_sheet_free (KpPaymentSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->keys, g_hash_table_unref);
  g_clear_pointer (&sheet->rows, g_array_unref);
  g_clear_pointer (&sheet->texts, g_string_chunk_free);
  g_free (sheet->digest);
  g_free (sheet);
}

/** kp_payment_sheet_get_digest: SHA-256 of the file's bytes, 64 hex digits; borrowed from @sheet. */
const char *
kp_payment_sheet_get_digest (KpPaymentSheet *sheet)
{
  return sheet->digest;
}

/** kp_payment_sheet_get_rows: the rows in the order of the sheet; borrowed from @sheet. */
const KpPaymentRow *
kp_payment_sheet_get_rows (KpPaymentSheet *sheet,
                           guint *n_rows)
{
  *n_rows = sheet->rows->len;
  return (const KpPaymentRow *) (gpointer) sheet->rows->data;
}
