/* kp-reserve.h – the reserve pool 后备库: who stands in it, and how long.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"
#include "kp-mark.h"
#include "kp-substitution.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean applies;
  KpDate   until; /* the last day; none = no end is stated */
  guint      names; /* of each post; 0 = no such limit */
  KpFraction ratio; /* names for each place of the post; unknown = no such limit */
  KpRounding rounding;
} KpReservePolicy;

gboolean kp_reserve_is_open (const KpReservePolicy *policy,
                             KpDate                 day);
guint    kp_reserve_decide (const KpReservePolicy *policy,
                            KpDate                 day,
                            const KpFinalPerson   *persons,
                            const KpFinalResult   *results,
                            guint                  n_persons,
                            const guint           *post_places,
                            guint                 *places);

G_END_DECLS
