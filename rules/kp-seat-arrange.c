/* kp-seat-arrange.c – who sits on which seat of a hall, so that the conflicts left weigh as little as possible.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Room by room, people sit down in drawn order along the walk. Then, as long as it lowers the weight of the conflicts,
 * whoever has one changes places with the person where that helps most. When this gets stuck, it is tried again from
 * other starts:
 *
 *   A B A B A      by colour: the people of one post take the squares of one colour, as on a chess board, the biggest
 *   B A B A B      post first; with 4 neighbours no post of up to half the room then has a conflict
 *   A B A B A
 *
 * and from the drawn order turned by an eighth, two eighths, … The start that leaves the least is taken, the first of
 * equals. What is left then is fought in three more ways: by changing with people of other rooms; by searching through
 * the seatings of the room (kp-seat-search.c), as long as the steps last; and, where all rooms together are small, by
 * searching through the seatings of all of them. There is no chance in it but the draw. */

#include "kp-seat-room.h"

#define N_STARTS 8
#define MAX_PASSES 64
#define SEARCH_MOST_PLACES 40   /* of all rooms, to search through them together */
#define STEPS_PER_PLACE 100     /* of all searches together */
#define LEAST_STEPS 200000
#define MOST_STEPS 2000000
#define MOST_COMPARED 4000000   /* seats of other rooms looked at */

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

static void
change (KpSeatHall *hall, guint a, guint b)
{
  guint person = hall->person_at[a];

  hall->person_at[a] = hall->person_at[b];
  hall->person_at[b] = person;
}

/* ---- inside a room ---- */

/* How much lighter it gets when the people of two places change, 0 = not at all. */
static guint
weigh_change (const KpSeatHall *hall, guint a, guint b, guint most)
{
  guint here = hall->person_at[a], there = hall->person_at[b];
  guint before = kp_seat_hall_weigh (hall, a, here, b) + kp_seat_hall_weigh (hall, b, there, a);
  guint after;

  if (before <= most)
    return 0;
  after = kp_seat_hall_weigh (hall, a, there, b) + kp_seat_hall_weigh (hall, b, here, a);
  return before > after ? before - after : 0;
}

static guint
find_best_change (const KpSeatHall *hall, guint place, guint from, guint to)
{
  guint best = place;
  guint most = 0;

  for (guint other = from; other < to; other++)
    {
      guint gain = other != place ? weigh_change (hall, place, other, most) : 0;

      if (gain > most)
        {
          most = gain;
          best = other;
        }
    }
  return best;
}

/* Changes places as long as that helps. Each change makes it lighter, so this ends. */
static void
repair (KpSeatHall *hall, guint from, guint to)
{
  gboolean has_changed = TRUE;

  for (guint pass = 0; pass < MAX_PASSES && has_changed; pass++)
    {
      has_changed = FALSE;
      for (guint place = from; place < to; place++)
        {
          guint other;

          if (kp_seat_hall_weigh (hall, place, hall->person_at[place], place) == 0)
            continue;
          other = find_best_change (hall, place, from, to);
          if (other == place)
            continue;
          change (hall, place, other);
          has_changed = TRUE;
        }
    }
}

/* The colour of a square: no two neighbours have the same. */
static guint
colour (const KpSeatPolicy *policy, KpSeatPosition position)
{
  if (policy->diagonal_counts)
    return position.column % 2 * 2 + position.row % 2;
  return (position.column + position.row) % 2;
}

/* How many of @members have the post of each of them. */
static guint *
count_posts (const KpSeatHall *hall, const guint *members, guint n)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  guint *counts = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      gpointer post = GUINT_TO_POINTER (hall->people[members[i]].post);

      g_hash_table_insert (sizes, post, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sizes, post)) + 1));
    }
  for (guint i = 0; i < n; i++)
    counts[i] = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, GUINT_TO_POINTER (hall->people[members[i]].post)));
  return counts;
}

