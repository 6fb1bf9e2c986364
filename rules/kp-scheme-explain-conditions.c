/* kp-scheme-explain-conditions.c – the notice's words on who may apply, and how.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

#include "kp-qualify.h"

/* "资格复审、考察": when a requirement is looked at. */
static gchar *
dup_moments (guint checked)
{
  g_autoptr (GString) moments = g_string_new (NULL);

  for (guint i = 0; i < KP_N_CHECKS; i++)
    if ((checked & (1u << i)) != 0)
      g_string_append_printf (moments, "%s%s", moments->len > 0 ? "、" : "", kp_check_get_chinese ((KpCheck) (1u << i)));

  return g_strdup (moments->str);
}

/* The notice's own sentence, or the condition in words; then what the sentence may not say. */
static gchar *
dup_phrase (const KpRequirement *requirement)
{
  g_autoptr (GString) phrase = g_string_new (requirement->text);

  if (phrase->len == 0)
    {
      g_autofree gchar *words = kp_condition_dup_chinese (requirement->condition);

      g_string_append_printf (phrase, "%s。", words);
    }
  if (requirement->when != NULL)
    {
      g_autofree gchar *when = kp_condition_dup_chinese (requirement->when);

      g_string_append_printf (phrase, "本项适用于：%s。", when);
    }
  if (kp_notice_is_said (requirement->proof))
    g_string_append_printf (phrase, "须提供%s。", requirement->proof);
  if (requirement->checked != KP_CHECK_REVIEW)
    {
      g_autofree gchar *moments = dup_moments (requirement->checked);

      g_string_append_printf (phrase, "本项在%s时审查。", moments);
    }

  return g_strdup (phrase->str);
}

static void
say_requirements (GPtrArray       *paragraphs,
                  const GPtrArray *requirements)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);
      g_autofree gchar    *phrase = NULL;

      if (requirement->condition == NULL)
        continue;
      phrase = dup_phrase (requirement);
      kp_notice_say (paragraphs, "%u.%s：%s", i + 1, requirement->label, phrase);
    }
}

/* Whether relaxations count for what a post asks in place of a general requirement; of others nothing needs to be said. */
static const char *
get_relaxing (const KpScheme      *scheme,
              const KpRequirement *own)
{
  if (own->condition != NULL)
    for (guint i = 0; i < scheme->relaxations->len; i++)
      if (g_strcmp0 (((const KpRelaxation *) g_ptr_array_index (scheme->relaxations, i))->relaxes, own->id) == 0)
        {
          if (own->is_relaxed)
            return "放宽条件同样适用。";
          return kp_qualify_is_relaxable (scheme, own) ? "" : "不适用放宽条件。";
        }

  return "";
}

/* "C01退役军人定向岗　学历：高中及以上学历。定向对象：退役军人。" */
static void
say_post (GPtrArray          *paragraphs,
          const KpScheme     *scheme,
          const KpSchemePost *post)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < post->requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (post->requirements, i);
      g_autofree gchar    *phrase = requirement->condition != NULL ? dup_phrase (requirement) : g_strdup ("本岗位不作要求。");

      g_string_append_printf (text, "%s：%s%s", requirement->label, phrase, get_relaxing (scheme, requirement));
    }
  if (text->len > 0)
    kp_notice_say (paragraphs, "%s%s　%s", post->code, post->name, text->str);
}

static void
say_relaxation (GPtrArray          *paragraphs,
                const KpRelaxation *relaxation,
                guint               number)
{
  g_autofree gchar *group = kp_condition_dup_chinese (relaxation->group);
  g_autofree gchar *bound = kp_condition_dup_chinese (relaxation->bound);
  g_autofree gchar *proof = kp_notice_is_said (relaxation->proof) ? g_strdup_printf ("须提供%s。", relaxation->proof) : g_strdup ("");

  if (kp_notice_is_said (relaxation->text))
    kp_notice_say (paragraphs, "%u.%s：%s%s", number, relaxation->label, relaxation->text, proof);
  else
    kp_notice_say (paragraphs, "%u.%s（%s）：放宽至%s。%s", number, relaxation->label, group, bound, proof);
}

/* 高级工班按大专学历对待 */
static void
say_education (GPtrArray      *paragraphs,
               const KpScheme *scheme)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scheme->education_as->len; i++)
    {
      const KpSchemeEducation *education = g_ptr_array_index (scheme->education_as, i);

      g_string_append_printf (text, "%s%s按%s学历对待", text->len > 0 ? "，" : "", education->word, education->as);
    }
  if (text->len > 0)
    kp_notice_say (paragraphs, "%s。", text->str);
}

