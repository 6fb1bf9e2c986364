/* test-date.c – days of the calendar: leap years, month ends, full months, wrong text.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-date.h"

#define NONE { 0, 0, 0 }

typedef struct
{
  const char *name;
  const char *text;
  KpDate      expected; /* none = refused */
} ParseCase;

static const ParseCase parse_cases[] = {
  { "plain", "2026-03-02", { 2026, 3, 2 } },
  { "leap-day", "2024-02-29", { 2024, 2, 29 } },
  { "leap-day-of-400", "2000-02-29", { 2000, 2, 29 } },
  { "first-of-all", "0001-01-01", { 1, 1, 1 } },
  { "last-of-all", "9999-12-31", { 9999, 12, 31 } },
  { "no-leap-day", "2026-02-29", NONE },
  { "no-leap-day-of-100", "1900-02-29", NONE },
  { "april-31", "2026-04-31", NONE },
  { "month-13", "2026-13-01", NONE },
  { "month-0", "2026-00-10", NONE },
  { "day-0", "2026-01-00", NONE },
  { "year-0", "0000-01-01", NONE },
  { "short", "2026-3-2", NONE },
  { "slashes", "2026/03/02", NONE },
  { "blank-before", " 2026-03-02", NONE },
  { "text-after", "2026-03-02T", NONE },
  { "letters", "2o26-03-02", NONE },
  { "minus", "2026-0--02", NONE },
  { "full-width", "２０２６-03", NONE },
  { "empty", "", NONE },
  { "null", NULL, NONE },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase   *c = data;
  g_autoptr (GError) error = NULL;
  KpDate             date = { 1111, 11, 11 };

  if (kp_date_is_none (c->expected))
    {
      g_assert_false (kp_date_parse_iso (c->text, &date, &error));
      g_assert_error (error, KP_DATE_ERROR, KP_DATE_ERROR_INVALID);
      g_assert_cmpint (kp_date_compare (date, (KpDate) { 1111, 11, 11 }), ==, 0);
    }
  else
    {
      g_autofree gchar *back = NULL;

      g_assert_true (kp_date_parse_iso (c->text, &date, &error));
      g_assert_no_error (error);
      g_assert_cmpint (kp_date_compare (date, c->expected), ==, 0);
      back = kp_date_dup_iso (date);
      g_assert_cmpstr (back, ==, c->text);
    }
}

typedef struct
{
  const char *name;
  KpDate      from;
  gint        months;
  KpDate      expected;
} MonthsCase;

static const MonthsCase months_cases[] = {
  { "one", { 2026, 3, 2 }, 1, { 2026, 4, 2 } },
  { "none", { 2026, 3, 2 }, 0, { 2026, 3, 2 } },
  { "over-the-year", { 2026, 11, 30 }, 3, { 2027, 2, 28 } },
  { "month-end", { 2026, 1, 31 }, 1, { 2026, 2, 28 } },
  { "month-end-leap", { 2024, 1, 31 }, 1, { 2024, 2, 29 } },
  { "month-end-stays-clamped", { 2026, 8, 31 }, 6, { 2027, 2, 28 } },
  { "leap-day-plus-year", { 2024, 2, 29 }, 12, { 2025, 2, 28 } },
  { "leap-day-plus-four-years", { 2024, 2, 29 }, 48, { 2028, 2, 29 } },
  { "back", { 2026, 3, 31 }, -1, { 2026, 2, 28 } },
  { "back-over-the-year", { 2026, 1, 15 }, -2, { 2025, 11, 15 } },
  { "forty-one-years-back", { 2026, 3, 2 }, -492, { 1985, 3, 2 } },
  { "before-the-first-year", { 1, 1, 1 }, -1, NONE },
  { "after-the-last-year", { 9999, 12, 1 }, 1, NONE },
  { "of-none", NONE, 5, NONE },
};

static void
test_months (gconstpointer data)
{
  const MonthsCase *c = data;

  g_assert_cmpint (kp_date_compare (kp_date_add_months (c->from, c->months), c->expected), ==, 0);
}

typedef struct
{
  const char *name;
  KpDate      from;
  KpDate      to;
  gint        months;
} FullCase;

/* The day on which a month becomes full, and the day before. */
static const FullCase full_cases[] = {
  { "same-day", { 2026, 3, 2 }, { 2026, 3, 2 }, 0 },
  { "day-before-a-month", { 2026, 2, 2 }, { 2026, 3, 1 }, 0 },
  { "a-month", { 2026, 2, 2 }, { 2026, 3, 2 }, 1 },
  { "day-before-a-year", { 2025, 3, 3 }, { 2026, 3, 2 }, 11 },
  { "a-year", { 2025, 3, 2 }, { 2026, 3, 2 }, 12 },
  { "three-years-less-a-day", { 2023, 3, 3 }, { 2026, 3, 2 }, 35 },
  { "three-years", { 2023, 3, 2 }, { 2026, 3, 2 }, 36 },
  { "from-31-to-28-february", { 2026, 1, 31 }, { 2026, 2, 28 }, 1 },
  { "from-31-to-27-february", { 2026, 1, 31 }, { 2026, 2, 27 }, 0 },
  { "from-leap-day", { 2024, 2, 29 }, { 2025, 2, 28 }, 12 },
  { "from-leap-day-less-a-day", { 2024, 2, 29 }, { 2025, 2, 27 }, 11 },
  { "backwards", { 2026, 3, 2 }, { 2026, 1, 1 }, 0 },
};

