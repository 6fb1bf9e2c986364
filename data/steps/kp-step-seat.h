/* kp-step-seat.h – draws seats and gives ticket numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-seat.h"
#include "kp-draw-record.h"

G_BEGIN_DECLS

#define KP_SEAT_DRAW "seats" /* purpose of the draw */

typedef struct
{
  guint n_candidates;
  guint n_rooms;
  guint n_post_conflicts; /* neighbouring pairs of one post that the counts leave */
  guint n_replaced;       /* seats of an earlier attempt that this one took the place of */
  gboolean is_repeat;     /* the seats stood already: nothing was written */
} KpSeatTally;

char    *kp_step_commit_seats (KpSession *session, const KpDrawTerms *terms, GError **error);
gboolean kp_step_seat (KpSession *session, const char *public_part, KpSeatTally *tally, GError **error);

G_END_DECLS
