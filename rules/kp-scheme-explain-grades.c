/* kp-scheme-explain-grades.c – conversion, grades and pay in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

static gboolean
has_conversion (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    if (((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->track == KP_TRACK_CONVERSION)
      return TRUE;
  return FALSE;
}

static gchar *
dup_conversion (const KpScheme *scheme)
{
  const KpConversionPolicy *policy = &scheme->conversion.policy;
  const KpDate base = kp_date_is_valid (policy->base_day) ? policy->base_day : scheme->cutoff;
  g_autofree char *day = kp_date_dup_chinese (base);
  GString *text = g_string_new ("转聘：");

  if (scheme->conversion.exam != KP_CONVERSION_EXAM_ANY)
    g_string_append_printf (text, "考试方式为%s；", kp_conversion_exam_get_chinese (scheme->conversion.exam));
  g_string_append_printf (text, "以%s为基准日，专职在岗且连续满%u个月，年龄不超过%u周岁（经街道党工委、乡镇党委研究决定的，不超过%u周岁），"
                                "新合同期满前未达到法定退休年龄；",
                          *day != '\0' ? day : "资格截止日", policy->least_months, policy->max_age, policy->max_age_decided);
  g_string_append (text, "学历为大专以上");
  if (policy->high_school_years > 0)
    g_string_append_printf (text, "，连续在岗满%u年的可以为高中", policy->high_school_years);
  g_string_append_printf (text, "；近%u年考核均为合格以上，没有不得聘用的情形；公益性岗位人员%s转聘范围。", policy->appraisals,
                          policy->takes_welfare ? "列入" : "不在");
  return g_string_free (text, FALSE);
}

/* "学士3年、硕士5年"; nothing without any. */
static void
append_equivalents (GString *text, const char *lead, const GPtrArray *equivalents)
{
  for (guint i = 0; i < equivalents->len; i++)
    {
      const KpSchemeEquivalent *one = g_ptr_array_index (equivalents, i);

      g_string_append_printf (text, "%s%s%u年", i == 0 ? lead : "、", one->name, one->years);
    }
}

static void
say_sequence (GPtrArray *paragraphs, const KpSchemeSequence *sequence)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "岗位等级（%s）：%u级至%u级，初次定级按认定的社区工作年限和折算年限之和，每满%u个月高一级，不超过最高级",
                          sequence->name, sequence->lowest, sequence->highest, sequence->step_months);
  append_equivalents (text, "；学历学位折算：", sequence->educations);
  append_equivalents (text, "；职业水平证书折算：", sequence->certificates);
  kp_notice_say (paragraphs, "%s。", text->str);
}

static void
say_pay (GPtrArray *paragraphs, const KpSchemeGrades *grades)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < grades->pay->len; i++)
    {
      const KpSchemePay *pay = g_ptr_array_index (grades->pay, i);
      g_autofree char *day = kp_date_dup_chinese (pay->from);
      g_autofree char *amount = kp_mark_dup_text (pay->amount, 2);

      g_string_append_printf (text, "%s%s起%s%u级每月%s元", i > 0 ? "；" : "", day, pay->sequence, pay->grade, amount);
    }
  for (guint i = 0; i < grades->allowances->len; i++)
    {
      const KpSchemeAllowance *one = g_ptr_array_index (grades->allowances, i);
      g_autofree char *amount = kp_mark_dup_text (one->amount, 2);

      g_string_append_printf (text, "%s%s补贴每月%s元", text->len > 0 ? "；" : "", one->certificate, amount);
    }
  if (grades->minimum_wage > 0)
    {
      g_autofree char *amount = kp_mark_dup_text (grades->minimum_wage, 2);

      g_string_append_printf (text, "%s工资不低于最低工资标准每月%s元", text->len > 0 ? "；" : "", amount);
    }
  if (text->len > 0)
    kp_notice_say (paragraphs, "薪酬：%s。", text->str);
}

static void
say_posts (GPtrArray *paragraphs, const KpScheme *scheme)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (post->grade_sequence != NULL)
        g_string_append_printf (text, "%s%s按%s序列", text->len > 0 ? "、" : "", post->code, post->grade_sequence);
    }
  if (text->len > 0)
    kp_notice_say (paragraphs, "定级：岗位%s定级。", text->str);
}

/**
 * kp_notice_say_grades:
 * @paragraphs: (element-type utf8): of the section on hiring
 * @scheme: a scheme
 *
 * Says the conditions of a conversion where the scheme has one or states them, and grades and pay where it sets them.
 */
void
kp_notice_say_grades (GPtrArray *paragraphs, const KpScheme *scheme)
{
  g_autoptr (KpScheme) usual = kp_scheme_new ();
  g_autofree gchar *conversion = dup_conversion (scheme);
  g_autofree gchar *before = NULL;

  usual->cutoff = scheme->cutoff;
  before = dup_conversion (usual);
  if (has_conversion (scheme) || !g_str_equal (conversion, before))
    kp_notice_say (paragraphs, "%s", conversion);
  for (guint i = 0; i < scheme->grades.sequences->len; i++)
    say_sequence (paragraphs, g_ptr_array_index (scheme->grades.sequences, i));
  say_posts (paragraphs, scheme);
  say_pay (paragraphs, &scheme->grades);
}
