/* kp-panel-tables.h – examiners, relations, seats of the panels, sign-in, checks and openings of rooms.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 考官和工作人员: Who works at the interview. */
typedef struct
{
  const char *campaign;
  const char *examiner;
  const char *name;
  const char *unit;
  const char *role;
  gint64 is_outside;
  const char *phone;
  const char *left_at;
  const char *left_reason;
  const char *left_first;
  const char *left_second;
  gint64 version;
} KpExaminerRecord;

extern const KpTable kp_examiner_table;

/* 回避申报: Two who must stay away from one another, as one of them declared. */
typedef struct
{
  const char *campaign;
  const char *examiner;
  const char *application;
  const char *side;
  const char *kind;
  const char *relation;
  gint64 version;
} KpRecusalRecord;

extern const KpTable kp_recusal_table;

/* 考官分组: Which examiner sits on which seat of which room. */
typedef struct
{
  const char *campaign;
  gint64 room;
  gint64 seat;
  const char *examiner;
  gint64 version;
} KpPanelSeatRecord;

extern const KpTable kp_panel_seat_table;

/* 面试签到: Whether a candidate came to the interview. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *state;
  gint64 drawn; /* of one who came late: the number that was drawn, given up for another one; KP_NO_INT = none */
  const char *recorded_by;
  const char *at;
  gint64 version;
} KpAttendanceRecord;

extern const KpTable kp_attendance_table;

/* 面试成绩核对: The mark of a number as two people read it from the signed sheet. */
typedef struct
{
  const char *campaign;
  const char *code;
  const char *mark;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpHearingCheckRecord;

extern const KpTable kp_hearing_check_table;

/* 序号启封: The seal of a room's numbers was broken. */
typedef struct
{
  const char *campaign;
  gint64 room;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpRoomOpeningRecord;

extern const KpTable kp_room_opening_table;

/* 考场数据包: What was handed to a room without network, and what came back. */
typedef struct
{
  const char *campaign;
  const char *package;
  gint64 room;
  gint64 number; /* of the packages of the room, from 1 */
  const char *issued_at;
  const char *content;
  const char *drawn;
  const char *verify_key;
  const char *sign_key; /* (nullable): in the package alone */
  const char *taken_at;
  const char *taken_digest;
  gint64 version;
} KpRoomPackageRecord;

extern const KpTable kp_room_package_table;

G_END_DECLS
