/* kp-form-marks.h – the bulletin of written marks (笔试成绩公告).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

#define KP_FORM_MARKS_PAPERS 4

typedef struct
{
  const char *post_code; /* nullable */
  const char *post_name; /* nullable */
  const char *ticket;
  const char *name;      /* nullable: masked, "张*" */
  const char *papers[KP_FORM_MARKS_PAPERS]; /* mark on each paper, or its state "缺考", "违纪" */
  const char *bonus;     /* nullable */
  const char *total;     /* nullable: with bonus; NULL for absent and void */
  const char *place;     /* nullable */
  const char *remark;    /* nullable: "缺考", "违纪" */
  /* nullable: band above the rows of one post, "A01 综合岗（城关街道）"; then post_code, post_name and street stay NULL */
  const char *group;
} KpMarksRow;

typedef struct
{
  KpFormList        list;
  const char       *paper_names[KP_FORM_MARKS_PAPERS]; /* headings of their columns, NULL after the last */
  const KpMarksRow *rows;
  gsize             n_rows;
} KpMarksFacts;

gboolean kp_form_marks_draw (KpSheet *sheet, const KpMarksFacts *facts, GError **error);