static void
test_full_months (gconstpointer data)
{
  const FullCase *c = data;

  g_assert_cmpint (kp_date_full_months_between (c->from, c->to), ==, c->months);
  g_assert_cmpint (kp_date_full_years_between (c->from, c->to), ==, c->months / 12);
}

static void
test_days (void)
{
  KpDate day = { 1999, 12, 1 };

  /* Every day of eleven years follows the one before, and comes back. */
  for (gint i = 0; i < 4018; i++)
    {
      KpDate next = kp_date_add_days (day, 1);

      g_assert_true (kp_date_is_valid (next));
      g_assert_cmpint (kp_date_days_between (day, next), ==, 1);
      g_assert_cmpint (kp_date_compare (kp_date_add_days (next, -1), day), ==, 0);
      g_assert_cmpuint (kp_date_get_weekday (next), ==, kp_date_get_weekday (day) % 7 + 1);
      day = next;
    }
  g_assert_cmpint (kp_date_compare (day, (KpDate) { 2010, 12, 1 }), ==, 0);
}

static void
test_days_far (void)
{
  KpDate first = { 1, 1, 1 };
  KpDate last = { 9999, 12, 31 };

  g_assert_cmpint (kp_date_days_between (first, last), ==, 3652058);
  g_assert_cmpint (kp_date_compare (kp_date_add_days (first, 3652058), last), ==, 0);
  g_assert_true (kp_date_is_none (kp_date_add_days (last, 1)));
  g_assert_true (kp_date_is_none (kp_date_add_days (first, -1)));
  g_assert_true (kp_date_is_none (kp_date_add_days (KP_DATE_NONE, 1)));
}

static void
test_weekday (void)
{
  g_assert_cmpuint (kp_date_get_weekday ((KpDate) { 2026, 3, 28 }), ==, 6);
  g_assert_cmpuint (kp_date_get_weekday ((KpDate) { 2026, 11, 23 }), ==, 1);
  g_assert_cmpuint (kp_date_get_weekday ((KpDate) { 2000, 2, 29 }), ==, 2);
  g_assert_cmpuint (kp_date_get_weekday (KP_DATE_NONE), ==, 0);
}

static void
test_chinese (void)
{
  g_autofree gchar *text = kp_date_dup_chinese ((KpDate) { 2026, 3, 2 });
  g_autofree gchar *none = kp_date_dup_chinese (KP_DATE_NONE);
  g_autofree gchar *none_iso = kp_date_dup_iso (KP_DATE_NONE);

  g_assert_cmpstr (text, ==, "2026年3月2日");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (none_iso, ==, "");
}

static void
test_order (void)
{
  g_assert_cmpint (kp_date_compare ((KpDate) { 2025, 12, 31 }, (KpDate) { 2026, 1, 1 }), <, 0);
  g_assert_cmpint (kp_date_compare ((KpDate) { 2026, 2, 1 }, (KpDate) { 2026, 1, 31 }), >, 0);
  g_assert_cmpint (kp_date_compare ((KpDate) { 2026, 2, 1 }, (KpDate) { 2026, 2, 2 }), <, 0);
  g_assert_cmpint (kp_date_compare (KP_DATE_NONE, (KpDate) { 1, 1, 1 }), <, 0);
  g_assert_false (kp_date_is_valid (KP_DATE_NONE));
  g_assert_false (kp_date_is_valid ((KpDate) { 2026, 2, 30 }));
  g_assert_true (kp_date_is_none (kp_date_make (2026, 2, 30)));
}

#define ADD_TABLE(folder, cases, function) \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) \
    { \
      g_autofree gchar *path = g_strconcat ("/rules/date/" folder "/", cases[i].name, NULL); \
\
      g_test_add_data_func (path, &cases[i], function); \
    }

typedef struct
{
  gint     year;
  guint    month;
  guint    day;
  gboolean is_day;
} MakeCase;

static const MakeCase make_cases[] = {
  { 0, 1, 1, FALSE },      { 1, 1, 1, TRUE },       { 9999, 12, 31, TRUE },  { 10000, 1, 1, FALSE },
  { -1, 1, 1, FALSE },     { 2026, 0, 1, FALSE },   { 2026, 13, 1, FALSE },  { 2026, 12, 0, FALSE },
  { 2026, 12, 31, TRUE },  { 2026, 12, 32, FALSE }, { 2026, 4, 30, TRUE },   { 2026, 4, 31, FALSE },
  { 2026, 2, 28, TRUE },   { 2026, 2, 29, FALSE },  { 2024, 2, 29, TRUE },   { 2024, 2, 30, FALSE },
  { 1900, 2, 29, FALSE },  { 2000, 2, 29, TRUE },   { 2026, 257, 1, FALSE }, { 2026, 1, 257, FALSE },
};

