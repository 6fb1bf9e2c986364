/* kp-final-total.h – 最终成绩: the total and a scored background check of those only who were called by the total.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-leaving.h"
#include "kp-total.h"

G_BEGIN_DECLS

/* What makes a final total; the list of who is called never sees it. */
typedef struct
{
  gchar      *other; /* (nullable): code of one of `others`: what is scored; NULL = the check is only passed or failed */
  gboolean    has_line;
  KpMark      line; /* 考察合格线, on the mark: who is below has failed the check */
  gboolean    line_is_strict;
  KpFraction  of_total; /* weight of the total, as it was rounded */
  KpFraction  of_mark;
  gboolean    rounds_parts; /* each weighted part is rounded to part_decimals first */
  guint       part_decimals;
  guint       decimals;
  KpRounding  rounding;
  KpPlaceRule place_rule;
  GPtrArray  *ties; /* (element-type KpTie): owned, at most KP_TOTAL_MAX_TIES */
} KpFinalTotalPolicy;

/* One who was called. */
typedef struct
{
  KpMark       total;
  KpStatedMark mark;
  KpFraction   ties[KP_TOTAL_MAX_TIES]; /* kp_final_total_measure() */
} KpFinalTotalCandidate;

typedef struct
{
  KpStanding  standing;
  KpFraction  of_total; /* weighted, rounded if the policy says so */
  KpFraction  of_mark;
  KpFraction  exact;
  KpMark      total; /* rounded */
  KpRankPlace place;
} KpFinalTotalResult;

void        kp_final_total_policy_init (KpFinalTotalPolicy *policy);
void        kp_final_total_policy_clear (KpFinalTotalPolicy *policy);
KpStanding  kp_final_total_judge (const KpFinalTotalPolicy *policy,
                                  KpStatedMark              mark);
KpStanding  kp_final_total_judge_direct (const KpFinalTotalPolicy *policy,
                                         KpStatedMark              mark);
gboolean    kp_final_total_find_cause (KpStanding standing,
                                       KpCause   *cause);
void        kp_final_total_measure (const KpFinalTotalPolicy *policy,
                                    const KpTieSource        *source,
                                    KpFraction               *ties);
void        kp_final_total_decide (const KpFinalTotalPolicy    *policy,
                                   const KpFinalTotalCandidate *candidates,
                                   gsize                        n_candidates,
                                   KpFinalTotalResult          *results);
const char *kp_final_total_get_chinese (KpStanding standing);

G_END_DECLS
