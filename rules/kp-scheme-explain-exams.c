/* kp-scheme-explain-exams.c – written exam, interview and total of the scheme in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

static gchar *
dup_mark (KpMark mark)
{
  return kp_mark_dup_text (mark, 0);
}

static void
say_sitting (GPtrArray             *paragraphs,
             const KpScheme        *scheme,
             const KpSchemeSitting *sitting)
{
  const KpSchemePaper *paper = kp_scheme_get_paper (scheme, sitting->paper);
  g_autofree gchar    *day = kp_date_dup_chinese (sitting->date);
  g_autofree gchar    *full = dup_mark (paper->full);

  kp_notice_say (paragraphs, "%s：%s%02u:%02u至%02u:%02u，满分%s分，成绩保留%u位小数。", paper->name, day, sitting->start / 60,
                 sitting->start % 60, sitting->end / 60, sitting->end % 60, full, paper->decimals);
  if (sitting->posts->len > 0)
    {
      g_autoptr (GString) posts = g_string_new (NULL);

      for (guint i = 0; i < sitting->posts->len; i++)
        g_string_append_printf (posts, "%s%s", i > 0 ? "、" : "", (const gchar *) g_ptr_array_index (sitting->posts, i));
      kp_notice_say (paragraphs, "%s由报考%s岗位的考生参加。", paper->name, posts->str);
    }
  if (sitting->entry_from > 0)
    kp_notice_say (paragraphs, "%s开考前%u分钟开始入场。", paper->name, sitting->entry_from);
  if (sitting->late_minutes > 0)
    kp_notice_say (paragraphs, "%s开考%u分钟后不得入场。", paper->name, sitting->late_minutes);
}

/* Who sits on the ground floor, and who gets more time. */
static void
say_needs (GPtrArray             *paragraphs,
           const KpSchemeWritten *written)
{
  if (written->ground_floor != NULL)
    {
      g_autofree gchar *who = kp_condition_dup_chinese (written->ground_floor);

      kp_notice_say (paragraphs, "符合以下条件的考生安排在一层考场：%s。", who);
    }
  if (written->extra_time != NULL)
    {
      g_autofree gchar *who = kp_condition_dup_chinese (written->extra_time);

      kp_notice_say (paragraphs, "符合以下条件的考生在专用考场考试，每科延长%u分钟：%s。", written->extra_minutes, who);
    }
}

/* Those who go to the interview without a written exam. */
static void
say_unwritten (GPtrArray      *paragraphs,
               const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (!post->has_written)
        kp_notice_say (paragraphs, "%s%s不组织笔试，资格审查合格的人员直接参加面试。", post->code, post->name);
    }
}

/* Whether nobody sits anything here. */
static gboolean
is_elsewhere (const KpSchemeWritten *written)
{
  for (guint i = 0; i < written->papers->len; i++)
    if (!((const KpSchemePaper *) g_ptr_array_index (written->papers, i))->is_elsewhere)
      return FALSE;

  return TRUE;
}

/**
 * kp_notice_explain_written:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on the written exam, where there is one or its mark comes from another.
 */
