/* kp-scheme-explain-final.c – what comes after the totals, in the words of a notice: lists, substitution, pool, choice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

static void
append_stages (GString                  *out,
               const KpSubstitutionRule *rule)
{
  for (guint i = 0; i < rule->n_stages; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", kp_leaving_get_stage_chinese (rule->stages[i]));
  g_string_append (out, rule->n_stages > 0 ? "环节" : "各环节");
}

static void
append_causes (GString                  *out,
               const KpSubstitutionRule *rule)
{
  for (guint i = 0; i < rule->n_causes; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", kp_cause_get_chinese (rule->causes[i]));
  g_string_append (out, rule->n_causes > 0 ? "的" : "出现空缺的");
}

/* "考察环节不合格的，不再递补。" */
static void
say_rule (GPtrArray                *paragraphs,
          const KpSubstitutionRule *rule,
          gboolean                  is_first)
{
  g_autoptr (GString) text = g_string_new (is_first ? "其中，" : "除上述情形外，");

  append_stages (text, rule);
  append_causes (text, rule);
  if (!rule->is_allowed)
    g_string_append (text, "，不再递补");
  else if (rule->max_times > 0)
    g_string_append_printf (text, "，每个岗位递补不超过%u次", rule->max_times);
  else
    g_string_append (text, "，可以递补");
  kp_notice_say (paragraphs, "%s。", text->str);
}

/* What somebody on the final list can fail. */
static const char *
get_checks (const KpStageOrder *stages)
{
  const gboolean has_physical = kp_stage_order_contains (stages, KP_STAGE_PHYSICAL);
  const gboolean has_background = kp_stage_order_contains (stages, KP_STAGE_BACKGROUND);

  if (!has_physical && !has_background)
    return "审核";
  if (!has_physical)
    return "考察";
  if (!has_background)
    return "体检";

  return kp_stage_order_is_before (stages, KP_STAGE_BACKGROUND, KP_STAGE_PHYSICAL) ? "考察、体检" : "体检、考察";
}

static void
say_from_campaign (GPtrArray        *paragraphs,
                   KpSubstitutesFrom from,
                   KpCompare         compare)
{
  static const char *const words[KP_N_COMPARES] = {
    [KP_COMPARE_ONE_FORMULA] = "",
    [KP_COMPARE_TOTALS] = "综合成绩算法不同的，也按综合成绩比较。",
    [KP_COMPARE_SAME_FORMULA] = "只递补综合成绩算法与该岗位相同的人员。",
  };

  if (from == KP_SUBSTITUTES_FROM_ALL)
    kp_notice_say (paragraphs,
                   "有人退出、不合格而空出的名额，不分岗位，从全部岗位的其他人员中，由符合该岗位报考条件的人员按综合成绩从高到低统一递补。%s",
                   words[compare]);
  else
    kp_notice_say (paragraphs,
                   "本岗位没有可以递补的人员的，从全部岗位的其他人员中，由符合该岗位报考条件的人员按综合成绩从高到低递补。%s",
                   words[compare]);
}

/* "先……；再……": who of other posts comes first. */
static void
say_waves (GPtrArray                  *paragraphs,
           const KpSubstitutionPolicy *policy)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < policy->waves->len; i++)
    {
      const KpSubstitutionWave *wave = g_ptr_array_index (policy->waves, i);
      g_autofree gchar         *who = wave->when != NULL ? kp_condition_dup_chinese (wave->when) : g_strdup ("其余的人");

      g_string_append_printf (text, "%s%s%s%s%s", i > 0 ? "，再补" : "先补", wave->label != NULL ? wave->label : "",
                              wave->label != NULL ? "（" : "", who, wave->label != NULL ? "）" : "");
    }
  if (text->len > 0)
    kp_notice_say (paragraphs, "其他岗位的人员%s，同一批按综合成绩从高到低；各岗位都补过前一批，再补后一批，都不符合的不补。", text->str);
}

