/* kp-severance.c – compensation by years of work, double wages, and what unlawful terms cost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 劳动合同法 §47, in months of wage (domain.md W7):
 *
 *   5 months             0.5        under six months: half a month
 *   2 years 5 months     2.5
 *   2 years 7 months     3          six months or more: a whole one
 *   4 y 3 m with a labour company + 1 y 4 m with the street = 5 y 7 m     6, moved not for a reason of one's
 * own (实施条例 §10) the same, paid out by the company: 1 y 4 m                            1.5
 *
 * A wage above three times the local average counts as that, and then for twelve years at most. */

#include "kp-severance.h"

#include "kp-labour.h"

#define HALVES_A_YEAR 2
#define MONTHS_A_YEAR 12
#define DAYS_A_MONTH 30
#define MOST_YEARS 12
#define HIGH_WAGE_TIMES 3

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  return kp_date_compare (((const KpWorkSpan *) a)->from, ((const KpWorkSpan *) b)->from);
}

/* Whole months from the first day on, and the days after them. */
static void
measure (KpDate from, KpDate until, guint *months, guint *days)
{
  const KpDate end = kp_date_add_days (until, 1);
  const gint whole = MAX (kp_date_full_months_between (from, end), 0);

  *months += (guint) whole;
  *days += (guint) kp_date_days_between (kp_date_add_months (from, whole), end);
}

/**
 * kp_work_spans_measure:
 * @given: (array length=n_given): in any order; whoever counts chooses them
 * @n_given: how many
 * @months: (out): whole months together
 * @days: (out): days left over, below thirty of several stretches
 *
 * Spans that touch or overlap are one: months are counted through, no day twice. Days left over of several
 * are joined, thirty a month.
 */
void
kp_work_spans_measure (const KpWorkSpan *given, guint n_given, guint *months, guint *days)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (KpWorkSpan));
  guint n_apart = 0;

  *months = *days = 0;
  for (guint i = 0; i < n_given; i++)
    if (kp_date_compare (given[i].from, given[i].until) <= 0)
      g_array_append_val (spans, given[i]);
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len;)
    {
      KpWorkSpan span = g_array_index (spans, KpWorkSpan, i++);

      while (i < spans->len && kp_date_compare (g_array_index (spans, KpWorkSpan, i).from,
                                                kp_date_add_days (span.until, 1)) <= 0)
        {
          const KpDate until = g_array_index (spans, KpWorkSpan, i++).until;

          if (kp_date_compare (until, span.until) > 0)
            span.until = until;
        }
      measure (span.from, span.until, months, days);
      n_apart++;
    }
  /* Thirty days at the end of a single stretch may still be short of the calendar's month. */
  if (n_apart < 2)
    return;
  *months += *days / DAYS_A_MONTH;
  *days %= DAYS_A_MONTH;
}

/**
 * kp_severance_count_half_months:
 * @spans: (array length=n_spans): work that counts together, in any order; those paid out are left out
 * @n_spans: how many
 *
 * §47 and 实施条例 §10; see the picture at the top.
 *
 * Returns: half months of wage: 5 = two and a half months
 */
guint
kp_severance_count_half_months (const KpWorkSpan *spans, guint n_spans)
{
  g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (KpWorkSpan));
  guint months = 0;
  guint days = 0;
  guint halves;

  for (guint i = 0; i < n_spans; i++)
    if (!spans[i].is_paid_out && kp_date_compare (spans[i].from, spans[i].until) <= 0)
      g_array_append_val (counted, spans[i]);
  kp_work_spans_measure ((const KpWorkSpan *) counted->data, counted->len, &months, &days);
  halves = months / MONTHS_A_YEAR * HALVES_A_YEAR;
  if (months % MONTHS_A_YEAR >= 6)
    return halves + 2;
  return halves + (months % MONTHS_A_YEAR > 0 || days > 0);
}

/**
 * kp_severance_decide:
 * @spans: (array length=n_spans): work that counts together
 * @n_spans: how many
 * @terms: wages
 *
 * §47: so many months of the average wage of the last twelve months, never below the minimum wage (实施条例
 * §27), above three times the local average as that and for twelve years at most; twice as much where the end
 * was unlawful (§87).
 *
 * Returns: fen; half a fen counts as a whole one
 */
