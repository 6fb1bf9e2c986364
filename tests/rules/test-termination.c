/* test-termination.c – how a labour contract may end, one day to either side of the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-termination.h"

#include "kp-test.h"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

/* Work from 2026-03-01 for three years, probation until 2026-08-31. */
typedef struct
{
  const char *name;
  KpGround ground;
  const char *served, *last_day, *union_told;
  gboolean no_reason, pays, is_protected;
  guint n_findings;
  KpTerminationFinding findings[2];
} Row;

static const Row rows[] = {
  { "39-1-on-the-last-day",
    KP_GROUND_PROBATION_FAILED,
    "2026-08-31",
    "2026-08-31",
    "2026-08-21",
    0,
    0,
    0,
    0,
    { 0 } },
  { "39-1-a-day-late",
    KP_GROUND_PROBATION_FAILED,
    "2026-09-01",
    "2026-09-01",
    "2026-08-21",
    0,
    0,
    0,
    1,
    { KP_TERMINATION_TOO_LATE } },
  { "39-1-ends-a-day-late",
    KP_GROUND_PROBATION_FAILED,
    "2026-08-31",
    "2026-09-01",
    "2026-08-21",
    0,
    0,
    0,
    1,
    { KP_TERMINATION_TOO_LATE } },
  { "39-1-not-served",
    KP_GROUND_PROBATION_FAILED,
    NULL,
    "2026-08-31",
    "2026-08-21",
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NOT_SERVED } },
  { "39-1-served-after-the-end",
    KP_GROUND_PROBATION_FAILED,
    "2026-08-31",
    "2026-08-30",
    "2026-08-21",
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NOT_SERVED } },
  { "21-without-reason",
    KP_GROUND_PROBATION_FAILED,
    "2026-08-24",
    "2026-08-31",
    "2026-08-21",
    TRUE,
    0,
    0,
    1,
    { KP_TERMINATION_NO_REASON } },
  { "43-union-on-the-day",
    KP_GROUND_PROBATION_FAILED,
    "2026-08-24",
    "2026-08-31",
    "2026-08-24",
    0,
    0,
    0,
    0,
    { 0 } },
  { "43-union-a-day-after",
    KP_GROUND_PROBATION_FAILED,
    "2026-08-24",
    "2026-08-31",
    "2026-08-25",
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NO_UNION } },
  { "43-union-never",
    KP_GROUND_WORKER_FAULT,
    "2026-08-24",
    "2026-08-31",
    NULL,
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NO_UNION } },
  { "42-does-not-bar-39",
    KP_GROUND_PROBATION_FAILED,
    "2026-08-24",
    "2026-08-31",
    "2026-08-21",
    0,
    0,
    TRUE,
    0,
    { 0 } },
  { "42-bars-40",
    KP_GROUND_UNFIT,
    "2026-09-01",
    "2026-10-01",
    "2026-08-31",
    0,
    0,
    TRUE,
    1,
    { KP_TERMINATION_PROTECTED } },
  { "37-in-probation-three-days", KP_GROUND_RESIGNED, "2026-08-28", "2026-08-31", NULL, 0, 0, 0, 0, { 0 } },
  { "37-in-probation-two-days",
    KP_GROUND_RESIGNED,
    "2026-08-29",
    "2026-08-31",
    NULL,
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NOTICE_SHORT } },
  { "37-noticed-on-the-last-day-of-probation",
    KP_GROUND_RESIGNED,
    "2026-08-31",
    "2026-09-03",
    NULL,
    0,
    0,
    0,
    0,
    { 0 } },
  { "37-noticed-a-day-after-probation",
    KP_GROUND_RESIGNED,
    "2026-09-01",
    "2026-09-30",
    NULL,
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NOTICE_SHORT } },
  { "37-thirty-days", KP_GROUND_RESIGNED, "2026-09-01", "2026-10-01", NULL, 0, 0, 0, 0, { 0 } },
  { "40-thirty-days", KP_GROUND_CHANGED, "2027-01-30", "2027-03-01", "2027-01-29", 0, 0, 0, 0, { 0 } },
  { "40-thirty-days-of-a-leap-year",
    KP_GROUND_CHANGED,
    "2028-01-30",
    "2028-02-29",
    "2028-01-29",
    0,
    0,
    0,
    0,
    { 0 } },
  { "40-twenty-nine-days",
    KP_GROUND_CHANGED,
    "2027-01-30",
    "2027-02-28",
    "2027-01-29",
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NOTICE_SHORT } },
  { "40-a-month-of-wage-instead",
    KP_GROUND_CHANGED,
    "2027-02-28",
    "2027-02-28",
    "2027-01-29",
    0,
    TRUE,
    0,
    0,
    { 0 } },
  { "41-no-wage-instead",
    KP_GROUND_REDUNDANCY,
    "2027-02-28",
    "2027-02-28",
    "2027-01-29",
    0,
    TRUE,
    0,
    1,
    { KP_TERMINATION_NOTICE_SHORT } },
  { "21-40-3-in-probation",
    KP_GROUND_CHANGED,
    "2026-07-31",
    "2026-08-31",
    "2026-07-30",
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NOT_IN_PROBATION } },
  { "21-40-3-a-day-after", KP_GROUND_CHANGED, "2026-08-01", "2026-09-01", "2026-07-30", 0, 0, 0, 0, { 0 } },
  { "21-40-2-in-probation", KP_GROUND_UNFIT, "2026-07-31", "2026-08-31", "2026-07-30", 0, 0, 0, 0, { 0 } },
  { "44-1-on-the-last-day", KP_GROUND_EXPIRED, NULL, "2029-02-28", NULL, 0, 0, 0, 0, { 0 } },
  { "44-1-a-day-early",
    KP_GROUND_EXPIRED,
    NULL,
    "2029-02-27",
    NULL,
    0,
    0,
    0,
    1,
    { KP_TERMINATION_NOT_EXPIRED } },
  { "45-protected",
    KP_GROUND_EXPIRED,
    NULL,
    "2029-02-28",
    NULL,
    0,
    0,
    TRUE,
    1,
    { KP_TERMINATION_PROTECTED } },
  { "36-no-notice", KP_GROUND_AGREED_BY_EMPLOYER, NULL, "2026-09-01", NULL, 0, 0, 0, 0, { 0 } },
  { "38-no-notice", KP_GROUND_EMPLOYER_FAULT, NULL, "2026-09-01", NULL, 0, 0, 0, 0, { 0 } },
  { "36-a-day-before-the-work", KP_GROUND_AGREED_BY_WORKER, NULL, "2026-02-28", NULL, 0, 0, 0, 1, { KP_TERMINATION_DATES } },
  { "no-last-day", KP_GROUND_RESIGNED, "2026-08-28", NULL, NULL, 0, 0, 0, 1, { KP_TERMINATION_DATES } },
  { "before-the-start",
    KP_GROUND_RESIGNED,
    "2026-02-01",
    "2026-02-28",
    NULL,
    0,
    0,
    0,
    1,
    { KP_TERMINATION_DATES } },
};

