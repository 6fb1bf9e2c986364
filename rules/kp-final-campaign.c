/* kp-final-campaign.c – places that a post's own ranking can't fill go to the best of all posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One place of A is empty, nobody of A is left:
 *
 *   B, place 4   79.20     called for A
 *   C, place 3   78.95
 *
 * Whoever doesn't meet what A asks is passed over (`fits`). Totals are compared as they are printed. Of one post the better place goes first; equal totals of two posts are parted
 * by nothing: then nobody is called. Posts with an empty place are filled in the scheme's order.
 *
 * Where the notice fills what is left from all posts at once (统一安排补录), the own next is one of them: nobody is called before
 * a better total of another post that may come.
 *
 * Where the scheme says who of other posts comes first (第二志愿, then 服从调剂), all posts are filled from those before any from the
 * next:
 *
 *   D, 70.00, wants A second     called for A, before E, 79.00, who goes anywhere
 *
 * Of a first list longer than the places (1:1.5) those behind the places are hired only when somebody before them leaves:
 * they come into question like those who aren't on any list, so that no worse total is hired before them.
 *
 *   C, 2 places, 3 on the list     C, place 3 is called for A; C calls its own next only when one of its two leaves */

#include "kp-substitution-private.h"

typedef enum
{
  NOT_FREE,
  FREE,
  WAITS, /* tied, so that nobody knows whether the own post takes the person */
} Freedom;

static gboolean
is_in (const KpFinalResult *result)
{
  return result->verdict == KP_FINAL_IN || result->verdict == KP_FINAL_SUBSTITUTE;
}

/* Those of a list longer than its places who are behind them. */
static void
free_surplus (const KpFinalRun *run,
              guint             post,
              Freedom          *freedom)
{
  const KpFinalField     *field = &run->fields[post];
  const guint             n_places = run->final->posts[post].places;
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, field->n_members + 1);
  g_autofree gboolean    *may_stay = g_new0 (gboolean, field->n_members + 1);
  KpRankCut               cut;

  if (field->n_in <= n_places)
    return;

  for (guint i = 0; i < field->n_members; i++)
    {
      const KpFinalResult *result = &run->final->persons[field->members[i]];

      places[i] = run->persons[field->members[i]].place;
      may_stay[i] = is_in (result) && result->post == post;
    }
  cut = kp_rank_find_cut (places, may_stay, field->n_members, n_places);
  for (guint i = 0; i < field->n_members; i++)
    {
      if (!may_stay[i] || places[i].place < cut.place)
        continue;
      if (places[i].place > cut.place)
        freedom[field->members[i]] = FREE;
      else if (cut.n_above + cut.n_on_cut > n_places)
        freedom[field->members[i]] = WAITS;
    }
}

/* Of all who hold no place of their own: whoever may fill one of @post in this wave. Those of the post itself come in the first. */
static void
find_free (const KpFinalRun *run,
           guint             post,
           guint             wave,
           Freedom          *freedom)
{
  for (guint i = 0; i < run->final->n_persons; i++)
    {
      const KpFinalVerdict verdict = run->final->persons[i].verdict;

      freedom[i] = verdict == KP_FINAL_OUT ? FREE : verdict == KP_FINAL_UNDECIDED ? WAITS : NOT_FREE;
    }
  for (guint i = 0; i < run->final->n_posts; i++)
    free_surplus (run, i, freedom);
  for (guint i = 0; run->fits != NULL && i < run->final->n_persons; i++)
    if (freedom[i] != NOT_FREE && (run->persons[i].post == post ? 1 : run->fits (i, post, run->fits_data)) != wave)
      freedom[i] = NOT_FREE;
}

/* Only the best free place of each post comes into question: the others are no longer free. */
static void
keep_fronts (const KpFinalRun *run,
             Freedom          *freedom)
{
  g_autofree guint *fronts = g_new0 (guint, run->final->n_posts + 1);

  for (guint i = 0; i < run->final->n_posts; i++)
    fronts[i] = G_MAXUINT;
  for (guint i = 0; i < run->final->n_persons; i++)
    if (freedom[i] != NOT_FREE)
      fronts[run->persons[i].post] = MIN (fronts[run->persons[i].post], run->persons[i].place.place);
  for (guint i = 0; i < run->final->n_persons; i++)
    if (run->persons[i].place.place != fronts[run->persons[i].post])
      freedom[i] = NOT_FREE;
}

