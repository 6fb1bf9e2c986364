/* kp-shortlist-private.h – the filling of free seats on a list, the first time and for leavers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-shortlist.h"

G_BEGIN_DECLS

/* One filling of free seats on the list. */
typedef struct
{
  const KpShortlistPolicy    *policy;
  const KpShortlistCandidate *candidates;
  KpShortlistResult          *results;
  gsize                       n_candidates;
  gboolean                   *may_enter;
  KpRankPlace                *places;
  guint                       round; /* 0 = the first list */
} KpShortlistFilling;

guint    kp_shortlist_fill (KpShortlistFilling *filling,
                            guint               n_free,
                            KpRankCut          *cut);
gboolean kp_shortlist_counts (const KpShortlistPolicy *policy,
                              KpShortlistVerdict       verdict);

G_END_DECLS
