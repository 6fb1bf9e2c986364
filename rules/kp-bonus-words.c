/* kp-bonus-words.c – bonus points said in Chinese, with every number on the way.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-bonus-private.h"

/* "＝4.5分": all points of a sentence end in 分. */
static void
say_points (GString    *text,
            const char *before,
            KpMark      points)
{
  g_autofree gchar *words = kp_mark_dup_text (points, 0);

  g_string_append_printf (text, "%s%s分", before, words);
}

/* "年", "个月", "个6个月". */
static gchar *
dup_unit (guint months)
{
  if (months == 12)
    return g_strdup ("年");
  if (months == 1)
    return g_strdup ("个月");
  return g_strdup_printf ("个%u个月", months);
}

/* "荣誉项数为3，计3×1分" */
static void
say_number (GString             *text,
            const KpBonusPer    *per,
            const KpBonusLength *length)
{
  g_autofree gchar *number = kp_fraction_dup_text (length->number);
  g_autofree gchar *counted = kp_mark_dup_text ((KpMark) length->halves * KP_MARK_UNIT / 2, 0);
  g_autofree gchar *each = kp_mark_dup_text (per->points, 0);

  g_string_append_printf (text, "%s为%s", per->fact_label != NULL ? per->fact_label : per->fact, number);
  if (per->unit > 1)
    g_string_append_printf (text, "，每%u为一个单位", per->unit);
  if (per->from_units > 0)
    g_string_append_printf (text, "，前%u个单位不计分", per->from_units);
  g_string_append_printf (text, "，计%s×%s分", counted, each);
}

static void
say_days (GString             *text,
          const KpBonusPer    *per,
          const KpBonusLength *length)
{
  static const char *const remainders[] = { "不计", "折半计", "按1计" };
  g_autofree gchar        *from = kp_date_dup_chinese (length->from);
  g_autofree gchar        *to = kp_date_dup_chinese (length->to);
  g_autofree gchar        *unit = dup_unit (per->unit_months);
  g_autofree gchar        *counted = kp_mark_dup_text ((KpMark) length->halves * KP_MARK_UNIT / 2, 0);
  g_autofree gchar        *each = kp_mark_dup_text (per->points, 0);

  g_string_append_printf (text, "%s至%s满%u%s", from, to, length->units, unit);
  if (length->has_remainder)
    g_string_append_printf (text, "有余，余数%s", remainders[per->remainder]);
  if (per->from_units > 0)
    g_string_append_printf (text, "，前%u%s不计分", per->from_units, unit);
  g_string_append_printf (text, "，计%s%s×%s分", counted, unit, each);
}

/* "（2016年9月1日至2020年3月2日满3年有余，余数折半计，计3.5年×1分，另加2分，最高5分）" */
static void
say_length (GString           *text,
            const KpBonusStep *step)
{
  const KpBonusItem *item = step->award.item;

  g_string_append (text, "（");
  if (step->award.is_open)
    g_string_append (text, item->per.is_number ? "数目不明，按数计的分待定" : "起止时间不明，时长分待定");
  else if (step->length.is_none)
    g_string_append (text, item->per.is_number ? "未填数目，无按数计的分" : "未填起止时间，无时长分");
  else if (item->per.is_number)
    say_number (text, &item->per, &step->length);
  else
    say_days (text, &item->per, &step->length);
  if (item->points > 0)
    say_points (text, "，另加", item->points);
  if (item->per.has_cap)
    say_points (text, "，最高", item->per.cap);
  g_string_append (text, "）");
}

static void
say_item (GString           *text,
          const KpBonusStep *step)
{
  const KpBonusItem *item = step->award.item;

  g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", item->label != NULL ? item->label : item->code);
  if (step->award.is_late)
    {
      g_autofree gchar *on = kp_date_dup_chinese (step->on);
      g_autofree gchar *due = kp_date_dup_chinese (item->due);

      g_string_append_printf (text, "0分（%s申报，晚于%s，不予加分）", on, due);
      return;
    }
  say_points (text, item->deducts ? "扣" : "", step->award.amount);
  if (item->is_graded)
    g_string_append (text, "（审核评定）");
  if (kp_bonus_item_has_per (item))
    say_length (text, step);
}