/* The best total of those who hold no place; FALSE when there is none. @n_equal is how many have it, and one of them may
 * be waiting for a tie of the own post. */
static gboolean
find_best (const KpFinalRun *run,
           const Freedom    *freedom,
           KpMark           *best,
           guint            *n_equal,
           gboolean         *is_waiting)
{
  *n_equal = 0;
  *is_waiting = FALSE;
  for (guint i = 0; i < run->final->n_persons; i++)
    {
      const KpMark total = run->persons[i].total;

      if (freedom[i] == NOT_FREE || (*n_equal > 0 && total < *best))
        continue;
      if (*n_equal == 0 || total > *best)
        {
          *n_equal = 0;
          *is_waiting = FALSE;
        }
      *best = total;
      *n_equal += 1;
      *is_waiting = *is_waiting || freedom[i] == WAITS;
    }

  return *n_equal > 0;
}

static void
call (KpFinalRun *run,
      guint       person,
      guint       post,
      guint       round)
{
  KpFinalResult *result = &run->final->persons[person];

  if (is_in (result))
    run->fields[result->post].n_in--;
  *result = (KpFinalResult) { .verdict = KP_FINAL_SUBSTITUTE, .round = round, .post = post, .entered = round };
  run->fields[post].n_in++;
  run->fields[post].n_open--;
  if (round > 0)
    kp_final_count_round (run, post, round);
}

/* All who have this total, where there is a place for each. */
static void
call_equals (KpFinalRun    *run,
             const Freedom *freedom,
             KpMark         total,
             guint          post,
             guint          round)
{
  for (guint i = 0; i < run->final->n_persons; i++)
    if (freedom[i] != NOT_FREE && run->persons[i].total == total)
      call (run, i, post, round);
}

static gboolean
has_pending (const KpFinalRun *run)
{
  for (guint i = 0; i < run->final->n_posts; i++)
    if (run->fields[i].is_pending)
      return TRUE;

  return FALSE;
}

/* FALSE where a tie of two posts stops everything: whoever of the tied goes where is for people to say. */
static gboolean
fill_post (KpFinalRun *run,
           guint       post,
           guint       wave,
           guint       round)
{
  g_autofree Freedom *freedom = g_new0 (Freedom, run->final->n_persons + 1);
  KpMark              best = 0;
  guint               n_equal;
  gboolean            is_waiting;

  while (run->fields[post].n_open > 0)
    {
      if (has_pending (run))
        {
          kp_final_leave_empty (run, post, KP_VACANCY_PENDING, round, (KpLeaving) { 0 });
          return FALSE;
        }
      find_free (run, post, wave, freedom);
      keep_fronts (run, freedom);
      if (!find_best (run, freedom, &best, &n_equal, &is_waiting))
        return TRUE;
      if (is_waiting || n_equal > run->fields[post].n_open)
        {
          kp_final_leave_empty (run, post, KP_VACANCY_UNDECIDED, round, (KpLeaving) { 0 });
          return FALSE;
        }
      call_equals (run, freedom, best, post, round);
    }

  return TRUE;
}

/**
 * kp_final_fill_from_campaign:
 * @run: the lists on their way, after the posts' own substitution
 * @round: the round; 0 = after the first lists
 *
 * Fills what `n_open` counts, when the scheme lets the whole campaign substitute; a tie across posts stops, and so does a
 * post of which not everything is known: its best may be the best of all.
 */
void
kp_final_fill_from_campaign (KpFinalRun *run,
                             guint       round)
{
  const guint n_waves = run->fits != NULL ? MAX (run->policy->waves->len, 1) : 1;
  gboolean    goes_on;

  goes_on = run->policy->from != KP_SUBSTITUTES_FROM_POST && run->policy->final != KP_UNTIL_NEVER
            && run->list->max_rounds > 0;
  for (guint wave = 1; goes_on && wave <= n_waves; wave++)
    for (guint i = 0; goes_on && i < run->final->n_posts; i++)
      goes_on = fill_post (run, i, wave, round);
}
