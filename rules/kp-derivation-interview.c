/* kp-derivation-interview.c – the interview of a derivation: sheets, extremes, means, coefficient, line.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

#define NOTICE "面试"

static const char *const drop_words[] = {
  [KP_PANEL_KEPT] = "计入",
  [KP_PANEL_HIGHEST] = "最高分，去掉",
  [KP_PANEL_LOWEST] = "最低分，去掉",
  [KP_PANEL_VOID] = "作废，不计",
};

static KpPanelElement *
list_elements (const KpScheme *scheme)
{
  KpPanelElement *elements = g_new0 (KpPanelElement, scheme->interview.elements->len + 1);

  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      elements[i] = (KpPanelElement) { element->full, element->weight };
    }

  return elements;
}

/* "综合分析20+组织协调16×50%" */
static gchar *
dup_elements (const KpScheme     *scheme,
              const KpPanelSheet *sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (sheet->n_elements, scheme->interview.elements->len); i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);
      g_autofree gchar      *mark = kp_mark_dup_text (sheet->elements[i].mark, 0);
      g_autofree gchar      *share = kp_weight_dup_text (element->weight);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "+" : "", element->name, mark);
      if (kp_fraction_compare (element->weight, KP_FRACTION_ONE) != 0)
        g_string_append_printf (text, "×%s", share);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_sheet (KpDerivation         *derivation,
           const KpPanelElement *elements,
           const KpPanelSheet   *sheet,
           KpPanelDrop           drop)
{
  const KpScheme   *scheme = derivation->contest->scheme;
  const gboolean    is_by_element = scheme->interview.panel.drops_by_element && sheet->n_elements > 0;
  g_autofree gchar *label = g_strdup_printf ("考官%s", sheet->examiner != NULL ? sheet->examiner : "");
  g_autofree gchar *parts = dup_elements (scheme, sheet);
  g_autofree gchar *total = NULL;
  const char       *word = is_by_element && drop == KP_PANEL_KEPT ? "按要素去掉最高分、最低分" : drop_words[drop];
  KpMark            sum = 0;

  kp_panel_sheet_sum (elements, sheet, &sum);
  total = kp_mark_dup_text (sum, 2);
  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, label, total, kp_derivation_get_clause (derivation, NOTICE), "%s%s%s。",
                     parts, sheet->n_elements > 0 ? "；" : "", word);
}

static void
add_mean (KpDerivation        *derivation,
          const KpPanelResult *panel)
{
  const KpPanelPolicy *policy = &derivation->contest->scheme->interview.panel;
  KpFraction           rounded = kp_fraction_from_mark (panel->mark);
  g_autofree gchar    *raw = kp_mark_dup_text (panel->mark, policy->decimals);
  g_autofree gchar    *kept = kp_mark_dup_text (panel->kept_sum, 2);
  g_autofree gchar    *dropped = kp_mark_dup_text (panel->dropped_sum, 2);
  g_autofree gchar    *mean = kp_derivation_dup_number (panel->mean);
  g_autofree gchar    *rounding = kp_derivation_dup_rounding (panel->mean, rounded, (gint) policy->decimals, policy->rounding);
  g_autoptr (GString)  rule = g_string_new (NULL);

  if (panel->dropped_sum > 0)
    g_string_append_printf (rule, "去掉的合计%s分，", dropped);
  g_string_append_printf (rule, "计入的合计%s÷%u=%s分%s", kept, panel->n_counted, mean, rounding);
  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试原始成绩", raw, kp_derivation_get_clause (derivation, NOTICE), "%s。",
                     rule->str);
}

/* FALSE when the sheets have a fault, and there is no mark. */
static gboolean
add_sheets (KpDerivation *derivation)
{
  const KpScheme            *scheme = derivation->contest->scheme;
  const KpEntrant           *who = derivation->who;
  g_autofree KpPanelElement *elements = list_elements (scheme);
  g_autofree KpPanelDrop    *drops = g_new0 (KpPanelDrop, who->n_sheets + 1);
  g_autoptr (GArray)         faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  const guint                n_elements = who->sheets[0].n_elements > 0 ? scheme->interview.elements->len : 0;
  KpPanelResult              panel;

  if (!kp_panel_decide (&scheme->interview.panel, elements, n_elements, who->sheets, who->n_sheets, drops, &panel, faults))
    {
      kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试原始成绩", "待核", kp_derivation_get_clause (derivation, NOTICE),
                         "考官评分表不齐或者有误，暂不能计算。");
      return FALSE;
    }
  for (guint i = 0; i < who->n_sheets; i++)
    add_sheet (derivation, elements, &who->sheets[i], drops[i]);
  add_mean (derivation, &panel);

  return TRUE;
}

/* Why the line isn't known. */
static void
add_open_line (KpDerivation *derivation)
{
  const KpInterviewLine *line = &derivation->result->line;
  const char            *clause = kp_derivation_get_clause (derivation, NOTICE);

  if (line->is_undrawn)
    kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试合格线", "未划定", clause, "面试合格线尚未由招聘工作领导小组划定。");
  else if (line->lowest.is_open)
    kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试合格线", "未定", clause,
                       "合格线不得低于有竞争岗位进入体检（考察）人员的最低面试成绩，这些人选尚未确定。");
  else
    kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试合格线", "未定", clause, "合格线取平均成绩，成绩尚未齐全。");
}

