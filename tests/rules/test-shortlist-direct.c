/* test-shortlist-direct.c – the ways into the interview besides the ratio, and lists that are too short.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-shortlist.h"

#include "kp-test-list.h"
#include "kp-test.h"

typedef struct
{
  const char *name;
  void (*change) (KpShortlistPolicy *policy);
  guint places;
  KpLine line;
  gboolean line_is_open;
  KpTestPerson persons[KP_TEST_LIST_MAX + 1];
  const char *list;
  const char *printed; /* places, "-" = none */
  guint wanted;
  guint reduced_places;
  gboolean needs_decision;
} Row;

/* Two for each place, unless the row changes it. */
static void
besides (KpShortlistPolicy *policy)
{
  (void) policy;
}

static void
direct_counts (KpShortlistPolicy *policy)
{
  policy->direct_counts = TRUE;
}

static void
direct_needs_line (KpShortlistPolicy *policy)
{
  policy->direct_needs_line = TRUE;
}

static void
by_paper (KpShortlistPolicy *policy)
{
  policy->basis = KP_SHORTLIST_BY_PAPER;
}

static void
by_one_key (KpShortlistPolicy *policy)
{
  policy->last_tie = KP_LAST_TIE_BY_KEY;
}

static void
by_two_keys (KpShortlistPolicy *policy)
{
  policy->last_tie = KP_LAST_TIE_BY_KEY;
  policy->n_tie_keys = 2;
}

static void
by_no_key (KpShortlistPolicy *policy)
{
  policy->last_tie = KP_LAST_TIE_BY_KEY;
  policy->n_tie_keys = 0;
}

static void
zero_may_enter (KpShortlistPolicy *policy)
{
  policy->zero_is_out = FALSE;
}

static void
reduce (KpShortlistPolicy *policy)
{
  policy->shortage = KP_SHORTAGE_REDUCE_PLAN;
}

static void
reduce_with_direct (KpShortlistPolicy *policy)
{
  policy->shortage = KP_SHORTAGE_REDUCE_PLAN;
  policy->direct_counts = TRUE;
}

static void
reduce_without_tied (KpShortlistPolicy *policy)
{
  policy->shortage = KP_SHORTAGE_REDUCE_PLAN;
  policy->last_tie = KP_LAST_TIE_NONE_ENTER;
}

static void
reduce_plus_one (KpShortlistPolicy *policy)
{
  policy->shortage = KP_SHORTAGE_REDUCE_PLAN;
  policy->tiers[0] = (KpShortlistTier){ 1, 4, KP_FRACTION_ONE, 1 };
}

static void
reduce_at_least_1_5 (KpShortlistPolicy *policy)
{
  policy->shortage = KP_SHORTAGE_REDUCE_PLAN;
  policy->rounding = KP_ROUNDING_UP;
  policy->tiers[0].ratio = kp_fraction_new (3, 2);
}

static void
decide (KpShortlistPolicy *policy)
{
  policy->shortage = KP_SHORTAGE_DECIDE;
}

static void
take_all (KpShortlistPolicy *policy)
{
  policy->takes_all = TRUE;
}

static void
take_all_and_count (KpShortlistPolicy *policy)
{
  policy->takes_all = policy->direct_counts = TRUE;
}

#define NO_LINE { KP_LINE_NONE, .value = 0 }
#define ON_PAPER(points) { .basis = KP_LINE_ON_PAPER, .value = KP_MARK (points, 0) }
#define WITH_BONUS(points) { .basis = KP_LINE_ON_WITH_BONUS, .value = KP_MARK (points, 0) }
#define P(points) { '.', points, 0, { 0 } }
#define F(letter, points) { letter, points, 0, { 0 } }

/* 仓山 2015: 1:2 among the open applicants, and all in-service ones enter. */
#define CANGSHAN { P (9000), F ('d', 8800), P (8000), P (7500), P (7000), F ('d', 6000), P (5000) }
/* 包河 2014: no shared last place; the mark in one paper decides. */
#define BAOHE(a, b, c, d) { P (9000), { '.', 8000, 0, { a, b } }, { '.', 8000, 0, { c, d } }, P (7000) }

