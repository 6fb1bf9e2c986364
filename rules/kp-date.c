/* kp-date.c – a calendar day as a plain value: parsing, printing, counting.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every requirement of a notice hangs on a day, so the days are counted here once, without time zones, without
 * the clock and without GDateTime: a KpDate is four bytes, compares by value and can't be half valid. */

#include "kp-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (kp-date-error-quark, kp_date_error)

static const guint8 month_days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

/* Days from 0001-01-01 (which is 1, a Monday). */
static gint
count_days (KpDate date)
{
  gint years = date.year - 1;
  gint days = years * 365 + years / 4 - years / 100 + years / 400;

  for (guint month = 1; month < date.month; month++)
    days += (gint) kp_date_get_days_in_month (date.year, month);

  return days + date.day;
}

/**
 * kp_date_make:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the last day of the month
 *
 * Returns: the day, or %KP_DATE_NONE when there is no such day.
 */
KpDate
kp_date_make (gint  year,
              guint month,
              guint day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return KP_DATE_NONE;
  if (day < 1 || day > kp_date_get_days_in_month (year, month))
    return KP_DATE_NONE;

  return (KpDate) { (gint16) year, (guint8) month, (guint8) day };
}

/**
 * kp_date_is_none:
 * @date: a date
 *
 * Returns: whether @date says "no date" (all zero).
 */
gboolean
kp_date_is_none (KpDate date)
{
  return date.year == 0 && date.month == 0 && date.day == 0;
}

/**
 * kp_date_is_valid:
 * @date: a date
 *
 * Returns: whether @date is a day of the calendar; "no date" isn't.
 */
gboolean
kp_date_is_valid (KpDate date)
{
  return !kp_date_is_none (kp_date_make (date.year, date.month, date.day));
}

/**
 * kp_date_is_leap_year:
 * @year: a year
 *
 * Returns: whether the Gregorian year has a 29 February.
 */
