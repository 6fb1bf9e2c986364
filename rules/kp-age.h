/* kp-age.h – "N周岁以下" as days of birth: the readings that notices use, proposed for the committee to choose from.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

/* The wording never tells which one is meant; notices print both for the same words. */
typedef enum
{
  KP_AGE_TO_BIRTHDAY,  /* A: at most N years old to the day: born N years before, or later */
  KP_AGE_BEFORE_NEXT,  /* B: not yet N + 1: born N + 1 years before, or later */
} KpAgeReading;

gboolean kp_age_propose (KpDate       cutoff,
                         guint        years,
                         KpAgeReading reading,
                         gboolean     includes_day,
                         KpDate      *from,
                         KpDate      *other);
gboolean kp_age_propose_youngest (KpDate   cutoff,
                                  guint    years,
                                  gboolean includes_day,
                                  KpDate  *to,
                                  KpDate  *other);
void     kp_age_widen_to_months (KpDate *from,
                                 KpDate *to);

G_END_DECLS
