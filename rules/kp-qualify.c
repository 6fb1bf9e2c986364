/* kp-qualify.c – does a candidate fulfil what the post asks: one finding for each requirement.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How one requirement is decided:
 *
 *   the post waives it (same id, no condition)            not applicable
 *   the condition is met                                  met
 *   not met, a relaxation whose group and bound are met   met, the relaxation is named; of several the most
 *                                                         favourable, they never add up
 *   not met, a relaxation might apply (paper missing)     needs paper (or by hand), the relaxation is named
 *   not met                                               unmet
 *
 * The overall outcome is always derived, never typed (one unmet requirement refuses). */

#include "kp-qualify.h"

#include <string.h>

static const char *const outcome_names[] = {
  [KP_REVIEW_PASS] = "pass",
  [KP_REVIEW_FAIL] = "fail",
  [KP_REVIEW_MORE] = "more",
  [KP_REVIEW_PENDING] = "pending",
};

static const char *const outcome_chinese[] = {
  [KP_REVIEW_PASS] = "合格",
  [KP_REVIEW_FAIL] = "不合格",
  [KP_REVIEW_MORE] = "需补充材料",
  [KP_REVIEW_PENDING] = "待核实",
};

/**
 * kp_review_outcome_get_name:
 * @outcome: an outcome
 *
 * Returns: the stable name in records and JSON.
 */
const char *
kp_review_outcome_get_name (KpReviewOutcome outcome)
{
  return outcome_names[outcome];
}

/**
 * kp_review_outcome_get_chinese:
 * @outcome: an outcome
 *
 * Returns: the word on screen and paper.
 */
const char *
kp_review_outcome_get_chinese (KpReviewOutcome outcome)
{
  return outcome_chinese[outcome];
}

/**
 * kp_finding_free:
 * @finding: (nullable) (transfer full): a finding
 */
void
kp_finding_free (KpFinding *finding)
{
  if (finding == NULL)
    return;

  g_free (finding->requirement);
  g_free (finding->label);
  g_free (finding->clause);
  g_free (finding->reason);
  g_free (finding->relaxation);
  g_free (finding->sentence);
  g_free (finding->values);
  g_free (finding);
}

static const KpRequirement *
find_requirement (const GPtrArray *requirements,
                  const char      *id)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_strcmp0 (requirement->id, id) == 0)
        return requirement;
    }

  return NULL;
}

/**
 * kp_qualify_list_requirements:
 * @scheme: a scheme
 * @post: one of its posts
 *
 * What counts for a post: the general requirements in the notice's order, each replaced by the post's own of the same
 * id, then what the post asks besides.
 *
 * Returns: (transfer container) (element-type KpRequirement): the requirements stay the scheme's.
 */
GPtrArray *
kp_qualify_list_requirements (const KpScheme     *scheme,
                              const KpSchemePost *post)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < scheme->requirements->len; i++)
    {
      const KpRequirement *general = g_ptr_array_index (scheme->requirements, i);
      const KpRequirement *own = find_requirement (post->requirements, general->id);

      g_ptr_array_add (list, (gpointer) (own != NULL ? own : general));
    }

  for (guint i = 0; i < post->requirements->len; i++)
    {
      const KpRequirement *own = g_ptr_array_index (post->requirements, i);

      if (find_requirement (scheme->requirements, own->id) == NULL)
        g_ptr_array_add (list, (gpointer) own);
    }

  return list;
}

/* What one relaxation can do for a requirement that isn't met by itself. */
static KpVerdict
decide_relaxation (const KpRelaxation     *relaxation,
                   const KpCandidateFacts *facts)
{
  KpVerdict group = kp_condition_decide (relaxation->group, facts);
  KpVerdict bound = kp_condition_decide (relaxation->bound, facts);

  if (group == KP_VERDICT_UNMET || bound == KP_VERDICT_UNMET)
    return KP_VERDICT_UNMET;
  if (group == KP_VERDICT_NEEDS_PAPER || bound == KP_VERDICT_NEEDS_PAPER)
    return KP_VERDICT_NEEDS_PAPER;
  if (group == KP_VERDICT_BY_HAND || bound == KP_VERDICT_BY_HAND)
    return KP_VERDICT_BY_HAND;

  return KP_VERDICT_MET;
}

