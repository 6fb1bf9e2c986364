/* kp-seat-counts.c – how many sit in each room, by the rule for the tail room 尾考场.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rooms are filled in the order of the list, but as many rooms on the ground floor as are needed there come first. Then
 * the rule for the tail decides about the last room; nobody who needs the ground floor loses a seat by it. */

#include "kp-seat-private.h"

#include <glib/gi18n-lib.h>

/**
 * kp_seat_room_init_grid:
 * @room: (out): the room
 * @n_columns: 1…%KP_SEAT_MAX_COLUMNS
 * @n_rows: 1…%KP_SEAT_MAX_ROWS
 *
 * A room of equal columns, all seats in use.
 */
void
kp_seat_room_init_grid (KpSeatRoom *room, guint n_columns, guint n_rows)
{
  g_return_if_fail (room != NULL && n_columns >= 1 && n_columns <= KP_SEAT_MAX_COLUMNS);

  *room = (KpSeatRoom){ .n_columns = n_columns };
  for (guint i = 0; i < n_columns; i++)
    room->columns[i] = n_rows;
}

/**
 * kp_seat_room_get_n_seats:
 * @room: a room
 *
 * Returns: seats that stand in it, in use or not
 */
guint
kp_seat_room_get_n_seats (const KpSeatRoom *room)
{
  guint n_seats = 0;

  g_return_val_if_fail (room != NULL && room->n_columns <= KP_SEAT_MAX_COLUMNS, 0);

  for (guint i = 0; i < room->n_columns; i++)
    for (guint row = 0; row < MIN (room->columns[i], KP_SEAT_MAX_ROWS); row++)
      n_seats += ((room->missing[i] >> row) & 1) == 0 ? 1 : 0;
  return n_seats;
}

/**
 * kp_seat_room_get_capacity:
 * @room: a room
 *
 * Returns: seats in use, without extra seats
 */
guint
kp_seat_room_get_capacity (const KpSeatRoom *room)
{
  guint n_seats = kp_seat_room_get_n_seats (room);

  return room->capacity > 0 ? MIN (room->capacity, n_seats) : n_seats;
}

/**
 * kp_seat_room_get_most:
 * @policy: whether there are extra seats
 * @room: a room
 *
 * Returns: the highest seat number that can be given, extra seats included
 */
guint
kp_seat_room_get_most (const KpSeatPolicy *policy, const KpSeatRoom *room)
{
  return kp_seat_room_get_capacity (room) + (policy->tail == KP_TAIL_EXTRA_SEATS ? policy->max_extra : 0);
}

/** kp_seat_check_rooms: whether every room has seats and a grid that can be walked; %FALSE with %KP_SEAT_ERROR_ROOM for the first
 * that hasn't. */
gboolean
kp_seat_check_rooms (const KpSeatRoom *const *rooms, guint n_rooms, GError **error)
{
  for (guint i = 0; i < n_rooms; i++)
    {
      gboolean is_walkable = rooms[i]->n_columns > 0 && rooms[i]->n_columns <= KP_SEAT_MAX_COLUMNS;

      for (guint j = 0; is_walkable && j < rooms[i]->n_columns; j++)
        is_walkable = rooms[i]->columns[j] <= KP_SEAT_MAX_ROWS;
      if (is_walkable && kp_seat_room_get_capacity (rooms[i]) > 0)
        continue;
      g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_ROOM,
                   _ ("Room number %u of the list has no seats, or too many columns or rows: correct its columns."),
                   i + 1);
      return FALSE;
    }
  return TRUE;
}

/** kp_seat_add_capacities: seats of the rooms, or of those on the ground floor. */
guint64
kp_seat_add_capacities (const KpSeatRoom *const *rooms, guint n_rooms, gboolean only_ground)
{
  guint64 n_seats = 0;

  for (guint i = 0; i < n_rooms; i++)
    if (!only_ground || rooms[i]->is_ground_floor)
      n_seats += kp_seat_room_get_capacity (rooms[i]);
  return n_seats;
}

/* The order of filling: rooms that those on the ground floor need, the others as listed, reserve rooms. */
static void
order_rooms (const KpSeatRoom *const *rooms, guint n_rooms, const guint *floors, guint *order)
{
  guint n_ordered = 0;

  for (guint turn = 0; turn < 3; turn++)
    for (guint i = 0; i < n_rooms; i++)
      if (turn == (rooms[i]->is_reserve ? 2 : floors[i] > 0 ? 0 : 1))
        order[n_ordered++] = i;
}

/* How many seats on the ground floor each room keeps for those who need them. */
static void
keep_floors (const KpSeatRoom *const *rooms, guint n_rooms, guint n_ground, guint *floors)
{
  for (guint i = 0; i < n_rooms; i++)
    {
      floors[i] = rooms[i]->is_ground_floor ? MIN (n_ground, kp_seat_room_get_capacity (rooms[i])) : 0;
      n_ground -= floors[i];
    }
}