void
kp_notice_explain_written (GPtrArray      *sections,
                           const KpScheme *scheme)
{
  const KpSchemeWritten *written = &scheme->written;
  const gboolean         is_held = kp_stage_order_contains (&scheme->stages, KP_STAGE_WRITTEN);
  GPtrArray             *paragraphs;
  g_autofree gchar      *where = kp_notice_dup_where (scheme, "公布");

  if (written->papers->len == 0)
    return;

  paragraphs = kp_notice_begin (sections, "笔试");
  if (is_held && !is_elsewhere (written))
    kp_notice_say (paragraphs, "%s领取笔试准考证，领取时间和方式%s。参加笔试须携带准考证和有效居民身份证。",
                   kp_stage_order_is_before (&scheme->stages, KP_STAGE_REVIEW, KP_STAGE_WRITTEN) ? "资格审查合格的人员"
                                                                                                 : "报考人员",
                   where);
  for (guint i = 0; i < written->sittings->len; i++)
    say_sitting (paragraphs, scheme, g_ptr_array_index (written->sittings, i));
  say_needs (paragraphs, written);
  kp_notice_say_papers (paragraphs, scheme);
  kp_notice_say_line (paragraphs, scheme);
  kp_notice_explain_bonus (paragraphs, &scheme->bonus);
  if (is_held)
    kp_notice_say (paragraphs, "笔试成绩%s。", where);
  if (is_held && written->recheck_days > 0)
    kp_notice_say (paragraphs,
                   "对本人笔试成绩有疑问的，可以自成绩公布之日起%u%s内申请查分。查分只复核漏评、合分、登分和缺考、违纪状态，不重新评阅；"
                   "每科限查一次。期满前不确定入围名单。",
                   written->recheck_days, written->recheck_in_workdays ? "个工作日" : "日");
  say_unwritten (paragraphs, scheme);
}

/* "保留4位小数" or "不作取舍". */
static gchar *
dup_places (gint decimals)
{
  return decimals == KP_CORRECTION_EXACT ? g_strdup ("不作取舍") : g_strdup_printf ("保留%d位小数", decimals);
}

/* How the coefficient is made, for those who want to work theirs out. */
static void
say_coefficient (GPtrArray                *paragraphs,
                 const KpCorrectionPolicy *correction)
{
  static const char *const numerators[KP_CORRECTION_N_METHODS] = {
    [KP_CORRECTION_MEAN_OF_MEANS] = "各考场平均分的平均分",
    [KP_CORRECTION_POOLED] = "该岗位全部考生的平均分",
    [KP_CORRECTION_TRIMMED] = "该岗位全部考生的平均分",
  };
  const gboolean is_exact
    = correction->room_decimals == KP_CORRECTION_EXACT && correction->overall_decimals == KP_CORRECTION_EXACT;
  g_autofree gchar *room = dup_places (correction->room_decimals);
  g_autofree gchar *overall = dup_places (correction->overall_decimals);
  g_autofree gchar *coefficient = dup_places (correction->coefficient_decimals);
  const char       *rounding = kp_rounding_get_chinese (correction->rounding);

  kp_notice_say (paragraphs, "修正系数=%s÷本考场平均分，修正后的成绩=考官评定的成绩×修正系数。%s", numerators[correction->method],
                 is_exact ? "平均分不作取舍。" : "");
  if (correction->method == KP_CORRECTION_TRIMMED)
    kp_notice_say (paragraphs, "本考场平均分和全部考生的平均分，均先各自去掉%u个最高分和%u个最低分再计算。", correction->trim_highest,
                   correction->trim_lowest);
  if (!is_exact)
    kp_notice_say (paragraphs, "考场平均分%s，总平均分%s。", room, overall);
  kp_notice_say (paragraphs, "修正系数%s；以上各步的取舍为%s。", coefficient, rounding);
  kp_notice_say (paragraphs, "考场少于%u个，或者有考场取得成绩的人员少于%u人的，不作修正。", MAX (correction->min_rooms, 2),
                 correction->min_in_room);
}

static void
say_correction (GPtrArray               *paragraphs,
                const KpSchemeInterview *interview)
{
  const KpCorrectionPolicy *correction = &interview->correction;

  if (interview->room_limit > 0)
    kp_notice_say (paragraphs, "同一岗位面试人数超过%u人的，分%u个考场进行。%s", interview->room_limit, interview->rooms_when_over,
                   interview->rooms_by == KP_ROOMS_BY_Z ? "分考场时按笔试成绩Z形分组，各组的考场由抽签确定。" : "");
  if (correction->method == KP_CORRECTION_NONE)
    {
      if (interview->room_limit > 0)
        kp_notice_say (paragraphs, "分考场面试的，面试成绩不作修正。");
      return;
    }

  kp_notice_say (paragraphs, "同一岗位分考场面试的，面试成绩采用%s修正，修正后的成绩保留%u位小数。",
                 kp_correction_method_get_chinese (correction->method), correction->decimals);
  say_coefficient (paragraphs, correction);
  if (correction->cap > 0)
    {
      g_autofree gchar *cap = dup_mark (correction->cap);

      kp_notice_say (paragraphs, "修正后的成绩高于%s分的，按%s分计。", cap, cap);
    }
}

