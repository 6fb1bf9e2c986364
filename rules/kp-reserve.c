/* kp-reserve.c – the reserve pool 后备库: who stands in it, and how long.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two places, four ranked, the first two hired:
 *
 *   1 in   2 in   3 out → first of the pool   4 out → second   5 below the line: never in it
 *
 * Where more are called than there are places (1:1.1), whoever was called and got none comes before those never called:
 *
 *   1 in   2 in   3 in, but not hired → first of the pool   4 out → second
 *
 * Who left stands in no pool. As long as it isn't known who gets the last place of a post, its pool is empty: whoever
 * doesn't get it comes before all others. A pool of a size ends after it; whoever shares its last place belongs to it. */

#include "kp-reserve.h"

/**
 * kp_reserve_is_open:
 * @policy: the reserve of the scheme
 * @day: the day of asking
 *
 * Returns: whether somebody may be taken from the pool on @day; its last day belongs to it.
 */
gboolean
kp_reserve_is_open (const KpReservePolicy *policy,
                    KpDate                 day)
{
  g_return_val_if_fail (policy != NULL, FALSE);

  return policy->applies && (kp_date_is_none (policy->until) || kp_date_compare (day, policy->until) <= 0);
}

static gboolean
is_member (const KpFinalPerson *person,
           const KpFinalResult *result)
{
  return person->place.place > 0 && (result->verdict == KP_FINAL_OUT || result->is_surplus);
}

/* Tied across the last place: not called yet, or called (takes_tied) and not to be hired before the tie is parted. */
static gboolean
is_waiting (const KpFinalResult *result)
{
  if (result->verdict == KP_FINAL_UNDECIDED)
    return TRUE;

  return (result->verdict == KP_FINAL_IN || result->verdict == KP_FINAL_SUBSTITUTE) && !result->is_hired
         && !result->is_surplus;
}

/* Posts of which somebody may still get a place, or come into the pool before those who are in it. */
static gboolean *
find_open_posts (const KpFinalPerson *persons,
                 const KpFinalResult *results,
                 guint                n_persons)
{
  gboolean *is_open;
  guint     n_posts = 0;

  for (guint i = 0; i < n_persons; i++)
    n_posts = MAX (n_posts, MAX (persons[i].post, results[i].post) + 1);
  is_open = g_new0 (gboolean, n_posts + 1);
  for (guint i = 0; i < n_persons; i++)
    if (is_waiting (&results[i]))
      is_open[persons[i].post] = is_open[results[i].post] = TRUE;

  return is_open;
}

/* How many names the pool of a post of @n_places has. */
static guint
decide_size (const KpReservePolicy *policy,
             guint                  n_places)
{
  guint size = G_MAXUINT;

  if (kp_fraction_is_known (policy->ratio)
      && !kp_fraction_round_to_count (kp_fraction_multiply (kp_fraction_new (n_places, 1), policy->ratio), policy->rounding,
                                      &size))
    size = G_MAXUINT;

  return policy->names > 0 ? MIN (policy->names, size) : size;
}

/* By post, then by place. */
static gint
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const KpFinalPerson *persons = data;
  const KpFinalPerson *first = &persons[*(const guint *) a];
  const KpFinalPerson *second = &persons[*(const guint *) b];

  if (first->post != second->post)
    return first->post < second->post ? -1 : 1;

  return (first->place.place > second->place.place) - (first->place.place < second->place.place);
}

/**
 * kp_reserve_decide:
 * @policy: the reserve of the scheme
 * @day: the day of asking
 * @persons: (array length=n_persons): as given to kp_final_decide()
 * @results: (array length=n_persons): as it answered
 * @n_persons: how many
 * @post_places: places of each post
 * @places: (out) (array length=n_persons): place in the pool of the own post, from 1; 0 = isn't in it
 *
 * Ranked persons who hold no place and didn't leave, in the order of their post. Equal places stay equal: an undecided
 * tie is undecided in the pool too. Nobody of a post whose last place waits for a tie stands in it.
 *
 * Returns: how many stand in the pool; 0 when it doesn't apply or has ended.
 */
guint
kp_reserve_decide (const KpReservePolicy *policy,
                   KpDate                 day,
                   const KpFinalPerson   *persons,
                   const KpFinalResult   *results,
                   guint                  n_persons,
                   const guint           *post_places,
                   guint                 *places)
{
  g_autofree guint    *members = g_new0 (guint, n_persons + 1);
  g_autofree gboolean *is_open = NULL;
  guint                n = 0;
  guint                n_in = 0;
  guint                first = 0;
  guint                last = 0;

  g_return_val_if_fail (n_persons == 0 || (persons != NULL && results != NULL && places != NULL), 0);

  for (guint i = 0; i < n_persons; i++)
    {
      places[i] = 0;
      if (kp_reserve_is_open (policy, day) && is_member (&persons[i], &results[i]))
        members[n++] = i;
    }
  is_open = find_open_posts (persons, results, n_persons);
  g_qsort_with_data (members, (gint) n, sizeof (guint), compare_members, (gpointer) persons);
  for (guint i = 0; i < n; i++)
    {
      const KpFinalPerson *person = &persons[members[i]];
      const gboolean       is_first = i == 0 || persons[members[i - 1]].post != person->post;
      guint                place;

      if (is_first)
        first = i;
      place = !is_first && persons[members[i - 1]].place.place == person->place.place ? last : i - first + 1;
      last = place;
      if (is_open[person->post] || place > decide_size (policy, post_places[person->post]))
        continue;
      places[members[i]] = place;
      n_in++;
    }

  return n_in;
}
