/* test-bonus-measure.c – bonus points for lengths of service, and the same points for a hundred thousand persons.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-bonus.h"

#include <string.h>

typedef struct
{
  const char      *name;
  KpDate           enlisted;
  KpDate           discharged; /* none = claims none */
  KpBonusRemainder remainder;
  guint            from_units;
  guint            unit_months;
  KpMark           fixed;
  KpMark           each;
  KpMark           cap; /* 0 = none */
  KpMark           points;
} LengthCase;

#define NONE KP_BONUS_REMAINDER_NONE
#define HALF KP_BONUS_REMAINDER_HALF
#define FULL KP_BONUS_REMAINDER_FULL
#define FROM { 2010, 9, 1 }

static const LengthCase length_cases[] = {
  { "years/full", FROM, { 2013, 9, 1 }, NONE, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (3, 0) },
  { "years/day-before", FROM, { 2013, 8, 31 }, NONE, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (2, 0) },
  { "years/rest-left-out", FROM, { 2013, 12, 1 }, NONE, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (3, 0) },
  { "years/rest-is-half", FROM, { 2013, 12, 1 }, HALF, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (3, 5000) },
  { "years/no-rest-no-half", FROM, { 2013, 9, 1 }, HALF, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (3, 0) },
  { "years/rest-is-full", FROM, { 2013, 9, 2 }, FULL, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (4, 0) },
  { "years/less-than-one-is-half", FROM, { 2010, 12, 1 }, HALF, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (0, 5000) },
  { "years/half-of-half", FROM, { 2013, 12, 1 }, HALF, 0, 12, 0, KP_MARK (0, 5000), 0, KP_MARK (1, 7500) },
  { "years/on-the-day", FROM, { 2010, 9, 1 }, FULL, 0, 12, 0, KP_MARK (1, 0), 0, 0 },
  { "years/backwards", FROM, { 2009, 9, 1 }, FULL, 0, 12, 0, KP_MARK (1, 0), 0, 0 },
  { "from/below", FROM, { 2012, 8, 1 }, FULL, 2, 12, 0, KP_MARK (1, 0), 0, 0 },
  { "from/at", FROM, { 2012, 9, 1 }, FULL, 2, 12, 0, KP_MARK (1, 0), 0, 0 },
  { "from/begun-after", FROM, { 2012, 10, 1 }, HALF, 2, 12, 0, KP_MARK (1, 0), 0, KP_MARK (0, 5000) },
  { "from/above", FROM, { 2015, 9, 1 }, NONE, 2, 12, 0, KP_MARK (1, 0), 0, KP_MARK (3, 0) },
  { "fixed/besides", FROM, { 2015, 9, 1 }, NONE, 2, 12, KP_MARK (5, 0), KP_MARK (1, 0), 0, KP_MARK (8, 0) },
  { "cap/of-the-whole-item", FROM, { 2015, 9, 1 }, NONE, 2, 12, KP_MARK (5, 0), KP_MARK (1, 0), KP_MARK (7, 0),
    KP_MARK (7, 0) },
  { "cap/not-reached", FROM, { 2015, 9, 1 }, NONE, 2, 12, KP_MARK (5, 0), KP_MARK (1, 0), KP_MARK (8, 1),
    KP_MARK (8, 0) },
  { "months/each", FROM, { 2011, 2, 15 }, NONE, 0, 1, 0, KP_MARK (0, 1000), 0, KP_MARK (0, 5000) },
  { "months/half-years", FROM, { 2012, 2, 1 }, NONE, 0, 6, 0, KP_MARK (1, 0), 0, KP_MARK (2, 0) },
  { "month-end", { 2012, 2, 29 }, { 2013, 2, 28 }, FULL, 0, 12, 0, KP_MARK (1, 0), 0, KP_MARK (1, 0) },
};

static KpBonusItem *
add_service (KpBonusPolicy *policy)
{
  KpBonusItem *item = kp_bonus_item_new ();

  item->code = g_strdup ("service");
  item->label = g_strdup ("服役年限");
  item->per.fact = g_strdup ("enlisted");
  item->per.until = g_strdup ("discharged");
  item->per.points = KP_MARK (1, 0);
  g_ptr_array_add (policy->items, item);

  return item;
}