/* "综合分析25分（权重20%）" */
static gchar *
dup_elements (const KpSchemeInterview *interview)
{
  g_autoptr (GString) elements = g_string_new (NULL);

  for (guint i = 0; i < interview->elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (interview->elements, i);
      g_autofree gchar      *full = dup_mark (element->full);
      g_autofree gchar      *weight = kp_weight_dup_text (element->weight);

      g_string_append_printf (elements, "%s%s%s分", i > 0 ? "、" : "", element->name, full);
      if (kp_fraction_compare (element->weight, KP_FRACTION_ONE) != 0)
        g_string_append_printf (elements, "（权重%s）", weight);
    }

  return g_string_free (g_steal_pointer (&elements), FALSE);
}

/* "每项测评要素去掉1个最高分和1个最低分后取平均分" */
static gchar *
dup_mean (const KpPanelPolicy *panel)
{
  const char *what = panel->drops_by_element ? "每项测评要素" : "";

  if (panel->drop_highest == 0 && panel->drop_lowest == 0)
    return g_strdup ("面试成绩为全体考官评分的平均分");
  if (panel->drop_lowest == 0)
    return g_strdup_printf ("%s去掉%u个最高分后取平均分", what, panel->drop_highest);
  if (panel->drop_highest == 0)
    return g_strdup_printf ("%s去掉%u个最低分后取平均分", what, panel->drop_lowest);

  return g_strdup_printf ("%s去掉%u个最高分和%u个最低分后取平均分", what, panel->drop_highest, panel->drop_lowest);
}

