/* kp-written-tables.h – seats, entries, agreed marks, bonus and shortlist.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 座位: A seat with its ticket number. */
typedef struct
{
  const char *campaign;
  const char *sitting;
  const char *application;
  const char *site;
  gint64 room;
  gint64 seat;
  const char *ticket;
} KpSeatRecord;

extern const KpTable kp_seat_table;

/* 换座: A seat that somebody left for another on the day. */
typedef struct
{
  const char *campaign;
  gint64 number;
  const char *sitting;
  const char *ticket;
  const char *from_seat;
  const char *to_seat;
  const char *reason;
  const char *person;
  const char *at;
} KpSeatChangeRecord;

extern const KpTable kp_seat_change_table;

/* 登分: What one clerk entered: 1, 2, or 3 for the third person who resolves a difference. */
typedef struct
{
  const char *campaign;
  const char *paper;
  const char *application;
  gint64 entry;
  const char *state;
  gint64 mark;
  const char *clerk;
  const char *source;
  gint64 sheet_row;
  gint64 version;
} KpEntryRecord;

extern const KpTable kp_entry_table;

/* 分数: The mark that both entries, or the third person, gave. */
typedef struct
{
  const char *campaign;
  const char *paper;
  const char *application;
  const char *state;
  gint64 mark;
  const char *how;
  gint64 version;
} KpMarkRecord;

extern const KpTable kp_mark_table;

/* 加分: An approved bonus item. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *item;
  gint64 points;
  gint64 counts;
  const char *claimed_on;
} KpBonusRecord;

extern const KpTable kp_bonus_table;

/* 加分审核: What two people found of a claim. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *item;
  const char *verdict;
  const char *claimed_on;
  gint64 points;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *at;
  gint64 version;
} KpBonusReviewRecord;

extern const KpTable kp_bonus_review_table;

/* 入围名单: The written result and the way into the interview. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *post;
  const char *state;
  gint64 paper;
  gint64 bonus;
  gint64 written;
  gint64 place;
  const char *outcome;
  const char *why;
} KpShortlistRecord;

extern const KpTable kp_shortlist_table;

/* 退出: Somebody who left between the written exam and the interview. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *post;
  gint64 round;
  gint64 list;
  const char *stage;
  const char *cause;
  const char *reason;
  const char *recorded_by;
  const char *recorded_on;
  gint64 version;
} KpLeavingRecord;

extern const KpTable kp_leaving_table;

/* 测试: A test before the interview, and the way onto the list after it. */
typedef struct
{
  const char *campaign;
  gint64 heat;
  const char *application;
  const char *post;
  const char *state;
  gint64 mark;
  gint64 score;
  gint64 place;
  const char *outcome;
  const char *why;
} KpHeatRecord;

extern const KpTable kp_heat_table;

G_END_DECLS
