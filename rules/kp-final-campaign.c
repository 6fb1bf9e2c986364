/* kp-final-campaign.c – places that a post's own ranking can't fill go to the best of all posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One place of A is empty, nobody of A is left:
 *
 *   B, place 4   79.20     called for A
 *   C, place 3   78.95
 *
 * Totals are compared as they are printed. Of one post the better place goes first; equal totals of two posts are parted
 * by nothing: then nobody is called. Posts with an empty place are filled in the scheme's order. */

#include "kp-substitution-private.h"

static gboolean
is_free (const KpFinalResult *result)
{
  return result->verdict == KP_FINAL_OUT || result->verdict == KP_FINAL_UNDECIDED;
}

/* Only the best free place of each post comes into question; @fronts holds it for each post. */
static void
find_fronts (const KpFinalRun *run,
             guint            *fronts)
{
  for (guint i = 0; i < run->final->n_posts; i++)
    fronts[i] = G_MAXUINT;
  for (guint i = 0; i < run->final->n_persons; i++)
    if (is_free (&run->final->persons[i]))
      fronts[run->persons[i].post] = MIN (fronts[run->persons[i].post], run->persons[i].place.place);
}

static gboolean
is_front (const KpFinalRun *run,
          const guint      *fronts,
          guint             person)
{
  return is_free (&run->final->persons[person])
         && run->persons[person].place.place == fronts[run->persons[person].post];
}

/* The best total of those who hold no place; FALSE when there is none. @n_equal is how many have it, and one of them may
 * be waiting for a tie of the own post. */
static gboolean
find_best (const KpFinalRun *run,
           const guint      *fronts,
           KpMark           *best,
           guint            *n_equal,
           gboolean         *is_waiting)
{
  *n_equal = 0;
  *is_waiting = FALSE;
  for (guint i = 0; i < run->final->n_persons; i++)
    {
      const KpMark total = run->persons[i].total;

      if (!is_front (run, fronts, i) || (*n_equal > 0 && total < *best))
        continue;
      if (*n_equal == 0 || total > *best)
        {
          *n_equal = 0;
          *is_waiting = FALSE;
        }
      *best = total;
      *n_equal += 1;
      *is_waiting = *is_waiting || run->final->persons[i].verdict == KP_FINAL_UNDECIDED;
    }

  return *n_equal > 0;
}

static void
call (KpFinalRun *run,
      guint       person,
      guint       post,
      guint       round)
{
  run->final->persons[person] = (KpFinalResult) { .verdict = KP_FINAL_SUBSTITUTE, .round = round, .post = post };
  run->fields[post].n_in++;
  run->fields[post].n_open--;
  if (round > 0)
    kp_final_count_round (run, post, round);
}

/* All who have this total, where there is a place for each. */
static void
call_equals (KpFinalRun  *run,
             const guint *fronts,
             KpMark       total,
             guint        post,
             guint        round)
{
  for (guint i = 0; i < run->final->n_persons; i++)
    if (is_front (run, fronts, i) && run->persons[i].total == total)
      call (run, i, post, round);
}

/* How many places are open in all, and the first post that has one. */
static guint
count_open (const KpFinalRun *run,
            guint            *first)
{
  guint n = 0;

  for (guint i = 0; i < run->final->n_posts; i++)
    {
      if (n == 0 && run->fields[i].n_open > 0)
        *first = i;
      n += run->fields[i].n_open;
    }

  return n;
}

/**
 * kp_final_fill_from_campaign:
 * @run: the lists on their way, after the posts' own substitution
 * @round: the round; 0 = after the first lists
 *
 * Fills what `n_open` counts, when the scheme lets the whole campaign substitute; a tie across posts stops.
 */
void
kp_final_fill_from_campaign (KpFinalRun *run,
                             guint       round)
{
  g_autofree guint *fronts = g_new0 (guint, run->final->n_posts + 1);
  KpMark            best = 0;
  guint             post = 0;
  guint             n_equal;
  gboolean          is_waiting;

  if (run->policy->from != KP_SUBSTITUTES_FROM_CAMPAIGN || run->policy->final == KP_UNTIL_NEVER
      || run->list->max_rounds == 0)
    return;

  while (count_open (run, &post) > 0)
    {
      find_fronts (run, fronts);
      if (!find_best (run, fronts, &best, &n_equal, &is_waiting))
        return;
      if (is_waiting || n_equal > run->fields[post].n_open)
        {
          kp_final_leave_empty (run, post, KP_VACANCY_UNDECIDED, round, (KpLeaving) { 0 });
          return;
        }
      call_equals (run, fronts, best, post, round);
    }
}