static void
test_check (gconstpointer data)
{
  const Row *row = data;
  const KpTermination termination = { .ground = row->ground,
                                      .start = day ("2026-03-01"),
                                      .ends = day ("2029-02-28"),
                                      .probation_end = day ("2026-08-31"),
                                      .notice_served = day (row->served),
                                      .last_day = day (row->last_day),
                                      .union_told = day (row->union_told),
                                      .states_reason = !row->no_reason,
                                      .pays_month_instead = row->pays,
                                      .is_protected = row->is_protected };
  KpTerminationFinding findings[KP_TERMINATION_N_FINDINGS];
  const guint n = kp_termination_check (&termination, findings);

  g_assert_cmpuint (n, ==, row->n_findings);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (findings[i], ==, row->findings[i]);
}

static void
test_no_probation (void)
{
  const KpTermination termination = { .ground = KP_GROUND_PROBATION_FAILED,
                                      .start = day ("2026-03-01"),
                                      .notice_served = day ("2026-03-20"),
                                      .last_day = day ("2026-03-31"),
                                      .union_told = day ("2026-03-10"),
                                      .states_reason = TRUE };
  KpTerminationFinding findings[KP_TERMINATION_N_FINDINGS];

  g_assert_cmpuint (kp_termination_check (&termination, findings), ==, 1);
  g_assert_cmpint (findings[0], ==, KP_TERMINATION_NO_PROBATION);
}

static void
test_compensation (void)
{
  KpTermination termination = { .ground = KP_GROUND_EXPIRED };

  g_assert_true (kp_termination_owes_compensation (&termination));
  termination.refused_same = TRUE;
  g_assert_false (kp_termination_owes_compensation (&termination));
  termination.ground = KP_GROUND_UNFIT;
  g_assert_true (kp_termination_owes_compensation (&termination));
  termination.ground = KP_GROUND_PROBATION_FAILED;
  g_assert_false (kp_termination_owes_compensation (&termination));
  termination.ground = KP_GROUND_RESIGNED;
  g_assert_false (kp_termination_owes_compensation (&termination));
  termination.ground = KP_GROUND_EMPLOYER_FAULT;
  g_assert_true (kp_termination_owes_compensation (&termination));
  termination.ground = KP_GROUND_AGREED_BY_WORKER;
  g_assert_false (kp_termination_owes_compensation (&termination));
}

