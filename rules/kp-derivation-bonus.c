/* kp-derivation-bonus.c – the bonus of a derivation: each item, groups and caps, and what the mark becomes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

/* As the contest asked for it: by the claims, or by what the facts propose. */
static KpBonusResult *
decide_bonus (const KpDerivation *derivation)
{
  const KpBonusPolicy    *policy = &derivation->contest->scheme->bonus;
  const KpCandidateFacts *facts = &derivation->contest->facts[derivation->index];
  const KpMarkState       state
      = kp_derivation_is_unwritten (derivation) ? KP_MARK_PRESENT : derivation->result->written.state;
  g_autoptr (GPtrArray)    codes = NULL;
  g_autofree KpBonusClaim *claims = NULL;

  if (derivation->who->has_claims)
    return kp_bonus_decide (policy, facts, derivation->who->claims, derivation->who->n_claims, state);

  codes = kp_bonus_propose_items (policy, facts);
  claims = g_new0 (KpBonusClaim, codes->len + 1);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *item = g_ptr_array_index (codes, i);

      claims[i] = (KpBonusClaim) { .item = item,
                                     .is_approved = TRUE,
                                     .on = kp_entrant_get_claim_day (derivation->who, item) };
    }

  return kp_bonus_decide (policy, facts, claims, codes->len, state);
}

static void
add_award (KpDerivation       *derivation,
           const KpBonusAward *award)
{
  const KpBonusPolicy *policy = &derivation->contest->scheme->bonus;
  const KpBonusGroup  *group = kp_bonus_policy_get_group (policy, award->item->group);
  g_autofree gchar    *amount = kp_mark_dup_text (award->amount, 2);
  g_autofree gchar    *label = g_strdup_printf (award->item->deducts ? "扣分：%s" : "加分：%s",
                                               award->item->label != NULL ? award->item->label : award->item->code);
  const char          *name = group != NULL && group->label != NULL && *group->label != '\0' ? group->label : NULL;
  const char          *effect = award->counts ? "计入" : "不重复计入";

  if (award->is_late)
    effect = "逾期申报，不计入";
  else if (award->is_open)
    effect = "起止时间待核，时长分暂不计入";
  if (name != NULL)
    kp_derivation_add (derivation, KP_STAGE_WRITTEN, label, amount, award->item->clause, "%s，%s。", name, effect);
  else
    kp_derivation_add (derivation, KP_STAGE_WRITTEN, label, amount, award->item->clause, "%s。", effect);
}

/* The written mark, or what the interview list ranks in its place. */
static void
add_with_bonus (KpDerivation *derivation,
                const char   *label,
                KpMark        bonus,
                KpFraction    with_bonus)
{
  const KpContestResult *result = derivation->result;
  const KpBonusPolicy   *policy = &derivation->contest->scheme->bonus;
  KpFraction             worth = kp_bonus_weigh (policy, bonus);
  KpFraction             sum = kp_fraction_add (result->written.paper, worth);
  g_autofree gchar      *paper = kp_derivation_dup_number (result->written.paper);
  g_autofree gchar      *points
      = kp_derivation_dup_number (bonus < 0 ? kp_fraction_subtract (KP_FRACTION_ZERO, worth) : worth);
  g_autofree gchar      *plain = kp_derivation_dup_number (sum);
  g_autofree gchar      *mark = kp_derivation_dup_number (with_bonus);
  g_autofree gchar      *full = kp_derivation_dup_number (result->written.full);
  g_autofree gchar      *rounding = NULL;
  const gboolean         is_cut = !policy->may_exceed_full && kp_fraction_compare (sum, result->written.full) > 0;

  if (sum.num < 0)
    {
      kp_derivation_add (derivation, KP_STAGE_WRITTEN, label, mark, kp_derivation_get_clause (derivation, "笔试"),
                         "卷面%s分，扣分%s分，扣至0分为止。", paper, points);
      return;
    }
  rounding = kp_derivation_dup_rounding (is_cut ? result->written.full : sum, with_bonus, policy->decimals,
                                         policy->rounding);
  kp_derivation_add (derivation, KP_STAGE_WRITTEN, label, mark, kp_derivation_get_clause (derivation, "笔试"),
                     "卷面%s%s%s=%s分%s%s%s%s。", paper, bonus < 0 ? "－扣分" : "+加分", points, plain,
                     is_cut ? "，不超过满分，计" : "", is_cut ? full : "", is_cut ? "分" : "", rounding);
}

/**
 * kp_derivation_bonus:
 * @derivation: a derivation of somebody who has a written mark, or needs none
 *
 * 加分: each item with its points and whether it counts, the sum by groups and caps, and the written mark with it.
 */
void
kp_derivation_bonus (KpDerivation *derivation)
{
  const KpBonusPolicy     *policy = &derivation->contest->scheme->bonus;
  const KpContestResult   *result = derivation->result;
  const gboolean           is_unwritten = kp_derivation_is_unwritten (derivation);
  g_autoptr (KpBonusResult) bonus = NULL;
  g_autofree gchar        *points = NULL;
  g_autofree gchar        *prefix
      = policy->target == KP_BONUS_ON_WRITTEN ? g_strdup ("")
                                              : g_strdup_printf ("计入%s：", kp_bonus_target_get_chinese (policy->target));

  if (policy->items->len == 0
      || (is_unwritten && !kp_bonus_policy_reaches (policy, KP_BONUS_ON_TOTAL)
          && !kp_bonus_policy_reaches (policy, KP_BONUS_ON_INTERVIEW)))
    return;

  bonus = decide_bonus (derivation);
  points = kp_mark_dup_text (result->bonus, 2);
  for (guint i = 0; i < bonus->awards->len; i++)
    add_award (derivation, &g_array_index (bonus->awards, KpBonusAward, i));
  if (bonus->awards->len == 0)
    kp_derivation_add (derivation, KP_STAGE_WRITTEN, "加分", points, kp_derivation_get_clause (derivation, "笔试"),
                       "没有获准的加分项目。");
  else
    kp_derivation_add (derivation, KP_STAGE_WRITTEN, "加分", points, kp_derivation_get_clause (derivation, "笔试"), "%s%s",
                       prefix, bonus->explanation);
  if (is_unwritten)
    return;
  if (kp_bonus_policy_reaches (policy, KP_BONUS_ON_WRITTEN))
    add_with_bonus (derivation, "笔试成绩", result->bonuses[KP_BONUS_ON_WRITTEN], result->with_bonus);
  if (kp_bonus_policy_reaches (policy, KP_BONUS_ON_SHORTLIST))
    add_with_bonus (derivation, "入围排名成绩", result->bonuses[KP_BONUS_ON_WRITTEN] + result->bonuses[KP_BONUS_ON_SHORTLIST],
                    result->listed);
}
