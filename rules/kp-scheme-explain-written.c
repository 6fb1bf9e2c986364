/* kp-scheme-explain-written.c – papers, their weights and the line of the written exam in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"
#include "kp-written.h"

static gboolean
has_sitting (const KpScheme      *scheme,
             const KpSchemePaper *paper)
{
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    if (g_strcmp0 (((const KpSchemeSitting *) g_ptr_array_index (scheme->written.sittings, i))->paper, paper->code) == 0)
      return TRUE;

  return FALSE;
}

/* A sitting tells full mark and decimals of its paper; what has none is told here. */
static void
say_paper (GPtrArray           *paragraphs,
           const KpScheme      *scheme,
           const KpSchemePaper *paper)
{
  g_autofree gchar *full = kp_mark_dup_text (paper->full, 0);
  g_autofree gchar *line = kp_mark_dup_text (paper->line, 0);

  if (paper->is_elsewhere)
    kp_notice_say (paragraphs, "%s不另行组织考试，沿用考生在其他考试中取得的该科成绩，满分%s分，成绩保留%u位小数。", paper->name, full,
                   paper->decimals);
  else if (!has_sitting (scheme, paper))
    kp_notice_say (paragraphs, "%s：满分%s分，成绩保留%u位小数。", paper->name, full, paper->decimals);
  if (paper->step > 0)
    {
      g_autofree gchar *step = kp_mark_dup_text (paper->step, 0);

      kp_notice_say (paragraphs, "%s以%s分为最小单位计分。", paper->name, step);
    }
  if (paper->has_line)
    kp_notice_say (paragraphs, "%s的单科合格分数线为%s分，单科成绩%s的，不得进入面试。", paper->name, line,
                   paper->line_is_strict ? "未高于合格线" : "低于合格线");
}

/* "行测×1/3+申论×1/3" */
static gchar *
dup_formula (const GPtrArray    *papers,
             const KpSchemePost *post)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  for (guint i = 0; i < papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (papers, i);
      KpFraction           weight = kp_scheme_get_paper_weight (post, paper);
      g_autofree gchar    *text = kp_weight_dup_text (weight);

      if (weight.num == 0)
        continue;
      g_string_append_printf (formula, "%s%s", formula->len > 0 ? "+" : "", paper->name);
      if (kp_fraction_compare (weight, KP_FRACTION_ONE) != 0)
        g_string_append_printf (formula, "×%s", text);
    }

  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* "100", not "100.00". */
static gchar *
dup_full (const KpScheme     *scheme,
          const KpSchemePost *post)
{
  KpFraction full = kp_written_get_full (scheme, post);
  KpMark     mark = 0;

  if (!kp_fraction_round_to_mark (full, 2, KP_ROUNDING_HALF_UP, &mark))
    return g_strdup ("");

  return kp_mark_dup_text (mark, 0);
}

/* Nothing to say where one paper counts as it is marked. */
static void
say_weights (GPtrArray          *paragraphs,
             const KpScheme     *scheme,
             const KpSchemePost *post)
{
  g_autoptr (GPtrArray) papers = kp_scheme_list_papers (scheme, post);
  g_autofree gchar     *formula = dup_formula (papers, post);
  g_autofree gchar     *full = dup_full (scheme, post);
  g_autoptr (GString)   names = g_string_new (NULL);
  const gboolean        is_plain
    = papers->len == 1
      && kp_fraction_compare (kp_scheme_get_paper_weight (post, g_ptr_array_index (papers, 0)), KP_FRACTION_ONE) == 0;

  if (papers->len > 0 && post->papers->len > 0)
    {
      for (guint i = 0; i < papers->len; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                                ((const KpSchemePaper *) g_ptr_array_index (papers, i))->name);
      kp_notice_say (paragraphs, "%s岗位的考试科目为%s，笔试成绩=%s，满分%s分。", post->code, names->str, formula, full);
    }
  else if (papers->len > 0 && !is_plain)
    kp_notice_say (paragraphs, "笔试成绩=%s，满分%s分。", formula, full);
}

