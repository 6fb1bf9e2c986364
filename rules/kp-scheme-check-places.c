/* kp-scheme-check-places.c – checks the opening ratio and where freed and empty places go.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

/* Posts that take places: each once, of the scheme, and none of those that the places come from. */
static void
check_receivers (GPtrArray       *problems,
                 const KpScheme  *scheme,
                 const GPtrArray *codes,
                 KpMove           how,
                 gboolean         is_from_targeted,
                 const char      *path)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const char         *code = g_ptr_array_index (codes, i);
      const KpSchemePost *post = kp_scheme_get_post (scheme, code);

      for (guint j = 0; j < i; j++)
        if (g_strcmp0 (g_ptr_array_index (codes, j), code) == 0)
          kp_scheme_check_refuse (problems, g_strdup_printf (_("The post “%s” is named twice; remove one."), code),
                                  "%s[%u]", path, i);
      if (post == NULL)
        kp_scheme_check_refuse (problems, g_strdup_printf (_("There is no post “%s”; name one of \"posts\"."), code),
                                "%s[%u]", path, i);
      else if (is_from_targeted && how != KP_MOVE_IN_TURN && post->track != KP_TRACK_OPEN)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The post “%s” is for one group only and gives its places away, it can't "
                                                   "take them; name an open post."),
                                                 code),
                                "%s[%u]", path, i);
      else if (how == KP_MOVE_SAME_STREET && post->street == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The post “%s” has no street, so no place of the same street reaches it; "
                                                   "name another."),
                                                 code),
                                "%s[%u]", path, i);
    }
}

/* Whether a post's formula can't be reckoned without written exam. */
static gboolean
needs_other_formula (const KpScheme     *scheme,
                     const KpSchemePost *post)
{
  const KpSchemeTotal *total = kp_scheme_get_total (scheme, post->total);

  return kp_scheme_may_skip_written (scheme, post) && post->has_written && total != NULL
         && total->policy.weights[KP_PART_WRITTEN].num > 0;
}

static void
check_interview_only (GPtrArray      *problems,
                      const KpScheme *scheme)
{
  const char          *id = scheme->quota.interview_only_total;
  const KpSchemeTotal *total = kp_scheme_get_total (scheme, id);

  if (id != NULL && total == NULL)
    kp_scheme_check_refuse (problems, g_strdup_printf (_("There is no formula “%s”; name one of \"totals\"."), id),
                            "quota.interview_only_total");
  else if (total != NULL && total->policy.weights[KP_PART_WRITTEN].num > 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The formula “%s” needs a written mark, but these posts have no written "
                                               "exam; name another."),
                                             id),
                            "quota.interview_only_total");

  for (guint i = 0; id == NULL && i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (!needs_other_formula (scheme, post))
        continue;
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The formula of post “%s” needs a written mark, but with too few "
                                                 "applicants there is no written exam; name the formula for this case."),
                                               post->code),
                              "quota.interview_only_total");
      return;
    }
}

static void
check_own_ratios (GPtrArray      *problems,
                  const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (kp_fraction_is_known (post->quota_ratio) && post->quota_ratio.num <= 0)
        kp_scheme_check_refuse (problems, g_strdup (_("An opening ratio must be greater than 0; write it such as \"3\".")),
                                "posts[%u].quota_ratio", i);
      else if (!scheme->quota.applies && !kp_scheme_asks_turnout (scheme) && (kp_fraction_is_known (post->quota_ratio) || post->has_quota_action))
        kp_scheme_check_warn (problems,
                              g_strdup (_("The scheme has no opening ratio, so this has no effect; set \"quota.applies\".")),
                              kp_fraction_is_known (post->quota_ratio) ? "posts[%u].quota_ratio" : "posts[%u].quota_action",
                              i);
    }
}

/* One of the thresholds: a further one, or after them the quota's own. */
static KpQuotaTier
get_tier (const KpQuotaPolicy *quota,
          guint                index)
{
  return index < quota->n_tiers ? quota->tiers[index] : (KpQuotaTier) { quota->ratio, quota->action };
}

/* What stands beside a threshold and contradicts it. */
static void
check_tier (GPtrArray           *problems,
            const KpQuotaPolicy *quota,
            guint                index)
{
  const KpQuotaTier tier = quota->tiers[index];

  if (!kp_fraction_is_known (tier.ratio) || tier.ratio.num <= 0)
    {
      kp_scheme_check_refuse (problems, g_strdup (_("An opening ratio must be greater than 0; write it such as \"3\".")),
                              "quota.tiers[%u].below", index);
      return;
    }
  if (tier.action == KP_QUOTA_KEEP)
    kp_scheme_check_refuse (problems, g_strdup (_("A further threshold that keeps the plan changes nothing; remove it.")),
                            "quota.tiers[%u].action", index);
  for (guint i = index + 1; i <= quota->n_tiers; i++)
    {
      const KpQuotaTier other = get_tier (quota, i);

      if (kp_fraction_is_known (other.ratio) && kp_fraction_compare (other.ratio, tier.ratio) == 0)
        kp_scheme_check_refuse (problems, g_strdup (_("Two thresholds have the same ratio; remove one.")),
                                "quota.tiers[%u].below", index);
      if (other.action == tier.action)
        kp_scheme_check_refuse (problems, g_strdup (_("Two thresholds do the same; remove one, or change its action.")),
                                "quota.tiers[%u].action", index);
    }
}