/* "三分之一"; a larger number stays in figures. */
static gchar *
dup_share (KpFraction share)
{
  static const char *const words[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

  if (share.num > 0 && share.num < (gint64) G_N_ELEMENTS (words) && share.den < (gint64) G_N_ELEMENTS (words))
    return g_strdup_printf ("%s分之%s", words[share.den], words[share.num]);

  return kp_fraction_dup_text (share);
}

static void
say_outside (GPtrArray  *paragraphs,
             KpFraction  share)
{
  g_autofree gchar *words = dup_share (share);

  if (kp_fraction_compare (share, KP_FRACTION_ONE) == 0)
    kp_notice_say (paragraphs, "考官由抽签确定考场，每个考官组全部为异地考官。");
  else
    kp_notice_say (paragraphs, "考官由抽签确定考场，每个考官组的异地考官不少于考官人数的%s。", words);
}

static void
say_panel (GPtrArray           *paragraphs,
           const KpPanelPolicy *panel)
{
  g_autofree gchar *mean = dup_mean (panel);
  g_autofree gchar *step = dup_mark (panel->step);

  kp_notice_say (paragraphs, "面试的考场和顺序由抽签确定。每个考官组%u名考官。%s，保留%u位小数（%s）。", panel->n_examiners, mean,
                 panel->decimals, kp_rounding_get_chinese (panel->rounding));
  if (panel->step > 0)
    kp_notice_say (paragraphs, "考官评分保留%u位小数，以%s分为最小单位。", panel->sheet_decimals, step);
  else
    kp_notice_say (paragraphs, "考官评分最多保留%u位小数。", panel->sheet_decimals);
  if (kp_fraction_is_known (panel->outside_share))
    say_outside (paragraphs, panel->outside_share);
  if (panel->min_sheets > 0)
    kp_notice_say (paragraphs, "有效评分不少于%u份的，面试成绩有效。", panel->min_sheets);
  else
    kp_notice_say (paragraphs, "全部考官的评分齐备的，面试成绩有效。");
  if (panel->drop_highest + panel->drop_lowest > 0
      && panel->drop_from > (panel->min_sheets > 0 ? panel->min_sheets : panel->n_examiners))
    kp_notice_say (paragraphs, "有效评分不足%u份的，不去掉最高分和最低分。", panel->drop_from);
}

static void
say_interview_time (GPtrArray               *paragraphs,
                    const KpSchemeInterview *interview)
{
  g_autofree gchar *day = kp_date_dup_chinese (interview->date);
  g_autofree gchar *report
    = interview->report_at > 0
        ? g_strdup_printf ("；报到时间：%02u:%02u", interview->report_at / 60, interview->report_at % 60)
        : g_strdup ("");

  kp_notice_say (paragraphs, "面试时间：%s%s；地点：%s。", kp_date_is_none (interview->date) ? "另行通知" : day, report,
                 kp_notice_is_said (interview->place) ? interview->place : "另行通知");
}

/**
 * kp_notice_explain_interview:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on the interview, where the scheme has one.
 */
void
kp_notice_explain_interview (GPtrArray      *sections,
                             const KpScheme *scheme)
{
  const KpSchemeInterview *interview = &scheme->interview;
  GPtrArray               *paragraphs;
  g_autofree gchar        *elements = dup_elements (interview);

  if (!kp_stage_order_contains (&scheme->stages, KP_STAGE_INTERVIEW))
    return;

  paragraphs = kp_notice_begin (sections, "面试");
  say_interview_time (paragraphs, interview);
  if (interview->elements->len > 0)
    kp_notice_say (paragraphs, "面试采用结构化方式，测评要素为：%s。", elements);
  say_panel (paragraphs, &interview->panel);
  say_correction (paragraphs, interview);
  kp_notice_say_interview_lines (paragraphs, scheme);
}

/* "A01、B02岗位：", where not all posts have the same formula. */
static void
append_posts (GString             *out,
              const KpScheme      *scheme,
              const KpSchemeTotal *total)
{
  if (scheme->totals->len < 2)
    return;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (g_strcmp0 (post->total, total->id) == 0)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", post->code);
    }
  if (out->len > 0)
    g_string_append (out, "岗位：");
  else if (g_strcmp0 (scheme->quota.interview_only_total, total->id) == 0)
    g_string_append (out, "直接面试的岗位：");
  else
    g_string_append_printf (out, "%s：", total->label);
}

static void
say_total (GPtrArray           *paragraphs,
           const KpScheme      *scheme,
           const KpSchemeTotal *total)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autoptr (GString) ties = g_string_new (NULL);
  g_autoptr (GString) posts = g_string_new (NULL);
  g_autofree gchar   *parts = NULL;
  g_autofree gchar   *line = dup_mark (total->policy.line);

  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      KpFraction        weight = total->policy.weights[i];
      g_autofree gchar *percent = NULL;
      g_autofree gchar *part = NULL;

      if (weight.num == 0)
        continue;
      percent = kp_weight_dup_text (weight);
      part = kp_scheme_dup_part_chinese (scheme, (KpPart) i);
      g_string_append_printf (formula, "%s%s", formula->len > 0 ? "+" : "", part);
      if ((i == KP_PART_WRITTEN && kp_bonus_policy_reaches (&scheme->bonus, KP_BONUS_ON_WRITTEN))
          || (i == KP_PART_INTERVIEW && kp_bonus_policy_reaches (&scheme->bonus, KP_BONUS_ON_INTERVIEW)))
        g_string_append (formula, "（含加分）");
      if (kp_fraction_compare (weight, KP_FRACTION_ONE) != 0)
        g_string_append_printf (formula, "×%s", percent);
    }
  for (guint i = 0; i < total->policy.ties->len; i++)
    {
      g_autofree gchar *tie = kp_scheme_dup_tie_chinese (scheme, g_ptr_array_index (total->policy.ties, i));

      g_string_append_printf (ties, "%s%s", i > 0 ? "、" : "", tie);
    }

  append_posts (posts, scheme, total);
  if (total->policy.rounds_parts)
    parts = g_strdup_printf ("，各部分折算后先保留%u位小数，按同样的方法取舍", total->policy.part_decimals);
  if (total->policy.full != KP_MARK (100, 0))
    {
      g_autofree gchar *full = dup_mark (total->policy.full);

      g_string_append_printf (formula, "，满分%s分", full);
    }
  kp_notice_say (paragraphs, "%s综合成绩=%s，保留%u位小数（%s）%s。", posts->str, formula->str, total->policy.decimals,
                 kp_rounding_get_chinese (total->policy.rounding),
                 parts != NULL ? parts : "");
  if (ties->len > 0)
    kp_notice_say (paragraphs, "综合成绩相同的，依次按%s确定名次。", ties->str);
  else
    kp_notice_say (paragraphs, "综合成绩相同的，名次并列。");
  if (total->policy.place_rule == KP_PLACES_SHARED_DENSE)
    kp_notice_say (paragraphs, "名次并列的，不占用后续名次。");
  if (total->policy.has_line)
    kp_notice_say (paragraphs, "综合成绩合格分数线为%s分，低于合格线的不得聘用。", line);
}

