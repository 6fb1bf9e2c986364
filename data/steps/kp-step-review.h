/* kp-step-review.h – holds every application against the scheme; persons decide what the rules can't.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-judgement.h"
#include "kp-opening.h"
#include "kp-qualify.h"
#include "kp-review.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_applications;
  guint n_outcomes[KP_REVIEW_PENDING + 1]; /* by KpReviewOutcome */
} KpReviewTally;

/* Until when one application may be supplemented or appealed, and the appeal answered. Owned texts. */
typedef struct
{
  char *application;
  KpReviewOutcome outcome;
  KpDate reviewed_on;
  KpDate appealed_on; /* none = there is no appeal */
  KpReviewDeadlines deadlines;
} KpReviewTerm;

/* What the reviewer had before him of the requirement when he decided. Borrowed. */
typedef struct
{
  KpVerdict verdict;
  const char *sentence; /* what the candidate is told as it stood */
} KpReviewSeen;

gboolean   kp_step_review_auto (KpSession *session, KpReviewTally *tally, GError **error);
gboolean   kp_step_review_decide (KpSession *session, const char *application, const char *condition, KpVerdict verdict,
                                  const char *sentence, GError **error);
gboolean   kp_step_review_decide_seen (KpSession *session, const char *application, const char *condition, KpVerdict verdict,
                                       const char *sentence, const KpReviewSeen *seen, GError **error);
gboolean   kp_step_review_confirm (KpSession *session, guint *n_confirmed, guint *n_own, GError **error);
gboolean   kp_step_review_appeal (KpSession *session, const char *application, KpReviewDeadlines *deadlines,
                                  GError **error);
GPtrArray *kp_step_review_list_terms (KpSession *session, GError **error); /* of KpReviewTerm */
void       kp_review_term_free (KpReviewTerm *term);
gboolean   kp_review_again (KpSession *session, KpLedger *ledger, KpRoster *roster, const char *application,
                            GError **error);

G_END_DECLS
