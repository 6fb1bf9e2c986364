/* test-total.c – totals, tie orders, places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-total.h"

#include "kp-test.h"

#define MAX_ITEMS 8

static KpFraction
points (int hundredths)
{
  return kp_fraction_new (hundredths, 100);
}

typedef struct
{
  int written; /* hundredths */
  int interview;
} Marks;

typedef struct
{
  const char *name;
  guint written_bp;
  guint interview_bp;
  guint n_ties;
  KpTieField ties[4];
  guint n_items;
  Marks marks[MAX_ITEMS];
  const char *totals[MAX_ITEMS];
  guint places[MAX_ITEMS];
  guint decided_by[MAX_ITEMS]; /* 0 = the total, n = the n-th tie field, n_ties + 1 = undecided */
} TieRow;

static const TieRow tie_rows[] = {
  /* domain.md W5: all three print 77.72 */
  { "w5-written-higher",
    4000,
    6000,
    1,
    { KP_TIE_WRITTEN_WITH_BONUS },
    3,
    { { 7250, 8120 }, { 7530, 7933 }, { 7090, 8226 } },
    { "77.72", "77.72", "77.72" },
    { 2, 1, 3 },
    { 1, 1, 1 } },
  { "w5-extended-decimals",
    4000,
    6000,
    2,
    { KP_TIE_EXTENDED_DECIMALS, KP_TIE_WRITTEN_WITH_BONUS },
    3,
    { { 7250, 8120 }, { 7530, 7933 }, { 7090, 8226 } },
    { "77.72", "77.72", "77.72" },
    { 1, 2, 3 },
    { 1, 1, 1 } },
  { "w5-equal-in-both-marks",
    4000,
    6000,
    1,
    { KP_TIE_WRITTEN_WITH_BONUS },
    4,
    { { 7250, 8120 }, { 7530, 7933 }, { 7090, 8226 }, { 7530, 7933 } },
    { "77.72", "77.72", "77.72", "77.72" },
    { 3, 1, 4, 1 },
    { 1, 2, 1, 2 } },
  { "w5-veteran-decides",
    4000,
    6000,
    2,
    { KP_TIE_WRITTEN_WITH_BONUS, KP_TIE_VETERAN },
    4,
    { { 7250, 8120 }, { 7530, 7933 }, { 7090, 8226 }, { 7530, 7933 } },
    { "77.72", "77.72", "77.72", "77.72" },
    { 3, 2, 4, 1 },
    { 1, 2, 1, 2 } },
  { "no-tie-order",
    5000,
    5000,
    0,
    { 0 },
    3,
    { { 8000, 7000 }, { 7000, 8000 }, { 9000, 9000 } },
    { "75.00", "75.00", "90.00" },
    { 2, 2, 1 },
    { 1, 1, 0 } },
  { "interview-higher",
    5000,
    5000,
    1,
    { KP_TIE_INTERVIEW },
    3,
    { { 8000, 7000 }, { 7000, 8000 }, { 9000, 9000 } },
    { "75.00", "75.00", "90.00" },
    { 3, 2, 1 },
    { 1, 1, 0 } },
  { "extra-test-not-held",
    5000,
    5000,
    2,
    { KP_TIE_EXTRA_TEST, KP_TIE_INTERVIEW },
    2,
    { { 8000, 7000 }, { 7000, 8000 } },
    { "75.00", "75.00" },
    { 1, 1 },
    { 3, 3 } },
  /* domain.md W4, the interview marks after M2: rows 1 and 3 of its table */
  { "w4-coefficient-2-decimals",
    5000,
    5000,
    1,
    { KP_TIE_WRITTEN_WITH_BONUS },
    3,
    { { 7050, 8611 }, { 7400, 8261 }, { 7800, 7859 } },
    { "78.31", "78.31", "78.30" },
    { 2, 1, 3 },
    { 1, 1, 0 } },
  { "w4-coefficient-3-decimals",
    5000,
    5000,
    1,
    { KP_TIE_WRITTEN_WITH_BONUS },
    3,
    { { 7050, 8586 }, { 7400, 8237 }, { 7800, 7836 } },
    { "78.18", "78.19", "78.18" },
    { 3, 1, 2 },
    { 1, 0, 1 } },
  { "w4-means-2-decimals",
    5000,
    5000,
    1,
    { KP_TIE_WRITTEN_WITH_BONUS },
    3,
    { { 7050, 8585 }, { 7400, 8236 }, { 7800, 7835 } },
    { "78.18", "78.18", "78.18" },
    { 3, 2, 1 },
    { 1, 1, 1 } },
  { "w4-extended-decimals",
    5000,
    5000,
    2,
    { KP_TIE_EXTENDED_DECIMALS, KP_TIE_WRITTEN_WITH_BONUS },
    3,
    { { 7050, 8585 }, { 7400, 8236 }, { 7800, 7835 } },
    { "78.18", "78.18", "78.18" },
    { 3, 1, 2 },
    { 2, 1, 2 } },
  { "w4-m1",
    5000,
    5000,
    1,
    { KP_TIE_WRITTEN_WITH_BONUS },
    3,
    { { 7050, 8642 }, { 7400, 8290 }, { 7800, 7887 } },
    { "78.46", "78.45", "78.44" },
    { 1, 2, 3 },
    { 0, 0, 0 } },
};

