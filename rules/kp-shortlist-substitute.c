/* kp-shortlist-substitute.c – who is called when somebody leaves the list before the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 2 places at 1:3 (wanted = 6); a number is a place, / has left, x has left for a cause that opens no seat:
 *
 *   1  2  3  4  /  6  6 | 8     the tie made it seven: six remain, as many as the ratio wants, nobody is called
 *                               (KP_REFILL_TO_LIST_LENGTH calls place 8)
 *   1  2  3  4  /  /  6 | 8     five remain: place 8 is called
 *   1  2  3  4  x  /  6 | 8     the seat of x stays empty: nobody is called
 *
 * Two tied for one seat (wanted = 6) wait, and nobody behind them is called before them:
 *
 *   1  2  3  4  5  ?  ? | 8     one of the two leaves: the other has the seat, without substitution
 *   1  2  /  4  5  ?  ? | 8     somebody before them leaves and is replaced: there is a seat for each */

#include "kp-shortlist-private.h"

/* Somebody who leaves for another cause keeps the seat empty (空缺不递补). */
static gboolean
opens_seat (const KpShortlistPolicy *policy, const KpShortlistCandidate *candidate)
{
  if (!candidate->has_left || policy->n_causes == 0)
    return candidate->has_left;
  for (guint i = 0; i < MIN (policy->n_causes, KP_N_CAUSES); i++)
    if (policy->causes[i] == candidate->left_cause)
      return TRUE;
  return FALSE;
}

/* Who could be called in this round; answers how many of them wait for a tie of the first list. */
static guint
gather_substitutes (KpShortlistFilling *filling, guint *n_on_list)
{
  guint n_waiting = 0;

  *n_on_list = 0;
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      const KpShortlistResult *result = &filling->results[i];
      gboolean has_left = filling->candidates[i].has_left;
      gboolean waits = result->verdict == KP_SHORTLIST_UNDECIDED;

      n_waiting += waits && result->round == 0 && !has_left ? 1 : 0;
      filling->places[i] = result->place;
      filling->may_enter[i] = !has_left && (result->verdict == KP_SHORTLIST_OUT ||
                                            result->verdict == KP_SHORTLIST_TIED_OUT || waits);
      *n_on_list += kp_shortlist_counts (filling->policy, result->verdict) &&
                            !opens_seat (filling->policy, &filling->candidates[i])
                        ? 1
                        : 0;
    }
  return n_waiting;
}

/* How long the list is to be: those who are tied for its last seats fill it by the ratio, whoever of them it will be. */
static guint
get_target (const KpShortlistPolicy *policy, const KpShortlistSummary *summary)
{
  if (policy->refill == KP_REFILL_TO_RATIO || summary->n_undecided > 0)
    return summary->wanted;
  return summary->n_entered - (policy->direct_counts ? 0 : summary->n_direct);
}

/* The tied of the first list get its last seats as soon as there is one for each: some of them have left. Nobody is called
 * for a leaver here, so it needs no substitution. */
static void
settle_first_list (const KpShortlistFilling *filling, const KpShortlistSummary *summary, guint n_waiting)
{
  const KpShortlistPolicy *policy = filling->policy;
  guint n_counted = summary->n_entered - (policy->direct_counts ? 0 : summary->n_direct);

  if (n_waiting == 0 || summary->is_line_open || n_counted + n_waiting > summary->wanted)
    return;
  for (gsize i = 0; i < filling->n_candidates; i++)
    if (filling->results[i].verdict == KP_SHORTLIST_UNDECIDED && filling->results[i].round == 0)
      filling->results[i].verdict = filling->candidates[i].has_left ? KP_SHORTLIST_TIED_OUT : KP_SHORTLIST_ENTERS;
}

/**
 * kp_shortlist_substitute:
 * @policy: the policy
 * @summary: of kp_shortlist_decide()
 * @candidates: (array length=n_candidates): as they were, with has_left as it is now
 * @n_candidates: how many
 * @is_closed: whether the deadline of the scheme has passed
 * @rounds_done: rounds of substitution so far
 * @results: (inout) (array length=n_candidates): from kp_shortlist_decide() and the rounds so far
 * @n_new: (out): how many entered in this round
 *
 * One round of substitution 递补: the list is filled from the next in the first order, who hasn't left, up to
 * the ratio (or the first length, as the policy says). Only leaving for one of the policy's causes opens a seat.
 * Those tied at the end are treated as on the first list. Those who were tied there enter when there is a seat for each of
 * them by now; before that nobody is called. Places stay.
 *
 * Returns: what was done, or why nothing was
 */
KpSubstitution
kp_shortlist_substitute (const KpShortlistPolicy *policy,
                         const KpShortlistSummary *summary,
                         const KpShortlistCandidate *candidates,
                         gsize n_candidates,
                         gboolean is_closed,
                         guint rounds_done,
                         KpShortlistResult *results,
                         guint *n_new)
{
  g_autofree gboolean *may_enter = g_new0 (gboolean, n_candidates + 1);
  g_autofree KpRankPlace *ranking = g_new0 (KpRankPlace, n_candidates + 1);
  KpShortlistFilling filling = { policy, candidates, results, n_candidates, may_enter, ranking, rounds_done + 1 };
  guint n_on_list, target, n_waiting;
  KpRankCut cut;

  g_return_val_if_fail (policy != NULL && summary != NULL && n_new != NULL, KP_SUBSTITUTION_NOT_ALLOWED);
  g_return_val_if_fail (n_candidates == 0 || (candidates != NULL && results != NULL),
                        KP_SUBSTITUTION_NOT_ALLOWED);

  *n_new = 0;
  settle_first_list (&filling, summary, gather_substitutes (&filling, &n_on_list));
  n_waiting = gather_substitutes (&filling, &n_on_list);
  target = get_target (policy, summary);
  if (!policy->may_substitute)
    return KP_SUBSTITUTION_NOT_ALLOWED;
  if (n_on_list >= target)
    return KP_SUBSTITUTION_NOT_NEEDED;
  if (is_closed)
    return KP_SUBSTITUTION_CLOSED;
  if (policy->max_rounds > 0 && rounds_done >= policy->max_rounds)
    return KP_SUBSTITUTION_ROUNDS_USED;
  if (n_waiting > target - n_on_list || summary->is_line_open)
    return KP_SUBSTITUTION_UNDECIDED;

  for (gsize i = 0; i < n_candidates; i++)
    if (results[i].verdict == KP_SHORTLIST_UNDECIDED) /* asked anew with what is known now */
      results[i].verdict = candidates[i].has_left ? KP_SHORTLIST_TIED_OUT : KP_SHORTLIST_OUT;
  *n_new = kp_shortlist_fill (&filling, target - n_on_list, &cut);
  for (gsize i = 0; i < n_candidates; i++)
    if (results[i].verdict == KP_SHORTLIST_UNDECIDED)
      return KP_SUBSTITUTION_UNDECIDED;
  return *n_new > 0 ? KP_SUBSTITUTION_DONE : KP_SUBSTITUTION_NOBODY_LEFT;
}
