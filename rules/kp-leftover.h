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

typedef struct
{
  const char *post;   /* code, borrowed */
  const char *street; /* (nullable): code, borrowed */
  guint       places;
  guint       n_filled; /* at most `places` */
  gboolean    is_targeted;
} KpLeftoverCase;

typedef struct
{
  gchar *post;
  guint  places;
  guint  given;
  guint  received;
  guint  new_places;
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