static void
fill_policy (const TieRow *row, KpTotalPolicy *policy)
{
  kp_total_policy_init (policy);
  policy->weights[KP_PART_WRITTEN] = kp_fraction_new (row->written_bp, KP_BASIS_POINTS);
  policy->weights[KP_PART_INTERVIEW] = kp_fraction_new (row->interview_bp, KP_BASIS_POINTS);
  g_ptr_array_set_size (policy->ties, 0);
  for (guint t = 0; t < row->n_ties; t++)
    g_ptr_array_add (policy->ties, kp_tie_new (row->ties[t]));
}

static void
fill_known (const KpTotalPolicy *policy, Marks marks, KpTruth is_veteran, KpTotalCandidate *candidate)
{
  KpCandidateFacts facts = { .is_veteran = is_veteran };
  KpTieSource source = { .facts = &facts,
                         .written_with_bonus = points (marks.written),
                         .interview = points (marks.interview) };

  *candidate = (KpTotalCandidate){ .standing = KP_STANDING_RANKED };
  candidate->parts[KP_PART_WRITTEN] = source.written_with_bonus;
  candidate->parts[KP_PART_INTERVIEW] = source.interview;
  kp_total_policy_measure (policy, &source, candidate->ties);
}

static void
fill_candidate (const KpTotalPolicy *policy, Marks marks, KpTotalCandidate *candidate)
{
  fill_known (policy, marks, KP_TRUTH_UNKNOWN, candidate);
}

static void
assert_mark (KpMark mark, const char *text)
{
  g_autofree char *found = kp_mark_dup_text (mark, 2);

  g_assert_cmpstr (found, ==, text);
}

static void
test_ties (gconstpointer data)
{
  const TieRow *row = data;
  g_auto (KpTotalPolicy) policy = { 0 };
  KpTotalCandidate candidates[MAX_ITEMS];
  KpTotalResult results[MAX_ITEMS];

  fill_policy (row, &policy);
  for (guint i = 0; i < row->n_items; i++)
    fill_known (&policy, row->marks[i], i == 3 ? KP_TRUTH_YES : KP_TRUTH_NO, &candidates[i]);
  kp_total_decide (&policy, candidates, row->n_items, results);
  for (guint i = 0; i < row->n_items; i++)
    {
      assert_mark (results[i].total, row->totals[i]);
      g_assert_cmpuint (results[i].place.place, ==, row->places[i]);
      g_assert_cmpuint (results[i].place.decided_by, ==, row->decided_by[i]);
      g_assert_cmpint (results[i].place.is_undecided, ==, row->decided_by[i] == row->n_ties + 1);
    }
}

typedef struct
{
  const char *name;
  guint weight_bp[KP_N_PARTS];
  int parts[KP_N_PARTS]; /* hundredths; -1 = unknown */
  gboolean rounds_parts;
  guint decimals;
  KpRounding rounding;
  const char *total; /* NULL = open */
} SumRow;

