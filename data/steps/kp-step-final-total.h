/* kp-step-final-total.h – final totals of those called to a background check that is scored.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-final-total-record.h"

G_BEGIN_DECLS

gboolean kp_step_final_total (KpSession *session, KpFinalTotalTally *tally, guint *n_failed, guint *n_called, GError **error);

G_END_DECLS
