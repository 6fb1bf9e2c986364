/* kp-seat-plan.h – exam rooms as they stand: columns and rows, who sits where, and which neighbours should sit apart.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-seat-room.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* A seat of a room. Owned texts. */
typedef struct
{
  guint number; /* along the walk, from 1 */
  KpSeatPosition position;
  char *ticket; /* (nullable): nobody sits there */
  char *post;   /* (nullable) */
  gboolean clashes; /* a neighbour is of the same post, household or employer */
} KpPlanSeat;

/* A room in the sittings that share their seats. */
typedef struct
{
  char *sitting; /* the first of them */
  char *site;
  char *site_name;
  guint number;   /* on the door */
  guint n_columns;
  guint n_rows;   /* with extra seats */
  guint n_taken;
  guint n_clashes; /* pairs */
  gboolean starts_right; /* the first column stands at the right hand */
  GPtrArray *seats; /* (element-type KpPlanSeat): along the walk */
} KpPlanRoom;

GPtrArray *kp_seat_plan_load (KpSession *session, GError **error);
char      *kp_plan_seat_dup_place (const KpPlanRoom *room, const KpPlanSeat *seat);

G_END_DECLS
