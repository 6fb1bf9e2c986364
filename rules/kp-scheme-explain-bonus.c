/* kp-scheme-explain-bonus.c – the bonus in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

/* "每满1年计1分，前2年不计，余下不足1年的折半计" */
static gchar *
dup_length (const KpBonusPer *per)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree gchar   *unit = per->unit_months == 12 ? g_strdup ("1年") : g_strdup_printf ("%u个月", per->unit_months);
  g_autofree gchar   *points = kp_mark_dup_text (per->points, 0);
  g_autofree gchar   *to = kp_date_dup_chinese (per->to);

  g_string_append_printf (text, "自%s起至", per->fact_label != NULL ? per->fact_label : per->fact);
  if (per->until != NULL)
    {
      g_string_append (text, per->until_label != NULL ? per->until_label : per->until);
      if (!kp_date_is_none (per->to))
        g_string_append_printf (text, "（未填的至%s）", to);
    }
  else
    g_string_append (text, to);
  g_string_append_printf (text, "，每满%s计%s分", unit, points);
  if (per->from_units > 0 && per->unit_months == 12)
    g_string_append_printf (text, "，前%u年不计", per->from_units);
  else if (per->from_units > 0)
    g_string_append_printf (text, "，前%u个月不计", per->from_units * per->unit_months);
  if (per->remainder == KP_BONUS_REMAINDER_HALF)
    g_string_append_printf (text, "，余下不足%s的折半计", unit);
  else if (per->remainder == KP_BONUS_REMAINDER_FULL)
    g_string_append_printf (text, "，余下不足%s的按%s计", unit, unit);
  else
    g_string_append_printf (text, "，余下不足%s的不计", unit);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "按荣誉项数，每1计1分，前2不计" */
static gchar *
dup_number (const KpBonusPer *per)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree gchar   *points = kp_mark_dup_text (per->points, 0);

  g_string_append_printf (text, "按%s，每满%u计%s分", per->fact_label != NULL ? per->fact_label : per->fact, per->unit, points);
  if (per->from_units > 0)
    g_string_append_printf (text, "，前%u不计", per->from_units * per->unit);
  if (per->remainder == KP_BONUS_REMAINDER_HALF)
    g_string_append_printf (text, "，余下不足%u的折半计", per->unit);
  else if (per->remainder == KP_BONUS_REMAINDER_FULL)
    g_string_append_printf (text, "，余下不足%u的按%u计", per->unit, per->unit);
  else
    g_string_append_printf (text, "，余下不足%u的不计", per->unit);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "服役年限2分，并自入伍时间起至退役时间，每满1年计1分…，最高10分" */
static void
say_item (GString           *text,
          const KpBonusItem *item)
{
  g_autofree gchar *points = kp_mark_dup_text (item->points, 0);
  g_autofree gchar *cap = kp_mark_dup_text (item->per.cap, 0);
  g_autofree gchar *length = NULL;

  g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", item->label);
  if (item->per.fact == NULL)
    {
      g_string_append_printf (text, item->is_graded ? "最高%s分（由审核人评定）" : "%s分", points);
      return;
    }
  length = item->per.is_number ? dup_number (&item->per) : dup_length (&item->per);
  if (item->points > 0)
    g_string_append_printf (text, "%s分，并", points);
  g_string_append_printf (text, "（%s%s%s%s）", length, item->per.has_cap ? "，本项最高" : "", item->per.has_cap ? cap : "",
                          item->per.has_cap ? "分" : "");
}

/* Those that give, or those that take. */
static gchar *
dup_list (const KpBonusPolicy *table,
          gboolean             deducts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (table->items, i);

      if (item->deducts == deducts)
        say_item (text, item);
    }

  return g_string_free (text, FALSE);
}

static void
say_deductions (GPtrArray           *paragraphs,
                const KpBonusPolicy *table,
                const char          *what)
{
  g_autofree gchar *items = dup_list (table, TRUE);

  if (*items != '\0')
    kp_notice_say (paragraphs, "扣分：%s。扣分逐项累计，不受%s的取舍和封顶限制，扣至0分为止。", items, what);
}

/* What an item asks for besides: a paper, a day. */
static void
say_claim (GPtrArray         *paragraphs,
           const char        *what,
           const KpBonusItem *item,
           gboolean           is_due_said)
{
  g_autofree gchar *due = kp_date_dup_chinese (item->due);
  gboolean          has_proof = kp_notice_is_said (item->proof);
  gboolean          has_due = !is_due_said && !kp_date_is_none (item->due);

  if (has_proof && has_due)
    kp_notice_say (paragraphs, "%s%s须在%s前（含当日）凭%s申报，逾期不予%s。", item->label, what, due, item->proof, what);
  else if (has_proof)
    kp_notice_say (paragraphs, "%s%s凭%s申报。", item->label, what, item->proof);
  else if (has_due)
    kp_notice_say (paragraphs, "%s%s须在%s前（含当日）申报，逾期不予%s。", item->label, what, due, what);
}

