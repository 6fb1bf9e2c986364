/* kp-panel-tables.c – examiners, relations, seats of the panels, sign-in, checks and openings of rooms.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-tables.h"

static const KpColumn examiner_columns[] = {
  KP_COLUMN_TEXT (KpExaminerRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpExaminerRecord, examiner, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpExaminerRecord, name, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpExaminerRecord, unit, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpExaminerRecord, role, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpExaminerRecord, is_outside, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpExaminerRecord, phone, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpExaminerRecord, left_at, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpExaminerRecord, left_reason, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpExaminerRecord, left_first, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpExaminerRecord, left_second, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpExaminerRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_examiner_table = KP_TABLE_INIT (KpExaminerRecord, "examiner", "考官和工作人员", examiner_columns);

static const KpColumn recusal_columns[] = {
  KP_COLUMN_TEXT (KpRecusalRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpRecusalRecord, examiner, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpRecusalRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpRecusalRecord, side, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpRecusalRecord, kind, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpRecusalRecord, relation, KP_COLUMN_PERSONAL),
  KP_COLUMN_INT (KpRecusalRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_recusal_table = KP_TABLE_INIT (KpRecusalRecord, "recusal", "回避申报", recusal_columns);

static const KpColumn panel_seat_columns[] = {
  KP_COLUMN_TEXT (KpPanelSeatRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpPanelSeatRecord, room, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpPanelSeatRecord, seat, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPanelSeatRecord, examiner, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPanelSeatRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_panel_seat_table = KP_TABLE_INIT (KpPanelSeatRecord, "panel_seat", "考官分组", panel_seat_columns);

static const KpColumn attendance_columns[] = {
  KP_COLUMN_TEXT (KpAttendanceRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAttendanceRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAttendanceRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpAttendanceRecord, drawn, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpAttendanceRecord, recorded_by, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAttendanceRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpAttendanceRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_attendance_table = KP_TABLE_INIT (KpAttendanceRecord, "attendance", "面试签到", attendance_columns);

static const KpColumn hearing_check_columns[] = {
  KP_COLUMN_TEXT (KpHearingCheckRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHearingCheckRecord, code, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHearingCheckRecord, mark, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHearingCheckRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHearingCheckRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHearingCheckRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_hearing_check_table = KP_TABLE_INIT (KpHearingCheckRecord, "hearing_check", "面试成绩核对", hearing_check_columns);

static const KpColumn room_opening_columns[] = {
  KP_COLUMN_TEXT (KpRoomOpeningRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpRoomOpeningRecord, room, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpRoomOpeningRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpRoomOpeningRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpRoomOpeningRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_room_opening_table = KP_TABLE_INIT (KpRoomOpeningRecord, "room_opening", "序号启封", room_opening_columns);

static const KpColumn room_package_columns[] = {
  KP_COLUMN_TEXT (KpRoomPackageRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpRoomPackageRecord, package, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpRoomPackageRecord, room, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpRoomPackageRecord, number, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpRoomPackageRecord, issued_at, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpRoomPackageRecord, content, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpRoomPackageRecord, drawn, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpRoomPackageRecord, verify_key, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpRoomPackageRecord, sign_key, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SECRET),
  KP_COLUMN_TEXT (KpRoomPackageRecord, taken_at, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpRoomPackageRecord, taken_digest, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpRoomPackageRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_room_package_table = KP_TABLE_INIT (KpRoomPackageRecord, "room_package", "考场数据包", room_package_columns);
