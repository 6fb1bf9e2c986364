/* test-scheme-explain-bonus.c – every rule of the bonus stands in the notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain.h"

#include <string.h>

static KpBonusItem *
add_item (KpScheme   *scheme,
          const char *label,
          const char *group,
          KpMark      points)
{
  KpBonusItem *item = kp_bonus_item_new ();

  item->code = g_strdup (label);
  item->label = g_strdup (label);
  item->group = g_strdup (group);
  item->points = points;
  g_ptr_array_add (scheme->bonus.items, item);

  return item;
}

static void
add_group (KpScheme   *scheme,
           const char *code,
           KpBonusRule within,
           KpMark      cap)
{
  KpBonusGroup *group = kp_bonus_group_new ();

  group->code = g_strdup (code);
  group->label = g_strdup (code);
  group->within = within;
  group->has_cap = cap > 0;
  group->cap = cap;
  g_ptr_array_add (scheme->bonus.groups, group);
}

static KpScheme *
make_scheme (void)
{
  KpScheme     *scheme = kp_scheme_new ();
  KpSchemePost *post = kp_scheme_post_new ();

  scheme->phone = g_strdup ("1");
  scheme->address = g_strdup ("2");
  scheme->channel = g_strdup ("3");
  scheme->supervision_phone = g_strdup ("4");
  scheme->interview.place = g_strdup ("5");
  scheme->cutoff = kp_date_make (2026, 3, 2);
  post->code = g_strdup ("A01");
  post->name = g_strdup ("A01");
  post->note = g_strdup ("");
  post->places = 2;
  g_ptr_array_add (scheme->posts, post);
  add_item (scheme, "一等功", "退役军人", KP_MARK (15, 0));
  add_item (scheme, "二等功", "退役军人", KP_MARK (10, 0));
  add_item (scheme, "社工证", NULL, KP_MARK (1, 5000));

  return scheme;
}

typedef void (*Edit) (KpScheme *scheme);

typedef struct
{
  const char *name;
  Edit        edit;
  const char *sentence;
} WordCase;

#define BONUS (&scheme->bonus)
#define ITEM(i) ((KpBonusItem *) g_ptr_array_index (BONUS->items, (i)))
#define PER (&ITEM (2)->per)

#define EDIT(name, ...) \
  static void \
  name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }

EDIT (usual, BONUS->has_cap = FALSE)
EDIT (best_of_sums, BONUS->within = KP_BONUS_SUM)
EDIT (sum_of_best, BONUS->across = KP_BONUS_SUM)
EDIT (sum, BONUS->within = KP_BONUS_SUM; BONUS->across = KP_BONUS_SUM)
EDIT (group, add_group (scheme, "退役军人", KP_BONUS_SUM, KP_MARK (20, 0)))
EDIT (group_and_sum, group (scheme); BONUS->across = KP_BONUS_SUM)
EDIT (cap, BONUS->has_cap = TRUE; BONUS->cap = KP_MARK (20, 0))
EDIT (weight, BONUS->weight = kp_fraction_new (2, 3))
EDIT (within_full, BONUS->may_exceed_full = FALSE)
EDIT (rounded, BONUS->decimals = 2; BONUS->rounding = KP_ROUNDING_TRUNCATE)
EDIT (on_total, BONUS->target = KP_BONUS_ON_TOTAL)
EDIT (some_on_total, ITEM (2)->has_target = TRUE; ITEM (2)->target = KP_BONUS_ON_TOTAL)
EDIT (some_on_list, ITEM (2)->has_target = TRUE; ITEM (2)->target = KP_BONUS_ON_SHORTLIST)
EDIT (on_interview, BONUS->target = KP_BONUS_ON_INTERVIEW; BONUS->may_exceed_full = FALSE)
EDIT (on_total_unwritten, on_total (scheme);
      ((KpSchemePost *) g_ptr_array_index (scheme->posts, 0))->has_written = FALSE)
EDIT (due, ITEM (2)->due = kp_date_make (2026, 3, 6))
EDIT (proof, ITEM (2)->proof = g_strdup ("证书原件"))
EDIT (due_and_proof, due (scheme); proof (scheme))
EDIT (length, ITEM (2)->points = 0; PER->fact = g_strdup ("grid_since"); PER->points = KP_MARK (0, 5000))
EDIT (length_of_half, length (scheme); PER->remainder = KP_BONUS_REMAINDER_HALF; PER->from_units = 2; PER->has_cap = TRUE;
      PER->cap = KP_MARK (4, 0); ITEM (2)->points = KP_MARK (1, 0))
EDIT (length_of_months, length (scheme); PER->unit_months = 6; PER->remainder = KP_BONUS_REMAINDER_FULL;
      PER->until = g_strdup ("discharged"))

static void
count_number (KpScheme *scheme)
{
  KpFactDef *def = kp_fact_def_new ();

  def->id = g_strdup ("honours");
  def->label = g_strdup ("荣誉项数");
  def->kind = KP_FACT_NUMBER;
  g_ptr_array_add (scheme->facts, def);
  ITEM (2)->points = 0;
  PER->fact = g_strdup ("honours");
  PER->points = KP_MARK (1, 0);
  PER->unit = 2;
  PER->from_units = 1;
  PER->has_cap = TRUE;
  PER->cap = KP_MARK (5, 0);
}

static const WordCase cases[] = {
  { "items", usual, "加分：一等功15分、二等功10分、社工证1.5分。加分计入笔试成绩。" },
  { "best", usual, "同时符合多项加分条件的，只取最高一项，不累计。" },
  { "best-of-sums", best_of_sums, "同类加分可以累计，不同类别之间只取最高一类。" },
  { "sum-of-best", sum_of_best, "同类加分只取最高一项，不同类别可以累计。" },
  { "sum", sum, "同时符合多项加分条件的，可以累计。" },
  { "group", group, "退役军人加分（一等功、二等功）：同时符合多项的可以累计，最高20分。" },
  { "group-among-others", group, "其他同类加分只取最高一项；不同类别之间只取最高一类，不累计。" },
  { "group-and-sum", group_and_sum, "其他同类加分只取最高一项，不同类别可以累计。" },
  { "cap", cap, "加分最高不超过20分。" },
  { "weight", weight, "加分乘以2/3折算后计入笔试成绩。" },
  { "within-full", within_full, "加分后的笔试成绩不超过笔试满分。" },
  { "beyond-full", usual, "加分后的笔试成绩不受笔试满分限制。" },
  { "rounded", rounded, "加分后的笔试成绩保留2位小数（截尾，不四舍五入）。" },
  { "on-total", on_total, "加分计入综合成绩。" },
  { "some-on-total", some_on_total, "其中，社工证计入综合成绩。" },
  { "some-on-the-list", some_on_list, "其中，社工证计入入围排名。" },
  { "only-for-the-list", some_on_list, "只用于确定面试人选，不计入综合成绩。" },
  { "on-interview", on_interview, "加分计入面试成绩。" },
  { "line-of-interview", on_interview, "是否达到面试合格线，以不含加分的面试成绩判断。" },
  { "interview-within-full", on_interview, "加分后的面试成绩不超过面试满分。" },
  { "interview-in-the-total", on_interview, "面试成绩（含加分）×50%" },
  { "on-total-without-written", on_total_unwritten, "加分计入综合成绩。" },
  { "due", due, "社工证加分须在2026年3月6日前（含当日）申报，逾期不予加分。" },
  { "proof", proof, "社工证加分凭证书原件申报。" },
  { "due-and-proof", due_and_proof, "社工证加分须在2026年3月6日前（含当日）凭证书原件申报，逾期不予加分。" },
  { "number", count_number, "社工证（按荣誉项数，每满2计1分，前2不计，余下不足2的不计，本项最高5分）" },
  { "length", length, "起至2026年3月2日，每满1年计0.5分，余下不足1年的不计）" },
  { "length-of-half", length_of_half, "每满1年计0.5分，前2年不计，余下不足1年的折半计，本项最高4分）" },
  { "length-of-months", length_of_months, "每满6个月计0.5分，余下不足6个月的按6个月计）" },
};

static void
test_sentence (gconstpointer data)
{
  const WordCase       *c = data;
  g_autoptr (KpScheme)  scheme = make_scheme ();
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GString)   notice = g_string_new (NULL);

  c->edit (scheme);
  kp_scheme_fill_defaults (scheme);
  sections = kp_scheme_explain (scheme);
  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (notice, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }
  if (strstr (notice->str, c->sentence) == NULL)
    g_test_message ("%s", notice->str);
  g_assert_nonnull (strstr (notice->str, c->sentence));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/scheme-explain/bonus/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_sentence);
    }

  return g_test_run ();
}