static void
test_length (gconstpointer data)
{
  const LengthCase         *c = data;
  KpBonusPolicy             policy;
  KpBonusClaim              claim = { .item = "service", .is_approved = TRUE };
  KpCandidateFacts          facts = { .is_veteran = KP_TRUTH_YES, .enlisted = c->enlisted, .discharged = c->discharged };
  g_autoptr (KpBonusResult) result = NULL;
  KpBonusItem              *item;

  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  item->points = c->fixed;
  item->per.points = c->each;
  item->per.remainder = c->remainder;
  item->per.from_units = c->from_units;
  item->per.unit_months = c->unit_months;
  item->per.has_cap = c->cap > 0;
  item->per.cap = c->cap;
  result = kp_bonus_decide (&policy, &facts, &claim, 1, KP_MARK_PRESENT);
  g_assert_cmpint (result->points, ==, c->points);
  g_assert_false (result->is_open);
  g_assert_cmpint (kp_bonus_decide_points (&policy, &facts, &claim, 1, KP_MARK_PRESENT), ==, c->points);
  kp_bonus_policy_clear (&policy);
}

/* What isn't known gives nothing yet, and says so. */
static void
test_unknown_day (void)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claim = { .item = "service", .is_approved = TRUE };
  KpCandidateFacts          facts = { .is_veteran = KP_TRUTH_YES };
  g_autoptr (KpBonusResult) open = NULL;
  g_autoptr (KpBonusResult) nobody = NULL;
  g_autoptr (KpBonusResult) without_mark = NULL;
  KpBonusItem              *item;

  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  item->points = KP_MARK (2, 0);
  open = kp_bonus_decide (&policy, &facts, &claim, 1, KP_MARK_PRESENT);
  g_assert_cmpint (open->points, ==, KP_MARK (2, 0));
  g_assert_true (open->is_open);
  g_assert_true (kp_bonus_result_get_award (open, "service")->is_open);
  g_assert_cmpstr (open->explanation, ==, "服役年限2分（起止时间不明，时长分待定，另加2分）；加2分（待核）。");

  nobody = kp_bonus_decide (&policy, NULL, &claim, 1, KP_MARK_PRESENT);
  g_assert_true (nobody->is_open);
  without_mark = kp_bonus_decide (&policy, &facts, &claim, 1, KP_MARK_ABSENT);
  g_assert_false (without_mark->is_open);
  g_assert_cmpint (without_mark->points, ==, 0);
  kp_bonus_policy_clear (&policy);
}

typedef struct
{
  const char      *name;
  KpFraction       number;
  guint            unit;
  guint            from_units;
  KpBonusRemainder remainder;
  KpMark           cap; /* 0 = none */
  KpMark           points;
} NumberCase;

/* One point each. */
static const NumberCase number_cases[] = {
  { "three", { 3, 1 }, 1, 0, NONE, 0, KP_MARK (3, 0) },
  { "none-of-them", { 0, 1 }, 1, 0, FULL, 0, 0 },
  { "less-than-none", { -2, 1 }, 1, 0, FULL, 0, 0 },
  { "capped", { 7, 1 }, 1, 0, NONE, KP_MARK (5, 0), KP_MARK (5, 0) },
  { "behind-the-first-two", { 3, 1 }, 1, 2, NONE, 0, KP_MARK (1, 0) },
  { "by-hundreds", { 299, 1 }, 100, 0, NONE, 0, KP_MARK (2, 0) },
  { "begun-hundred-is-half", { 299, 1 }, 100, 0, HALF, 0, KP_MARK (2, 5000) },
  { "begun-hundred-is-full", { 201, 1 }, 100, 0, FULL, 0, KP_MARK (3, 0) },
  { "half-a-unit", { 5, 2 }, 1, 0, NONE, 0, KP_MARK (2, 0) },
  { "nonsense", { G_MAXINT64 / 4, 1 }, 1, 0, NONE, KP_MARK (5, 0), KP_MARK (5, 0) },
};

