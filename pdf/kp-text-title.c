/* kp-text-title.c – titles of several lines, broken where the sense allows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-text.h"

/* GB/T 9704-2012, 7.3.1: a title of several lines is broken between words. No dictionary
 * is asked; these are the words that titles of recruitment papers are made of. Longer ones first. */
static const char *const words[] = {
  "社区专职工作人员",
  "专职工作人员",
  "社区工作者",
  "退役军人",
  "工作人员",
  "综合成绩",
  "资格审查",
  "资格复审",
  "面向社会",
  "公开招聘",
  "高校毕业生",
  "网格员",
  "拟聘用",
  "一览表",
  "汇总表",
  "签到表",
  "登记表",
  "座次表",
  "准考证",
  "领导小组",
  "办公室",
  "劳动合同",
  "体检",
  "考察",
  "笔试",
  "面试",
  "成绩",
  "公告",
  "公示",
  "名单",
  "人员",
  "入围",
  "岗位",
  "计划",
  "社区",
  "专职",
  "招聘",
  "年度",
  "街道",
  "通知",
  "递补",
  "抽签",
  "记录",
  "考试",
  "合格",
  "结果",
  "进入",
  "关于",
  "工作",
  "中共",
  "县委",
  "社会工作部",
  "人力资源",
  "社会保障局",
  "人民政府",
  "办事处",
  "民政局",
  "委员会",
  "印发",
  "方案",
  "事项",
  "有关",
};

#define MAX_WORD_CHARACTERS 8

/**
 * kp_text_cuts_word:
 * @text: UTF-8
 * @at: a character in it
 *
 * Returns: whether a line that ends before @at cuts one of the words that titles are made of, or a year.
 */
gboolean
kp_text_cuts_word (const char *text, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *begin = at;

      for (guint back = 0; back < MAX_WORD_CHARACTERS - 1 && begin > text; back++)
        {
          begin = g_utf8_prev_char (begin);
          if (g_str_has_prefix (begin, words[i]) && begin + strlen (words[i]) > at)
            return TRUE;
        }
    }
  /* 2026|年 */
  return at > text && g_ascii_isdigit (at[-1]) && g_str_has_prefix (at, "年");
}

/* Words that lean on what follows: a line doesn't end with them. */
static const char *const leaning[] = { "关于", "公开招聘", "招聘", "进入", "和", "与", "及", "、" };

