/* test-severance.c – compensation and double wages, one day and one fen to either side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-severance.h"

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
  const char *spans[3][2];
  gboolean is_first_paid_out;
  guint halves;
} SpanRow;

static const SpanRow span_rows[] = {
  { "w7-2-years-7-months", { { "2026-03-01", "2028-09-30" } }, FALSE, 6 },
  { "w7-2-years-5-months", { { "2026-03-01", "2028-07-31" } }, FALSE, 5 },
  { "w7-5-months", { { "2026-03-01", "2026-07-31" } }, FALSE, 1 },
  { "six-months", { { "2026-03-01", "2026-08-31" } }, FALSE, 2 },
  { "six-months-less-a-day", { { "2026-03-01", "2026-08-30" } }, FALSE, 1 },
  { "a-year", { { "2026-03-01", "2027-02-28" } }, FALSE, 2 },
  { "a-year-and-a-day", { { "2026-03-01", "2027-03-01" } }, FALSE, 3 },
  { "one-day", { { "2026-03-01", "2026-03-01" } }, FALSE, 1 },
  { "from-a-leap-day", { { "2028-02-29", "2029-02-27" } }, FALSE, 2 },
  { "from-a-leap-day-less-a-day", { { "2028-02-29", "2029-02-26" } }, FALSE, 2 },
  { "implementing-10-moved", { { "2022-01-01", "2026-03-31" }, { "2026-04-01", "2027-07-31" } }, FALSE, 12 },
  { "implementing-10-moved-and-paid-out", { { "2022-01-01", "2026-03-31" }, { "2026-04-01", "2027-07-31" } }, TRUE, 3 },
  { "any-order", { { "2026-04-01", "2027-07-31" }, { "2022-01-01", "2026-03-31" } }, FALSE, 12 },
  { "touching-days-make-a-month",
    { { "2026-01-01", "2026-03-15" }, { "2026-03-16", "2026-06-30" } },
    FALSE,
    2 },
  { "a-day-between-breaks-it", { { "2026-01-01", "2026-03-15" }, { "2026-03-17", "2026-06-30" } }, FALSE, 1 },
  { "overlaps-count-once", { { "2026-01-01", "2026-06-29" }, { "2026-05-01", "2026-06-29" } }, FALSE, 1 },
  { "nothing", { { "2026-03-01", "2026-02-28" } }, FALSE, 0 },
};

static guint
read_spans (const SpanRow *row, KpWorkSpan *spans)
{
  guint n = 0;

  for (; n < 3 && row->spans[n][0] != NULL; n++)
    spans[n] =
        (KpWorkSpan){ day (row->spans[n][0]), day (row->spans[n][1]), n == 0 && row->is_first_paid_out };
  return n;
}

static void
test_halves (gconstpointer data)
{
  KpWorkSpan spans[3];
  const guint n = read_spans (data, spans);

  g_assert_cmpuint (kp_severance_count_half_months (spans, n), ==, ((const SpanRow *) data)->halves);
}

typedef struct
{
  const char *name;
  const char *from, *until;
  KpSeveranceTerms terms;
  gint64 owed;
} MoneyRow;

static const MoneyRow money_rows[] = {
  { "article-47-two-and-a-half", "2026-03-01", "2028-07-31", { 400000, 0, 0, FALSE }, 1000000 },
  { "article-47-half-a-fen-counts", "2026-03-01", "2026-07-31", { 400001, 0, 0, FALSE }, 200001 },
  { "implementing-27-minimum-wage", "2026-03-01", "2027-02-28", { 180000, 210000, 0, FALSE }, 210000 },
  { "article-47-three-times-exactly", "2010-03-01", "2026-02-28", { 1500000, 0, 500000, FALSE }, 24000000 },
  { "article-47-a-fen-above", "2010-03-01", "2026-02-28", { 1500001, 0, 500000, FALSE }, 18000000 },
  { "article-87-unlawful", "2026-03-01", "2028-07-31", { 400000, 0, 0, TRUE }, 2000000 },
  { "article-87-unlawful-odd", "2026-03-01", "2026-07-31", { 400001, 0, 0, TRUE }, 400001 },
};

static void
test_money (gconstpointer data)
{
  const MoneyRow *row = data;
  const KpWorkSpan span = { day (row->from), day (row->until), FALSE };

  g_assert_cmpint (kp_severance_decide (&span, 1, &row->terms), ==, row->owed);
}

typedef struct
{
  const char *name;
  const char *start, *signed_on, *today;
  const char *from, *until; /* NULL: nothing is owed */
  gboolean is_open_ended;
} DoubleRow;

