/* test-correction.c – the correction between rooms, against the published tables.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-correction.h"

#include "kp-test.h"

#define MAX_ITEMS 64
#define MAX_ROOMS 3

/* A room as a table publishes it: the sum, how many, and the extremes when they were trimmed. */
typedef struct
{
  const char *sum; /* of the marks between the extremes */
  guint n;
  const char *extremes[4]; /* two highest, two lowest; NULL = none */
} Room;

typedef struct
{
  const char *name;
  KpCorrectionMethod method;
  int room_decimals;
  int overall_decimals;
  int coefficient_decimals;
  guint decimals;
  guint n_rooms;
  Room rooms[MAX_ROOMS];
  const char *overall;                 /* as published, with its decimals */
  const char *means[MAX_ROOMS];        /* as published */
  const char *coefficients[MAX_ROOMS]; /* as published */
  const char *of_80[MAX_ROOMS];        /* the corrected mark of a raw 80; NULL = not told */
} Published;

/* notices/results: 高安 (real), 宣城 and 河南 (examples in the official notices). */
static const Published published[] = {
  { "gaoan-101520001",
    KP_CORRECTION_TRIMMED,
    4,
    4,
    4,
    2,
    2,
    { { "1620.66", 22, { "76.59", "76.32", "68.64", "70.16" } },
      { "1452.89", 20, { "77.94", "79.24", "64.22", "68.72" } } },
    "73.1596",
    { "73.6664", "72.6445" },
    { "0.9931", "1.0071" },
    { NULL } },
  { "gaoan-101529001",
    KP_CORRECTION_TRIMMED,
    4,
    4,
    4,
    2,
    2,
    { { "2015.67", 26, { "80.78", "81.69", "72.49", "75.27" } },
      { "1931.77", 26, { "78.19", "78.44", "70.10", "71.43" } } },
    "75.9255",
    { "77.5258", "74.2988" },
    { "0.9794", "1.0219" },
    { NULL } },
  { "xuancheng",
    KP_CORRECTION_POOLED,
    2,
    2,
    3,
    2,
    3,
    { { "1370.40", 20, { NULL } }, { "1443.00", 20, { NULL } }, { "1565.20", 20, { NULL } } },
    "72.9800",
    { "68.5200", "72.1500", "78.2600" },
    { "1.0650", "1.0120", "0.9330" },
    { "85.20", "80.96", "74.64" } },
  { "xuancheng-if-means-were-exact",
    KP_CORRECTION_POOLED,
    -1,
    -1,
    3,
    2,
    3,
    { { "1370.40", 20, { NULL } }, { "1443.00", 20, { NULL } }, { "1565.20", 20, { NULL } } },
    "72.9766…",
    { "68.5200", "72.1500", "78.2600" },
    { "1.0650", "1.0110", "0.9320" },
    { "85.20", "80.88", "74.56" } },
  { "henan-music",
    KP_CORRECTION_POOLED,
    2,
    2,
    2,
    4,
    2,
    { { "1522.42", 20, { NULL } }, { "1494.88", 18, { NULL } } },
    "79.4000",
    { "76.1200", "83.0500" },
    { "1.0400", "0.9600" },
    { "83.2000", "76.8000" } },
  { "henan-if-nothing-were-rounded",
    KP_CORRECTION_POOLED,
    -1,
    -1,
    -1,
    4,
    2,
    { { "1522.42", 20, { NULL } }, { "1494.88", 18, { NULL } } },
    "79.4026…",
    { "76.1210", "83.0488…" },
    { "1.0431…", "0.9560…" },
    { "83.4489", "76.4876" } },
  { "henan-if-mean-of-means",
    KP_CORRECTION_MEAN_OF_MEANS,
    2,
    2,
    4,
    4,
    2,
    { { "1522.42", 20, { NULL } }, { "1494.88", 18, { NULL } } },
    "79.5900",
    { "76.1200", "83.0500" },
    { "1.0456", "0.9583" },
    { NULL } },
};

static KpMark
mark_of (const char *text)
{
  KpMark mark;

  g_assert_true (kp_mark_parse (text, 2, &mark, NULL));
  return mark;
}

/* Marks that give the published sum: all but one at the rounded mean, the last one takes the rest. */
static guint
fill_room (const Room *room, guint number, KpCorrectionItem *items)
{
  KpMark sum = mark_of (room->sum);
  KpMark even = sum / room->n / 100 * 100;
  guint n = 0;

  for (guint i = 0; i + 1 < room->n; i++)
    items[n++] = (KpCorrectionItem){ number, { KP_MARK_PRESENT, even } };
  items[n++] = (KpCorrectionItem){ number, { KP_MARK_PRESENT, sum - even * (room->n - 1) } };
  for (guint i = 0; i < G_N_ELEMENTS (room->extremes) && room->extremes[i] != NULL; i++)
    items[n++] = (KpCorrectionItem){ number, { KP_MARK_PRESENT, mark_of (room->extremes[i]) } };
  return n;
}

