/* kp-seat-search.c – searches through the seatings of some rooms for one whose conflicts weigh less.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Seat after seat along the walk gets somebody of one class: people of one post, household, employer and need are alike,
 * so only the first of a class is tried, the class with the most people left first. A way is given up when what it weighs
 * so far, with what must still come, isn't below the best. What must come: seats are covered by cliques of neighbours
 * (pairs, or 2 × 2 with 8 neighbours); a clique can hold one of each post for nothing, so whoever of a post is left above
 * the number of cliques left costs a conflict. When all ways were tried the best one is proved to be the best; when the
 * steps run out first it is the best found. */

#include "kp-seat-room.h"

#include <string.h>

#define MAX_CLASSES 64

typedef struct
{
  KpSeatPerson who;
  guint first;       /* person who was drawn first of it */
  guint n;           /* people of it, linked by Search.next */
  guint n_left;
  guint group;       /* of classes of one post */
  gboolean is_plain; /* nothing but its post tells it apart */
} Class;

typedef struct
{
  KpSeatHall *hall;
  guint from;
  guint to;
  Class classes[MAX_CLASSES];
  guint n_classes;
  guint group_left[MAX_CLASSES]; /* people left of each post */
  guint n_groups;
  guint *class_at; /* of each place from `from` on */
  guint *best_at;
  guint *n_cliques; /* with a seat at or behind each place */
  guint best;
  gboolean has_found;
  guint n_steps;
} Search;

static gboolean
are_alike (const KpSeatPerson *a, const KpSeatPerson *b)
{
  return a->post == b->post && a->household == b->household && a->employer == b->employer &&
         a->needs_ground_floor == b->needs_ground_floor;
}

static gboolean
add_person (Search *search, guint person)
{
  const KpSeatPerson *who = &search->hall->people[person];
  Class *class = NULL;

  for (guint i = 0; i < search->n_classes && class == NULL; i++)
    if (are_alike (&search->classes[i].who, who))
      class = &search->classes[i];
  if (class == NULL)
    {
      if (search->n_classes == MAX_CLASSES)
        return FALSE;
      class = &search->classes[search->n_classes++];
      *class = (Class){ .who = *who, .first = person };
    }
  class->first = MIN (class->first, person);
  class->n++;
  return TRUE;
}

/* Classes in drawn order, so that the search depends on nothing else. */
static int
compare_classes (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  const Class *left = a;
  const Class *right = b;

  return (left->first > right->first) - (left->first < right->first);
}

static gboolean
sort_into_classes (Search *search)
{
  for (guint i = search->from; i < search->to; i++)
    if (!add_person (search, search->hall->person_at[i]))
      return FALSE;
  g_qsort_with_data (search->classes, (int) search->n_classes, sizeof (Class), compare_classes, NULL);
  for (guint i = 0; i < search->n_classes; i++)
    {
      Class *class = &search->classes[i];

      class->n_left = class->n;
      class->is_plain = class->who.household == 0 && class->who.employer == 0;
      class->group = search->n_groups;
      for (guint j = 0; j < search->n_classes; j++)
        class->is_plain = class->is_plain && (i == j || search->classes[j].who.post != class->who.post);
      for (guint j = 0; j < i && class->group == search->n_groups; j++)
        if (search->classes[j].who.post == class->who.post)
          class->group = search->classes[j].group;
      search->n_groups += class->group == search->n_groups ? 1 : 0;
      search->group_left[class->group] += class->n;
    }
  return TRUE;
}

static gboolean
is_around_all (const KpSeatHall *hall, guint place, const guint *members, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_around = FALSE;

      for (guint j = 0; j < hall->places[place].n_around; j++)
        is_around = is_around || hall->places[place].around[j] == members[i];
      if (!is_around)
        return FALSE;
    }
  return TRUE;
}

/* Covers the seats by cliques; n_cliques[i] of them have a seat at place i or behind it. */
static void
cover_by_cliques (Search *search)
{
  const guint n = search->to - search->from;
  g_autofree gboolean *is_covered = g_new0 (gboolean, n + 1);
  g_autofree guint *lasts = g_new0 (guint, n + 1); /* how many cliques end at each place */

  for (guint i = 0; i < n; i++)
    {
      guint members[KP_SEAT_MAX_NEIGHBOURS + 1] = { search->from + i };
      guint n_members = 1, last = i;

      if (is_covered[i])
        continue;
      for (guint j = 0; j < search->hall->places[search->from + i].n_around; j++)
        {
          guint other = search->hall->places[search->from + i].around[j];

          if (other < search->from + i || is_covered[other - search->from] ||
              !is_around_all (search->hall, other, members, n_members))
            continue;
          members[n_members++] = other;
          is_covered[other - search->from] = TRUE;
          last = MAX (last, other - search->from);
        }
      lasts[last]++;
    }
  for (guint i = n; i > 0; i--)
    search->n_cliques[i - 1] = search->n_cliques[i] + lasts[i - 1];
}

