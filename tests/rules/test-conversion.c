/* test-conversion.c – who may be converted, which years count for what, and whose money: by a day and a fen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-conversion.h"

#include "kp-service-years.h"
#include "kp-test.h"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

/* Base day 2025-11-04 (a real notice: hired before 2024-11-05). */
typedef struct
{
  const char *name;
  const char *birth, *since, *retires;
  KpSchooling schooling;
  guint n_appraisals;
  gboolean has_decision, is_welfare, is_part_time;
  guint n_findings;
  KpConversionFinding finding;
} CaseRow;

static const CaseRow case_rows[] = {
  { "a-year", "1990-01-01", "2024-11-05", NULL, KP_SCHOOLING_COLLEGE, 2, 0, 0, 0, 0, 0 },
  { "a-year-less-a-day", "1990-01-01", "2024-11-06", NULL, KP_SCHOOLING_COLLEGE, 2, 0, 0, 0, 1,
    KP_CONVERSION_TOO_SHORT },
  { "since-nobody-knows", "1990-01-01", NULL, NULL, KP_SCHOOLING_COLLEGE, 2, 0, 0, 0, 1,
    KP_CONVERSION_TOO_SHORT },
  { "forty-five", "1979-11-05", "2024-11-05", NULL, KP_SCHOOLING_COLLEGE, 2, 0, 0, 0, 0, 0 },
  { "forty-six-today", "1979-11-04", "2024-11-05", NULL, KP_SCHOOLING_COLLEGE, 2, 0, 0, 0, 1,
    KP_CONVERSION_TOO_OLD },
  { "forty-six-by-decision", "1979-11-04", "2024-11-05", NULL, KP_SCHOOLING_COLLEGE, 2, TRUE, 0, 0, 0, 0 },
  { "fifty-one-by-decision", "1974-11-04", "2024-11-05", NULL, KP_SCHOOLING_COLLEGE, 2, TRUE, 0, 0, 1,
    KP_CONVERSION_TOO_OLD },
  { "retires-after-the-term", "1985-01-01", "2024-11-05", "2028-11-04", KP_SCHOOLING_COLLEGE, 2, 0, 0, 0, 0,
    0 },
  { "retires-on-its-last-day", "1985-01-01", "2024-11-05", "2028-11-03", KP_SCHOOLING_COLLEGE, 2, 0, 0, 0, 1,
    KP_CONVERSION_RETIRES },
  { "high-school-five-years", "1985-01-01", "2020-11-05", NULL, KP_SCHOOLING_HIGH, 2, 0, 0, 0, 0, 0 },
  { "high-school-a-day-less", "1985-01-01", "2020-11-06", NULL, KP_SCHOOLING_HIGH, 2, 0, 0, 0, 1,
    KP_CONVERSION_SCHOOLING },
  { "no-school", "1985-01-01", "2010-11-06", NULL, KP_SCHOOLING_NONE, 2, 0, 0, 0, 1,
    KP_CONVERSION_SCHOOLING },
  { "one-appraisal", "1985-01-01", "2020-11-06", NULL, KP_SCHOOLING_COLLEGE, 1, 0, 0, 0, 1,
    KP_CONVERSION_APPRAISAL },
  { "welfare-post", "1985-01-01", "2020-11-06", NULL, KP_SCHOOLING_COLLEGE, 2, 0, TRUE, 0, 1,
    KP_CONVERSION_WELFARE },
  { "part-time", "1985-01-01", "2020-11-06", NULL, KP_SCHOOLING_COLLEGE, 2, 0, 0, TRUE, 1,
    KP_CONVERSION_PART_TIME },
};

