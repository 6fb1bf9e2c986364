/* kp-form-totals.h – the bulletin of total marks (综合成绩公告).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *post_code; /* nullable */
  const char *post_name;     /* nullable */
  const char *ticket;
  const char *name;
  const char *written;       /* nullable: with bonus */
  const char *credential;    /* nullable: 资历量化 */
  const char *interview_raw; /* nullable: room mark before the correction */
  const char *coefficient;   /* nullable: correction of the room, four decimals */
  const char *interview;     /* nullable: counted mark, or "缺考" */
  const char *total;         /* nullable */
  const char *place;         /* nullable: undecided ties and the unplaced have none */
  const char *next;          /* nullable: "进入体检" */
  const char *remark;        /* nullable */
  /* nullable: band above the rows of one post, "A01 综合岗（城关街道）"; then post_code, post_name and street stay NULL */
  const char *group;
} KpTotalsRow;

typedef struct
{
  KpFormList         list;
  const KpTotalsRow *rows;
  gsize              n_rows;
} KpTotalsFacts;

gboolean kp_form_totals_draw (KpSheet *sheet, const KpTotalsFacts *facts, GError **error);
