/* test-holidays.c – the shipped holiday tables, and a table that a county adds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-holidays.h"
#include "kp-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  KpDate      day;
  gboolean    is_workday;
} DayCase;

static const DayCase day_cases[] = {
  { "2024-spring-festival", { 2024, 2, 12 }, FALSE },   { "2024-worked-sunday", { 2024, 2, 4 }, TRUE },
  { "2024-plain-saturday", { 2024, 3, 2 }, FALSE },     { "2025-national-day", { 2025, 10, 8 }, FALSE },
  { "2025-worked-sunday", { 2025, 9, 28 }, TRUE },      { "2025-after-national-day", { 2025, 10, 9 }, TRUE },
  { "2026-spring-festival", { 2026, 2, 23 }, FALSE },   { "2026-after-festival", { 2026, 2, 24 }, TRUE },
  { "2026-worked-saturday", { 2026, 2, 28 }, TRUE },    { "2026-dragon-boat", { 2026, 6, 19 }, FALSE },
  { "2026-exam-saturday", { 2026, 3, 28 }, FALSE },
};

static void
test_day (gconstpointer data)
{
  const DayCase         *c = data;
  g_autoptr (GError)     error = NULL;
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (&error);
  gboolean               is_workday = !c->is_workday;

  g_assert_no_error (error);
  g_assert_true (kp_calendar_find_workday (calendar, c->day, &is_workday, &error));
  g_assert_no_error (error);
  g_assert_cmpint (is_workday, ==, c->is_workday);
}

/* The publicity of the sample: 7 working days from Wednesday 10 June, over the dragon boat festival. */
static void
test_sample_publicity (void)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (&error);
  KpDate                 end = KP_DATE_NONE;

  g_assert_true (kp_calendar_decide_period_end (calendar, (KpDate) { 2026, 6, 10 }, 7, TRUE, &end, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kp_date_compare (end, (KpDate) { 2026, 6, 22 }), ==, 0);
}

/* The State Council's table has 250 or so working days a year: a swapped sign would show. */
static void
test_days_of_a_year (void)
{
  static const guint     workdays[] = { 251, 248, 248 };
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (NULL);

  for (gint year = 2024; year <= 2026; year++)
    {
      guint n_workdays = 0;

      for (KpDate day = kp_date_make (year, 1, 1); day.year == year; day = kp_date_add_days (day, 1))
        {
          gboolean is_workday = FALSE;

          g_assert_true (kp_calendar_find_workday (calendar, day, &is_workday, NULL));
          n_workdays += is_workday;
        }
      g_assert_cmpuint (n_workdays, ==, workdays[year - 2024]);
    }
}

static void
test_added_year (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree gchar        *path = NULL;
  g_autoptr (GError)       error = NULL;
  g_autoptr (KpCalendar)   calendar = kp_holidays_load_shipped (NULL);
  gboolean                 is_workday = TRUE;

  path = kp_test_folder_write (folder, "2027.json",
                               "{ \"kaopin-holidays\": 1, \"year\": 2027, \"source\": \"\", "
                               "\"off\": [\"2027-01-01\"], \"worked\": [\"2027-01-03\"] }",
                               -1);
  g_assert_false (kp_calendar_has_year (calendar, 2027));
  g_assert_true (kp_holidays_add_file (calendar, path, &error));
  g_assert_no_error (error);
  g_assert_true (kp_calendar_find_workday (calendar, (KpDate) { 2027, 1, 1 }, &is_workday, NULL));
  g_assert_false (is_workday);
  g_assert_true (kp_calendar_find_workday (calendar, (KpDate) { 2027, 1, 3 }, &is_workday, NULL));
  g_assert_true (is_workday);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *message;
} FaultCase;

static const FaultCase fault_cases[] = {
  { "no-json", "2027", "table" },
  { "cut-off", "{ \"year\":", "JSON" },
  { "no-form", "{ \"year\": 2027, \"source\": \"\", \"off\": [], \"worked\": [] }", "kaopin-holidays" },
  { "no-year", "{ \"kaopin-holidays\": 1, \"year\": 0, \"source\": \"\", \"off\": [], \"worked\": [] }", "year" },
  { "other-year", "{ \"kaopin-holidays\": 1, \"year\": 2027, \"source\": \"\", \"off\": [\"2028-01-01\"], "
                  "\"worked\": [] }", "2028-01-01" },
  { "no-day", "{ \"kaopin-holidays\": 1, \"year\": 2027, \"source\": \"\", \"off\": [\"2027-02-30\"], "
              "\"worked\": [] }", "2027-02-30" },
  { "unknown-key", "{ \"kaopin-holidays\": 1, \"year\": 2027, \"source\": \"\", \"off\": [], \"worked\": [], "
                   "\"half\": [] }", "half" },
};

static void
test_fault (gconstpointer data)
{
  const FaultCase       *c = data;
  g_autoptr (KpCalendar) calendar = kp_calendar_new ();
  g_autoptr (GError)     error = NULL;

  g_assert_false (kp_holidays_add_text (calendar, c->text, -1, &error));
  g_assert_error (error, KP_HOLIDAYS_ERROR, KP_HOLIDAYS_ERROR_FORM);
  g_assert_nonnull (strstr (error->message, c->message));
  g_assert_false (kp_calendar_has_year (calendar, 2027));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/holidays/day/", day_cases[i].name, NULL);

      g_test_add_data_func (path, &day_cases[i], test_day);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/holidays/fault/", fault_cases[i].name, NULL);

      g_test_add_data_func (path, &fault_cases[i], test_fault);
    }
  g_test_add_func ("/data/holidays/sample-publicity", test_sample_publicity);
  g_test_add_func ("/data/holidays/days-of-a-year", test_days_of_a_year);
  g_test_add_func ("/data/holidays/added-year", test_added_year);

  return g_test_run ();
}
