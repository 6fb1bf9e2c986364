/* kp-seat-room.c – the seats of rooms along the walk, and which of them are neighbours.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two people are neighbours where their seats stand side by side; a place without a seat parts them as a wall does, and
 * rooms never meet. So everything that is given out together is one graph, a hall, and the rooms are its parts. */

#include "kp-seat-room.h"

#include <string.h>

#define IS_MISSING(room, column, row) (((room)->missing[column] >> (row)) & 1)

/* The seats of the grid along the walk, at most n_seats. */
static guint
walk_grid (const KpSeatPolicy *policy, const KpSeatRoom *room, guint n_seats, KpSeatPosition *positions)
{
  guint n_walked = 0;

  for (guint column = 0; column < room->n_columns; column++)
    for (guint step = 0; step < room->columns[column] && n_walked < n_seats; step++)
      {
        const gboolean turns = policy->walk == KP_WALK_S && column % 2 == 1;
        const gboolean from_back = turns != (policy->starts_back != FALSE);
        const guint row = from_back ? room->columns[column] - 1 - step : step;

        if (!IS_MISSING (room, column, row))
          positions[n_walked++] = (KpSeatPosition){ column, row };
      }
  return n_walked;
}

/**
 * kp_seat_room_walk:
 * @policy: S or Z, and the corner it starts from
 * @room: the room
 * @n_seats: how many sit there; those above the seats of the grid are extra seats, one behind each column in turn
 * @positions: (out) (array length=n_seats): where seat number i + 1 stands
 *
 * Numbers the seats along the walk. Where the room holds fewer than it has seats, the seats left over at the end of the
 * walk are the first that an extra person gets.
 */
void
kp_seat_room_walk (const KpSeatPolicy *policy,
                   const KpSeatRoom *room,
                   guint n_seats,
                   KpSeatPosition *positions)
{
  guint n_walked;

  g_return_if_fail (policy != NULL && room != NULL && (n_seats == 0 || positions != NULL));

  n_walked = walk_grid (policy, room, n_seats, positions);
  for (guint extra = 0; n_walked < n_seats; extra++)
    {
      guint column = extra % room->n_columns;

      positions[n_walked++] = (KpSeatPosition){ column, room->columns[column] + extra / room->n_columns };
    }
}

/**
 * kp_seat_are_neighbours:
 * @policy: 4 or 8 neighbours
 * @a: a seat
 * @b: another seat of the same room
 *
 * Returns: whether they are neighbours
 */
gboolean
kp_seat_are_neighbours (const KpSeatPolicy *policy, KpSeatPosition a, KpSeatPosition b)
{
  guint columns = a.column > b.column ? a.column - b.column : b.column - a.column;
  guint rows = a.row > b.row ? a.row - b.row : b.row - a.row;

  return policy->diagonal_counts ? MAX (columns, rows) == 1 : columns + rows == 1;
}

/**
 * kp_seat_weigh_pair:
 * @policy: the weights
 * @a: a person
 * @b: another
 *
 * Returns: what it counts when they are neighbours, 0 = nothing
 */
guint
kp_seat_weigh_pair (const KpSeatPolicy *policy, const KpSeatPerson *a, const KpSeatPerson *b)
{
  return (a->post == b->post ? policy->post_weight : 0) +
         (a->household != 0 && a->household == b->household ? policy->household_weight : 0) +
         (a->employer != 0 && a->employer == b->employer ? policy->employer_weight : 0);
}

/* A number from 1 on for each different text, in the order of the draw; 0 for none. */
static guint
number_text (GHashTable *numbers, const char *text)
{
  gpointer found;

  if (text == NULL || text[0] == '\0')
    return 0;
  found = g_hash_table_lookup (numbers, text);
  if (found == NULL)
    {
      found = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, (gpointer) text, found);
    }
  return GPOINTER_TO_UINT (found);
}

/**
 * kp_seat_number_people:
 * @policy: the weights; what weighs nothing isn't looked at
 * @candidates: (array length=n): in drawn order
 * @n: how many
 *
 * Returns: (transfer full) (array length=n): them by numbers
 */
KpSeatPerson *
kp_seat_number_people (const KpSeatPolicy *policy, const KpSeatCandidate *candidates, gsize n)
{
  g_autoptr (GHashTable) posts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) households = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) employers = g_hash_table_new (g_str_hash, g_str_equal);
  KpSeatPerson *people = g_new0 (KpSeatPerson, n + 1);

  for (gsize i = 0; i < n; i++)
    people[i] = (KpSeatPerson){
      .post = number_text (posts, candidates[i].post),
      .household = policy->household_weight > 0 ? number_text (households, candidates[i].household) : 0,
      .employer = policy->employer_weight > 0 ? number_text (employers, candidates[i].employer) : 0,
      .needs_ground_floor = candidates[i].needs_ground_floor,
    };
  return people;
}

