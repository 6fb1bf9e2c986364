/* kp-derivation-written.c – the written exam of a derivation: each paper, each bonus item, the sum.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

#define NOTICE "笔试"

static void
add_unwritten (KpDerivation *derivation)
{
  const KpContest  *contest = derivation->contest;
  const char       *clause = kp_derivation_get_clause (derivation, NOTICE);
  g_autofree gchar *who = NULL;

  if (!derivation->post->post->has_written)
    {
      kp_derivation_add (derivation, KP_STAGE_WRITTEN, "笔试", "不笔试", clause,
                         "本岗位不组织笔试，资格审查合格的直接进入面试。");
      return;
    }
  if (derivation->post->opening == KP_QUOTA_TO_INTERVIEW)
    {
      kp_derivation_add (derivation, KP_STAGE_WRITTEN, "笔试", "不笔试", kp_derivation_get_clause (derivation, "开考比例"),
                         "本岗位未达到开考比例，不再笔试，直接面试。");
      return;
    }
  who = kp_condition_dup_chinese (contest->scheme->written.exempt);
  kp_derivation_add (derivation, KP_STAGE_WRITTEN, "笔试", "免笔试", clause, "符合免笔试条件：%s。", who);
  if (kp_fraction_is_known (derivation->result->with_bonus))
    {
      g_autofree gchar *mark = kp_derivation_dup_number (derivation->result->with_bonus);

      kp_derivation_add (derivation, KP_STAGE_WRITTEN, "笔试成绩", mark, clause, "免笔试人员的笔试成绩按%s分计算。", mark);
    }
}

/* 免笔试限额: why somebody who fulfils the condition sits the exam all the same. */
static void
add_limit (KpDerivation *derivation)
{
  const KpExemption       exemption = derivation->contest->facts[derivation->index].exemption;
  const KpExemptionLimit *limit = &derivation->contest->scheme->written.exempt_limit;

  if (exemption != KP_EXEMPTION_FREE)
    kp_derivation_add (derivation, KP_STAGE_WRITTEN, "免笔试", exemption == KP_EXEMPTION_LEFT ? "未列入" : "待定",
                       kp_derivation_get_clause (derivation, NOTICE), "符合免笔试条件，本岗位免笔试不超过%u人，%s。",
                       kp_exemption_limit_count (limit, derivation->post->places),
                       exemption == KP_EXEMPTION_LEFT ? "按次序未列入，参加笔试" : "末位并列，待招聘工作领导小组研究决定");
}

static void
add_present_paper (KpDerivation        *derivation,
                   const KpSchemePaper *paper,
                   guint                index,
                   KpFraction           weight)
{
  const KpSchemeWritten *written = &derivation->contest->scheme->written;
  const KpWrittenResult *result = &derivation->result->written;
  KpFraction             exact = kp_fraction_multiply (result->unweighted[index], weight);
  const KpMark           mark = derivation->who->papers[index].mark;
  const gboolean         is_below = paper->line_is_strict ? mark <= paper->line : mark < paper->line;
  g_autofree gchar      *own = kp_mark_dup_text (mark, 2);
  g_autofree gchar      *full = kp_mark_dup_text (paper->full, 0);
  g_autofree gchar      *part = kp_derivation_dup_number (result->parts[index]);
  g_autofree gchar      *line = kp_mark_dup_text (paper->line, 0);
  g_autoptr (GString)    rule = g_string_new (NULL);

  g_string_append_printf (rule, "卷面%s分（满分%s分）", own, full);
  if (kp_fraction_compare (weight, KP_FRACTION_ONE) != 0)
    {
      g_autofree gchar *share = kp_weight_dup_text (weight);
      g_autofree gchar *product = kp_derivation_dup_number (exact);

      g_string_append_printf (rule, "×%s=%s分", share, product);
    }
  if (written->rounds_papers)
    {
      g_autofree gchar *rounded
          = kp_derivation_dup_rounding (exact, result->parts[index], (gint) written->paper_decimals, written->rounding);

      g_string_append (rule, rounded);
    }
  if (paper->has_line)
    g_string_append_printf (rule, "；单科合格线%s分，%s", line,
                            is_below ? (paper->line_is_strict ? "未高于合格线" : "低于合格线") : "达到合格线");
  kp_derivation_add (derivation, KP_STAGE_WRITTEN, paper->name, part, kp_derivation_get_clause (derivation, NOTICE), "%s。",
                     rule->str);
}

