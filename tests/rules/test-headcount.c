/* test-headcount.c – the cap on community workers, one person to either side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-headcount.h"

#include "kp-test.h"

#define DAY kp_date_make (2026, 3, 2)

typedef struct
{
  const char *name;
  gint64 population;
  guint per_10k;
  KpRounding rounding;
  guint standard;
} StandardRow;

static const StandardRow standard_rows[] = {
  { "w6-cut-off", 268437, 18, KP_ROUNDING_TRUNCATE, 483 },
  { "w6-rounded", 268437, 18, KP_ROUNDING_HALF_UP, 483 },
  { "w6-rounded-up", 268437, 18, KP_ROUNDING_UP, 484 },
  { "just-below", 41666, 18, KP_ROUNDING_TRUNCATE, 74 },
  { "just-below-rounded", 41666, 18, KP_ROUNDING_HALF_UP, 75 },
  { "whole", 50000, 18, KP_ROUNDING_TRUNCATE, 90 },
  { "one-resident-short", 49999, 18, KP_ROUNDING_TRUNCATE, 89 },
  { "another-ratio", 10000, 20, KP_ROUNDING_TRUNCATE, 20 },
  { "nobody", 0, 18, KP_ROUNDING_UP, 0 },
};

static void
test_standard (gconstpointer data)
{
  const StandardRow *row = data;
  KpHeadcountPolicy policy;
  guint standard = 0;

  kp_headcount_policy_init (&policy);
  policy.per_10k = row->per_10k;
  policy.rounding = row->rounding;
  g_assert_true (kp_headcount_decide_standard (&policy, row->population, &standard));
  g_assert_cmpuint (standard, ==, row->standard);
}

typedef struct
{
  const char *name;
  guint places;
  gint64 weights[4];
  guint floors[4];
  guint ranks[4];
  guint out[4];
  guint n_left;
  gboolean is_tied[4];
} AllotRow;

static const AllotRow allot_rows[] = {
  { "w6", 483, { 93215, 78460, 61188, 35574 }, { 0 }, { 0 }, { 168, 141, 110, 64 }, 0, { 0 } },
  { "w6-another-order", 483, { 35574, 61188, 93215, 78460 }, { 0 }, { 0 }, { 64, 110, 168, 141 }, 0, { 0 } },
  { "floor-takes-from-others", 10, { 60, 30, 5, 5 }, { 1, 1, 2, 2 }, { 0 }, { 4, 2, 2, 2 }, 0, { 0 } },
  { "floor-pulls-another-below", 12, { 100, 40, 40, 1 }, { 0, 3, 3, 3 }, { 0 }, { 3, 3, 3, 3 }, 0, { 0 } },
  { "floors-are-all", 20, { 900, 1, 1, 1 }, { 5, 5, 5, 5 }, { 0 }, { 5, 5, 5, 5 }, 0, { 0 } },
  { "tie-is-not-guessed", 5, { 1, 1, 1, 1 }, { 0 }, { 0 }, { 1, 1, 1, 1 }, 1, { TRUE, TRUE, TRUE, TRUE } },
  { "tie-by-rank", 5, { 1, 1, 1, 1 }, { 0 }, { 3, 1, 2, 4 }, { 1, 2, 1, 1 }, 0, { 0 } },
  { "rank-of-one-is-enough", 5, { 1, 1, 1, 1 }, { 0 }, { 0, 0, 0, 1 }, { 1, 1, 1, 2 }, 0, { 0 } },
  { "rank-never-beats-a-remainder", 3, { 2, 1, 1, 1 }, { 0 }, { 0, 1, 2, 3 }, { 1, 1, 1, 0 }, 0, { 0 } },
  { "tie-beyond-the-certain",
    3,
    { 6, 3, 3, 3 },
    { 0 },
    { 0 },
    { 1, 0, 0, 0 },
    2,
    { FALSE, TRUE, TRUE, TRUE } },
  { "nobody-lives-there", 3, { 0, 0, 0, 0 }, { 0 }, { 0 }, { 0, 0, 0, 0 }, 3, { 0 } },
};

static void
test_allot (gconstpointer data)
{
  const AllotRow *row = data;
  gboolean is_tied[4];
  guint out[4];

  g_assert_cmpuint (
      kp_headcount_allot (row->places, row->weights, row->floors, row->ranks, 4, out, NULL, is_tied), ==,
      row->n_left);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (out[i], ==, row->out[i]);
      g_assert_cmpint (is_tied[i], ==, row->is_tied[i]);
    }
}

/* Whatever the numbers: nothing is lost, nobody is below the least places or off the exact share by a whole
 * place. */