static void
test_number (gconstpointer data)
{
  const NumberCase        *c = data;
  g_autoptr (GPtrArray)    defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);
  g_autoptr (KpFactTable)  table = NULL;
  g_autoptr (KpBonusResult) unknown = NULL;
  KpBonusPolicy            policy;
  KpBonusClaim             claim = { .item = "service", .is_approved = TRUE };
  KpCandidateFacts         facts = { 0 };
  KpFactDef               *def = kp_fact_def_new ();
  KpBonusItem             *item;

  def->id = g_strdup ("honours");
  def->label = g_strdup ("荣誉项数");
  def->kind = KP_FACT_NUMBER;
  def->empty_is_unknown = TRUE;
  g_ptr_array_add (defs, def);
  table = kp_fact_table_new (defs);
  facts.declared = table;
  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  g_free (item->per.fact);
  item->per.fact = g_strdup ("honours");
  g_clear_pointer (&item->per.until, g_free);
  item->per.is_number = TRUE;
  item->per.unit = c->unit;
  item->per.from_units = c->from_units;
  item->per.remainder = c->remainder;
  item->per.has_cap = c->cap > 0;
  item->per.cap = c->cap;
  unknown = kp_bonus_decide (&policy, &facts, &claim, 1, KP_MARK_PRESENT);
  g_assert_true (unknown->is_open);
  g_assert_true (kp_fact_table_set_number (table, "honours", c->number));
  g_assert_cmpint (kp_bonus_decide_points (&policy, &facts, &claim, 1, KP_MARK_PRESENT), ==, c->points);
  kp_bonus_policy_clear (&policy);
}

static void
test_number_words (void)
{
  g_autoptr (GPtrArray)     defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);
  g_autoptr (KpFactTable)   table = NULL;
  g_autoptr (KpBonusResult) result = NULL;
  KpBonusPolicy             policy;
  KpBonusClaim              claim = { .item = "service", .is_approved = TRUE };
  KpCandidateFacts          facts = { 0 };
  KpFactDef                *def = kp_fact_def_new ();
  KpBonusItem              *item;

  def->id = g_strdup ("honours");
  def->label = g_strdup ("荣誉项数");
  def->kind = KP_FACT_NUMBER;
  g_ptr_array_add (defs, def);
  table = kp_fact_table_new (defs);
  kp_fact_table_set_number (table, "honours", kp_fraction_new (7, 1));
  facts.declared = table;
  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  g_free (item->per.fact);
  item->per.fact = g_strdup ("honours");
  item->per.fact_label = g_strdup ("荣誉项数");
  item->per.is_number = TRUE;
  item->per.has_cap = TRUE;
  item->per.cap = KP_MARK (5, 0);
  result = kp_bonus_decide (&policy, &facts, &claim, 1, KP_MARK_PRESENT);
  g_assert_cmpstr (result->explanation, ==, "服役年限5分（荣誉项数为7，计7×1分，最高5分）；加5分。");
  kp_bonus_policy_clear (&policy);
}

/* Whoever claims no service gets its fixed points alone, and nothing is open. */
static void
test_nothing_claimed (void)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claim = { .item = "service", .is_approved = TRUE };
  KpCandidateFacts          facts = { .is_grid_staff = KP_TRUTH_NO };
  g_autoptr (KpBonusResult) result = NULL;
  KpBonusItem              *item;

  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  g_free (item->per.fact);
  item->per.fact = g_strdup ("grid_since");
  g_clear_pointer (&item->per.until, g_free);
  item->per.to = kp_date_make (2026, 3, 2);
  result = kp_bonus_decide (&policy, &facts, &claim, 1, KP_MARK_PRESENT);
  g_assert_cmpint (result->points, ==, 0);
  g_assert_false (result->is_open);
  g_assert_false (kp_bonus_result_get_award (result, "service")->counts);
  kp_bonus_policy_clear (&policy);
}

/* A day of the notice, and the day that the candidate's own one stands before. */
static void
test_last_day (void)
{
  KpBonusPolicy policy;
  KpBonusClaim  claim = { .item = "service", .is_approved = TRUE };
  KpFactDef    *def = kp_fact_def_new ();
  g_autoptr (GPtrArray) defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);
  g_autoptr (KpFactTable) table = NULL;
  KpCandidateFacts facts = { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2020, 3, 2 } };
  KpBonusItem     *item;

  def->id = g_strdup ("left_on");
  def->kind = KP_FACT_DATE;
  g_ptr_array_add (defs, def);
  table = kp_fact_table_new (defs);
  facts.declared = table;

  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  g_free (item->per.fact);
  item->per.fact = g_strdup ("grid_since");
  g_clear_pointer (&item->per.until, g_free);
  item->per.to = kp_date_make (2026, 3, 2);
  g_assert_cmpint (kp_bonus_decide_points (&policy, &facts, &claim, 1, KP_MARK_PRESENT), ==, KP_MARK (6, 0));

  item->per.until = g_strdup ("left_on");
  kp_fact_table_set_none (table, "left_on");
  g_assert_cmpint (kp_bonus_decide_points (&policy, &facts, &claim, 1, KP_MARK_PRESENT), ==, KP_MARK (6, 0));
  kp_fact_table_set_date (table, "left_on", kp_date_make (2022, 3, 2));
  g_assert_cmpint (kp_bonus_decide_points (&policy, &facts, &claim, 1, KP_MARK_PRESENT), ==, KP_MARK (2, 0));
  kp_bonus_policy_clear (&policy);
}