static void
assert_day (KpDate date, const char *iso)
{
  g_autofree char *found = kp_date_dup_iso (date);

  g_assert_cmpstr (found, ==, iso);
}

static void
test_50 (void)
{
  assert_day (kp_termination_decide_certificate_deadline (day ("2028-02-20")), "2028-03-06");
  assert_day (kp_termination_decide_certificate_deadline (day ("2026-02-20")), "2026-03-07");
  assert_day (kp_termination_decide_certificate_deadline (day ("2026-12-31")), "2027-01-15");
}

static void
test_50_kept (void)
{
  assert_day (kp_termination_decide_keep_until (day ("2028-02-29")), "2030-02-28");
  assert_day (kp_termination_decide_keep_until (day ("2026-03-01")), "2028-03-01");
}

static void
test_implementing_20 (void)
{
  assert_day (kp_termination_find_pay_month (day ("2028-03-31")), "2028-02-01");
  assert_day (kp_termination_find_pay_month (day ("2028-03-01")), "2028-02-01");
  assert_day (kp_termination_find_pay_month (day ("2028-02-29")), "2028-01-01");
  assert_day (kp_termination_find_pay_month (day ("2027-01-31")), "2026-12-01");
}

/* Work from 2026-01-31: the first month ends on 02-27. */
static void
test_implementing_5 (void)
{
  KpTermination termination = { .ground = KP_GROUND_REFUSED_CONTRACT,
                                .start = day ("2026-01-31"),
                                .notice_served = day ("2026-02-27"),
                                .last_day = day ("2026-02-27"),
                                .states_reason = TRUE };
  KpTerminationFinding findings[KP_TERMINATION_N_FINDINGS];

  g_assert_cmpuint (kp_termination_check (&termination, findings), ==, 0);
  g_assert_false (kp_termination_owes_compensation (&termination));
  termination.notice_served = day ("2026-02-28");
  g_assert_cmpuint (kp_termination_check (&termination, findings), ==, 1);
  g_assert_cmpint (findings[0], ==, KP_TERMINATION_NOT_SERVED);
  termination.last_day = day ("2026-02-28");
  g_assert_cmpuint (kp_termination_check (&termination, findings), ==, 0);
  g_assert_true (kp_termination_owes_compensation (&termination));
  termination.signed_on = day ("2026-02-27");
  g_assert_cmpuint (kp_termination_check (&termination, findings), ==, 1);
  g_assert_cmpint (findings[0], ==, KP_TERMINATION_SIGNED);
}

static void
test_words (void)
{
  for (guint i = 0; i < KP_GROUND_N; i++)
    {
      KpGround ground = KP_GROUND_DEATH;

      g_assert_true (kp_ground_parse (kp_ground_get_name ((KpGround) i), &ground));
      g_assert_cmpint (ground, ==, i);
      g_assert_true (g_str_has_prefix (kp_ground_get_clause ((KpGround) i), "劳动合同法"));
      g_assert_nonnull (kp_ground_get_chinese ((KpGround) i));
    }
  for (guint i = 0; i < KP_TERMINATION_N_FINDINGS; i++)
    {
      g_assert_true (
          g_str_has_prefix (kp_termination_finding_get_clause ((KpTerminationFinding) i), "劳动合同法"));
      g_assert_true (g_str_has_suffix (kp_termination_finding_get_chinese ((KpTerminationFinding) i), "。"));
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
  ADD_ROWS ("/rules/termination/article-", rows, test_check)
  g_test_add_func ("/rules/termination/article-39-1-without-probation", test_no_probation);
  g_test_add_func ("/rules/termination/article-46-compensation", test_compensation);
  g_test_add_func ("/rules/termination/article-50-certificate", test_50);
  g_test_add_func ("/rules/termination/article-50-kept-two-years", test_50_kept);
  g_test_add_func ("/rules/termination/implementing-5-refused-contract", test_implementing_5);
  g_test_add_func ("/rules/termination/implementing-20-month-before", test_implementing_20);
  g_test_add_func ("/rules/termination/words", test_words);
  return g_test_run ();
}
