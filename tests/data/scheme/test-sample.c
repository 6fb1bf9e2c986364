/* test-sample.c – the notice of the sample campaign, executed: who qualifies, which points, how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-qualify.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

static KpScheme *
load_sample (void)
{
  g_autofree gchar  *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (GError) error = NULL;
  KpScheme          *scheme = kp_scheme_json_load (path, NULL, &error);

  g_assert_no_error (error);
  return scheme;
}

#define CLAIMS_NONE .certificate = "", .is_veteran = KP_TRUTH_NO, .is_grid_staff = KP_TRUTH_NO
#define VETERAN .certificate = "", .is_veteran = KP_TRUTH_YES, .is_grid_staff = KP_TRUTH_NO
#define HOLDER(word) .certificate = word, .is_veteran = KP_TRUTH_NO, .is_grid_staff = KP_TRUTH_NO
#define GRID .certificate = "", .is_veteran = KP_TRUTH_NO, .is_grid_staff = KP_TRUTH_YES
#define YOUNG .birth = { 1995, 6, 1 }

typedef struct
{
  const char      *name;
  const char      *post;
  KpCandidateFacts facts;
  KpReviewOutcome  outcome;
  const char      *reason; /* of the first requirement that isn't met */
} ReviewCase;

static const ReviewCase review_cases[] = {
  { "a01/plain", "A01", { YOUNG, .education = "大专", CLAIMS_NONE }, KP_REVIEW_PASS, NULL },
  { "a01/secondary-school", "A01", { YOUNG, .education = "中专", CLAIMS_NONE }, KP_REVIEW_FAIL, "R02" },
  { "a01/oldest", "A01", { .birth = { 1985, 3, 2 }, .education = "本科", CLAIMS_NONE }, KP_REVIEW_PASS, NULL },
  { "a01/day-too-old", "A01", { .birth = { 1985, 3, 1 }, .education = "本科", CLAIMS_NONE }, KP_REVIEW_FAIL, "R01" },
  { "a01/youngest", "A01", { .birth = { 2008, 3, 2 }, .education = "大专", CLAIMS_NONE }, KP_REVIEW_PASS, NULL },
  { "a01/day-too-young", "A01", { .birth = { 2008, 3, 3 }, .education = "大专", CLAIMS_NONE }, KP_REVIEW_FAIL, "R01" },
  { "a01/veteran-oldest", "A01", { .birth = { 1980, 3, 2 }, .education = "大专", VETERAN }, KP_REVIEW_PASS, NULL },
  { "a01/veteran-day-too-old", "A01", { .birth = { 1980, 3, 1 }, .education = "大专", VETERAN }, KP_REVIEW_FAIL, "R01" },
  { "a01/holder-oldest", "A01", { .birth = { 1980, 3, 2 }, .education = "大专", HOLDER ("助理社会工作师") },
    KP_REVIEW_PASS, NULL },
  { "a01/grid-three-years", "A01",
    { .birth = { 1982, 1, 1 }, .education = "大专", GRID, .grid_since = { 2023, 3, 2 } }, KP_REVIEW_PASS, NULL },
  { "a01/grid-day-short-of-three", "A01",
    { .birth = { 1982, 1, 1 }, .education = "大专", GRID, .grid_since = { 2023, 3, 3 } }, KP_REVIEW_FAIL, "R01" },
  { "a02/member", "A02", { YOUNG, .education = "大专", .political = "中共党员", CLAIMS_NONE }, KP_REVIEW_PASS, NULL },
  { "a02/probationary", "A02", { YOUNG, .education = "大专", .political = "中共预备党员", CLAIMS_NONE }, KP_REVIEW_PASS,
    NULL },
  { "a02/other-party", "A02", { YOUNG, .education = "大专", .political = "民盟盟员", CLAIMS_NONE }, KP_REVIEW_FAIL, "R15" },
  { "b02/holder", "B02", { YOUNG, .education = "大专", HOLDER ("助理社会工作师") }, KP_REVIEW_PASS, NULL },
  { "b02/without", "B02", { YOUNG, .education = "大专", CLAIMS_NONE }, KP_REVIEW_FAIL, "R13" },
  { "c01/high-school", "C01", { YOUNG, .education = "高中", VETERAN }, KP_REVIEW_PASS, NULL },
  { "c01/no-veteran", "C01", { YOUNG, .education = "本科", CLAIMS_NONE }, KP_REVIEW_FAIL, "R08" },
  { "c02/first-day", "C02", { YOUNG, .education = "本科", .graduated = { 2024, 1, 1 }, CLAIMS_NONE }, KP_REVIEW_PASS,
    NULL },
  { "c02/day-before", "C02", { YOUNG, .education = "本科", .graduated = { 2023, 12, 31 }, CLAIMS_NONE }, KP_REVIEW_FAIL,
    "R08" },
  { "c02/last-day", "C02", { YOUNG, .education = "硕士", .graduated = { 2026, 7, 31 }, CLAIMS_NONE }, KP_REVIEW_PASS,
    NULL },
  { "c02/college-only", "C02", { YOUNG, .education = "大专", .graduated = { 2025, 6, 30 }, CLAIMS_NONE }, KP_REVIEW_FAIL,
    "R02" },
  { "c02/no-day", "C02", { YOUNG, .education = "本科", CLAIMS_NONE }, KP_REVIEW_MORE, "R05" },
  { "d01/one-year", "D01", { YOUNG, .education = "大专", GRID, .grid_since = { 2025, 3, 2 } }, KP_REVIEW_PASS, NULL },
  { "d01/day-short", "D01", { YOUNG, .education = "大专", GRID, .grid_since = { 2025, 3, 3 } }, KP_REVIEW_FAIL, "R09" },
  { "d01/no-grid-staff", "D01", { YOUNG, .education = "大专", CLAIMS_NONE }, KP_REVIEW_FAIL, "R09" },
  { "d01/no-begin", "D01", { YOUNG, .education = "大专", GRID }, KP_REVIEW_MORE, "R05" },
};

