/* kp-review-order.h – a decision on its way to the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-review-sheet.h"
#include "kp-step-judge-undo.h"

G_BEGIN_DECLS

typedef struct _KpReviewOrder KpReviewOrder;

KpReviewOrder *kp_review_order_new (const KpReviewDecision *decision);
KpReviewOrder *kp_review_order_new_again (const KpReviewOrder *order, KpReviewSheet *sheet);
KpReviewOrder *kp_review_order_new_copy (const KpReviewOrder *order);
const char    *kp_review_order_get_application (const KpReviewOrder *order);
KpJudgeUndo   *kp_review_order_carry_out (const KpReviewOrder *order, KpSession *session, GError **error);
void           kp_review_order_free (gpointer order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpReviewOrder, kp_review_order_free)

G_END_DECLS
