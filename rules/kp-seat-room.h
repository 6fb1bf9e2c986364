/* kp-seat-room.h – the seats of rooms along the walk, which of them are neighbours, and who sits where.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-seat.h"

G_BEGIN_DECLS

#define KP_SEAT_MAX_NEIGHBOURS 8

typedef struct
{
  guint column;
  guint row;
} KpSeatPosition;

/* A person as a room sees one: numbers that are equal for one post, household or employer; 0 = no household, no
 * employer. */
typedef struct
{
  guint post;
  guint household;
  guint employer;
  gboolean needs_ground_floor;
} KpSeatPerson;

/* A seat of a hall. */
typedef struct
{
  guint room; /* index among the hall's rooms */
  KpSeatPosition position;
  guint around[KP_SEAT_MAX_NEIGHBOURS]; /* neighbours, as indices of the hall's places */
  guint n_around;
} KpSeatPlace;

/* All seats that are given out together: room by room along the walk, as many as people. */
typedef struct
{
  const KpSeatPolicy *policy;
  const KpSeatRoom *const *rooms;
  guint n_rooms;
  guint *starts; /* place at which each room begins; one more at the end */
  KpSeatPlace *places;
  guint n_places;
  const KpSeatPerson *people; /* in drawn order */
  guint *person_at;           /* who sits on each place */
} KpSeatHall;

void kp_seat_room_walk (const KpSeatPolicy *policy,
                        const KpSeatRoom *room,
                        guint n_seats,
                        KpSeatPosition *positions);
gboolean kp_seat_are_neighbours (const KpSeatPolicy *policy, KpSeatPosition a, KpSeatPosition b);
guint kp_seat_weigh_pair (const KpSeatPolicy *policy, const KpSeatPerson *a, const KpSeatPerson *b);
KpSeatPerson *kp_seat_number_people (const KpSeatPolicy *policy, const KpSeatCandidate *candidates, gsize n);

void kp_seat_hall_init (KpSeatHall *hall,
                        const KpSeatPolicy *policy,
                        const KpSeatRoom *const *rooms,
                        guint n_rooms,
                        const guint *counts,
                        const KpSeatPerson *people);
void kp_seat_hall_clear (KpSeatHall *hall);
guint kp_seat_hall_weigh (const KpSeatHall *hall, guint place, guint person, guint but);
guint kp_seat_hall_weigh_range (const KpSeatHall *hall, guint from, guint to);
void kp_seat_hall_arrange (KpSeatHall *hall);
gboolean kp_seat_hall_search (KpSeatHall *hall, guint from, guint to, guint *n_steps);
void kp_seat_hall_report (const KpSeatHall *hall, KpSeatReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpSeatHall, kp_seat_hall_clear)

G_END_DECLS
