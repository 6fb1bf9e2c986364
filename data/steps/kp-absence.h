/* kp-absence.h – who is absent from a paper because the doors were closed, and what that does to its marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-marked-paper.h"

G_BEGIN_DECLS

gboolean kp_absence_check (const KpMarkedPaper *paper, const char *application, GError **error);
gboolean kp_absence_load (KpSession *session, const char *code, GPtrArray **absent, GError **error);
gboolean kp_absence_agree (KpSession *session, KpLedger *ledger, const char *code, GError **error);

G_END_DECLS
