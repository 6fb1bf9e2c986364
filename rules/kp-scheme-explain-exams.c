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
  if (sitting->late_minutes > 0)
    kp_notice_say (paragraphs, "开考%u分钟后不得入场。", sitting->late_minutes);
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

static void
explain_written (GPtrArray      *sections,
                 const KpScheme *scheme)
{
  const KpSchemeWritten *written = &scheme->written;
  GPtrArray             *paragraphs;
  g_autofree gchar      *line = dup_mark (written->line.value);

  if (written->papers->len == 0)
    return;

  paragraphs = kp_notice_begin (sections, "笔试");
  kp_notice_say (paragraphs, "资格审查合格的人员领取笔试准考证，领取时间和方式在%s公布。参加笔试须携带准考证和有效居民身份证。",
                 scheme->channel);
  for (guint i = 0; i < written->sittings->len; i++)
    say_sitting (paragraphs, scheme, g_ptr_array_index (written->sittings, i));
  for (guint i = 0; written->papers->len > 1 && i < written->papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (written->papers, i);
      g_autofree gchar    *weight = kp_weight_dup_text (paper->weight);

      kp_notice_say (paragraphs, "%s占笔试成绩的%s。", paper->name, weight);
    }
  if (written->line.basis == KP_LINE_ON_PAPER)
    kp_notice_say (paragraphs, "笔试合格分数线为卷面成绩（不含加分）%s分。", line);
  else if (written->line.basis == KP_LINE_ON_WITH_BONUS)
    kp_notice_say (paragraphs, "笔试合格分数线为笔试成绩（含加分）%s分。", line);
  kp_notice_explain_bonus (paragraphs, &scheme->bonus);
  kp_notice_say (paragraphs, "笔试成绩在%s公布，对本人成绩有疑问的，可以在公布之日起3日内申请查分。", scheme->channel);
  say_unwritten (paragraphs, scheme);
}

static void
say_tier (GPtrArray             *paragraphs,
          const KpShortlistTier *tier,
          KpRounding             rounding)
{
  g_autofree gchar   *ratio = kp_notice_dup_ratio (tier->ratio);
  g_autoptr (GString) extent = g_string_new (NULL);

  if (tier->to_places > 0)
    g_string_append_printf (extent, "招聘人数%u至%u名的岗位，", tier->from_places, tier->to_places);
  else if (tier->from_places > 1)
    g_string_append_printf (extent, "招聘人数%u名及以上的岗位，", tier->from_places);

  kp_notice_say (paragraphs, "%s按笔试成绩（含加分）从高到低，以面试人数与招聘人数%s的比例%s确定面试人选。", extent->str, ratio,
                 tier->ratio.den > 1 ? kp_rounding_get_chinese (rounding) : "");
  if (tier->plus > 0)
    kp_notice_say (paragraphs, "在此基础上增加%u名。", tier->plus);
}

/* Posts whose ratio isn't that of the tiers. */
static void
say_own_ratios (GPtrArray      *paragraphs,
                const KpScheme *scheme)
{
  for (guint i = 0; !scheme->shortlist.takes_all && i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      g_autofree gchar   *ratio = NULL;

      if (!post->has_written || !kp_fraction_is_known (post->shortlist_ratio))
        continue;
      ratio = kp_notice_dup_ratio (post->shortlist_ratio);
      kp_notice_say (paragraphs, "%s岗位的面试人数与招聘人数之比为%s。", post->code, ratio);
    }
}