static gchar *
dup_sum (const KpBonusPolicy *policy,
         const KpBonusStep   *steps,
         guint                leader)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = leader; i < policy->items->len; i++)
    if (steps[i].award.item != NULL && steps[i].leader == leader)
      say_points (text, text->len > 0 ? "＋" : "", steps[i].award.amount);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A group in which something was added up, left aside or cut. */
static void
say_group (GString             *text,
           const KpBonusPolicy *policy,
           const KpBonusStep   *steps,
           guint                leader)
{
  const char         *code = steps[leader].award.item->group;
  const KpBonusGroup *group = kp_bonus_policy_get_group (policy, code);
  KpBonusRule         rule = group != NULL ? group->within : policy->within;
  const char         *label;
  guint               n = 0;

  for (guint i = leader; i < policy->items->len; i++)
    n += steps[i].award.item != NULL && steps[i].leader == leader;
  if (n < 2 && steps[leader].worth == steps[leader].sum)
    return;

  label = group != NULL && group->label != NULL && *group->label != '\0' ? group->label : code;
  g_string_append_printf (text, "；%s%s", label, g_str_has_suffix (label, "类") ? "" : "类");
  if (n > 1 && rule == KP_BONUS_SUM)
    {
      g_autofree gchar *sum = dup_sum (policy, steps, leader);

      g_string_append_printf (text, "累计%s", sum);
      say_points (text, "＝", steps[leader].sum);
    }
  else if (n > 1)
    say_points (text, "只取最高一项", steps[leader].sum);
  else
    say_points (text, "", steps[leader].sum);
  if (steps[leader].worth < steps[leader].sum)
    say_points (text, "，以上限为准计", steps[leader].worth);
}

static void
say_across (GString             *text,
            const KpBonusPolicy *policy,
            const KpBonusStep   *steps,
            const KpBonusSum    *sum)
{
  g_autoptr (GString) worths = g_string_new (NULL);
  guint               n = 0;

  for (guint i = 0; i < policy->items->len; i++)
    if (steps[i].award.item != NULL && steps[i].leader == i)
      {
        say_points (worths, n == 0 ? "" : (policy->across == KP_BONUS_SUM ? "＋" : "、"), steps[i].worth);
        n++;
      }
  if (n < 2)
    return;

  if (policy->across == KP_BONUS_SUM)
    g_string_append_printf (text, "；各类累计%s", worths->str);
  else
    g_string_append_printf (text, "；各类（%s）只取最高一类", worths->str);
  say_points (text, policy->across == KP_BONUS_SUM ? "＝" : "", sum->sum);
}

/**
 * kp_bonus_dup_explanation:
 * @policy: a policy
 * @steps: what kp_bonus_measure() filled
 * @sum: what it summed up
 *
 * Returns: (transfer full): one Chinese sentence: each item, each group, the groups, the cap and the weight.
 */
gchar *
kp_bonus_dup_explanation (const KpBonusPolicy *policy,
                          const KpBonusStep   *steps,
                          const KpBonusSum    *sum)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < policy->items->len; i++)
    if (steps[i].award.item != NULL)
      say_item (text, &steps[i]);
  for (guint i = 0; i < policy->items->len; i++)
    if (steps[i].award.item != NULL && steps[i].leader == i)
      say_group (text, policy, steps, i);
  say_across (text, policy, steps, sum);
  if (sum->given < sum->sum)
    say_points (text, "；以总上限为准计", sum->given);
  if (sum->taken == 0 || sum->given > 0)
    say_points (text, "；加", sum->given);
  if (sum->taken > 0)
    say_points (text, sum->given > 0 ? "，扣" : "；扣", sum->taken);
  if (sum->taken > 0 && sum->given > 0)
    say_points (text, sum->points < 0 ? "，合计扣" : "，合计加", ABS (sum->points));
  if (kp_fraction_compare (policy->weight, KP_FRACTION_ONE) != 0)
    {
      g_autofree gchar *weight = kp_fraction_dup_text (policy->weight);
      KpFraction        worth = kp_bonus_weigh (policy, sum->points);
      g_autofree gchar *weighed = worth.den == 1 ? kp_fraction_dup_text (worth) : kp_fraction_dup_decimal (worth, 4);

      g_string_append_printf (text, "，按%s折算为%s分", weight, weighed);
    }
  if (sum->is_open)
    g_string_append (text, "（待核）");
  g_string_append (text, "。");

  return g_string_free (g_steal_pointer (&text), FALSE);
}
