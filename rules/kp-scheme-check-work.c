/* kp-scheme-check-work.c – checks what a scheme sets for probation and deadlines against the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contract-clause.h"
#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

/* 劳动合同法 §§9, 17, 25: what a county's own contract leaves out, or must not say. */
static void
check_contract (GPtrArray *problems, const KpScheme *scheme)
{
  const char *wording = kp_scheme_get_wording (scheme, "contract");
  KpClauseTexts texts = { { NULL } };
  KpClausePart missing[KP_CLAUSE_N_PARTS];
  KpClauseFinding finding;
  guint n;

  if (wording == NULL || scheme->contract.kind != KP_CONTRACT_LABOUR)
    return;
  for (guint i = KP_CLAUSE_EMPLOYER_NAME; i <= KP_CLAUSE_WORKER_ID; i++)
    texts.parts[i] = "合同首部";
  kp_clause_read_wording (wording, &texts);
  n = kp_clause_find_missing (&texts, missing);
  for (guint i = 0; i < n; i++)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_ ("The contract doesn't say “%s”, which %s asks for; add it."),
                                             kp_clause_part_get_chinese (missing[i]), kp_clause_part_get_clause (missing[i])),
                            "wordings");
  if (kp_clause_check_wording (wording, &finding))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_ ("A sentence of the contract is void: %s (%s) Take it out."),
                                             kp_clause_finding_get_chinese (finding), kp_clause_finding_get_clause (finding)),
                            "wordings");
}

/* 劳动合同法 §50, 个人信息保护法 §56: what must be kept can't be thrown away earlier. */
static void
check_keep (GPtrArray *problems, const KpRetentionPolicy *keep)
{
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    {
      const guint least = kp_retention_get_least ((KpRetentionKind) i);
      g_autofree char *path = NULL;

      if (keep->years[i] == 0 || keep->years[i] >= least)
        continue;
      path = g_strconcat ("deadlines.keep_", kp_retention_get_name ((KpRetentionKind) i), NULL);
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_ ("“%s” must be kept for %u years at least, by %s."),
                                               kp_retention_get_chinese ((KpRetentionKind) i), least,
                                               kp_retention_get_clause ((KpRetentionKind) i)),
                              "%s", path);
    }
}

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
  check_contract (problems, scheme);
  check_keep (problems, &scheme->deadlines.keep);
}