static void
explain_shortlist (GPtrArray      *sections,
                   const KpScheme *scheme)
{
  const KpShortlistPolicy *shortlist = &scheme->shortlist;
  GPtrArray               *paragraphs;

  if (scheme->written.papers->len == 0)
    return;

  paragraphs = kp_notice_begin (sections, "面试人选和资格复审");
  if (shortlist->takes_all)
    kp_notice_say (paragraphs, "笔试合格的人员全部进入面试。");
  for (guint i = 0; !shortlist->takes_all && i < shortlist->n_tiers; i++)
    say_tier (paragraphs, &shortlist->tiers[i], shortlist->rounding);

  say_own_ratios (paragraphs, scheme);

  if (shortlist->last_tie == KP_LAST_TIE_ALL_ENTER)
    kp_notice_say (paragraphs, "末位成绩并列的，一并进入面试；人数不足的，按实际人数进入。");
  else if (shortlist->last_tie == KP_LAST_TIE_NONE_ENTER)
    kp_notice_say (paragraphs, "末位成绩并列、超出比例的，均不进入面试。");
  else
    kp_notice_say (paragraphs, "末位成绩并列的，按笔试卷面成绩确定。");
  if (shortlist->zero_is_out)
    kp_notice_say (paragraphs, "笔试缺考、违纪或者成绩为零分的，不得进入面试。");
  kp_notice_say (paragraphs, "面试人选须在面试前接受资格复审，提供有效居民身份证、学历证书和报考岗位所要求的其他材料的原件；未按时参加的，视为放弃。");
  if (!shortlist->may_substitute || scheme->substitution.shortlist == KP_UNTIL_NEVER)
    kp_notice_say (paragraphs, "面试人选确定后不再递补。");
  else
    kp_notice_say (paragraphs, "放弃面试或者资格复审不合格的，按笔试成绩从高到低依次递补，%s后不再递补。",
                   scheme->substitution.shortlist == KP_UNTIL_INTERVIEW_TICKETS ? "面试通知单发放" : "面试开始");
}

/* How the coefficient is made, for those who want to work theirs out. */
static void
say_coefficient (GPtrArray                *paragraphs,
                 const KpCorrectionPolicy *correction)
{
  static const char *const numerators[KP_CORRECTION_N_METHODS] = {
    [KP_CORRECTION_MEAN_OF_MEANS] = "各考场平均分的平均分",
    [KP_CORRECTION_POOLED] = "该岗位全部考生的平均分",
    [KP_CORRECTION_TRIMMED] = "该岗位全部考生去掉规定个数最高分、最低分后的平均分",
  };
  const gboolean is_exact
    = correction->room_decimals == KP_CORRECTION_EXACT && correction->overall_decimals == KP_CORRECTION_EXACT;

  kp_notice_say (paragraphs, "修正系数=%s÷本考场平均分，修正后的成绩=考官评定的成绩×修正系数。%s", numerators[correction->method],
                 is_exact ? "平均分不作取舍。" : "");
  if (correction->coefficient_decimals != KP_CORRECTION_EXACT)
    kp_notice_say (paragraphs, "修正系数保留%d位小数。", correction->coefficient_decimals);
}

static void
say_correction (GPtrArray                *paragraphs,
                const KpSchemeInterview  *interview)
{
  const KpCorrectionPolicy *correction = &interview->correction;

  if (interview->room_limit > 0)
    kp_notice_say (paragraphs, "同一岗位面试人数超过%u人的，分%u个考场进行。", interview->room_limit, interview->rooms_when_over);
  if (correction->method == KP_CORRECTION_NONE)
    return;

  kp_notice_say (paragraphs, "同一岗位分考场面试的，面试成绩采用%s修正，修正后的成绩保留%u位小数。",
                 kp_correction_method_get_chinese (correction->method), correction->decimals);
  say_coefficient (paragraphs, correction);
}