/* Posts that sit all papers have one sentence among them. */
static void
say_all_weights (GPtrArray      *paragraphs,
                 const KpScheme *scheme)
{
  const KpSchemePost *plain = NULL;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (post->has_written && post->papers->len == 0)
        plain = post;
      else
        say_weights (paragraphs, scheme, post);
    }
  if (plain != NULL)
    say_weights (paragraphs, scheme, plain);
}

/* "每个岗位免笔试不超过2人，且不超过招聘人数的30%；超过的按……" */
static void
say_exempt_limit (GPtrArray      *paragraphs,
                  const KpScheme *scheme)
{
  const KpExemptionLimit *limit = &scheme->written.exempt_limit;
  g_autofree gchar       *most = limit->most > 0 ? g_strdup_printf ("不超过%u人", limit->most) : g_strdup ("");
  g_autofree gchar       *weight
      = kp_fraction_is_known (limit->share) ? kp_weight_dup_text (limit->share) : NULL;
  g_autofree gchar       *share = weight != NULL ? g_strdup_printf ("不超过招聘人数的%s（不足一人的不计）", weight) : g_strdup ("");
  g_autoptr (GString)     order = g_string_new (NULL);

  if (!kp_exemption_limit_applies (limit))
    return;
  for (guint i = 0; i < limit->keys->len; i++)
    {
      g_autofree gchar *name = kp_scheme_dup_tie_chinese (scheme, g_ptr_array_index (limit->keys, i));

      g_string_append_printf (order, "%s%s", i > 0 ? "、" : "依次按", name);
    }
  kp_notice_say (paragraphs, "每个岗位免笔试的%s%s%s；符合条件的人数超过的，%s%s，其余的参加笔试。", most, most[0] != '\0' && share[0] != '\0' ? "，且" : "",
                 share, order->str, order->len > 0 ? "确定，仍不能区分的由招聘工作领导小组研究决定" : "由招聘工作领导小组研究决定");
}

static void
say_rounding (GPtrArray             *paragraphs,
              const KpSchemeWritten *written)
{
  const char *word = kp_rounding_get_chinese (written->rounding);

  if (written->rounds_papers)
    kp_notice_say (paragraphs, "各科成绩折算后先保留%u位小数（%s），再相加。", written->paper_decimals, word);
  if (written->decimals == KP_CORRECTION_EXACT)
    kp_notice_say (paragraphs, "笔试成绩按实际得分计算，不作取舍。");
  else
    kp_notice_say (paragraphs, "笔试成绩保留%d位小数（%s）。", written->decimals, word);
}

/**
 * kp_notice_say_papers:
 * @paragraphs: (element-type utf8): the section on the written exam
 * @scheme: a scheme
 *
 * Adds papers without a sitting, single-paper lines, weights, roundings, and who needs no written exam.
 */
void
kp_notice_say_papers (GPtrArray      *paragraphs,
                      const KpScheme *scheme)
{
  const KpSchemeWritten *written = &scheme->written;

  for (guint i = 0; i < written->papers->len; i++)
    say_paper (paragraphs, scheme, g_ptr_array_index (written->papers, i));
  say_all_weights (paragraphs, scheme);
  say_rounding (paragraphs, written);
  if (written->papers->len > 1)
    kp_notice_say (paragraphs, "任一科目缺考或者违纪的，不计笔试成绩。");
  if (written->zero_paper_is_out)
    kp_notice_say (paragraphs, "任一科目成绩为零分的，不得进入面试。");
  if (written->exempt != NULL)
    {
      g_autofree gchar *who = kp_condition_dup_chinese (written->exempt);

      kp_notice_say (paragraphs, "符合以下条件的人员免笔试，资格审查合格后进入面试：%s。", who);
      say_exempt_limit (paragraphs, scheme);
      if (written->has_exempt_mark)
        {
          g_autofree gchar *mark = kp_mark_dup_text (written->exempt_mark, 0);

          kp_notice_say (paragraphs, "免笔试人员的笔试成绩按%s分计入综合成绩。", mark);
        }
    }
}

