/* kp-direct-hire.h – 免试直接聘用: who is hired without any exam, and who of them where they are too many.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition.h"
#include "kp-rank.h"

G_BEGIN_DECLS

/* What becomes of those who fulfil the condition and for whom there is no place. */
typedef enum
{
  KP_DIRECT_LEFT_TO_EXAM, /* they sit the exam like everybody: so it has to be known before the seats are drawn */
  KP_DIRECT_LEFT_OUT,
} KpDirectLeft;

#define KP_N_DIRECT_LEFTS (KP_DIRECT_LEFT_OUT + 1)

typedef struct
{
  KpCondition *when;  /* (nullable): NULL = nobody is hired without exam */
  GPtrArray   *posts; /* (element-type utf8): codes; empty = all */
  guint        most;  /* so many places of each post at most; 0 = all of them */
  KpDirectLeft left;
} KpDirectHirePolicy;

typedef enum
{
  KP_DIRECT_NONE,      /* doesn't fulfil the condition, or isn't asked */
  KP_DIRECT_HIRED,     /* takes a place of the post without exam */
  KP_DIRECT_UNDECIDED, /* more fulfil it than there are places, and nobody has said yet who goes first */
  KP_DIRECT_LEFT,      /* the places went to others: takes part in the exam, or is out, as the policy says */
} KpDirectVerdict;

#define KP_N_DIRECT_VERDICTS (KP_DIRECT_LEFT + 1)

typedef struct
{
  KpDirectVerdict verdict;
  KpRankPlace     place; /* among the hired; without a place for everybody else */
} KpDirectResult;

void        kp_direct_hire_policy_init (KpDirectHirePolicy *policy);
void        kp_direct_hire_policy_clear (KpDirectHirePolicy *policy);
gboolean    kp_direct_hire_asks (const KpDirectHirePolicy *policy,
                                 const char               *post,
                                 const KpCandidateFacts   *facts);
guint       kp_direct_hire_get_limit (const KpDirectHirePolicy *policy,
                                      guint                     places);
void        kp_direct_hire_decide (const KpDirectHirePolicy *policy,
                                   guint                     places,
                                   const KpFraction         *ranks,
                                   guint                     n,
                                   KpDirectResult           *results);
gboolean    kp_direct_hire_is_examined (const KpDirectHirePolicy *policy,
                                        KpDirectVerdict           verdict);
const char *kp_direct_verdict_get_name (KpDirectVerdict verdict);
const char *kp_direct_verdict_get_chinese (KpDirectVerdict verdict);

G_END_DECLS
