/* kp-scheme-explain.c – the scheme in the words of a notice: what is planned, and what comes after the exams.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every sentence is made from the values that decide, so that the notice can't say one thing and the program do
 * another. A rule that the scheme doesn't have leaves no sentence. */

#include "kp-scheme-explain-private.h"

/* Longer probation than six months is unlawful (劳动合同法 第十九条). */
#define KP_NOTICE_MOST_MONTHS 12

static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };

/**
 * kp_notice_section_free:
 * @section: (nullable) (transfer full): a section
 */
void
kp_notice_section_free (KpNoticeSection *section)
{
  if (section == NULL)
    return;

  g_free (section->heading);
  g_ptr_array_unref (section->paragraphs);
  g_free (section);
}

/**
 * kp_notice_begin:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @title: the section's title without number
 *
 * Begins the next numbered section.
 *
 * Returns: (transfer none) (element-type utf8): its paragraphs, to be filled.
 */
GPtrArray *
kp_notice_begin (GPtrArray  *sections,
                 const char *title)
{
  KpNoticeSection *section = g_new0 (KpNoticeSection, 1);

  /* The opening is the first of them and has no number. */
  g_assert (sections->len >= 1 && sections->len <= G_N_ELEMENTS (numerals));
  section->heading = g_strdup_printf ("%s、%s", numerals[sections->len - 1], title);
  section->paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sections, section);

  return section->paragraphs;
}

/**
 * kp_notice_say:
 * @paragraphs: (element-type utf8): a section's paragraphs
 * @format: printf form
 * @...: its values
 *
 * Adds one paragraph.
 */
void
kp_notice_say (GPtrArray  *paragraphs,
               const char *format,
               ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (paragraphs, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * kp_notice_dup_ratio:
 * @ratio: a known fraction
 *
 * Returns: (transfer full): "3∶1" (GB/T 15834 sets ratios with ∶).
 */
gchar *
kp_notice_dup_ratio (KpFraction ratio)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "∶%" G_GINT64_FORMAT, ratio.num, ratio.den);
}

/* Why, on what basis and by whom; without a heading. */
static void
explain_opening (GPtrArray      *sections,
                 const KpScheme *scheme)
{
  KpNoticeSection    *section = g_new0 (KpNoticeSection, 1);
  g_autoptr (GString) bases = g_string_new (NULL);
  g_autoptr (GString) organs = g_string_new (NULL);

  section->heading = g_strdup ("");
  section->paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sections, section);
  for (guint i = 0; i < scheme->bases->len; i++)
    g_string_append_printf (bases, "%s%s", i > 0 ? "、" : "根据", (const char *) g_ptr_array_index (scheme->bases, i));
  if (bases->len > 0)
    g_string_append (bases, "等规定，");
  if (scheme->authority != NULL && *scheme->authority != '\0')
    g_string_append_printf (organs, "在%s领导下，", scheme->authority);
  kp_notice_say (section->paragraphs,
                 "为加强社区工作者队伍建设，%s%s公开招聘社区专职工作人员，%s由%s组织实施。现将有关事项公告如下：", bases->str,
                 scheme->county != NULL ? scheme->county : "", organs->str,
                 scheme->committee != NULL ? scheme->committee : "招聘工作领导小组");
}

static void
explain_plan (GPtrArray      *sections,
              const KpScheme *scheme)
{
  GPtrArray          *paragraphs = kp_notice_begin (sections, "招聘原则和计划");
  g_autoptr (GString) parts = g_string_new (NULL);
  guint               tracks[KP_N_TRACKS] = { 0 };
  guint               places = 0;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      places += post->places;
      tracks[post->track] += post->places;
    }
  for (guint i = 0; i < KP_N_TRACKS; i++)
    if (tracks[i] > 0)
      g_string_append_printf (parts, "%s%s%u名", parts->len > 0 ? "，" : "", kp_track_get_chinese ((KpTrack) i), tracks[i]);

  kp_notice_say (paragraphs, "招聘工作坚持公开、平等、竞争、择优，坚持德才兼备、以德为先，坚持就近就便、职住兼顾。");
  kp_notice_say (paragraphs, "本次计划招聘社区专职工作人员%u名，设%u个岗位（详见附件）。其中，%s。", places, scheme->posts->len,
                 parts->str);
}

/* "A01、B02": the posts whose probation is, or isn't, of this length. */
static gchar *
dup_posts_of_probation (const KpScheme *scheme,
                        guint           months)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (post->probation_months == months)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? "、" : "", post->code);
    }
  return g_string_free (codes, FALSE);
}