/* Some of a post's people have a formula of their own. */
static void
say_groups (GPtrArray      *paragraphs,
            const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      for (guint j = 0; j < post->total_for->len; j++)
        {
          const KpSchemeTotalFor *total_for = g_ptr_array_index (post->total_for, j);
          const KpSchemeTotal    *total = kp_scheme_get_total (scheme, total_for->total);
          g_autofree gchar       *group = kp_condition_dup_chinese (total_for->group);

          kp_notice_say (paragraphs, "%s岗位中，符合“%s”的人员，综合成绩按“%s”的办法计算。", post->code, group, total->label);
        }
    }
}

static void
say_others (GPtrArray      *paragraphs,
            const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->others->len; i++)
    {
      const KpSchemeOther *other = g_ptr_array_index (scheme->others, i);
      g_autofree gchar    *full = dup_mark (other->full);

      kp_notice_say (paragraphs, "%s满分%s分，成绩保留%u位小数。", other->name, full, other->decimals);
    }
}

static void
say_credential (GPtrArray      *paragraphs,
                const KpScheme *scheme)
{
  const KpSchemeCredential *credential = &scheme->credential;
  g_autofree gchar         *points = dup_mark (credential->points_per_year);
  g_autofree gchar         *cap = dup_mark (credential->cap);
  g_autofree gchar         *day = kp_date_dup_chinese (credential->date);
  const char               *since = kp_fact_find_label (scheme->facts, credential->fact != NULL ? credential->fact : "grid_since");

  if (!credential->applies)
    return;
  if (credential->points_per_year > 0)
    kp_notice_say (paragraphs, "资历量化分：自%s起至%s，连续服务每满1年计%s分，最高%s分。", since, day, points, cap);
  else
    kp_notice_say (paragraphs, "资历量化分最高%s分。", cap);
  kp_notice_explain_credential (paragraphs, &credential->table);
}

/**
 * kp_notice_explain_totals:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on the total: formulas, ties, other parts, credential points.
 */
void
kp_notice_explain_totals (GPtrArray      *sections,
                          const KpScheme *scheme)
{
  GPtrArray *paragraphs = kp_notice_begin (sections, "综合成绩");

  for (guint i = 0; i < scheme->totals->len; i++)
    say_total (paragraphs, scheme, g_ptr_array_index (scheme->totals, i));
  say_groups (paragraphs, scheme);
  say_others (paragraphs, scheme);
  say_credential (paragraphs, scheme);
  /* Without written exam the bonus has no section of its own. */
  if (scheme->written.papers->len == 0)
    kp_notice_explain_bonus (paragraphs, &scheme->bonus);
}