static void
explain_interview (GPtrArray      *sections,
                   const KpScheme *scheme)
{
  const KpSchemeInterview *interview = &scheme->interview;
  GPtrArray               *paragraphs = kp_notice_begin (sections, "面试");
  g_autofree gchar        *day = kp_date_dup_chinese (interview->date);
  g_autoptr (GString)      elements = g_string_new (NULL);
  g_autofree gchar        *line = dup_mark (interview->lines.line);
  g_autofree gchar        *lone = dup_mark (interview->lines.lone_line);

  for (guint i = 0; i < interview->elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (interview->elements, i);
      g_autofree gchar      *full = dup_mark (element->full);

      g_string_append_printf (elements, "%s%s%s分", i > 0 ? "、" : "", element->name, full);
    }

  kp_notice_say (paragraphs, "面试时间：%s；地点：%s。面试采用结构化方式，测评要素为：%s。", day, interview->place, elements->str);
  kp_notice_say (paragraphs, "面试的考场和顺序由抽签确定。每个考官组%u名考官。去掉%u个最高分和%u个最低分后取平均分，保留%u位小数（%s）。", interview->panel.n_examiners,
                 interview->panel.drop_highest, interview->panel.drop_lowest, interview->panel.decimals,
                 kp_rounding_get_chinese (interview->panel.rounding));
  say_correction (paragraphs, interview);
  if (interview->lines.has_line)
    kp_notice_say (paragraphs, "面试合格分数线为%s分，低于合格线的不得聘用。", line);
  if (interview->lines.has_lone_line)
    kp_notice_say (paragraphs, "实际参加面试人数不多于招聘人数的岗位，面试成绩须达到%s分。", lone);
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
  g_string_append (out, out->len > 0 ? "岗位：" : "");
}

static void
say_total (GPtrArray           *paragraphs,
           const KpScheme      *scheme,
           const KpSchemeTotal *total)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autoptr (GString) ties = g_string_new (NULL);
  g_autoptr (GString) posts = g_string_new (NULL);

  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      KpFraction        weight = total->policy.weights[i];
      g_autofree gchar *percent = kp_weight_dup_text (weight);

      if (weight.num == 0)
        continue;
      g_string_append_printf (formula, "%s%s", formula->len > 0 ? "+" : "", kp_part_get_chinese ((KpPart) i));
      if (i == KP_PART_WRITTEN && scheme->bonus.items->len > 0 && scheme->bonus.target == KP_BONUS_ON_WRITTEN)
        g_string_append (formula, "（含加分）");
      if (kp_fraction_compare (weight, KP_FRACTION_ONE) != 0)
        g_string_append_printf (formula, "×%s", percent);
    }
  for (guint i = 0; i < total->policy.n_ties; i++)
    g_string_append_printf (ties, "%s%s", i > 0 ? "、" : "", kp_tie_field_get_chinese (total->policy.ties[i]));

  append_posts (posts, scheme, total);
  kp_notice_say (paragraphs, "%s综合成绩=%s，保留%u位小数（%s）%s。", posts->str, formula->str, total->policy.decimals,
                 kp_rounding_get_chinese (total->policy.rounding),
                 total->policy.rounds_parts ? "，折算过程的中间数据同样取舍" : "");
  if (ties->len > 0)
    kp_notice_say (paragraphs, "综合成绩相同的，依次按%s确定名次。", ties->str);
}

static void
explain_totals (GPtrArray      *sections,
                const KpScheme *scheme)
{
  const KpSchemeCredential *credential = &scheme->credential;
  GPtrArray                *paragraphs = kp_notice_begin (sections, "综合成绩");

  for (guint i = 0; i < scheme->totals->len; i++)
    say_total (paragraphs, scheme, g_ptr_array_index (scheme->totals, i));

  if (credential->applies)
    {
      g_autofree gchar *points = dup_mark (credential->points_per_year);
      g_autofree gchar *cap = dup_mark (credential->cap);
      g_autofree gchar *day = kp_date_dup_chinese (credential->date);

      kp_notice_say (paragraphs, "资历量化分：截至%s，连续服务每满1年计%s分，最高%s分。", day, points, cap);
    }
}

/**
 * kp_notice_explain_exams:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the sections on written exam, shortlist, interview and total.
 */
void
kp_notice_explain_exams (GPtrArray      *sections,
                         const KpScheme *scheme)
{
  explain_written (sections, scheme);
  explain_shortlist (sections, scheme);
  explain_interview (sections, scheme);
  explain_totals (sections, scheme);
  /* Without written exam the bonus has no section of its own. */
  if (scheme->written.papers->len == 0 && sections->len > 0)
    {
      const KpNoticeSection *last = g_ptr_array_index (sections, sections->len - 1);

      kp_notice_explain_bonus (last->paragraphs, &scheme->bonus);
    }
}