static void
say_probation (GPtrArray      *paragraphs,
               const KpScheme *scheme)
{
  gboolean is_said[KP_NOTICE_MOST_MONTHS + 1] = { FALSE };
  gboolean is_any = FALSE;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      const guint         months = MIN (post->probation_months, KP_NOTICE_MOST_MONTHS);
      g_autofree gchar   *codes = dup_posts_of_probation (scheme, months);

      if (is_said[months])
        continue;
      is_said[months] = TRUE;
      is_any = is_any || months > 0;
      if (months > 0)
        kp_notice_say (paragraphs, "%s岗位试用期%u个月，包含在合同期限内。", codes, months);
      else
        kp_notice_say (paragraphs, "%s岗位不约定试用期。", codes);
    }
  if (is_any)
    kp_notice_say (paragraphs, "试用期工资不低于合同约定工资的%u%%；试用期间被证明不符合录用条件的，依法解除劳动合同。",
                   scheme->contract.probation_wage_percent);
}

static void
explain_hire (GPtrArray      *sections,
              const KpScheme *scheme)
{
  GPtrArray        *paragraphs = kp_notice_begin (sections, "公示和聘用");
  g_autofree gchar *start = kp_date_dup_chinese (scheme->contract.start);
  g_autofree gchar *from = kp_date_dup_chinese (scheme->publicity.from);
  const char       *unit = scheme->publicity.is_in_workdays ? "个工作日" : "日";

  kp_notice_say (paragraphs, "拟聘用人员名单自%s起在%s公示%u%s。", from, scheme->channel, scheme->publicity.days, unit);
  kp_notice_say (paragraphs, "公示无异议的，由岗位所在的街道办事处（乡镇人民政府）与聘用人员签订劳动合同，合同期限%u年，自%s起计算。",
                 scheme->contract.years, start);
  say_probation (paragraphs, scheme);
  kp_notice_say (paragraphs, "聘用人员由街道（乡镇）集中管理、社区统筹使用，服从统一调配；工资待遇按照有关规定执行，依法参加社会保险、缴存住房公积金。");
}

static void
explain_supervision (GPtrArray      *sections,
                     const KpScheme *scheme)
{
  GPtrArray *paragraphs = kp_notice_begin (sections, "纪律与监督");

  kp_notice_say (paragraphs, "招聘工作接受社会监督，监督电话：%s。违反考试纪律、弄虚作假的，取消考试或者聘用资格。", scheme->supervision_phone);
  kp_notice_say (paragraphs, "本次招聘不指定考试辅导用书，不举办也不委托任何机构举办考试辅导培训班。");
}

static void
explain_rest (GPtrArray      *sections,
              const KpScheme *scheme)
{
  GPtrArray *paragraphs = kp_notice_begin (sections, "其他");

  for (guint i = 0; i < scheme->clauses->len; i++)
    {
      const KpSchemeClause *clause = g_ptr_array_index (scheme->clauses, i);

      kp_notice_say (paragraphs, "%s%s%s", clause->title, *clause->title != '\0' ? "：" : "", clause->text);
    }
  kp_notice_say (paragraphs, "招聘各环节的信息以%s发布的为准。报考人员应当及时查看并保持通讯畅通，因本人原因错过的，后果自负。",
                 scheme->channel);
  kp_notice_say (paragraphs, "本公告由%s负责解释。", scheme->committee != NULL ? scheme->committee : "招聘工作领导小组");
}

/**
 * kp_scheme_explain:
 * @scheme: a scheme that kp_scheme_check() accepts
 *
 * Pure; safe from any thread.
 *
 * Returns: (transfer full) (element-type KpNoticeSection): the sections of the notice, in Chinese: the
 * opening without a heading, then those with a number.
 */
GPtrArray *
kp_scheme_explain (const KpScheme *scheme)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_notice_section_free);

  explain_opening (sections, scheme);
  explain_plan (sections, scheme);
  kp_notice_explain_conditions (sections, scheme);
  kp_notice_explain_registration (sections, scheme);
  kp_notice_explain_places (sections, scheme);
  kp_notice_explain_exams (sections, scheme);
  kp_notice_explain_final (sections, scheme);
  explain_hire (sections, scheme);
  explain_supervision (sections, scheme);
  explain_rest (sections, scheme);

  return sections;
}
