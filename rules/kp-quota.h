/* kp-quota.h – the opening ratio: which posts open, with how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

/* What happens to a post with too few applicants. */
typedef enum
{
  KP_QUOTA_REDUCE,         /* 核减: to what the ratio allows; cancelled at 0 */
  KP_QUOTA_CANCEL,         /* 取消 */
  KP_QUOTA_KEEP,           /* 保留 */
  KP_QUOTA_INTERVIEW_ONLY, /* 免笔试直接面试 */
} KpQuotaAction;

/* Which freed places move to `freed_to`. */
typedef enum
{
  KP_QUOTA_FREED_NONE,
  KP_QUOTA_FREED_CANCELLED_TARGETED, /* those of cancelled posts for one group only */
  KP_QUOTA_FREED_CANCELLED,          /* those of all cancelled posts */
  KP_QUOTA_FREED_ALL,                /* also those of reduced posts */
} KpQuotaFreed;

/* When places came in and the receiving post no longer meets the ratio. */
typedef enum
{
  KP_QUOTA_RECEIVER_ASK,   /* the committee decides; the program never guesses */
  KP_QUOTA_RECEIVER_KEEPS, /* 不再核减 */
  KP_QUOTA_RECEIVER_TAKES_WHAT_FITS,
} KpQuotaReceiver;

/* Applicants for each place: 3/1, 3/2 … */
typedef struct
{
  gboolean        applies;
  KpFraction      ratio;
  KpQuotaAction   action;
  guint           minimum; /* a reduced plan never falls below this; 0 = the post may be cancelled */
  KpQuotaFreed    freed;
  gchar          *freed_to; /* (nullable): post code */
  KpQuotaReceiver receiver;
  guint           repost_days; /* days in which applicants of a cancelled post may choose another */
} KpQuotaPolicy;

typedef struct
{
  const char *post; /* code, borrowed */
  guint       plan;
  guint       applicants; /* who passed the review */
  gboolean    is_targeted;
  gboolean    is_exempt; /* kept by an approval of the committee, or by the notice */
} KpQuotaCase;

typedef enum
{
  KP_QUOTA_OPENS,
  KP_QUOTA_REDUCED,
  KP_QUOTA_CANCELLED,
  KP_QUOTA_KEPT,
  KP_QUOTA_TO_INTERVIEW,
} KpQuotaOutcome;

typedef struct
{
  gchar         *post;
  guint          plan;
  guint          applicants;
  guint          needed; /* applicants that the plan asks for */
  KpQuotaOutcome outcome;
  guint          new_plan; /* after reduction and moves */
  guint          freed;
  guint          moved_in;
  gboolean       needs_decision; /* with the moved places the ratio isn't met: the committee must say */
  gchar         *explanation;    /* Chinese, for the 核减 notice */
} KpQuotaResult;

void        kp_quota_policy_clear (KpQuotaPolicy *policy);
GPtrArray  *kp_quota_decide (const KpQuotaPolicy *policy,
                             const KpQuotaCase   *cases,
                             guint                n_cases);
void        kp_quota_result_free (KpQuotaResult *result);
const char *kp_quota_outcome_get_chinese (KpQuotaOutcome outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpQuotaResult, kp_quota_result_free)

G_END_DECLS
