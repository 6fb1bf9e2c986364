/* kp-direct-hire.c – 免试直接聘用: who is hired without any exam, and who of them where they are too many.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three places, at most two of them without exam; 1, 2 and 3 fulfil the condition:
 *
 *   nobody has said who goes first       all three are undecided, and one place is left to the exam all the same
 *   committee: 2 first, 3 second, 1 third        2 and 3 are hired with the places 1 and 2; 1 sits the exam, or is out
 *   committee: 2 first, the others both second   2 is hired, 1 and 3 stay undecided
 *
 * Where there is a place for each they share the first one, unless the committee gave them an order. No number, name or
 * order of entry ever parts them. */

#include "kp-direct-hire.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *chinese;
} verdicts[KP_N_DIRECT_VERDICTS] = {
  [KP_DIRECT_NONE] = { "none", "不属于免试直接聘用" },
  [KP_DIRECT_HIRED] = { "hired", "免试直接聘用" },
  [KP_DIRECT_UNDECIDED] = { "undecided", "免试直接聘用人选待研究决定" },
  [KP_DIRECT_LEFT] = { "left", "未列为免试直接聘用人选" },
};

/**
 * kp_direct_hire_policy_init:
 * @policy: (out caller-allocates): the usual policy: nobody is hired without exam
 */
void
kp_direct_hire_policy_init (KpDirectHirePolicy *policy)
{
  *policy = (KpDirectHirePolicy) { .posts = g_ptr_array_new_with_free_func (g_free) };
}

/**
 * kp_direct_hire_policy_clear:
 * @policy: a policy
 */
void
kp_direct_hire_policy_clear (KpDirectHirePolicy *policy)
{
  g_clear_pointer (&policy->when, kp_condition_free);
  g_clear_pointer (&policy->posts, g_ptr_array_unref);
}

static gboolean
is_for_post (const KpDirectHirePolicy *policy,
             const char               *post)
{
  for (guint i = 0; i < policy->posts->len; i++)
    if (strcmp (g_ptr_array_index (policy->posts, i), post) == 0)
      return TRUE;

  return policy->posts->len == 0;
}

/**
 * kp_direct_hire_asks:
 * @policy: a policy
 * @post: code of the post applied for
 * @facts: what the candidate states, approved at the review
 *
 * Of whom a value is missing, or a person still has to judge, that one isn't asked: the way without exam needs proof.
 *
 * Returns: whether the person may be hired without exam
 */
gboolean
kp_direct_hire_asks (const KpDirectHirePolicy *policy,
                     const char               *post,
                     const KpCandidateFacts   *facts)
{
  return policy->when != NULL && is_for_post (policy, post) && kp_condition_decide (policy->when, facts) == KP_VERDICT_MET;
}

/**
 * kp_direct_hire_get_limit:
 * @policy: a policy
 * @places: places with which a post opened
 *
 * Returns: how many of them may be filled without exam
 */
guint
kp_direct_hire_get_limit (const KpDirectHirePolicy *policy,
                          guint                     places)
{
  return policy->most > 0 ? MIN (policy->most, places) : places;
}

/* The committee's order; whoever has no rank keeps all waiting, as an extra test that isn't held does. */
static void
rank (const KpFraction *ranks,
      guint             n,
      KpRankPlace      *places)
{
  g_autofree KpFraction *keys = g_new0 (KpFraction, n + 1);
  g_autofree KpRankItem *items = g_new0 (KpRankItem, n + 1);

  for (guint i = 0; i < n; i++)
    {
      keys[i] = kp_fraction_is_known (ranks[i]) ? kp_fraction_negate (ranks[i]) : KP_FRACTION_UNKNOWN;
      items[i] = (KpRankItem) { &keys[i], TRUE };
    }
  kp_rank_decide (items, n, 1, KP_PLACES_SHARED_SKIP, places);
}

/**
 * kp_direct_hire_decide:
 * @policy: a policy
 * @places: places with which the post opened
 * @ranks: (array length=n): of all of the post for whom kp_direct_hire_asks(): the committee's order, 1 = first; unknown =
 *   not decided
 * @n: how many
 * @results: (out) (array length=n): results[i] belongs to ranks[i]
 *
 * Where there are places for all of them, all are hired. Else those whom the committee put first; who is tied across the
 * last place stays undecided. A post without places hires nobody. The order of @ranks never matters.
 */
void
kp_direct_hire_decide (const KpDirectHirePolicy *policy,
                       guint                     places,
                       const KpFraction         *ranks,
                       guint                     n,
                       KpDirectResult           *results)
{
  const guint             limit = kp_direct_hire_get_limit (policy, places);
  g_autofree KpRankPlace *own = g_new0 (KpRankPlace, n + 1);
  g_autofree gboolean    *may_enter = g_new0 (gboolean, n + 1);
  KpRankCut               cut;
  gboolean                is_parted;

  for (guint i = 0; i < n; i++)
    {
      results[i] = (KpDirectResult) { .verdict = KP_DIRECT_NONE };
      may_enter[i] = TRUE;
    }
  if (limit == 0)
    return;

  rank (ranks, n, own);
  cut = kp_rank_find_cut (own, may_enter, n, limit);
  is_parted = cut.n_above + cut.n_on_cut <= limit;
  for (guint i = 0; i < n; i++)
    {
      if (own[i].place > cut.place)
        results[i].verdict = KP_DIRECT_LEFT;
      else if (own[i].place == cut.place && !is_parted)
        results[i] = (KpDirectResult) { .verdict = KP_DIRECT_UNDECIDED, .place.is_undecided = TRUE };
      else
        results[i] = (KpDirectResult) {
          .verdict = KP_DIRECT_HIRED,
          .place = { .place = own[i].place, .n_sharing = own[i].n_sharing },
        };
    }
}

/**
 * kp_direct_hire_is_examined:
 * @policy: a policy
 * @verdict: of somebody
 *
 * Returns: whether the person takes part in the exam like everybody else
 */
gboolean
kp_direct_hire_is_examined (const KpDirectHirePolicy *policy,
                            KpDirectVerdict           verdict)
{
  return verdict == KP_DIRECT_NONE || (verdict == KP_DIRECT_LEFT && policy->left == KP_DIRECT_LEFT_TO_EXAM);
}

/**
 * kp_direct_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: the stable name in files.
 */
const char *
kp_direct_verdict_get_name (KpDirectVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_N_DIRECT_VERDICTS, NULL);
  return verdicts[verdict].name;
}

/**
 * kp_direct_verdict_get_chinese:
 * @verdict: a verdict
 *
 * Returns: the words for lists and slips.
 */
const char *
kp_direct_verdict_get_chinese (KpDirectVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_N_DIRECT_VERDICTS, NULL);
  return verdicts[verdict].chinese;
}