static void
test_allot_adds_up (void)
{
  KpTestDice dice = { 20261128 };

  for (guint round = 0; round < 2000; round++)
    {
      gint64 weights[9];
      guint floors[9], ranks[9], out[9];
      KpFraction shares[9];
      guint sum = 0, sum_floors = 0;
      const guint n = 1 + kp_test_dice_below (&dice, 9);
      guint places;

      for (guint i = 0; i < n; i++)
        {
          weights[i] = 1 + kp_test_dice_below (&dice, 99999);
          floors[i] = kp_test_dice_below (&dice, 7);
          ranks[i] = i + 1;
          sum_floors += floors[i];
        }
      places = sum_floors + kp_test_dice_below (&dice, 500);
      g_assert_cmpuint (kp_headcount_allot (places, weights, floors, ranks, n, out, shares, NULL), ==, 0);
      for (guint i = 0; i < n; i++)
        {
          sum += out[i];
          g_assert_cmpuint (out[i], >=, floors[i]);
          g_assert_cmpint (kp_fraction_compare (kp_fraction_new (out[i] + 1, 1), shares[i]), >, 0);
          g_assert_cmpint (kp_fraction_compare (kp_fraction_new ((gint64) out[i] - 1, 1), shares[i]), <, 0);
        }
      g_assert_cmpuint (sum, ==, places);
    }
}