static void
start_by_colour (KpSeatHall *hall, guint from, const guint *members, const guint *post_counts, guint n)
{
  g_autofree Ordered *seats = g_new (Ordered, n + 1);
  g_autofree Ordered *people = g_new (Ordered, n + 1);
  guint sizes[4] = { 0, 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    sizes[colour (hall->policy, hall->places[from + i].position)]++;
  for (guint i = 0; i < n; i++)
    {
      guint own = colour (hall->policy, hall->places[from + i].position);

      seats[i] = (Ordered){ n - sizes[own], own, i };
      people[i] = (Ordered){ n - post_counts[i], hall->people[members[i]].post, i };
    }
  g_qsort_with_data (seats, (int) n, sizeof (Ordered), compare_ordered, NULL);
  g_qsort_with_data (people, (int) n, sizeof (Ordered), compare_ordered, NULL);
  for (guint i = 0; i < n; i++)
    hall->person_at[from + seats[i].index] = members[people[i].index];
}

/* With 4 neighbours a post of more than half the room (rounded up) can't be without a conflict: fewer starts do. */
static guint
decide_starts (const guint *post_counts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (post_counts[i] > (n + 1) / 2)
      return 2;
  return N_STARTS;
}

/* Seats those who are in the room already anew. */
static void
arrange_room (KpSeatHall *hall, guint room)
{
  const guint from = hall->starts[room], to = hall->starts[room + 1], n = to - from;
  g_autofree guint *members = g_memdup2 (hall->person_at + from, (n + 1) * sizeof (guint));
  g_autofree guint *best = g_new0 (guint, n + 1);
  g_autofree guint *post_counts = count_posts (hall, members, n);
  guint n_starts = decide_starts (post_counts, n);
  guint least = G_MAXUINT;

  for (guint start = 0; start < n_starts && least > 0; start++)
    {
      guint turn = start * n / N_STARTS;
      guint weight;

      for (guint i = 0; i < n; i++)
        hall->person_at[from + i] = members[(i + turn) % n];
      if (start == 1)
        start_by_colour (hall, from, members, post_counts, n);
      repair (hall, from, to);
      weight = kp_seat_hall_weigh_range (hall, from, to);
      if (weight >= least)
        continue;
      least = weight;
      for (guint i = 0; i < n; i++)
        best[i] = hall->person_at[from + i];
    }
  for (guint i = 0; i < n; i++)
    hall->person_at[from + i] = best[i];
}

/* ---- between rooms ---- */

static gboolean
may_sit (const KpSeatHall *hall, guint person, guint place)
{
  return !hall->people[person].needs_ground_floor || hall->rooms[hall->places[place].room]->is_ground_floor;
}

/* The first seat of another room, looked for from the next room on, with whose person changing helps. */
static gboolean
change_with_other_room (KpSeatHall *hall, guint place, guint *n_left)
{
  const guint own = hall->places[place].room;
  const guint n_other = hall->n_places - (hall->starts[own + 1] - hall->starts[own]);

  for (guint i = 0; i < n_other && *n_left > 0; i++)
    {
      const guint other = (hall->starts[own + 1] + i) % hall->n_places;

      *n_left -= 1;
      if (weigh_change (hall, place, other, 0) == 0 || !may_sit (hall, hall->person_at[place], other) ||
          !may_sit (hall, hall->person_at[other], place))
        continue;
      change (hall, place, other);
      repair (hall, hall->starts[own], hall->starts[own + 1]);
      return TRUE;
    }
  return FALSE;
}

/* Each change makes it lighter; the seats looked at are counted, so that a hopeless campaign ends soon. */
static void
repair_between_rooms (KpSeatHall *hall)
{
  guint n_left = MOST_COMPARED;
  gboolean has_changed = hall->n_rooms > 1;

  while (has_changed && n_left > 0)
    {
      has_changed = FALSE;
      for (guint place = 0; place < hall->n_places && n_left > 0; place++)
        if (kp_seat_hall_weigh (hall, place, hall->person_at[place], place) > 0)
          has_changed = change_with_other_room (hall, place, &n_left) || has_changed;
    }
}

/**
 * kp_seat_hall_arrange:
 * @hall: a hall with everybody in his room, in drawn order along the walk
 *
 * Seats people so that neighbours of one post, household or employer weigh as little as possible. Nobody who needs the
 * ground floor leaves it.
 */
void
kp_seat_hall_arrange (KpSeatHall *hall)
{
  guint n_steps = (guint) CLAMP ((guint64) hall->n_places * STEPS_PER_PLACE, LEAST_STEPS, MOST_STEPS);
  gboolean is_light = TRUE;

  for (guint room = 0; room < hall->n_rooms; room++)
    arrange_room (hall, room);
  if (kp_seat_hall_weigh_range (hall, 0, hall->n_places) == 0)
    return;
  repair_between_rooms (hall);
  for (guint room = 0; room < hall->n_rooms; room++)
    {
      guint n_own = n_steps / (hall->n_rooms - room);

      n_steps -= n_own;
      is_light = kp_seat_hall_search (hall, hall->starts[room], hall->starts[room + 1], &n_own) && is_light;
      n_steps += n_own;
    }
  if (!is_light && hall->n_rooms > 1 && hall->n_places <= SEARCH_MOST_PLACES)
    {
      n_steps = MOST_STEPS;
      kp_seat_hall_search (hall, 0, hall->n_places, &n_steps);
    }
}
