/* test-workday.c – working days around holidays and worked weekends, and the end of a period.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-workday.h"

#include <string.h>

typedef struct
{
  const char *day;
  gboolean    is_workday;
} Turned;

/* From the State Council's tables for 2025 and 2026. */
static const Turned turned[] = {
  { "2025-12-31", TRUE },  { "2026-01-01", FALSE }, { "2026-01-02", FALSE }, { "2026-01-03", FALSE },
  { "2026-01-04", TRUE },  { "2026-02-14", TRUE },  { "2026-02-15", FALSE }, { "2026-02-16", FALSE },
  { "2026-02-17", FALSE }, { "2026-02-18", FALSE }, { "2026-02-19", FALSE }, { "2026-02-20", FALSE },
  { "2026-02-21", FALSE }, { "2026-02-22", FALSE }, { "2026-02-23", FALSE }, { "2026-02-28", TRUE },
  { "2026-06-19", FALSE }, { "2026-06-20", FALSE }, { "2026-06-21", FALSE },
};

static KpDate
make_date (const char *text)
{
  KpDate date = KP_DATE_NONE;

  g_assert_true (kp_date_parse_iso (text, &date, NULL));
  return date;
}

static KpCalendar *
make_calendar (void)
{
  KpCalendar *calendar = kp_calendar_new ();

  kp_calendar_add_year (calendar, 2025);
  kp_calendar_add_year (calendar, 2026);
  for (gsize i = 0; i < G_N_ELEMENTS (turned); i++)
    kp_calendar_set_day (calendar, make_date (turned[i].day), turned[i].is_workday);

  return calendar;
}

typedef struct
{
  const char *name;
  const char *day;
  gboolean    is_workday;
} DayCase;

static const DayCase day_cases[] = {
  { "friday", "2026-03-27", TRUE },          { "saturday", "2026-03-28", FALSE },
  { "sunday", "2026-03-29", FALSE },         { "holiday-on-a-weekday", "2026-02-17", FALSE },
  { "worked-saturday", "2026-02-14", TRUE }, { "worked-sunday", "2026-01-04", TRUE },
  { "dragon-boat-friday", "2026-06-19", FALSE },
};

static void
test_day (gconstpointer data)
{
  const DayCase         *c = data;
  g_autoptr (KpCalendar) calendar = make_calendar ();
  g_autoptr (GError)     error = NULL;
  gboolean               is_workday = !c->is_workday;

  g_assert_true (kp_calendar_find_workday (calendar, make_date (c->day), &is_workday, &error));
  g_assert_no_error (error);
  g_assert_cmpint (is_workday, ==, c->is_workday);
}

typedef struct
{
  const char *name;
  const char *published;
  guint       days;
  gboolean    is_in_workdays;
  const char *end; /* NULL = refused */
} PeriodCase;

static const PeriodCase period_cases[] = {
  { "sample-seven-over-dragon-boat", "2026-06-10", 7, TRUE, "2026-06-22" },
  { "six-ends-before-dragon-boat", "2026-06-10", 6, TRUE, "2026-06-18" },
  { "published-on-a-friday", "2026-03-27", 1, TRUE, "2026-03-30" },
  { "published-on-a-saturday", "2026-03-28", 1, TRUE, "2026-03-30" },
  { "worked-saturday-counts", "2026-02-13", 1, TRUE, "2026-02-14" },
  { "over-spring-festival", "2026-02-13", 2, TRUE, "2026-02-24" },
  { "worked-saturday-after-festival", "2026-02-27", 1, TRUE, "2026-02-28" },
  { "over-new-year", "2025-12-30", 2, TRUE, "2026-01-04" },
  { "calendar-days", "2026-06-10", 7, FALSE, "2026-06-17" },
  { "calendar-days-over-february", "2026-02-25", 5, FALSE, "2026-03-02" },
  { "calendar-days-need-no-table", "2031-01-01", 7, FALSE, "2031-01-08" },
  { "year-without-table", "2026-12-31", 1, TRUE, NULL },
  { "runs-into-year-without-table", "2026-12-28", 7, TRUE, NULL },
  { "no-days", "2026-06-10", 0, TRUE, NULL },
  { "no-calendar-days", "2026-06-10", 0, FALSE, NULL },
  { "too-many", "2026-06-10", 367, FALSE, NULL },
};

static void
test_period (gconstpointer data)
{
  const PeriodCase      *c = data;
  g_autoptr (KpCalendar) calendar = make_calendar ();
  g_autoptr (GError)     error = NULL;
  KpDate                 end = KP_DATE_NONE;
  gboolean               is_decided;

  is_decided = kp_calendar_decide_period_end (calendar, make_date (c->published), c->days, c->is_in_workdays, &end,
                                              &error);
  if (c->end == NULL)
    {
      g_assert_false (is_decided);
      g_assert_nonnull (error);
      g_assert_true (kp_date_is_none (end));
    }
  else
    {
      g_autofree gchar *text = kp_date_dup_iso (end);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, c->end);
    }
}

static void
test_unknown_year (void)
{
  g_autoptr (KpCalendar) calendar = make_calendar ();
  g_autoptr (GError)     error = NULL;
  KpDate                 out = KP_DATE_NONE;

  g_assert_true (kp_calendar_has_year (calendar, 2026));
  g_assert_false (kp_calendar_has_year (calendar, 2027));
  g_assert_false (kp_calendar_add_workdays (calendar, make_date ("2026-12-31"), 1, &out, &error));
  g_assert_error (error, KP_WORKDAY_ERROR, KP_WORKDAY_ERROR_UNKNOWN_YEAR);
  g_assert_nonnull (strstr (error->message, "2027"));
}

static void
test_no_date (void)
{
  g_autoptr (KpCalendar) calendar = make_calendar ();
  g_autoptr (GError)     error = NULL;
  gboolean               is_workday = FALSE;

  g_assert_false (kp_calendar_find_workday (calendar, KP_DATE_NONE, &is_workday, &error));
  g_assert_error (error, KP_WORKDAY_ERROR, KP_WORKDAY_ERROR_RANGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/workday/day/", day_cases[i].name, NULL);

      g_test_add_data_func (path, &day_cases[i], test_day);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (period_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/workday/period/", period_cases[i].name, NULL);

      g_test_add_data_func (path, &period_cases[i], test_period);
    }
  g_test_add_func ("/rules/workday/unknown-year-names-it", test_unknown_year);
  g_test_add_func ("/rules/workday/no-date", test_no_date);

  return g_test_run ();
}
