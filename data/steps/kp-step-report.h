/* kp-step-report.h – the interview day at the door of the waiting room: who reports, who is too late, who is absent.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-step-hall.h"

G_BEGIN_DECLS

gboolean kp_step_report (KpSession *session, const char *code, KpHallAnswer *answer, GError **error);
gboolean kp_step_undo_report (KpSession *session, const char *code, const char *reason, KpHallAnswer *answer, GError **error);
gboolean kp_step_close_report (KpSession *session, const KpTwoPeople *people, KpHallTally *tally, GError **error);
char    *kp_report_dup_sentence (const KpHallAnswer *answer, const KpScheme *scheme);

G_END_DECLS
