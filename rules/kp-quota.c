/* kp-quota.c – the opening ratio: which posts open, with how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Applicants against places × ratio, for each post by itself, or for all posts of a street or of the campaign together:
 *
 *   enough                       opens with the plan
 *   too few, kept by approval    keeps the plan
 *   too few, REDUCE              applicants ÷ ratio, rounded as the scheme says, not below the minimum; 0 = cancelled.
 *                                A pool of several posts: where one way leads there, that; else the committee decides
 *   too few, CANCEL              0
 *   too few, KEEP                keeps the plan
 *   too few, INTERVIEW_ONLY      keeps the plan, without a written exam
 *   too few, DECIDE              the plan stands until the committee has decided
 *   decided                      what the committee decided, whatever the ratio says
 *
 * Several thresholds are asked from the lowest up, each of the plan as announced: below 2:1 the plan is reduced, and what
 * is left of it is below 5:1 too and goes on without a written exam. What ends a post or leaves it to the committee is
 * the last word.
 *
 * Freed places then move as the scheme says (kp-quota-move.c). There are never more places than planned. A withdrawal
 * after this decision changes nothing any more. */

#include "kp-quota-private.h"

static const char *const outcome_names[KP_QUOTA_N_OUTCOMES] = {
  [KP_QUOTA_OPENS] = "opens",   [KP_QUOTA_REDUCED] = "reduced",
  [KP_QUOTA_CANCELLED] = "cancelled", [KP_QUOTA_KEPT] = "kept",
  [KP_QUOTA_TO_INTERVIEW] = "interview_only", [KP_QUOTA_UNDECIDED] = "decide",
};

static const char *const outcome_chinese[KP_QUOTA_N_OUTCOMES] = {
  [KP_QUOTA_OPENS] = "按计划开考", [KP_QUOTA_REDUCED] = "核减",
  [KP_QUOTA_CANCELLED] = "取消", [KP_QUOTA_KEPT] = "保留",
  [KP_QUOTA_TO_INTERVIEW] = "直接面试", [KP_QUOTA_UNDECIDED] = "待决定",
};

/**
 * kp_quota_outcome_get_name:
 * @outcome: an outcome
 *
 * Returns: the stable name in files.
 */
const char *
kp_quota_outcome_get_name (KpQuotaOutcome outcome)
{
  return outcome_names[outcome];
}

/**
 * kp_quota_outcome_get_chinese:
 * @outcome: an outcome
 *
 * Returns: the word in the list of reduced and cancelled posts.
 */
const char *
kp_quota_outcome_get_chinese (KpQuotaOutcome outcome)
{
  return outcome_chinese[outcome];
}

/**
 * kp_quota_counts_get_chinese:
 * @counts: who is an applicant
 *
 * Returns: what stands before 人数 in a notice.
 */
const char *
kp_quota_counts_get_chinese (KpQuotaCounts counts)
{
  static const char *const words[KP_QUOTA_N_COUNTS] = { "报名", "审查合格", "缴费确认", "实际参加笔试", "实际参加面试" };

  return words[counts];
}

/**
 * kp_quota_policy_init:
 * @policy: (out caller-allocates): filled with the usual rule: none; where it applies, those who passed the review are
 * counted, a reduced plan is truncated and freed places stay free
 */
void
kp_quota_policy_init (KpQuotaPolicy *policy)
{
  *policy = (KpQuotaPolicy) {
    .counts = KP_QUOTA_COUNTS_PASSED,
    .ratio = KP_FRACTION_UNKNOWN,
    .rounding = KP_ROUNDING_TRUNCATE,
    .freed_to = g_ptr_array_new_with_free_func (g_free),
  };
}

/**
 * kp_quota_policy_clear:
 * @policy: a policy; what it owns is freed, the struct isn't
 */
void
kp_quota_policy_clear (KpQuotaPolicy *policy)
{
  g_clear_pointer (&policy->interview_only_total, g_free);
  g_clear_pointer (&policy->freed_to, g_ptr_array_unref);
}

/**
 * kp_quota_result_free:
 * @result: (nullable) (transfer full): a result
 */