static const Row rows[] = {
  { "cangshan", besides, 2, NO_LINE, FALSE, CANGSHAN, "EdEEEd-", "1 2 3 4 5 6 7", 4, 2, FALSE },
  { "cangshan-counted", direct_counts, 2, NO_LINE, FALSE, CANGSHAN, "EdE--d-", "1 2 3 4 5 6 7", 4, 2, FALSE },
  { "more-direct-than-seats", direct_counts, 1, NO_LINE, FALSE,
    { P (9000), F ('d', 8000), F ('d', 7000), F ('d', 6000) }, "-ddd", "1 2 3 4", 2, 1, FALSE },
  { "direct-below-line", besides, 1, ON_PAPER (60), FALSE,
    { P (9000), P (5900), F ('d', 5900), P (8000) }, "EldE", "1 3 3 2", 2, 1, FALSE },
  { "direct-needs-line", direct_needs_line, 1, ON_PAPER (60), FALSE,
    { P (9000), P (5900), F ('d', 5900), F ('d', 6000) }, "Elld", "1 3 3 2", 2, 1, FALSE },
  { "direct-needs-a-mark", besides, 1, NO_LINE, FALSE, { P (9000), F ('a', 0), F ('d', 0) }, "Enz", "1 - 2", 2, 1, FALSE },
  { "direct-zero-may-enter", zero_may_enter, 1, NO_LINE, FALSE, { P (9000), F ('d', 0) }, "Ed", "1 2", 2, 1, FALSE },
  { "exempt-has-no-place", besides, 1, ON_PAPER (60), FALSE,
    { F ('x', 0), P (9000), P (8000), P (7000) }, "xEE-", "- 1 2 3", 2, 1, FALSE },
  { "exempt-counted", direct_counts, 1, NO_LINE, FALSE,
    { F ('x', 0), P (9000), P (8000) }, "xE-", "- 1 2", 2, 1, FALSE },
  { "single-paper-line", besides, 1, ON_PAPER (60), FALSE,
    { F ('p', 9000), P (8000), P (7000), P (6500) }, "lEE-", "1 2 3 4", 2, 1, FALSE },
  { "zero-in-one-paper", zero_may_enter, 1, NO_LINE, FALSE, { F ('z', 9000), P (8000) }, "zE", "1 2", 2, 1, FALSE },
  { "ordered-by-bonus", besides, 1, NO_LINE, FALSE,
    { { '.', 7000, 1000, { 0 } }, P (7500), P (7200) }, "EE-", "1 2 3", 2, 1, FALSE },
  { "ordered-by-paper", by_paper, 1, NO_LINE, FALSE,
    { { '.', 7000, 1000, { 0 } }, P (7500), P (7200) }, "-EE", "3 1 2", 2, 1, FALSE },
  /* 集美 2017: 50 by paper and bonus together. */
  { "jimei", besides, 1, WITH_BONUS (50), FALSE,
    { { '.', 4800, 300, { 0 } }, P (4800), { '.', 4700, 300, { 0 } } }, "ElE", "1 3 2", 2, 1, FALSE },
  { "jimei-on-paper", besides, 1, ON_PAPER (50), FALSE,
    { { '.', 4800, 300, { 0 } }, P (4800), { '.', 4700, 300, { 0 } } }, "lll", "1 3 2", 2, 1, FALSE },
  { "line-open", besides, 1, ON_PAPER (0), TRUE,
    { P (9000), F ('d', 8000), F ('x', 0), F ('a', 0), F ('d', 0), F ('p', 7000) }, "?dxnzl", "1 2 - - 4 3", 2, 1, FALSE },
  { "line-open-for-direct", direct_needs_line, 1, ON_PAPER (0), TRUE, { P (9000), F ('d', 8000) }, "??", "1 2", 2, 1, FALSE },
  { "baohe", by_one_key, 1, NO_LINE, FALSE, BAOHE (3000, 0, 3500, 0), "EtE-", "1 2 2 4", 2, 1, FALSE },
  { "baohe-equal", by_one_key, 1, NO_LINE, FALSE, BAOHE (3500, 0, 3500, 0), "Euu-", "1 2 2 4", 2, 1, FALSE },
  { "second-key", by_two_keys, 1, NO_LINE, FALSE, BAOHE (3500, 20, 3500, 19), "EEt-",
    "1 2 2 4", 2, 1, FALSE },
  { "second-key-not-reached", by_two_keys, 1, NO_LINE, FALSE, BAOHE (3400, 20, 3500, 19),
    "EtE-", "1 2 2 4", 2, 1, FALSE },
  { "second-key-unknown", by_two_keys, 1, NO_LINE, FALSE, BAOHE (3500, 20, 3500, 0), "Euu-",
    "1 2 2 4", 2, 1, FALSE },
  { "no-key", by_no_key, 1, NO_LINE, FALSE, BAOHE (3000, 0, 3500, 0), "Euu-", "1 2 2 4", 2, 1, FALSE },
  { "take-all", take_all, 1, ON_PAPER (60), FALSE, { P (9000), P (8000), P (6000), P (5999), F ('d', 100) }, "EEEld",
    "1 2 3 4 5", 3, 1, FALSE },
  { "take-all-counted", take_all_and_count, 1, ON_PAPER (60), FALSE, { P (9000), F ('d', 100), F ('x', 0) }, "Edx", "1 2 -",
    3, 1, FALSE },

  /* 3 places, six are wanted. */
  { "short-takes-all", besides, 3, NO_LINE, FALSE, { P (9), P (8), P (7), P (6), P (5) }, "EEEEE", "1 2 3 4 5", 6, 3, FALSE },
  { "short-reduces", reduce, 3, NO_LINE, FALSE, { P (9), P (8), P (7), P (6), P (5) }, "EEEEE", "1 2 3 4 5", 6, 2, FALSE },
  { "short-reduces-below-line", reduce, 3, ON_PAPER (60), FALSE, { P (9000), P (8000), P (7000), P (5900), P (5000) },
    "EEEll", "1 2 3 4 5", 6, 1, FALSE },
  { "short-reduces-to-one", reduce, 3, NO_LINE, FALSE, { P (9) }, "E", "1", 6, 1, FALSE },
  { "short-reduces-to-none", reduce, 3, NO_LINE, FALSE, { F ('a', 0) }, "n", "-", 6, 0, FALSE },
  { "enough-reduces-nothing", reduce, 3, NO_LINE, FALSE, { P (9), P (8), P (7), P (6), P (5), P (4) }, "EEEEEE",
    "1 2 3 4 5 6", 6, 3, FALSE },
  { "short-while-a-mark-is-open", reduce, 3, NO_LINE, FALSE, { P (9), P (8), F ('o', 0) }, "EEn", "1 2 -", 6, 3, FALSE },
  { "short-while-the-line-is-open", reduce, 3, ON_PAPER (0), TRUE, { P (9), P (8) }, "??", "1 2", 6, 3, FALSE },
  { "short-besides-direct", reduce, 3, NO_LINE, FALSE, { P (9), P (8), P (7), F ('d', 6), F ('d', 5) }, "EEEdd",
    "1 2 3 4 5", 6, 1, FALSE },
  { "short-with-direct", reduce_with_direct, 3, NO_LINE, FALSE, { P (9), P (8), P (7), F ('d', 6), F ('d', 5) }, "EEEdd",
    "1 2 3 4 5", 6, 2, FALSE },
  { "short-by-a-tie", reduce_without_tied, 2, NO_LINE, FALSE, { P (9), P (8), P (7), P (6), P (6) }, "EEEtt",
    "1 2 3 4 4", 4, 2, FALSE },
  /* 4 places: five are wanted; three came: (3 - 1) ÷ 1. */
  { "short-of-plan-plus-one", reduce_plus_one, 4, NO_LINE, FALSE, { P (9), P (8), P (7) }, "EEE", "1 2 3", 5, 2, FALSE },
  { "one-of-plan-plus-one", reduce_plus_one, 4, NO_LINE, FALSE, { P (9) }, "E", "1", 5, 1, FALSE },
  /* 3 places at least 1:1.5: five; four came: 4 ÷ 1.5 = 2.67. */
  { "short-of-1.5", reduce_at_least_1_5, 3, NO_LINE, FALSE, { P (9), P (8), P (7), P (6) }, "EEEE", "1 2 3 4", 5, 2, FALSE },
  { "short-is-decided-by-people", decide, 3, NO_LINE, FALSE, { P (9), P (8) }, "EE", "1 2", 6, 3, TRUE },
  { "enough-is-nobodys-decision", decide, 1, NO_LINE, FALSE, { P (9), P (8) }, "EE", "1 2", 2, 1, FALSE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[KP_TEST_LIST_MAX];
  KpShortlistResult results[KP_TEST_LIST_MAX];
  KpShortlistSummary summary;
  g_autoptr (GString) printed = g_string_new (NULL);
  gsize n = kp_test_list_fill (row->persons, candidates);
  guint n_in = 0;

  kp_shortlist_policy_init (&policy);
  policy.tiers[0].ratio = kp_fraction_new (2, 1);
  row->change (&policy);
  g_assert_true (
      kp_shortlist_decide (&policy, row->places, &row->line, row->line_is_open, candidates, n, results, &summary));
  kp_test_list_assert (results, n, row->list);
  for (gsize i = 0; i < n; i++)
    {
      n_in += kp_shortlist_verdict_is_in (results[i].verdict);
      if (results[i].place.place > 0)
        g_string_append_printf (printed, "%s%u", i > 0 ? " " : "", results[i].place.place);
      else
        g_string_append_printf (printed, "%s-", i > 0 ? " " : "");
    }
  g_assert_cmpstr (printed->str, ==, row->printed);
  g_assert_cmpuint (summary.wanted, ==, row->wanted);
  g_assert_cmpuint (summary.n_entered, ==, n_in);
  g_assert_cmpuint (summary.reduced_places, ==, row->reduced_places);
  g_assert_cmpint (summary.needs_decision, ==, row->needs_decision);
}

/* Backwards the same: the order of candidates decides nothing. */
static void
test_backwards (gconstpointer data)
{
  const Row *row = data;
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[KP_TEST_LIST_MAX], turned[KP_TEST_LIST_MAX];
  KpShortlistResult results[KP_TEST_LIST_MAX], again[KP_TEST_LIST_MAX];
  KpShortlistSummary summary;
  gsize n = kp_test_list_fill (row->persons, candidates);

  kp_shortlist_policy_init (&policy);
  policy.tiers[0].ratio = kp_fraction_new (2, 1);
  row->change (&policy);
  for (gsize i = 0; i < n; i++)
    turned[i] = candidates[n - 1 - i];
  g_assert_true (
      kp_shortlist_decide (&policy, row->places, &row->line, row->line_is_open, candidates, n, results, &summary));
  g_assert_true (
      kp_shortlist_decide (&policy, row->places, &row->line, row->line_is_open, turned, n, again, &summary));
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpint (results[i].verdict, ==, again[n - 1 - i].verdict);
      g_assert_cmpuint (results[i].place.place, ==, again[n - 1 - i].place.place);
    }
}

