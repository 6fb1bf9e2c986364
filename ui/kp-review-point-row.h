/* kp-review-point-row.h – one condition on the reviewer's desk: what is asked, what is stated, how it stands.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-review-file.h"

G_BEGIN_DECLS

#define KP_TYPE_REVIEW_POINT_ROW (kp_review_point_row_get_type ())
G_DECLARE_FINAL_TYPE (KpReviewPointRow, kp_review_point_row, KP, REVIEW_POINT_ROW, GtkListBoxRow)

GtkWidget  *kp_review_point_row_new_proof (const KpReviewProof *proof);
GtkWidget  *kp_review_point_row_new (const KpReviewPoint *point, guint number);
const char *kp_verdict_get_icon (KpVerdict verdict);
const char *kp_verdict_get_style (KpVerdict verdict);

G_END_DECLS