static const SumRow sum_rows[] = {
  { "half-and-half", { 5000, 5000, 0, 0 }, { 6005, 7008, -1, -1 }, FALSE, 2, KP_ROUNDING_HALF_UP, "65.07" },
  /* 成都 2012: 67.9 × 0.4 + 70 × 0.6 */
  { "chengdu-40-60", { 4000, 6000, 0, 0 }, { 6790, 7000, -1, -1 }, FALSE, 2, KP_ROUNDING_HALF_UP, "69.16" },
  { "35-45-credential-20",
    { 3500, 4500, 10000, 0 },
    { 7333, 8247, 1600, -1 },
    FALSE,
    2,
    KP_ROUNDING_HALF_UP,
    "78.78" },
  { "grid-staff-credential-and-80",
    { 0, 8000, 10000, 0 },
    { -1, 8247, 1800, -1 },
    FALSE,
    2,
    KP_ROUNDING_HALF_UP,
    "83.98" },
  { "interview-only", { 0, 10000, 0, 0 }, { -1, 8247, -1, -1 }, FALSE, 2, KP_ROUNDING_HALF_UP, "82.47" },
  { "written-only", { 10000, 0, 0, 0 }, { 7550, -1, -1, -1 }, FALSE, 2, KP_ROUNDING_HALF_UP, "75.50" },
  { "bonus-on-the-total",
    { 5000, 5000, 0, 10000 },
    { 7000, 8000, -1, 300 },
    FALSE,
    2,
    KP_ROUNDING_HALF_UP,
    "78.00" },
  /* 40/30/30: skill test beside written and interview (厦门) */
  { "three-parts", { 4000, 3000, 0, 0, 3000 }, { 7550, 8240, -1, -1, 9035 }, FALSE, 2, KP_ROUNDING_HALF_UP, "82.03" },
  { "other-part-not-there", { 4000, 3000, 0, 0, 3000 }, { 7550, 8240, -1, -1, -1 }, FALSE, 2, KP_ROUNDING_HALF_UP,
    NULL },
  { "truncated", { 5000, 5000, 0, 0 }, { 6005, 7008, -1, -1 }, FALSE, 2, KP_ROUNDING_TRUNCATE, "65.06" },
  { "one-decimal", { 5000, 5000, 0, 0 }, { 6005, 7008, -1, -1 }, FALSE, 1, KP_ROUNDING_HALF_UP, "65.10" },
  { "parts-not-rounded",
    { 5000, 5000, 0, 0 },
    { 6001, 7001, -1, -1 },
    FALSE,
    2,
    KP_ROUNDING_HALF_UP,
    "65.01" },
  { "parts-rounded", { 5000, 5000, 0, 0 }, { 6001, 7001, -1, -1 }, TRUE, 2, KP_ROUNDING_HALF_UP, "65.02" },
  { "interview-not-there", { 5000, 5000, 0, 0 }, { 6001, -1, -1, -1 }, FALSE, 2, KP_ROUNDING_HALF_UP, NULL },
};

static void
test_sum (gconstpointer data)
{
  const SumRow *row = data;
  g_auto (KpTotalPolicy) policy = { 0 };
  KpTotalCandidate candidate = { .standing = KP_STANDING_RANKED };
  KpTotalResult result;

  kp_total_policy_init (&policy);
  policy.rounds_parts = row->rounds_parts;
  policy.decimals = row->decimals;
  policy.rounding = row->rounding;
  for (guint part = 0; part < KP_N_PARTS; part++)
    {
      policy.weights[part] = kp_fraction_new (row->weight_bp[part], KP_BASIS_POINTS);
      if (row->parts[part] >= 0)
        candidate.parts[part] = points (row->parts[part]);
    }
  kp_total_decide (&policy, &candidate, 1, &result);
  if (row->total == NULL)
    {
      g_assert_cmpint (result.standing, ==, KP_STANDING_OPEN);
      g_assert_cmpuint (result.place.place, ==, 0);
      return;
    }
  g_assert_cmpint (result.standing, ==, KP_STANDING_RANKED);
  assert_mark (result.total, row->total);
  g_assert_cmpuint (result.place.place, ==, 1);
}

