/* test-labour.c – the bounds of the Labour Contract Law, one day to either side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-labour.h"

#include "kp-test.h"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

static void
assert_day (KpDate date, const char *iso)
{
  g_autofree char *found = kp_date_dup_iso (date);

  g_assert_cmpstr (found, ==, iso);
}

typedef struct
{
  const char *name;
  KpTermKind kind;
  const char *start;
  const char *end;
  gboolean had_probation;
  guint months;
} ProbationRow;

static const ProbationRow probation_rows[] = {
  /* domain.md W7 */
  { "w7-three-years", KP_TERM_FIXED, "2026-03-01", "2029-02-28", FALSE, 6 },
  { "w7-one-day-short", KP_TERM_FIXED, "2026-03-01", "2029-02-27", FALSE, 2 },
  { "one-year", KP_TERM_FIXED, "2026-03-01", "2027-02-28", FALSE, 2 },
  { "one-year-less-a-day", KP_TERM_FIXED, "2026-03-01", "2027-02-27", FALSE, 1 },
  { "three-months", KP_TERM_FIXED, "2026-03-01", "2026-05-31", FALSE, 1 },
  { "three-months-less-a-day", KP_TERM_FIXED, "2026-03-01", "2026-05-30", FALSE, 0 },
  { "leap-day-three-years", KP_TERM_FIXED, "2028-02-29", "2031-02-27", FALSE, 6 },
  { "leap-day-one-day-short", KP_TERM_FIXED, "2028-02-29", "2031-02-26", FALSE, 2 },
  { "ends-on-leap-day", KP_TERM_FIXED, "2025-03-01", "2028-02-29", FALSE, 6 },
  { "ends-before-leap-day", KP_TERM_FIXED, "2025-03-01", "2028-02-28", FALSE, 2 },
  { "open-ended", KP_TERM_OPEN_ENDED, "2026-03-01", NULL, FALSE, 6 },
  { "by-task", KP_TERM_TASK, "2026-03-01", NULL, FALSE, 0 },
  { "converted", KP_TERM_FIXED, "2026-07-01", "2029-06-30", TRUE, 0 },
  { "converted-open-ended", KP_TERM_OPEN_ENDED, "2026-07-01", NULL, TRUE, 0 },
};

static void
test_probation (gconstpointer data)
{
  const ProbationRow *row = data;

  g_assert_cmpuint (
      kp_labour_decide_max_probation (row->kind, day (row->start), day (row->end), row->had_probation), ==,
      row->months);
}

typedef struct
{
  const char *name;
  const char *start;
  guint months;
  const char *end;
} EndRow;

static const EndRow end_rows[] = {
  { "w7-three-years", "2026-03-01", 36, "2029-02-28" },
  { "sample-contract", "2026-07-01", 36, "2029-06-30" },
  { "w7-six-months", "2026-03-01", 6, "2026-08-31" },
  { "w7-no-31-february", "2026-08-31", 6, "2027-02-27" },
  { "article-10-one-month", "2026-03-01", 1, "2026-03-31" },
  { "article-10-end-of-january", "2026-01-31", 1, "2026-02-27" },
  { "leap-day", "2028-02-29", 12, "2029-02-27" },
  { "article-10-over-new-year", "2026-12-15", 1, "2027-01-14" },
};

static void
test_end (gconstpointer data)
{
  const EndRow *row = data;

  assert_day (kp_labour_decide_end (day (row->start), row->months), row->end);
  assert_day (kp_labour_decide_probation_end (day (row->start), row->months), row->end);
  if (row->months == 1)
    assert_day (kp_labour_decide_signing_deadline (day (row->start)), row->end);
}

static void
test_no_probation (void)
{
  g_assert_true (kp_date_is_none (kp_labour_decide_probation_end (day ("2026-07-01"), 0)));
}

typedef struct
{
  const char *name;
  gint64 wage, lowest, minimum, least;
} WageRow;

static const WageRow wage_rows[] = {
  { "80-percent", 400000, 0, 0, 320000 },
  { "part-of-a-fen-counts", 400001, 0, 0, 320001 },
  { "implementing-15-lowest-of-the-post", 500000, 400000, 0, 320000 },
  { "implementing-15-lowest-above-the-contract", 400000, 500000, 0, 320000 },
  { "minimum-wage-above", 250000, 0, 210000, 210000 },
  { "minimum-wage-below", 300000, 0, 210000, 240000 },
};

static void
test_wage (gconstpointer data)
{
  const WageRow *row = data;

  g_assert_cmpint (kp_labour_decide_min_probation_wage (row->wage, row->lowest, row->minimum), ==,
                   row->least);
}

typedef struct
{
  const char *name;
  KpTermKind kind;
  const char *start, *end, *signed_on;
  guint probation_months;
  gboolean had_probation;
  gint64 wage, probation_wage, minimum_wage;
  guint n_findings;
  KpLabourFinding findings[3];
} CheckRow;