/* How the line is made: "60分", "全体实际参加考试人员平均成绩的60%" … */
static gchar *
dup_value (const KpLine *line)
{
  g_autofree gchar *value = kp_mark_dup_text (line->value, 0);
  g_autofree gchar *share = kp_weight_dup_text (line->share);

  switch (line->kind)
    {
    case KP_LINE_SHARE_OF_MEAN:
      return g_strdup_printf ("%s实际参加考试人员（缺考的不计）%s的%s，保留%u位小数（%s）",
                              line->per == KP_LINE_PER_POST ? "同一岗位全体" : "全体",
                              line->basis == KP_LINE_ON_PAPER ? "平均卷面成绩" : "平均笔试成绩", share, line->decimals,
                              kp_rounding_get_chinese (line->rounding));
    case KP_LINE_SHARE_OF_FULL:
      return g_strdup_printf ("笔试满分的%s", share);
    case KP_LINE_DECIDED:
      return g_strdup ("具体分值在笔试后由招聘工作领导小组研究决定并公布");
    case KP_LINE_FIXED:
    default:
      return g_strdup_printf ("%s分", value);
    }
}

/* "A01、A02岗位的合格分数线为50分。", "符合以下条件的人员，合格分数线为45分：…" */
static void
say_lines_for (GPtrArray       *paragraphs,
               const GPtrArray *lines_for)
{
  for (guint i = 0; i < lines_for->len; i++)
    {
      const KpSchemeLineFor *line_for = g_ptr_array_index (lines_for, i);
      g_autofree gchar      *mark = kp_mark_dup_text (line_for->line, 0);
      g_autofree gchar      *who = line_for->when != NULL ? kp_condition_dup_chinese (line_for->when) : NULL;
      g_autoptr (GString)    posts = g_string_new (NULL);

      for (guint j = 0; j < line_for->posts->len; j++)
        g_string_append_printf (posts, "%s%s", j > 0 ? "、" : "", (const char *) g_ptr_array_index (line_for->posts, j));
      if (posts->len > 0)
        g_string_append (posts, "岗位");
      if (who == NULL)
        kp_notice_say (paragraphs, "%s的合格分数线另定为%s分。", posts->str, mark);
      else
        kp_notice_say (paragraphs, "%s符合以下条件的人员，合格分数线另定为%s分：%s。", posts->str, mark, who);
    }
  if (lines_for->len > 1)
    kp_notice_say (paragraphs, "同时符合以上几种情形的，按列在前面的执行。");
}

/**
 * kp_notice_say_line:
 * @paragraphs: (element-type utf8): the section on the written exam
 * @scheme: a scheme
 *
 * Adds how the line 笔试合格分数线 comes about and what it is compared with.
 */
void
kp_notice_say_line (GPtrArray      *paragraphs,
                    const KpScheme *scheme)
{
  const KpLine     *line = &scheme->written.line;
  g_autofree gchar *value = NULL;
  const char       *basis;

  if (line->basis == KP_LINE_NONE)
    return;

  value = dup_value (line);
  basis = line->basis == KP_LINE_ON_PAPER ? "卷面成绩（不含加分）" : "笔试成绩（含加分）";
  if (line->kind == KP_LINE_FIXED)
    kp_notice_say (paragraphs, "笔试合格分数线为%s%s。", basis, value);
  else if (line->kind == KP_LINE_DECIDED)
    kp_notice_say (paragraphs, "笔试合格分数线按%s划定，%s。", basis, value);
  else
    kp_notice_say (paragraphs, "笔试合格分数线按%s划定，为%s。", basis, value);
  say_lines_for (paragraphs, scheme->written.line_for);
  if (line->is_strict)
    kp_notice_say (paragraphs, "成绩须高于合格分数线，等于合格分数线的不得进入面试。");
}
