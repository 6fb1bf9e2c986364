/* kp-hearing-rooms.h – which room of a post a candidate is heard in, and which number a late one gets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

/* How a post that needs several rooms is divided. */
typedef enum
{
  KP_ROOMS_BY_DEALT, /* the drawn order deals the candidates round */
  KP_ROOMS_BY_Z,     /* by the written marks, to and fro, so that the rooms are alike; the groups are drawn to rooms */
} KpRoomsBy;

#define KP_N_ROOMS_BY (KP_ROOMS_BY_Z + 1)

/* A number of one room. */
typedef struct
{
  guint    number;
  gboolean is_heard; /* its turn is over: marks or an absence are entered for it */
  gboolean is_empty; /* nobody came for it */
} KpHearingSlot;

#define KP_HEARING_SLOT_NEW G_MAXUINT

void  kp_hearing_rooms_group (const KpMark *written, guint n, guint n_groups, guint *groups);
guint kp_hearing_rooms_find_late (const KpHearingSlot *slots, guint n, guint own);

G_END_DECLS
