/* kp-qualify-private.h – what the decision of a requirement and its words share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-qualify.h"

G_BEGIN_DECLS

/* How one requirement came out, without a word of it. */
typedef struct
{
  KpVerdict           verdict;
  KpVerdict           computed; /* by the facts alone */
  const KpRelaxation *relaxation; /* (nullable): the one that decided */
  const KpJudged     *judged;     /* (nullable): the person's decision that counts */
  const KpLostFact   *lost;       /* (nullable): the claim without which it isn't met */
} KpQualifyDecision;

KpFinding *kp_finding_new (const KpRequirement     *requirement,
                           const KpQualifyDecision *decision,
                           const KpCandidateFacts  *facts);

G_END_DECLS
