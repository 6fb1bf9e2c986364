/* kp-bonus.h – bonus points 加分: which approved items count, and how much.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"
#include "kp-requirement.h"

G_BEGIN_DECLS

typedef enum
{
  KP_BONUS_MAX_SINGLE,    /* the best single item */
  KP_BONUS_SUM,           /* all items added up */
  KP_BONUS_BEST_OF_GROUP, /* the best item of each group, added up */
} KpBonusRule;

/* To which mark the points are added. */
typedef enum
{
  KP_BONUS_ON_WRITTEN,
  KP_BONUS_ON_TOTAL,
} KpBonusTarget;

typedef struct
{
  gchar       *code;
  gchar       *label;     /* 助理社会工作师 … */
  gchar       *group;     /* items of one group exclude each other under BEST_OF_GROUP */
  gchar       *clause;    /* place in the notice */
  KpMark       points;
  KpCondition *condition; /* (nullable): who may claim; NULL = a person approves */
} KpBonusItem;

typedef struct
{
  GPtrArray    *items; /* (element-type KpBonusItem) */
  KpBonusRule   rule;
  gboolean      has_cap;
  KpMark        cap;
  KpBonusTarget target;
  gboolean      may_exceed_full; /* written mark with bonus above the full mark */
} KpBonusPolicy;

typedef struct
{
  const char *item; /* code, borrowed */
  gboolean    is_approved;
} KpBonusClaim;

typedef struct
{
  KpMark     points;
  GPtrArray *counted;     /* (element-type utf8): codes in the scheme's order */
  gchar     *explanation; /* Chinese */
} KpBonusResult;

KpBonusItem   *kp_bonus_item_new (void);
void           kp_bonus_item_free (KpBonusItem *item);
void           kp_bonus_policy_init (KpBonusPolicy *policy);
void           kp_bonus_policy_clear (KpBonusPolicy *policy);
GPtrArray     *kp_bonus_propose_items (const KpBonusPolicy    *policy,
                                       const KpCandidateFacts *facts);
KpBonusResult *kp_bonus_decide (const KpBonusPolicy *policy,
                                const KpBonusClaim  *claims,
                                guint                n_claims,
                                KpMarkState          state);
void           kp_bonus_result_free (KpBonusResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpBonusItem, kp_bonus_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpBonusResult, kp_bonus_result_free)

G_END_DECLS
