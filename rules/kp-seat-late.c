/* kp-seat-late.c – seats for those who come late, without moving anybody.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One after the other in drawn order, each gets the best seat that is free then: in a room that is used already before an
 * empty room, in an empty room before a reserve room; there the one whose neighbours weigh least; of these an ordinary
 * seat before an extra one; then the first room of the list and the lowest number. */

#include "kp-seat-private.h"
#include "kp-seat-room.h"

#include <glib/gi18n-lib.h>

#define NOBODY G_MAXUINT

typedef struct
{
  const KpSeatRoom *room;
  KpSeatPosition *positions; /* of seat number i + 1 */
  guint *person_at;          /* NOBODY = free */
  guint n_seats;             /* with extra seats and whatever else is taken */
  guint n_taken;
} Room;

typedef struct
{
  const KpSeatPolicy *policy;
  const KpSeatPerson *people;
  Room *rooms;
  guint n_rooms;
} Late;

/* What a free seat is worth, the smaller the better, in this order. */
typedef struct
{
  guint tier;
  guint weight;
  gboolean is_extra;
  guint room;
  guint seat;
} Choice;

static void
late_clear (Late *late)
{
  for (guint i = 0; i < late->n_rooms; i++)
    {
      g_free (late->rooms[i].positions);
      g_free (late->rooms[i].person_at);
    }
  g_free (late->rooms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Late, late_clear)

static void
lay_room (Room *room, const KpSeatPolicy *policy, const KpSeatRoom *rule, guint highest)
{
  *room = (Room){ .room = rule, .n_seats = MAX (kp_seat_room_get_most (policy, rule), highest) };
  room->positions = g_new (KpSeatPosition, room->n_seats + 1);
  room->person_at = g_new (guint, room->n_seats + 1);
  kp_seat_room_walk (policy, rule, room->n_seats, room->positions);
  for (guint i = 0; i < room->n_seats; i++)
    room->person_at[i] = NOBODY;
}

static void
late_init (Late *late,
           const KpSeatPolicy *policy,
           const KpSeatRoom *rooms,
           gsize n_rooms,
           const KpSeatPerson *people,
           const KpSeat *seats,
           gsize n_seated)
{
  g_autofree guint *highest = g_new0 (guint, n_rooms + 1);

  *late = (Late){ .policy = policy, .people = people, .n_rooms = (guint) n_rooms };
  late->rooms = g_new0 (Room, n_rooms + 1);
  for (gsize i = 0; i < n_seated; i++)
    highest[seats[i].room] = MAX (highest[seats[i].room], seats[i].seat);
  for (gsize i = 0; i < n_rooms; i++)
    lay_room (&late->rooms[i], policy, &rooms[i], highest[i]);
  for (gsize i = 0; i < n_seated; i++)
    {
      late->rooms[seats[i].room].person_at[seats[i].seat - 1] = (guint) i;
      late->rooms[seats[i].room].n_taken++;
    }
}

static guint
weigh (const Late *late, const Room *room, guint seat, guint person)
{
  guint weight = 0;

  for (guint i = 0; i < room->n_seats; i++)
    if (i != seat && room->person_at[i] != NOBODY &&
        kp_seat_are_neighbours (late->policy, room->positions[i], room->positions[seat]))
      weight += kp_seat_weigh_pair (late->policy, &late->people[person], &late->people[room->person_at[i]]);
  return weight;
}

static gboolean
is_better (const Choice *a, const Choice *b)
{
  if (a->tier != b->tier)
    return a->tier < b->tier;
  if (a->weight != b->weight)
    return a->weight < b->weight;
  if (a->is_extra != b->is_extra)
    return b->is_extra;
  return FALSE; /* the earlier room, the lower number was looked at first */
}

static void
look_into_room (const Late *late, guint index, guint person, Choice *best)
{
  const Room *room = &late->rooms[index];
  const guint capacity = kp_seat_room_get_capacity (room->room);
  const guint most = kp_seat_room_get_most (late->policy, room->room);

  for (guint i = 0; i < most; i++)
    {
      Choice choice = { .is_extra = i >= capacity, .room = index, .seat = i + 1 };

      if (room->person_at[i] != NOBODY)
        continue;
      if (room->n_taken == 0)
        choice.tier = room->room->is_reserve ? 2 : 1;
      choice.weight = weigh (late, room, i, person);
      if (is_better (&choice, best))
        *best = choice;
    }
}

static gboolean
choose (Late *late, const KpSeatCandidate *candidate, guint person, KpSeat *seat, GError **error)
{
  Choice best = { .tier = G_MAXUINT };
  Room *room;

  for (guint i = 0; i < late->n_rooms; i++)
    {
      const KpSeatRoom *rule = late->rooms[i].room;

      if ((rule->has_extra_time != FALSE) == (candidate->needs_extra_time != FALSE) &&
          (rule->is_ground_floor || !candidate->needs_ground_floor))
        look_into_room (late, i, person, &best);
    }
  if (best.tier == G_MAXUINT)
    {
      g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_TOO_FEW_SEATS,
                   _ ("No room that suits has a free seat left for those who come late: add a room to the scheme."));
      return FALSE;
    }
  room = &late->rooms[best.room];
  room->person_at[best.seat - 1] = person;
  room->n_taken++;
  *seat = (KpSeat){ best.room, best.seat, room->positions[best.seat - 1].column, room->positions[best.seat - 1].row };
  return TRUE;
}