static void
test_case (gconstpointer data)
{
  const CaseRow *row = data;
  const KpConversionCase person = { .birth = day (row->birth),
                                    .since = day (row->since),
                                    .retires_on = day (row->retires),
                                    .is_on_post = TRUE,
                                    .is_full_time = !row->is_part_time,
                                    .is_welfare = row->is_welfare,
                                    .has_decision = row->has_decision,
                                    .is_willing = TRUE,
                                    .schooling = row->schooling,
                                    .n_appraisals = row->n_appraisals };
  KpConversionFinding findings[KP_CONVERSION_N_FINDINGS];
  KpConversionPolicy policy;

  kp_conversion_policy_init (&policy);
  policy.base_day = day ("2025-11-04");
  g_assert_cmpuint (kp_conversion_check (&policy, &person, findings), ==, row->n_findings);
  if (row->n_findings > 0)
    g_assert_cmpint (findings[0], ==, row->finding);
}

static void
test_everything_at_once (void)
{
  const KpConversionCase person = {
    .birth = day ("1960-01-01"), .retires_on = day ("2026-01-01"), .is_welfare = TRUE, .is_disqualified = TRUE
  };
  KpConversionFinding findings[KP_CONVERSION_N_FINDINGS];
  KpConversionPolicy policy;

  kp_conversion_policy_init (&policy);
  policy.base_day = day ("2025-11-04");
  g_assert_cmpuint (kp_conversion_check (&policy, &person, findings), ==, KP_CONVERSION_N_FINDINGS);
  for (guint i = 0; i < KP_CONVERSION_N_FINDINGS; i++)
    g_assert_cmpstr (kp_conversion_finding_get_chinese ((KpConversionFinding) i), !=, "");
}

typedef struct
{
  const char *name;
  const char *old_last, *new_start;
  gboolean is_same_street;
  guint probation_months;
  gboolean is_agreed, is_paid_out;
  guint n_findings;
  KpTransferFinding finding;
} TransferRow;

static const TransferRow transfer_rows[] = {
  { "the-day-before", "2026-02-28", "2026-03-01", FALSE, 0, TRUE, FALSE, 0, 0 },
  { "a-leap-day-between", "2028-02-28", "2028-03-01", FALSE, 0, TRUE, FALSE, 1, KP_TRANSFER_GAP },
  { "the-same-day", "2026-03-01", "2026-03-01", FALSE, 0, TRUE, FALSE, 1, KP_TRANSFER_OVERLAP },
  { "article-19-same-street", "2026-02-28", "2026-03-01", TRUE, 1, TRUE, FALSE, 1, KP_TRANSFER_PROBATION },
  { "article-19-other-employer", "2026-02-28", "2026-03-01", FALSE, 1, TRUE, FALSE, 0, 0 },
  { "implementing-10-neither", "2026-02-28", "2026-03-01", FALSE, 0, FALSE, FALSE, 1, KP_TRANSFER_YEARS },
  { "implementing-10-paid-out", "2026-02-28", "2026-03-01", FALSE, 0, FALSE, TRUE, 0, 0 },
  { "implementing-10-both", "2026-02-28", "2026-03-01", FALSE, 0, TRUE, TRUE, 1, KP_TRANSFER_YEARS },
};

static void
test_transfer (gconstpointer data)
{
  const TransferRow *row = data;
  const KpConversionTerms terms = { .old_last_day = day (row->old_last),
                                    .new_start = day (row->new_start),
                                    .is_same_street = row->is_same_street,
                                    .had_probation = TRUE,
                                    .probation_months = row->probation_months,
                                    .is_agreed_by_three = row->is_agreed,
                                    .is_paid_out = row->is_paid_out };
  KpTransferFinding findings[KP_TRANSFER_N_FINDINGS];

  g_assert_cmpuint (kp_transfer_check (&terms, findings), ==, row->n_findings);
  if (row->n_findings > 0)
    {
      g_assert_cmpint (findings[0], ==, row->finding);
      g_assert_nonnull (kp_transfer_finding_get_clause (findings[0]));
      g_assert_nonnull (kp_transfer_finding_get_chinese (findings[0]));
    }
}

/* domain.md W7: four years and three months with a labour company, moved to the street; two years in the army
 * before. */
