/* test-contest-total.c – totals, ties and places of a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include "kp-test.h"

static void
test_half_and_half (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_add (t, "001", "A", 8000, 7000);
  kp_test_contest_add (t, "002", "A", 7000, 9000);
  kp_test_contest_add (t, "003", "A", 6000, KP_TEST_NONE);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "75.00/2 80.00/1 open");
}

/* 满分200分: both marks whole, and the line is one of 200. */
static void
test_plain_sum (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpTotalPolicy            *policy = &kp_test_contest_total (t)->policy;

  policy->weights[KP_PART_WRITTEN] = policy->weights[KP_PART_INTERVIEW] = KP_FRACTION_ONE;
  policy->full = KP_MARK (200, 0);
  policy->has_line = TRUE;
  policy->line = KP_MARK (120, 0);
  kp_test_contest_add (t, "001", "A", 8050, 7000);
  kp_test_contest_add (t, "002", "A", 7000, 9000);
  kp_test_contest_add (t, "003", "A", 6000, 5999);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "150.50/2 160.00/1 below_total");
}

/* In service as grid staff: 40 and 60; the places are those of one list. */
static void
test_formula_by_group (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpSchemeTotalFor         *own = kp_scheme_total_for_new ();

  kp_test_contest_add_total (t, "grid", 40, 60);
  own->group = kp_test_ask (KP_CONDITION_GRID_STAFF, NULL, NULL);
  own->total = g_strdup ("grid");
  g_ptr_array_add (kp_test_contest_post (t, "A")->total_for, own);
  kp_test_contest_add (t, "001", "A", 7000, 8000)->facts.is_grid_staff = KP_TRUTH_YES;
  kp_test_contest_add (t, "002", "A", 7000, 8000)->facts.is_grid_staff = KP_TRUTH_NO;
  kp_test_contest_add (t, "003", "A", 7000, 8000);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "76.00/1 75.00/2 -");
}

static void
test_total_line (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_total (t)->policy.has_line = TRUE;
  kp_test_contest_total (t)->policy.line = KP_MARK (70, 0);
  kp_test_contest_add (t, "001", "A", 7000, 7000);
  kp_test_contest_add (t, "002", "A", 7000, 6990);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "70.00/1 below_total");
  kp_test_contest_assert_finals (t, "in no_place");
}

/* Equal in all: the extra test parts them, when both have taken it. */
static void
test_extra_test (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  for (guint i = 0; i < 2; i++)
    kp_test_contest_add (t, i == 0 ? "001" : "002", "A", 7000, 8000)->facts.is_veteran = KP_TRUTH_NO;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "75.00/1? 75.00/1?");
  kp_test_contest_assert_finals (t, "undecided undecided");

  t->entrants[0].extra_test = kp_fraction_new (66, 1);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "75.00/1? 75.00/1?");

  t->entrants[1].extra_test = kp_fraction_new (67, 1);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "75.00/2 75.00/1");
  kp_test_contest_assert_hired (t, "002");
}

typedef struct
{
  const char *name;
  KpTieField  field;
  const char *totals; /* of two who both have 75 */
} TieRow;

/* 1: 70 + 80, papers 60 and 80; 2: 80 + 70, papers 90 and 70; the committee put 1 first. */
static const TieRow tie_rows[] = {
  { "written", KP_TIE_WRITTEN_WITH_BONUS, "75.00/2 75.00/1" },
  { "interview", KP_TIE_INTERVIEW, "75.00/1 75.00/2" },
  { "paper-1", KP_TIE_PAPER_1, "75.00/2 75.00/1" },
  { "paper-2", KP_TIE_PAPER_2, "75.00/1 75.00/2" },
  { "veteran", KP_TIE_VETERAN, "75.00/2 75.00/1" },
  { "younger", KP_TIE_YOUNGER, "75.00/1 75.00/2" },
  { "decision", KP_TIE_DECISION, "75.00/1 75.00/2" },
  { "education", KP_TIE_EDUCATION, "75.00/2 75.00/1" },
  { "other", KP_TIE_OTHER_1, "75.00/1 75.00/2" },
  { "nothing", KP_TIE_EXTENDED_DECIMALS, "75.00/1? 75.00/1?" },
};

static void
test_tie (gconstpointer data)
{
  const TieRow             *row = data;
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  GPtrArray                *ties = kp_test_contest_total (t)->policy.ties;
  KpEntrant                *entrant;

  g_ptr_array_set_size (ties, 0);
  g_ptr_array_add (ties, kp_tie_new (row->field));
  kp_test_contest_add_paper (t, "02", 50);
  entrant = kp_test_contest_add (t, "1", "A", 6000, 8000);
  entrant->papers[1] = kp_test_mark (8000);
  entrant->decision = kp_fraction_new (1, 1);
  entrant->others[0] = kp_test_mark (5000);
  entrant->facts = (KpCandidateFacts) {
    .birth = { 1995, 1, 2 },
    .education = "大专",
    .is_veteran = KP_TRUTH_NO,
  };
  entrant = kp_test_contest_add (t, "2", "A", 9000, 7000);
  entrant->papers[1] = kp_test_mark (7000);
  entrant->decision = kp_fraction_new (2, 1);
  entrant->others[0] = kp_test_mark (4000);
  entrant->facts = (KpCandidateFacts) {
    .birth = { 1995, 1, 1 },
    .education = "本科",
    .is_veteran = KP_TRUTH_YES,
  };
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, row->totals);
}