/* The least that the people left weigh, whatever seats they get from @place on. */
static guint
weigh_least (const Search *search, guint place)
{
  const guint n_cliques = search->n_cliques[place - search->from];
  guint weight = 0;

  for (guint i = 0; i < search->n_groups; i++)
    if (search->group_left[i] > n_cliques)
      weight += (search->group_left[i] - n_cliques) * search->hall->policy->post_weight;
  return weight;
}

static guint
weigh_class (const Search *search, guint place, guint class)
{
  const KpSeatPlace *here = &search->hall->places[place];
  guint weight = 0;

  for (guint i = 0; i < here->n_around; i++)
    if (here->around[i] < place)
      weight += kp_seat_weigh_pair (search->hall->policy, &search->classes[class].who,
                                    &search->classes[search->class_at[here->around[i] - search->from]].who);
  return weight;
}

/* A plain class of which nobody sits yet is like every other such class of its size. */
static gboolean
is_like_an_earlier (const Search *search, guint64 tried, guint class)
{
  const Class *one = &search->classes[class];

  if (!one->is_plain || one->n_left < one->n)
    return FALSE;
  for (guint i = 0; i < search->n_classes; i++)
    {
      const Class *other = &search->classes[i];

      if (((tried >> i) & 1) != 0 && other->is_plain && other->n_left == other->n && other->n == one->n &&
          other->who.needs_ground_floor == one->who.needs_ground_floor)
        return TRUE;
    }
  return FALSE;
}

/* The class to be tried next on a place: that with the most people left. */
static guint
find_next_class (const Search *search, guint place, guint64 tried)
{
  const gboolean is_ground = search->hall->rooms[search->hall->places[place].room]->is_ground_floor;
  guint best = MAX_CLASSES;

  for (guint i = 0; i < search->n_classes; i++)
    {
      const Class *class = &search->classes[i];

      if (((tried >> i) & 1) != 0 || class->n_left == 0 || (class->who.needs_ground_floor && !is_ground) ||
          (best != MAX_CLASSES && class->n_left <= search->classes[best].n_left))
        continue;
      best = i;
    }
  return best;
}

static void
try_place (Search *search, guint place, guint weight)
{
  guint64 tried = 0;

  if (place == search->to)
    {
      search->best = weight;
      search->has_found = TRUE;
      memcpy (search->best_at, search->class_at, (search->to - search->from) * sizeof (guint));
      return;
    }
  if (weight + weigh_least (search, place) >= search->best)
    return;
  for (guint class = find_next_class (search, place, 0); class != MAX_CLASSES && search->n_steps > 0;
       class = find_next_class (search, place, tried))
    {
      guint more = weigh_class (search, place, class);

      search->n_steps--;
      if (weight + more < search->best && !is_like_an_earlier (search, tried, class))
        {
          search->class_at[place - search->from] = class;
          search->classes[class].n_left--;
          search->group_left[search->classes[class].group]--;
          try_place (search, place + 1, weight + more);
          search->group_left[search->classes[class].group]++;
          search->classes[class].n_left++;
        }
      tried |= (guint64) 1 << class;
    }
}

static int
compare_numbers (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  const guint *left = a;
  const guint *right = b;

  return (*left > *right) - (*left < *right);
}

/* Whoever of a class was drawn first sits on its first seat. */
static void
take_best (Search *search)
{
  const guint n = search->to - search->from;
  g_autofree guint *people = g_memdup2 (search->hall->person_at + search->from, (n + 1) * sizeof (guint));

  g_qsort_with_data (people, (int) n, sizeof (guint), compare_numbers, NULL);
  for (guint class = 0; class < search->n_classes; class++)
    {
      guint next = 0;

      for (guint i = 0; i < n; i++)
        {
          if (search->best_at[i] != class)
            continue;
          while (!are_alike (&search->hall->people[people[next]], &search->classes[class].who))
            next++;
          search->hall->person_at[search->from + i] = people[next++];
        }
    }
}

/**
 * kp_seat_hall_search:
 * @hall: a hall with everybody in it
 * @from: first place of a room
 * @to: behind the last place of a room
 * @n_steps: (inout): how many steps it may take; gets what is left of them
 *
 * Seats the people of these rooms anew where a seating is found that weighs less.
 *
 * Returns: whether nothing is left, that is, no conflict between them
 */
gboolean
kp_seat_hall_search (KpSeatHall *hall, guint from, guint to, guint *n_steps)
{
  g_autofree guint *class_at = g_new0 (guint, to - from + 1);
  g_autofree guint *best_at = g_new0 (guint, to - from + 1);
  g_autofree guint *n_cliques = g_new0 (guint, to - from + 1);
  Search search = { .hall = hall, .from = from, .to = to, .class_at = class_at, .best_at = best_at,
                    .n_cliques = n_cliques, .n_steps = *n_steps };

  search.best = kp_seat_hall_weigh_range (hall, from, to);
  if (search.best == 0)
    return TRUE;
  if (!sort_into_classes (&search))
    return FALSE;
  cover_by_cliques (&search);
  try_place (&search, from, 0);
  if (search.has_found)
    take_best (&search);
  *n_steps = search.n_steps;
  return search.best == 0;
}
