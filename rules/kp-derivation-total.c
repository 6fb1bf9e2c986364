/* kp-derivation-total.c – the total of a derivation: each part × weight, the sum, the tie key, the place; and the end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

#include <string.h>

#define NOTICE "综合成绩"
#define NOTICE_FINAL "体检和考察"

/* The part before its weight. */
static KpFraction
get_part (const KpDerivation *derivation,
          KpPart              part)
{
  const KpContestResult *result = derivation->result;
  const KpTotalPolicy   *policy = &result->formula->policy;
  KpMark                 points = 0;

  switch (part)
    {
    case KP_PART_WRITTEN:
      return result->with_bonus;
    case KP_PART_INTERVIEW:
      return kp_bonus_add_to_interview (&derivation->contest->scheme->bonus, kp_fraction_from_mark (result->interview.mark),
                                        result->bonuses[KP_BONUS_ON_INTERVIEW]);
    case KP_PART_CREDENTIAL:
      return kp_scheme_decide_credential (&derivation->contest->scheme->credential,
                                          &derivation->contest->facts[derivation->index], &points)
                 ? kp_fraction_from_mark (points)
                 : KP_FRACTION_UNKNOWN;
    case KP_PART_BONUS:
      return policy->rounds_parts ? kp_bonus_weigh (&derivation->contest->scheme->bonus, result->bonuses[KP_BONUS_ON_TOTAL])
                                  : kp_fraction_divide (result->total.parts[part], policy->weights[part]);
    case KP_PART_OTHER_1:
    case KP_PART_OTHER_2:
    case KP_PART_OTHER_3:
    case KP_PART_OTHER_4:
    default:
      return kp_fraction_from_mark (derivation->who->others[part - KP_PART_OTHER_1].mark);
    }
}

static void
add_parts (KpDerivation *derivation,
           GString      *sum)
{
  const KpTotalPolicy *policy = &derivation->result->formula->policy;

  for (guint part = 0; part < KP_N_PARTS; part++)
    {
      KpFraction        weighed = derivation->result->total.parts[part];
      KpFraction        plain = KP_FRACTION_UNKNOWN;
      KpFraction        exact;
      g_autofree gchar *name = NULL, *label = NULL, *own = NULL, *share = NULL, *value = NULL, *product = NULL, *rounding = NULL;

      if (policy->weights[part].num == 0 || !kp_fraction_is_known (weighed))
        continue;
      plain = get_part (derivation, (KpPart) part);
      exact = kp_fraction_multiply (plain, policy->weights[part]);
      name = kp_scheme_dup_part_chinese (derivation->contest->scheme, (KpPart) part);
      label = g_strdup_printf ("%s（折算）", name);
      own = kp_derivation_dup_number (plain);
      share = kp_weight_dup_text (policy->weights[part]);
      product = kp_derivation_dup_number (exact);
      value = kp_derivation_dup_number (weighed);
      rounding = policy->rounds_parts
                     ? kp_derivation_dup_rounding (exact, weighed, (gint) policy->part_decimals, policy->rounding)
                     : g_strdup ("");
      kp_derivation_add (derivation, KP_STAGE_TOTALS, label, value, kp_derivation_get_clause (derivation, NOTICE),
                         "%s×%s=%s分%s。", own, share, product, rounding);
      g_string_append_printf (sum, "%s%s", sum->len > 0 ? "+" : "", value);
    }
}

static void
add_sum (KpDerivation *derivation,
         const char   *sum)
{
  const KpTotalPolicy *policy = &derivation->result->formula->policy;
  const KpTotalResult *total = &derivation->result->total;
  g_autofree gchar    *value = kp_mark_dup_text (total->total, policy->decimals);
  g_autofree gchar    *exact = kp_derivation_dup_number (total->exact);
  g_autofree gchar    *line = kp_mark_dup_text (policy->line, 2);
  g_autofree gchar    *rounding = kp_derivation_dup_rounding (total->exact, kp_fraction_from_mark (total->total),
                                                              (gint) policy->decimals, policy->rounding);
  g_autofree gchar    *compared
      = policy->has_line ? g_strdup_printf ("；综合成绩合格线%s分，%s", line, total->total < policy->line ? "低于合格线" : "达到合格线")
                         : g_strdup ("");

  kp_derivation_add (derivation, KP_STAGE_TOTALS, "综合成绩", value, kp_derivation_get_clause (derivation, NOTICE),
                     "%s=%s分%s%s。", sum, exact, rounding, compared);
}