static void
fill_segments (KpSegment segments[3])
{
  segments[0] =
      (KpSegment){ KP_SEGMENT_MILITARY, day ("2019-09-01"), day ("2021-08-31"), FALSE, FALSE, FALSE, TRUE };
  segments[1] =
      (KpSegment){ KP_SEGMENT_FORMER, day ("2022-01-01"), day ("2026-03-31"), TRUE, TRUE, FALSE, TRUE };
  segments[2] =
      (KpSegment){ KP_SEGMENT_STREET, day ("2026-04-01"), day ("2027-07-31"), TRUE, FALSE, FALSE, TRUE };
}

static void
assert_months (const KpSegment *segments, KpYears years, guint months)
{
  const KpYearsCount count = kp_service_years_count (segments, 3, years);

  g_assert_cmpuint (count.months, ==, months);
  g_assert_cmpuint (count.days, ==, 0);
}

static void
test_counters_apart (void)
{
  KpSegment segments[3];

  fill_segments (segments);
  assert_months (segments, KP_YEARS_GRADE, 67);
  assert_months (segments, KP_YEARS_COMPENSATION, 67);
  assert_months (segments, KP_YEARS_OPEN_ENDED, 67);
  assert_months (segments, KP_YEARS_SENIORITY, 91);
  segments[1].is_paid_out = TRUE;
  assert_months (segments, KP_YEARS_GRADE, 67);
  assert_months (segments, KP_YEARS_COMPENSATION, 16);
  assert_months (segments, KP_YEARS_OPEN_ENDED, 67);
  segments[1].was_moved = FALSE;
  assert_months (segments, KP_YEARS_GRADE, 67);
  assert_months (segments, KP_YEARS_OPEN_ENDED, 16);
  segments[1].is_in_community = FALSE;
  assert_months (segments, KP_YEARS_GRADE, 16);
  assert_months (segments, KP_YEARS_SENIORITY, 91);
  for (guint i = 0; i < KP_YEARS_N; i++)
    g_assert_nonnull (kp_years_get_chinese ((KpYears) i));
}

/* 退役军人保障法 §44: years in the army count as 工龄, to the day, and for nothing else. */
static void
test_veterans_44 (void)
{
  KpSegment service = { KP_SEGMENT_MILITARY, day ("2019-02-28"), day ("2021-02-27"), FALSE, FALSE, FALSE, TRUE };

  g_assert_cmpuint (kp_service_years_count (&service, 1, KP_YEARS_SENIORITY).months, ==, 24);
  service.until = day ("2021-02-26");
  g_assert_cmpuint (kp_service_years_count (&service, 1, KP_YEARS_SENIORITY).months, ==, 23);
  for (guint i = 0; i < KP_YEARS_N; i++)
    g_assert_cmpint (kp_segment_counts (&service, (KpYears) i), ==, i == KP_YEARS_SENIORITY);
}

