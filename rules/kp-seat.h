/* kp-seat.h – candidates in drawn order to rooms and seats, people of one post apart.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_SEAT_MAX_COLUMNS 16
#define KP_SEAT_MAX_ROWS 64
#define KP_SEAT_NO_ROOM G_MAXUINT

typedef enum
{
  KP_WALK_S, /* 蛇形: down one column, up the next */
  KP_WALK_Z, /* each column from the same end */
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
  gboolean starts_back;  /* the first seat is at the back: the door is there */
  KpTailRule tail;
  guint tail_min;           /* EXTRA_SEATS: 5 */
  guint max_extra;          /* EXTRA_SEATS: seats added to one room at most: 3 */
  gboolean diagonal_counts; /* TRUE: 8 neighbours, FALSE: 4 */
  guint post_weight;        /* what two neighbours of one post count */
  guint household_weight;   /* of one household; 0 = they may sit side by side */
  guint employer_weight;    /* of one employer; 0 = likewise */
} KpSeatPolicy;

/* A room: columns[c] places stand in column c (7-8-8-7 or five times 6), the first at the front. */
typedef struct
{
  guint columns[KP_SEAT_MAX_COLUMNS];
  guint64 missing[KP_SEAT_MAX_COLUMNS]; /* bit r of missing[c]: on that place stands no seat */
  guint n_columns;
  guint capacity; /* ≤ the seats; 0 = all of them */
  gboolean is_ground_floor;
  gboolean has_extra_time; /* set aside for those who get more time */
  gboolean is_reserve;     /* 备用考场: used only when the others are full */
} KpSeatRoom;

/* In drawn order: the first of the array was drawn first. */
typedef struct
{
  const char *post;      /* borrowed */
  const char *household; /* borrowed, nullable: persons with one key also sit apart */
  const char *employer;  /* borrowed, nullable: likewise */
  gboolean needs_ground_floor;
  gboolean needs_extra_time;
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
  guint n_reserve_used; /* of them reserve rooms */
  guint n_extra_seats;
  guint n_post_conflicts;      /* neighbouring pairs of one post that are left */
  guint n_household_conflicts; /* neighbouring pairs of one household that are left */
  guint n_employer_conflicts;  /* neighbouring pairs of one employer that are left */
} KpSeatReport;

typedef enum
{
  KP_SEAT_ERROR_TOO_FEW_SEATS,
  KP_SEAT_ERROR_GROUND_FLOOR,
  KP_SEAT_ERROR_EXTRA_TIME, /* too few seats in the rooms set aside */
  KP_SEAT_ERROR_ROOM,       /* a room's grid makes no sense */
} KpSeatError;

#define KP_SEAT_ERROR (kp_seat_error_quark ())
GQuark kp_seat_error_quark (void);

void kp_seat_policy_init (KpSeatPolicy *policy);
void kp_seat_room_init_grid (KpSeatRoom *room, guint n_columns, guint n_rows);
guint kp_seat_room_get_n_seats (const KpSeatRoom *room);
guint kp_seat_room_get_capacity (const KpSeatRoom *room);
guint kp_seat_room_get_most (const KpSeatPolicy *policy, const KpSeatRoom *room);

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
/* The first n_seated candidates keep seats[i]; the others come late and get theirs. */
gboolean kp_seat_decide_late (const KpSeatPolicy *policy,
                              const KpSeatRoom *rooms,
                              gsize n_rooms,
                              const KpSeatCandidate *candidates,
                              gsize n_candidates,
                              gsize n_seated,
                              KpSeat *seats,
                              KpSeatReport *report,
                              GError **error);

G_END_DECLS
