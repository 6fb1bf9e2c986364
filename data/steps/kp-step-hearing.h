/* kp-step-hearing.h – draws rooms and order of the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw-record.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_candidates;
  guint n_rooms;
  guint n_replaced;   /* places of an earlier attempt that this one took the place of */
  gboolean is_repeat; /* the order stood already: nothing was written */
} KpHearingTally;

char    *kp_step_commit_hearings (KpSession *session, const KpDrawTerms *terms, GError **error);
gboolean kp_hearing_purpose_is_sealed (KpRoster *roster, const char *purpose);
char    *kp_hearing_dup_code (guint room, guint number);
gboolean kp_step_draw_hearings (KpSession *session, const char *public_part, KpHearingTally *tally, GError **error);

G_END_DECLS
