/* kp-quota.h – the opening ratio: which posts open, with how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

/* Whose applicants and places are held against each other. */
typedef enum
{
  KP_QUOTA_PER_POST,
  KP_QUOTA_PER_STREET,
  KP_QUOTA_PER_CAMPAIGN,
} KpQuotaPer;

/* Who is an applicant. */
typedef enum
{
  KP_QUOTA_COUNTS_REGISTERED, /* 报名人数 */
  KP_QUOTA_COUNTS_PASSED,     /* 资格审查合格人数 */
  KP_QUOTA_COUNTS_PAID,       /* 缴费确认人数 */
  KP_QUOTA_COUNTS_SAT,        /* 实际参加笔试人数 */
  KP_QUOTA_COUNTS_HEARD,      /* 实际参加面试人数 */
} KpQuotaCounts;

#define KP_QUOTA_N_COUNTS (KP_QUOTA_COUNTS_HEARD + 1)

/* What happens to a post with too few applicants. */
typedef enum
{
  KP_QUOTA_REDUCE,         /* 核减: to what the ratio allows; cancelled at 0 */
  KP_QUOTA_CANCEL,         /* 取消 */
  KP_QUOTA_KEEP,           /* 保留 */
  KP_QUOTA_INTERVIEW_ONLY, /* 免笔试直接面试 */
  KP_QUOTA_DECIDE,         /* 由领导小组决定 */
} KpQuotaAction;

#define KP_QUOTA_N_ACTIONS (KP_QUOTA_DECIDE + 1)

/* Which freed places move to `freed_to`. */
typedef enum
{
  KP_QUOTA_FREED_NONE,
  KP_QUOTA_FREED_CANCELLED_TARGETED, /* those of cancelled posts for one group only */
  KP_QUOTA_FREED_CANCELLED,          /* those of all cancelled posts */
  KP_QUOTA_FREED_TARGETED,           /* those of cancelled and reduced posts for one group only */
  KP_QUOTA_FREED_ALL,                /* those of all cancelled and reduced posts */
} KpQuotaFreed;

/* Which of several posts places go to. */
typedef enum
{
  KP_MOVE_FIRST,       /* to the first of the list that is open; what it can't take, to the next */
  KP_MOVE_IN_TURN,     /* one by one through the list, and again from its start */
  KP_MOVE_SAME_STREET, /* to the first of the list in the street that they come from */
  KP_MOVE_DECIDED,     /* as the committee decides; of leftovers alone (kp-leftover.h) */
} KpMove;

/* When places came in and the receiving post no longer meets the ratio. */
typedef enum
{
  KP_QUOTA_RECEIVER_ASK,   /* the committee decides; the program never guesses */
  KP_QUOTA_RECEIVER_KEEPS, /* 不再核减 */
  KP_QUOTA_RECEIVER_TAKES_WHAT_FITS,
} KpQuotaReceiver;

#define KP_QUOTA_MAX_TIERS 4

/* A threshold, and what happens below it. */
typedef struct
{
  KpFraction    ratio;
  KpQuotaAction action;
} KpQuotaTier;

/* Applicants for each place: 3/1, 3/2 … */
typedef struct
{
  gboolean        applies;
  KpQuotaPer      per;
  KpQuotaCounts   counts; /* says which number the caller puts into the cases */
  KpFraction      ratio;
  KpQuotaAction   action;
  KpQuotaTier     tiers[KP_QUOTA_MAX_TIERS]; /* further thresholds, in any order; each that isn't met acts */
  guint           n_tiers;
  KpRounding      rounding; /* of applicants ÷ ratio under REDUCE */
  guint           minimum;  /* a reduced plan never falls below this; 0 = the post may be cancelled */
  gchar          *interview_only_total; /* (nullable): id of the formula of posts that go on without written exam */
  KpQuotaFreed    freed;
  GPtrArray      *freed_to; /* (element-type utf8): post codes */
  KpMove          freed_how;
  KpQuotaReceiver receiver;
  guint           repost_days; /* days in which applicants of a cancelled post may choose another */
  gboolean        is_repost_in_workdays;
} KpQuotaPolicy;

/* One post as it stands when registration is over. A post with a ratio or an action of its own stands for itself, also
 * where the others are pooled, and has no other threshold. */
typedef struct
{
  const char   *post; /* code, borrowed */
  guint         plan;
  guint         applicants; /* as `counts` of the policy says */
  gboolean      is_targeted;
  gboolean      is_exempt;  /* kept by an approval of the committee, or by the notice */
  const char   *street;     /* (nullable): code, borrowed */
  KpFraction    ratio;      /* unknown = the policy's */
  gboolean      has_action; /* else the policy's */
  KpQuotaAction action;
  gboolean      has_decision; /* the committee has decided: nothing is asked any more */
  guint         decided_places;
} KpQuotaCase;

typedef enum
{
  KP_QUOTA_OPENS,
  KP_QUOTA_REDUCED,
  KP_QUOTA_CANCELLED,
  KP_QUOTA_KEPT,
  KP_QUOTA_TO_INTERVIEW,
  KP_QUOTA_UNDECIDED, /* too few, and the committee must say: the plan stands until then */
} KpQuotaOutcome;

#define KP_QUOTA_N_OUTCOMES (KP_QUOTA_UNDECIDED + 1)

typedef struct
{
  gchar         *post;
  guint          plan;
  guint          applicants;
  guint          needed; /* applicants that the plan asks for by the highest ratio; of the pool where posts are pooled */
  KpQuotaOutcome outcome;
  guint          new_plan; /* after reduction and moves */
  guint          freed;    /* places less than the plan, before anything moved in */
  guint          moved_in;
  guint          waiting;        /* freed places that the committee must send here or elsewhere */
  gboolean       needs_decision; /* the committee must say */
  gchar         *explanation;    /* Chinese, for the 核减 notice */
} KpQuotaResult;

void        kp_quota_policy_init (KpQuotaPolicy *policy);
void        kp_quota_policy_clear (KpQuotaPolicy *policy);
GPtrArray  *kp_quota_decide (const KpQuotaPolicy *policy,
                             const KpQuotaCase   *cases,
                             guint                n_cases);
void        kp_quota_result_free (KpQuotaResult *result);
const char *kp_quota_outcome_get_name (KpQuotaOutcome outcome);
const char *kp_quota_outcome_get_chinese (KpQuotaOutcome outcome);
const char *kp_quota_counts_get_chinese (KpQuotaCounts counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpQuotaResult, kp_quota_result_free)

G_END_DECLS
