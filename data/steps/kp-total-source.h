/* kp-total-source.h – what the record knows of one candidate when the total is made and a tie is parted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-leftover.h"
#include "kp-roster.h"
#include "kp-session.h"
#include "kp-total.h"

G_BEGIN_DECLS

typedef struct _KpTotalSource KpTotalSource;

KpTotalSource *kp_total_source_load (KpSession *session, GError **error);
const KpTotalPolicy *kp_total_source_get_order (const KpScheme *scheme, const KpPostRecord *post);
void           kp_total_source_free (KpTotalSource *source);
gboolean       kp_total_source_find_vote (KpTotalSource *source, const KpDossier *dossier, guint *n_for, guint *n);
KpStanding     kp_total_source_judge_others (KpTotalSource *source, const KpTotalPolicy *formula, const KpDossier *dossier);
const KpLeftoverDecision *kp_total_source_find_leftover (KpTotalSource *source, const char *post);
gboolean       kp_total_source_find_interview_line (KpTotalSource *source, const char *post, KpMark *line);
void           kp_total_source_fill (KpTotalSource *source,
                                     const KpTotalPolicy *order,
                                     const KpTotalPolicy *formula,
                                     const KpDossier *dossier,
                                     const KpCandidateFacts *facts,
                                     KpTotalCandidate *candidate);

KpStatedMark   kp_total_source_get_score (KpTotalSource *source, const KpDossier *dossier);
void           kp_total_source_measure_final (KpTotalSource *source, const KpDossier *dossier, KpFraction *ties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTotalSource, kp_total_source_free)

G_END_DECLS
