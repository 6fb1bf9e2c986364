/* kp-turnout.c – how many of those who may come did, and what few of them do to the places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 到考人数 is the opening ratio asked once more, when it is known who came (domain.md §5):
 *
 *   registration is over    quota               who is registered, passed or has paid
 *   the written exam is     turnout.sat         who sat it, whatever the mark; before the lists are cut
 *   the interviews are      turnout.heard       who was heard, whatever the mark; before lines and totals
 *
 * Each starts from the places that the one before left. */

#include "kp-turnout.h"

/**
 * kp_turnout_decide:
 * @scheme: a scheme
 * @at: which exam
 * @post: one of its posts
 * @places: places that the post has at the moment
 * @n_present: those who came
 * @why: (out) (transfer full) (nullable): a Chinese sentence where the places change
 *
 * 实际参加人数达不到比例的核减、取消: by the ratio of the exam, or the post's own; a post that the opening ratio doesn't bind
 * is kept here too. A post without places, or of an exam that it hasn't, must not be asked.
 *
 * Returns: the places that the post has from here on
 */
guint
kp_turnout_decide (const KpScheme     *scheme,
                   KpTurnout           at,
                   const KpSchemePost *post,
                   guint               places,
                   guint               n_present,
                   gchar             **why)
{
  const KpQuotaPolicy  *policy = &scheme->turnout[at];
  g_autoptr (GPtrArray) results = NULL;
  KpQuotaResult        *result;
  KpQuotaCase           asked;

  g_return_val_if_fail (why != NULL, places);

  *why = NULL;
  if (!policy->applies || places == 0)
    return places;

  kp_quota_case_init (&asked, scheme, post, n_present);
  asked.plan = places;
  results = kp_quota_decide (policy, &asked, 1);
  result = g_ptr_array_index (results, 0);
  if (result->new_plan != places)
    *why = g_steal_pointer (&result->explanation);

  return result->new_plan;
}
