/* kp-seat-room.h – the seats of one room along the walk, and who sits where in it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-seat.h"

G_BEGIN_DECLS

typedef struct
{
  guint column;
  guint row;
} KpSeatPosition;

/* A person as a room sees one: numbers that are equal for one post, one household; 0 = no household. */
typedef struct
{
  guint post;
  guint household;
} KpSeatPerson;

void kp_seat_room_walk (const KpSeatPolicy *policy,
                        const KpSeatRoom *room,
                        guint n_seats,
                        KpSeatPosition *positions);
void kp_seat_room_arrange (const KpSeatPolicy *policy,
                           const KpSeatPosition *positions,
                           const KpSeatPerson *people,
                           guint n_people,
                           guint *person_at,
                           guint *n_post_conflicts,
                           guint *n_household_conflicts);

G_END_DECLS
