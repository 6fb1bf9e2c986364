/* kp-quota-words.c – what became of a post at the opening, in Chinese.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-quota-private.h"

/* The highest ratio where all are met, else each that isn't. */
static void
say_ratios (GString          *text,
            const KpQuotaRun *run,
            guint             index)
{
  const KpQuotaStep *step = &run->steps[index];
  guint              applicants = run->steps[step->leader].applicants;
  guint              n_tiers = 0;
  const KpQuotaTier *tiers = kp_quota_run_list_tiers (run, index, &n_tiers);
  gboolean           has_few = applicants < step->result->needed;
  guint              n_said = 0;

  g_string_append_printf (text, "，%s开考比例", has_few ? "未达到" : "达到");
  for (guint i = has_few ? 0 : n_tiers - 1; i < n_tiers; i++)
    {
      guint needed = kp_quota_run_count_needed (run, index, tiers[i].ratio);

      if (has_few && applicants >= needed)
        continue;
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "∶%" G_GINT64_FORMAT, n_said++ > 0 ? "、" : "",
                              tiers[i].ratio.num, tiers[i].ratio.den);
      if (has_few)
        g_string_append_printf (text, "（须%u人）", needed);
    }
}

static void
say_numbers (GString          *text,
             const KpQuotaRun *run,
             guint             index)
{
  const KpQuotaStep *step = &run->steps[index];
  const KpQuotaStep *pool = &run->steps[step->leader];
  const char        *counts = kp_quota_counts_get_chinese (run->policy->counts);

  g_string_append_printf (text, "计划%u人，%s%u人", step->post->plan, counts, step->post->applicants);
  if (!run->policy->applies)
    {
      g_string_append (text, "，不设开考比例");
      return;
    }
  if (pool->n_pooled > 1)
    g_string_append_printf (text, "；%s%u个岗位合计计划%u人，%s%u人",
                            run->policy->per == KP_QUOTA_PER_STREET ? "所在街道" : "全部", pool->n_pooled, pool->plan,
                            counts, pool->applicants);
  say_ratios (text, run, index);
}

static void
say_outcome (GString          *text,
             const KpQuotaRun *run,
             guint             index)
{
  const KpQuotaStep *step = &run->steps[index];

  if (step->post->has_decision)
    g_string_append_printf (text, "，领导小组决定招聘%u人", step->post->decided_places);
  switch (step->result->outcome)
    {
    case KP_QUOTA_REDUCED:
      g_string_append_printf (text, "，核减为%u人", step->post->plan - step->result->freed);
      break;
    case KP_QUOTA_CANCELLED:
      g_string_append (text, "，取消该岗位");
      if (run->policy->repost_days > 0)
        g_string_append_printf (text, "，报考人员可在%u%s内改报其他岗位", run->policy->repost_days,
                                run->policy->is_repost_in_workdays ? "个工作日" : "日");
      break;
    case KP_QUOTA_KEPT:
      if (!step->post->has_decision || step->post->decided_places == step->post->plan)
        g_string_append (text, "，保留原计划");
      break;
    case KP_QUOTA_TO_INTERVIEW:
      if (!step->post->has_decision && step->result->freed > 0)
        g_string_append_printf (text, "，核减为%u人", step->post->plan - step->result->freed);
      g_string_append (text, "，不再笔试，直接面试");
      break;
    case KP_QUOTA_UNDECIDED:
      if (step->question == KP_QUOTA_ASKS_SPREAD)
        g_string_append_printf (text, "，合计须核减为%u人，各岗位核减人数须由领导小组决定", run->steps[step->leader].target);
      else
        g_string_append (text, "，核减、取消或者保留须由领导小组决定");
      break;
    case KP_QUOTA_OPENS:
    default:
      break;
    }
}

static void
say_moves (GString           *text,
           const KpQuotaStep *step)
{
  const KpQuotaResult *result = step->result;

  if (result->moved_in > 0)
    g_string_append_printf (text, "，另调入%u人，共%u人", result->moved_in, result->new_plan);

  if (step->question == KP_QUOTA_ASKS_RATIO)
    g_string_append_printf (text, "，拟调入的%u人达不到开考比例，须由领导小组决定", result->waiting);
  else if (step->question == KP_QUOTA_ASKS_CLOSED)
    g_string_append_printf (text, "，拟调入的%u人没有可以接收的岗位，须由领导小组决定", result->waiting);
  else if (step->question == KP_QUOTA_ASKS_STREET)
    g_string_append_printf (text, "，腾出的%u人在本街道没有可以调入的岗位，须由领导小组决定", result->waiting);
  else if (step->question == KP_QUOTA_ASKS_TOO_MANY)
    g_string_append (text, "，决定的人数使招聘总数超出计划，须由领导小组重新决定");
}

/**
 * kp_quota_run_explain:
 * @run: a run that is done
 *
 * Says of each post what was counted, what the ratio asks for, what became of it and what came in.
 */
void
kp_quota_run_explain (KpQuotaRun *run)
{
  for (guint i = 0; i < run->n_steps; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      say_numbers (text, run, i);
      say_outcome (text, run, i);
      say_moves (text, &run->steps[i]);
      g_string_append (text, "。");
      run->steps[i].result->explanation = g_string_free (g_steal_pointer (&text), FALSE);
    }
}