static gboolean
find_total (const KpContestResult *result,
            KpMark                *total)
{
  *total = result->total.total;

  return result->total.place.place > 0 && result->total.standing != KP_STANDING_DIRECT;
}

static void
add_place (KpDerivation *derivation)
{
  const KpSchemeTotal *order = kp_scheme_get_post_total (derivation->contest->scheme, derivation->post->post,
                                                         derivation->post->opening == KP_QUOTA_TO_INTERVIEW);

  kp_derivation_add_place (derivation, &(KpDerivationRanking) { KP_STAGE_TOTALS, NOTICE, "综合成绩", "列入名次的",
                                                                order->policy.ties, derivation->result->total.total,
                                                                &derivation->result->total.place, find_total });
}

/**
 * kp_derivation_total:
 * @derivation: a derivation
 *
 * 综合成绩: each part times its weight, the exact sum, its rounding, the line, the place, what parted equal ones, and the
 * distances.
 */
void
kp_derivation_total (KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  const KpStanding       standing = result->total.standing;
  g_autoptr (GString)    sum = g_string_new (NULL);

  if (result->formula == NULL || standing == KP_STANDING_OPEN || kp_derivation_count_unheard (derivation) > 0)
    return;
  if (!kp_standing_has_total (standing))
    {
      kp_derivation_add (derivation, KP_STAGE_TOTALS, "综合成绩", kp_standing_get_chinese (standing),
                         kp_derivation_get_clause (derivation, NOTICE), "没有面试成绩的，不计综合成绩，不列名次。");
      return;
    }
  add_parts (derivation, sum);
  add_sum (derivation, sum->str);
  if (result->total.place.place > 0)
    add_place (derivation);
  else
    kp_derivation_add (derivation, KP_STAGE_TOTALS, "综合成绩名次", "无名次", kp_derivation_get_clause (derivation, NOTICE),
                       "%s，不列名次。", kp_standing_get_chinese (standing));
}

static guint
decide_wanted (const KpDerivation *derivation)
{
  const KpPhysicalPolicy *policy = &derivation->contest->scheme->physical.policy;
  KpFraction              exact = kp_fraction_multiply (kp_fraction_new (derivation->post->places, 1), policy->ratio);
  guint                   wanted;

  return kp_fraction_round_to_count (exact, policy->rounding, &wanted) ? wanted : derivation->post->places;
}

static gchar *
dup_final_reason (const KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  const KpFinalResult   *final = &result->final;

  switch (final->verdict)
    {
    case KP_FINAL_IN:
      return g_strdup (result->direct == KP_DIRECT_HIRED ? "免试直接聘用，列在按综合成绩确定的人选之前" : "名次在首批人选之内");
    case KP_FINAL_SUBSTITUTE:
      if (final->round == 0)
        return g_strdup ("本岗位人选不足，依规则从其他岗位递补");
      return g_strdup_printf ("有人退出，第%u轮依名次递补", final->round);
    case KP_FINAL_UNDECIDED:
      if (result->is_held_twice)
        return g_strdup ("同时列为两个岗位的人选，待本人选定其一");
      if (derivation->post->pending != KP_PENDING_NONE)
        return g_strndup (kp_pending_get_chinese (derivation->post->pending),
                          strlen (kp_pending_get_chinese (derivation->post->pending)) - strlen ("。"));
      return g_strdup ("末位并列，尚不能区分，待定");
    case KP_FINAL_NO_PLACE:
      return g_strdup ("没有名次，不得列为人选");
    case KP_FINAL_LEFT:
      if (result->has_left)
        return g_strdup_printf ("%s，第%u轮在%s环节退出（%s）", final->was_in ? "曾列为人选" : "未列为人选", final->round,
                                kp_leaving_get_stage_chinese (result->left.stage), kp_cause_get_chinese (result->left.cause));
      return g_strdup_printf ("%s，第%u轮退出", final->was_in ? "曾列为人选" : "未列为人选", final->round);
    case KP_FINAL_OUT:
    default:
      return g_strdup ("名次在人选之外，人选退出时依名次递补");
    }
}