static void
fill_policy (const Published *row, KpCorrectionPolicy *policy)
{
  kp_correction_policy_init (policy);
  policy->method = row->method;
  policy->room_decimals = row->room_decimals;
  policy->overall_decimals = row->overall_decimals;
  policy->coefficient_decimals = row->coefficient_decimals;
  policy->decimals = row->decimals;
}

static void
assert_decimal (KpFraction value, const char *text)
{
  g_autofree char *found = kp_fraction_dup_decimal (value, 4);

  g_assert_cmpstr (found, ==, text);
}

static void
test_published (gconstpointer data)
{
  const Published *row = data;
  g_autoptr (GArray) rooms = NULL;
  KpCorrectionPolicy policy;
  KpCorrectionItem items[2 * MAX_ITEMS];
  KpStatedMark marks[2 * MAX_ITEMS];
  KpFraction overall;
  guint n = 0;

  fill_policy (row, &policy);
  for (guint r = 0; r < row->n_rooms; r++)
    n += fill_room (&row->rooms[r], r + 1, items + n);
  g_assert_cmpint (kp_correction_decide (&policy, items, n, marks, &rooms, &overall), ==,
                   KP_CORRECTION_APPLIED);
  assert_decimal (overall, row->overall);
  g_assert_cmpuint (rooms->len, ==, row->n_rooms);
  for (guint r = 0; r < row->n_rooms; r++)
    {
      const KpCorrectionRoom *room = &g_array_index (rooms, KpCorrectionRoom, r);

      g_assert_cmpuint (room->room, ==, r + 1);
      g_assert_cmpuint (room->n_in_mean, ==, row->rooms[r].n);
      g_assert_cmpint (room->sum_in_mean, ==, mark_of (row->rooms[r].sum));
      assert_decimal (room->mean, row->means[r]);
      assert_decimal (room->coefficient, row->coefficients[r]);
      if (row->of_80[r] != NULL)
        {
          g_autofree char *text = NULL;
          KpMark corrected;

          g_assert_true (
              kp_fraction_round_to_mark (kp_fraction_multiply (kp_fraction_new (80, 1), room->coefficient),
                                         row->decimals, policy.rounding, &corrected));
          text = kp_mark_dup_text (corrected, row->decimals);
          g_assert_cmpstr (text, ==, row->of_80[r]);
        }
    }
}

/* domain.md W4: rooms 1 (a–d) and 2 (e–j). */
static const char *const w4_raw[] = { "86.40", "82.10", "79.50", "77.20", "83.60",
                                      "80.20", "76.30", "74.90", "72.00", "70.00" };

typedef struct
{
  const char *name;
  KpCorrectionMethod method;
  int room_decimals;
  int coefficient_decimals;
  const char *coefficients[2];
  const char *e;
  const char *f;
  const char *g;
} W4Row;

static const W4Row w4_rows[] = {
  { "m2-2-decimals", KP_CORRECTION_POOLED, -1, 2, { "0.9600", "1.0300" }, "86.11", "82.61", "78.59" },
  { "m2-3-decimals", KP_CORRECTION_POOLED, -1, 3, { "0.9620", "1.0270" }, "85.86", "82.37", "78.36" },
  { "m2-4-decimals-means-2", KP_CORRECTION_POOLED, 2, 4, { "0.9621", "1.0269" }, "85.85", "82.36", "78.35" },
  { "m2-4-decimals", KP_CORRECTION_POOLED, -1, 4, { "0.9621", "1.0270" }, "85.86", "82.37", "78.36" },
  { "m1-4-decimals", KP_CORRECTION_MEAN_OF_MEANS, -1, 4, { "0.9684", "1.0337" }, "86.42", "82.90", "78.87" },
};

static void
test_w4 (gconstpointer data)
{
  const W4Row *row = data;
  g_autoptr (GArray) rooms = NULL;
  KpCorrectionPolicy policy;
  KpCorrectionItem items[G_N_ELEMENTS (w4_raw)];
  KpStatedMark marks[G_N_ELEMENTS (w4_raw)];

  kp_correction_policy_init (&policy);
  policy.method = row->method;
  policy.room_decimals = row->room_decimals;
  policy.coefficient_decimals = row->coefficient_decimals;
  for (guint i = 0; i < G_N_ELEMENTS (w4_raw); i++)
    items[i] = (KpCorrectionItem){ i < 4 ? 1 : 2, { KP_MARK_PRESENT, mark_of (w4_raw[i]) } };
  g_assert_cmpint (kp_correction_decide (&policy, items, G_N_ELEMENTS (w4_raw), marks, &rooms, NULL), ==,
                   KP_CORRECTION_APPLIED);
  for (guint r = 0; r < 2; r++)
    assert_decimal (g_array_index (rooms, KpCorrectionRoom, r).coefficient, row->coefficients[r]);
  g_assert_cmpint (marks[4].mark, ==, mark_of (row->e));
  g_assert_cmpint (marks[5].mark, ==, mark_of (row->f));
  g_assert_cmpint (marks[6].mark, ==, mark_of (row->g));
}

