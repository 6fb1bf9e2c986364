/* kp-contest-direct.c – 免试直接聘用 of a contest: who takes a place without exam, and where that puts the others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three places, one of them goes to D without exam; E1, E2 and E3 are ranked by their totals:
 *
 *   list of the interview    made for two places            places stay three
 *   totals                   E1 1, E2 2, E3 3               D has none
 *   final list               D 1, E1 2, E2 3 | E3 4         D leaves: E3 follows
 */

#include "kp-contest-private.h"

static gboolean
asks (const KpContest *contest,
      guint            entrant)
{
  const KpContestResult *result = &contest->results[entrant];

  return result->review == KP_REVIEW_PASS
         && kp_direct_hire_asks (&contest->scheme->direct_hire, result->post->code, &contest->facts[entrant]);
}

static KpFraction
get_rank (const KpEntrant *who)
{
  return kp_fraction_is_known (who->direct_decision) ? who->direct_decision : who->decision;
}

static void
admit (const KpContest *contest,
       KpContestPost   *post)
{
  g_autofree guint          *indexes = g_new0 (guint, post->entrants->len + 1);
  g_autofree KpFraction     *ranks = g_new0 (KpFraction, post->entrants->len + 1);
  g_autofree KpDirectResult *results = g_new0 (KpDirectResult, post->entrants->len + 1);
  guint                      n = 0;

  for (guint i = 0; i < post->entrants->len; i++)
    {
      const guint index = g_array_index (post->entrants, guint, i);

      if (!asks (contest, index))
        continue;
      ranks[n] = get_rank (&contest->entrants[index]);
      indexes[n++] = index;
    }
  kp_direct_hire_decide (&contest->scheme->direct_hire, post->places, ranks, n, results);
  post->n_direct = MIN (n, kp_direct_hire_get_limit (&contest->scheme->direct_hire, post->places));
  for (guint i = 0; i < n; i++)
    {
      KpContestResult *result = &contest->results[indexes[i]];

      result->direct = results[i].verdict;
      post->is_direct_open = post->is_direct_open || results[i].verdict == KP_DIRECT_UNDECIDED;
      if (kp_direct_hire_is_examined (&contest->scheme->direct_hire, results[i].verdict))
        continue;
      result->total = (KpTotalResult) { .standing = KP_STANDING_DIRECT, .place = results[i].place };
    }
}

/**
 * kp_contest_admit_direct:
 * @run: a run whose posts are open and gathered
 *
 * 免试直接聘用: decides for each post who takes a place without exam, and how many places that leaves to the exam.
 */
void
kp_contest_admit_direct (KpContestRun *run)
{
  const KpContest *contest = run->contest;

  if (contest->scheme->direct_hire.when == NULL)
    return;

  for (guint i = 0; i < contest->posts->len; i++)
    admit (contest, g_ptr_array_index (contest->posts, i));
}

/**
 * kp_contest_get_exam_places:
 * @post: a post
 *
 * Returns: the places for which people are examined: those that nobody takes without exam
 */
guint
kp_contest_get_exam_places (const KpContestPost *post)
{
  return post->places - MIN (post->places, post->n_direct);
}

/**
 * kp_contest_shift_place:
 * @post: a post whose totals are made
 * @result: of somebody who is in for it
 * @place: the place that the person has by the total, or by the final total
 *
 * Returns: the place on the final lists: who is hired without exam comes first, and moves the others by so many
 */
KpRankPlace
kp_contest_shift_place (const KpContestPost   *post,
                        const KpContestResult *result,
                        KpRankPlace            place)
{
  if (place.place > 0 && result->total.standing != KP_STANDING_DIRECT)
    place.place += post->n_direct;

  return place;
}
