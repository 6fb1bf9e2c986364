/* kp-scheme-explain-places.c – the opening ratio and what becomes of free places, in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

static gchar *
dup_codes (const GPtrArray *codes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", (const char *) g_ptr_array_index (codes, i));

  return g_string_free (text, FALSE);
}

/* "调剂到A01岗位" */
static gchar *
dup_move (const GPtrArray *codes,
          KpMove           how)
{
  g_autofree gchar *names = dup_codes (codes);

  if (how == KP_MOVE_IN_TURN)
    return g_strdup_printf ("按%s岗位的顺序逐名轮流调剂", names);
  if (how == KP_MOVE_DECIDED)
    return g_strdup_printf ("由招聘工作领导小组研究决定是否调剂、调剂多少，可以接收的岗位为%s", names);
  if (how == KP_MOVE_SAME_STREET)
    return g_strdup_printf ("调剂到同一街道（乡镇）的岗位，可以接收的岗位为%s", names);
  if (codes->len > 1)
    return g_strdup_printf ("按%s岗位的顺序，调剂到其中可以接收的第一个岗位", names);

  return g_strdup_printf ("调剂到%s岗位", names);
}

static const char *
get_extent (const KpQuotaPolicy *quota)
{
  switch (quota->per)
    {
    case KP_QUOTA_PER_STREET:
      return "每个街道（乡镇）各岗位合计的";
    case KP_QUOTA_PER_CAMPAIGN:
      return "全部岗位合计的";
    case KP_QUOTA_PER_POST:
    default:
      return "各岗位";
    }
}

static gchar *
dup_reduction (const KpQuotaPolicy *quota)
{
  const char         *counts = kp_quota_counts_get_chinese (quota->counts);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "按%s人数除以比例%s核减招聘人数", quota->counts == KP_QUOTA_COUNTS_PASSED ? "合格" : counts,
                          quota->rounding == KP_ROUNDING_TRUNCATE ? "取整" : kp_rounding_get_chinese (quota->rounding));
  if (quota->minimum > 0)
    g_string_append_printf (text, "，核减后不少于%u名", quota->minimum);
  if (quota->per != KP_QUOTA_PER_POST)
    g_string_append (text, "，各岗位核减的人数由领导小组决定");
  if (quota->minimum == 0)
    g_string_append (text, "；核减后为0的，取消该岗位");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say_ratio (GPtrArray      *paragraphs,
           const KpScheme *scheme)
{
  const KpQuotaPolicy *quota = &scheme->quota;
  const char          *extent = get_extent (quota);
  const char          *counts = quota->counts == KP_QUOTA_COUNTS_PASSED ? "资格审查合格" : kp_quota_counts_get_chinese (quota->counts);
  g_autofree gchar    *ratio = kp_notice_dup_ratio (quota->ratio);
  g_autofree gchar    *reduction = dup_reduction (quota);

  if (quota->action == KP_QUOTA_REDUCE)
    kp_notice_say (paragraphs, "%s%s人数与招聘人数之比不低于%s方可开考。达不到的，%s。", extent, counts, ratio, reduction);
  else if (quota->action == KP_QUOTA_CANCEL)
    kp_notice_say (paragraphs, "%s%s人数与招聘人数之比不低于%s方可开考。达不到的，取消该岗位。", extent, counts, ratio);
  else if (quota->action == KP_QUOTA_INTERVIEW_ONLY)
    kp_notice_say (paragraphs, "%s%s人数与招聘人数之比低于%s的，不再组织笔试，直接面试。", extent, counts, ratio);
  else if (quota->action == KP_QUOTA_DECIDE)
    kp_notice_say (paragraphs, "%s%s人数与招聘人数之比不低于%s方可开考。达不到的，由领导小组决定核减、取消或者保留招聘计划。", extent,
                   counts, ratio);
  else
    kp_notice_say (paragraphs, "%s%s人数与招聘人数之比以%s为开考比例。达不到的，保留招聘计划。", extent, counts, ratio);
}

/* Thresholds beside the ratio. */
static void
say_tiers (GPtrArray           *paragraphs,
           const KpQuotaPolicy *quota)
{
  const char       *counts = quota->counts == KP_QUOTA_COUNTS_PASSED ? "资格审查合格" : kp_quota_counts_get_chinese (quota->counts);
  g_autofree gchar *reduction = dup_reduction (quota);
  const char       *actions[KP_QUOTA_N_ACTIONS] = {
    [KP_QUOTA_REDUCE] = reduction, [KP_QUOTA_CANCEL] = "取消该岗位", [KP_QUOTA_KEEP] = "保留招聘计划",
    [KP_QUOTA_INTERVIEW_ONLY] = "不再组织笔试，直接面试", [KP_QUOTA_DECIDE] = "由领导小组决定核减、取消或者保留招聘计划",
  };

  for (guint i = 0; i < quota->n_tiers; i++)
    {
      g_autofree gchar *ratio = kp_notice_dup_ratio (quota->tiers[i].ratio);

      kp_notice_say (paragraphs, "%s%s人数与招聘人数之比低于%s的，%s。", get_extent (quota), counts, ratio,
                     actions[quota->tiers[i].action]);
    }
  if (quota->n_tiers > 0)
    kp_notice_say (paragraphs, "各比例均按核减前的招聘人数计算；同时低于几个比例的，从低到高一并处理，已取消的岗位和由领导小组决定的岗位不再作其他处理。");
}