/* 技能测试 counts a fifth; without its mark the total is open, absent there is absent. */
static void
test_other_part (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpTotalPolicy            *policy = &kp_test_contest_total (t)->policy;

  policy->weights[KP_PART_WRITTEN] = kp_fraction_new (40, 100);
  policy->weights[KP_PART_INTERVIEW] = kp_fraction_new (40, 100);
  policy->weights[KP_PART_OTHER_1] = kp_fraction_new (20, 100);
  kp_test_contest_add (t, "001", "A", 8000, 7000)->others[0] = kp_test_mark (9000);
  kp_test_contest_add (t, "002", "A", 8000, 7000);
  kp_test_contest_add (t, "003", "A", 8000, 7000)->others[0] = kp_test_mark (KP_TEST_ABSENT);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "78.00/1 open absent");
}

/* Full years of grid service, two points each. */
static void
test_credential (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpTotalPolicy            *policy = &kp_test_contest_total (t)->policy;
  KpEntrant                *entrant;

  policy->weights[KP_PART_CREDENTIAL] = KP_FRACTION_ONE;
  t->scheme->credential.applies = TRUE;
  t->scheme->credential.points_per_year = KP_MARK (2, 0);
  t->scheme->credential.cap = KP_MARK (5, 0);
  t->scheme->credential.date = kp_date_make (2026, 3, 1);
  entrant = kp_test_contest_add (t, "001", "A", 8000, 7000);
  entrant->facts.is_grid_staff = KP_TRUTH_YES;
  entrant->facts.grid_since = kp_date_make (2024, 3, 1);
  entrant = kp_test_contest_add (t, "002", "A", 8000, 7000);
  entrant->facts.is_grid_staff = KP_TRUTH_YES;
  entrant->facts.grid_since = kp_date_make (2020, 3, 1);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "79.00/2 80.00/1");
}

/* 笔试成绩即总成绩: everybody over the line is in, without an interview. */
static void
test_without_interview (void)
{
  static const KpStage      stages[] = { KP_STAGE_REVIEW, KP_STAGE_WRITTEN, KP_STAGE_TOTALS, KP_STAGE_PHYSICAL, KP_STAGE_HIRE };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->stages = (KpStageOrder) { .n_stages = G_N_ELEMENTS (stages) };
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    t->scheme->stages.stages[i] = stages[i];
  kp_test_contest_total (t)->policy.weights[KP_PART_WRITTEN] = KP_FRACTION_ONE;
  kp_test_contest_total (t)->policy.weights[KP_PART_INTERVIEW] = KP_FRACTION_ZERO;
  kp_test_contest_add (t, "001", "A", 6000, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "A", 8000, KP_TEST_NONE);
  kp_test_contest_add (t, "003", "A", 7000, KP_TEST_NONE);
  kp_test_contest_add (t, "004", "A", 5000, KP_TEST_NONE);
  kp_test_contest_add (t, "005", "A", KP_TEST_ABSENT, KP_TEST_NONE);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "60.00/3 80.00/1 70.00/2 50.00/4 -");
  kp_test_contest_assert_hired (t, "002");
}

/* 免笔试的笔试成绩按满分计算: 100 and 80 make 90, before somebody who sat; without it there is no total to be made. */
static void
test_exempt_mark (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->written.exempt = kp_condition_new (KP_CONDITION_GRID_STAFF);
  kp_test_contest_add (t, "001", "A", KP_TEST_NONE, 8000)->facts.is_grid_staff = KP_TRUTH_YES;
  kp_test_contest_add (t, "002", "A", 8800, 8800)->facts.is_grid_staff = KP_TRUTH_NO;
  t->scheme->written.has_exempt_mark = TRUE;
  t->scheme->written.exempt_mark = KP_MARK (100, 0);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "exempt enters");
  kp_test_contest_assert_totals (t, "90.00/1 88.00/2");

  t->scheme->written.exempt_mark = KP_MARK (90, 0);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "85.00/2 88.00/1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/contest/total/half-and-half", test_half_and_half);
  g_test_add_func ("/rules/contest/total/plain-sum", test_plain_sum);
  g_test_add_func ("/rules/contest/total/formula-by-group", test_formula_by_group);
  g_test_add_func ("/rules/contest/total/line", test_total_line);
  g_test_add_func ("/rules/contest/total/extra-test-waits-for-both", test_extra_test);
  for (gsize i = 0; i < G_N_ELEMENTS (tie_rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/total/tie/%s", tie_rows[i].name);

      g_test_add_data_func (path, &tie_rows[i], test_tie);
    }
  g_test_add_func ("/rules/contest/total/other-part", test_other_part);
  g_test_add_func ("/rules/contest/total/credential", test_credential);
  g_test_add_func ("/rules/contest/total/without-interview", test_without_interview);

  g_test_add_func ("/rules/contest/total/exempt-mark", test_exempt_mark);

  return g_test_run ();
}