gboolean
kp_date_is_leap_year (gint year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * kp_date_get_days_in_month:
 * @year: the year
 * @month: 1 to 12
 *
 * Returns: 28 to 31, or 0 when there is no such month.
 */
guint
kp_date_get_days_in_month (gint  year,
                           guint month)
{
  if (month < 1 || month > 12)
    return 0;
  if (month == 2 && kp_date_is_leap_year (year))
    return 29;

  return month_days[month - 1];
}

/**
 * kp_date_parse_iso:
 * @text: (nullable): "2026-03-02", nothing before or after
 * @out: (out): the day; untouched on failure
 * @error: return location for an error
 *
 * Reads exactly the ISO form; the many spellings of a workbook are the importer's business.
 *
 * Returns: FALSE with %KP_DATE_ERROR_INVALID when the text is of another form or the day doesn't exist.
 */
gboolean
kp_date_parse_iso (const char *text,
                   KpDate     *out,
                   GError    **error)
{
  guint  number[3] = { 0, 0, 0 };
  guint  part = 0;
  KpDate date;

  g_return_val_if_fail (out != NULL, FALSE);

  date = KP_DATE_NONE;
  if (text != NULL && strlen (text) == 10)
    {
      gboolean is_formed = TRUE;

      for (guint i = 0; i < 10; i++)
        {
          if (i == 4 || i == 7)
            {
              is_formed = is_formed && text[i] == '-';
              part++;
            }
          else if (g_ascii_isdigit (text[i]))
            number[part] = number[part] * 10 + (guint) (text[i] - '0');
          else
            is_formed = FALSE;
        }
      if (is_formed)
        date = kp_date_make ((gint) number[0], number[1], number[2]);
    }

  if (kp_date_is_none (date))
    {
      g_set_error (error, KP_DATE_ERROR, KP_DATE_ERROR_INVALID,
                   _("“%s” is not a date of the calendar; write it as year-month-day, for example 2026-03-02."),
                   text != NULL ? text : "");
      return FALSE;
    }

  *out = date;
  return TRUE;
}

/**
 * kp_date_dup_iso:
 * @date: a day or "no date"
 *
 * Returns: (transfer full): "2026-03-02", or "" for no date; the form that is stored.
 */
gchar *
kp_date_dup_iso (KpDate date)
{
  if (kp_date_is_none (date))
    return g_strdup ("");

  return g_strdup_printf ("%04d-%02u-%02u", date.year, date.month, date.day);
}

/**
 * kp_date_dup_chinese:
 * @date: a day or "no date"
 *
 * Returns: (transfer full): "2026年3月2日" (GB/T 9704-2012 §7.3.5.4: no leading zeros), or "" for no date.
 */
gchar *
kp_date_dup_chinese (KpDate date)
{
  if (kp_date_is_none (date))
    return g_strdup ("");

  return g_strdup_printf ("%d年%u月%u日", date.year, date.month, date.day);
}

/**
 * kp_date_compare:
 * @a: a day
 * @b: a day
 *
 * Returns: less than, equal to or greater than 0 as @a is before, the same as or after @b. No date is before all.
 */
gint
kp_date_compare (KpDate a,
                 KpDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;

  return 0;
}

/**
 * kp_date_get_weekday:
 * @date: a valid day
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601), 0 for no date.
 */
guint
kp_date_get_weekday (KpDate date)
{
  if (!kp_date_is_valid (date))
    return 0;

  return (guint) ((count_days (date) - 1) % 7 + 1);
}

/**
 * kp_date_add_days:
 * @date: a valid day
 * @days: how many days later; negative = earlier
 *
 * Returns: the day, or %KP_DATE_NONE when @date is none or the answer leaves the years 1 to 9999.
 */
KpDate
kp_date_add_days (KpDate date,
                  gint   days)
{
  gint target;
  gint year;

  if (!kp_date_is_valid (date))
    return KP_DATE_NONE;

  target = count_days (date) + days;
  if (target < 1 || target > count_days (kp_date_make (9999, 12, 31)))
    return KP_DATE_NONE;

  /* The guess is at most one year too early or too late. */
  year = CLAMP (target / 366 + 1, 1, 9999);
  while (year < 9999 && count_days (kp_date_make (year + 1, 1, 1)) <= target)
    year++;

  for (guint month = 12; month >= 1; month--)
    {
      gint first = count_days (kp_date_make (year, month, 1));

      if (first <= target)
        return kp_date_make (year, month, (guint) (target - first + 1));
    }

  return KP_DATE_NONE;
}

/**
 * kp_date_add_months:
 * @date: a valid day
 * @months: how many months later; negative = earlier
 *
 * The month-end rule: where the month has no such day the answer is its last day (31 January + 1 month =
 * 28 or 29 February), as a period by months ends under 民法典 第202条.
 *
 * Returns: the day, or %KP_DATE_NONE when @date is none or the answer leaves the years 1 to 9999.
 */
KpDate
kp_date_add_months (KpDate date,
                    gint   months)
{
  gint  count;
  gint  year;
  guint month;

  if (!kp_date_is_valid (date))
    return KP_DATE_NONE;

  count = date.year * 12 + date.month - 1 + months;
  if (count < 12)
    return KP_DATE_NONE;

  year = count / 12;
  month = (guint) (count % 12) + 1;
  return kp_date_make (year, month, MIN (date.day, kp_date_get_days_in_month (year, month)));
}

/**
 * kp_date_add_years:
 * @date: a valid day
 * @years: how many years later; negative = earlier
 *
 * Returns: the same day of the other year; 29 February becomes 28 February where that year has none.
 */
KpDate
kp_date_add_years (KpDate date,
                   gint   years)
{
  if (years > 10000 || years < -10000)
    return KP_DATE_NONE;

  return kp_date_add_months (date, years * 12);
}

/**
 * kp_date_days_between:
 * @from: a valid day
 * @to: a valid day
 *
 * Returns: how many days @to is after @from (the first day isn't counted, 民法典 第201条); negative when before.
 */
gint
kp_date_days_between (KpDate from,
                      KpDate to)
{
  g_return_val_if_fail (kp_date_is_valid (from) && kp_date_is_valid (to), 0);

  return count_days (to) - count_days (from);
}

/**
 * kp_date_full_months_between:
 * @from: a valid day
 * @to: a valid day
 *
 * Counts months that have fully passed: the month from 2 March is full on 2 April. From 31 January it is full on
 * the last day of February (the month-end rule of kp_date_add_months()).
 *
 * Returns: the number of full months; 0 when @to is before @from.
 */
gint
kp_date_full_months_between (KpDate from,
                             KpDate to)
{
  gint months;

  g_return_val_if_fail (kp_date_is_valid (from) && kp_date_is_valid (to), 0);

  if (kp_date_compare (to, from) < 0)
    return 0;

  months = (to.year - from.year) * 12 + (to.month - from.month);
  if (kp_date_compare (kp_date_add_months (from, months), to) > 0)
    months--;

  return months;
}

/**
 * kp_date_full_years_between:
 * @from: a valid day
 * @to: a valid day
 *
 * Returns: the number of full years, by the full months; 0 when @to is before @from.
 */
gint
kp_date_full_years_between (KpDate from,
                            KpDate to)
{
  return kp_date_full_months_between (from, to) / 12;
}
