/* kp-interview-title.c – which examiner and which element a heading names.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-mark-sheet-private.h"

static const char *const roles[] = { "考官", "评委" };
static const char *const chinese_numbers[] = { "十", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char *const total_words[] = { "合计", "总分", "小计", "总计",   "得分",  "评分",
                                           "打分", "分数", "成绩", "总成绩", "总得分" };

/* Columns beside the marks of one examiner: who it is, and what is made of the marks later. */
static const char *const other_words[] = {
  "序号", "姓名", "性别", "身份证", "准考证", "岗位", "职位",     "备注", "签名", "签字", "时间",
  "日期", "考场", "考官", "评委",   "监督",   "记分", "核分",     "平均", "最高", "最低", "去掉",
  "最后", "最终", "修正", "系数",   "名次",   "排名", "面试成绩", "抽签", "单位", "街道",
};

static gboolean
is_total (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (total_words); i++)
    if (strcmp (text, total_words[i]) == 0)
      return TRUE;
  return *text == '\0';
}

/* 1–99 or 一–十 at *@p, which moves behind it; 0 for none. */
static guint
read_number (const char **p)
{
  guint number = 0;

  if (g_ascii_isdigit (**p))
    {
      for (guint i = 0; i < 2 && g_ascii_isdigit (**p); i++)
        number = number * 10 + (guint) (*(*p)++ - '0');
      return number;
    }
  for (guint i = 0; i < G_N_ELEMENTS (chinese_numbers); i++)
    if (g_str_has_prefix (*p, chinese_numbers[i]))
      {
        *p += strlen (chinese_numbers[i]);
        return i == 0 ? 10 : i;
      }
  return 0;
}

static const char *
skip_word (const char *p, const char *word)
{
  return g_str_has_prefix (p, word) ? p + strlen (word) : p;
}

static const char *
skip_role (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_has_prefix (p, roles[i]))
      return p + strlen (roles[i]);
  return NULL;
}

/**
 * kp_interview_title_parse:
 * @title: a compact heading or sheet name without brackets: 考官1, 3号考官, 第二考官, 考官1综合分析,
 * 评委五合计
 * @element: (out) (transfer none): what stands behind, "" for the total
 *
 * Returns: the number of the examiner, 0 when @title names none
 */
guint
kp_interview_title_parse (const char *title, const char **element)
{
  const char *p = skip_word (title, "第");
  guint number = read_number (&p);
  const char *rest;

  if (number > 0)
    p = skip_word (skip_word (p, "号"), "位");
  rest = skip_role (p);
  if (rest == NULL)
    return 0;
  if (number == 0)
    {
      number = read_number (&rest);
      rest = skip_word (rest, "号");
    }
  rest = skip_word (skip_word (rest, "-"), ":");
  *element = is_total (rest) ? "" : rest;
  return number;
}

/**
 * kp_interview_title_is_mark:
 * @title: a compact heading without brackets
 *
 * Returns: whether the column of this heading holds a mark of the one examiner of the row or sheet: an
 * element or the total
 */
gboolean
kp_interview_title_is_mark (const char *title)
{
  if (*title == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (other_words); i++)
    if (strstr (title, other_words[i]) != NULL)
      return FALSE;
  return TRUE;
}
