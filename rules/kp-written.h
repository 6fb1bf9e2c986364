/* kp-written.h – the written mark 笔试成绩: papers, their weights, absence and breaches.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

/* What the papers of one person give. */
typedef struct
{
  KpMarkState state;                            /* PRESENT only when every paper of the post has a mark */
  KpFraction  parts[KP_SCHEME_MAX_PAPERS];      /* in the scheme's order, weighted; unknown = not a paper of the post */
  KpFraction  unweighted[KP_SCHEME_MAX_PAPERS]; /* as marked: what ties ask for (paper_1 …) */
  KpFraction  exact;                            /* sum of the parts */
  KpFraction  paper;                            /* 笔试卷面成绩: rounded as the scheme says; unknown without a mark */
  KpFraction  full;                             /* what the papers of the post give at most */
  guint       n_missing;                        /* papers without an entry */
  guint       n_pending;                        /* papers in dispute */
  gboolean    is_below_paper_line;              /* below the line of a single paper 单科合格线 */
  gboolean    has_zero_paper;                   /* zero points in a single paper */
} KpWrittenResult;

void                 kp_written_decide (const KpScheme     *scheme,
                                        const KpSchemePost *post,
                                        const KpStatedMark *papers,
                                        KpWrittenResult    *out);
KpFraction           kp_written_get_full (const KpScheme     *scheme,
                                          const KpSchemePost *post);
gboolean             kp_written_needs_seat (const KpScheme     *scheme,
                                            const KpSchemePost *post);
KpVerdict            kp_written_decide_exempt (const KpScheme         *scheme,
                                               const KpSchemePost     *post,
                                               const KpCandidateFacts *facts);

KpShortlistBasis     kp_written_get_shortlist_basis (const KpScheme     *scheme,
                                                     const KpSchemePost *post);
KpShortlistPolicy    kp_written_get_shortlist (const KpScheme     *scheme,
                                               const KpSchemePost *post);
KpFraction           kp_written_get_exempt_mark (const KpScheme         *scheme,
                                                 const KpSchemePost     *post,
                                                 const KpCandidateFacts *facts);
gboolean             kp_written_find_line (const KpScheme         *scheme,
                                           const KpSchemePost     *post,
                                           const KpCandidateFacts *facts,
                                           KpMark                 *line);
KpShortlistCandidate kp_written_make_candidate (const KpScheme         *scheme,
                                                const KpSchemePost     *post,
                                                const KpWrittenResult  *written,
                                                KpFraction              with_bonus,
                                                const KpCandidateFacts *facts,
                                                gboolean                has_no_exam);

G_END_DECLS