/* 职工带薪年休假条例 §3 */
static void
test_leave_3 (void)
{
  static const struct
  {
    const char *from, *until;
    guint days;
  } rows[] = {
    { "2025-03-01", "2026-02-28", 5 },  { "2025-03-01", "2026-02-27", 0 },  { "2016-03-01", "2026-02-28", 10 },
    { "2016-03-01", "2026-02-27", 5 },  { "2008-02-29", "2028-02-28", 15 }, { "2008-02-29", "2028-02-27", 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KpSegment segment = { KP_SEGMENT_ELSEWHERE, day (rows[i].from), day (rows[i].until), FALSE, FALSE, FALSE, TRUE };

      g_assert_cmpuint (kp_service_years_decide_leave (kp_service_years_count (&segment, 1, KP_YEARS_SENIORITY)), ==, rows[i].days);
    }
}

/* 解释一 §46: years of a former employer are brought along only by who was moved; a day between breaks them. */
static void
test_interpretation_46 (void)
{
  KpSegment segments[3];

  fill_segments (segments);
  g_assert_cmpuint (kp_service_years_count (segments, 3, KP_YEARS_COMPENSATION).months, ==, 67);
  segments[1].was_moved = FALSE;
  g_assert_cmpuint (kp_service_years_count (segments, 3, KP_YEARS_COMPENSATION).months, ==, 16);
  segments[1].was_moved = TRUE;
  segments[1].until = day ("2026-03-30");
  g_assert_cmpuint (kp_service_years_count (segments, 3, KP_YEARS_COMPENSATION).months, ==, 67 - 1 + 1);
  g_assert_cmpint (kp_date_compare (kp_service_years_find_start (segments, 3), day ("2026-04-01")), ==, 0);
}

static void
test_no_proof (void)
{
  KpSegment segments[3];
  KpYearsCount count;

  fill_segments (segments);
  segments[0].has_proof = FALSE;
  count = kp_service_years_count (segments, 3, KP_YEARS_SENIORITY);
  g_assert_cmpuint (count.months, ==, 67);
  g_assert_cmpuint (count.n_unproved, ==, 1);
  g_assert_cmpuint (kp_service_years_count (segments, 3, KP_YEARS_GRADE).n_unproved, ==, 0);
}

static void
test_unbroken_since (void)
{
  KpSegment segments[3];
  g_autofree char *whole = NULL;
  g_autofree char *broken = NULL;

  fill_segments (segments);
  whole = kp_date_dup_iso (kp_service_years_find_start (segments, 3));
  g_assert_cmpstr (whole, ==, "2022-01-01");
  segments[1].until = day ("2026-03-30");
  broken = kp_date_dup_iso (kp_service_years_find_start (segments, 3));
  g_assert_cmpstr (broken, ==, "2026-04-01");
  g_assert_true (kp_date_is_none (kp_service_years_find_start (segments, 1)));
}

/* Three departments, 400 persons: a third converted, one in ten left. */
static void
test_funding (void)
{
  static const char *const departments[] = { "政法委", "民政局", "人社局" };
  KpFundingRow rows[] = { { .department = departments[0] },
                          { .department = departments[1] },
                          { .department = departments[2] } };
  KpFundedPerson persons[400];
  KpFundingRow total;
  KpTestDice dice = { 400 };

  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    {
      persons[i] = (KpFundedPerson){ departments[i % 3], 3000000 + kp_test_dice_below (&dice, 999999),
                                     i % 3 == 0    ? KP_CONVERTED_YES
                                     : i % 10 == 1 ? KP_CONVERTED_ENDED
                                                   : KP_CONVERTED_STAYS };
      rows[i % 3].budget += persons[i].cost;
    }
  g_assert_true (kp_funding_balance (rows, 3, persons, 400, &total));
  g_assert_cmpuint (total.n_before, ==, 400);
  g_assert_cmpint (total.budget, ==, total.moved + total.kept);
  g_assert_cmpint (rows[0].moved + rows[1].moved + rows[2].moved, ==, total.moved);
  rows[1].budget += 1;
  g_assert_false (kp_funding_balance (rows, 3, persons, 400, &total));
  g_assert_cmpint (rows[1].difference, ==, 1);
  g_assert_cmpint (total.difference, ==, 1);
  rows[1].budget -= 1;
  persons[7].converted = KP_CONVERTED_OPEN;
  g_assert_false (kp_funding_balance (rows, 3, persons, 400, &total));
  g_assert_cmpuint (total.n_open, ==, 1);
  persons[7].converted = KP_CONVERTED_STAYS;
  persons[7].department = "残联";
  g_assert_false (kp_funding_balance (rows, 3, persons, 400, &total));
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
  ADD_ROWS ("/rules/conversion/eligible-", case_rows, test_case)
  g_test_add_func ("/rules/conversion/everything-at-once", test_everything_at_once);
  ADD_ROWS ("/rules/conversion/transfer-", transfer_rows, test_transfer)
  g_test_add_func ("/rules/conversion/counters-apart", test_counters_apart);
  g_test_add_func ("/rules/conversion/no-proof", test_no_proof);
  g_test_add_func ("/rules/conversion/article-14-unbroken-since", test_unbroken_since);
  g_test_add_func ("/rules/conversion/veterans-44-army-counts", test_veterans_44);
  g_test_add_func ("/rules/conversion/leave-3-days", test_leave_3);
  g_test_add_func ("/rules/conversion/interpretation-1-46-moved", test_interpretation_46);
  g_test_add_func ("/rules/conversion/funding", test_funding);
  return g_test_run ();
}
