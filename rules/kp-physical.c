/* kp-physical.c – who is within the places: the list for the physical, and substitution after it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Here a tie at the last place is never answered by taking both: the tie order of the totals has parted them,
 * or it has not, and then they are undecided until a further key (an extra test) is known.
 *
 *   2 places, 1:1     1  2 | 3  4     two go
 *                     1  2 | 2  4     place 1 goes, the two with place 2 are undecided
 *
 * The second place of the first list failed: 3 goes in the first round; 4 in the second. Places are never
 * renumbered. */

#include "kp-physical.h"

/**
 * kp_physical_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * 1:1, half up, two rounds of substitution.
 */
void
kp_physical_policy_init (KpPhysicalPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpPhysicalPolicy){ .ratio = { 1, 1 }, .rounding = KP_ROUNDING_HALF_UP, .max_rounds = 2 };
}

/* Takes @n_free in the order of places; answers how many, and whether a tie lies across the end. */
static guint
take_next (const KpRankPlace *ranking,
           const gboolean *may_enter,
           gsize n_ranking,
           guint n_free,
           guint round,
           KpPhysicalResult *results,
           gboolean *is_undecided)
{
  KpRankCut cut = kp_rank_find_cut (ranking, may_enter, n_ranking, n_free);
  guint n_taken = 0;

  *is_undecided = cut.n_above + cut.n_on_cut > n_free;
  for (gsize i = 0; i < n_ranking; i++)
    {
      if (!may_enter[i] || ranking[i].place == 0 || ranking[i].place > cut.place)
        continue;
      results[i].round = round;
      if (ranking[i].place == cut.place && *is_undecided)
        {
          results[i].verdict = KP_PHYSICAL_UNDECIDED;
          continue;
        }
      results[i].verdict = round > 0 ? KP_PHYSICAL_SUBSTITUTE : KP_PHYSICAL_IN;
      n_taken++;
    }
  return n_taken;
}

/**
 * kp_physical_decide:
 * @policy: the policy
 * @places: places of the post
 * @ranking: (array length=n_ranking): places of kp_total_decide(), ties already parted by the scheme's tie
 * order
 * @n_ranking: how many
 * @results: (out) (array length=n_ranking): results[i] belongs to ranking[i]
 *
 * Decides who goes to the physical at first: round (places × ratio) persons, fewer when there aren't so many.
 *
 * Returns: TRUE when nothing is undecided
 */
gboolean
kp_physical_decide (const KpPhysicalPolicy *policy,
                    guint places,
                    const KpRankPlace *ranking,
                    gsize n_ranking,
                    KpPhysicalResult *results)
{
  g_autofree gboolean *may_enter = g_new0 (gboolean, n_ranking + 1);
  gboolean is_undecided;
  guint wanted;

  g_return_val_if_fail (policy != NULL, FALSE);
  g_return_val_if_fail (n_ranking == 0 || (ranking != NULL && results != NULL), FALSE);

  for (gsize i = 0; i < n_ranking; i++)
    {
      may_enter[i] = ranking[i].place > 0;
      results[i] = (KpPhysicalResult){ may_enter[i] ? KP_PHYSICAL_OUT : KP_PHYSICAL_NO_PLACE, 0 };
    }
  if (!kp_fraction_round_to_count (kp_fraction_multiply (kp_fraction_new (places, 1), policy->ratio),
                                   policy->rounding, &wanted))
    return FALSE;
  take_next (ranking, may_enter, n_ranking, wanted, 0, results, &is_undecided);
  return !is_undecided;
}

/**
 * kp_physical_substitute:
 * @policy: the policy
 * @places: places of the post
 * @ranking: (array length=n_ranking): as for kp_physical_decide(); a further tie key may have become known
 * since
 * @has_left: (array length=n_ranking): failed the physical or the background, or waived
 * @n_ranking: how many
 * @is_closed: whether the deadline of the scheme has passed
 * @rounds_done: rounds of substitution so far for this post
 * @results: (inout) (array length=n_ranking): from kp_physical_decide() and the rounds so far
 * @n_new: (out): how many were called in this round
 *
 * One round of substitution: when fewer than @places are left, the next in order are called. Only who has a
 * place can be: an interview mark below the line has none.
 *
 * Returns: what was done, or why nothing was
 */
KpSubstitution
kp_physical_substitute (const KpPhysicalPolicy *policy,
                        guint places,
                        const KpRankPlace *ranking,
                        const gboolean *has_left,
                        gsize n_ranking,
                        gboolean is_closed,
                        guint rounds_done,
                        KpPhysicalResult *results,
                        guint *n_new)
{
  g_autofree gboolean *may_enter = g_new0 (gboolean, n_ranking + 1);
  gboolean first_list_waits = FALSE;
  gboolean is_undecided;
  guint n_left = 0;

  g_return_val_if_fail (policy != NULL && n_new != NULL, KP_SUBSTITUTION_NOT_ALLOWED);
  g_return_val_if_fail (n_ranking == 0 || (ranking != NULL && has_left != NULL && results != NULL),
                        KP_SUBSTITUTION_NOT_ALLOWED);

  *n_new = 0;
  for (gsize i = 0; i < n_ranking; i++)
    {
      gboolean is_in = results[i].verdict == KP_PHYSICAL_IN || results[i].verdict == KP_PHYSICAL_SUBSTITUTE;
      gboolean waits = results[i].verdict == KP_PHYSICAL_UNDECIDED;

      first_list_waits |= waits && results[i].round == 0;
      n_left += is_in && !has_left[i] ? 1 : 0;
      may_enter[i] = !has_left[i] && (results[i].verdict == KP_PHYSICAL_OUT || waits);
    }
  if (first_list_waits)
    return KP_SUBSTITUTION_UNDECIDED;
  if (n_left >= places)
    return KP_SUBSTITUTION_NOT_NEEDED;
  if (policy->max_rounds == 0)
    return KP_SUBSTITUTION_NOT_ALLOWED;
  if (is_closed)
    return KP_SUBSTITUTION_CLOSED;
  if (rounds_done >= policy->max_rounds)
    return KP_SUBSTITUTION_ROUNDS_USED;

  for (gsize i = 0; i < n_ranking; i++)
    if (results[i].verdict == KP_PHYSICAL_UNDECIDED)
      results[i] = (KpPhysicalResult){ KP_PHYSICAL_OUT, 0 }; /* asked anew with what is known now */
  *n_new =
      take_next (ranking, may_enter, n_ranking, places - n_left, rounds_done + 1, results, &is_undecided);
  if (is_undecided)
    return KP_SUBSTITUTION_UNDECIDED;
  return *n_new > 0 ? KP_SUBSTITUTION_DONE : KP_SUBSTITUTION_NOBODY_LEFT;
}
