/* kp-public-days.c – the days of a publicity, week by week, as they are counted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   Mon Tue Wed Thu Fri Sat Sun      from = Wed, five working days, Friday is a holiday, Sunday is worked for it
 *    ·   ·   P   1   –   –   2       P published, – passed: within the publicity and off
 *    3   4   5   ·   ·   ·   ·       whole weeks are listed */
#include "kp-public-days.h"

#define MOST_DAYS 800 /* a period of 366 days and the answers after it */

static KpPublicPart
decide_part (const KpPublicDay *day, KpDate from, KpDate until, gboolean is_in_workdays)
{
  const gboolean is_off = day->kind == KP_DAY_WEEKEND || day->kind == KP_DAY_HOLIDAY;

  if (kp_date_compare (day->date, from) == 0)
    return KP_PUBLIC_PUBLISHED;
  if (kp_date_compare (day->date, from) < 0 || kp_date_compare (day->date, until) > 0)
    return KP_PUBLIC_OUTSIDE;
  return is_off && is_in_workdays ? KP_PUBLIC_PASSED : KP_PUBLIC_COUNTED;
}

/**
 * kp_public_days_list:
 * @from: day of publication; it isn't counted (民法典 第201条)
 * @until: the last day of the publicity
 * @is_in_workdays: whether working days are counted or all days
 * @shown_until: a later day that is to be among them, or none
 * @calendar: the holidays; a year that it doesn't know has its weekends
 *
 * Says of each day what is said on paper with one number: why a publicity of five working days ends when it ends.
 *
 * Returns: (transfer full) (element-type KpPublicDay): whole weeks, Monday first; none when a day is missing or @until is
 *   before @from
 */
GArray *
kp_public_days_list (KpDate from, KpDate until, gboolean is_in_workdays, KpDate shown_until, const KpCalendar *calendar)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (KpPublicDay));
  KpDate end = until;
  guint n_counted = 0;

  if (!kp_date_is_valid (from) || !kp_date_is_valid (until) || kp_date_compare (until, from) < 0)
    return days;
  if (kp_date_is_valid (shown_until) && kp_date_compare (shown_until, end) > 0)
    end = shown_until;
  end = kp_date_add_days (end, 7 - (gint) kp_date_get_weekday (end));
  for (KpDate date = kp_date_add_days (from, 1 - (gint) kp_date_get_weekday (from));
       kp_date_compare (date, end) <= 0 && days->len < MOST_DAYS; date = kp_date_add_days (date, 1))
    {
      KpPublicDay day = { .date = date };

      day.kind = kp_calendar_find_kind (calendar, date, &day.is_kind_known);
      day.part = decide_part (&day, from, until, is_in_workdays);
      day.number = day.part == KP_PUBLIC_COUNTED ? ++n_counted : 0;
      day.is_last = kp_date_compare (date, until) == 0;
      g_array_append_val (days, day);
    }
  return days;
}