/* Met before a missing paper before a person's judgement; of two alike the wider bound of birth, then the notice's
 * order. */
static gboolean
is_better (KpVerdict           verdict,
           const KpRelaxation *relaxation,
           KpVerdict           best_verdict,
           const KpRelaxation *best)
{
  if (best == NULL || verdict != best_verdict)
    return best == NULL || verdict < best_verdict;
  if (relaxation->bound->kind != KP_CONDITION_BORN || best->bound->kind != KP_CONDITION_BORN)
    return FALSE;

  return kp_date_compare (relaxation->bound->from, best->bound->from) < 0;
}

static const KpRelaxation *
find_relaxation (const KpScheme         *scheme,
                 const KpRequirement    *requirement,
                 const KpCandidateFacts *facts,
                 KpVerdict              *verdict)
{
  const KpRelaxation *best = NULL;

  for (guint i = 0; i < scheme->relaxations->len; i++)
    {
      const KpRelaxation *relaxation = g_ptr_array_index (scheme->relaxations, i);
      KpVerdict           outcome;

      if (g_strcmp0 (relaxation->relaxes, requirement->id) != 0)
        continue;

      outcome = decide_relaxation (relaxation, facts);
      if (outcome == KP_VERDICT_UNMET || !is_better (outcome, relaxation, *verdict, best))
        continue;

      best = relaxation;
      *verdict = outcome;
    }

  return best;
}

/* The demand as part of a longer sentence: without its own full stop. */
static gchar *
dup_demand (const char        *text,
            const KpCondition *condition)
{
  const char *stop = "。";

  if (text == NULL || *text == '\0')
    return kp_condition_dup_chinese (condition);
  if (g_str_has_suffix (text, stop))
    return g_strndup (text, strlen (text) - strlen (stop));

  return g_strdup (text);
}

/* What stands in 审查意见 and in the letter to the candidate. */
static gchar *
dup_sentence (const KpRequirement *requirement,
              const KpRelaxation  *relaxation,
              const KpFinding     *finding)
{
  g_autofree gchar *demand = NULL;
  const char       *refusal = requirement->refusal;

  if (finding->verdict == KP_VERDICT_NOT_APPLICABLE)
    return g_strdup_printf ("%s：本岗位不作要求。", requirement->label);
  if (finding->verdict == KP_VERDICT_MET && relaxation != NULL)
    return g_strdup_printf ("%s：按“%s”放宽条件符合要求。", requirement->label, relaxation->label);
  if (finding->verdict == KP_VERDICT_MET)
    return g_strdup_printf ("%s：符合要求。", requirement->label);

  demand = dup_demand (requirement->text, requirement->condition);
  if (finding->verdict == KP_VERDICT_BY_HAND)
    return g_strdup_printf ("%s：须由审查人员核实（%s）。", requirement->label, demand);
  if (finding->verdict == KP_VERDICT_NEEDS_PAPER && relaxation != NULL)
    return g_strdup_printf ("%s：请提供“%s”的证明材料（%s）。", requirement->label, relaxation->label, finding->values);
  if (finding->verdict == KP_VERDICT_NEEDS_PAPER)
    return g_strdup_printf ("%s：报名信息不全，请补充证明材料（%s）。", requirement->label, finding->values);

  if (refusal == NULL || *refusal == '\0')
    refusal = kp_reason_get_sentence (requirement->reason);
  return g_strdup_printf ("%s。公告要求：%s；报名信息为：%s。",
                          refusal != NULL ? refusal : "不符合公告要求", demand, finding->values);
}

