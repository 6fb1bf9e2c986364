/* kp-step-decide.h – records what the scheme leaves to the committee.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-decision.h"
#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_step_decide (KpSession *session, KpDecisionKind kind, const char *subject, const char *value,
                         const char *reason, const char *by, const char *with, GError **error);

G_END_DECLS