static gboolean
leans (const char *text, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (leaning); i++)
    {
      gsize n = strlen (leaning[i]);

      if ((gsize) (at - text) >= n && strncmp (at - n, leaning[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Is AT where one of the words begins or ends? Elsewhere a break may cut a name that the table doesn't know. */
static gboolean
is_at_word (const char *text, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (g_str_has_prefix (at, words[i]) || ((gsize) (at - text) >= n && strncmp (at - n, words[i], n) == 0))
        return TRUE;
    }
  return at - text >= 3 && strncmp (at - 3, "年", 3) == 0;
}

/* Costs of a way to break: no word is cut while there is another way; then the shape; then what it looks like. */
#define COST_CUT 100000
#define COST_SHAPE 1000
#define COST_LEANING 40
#define COST_UNKNOWN 15
#define COST_SHORT_FIRST 5
#define COST_UNEVEN 100

#define MOST_LINES 4

/* The characters of a title: where they begin, how far they are from the left, what a break before them costs. */
typedef struct
{
  const char *text;
  GArray *starts; /* const char *, and the end */
  GArray *lefts;  /* KpLength, and the whole width */
  GArray *costs;  /* gint; -1 = no break here */
  KpLength width; /* of the column */
  KpLength size;
} Title;

typedef struct
{
  guint ends[MOST_LINES]; /* character behind each line */
  gint cost;
} Way;

static gint
cost_of_break (const char *text, const char *at)
{
  if (kp_text_cuts_word (text, at))
    return COST_CUT;
  return (leans (text, at) ? COST_LEANING : 0) + (is_at_word (text, at) ? 0 : COST_UNKNOWN);
}

static gboolean
joins (gunichar before, gunichar c)
{
  return !kp_flow_is_wide (before) && !kp_flow_is_wide (c);
}

static void
title_init (Title *self, KpSheet *sheet, const KpTextStyle *style, KpLength width, const char *text)
{
  KpLength left = 0;
  gunichar before = 0;

  *self = (Title){ .text = text, .width = width, .size = style->size };
  self->starts = g_array_new (FALSE, FALSE, sizeof (const char *));
  self->lefts = g_array_new (FALSE, FALSE, sizeof (KpLength));
  self->costs = g_array_new (FALSE, FALSE, sizeof (gint));
  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gint cost = cost_of_break (text, at);

      if (before != 0 && (kp_flow_is_forbidden_start (c) || kp_flow_is_forbidden_end (before) || joins (before, c)))
        cost = -1;
      g_array_append_val (self->starts, at);
      g_array_append_val (self->lefts, left);
      g_array_append_val (self->costs, cost);
      if (c == 0)
        break;
      left += kp_sheet_measure_unit (sheet, style, at, (gsize) (g_utf8_next_char (at) - at));
      before = c;
    }
}

static void
title_clear (Title *self)
{
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->lefts, g_array_unref);
  g_clear_pointer (&self->costs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Title, title_clear)

static KpLength
line_width (const Title *self, const Way *way, guint i)
{
  guint from = i == 0 ? 0 : way->ends[i - 1];

  return g_array_index (self->lefts, KpLength, way->ends[i]) - g_array_index (self->lefts, KpLength, from);
}

/* 7.3.1: 梯形 grows or shrinks from line to line, 菱形 grows and then shrinks. Neither equal lines nor an hourglass. */
static gboolean
has_shape (const Title *self, const Way *way, guint n_lines)
{
  gboolean shrinks = FALSE;

  for (guint i = 1; i < n_lines; i++)
    {
      KpLength growth = line_width (self, way, i) - line_width (self, way, i - 1);

      if (ABS (growth) < self->size || (growth > 0 && shrinks))
        return FALSE;
      shrinks = growth < 0;
    }
  return TRUE;
}

static gint
cost_of_way (const Title *self, const Way *way, guint n_lines)
{
  KpLength least = G_MAXINT;
  KpLength most = 0;
  gint cost = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      KpLength width = line_width (self, way, i);

      least = MIN (least, width);
      most = MAX (most, width);
      if (i + 1 < n_lines)
        cost += g_array_index (self->costs, gint, way->ends[i]);
    }
  if (most > self->width)
    return G_MAXINT;
  if (!has_shape (self, way, n_lines))
    cost += COST_SHAPE;
  /* Of two that look alike, the one with the longer first line says more at a glance. */
  if (n_lines == 2 && line_width (self, way, 0) < line_width (self, way, 1))
    cost += COST_SHORT_FIRST;
  return cost + (gint) ((gint64) COST_UNEVEN * (most - least) * (most - least) / ((gint64) most * most));
}

/* Tries every way to end the lines from LINE on; keeps the cheapest in BEST. */
static void
try_ways (const Title *self, Way *way, guint line, guint n_lines, Way *best)
{
  guint end = self->starts->len - 1;

  if (line + 1 == n_lines)
    {
      way->ends[line] = end;
      way->cost = cost_of_way (self, way, n_lines);
      if (way->cost < best->cost)
        *best = *way;
      return;
    }
  for (guint i = (line == 0 ? 0 : way->ends[line - 1]) + 1; i < end; i++)
    {
      way->ends[line] = i;
      if (line_width (self, way, line) > self->width)
        return;
      if (g_array_index (self->costs, gint, i) >= 0)
        try_ways (self, way, line + 1, n_lines, best);
    }
}

/* The lines of a way, each ended by a newline but the last. */
static char *
join_lines (const Title *self, const Way *way, guint n_lines)
{
  GString *out = g_string_new (NULL);
  const char *at = self->text;

  for (guint i = 0; i < n_lines; i++)
    {
      const char *end = g_array_index (self->starts, const char *, way->ends[i]);

      g_string_append_printf (out, "%s%.*s", i > 0 ? "\n" : "", (int) (end - at), at);
      at = end;
    }
  return g_string_free (out, FALSE);
}

/**
 * kp_text_break_title:
 * @sheet: gives the widths
 * @style: of the title
 * @width: of the type area
 * @text: UTF-8; newlines break it where the sense does
 *
 * Breaks a title without newlines into as few lines as it needs, between words where it can, in the shape of a
 * trapezoid or a diamond (GB/T 9704-2012, 7.3.1).
 *
 * Returns: (transfer full): centred lines; free with kp_flow_free().
 */
KpFlow *
kp_text_break_title (KpSheet *sheet, const KpTextStyle *style, KpLength width, const char *text)
{
  KpBlockStyle block = { .text = *style, .align = KP_ALIGN_CENTRE };
  g_autoptr (KpFlow) whole = kp_text_break_block (sheet, &block, width, text);
  guint n_lines = kp_flow_get_n_lines (whole);
  g_auto (Title) title = { 0 };
  g_autofree char *broken = NULL;
  Way way = { .cost = 0 };
  Way best = { .cost = G_MAXINT };

  if (n_lines < 2 || n_lines > MOST_LINES || strchr (text, '\n') != NULL)
    return g_steal_pointer (&whole);

  title_init (&title, sheet, style, width, text);
  try_ways (&title, &way, 0, n_lines, &best);
  if (best.cost == G_MAXINT)
    return g_steal_pointer (&whole);
  broken = join_lines (&title, &best, n_lines);
  return kp_text_break_block (sheet, &block, width, broken);
}