static void
say_substitution (GPtrArray      *paragraphs,
                  const KpScheme *scheme)
{
  const KpSubstitutionPolicy *policy = &scheme->substitution;
  const guint                 max_rounds = scheme->physical.policy.max_rounds;
  const char                 *until = kp_until_get_chinese (policy->final);
  g_autofree gchar           *times = NULL;
  const char                 *what = get_checks (&scheme->stages);

  if (policy->final == KP_UNTIL_NEVER || max_rounds == 0)
    {
      kp_notice_say (paragraphs, "%s不合格或者放弃的，不再递补。", what);
      return;
    }
  times = max_rounds == G_MAXUINT ? g_strdup ("") : g_strdup_printf ("，每个岗位递补不超过%u次", max_rounds);
  kp_notice_say (paragraphs, "%s不合格或者放弃的，按综合成绩从高到低依次递补%s，%s后不再递补。", what, times, until);
  for (guint i = 0; i < policy->rules->len; i++)
    say_rule (paragraphs, g_ptr_array_index (policy->rules, i), i == 0);
  if (policy->from != KP_SUBSTITUTES_FROM_POST)
    {
      say_from_campaign (paragraphs, policy->from, policy->compare);
      say_waves (paragraphs, policy);
    }
  if (policy->needs_approval)
    kp_notice_say (paragraphs, "递补由用人单位提出，经审核同意后进行。");
}

static void
say_shortlist_days (GPtrArray      *paragraphs,
                    const KpScheme *scheme)
{
  if (scheme->substitution.shortlist_days_before > 0)
    kp_notice_say (paragraphs, "面试人选在面试前%u个工作日内放弃的，不再递补。", scheme->substitution.shortlist_days_before);
}

/* Substitution may end before the pool does. */
static gchar *
dup_when_pooled (const KpScheme *scheme)
{
  const KpUntil until = scheme->substitution.final;

  if (until == KP_UNTIL_NEVER || scheme->physical.policy.max_rounds == 0)
    return g_strdup ("");
  if (until == KP_UNTIL_RESERVE)
    return g_strdup ("，出现空缺时按名次依次递补");

  return g_strdup_printf ("，出现空缺时按名次依次递补（%s以后出现的空缺除外）", kp_until_get_chinese (until));
}

static void
say_reserve (GPtrArray      *paragraphs,
             const KpScheme *scheme)
{
  const KpReservePolicy *reserve = &scheme->reserve;
  g_autofree gchar      *when = dup_when_pooled (scheme);
  g_autofree gchar *day = NULL;
  g_autofree gchar *until = NULL;
  g_autofree gchar *size = NULL;

  if (!reserve->applies)
    return;
  if (!kp_date_is_none (reserve->until))
    {
      day = kp_date_dup_chinese (reserve->until);
      until = g_strdup_printf ("，有效期至%s（含）", day);
    }
  if (reserve->names > 0)
    size = g_strdup_printf ("，每个岗位%u人，末位并列的一并进入", reserve->names);
  else if (kp_fraction_is_known (reserve->ratio))
    {
      g_autofree gchar *ratio = kp_notice_dup_ratio (reserve->ratio);

      size = g_strdup_printf ("，与招聘人数的比例为%s（%s取整），末位并列的一并进入", ratio,
                              kp_rounding_get_chinese (reserve->rounding));
    }
  kp_notice_say (paragraphs, "列入名次、未被聘用的人员进入后备库%s%s%s。", size != NULL ? size : "",
                 until != NULL ? until : "", when);
}

