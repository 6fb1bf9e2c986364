/* kp-condition-lost.c – whether a condition asks of a claim whose proof failed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition.h"

#include "kp-definition.h"

#define MAX_BUILTINS 3

/* The built-in facts that a kind of its own looks at; those that name a fact have none here. */
static const char *const builtins[KP_N_CONDITION_KINDS][MAX_BUILTINS] = {
  [KP_CONDITION_BORN] = { "birth" },
  [KP_CONDITION_EDUCATION_AT_LEAST] = { "education" },
  [KP_CONDITION_EDUCATION_IN] = { "education" },
  [KP_CONDITION_DEGREE_IN] = { "degree" },
  [KP_CONDITION_MAJOR_IN] = { "major" },
  [KP_CONDITION_POLITICAL_IN] = { "political" },
  [KP_CONDITION_SEX_IN] = { "sex" },
  [KP_CONDITION_RESIDENCE_IN] = { "residence", "residence_since" },
  [KP_CONDITION_CERTIFICATE_AT_LEAST] = { "certificate", "certificate_on" },
  [KP_CONDITION_GRADUATED] = { "graduated" },
  [KP_CONDITION_VETERAN] = { "veteran" },
  [KP_CONDITION_GRID_STAFF] = { "grid_staff" },
  [KP_CONDITION_GRID_MONTHS] = { "grid_staff", "grid_since" },
  [KP_CONDITION_SERVICE_MONTHS] = { "veteran", "enlisted", "discharged" },
};

static const KpLostFact *
find_definition (const KpCondition      *condition,
                 const KpCandidateFacts *facts)
{
  g_autoptr (GPtrArray) ids = NULL;
  const KpLostFact     *lost = NULL;
  KpDefinition          which;

  if (facts->definitions == NULL || condition->words == NULL || !kp_definition_parse (condition->words[0], &which))
    return NULL;
  ids = kp_definition_list_facts (facts->definitions, which);
  for (guint i = 0; lost == NULL && i < ids->len; i++)
    lost = kp_facts_find_lost (facts, g_ptr_array_index (ids, i));

  return lost;
}

/**
 * kp_condition_find_lost:
 * @condition: a condition
 * @facts: what the candidate states
 *
 * Pure and safe from any thread.
 *
 * Returns: (transfer none) (nullable): the first lost fact that @condition or one of its parts looks at
 */
const KpLostFact *
kp_condition_find_lost (const KpCondition      *condition,
                        const KpCandidateFacts *facts)
{
  const KpLostFact *lost = NULL;

  if (facts->n_lost == 0)
    return NULL;
  for (guint i = 0; lost == NULL && condition->parts != NULL && i < condition->parts->len; i++)
    lost = kp_condition_find_lost (g_ptr_array_index (condition->parts, i), facts);
  for (guint i = 0; lost == NULL && i < MAX_BUILTINS; i++)
    lost = kp_facts_find_lost (facts, builtins[condition->kind][i]);
  if (lost == NULL)
    lost = kp_facts_find_lost (facts, condition->fact);
  if (lost == NULL)
    lost = kp_facts_find_lost (facts, condition->until);
  if (lost == NULL && condition->kind == KP_CONDITION_COUNTS_AS)
    lost = find_definition (condition, facts);

  return lost;
}

/**
 * kp_condition_is_lost:
 * @condition: a condition
 * @facts: what the candidate states
 *
 * Pure and safe from any thread.
 *
 * Returns: whether @condition isn't met for no other reason than that a proof failed
 */
gboolean
kp_condition_is_lost (const KpCondition      *condition,
                      const KpCandidateFacts *facts)
{
  KpCandidateFacts stated = *facts;

  stated.lost = NULL;
  stated.n_lost = 0;
  return facts->n_lost > 0 && kp_condition_decide (condition, facts) == KP_VERDICT_UNMET
         && kp_condition_decide (condition, &stated) != KP_VERDICT_UNMET;
}
