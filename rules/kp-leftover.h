/* kp-leftover.h – places that stay empty after the opening 空缺名额: which posts get them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-quota.h"

G_BEGIN_DECLS

/* The moment at which places that nobody fills any more move. */
typedef enum
{
  KP_LEFTOVER_NEVER,
  KP_LEFTOVER_AT_SHORTLIST, /* when the list for the interview is made */
  KP_LEFTOVER_AT_INTERVIEW, /* when the totals are known */
} KpLeftoverMoment;

typedef enum
{
  KP_LEFTOVER_FROM_TARGETED, /* of posts for one group only */
  KP_LEFTOVER_FROM_ALL,
} KpLeftoverFrom;

typedef struct
{
  KpLeftoverMoment at;
  KpLeftoverFrom   from;
  GPtrArray       *to; /* (element-type utf8): post codes */
  KpMove           how;
} KpLeftoverPolicy;

/* Some of a post's empty places, and the post to which the committee gives them. */
typedef struct
{
  const char *to; /* code, borrowed */
  guint       places;
} KpLeftoverGift;

/* What the committee decided on the empty places of one post; without a gift they stay. */
typedef struct
{
  const char           *post; /* code, borrowed */
  const KpLeftoverGift *gifts;
  guint                 n_gifts;
} KpLeftoverDecision;

typedef struct
{
  const char *post;   /* code, borrowed */
  const char *street; /* (nullable): code, borrowed */
  guint       places;
  guint       n_filled; /* at most `places` */
  gboolean    is_targeted;
  const KpLeftoverDecision *decision; /* (nullable): asked for under DECIDED alone */
} KpLeftoverCase;

typedef struct
{
  gchar *post;
  guint  places;
  guint  given;
  guint  received;
  guint  new_places;
  gboolean needs_decision; /* has empty places that others could take, and no decision that still fits */
  gboolean is_waiting;     /* gets places or not by a decision that is still to come */
  gchar *explanation; /* Chinese; "" when nothing moved */
} KpLeftoverResult;

void       kp_leftover_policy_init (KpLeftoverPolicy *policy);
void       kp_leftover_policy_clear (KpLeftoverPolicy *policy);
GPtrArray *kp_leftover_decide (const KpLeftoverPolicy *policy,
                               const KpLeftoverCase   *cases,
                               guint                   n_cases);
void       kp_leftover_result_free (KpLeftoverResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpLeftoverResult, kp_leftover_result_free)

G_END_DECLS
