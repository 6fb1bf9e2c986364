/* kp-year-sheet.c – who was recruited in earlier years, from a workbook that was typed from paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-year-sheet.h"


#define MOST_PEOPLE 10000000

enum
{
  FIELD_YEAR,
  FIELD_TRAIT,
  FIELD_NAME,
  FIELD_NUMBERS,
  FIELD_PER_10K = FIELD_NUMBERS + KP_YEAR_N_NUMBERS,
  N_FIELDS
};

static const KpHeadingField fields[N_FIELDS] = {
  [FIELD_YEAR] = { "年度", { "年度", "年份" }, TRUE, TRUE },
  [FIELD_TRAIT] = { "项目", { "项目", "统计项目" }, TRUE, FALSE },
  [FIELD_NAME] = { "类别", { "类别", "分类" }, TRUE, FALSE },
  [FIELD_NUMBERS + KP_YEAR_APPLIED] = { "报名人数", { "报名人数", "报名" }, TRUE, FALSE },
  [FIELD_NUMBERS + KP_YEAR_QUALIFIED] = { "合格人数", { "合格人数", "审查合格", "审查合格人数" }, TRUE, FALSE },
  [FIELD_NUMBERS + KP_YEAR_EMPLOYED] = { "聘用人数", { "聘用人数", "聘用", "招聘人数" }, TRUE, FALSE },
  [FIELD_NUMBERS + KP_YEAR_STAYING] = { "在岗人数", { "在岗人数", "在岗", "至今在岗" }, TRUE, FALSE },
  [FIELD_PER_10K] = { "每万人配备", { "每万人配备", "每万人" }, TRUE, FALSE },
};

static const KpHeadingNeed needs[] = {
  { { FIELD_YEAR, -1 } },
  { { FIELD_TRAIT, -1 } },
  { { FIELD_NUMBERS + KP_YEAR_EMPLOYED, -1 } },
};

static const KpHeadingKind kind = { fields, N_FIELDS, needs, G_N_ELEMENTS (needs), FIELD_YEAR, NULL };

static gboolean
read_number (KpRowReading *reading, guint field, gint64 *out, GError **error)
{
  const char *text = kp_row_reading_keep_cell (reading, field);
  guint64 number = 0;

  *out = KP_YEAR_UNTOLD;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, MOST_PEOPLE, &number, NULL))
    return kp_row_reading_refuse_cell (reading, field, error);
  *out = (gint64) number;
  return TRUE;
}

static gboolean
take_row (KpRowReading *reading, GError **error)
{
  KpYearRow row = { .sheet_row = reading->row->number, .per_10k = KP_FRACTION_UNKNOWN };
  const char *ratio = kp_row_reading_keep_cell (reading, FIELD_PER_10K);
  guint64 year = 0;

  if (!g_ascii_string_to_unsigned (kp_row_reading_keep_cell (reading, FIELD_YEAR), 10, 1980, 2200, &year, NULL))
    return kp_row_reading_refuse_cell (reading, FIELD_YEAR, error);
  row.year = (guint) year;
  row.trait = kp_row_reading_keep_cell (reading, FIELD_TRAIT);
  row.name = kp_row_reading_keep_cell (reading, FIELD_NAME);
  if (*row.trait == '\0')
    return kp_row_reading_refuse_cell (reading, FIELD_TRAIT, error);
  if (*row.name == '\0')
    row.name = row.trait;
  for (guint i = 0; i < KP_YEAR_N_NUMBERS; i++)
    if (!read_number (reading, FIELD_NUMBERS + i, &row.n[i], error))
      return FALSE;
  if (*ratio != '\0' && !kp_fraction_parse (ratio, &row.per_10k, NULL))
    return kp_row_reading_refuse_cell (reading, FIELD_PER_10K, error);
  kp_row_reading_add (reading, &row);
  return TRUE;
}

static const KpRowKind row_kind = { &kind, FIELD_YEAR, FIELD_YEAR, FALSE, sizeof (KpYearRow), take_row };

/**
 * kp_year_sheet_read:
 * @path: a workbook or text table
 * @error: return location
 *
 * Reads every row, or refuses the sheet and names the row and the column that can't be read.
 *
 * Returns: (transfer full) (nullable) (element-type KpYearRow): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpRowSheet *
kp_year_sheet_read (const char *path, GError **error)
{
  return kp_row_sheet_read (path, &row_kind, error);
}
