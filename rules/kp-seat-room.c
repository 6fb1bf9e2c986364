/* kp-seat-room.c – the seats of one room along the walk, and who sits where in it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People sit down in drawn order along the walk. Then, as long as it lowers the number of conflicts, whoever
 * has one changes places with the person where that helps most. When this gets stuck, it is tried again from
 * other starts:
 *
 *   A B A B A      by colour: the people of one post take the squares of one colour, as on a chess board, the
 * biggest B A B A B      post first; with 4 neighbours no post of up to half the room then has a conflict A B
 * A B A
 *
 * and from the drawn order turned by an eighth, two eighths, … The start with the fewest conflicts left is
 * taken, the first of equals. There is no chance in it but the draw. */

#include "kp-seat-room.h"

#define MAX_NEIGHBOURS 8
#define N_STARTS 8
#define MAX_PASSES 64

typedef struct
{
  guint seats[MAX_NEIGHBOURS];
  guint n_seats;
} Neighbours;

typedef struct
{
  const KpSeatPolicy *policy;
  const KpSeatPosition *positions;
  const KpSeatPerson *people;
  guint n_people;
  Neighbours *neighbours;
} Room;

typedef struct
{
  guint first; /* what is ordered by first, the smaller first */
  guint second;
  guint index;
} Ordered;