static gchar *
dup_values (const KpRequirement    *requirement,
            const KpRelaxation     *relaxation,
            const KpCandidateFacts *facts)
{
  g_autofree gchar *values = kp_condition_dup_values (requirement->condition, facts);
  g_autofree gchar *group = NULL;

  if (relaxation == NULL)
    return g_steal_pointer (&values);

  group = kp_condition_dup_values (relaxation->group, facts);
  return g_strdup_printf ("%s；%s", values, group);
}

static KpFinding *
decide_finding (const KpScheme         *scheme,
                const KpRequirement    *requirement,
                const KpCandidateFacts *facts)
{
  KpFinding          *finding = g_new0 (KpFinding, 1);
  const KpRelaxation *relaxation = NULL;

  finding->requirement = g_strdup (requirement->id);
  finding->label = g_strdup (requirement->label);
  finding->verdict = KP_VERDICT_NOT_APPLICABLE;

  if (requirement->condition != NULL)
    {
      KpVerdict relaxed = KP_VERDICT_UNMET;

      finding->verdict = kp_condition_decide (requirement->condition, facts);
      if (finding->verdict != KP_VERDICT_MET)
        relaxation = find_relaxation (scheme, requirement, facts, &relaxed);
      /* A missing value of the requirement itself stays the thing to ask for. */
      if (relaxation != NULL && (relaxed == KP_VERDICT_MET || finding->verdict == KP_VERDICT_UNMET))
        finding->verdict = relaxed;
      else
        relaxation = NULL;
      finding->values = dup_values (requirement, relaxation, facts);
    }
  else
    finding->values = g_strdup ("");

  if (relaxation != NULL)
    finding->relaxation = g_strdup (relaxation->id);
  finding->clause = g_strdup (relaxation != NULL ? relaxation->clause : requirement->clause);
  if (finding->verdict == KP_VERDICT_UNMET)
    finding->reason = g_strdup (requirement->reason);
  else if (finding->verdict == KP_VERDICT_NEEDS_PAPER)
    finding->reason = g_strdup ("R05");
  finding->sentence = dup_sentence (requirement, relaxation, finding);

  return finding;
}

/**
 * kp_qualify_decide:
 * @scheme: a scheme that kp_scheme_check() accepts
 * @post: the post applied for
 * @facts: what the candidate states
 *
 * Pure and safe from any thread.
 *
 * Returns: (transfer full) (element-type KpFinding): one finding for each requirement, in the notice's order.
 */
GPtrArray *
kp_qualify_decide (const KpScheme         *scheme,
                   const KpSchemePost     *post,
                   const KpCandidateFacts *facts)
{
  g_autoptr (GPtrArray) requirements = kp_qualify_list_requirements (scheme, post);
  GPtrArray            *findings;

  findings = g_ptr_array_new_full (requirements->len, (GDestroyNotify) kp_finding_free);
  for (guint i = 0; i < requirements->len; i++)
    g_ptr_array_add (findings, decide_finding (scheme, g_ptr_array_index (requirements, i), facts));

  return findings;
}

/**
 * kp_qualify_derive_outcome:
 * @findings: (element-type KpFinding): findings of one application
 *
 * Returns: FAIL if one is unmet, else MORE if a paper is needed, else PENDING if a person must judge, else PASS.
 */
KpReviewOutcome
kp_qualify_derive_outcome (const GPtrArray *findings)
{
  KpReviewOutcome outcome = KP_REVIEW_PASS;

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);

      if (finding->verdict == KP_VERDICT_UNMET)
        return KP_REVIEW_FAIL;
      if (finding->verdict == KP_VERDICT_NEEDS_PAPER)
        outcome = KP_REVIEW_MORE;
      else if (finding->verdict == KP_VERDICT_BY_HAND && outcome == KP_REVIEW_PASS)
        outcome = KP_REVIEW_PENDING;
    }

  return outcome;
}