void
kp_quota_result_free (KpQuotaResult *result)
{
  if (result == NULL)
    return;

  g_free (result->post);
  g_free (result->explanation);
  g_free (result);
}

static gboolean
stands_alone (const KpQuotaCase *post)
{
  return post->has_action || kp_fraction_is_known (post->ratio);
}

/**
 * kp_quota_run_list_tiers:
 * @run: a run
 * @index: a post
 * @n_tiers: (out): how many, at least one
 *
 * Returns: (transfer none) (array length=n_tiers): the thresholds of the post, the lowest first.
 */
const KpQuotaTier *
kp_quota_run_list_tiers (const KpQuotaRun *run,
                         guint             index,
                         guint            *n_tiers)
{
  const KpQuotaStep *step = &run->steps[index];
  gboolean           is_alone = stands_alone (step->post);

  *n_tiers = is_alone ? 1 : run->n_tiers;

  return is_alone ? &step->own : run->tiers;
}

/**
 * kp_quota_run_get_ratio:
 * @run: a run
 * @index: a post
 *
 * Returns: applicants for each place below which the post loses places, and which it must meet to take some: that of
 *   the threshold that reduces, else the lowest.
 */
KpFraction
kp_quota_run_get_ratio (const KpQuotaRun *run,
                        guint             index)
{
  guint              n_tiers = 0;
  const KpQuotaTier *tiers = kp_quota_run_list_tiers (run, index, &n_tiers);

  for (guint i = 0; i < n_tiers; i++)
    if (tiers[i].action == KP_QUOTA_REDUCE)
      return tiers[i].ratio;

  return tiers[0].ratio;
}

/**
 * kp_quota_run_count_needed:
 * @run: a run
 * @index: a post
 * @ratio: applicants for each place
 *
 * Returns: applicants that the plan, of the pool where posts are pooled, asks for by @ratio.
 */
guint
kp_quota_run_count_needed (const KpQuotaRun *run,
                           guint             index,
                           KpFraction        ratio)
{
  const KpQuotaStep *pool = &run->steps[run->steps[index].leader];
  guint              needed = 0;

  kp_fraction_round_to_count (kp_fraction_multiply (kp_fraction_new (pool->plan, 1), ratio), KP_ROUNDING_UP, &needed);

  return needed;
}

/**
 * kp_quota_run_ask:
 * @run: a run
 * @index: the post that the committee is asked about
 * @question: why
 * @waiting: freed places that wait for the answer
 */
void
kp_quota_run_ask (KpQuotaRun     *run,
                  guint           index,
                  KpQuotaQuestion question,
                  guint           waiting)
{
  run->steps[index].question = question;
  run->steps[index].result->needs_decision = TRUE;
  run->steps[index].result->waiting += waiting;
}

/* Whether the ratio is asked of several posts together. */
static gboolean
is_pooled (const KpQuotaPolicy *policy,
           const KpQuotaCase   *post)
{
  if (post->is_exempt || stands_alone (post))
    return FALSE;

  return policy->per == KP_QUOTA_PER_CAMPAIGN || (policy->per == KP_QUOTA_PER_STREET && post->street != NULL);
}

static guint
find_leader (const KpQuotaRun *run,
             guint             index)
{
  const KpQuotaCase *post = run->steps[index].post;

  for (guint i = 0; is_pooled (run->policy, post) && i < index; i++)
    if (is_pooled (run->policy, run->steps[i].post)
        && (run->policy->per == KP_QUOTA_PER_CAMPAIGN || g_strcmp0 (run->steps[i].post->street, post->street) == 0))
      return i;

  return index;
}

static void
add_post (KpQuotaRun        *run,
          guint              index,
          const KpQuotaCase *post)
{
  KpQuotaStep   *step = &run->steps[index];
  KpQuotaResult *result = g_new0 (KpQuotaResult, 1);
  KpQuotaStep   *leader;

  result->post = g_strdup (post->post);
  result->plan = post->plan;
  result->applicants = post->applicants;
  result->new_plan = post->plan;
  result->outcome = KP_QUOTA_OPENS;
  step->post = post;
  step->result = result;
  step->own.ratio = kp_fraction_is_known (post->ratio) ? post->ratio : run->policy->ratio;
  step->own.action = post->has_action ? post->action : run->policy->action;
  step->leader = find_leader (run, index);
  leader = &run->steps[step->leader];
  leader->n_pooled++;
  leader->plan += post->plan;
  leader->applicants += post->applicants;
}

