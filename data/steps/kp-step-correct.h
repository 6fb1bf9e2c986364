/* kp-step-correct.h – puts a mark right that was agreed, with everything that depends on it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-change.h"
#include "kp-correct-value.h"
#include "kp-edition.h"
#include "kp-recompute.h"

G_BEGIN_DECLS

/* What a correction did, or would do. */
typedef struct
{
  guint number;           /* of the correction: the next one in a trial */
  KpCorrectedValue value;
  GPtrArray *changes;     /* (element-type KpChange) */
  GPtrArray *pending;     /* (element-type KpPendingCase): what people have to decide */
  GPtrArray *voided;      /* (element-type KpVoidedList) */
  guint n_persons;        /* whose marks, places, list or offer change */
  guint n_offers;         /* of them those whose list or offer is touched */
  gboolean has_contracts; /* contracts stand on the old results: only a trial tells */
} KpCorrectionReport;

gboolean   kp_step_correct (KpSession *session, const KpCorrectionOrder *order, gboolean is_trial,
                            KpCorrectionReport **out, GError **error);
gboolean   kp_correct_apply (KpSession *session, KpLedger *ledger, const KpCorrectionOrder *order,
                             KpCorrectionReport **out, GError **error);
GPtrArray *kp_step_list_corrections (KpSession *session, GError **error);
void       kp_correction_report_free (KpCorrectionReport *report);

/* For amendments as well. */
guint      kp_correct_count_offers (const GPtrArray *changes, const GPtrArray *pending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpCorrectionReport, kp_correction_report_free)

G_END_DECLS
