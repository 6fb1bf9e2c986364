/* test-line.c – the line of the written exam: fixed, a share of mean or full mark, decided; at it and above it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-line.h"

#include "kp-test.h"

/* Marks in hundredths. */
typedef struct
{
  const char    *name;
  KpLine         line;
  int            full;
  int            present[5];
  guint          n_present;
  guint          n_open;
  int            decided; /* -1 = not yet */
  KpLineOutcome  outcome;
  KpMark         value;
} LineRow;

#define PAPER .basis = KP_LINE_ON_PAPER
#define FIXED(points) { PAPER, .kind = KP_LINE_FIXED, .value = KP_MARK (points, 0) }
#define OF_MEAN(num, den, places, mode) \
  { PAPER, .kind = KP_LINE_SHARE_OF_MEAN, .share = { num, den }, .decimals = places, .rounding = mode }
#define OF_FULL(num, den, places) { PAPER, .kind = KP_LINE_SHARE_OF_FULL, .share = { num, den }, .decimals = places }
#define DECIDED { PAPER, .kind = KP_LINE_DECIDED }

static const LineRow line_rows[] = {
  { "none", { .kind = KP_LINE_DECIDED }, 10000, { 7000 }, 1, 0, 5000, KP_LINE_OUTCOME_NONE, 0 },
  { "fixed", FIXED (60), 10000, { 0 }, 0, 3, -1, KP_LINE_OUTCOME_SET, KP_MARK (60, 0) },
  /* 阳信: 60 % of the mean of all who sat: (70 + 65 + 70.5 + 0) ÷ 4 × 60 % = 30.825. Zero counts. */
  { "mean", OF_MEAN (3, 5, 2, KP_ROUNDING_HALF_UP), 10000, { 7000, 6500, 7050, 0 }, 4, 0, -1, KP_LINE_OUTCOME_SET,
    KP_MARK (30, 8300) },
  { "mean-truncated", OF_MEAN (3, 5, 2, KP_ROUNDING_TRUNCATE), 10000, { 7000, 6500, 7050, 0 }, 4, 0, -1,
    KP_LINE_OUTCOME_SET, KP_MARK (30, 8200) },
  { "mean-up-to-whole", OF_MEAN (3, 5, 0, KP_ROUNDING_UP), 10000, { 7000, 6500, 7050, 0 }, 4, 0, -1,
    KP_LINE_OUTCOME_SET, KP_MARK (31, 0) },
  /* Without the zero, as if that person had been absent: 205.5 ÷ 3 × 60 % = 41.1. */
  { "mean-without-absent", OF_MEAN (3, 5, 2, KP_ROUNDING_HALF_UP), 10000, { 7000, 6500, 7050 }, 3, 0, -1,
    KP_LINE_OUTCOME_SET, KP_MARK (41, 1000) },
  { "mean-of-one", OF_MEAN (1, 1, 2, KP_ROUNDING_HALF_UP), 10000, { 6111 }, 1, 0, -1, KP_LINE_OUTCOME_SET,
    KP_MARK (61, 1100) },
  { "mean-of-nobody", OF_MEAN (3, 5, 2, KP_ROUNDING_HALF_UP), 10000, { 0 }, 0, 0, -1, KP_LINE_OUTCOME_NOBODY, 0 },
  { "mean-waits", OF_MEAN (3, 5, 2, KP_ROUNDING_HALF_UP), 10000, { 7000 }, 1, 1, -1, KP_LINE_OUTCOME_WAITS_FOR_MARKS, 0 },
  /* 无锡: 50 % of the paper's full mark. */
  { "half-of-100", OF_FULL (1, 2, 2), 10000, { 0 }, 0, 2, -1, KP_LINE_OUTCOME_SET, KP_MARK (50, 0) },
  { "half-of-150", OF_FULL (1, 2, 2), 15000, { 0 }, 0, 0, -1, KP_LINE_OUTCOME_SET, KP_MARK (75, 0) },
  { "third-of-100", OF_FULL (1, 3, 2), 10000, { 0 }, 0, 0, -1, KP_LINE_OUTCOME_SET, KP_MARK (33, 3300) },
  { "not-decided", DECIDED, 10000, { 7000 }, 1, 0, -1, KP_LINE_OUTCOME_NOT_DECIDED, 0 },
  { "decided", DECIDED, 10000, { 7000 }, 1, 0, 5250, KP_LINE_OUTCOME_SET, KP_MARK (52, 5000) },
  { "decided-as-zero", DECIDED, 10000, { 7000 }, 1, 0, 0, KP_LINE_OUTCOME_SET, 0 },
};