/* Fills room after room; leaves in @order the rooms that it took, and answers how many. */
static guint
fill_in_turn (const KpSeatRoom *const *rooms,
              guint n_rooms,
              const guint *floors,
              guint n_candidates,
              guint *order,
              guint *counts)
{
  guint n_used = 0, left = n_candidates;

  for (guint i = 0; i < n_rooms; i++)
    {
      counts[i] = floors[i];
      left -= floors[i];
    }
  for (guint i = 0; i < n_rooms; i++)
    {
      const guint room = order[i];
      const guint more = MIN (left, kp_seat_room_get_capacity (rooms[room]) - counts[room]);

      counts[room] += more;
      left -= more;
      if (counts[room] > 0)
        order[n_used++] = room;
    }
  return n_used;
}

/* 尾考场: a few who would sit alone go to the rooms before, one each, from the nearest back. */
static void
spread_tail (const KpSeatPolicy *policy, const guint *order, guint n_used, const guint *floors, guint *counts)
{
  guint last = n_used - 1;
  guint rest = counts[order[last]];

  if (rest >= policy->tail_min || (guint64) last * policy->max_extra < rest || floors[order[last]] > 0)
    return;
  counts[order[last]] = 0;
  for (guint i = 0; i < rest; i++)
    counts[order[last - 1 - i % last]]++;
}

static guint
level_room (const KpSeatRoom *room, guint floor, guint level)
{
  return MAX (floor, MIN (level, kp_seat_room_get_capacity (room)));
}

static guint
level_all (const KpSeatRoom *const *rooms, const guint *order, guint n_used, const guint *floors, guint level)
{
  guint n = 0;

  for (guint i = 0; i < n_used; i++)
    n += level_room (rooms[order[i]], floors[order[i]], level);
  return n;
}

/* Like water: the highest level that all rooms reach, or their size or need; who is left goes to the first rooms. */
static void
balance (const KpSeatRoom *const *rooms,
         const guint *order,
         guint n_used,
         const guint *floors,
         guint n_candidates,
         guint *counts)
{
  guint level = 0, left = n_candidates;

  while (level_all (rooms, order, n_used, floors, level + 1) <= n_candidates && level < n_candidates)
    level++;
  for (guint i = 0; i < n_used; i++)
    {
      counts[order[i]] = level_room (rooms[order[i]], floors[order[i]], level);
      left -= counts[order[i]];
    }
  for (guint i = 0; i < n_used && left > 0; i++)
    if (counts[order[i]] == level && level < kp_seat_room_get_capacity (rooms[order[i]]))
      {
        counts[order[i]]++;
        left--;
      }
}

/**
 * kp_seat_fill:
 * @policy: tail rule
 * @rooms: (array length=n_rooms): in the order in which they are filled; they hold all
 * @n_rooms: how many
 * @n_candidates: how many are to be seated
 * @n_ground: how many of them need the ground floor
 * @counts: (out) (array length=n_rooms): how many sit in each room
 */
void
kp_seat_fill (const KpSeatPolicy *policy,
              const KpSeatRoom *const *rooms,
              guint n_rooms,
              guint n_candidates,
              guint n_ground,
              guint *counts)
{
  g_autofree guint *order = g_new0 (guint, n_rooms + 1);
  g_autofree guint *floors = g_new0 (guint, n_rooms + 1);
  guint n_used;

  keep_floors (rooms, n_rooms, n_ground, floors);
  order_rooms (rooms, n_rooms, floors, order);
  n_used = fill_in_turn (rooms, n_rooms, floors, n_candidates, order, counts);
  if (policy->tail == KP_TAIL_BALANCE)
    balance (rooms, order, n_used, floors, n_candidates, counts);
  else if (policy->tail == KP_TAIL_EXTRA_SEATS && n_used > 1)
    spread_tail (policy, order, n_used, floors, counts);
}

/**
 * kp_seat_decide_counts:
 * @policy: tail rule
 * @rooms: (array length=n_rooms): in the order in which they are filled
 * @n_rooms: how many
 * @n_candidates: how many are to be seated
 * @counts: (out) (array length=n_rooms): how many sit in each room
 * @error: %KP_SEAT_ERROR_TOO_FEW_SEATS or %KP_SEAT_ERROR_ROOM
 *
 * Decides how many sit in each room, of people who need nothing special. Extra seats only take the tail: without tail rule
 * the rooms must hold all.
 *
 * Returns: TRUE, or FALSE and the error
 */
gboolean
kp_seat_decide_counts (const KpSeatPolicy *policy,
                       const KpSeatRoom *rooms,
                       gsize n_rooms,
                       guint n_candidates,
                       guint *counts,
                       GError **error)
{
  g_autofree const KpSeatRoom **list = g_new0 (const KpSeatRoom *, n_rooms + 1);
  guint64 n_seats;

  g_return_val_if_fail (policy != NULL && (n_rooms == 0 || (rooms != NULL && counts != NULL)), FALSE);

  for (gsize i = 0; i < n_rooms; i++)
    list[i] = &rooms[i];
  if (!kp_seat_check_rooms (list, (guint) n_rooms, error))
    return FALSE;
  n_seats = kp_seat_add_capacities (list, (guint) n_rooms, FALSE);
  if (n_seats < n_candidates)
    {
      g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_TOO_FEW_SEATS,
                   _ ("The rooms hold %u candidates, %u are to be seated: add rooms for %u more."),
                   (guint) n_seats, n_candidates, n_candidates - (guint) n_seats);
      return FALSE;
    }
  kp_seat_fill (policy, list, (guint) n_rooms, n_candidates, 0, counts);
  return TRUE;
}
