/* kp-scheme-credential.c – credential points 资历量化: years of service and what else counts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

/* FALSE when the length of service isn't known. */
static gboolean
count_service (const KpSchemeCredential *credential,
               const KpCandidateFacts   *facts,
               KpMark                   *points)
{
  KpFactValue begin = { facts->is_grid_staff, NULL, facts->grid_since, KP_FRACTION_UNKNOWN };

  *points = 0;
  if (credential->points_per_year == 0)
    return TRUE;
  if (credential->fact == NULL
      && (kp_facts_find_lost (facts, "grid_staff") != NULL || kp_facts_find_lost (facts, "grid_since") != NULL))
    begin.truth = KP_TRUTH_NO;
  if (credential->fact != NULL && !kp_facts_find (facts, credential->fact, &begin))
    return FALSE;
  if (begin.truth == KP_TRUTH_NO)
    return TRUE;
  if (begin.truth == KP_TRUTH_UNKNOWN || !kp_date_is_valid (begin.date) || !kp_date_is_valid (credential->date))
    return FALSE;

  *points = credential->points_per_year * MAX (kp_date_full_years_between (begin.date, credential->date), 0);
  return TRUE;
}

static KpMark
count_items (const KpSchemeCredential *credential,
             const KpCandidateFacts   *facts)
{
  g_autoptr (GPtrArray)    codes = NULL;
  g_autofree KpBonusClaim *claims = NULL;

  if (credential->table.items->len == 0)
    return 0;

  codes = kp_bonus_propose_items (&credential->table, facts);
  claims = g_new0 (KpBonusClaim, codes->len + 1);
  for (guint i = 0; i < codes->len; i++)
    claims[i] = (KpBonusClaim) { .item = g_ptr_array_index (codes, i), .is_approved = TRUE };

  return kp_bonus_decide_points (&credential->table, facts, claims, codes->len, KP_MARK_PRESENT);
}

/**
 * kp_scheme_ranks_by_credential:
 * @scheme: a scheme
 *
 * Returns: whether some post's interview list is ordered by 资历量化分
 */
gboolean
kp_scheme_ranks_by_credential (const KpScheme *scheme)
{
  if (scheme->shortlist.basis == KP_SHORTLIST_BY_CREDENTIAL)
    return TRUE;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (post->has_shortlist_basis && post->shortlist_basis == KP_SHORTLIST_BY_CREDENTIAL)
        return TRUE;
    }

  return FALSE;
}

/**
 * kp_scheme_decide_credential:
 * @credential: the rule 资历量化
 * @facts: what the candidate states, approved at the review
 * @out: (out): the points
 *
 * Points for each full year of continuous service on the rule's day and for the items that the candidate's facts fulfil,
 * together at most the rule's cap and, where items deduct, at least 0.
 *
 * Returns: FALSE when the rule doesn't apply or the begin of service isn't known: no points are guessed.
 */
gboolean
kp_scheme_decide_credential (const KpSchemeCredential *credential,
                             const KpCandidateFacts   *facts,
                             KpMark                   *out)
{
  KpMark service = 0;

  if (!credential->applies || !count_service (credential, facts, &service))
    return FALSE;

  *out = CLAMP (service + count_items (credential, facts), 0, credential->cap);

  return TRUE;
}
