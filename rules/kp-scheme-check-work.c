/* kp-scheme-check-work.c – checks what a scheme sets for probation and deadlines against the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

/**
 * kp_scheme_check_work:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what the law or arithmetic has against the probation and the deadlines.
 */
void
kp_scheme_check_work (GPtrArray *problems, const KpScheme *scheme)
{
  KpProbationPolicy probation;
  KpDeadlinePolicy deadlines;
  const char *problem;

  kp_scheme_make_probation_policy (scheme, &probation);
  problem = kp_probation_policy_find_problem (&probation);
  if (problem != NULL)
    kp_scheme_check_refuse (problems, g_strdup (problem), "probation");
  kp_scheme_make_deadline_policy (scheme, &deadlines);
  problem = kp_deadline_policy_find_problem (&deadlines);
  if (problem != NULL)
    kp_scheme_check_refuse (problems, g_strdup (problem), "deadlines");
}
