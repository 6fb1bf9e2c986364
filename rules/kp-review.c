/* kp-review.c – who may decide of an application, and until when one may supplement, appeal and be answered.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose decision counts:
 *
 *   level    before it                    may decide
 *   1 初审   –                            anybody
 *   2 复核   the first level is decided   anybody but the first reviewer; not at all where the scheme has one level
 *   appeal   somebody's decision          anybody but that reviewer, and at level 2 not the first one either
 */

#include "kp-review.h"

#include <string.h>

#include "kp-normal.h"

/**
 * kp_review_policy_init:
 * @policy: (out): two levels, no periods
 */
void
kp_review_policy_init (KpReviewPolicy *policy)
{
  *policy = (KpReviewPolicy) { .levels = 2 };
}

static gboolean
decide_end (const KpCalendar *calendar,
            KpDate            from,
            guint             days,
            gboolean          is_in_workdays,
            KpDate           *out,
            GError          **error)
{
  *out = KP_DATE_NONE;
  if (days == 0)
    return TRUE;

  return kp_calendar_decide_period_end (calendar, from, days, is_in_workdays, out, error);
}

/**
 * kp_review_decide_deadlines:
 * @policy: the scheme's review
 * @decided_on: the day on which the candidate was told; it isn't counted (民法典 第201条)
 * @appealed_on: the day on which the appeal came in; none = not yet: the answer counts from the last day for an appeal,
 *   or from @decided_on when the notice names none
 * @calendar: the working days
 * @out: (out): the last day of each period; untouched on failure
 * @error: return location for an error
 *
 * Returns: FALSE with %KP_WORKDAY_ERROR when a period runs into a year whose holidays aren't known.
 */
gboolean
kp_review_decide_deadlines (const KpReviewPolicy *policy,
                            KpDate                decided_on,
                            KpDate                appealed_on,
                            const KpCalendar     *calendar,
                            KpReviewDeadlines    *out,
                            GError              **error)
{
  KpReviewDeadlines deadlines;
  KpDate            answer_from = decided_on;

  if (!decide_end (calendar, decided_on, policy->supplement_days, policy->supplement_in_workdays, &deadlines.supplement_to,
                   error)
      || !decide_end (calendar, decided_on, policy->appeal_days, policy->appeal_in_workdays, &deadlines.appeal_to, error))
    return FALSE;

  if (!kp_date_is_none (appealed_on))
    answer_from = appealed_on;
  else if (!kp_date_is_none (deadlines.appeal_to))
    answer_from = deadlines.appeal_to;
  if (!decide_end (calendar, answer_from, policy->answer_days, policy->answer_in_workdays, &deadlines.answer_to, error))
    return FALSE;

  *out = deadlines;
  return TRUE;
}

static gboolean
is_somebody (const char *name)
{
  return name != NULL && *name != '\0';
}

static gchar *
fold (const char *name)
{
  g_autofree gchar *compact = kp_normal_compact (name != NULL ? name : "");

  return g_utf8_casefold (compact, -1);
}

/**
 * kp_review_is_same_person:
 * @name: (nullable): a name at work
 * @other: (nullable): another one
 *
 * Who must be two persons isn't made two by a blank, by a wide letter or by a capital.
 *
 * Returns: whether both name one person
 */
gboolean
kp_review_is_same_person (const char *name,
                          const char *other)
{
  g_autofree gchar *first = fold (name);
  g_autofree gchar *second = fold (other);

  return strcmp (first, second) == 0;
}

/**
 * kp_review_may_decide:
 * @policy: the scheme's review
 * @level: 1 for 初审, 2 for 复核
 * @actor: (nullable): who wants to decide
 * @first_reviewer: (nullable): who decided at the first level
 * @appealed_reviewer: (nullable): whose decision an appeal is about; NULL = there is no appeal
 *
 * Returns: whether the decision may be taken by @actor.
 */
gboolean
kp_review_may_decide (const KpReviewPolicy *policy,
                      guint                 level,
                      const char           *actor,
                      const char           *first_reviewer,
                      const char           *appealed_reviewer)
{
  if (!is_somebody (actor) || level < 1 || level > policy->levels)
    return FALSE;
  if (is_somebody (appealed_reviewer) && kp_review_is_same_person (actor, appealed_reviewer))
    return FALSE;
  if (level == 1)
    return TRUE;

  return is_somebody (first_reviewer) && !kp_review_is_same_person (actor, first_reviewer);
}