gint64
kp_severance_decide (const KpWorkSpan *spans, guint n_spans, const KpSeveranceTerms *terms)
{
  gint64 halves = kp_severance_count_half_months (spans, n_spans);
  gint64 wage = MAX (terms->average_wage, terms->minimum_wage);
  const gint64 most = terms->local_average * HIGH_WAGE_TIMES;

  if (most > 0 && wage > most)
    {
      wage = most;
      halves = MIN (halves, MOST_YEARS * HALVES_A_YEAR);
    }
  return (terms->is_unlawful ? halves * wage * 2 + 1 : halves * wage + 1) / 2;
}

/**
 * kp_double_wage_decide:
 * @start: 用工之日
 * @signed_on: when the contract was signed; none = not yet
 * @today: a day
 * @from: (out): first day owed
 * @until: (out): last day owed so far
 *
 * §82 and 实施条例 §§6, 7: from the day after the first month until the day before signing, at most until the
 * year is full.
 *
 * Returns: whether any day is owed
 */
gboolean
kp_double_wage_decide (KpDate start, KpDate signed_on, KpDate today, KpDate *from, KpDate *until)
{
  const KpDate year_end = kp_labour_decide_end (start, MONTHS_A_YEAR);

  *from = kp_date_add_days (kp_labour_decide_signing_deadline (start), 1);
  *until = kp_date_is_valid (signed_on) ? kp_date_add_days (signed_on, -1) : today;
  if (kp_date_compare (*until, year_end) > 0)
    *until = year_end;
  return kp_date_compare (*from, *until) <= 0;
}

/**
 * kp_double_wage_measure:
 * @from: first day owed
 * @until: last day owed
 * @calendar: (nullable): the holidays; a year that it doesn't know has its weekends
 * @months: (out): whole months
 * @workdays: (out): days worked in the month that isn't full
 *
 * 法释〔2025〕12号: double wages go by the month, and in a month that isn't full by the days really worked.
 */
void
kp_double_wage_measure (KpDate from, KpDate until, const KpCalendar *calendar, guint *months, guint *workdays)
{
  guint days = 0;

  *months = *workdays = 0;
  measure (from, until, months, &days);
  for (KpDate day = kp_date_add_months (from, (gint) *months); kp_date_compare (day, until) <= 0;
       day = kp_date_add_days (day, 1))
    {
      gboolean is_workday = kp_date_get_weekday (day) <= 5;

      if (calendar != NULL && kp_calendar_has_year (calendar, day.year))
        kp_calendar_find_workday (calendar, day, &is_workday, NULL);
      *workdays += is_workday;
    }
}

/**
 * kp_double_wage_is_open_ended:
 * @start: 用工之日
 * @signed_on: when the contract was signed; none = not yet
 * @today: a day
 *
 * §14 last paragraph: a year without a written contract makes an open-ended one.
 *
 * Returns: whether an open-ended contract stands
 */
gboolean
kp_double_wage_is_open_ended (KpDate start, KpDate signed_on, KpDate today)
{
  const KpDate last = kp_date_is_valid (signed_on) ? kp_date_add_days (signed_on, -1) : today;

  return kp_date_compare (last, kp_labour_decide_end (start, MONTHS_A_YEAR)) >= 0;
}

/**
 * kp_unlawful_probation_decide:
 * @lawful_end: last day of probation that the law allows; the day before the start where it allows none
 * @served_until: last day on which the worker was treated as on probation
 * @from: (out): first day owed
 * @until: (out): last day owed
 *
 * §83: for probation served beyond the law compensation at the full wage is owed.
 *
 * Returns: whether any day is owed
 */
gboolean
kp_unlawful_probation_decide (KpDate lawful_end, KpDate served_until, KpDate *from, KpDate *until)
{
  *from = kp_date_add_days (lawful_end, 1);
  *until = served_until;
  return kp_date_compare (*from, *until) <= 0;
}
