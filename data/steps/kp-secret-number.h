/* kp-secret-number.h – numbers that stand on the papers in the place of tickets, drawn and sealed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw-record.h"

G_BEGIN_DECLS

#define KP_SECRET_PURPOSE "secret-numbers:"

typedef struct
{
  guint    n_candidates;
  guint    n_replaced; /* numbers of an earlier draw that hold no longer */
  gboolean is_repeat;  /* they stand already; nothing was drawn again */
} KpSecretTally;

char    *kp_step_commit_secrets (KpSession *session, const char *paper, const KpDrawTerms *terms, GError **error);
gboolean kp_step_draw_secrets (KpSession *session, const char *paper, const char *public_part, KpSecretTally *tally,
                               GError **error);

G_END_DECLS