typedef struct
{
  const char *name;
  KpCorrectionMethod method;
  guint counts[2]; /* marks in each room */
  KpMark first;    /* mark of everybody in room 1 */
  KpCorrectionOutcome outcome;
} OutcomeRow;

static const OutcomeRow outcome_rows[] = {
  { "applied", KP_CORRECTION_POOLED, { 3, 3 }, KP_MARK (70, 0), KP_CORRECTION_APPLIED },
  { "not-asked", KP_CORRECTION_NONE, { 3, 3 }, KP_MARK (70, 0), KP_CORRECTION_NOT_ASKED },
  { "one-room", KP_CORRECTION_POOLED, { 6, 0 }, KP_MARK (70, 0), KP_CORRECTION_ONE_ROOM },
  { "nobody", KP_CORRECTION_POOLED, { 0, 0 }, KP_MARK (70, 0), KP_CORRECTION_ONE_ROOM },
  { "room-of-two", KP_CORRECTION_POOLED, { 2, 6 }, KP_MARK (70, 0), KP_CORRECTION_ROOM_TOO_FEW },
  { "nothing-left-after-trimming",
    KP_CORRECTION_TRIMMED,
    { 4, 6 },
    KP_MARK (70, 0),
    KP_CORRECTION_ROOM_TOO_FEW },
  { "one-left-after-trimming", KP_CORRECTION_TRIMMED, { 5, 6 }, KP_MARK (70, 0), KP_CORRECTION_APPLIED },
  { "zero-mean", KP_CORRECTION_POOLED, { 3, 3 }, 0, KP_CORRECTION_ZERO_MEAN },
};

static void
test_outcome (gconstpointer data)
{
  const OutcomeRow *row = data;
  KpCorrectionPolicy policy;
  KpCorrectionItem items[MAX_ITEMS];
  KpStatedMark marks[MAX_ITEMS];
  KpFraction overall;
  guint n = 0;

  kp_correction_policy_init (&policy);
  policy.method = row->method;
  for (guint r = 0; r < 2; r++)
    for (guint i = 0; i < row->counts[r]; i++)
      items[n++] = (KpCorrectionItem){ r, { KP_MARK_PRESENT, r == 0 ? row->first : KP_MARK (80, 0) } };
  g_assert_cmpint (kp_correction_decide (&policy, items, n, marks, NULL, &overall), ==, row->outcome);
  g_assert_cmpint (kp_fraction_is_known (overall), ==, row->outcome == KP_CORRECTION_APPLIED);
  for (guint i = 0; i < n && row->outcome != KP_CORRECTION_APPLIED; i++)
    g_assert_cmpint (marks[i].mark, ==, items[i].raw.mark);
}

/* The absent are outside the means and stay absent. */
static void
test_absent (void)
{
  KpCorrectionPolicy policy;
  KpCorrectionItem items[8];
  KpStatedMark marks[8];

  kp_correction_policy_init (&policy);
  for (guint i = 0; i < 8; i++)
    items[i] =
        (KpCorrectionItem){ i % 2, { KP_MARK_PRESENT, i % 2 == 0 ? KP_MARK (70, 0) : KP_MARK (80, 0) } };
  items[6].raw = (KpStatedMark){ KP_MARK_ABSENT, 0 };
  items[7].raw = (KpStatedMark){ KP_MARK_BREACH, 0 };
  g_assert_cmpint (kp_correction_decide (&policy, items, 8, marks, NULL, NULL), ==, KP_CORRECTION_APPLIED);
  g_assert_cmpint (marks[0].mark, ==, KP_MARK (75, 0));
  g_assert_cmpint (marks[1].mark, ==, KP_MARK (75, 0));
  g_assert_cmpint (marks[6].state, ==, KP_MARK_ABSENT);
  g_assert_cmpint (marks[7].state, ==, KP_MARK_BREACH);
}

