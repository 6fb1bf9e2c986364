/* kp-physical.h – who is within the places: the list for the physical, and substitution after it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"
#include "kp-rank.h"
#include "kp-shortlist.h"

G_BEGIN_DECLS

typedef struct
{
  KpFraction ratio; /* persons for each place: 1/1, 11/10 */
  KpRounding rounding;
  guint max_rounds; /* of substitution for a post; 0 = none; G_MAXUINT = no limit */
} KpPhysicalPolicy;

typedef enum
{
  KP_PHYSICAL_OUT, /* ranked, may become a substitute */
  KP_PHYSICAL_IN,
  KP_PHYSICAL_SUBSTITUTE,
  KP_PHYSICAL_UNDECIDED, /* an undecided tie lies across the last place */
  KP_PHYSICAL_NO_PLACE,  /* below the line, absent, void */
} KpPhysicalVerdict;

typedef struct
{
  KpPhysicalVerdict verdict;
  guint round; /* SUBSTITUTE: in which round, from 1 */
} KpPhysicalResult;

void kp_physical_policy_init (KpPhysicalPolicy *policy);

/* The first list of one post; TRUE = nothing is undecided. results[i] belongs to ranking[i] (of
 * kp_total_decide). */
gboolean kp_physical_decide (const KpPhysicalPolicy *policy,
                             guint places,
                             const KpRankPlace *ranking,
                             gsize n_ranking,
                             KpPhysicalResult *results);

/* One round: whoever has_left (failed, waived) is replaced up to `places` persons. */
KpSubstitution kp_physical_substitute (const KpPhysicalPolicy *policy,
                                       guint places,
                                       const KpRankPlace *ranking,
                                       const gboolean *has_left,
                                       gsize n_ranking,
                                       gboolean is_closed,
                                       guint rounds_done,
                                       KpPhysicalResult *results,
                                       guint *n_new);

G_END_DECLS
