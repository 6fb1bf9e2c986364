/* kp-scheme-explain-lines.c – the interview lines of the scheme in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

#include "kp-correction.h"

static const char *const cases[] = {
  [KP_LONE_PRESENT_AT_MOST_PLACES] = "实际参加面试人数不多于招聘人数的岗位",
  [KP_LONE_FEWER_THAN_RATIO] = "进入面试人数达不到规定比例的岗位",
  [KP_LONE_ALWAYS] = "所有岗位",
  [KP_LONE_LIST_AT_MOST_PLACES] = "进入面试人数不多于招聘人数的岗位",
};

static const char *const means[KP_N_LINE_MEANS] = {
  [KP_LINE_MEAN_NONE] = "",
  [KP_LINE_MEAN_ROOM] = "同考场同场次面试人员",
  [KP_LINE_MEAN_DAY] = "当日全体面试人员",
  [KP_LINE_MEAN_POST] = "该岗位面试人员",
  [KP_LINE_MEAN_KIND] = "同类岗位（招聘类型相同的岗位）面试人员",
};

static const char *const lowests[KP_N_LOWEST_OFS] = {
  [KP_LOWEST_NONE] = "",
  [KP_LOWEST_ROOM] = "同考场同场次",
  [KP_LOWEST_CAMPAIGN] = "全部",
};

static void
say_usual_line (GPtrArray              *paragraphs,
                const KpInterviewLines *lines)
{
  g_autofree gchar *line = kp_mark_dup_text (lines->line, 0);
  const char       *whose = lines->drawn == KP_LINE_DRAWN_POST ? "按岗位分别" : "统一";

  if (lines->drawn == KP_LINE_DRAWN_NONE && lines->has_line)
    kp_notice_say (paragraphs, "面试合格分数线为%s分，低于合格线的不得聘用。", line);
  else if (lines->drawn != KP_LINE_DRAWN_NONE && lines->has_line)
    kp_notice_say (paragraphs, "面试合格分数线由招聘工作领导小组在面试结束后%s划定，不低于%s分；低于合格线的不得聘用。", whose, line);
  else if (lines->drawn != KP_LINE_DRAWN_NONE)
    kp_notice_say (paragraphs, "面试合格分数线由招聘工作领导小组在面试结束后%s划定，低于合格线的不得聘用。", whose);
}

/* What holds where there is no competition: a line, a mean, the lowest of those called elsewhere, a vote. */
static void
say_lone_line (GPtrArray              *paragraphs,
               const KpInterviewLines *lines,
               const char             *kind)
{
  const char       *whose = cases[lines->lone_when];
  g_autofree gchar *lone = kp_mark_dup_text (lines->lone_line, 0);
  g_autofree gchar *vote = NULL;

  if (lines->has_lone_line)
    kp_notice_say (paragraphs, "%s，面试成绩须达到%s分。", whose, lone);
  if (lines->mean != KP_LINE_MEAN_NONE)
    kp_notice_say (paragraphs, "%s，面试成绩不得低于%s的平均分。", whose, lines->mean == KP_LINE_MEAN_KIND ? kind : means[lines->mean]);
  if (lines->mean != KP_LINE_MEAN_NONE && lines->mean_decimals != KP_CORRECTION_EXACT)
    kp_notice_say (paragraphs, "该平均分保留%d位小数（四舍五入）。", lines->mean_decimals);
  if (lines->lowest != KP_LOWEST_NONE)
    kp_notice_say (paragraphs, "%s，面试成绩不得低于%s有竞争岗位进入体检（考察）人员的最低面试成绩；没有这样的人员的，%s。", whose,
                   lowests[lines->lowest],
                   lines->has_line || lines->has_lone_line || lines->drawn != KP_LINE_DRAWN_NONE ? "按其他合格线执行"
                                                                                                  : "不设合格线");
  if (!kp_fraction_is_known (lines->vote))
    return;
  vote = kp_fraction_dup_text (lines->vote);
  kp_notice_say (paragraphs, "%s，还须经%s以上（含）的考官表决同意，表决情况记录在册。", whose, vote);
}

static void
say_lines (GPtrArray              *paragraphs,
           const KpInterviewLines *lines,
           const char             *kind)
{
  say_usual_line (paragraphs, lines);
  say_lone_line (paragraphs, lines, kind);
  if (lines->on == KP_LINE_ON_RAW)
    kp_notice_say (paragraphs, "是否达到面试合格线，以修正前的面试成绩判断。");
}

/* "A01、A02岗位", "符合以下条件的人员（退役军人）" */
static gchar *
dup_whose (const KpSchemeLinesFor *lines_for)
{
  g_autofree gchar  *who = lines_for->when != NULL ? kp_condition_dup_chinese (lines_for->when) : NULL;
  g_autoptr (GString) whose = g_string_new (NULL);

  for (guint i = 0; i < lines_for->posts->len; i++)
    g_string_append_printf (whose, "%s%s", i > 0 ? "、" : "", (const char *) g_ptr_array_index (lines_for->posts, i));
  if (whose->len > 0)
    g_string_append (whose, "岗位");
  if (who != NULL)
    g_string_append_printf (whose, "符合以下条件的人员（%s）", who);

  return g_string_free (g_steal_pointer (&whose), FALSE);
}

/* In one paragraph, so that nobody takes a sentence of it for everybody's. */
static void
say_lines_for (GPtrArray              *paragraphs,
               const KpSchemeLinesFor *lines_for)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autofree gchar     *whose = dup_whose (lines_for);
  g_autofree gchar     *said = NULL;

  say_lines (own, &lines_for->lines, lines_for->posts->len > 0 ? "以上各岗位面试人员" : means[KP_LINE_MEAN_KIND]);
  if (own->len == 0)
    {
      kp_notice_say (paragraphs, "%s不设面试合格线。", whose);
      return;
    }
  g_ptr_array_add (own, NULL);
  said = g_strjoinv ("", (gchar **) own->pdata);
  kp_notice_say (paragraphs, "%s的面试合格线另按以下规定执行：%s", whose, said);
}

/**
 * kp_notice_say_interview_lines:
 * @paragraphs: (element-type utf8): the section on the interview
 * @scheme: a scheme
 *
 * 面试合格线: that of the rest, then those of some.
 */
void
kp_notice_say_interview_lines (GPtrArray      *paragraphs,
                               const KpScheme *scheme)
{
  const GPtrArray *lines_for = scheme->interview.lines_for;

  say_lines (paragraphs, &scheme->interview.lines, means[KP_LINE_MEAN_KIND]);
  for (guint i = 0; i < lines_for->len; i++)
    say_lines_for (paragraphs, g_ptr_array_index (lines_for, i));
  if (lines_for->len > 1)
    kp_notice_say (paragraphs, "同时符合以上几种面试合格线情形的，按列在前面的执行。");
}
