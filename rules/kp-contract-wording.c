/* kp-contract-wording.c – whether a county's own wording of the contract says what the law asks for, and nothing void.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A wording is the county's text; it is held against the words that 劳动合同法 §17 itself uses for its items. A sentence
 * that names a penalty or a deposit is void (§§9, 25) unless it forbids it, or is about paid training or secrecy; so is a
 * share of the housing fund below five per cent (住房公积金管理条例 §18). */

#include "kp-contract-clause.h"

#include <string.h>

#define MOST_WORDS 4
#define LEAST_FUND_PERCENT 5

static const struct
{
  KpClausePart part;
  const char *words[MOST_WORDS];
} signs[] = {
  { KP_CLAUSE_TERM, { "期限", "终止日期" } },
  { KP_CLAUSE_WORK, { "工作内容", "工作岗位", "岗位职责" } },
  { KP_CLAUSE_PLACE, { "工作地点" } },
  { KP_CLAUSE_HOURS, { "工作时间", "工时制度" } },
  { KP_CLAUSE_REST, { "休息", "休假" } },
  { KP_CLAUSE_PAY, { "劳动报酬", "工资" } },
  { KP_CLAUSE_INSURANCE, { "社会保险", "工伤保险" } },
  { KP_CLAUSE_PROTECTION, { "劳动保护", "劳动防护" } },
  { KP_CLAUSE_CONDITIONS, { "劳动条件" } },
  { KP_CLAUSE_HAZARDS, { "职业危害", "职业病危害" } },
};

static const struct
{
  KpClauseFinding finding;
  const char *words[MOST_WORDS];
} voids[] = {
  { KP_CLAUSE_DEPOSIT, { "押金", "保证金", "抵押", "风险金" } },
  { KP_CLAUSE_IDENTITY, { "扣押", "代管身份证", "收存身份证" } },
  { KP_CLAUSE_NO_INSURANCE, { "自愿不缴纳社会保险", "自愿放弃社会保险", "不参加社会保险" } },
  { KP_CLAUSE_PENALTY, { "违约金", "赔偿服务期" } },
};

static gboolean
has_any (const char *text, const char *const *words)
{
  for (guint i = 0; i < MOST_WORDS && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * kp_clause_read_wording:
 * @wording: (nullable): a county's own text; %NULL = the shipped one, which says everything
 * @texts: its parts that a wording has to say become known where it does; those of the parties stay as they are
 */
void
kp_clause_read_wording (const char *wording, KpClauseTexts *texts)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    texts->parts[signs[i].part] = wording == NULL || has_any (wording, signs[i].words) ? signs[i].words[0] : NULL;
  texts->parts[KP_CLAUSE_OTHER] = "依照法律、法规";
}

/* 不得收取押金 forbids what it names. */
static gboolean
is_harmless (const char *sentence, KpClauseFinding finding)
{
  static const char *const forbids[MOST_WORDS] = { "不得", "禁止", "不向", "无须" };
  static const char *const allowed[MOST_WORDS] = { "专项培训", "竞业限制", "保密" };

  return (finding != KP_CLAUSE_NO_INSURANCE && has_any (sentence, forbids)) ||
         (finding == KP_CLAUSE_PENALTY && has_any (sentence, allowed));
}

/* 百分之四 is below, 百分之四十 isn't. */
static gboolean
has_low_words (const char *sentence)
{
  static const char *const low[LEAST_FUND_PERCENT - 1] = { "百分之一", "百分之二", "百分之三", "百分之四" };

  for (guint i = 0; i < G_N_ELEMENTS (low); i++)
    {
      const char *found = strstr (sentence, low[i]);

      if (found != NULL && !g_str_has_prefix (found + strlen (low[i]), "十"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_low_fund (const char *sentence)
{
  const char *sign = sentence;

  if (strstr (sentence, "公积金") == NULL)
    return FALSE;
  while ((sign = strchr (sign, '%')) != NULL)
    {
      const char *start = sign++;

      while (start > sentence && (g_ascii_isdigit (start[-1]) || start[-1] == '.'))
        start--;
      if (g_ascii_isdigit (*start) && g_ascii_strtoull (start, NULL, 10) < LEAST_FUND_PERCENT)
        return TRUE;
    }
  return has_low_words (sentence);
}

/* The first thing in a sentence that the law doesn't allow. */
static gboolean
is_void (const char *sentence, KpClauseFinding *finding)
{
  for (guint i = 0; i < G_N_ELEMENTS (voids); i++)
    if (has_any (sentence, voids[i].words) && !is_harmless (sentence, voids[i].finding))
      {
        *finding = voids[i].finding;
        return TRUE;
      }
  *finding = KP_CLAUSE_FUND_RATE;
  return has_low_fund (sentence);
}

/**
 * kp_clause_check_wording:
 * @wording: a county's own text
 * @finding: (out): what the law doesn't allow
 *
 * Returns: whether some sentence of it is void
 */
gboolean
kp_clause_check_wording (const char *wording, KpClauseFinding *finding)
{
  g_auto (GStrv) sentences = NULL;
  g_autoptr (GString) text = g_string_new (wording);

  g_string_replace (text, "。", "\n", 0);
  g_string_replace (text, "；", "\n", 0);
  sentences = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; sentences[i] != NULL; i++)
    if (is_void (sentences[i], finding))
      return TRUE;
  return FALSE;
}
