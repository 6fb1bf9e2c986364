/* kp-seat.h – candidates in drawn order to rooms and seats, people of one post apart.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_SEAT_MAX_COLUMNS 16
#define KP_SEAT_NO_ROOM G_MAXUINT

typedef enum
{
  KP_WALK_S, /* 蛇形: down one column, up the next */
  KP_WALK_Z, /* each column from the front */
} KpSeatWalk;

typedef enum
{
  KP_TAIL_OWN_ROOM,    /* the last room takes the rest */
  KP_TAIL_EXTRA_SEATS, /* a rest below tail_min goes to the former rooms as extra seats, if they can take it
                        */
  KP_TAIL_BALANCE,     /* all rooms used hold nearly equal numbers: 95 → 24, 24, 24, 23 */
} KpTailRule;

typedef struct
{
  KpSeatWalk walk;
  gboolean starts_right; /* the first column is the one at the right hand, seen from the lectern */
  KpTailRule tail;
  guint tail_min;           /* EXTRA_SEATS: 5 */
  guint max_extra;          /* EXTRA_SEATS: seats added to one room at most: 3 */
  gboolean diagonal_counts; /* TRUE: 8 neighbours, FALSE: 4 */
} KpSeatPolicy;

/* A room: columns[c] seats stand in column c (7-8-8-7 or five times 6). */
typedef struct
{
  guint columns[KP_SEAT_MAX_COLUMNS];
  guint n_columns;
  guint capacity; /* ≤ the sum of columns; 0 = that sum */
  gboolean is_ground_floor;
} KpSeatRoom;

/* In drawn order: the first of the array was drawn first. */
typedef struct
{
  const char *post;      /* borrowed */
  const char *household; /* borrowed, nullable: persons with one key also sit apart */
  gboolean needs_ground_floor;
} KpSeatCandidate;

typedef struct
{
  guint room;   /* index of the room */
  guint seat;   /* number in the room along the walk, from 1 */
  guint column; /* from 0, as walked */
  guint row;    /* from 0 = front */
} KpSeat;

typedef struct
{
  guint n_rooms_used;
  guint n_extra_seats;
  guint n_post_conflicts;      /* neighbouring pairs of one post that are left */
  guint n_household_conflicts; /* neighbouring pairs of one household that are left */
} KpSeatReport;

typedef enum
{
  KP_SEAT_ERROR_TOO_FEW_SEATS,
  KP_SEAT_ERROR_GROUND_FLOOR,
  KP_SEAT_ERROR_ROOM, /* a room's grid makes no sense */
} KpSeatError;

#define KP_SEAT_ERROR (kp_seat_error_quark ())
GQuark kp_seat_error_quark (void);

void kp_seat_policy_init (KpSeatPolicy *policy);
void kp_seat_room_init_grid (KpSeatRoom *room, guint n_columns, guint n_rows);
guint kp_seat_room_get_capacity (const KpSeatRoom *room);

/* How many sit in each room; counts[i] belongs to rooms[i]. */
gboolean kp_seat_decide_counts (const KpSeatPolicy *policy,
                                const KpSeatRoom *rooms,
                                gsize n_rooms,
                                guint n_candidates,
                                guint *counts,
                                GError **error);
/* seats[i] belongs to candidates[i]. */
gboolean kp_seat_decide (const KpSeatPolicy *policy,
                         const KpSeatRoom *rooms,
                         gsize n_rooms,
                         const KpSeatCandidate *candidates,
                         gsize n_candidates,
                         KpSeat *seats,
                         KpSeatReport *report,
                         GError **error);

G_END_DECLS
