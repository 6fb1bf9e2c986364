/* kp-hall-tables.c – who came through the door of the exam, and when it was closed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hall-tables.h"

static const KpColumn arrival_columns[] = {
  KP_COLUMN_TEXT (KpHallArrivalRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHallArrivalRecord, sitting, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHallArrivalRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpHallArrivalRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHallArrivalRecord, act, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHallArrivalRecord, reason, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpHallArrivalRecord, person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHallArrivalRecord, second_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpHallArrivalRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_hall_arrival_table = KP_TABLE_INIT (KpHallArrivalRecord, "hall_arrival", "入场", arrival_columns);

static const KpColumn closing_columns[] = {
  KP_COLUMN_TEXT (KpHallClosingRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHallClosingRecord, sitting, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHallClosingRecord, site, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpHallClosingRecord, room, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpHallClosingRecord, n_expected, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHallClosingRecord, n_absent, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHallClosingRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHallClosingRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHallClosingRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_hall_closing_table = KP_TABLE_INIT (KpHallClosingRecord, "hall_closing", "停止入场", closing_columns);
