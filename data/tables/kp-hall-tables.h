/* kp-hall-tables.h – who came through the door of the exam, and when it was closed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 入场: One act at the door: let in, let in by mistake, turned away for coming late, not in when it was closed. The last one
   counts. */
typedef struct
{
  const char *campaign;
  const char *sitting;
  const char *application;
  gint64 number;
  const char *act; /* KP_HALL_ACT_IN, KP_HALL_ACT_UNDONE, KP_HALL_ACT_REFUSED, KP_HALL_ACT_ABSENT */
  const char *reason;
  const char *person;
  const char *second_person; /* (nullable) */
  const char *at;
} KpHallArrivalRecord;

/* In the place of a sitting: at the door of the waiting room of the interview. */
#define KP_HALL_INTERVIEW ""

#define KP_HALL_ACT_IN "in"
#define KP_HALL_ACT_UNDONE "undone"
#define KP_HALL_ACT_REFUSED "refused"
#define KP_HALL_ACT_ABSENT "absent"

extern const KpTable kp_hall_arrival_table;

/* 停止入场: From here on who isn't in a room of the sitting is absent. */
typedef struct
{
  const char *campaign;
  const char *sitting;
  const char *site;
  gint64 room;
  gint64 n_expected;
  gint64 n_absent;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpHallClosingRecord;

extern const KpTable kp_hall_closing_table;

G_END_DECLS
