/* kp-qualify.c – does a candidate fulfil what the post asks: one finding for each requirement.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How one requirement is decided:
 *
 *   the post waives it (same id, no condition)            not applicable
 *   it is asked of others only (`when` unmet)             not applicable
 *   perhaps asked of others only, met anyway              met
 *   perhaps asked of others only, not met or unknown      needs paper (or by hand)
 *   the condition is met                                  met
 *   not met, and the post's own in place of a general one  unmet (relaxations are of the general one)
 *   not met, a relaxation whose group and bound are met   met, the relaxation is named; of several the most
 *                                                         favourable, they never add up
 *   not met, a relaxation might apply (paper missing)     needs paper (or by hand), the relaxation is named
 *   not met                                               unmet
 *   met but for a claim whose proof failed                unmet, the sentence says which
 *   a person decided, the facts don't tell                as the person decided
 *   a person decided otherwise than the facts tell        as the person decided, the sentence says both
 *
 * Only what is looked at at the moment (review, re-check, background) gives a finding.
 * The overall outcome is always derived, never typed (one unmet requirement refuses). */

#include "kp-qualify-private.h"

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
 * kp_review_outcome_parse:
 * @name: (nullable): a stable name
 * @out: (out): the outcome; untouched when there is none
 *
 * Returns: whether there is such an outcome.
 */
gboolean
kp_review_outcome_parse (const char      *name,
                         KpReviewOutcome *out)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (outcome_names); i++)
    if (strcmp (outcome_names[i], name) == 0)
      {
        *out = (KpReviewOutcome) i;
        return TRUE;
      }

  return FALSE;
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
  g_free (finding->proof);
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

/* The next requirement of a post after @position, which starts at 0: the general ones in the notice's order, each
 * replaced by the post's own of the same id, then what the post asks besides. NULL = there is no more. */
