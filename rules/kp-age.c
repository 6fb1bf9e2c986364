/* kp-age.c – "N周岁以下" as days of birth: the readings that notices use.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Born from which day on, for "40周岁以下" counted to 2025-02-17:
 *
 *                       the day itself counts   it doesn't
 *   A, to the birthday  1985-02-17              1985-02-18    at most 40 to the day
 *   B, before the next  1984-02-17              1984-02-18    not yet 41; most notices let the day itself in
 *
 * In 57 of the notices collected B stands 36 times and A 21 times behind the same words, so the scheme holds days and
 * the words decide nothing. Who is born on 29 February has the birthday on the 28th in other years (kp_date_add_years()):
 * there, and where the day falls on 29 February, the other possible day is told too. */

#include "kp-age.h"

/* The other day that a 29 February leaves possible: the one before, or after, with the same distance in years. */
static KpDate
find_other (KpDate cutoff,
            guint  years,
            KpDate bound)
{
  KpDate next = kp_date_add_days (bound, 1);

  /* 29 February isn't in the year of the bound: 28 February or 1 March. */
  if (cutoff.month == 2 && cutoff.day == 29 && !kp_date_is_leap_year (bound.year))
    return next;
  /* Born on 29 February, the birthday of a common year is the 28th. */
  if (next.month == 2 && next.day == 29 && kp_date_compare (kp_date_add_years (next, (gint) years), cutoff) <= 0)
    return next;

  return KP_DATE_NONE;
}

static gboolean
propose (KpDate  cutoff,
         guint   years,
         gint    shift,
         KpDate *day,
         KpDate *other)
{
  KpDate bound = KP_DATE_NONE;
  KpDate doubt = KP_DATE_NONE;

  if (kp_date_is_valid (cutoff) && years <= 200)
    bound = kp_date_add_years (cutoff, -(gint) years);
  if (kp_date_is_none (bound))
    return FALSE;

  doubt = find_other (cutoff, years, bound);
  *day = kp_date_add_days (bound, shift);
  if (other != NULL)
    *other = kp_date_is_none (doubt) ? KP_DATE_NONE : kp_date_add_days (doubt, shift);
  return TRUE;
}

/**
 * kp_age_propose:
 * @cutoff: the day that ages are counted to
 * @years: N of "N周岁以下"
 * @reading: whether N years may be full to the day, or N + 1 aren't yet
 * @includes_day: whether who has the birthday on @cutoff itself may still apply, as most notices print it
 * @from: (out): the earliest day of birth; untouched on failure
 * @other: (out) (optional): the other possible day where 29 February leaves a doubt, else none
 *
 * Returns: FALSE when there is no such day.
 */
gboolean
kp_age_propose (KpDate       cutoff,
                guint        years,
                KpAgeReading reading,
                gboolean     includes_day,
                KpDate      *from,
                KpDate      *other)
{
  return propose (cutoff, reading == KP_AGE_BEFORE_NEXT ? years + 1 : years, includes_day ? 0 : 1, from, other);
}

/**
 * kp_age_propose_youngest:
 * @cutoff: the day that ages are counted to
 * @years: N of "N周岁以上"
 * @includes_day: whether who has the birthday on @cutoff itself counts as N years old (民法典 第1259条)
 * @to: (out): the latest day of birth; untouched on failure
 * @other: (out) (optional): the other possible day where 29 February leaves a doubt, else none
 *
 * Returns: FALSE when there is no such day.
 */
gboolean
kp_age_propose_youngest (KpDate   cutoff,
                         guint    years,
                         gboolean includes_day,
                         KpDate  *to,
                         KpDate  *other)
{
  return propose (cutoff, years, includes_day ? 0 : -1, to, other);
}

/**
 * kp_age_widen_to_months:
 * @from: (inout): the earliest day of birth, or none
 * @to: (inout): the latest day of birth, or none
 *
 * For notices that name months only ("1989年2月至2007年2月"): from the first day of the one to the last of the other.
 */
void
kp_age_widen_to_months (KpDate *from,
                        KpDate *to)
{
  if (kp_date_is_valid (*from))
    *from = kp_date_make (from->year, from->month, 1);
  if (kp_date_is_valid (*to))
    *to = kp_date_make (to->year, to->month, kp_date_get_days_in_month (to->year, to->month));
}
