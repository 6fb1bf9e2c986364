/* kp-step-heat.h – the list after a test before the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-shortlist-record.h"

G_BEGIN_DECLS

gboolean kp_step_make_heat (KpSession *session, const char *code, KpShortlistTally *tally, GError **error);

G_END_DECLS