static const KpRequirement *
find_next (const KpScheme     *scheme,
           const KpSchemePost *post,
           guint              *position)
{
  while (*position < scheme->requirements->len + post->requirements->len)
    {
      guint                i = (*position)++;
      const KpRequirement *own;

      if (i < scheme->requirements->len)
        {
          const KpRequirement *general = g_ptr_array_index (scheme->requirements, i);

          own = find_requirement (post->requirements, general->id);
          return own != NULL ? own : general;
        }
      own = g_ptr_array_index (post->requirements, i - scheme->requirements->len);
      if (find_requirement (scheme->requirements, own->id) == NULL)
        return own;
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
  GPtrArray           *list = g_ptr_array_new ();
  const KpRequirement *requirement;
  guint                position = 0;

  while ((requirement = find_next (scheme, post, &position)) != NULL)
    g_ptr_array_add (list, (gpointer) requirement);

  return list;
}

/**
 * kp_qualify_is_relaxable:
 * @scheme: a scheme
 * @requirement: one of its requirements, general or a post's own
 *
 * A relaxation is of the general condition. A post that asks something else in its place (本岗位30周岁以下) means what it
 * says, unless it says that the relaxations count there, too.
 *
 * Returns: whether the relaxations of this id count for @requirement
 */
gboolean
kp_qualify_is_relaxable (const KpScheme      *scheme,
                         const KpRequirement *requirement)
{
  const KpRequirement *general = find_requirement (scheme->requirements, requirement->id);

  return general == NULL || general == requirement || requirement->is_relaxed;
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

static KpVerdict
find_worse (KpVerdict a,
            KpVerdict b)
{
  return a == KP_VERDICT_NEEDS_PAPER || b == KP_VERDICT_NEEDS_PAPER ? KP_VERDICT_NEEDS_PAPER : KP_VERDICT_BY_HAND;
}

/* The condition with its relaxations, asked of somebody whom it is for. */
static KpVerdict
decide_relaxed (const KpScheme         *scheme,
                const KpRequirement    *requirement,
                const KpCandidateFacts *facts,
                const KpRelaxation    **relaxation)
{
  KpVerdict           verdict = kp_condition_decide (requirement->condition, facts);
  KpVerdict           relaxed = KP_VERDICT_UNMET;
  const KpRelaxation *found = NULL;

  if (verdict != KP_VERDICT_MET && kp_qualify_is_relaxable (scheme, requirement))
    found = find_relaxation (scheme, requirement, facts, &relaxed);
  /* A missing value of the requirement itself stays the thing to ask for. */
  if (found == NULL || (relaxed != KP_VERDICT_MET && verdict != KP_VERDICT_UNMET))
    return verdict;

  *relaxation = found;
  return relaxed;
}

static KpVerdict
decide_computed (const KpScheme         *scheme,
                 const KpRequirement    *requirement,
                 const KpCandidateFacts *facts,
                 const KpRelaxation    **relaxation)
{
  KpVerdict when = KP_VERDICT_MET;
  KpVerdict verdict;

  if (requirement->condition == NULL)
    return KP_VERDICT_NOT_APPLICABLE;
  if (requirement->when != NULL)
    when = kp_condition_decide (requirement->when, facts);
  if (when == KP_VERDICT_UNMET)
    return KP_VERDICT_NOT_APPLICABLE;

  verdict = decide_relaxed (scheme, requirement, facts, relaxation);
  if (when == KP_VERDICT_MET || verdict == KP_VERDICT_MET)
    return verdict;

  return find_worse (when, verdict);
}

static const KpJudged *
find_judged (const KpJudged *judged,
             guint           n_judged,
             const char     *id)
{
  for (guint i = 0; i < n_judged; i++)
    if (g_strcmp0 (judged[i].requirement, id) == 0
        && (judged[i].verdict == KP_VERDICT_MET || judged[i].verdict == KP_VERDICT_UNMET
            || judged[i].verdict == KP_VERDICT_NEEDS_PAPER))
      return &judged[i];

  return NULL;
}

/* Of the condition, of who is asked, or of a relaxation: it is refused for no other reason than that a proof failed. */
static const KpLostFact *
find_lost (const KpScheme         *scheme,
           const KpRequirement    *requirement,
           const KpCandidateFacts *facts)
{
  const KpRelaxation *relaxation = NULL;
  const KpLostFact   *lost;
  KpCandidateFacts    stated = *facts;

  stated.lost = NULL;
  stated.n_lost = 0;
  if (facts->n_lost == 0 || decide_computed (scheme, requirement, &stated, &relaxation) == KP_VERDICT_UNMET)
    return NULL;
  lost = kp_condition_find_lost (requirement->condition, facts);
  if (lost == NULL && requirement->when != NULL)
    lost = kp_condition_find_lost (requirement->when, facts);
  if (lost == NULL && relaxation != NULL)
    lost = kp_condition_find_lost (relaxation->group, facts);
  if (lost == NULL && relaxation != NULL)
    lost = kp_condition_find_lost (relaxation->bound, facts);

  return lost;
}

/* Allocates next to nothing: this runs for every application of a county. */
static KpQualifyDecision
decide (const KpScheme         *scheme,
        const KpRequirement    *requirement,
        const KpCandidateFacts *facts,
        const KpJudged         *judged,
        guint                   n_judged)
{
  KpQualifyDecision decision = { 0 };

  decision.computed = decide_computed (scheme, requirement, facts, &decision.relaxation);
  decision.verdict = decision.computed;
  if (decision.computed != KP_VERDICT_NOT_APPLICABLE)
    decision.judged = find_judged (judged, n_judged, requirement->id);
  if (decision.judged != NULL)
    decision.verdict = decision.judged->verdict;
  if (decision.computed == KP_VERDICT_UNMET)
    decision.lost = find_lost (scheme, requirement, facts);

  return decision;
}

/**
 * kp_qualify_decide_at:
 * @scheme: a scheme that kp_scheme_check() accepts
 * @post: the post applied for
 * @facts: what the candidate states, laid out by kp_scheme_adapt_facts()
 * @moment: review, re-check or background
 * @judged: (nullable) (array length=n_judged): what persons decided of single requirements
 * @n_judged: how many
 *
 * Pure and safe from any thread.
 *
 * Returns: (transfer full) (element-type KpFinding): one finding for each requirement that is looked at at @moment, in
 *   the notice's order.
 */
GPtrArray *
kp_qualify_decide_at (const KpScheme         *scheme,
                      const KpSchemePost     *post,
                      const KpCandidateFacts *facts,
                      KpCheck                 moment,
                      const KpJudged         *judged,
                      guint                   n_judged)
{
  GPtrArray           *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_finding_free);
  const KpRequirement *requirement;
  guint                position = 0;

  while ((requirement = find_next (scheme, post, &position)) != NULL)
    {
      KpQualifyDecision decision;

      if ((requirement->checked & moment) == 0)
        continue;
      decision = decide (scheme, requirement, facts, judged, n_judged);
      g_ptr_array_add (findings, kp_finding_new (requirement, &decision, facts));
    }

  return findings;
}

/**
 * kp_qualify_decide:
 * @scheme: a scheme that kp_scheme_check() accepts
 * @post: the post applied for
 * @facts: what the candidate states, laid out by kp_scheme_adapt_facts()
 *
 * Pure and safe from any thread.
 *
 * Returns: (transfer full) (element-type KpFinding): what the facts alone give at the review, see kp_qualify_decide_at().
 */
GPtrArray *
kp_qualify_decide (const KpScheme         *scheme,
                   const KpSchemePost     *post,
                   const KpCandidateFacts *facts)
{
  return kp_qualify_decide_at (scheme, post, facts, KP_CHECK_REVIEW, NULL, 0);
}

/* FAIL before MORE before PENDING before PASS. */
static KpReviewOutcome
add_verdict (KpReviewOutcome outcome,
             KpVerdict       verdict)
{
  if (outcome == KP_REVIEW_FAIL || verdict == KP_VERDICT_UNMET)
    return KP_REVIEW_FAIL;
  if (outcome == KP_REVIEW_MORE || verdict == KP_VERDICT_NEEDS_PAPER)
    return KP_REVIEW_MORE;

  return verdict == KP_VERDICT_BY_HAND ? KP_REVIEW_PENDING : outcome;
}

/**
 * kp_qualify_decide_outcome:
 * @scheme: a scheme that kp_scheme_check() accepts
 * @post: the post applied for
 * @facts: what the candidate states, laid out by kp_scheme_adapt_facts()
 * @moment: review, re-check or background
 * @judged: (nullable) (array length=n_judged): what persons decided of single requirements
 * @n_judged: how many
 *
 * The same as kp_qualify_derive_outcome() of kp_qualify_decide_at(), without a sentence and without allocating.
 *
 * Returns: the outcome.
 */
KpReviewOutcome
kp_qualify_decide_outcome (const KpScheme         *scheme,
                           const KpSchemePost     *post,
                           const KpCandidateFacts *facts,
                           KpCheck                 moment,
                           const KpJudged         *judged,
                           guint                   n_judged)
{
  KpReviewOutcome      outcome = KP_REVIEW_PASS;
  const KpRequirement *requirement;
  guint                position = 0;

  while (outcome != KP_REVIEW_FAIL && (requirement = find_next (scheme, post, &position)) != NULL)
    if ((requirement->checked & moment) != 0)
      outcome = add_verdict (outcome, decide (scheme, requirement, facts, judged, n_judged).verdict);

  return outcome;
}

/* Whether the answer may be another one for another post. */
static gboolean
asks_post (const KpCondition *condition)
{
  if (condition == NULL)
    return FALSE;
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    if (asks_post (g_ptr_array_index (condition->parts, i)))
      return TRUE;

  return condition->kind == KP_CONDITION_POST_IN || condition->kind == KP_CONDITION_POST_STREET_IN
         || condition->kind == KP_CONDITION_SAME_AS_POST;
}

static gboolean
depends_on_post (const KpScheme      *scheme,
                 const KpRequirement *requirement)
{
  for (guint i = 0; i < scheme->relaxations->len; i++)
    {
      const KpRelaxation *relaxation = g_ptr_array_index (scheme->relaxations, i);

      if (g_strcmp0 (relaxation->relaxes, requirement->id) == 0
          && (asks_post (relaxation->group) || asks_post (relaxation->bound)))
        return TRUE;
    }

  return asks_post (requirement->when) || asks_post (requirement->condition);
}

static gboolean
is_general (const KpScheme      *scheme,
            const KpSchemePost  *post,
            const KpRequirement *requirement)
{
  return find_requirement (scheme->requirements, requirement->id) == requirement
         && find_requirement (post->requirements, requirement->id) == NULL;
}

/**
 * kp_qualify_decide_move:
 * @scheme: a scheme that kp_scheme_check() accepts
 * @from: the post whose review the candidate has passed
 * @to: another one
 * @facts: what the candidate states, laid out by kp_scheme_adapt_facts() for @to
 * @judged: (nullable) (array length=n_judged): what persons decided of single requirements
 * @n_judged: how many
 *
 * What both posts ask alike was settled when the candidate passed. What @to asks besides must be met now; only what is
 * looked at later may still be open.
 *
 * Returns: whether the candidate may fill a place of @to.
 */
gboolean
kp_qualify_decide_move (const KpScheme         *scheme,
                        const KpSchemePost     *from,
                        const KpSchemePost     *to,
                        const KpCandidateFacts *facts,
                        const KpJudged         *judged,
                        guint                   n_judged)
{
  const KpRequirement *requirement;
  guint                position = 0;

  while ((requirement = find_next (scheme, to, &position)) != NULL)
    {
      KpVerdict verdict;

      if (is_general (scheme, from, requirement) && !depends_on_post (scheme, requirement))
        continue;
      verdict = decide (scheme, requirement, facts, judged, n_judged).verdict;
      if (verdict == KP_VERDICT_UNMET
          || ((requirement->checked & KP_CHECK_REVIEW) != 0 && verdict != KP_VERDICT_MET
              && verdict != KP_VERDICT_NOT_APPLICABLE))
        return FALSE;
    }

  return TRUE;
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
    outcome = add_verdict (outcome, ((const KpFinding *) g_ptr_array_index (findings, i))->verdict);

  return outcome;
}