/* Below the line: a total, no place. Absent and void: neither. Nobody else's place has a gap for them. */
static void
test_standings (void)
{
  const KpStanding standings[] = { KP_STANDING_BELOW_LINE, KP_STANDING_RANKED, KP_STANDING_ABSENT,
                                   KP_STANDING_RANKED,     KP_STANDING_VOID,   KP_STANDING_OPEN };
  const guint places[] = { 0, 1, 0, 2, 0, 0 };
  g_auto (KpTotalPolicy) policy = { 0 };
  KpTotalCandidate candidates[G_N_ELEMENTS (standings)];
  KpTotalResult results[G_N_ELEMENTS (standings)];

  kp_total_policy_init (&policy);
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      fill_candidate (&policy, (Marks){ 9000 - 100 * (int) i, 8000 }, &candidates[i]);
      candidates[i].standing = standings[i];
    }
  kp_total_decide (&policy, candidates, G_N_ELEMENTS (standings), results);
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    g_assert_cmpuint (results[i].place.place, ==, places[i]);
  assert_mark (results[0].total, "85.00");
  g_assert_cmpint (results[2].total, ==, 0);
  g_assert_false (kp_fraction_is_known (results[2].exact));
}

/* 综合成绩合格线 60: the rounded total is compared; 59.995 is printed 60.00 and passes. */
static void
test_total_line (void)
{
  const Marks marks[] = { { 6000, 6000 }, { 5999, 6000 }, { 5998, 6000 }, { 9000, 2000 }, { 7000, 7000 } };
  const KpStanding standings[] = { KP_STANDING_RANKED, KP_STANDING_RANKED, KP_STANDING_BELOW_TOTAL_LINE,
                                   KP_STANDING_BELOW_TOTAL_LINE, KP_STANDING_BELOW_LINE };
  const guint places[] = { 1, 2, 0, 0, 0 };
  g_auto (KpTotalPolicy) policy = { 0 };
  KpTotalCandidate candidates[G_N_ELEMENTS (marks)];
  KpTotalResult results[G_N_ELEMENTS (marks)];

  kp_total_policy_init (&policy);
  policy.has_line = TRUE;
  policy.line = KP_MARK (60, 0);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    fill_candidate (&policy, marks[i], &candidates[i]);
  candidates[4].standing = KP_STANDING_BELOW_LINE; /* of the interview: stays so */
  kp_total_decide (&policy, candidates, G_N_ELEMENTS (marks), results);
  assert_mark (results[1].total, "60.00");
  assert_mark (results[2].total, "59.99");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_assert_cmpstr (kp_standing_get_name (results[i].standing), ==, kp_standing_get_name (standings[i]));
      g_assert_cmpuint (results[i].place.place, ==, places[i]);
      g_assert_true (kp_standing_has_total (results[i].standing));
    }
}

/* 银川西夏 2020 (60): 35 % written, 45 % interview and up to 20 points of credential; serving grid staff 80 % interview and
 * the credential. Both stand in one ranking, each total by its own formula. */
static void
test_two_formulas_in_a_post (void)
{
  g_auto (KpTotalPolicy) exam = { 0 };
  g_auto (KpTotalPolicy) serving = { 0 };
  KpTotalCandidate candidates[3];
  KpTotalResult results[3];

  kp_total_policy_init (&exam);
  exam.weights[KP_PART_WRITTEN] = kp_fraction_new (35, 100);
  exam.weights[KP_PART_INTERVIEW] = kp_fraction_new (45, 100);
  exam.weights[KP_PART_CREDENTIAL] = KP_FRACTION_ONE;
  kp_total_policy_init (&serving);
  serving.weights[KP_PART_WRITTEN] = KP_FRACTION_ZERO;
  serving.weights[KP_PART_INTERVIEW] = kp_fraction_new (80, 100);
  serving.weights[KP_PART_CREDENTIAL] = KP_FRACTION_ONE;

  fill_candidate (&exam, (Marks){ 7333, 8247 }, &candidates[0]);
  candidates[0].parts[KP_PART_CREDENTIAL] = points (1600);
  fill_candidate (&exam, (Marks){ 0, 8247 }, &candidates[1]);
  candidates[1].parts[KP_PART_WRITTEN] = KP_FRACTION_UNKNOWN;
  candidates[1].parts[KP_PART_CREDENTIAL] = points (1800);
  candidates[1].policy = &serving;
  candidates[2] = candidates[1];
  candidates[2].policy = NULL; /* by the post's formula there is no total without a written mark */
  kp_total_decide (&exam, candidates, 3, results);
  assert_mark (results[0].total, "78.78");
  assert_mark (results[1].total, "83.98");
  g_assert_cmpuint (results[0].place.place, ==, 2);
  g_assert_cmpuint (results[1].place.place, ==, 1);
  g_assert_cmpint (results[2].standing, ==, KP_STANDING_OPEN);
}

