/* kp-quota.c – the opening ratio: which posts open, with how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Applicants against places × ratio, for each post by itself:
 *
 *   enough                       opens with the plan
 *   too few, kept by approval    keeps the plan
 *   too few, REDUCE              floor (applicants ÷ ratio), not below the minimum; 0 = cancelled
 *   too few, CANCEL              0
 *   too few, KEEP                keeps the plan
 *   too few, INTERVIEW_ONLY      keeps the plan, without a written exam
 *
 * Freed places then move to one post, if the notice says so. When that post can't carry them by the ratio, the notice
 * decides what happens, and where it is silent the committee: the program never guesses. A withdrawal after this
 * decision changes nothing any more. */

#include "kp-quota.h"

#include <string.h>

static const char *const outcome_chinese[] = {
  [KP_QUOTA_OPENS] = "按计划开考",
  [KP_QUOTA_REDUCED] = "核减",
  [KP_QUOTA_CANCELLED] = "取消",
  [KP_QUOTA_KEPT] = "保留",
  [KP_QUOTA_TO_INTERVIEW] = "直接面试",
};

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
 * kp_quota_policy_clear:
 * @policy: a policy; what it owns is freed, the struct isn't
 */
void
kp_quota_policy_clear (KpQuotaPolicy *policy)
{
  g_clear_pointer (&policy->freed_to, g_free);
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
is_enough (const KpQuotaPolicy *policy,
           guint                applicants,
           guint                places)
{
  return (gint64) applicants * policy->ratio.den >= (gint64) places * policy->ratio.num;
}

/* The most places that so many applicants carry. */
static guint
count_carried (const KpQuotaPolicy *policy,
               guint                applicants)
{
  return (guint) ((gint64) applicants * policy->ratio.den / policy->ratio.num);
}

static guint
count_needed (const KpQuotaPolicy *policy,
              guint                places)
{
  gint64 product = (gint64) places * policy->ratio.num;

  return (guint) ((product + policy->ratio.den - 1) / policy->ratio.den);
}

static void
decide_too_few (const KpQuotaPolicy *policy,
                const KpQuotaCase   *post,
                KpQuotaResult       *result)
{
  guint carried;

  switch (policy->action)
    {
    case KP_QUOTA_REDUCE:
      carried = MAX (count_carried (policy, post->applicants), MIN (policy->minimum, post->plan));
      result->new_plan = carried;
      result->outcome = carried > 0 ? KP_QUOTA_REDUCED : KP_QUOTA_CANCELLED;
      if (carried == post->plan)
        result->outcome = KP_QUOTA_KEPT;
      break;
    case KP_QUOTA_CANCEL:
      result->new_plan = 0;
      result->outcome = KP_QUOTA_CANCELLED;
      break;
    case KP_QUOTA_INTERVIEW_ONLY:
      result->outcome = KP_QUOTA_TO_INTERVIEW;
      break;
    case KP_QUOTA_KEEP:
    default:
      result->outcome = KP_QUOTA_KEPT;
      break;
    }
}

static KpQuotaResult *
decide_post (const KpQuotaPolicy *policy,
             const KpQuotaCase   *post)
{
  KpQuotaResult *result = g_new0 (KpQuotaResult, 1);

  result->post = g_strdup (post->post);
  result->plan = post->plan;
  result->applicants = post->applicants;
  result->new_plan = post->plan;
  result->outcome = KP_QUOTA_OPENS;

  if (policy->applies)
    {
      result->needed = count_needed (policy, post->plan);
      if (!is_enough (policy, post->applicants, post->plan))
        {
          if (post->is_exempt)
            result->outcome = KP_QUOTA_KEPT;
          else
            decide_too_few (policy, post, result);
        }
    }
  result->freed = post->plan - result->new_plan;

  return result;
}

static gboolean
gives_places (const KpQuotaPolicy *policy,
              const KpQuotaCase   *post,
              const KpQuotaResult *result)
{
  gboolean is_cancelled = result->outcome == KP_QUOTA_CANCELLED;

  if (g_strcmp0 (post->post, policy->freed_to) == 0)
    return FALSE;

  switch (policy->freed)
    {
    case KP_QUOTA_FREED_CANCELLED_TARGETED:
      return is_cancelled && post->is_targeted;
    case KP_QUOTA_FREED_CANCELLED:
      return is_cancelled;
    case KP_QUOTA_FREED_ALL:
      return TRUE;
    case KP_QUOTA_FREED_NONE:
    default:
      return FALSE;
    }
}

/* The receiving post takes the freed places as far as the policy lets it. */
static void
move_places (const KpQuotaPolicy *policy,
             KpQuotaResult       *receiver,
             guint                freed)
{
  guint carried = count_carried (policy, receiver->applicants);

  if (receiver->outcome != KP_QUOTA_CANCELLED && is_enough (policy, receiver->applicants, receiver->new_plan + freed))
    receiver->moved_in = freed;
  else if (policy->receiver == KP_QUOTA_RECEIVER_KEEPS && receiver->outcome != KP_QUOTA_CANCELLED)
    receiver->moved_in = freed;
  else if (policy->receiver == KP_QUOTA_RECEIVER_TAKES_WHAT_FITS)
    receiver->moved_in = carried > receiver->new_plan ? MIN (freed, carried - receiver->new_plan) : 0;
  else
    receiver->needs_decision = TRUE;

  receiver->new_plan += receiver->moved_in;
}

static void
explain (const KpQuotaPolicy *policy,
         KpQuotaResult       *result,
         guint                freed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "计划%u人，审查合格%u人", result->plan, result->applicants);
  if (!policy->applies)
    g_string_append (text, "，不设开考比例");
  else if (result->outcome == KP_QUOTA_OPENS)
    g_string_append_printf (text, "，达到开考比例%" G_GINT64_FORMAT "∶%" G_GINT64_FORMAT,
                            policy->ratio.num, policy->ratio.den);
  else
    g_string_append_printf (text, "，未达到开考比例%" G_GINT64_FORMAT "∶%" G_GINT64_FORMAT "（须%u人）",
                            policy->ratio.num, policy->ratio.den, result->needed);

  if (result->outcome == KP_QUOTA_REDUCED)
    g_string_append_printf (text, "，核减为%u人", result->plan - result->freed);
  else if (result->outcome == KP_QUOTA_CANCELLED)
    g_string_append_printf (text, "，取消该岗位，报考人员可在%u日内改报其他岗位", policy->repost_days);
  else if (result->outcome == KP_QUOTA_KEPT)
    g_string_append (text, "，保留原计划");
  else if (result->outcome == KP_QUOTA_TO_INTERVIEW)
    g_string_append (text, "，不再笔试，直接面试");

  if (result->moved_in > 0)
    g_string_append_printf (text, "，另调入%u人，共%u人", result->moved_in, result->new_plan);
  if (result->needs_decision)
    g_string_append_printf (text, "，拟调入的%u人达不到开考比例，须由领导小组决定", freed);
  g_string_append (text, "。");

  result->explanation = g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kp_quota_decide:
 * @policy: a policy; its ratio is known and greater than 0 when it applies
 * @cases: (array length=n_cases): each post once, with those who passed the review
 * @n_cases: how many
 *
 * Pure; the order of @cases never changes a number.
 *
 * Returns: (transfer full) (element-type KpQuotaResult): one result for each case, in the same order.
 */
GPtrArray *
kp_quota_decide (const KpQuotaPolicy *policy,
                 const KpQuotaCase   *cases,
                 guint                n_cases)
{
  GPtrArray     *results = g_ptr_array_new_full (n_cases, (GDestroyNotify) kp_quota_result_free);
  KpQuotaResult *receiver = NULL;
  guint          freed = 0;

  for (guint i = 0; i < n_cases; i++)
    {
      KpQuotaResult *result = decide_post (policy, &cases[i]);

      g_ptr_array_add (results, result);
      if (policy->freed_to != NULL && strcmp (cases[i].post, policy->freed_to) == 0)
        receiver = result;
      if (policy->applies && gives_places (policy, &cases[i], result))
        freed += result->freed;
    }

  if (receiver != NULL && freed > 0)
    move_places (policy, receiver, freed);
  for (guint i = 0; i < n_cases; i++)
    explain (policy, g_ptr_array_index (results, i), freed);

  return results;
}
