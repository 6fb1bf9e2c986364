/* kp-year-sheet.h – who was recruited in earlier years, from a workbook that was typed from paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-fraction.h"
#include "kp-row-sheet.h"

G_BEGIN_DECLS

/* What is told of a class of people in a year. */
typedef enum
{
  KP_YEAR_APPLIED,
  KP_YEAR_QUALIFIED,
  KP_YEAR_EMPLOYED,
  KP_YEAR_STAYING, /* of those employed, at work now */
  KP_YEAR_N_NUMBERS
} KpYearNumber;

#define KP_YEAR_UNTOLD (-1)

/* One row. Texts belong to the sheet. */
typedef struct
{
  guint sheet_row;
  guint year;
  const char *trait; /* 学历; 全部人员 = all of them */
  const char *name;  /* 本科 */
  gint64 n[KP_YEAR_N_NUMBERS]; /* KP_YEAR_UNTOLD where the paper doesn't tell */
  KpFraction per_10k; /* 每万城镇常住人口 at the end of the year, of all; unknown */
} KpYearRow;

KpRowSheet *kp_year_sheet_read (const char *path, GError **error); /* of KpYearRow */

G_END_DECLS
