/* kp-physical.c – how many stand on the list for the physical, and how often it is filled up.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-physical.h"

/**
 * kp_physical_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * 1:1, half up, two rounds of substitution.
 */
void
kp_physical_policy_init (KpPhysicalPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpPhysicalPolicy){ .ratio = { 1, 1 }, .rounding = KP_ROUNDING_HALF_UP, .max_rounds = 2 };
}