static void
report_pair (KpSeatReport *report, const KpSeatPerson *a, const KpSeatPerson *b)
{
  report->n_post_conflicts += a->post == b->post ? 1 : 0;
  report->n_household_conflicts += a->household != 0 && a->household == b->household ? 1 : 0;
  report->n_employer_conflicts += a->employer != 0 && a->employer == b->employer ? 1 : 0;
}

/* All that is left in a room, of those who sat there already too. */
static void
report_room (const Late *late, const Room *room, KpSeatReport *report)
{
  report->n_rooms_used += room->n_taken > 0 ? 1 : 0;
  report->n_reserve_used += room->n_taken > 0 && room->room->is_reserve ? 1 : 0;
  for (guint i = 0; i < room->n_seats; i++)
    {
      report->n_extra_seats += room->person_at[i] != NOBODY && i >= kp_seat_room_get_capacity (room->room) ? 1 : 0;
      for (guint j = 0; j < i; j++)
        if (room->person_at[i] != NOBODY && room->person_at[j] != NOBODY &&
            kp_seat_are_neighbours (late->policy, room->positions[i], room->positions[j]))
          report_pair (report, &late->people[room->person_at[i]], &late->people[room->person_at[j]]);
    }
}

/**
 * kp_seat_decide_late:
 * @policy: walk, neighbours, extra seats
 * @rooms: (array length=n_rooms): as they were seated
 * @n_rooms: how many
 * @candidates: (array length=n_candidates): those who sit already, then those who come late in drawn order
 * @n_candidates: how many
 * @n_seated: how many of them sit already
 * @seats: (array length=n_candidates): room and number of those who sit; gets those of the others
 * @report: (out): rooms used, extra seats, conflicts left, of all of them
 * @error: %KP_SEAT_ERROR_TOO_FEW_SEATS or %KP_SEAT_ERROR_ROOM
 *
 * Gives those who come late a seat. Nobody else moves.
 *
 * Returns: TRUE, or FALSE and the error
 */
gboolean
kp_seat_decide_late (const KpSeatPolicy *policy,
                     const KpSeatRoom *rooms,
                     gsize n_rooms,
                     const KpSeatCandidate *candidates,
                     gsize n_candidates,
                     gsize n_seated,
                     KpSeat *seats,
                     KpSeatReport *report,
                     GError **error)
{
  g_autofree const KpSeatRoom **list = g_new0 (const KpSeatRoom *, n_rooms + 1);
  g_autofree KpSeatPerson *people = NULL;
  g_auto (Late) late = { 0 };

  g_return_val_if_fail (policy != NULL && report != NULL && n_seated <= n_candidates, FALSE);

  *report = (KpSeatReport){ 0 };
  for (gsize i = 0; i < n_rooms; i++)
    list[i] = &rooms[i];
  if (!kp_seat_check_rooms (list, (guint) n_rooms, error))
    return FALSE;
  people = kp_seat_number_people (policy, candidates, n_candidates);
  late_init (&late, policy, rooms, n_rooms, people, seats, n_seated);
  for (gsize i = n_seated; i < n_candidates; i++)
    if (!choose (&late, &candidates[i], (guint) i, &seats[i], error))
      return FALSE;
  for (guint i = 0; i < late.n_rooms; i++)
    report_room (&late, &late.rooms[i], report);
  return TRUE;
}
