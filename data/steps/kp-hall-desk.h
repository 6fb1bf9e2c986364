/* kp-hall-desk.h – a sitting at its doors: who is expected in each room, who is in, who is absent.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-hall.h"
#include "kp-hall-tables.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_HALL_EXPECTED,
  KP_HALL_PRESENT,
  KP_HALL_PRESENT_LATE, /* came in after the start */
  KP_HALL_TURNED_AWAY,  /* too late; absent once the door is closed */
  KP_HALL_ABSENT,
} KpHallState;

/* One seat. Owned texts. */
typedef struct
{
  char *application;
  char *ticket;
  guint seat;
  KpHallState state;
  gboolean was_turned_away; /* once, also of who is absent since */
  char *at; /* (nullable): of the last act at the door */
} KpHallSeat;

typedef struct
{
  guint n_expected;
  guint n_in; /* with n_late */
  guint n_late;
  guint n_turned_away;
  guint n_absent;
} KpHallCounts;

typedef struct
{
  char *site;
  guint room;
  GPtrArray *seats; /* (element-type KpHallSeat): by seat */
  KpHallCounts counts;
  char *closed_at; /* (nullable): open */
} KpHallRoom;

typedef struct
{
  char *sitting;
  GPtrArray *rooms; /* (element-type KpHallRoom): by site and number */
} KpHallDesk;

KpHallDesk *kp_hall_desk_load (KpSession *session, const KpHallPlace *here, GError **error);
KpHallRoom *kp_hall_desk_find_room (const KpHallDesk *desk, const char *site, guint room);
KpHallCounts kp_hall_desk_sum (const KpHallDesk *desk);
void        kp_hall_desk_free (KpHallDesk *desk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpHallDesk, kp_hall_desk_free)

G_END_DECLS