static const CheckRow check_rows[] = {
  { "sample",
    KP_TERM_FIXED,
    "2026-07-01",
    "2029-06-30",
    "2026-07-01",
    6,
    FALSE,
    400000,
    320000,
    210000,
    0,
    { 0 } },
  { "nothing-known", KP_TERM_FIXED, "2026-07-01", "2029-06-30", NULL, 6, FALSE, 0, 0, 0, 0, { 0 } },
  { "year-of-probation",
    KP_TERM_FIXED,
    "2026-07-01",
    "2029-06-30",
    NULL,
    12,
    FALSE,
    0,
    0,
    0,
    1,
    { KP_LABOUR_PROBATION_TOO_LONG } },
  { "article-19-too-long-by-a-day-of-term",
    KP_TERM_FIXED,
    "2026-07-01",
    "2029-06-29",
    NULL,
    6,
    FALSE,
    0,
    0,
    0,
    1,
    { KP_LABOUR_PROBATION_TOO_LONG } },
  { "task", KP_TERM_TASK, "2026-07-01", NULL, NULL, 1, FALSE, 0, 0, 0, 1, { KP_LABOUR_PROBATION_BARRED } },
  { "article-19-second-probation",
    KP_TERM_FIXED,
    "2026-07-01",
    "2029-06-30",
    NULL,
    6,
    TRUE,
    0,
    0,
    0,
    1,
    { KP_LABOUR_PROBATION_AGAIN } },
  { "conversion-without", KP_TERM_FIXED, "2026-07-01", "2029-06-30", NULL, 0, TRUE, 400000, 0, 0, 0, { 0 } },
  { "probation-only",
    KP_TERM_FIXED,
    "2026-07-01",
    "2026-09-30",
    NULL,
    3,
    FALSE,
    0,
    0,
    0,
    2,
    { KP_LABOUR_PROBATION_TOO_LONG, KP_LABOUR_PROBATION_ONLY } },
  { "short-term",
    KP_TERM_FIXED,
    "2026-07-01",
    "2026-08-31",
    NULL,
    1,
    FALSE,
    0,
    0,
    0,
    1,
    { KP_LABOUR_PROBATION_BARRED } },
  { "article-20-wage-below-80-percent",
    KP_TERM_FIXED,
    "2026-07-01",
    "2029-06-30",
    NULL,
    6,
    FALSE,
    400000,
    319999,
    0,
    1,
    { KP_LABOUR_PROBATION_WAGE } },
  { "wage-below-minimum",
    KP_TERM_FIXED,
    "2026-07-01",
    "2029-06-30",
    NULL,
    6,
    FALSE,
    250000,
    200000,
    210000,
    1,
    { KP_LABOUR_MINIMUM_WAGE } },
  { "article-10-signed-on-the-last-day",
    KP_TERM_FIXED,
    "2026-03-01",
    "2029-02-28",
    "2026-03-31",
    6,
    FALSE,
    0,
    0,
    0,
    0,
    { 0 } },
  { "article-10-signed-a-day-late",
    KP_TERM_FIXED,
    "2026-03-01",
    "2029-02-28",
    "2026-04-01",
    6,
    FALSE,
    0,
    0,
    0,
    1,
    { KP_LABOUR_SIGNED_LATE } },
  { "no-start", KP_TERM_FIXED, NULL, "2029-06-30", NULL, 6, FALSE, 0, 0, 0, 1, { KP_LABOUR_DATES } },
  { "no-end", KP_TERM_FIXED, "2026-07-01", NULL, NULL, 6, FALSE, 0, 0, 0, 1, { KP_LABOUR_DATES } },
  { "end-before-start",
    KP_TERM_FIXED,
    "2026-07-01",
    "2026-06-30",
    NULL,
    0,
    FALSE,
    0,
    0,
    0,
    1,
    { KP_LABOUR_DATES } },
};

static void
test_check (gconstpointer data)
{
  const CheckRow *row = data;
  const KpContractTerms terms = { .kind = row->kind,
                                  .start = day (row->start),
                                  .end = day (row->end),
                                  .signed_on = day (row->signed_on),
                                  .probation_months = row->probation_months,
                                  .had_probation = row->had_probation,
                                  .wage = row->wage,
                                  .probation_wage = row->probation_wage,
                                  .minimum_wage = row->minimum_wage };
  KpLabourFinding findings[KP_LABOUR_N_FINDINGS];
  guint n = kp_labour_check (&terms, findings);

  g_assert_cmpuint (n, ==, row->n_findings);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (findings[i], ==, row->findings[i]);
}

static void
test_words (void)
{
  for (guint i = 0; i < KP_LABOUR_N_FINDINGS; i++)
    {
      g_assert_true (g_str_has_prefix (kp_labour_finding_get_clause ((KpLabourFinding) i), "劳动合同法第"));
      g_assert_true (g_str_has_suffix (kp_labour_finding_get_chinese ((KpLabourFinding) i), "。"));
    }
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
  ADD_ROWS ("/rules/labour/article-19/", probation_rows, test_probation)
  ADD_ROWS ("/rules/labour/end/", end_rows, test_end)
  ADD_ROWS ("/rules/labour/article-20/", wage_rows, test_wage)
  ADD_ROWS ("/rules/labour/check/", check_rows, test_check)
  g_test_add_func ("/rules/labour/no-probation-has-no-end", test_no_probation);
  g_test_add_func ("/rules/labour/words", test_words);
  return g_test_run ();
}