static void
test_line (gconstpointer data)
{
  const LineRow *row = data;
  KpFraction     present[5];
  KpLineContext  context = { kp_fraction_new (row->full, 100), present, row->n_present, row->n_open,
                             row->decided >= 0,                KP_MARK (row->decided / 100, row->decided % 100 * 100) };
  KpMark         value = -1;
  KpLineOutcome  outcome;

  for (guint i = 0; i < row->n_present; i++)
    present[i] = kp_fraction_new (row->present[i], 100);
  outcome = kp_line_decide (&row->line, &context, &value);
  g_assert_cmpint (outcome, ==, row->outcome);
  g_assert_cmpint (value, ==, row->value);
  g_assert_cmpint (kp_line_outcome_is_open (outcome), ==,
                   row->outcome == KP_LINE_OUTCOME_NOT_DECIDED || row->outcome == KP_LINE_OUTCOME_WAITS_FOR_MARKS);
}

/* 58 on paper and 61 with bonus against 60; and what lies at 60. */
typedef struct
{
  const char *name;
  KpLineBasis basis;
  gboolean    is_strict;
  int         paper;
  int         with_bonus;
  gboolean    is_met;
} MetRow;

static const MetRow met_rows[] = {
  { "none", KP_LINE_NONE, FALSE, 0, 0, TRUE },
  { "on-paper", KP_LINE_ON_PAPER, FALSE, 5800, 6100, FALSE },
  { "with-bonus", KP_LINE_ON_WITH_BONUS, FALSE, 5800, 6100, TRUE },
  { "at-it", KP_LINE_ON_PAPER, FALSE, 6000, 6000, TRUE },
  { "a-hundredth-below", KP_LINE_ON_PAPER, FALSE, 5999, 6200, FALSE },
  { "strict-at-it", KP_LINE_ON_PAPER, TRUE, 6000, 6300, FALSE },
  { "strict-above-it", KP_LINE_ON_PAPER, TRUE, 6001, 6001, TRUE },
  { "strict-with-bonus", KP_LINE_ON_WITH_BONUS, TRUE, 5900, 6000, FALSE },
};

static void
test_met (gconstpointer data)
{
  const MetRow *row = data;
  const KpLine  line = { .basis = row->basis, .value = KP_MARK (60, 0), .is_strict = row->is_strict };

  g_assert_cmpint (kp_line_is_met (&line, kp_fraction_new (row->paper, 100), kp_fraction_new (row->with_bonus, 100)), ==,
                   row->is_met);
}

/* A mean of marks that repeat for ever is exact until it is rounded: 3 × (1/3) × 60 % = 20 % exactly. */
static void
test_exact (void)
{
  const KpLine        line = OF_MEAN (3, 5, 4, KP_ROUNDING_TRUNCATE);
  const KpFraction    present[] = { { 100, 3 }, { 100, 3 }, { 100, 3 } };
  const KpLineContext context = { .full = KP_FRACTION_ONE, .present = present, .n_present = 3 };
  KpMark              value;

  g_assert_cmpint (kp_line_decide (&line, &context, &value), ==, KP_LINE_OUTCOME_SET);
  g_assert_cmpint (value, ==, KP_MARK (20, 0));
}

/* A copy of the scheme's line may take its own value. */
static void
test_in_place (void)
{
  KpLine              line = FIXED (60);
  const KpLineContext context = { .full = KP_FRACTION_ONE };

  g_assert_cmpint (kp_line_decide (&line, &context, &line.value), ==, KP_LINE_OUTCOME_SET);
  g_assert_cmpint (line.value, ==, KP_MARK (60, 0));
}

static void
test_defaults (void)
{
  KpLine line;

  kp_line_init (&line);
  g_assert_cmpint (line.basis, ==, KP_LINE_NONE);
  g_assert_cmpint (line.kind, ==, KP_LINE_FIXED);
  g_assert_cmpuint (line.decimals, ==, 2);
  g_assert_false (kp_fraction_is_known (line.share));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (line_rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/line/", line_rows[i].name, NULL);

      g_test_add_data_func (path, &line_rows[i], test_line);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (met_rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/line/met/", met_rows[i].name, NULL);

      g_test_add_data_func (path, &met_rows[i], test_met);
    }
  g_test_add_func ("/rules/line/exact", test_exact);
  g_test_add_func ("/rules/line/in-place", test_in_place);
  g_test_add_func ("/rules/line/defaults", test_defaults);

  return g_test_run ();
}
