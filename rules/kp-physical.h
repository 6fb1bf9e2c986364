/* kp-physical.h – how many stand on the list for the physical, and how often it is filled up.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-rank.h"

G_BEGIN_DECLS

typedef struct
{
  KpFraction ratio; /* persons for each place: 1/1, 11/10 */
  KpRounding rounding;
  gboolean takes_tied; /* more are tied at the end of the list than it has room for: all of them are called; else none */
  guint max_rounds; /* of substitution for a post; 0 = none; G_MAXUINT = no limit */
} KpPhysicalPolicy;

void     kp_physical_policy_init (KpPhysicalPolicy *policy);
guint    kp_physical_count_wanted (const KpPhysicalPolicy *policy,
                                   guint                   places);
gboolean kp_physical_find_called (const KpPhysicalPolicy *policy,
                                  guint                   places,
                                  const KpRankPlace      *ranks,
                                  gsize                   n_ranks,
                                  gboolean               *is_called);

G_END_DECLS
