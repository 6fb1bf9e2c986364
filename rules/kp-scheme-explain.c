/* kp-scheme-explain.c – the scheme in the words of a notice: what is planned, and what comes after the exams.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every sentence is made from the values that decide, so that the notice can't say one thing and the program do
 * another. A rule that the scheme doesn't have leaves no sentence. */

#include "kp-scheme-explain-private.h"

/* Longer probation than six months is unlawful (劳动合同法 第十九条). */
#define KP_NOTICE_MOST_MONTHS 12

static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五" };

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
 * kp_notice_is_said:
 * @text: (nullable): a text of the scheme
 *
 * Returns: whether it says anything.
 */
gboolean
kp_notice_is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * kp_notice_dup_ratio:
 * @ratio: a known fraction
 *
 * Returns: (transfer full): "3∶1", "1.2∶1", "4∶3" where no decimal is exact (GB/T 15834 sets ratios with ∶).
 */
gchar *
kp_notice_dup_ratio (KpFraction ratio)
{
  for (guint decimals = 0; decimals <= 2; decimals++)
    if (kp_fraction_compare (kp_fraction_round (ratio, decimals, KP_ROUNDING_TRUNCATE), ratio) == 0)
      {
        g_autofree gchar *decimal = kp_fraction_dup_decimal (ratio, decimals);

        return g_strdup_printf ("%s∶1", decimal);
      }

  return g_strdup_printf ("%" G_GINT64_FORMAT "∶%" G_GINT64_FORMAT, ratio.num, ratio.den);
}

/**
 * kp_notice_dup_where:
 * @scheme: a scheme
 * @verb: what is done there, such as 公布
 *
 * Returns: (transfer full): "在县政府网站公布"; "另行公布" where the scheme names no channel.
 */
gchar *
kp_notice_dup_where (const KpScheme *scheme,
                     const char     *verb)
{
  return kp_notice_is_said (scheme->channel) ? g_strdup_printf ("在%s%s", scheme->channel, verb)
                                             : g_strdup_printf ("另行%s", verb);
}

/* Why, on what basis and by whom; without a heading. What the scheme doesn't name leaves no gap. */
static void
explain_opening (GPtrArray      *sections,
                 const KpScheme *scheme)
{
  KpNoticeSection    *section = g_new0 (KpNoticeSection, 1);
  g_autoptr (GString) bases = g_string_new (NULL);
  g_autoptr (GString) organs = g_string_new (NULL);
  g_autofree gchar   *day = kp_date_dup_chinese (scheme->notice_date);

  section->heading = g_strdup ("");
  section->paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sections, section);
  for (guint i = 0; i < scheme->bases->len; i++)
    g_string_append_printf (bases, "%s%s", i > 0 ? "、" : "根据", (const char *) g_ptr_array_index (scheme->bases, i));
  if (bases->len > 0)
    g_string_append (bases, "等规定，");
  if (kp_notice_is_said (scheme->authority))
    g_string_append_printf (organs, "在%s领导下", scheme->authority);
  if (kp_notice_is_said (scheme->committee))
    g_string_append_printf (organs, "%s由%s组织实施", organs->len > 0 ? "，" : "", scheme->committee);
  else if (organs->len > 0)
    g_string_append (organs, "组织实施");
  kp_notice_say (section->paragraphs, "为加强社区工作者队伍建设，%s%s公开招聘社区专职工作人员%s%s。现将有关事项公告如下：", bases->str,
                 kp_notice_is_said (scheme->county) ? scheme->county : "", organs->len > 0 ? "，" : "", organs->str);
  if (*day != '\0')
    kp_notice_say (section->paragraphs, "公告日期：%s。", day);
}

/* A step of the whole, where the stage's label is only a word of the window. */
static const char *
get_step (KpStage stage)
{
  static const char *const steps[KP_N_STAGES] = {
    [KP_STAGE_PLAN] = "制定计划",      [KP_STAGE_NOTICE] = "发布公告",     [KP_STAGE_REGISTRATION] = "报名",
    [KP_STAGE_REVIEW] = "资格审查",    [KP_STAGE_SITTINGS] = "编排考场、发放准考证", [KP_STAGE_WRITTEN] = "笔试",
    [KP_STAGE_SHORTLIST] = "确定面试人选", [KP_STAGE_RECHECK] = "资格复审", [KP_STAGE_INTERVIEW] = "面试",
    [KP_STAGE_TOTALS] = "计算综合成绩", [KP_STAGE_PHYSICAL] = "体检",       [KP_STAGE_BACKGROUND] = "考察",
    [KP_STAGE_PUBLICITY] = "公示",     [KP_STAGE_HIRE] = "聘用",           [KP_STAGE_TRAINING] = "岗前培训",
    [KP_STAGE_PROBATION] = "试用期考核", [KP_STAGE_CLOSED] = "结束",
  };

  return steps[stage];
}