/* 阳信 2021: below ten places 1:3, from ten on 1:2; and a line of 60 % of the mean of all who sat. */
static void
test_yangxin (void)
{
  const KpTestPerson persons[] = { P (8000), P (7000), P (2980), P (2000), F ('a', 0), { 0 } };
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[KP_TEST_LIST_MAX];
  KpShortlistResult results[KP_TEST_LIST_MAX];
  KpShortlistSummary summary;
  KpFraction present[4];
  KpLine line = { .basis = KP_LINE_ON_PAPER, .kind = KP_LINE_SHARE_OF_MEAN, .share = { 3, 5 }, .decimals = 2 };
  const KpLineContext context = { .present = present, .n_present = 4 };
  gsize n = kp_test_list_fill (persons, candidates);
  guint wanted;

  kp_shortlist_policy_init (&policy);
  policy.n_tiers = 2;
  policy.tiers[0] = (KpShortlistTier){ 1, 9, { 3, 1 }, 0 };
  policy.tiers[1] = (KpShortlistTier){ 10, 0, { 2, 1 }, 0 };
  g_assert_true (kp_shortlist_decide_wanted (&policy, 9, &wanted));
  g_assert_cmpuint (wanted, ==, 27);
  g_assert_true (kp_shortlist_decide_wanted (&policy, 10, &wanted));
  g_assert_cmpuint (wanted, ==, 20);

  /* (80 + 70 + 29.8 + 20) ÷ 4 × 60 % = 29.97: 29.8 is below; were the absent one counted as 0, 23.98 would be passed. */
  for (guint i = 0; i < 4; i++)
    present[i] = candidates[i].raw;
  g_assert_cmpint (kp_line_decide (&line, &context, &line.value), ==, KP_LINE_OUTCOME_SET);
  g_assert_cmpint (line.value, ==, KP_MARK (29, 9700));
  g_assert_true (kp_shortlist_decide (&policy, 1, &line, FALSE, candidates, n, results, &summary));
  kp_test_list_assert (results, n, "EElln");
}

