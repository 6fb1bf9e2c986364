/* test-public-days.c – the days of a publicity as they stand on the calendar, and which of them count.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-public-days.h"

static KpDate
make_date (const char *text)
{
  KpDate date = KP_DATE_NONE;

  g_assert_true (kp_date_parse_iso (text, &date, NULL));
  return date;
}

/* 2026: 1 to 3 January are off, Sunday 4 January is worked for it. */
static KpCalendar *
make_calendar (void)
{
  KpCalendar *calendar = kp_calendar_new ();

  kp_calendar_add_year (calendar, 2025);
  kp_calendar_add_year (calendar, 2026);
  kp_calendar_set_day (calendar, make_date ("2026-01-01"), FALSE);
  kp_calendar_set_day (calendar, make_date ("2026-01-02"), FALSE);
  kp_calendar_set_day (calendar, make_date ("2026-01-03"), FALSE);
  kp_calendar_set_day (calendar, make_date ("2026-01-04"), TRUE);
  return calendar;
}

typedef struct
{
  const char *name;
  const char *from;
  const char *until;
  gboolean is_in_workdays;
  const char *shown_until; /* (nullable) */
  const char *days;  /* · outside, P published, – passed, else the number that is counted; weeks by a space */
  const char *kinds; /* w worked, e weekend, h holiday, s swapped, ? of a year without table */
} Case;

static const Case cases[] = {
  { "across-new-year", "2025-12-31", "2026-01-07", TRUE, NULL, "··P–––1 234····", "wwwhhhs wwwwwee" },
  { "all-days", "2025-12-31", "2026-01-07", FALSE, NULL, "··P1234 567····", "wwwhhhs wwwwwee" },
  { "from-monday-to-friday", "2026-03-02", "2026-03-06", TRUE, NULL, "P1234··", "wwwwwee" },
  { "ends-on-sunday", "2026-03-02", "2026-03-08", FALSE, NULL, "P123456", "wwwwwee" },
  { "answer-later", "2026-03-02", "2026-03-06", TRUE, "2026-03-12", "P1234·· ·······", "wwwwwee wwwwwee" },
  { "answer-earlier", "2026-03-02", "2026-03-06", TRUE, "2026-03-03", "P1234··", "wwwwwee" },
  { "one-day", "2026-03-02", "2026-03-03", TRUE, NULL, "P1·····", "wwwwwee" },
  { "unknown-year", "2027-03-01", "2027-03-05", TRUE, NULL, "P1234··", "???????" },
  { "until-before-from", "2026-03-06", "2026-03-02", TRUE, NULL, "", "" },
};

static const char *
get_kind (const KpPublicDay *day)
{
  static const char *const letters[] = { "w", "e", "h", "s" };

  return day->is_kind_known ? letters[day->kind] : "?";
}

static void
test_days (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (KpCalendar) calendar = make_calendar ();
  const KpDate shown = c->shown_until != NULL ? make_date (c->shown_until) : KP_DATE_NONE;
  g_autoptr (GArray) days
      = kp_public_days_list (make_date (c->from), make_date (c->until), c->is_in_workdays, shown, calendar);
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autoptr (GString) kinds = g_string_new (NULL);
  guint n_last = 0;

  g_assert_cmpuint (days->len % 7, ==, 0);
  for (guint i = 0; i < days->len; i++)
    {
      const KpPublicDay *day = &g_array_index (days, KpPublicDay, i);

      g_assert_cmpuint (kp_date_get_weekday (day->date), ==, i % 7 + 1);
      g_assert_cmpint (kp_date_compare (day->date, make_date (c->until)) == 0, ==, day->is_last);
      n_last += day->is_last ? 1 : 0;
      if (i > 0 && i % 7 == 0)
        {
          g_string_append_c (parts, ' ');
          g_string_append_c (kinds, ' ');
        }
      if (day->part == KP_PUBLIC_COUNTED)
        g_string_append_printf (parts, "%u", day->number);
      else
        g_string_append (parts, day->part == KP_PUBLIC_PUBLISHED ? "P" : day->part == KP_PUBLIC_PASSED ? "–" : "·");
      g_string_append (kinds, get_kind (day));
    }
  g_assert_cmpstr (parts->str, ==, c->days);
  g_assert_cmpstr (kinds->str, ==, c->kinds);
  g_assert_cmpuint (n_last, ==, days->len > 0 ? 1 : 0);
}

/* The last day that is counted is the day on which the rule ends the period. */
static void
test_agrees_with_rule (void)
{
  g_autoptr (KpCalendar) calendar = make_calendar ();

  for (guint n = 1; n <= 15; n++)
    for (gint start = 0; start < 14; start++)
      {
        const KpDate from = kp_date_add_days (make_date ("2025-12-22"), start);
        g_autoptr (GArray) days = NULL;
        guint most = 0;
        KpDate until;

        g_assert_true (kp_calendar_decide_period_end (calendar, from, n, TRUE, &until, NULL));
        days = kp_public_days_list (from, until, TRUE, KP_DATE_NONE, calendar);
        for (guint i = 0; i < days->len; i++)
          {
            const KpPublicDay *day = &g_array_index (days, KpPublicDay, i);

            most = MAX (most, day->number);
            g_assert_true (!day->is_last || day->number == n);
          }
        g_assert_cmpuint (most, ==, n);
      }
}

static void
test_no_day (void)
{
  g_autoptr (KpCalendar) calendar = make_calendar ();
  g_autoptr (GArray) none = kp_public_days_list (KP_DATE_NONE, make_date ("2026-03-02"), TRUE, KP_DATE_NONE, calendar);
  g_autoptr (GArray) open = kp_public_days_list (make_date ("2026-03-02"), KP_DATE_NONE, TRUE, KP_DATE_NONE, calendar);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (open->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/public-days/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_days);
    }
  g_test_add_func ("/rules/public-days/agrees-with-the-rule", test_agrees_with_rule);
  g_test_add_func ("/rules/public-days/no-day", test_no_day);
  return g_test_run ();
}