static void
test_kinds (void)
{
  guint n_counting = 0;

  for (guint i = 0; i < KP_WORKER_N_KINDS; i++)
    {
      KpWorkerKind kind = KP_WORKER_COMMITTEE;

      n_counting += kp_worker_kind_counts ((KpWorkerKind) i);
      g_assert_true (kp_worker_kind_parse (kp_worker_kind_get_name ((KpWorkerKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_true (kp_worker_kind_parse (kp_worker_kind_get_chinese ((KpWorkerKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_cmpuint (n_counting, ==, 4);
  g_assert_true (kp_worker_kind_counts (KP_WORKER_ON_PROBATION));
  g_assert_true (kp_worker_kind_counts (KP_WORKER_CONVERTED));
  g_assert_false (kp_worker_kind_counts (KP_WORKER_COMMITTEE_PART));
  g_assert_false (kp_worker_kind_counts (KP_WORKER_WELFARE));
  g_assert_false (kp_worker_kind_counts (KP_WORKER_DISPATCHED));
  g_assert_false (kp_worker_kind_parse ("somebody", &(KpWorkerKind){ KP_WORKER_STAFF }));
}

static void
test_cap_by_date (void)
{
  const KpHeadcountCap caps[] = {
    { kp_date_make (2026, 3, 1), 483, "县编发〔2026〕2号" },
    { kp_date_make (2024, 5, 1), 470, "县编发〔2024〕9号" },
  };

  g_assert_null (kp_headcount_find_cap (caps, 2, kp_date_make (2024, 4, 30)));
  g_assert_cmpuint (kp_headcount_find_cap (caps, 2, kp_date_make (2024, 5, 1))->places, ==, 470);
  g_assert_cmpuint (kp_headcount_find_cap (caps, 2, kp_date_make (2026, 2, 28))->places, ==, 470);
  g_assert_cmpstr (kp_headcount_find_cap (caps, 2, kp_date_make (2026, 3, 1))->document, ==,
                   "县编发〔2026〕2号");
}

enum
{
  COUNTY,
  STREET_1,
  STREET_2,
  STREET_3,
  STREET_4,
  N_NODES
};

/* The county of domain.md W6, its people registered at its first street. */
typedef struct
{
  KpHeadcountPolicy policy;
  KpHeadcountCap cap;
  KpHeadcountNode nodes[N_NODES + 2];
  KpHeadcountLine lines[N_NODES + 2];
} County;

static void
make_county (County *county)
{
  *county =
      (County){ .cap = { kp_date_make (2026, 1, 1), 483, "县编发〔2026〕2号" },
                .nodes = { { .code = "C", .name = "县", .level = KP_NODE_COUNTY, .population = 268437 },
                           { .code = "S1", .parent = "C", .level = KP_NODE_STREET, .population = 93215 },
                           { .code = "S2", .parent = "C", .level = KP_NODE_STREET, .population = 78460 },
                           { .code = "S3", .parent = "C", .level = KP_NODE_STREET, .population = 61188 },
                           { .code = "S4", .parent = "C", .level = KP_NODE_STREET, .population = 35574 } } };
  kp_headcount_policy_init (&county->policy);
  county->nodes[STREET_1].own.n_workers[KP_WORKER_COMMITTEE] = 160;
  county->nodes[STREET_1].own.n_workers[KP_WORKER_STAFF] = 247;
  county->nodes[STREET_1].own.n_workers[KP_WORKER_ON_PROBATION] = 18;
  county->nodes[STREET_1].own.n_workers[KP_WORKER_DISPATCHED] = 52;
  county->nodes[COUNTY].own.n_reserved = 30;
  county->nodes[COUNTY].own.n_running = 10;
  county->nodes[COUNTY].own.n_leaving = 7;
}

static gboolean
decide (County *county, guint n_nodes)
{
  return kp_headcount_decide (&county->policy, &county->cap, 1, county->nodes, n_nodes, DAY, county->lines);
}

static gboolean
has (const County *county, guint node, KpHeadcountProblem problem)
{
  return (county->lines[node].problems & (1u << problem)) != 0;
}

static void
test_w6 (void)
{
  County county;
  g_autofree char *ratio = NULL;

  make_county (&county);
  g_assert_true (decide (&county, N_NODES));
  g_assert_cmpuint (county.lines[COUNTY].standard, ==, 483);
  g_assert_cmpuint (county.lines[STREET_1].places, ==, 168);
  g_assert_cmpuint (county.lines[STREET_2].places, ==, 141);
  g_assert_cmpuint (county.lines[STREET_3].places, ==, 110);
  g_assert_cmpuint (county.lines[STREET_4].places, ==, 64);
  g_assert_cmpuint (county.lines[COUNTY].n_counted, ==, 425);
  g_assert_cmpint (county.lines[COUNTY].vacancy, ==, 18);
  ratio = kp_fraction_dup_decimal (kp_fraction_round (county.lines[COUNTY].ratio, 2, KP_ROUNDING_HALF_UP), 2);
  g_assert_cmpstr (ratio, ==, "15.83");
  county.policy.counts_leaving = TRUE;
  g_assert_true (decide (&county, N_NODES));
  g_assert_cmpint (county.lines[COUNTY].vacancy, ==, 25);
}

static void
test_plan_over_the_cap (void)
{
  County county;

  make_county (&county);
  county.nodes[STREET_2].own.plan_vacant = 12;
  county.nodes[STREET_3].own.plan_new = 6;
  g_assert_true (decide (&county, N_NODES));
  g_assert_cmpuint (county.lines[COUNTY].plan, ==, 18);
  county.nodes[STREET_3].own.plan_new = 7;
  g_assert_false (decide (&county, N_NODES));
  g_assert_true (has (&county, COUNTY, KP_HEADCOUNT_PLAN_OVER));
  county.nodes[COUNTY].override_document = "县委专题会议纪要〔2026〕3号";
  g_assert_true (decide (&county, N_NODES));
  g_assert_false (has (&county, COUNTY, KP_HEADCOUNT_PLAN_OVER));
}

static void
test_street_over_is_a_warning (void)
{
  County county;

  make_county (&county);
  county.nodes[STREET_1].own.plan_vacant = 1;
  g_assert_true (decide (&county, N_NODES));
  g_assert_true (has (&county, STREET_1, KP_HEADCOUNT_STREET_OVER));
  g_assert_true (has (&county, STREET_1, KP_HEADCOUNT_OVERSTAFFED));
  g_assert_false (has (&county, COUNTY, KP_HEADCOUNT_OVERSTAFFED));
  county.nodes[STREET_1].own.n_workers[KP_WORKER_STAFF] = 0;
  g_assert_true (decide (&county, N_NODES));
  g_assert_cmpuint (county.lines[STREET_1].n_counted, ==, 178);
}

static void
test_leaving_above (void)
{
  County county;

  make_county (&county);
  county.nodes[COUNTY].own.plan_leaving = 7;
  g_assert_true (decide (&county, N_NODES));
  g_assert_false (has (&county, COUNTY, KP_HEADCOUNT_LEAVING_ABOVE));
  county.nodes[COUNTY].own.plan_leaving = 8;
  g_assert_true (decide (&county, N_NODES));
  g_assert_true (has (&county, COUNTY, KP_HEADCOUNT_LEAVING_ABOVE));
}

static void
test_cap_problems (void)
{
  County county;

  make_county (&county);
  county.cap.places = 484;
  decide (&county, N_NODES);
  g_assert_true (has (&county, COUNTY, KP_HEADCOUNT_CAP_ABOVE_STANDARD));
  county.cap.places = 424;
  decide (&county, N_NODES);
  g_assert_true (has (&county, COUNTY, KP_HEADCOUNT_OVERSTAFFED));
  county.cap.from = kp_date_add_days (DAY, 1);
  g_assert_false (decide (&county, N_NODES));
  g_assert_true (has (&county, COUNTY, KP_HEADCOUNT_NO_CAP));
}

/* S4 merges into S3 at the end of February: its last day is the 28th. */
static void
test_merger (void)
{
  County county;

  make_county (&county);
  county.nodes[STREET_4].until = kp_date_make (2026, 2, 28);
  county.nodes[STREET_4].own.n_workers[KP_WORKER_STAFF] = 1;
  g_assert_true (decide (&county, N_NODES));
  g_assert_false (county.lines[STREET_4].is_there);
  g_assert_true (has (&county, STREET_4, KP_HEADCOUNT_ENDED));
  g_assert_true (has (&county, COUNTY, KP_HEADCOUNT_POPULATION));
  county.nodes[STREET_3].population = 61188 + 35574;
  g_assert_true (decide (&county, N_NODES));
  g_assert_false (has (&county, COUNTY, KP_HEADCOUNT_POPULATION));
  g_assert_cmpuint (county.lines[STREET_3].places, ==, 174);
  county.nodes[STREET_4].until = DAY;
  decide (&county, N_NODES);
  g_assert_true (county.lines[STREET_4].is_there);
  county.nodes[STREET_4].from = kp_date_add_days (DAY, 1);
  county.nodes[STREET_4].until = KP_DATE_NONE;
  decide (&county, N_NODES);
  g_assert_false (county.lines[STREET_4].is_there);
}

static void
test_communities (void)
{
  County county;

  make_county (&county);
  county.nodes[N_NODES] =
      (KpHeadcountNode){ .code = "A", .parent = "S4", .level = KP_NODE_COMMUNITY, .population = 30000 };
  county.nodes[N_NODES + 1] = (KpHeadcountNode){
    .code = "B", .parent = "S4", .level = KP_NODE_COMMUNITY, .population = 5574, .floor = 12
  };
  g_assert_true (decide (&county, N_NODES + 2));
  g_assert_cmpuint (county.lines[N_NODES].places, ==, 52);
  g_assert_cmpuint (county.lines[N_NODES + 1].places, ==, 12);
  county.policy.community_floor = 53;
  g_assert_true (decide (&county, N_NODES + 2));
  g_assert_cmpuint (county.lines[STREET_4].places, ==, 65);
  county.nodes[N_NODES].floor = 472;
  g_assert_false (decide (&county, N_NODES + 2));
  g_assert_true (has (&county, COUNTY, KP_HEADCOUNT_FLOORS));
}

static void
test_tree_problems (void)
{
  County county;

  make_county (&county);
  county.nodes[STREET_4].code = "S3";
  g_assert_false (decide (&county, N_NODES));
  g_assert_true (has (&county, STREET_4, KP_HEADCOUNT_TWICE));
  make_county (&county);
  county.nodes[STREET_4].parent = "S3";
  g_assert_false (decide (&county, N_NODES));
  g_assert_true (has (&county, STREET_4, KP_HEADCOUNT_PARENT));
  make_county (&county);
  county.nodes[STREET_3].population = county.nodes[STREET_1].population = 78460;
  county.nodes[STREET_4].population = 78460;
  g_assert_false (decide (&county, N_NODES));
  g_assert_true (has (&county, STREET_4, KP_HEADCOUNT_TIED));
  g_assert_true (kp_headcount_problem_refuses (KP_HEADCOUNT_TIED));
}

static void
test_words (void)
{
  for (guint i = 0; i < KP_HEADCOUNT_N_PROBLEMS; i++)
    g_assert_true (g_str_has_suffix (kp_headcount_problem_get_chinese ((KpHeadcountProblem) i), "。"));
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/headcount/standard/", standard_rows, test_standard)
  ADD_ROWS ("/rules/headcount/allot/", allot_rows, test_allot)
  g_test_add_func ("/rules/headcount/allot-adds-up", test_allot_adds_up);
  g_test_add_func ("/rules/headcount/who-counts", test_kinds);
  g_test_add_func ("/rules/headcount/cap-by-date", test_cap_by_date);
  g_test_add_func ("/rules/headcount/w6", test_w6);
  g_test_add_func ("/rules/headcount/plan-over-the-cap-is-refused", test_plan_over_the_cap);
  g_test_add_func ("/rules/headcount/street-over-is-a-warning", test_street_over_is_a_warning);
  g_test_add_func ("/rules/headcount/leaving-above-what-is-known", test_leaving_above);
  g_test_add_func ("/rules/headcount/cap", test_cap_problems);
  g_test_add_func ("/rules/headcount/merger", test_merger);
  g_test_add_func ("/rules/headcount/communities", test_communities);
  g_test_add_func ("/rules/headcount/tree", test_tree_problems);
  g_test_add_func ("/rules/headcount/words", test_words);
  return g_test_run ();
}