static void
set_plan (KpQuotaStep *step,
          guint        places)
{
  step->result->new_plan = places;
  if (places == 0)
    step->result->outcome = KP_QUOTA_CANCELLED;
  else if (places < step->post->plan)
    step->result->outcome = KP_QUOTA_REDUCED;
  else
    step->result->outcome = KP_QUOTA_KEPT;
}

/* 核减: one number for the pool. Where several posts could lose places in more than one way, the committee says which. */
static void
reduce_pool (KpQuotaRun *run,
             guint       leader,
             KpFraction  ratio)
{
  KpQuotaStep *pool = &run->steps[leader];
  KpFraction   carried = kp_fraction_divide (kp_fraction_new (pool->applicants, 1), ratio);
  guint        target = 0;
  guint        decided = 0;
  guint        plan = 0;
  guint        n_open = 0;

  kp_fraction_round_to_count (carried, run->policy->rounding, &target);
  target = MAX (target, run->policy->minimum);
  pool->target = MIN (target, pool->plan);

  for (guint i = leader; i < run->n_steps; i++)
    {
      const KpQuotaCase *post = run->steps[i].post;

      if (run->steps[i].leader != leader)
        continue;
      if (post->has_decision)
        decided += post->decided_places;
      else
        {
          plan += post->plan;
          n_open++;
        }
    }
  target = pool->target > decided ? pool->target - decided : 0;
  for (guint i = leader; i < run->n_steps; i++)
    {
      KpQuotaStep *step = &run->steps[i];

      if (step->leader != leader || step->post->has_decision)
        continue;
      if (target == 0 || target >= plan)
        set_plan (step, target == 0 ? 0 : step->post->plan);
      else if (n_open == 1)
        set_plan (step, target);
      else
        {
          step->result->outcome = KP_QUOTA_UNDECIDED;
          kp_quota_run_ask (run, i, KP_QUOTA_ASKS_SPREAD, 0);
        }
    }
}

static void
decide_too_few (KpQuotaRun        *run,
                guint              index,
                const KpQuotaTier *tier)
{
  KpQuotaStep *step = &run->steps[index];

  switch (step->post->is_exempt ? KP_QUOTA_KEEP : tier->action)
    {
    case KP_QUOTA_REDUCE:
      if (step->leader == index)
        reduce_pool (run, index, tier->ratio);
      break;
    case KP_QUOTA_CANCEL:
      set_plan (step, 0);
      break;
    case KP_QUOTA_INTERVIEW_ONLY:
      step->result->outcome = KP_QUOTA_TO_INTERVIEW;
      break;
    case KP_QUOTA_DECIDE:
      step->result->outcome = KP_QUOTA_UNDECIDED;
      if (!step->post->has_decision)
        kp_quota_run_ask (run, index, KP_QUOTA_ASKS_ACTION, 0);
      break;
    case KP_QUOTA_KEEP:
    default:
      if (step->result->outcome == KP_QUOTA_OPENS)
        step->result->outcome = KP_QUOTA_KEPT;
      break;
    }
}

/* Whether a threshold above has nothing more to say. */
static gboolean
is_final (const KpQuotaStep *step)
{
  return step->result->outcome == KP_QUOTA_CANCELLED || step->result->outcome == KP_QUOTA_UNDECIDED;
}

/* Asks every threshold, from the lowest up. FALSE = all are met. */
static gboolean
ask_tiers (KpQuotaRun *run,
           guint       index)
{
  KpQuotaStep       *step = &run->steps[index];
  guint              applicants = run->steps[step->leader].applicants;
  guint              n_tiers = 0;
  const KpQuotaTier *tiers = kp_quota_run_list_tiers (run, index, &n_tiers);

  step->result->needed = kp_quota_run_count_needed (run, index, tiers[n_tiers - 1].ratio);
  for (guint i = 0; i < n_tiers && !is_final (step); i++)
    if (applicants < kp_quota_run_count_needed (run, index, tiers[i].ratio))
      decide_too_few (run, index, &tiers[i]);

  return applicants < step->result->needed;
}