static void
test_explanation (void)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claim = { .item = "service", .is_approved = TRUE };
  KpCandidateFacts          facts
      = { .is_veteran = KP_TRUTH_YES, .enlisted = { 2010, 9, 1 }, .discharged = { 2015, 12, 1 } };
  g_autoptr (KpBonusResult) result = NULL;
  KpBonusItem              *item;

  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  item->points = KP_MARK (2, 0);
  item->per.from_units = 2;
  item->per.remainder = HALF;
  item->per.has_cap = TRUE;
  item->per.cap = KP_MARK (5, 0);
  result = kp_bonus_decide (&policy, &facts, &claim, 1, KP_MARK_PRESENT);
  g_assert_cmpint (result->points, ==, KP_MARK (5, 0));
  g_assert_cmpstr (result->explanation, ==,
                   "服役年限5分（2010年9月1日至2015年12月1日满5年有余，余数折半计，前2年不计分，计3.5年×1分，另加2分，最高5分）；"
                   "加5分。");
  kp_bonus_policy_clear (&policy);
}

/* The same points with and without words, whatever is claimed; and quick enough for a province. */
static void
test_many_persons (void)
{
  const guint          n_persons = 100000;
  KpBonusPolicy        policy;
  KpBonusItem         *item;
  g_autoptr (GRand)    dice = g_rand_new_with_seed (84);
  static const char *codes[] = { "service", "a", "b", "c", "d" };
  KpBonusGroup        *group = kp_bonus_group_new ();

  kp_bonus_policy_init (&policy);
  item = add_service (&policy);
  item->per.remainder = HALF;
  for (guint i = 1; i < G_N_ELEMENTS (codes); i++)
    {
      item = kp_bonus_item_new ();
      item->code = g_strdup (codes[i]);
      item->group = g_strdup (i < 3 ? "listed" : "other");
      item->points = KP_MARK (i, 2500);
      item->due = kp_date_make (2026, 3, 6);
      g_ptr_array_add (policy.items, item);
    }
  group->code = g_strdup ("listed");
  group->within = KP_BONUS_SUM;
  group->has_cap = TRUE;
  group->cap = KP_MARK (3, 0);
  g_ptr_array_add (policy.groups, group);
  policy.across = KP_BONUS_SUM;
  policy.has_cap = TRUE;
  policy.cap = KP_MARK (9, 0);

  for (guint i = 0; i < n_persons; i++)
    {
      KpCandidateFacts facts = { .is_veteran = KP_TRUTH_YES,
                                 .enlisted = { (gint16) g_rand_int_range (dice, 2000, 2010), 9, 1 },
                                 .discharged = { (gint16) g_rand_int_range (dice, 2005, 2020), 12, 1 } };
      KpBonusClaim     claims[G_N_ELEMENTS (codes)];
      KpMark           points;

      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        claims[j] = (KpBonusClaim) { .item = codes[j],
                                     .is_approved = g_rand_boolean (dice),
                                     .on = { 2026, 3, (guint8) g_rand_int_range (dice, 5, 8) } };
      points = kp_bonus_decide_points (&policy, &facts, claims, G_N_ELEMENTS (codes), KP_MARK_PRESENT);
      /* With words only every hundredth: they are what takes the time. */
      if (i % 100 == 0)
        {
          g_autoptr (KpBonusResult) result
              = kp_bonus_decide (&policy, &facts, claims, G_N_ELEMENTS (codes), KP_MARK_PRESENT);

          g_assert_cmpint (result->points, ==, points);
        }
      g_assert_cmpint (points, <=, policy.cap);
    }
  kp_bonus_policy_clear (&policy);
}

typedef struct
{
  const char *name;
  const char *claims[4];
  gboolean    has_cap; /* of 3 */
  KpMark      points;
  const char *words;
} DeductRow;