/* 不低于1:1.5, and 1:1.2 with "plan + 1" up to four places (同类). */
static void
test_fractional_ratios (void)
{
  static const struct
  {
    guint n_tiers;
    KpShortlistTier tiers[2];
    KpRounding rounding;
    guint places;
    guint wanted;
  } cuts[] = {
    { 1, { { 1, 0, { 3, 2 }, 0 } }, KP_ROUNDING_UP, 1, 2 },
    { 1, { { 1, 0, { 3, 2 }, 0 } }, KP_ROUNDING_UP, 2, 3 },
    { 1, { { 1, 0, { 3, 2 }, 0 } }, KP_ROUNDING_UP, 3, 5 },
    { 1, { { 1, 0, { 3, 2 }, 0 } }, KP_ROUNDING_TRUNCATE, 3, 4 },
    { 2, { { 1, 4, { 1, 1 }, 1 }, { 5, 0, { 6, 5 }, 0 } }, KP_ROUNDING_HALF_UP, 1, 2 },
    { 2, { { 1, 4, { 1, 1 }, 1 }, { 5, 0, { 6, 5 }, 0 } }, KP_ROUNDING_HALF_UP, 4, 5 },
    { 2, { { 1, 4, { 1, 1 }, 1 }, { 5, 0, { 6, 5 }, 0 } }, KP_ROUNDING_HALF_UP, 5, 6 },
    { 2, { { 1, 4, { 1, 1 }, 1 }, { 5, 0, { 6, 5 }, 0 } }, KP_ROUNDING_HALF_UP, 7, 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      KpShortlistPolicy policy;
      guint wanted;

      kp_shortlist_policy_init (&policy);
      policy.n_tiers = cuts[i].n_tiers;
      policy.rounding = cuts[i].rounding;
      for (guint j = 0; j < cuts[i].n_tiers; j++)
        policy.tiers[j] = cuts[i].tiers[j];
      g_assert_true (kp_shortlist_decide_wanted (&policy, cuts[i].places, &wanted));
      g_assert_cmpuint (wanted, ==, cuts[i].wanted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/shortlist/ways/", rows[i].name, NULL);
      g_autofree char *back = g_strconcat ("/rules/shortlist/ways/", rows[i].name, "/backwards", NULL);

      g_test_add_data_func (path, &rows[i], test_row);
      g_test_add_data_func (back, &rows[i], test_backwards);
    }
  g_test_add_func ("/rules/shortlist/ways/yangxin", test_yangxin);
  g_test_add_func ("/rules/shortlist/ways/fractional-ratios", test_fractional_ratios);
  return g_test_run ();
}