static void
say_steps (GPtrArray      *paragraphs,
           const KpScheme *scheme)
{
  g_autoptr (GString) steps = g_string_new (NULL);

  for (guint i = 0; i < scheme->stages.n_stages; i++)
    {
      const KpStage stage = scheme->stages.stages[i];

      if (stage != KP_STAGE_PLAN && stage != KP_STAGE_CLOSED)
        g_string_append_printf (steps, "%s%s", steps->len > 0 ? "、" : "", get_step (stage));
    }
  if (steps->len > 0)
    kp_notice_say (paragraphs, "招聘按以下步骤依次进行：%s。", steps->str);
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
  say_steps (paragraphs, scheme);
}

static const char *
get_contract (const KpScheme *scheme)
{
  return scheme->contract.kind == KP_CONTRACT_INSTITUTION ? "事业单位聘用合同" : "劳动合同";
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

/* Whether all posts have the same length of probation. */
static gboolean
has_one_probation (const KpScheme *scheme)
{
  for (guint i = 1; i < scheme->posts->len; i++)
    if (((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->probation_months
        != ((const KpSchemePost *) g_ptr_array_index (scheme->posts, 0))->probation_months)
      return FALSE;

  return TRUE;
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
      g_autofree gchar   *who = has_one_probation (scheme) ? g_strdup ("聘用人员") : g_strdup_printf ("%s岗位", codes);

      if (is_said[months])
        continue;
      is_said[months] = TRUE;
      is_any = is_any || months > 0;
      if (months > 0)
        kp_notice_say (paragraphs, "%s试用期%u个月，包含在合同期限内。", who, months);
      else
        kp_notice_say (paragraphs, "%s不约定试用期。", who);
    }
  if (is_any)
    kp_notice_say (paragraphs, "试用期工资不低于合同约定工资的%u%%；试用期间被证明不符合录用条件的，依法解除%s。",
                   scheme->contract.probation_wage_percent, get_contract (scheme));
}

static void
say_contract (GPtrArray      *paragraphs,
              const KpScheme *scheme)
{
  g_autofree gchar *start = kp_date_dup_chinese (scheme->contract.start);

  kp_notice_say (paragraphs, "公示无异议的，由岗位所在的用人单位与聘用人员签订%s，合同期限%u年%s%s%s。", get_contract (scheme),
                 scheme->contract.years, *start != '\0' ? "，自" : "", start, *start != '\0' ? "起计算" : "");
  say_probation (paragraphs, scheme);
  kp_notice_say_grades (paragraphs, scheme);
  kp_notice_say_work (paragraphs, scheme);
  if (kp_stage_order_contains (&scheme->stages, KP_STAGE_TRAINING))
    kp_notice_say (paragraphs, "聘用人员须参加岗前培训，培训不合格的，取消聘用资格。");
}

static void
explain_hire (GPtrArray      *sections,
              const KpScheme *scheme)
{
  const gboolean    is_public = kp_stage_order_contains (&scheme->stages, KP_STAGE_PUBLICITY);
  const gboolean    is_hired = kp_stage_order_contains (&scheme->stages, KP_STAGE_HIRE);
  const char       *unit = scheme->publicity.is_in_workdays ? "个工作日" : "日";
  GPtrArray        *paragraphs;
  g_autofree gchar *from = kp_date_dup_chinese (scheme->publicity.from);
  g_autofree gchar *where = kp_notice_is_said (scheme->channel) ? g_strdup_printf ("在%s", scheme->channel) : g_strdup ("");

  if (!is_public && !is_hired)
    return;

  paragraphs = kp_notice_begin (sections, !is_hired ? "公示" : is_public ? "公示和聘用" : "聘用");
  if (is_public)
    kp_notice_say (paragraphs, "拟聘用人员名单%s%s%s%s公示%u%s。", *from != '\0' ? "自" : "", from, *from != '\0' ? "起" : "", where,
                   scheme->publicity.days, unit);
  if (is_hired)
    say_contract (paragraphs, scheme);
}

static void
explain_supervision (GPtrArray      *sections,
                     const KpScheme *scheme)
{
  GPtrArray *paragraphs = kp_notice_begin (sections, "纪律与监督");

  kp_notice_say (paragraphs, "招聘工作接受社会监督%s%s。违反考试纪律、弄虚作假的，取消考试或者聘用资格。",
                 kp_notice_is_said (scheme->supervision_phone) ? "，监督电话：" : "",
                 kp_notice_is_said (scheme->supervision_phone) ? scheme->supervision_phone : "");
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

      kp_notice_say (paragraphs, "%s%s%s", clause->title != NULL ? clause->title : "",
                     kp_notice_is_said (clause->title) ? "：" : "", clause->text);
    }
  if (kp_notice_is_said (scheme->channel))
    kp_notice_say (paragraphs, "招聘各环节的信息以%s发布的为准。报考人员应当及时查看并保持通讯畅通，因本人原因错过的，后果自负。",
                   scheme->channel);
  if (kp_notice_is_said (scheme->committee))
    kp_notice_say (paragraphs, "本公告由%s负责解释。", scheme->committee);
}

/* Sections that stand where their stage does. */
typedef struct
{
  KpStage stage;
  KpStage other; /* the section stands with the earlier of both */
  void  (*explain) (GPtrArray      *sections,
                    const KpScheme *scheme);
} Part;

static const Part parts[] = {
  { KP_STAGE_REGISTRATION, KP_STAGE_REGISTRATION, kp_notice_explain_registration },
  { KP_STAGE_REVIEW, KP_STAGE_REVIEW, kp_notice_explain_late_review },
  { KP_STAGE_REGISTRATION, KP_STAGE_REGISTRATION, kp_notice_explain_places },
  { KP_STAGE_REGISTRATION, KP_STAGE_REGISTRATION, kp_notice_explain_direct },
  { KP_STAGE_WRITTEN, KP_STAGE_WRITTEN, kp_notice_explain_written },
  { KP_STAGE_SHORTLIST, KP_STAGE_SHORTLIST, kp_notice_explain_shortlist },
  { KP_STAGE_SHORTLIST, KP_STAGE_SHORTLIST, kp_notice_explain_heats },
  { KP_STAGE_INTERVIEW, KP_STAGE_INTERVIEW, kp_notice_explain_interview },
  { KP_STAGE_TOTALS, KP_STAGE_TOTALS, kp_notice_explain_totals },
  { KP_STAGE_PHYSICAL, KP_STAGE_BACKGROUND, kp_notice_explain_final },
  { KP_STAGE_PUBLICITY, KP_STAGE_HIRE, explain_hire },
};

/* Where a part stands; one whose stage isn't held stays behind the part before it. */
static gint
get_position (const KpScheme *scheme,
              const Part     *part,
              gint            before)
{
  const gint one = kp_stage_order_get_position (&scheme->stages, part->stage);
  const gint other = kp_stage_order_get_position (&scheme->stages, part->other);

  if (one < 0 && other < 0)
    return before;

  return one < 0 ? other : other < 0 ? one : MIN (one, other);
}

static void
explain_parts (GPtrArray      *sections,
               const KpScheme *scheme)
{
  gint positions[G_N_ELEMENTS (parts)];

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    positions[i] = get_position (scheme, &parts[i], i > 0 ? positions[i - 1] : 0);
  for (gint at = 0; at <= KP_N_STAGES; at++)
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
      if (positions[i] == at)
        parts[i].explain (sections, scheme);
}

/**
 * kp_scheme_explain:
 * @scheme: a scheme that kp_scheme_check() accepts
 *
 * Pure; safe from any thread.
 *
 * Returns: (transfer full) (element-type KpNoticeSection): the sections of the notice, in Chinese: the
 * opening without a heading, then those with a number, in the order of the stages.
 */
GPtrArray *
kp_scheme_explain (const KpScheme *scheme)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_notice_section_free);

  explain_opening (sections, scheme);
  explain_plan (sections, scheme);
  kp_notice_explain_conditions (sections, scheme);
  explain_parts (sections, scheme);
  explain_supervision (sections, scheme);
  explain_rest (sections, scheme);

  return sections;
}