/* Posts with a ratio or an action of their own, and those that open in any case. */
static void
say_own_ratios (GPtrArray      *paragraphs,
                const KpScheme *scheme)
{
  static const char *const actions[KP_QUOTA_N_ACTIONS] = {
    [KP_QUOTA_REDUCE] = "达不到的，核减招聘人数", [KP_QUOTA_CANCEL] = "达不到的，取消该岗位",
    [KP_QUOTA_KEEP] = "达不到的，保留招聘计划", [KP_QUOTA_INTERVIEW_ONLY] = "达不到的，不再组织笔试，直接面试",
    [KP_QUOTA_DECIDE] = "达不到的，由领导小组决定",
  };

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      gboolean            has_ratio = kp_fraction_is_known (post->quota_ratio);
      g_autofree gchar   *ratio = has_ratio ? kp_notice_dup_ratio (post->quota_ratio) : NULL;

      if (post->is_quota_exempt)
        kp_notice_say (paragraphs, "%s岗位不受开考比例限制。", post->code);
      else if (has_ratio && post->has_quota_action)
        kp_notice_say (paragraphs, "%s岗位的开考比例为%s；%s。", post->code, ratio, actions[post->quota_action]);
      else if (has_ratio)
        kp_notice_say (paragraphs, "%s岗位的开考比例为%s。", post->code, ratio);
      else if (post->has_quota_action)
        kp_notice_say (paragraphs, "%s岗位%s。", post->code, actions[post->quota_action]);
    }
}

static void
say_freed (GPtrArray           *paragraphs,
           const KpQuotaPolicy *quota)
{
  static const char *const sources[] = {
    [KP_QUOTA_FREED_CANCELLED_TARGETED] = "被取消的定向岗位的招聘人数",
    [KP_QUOTA_FREED_CANCELLED] = "被取消岗位的招聘人数",
    [KP_QUOTA_FREED_TARGETED] = "定向岗位被核减、取消的招聘人数",
    [KP_QUOTA_FREED_ALL] = "被核减、取消的招聘人数",
  };
  static const char *const receivers[] = {
    [KP_QUOTA_RECEIVER_ASK] = "调入后达不到开考比例的，由领导小组决定是否调入",
    [KP_QUOTA_RECEIVER_KEEPS] = "调入后达不到开考比例的，不再核减",
    [KP_QUOTA_RECEIVER_TAKES_WHAT_FITS] = "调入的人数以达到开考比例为限",
  };
  g_autofree gchar *move = NULL;

  if (quota->freed == KP_QUOTA_FREED_NONE)
    return;

  move = dup_move (quota->freed_to, quota->freed_how);
  kp_notice_say (paragraphs, "%s，%s。%s。", sources[quota->freed], move, receivers[quota->receiver]);
}

static void
say_interview_only (GPtrArray      *paragraphs,
                    const KpScheme *scheme)
{
  const KpSchemeTotal *total = kp_scheme_get_total (scheme, scheme->quota.interview_only_total);

  if (total != NULL)
    kp_notice_say (paragraphs, "因达不到开考比例而直接面试的岗位，综合成绩按“%s”的办法计算。",
                   total->label != NULL && *total->label != '\0' ? total->label : total->id);
}

/* "实际参加笔试的人数与招聘人数之比低于1∶3的，…" */
static void
say_turnout (GPtrArray           *paragraphs,
             const KpQuotaPolicy *turnout)
{
  g_autofree gchar *ratio = NULL;
  g_autofree gchar *reduction = NULL;

  if (!turnout->applies || !kp_fraction_is_known (turnout->ratio))
    return;

  ratio = kp_notice_dup_ratio (turnout->ratio);
  reduction = dup_reduction (turnout);
  kp_notice_say (paragraphs, "%s的人数与招聘人数之比低于%s的，%s。", kp_quota_counts_get_chinese (turnout->counts), ratio,
                 turnout->action == KP_QUOTA_CANCEL ? "取消该岗位" : reduction);
}

static void
say_leftover (GPtrArray              *paragraphs,
              const KpLeftoverPolicy *leftover)
{
  g_autofree gchar *move = NULL;

  if (leftover->at == KP_LEFTOVER_NEVER)
    return;

  move = dup_move (leftover->to, leftover->how);
  kp_notice_say (paragraphs, "%s，%s仍有空缺的招聘人数，%s。",
                 leftover->at == KP_LEFTOVER_AT_SHORTLIST ? "确定面试人选时" : "面试结束后",
                 leftover->from == KP_LEFTOVER_FROM_TARGETED ? "定向岗位" : "各岗位", move);
}

/**
 * kp_notice_explain_places:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on the opening ratio, on posts that have another, on those who really come to the exams, and on where free
 * places go.
 */
void
kp_notice_explain_places (GPtrArray      *sections,
                          const KpScheme *scheme)
{
  const KpQuotaPolicy *quota = &scheme->quota;
  const gboolean       asks_turnout = kp_scheme_asks_turnout (scheme);
  GPtrArray           *paragraphs;

  if (!quota->applies && !asks_turnout && scheme->leftover.at == KP_LEFTOVER_NEVER)
    return;

  paragraphs = kp_notice_begin (sections, quota->applies ? "开考比例" : asks_turnout ? "到考人数" : "招聘人数的调剂");
  if (quota->applies)
    {
      say_ratio (paragraphs, scheme);
      say_tiers (paragraphs, quota);
      say_own_ratios (paragraphs, scheme);
      say_interview_only (paragraphs, scheme);
      if (quota->repost_days > 0)
        kp_notice_say (paragraphs, "被取消岗位的报考人员，可在%u%s内改报其他符合条件的岗位，逾期视为放弃。", quota->repost_days,
                       quota->is_repost_in_workdays ? "个工作日" : "日");
      say_freed (paragraphs, quota);
    }
  for (guint i = 0; i < KP_N_TURNOUTS; i++)
    say_turnout (paragraphs, &scheme->turnout[i]);
  say_leftover (paragraphs, &scheme->leftover);
}
