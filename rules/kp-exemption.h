/* kp-exemption.h – 免笔试限额: who of those who may do without the written exam does, where they are too many.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-tie.h"

G_BEGIN_DECLS

/* Of each post. Without either limit everybody who fulfils the condition is exempt. */
typedef struct
{
  guint      most;  /* 0 = no such limit */
  KpFraction share; /* of the places, cut off to a whole number; unknown = no such limit */
  GPtrArray *keys;  /* (element-type KpTie): who goes first; what they leave equal the committee decides */
} KpExemptionLimit;

/* One who fulfils the condition. Borrowed. */
typedef struct
{
  const KpCandidateFacts *facts;
  KpFraction              credential; /* 资历量化分; unknown = the scheme gives none */
  KpFraction              decision;   /* of the committee among them: 1 = first; unknown = not decided */
} KpExemptionCase;

void     kp_exemption_limit_init (KpExemptionLimit *limit);
void     kp_exemption_limit_clear (KpExemptionLimit *limit);
gboolean kp_exemption_limit_applies (const KpExemptionLimit *limit);
guint    kp_exemption_limit_count (const KpExemptionLimit *limit,
                                   guint                   places);
void     kp_exemption_decide (const KpExemptionLimit *limit,
                              guint                   places,
                              const KpExemptionCase  *cases,
                              guint                   n,
                              KpExemption            *results);

G_END_DECLS
