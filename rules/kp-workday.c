/* kp-workday.c – working days by the State Council's holiday table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Monday to Friday are worked, Saturday and Sunday aren't, and the table of each year turns single days over: holidays
 * and the weekends that are worked for them. A year without its table is an error with a sentence: the table for the
 * next year appears each November, and a guess would end a publicity on the wrong day. */

#include "kp-workday.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (kp-workday-error-quark, kp_workday_error)

struct _KpCalendar
{
  GHashTable *years; /* year → year */
  GHashTable *days;  /* packed date → 1 + is_workday */
};

static gpointer
pack_date (KpDate date)
{
  return GINT_TO_POINTER (date.year * 10000 + date.month * 100 + date.day);
}

/**
 * kp_calendar_new:
 *
 * Returns: (transfer full): a calendar that knows no year yet.
 */
KpCalendar *
kp_calendar_new (void)
{
  KpCalendar *calendar = g_new0 (KpCalendar, 1);

  calendar->years = g_hash_table_new (NULL, NULL);
  calendar->days = g_hash_table_new (NULL, NULL);

  return calendar;
}

/**
 * kp_calendar_free:
 * @calendar: (nullable) (transfer full): a calendar
 */
void
kp_calendar_free (KpCalendar *calendar)
{
  if (calendar == NULL)
    return;

  g_hash_table_unref (calendar->years);
  g_hash_table_unref (calendar->days);
  g_free (calendar);
}

/**
 * kp_calendar_add_year:
 * @calendar: a calendar
 * @year: a year whose whole table is (or is about to be) entered
 */
void
kp_calendar_add_year (KpCalendar *calendar,
                      gint        year)
{
  g_hash_table_add (calendar->years, GINT_TO_POINTER (year));
}

/**
 * kp_calendar_has_year:
 * @calendar: a calendar
 * @year: a year
 *
 * Returns: whether the year's table is known.
 */
gboolean
kp_calendar_has_year (const KpCalendar *calendar,
                      gint              year)
{
  return g_hash_table_contains (calendar->years, GINT_TO_POINTER (year));
}

/**
 * kp_calendar_set_day:
 * @calendar: a calendar
 * @date: a day that the announcement names
 * @is_workday: FALSE = day off, TRUE = worked although a weekend
 */
void
kp_calendar_set_day (KpCalendar *calendar,
                     KpDate      date,
                     gboolean    is_workday)
{
  g_hash_table_insert (calendar->days, pack_date (date), GINT_TO_POINTER (is_workday ? 2 : 1));
}

/**
 * kp_calendar_find_kind:
 * @calendar: a calendar
 * @date: a valid day
 * @is_known: (out): whether the table of its year is known; else only weekends are
 *
 * Returns: what kind of day it is: 节假日, 调休上班, a weekend, or a plain working day
 */
KpDayKind
kp_calendar_find_kind (const KpCalendar *calendar,
                       KpDate            date,
                       gboolean         *is_known)
{
  const gint set = GPOINTER_TO_INT (g_hash_table_lookup (calendar->days, pack_date (date)));
  const gboolean is_weekend = kp_date_get_weekday (date) > 5;

  *is_known = kp_calendar_has_year (calendar, date.year);
  if (set == 1)
    return KP_DAY_HOLIDAY;
  if (is_weekend)
    return set == 2 ? KP_DAY_SWAPPED : KP_DAY_WEEKEND;
  return KP_DAY_WORKED;
}

/**
 * kp_calendar_find_workday:
 * @calendar: a calendar
 * @date: a valid day
 * @is_workday: (out): whether it is worked
 * @error: return location for an error
 *
 * Returns: FALSE with %KP_WORKDAY_ERROR_UNKNOWN_YEAR when the year's table isn't known.
 */
gboolean
kp_calendar_find_workday (const KpCalendar *calendar,
                          KpDate            date,
                          gboolean         *is_workday,
                          GError          **error)
{
  gint set;

  if (!kp_date_is_valid (date))
    {
      g_set_error (error, KP_WORKDAY_ERROR, KP_WORKDAY_ERROR_RANGE,
                   _("Working days can't be counted without a valid date; enter the date first."));
      return FALSE;
    }
  if (!kp_calendar_has_year (calendar, date.year))
    {
      g_set_error (error, KP_WORKDAY_ERROR, KP_WORKDAY_ERROR_UNKNOWN_YEAR,
                   _("The holiday table of %d isn't known, so working days in that year can't be counted; add the "
                     "State Council's table of that year."),
                   date.year);
      return FALSE;
    }

  set = GPOINTER_TO_INT (g_hash_table_lookup (calendar->days, pack_date (date)));
  *is_workday = set != 0 ? set == 2 : kp_date_get_weekday (date) <= 5;

  return TRUE;
}

/**
 * kp_calendar_add_workdays:
 * @calendar: a calendar
 * @date: a day, not counted itself
 * @days: how many working days later
 * @out: (out): the last of them; @date itself when @days is 0; untouched on failure
 * @error: return location for an error
 *
 * Returns: FALSE with %KP_WORKDAY_ERROR_UNKNOWN_YEAR when the count runs into a year without table.
 */
gboolean
kp_calendar_add_workdays (const KpCalendar *calendar,
                          KpDate            date,
                          guint             days,
                          KpDate           *out,
                          GError          **error)
{
  while (days > 0)
    {
      gboolean is_workday = FALSE;

      date = kp_date_add_days (date, 1);
      if (!kp_calendar_find_workday (calendar, date, &is_workday, error))
        return FALSE;
      if (is_workday)
        days--;
    }

  *out = date;
  return TRUE;
}

/**
 * kp_calendar_decide_period_end:
 * @calendar: a calendar
 * @published: day of publication; it isn't counted (民法典 第201条)
 * @days: how long, at least 1
 * @is_in_workdays: whether the notice counts working days (工作日) or all days
 * @out: (out): the last day of the period; untouched on failure
 * @error: return location for an error
 *
 * The end of a publicity or a deadline. All days are counted plainly: a notice that prints "7天" means the seventh day.
 *
 * Returns: FALSE with %KP_WORKDAY_ERROR_UNKNOWN_YEAR or, for no day or 0 days, %KP_WORKDAY_ERROR_RANGE.
 */
gboolean
kp_calendar_decide_period_end (const KpCalendar *calendar,
                               KpDate            published,
                               guint             days,
                               gboolean          is_in_workdays,
                               KpDate           *out,
                               GError          **error)
{
  if (!kp_date_is_valid (published) || days == 0 || days > 366)
    {
      g_set_error (error, KP_WORKDAY_ERROR, KP_WORKDAY_ERROR_RANGE,
                   _("A period needs a first day and a length of 1 to 366 days, not %u; correct the scheme."), days);
      return FALSE;
    }
  if (is_in_workdays)
    return kp_calendar_add_workdays (calendar, published, days, out, error);

  *out = kp_date_add_days (published, (gint) days);
  return TRUE;
}
