/* kp-physical.c – how many stand on the list for the physical, and how often it is filled up.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

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

/**
 * kp_physical_count_wanted:
 * @policy: the policy
 * @places: of a post
 *
 * Returns: how many stand on its first list
 */
guint
kp_physical_count_wanted (const KpPhysicalPolicy *policy,
                          guint                   places)
{
  guint wanted = places;

  kp_fraction_round_to_count (kp_fraction_multiply (kp_fraction_new (places, 1), policy->ratio), policy->rounding, &wanted);

  return wanted;
}

/**
 * kp_physical_find_called:
 * @policy: the policy
 * @places: of the post
 * @ranks: (array length=n_ranks): the places of all who were ranked; 0 = has none
 * @n_ranks: how many
 * @is_called: (out caller-allocates) (array length=n_ranks): who stands on the first list
 *
 * Returns: whether that is settled; FALSE while a tie lies across the end of the list
 */
gboolean
kp_physical_find_called (const KpPhysicalPolicy *policy,
                         guint                   places,
                         const KpRankPlace      *ranks,
                         gsize                   n_ranks,
                         gboolean               *is_called)
{
  const guint wanted = kp_physical_count_wanted (policy, places);
  KpRankCut   cut;

  for (gsize i = 0; i < n_ranks; i++)
    is_called[i] = ranks[i].place > 0;
  cut = kp_rank_find_cut (ranks, is_called, n_ranks, wanted);
  for (gsize i = 0; i < n_ranks; i++)
    is_called[i] = is_called[i] && ranks[i].place <= cut.place;

  return cut.n_above + cut.n_on_cut <= wanted || policy->takes_tied;
}