static const DoubleRow double_rows[] = {
  { "w7-signed-in-time", "2026-03-01", "2026-03-31", "2026-06-01", NULL, NULL, FALSE },
  { "w7-signed-a-day-late", "2026-03-01", "2026-04-01", "2026-06-01", NULL, NULL, FALSE },
  { "implementing-6-signed-two-days-late", "2026-03-01", "2026-04-02", "2026-06-01", "2026-04-01", "2026-04-01", FALSE },
  { "not-signed-yet", "2026-03-01", NULL, "2026-04-01", "2026-04-01", "2026-04-01", FALSE },
  { "not-signed-within-the-month", "2026-03-01", NULL, "2026-03-31", NULL, NULL, FALSE },
  { "end-of-january", "2026-01-31", NULL, "2026-02-28", "2026-02-28", "2026-02-28", FALSE },
  { "implementing-7-a-year-less-a-day", "2026-03-01", NULL, "2027-02-27", "2026-04-01", "2027-02-27", FALSE },
  { "implementing-7-a-year", "2026-03-01", NULL, "2027-02-28", "2026-04-01", "2027-02-28", TRUE },
  { "implementing-7-a-year-and-a-day", "2026-03-01", NULL, "2027-03-01", "2026-04-01", "2027-02-28", TRUE },
  { "signed-on-the-last-day-of-the-year", "2026-03-01", "2027-02-28", "2027-06-01", "2026-04-01",
    "2027-02-27", FALSE },
  { "signed-after-the-year", "2026-03-01", "2027-03-01", "2027-06-01", "2026-04-01", "2027-02-28", TRUE },
};

static void
test_double (gconstpointer data)
{
  const DoubleRow *row = data;
  KpDate from, until;
  const gboolean is_owed =
      kp_double_wage_decide (day (row->start), day (row->signed_on), day (row->today), &from, &until);

  g_assert_cmpint (is_owed, ==, row->from != NULL);
  if (is_owed)
    {
      assert_day (from, row->from);
      assert_day (until, row->until);
    }
  g_assert_cmpint (kp_double_wage_is_open_ended (day (row->start), day (row->signed_on), day (row->today)),
                   ==, row->is_open_ended);
}

static void
test_83 (void)
{
  KpDate from, until;

  g_assert_false (kp_unlawful_probation_decide (day ("2026-08-31"), day ("2026-08-31"), &from, &until));
  g_assert_true (kp_unlawful_probation_decide (day ("2026-08-31"), day ("2027-02-28"), &from, &until));
  assert_day (from, "2026-09-01");
  assert_day (until, "2027-02-28");
}

typedef struct
{
  const char *name;
  const char *from, *until;
  guint months, workdays;
} MeasureRow;

/* 2026-10-01 to 10-07 off, 10-10 (a Saturday) worked instead; 2027 has no table yet. */
static const MeasureRow measure_rows[] = {
  { "a-month", "2026-04-01", "2026-04-30", 1, 0 },
  { "a-month-less-a-day", "2026-04-01", "2026-04-29", 0, 21 },
  { "a-month-and-a-day", "2026-04-01", "2026-05-01", 1, 1 },
  { "over-the-holidays", "2026-10-01", "2026-10-09", 0, 2 },
  { "a-worked-saturday", "2026-10-01", "2026-10-10", 0, 3 },
  { "weekends-of-an-unknown-year", "2027-10-01", "2027-10-10", 0, 6 },
  { "leap-month-less-a-day", "2028-01-30", "2028-02-27", 0, 20 },
  { "leap-month", "2028-01-30", "2028-02-28", 1, 0 },
  { "leap-month-and-a-day", "2028-01-30", "2028-02-29", 1, 1 },
};

static void
test_measure (gconstpointer data)
{
  const MeasureRow *row = data;
  g_autoptr (KpCalendar) calendar = kp_calendar_new ();
  guint months, workdays;

  kp_calendar_add_year (calendar, 2026);
  kp_calendar_set_day (calendar, day ("2026-10-10"), TRUE);
  for (guint i = 1; i <= 7; i++)
    kp_calendar_set_day (calendar, kp_date_make (2026, 10, i), FALSE);
  kp_double_wage_measure (day (row->from), day (row->until), calendar, &months, &workdays);
  g_assert_cmpuint (months, ==, row->months);
  g_assert_cmpuint (workdays, ==, row->workdays);
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
  ADD_ROWS ("/rules/severance/article-47-months/", span_rows, test_halves)
  ADD_ROWS ("/rules/severance/", money_rows, test_money)
  ADD_ROWS ("/rules/severance/article-82-", double_rows, test_double)
  ADD_ROWS ("/rules/severance/interpretation-2-", measure_rows, test_measure)
  g_test_add_func ("/rules/severance/article-83-unlawful-probation", test_83);
  return g_test_run ();
}