/* Never a day that the calendar doesn't have: then there is none, and nothing half-made. */
static void
test_make (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (make_cases); i++)
    {
      const MakeCase *c = &make_cases[i];
      const KpDate    date = kp_date_make (c->year, c->month, c->day);

      g_assert_cmpint (kp_date_is_valid (date), ==, c->is_day);
      g_assert_cmpint (kp_date_is_none (date), ==, !c->is_day);
    }
}

static const KpDate half_made[] = { { 2026, 0, 0 }, { 0, 3, 0 }, { 0, 0, 2 }, { 0, 3, 2 }, { 2026, 3, 0 }, { 2026, 0, 2 } };

static void
test_half_made_is_neither (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (half_made); i++)
    {
      g_assert_false (kp_date_is_none (half_made[i]));
      g_assert_false (kp_date_is_valid (half_made[i]));
    }
}

static const KpDate ascending[] = { { 0, 0, 0 },     { 1, 1, 1 },     { 2025, 12, 31 }, { 2026, 1, 1 },  { 2026, 1, 31 },
                                    { 2026, 2, 1 },  { 2026, 2, 28 }, { 2026, 3, 1 },   { 2026, 11, 2 }, { 2026, 12, 1 },
                                    { 2027, 1, 1 },  { 9999, 12, 31 } };

/* Every pair, both ways, and each with itself. */
static void
test_compare_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
        {
          const gint order = kp_date_compare (ascending[i], ascending[j]);

          g_assert_cmpint (order < 0, ==, i < j);
          g_assert_cmpint (order > 0, ==, i > j);
        }
    }
}

typedef struct
{
  KpDate from;
  gint   years;
  KpDate to;
} YearsCase;

static const YearsCase years_cases[] = {
  { { 2026, 3, 2 }, 0, { 2026, 3, 2 } },
  { { 2026, 3, 2 }, -41, { 1985, 3, 2 } },
  { { 2026, 3, 2 }, -18, { 2008, 3, 2 } },
  { { 2024, 2, 29 }, 1, { 2025, 2, 28 } },
  { { 2024, 2, 29 }, -1, { 2023, 2, 28 } },
  { { 2024, 2, 29 }, -4, { 2020, 2, 29 } },
  { { 2024, 2, 29 }, -124, { 1900, 2, 28 } },
  { { 2025, 2, 28 }, -1, { 2024, 2, 28 } },
  { { 1, 1, 1 }, 9998, { 9999, 1, 1 } },
  { { 1, 1, 1 }, 9999, { 0, 0, 0 } },
  { { 9999, 12, 31 }, -9998, { 1, 12, 31 } },
  { { 9999, 12, 31 }, -9999, { 0, 0, 0 } },
  { { 2026, 3, 2 }, 10001, { 0, 0, 0 } },
  { { 2026, 3, 2 }, -10001, { 0, 0, 0 } },
  { { 2026, 3, 2 }, G_MAXINT, { 0, 0, 0 } },
  { { 2026, 3, 2 }, G_MININT, { 0, 0, 0 } },
};

static void
test_add_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years_cases); i++)
    {
      const YearsCase *c = &years_cases[i];

      g_assert_cmpint (kp_date_compare (kp_date_add_years (c->from, c->years), c->to), ==, 0);
    }
}

/* The months of full years are just the years, on the day and on the day before, over every day of a leap cycle. */
static void
test_full_years_turn_on_the_day (void)
{
  KpDate day = { 2020, 1, 1 };

  for (guint i = 0; i < 4 * 365 + 1; i++)
    {
      const KpDate turn = kp_date_add_years (day, 3);

      g_assert_cmpint (kp_date_full_years_between (day, turn), ==, 3);
      g_assert_cmpint (kp_date_full_years_between (day, kp_date_add_days (turn, -1)), ==, 2);
      g_assert_cmpint (kp_date_full_months_between (day, turn), ==, 36);
      g_assert_cmpint (kp_date_days_between (day, turn), ==, -kp_date_days_between (turn, day));
      day = kp_date_add_days (day, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("parse", parse_cases, test_parse)
  ADD_TABLE ("add-months", months_cases, test_months)
  ADD_TABLE ("full-months", full_cases, test_full_months)
  g_test_add_func ("/rules/date/each-day-follows", test_days);
  g_test_add_func ("/rules/date/ends-of-time", test_days_far);
  g_test_add_func ("/rules/date/make", test_make);
  g_test_add_func ("/rules/date/half-made-is-neither", test_half_made_is_neither);
  g_test_add_func ("/rules/date/compare-pairs", test_compare_pairs);
  g_test_add_func ("/rules/date/add-years", test_add_years);
  g_test_add_func ("/rules/date/full-years-turn-on-the-day", test_full_years_turn_on_the_day);
  g_test_add_func ("/rules/date/weekday", test_weekday);
  g_test_add_func ("/rules/date/chinese", test_chinese);
  g_test_add_func ("/rules/date/order", test_order);

  return g_test_run ();
}
