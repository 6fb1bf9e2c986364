/* kp-form-interview.h – the summary of interview marks of one panel (面试成绩汇总表), A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

#define KP_FORM_INTERVIEW_EXAMINERS 15

typedef struct
{
  const char *number;  /* drawn number, "3" */
  const char *ticket;  /* nullable: only after the seal of numbers is opened */
  const char *name;    /* nullable: only after the seal of numbers is opened */
  const char *marks[KP_FORM_INTERVIEW_EXAMINERS];  /* each examiner's total; NULL = none given */
  gboolean    dropped[KP_FORM_INTERVIEW_EXAMINERS]; /* dropped as highest or lowest: in brackets */
  const char *sum;     /* nullable: sum of the counted totals */
  const char *mark;    /* nullable: the mean, rounded, or "缺考" */
  const char *remark;  /* nullable */
} KpInterviewRow;

typedef struct
{
  KpFormList            list;
  const char           *panel;       /* "第1考官组" */
  const char           *post;        /* nullable: "A01 综合岗(城关街道)" */
  const char           *time;        /* nullable */
  guint                 n_examiners; /* 3 to 15 */
  const KpInterviewRow *rows;
  gsize                 n_rows;
} KpInterviewFacts;

gboolean kp_form_interview_draw (KpSheet *sheet, const KpInterviewFacts *facts, GError **error);