/* What ends a post, or leaves it to the committee, hides every threshold above it. */
static void
check_tiers (GPtrArray           *problems,
             const KpQuotaPolicy *quota)
{
  for (guint i = 0; i < quota->n_tiers; i++)
    check_tier (problems, quota, i);
  for (guint i = 0; quota->applies && quota->n_tiers > 0 && i <= quota->n_tiers; i++)
    {
      const KpQuotaTier tier = get_tier (quota, i);
      gboolean          is_final = tier.action == KP_QUOTA_CANCEL || tier.action == KP_QUOTA_DECIDE;
      gboolean          is_lowest = TRUE;

      for (guint j = 0; j <= quota->n_tiers; j++)
        is_lowest = is_lowest && kp_fraction_compare (tier.ratio, get_tier (quota, j).ratio) <= 0;
      if (is_final && !is_lowest)
        kp_scheme_check_refuse (problems,
                                g_strdup (_("Only the lowest threshold may cancel a post or leave it to the committee; change "
                                            "the ratios or this action.")),
                                i < quota->n_tiers ? "quota.tiers[%u].action" : "quota.action", i);
    }
  if (!quota->applies && quota->n_tiers > 0)
    kp_scheme_check_warn (problems,
                          g_strdup (_("The scheme has no opening ratio, so this has no effect; set \"quota.applies\".")),
                          "quota.tiers");
}

static void
check_turnout_ratio (GPtrArray           *problems,
                     const KpQuotaPolicy *turnout,
                     const char          *path)
{
  if (turnout->applies && (!kp_fraction_is_known (turnout->ratio) || turnout->ratio.num <= 0))
    kp_scheme_check_refuse (problems, g_strdup (_("An opening ratio must be greater than 0; write it such as \"3\".")),
                            "turnout.%s.ratio", path);
  else if (turnout->applies && kp_fraction_compare (turnout->ratio, KP_FRACTION_ONE) < 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The ratio is below 1; for three persons a place write \"1:3\" or \"3\".")),
                            "turnout.%s.ratio", path);
  if (!turnout->applies && kp_fraction_is_known (turnout->ratio))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is a ratio, but \"turnout.%s.applies\" isn't true, so nobody would be "
                                               "counted; write true there, or remove the ratio."),
                                             path),
                            "turnout.%s.ratio", path);
}

/* 实际参加人数: of an exam that is held, and with something that can still be done. */
static void
check_turnout (GPtrArray      *problems,
               const KpScheme *scheme,
               KpTurnout       at)
{
  static const char *const paths[] = { [KP_TURNOUT_WRITTEN] = "sat", [KP_TURNOUT_INTERVIEW] = "heard" };
  static const KpStage     stages[] = { [KP_TURNOUT_WRITTEN] = KP_STAGE_WRITTEN, [KP_TURNOUT_INTERVIEW] = KP_STAGE_INTERVIEW };
  const KpQuotaPolicy     *turnout = &scheme->turnout[at];

  check_turnout_ratio (problems, turnout, paths[at]);
  if (!turnout->applies)
    return;
  if (!kp_stage_order_contains (&scheme->stages, stages[at]))
    kp_scheme_check_refuse (problems, g_strdup (_("\"stages\" has no such exam, so nobody can come to it; remove this.")),
                            "turnout.%s", paths[at]);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (!post->is_quota_exempt && post->has_quota_action
          && (post->quota_action == KP_QUOTA_INTERVIEW_ONLY || post->quota_action == KP_QUOTA_DECIDE))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The post's own \"quota_action\" counts for \"turnout\" too, and this one "
                                                   "can't be done after the exam; write reduce, cancel or keep, or remove "
                                                   "\"turnout.%s\"."),
                                                 paths[at]),
                                "posts[%u].quota_action", i);
    }
}

/**
 * kp_scheme_check_places:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with the opening ratio and the turnout, the posts that take freed or empty places, and the formula of posts that go
 * on without written exam.
 */
void
kp_scheme_check_places (GPtrArray      *problems,
                        const KpScheme *scheme)
{
  const KpQuotaPolicy    *quota = &scheme->quota;
  const KpLeftoverPolicy *leftover = &scheme->leftover;

  if (quota->applies && (!kp_fraction_is_known (quota->ratio) || quota->ratio.num <= 0))
    kp_scheme_check_refuse (problems, g_strdup (_("An opening ratio must be greater than 0; write it such as \"3\".")),
                            "quota.ratio");
  check_tiers (problems, quota);
  check_own_ratios (problems, scheme);
  for (guint i = 0; i < KP_N_TURNOUTS; i++)
    check_turnout (problems, scheme, (KpTurnout) i);
  check_interview_only (problems, scheme);
  if (quota->freed != KP_QUOTA_FREED_NONE && quota->freed_to->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("Freed places need a post to go to; name it, or write \"none\" for "
                                                  "\"freed\".")),
                            "quota.freed_to");
  check_receivers (problems, scheme, quota->freed_to, quota->freed_how,
                   quota->freed == KP_QUOTA_FREED_CANCELLED_TARGETED || quota->freed == KP_QUOTA_FREED_TARGETED,
                   "quota.freed_to");

  if (leftover->at != KP_LEFTOVER_NEVER && leftover->to->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("Empty places need a post to go to; name it, or write \"none\" for "
                                                  "\"at\".")),
                            "leftover.to");
  check_receivers (problems, scheme, leftover->to, leftover->how, leftover->from == KP_LEFTOVER_FROM_TARGETED,
                   "leftover.to");
}