static void
test_cap (void)
{
  KpCorrectionPolicy policy;
  KpCorrectionItem items[6];
  KpStatedMark marks[6];

  kp_correction_policy_init (&policy);
  for (guint i = 0; i < 6; i++)
    items[i] =
        (KpCorrectionItem){ i / 3, { KP_MARK_PRESENT, i / 3 == 0 ? KP_MARK (50, 0) : KP_MARK (90, 0) } };
  items[0].raw.mark = KP_MARK (98, 0);
  items[1].raw.mark = KP_MARK (26, 0);
  items[2].raw.mark = KP_MARK (26, 0);
  g_assert_cmpint (kp_correction_decide (&policy, items, 6, marks, NULL, NULL), ==, KP_CORRECTION_APPLIED);
  g_assert_cmpint (marks[0].mark, ==, KP_MARK (137, 2000));
  policy.cap = KP_MARK (100, 0);
  g_assert_cmpint (kp_correction_decide (&policy, items, 6, marks, NULL, NULL), ==, KP_CORRECTION_APPLIED);
  g_assert_cmpint (marks[0].mark, ==, KP_MARK (100, 0));
}

/* Shuffling changes nothing; within a room the order stays; and one changed mark changes others' (商丘 2021).
 */
static void
test_properties (void)
{
  KpTestDice dice = { 11 };

  for (guint round = 0; round < 300; round++)
    {
      enum
      {
        N = 24
      };
      KpCorrectionPolicy policy;
      KpCorrectionItem items[N], shuffled[N];
      KpStatedMark marks[N], again[N];
      guint at[N];

      kp_correction_policy_init (&policy);
      policy.method = (KpCorrectionMethod) (1 + round % 3);
      for (guint i = 0; i < N; i++)
        {
          items[i] =
              (KpCorrectionItem){ i % 3,
                                  { KP_MARK_PRESENT, KP_MARK (60, 100 * kp_test_dice_below (&dice, 3000)) } };
          at[i] = i;
        }
      for (guint i = N - 1; i > 0; i--)
        {
          guint j = kp_test_dice_below (&dice, i + 1), moved = at[i];

          at[i] = at[j];
          at[j] = moved;
        }
      for (guint i = 0; i < N; i++)
        shuffled[i] = items[at[i]];
      g_assert_cmpint (kp_correction_decide (&policy, items, N, marks, NULL, NULL), ==,
                       KP_CORRECTION_APPLIED);
      g_assert_cmpint (kp_correction_decide (&policy, shuffled, N, again, NULL, NULL), ==,
                       KP_CORRECTION_APPLIED);
      for (guint i = 0; i < N; i++)
        {
          g_assert_cmpint (again[i].mark, ==, marks[at[i]].mark);
          for (guint j = i % 3; j < N; j += 3)
            if (items[i].raw.mark > items[j].raw.mark)
              g_assert_cmpint (marks[i].mark, >=, marks[j].mark);
        }
    }
}

static void
test_one_mark_moves_others (void)
{
  KpCorrectionPolicy policy;
  KpCorrectionItem items[G_N_ELEMENTS (w4_raw)];
  KpStatedMark before[G_N_ELEMENTS (w4_raw)], after[G_N_ELEMENTS (w4_raw)];

  kp_correction_policy_init (&policy);
  for (guint i = 0; i < G_N_ELEMENTS (w4_raw); i++)
    items[i] = (KpCorrectionItem){ i < 4 ? 1 : 2, { KP_MARK_PRESENT, mark_of (w4_raw[i]) } };
  kp_correction_decide (&policy, items, G_N_ELEMENTS (w4_raw), before, NULL, NULL);
  items[0].raw.mark -= KP_MARK (4, 0);
  kp_correction_decide (&policy, items, G_N_ELEMENTS (w4_raw), after, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (w4_raw); i++)
    g_assert_cmpint (before[i].mark, !=, after[i].mark);
}

static void
test_names (void)
{
  KpCorrectionMethod method;

  for (guint i = 0; i < KP_CORRECTION_N_METHODS; i++)
    {
      g_assert_true (
          kp_correction_method_from_name (kp_correction_method_get_name ((KpCorrectionMethod) i), &method));
      g_assert_cmpint (method, ==, i);
      g_assert_nonnull (kp_correction_method_get_chinese ((KpCorrectionMethod) i));
    }
  g_assert_false (kp_correction_method_from_name ("median", &method));
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
  ADD_ROWS ("/rules/correction/published/", published, test_published)
  ADD_ROWS ("/rules/correction/w4/", w4_rows, test_w4)
  ADD_ROWS ("/rules/correction/outcome/", outcome_rows, test_outcome)
  g_test_add_func ("/rules/correction/absent-stay-outside", test_absent);
  g_test_add_func ("/rules/correction/cap", test_cap);
  g_test_add_func ("/rules/correction/properties", test_properties);
  g_test_add_func ("/rules/correction/one-mark-moves-all-others", test_one_mark_moves_others);
  g_test_add_func ("/rules/correction/names", test_names);
  return g_test_run ();
}