static int
compare_ordered (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  const Ordered *left = a;
  const Ordered *right = b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  if (left->second != right->second)
    return left->second < right->second ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

/**
 * kp_seat_room_walk:
 * @policy: S or Z
 * @room: the room
 * @n_seats: how many sit in it; more than its capacity gives extra seats, one behind each column in turn
 * @positions: (out) (array length=n_seats): where seat number i + 1 stands
 *
 * Numbers the seats along the walk.
 */
void
kp_seat_room_walk (const KpSeatPolicy *policy,
                   const KpSeatRoom *room,
                   guint n_seats,
                   KpSeatPosition *positions)
{
  guint capacity, n_walked = 0;

  g_return_if_fail (policy != NULL && room != NULL && (n_seats == 0 || positions != NULL));

  capacity = kp_seat_room_get_capacity (room);
  for (guint column = 0; column < room->n_columns; column++)
    for (guint step = 0; step < room->columns[column] && n_walked < MIN (n_seats, capacity); step++)
      {
        gboolean from_back = policy->walk == KP_WALK_S && column % 2 == 1;

        positions[n_walked++] =
            (KpSeatPosition){ column, from_back ? room->columns[column] - 1 - step : step };
      }
  for (guint extra = 0; n_walked < n_seats; extra++)
    {
      guint column = extra % room->n_columns;

      positions[n_walked++] = (KpSeatPosition){ column, room->columns[column] + extra / room->n_columns };
    }
}

static gboolean
are_neighbours (const KpSeatPolicy *policy, KpSeatPosition a, KpSeatPosition b)
{
  guint columns = a.column > b.column ? a.column - b.column : b.column - a.column;
  guint rows = a.row > b.row ? a.row - b.row : b.row - a.row;

  return policy->diagonal_counts ? MAX (columns, rows) == 1 : columns + rows == 1;
}

static Neighbours *
find_neighbours (const KpSeatPolicy *policy, const KpSeatPosition *positions, guint n_people)
{
  Neighbours *neighbours = g_new0 (Neighbours, n_people + 1);

  for (guint a = 0; a < n_people; a++)
    for (guint b = 0; b < a; b++)
      if (are_neighbours (policy, positions[a], positions[b]))
        {
          neighbours[a].seats[neighbours[a].n_seats++] = b;
          neighbours[b].seats[neighbours[b].n_seats++] = a;
        }
  return neighbours;
}

static guint
count_pair (const KpSeatPerson *a, const KpSeatPerson *b)
{
  return (a->post == b->post ? 1 : 0) + (a->household != 0 && a->household == b->household ? 1 : 0);
}

/* Conflicts that @person would have on @seat while @but stands empty. */
static guint
count_conflicts (const Room *room, const guint *person_at, guint seat, guint person, guint but)
{
  const Neighbours *around = &room->neighbours[seat];
  guint count = 0;

  for (guint i = 0; i < around->n_seats; i++)
    if (around->seats[i] != but)
      count += count_pair (&room->people[person], &room->people[person_at[around->seats[i]]]);
  return count;
}

/* The other seat that lowers the conflicts most when its person changes with that of @seat; @seat = none
 * does. */
static guint
find_best_change (const Room *room, const guint *person_at, guint seat)
{
  guint best = seat;
  guint most = 0;

  for (guint other = 0; other < room->n_people; other++)
    {
      guint here = person_at[seat];
      guint there = person_at[other];
      guint before, after;

      if (other == seat)
        continue;
      before = count_conflicts (room, person_at, seat, here, other) +
               count_conflicts (room, person_at, other, there, seat);
      if (before <= most)
        continue;
      after = count_conflicts (room, person_at, seat, there, other) +
              count_conflicts (room, person_at, other, here, seat);
      if (before > after && before - after > most)
        {
          most = before - after;
          best = other;
        }
    }
  return best;
}

/* Changes places as long as that helps. Each change lowers the number of conflicts, so this ends. */
static void
repair (const Room *room, guint *person_at)
{
  gboolean has_changed = TRUE;

  for (guint pass = 0; pass < MAX_PASSES && has_changed; pass++)
    {
      has_changed = FALSE;
      for (guint seat = 0; seat < room->n_people; seat++)
        {
          guint other, person;

          if (count_conflicts (room, person_at, seat, person_at[seat], seat) == 0)
            continue;
          other = find_best_change (room, person_at, seat);
          if (other == seat)
            continue;
          person = person_at[seat];
          person_at[seat] = person_at[other];
          person_at[other] = person;
          has_changed = TRUE;
        }
    }
}

static void
count_all (const Room *room, const guint *person_at, guint *n_posts, guint *n_households)
{
  *n_posts = 0;
  *n_households = 0;
  for (guint seat = 0; seat < room->n_people; seat++)
    for (guint i = 0; i < room->neighbours[seat].n_seats; i++)
      {
        const KpSeatPerson *a = &room->people[person_at[seat]];
        const KpSeatPerson *b = &room->people[person_at[room->neighbours[seat].seats[i]]];

        if (room->neighbours[seat].seats[i] > seat)
          continue;
        *n_posts += a->post == b->post ? 1 : 0;
        *n_households += a->household != 0 && a->household == b->household ? 1 : 0;
      }
}

/* How many of the room have the post of each person. */
static guint *
count_posts (const Room *room)
{
  guint *counts = g_new0 (guint, room->n_people + 1);

  for (guint a = 0; a < room->n_people; a++)
    for (guint b = 0; b < room->n_people; b++)
      counts[a] += room->people[a].post == room->people[b].post ? 1 : 0;
  return counts;
}

/* The colour of a square: no two neighbours have the same. */
static guint
colour (const KpSeatPolicy *policy, KpSeatPosition position)
{
  if (policy->diagonal_counts)
    return position.column % 2 * 2 + position.row % 2;
  return (position.column + position.row) % 2;
}

static void
start_by_colour (const Room *room, const guint *post_counts, guint *person_at)
{
  g_autofree Ordered *seats = g_new (Ordered, room->n_people + 1);
  g_autofree Ordered *people = g_new (Ordered, room->n_people + 1);
  guint sizes[4] = { 0, 0, 0, 0 };

  for (guint i = 0; i < room->n_people; i++)
    sizes[colour (room->policy, room->positions[i])]++;
  for (guint i = 0; i < room->n_people; i++)
    {
      guint own = colour (room->policy, room->positions[i]);

      seats[i] = (Ordered){ room->n_people - sizes[own], own, i };
      people[i] = (Ordered){ room->n_people - post_counts[i], room->people[i].post, i };
    }
  g_qsort_with_data (seats, (int) room->n_people, sizeof (Ordered), compare_ordered, NULL);
  g_qsort_with_data (people, (int) room->n_people, sizeof (Ordered), compare_ordered, NULL);
  for (guint i = 0; i < room->n_people; i++)
    person_at[seats[i].index] = people[i].index;
}

/* With 4 neighbours a post of more than half the room (rounded up) can't be without a conflict: fewer starts
 * do. */
static guint
decide_starts (const Room *room, const guint *post_counts)
{
  for (guint i = 0; i < room->n_people; i++)
    if (post_counts[i] > (room->n_people + 1) / 2)
      return 2;
  return N_STARTS;
}

/**
 * kp_seat_room_arrange:
 * @policy: which neighbours count
 * @positions: (array length=n_people): the seats, along the walk
 * @people: (array length=n_people): in drawn order
 * @n_people: how many
 * @person_at: (out) (array length=n_people): who sits on each seat, as an index of @people
 * @n_post_conflicts: (out): neighbouring pairs of one post that are left
 * @n_household_conflicts: (out): neighbouring pairs of one household that are left
 *
 * Seats people so that as few as possible of one post or household are neighbours.
 */
void
kp_seat_room_arrange (const KpSeatPolicy *policy,
                      const KpSeatPosition *positions,
                      const KpSeatPerson *people,
                      guint n_people,
                      guint *person_at,
                      guint *n_post_conflicts,
                      guint *n_household_conflicts)
{
  g_autofree Neighbours *neighbours = NULL;
  g_autofree guint *post_counts = NULL;
  g_autofree guint *tried = g_new0 (guint, n_people + 1);
  guint fewest = G_MAXUINT;
  guint n_starts;
  Room room = { policy, positions, people, n_people, NULL };

  g_return_if_fail (policy != NULL && n_post_conflicts != NULL && n_household_conflicts != NULL);
  g_return_if_fail (n_people == 0 || (positions != NULL && people != NULL && person_at != NULL));

  room.neighbours = neighbours = find_neighbours (policy, positions, n_people);
  post_counts = count_posts (&room);
  n_starts = decide_starts (&room, post_counts);
  for (guint start = 0; start < n_starts && fewest > 0; start++)
    {
      guint turn = start * n_people / N_STARTS;
      guint n_posts, n_households;

      for (guint i = 0; i < n_people; i++)
        tried[i] = (i + turn) % n_people;
      if (start == 1)
        start_by_colour (&room, post_counts, tried);
      repair (&room, tried);
      count_all (&room, tried, &n_posts, &n_households);
      if (n_posts + n_households >= fewest)
        continue;
      fewest = n_posts + n_households;
      for (guint i = 0; i < n_people; i++)
        person_at[i] = tried[i];
      *n_post_conflicts = n_posts;
      *n_household_conflicts = n_households;
    }
}