/* （一）, （二） …: parts that the notice doesn't have leave no gap. */
static void
say_part (GPtrArray  *paragraphs,
          guint      *number,
          const char *title)
{
  static const char *const numerals[] = { "一", "二", "三", "四" };

  kp_notice_say (paragraphs, "（%s）%s", numerals[(*number)++], title);
}

static gboolean
has_post_requirements (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    if (((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->requirements->len > 0)
      return TRUE;

  return FALSE;
}

/**
 * kp_notice_explain_conditions:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme that kp_scheme_check() accepts
 *
 * Adds who may apply.
 */
void
kp_notice_explain_conditions (GPtrArray      *sections,
                              const KpScheme *scheme)
{
  GPtrArray        *paragraphs;
  g_autofree gchar *cutoff = kp_date_dup_chinese (scheme->cutoff);
  const gboolean    has_basic
    = scheme->requirements->len > 0 || kp_notice_says_definitions (scheme) || scheme->education_as->len > 0 || !kp_date_is_none (scheme->cutoff);
  guint             number = 0;

  if (!has_basic && !has_post_requirements (scheme) && scheme->relaxations->len == 0 && scheme->declarations->len == 0)
    return;

  paragraphs = kp_notice_begin (sections, "招聘范围和条件");
  if (has_basic)
    say_part (paragraphs, &number, "基本条件");
  if (!kp_date_is_none (scheme->cutoff))
    kp_notice_say (paragraphs, "除另有说明外，各项条件的时间均计算至%s。", cutoff);
  say_requirements (paragraphs, scheme->requirements);
  say_education (paragraphs, scheme);
  kp_notice_say_definitions (paragraphs, scheme);

  if (has_post_requirements (scheme))
    {
      say_part (paragraphs, &number, "岗位条件");
      kp_notice_say (paragraphs, "下列岗位另有规定，与基本条件不一致的，以岗位条件为准：");
    }
  for (guint i = 0; i < scheme->posts->len; i++)
    say_post (paragraphs, scheme, g_ptr_array_index (scheme->posts, i));

  if (scheme->relaxations->len > 0)
    {
      say_part (paragraphs, &number, "放宽条件");
      kp_notice_say (paragraphs, "符合多项放宽条件的，适用其中最有利的一项，不累加。");
    }
  for (guint i = 0; i < scheme->relaxations->len; i++)
    say_relaxation (paragraphs, g_ptr_array_index (scheme->relaxations, i), i + 1);

  if (scheme->declarations->len > 0)
    {
      say_part (paragraphs, &number, "不得报考的情形");
      kp_notice_say (paragraphs, "有下列情形之一的，不得报考：");
    }
  for (guint i = 0; i < scheme->declarations->len; i++)
    kp_notice_say (paragraphs, "%u.%s", i + 1, (const char *) g_ptr_array_index (scheme->declarations, i));
}

/* "军人配偶（须提供结婚证）、参保月数（必填）" */
static void
say_facts (GPtrArray      *paragraphs,
           const KpScheme *scheme)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scheme->facts->len; i++)
    {
      const KpFactDef *def = g_ptr_array_index (scheme->facts, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", def->label);
      if (kp_notice_is_said (def->proof) && def->empty_is_unknown)
        g_string_append_printf (text, "（必填，须提供%s）", def->proof);
      else if (kp_notice_is_said (def->proof))
        g_string_append_printf (text, "（须提供%s）", def->proof);
      else if (def->empty_is_unknown)
        g_string_append (text, "（必填）");
    }
  if (text->len > 0)
    kp_notice_say (paragraphs, "报名时除基本信息外，还须如实填写：%s。未填写的，除注明必填的以外，视为没有该项情况。", text->str);
}

static gchar *
dup_registration_time (const KpScheme *scheme)
{
  g_autofree gchar *from = kp_date_dup_chinese (scheme->registration_from);
  g_autofree gchar *to = kp_date_dup_chinese (scheme->registration_to);

  if (*from == '\0' && *to == '\0')
    return g_strdup ("");
  if (*from == '\0')
    return g_strdup_printf ("报名截止时间：%s。", to);
  if (*to == '\0')
    return g_strdup_printf ("报名时间：自%s起。", from);

  return g_strdup_printf ("报名时间：%s至%s。", from, to);
}

static gchar *
dup_payment (const KpSchemeRegistration *registration)
{
  g_autofree gchar *day = kp_date_dup_chinese (registration->pay_until);

  /* Whether a fee is taken is for the notice to say; here only what becomes of those who don't pay. */
  if (!registration->needs_payment)
    return g_strdup ("");
  if (kp_date_is_none (registration->pay_until))
    return g_strdup ("报名须在报名期间缴费，未缴费的，报名无效。");

  return g_strdup_printf ("报名须在%s前（含当日）缴费，未缴费的，报名无效。", day);
}

static const char *
get_unit (gboolean is_in_workdays)
{
  return is_in_workdays ? "个工作日" : "日";
}

/* What the notice says of the review: nothing of a policy that it doesn't name. */
static void
say_review (GPtrArray      *paragraphs,
            const KpScheme *scheme)
{
  const KpReviewPolicy *review = &scheme->review;
  gboolean              has_period = review->supplement_days > 0 || review->appeal_days > 0 || review->answer_days > 0;

  if (review->levels == 1)
    kp_notice_say (paragraphs, "资格审查由一名审查人员进行。");
  else if (has_period)
    kp_notice_say (paragraphs, "资格审查分初审、复核两级，由不同的审查人员进行。");
  if (review->supplement_days > 0)
    kp_notice_say (paragraphs, "需要补充材料的，应当自接到通知之日起%u%s内补齐；逾期未补齐的，视为放弃。", review->supplement_days,
                   get_unit (review->supplement_in_workdays));
  if (review->appeal_days > 0)
    kp_notice_say (paragraphs, "对审查结果有异议的，可以自接到通知之日起%u%s内提出申诉，由原审查人员以外的人员复核。",
                   review->appeal_days, get_unit (review->appeal_in_workdays));
  if (review->answer_days > 0)
    kp_notice_say (paragraphs, "对申诉自收到之日起%u%s内答复。", review->answer_days, get_unit (review->answer_in_workdays));
}

/* Whether somebody is examined before the papers are looked at. */
static gboolean
is_reviewed_late (const KpScheme *scheme)
{
  return kp_stage_order_is_before (&scheme->stages, KP_STAGE_WRITTEN, KP_STAGE_REVIEW)
         || kp_stage_order_is_before (&scheme->stages, KP_STAGE_INTERVIEW, KP_STAGE_REVIEW);
}

/**
 * kp_notice_explain_registration:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme that kp_scheme_check() accepts
 *
 * Adds how one applies and how the application is looked at.
 */
void
kp_notice_explain_registration (GPtrArray      *sections,
                                const KpScheme *scheme)
{
  GPtrArray        *paragraphs = kp_notice_begin (sections, is_reviewed_late (scheme) ? "报名" : "报名和资格审查");
  g_autofree gchar *time = dup_registration_time (scheme);
  g_autofree gchar *payment = dup_payment (&scheme->registration);

  kp_notice_say (paragraphs, "%s%s%s", time,
                 scheme->registration.one_post ? "每人限报一个岗位。" : "每人可以报考多个岗位。", payment);
  if (kp_notice_is_said (scheme->address) && kp_notice_is_said (scheme->phone))
    kp_notice_say (paragraphs, "报名地点：%s。咨询电话：%s。", scheme->address, scheme->phone);
  else if (kp_notice_is_said (scheme->address))
    kp_notice_say (paragraphs, "报名地点：%s。", scheme->address);
  else if (kp_notice_is_said (scheme->phone))
    kp_notice_say (paragraphs, "咨询电话：%s。", scheme->phone);
  say_facts (paragraphs, scheme);
  kp_notice_say_proofs (paragraphs, scheme);
  kp_notice_say (paragraphs, "资格审查贯穿招聘工作全过程。报考人员提供的信息和材料须真实、准确、完整；提供虚假信息或者材料的，取消应聘资格。");
  if (!is_reviewed_late (scheme))
    say_review (paragraphs, scheme);
}

/**
 * kp_notice_explain_late_review:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme that kp_scheme_check() accepts
 *
 * Adds a section on the review where it comes after an exam.
 */
void
kp_notice_explain_late_review (GPtrArray      *sections,
                               const KpScheme *scheme)
{
  GPtrArray *paragraphs;

  if (!is_reviewed_late (scheme))
    return;

  paragraphs = kp_notice_begin (sections, "资格审查");
  kp_notice_say (paragraphs, "资格审查在%s后进行，此前报考人员按填报的信息参加考试；审查不合格的，取消资格。",
                 kp_stage_order_is_before (&scheme->stages, KP_STAGE_INTERVIEW, KP_STAGE_REVIEW) ? "面试" : "笔试");
  say_review (paragraphs, scheme);
}