static void
say_choice (GPtrArray            *paragraphs,
            const KpSchemeChoice *choice,
            const char           *total)
{
  g_autoptr (GString) offers = g_string_new (NULL);

  if (!choice->policy.applies)
    return;
  if (choice->policy.at == KP_CHOICE_AT_TOTALS)
    kp_notice_say (paragraphs,
                   "%s，在体检、考察以前依次选择岗位（工作单位）；有人退出、不合格的，其选定的由递补人员选择，其他人员已经选定的不变。",
                   choice->policy.among == KP_CHOICE_AMONG_CAMPAIGN ? "全部人选按综合成绩从高到低" : "同一岗位的人选按名次先后");
  else if (choice->policy.among == KP_CHOICE_AMONG_CAMPAIGN)
    kp_notice_say (paragraphs, "全部拟聘用人员按%s从高到低依次选择岗位。", total);
  else
    kp_notice_say (paragraphs, "同一岗位的拟聘用人员按名次先后依次选择工作单位。");
  for (guint i = 0; i < choice->offers->len; i++)
    {
      const KpSchemeOffer *offer = g_ptr_array_index (choice->offers, i);

      g_string_append_printf (offers, "%s%s%u人", i > 0 ? "、" : "", offer->name, offer->places);
    }
  if (choice->offers->len > 0)
    kp_notice_say (paragraphs, "可供选择的有：%s。", offers->str);
}

static void
say_physical (GPtrArray      *paragraphs,
              const KpScheme *scheme)
{
  const KpSchemePhysical *physical = &scheme->physical;

  kp_notice_say (paragraphs, "体检参照公务员录用体检通用标准执行。");
  if (physical->recheck_times > 0)
    kp_notice_say (paragraphs, "对体检结论有疑问的，可在接到通知之日起%u%s内申请复检，复检不超过%u次，结论以复检为准。", physical->recheck_days,
                   physical->recheck_in_workdays ? "个工作日" : "日", physical->recheck_times);
}

/**
 * kp_notice_explain_final:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on physical and background in the order of the stages, substitution, reserve pool and choice.
 */
void
kp_notice_explain_final (GPtrArray      *sections,
                         const KpScheme *scheme)
{
  const KpStageOrder *stages = &scheme->stages;
  const gboolean      has_physical = kp_stage_order_contains (stages, KP_STAGE_PHYSICAL);
  const gboolean      has_background = kp_stage_order_contains (stages, KP_STAGE_BACKGROUND);
  const gboolean      is_background_first = kp_stage_order_is_before (stages, KP_STAGE_BACKGROUND, KP_STAGE_PHYSICAL);
  const gboolean      is_whole = scheme->physical.policy.ratio.den == 1;
  g_autofree gchar   *ratio = kp_notice_dup_ratio (scheme->physical.policy.ratio);
  const char         *who = !has_physical ? "考察" : is_background_first ? "考察和体检" : "体检";
  GPtrArray          *paragraphs;

  paragraphs = kp_notice_begin (sections, !has_physical ? (has_background ? "考察" : "拟聘用人选")
                                          : !has_background ? "体检"
                                          : is_background_first ? "考察和体检" : "体检和考察");
  kp_notice_say (paragraphs, "按综合成绩从高到低，以%s人数与招聘人数%s的比例%s%s%s确定%s人选。",
                 has_physical || has_background ? who : "拟聘用", ratio, is_whole ? "" : "（人数",
                 is_whole ? "" : kp_rounding_get_chinese (scheme->physical.policy.rounding), is_whole ? "" : "取整）",
                 has_physical || has_background ? who : "拟聘用");
  if (scheme->physical.policy.takes_tied)
    kp_notice_say (paragraphs, "末位综合成绩相同、按规定的次序仍不能区分的，一并进入%s。", who);
  if (has_physical)
    say_physical (paragraphs, scheme);
  if (has_background)
    kp_notice_say (paragraphs, "%s主要考察政治表现、道德品质、遵纪守法和需要回避等情况。",
                   !has_physical ? "" : is_background_first ? "先进行考察，" : "体检合格的进行考察，");
  if (has_physical && has_background && is_background_first)
    kp_notice_say (paragraphs, "考察合格的进行体检。");
  kp_notice_say_score (paragraphs, scheme);
  say_substitution (paragraphs, scheme);
  say_shortlist_days (paragraphs, scheme);
  say_reserve (paragraphs, scheme);
  say_choice (paragraphs, &scheme->choice, kp_scheme_asks_final_total (scheme) ? "最终成绩" : "综合成绩");
}