/* The line of one formula doesn't bind who has another. */
static void
test_line_of_ones_own_formula (void)
{
  g_auto (KpTotalPolicy) post = { 0 };
  g_auto (KpTotalPolicy) own = { 0 };
  KpTotalCandidate candidates[2];
  KpTotalResult results[2];

  kp_total_policy_init (&post);
  kp_total_policy_init (&own);
  own.has_line = TRUE;
  own.line = KP_MARK (60, 0);
  own.decimals = 1;
  fill_candidate (&post, (Marks){ 5000, 6005 }, &candidates[0]);
  fill_candidate (&post, (Marks){ 5000, 6005 }, &candidates[1]);
  candidates[1].policy = &own;
  kp_total_decide (&post, candidates, 2, results);
  assert_mark (results[0].total, "55.03");
  assert_mark (results[1].total, "55.00");
  g_assert_cmpint (results[0].standing, ==, KP_STANDING_RANKED);
  g_assert_cmpint (results[1].standing, ==, KP_STANDING_BELOW_TOTAL_LINE);
}

/* 甲 is younger, 乙 has the certificate: the order of the two keys decides (91: 证书 before 年龄). */
static void
test_ties_by_facts (void)
{
  const KpTieField orders[2][2] = { { KP_TIE_YOUNGER, KP_TIE_CERTIFICATE }, { KP_TIE_CERTIFICATE, KP_TIE_YOUNGER } };
  const KpCandidateFacts facts[2] = { { .birth = { 1999, 1, 1 }, .certificate = "" },
                                      { .birth = { 1990, 1, 1 }, .certificate = "助理社会工作师" } };

  for (guint order = 0; order < 2; order++)
    {
      g_auto (KpTotalPolicy) policy = { 0 };
      KpTotalCandidate candidates[2];
      KpTotalResult results[2];

      kp_total_policy_init (&policy);
      g_ptr_array_set_size (policy.ties, 0);
      for (guint i = 0; i < 2; i++)
        g_ptr_array_add (policy.ties, kp_tie_new (orders[order][i]));
      for (guint i = 0; i < 2; i++)
        {
          const KpTieSource source = { .facts = &facts[i] };

          fill_candidate (&policy, (Marks){ 8000, 7000 }, &candidates[i]);
          kp_total_policy_measure (&policy, &source, candidates[i].ties);
        }
      kp_total_decide (&policy, candidates, 2, results);
      g_assert_cmpuint (results[order].place.place, ==, 1);
      g_assert_cmpuint (results[1 - order].place.place, ==, 2);
      g_assert_cmpuint (results[0].place.decided_by, ==, 1);
    }
}

static void
test_names (void)
{
  KpPart part;

  for (guint i = 0; i < KP_N_STANDINGS; i++)
    {
      g_assert_nonnull (kp_standing_get_name ((KpStanding) i));
      g_assert_nonnull (kp_standing_get_chinese ((KpStanding) i));
    }
  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      g_assert_true (kp_part_from_name (kp_part_get_name ((KpPart) i), &part));
      g_assert_cmpint (part, ==, i);
      g_assert_nonnull (kp_part_get_chinese ((KpPart) i));
    }
  g_assert_false (kp_part_from_name (NULL, &part));
}

