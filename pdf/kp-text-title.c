/* kp-text-title.c – titles of several lines, broken where the sense allows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-text.h"

/* GB/T 9704-2012, 7.3.1: a title of several lines is broken between words, its lines balanced. No dictionary
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
};

#define MAX_WORD_CHARACTERS 8

/* Does a boundary at AT, inside TEXT, cut one of the words? */
static gboolean
cuts_word (const char *text, const char *at)
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

static gboolean
cuts_any_word (const KpFlow *flow, const char *text)
{
  const char *at = text;

  for (guint i = 0; i + 1 < kp_flow_get_n_lines (flow); i++)
    {
      KpFlowLine line;

      kp_flow_get_line (flow, i, &line);
      while (*at == ' ')
        at++;
      at += line.n_bytes;
      if (cuts_word (text, at))
        return TRUE;
    }
  return FALSE;
}

/* The lines of a flow, each ended by a newline but the last. */
static char *
join_lines (const KpFlow *flow)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < kp_flow_get_n_lines (flow); i++)
    {
      KpFlowLine line;

      kp_flow_get_line (flow, i, &line);
      if (i > 0)
        g_string_append_c (out, '\n');
      g_string_append_len (out, line.text, (gssize) line.n_bytes);
    }
  return g_string_free (out, FALSE);
}

/* The least width, of at least FROM, that gives no more than N_LINES lines and cuts no word; or just the
 * balanced one. */
static KpFlow *
break_balanced (KpSheet *sheet, const KpBlockStyle *style, KpLength width, guint n_lines, const char *text)
{
  g_autoptr (KpFlow) balanced = NULL;

  for (KpLength tried = width / (KpLength) (n_lines + 1); tried <= width; tried += style->text.size / 4)
    {
      g_autoptr (KpFlow) flow = kp_text_break_block (sheet, style, tried, text);

      if (kp_flow_get_n_lines (flow) > n_lines)
        continue;
      if (!cuts_any_word (flow, text))
        return g_steal_pointer (&flow);
      if (balanced == NULL)
        balanced = g_steal_pointer (&flow);
    }
  return g_steal_pointer (&balanced);
}

/**
 * kp_text_break_title:
 * @sheet: gives the widths
 * @style: of the title
 * @width: of the type area
 * @text: UTF-8; newlines break it where the sense does
 *
 * Breaks a title without newlines into as few lines as it needs, all about
 * equally wide, between words where it can.
 *
 * Returns: (transfer full): centred lines; free with kp_flow_free().
 */
KpFlow *
kp_text_break_title (KpSheet *sheet, const KpTextStyle *style, KpLength width, const char *text)
{
  KpBlockStyle block = { .text = *style, .align = KP_ALIGN_CENTRE };
  g_autoptr (KpFlow) whole = kp_text_break_block (sheet, &block, width, text);
  g_autoptr (KpFlow) balanced = NULL;
  g_autofree char *broken = NULL;

  if (kp_flow_get_n_lines (whole) < 2 || strchr (text, '\n') != NULL)
    return g_steal_pointer (&whole);

  balanced = break_balanced (sheet, &block, width, kp_flow_get_n_lines (whole), text);
  if (balanced == NULL)
    return g_steal_pointer (&whole);
  broken = join_lines (balanced);
  return kp_text_break_block (sheet, &block, width, broken);
}
