/* kp-step-leave.h – who leaves between the written exam and the interview, and who enters in their place.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-leaving.h"
#include "kp-session.h"
#include "kp-shortlist-record.h"

G_BEGIN_DECLS

KpLedger *kp_leave_begin (KpSession *session, const char *subject, KpStage *stage, GError **error);
gboolean  kp_leave_enter (KpSession *session, KpLedger *ledger, KpStage *stage, GError **error);
gboolean  kp_leave_record (KpSession *session, KpLedger *ledger, KpRoster *roster, const KpDossier *dossier,
                           const KpLeaving *leaving, const char *reason, GError **error);
gboolean  kp_step_leave (KpSession *session, const char *const *applications, KpCause cause, const char *reason,
                         KpShortlistTally *tally, GError **error);

G_END_DECLS
