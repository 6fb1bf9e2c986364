/* kp-scheme-explain-work.c – probation, deadlines, and how long papers are kept: in the words of a notice, where unusual.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

static gchar *
dup_mark (KpMark mark)
{
  return kp_mark_dup_text (mark, 0);
}

static void
append_without (GString *out, guint without)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < KP_LINK_N; i++)
    {
      if (!(without & (1u << i)))
        continue;
      g_string_append_printf (out, "%s%s", is_first ? "不要求" : "、", kp_link_get_chinese ((KpLink) i));
      is_first = FALSE;
    }
  g_string_append (out, is_first ? "" : "；");
}

static void
append_lists (GString *out, const KpProbationPolicy *policy)
{
  g_string_append (out, "考核要素为");
  for (guint i = 0; i < MIN (policy->n_elements, KP_PROBATION_MAX_ELEMENTS); i++)
    {
      g_autofree char *full = dup_mark (policy->elements[i].full);

      g_string_append_printf (out, "%s%s（%s分%s）", i > 0 ? "、" : "", policy->elements[i].name, full,
                              policy->elements[i].is_from_survey ? "，由满意度测评得出" : "");
    }
  g_string_append (out, "；有下列情形之一的直接为不合格：");
  for (guint i = 0; i < MIN (policy->n_vetoes, KP_PROBATION_MAX_VETOES); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", policy->vetoes[i]);
  g_string_append (out, "。");
}

static char *
dup_probation (const KpScheme *scheme)
{
  const KpSchemeProbation *rule = &scheme->probation;
  g_autofree char *pass = dup_mark (rule->pass_line);
  g_autofree char *excellent = dup_mark (rule->excellent_line);
  g_autoptr (GString) text = g_string_new ("试用期考核：");
  KpProbationPolicy policy;

  kp_scheme_make_probation_policy (scheme, &policy);
  append_without (text, rule->without);
  g_string_append_printf (
      text,
      "导师结对、职责和考核办法告知、初任培训在用工后%u日内完成，月度记录和中期评估在月满后%u日内完成；"
      "满意度测评、期满考核和集体研究、征求工会意见、通知送达分别提前于期满%u日、%u日、%u日、%u日；",
      rule->first_days, rule->note_days, rule->survey_days, rule->meeting_days, rule->union_days,
      rule->notice_days);
  g_string_append_printf (text, "满意度测评有效票不少于%u张，", rule->least_answers);
  if (rule->survey_percent > 0)
    g_string_append_printf (text, "满意率低于%u%%的为不合格；", rule->survey_percent);
  else
    g_string_append (text, "不以满意率单独判定；");
  g_string_append_printf (
      text, "%s分以上为合格，%s分以上为优秀；优秀的试用满%u个月%s提前转正；书面约定的中止天数%s试用期；",
      pass, excellent, rule->early_months, rule->may_pass_early ? "可以" : "也不",
      rule->suspension_extends ? "顺延" : "不顺延");
  append_lists (text, &policy);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_alarms (GString *out, const char *what, const KpAlarms *alarms)
{
  g_string_append_printf (out, "；%s提前", what);
  for (guint i = 0; i < MIN (alarms->n, KP_DEADLINE_MAX_ALARMS); i++)
    g_string_append_printf (out, "%s%u", i > 0 ? "、" : "", alarms->days[i]);
  g_string_append (out, "日提醒");
}

static char *
dup_deadlines (const KpScheme *scheme)
{
  const KpSchemeDeadlines *rule = &scheme->deadlines;
  g_autoptr (GString) text = g_string_new ("办理期限：自用工之日起，");
  g_autofree char *certificate = kp_date_dup_chinese (rule->certificate_by);
  KpDeadlinePolicy policy;

  kp_scheme_make_deadline_policy (scheme, &policy);
  if (rule->contract_days > 0)
    g_string_append_printf (text, "%u日内", rule->contract_days);
  else
    g_string_append (text, "一个月内");
  g_string_append_printf (
      text, "订立书面劳动合同，%u日内办理社会保险登记，%u日内办理住房公积金缴存登记；公示异议%u个%s内答复",
      rule->insurance_days, rule->fund_days, rule->objection_days,
      rule->is_objection_in_workdays ? "工作日" : "自然日");
  if (*certificate != '\0')
    g_string_append_printf (text, "；应届毕业生须于%s以前取得毕业证书", certificate);
  append_alarms (text, "试用期满", &policy.probation_alarms);
  append_alarms (text, "合同期满", &policy.term_alarms);
  g_string_append (text, "。");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* 个人信息保护法 §17: whoever hands in papers is told how long they are kept. */
static char *
dup_retention (const KpScheme *scheme)
{
  g_autoptr (GString) text = g_string_new ("个人信息和材料的保存期限：");

  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    {
      const guint years = scheme->deadlines.keep.years[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "；" : "", kp_retention_get_chinese ((KpRetentionKind) i));
      if (years > 0)
        g_string_append_printf (text, "%u年", years);
      else
        g_string_append (text, "永久");
    }
  g_string_append (text, "；劳动合同文本自合同解除或者终止之日起计算，其余自招聘结束之日起计算，期满销毁。");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say_unusual (GPtrArray *paragraphs,
             const KpScheme *scheme,
             const KpScheme *usual,
             char *(*dup) (const KpScheme *) )
{
  g_autofree char *text = dup (scheme);
  g_autofree char *before = dup (usual);

  if (!g_str_equal (text, before))
    kp_notice_say (paragraphs, "%s", text);
}

/**
 * kp_notice_say_work:
 * @paragraphs: (element-type utf8): of the section on hiring
 * @scheme: a scheme
 *
 * Says what the scheme sets for probation, deadlines and how long papers are kept; nothing where it leaves them to the law and
 * the usual.
 */
void
kp_notice_say_work (GPtrArray *paragraphs, const KpScheme *scheme)
{
  g_autoptr (KpScheme) usual = kp_scheme_new ();

  say_unusual (paragraphs, scheme, usual, dup_probation);
  say_unusual (paragraphs, scheme, usual, dup_deadlines);
  say_unusual (paragraphs, scheme, usual, dup_retention);
}
