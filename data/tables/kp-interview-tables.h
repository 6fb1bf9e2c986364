/* kp-interview-tables.h – hearings, examiners' marks, interview marks and totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 面试抽签: Who is heard in which room under which number. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *post;
  gint64 room;
  gint64 number;
  const char *code;
} KpHearingRecord;

extern const KpTable kp_hearing_table;

/* 考官评分: One element by one examiner for one number. */
typedef struct
{
  const char *campaign;
  const char *code;
  gint64 examiner;
  const char *element;
  gint64 mark;
  const char *source;
  const char *state; /* "given", or "void": taken back, and counts nowhere */
  const char *void_reason;
  const char *void_first;
  const char *void_second;
  gint64 version;
} KpPanelMarkRecord;

/* What of the marks counts: for every select. */
#define KP_PANEL_MARKS_GIVEN "AND state = 'given' ORDER BY code, examiner, element"

extern const KpTable kp_panel_mark_table;

/* 面试成绩: The interview mark, raw and as it counts. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *state;
  gint64 raw;
  const char *coefficient;
  gint64 mark;
  const char *dropped;
  gint64 version;
} KpInterviewRecord;

extern const KpTable kp_interview_table;

/* 综合成绩: Total and place. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *post;
  gint64 written;
  gint64 interview;
  gint64 credential;
  gint64 total;
  gint64 place;
  const char *outcome;
  gint64 is_undecided;
  const char *why;
} KpTotalRecord;

extern const KpTable kp_total_table;

/* 最终成绩: Of somebody called, by the total and a scored background check. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *post;
  gint64 total;
  gint64 mark;
  gint64 final;
  gint64 place;
  const char *outcome;
  gint64 is_undecided;
  const char *why;
} KpFinalTotalRecord;

extern const KpTable kp_final_total_table;

G_END_DECLS
