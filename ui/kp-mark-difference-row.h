/* kp-mark-difference-row.h – two entries that differ, side by side, and what the third person reads on the paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-step-mark-difference.h"

G_BEGIN_DECLS

#define KP_TYPE_MARK_DIFFERENCE_ROW (kp_mark_difference_row_get_type ())
G_DECLARE_FINAL_TYPE (KpMarkDifferenceRow, kp_mark_difference_row, KP, MARK_DIFFERENCE_ROW, GtkListBoxRow)

typedef void (*KpMarkDifferenceFunc) (KpMarkDifferenceRow *row, gpointer data);

GtkWidget  *kp_mark_difference_row_new (const KpMarkDifference *difference, KpMarkDifferenceFunc func, gpointer data);
const char *kp_mark_difference_row_get_number (KpMarkDifferenceRow *row);
const char *kp_mark_difference_row_get_mark (KpMarkDifferenceRow *row);
const char *kp_mark_difference_row_get_evidence (KpMarkDifferenceRow *row);
void        kp_mark_difference_row_start (KpMarkDifferenceRow *row);

G_END_DECLS