/* One day for all of them is said once. */
static gboolean
has_one_due (const KpBonusPolicy *table)
{
  for (guint i = 0; i < table->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (table->items, i);
      const KpBonusItem *first = g_ptr_array_index (table->items, 0);

      if (kp_date_is_none (item->due) || kp_date_compare (item->due, first->due) != 0)
        return FALSE;
    }

  return table->items->len > 1;
}

static void
say_claims (GPtrArray           *paragraphs,
            const char          *what,
            const KpBonusPolicy *table)
{
  const gboolean is_one = has_one_due (table);

  if (is_one)
    {
      g_autofree gchar *due = kp_date_dup_chinese (((const KpBonusItem *) g_ptr_array_index (table->items, 0))->due);

      kp_notice_say (paragraphs, "各项%s均须在%s前（含当日）申报，逾期不予%s。", what, due, what);
    }
  for (guint i = 0; i < table->items->len; i++)
    say_claim (paragraphs, what, g_ptr_array_index (table->items, i), is_one);
}

/* "一等功、二等功" */
static gchar *
dup_items (const KpBonusPolicy *bonus,
           const char          *code,
           guint               *n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < bonus->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (bonus->items, i);

      if (g_strcmp0 (item->group, code) != 0)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", item->label);
      *n += 1;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The labels of a group's items: a notice names a group by what is in it. */
static gchar *
dup_group (const KpBonusPolicy *bonus,
           const KpBonusGroup  *group)
{
  guint             n;
  g_autofree gchar *items = dup_items (bonus, group->code, &n);

  if (group->label != NULL && *group->label != '\0')
    return g_strdup_printf ("%s加分（%s）", group->label, items);

  return g_strdup_printf ("%s加分", items);
}

/* Items that share a group without rules of its own: by the rule of all groups. */
static void
say_plain_group (GPtrArray           *paragraphs,
                 const KpBonusPolicy *bonus,
                 guint                index)
{
  const KpBonusItem *item = g_ptr_array_index (bonus->items, index);
  guint              n = 0;
  g_autofree gchar  *items = item->group != NULL ? dup_items (bonus, item->group, &n) : NULL;

  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (((const KpBonusItem *) g_ptr_array_index (bonus->items, i))->group, item->group) == 0)
      return;
  if (n > 1 && kp_bonus_policy_get_group (bonus, item->group) == NULL)
    kp_notice_say (paragraphs, "%s为同一类，%s。", items,
                   bonus->within == KP_BONUS_SUM ? "同时符合多项的可以累计" : "同时符合多项的只取最高一项");
}

static void
say_groups (GPtrArray           *paragraphs,
            const KpBonusPolicy *bonus)
{
  for (guint i = 0; i < bonus->groups->len; i++)
    {
      const KpBonusGroup *group = g_ptr_array_index (bonus->groups, i);
      g_autofree gchar   *name = dup_group (bonus, group);
      g_autofree gchar   *cap = kp_mark_dup_text (group->cap, 0);

      kp_notice_say (paragraphs, "%s：%s%s%s%s。", name,
                     group->within == KP_BONUS_SUM ? "同时符合多项的可以累计" : "同时符合多项的只取最高一项",
                     group->has_cap ? "，最高" : "", group->has_cap ? cap : "", group->has_cap ? "分" : "");
    }
  for (guint i = 0; i < bonus->items->len; i++)
    say_plain_group (paragraphs, bonus, i);
}

/* Whether all items stand in groups that were listed with their rules. */
static gboolean
is_all_listed (const KpBonusPolicy *bonus)
{
  for (guint i = 0; i < bonus->items->len; i++)
    if (kp_bonus_policy_get_group (bonus, ((const KpBonusItem *) g_ptr_array_index (bonus->items, i))->group) == NULL)
      return FALSE;

  return TRUE;
}

static void
say_rule (GPtrArray           *paragraphs,
          const KpBonusPolicy *bonus)
{
  const char *others = bonus->groups->len > 0 ? "其他" : "";

  if (is_all_listed (bonus))
    {
      if (bonus->groups->len > 1)
        kp_notice_say (paragraphs,
                       bonus->across == KP_BONUS_SUM ? "不同类别可以累计。" : "不同类别之间只取最高一类，不累计。");
      return;
    }
  if (bonus->within == KP_BONUS_BEST && bonus->across == KP_BONUS_BEST && bonus->groups->len == 0)
    kp_notice_say (paragraphs, "同时符合多项加分条件的，只取最高一项，不累计。");
  else if (bonus->within == KP_BONUS_BEST && bonus->across == KP_BONUS_BEST)
    kp_notice_say (paragraphs, "其他同类加分只取最高一项；不同类别之间只取最高一类，不累计。");
  else if (bonus->within == KP_BONUS_BEST)
    kp_notice_say (paragraphs, "%s同类加分只取最高一项，不同类别可以累计。", others);
  else if (bonus->across == KP_BONUS_SUM && bonus->groups->len == 0)
    kp_notice_say (paragraphs, "同时符合多项加分条件的，可以累计。");
  else if (bonus->across == KP_BONUS_SUM)
    kp_notice_say (paragraphs, "其他同类加分可以累计，不同类别也可以累计。");
  else
    kp_notice_say (paragraphs, "%s同类加分可以累计，不同类别之间只取最高一类。", others);
}