static guint
add_papers (KpDerivation *derivation)
{
  const KpSchemeWritten *written = &derivation->contest->scheme->written;
  guint                  n = 0;

  for (guint i = 0; i < MIN (written->papers->len, KP_SCHEME_MAX_PAPERS); i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (written->papers, i);
      KpFraction           weight = kp_scheme_get_paper_weight (derivation->post->post, paper);
      const KpMarkState    state = derivation->who->papers[i].state;

      if (!kp_fraction_is_known (weight))
        continue;
      n++;
      if (state == KP_MARK_PRESENT)
        add_present_paper (derivation, paper, i, weight);
      else
        kp_derivation_add (derivation, KP_STAGE_WRITTEN, paper->name, kp_mark_state_get_chinese (state),
                           kp_derivation_get_clause (derivation, NOTICE), "本科目没有分数。");
    }

  return n;
}

static void
add_sum (KpDerivation *derivation)
{
  const KpSchemeWritten *written = &derivation->contest->scheme->written;
  const KpWrittenResult *result = &derivation->result->written;
  g_autofree gchar      *rounded
      = kp_derivation_dup_rounding (result->exact, result->paper, written->decimals, written->rounding);
  g_autofree gchar      *exact = kp_derivation_dup_number (result->exact);
  g_autofree gchar      *paper = kp_derivation_dup_number (result->paper);
  g_autoptr (GString)    sum = g_string_new (NULL);
  guint                  n = 0;

  for (guint i = 0; i < KP_SCHEME_MAX_PAPERS; i++)
    if (kp_fraction_is_known (result->parts[i]))
      {
        g_autofree gchar *part = kp_derivation_dup_number (result->parts[i]);

        g_string_append_printf (sum, "%s%s", n++ > 0 ? "+" : "", part);
      }
  if (n > 1)
    g_string_append_printf (sum, "=%s", exact);
  if (n > 1 || *rounded != '\0')
    kp_derivation_add (derivation, KP_STAGE_WRITTEN, "笔试卷面成绩", paper, kp_derivation_get_clause (derivation, NOTICE),
                       "%s分%s。", sum->str, rounded);
}

/**
 * kp_derivation_write:
 * @derivation: a derivation
 *
 * 笔试: each paper times its weight, the sum and its rounding, the bonus, the mark that is ranked.
 */
void
kp_derivation_write (KpDerivation *derivation)
{
  const KpWrittenResult *result = &derivation->result->written;
  const KpMarkState      state = result->state;

  if (!kp_derivation_competes (derivation))
    return;
  if (kp_derivation_is_unwritten (derivation))
    {
      add_unwritten (derivation);
      kp_derivation_bonus (derivation);
      return;
    }
  add_limit (derivation);
  if (state == KP_MARK_NOT_ENTERED || (state == KP_MARK_PENDING && result->n_pending == 0))
    return;
  add_papers (derivation);
  if (state == KP_MARK_PRESENT)
    {
      add_sum (derivation);
      kp_derivation_bonus (derivation);
    }
  else if (state != KP_MARK_PENDING)
    kp_derivation_add (derivation, KP_STAGE_WRITTEN, "笔试成绩", kp_mark_state_get_chinese (state),
                       kp_derivation_get_clause (derivation, NOTICE), "缺考或者违纪的，不计笔试成绩，不加分，不列名次。");
}
