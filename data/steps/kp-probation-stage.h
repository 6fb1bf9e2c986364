/* kp-probation-stage.h – whether the stage of the probation is over, as the record says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_probation_stage_commit (KpSession *session, KpLedger *ledger, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
