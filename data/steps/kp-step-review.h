/* kp-step-review.h – holds every application against the scheme, and opens the posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-qualify.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* The reviewer of findings that the rules made; whoever else stands there is a person, and outweighs the rules. */
#define KP_REVIEWED_BY_RULE "rule"

typedef struct
{
  guint n_applications;
  guint n_outcomes[KP_REVIEW_PENDING + 1]; /* by KpReviewOutcome */
} KpReviewTally;

gboolean   kp_step_review_auto (KpSession *session, KpReviewTally *tally, GError **error);
gboolean   kp_step_review_decide (KpSession *session, const char *application, const char *condition, gboolean is_met,
                                  const char *sentence, GError **error);
GPtrArray *kp_step_open_posts (KpSession *session, GError **error); /* of KpQuotaResult */

G_END_DECLS
