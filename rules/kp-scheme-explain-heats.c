/* kp-scheme-explain-heats.c – the tests before the interview and the lists after them, in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-heat.h"
#include "kp-scheme-explain-private.h"

/* "笔试成绩×40%+技能测试×60%"; empty where the test's mark alone orders the list. */
static gchar *
dup_formula (const KpScheme     *scheme,
             const KpSchemeHeat *heat)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      const KpFraction  weight = heat->score.weights[i];
      g_autofree gchar *part = NULL;
      g_autofree gchar *percent = NULL;

      if (weight.num == 0)
        continue;
      part = kp_scheme_dup_part_chinese (scheme, (KpPart) i);
      percent = kp_weight_dup_text (weight);
      g_string_append_printf (formula, "%s%s", formula->len > 0 ? "+" : "", part);
      if (i == KP_PART_WRITTEN && scheme->bonus.items->len > 0 && scheme->bonus.target == KP_BONUS_ON_WRITTEN)
        g_string_append (formula, "（含加分）");
      if (kp_fraction_compare (weight, KP_FRACTION_ONE) != 0)
        g_string_append_printf (formula, "×%s", percent);
    }

  return g_string_free (g_steal_pointer (&formula), FALSE);
}

static void
say_who (GPtrArray          *paragraphs,
         const KpScheme     *scheme,
         const KpSchemeHeat *heat,
         const char         *name)
{
  const gboolean      has_direct = scheme->shortlist.direct != NULL || scheme->written.exempt != NULL;
  g_autoptr (GString) posts = g_string_new (NULL);

  for (guint i = 0; i < heat->posts->len; i++)
    g_string_append_printf (posts, "%s%s", i > 0 ? "、" : "", (const char *) g_ptr_array_index (heat->posts, i));
  if (posts->len > 0)
    g_string_append (posts, "岗位的");
  kp_notice_say (paragraphs, "%s入围人员参加%s。", posts->str, name);
  if (has_direct && heat->direct_takes_part)
    kp_notice_say (paragraphs, "不受比例限制入围的人员也须参加%s，合格的进入下一环节。", name);
  else if (has_direct)
    kp_notice_say (paragraphs, "不受比例限制入围的人员不参加%s，直接进入面试。", name);
}

static void
say_line (GPtrArray          *paragraphs,
          const KpSchemeHeat *heat,
          const char         *name)
{
  g_autofree gchar *line = kp_mark_dup_text (heat->line, 0);

  if (!heat->has_line)
    return;
  kp_notice_say (paragraphs, "%s合格分数线为%s分，%s的不得进入下一环节。", name, line,
                 heat->line_is_strict ? "未高于合格分数线" : "低于合格分数线");
}

/* How what orders the list is rounded. */
static void
say_score (GPtrArray          *paragraphs,
           const KpSchemeHeat *heat,
           const char         *name,
           const char         *formula)
{
  g_autofree gchar *parts = NULL;

  if (*formula == '\0')
    return;
  if (heat->score.rounds_parts)
    parts = g_strdup_printf ("，各部分折算后先保留%u位小数，按同样的方法取舍", heat->score.part_decimals);
  kp_notice_say (paragraphs, "%s后的排名成绩=%s，保留%u位小数（%s）%s。", name, formula, heat->score.decimals,
                 kp_rounding_get_chinese (heat->score.rounding), parts != NULL ? parts : "");
}

static void
say_heat (GPtrArray      *paragraphs,
          const KpScheme *scheme,
          guint           index)
{
  const KpSchemeHeat *heat = g_ptr_array_index (scheme->heats, index);
  const char         *name = kp_heat_get_name (scheme, heat);
  g_autofree gchar   *formula = dup_formula (scheme, heat);
  g_autofree gchar   *next = kp_heat_dup_next (scheme, NULL, index + 1);
  g_autofree gchar   *until = g_strconcat (next, "开始", NULL);
  g_autofree gchar   *score = g_strconcat (name, *formula != '\0' ? "后的排名成绩" : "成绩", NULL);
  g_autofree gchar   *key = g_strconcat (name, "成绩", NULL);
  const gboolean      is_last = index + 1 == scheme->heats->len;
  const KpNoticeList  list = {
    .scheme = scheme,
    .policy = &heat->list,
    .exam = name,
    .basis = score,
    .order = score,
    .key = key,
    .next = next,
    .until = is_last ? kp_until_get_chinese (scheme->substitution.shortlist) : until,
  };

  say_who (paragraphs, scheme, heat, name);
  say_line (paragraphs, heat, name);
  say_score (paragraphs, heat, name, formula);
  kp_notice_say_list (paragraphs, &list);
  kp_notice_say_ties (paragraphs, &list);
  kp_notice_say_substitution (paragraphs, &list);
}

/**
 * kp_notice_explain_heats:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on the tests between the first list and the interview; none without them.
 */
void
kp_notice_explain_heats (GPtrArray      *sections,
                         const KpScheme *scheme)
{
  GPtrArray *paragraphs;

  if (scheme->heats->len == 0)
    return;

  paragraphs = kp_notice_begin (sections, "面试前的测试");
  for (guint i = 0; i < scheme->heats->len; i++)
    say_heat (paragraphs, scheme, i);
}
