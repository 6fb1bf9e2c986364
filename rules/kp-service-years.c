/* kp-service-years.c – years of work, counted apart for each purpose and proved segment by segment.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*                      grade            compensation       open-ended      seniority
 *   the street          in a community   not paid out       yes             yes
 *   a former employer   in a community   moved, not paid    moved           yes
 *   elsewhere           –                –                  –               yes
 *   military            –                –                  –               yes (退役军人保障法 §44)
 *
 * 实施条例 §10: who was moved not for a reason of one's own brings the years along; those that the former
 * employer has paid out don't count for compensation again, for the rest they do. What has no proof doesn't
 * count, and is told. */

#include "kp-service-years.h"

static const char *const words[KP_YEARS_N] = {
  [KP_YEARS_GRADE] = "社区工作年限（岗位等级）",
  [KP_YEARS_COMPENSATION] = "经济补偿年限",
  [KP_YEARS_OPEN_ENDED] = "连续工作年限（无固定期限劳动合同）",
  [KP_YEARS_SENIORITY] = "工龄",
};

/**
 * kp_segment_counts:
 * @segment: a stretch of work
 * @years: for which purpose
 *
 * Returns: whether it would count, proof aside; see the picture at the top
 */
gboolean
kp_segment_counts (const KpSegment *segment, KpYears years)
{
  const gboolean is_of_street = segment->kind == KP_SEGMENT_STREET;
  const gboolean is_brought = segment->kind == KP_SEGMENT_FORMER && segment->was_moved;

  switch (years)
    {
    case KP_YEARS_GRADE:
      return (is_of_street || segment->kind == KP_SEGMENT_FORMER) && segment->is_in_community;
    case KP_YEARS_COMPENSATION:
      return (is_of_street || is_brought) && !segment->is_paid_out;
    case KP_YEARS_OPEN_ENDED:
      return is_of_street || is_brought;
    case KP_YEARS_SENIORITY:
    default:
      return TRUE;
    }
}

/**
 * kp_service_years_count:
 * @segments: (array length=n_segments): in any order; they may overlap
 * @n_segments: how many
 * @years: for which purpose
 *
 * Returns: whole months and days left over, no day counted twice, and what was left out for want of proof
 */
KpYearsCount
kp_service_years_count (const KpSegment *segments, guint n_segments, KpYears years)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (KpWorkSpan));
  KpYearsCount count = { 0 };

  for (guint i = 0; i < n_segments; i++)
    {
      const KpWorkSpan span = { segments[i].from, segments[i].until, FALSE };

      if (!kp_segment_counts (&segments[i], years))
        continue;
      if (segments[i].has_proof)
        g_array_append_val (spans, span);
      else
        count.n_unproved++;
    }
  count.n_segments = spans->len;
  kp_work_spans_measure ((const KpWorkSpan *) spans->data, spans->len, &count.months, &count.days);
  return count;
}

/**
 * kp_service_years_decide_leave:
 * @seniority: counted for %KP_YEARS_SENIORITY
 *
 * 职工带薪年休假条例 §3: five days from one full year of work on, ten from ten, fifteen from twenty.
 *
 * Returns: days of paid leave a year
 */
guint
kp_service_years_decide_leave (KpYearsCount seniority)
{
  const guint years = seniority.months / 12;

  if (years >= 20)
    return 15;
  if (years >= 10)
    return 10;
  return years >= 1 ? 5 : 0;
}

/**
 * kp_service_years_find_start:
 * @segments: (array length=n_segments): in any order
 * @n_segments: how many
 *
 * 劳动合同法 §14 (一) asks for unbroken work: from the latest segment back as long as no day lies between.
 *
 * Returns: the first day of unbroken work for the street, what was brought along included; none without any
 */
KpDate
kp_service_years_find_start (const KpSegment *segments, guint n_segments)
{
  KpDate start = KP_DATE_NONE;
  gboolean has_grown = TRUE;

  for (guint i = 0; i < n_segments; i++)
    if (segments[i].has_proof && segments[i].kind == KP_SEGMENT_STREET &&
        kp_date_compare (segments[i].from, start) > 0)
      start = segments[i].from;
  while (kp_date_is_valid (start) && has_grown)
    {
      has_grown = FALSE;
      for (guint i = 0; i < n_segments; i++)
        if (segments[i].has_proof && kp_segment_counts (&segments[i], KP_YEARS_OPEN_ENDED) &&
            kp_date_compare (segments[i].from, start) < 0 &&
            kp_date_compare (kp_date_add_days (segments[i].until, 1), start) >= 0)
          {
            start = segments[i].from;
            has_grown = TRUE;
          }
    }
  return start;
}

/**
 * kp_years_get_chinese:
 * @years: a purpose
 *
 * Returns: what the years are called on paper
 */
const char *
kp_years_get_chinese (KpYears years)
{
  g_return_val_if_fail ((guint) years < KP_YEARS_N, NULL);
  return words[years];
}
