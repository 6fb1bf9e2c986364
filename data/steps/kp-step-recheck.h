/* kp-step-recheck.h – what the re-check before the interview finds, and who falls out by it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-qualify.h"
#include "kp-session.h"
#include "kp-shortlist-record.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rechecked;
  guint n_outcomes[KP_REVIEW_PENDING + 1]; /* by KpReviewOutcome; FAIL = left */
  KpShortlistTally lists;                  /* afterwards */
} KpRecheckTally;

gboolean kp_step_recheck_auto (KpSession *session, KpRecheckTally *tally, GError **error);
gboolean kp_step_recheck_decide (KpSession *session, const char *application, const char *condition, gboolean is_met,
                                 const char *reason, KpRecheckTally *tally, GError **error);

G_END_DECLS
