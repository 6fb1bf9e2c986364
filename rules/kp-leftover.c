/* kp-leftover.c – places that stay empty after the opening 空缺名额: which posts get them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A post whose people don't fill its places gives the rest to the posts that the notice names:
 *
 *   FIRST         all to the first of the list
 *   IN_TURN       one to each of the list, and again from its start
 *   SAME_STREET   all to the first of the list in the same street; without one they stay
 *   DECIDED       as the committee decides for each post that has some: where each goes, or that they stay
 *
 * A decision stands as long as it can be carried out: it gives away no more than is empty, and to posts of the list that can
 * take. When marks are corrected so that it can't, the committee is asked once more. Until it has answered for every post,
 * nothing of that post moves, and who could take waits.
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

static gboolean
can_take (const KpLeftoverCase *post)
{
  return post->places > 0 && count_empty (post) == 0;
}

static gint
find_case (const Moving *moving,
           const char   *code)
{
  for (guint i = 0; i < moving->n_cases; i++)
    if (g_strcmp0 (moving->cases[i].post, code) == 0)
      return (gint) i;

  return -1;
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
      gint taker = find_case (moving, g_ptr_array_index (list, (start + n) % list->len));

      if (taker >= 0 && can_take (&moving->cases[taker])
          && (street == NULL || g_strcmp0 (moving->cases[taker].street, street) == 0))
        {
          *position = (start + n) % list->len;
          return taker;
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

static gboolean
is_listed (const KpLeftoverPolicy *policy,
           const char             *code)
{
  for (guint i = 0; i < policy->to->len; i++)
    if (g_strcmp0 (g_ptr_array_index (policy->to, i), code) == 0)
      return TRUE;

  return FALSE;
}

/* Whether what was decided can still be carried out. */
static gboolean
fits (const Moving             *moving,
      const KpLeftoverCase     *post,
      const KpLeftoverDecision *decision)
{
  guint left = count_empty (post);

  for (guint i = 0; i < decision->n_gifts; i++)
    {
      const KpLeftoverGift *gift = &decision->gifts[i];
      gint                  taker = find_case (moving, gift->to);

      if (taker < 0 || !is_listed (moving->policy, gift->to) || !can_take (&moving->cases[taker]) || gift->places > left)
        return FALSE;
      left -= gift->places;
    }

  return TRUE;
}

static void
carry_out (Moving *moving,
           guint   giver)
{
  const KpLeftoverCase     *post = &moving->cases[giver];
  const KpLeftoverDecision *decision = post->decision;
  KpLeftoverResult         *from = g_ptr_array_index (moving->results, giver);
  guint                     position = 0;

  if (count_empty (post) == 0 || find_taker (moving, 0, NULL, &position) < 0)
    return;
  from->needs_decision = decision == NULL || !fits (moving, post, decision);
  for (guint i = 0; !from->needs_decision && i < decision->n_gifts; i++)
    {
      KpLeftoverResult *to = g_ptr_array_index (moving->results, (guint) find_case (moving, decision->gifts[i].to));

      from->given += decision->gifts[i].places;
      to->received += decision->gifts[i].places;
    }
}

/* Who gives by a decision that isn't there yet, and who could take. */
static void
keep_waiting (Moving *moving)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < moving->n_cases; i++)
    is_open |= ((const KpLeftoverResult *) g_ptr_array_index (moving->results, i))->needs_decision;
  for (guint i = 0; is_open && i < moving->n_cases; i++)
    {
      KpLeftoverResult *result = g_ptr_array_index (moving->results, i);

      result->is_waiting = result->needs_decision
                           || (can_take (&moving->cases[i]) && is_listed (moving->policy, moving->cases[i].post));
    }
}

static void
explain (const KpLeftoverPolicy *policy,
         const KpLeftoverCase   *post,
         KpLeftoverResult       *result)
{
  const char *moment = policy->at == KP_LEFTOVER_AT_INTERVIEW ? "面试后" : "确定面试人选时";
  const char *by = policy->how == KP_MOVE_DECIDED ? "经招聘工作领导小组研究决定，" : "";

  result->new_places = result->places + result->received - result->given;
  if (result->given > 0)
    result->explanation = g_strdup_printf ("%s计划%u人，实际%u人，%s空缺%u人调剂到其他岗位，招聘%u人。", moment, post->places,
                                           post->n_filled, by, result->given, result->new_places);
  else if (result->received > 0)
    result->explanation = g_strdup_printf ("%s计划%u人，%s调入其他岗位空缺的%u人，招聘%u人。", moment, post->places, by,
                                           result->received, result->new_places);
  else if (result->needs_decision)
    result->explanation = g_strdup_printf ("%s计划%u人，实际%u人，空缺的%u人待招聘工作领导小组研究决定。", moment, post->places,
                                           post->n_filled, count_empty (post));
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
    if (policy->from == KP_LEFTOVER_FROM_TARGETED && !cases[i].is_targeted)
      continue;
    else if (policy->how == KP_MOVE_DECIDED)
      carry_out (&moving, i);
    else
      move_places (&moving, i, &turn);
  keep_waiting (&moving);
  for (guint i = 0; i < n_cases; i++)
    explain (policy, &cases[i], g_ptr_array_index (moving.results, i));

  return moving.results;
}
