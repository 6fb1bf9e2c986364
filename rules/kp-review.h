/* kp-review.h – who may decide of an application, and until when one may supplement, appeal and be answered.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-workday.h"

G_BEGIN_DECLS

/* Days of 0 = the notice names no such period. */
typedef struct
{
  guint    levels; /* 1 = one person decides; 2 = 初审 and 复核, by two people */
  guint    supplement_days; /* 补充材料, from the day of the finding */
  gboolean supplement_in_workdays;
  guint    appeal_days; /* 申诉, from the day of the finding */
  gboolean appeal_in_workdays;
  guint    answer_days; /* 答复, from the day of the appeal */
  gboolean answer_in_workdays;
} KpReviewPolicy;

/* The last day of each period; none = there is no such period. */
typedef struct
{
  KpDate supplement_to;
  KpDate appeal_to;
  KpDate answer_to;
} KpReviewDeadlines;

void     kp_review_policy_init (KpReviewPolicy *policy);
gboolean kp_review_decide_deadlines (const KpReviewPolicy *policy,
                                     KpDate                decided_on,
                                     KpDate                appealed_on,
                                     const KpCalendar     *calendar,
                                     KpReviewDeadlines    *out,
                                     GError              **error);
gboolean kp_review_is_same_person (const char *name,
                                   const char *other);
gboolean kp_review_may_decide (const KpReviewPolicy *policy,
                               guint                 level,
                               const char           *actor,
                               const char           *first_reviewer,
                               const char           *appealed_reviewer);

G_END_DECLS
