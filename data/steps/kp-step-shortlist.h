/* kp-step-shortlist.h – bonus, written results and the way into the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"
#include "kp-shortlist-record.h"

G_BEGIN_DECLS

gboolean kp_step_award_bonus (KpSession *session, guint *n_items, GError **error);
gboolean kp_bonus_award_all (KpSession *session, KpLedger *ledger, KpRoster *roster, guint *n_items, GError **error);
GArray  *kp_shortlist_decide_again (KpSession *session, KpLedger *ledger, KpRoster *roster, GError **error);
gboolean kp_step_shortlist (KpSession *session, KpShortlistTally *tally, GError **error);

G_END_DECLS