static void
lay_room (KpSeatHall *hall, guint room, guint n_seats)
{
  g_autofree KpSeatPosition *positions = g_new (KpSeatPosition, n_seats + 1);
  KpSeatPlace *places = hall->places + hall->starts[room];

  kp_seat_room_walk (hall->policy, hall->rooms[room], n_seats, positions);
  for (guint a = 0; a < n_seats; a++)
    {
      places[a] = (KpSeatPlace){ .room = room, .position = positions[a] };
      for (guint b = 0; b < a; b++)
        if (kp_seat_are_neighbours (hall->policy, positions[a], positions[b]))
          {
            places[a].around[places[a].n_around++] = hall->starts[room] + b;
            places[b].around[places[b].n_around++] = hall->starts[room] + a;
          }
    }
}

/**
 * kp_seat_hall_init:
 * @hall: (out): the hall; nobody sits in it yet
 * @policy: the rules, borrowed
 * @rooms: (array length=n_rooms): borrowed
 * @n_rooms: how many
 * @counts: (array length=n_rooms): how many sit in each
 * @people: as many as the counts say, in drawn order, borrowed
 *
 * Lays the seats of all rooms out as one graph.
 */
void
kp_seat_hall_init (KpSeatHall *hall,
                   const KpSeatPolicy *policy,
                   const KpSeatRoom *const *rooms,
                   guint n_rooms,
                   const guint *counts,
                   const KpSeatPerson *people)
{
  *hall = (KpSeatHall){ .policy = policy, .rooms = rooms, .n_rooms = n_rooms, .people = people };
  hall->starts = g_new0 (guint, n_rooms + 1);
  for (guint i = 0; i < n_rooms; i++)
    hall->starts[i + 1] = hall->starts[i] + counts[i];
  hall->n_places = hall->starts[n_rooms];
  hall->places = g_new0 (KpSeatPlace, hall->n_places + 1);
  hall->person_at = g_new0 (guint, hall->n_places + 1);
  for (guint i = 0; i < n_rooms; i++)
    lay_room (hall, i, counts[i]);
}

/** kp_seat_hall_clear: frees what the hall owns. */
void
kp_seat_hall_clear (KpSeatHall *hall)
{
  g_clear_pointer (&hall->starts, g_free);
  g_clear_pointer (&hall->places, g_free);
  g_clear_pointer (&hall->person_at, g_free);
}

/**
 * kp_seat_hall_weigh:
 * @hall: a hall with everybody in it
 * @place: a place
 * @person: somebody
 * @but: a place that is taken as empty
 *
 * Returns: the weight of the conflicts that @person would have on @place
 */
guint
kp_seat_hall_weigh (const KpSeatHall *hall, guint place, guint person, guint but)
{
  const KpSeatPlace *around = &hall->places[place];
  guint weight = 0;

  for (guint i = 0; i < around->n_around; i++)
    if (around->around[i] != but)
      weight += kp_seat_weigh_pair (hall->policy, &hall->people[person],
                                    &hall->people[hall->person_at[around->around[i]]]);
  return weight;
}

/**
 * kp_seat_hall_weigh_range:
 * @hall: a hall with everybody in it
 * @from: first place of a room
 * @to: behind the last place of a room
 *
 * Returns: the weight of all conflicts between them
 */
guint
kp_seat_hall_weigh_range (const KpSeatHall *hall, guint from, guint to)
{
  guint twice = 0;

  for (guint i = from; i < to; i++)
    twice += kp_seat_hall_weigh (hall, i, hall->person_at[i], i);
  return twice / 2;
}

/**
 * kp_seat_hall_report:
 * @hall: a hall with everybody in it
 * @report: gets what is left in this hall added
 */
void
kp_seat_hall_report (const KpSeatHall *hall, KpSeatReport *report)
{
  for (guint i = 0; i < hall->n_places; i++)
    for (guint j = 0; j < hall->places[i].n_around; j++)
      {
        const KpSeatPerson *a = &hall->people[hall->person_at[i]];
        const KpSeatPerson *b = &hall->people[hall->person_at[hall->places[i].around[j]]];

        if (hall->places[i].around[j] > i)
          continue;
        report->n_post_conflicts += a->post == b->post ? 1 : 0;
        report->n_household_conflicts += a->household != 0 && a->household == b->household ? 1 : 0;
        report->n_employer_conflicts += a->employer != 0 && a->employer == b->employer ? 1 : 0;
      }
}
