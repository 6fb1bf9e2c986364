/* kp-review-desk.h – which applications wait for a reviewer, and for whom.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* What lies on the desk. An application may lie in several. */
typedef enum
{
  KP_REVIEW_QUEUE_PERSON, /* 待人工认定: a finding that the rules leave to a person */
  KP_REVIEW_QUEUE_SECOND, /* 待复核: decided by somebody else alone */
  KP_REVIEW_QUEUE_APPEAL, /* 申诉: nobody has decided on it */
  KP_REVIEW_QUEUE_LATE,   /* 证明逾期: a claim that wasn't proved in time */
  KP_REVIEW_QUEUE_PROOF,  /* 证明待核查: a claim that isn't proved yet */
  KP_REVIEW_QUEUE_MORE,   /* 待补充材料 */
  KP_REVIEW_QUEUE_NEW,    /* 未审查 */
  KP_REVIEW_QUEUE_ALL,
} KpReviewQueue;

#define KP_N_REVIEW_QUEUES (KP_REVIEW_QUEUE_ALL + 1)

/* One application on the desk. Owned texts. */
typedef struct
{
  char *application;
  char *name;
  char *pinyin; /* (nullable): how it is read, for kp_pinyin_is_typed() */
  char *post;
  char *review;         /* "none" or the name of an outcome */
  guint n_open;         /* findings that wait for a person */
  GPtrArray *first_by;  /* (nullable) (element-type utf8): who decided alone what a second person must look at */
  gboolean has_appealed; /* and nobody has decided on it */
  guint n_claims;        /* that aren't proved yet */
  guint n_late;          /* of them: whose last day is over */
} KpReviewCase;

GPtrArray *kp_review_desk_load (KpSession *session, const char *application, GError **error);
gboolean   kp_review_case_is_in (const KpReviewCase *one, KpReviewQueue queue, const char *actor);
void       kp_review_case_free (KpReviewCase *one);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpReviewCase, kp_review_case_free)

G_END_DECLS