static void
test_review (gconstpointer data)
{
  const ReviewCase     *c = data;
  g_autoptr (KpScheme)  scheme = load_sample ();
  g_autoptr (GPtrArray) findings = kp_qualify_decide (scheme, kp_scheme_get_post (scheme, c->post), &c->facts);
  const char           *reason = NULL;

  g_assert_cmpint (kp_qualify_derive_outcome (findings), ==, c->outcome);
  for (guint i = 0; i < findings->len && reason == NULL; i++)
    reason = ((const KpFinding *) g_ptr_array_index (findings, i))->reason;
  g_assert_cmpstr (reason, ==, c->reason);
}

typedef struct
{
  const char      *name;
  KpCandidateFacts facts;
  KpMark           points;
} BonusCase;

static const BonusCase bonus_cases[] = {
  { "nothing", { CLAIMS_NONE }, 0 },
  { "assistant", { HOLDER ("助理社会工作师") }, KP_MARK (2, 0) },
  { "worker", { HOLDER ("社会工作师") }, KP_MARK (3, 0) },
  { "senior", { HOLDER ("高级社会工作师") }, KP_MARK (5, 0) },
  { "veteran", { VETERAN }, KP_MARK (2, 0) },
  { "veteran-and-worker", { .certificate = "社会工作师", .is_veteran = KP_TRUTH_YES }, KP_MARK (3, 0) },
};

static void
test_bonus (gconstpointer data)
{
  const BonusCase          *c = data;
  g_autoptr (KpScheme)      scheme = load_sample ();
  g_autoptr (GPtrArray)     items = kp_bonus_propose_items (&scheme->bonus, &c->facts);
  g_autoptr (KpBonusResult) result = NULL;
  KpBonusClaim              claims[4];

  for (guint i = 0; i < items->len; i++)
    claims[i] = (KpBonusClaim) { .item = g_ptr_array_index (items, i), .is_approved = TRUE };
  result = kp_bonus_decide (&scheme->bonus, &c->facts, claims, items->len, KP_MARK_PRESENT);
  g_assert_cmpint (result->points, ==, c->points);
}

/* C01 is cancelled, its 4 places go to A01; E01 is reduced. */
static void
test_quota (void)
{
  g_autoptr (KpScheme)  scheme = load_sample ();
  KpQuotaCase           posts[] = { { .post = "A01", .plan = 12, .applicants = 300 },
                                    { .post = "C01", .plan = 4, .applicants = 2, .is_targeted = TRUE },
                                    { .post = "E01", .plan = 2, .applicants = 5 } };
  g_autoptr (GPtrArray) results = kp_quota_decide (&scheme->quota, posts, G_N_ELEMENTS (posts));
  const guint           places[] = { 16, 0, 1 };

  for (guint i = 0; i < results->len; i++)
    {
      const KpQuotaResult *result = g_ptr_array_index (results, i);

      g_assert_cmpuint (result->new_plan, ==, places[i]);
    }
}

