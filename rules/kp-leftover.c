/* kp-leftover.c – places that stay empty after the opening 空缺名额: which posts get them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A post whose people don't fill its places gives the rest to the posts that the notice names:
 *
 *   FIRST         all to the first of the list
 *   IN_TURN       one to each of the list, and again from its start
 *   SAME_STREET   all to the first of the list in the same street; without one they stay
 *
 * A post with empty places of its own has no use for more and takes none. No place is made or lost. */

#include "kp-leftover.h"

typedef struct
{
  const KpLeftoverPolicy *policy;
  const KpLeftoverCase   *cases;
  guint                   n_cases;
  GPtrArray              *results;
} Moving;

/**
 * kp_leftover_policy_init:
 * @policy: (out caller-allocates): filled with the usual rule: empty places stay empty
 */
void
kp_leftover_policy_init (KpLeftoverPolicy *policy)
{
  *policy = (KpLeftoverPolicy) {
    .to = g_ptr_array_new_with_free_func (g_free),
  };
}

/**
 * kp_leftover_policy_clear:
 * @policy: a policy; what it owns is freed, the struct isn't
 */
void
kp_leftover_policy_clear (KpLeftoverPolicy *policy)
{
  g_clear_pointer (&policy->to, g_ptr_array_unref);
}

/**
 * kp_leftover_result_free:
 * @result: (nullable) (transfer full): a result
 */
void
kp_leftover_result_free (KpLeftoverResult *result)
{
  if (result == NULL)
    return;

  g_free (result->post);
  g_free (result->explanation);
  g_free (result);
}

static guint
count_empty (const KpLeftoverCase *post)
{
  return post->places > post->n_filled ? post->places - post->n_filled : 0;
}

/* The next post of the list that can use more places, from @start; -1 = none. */
static gint
find_taker (const Moving *moving,
            guint         start,
            const char   *street,
            guint        *position)
{
  const GPtrArray *list = moving->policy->to;

  for (guint n = 0; n < list->len; n++)
    {
      const char *code = g_ptr_array_index (list, (start + n) % list->len);

      for (guint i = 0; i < moving->n_cases; i++)
        if (g_strcmp0 (moving->cases[i].post, code) == 0 && moving->cases[i].places > 0 && count_empty (&moving->cases[i]) == 0
            && (street == NULL || g_strcmp0 (moving->cases[i].street, street) == 0))
          {
            *position = (start + n) % list->len;
            return (gint) i;
          }
    }

  return -1;
}

/* Every place finds the next post by itself; @turn is where the list is looked at first. */
static void
move_places (Moving *moving,
             guint   giver,
             guint  *turn)
{
  const KpLeftoverCase *post = &moving->cases[giver];
  KpLeftoverResult     *from = g_ptr_array_index (moving->results, giver);
  gboolean              is_in_turn = moving->policy->how == KP_MOVE_IN_TURN;
  gboolean              is_by_street = moving->policy->how == KP_MOVE_SAME_STREET;

  if (is_by_street && post->street == NULL)
    return;
  for (guint n = count_empty (post); n > 0; n--)
    {
      guint             position = 0;
      gint              taker = find_taker (moving, is_in_turn ? *turn : 0, is_by_street ? post->street : NULL, &position);
      KpLeftoverResult *to;

      if (taker < 0)
        return;
      to = g_ptr_array_index (moving->results, (guint) taker);
      from->given++;
      to->received++;
      *turn = position + 1;
    }
}

static void
explain (const KpLeftoverPolicy *policy,
         const KpLeftoverCase   *post,
         KpLeftoverResult       *result)
{
  const char *moment = policy->at == KP_LEFTOVER_AT_INTERVIEW ? "面试后" : "确定面试人选时";

  result->new_places = result->places + result->received - result->given;
  if (result->given > 0)
    result->explanation = g_strdup_printf ("%s计划%u人，实际%u人，空缺%u人调剂到其他岗位，招聘%u人。", moment, post->places,
                                           post->n_filled, result->given, result->new_places);
  else if (result->received > 0)
    result->explanation = g_strdup_printf ("%s计划%u人，调入其他岗位空缺的%u人，招聘%u人。", moment, post->places,
                                           result->received, result->new_places);
  else
    result->explanation = g_strdup ("");
}

/**
 * kp_leftover_decide:
 * @policy: a policy
 * @cases: (array length=n_cases): each post once, as it stands at the moment that the policy names
 * @n_cases: how many
 *
 * Pure; the order of @cases changes nothing, and the places of all posts together stay the same. Under NEVER nothing moves.
 *
 * Returns: (transfer full) (element-type KpLeftoverResult): one result for each case, in the same order.
 */
GPtrArray *
kp_leftover_decide (const KpLeftoverPolicy *policy,
                    const KpLeftoverCase   *cases,
                    guint                   n_cases)
{
  Moving moving = { .policy = policy, .cases = cases, .n_cases = n_cases };
  guint  turn = 0;

  moving.results = g_ptr_array_new_full (n_cases, (GDestroyNotify) kp_leftover_result_free);
  for (guint i = 0; i < n_cases; i++)
    {
      KpLeftoverResult *result = g_new0 (KpLeftoverResult, 1);

      result->post = g_strdup (cases[i].post);
      result->places = cases[i].places;
      g_ptr_array_add (moving.results, result);
    }
  for (guint i = 0; policy->at != KP_LEFTOVER_NEVER && i < n_cases; i++)
    if (policy->from == KP_LEFTOVER_FROM_ALL || cases[i].is_targeted)
      move_places (&moving, i, &turn);
  for (guint i = 0; i < n_cases; i++)
    explain (policy, &cases[i], g_ptr_array_index (moving.results, i));

  return moving.results;
}