/* Shuffling changes nothing, raising everybody's interview by the same keeps the places, a loser more changes
 * nobody. */
static void
test_properties (void)
{
  KpTestDice dice = { 3 };

  for (guint round = 0; round < 300; round++)
    {
      enum
      {
        N = 24
      };
      g_auto (KpTotalPolicy) policy = { 0 };
      KpTotalCandidate candidates[N + 1], shuffled[N], raised[N];
      KpTotalResult results[N], again[N], higher[N], more[N + 1];
      guint at[N];

      kp_total_policy_init (&policy);
      g_ptr_array_set_size (policy.ties, 0);
      g_ptr_array_add (policy.ties, kp_tie_new (KP_TIE_INTERVIEW));
      for (guint i = 0; i < N; i++)
        {
          Marks marks = { 6000 + 50 * (int) kp_test_dice_below (&dice, 10),
                          7000 + 50 * (int) kp_test_dice_below (&dice, 10) };

          fill_candidate (&policy, marks, &candidates[i]);
          marks.interview += 300;
          fill_candidate (&policy, marks, &raised[i]);
          at[i] = i;
        }
      fill_candidate (&policy, (Marks){ 100, 100 }, &candidates[N]);
      for (guint i = N - 1; i > 0; i--)
        {
          guint j = kp_test_dice_below (&dice, i + 1), moved = at[i];

          at[i] = at[j];
          at[j] = moved;
        }
      for (guint i = 0; i < N; i++)
        shuffled[i] = candidates[at[i]];
      kp_total_decide (&policy, candidates, N, results);
      kp_total_decide (&policy, shuffled, N, again);
      kp_total_decide (&policy, raised, N, higher);
      kp_total_decide (&policy, candidates, N + 1, more);
      for (guint i = 0; i < N; i++)
        {
          g_assert_cmpuint (again[i].place.place, ==, results[at[i]].place.place);
          g_assert_cmpuint (higher[i].place.place, ==, results[i].place.place);
          g_assert_cmpuint (more[i].place.place, ==, results[i].place.place);
          g_assert_cmpint (again[i].place.is_undecided, ==, results[at[i]].place.is_undecided);
        }
    }
}

/* 100,000 persons on 500 posts. */
static void
test_speed (void)
{
  enum
  {
    N_POSTS = 500,
    N = 200
  };
  g_autofree KpTotalCandidate *candidates = g_new (KpTotalCandidate, N);
  g_autofree KpTotalResult *results = g_new (KpTotalResult, N);
  KpTestDice dice = { 1 };
  g_auto (KpTotalPolicy) policy = { 0 };
  gint64 begun;

  if (!kp_test_may_measure ())
    {
      g_test_skip ("not measured here");
      return;
    }
  kp_total_policy_init (&policy);
  begun = g_get_monotonic_time ();
  for (guint post = 0; post < N_POSTS; post++)
    {
      for (guint i = 0; i < N; i++)
        fill_candidate (
            &policy, (Marks){ (int) kp_test_dice_below (&dice, 10000), (int) kp_test_dice_below (&dice, 10000) },
            &candidates[i]);
      kp_total_decide (&policy, candidates, N, results);
    }
  g_test_message ("100,000 totals in %.3f s", (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC);
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
  ADD_ROWS ("/rules/total/ties/", tie_rows, test_ties)
  ADD_ROWS ("/rules/total/sum/", sum_rows, test_sum)
  g_test_add_func ("/rules/total/standings", test_standings);
  g_test_add_func ("/rules/total/total-line", test_total_line);
  g_test_add_func ("/rules/total/two-formulas-in-a-post", test_two_formulas_in_a_post);
  g_test_add_func ("/rules/total/line-of-ones-own-formula", test_line_of_ones_own_formula);
  g_test_add_func ("/rules/total/ties-by-facts", test_ties_by_facts);
  g_test_add_func ("/rules/total/names", test_names);
  g_test_add_func ("/rules/total/properties", test_properties);
  g_test_add_func ("/rules/total/speed", test_speed);
  return g_test_run ();
}
