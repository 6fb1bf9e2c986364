/* kp-quota-private.h – what opening posts, moving places and saying it share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-quota.h"

G_BEGIN_DECLS

/* Why the committee is asked. */
typedef enum
{
  KP_QUOTA_ASKS_NOTHING,
  KP_QUOTA_ASKS_ACTION,   /* the scheme leaves a post with too few applicants to the committee */
  KP_QUOTA_ASKS_SPREAD,   /* a pool is reduced, and more than one way leads there */
  KP_QUOTA_ASKS_RATIO,    /* the receiving post can't carry the places */
  KP_QUOTA_ASKS_CLOSED,   /* no receiving post is open */
  KP_QUOTA_ASKS_STREET,   /* the street has no receiving post */
  KP_QUOTA_ASKS_TOO_MANY, /* with the decided places there would be more than planned */
} KpQuotaQuestion;

/* One post on its way. The numbers of the pool stand with its leader. */
typedef struct
{
  const KpQuotaCase *post;
  KpQuotaResult     *result;
  KpQuotaQuestion    question;
  guint              leader;
  guint              n_pooled;
  guint              plan;       /* of the pool … */
  guint              applicants;
  guint              target;     /* … and what it is reduced to */
  KpQuotaTier        own;        /* the only threshold of a post with a ratio or an action of its own */
} KpQuotaStep;

typedef struct
{
  const KpQuotaPolicy *policy;
  KpQuotaTier          tiers[KP_QUOTA_MAX_TIERS + 1]; /* ascending */
  guint                n_tiers;
  KpQuotaStep         *steps;
  guint                n_steps;
} KpQuotaRun;

const KpQuotaTier *kp_quota_run_list_tiers (const KpQuotaRun *run,
                                            guint             index,
                                            guint            *n_tiers);
KpFraction         kp_quota_run_get_ratio (const KpQuotaRun *run,
                                           guint             index);
guint              kp_quota_run_count_needed (const KpQuotaRun *run,
                                              guint             index,
                                              KpFraction        ratio);
void               kp_quota_run_ask (KpQuotaRun     *run,
                                     guint           index,
                                     KpQuotaQuestion question,
                                     guint           waiting);
void               kp_quota_run_move (KpQuotaRun *run);
void               kp_quota_run_explain (KpQuotaRun *run);

G_END_DECLS
