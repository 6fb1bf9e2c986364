/* kp-address-sheet.c – where those live who are to be hired, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Most registration forms of counties have no column for it; a contract can't do without (劳动合同法 §17 一 (二)). */
#include "kp-address-sheet.h"

enum
{
  FIELD_KEY,
  FIELD_ADDRESS,
  N_FIELDS
};

static const KpHeadingField fields[N_FIELDS] = {
  [FIELD_KEY] = { "报名号",
                  { "报名号", "报名序号", "报名编号", "准考证号", "身份证号", "身份证号码", "公民身份号码" },
                  TRUE, FALSE },
  [FIELD_ADDRESS] = { "现住址",
                      { "现住址", "现居住地", "现居住地址", "居住地址", "住址", "通讯地址", "通信地址", "联系地址", "家庭住址" },
                      FALSE, FALSE },
};

static const KpHeadingNeed needs[] = {
  { { FIELD_KEY, -1 } },
  { { FIELD_ADDRESS, -1 } },
};

static const KpHeadingKind kind = { fields, N_FIELDS, needs, G_N_ELEMENTS (needs), FIELD_KEY, NULL };

static const char *
find_fault (KpRowReading *reading,
            const KpAddressRow *row)
{
  if (*row->key == '\0')
    return "没有报名号、准考证号或身份证号，请补填。";
  if (!kp_row_reading_is_new (reading, row->key))
    return "同一号码在表中出现了两次，请只留一行。";
  return *row->address != '\0' ? "" : "没有填写现住址。";
}

static gboolean
take_row (KpRowReading *reading,
          GError **error G_GNUC_UNUSED)
{
  KpAddressRow row = { .sheet_row = reading->row->number,
                       .key = kp_row_reading_keep_cell (reading, FIELD_KEY),
                       .address = kp_row_reading_keep_cell (reading, FIELD_ADDRESS) };

  if (*row.key == '\0' && *row.address == '\0')
    return TRUE;
  row.message = find_fault (reading, &row);
  kp_row_reading_add (reading, &row);
  return TRUE;
}

static const KpRowKind row_kind = { &kind, FIELD_KEY, FIELD_KEY, FALSE, sizeof (KpAddressRow), take_row };

/**
 * kp_address_sheet_read:
 * @path: a workbook or text table with a column of numbers and one of addresses
 * @error: return location
 *
 * Reads every row; what can't be taken has a sentence, so that the caller refuses the sheet and names the row.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpAddressSheet *
kp_address_sheet_read (const char *path,
                       GError **error)
{
  return kp_row_sheet_read (path, &row_kind, error);
}

/** kp_address_sheet_get_rows: the rows in the order of the sheet; borrowed from @sheet. */
const KpAddressRow *
kp_address_sheet_get_rows (const KpAddressSheet *sheet,
                           guint *n_rows)
{
  return kp_row_sheet_get_rows (sheet, n_rows);
}
