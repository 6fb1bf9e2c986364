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
  { "w7-moved", { { "2022-01-01", "2026-03-31" }, { "2026-04-01", "2027-07-31" } }, FALSE, 12 },
  { "w7-moved-and-paid-out", { { "2022-01-01", "2026-03-31" }, { "2026-04-01", "2027-07-31" } }, TRUE, 3 },
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
  { "two-and-a-half", "2026-03-01", "2028-07-31", { 400000, 0, 0, FALSE }, 1000000 },
  { "half-a-fen-counts", "2026-03-01", "2026-07-31", { 400001, 0, 0, FALSE }, 200001 },
  { "implementing-27-minimum-wage", "2026-03-01", "2027-02-28", { 180000, 210000, 0, FALSE }, 210000 },
  { "47-three-times-exactly", "2010-03-01", "2026-02-28", { 1500000, 0, 500000, FALSE }, 24000000 },
  { "47-a-fen-above", "2010-03-01", "2026-02-28", { 1500001, 0, 500000, FALSE }, 18000000 },
  { "87-unlawful", "2026-03-01", "2028-07-31", { 400000, 0, 0, TRUE }, 2000000 },
  { "87-unlawful-odd", "2026-03-01", "2026-07-31", { 400001, 0, 0, TRUE }, 400001 },
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
  { "w7-signed-two-days-late", "2026-03-01", "2026-04-02", "2026-06-01", "2026-04-01", "2026-04-01", FALSE },
  { "not-signed-yet", "2026-03-01", NULL, "2026-04-01", "2026-04-01", "2026-04-01", FALSE },
  { "not-signed-within-the-month", "2026-03-01", NULL, "2026-03-31", NULL, NULL, FALSE },
  { "end-of-january", "2026-01-31", NULL, "2026-02-28", "2026-02-28", "2026-02-28", FALSE },
  { "a-year-less-a-day", "2026-03-01", NULL, "2027-02-27", "2026-04-01", "2027-02-27", FALSE },
  { "a-year", "2026-03-01", NULL, "2027-02-28", "2026-04-01", "2027-02-28", TRUE },
  { "a-year-and-a-day", "2026-03-01", NULL, "2027-03-01", "2026-04-01", "2027-02-28", TRUE },
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
  ADD_ROWS ("/rules/severance/money-", money_rows, test_money)
  ADD_ROWS ("/rules/severance/article-82-", double_rows, test_double)
  g_test_add_func ("/rules/severance/article-83-unlawful-probation", test_83);
  return g_test_run ();
}
