/* kp-step-seat.h – draws seats and gives ticket numbers, to everybody and to those who come late.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw-record.h"
#include "kp-seating.h"

G_BEGIN_DECLS

#define KP_SEAT_DRAW "seats" /* purpose of the draw */

char    *kp_step_commit_seats (KpSession *session, const KpDrawTerms *terms, GError **error);
gboolean kp_step_seat (KpSession *session, const char *public_part, KpSeatTally *tally, GError **error);
char    *kp_step_commit_late_seats (KpSession *session, const KpDrawTerms *terms, GError **error);
gboolean kp_step_seat_late (KpSession *session, const char *public_part, KpSeatTally *tally, GError **error);

G_END_DECLS