/* Items that go to another mark than the rest. */
static void
say_targets (GPtrArray           *paragraphs,
             const KpBonusPolicy *bonus)
{
  for (guint target = 0; target < KP_BONUS_N_TARGETS; target++)
    {
      g_autoptr (GString) items = g_string_new (NULL);

      for (guint i = 0; i < bonus->items->len && target != bonus->target; i++)
        {
          const KpBonusItem *item = g_ptr_array_index (bonus->items, i);

          if (kp_bonus_policy_get_target (bonus, item) == target)
            g_string_append_printf (items, "%s%s", items->len > 0 ? "、" : "", item->label);
        }
      if (items->len > 0)
        kp_notice_say (paragraphs, "其中，%s计入%s。", items->str, kp_bonus_target_get_chinese ((KpBonusTarget) target));
    }
}

/* How far a mark may rise, and how it is rounded. */
static void
say_marks (GPtrArray           *paragraphs,
           const KpBonusPolicy *bonus)
{
  const gboolean is_on_written = kp_bonus_policy_reaches (bonus, KP_BONUS_ON_WRITTEN);
  const gboolean is_on_list = kp_bonus_policy_reaches (bonus, KP_BONUS_ON_SHORTLIST);
  const gboolean is_on_interview = kp_bonus_policy_reaches (bonus, KP_BONUS_ON_INTERVIEW);

  if (is_on_list)
    kp_notice_say (paragraphs, "计入入围排名的加分只用于确定面试人选，不计入综合成绩。");
  if (is_on_interview)
    kp_notice_say (paragraphs, "是否达到面试合格线，以不含加分的面试成绩判断。");
  if (is_on_written || is_on_list)
    kp_notice_say (paragraphs, bonus->may_exceed_full ? "加分后的笔试成绩不受笔试满分限制。" : "加分后的笔试成绩不超过笔试满分。");
  if (is_on_interview)
    kp_notice_say (paragraphs, bonus->may_exceed_full ? "加分后的面试成绩不受面试满分限制。" : "加分后的面试成绩不超过面试满分。");
  if ((is_on_written || is_on_list) && bonus->decimals != KP_CORRECTION_EXACT)
    kp_notice_say (paragraphs, "加分后的笔试成绩保留%d位小数（%s）。", bonus->decimals, kp_rounding_get_chinese (bonus->rounding));
}

/**
 * kp_notice_explain_credential:
 * @paragraphs: (element-type utf8): the section so far
 * @table: items of 资历量化
 *
 * Says which items give credential points, and how they add up.
 */
void
kp_notice_explain_credential (GPtrArray           *paragraphs,
                              const KpBonusPolicy *table)
{
  g_autofree gchar *items = dup_list (table, FALSE);

  if (table->items->len == 0)
    return;

  if (*items != '\0')
    kp_notice_say (paragraphs, "资历量化项目：%s。", items);
  say_claims (paragraphs, "计分", table);
  say_groups (paragraphs, table);
  if (*items != '\0')
    say_rule (paragraphs, table);
  say_deductions (paragraphs, table, "计分");
}

/**
 * kp_notice_explain_bonus:
 * @paragraphs: (element-type utf8): paragraphs of the section on the written exam
 * @bonus: the scheme's bonus; without items nothing is said
 *
 * Says every item, what of it adds up and how far, and which mark it goes to.
 */
void
kp_notice_explain_bonus (GPtrArray           *paragraphs,
                         const KpBonusPolicy *bonus)
{
  const char         *target = kp_bonus_target_get_chinese (bonus->target);
  g_autofree gchar   *items = dup_list (bonus, FALSE);
  g_autofree gchar   *cap = kp_mark_dup_text (bonus->cap, 0);
  g_autofree gchar   *weight = kp_fraction_dup_text (bonus->weight);

  if (bonus->items->len == 0)
    return;

  if (*items != '\0')
    kp_notice_say (paragraphs, "加分：%s。加分计入%s。", items, target);
  say_targets (paragraphs, bonus);
  say_claims (paragraphs, "加分", bonus);
  say_groups (paragraphs, bonus);
  if (*items != '\0')
    say_rule (paragraphs, bonus);
  say_deductions (paragraphs, bonus, "加分");
  if (bonus->has_cap)
    kp_notice_say (paragraphs, "加分最高不超过%s分。", cap);
  if (kp_fraction_compare (bonus->weight, KP_FRACTION_ONE) != 0)
    kp_notice_say (paragraphs, "加分乘以%s折算后计入%s。", weight, target);
  say_marks (paragraphs, bonus);
  kp_notice_say (paragraphs, "缺考或者成绩无效的，不予加分。");
}