/* "；免试直接聘用1人列在前面，综合成绩第2名列第3位" */
static gchar *
dup_moved (const KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;

  if (derivation->post->n_direct == 0 || result->formula == NULL || result->total.place.place == 0)
    return g_strdup ("");

  return g_strdup_printf ("；免试直接聘用%u人列在前面，综合成绩第%u名列第%u位", derivation->post->n_direct, result->total.place.place,
                          kp_contest_shift_place (derivation->post, result, result->total.place).place);
}

static void
add_background (KpDerivation *derivation)
{
  g_autoptr (GPtrArray) findings = kp_contest_dup_findings (derivation->contest, derivation->index, KP_CHECK_BACKGROUND);

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);

      kp_derivation_add (derivation, KP_STAGE_BACKGROUND, finding->label, kp_verdict_get_chinese (finding->verdict),
                         finding->clause, "%s", finding->sentence);
    }
}

static void
add_end (KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  const char            *clause = kp_derivation_get_clause (derivation, "公示和聘用");

  if (result->is_hired)
    kp_derivation_add (derivation, KP_STAGE_HIRE, "拟聘用", "是", clause, "按目前的结果，在岗位计划%u人之内。",
                       derivation->post->places);
  if (result->is_in_reserve)
    kp_derivation_add (derivation, KP_STAGE_HIRE, "后备库", "是", kp_derivation_get_clause (derivation, NOTICE_FINAL),
                       "列入名次、未被聘用的人员进入后备库。");
  if (result->chosen != NULL)
    kp_derivation_add (derivation, KP_STAGE_HIRE, "选岗", result->chosen, kp_derivation_get_clause (derivation, NOTICE_FINAL),
                       "依名次先后，所选志愿中尚有名额的第一个。");
}

/**
 * kp_derivation_finish:
 * @derivation: a derivation
 *
 * 体检、考察、聘用: how many were wanted, whether the person is on the first list, came as a substitute or left; then the
 * hire, the reserve pool and the choice.
 */
void
kp_derivation_finish (KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  const char            *verdict = kp_final_verdict_get_chinese (result->final.verdict);
  g_autofree gchar      *ratio = NULL;
  g_autofree gchar      *reason = NULL;
  g_autofree gchar      *moved = NULL;

  if ((result->formula == NULL && result->direct != KP_DIRECT_HIRED) || result->total.standing == KP_STANDING_OPEN
      || kp_derivation_count_unheard (derivation) > 0
      || (!kp_stage_order_contains (&derivation->contest->scheme->stages, KP_STAGE_PHYSICAL)
          && !kp_stage_order_contains (&derivation->contest->scheme->stages, KP_STAGE_BACKGROUND)))
    return;

  ratio = kp_fraction_dup_text (derivation->contest->scheme->physical.policy.ratio);
  reason = dup_final_reason (derivation);
  moved = dup_moved (derivation);
  kp_derivation_add (derivation, KP_STAGE_PHYSICAL, "体检（考察）人选", verdict,
                     kp_derivation_get_clause (derivation, NOTICE_FINAL), "岗位计划%u人×%s=首批%u人%s；%s。",
                     derivation->post->places, ratio, decide_wanted (derivation), moved, reason);
  if (result->final.verdict == KP_FINAL_IN || result->final.verdict == KP_FINAL_SUBSTITUTE
      || result->final.verdict == KP_FINAL_LEFT)
    {
      add_background (derivation);
      kp_derivation_final_total (derivation);
    }
  add_end (derivation);
}