/* Everything else that the README of the sample says, value by value. */
static void
test_values (void)
{
  g_autoptr (KpScheme)       scheme = load_sample ();
  const KpSchemeInterview   *interview = &scheme->interview;
  const KpSchemeTotal       *exam = kp_scheme_get_total (scheme, "exam");
  const KpCorrectionPolicy  *correction = &interview->correction;
  const KpTieField           ties[] = { KP_TIE_INTERVIEW, KP_TIE_WRITTEN_PAPER, KP_TIE_VETERAN, KP_TIE_EXTRA_TEST };
  guint                      seats = 0;
  guint                      places = 0;

  for (guint i = 0; i < scheme->posts->len; i++)
    places += ((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->places;
  g_assert_cmpuint (places, ==, 52);
  for (guint i = 0; i < scheme->written.sites->len; i++)
    seats += 30 * ((const KpSchemeSite *) g_ptr_array_index (scheme->written.sites, i))->rooms->len;
  g_assert_cmpuint (seats, >=, 1100);
  g_assert_cmpint (scheme->written.line.basis, ==, KP_LINE_ON_PAPER);
  g_assert_cmpint (scheme->written.line.value, ==, KP_MARK (60, 0));
  g_assert_cmpuint (interview->panel.n_examiners, ==, 7);
  g_assert_cmpint (interview->lines.line, ==, KP_MARK (60, 0));
  g_assert_cmpint (interview->lines.lone_line, ==, KP_MARK (70, 0));
  g_assert_cmpuint (interview->room_limit, ==, 36);
  g_assert_cmpint (correction->method, ==, KP_CORRECTION_POOLED);
  g_assert_cmpint (correction->room_decimals, ==, KP_CORRECTION_EXACT);
  g_assert_cmpint (correction->coefficient_decimals, ==, 4);
  g_assert_cmpuint (exam->policy.ties->len, ==, G_N_ELEMENTS (ties));
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    g_assert_cmpint (((const KpTie *) g_ptr_array_index (exam->policy.ties, i))->field, ==, ties[i]);
  g_assert_cmpuint (scheme->physical.policy.max_rounds, ==, 2);
  g_assert_cmpuint (scheme->contract.years, ==, 3);
  g_assert_cmpuint (kp_scheme_get_post (scheme, "A01")->probation_months, ==, 6);
  g_assert_cmpuint (kp_scheme_get_post (scheme, "D01")->probation_months, ==, 0);
  g_assert_false (kp_scheme_get_post (scheme, "D01")->has_written);
  g_assert_null (kp_scheme_get_post (scheme, "D01")->street);
}

/* 100,000 reviews in a second of CPU. */
static void
test_speed (void)
{
  g_autoptr (KpScheme)   scheme = load_sample ();
  const KpSchemePost    *post = kp_scheme_get_post (scheme, "A02");
  const KpCandidateFacts facts = { .birth = { 1983, 1, 1 }, .education = "中专", .political = "群众", CLAIMS_NONE };
  gdouble                elapsed;

  if (!kp_test_may_measure ())
    {
      g_test_skip ("nothing is measured here");
      return;
    }

  g_test_timer_start ();
  for (guint i = 0; i < 100000; i++)
    {
      g_autoptr (GPtrArray) findings = kp_qualify_decide (scheme, post, &facts);

      g_assert_cmpint (kp_qualify_derive_outcome (findings), ==, KP_REVIEW_FAIL);
    }
  elapsed = g_test_timer_elapsed ();
  g_test_message ("100,000 reviews: %.3f s", elapsed);
  g_assert_cmpfloat (elapsed, <, 3.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (review_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/sample/review/", review_cases[i].name, NULL);

      g_test_add_data_func (path, &review_cases[i], test_review);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bonus_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/sample/bonus/", bonus_cases[i].name, NULL);

      g_test_add_data_func (path, &bonus_cases[i], test_bonus);
    }
  g_test_add_func ("/data/sample/quota", test_quota);
  g_test_add_func ("/data/sample/values", test_values);
  g_test_add_func ("/data/sample/speed", test_speed);

  return g_test_run ();
}
