/* kp-step-interview.h – draws rooms and order, takes the examiners' marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-sheet.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_candidates;
  guint n_rooms;
  gboolean is_repeat;
} KpHearingTally;

typedef struct
{
  guint n_cells;
  guint n_candidates; /* with a mark */
  guint n_absent;
  guint n_open; /* drawn, but without marks yet */
} KpInterviewTally;

char    *kp_step_commit_hearings (KpSession *session, GError **error);
gboolean kp_step_draw_hearings (KpSession *session, const char *public_part, KpHearingTally *tally, GError **error);
gboolean kp_step_enter_interview (KpSession *session, KpMarkSheet *sheet, KpInterviewTally *tally, GError **error);

G_END_DECLS
