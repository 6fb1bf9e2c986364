/* kp-form-years.h – who was recruited, year by year (历年人员结构统计表), A4.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *year;      /* "2026年" */
  const char *group;     /* "学历　本科" */
  const char *applied;   /* nullable, like all numbers: nobody tells */
  const char *qualified;
  const char *employed;
  const char *share;     /* "12.5%" */
  const char *change;    /* "+3" */
  const char *staying;
} KpYearsRow;

typedef struct
{
  KpFormList        list;
  const char       *subtitle; /* nullable: each year's 每万人配备 */
  const KpYearsRow *rows;
  gsize             n_rows;
} KpYearsFacts;

gboolean kp_form_years_draw (KpSheet *sheet, const KpYearsFacts *facts, GError **error);