/* worker 5, veteran 2, best only; warned takes 2 away, late 1. */
static const DeductRow deduct_rows[] = {
  { "alone", { "warned" }, FALSE, -KP_MARK (2, 0), "处分扣2分；扣2分。" },
  { "two", { "late", "warned" }, FALSE, -KP_MARK (3, 0), "处分扣2分、迟到扣1分；扣3分。" },
  { "beside-the-best", { "veteran", "warned", "worker" }, FALSE, KP_MARK (3, 0),
    "社工5分、退役2分、处分扣2分；各类（5分、2分）只取最高一类5分；加5分，扣2分，合计加3分。" },
  { "after-the-cap", { "worker", "warned" }, TRUE, KP_MARK (1, 0),
    "社工5分、处分扣2分；以总上限为准计3分；加3分，扣2分，合计加1分。" },
  { "more-than-given", { "veteran", "warned", "late" }, FALSE, -KP_MARK (1, 0),
    "退役2分、处分扣2分、迟到扣1分；加2分，扣3分，合计扣1分。" },
};

static void
test_deduct (gconstpointer data)
{
  static const struct
  {
    const char *code;
    const char *label;
    guint       points;
    gboolean    deducts;
  } items[] = { { "worker", "社工", 5, FALSE }, { "veteran", "退役", 2, FALSE }, { "warned", "处分", 2, TRUE }, { "late", "迟到", 1, TRUE } };
  const DeductRow          *row = data;
  KpBonusClaim              claims[4] = { 0 };
  KpBonusPolicy             policy;
  g_autoptr (KpBonusResult) result = NULL;
  KpMark                    many[KP_BONUS_N_TARGETS];
  guint                     n = 0;

  kp_bonus_policy_init (&policy);
  policy.within = policy.across = KP_BONUS_BEST;
  policy.has_cap = row->has_cap;
  policy.cap = KP_MARK (3, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      KpBonusItem *item = kp_bonus_item_new ();

      item->code = g_strdup (items[i].code);
      item->label = g_strdup (items[i].label);
      item->points = KP_MARK (items[i].points, 0);
      item->deducts = items[i].deducts;
      g_ptr_array_add (policy.items, item);
    }
  for (; n < G_N_ELEMENTS (claims) && row->claims[n] != NULL; n++)
    claims[n] = (KpBonusClaim) { .item = row->claims[n], .is_approved = TRUE };
  result = kp_bonus_decide (&policy, NULL, claims, n, KP_MARK_PRESENT);
  g_assert_cmpint (result->points, ==, row->points);
  g_assert_cmpstr (result->explanation, ==, row->words);
  kp_bonus_decide_targets (&policy, NULL, claims, n, KP_MARK_PRESENT, FALSE, many);
  g_assert_cmpint (many[KP_BONUS_ON_WRITTEN], ==, row->points);
  kp_bonus_policy_clear (&policy);
}

/* 扣至0分为止, of the written mark and of the interview's. */
static void
test_deduct_floor (void)
{
  KpBonusPolicy policy;
  KpFraction    mark;

  kp_bonus_policy_init (&policy);
  mark = kp_bonus_add (&policy, kp_fraction_new (3, 2), -KP_MARK (2, 0), kp_fraction_new (100, 1));
  g_assert_cmpint (mark.num, ==, 0);
  mark = kp_bonus_add (&policy, kp_fraction_new (5, 2), -KP_MARK (2, 0), kp_fraction_new (100, 1));
  g_assert_cmpint (kp_fraction_compare (mark, kp_fraction_new (1, 2)), ==, 0);
  mark = kp_bonus_add_to_interview (&policy, kp_fraction_new (1, 1), -KP_MARK (2, 0));
  g_assert_cmpint (mark.num, ==, 0);
  kp_bonus_policy_clear (&policy);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (length_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/bonus/length/", length_cases[i].name, NULL);

      g_test_add_data_func (path, &length_cases[i], test_length);
    }
  g_test_add_func ("/rules/bonus/length/unknown-day", test_unknown_day);
  g_test_add_func ("/rules/bonus/length/nothing-claimed", test_nothing_claimed);
  g_test_add_func ("/rules/bonus/length/last-day", test_last_day);
  g_test_add_func ("/rules/bonus/length/explanation", test_explanation);
  g_test_add_func ("/rules/bonus/many-persons", test_many_persons);

  for (guint i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/bonus/number/", number_cases[i].name, NULL);

      g_test_add_data_func (path, &number_cases[i], test_number);
    }
  g_test_add_func ("/rules/bonus/number/words", test_number_words);
  for (gsize i = 0; i < G_N_ELEMENTS (deduct_rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/bonus-measure/deduct/", deduct_rows[i].name, NULL);

      g_test_add_data_func (path, &deduct_rows[i], test_deduct);
    }
  g_test_add_func ("/rules/bonus-measure/deduct-floor", test_deduct_floor);
  return g_test_run ();
}