static const char *
get_lone_words (const KpInterviewLines *lines)
{
  if (lines->lone_when == KP_LONE_ALWAYS)
    return "";
  if (lines->lone_when == KP_LONE_FEWER_THAN_RATIO)
    return "入围人数少于规定比例，按未形成竞争的规定执行，";
  if (lines->lone_when == KP_LONE_LIST_AT_MOST_PLACES)
    return "进入面试的人数不多于岗位计划，按未形成竞争的规定执行，";

  return "实际参加面试的人数不多于岗位计划，按未形成竞争的规定执行，";
}

/* What made the line: whose it is, the case, those it is compared with. */
static gchar *
dup_line_reasons (const KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  const KpScheme        *scheme = derivation->contest->scheme;
  g_autoptr (GString)    reasons = g_string_new (NULL);
  g_autofree gchar      *lowest = NULL;

  if (result->lines != &scheme->interview.lines)
    g_string_append (reasons, "招聘方案对本岗位或者本人所属人员另定面试合格线，");
  if (result->lines->drawn != KP_LINE_DRAWN_NONE)
    g_string_append (reasons, "面试合格线由招聘工作领导小组划定，");
  if (!result->line.is_lone)
    return g_string_free (g_steal_pointer (&reasons), FALSE);

  g_string_append (reasons, get_lone_words (result->lines));
  if (result->lines->lowest != KP_LOWEST_NONE && kp_fraction_is_known (result->line.lowest.mark))
    {
      lowest = kp_derivation_dup_number (result->line.lowest.mark);
      g_string_append_printf (reasons, "%s有竞争岗位进入体检（考察）人员的最低面试成绩为%s分，",
                              result->lines->lowest == KP_LOWEST_ROOM ? "同考场" : "", lowest);
    }
  else if (result->lines->lowest != KP_LOWEST_NONE)
    g_string_append_printf (reasons, "%s没有有竞争岗位进入体检（考察）的人员可比，",
                            result->lines->lowest == KP_LOWEST_ROOM ? "同考场" : "");

  return g_string_free (g_steal_pointer (&reasons), FALSE);
}

static void
add_line (KpDerivation *derivation)
{
  const KpContestResult  *result = derivation->result;
  const KpInterviewLines *lines = result->lines;
  const KpStatedMark      mark = lines->on == KP_LINE_ON_RAW ? result->raw : result->interview;
  const char             *clause = kp_derivation_get_clause (derivation, NOTICE);
  g_autofree gchar       *line = NULL;
  g_autofree gchar       *own = kp_mark_dup_text (mark.mark, 2);
  g_autofree gchar       *reasons = NULL;

  if (!result->line.has_line)
    return;
  if (!kp_fraction_is_known (result->line.line))
    {
      add_open_line (derivation);
      return;
    }
  reasons = dup_line_reasons (derivation);
  line = kp_derivation_dup_number (result->line.line);
  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试合格线", line, clause, "%s合格线为%s分，本人%s%s分，%s。", reasons, line,
                     lines->on == KP_LINE_ON_RAW ? "原始成绩" : "面试成绩", own,
                     kp_fraction_compare (kp_fraction_from_mark (mark.mark), result->line.line) >= 0 ? "达到合格线" : "低于合格线");
}

static void
add_vote (KpDerivation *derivation)
{
  const KpInterviewLines *lines = derivation->result->lines;
  const KpEntrant        *who = derivation->who;
  const char             *clause = kp_derivation_get_clause (derivation, NOTICE);
  g_autofree gchar       *share = kp_fraction_dup_text (lines->vote);
  gboolean                has_passed;

  if (!derivation->result->line.needs_vote)
    return;
  if (who->n_votes == 0)
    {
      kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "考官表决", "未表决", clause, "未形成竞争的，须经%s以上考官同意。", share);
      return;
    }
  has_passed = kp_fraction_compare (kp_fraction_new (who->n_votes_for, who->n_votes), lines->vote) >= 0;
  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "考官表决", has_passed ? "通过" : "未通过", clause,
                     "未形成竞争的，须经%s以上考官同意；%u人表决，%u人同意。", share, who->n_votes, who->n_votes_for);
}

/**
 * kp_derivation_hear:
 * @derivation: a derivation
 *
 * 面试: each sheet and whether it counts, the mean, the correction between rooms, the line and the vote.
 */
void
kp_derivation_hear (KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  const char            *clause = kp_derivation_get_clause (derivation, NOTICE);

  if (!result->is_interviewed || (result->raw.state == KP_MARK_NOT_ENTERED && derivation->who->n_sheets == 0))
    return;
  if (result->raw.state == KP_MARK_ABSENT || result->raw.state == KP_MARK_BREACH || result->raw.state == KP_MARK_VOID_ALL)
    {
      kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试成绩", kp_mark_state_get_chinese (result->raw.state), clause,
                         "面试缺考或者成绩无效的，不计综合成绩。");
      return;
    }
  if (derivation->who->n_sheets > 0 && !add_sheets (derivation))
    return;
  if (derivation->who->n_sheets == 0)
    {
      g_autofree gchar *raw = kp_mark_dup_text (result->raw.mark, 2);

      kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试原始成绩", raw, clause, "按登记的成绩。");
    }
  kp_derivation_correct (derivation);
  if (kp_derivation_count_unheard (derivation) > 0)
    return;
  add_line (derivation);
  add_vote (derivation);
}
