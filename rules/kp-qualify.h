/* kp-qualify.h – does a candidate fulfil what the post asks: one finding for each requirement.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

/* 审查意见: how one requirement came out, for the reviewer, the record and the candidate. */
typedef struct
{
  gchar    *requirement; /* id */
  gchar    *label;       /* 年龄 … */
  gchar    *clause;      /* place in the notice; the relaxation's when one was used */
  KpVerdict verdict;
  gchar    *reason;     /* (nullable): R01 … when unmet or a paper is needed */
  gchar    *relaxation; /* (nullable): id of the relaxation that decided */
  gchar    *proof;      /* (nullable): the paper that would show it */
  KpVerdict computed;   /* what the facts alone give; differs from `verdict` where a person decided */
  gboolean  is_judged;  /* a person decided, see the sentence */
  gchar    *sentence;   /* Chinese, for the candidate */
  gchar    *values;     /* the values used: "出生日期 1992-12-12" (personal data) */
} KpFinding;

/* What a person decided of one requirement: it stands in for what the facts can't tell. Where the facts do tell and the
 * person decided otherwise, the finding says both. Everything is borrowed. */
typedef struct
{
  const char *requirement; /* id */
  KpVerdict   verdict;     /* MET, UNMET, or NEEDS_PAPER: what is there doesn't show it yet */
  const char *by;          /* (nullable): who decided */
  const char *note;        /* (nullable): why */
} KpJudged;

typedef enum
{
  KP_REVIEW_PASS,    /* 合格 */
  KP_REVIEW_FAIL,    /* 不合格 */
  KP_REVIEW_MORE,    /* 需补充材料 */
  KP_REVIEW_PENDING, /* 待核实 */
} KpReviewOutcome;

GPtrArray      *kp_qualify_decide (const KpScheme         *scheme,
                                   const KpSchemePost     *post,
                                   const KpCandidateFacts *facts);
GPtrArray      *kp_qualify_decide_at (const KpScheme         *scheme,
                                      const KpSchemePost     *post,
                                      const KpCandidateFacts *facts,
                                      KpCheck                 moment,
                                      const KpJudged         *judged,
                                      guint                   n_judged);
KpReviewOutcome kp_qualify_decide_outcome (const KpScheme         *scheme,
                                           const KpSchemePost     *post,
                                           const KpCandidateFacts *facts,
                                           KpCheck                 moment,
                                           const KpJudged         *judged,
                                           guint                   n_judged);
gboolean        kp_qualify_decide_move (const KpScheme         *scheme,
                                        const KpSchemePost     *from,
                                        const KpSchemePost     *to,
                                        const KpCandidateFacts *facts,
                                        const KpJudged         *judged,
                                        guint                   n_judged);
KpReviewOutcome kp_qualify_derive_outcome (const GPtrArray *findings);
gboolean        kp_qualify_is_relaxable (const KpScheme      *scheme,
                                         const KpRequirement *requirement);
GPtrArray      *kp_qualify_list_requirements (const KpScheme     *scheme,
                                              const KpSchemePost *post);
void            kp_finding_free (KpFinding *finding);

const char     *kp_review_outcome_get_name (KpReviewOutcome outcome);
const char     *kp_review_outcome_get_chinese (KpReviewOutcome outcome);
gboolean        kp_review_outcome_parse (const char      *name,
                                         KpReviewOutcome *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFinding, kp_finding_free)

G_END_DECLS
