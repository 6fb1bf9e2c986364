/* kp-scheme-explain-score.c – the score of the background check and the final total, in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

/* "考察实行量化评分，满分100分；考察成绩低于60分的，为考察不合格。" */
static void
say_mark (GPtrArray                *paragraphs,
          const KpFinalTotalPolicy *score,
          const KpSchemeOther      *other)
{
  g_autofree gchar *full = kp_mark_dup_text (other->full, 0);
  g_autofree gchar *line = kp_mark_dup_text (score->line, 0);
  g_autofree gchar *failed = NULL;

  if (score->has_line)
    failed = g_strdup_printf ("；%s%s%s分的，为考察不合格，不予聘用", other->name, score->line_is_strict ? "未高于" : "低于", line);
  kp_notice_say (paragraphs, "考察实行量化评分（%s），满分%s分%s。", other->name, full, failed != NULL ? failed : "");
}

static void
say_formula (GPtrArray                *paragraphs,
             const KpFinalTotalPolicy *score,
             const KpSchemeOther      *other)
{
  g_autofree gchar *of_total = kp_weight_dup_text (score->of_total);
  g_autofree gchar *of_mark = kp_weight_dup_text (score->of_mark);
  g_autofree gchar *parts = NULL;

  if (score->rounds_parts)
    parts = g_strdup_printf ("，各部分折算后先保留%u位小数", score->part_decimals);
  kp_notice_say (paragraphs, "最终成绩=综合成绩×%s+%s×%s，保留%u位小数（%s）%s。", of_total, other->name, of_mark, score->decimals,
                 kp_rounding_get_chinese (score->rounding), parts != NULL ? parts : "");
}

static void
say_ties (GPtrArray                *paragraphs,
          const KpScheme           *scheme,
          const KpFinalTotalPolicy *score)
{
  g_autoptr (GString) ties = g_string_new (NULL);

  for (guint i = 0; i < score->ties->len; i++)
    {
      g_autofree gchar *tie = kp_scheme_dup_tie_chinese (scheme, g_ptr_array_index (score->ties, i));

      g_string_append_printf (ties, "%s%s", i > 0 ? "、" : "", tie);
    }
  kp_notice_say (paragraphs, "最终成绩相同的，依次按%s确定名次。", ties->str);
  if (score->place_rule == KP_PLACES_SHARED_DENSE)
    kp_notice_say (paragraphs, "最终成绩名次并列的，不占用后续名次。");
}

/**
 * kp_notice_say_score:
 * @paragraphs: of the section on the background check
 * @scheme: a scheme
 *
 * Says how the check is scored and what the final total decides; nothing where it is only passed or failed.
 */
void
kp_notice_say_score (GPtrArray      *paragraphs,
                     const KpScheme *scheme)
{
  const KpFinalTotalPolicy *score = &scheme->background.score;
  const KpSchemeOther      *other;
  KpPart                    part;

  if (!kp_scheme_find_final_part (scheme, &part))
    return;

  other = g_ptr_array_index (scheme->others, part - KP_PART_OTHER_1);
  say_mark (paragraphs, score, other);
  say_formula (paragraphs, score, other);
  kp_notice_say (paragraphs, "确定为考察人选、考察合格的，按最终成绩从高到低，在招聘人数以内确定拟聘用人选；未列入考察人选的没有最终成绩。");
  say_ties (paragraphs, scheme, score);
}
