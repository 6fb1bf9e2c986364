/* kp-step-total.h – totals, places and who goes to the physical examination.
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
  guint n_undecided; /* ties that no rule of the scheme decides */
  guint n_direct;    /* hired without exam */
  guint n_waiting;   /* posts that wait for the committee to say where empty places go */
  guint n_called;    /* to the physical examination */
} KpTotalTally;

gboolean kp_total_check_interviewed (KpRoster *roster, GError **error);
GArray  *kp_total_load_leftovers (KpSession *session, KpRoster *roster, GError **error);
gboolean kp_total_check_leftovers (KpSession *session, GError **error);
gboolean kp_total_decide_again (KpSession *session, KpLedger *ledger, gboolean may_move, GError **error);
gboolean kp_step_total (KpSession *session, KpTotalTally *tally, GError **error);

G_END_DECLS
