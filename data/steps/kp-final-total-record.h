/* kp-final-total-record.h – final totals in the record: of whom was called to a background check that is scored.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_ranked;
  guint n_unranked;
  guint n_open; /* without a mark of the check */
  guint n_undecided;
} KpFinalTotalTally;

gboolean kp_final_total_record_write (KpSession *session, KpLedger *ledger, KpFinalTotalTally *tally, GError **error);
gboolean kp_final_total_record_fail (KpSession *session, KpLedger *ledger, guint *n_failed, GError **error);
gboolean kp_final_total_record_judge_again (KpSession *session, KpLedger *ledger, GError **error);
gboolean kp_final_total_check_settled (KpSession *session, KpRoster *roster, GPtrArray *posts, GError **error);
void     kp_final_total_cut (GPtrArray *fit, GHashTable *hired, guint n_places);

G_END_DECLS