/* What the committee says stands; a post that goes on without written exam still does. */
static void
decide_as_decided (KpQuotaStep *step,
                   gboolean     has_few)
{
  gboolean is_to_interview = step->result->outcome == KP_QUOTA_TO_INTERVIEW;

  set_plan (step, step->post->decided_places);
  if (step->result->outcome == KP_QUOTA_CANCELLED)
    return;
  if (is_to_interview)
    step->result->outcome = KP_QUOTA_TO_INTERVIEW;
  else if (!has_few && step->result->outcome == KP_QUOTA_KEPT)
    step->result->outcome = KP_QUOTA_OPENS;
}

static void
open_post (KpQuotaRun *run,
           guint       index)
{
  KpQuotaStep *step = &run->steps[index];
  gboolean     has_few = FALSE;

  if (run->policy->applies)
    has_few = ask_tiers (run, index);
  if (step->post->has_decision)
    decide_as_decided (step, has_few);
}

/* The committee may move places, not make them: where it gave out more than there are, it is asked again. */
static void
hold_decisions (KpQuotaRun *run)
{
  guint plan = 0;
  guint places = 0;

  for (guint i = 0; i < run->n_steps; i++)
    {
      plan += run->steps[i].post->plan;
      places += run->steps[i].result->new_plan;
    }
  for (guint i = 0; i < run->n_steps; i++)
    {
      KpQuotaStep *step = &run->steps[i];
      guint        own = step->post->plan;

      if (places > plan && step->result->new_plan > own)
        {
          kp_quota_run_ask (run, i, KP_QUOTA_ASKS_TOO_MANY, 0);
          step->result->new_plan = own;
        }
      step->result->freed = own > step->result->new_plan ? own - step->result->new_plan : 0;
      step->result->moved_in = step->result->new_plan > own ? step->result->new_plan - own : 0;
    }
}

/* The policy's ratio and its further thresholds, the lowest first. */
static void
sort_tiers (KpQuotaRun *run)
{
  const KpQuotaPolicy *policy = run->policy;

  run->tiers[0] = (KpQuotaTier) { policy->ratio, policy->action };
  run->n_tiers = 1;
  for (guint i = 0; i < MIN (policy->n_tiers, KP_QUOTA_MAX_TIERS); i++)
    {
      guint at = run->n_tiers++;

      for (; at > 0 && kp_fraction_compare (run->tiers[at - 1].ratio, policy->tiers[i].ratio) > 0; at--)
        run->tiers[at] = run->tiers[at - 1];
      run->tiers[at] = policy->tiers[i];
    }
}

/**
 * kp_quota_decide:
 * @policy: a policy; its ratio and those of its tiers are known and greater than 0 when it applies
 * @cases: (array length=n_cases): each post once, with those who are counted
 * @n_cases: how many
 *
 * Pure; the order of @cases never changes a number, and there are never more places than planned. Posts that the
 * committee has decided about take what it decided and are asked nothing.
 *
 * Returns: (transfer full) (element-type KpQuotaResult): one result for each case, in the same order.
 */
GPtrArray *
kp_quota_decide (const KpQuotaPolicy *policy,
                 const KpQuotaCase   *cases,
                 guint                n_cases)
{
  GPtrArray              *results = g_ptr_array_new_full (n_cases, (GDestroyNotify) kp_quota_result_free);
  g_autofree KpQuotaStep *steps = g_new0 (KpQuotaStep, n_cases + 1);
  KpQuotaRun              run = { .policy = policy, .steps = steps, .n_steps = n_cases };

  if (policy->applies)
    sort_tiers (&run);
  for (guint i = 0; i < n_cases; i++)
    {
      add_post (&run, i, &cases[i]);
      g_ptr_array_add (results, steps[i].result);
    }
  for (guint i = 0; i < n_cases; i++)
    open_post (&run, i);
  hold_decisions (&run);
  if (policy->applies)
    kp_quota_run_move (&run);
  kp_quota_run_explain (&run);

  return results;
}
