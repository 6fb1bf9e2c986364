/* kp-scheme-work.c – what a scheme sets for the time after the contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

/**
 * kp_scheme_make_probation_policy:
 * @scheme: a scheme
 * @policy: (out): what it sets for the probation; borrows its texts from @scheme
 */
void
kp_scheme_make_probation_policy (const KpScheme *scheme, KpProbationPolicy *policy)
{
  (void) scheme;
  kp_probation_policy_init (policy);
}

/**
 * kp_scheme_make_deadline_policy:
 * @scheme: a scheme
 * @policy: (out): what it sets for deadlines
 */
void
kp_scheme_make_deadline_policy (const KpScheme *scheme, KpDeadlinePolicy *policy)
{
  (void) scheme;
  kp_deadline_policy_init (policy);
}
