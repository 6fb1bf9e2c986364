/* kp-interview-tables.c – hearings, examiners' marks, interview marks and totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-interview-tables.h"

/* Whose number is which is sealed: the journal shows neither. */
static const KpColumn hearing_columns[] = {
  KP_COLUMN_TEXT (KpHearingRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHearingRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHearingRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHearingRecord, room, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHearingRecord, number, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpHearingRecord, code, KP_COLUMN_PERSONAL),
};

const KpTable kp_hearing_table = KP_TABLE_INIT (KpHearingRecord, "hearing", "面试抽签", hearing_columns);

static const KpColumn panel_mark_columns[] = {
  KP_COLUMN_TEXT (KpPanelMarkRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPanelMarkRecord, code, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpPanelMarkRecord, examiner, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPanelMarkRecord, element, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpPanelMarkRecord, mark, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPanelMarkRecord, source, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPanelMarkRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPanelMarkRecord, void_reason, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPanelMarkRecord, void_first, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPanelMarkRecord, void_second, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpPanelMarkRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_panel_mark_table = KP_TABLE_INIT (KpPanelMarkRecord, "panel_mark", "考官评分", panel_mark_columns);

static const KpColumn interview_columns[] = {
  KP_COLUMN_TEXT (KpInterviewRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpInterviewRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpInterviewRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpInterviewRecord, raw, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpInterviewRecord, coefficient, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpInterviewRecord, mark, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpInterviewRecord, dropped, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpInterviewRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_interview_table = KP_TABLE_INIT (KpInterviewRecord, "interview", "面试成绩", interview_columns);

static const KpColumn final_total_columns[] = {
  KP_COLUMN_TEXT (KpFinalTotalRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFinalTotalRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFinalTotalRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpFinalTotalRecord, total, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpFinalTotalRecord, mark, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpFinalTotalRecord, final, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpFinalTotalRecord, place, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpFinalTotalRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpFinalTotalRecord, is_undecided, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpFinalTotalRecord, why, KP_COLUMN_PLAIN),
};

const KpTable kp_final_total_table = KP_TABLE_INIT (KpFinalTotalRecord, "final_total", "最终成绩", final_total_columns);

static const KpColumn total_columns[] = {
  KP_COLUMN_TEXT (KpTotalRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpTotalRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpTotalRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpTotalRecord, written, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpTotalRecord, interview, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpTotalRecord, credential, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpTotalRecord, total, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpTotalRecord, place, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpTotalRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpTotalRecord, is_undecided, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpTotalRecord, why, KP_COLUMN_PLAIN),
};

const KpTable kp_total_table = KP_TABLE_INIT (KpTotalRecord, "total", "综合成绩", total_columns);
