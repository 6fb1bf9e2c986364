/* kp-bonus.h – bonus points 加分: which approved items count, and how much.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"
#include "kp-requirement.h"

G_BEGIN_DECLS

/* What several items of one group, or several groups, give together. */
typedef enum
{
  KP_BONUS_BEST, /* 只取最高 */
  KP_BONUS_SUM,  /* 累计 */
} KpBonusRule;

/* To which mark the points are added. */
typedef enum
{
  KP_BONUS_ON_WRITTEN,
  KP_BONUS_ON_TOTAL,
  KP_BONUS_ON_INTERVIEW, /* whether the interview passes its line is judged without them */
  KP_BONUS_ON_SHORTLIST, /* the written mark as the interview list ranks it; the total doesn't know of them */
} KpBonusTarget;

#define KP_BONUS_N_TARGETS (KP_BONUS_ON_SHORTLIST + 1)

/* What a begun unit is worth: 余月 of a year of service. */
typedef enum
{
  KP_BONUS_REMAINDER_NONE, /* 不计 */
  KP_BONUS_REMAINDER_HALF, /* 折半 */
  KP_BONUS_REMAINDER_FULL, /* 按一个单位计 */
} KpBonusRemainder;

/* Points for the length of something, years of service, months in a post; or for a number: honours, donations of blood.
 * An item has it when `points` isn't 0. */
typedef struct
{
  gchar           *fact;        /* (nullable): id of a date fact, the first day; or of a number fact */
  KpDate           to;          /* the last day; none = by `until` alone */
  gchar           *until;       /* (nullable): id of a date fact, the last day; claimed by nobody, `to` stands in */
  guint            unit_months; /* 12 = years */
  guint            unit;        /* of a number: 1 = each one counts */
  gboolean         is_number;   /* `fact` is a number; set by kp_scheme_fill_defaults() */
  KpMark           points;      /* for each unit */
  guint            from_units;  /* the first so many units give nothing */
  KpBonusRemainder remainder;
  gboolean         has_cap;
  KpMark           cap;         /* of the whole item */
  gchar           *fact_label;  /* (nullable): what the notice calls `fact` and `until`; set by kp_scheme_fill_defaults() */
  gchar           *until_label;
} KpBonusPer;

typedef struct
{
  gchar       *code;
  gchar       *label;     /* 助理社会工作师 … */
  gchar       *group;     /* (nullable): code of the group; NULL = a group of its own */
  gchar       *clause;    /* place in the notice */
  gchar       *proof;     /* (nullable): the paper that shows it */
  KpMark       points;    /* whatever the length of `per` is */
  gboolean     is_graded; /* 酌情: who examines the claim says how many points, at most `points` */
  gboolean     deducts;   /* 扣分: the points are taken away, outside of groups and caps */
  KpCondition *condition; /* (nullable): who may claim; NULL = a person approves */
  KpDate       due;       /* a later claim doesn't count; none = any time */
  gboolean     has_target;
  KpBonusTarget target;   /* else the policy's */
  KpBonusPer   per;
} KpBonusItem;

/* A group 类 of items, in which they add up or exclude each other. */
typedef struct
{
  gchar      *code;
  gchar      *label;
  KpBonusRule within;
  gboolean    has_cap;
  KpMark      cap;
} KpBonusGroup;

typedef struct
{
  GPtrArray    *items;  /* (element-type KpBonusItem) */
  GPtrArray    *groups; /* (element-type KpBonusGroup): those with a rule of their own */
  KpBonusRule   within; /* of groups that aren't in `groups` */
  KpBonusRule   across; /* groups among each other */
  gboolean      has_cap;
  KpMark        cap;
  KpBonusTarget target;
  KpFraction    weight;          /* what one point is worth in the mark: 2/3 where 150 become 100 */
  gboolean      may_exceed_full; /* written mark or interview with bonus above the full mark */
  int           decimals;        /* of the written mark with bonus; KP_CORRECTION_EXACT = not rounded again */
  KpRounding    rounding;
} KpBonusPolicy;

typedef struct
{
  const char *item; /* code, borrowed */
  gboolean    is_approved;
  KpDate      on; /* day of the claim; none = in time */
  KpMark      amount; /* of an item that is graded */
} KpBonusClaim;

/* One approved item of one candidate. */
typedef struct
{
  const KpBonusItem *item; /* borrowed from the policy */
  KpMark             amount;
  gboolean           counts;  /* part of the points */
  gboolean           is_late; /* claimed after its due day: amount 0 */
  gboolean           is_open; /* a day of its length isn't known: only its fixed points are in `amount` */
} KpBonusAward;

typedef struct
{
  KpMark   points;      /* on the policy's own target; below 0 where more is taken away than given */
  gboolean is_open;     /* a length isn't known yet: the points may become more */
  GArray  *awards;      /* (element-type KpBonusAward): in the scheme's order */
  gchar   *explanation; /* Chinese, with every number on the way */
} KpBonusResult;

KpBonusItem        *kp_bonus_item_new (void);
void                kp_bonus_item_free (KpBonusItem *item);
KpBonusGroup       *kp_bonus_group_new (void);
void                kp_bonus_group_free (KpBonusGroup *group);
void                kp_bonus_policy_init (KpBonusPolicy *policy);
void                kp_bonus_policy_clear (KpBonusPolicy *policy);
const KpBonusGroup *kp_bonus_policy_get_group (const KpBonusPolicy *policy,
                                               const char          *code);
gboolean            kp_bonus_item_is_proposed (const KpBonusItem      *item,
                                               const KpCandidateFacts *facts);
GPtrArray          *kp_bonus_propose_items (const KpBonusPolicy    *policy,
                                            const KpCandidateFacts *facts);
KpBonusResult      *kp_bonus_decide (const KpBonusPolicy    *policy,
                                     const KpCandidateFacts *facts,
                                     const KpBonusClaim     *claims,
                                     guint                   n_claims,
                                     KpMarkState             state);
KpMark              kp_bonus_decide_points (const KpBonusPolicy    *policy,
                                            const KpCandidateFacts *facts,
                                            const KpBonusClaim     *claims,
                                            guint                   n_claims,
                                            KpMarkState             state);
void                kp_bonus_decide_targets (const KpBonusPolicy    *policy,
                                             const KpCandidateFacts *facts,
                                             const KpBonusClaim     *claims,
                                             guint                   n_claims,
                                             KpMarkState             state,
                                             gboolean                is_unwritten,
                                             KpMark                 *points);
KpBonusTarget       kp_bonus_policy_get_target (const KpBonusPolicy *policy,
                                                const KpBonusItem   *item);
gboolean            kp_bonus_policy_reaches (const KpBonusPolicy *policy,
                                             KpBonusTarget        target);
const char         *kp_bonus_target_get_chinese (KpBonusTarget target);
const KpBonusAward *kp_bonus_result_get_award (const KpBonusResult *result,
                                               const char          *code);
void                kp_bonus_result_free (KpBonusResult *result);
KpFraction          kp_bonus_weigh (const KpBonusPolicy *policy,
                                    KpMark               points);
KpFraction          kp_bonus_add (const KpBonusPolicy *policy,
                                  KpFraction           written,
                                  KpMark               points,
                                  KpFraction           full);
KpFraction          kp_bonus_add_to_interview (const KpBonusPolicy *policy,
                                               KpFraction           mark,
                                               KpMark               points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpBonusItem, kp_bonus_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpBonusGroup, kp_bonus_group_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpBonusResult, kp_bonus_result_free)

G_END_DECLS
