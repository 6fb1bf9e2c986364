/* kp-recent.h – what was done in a campaign last.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* All that one person wrote in one step at one time. */
typedef struct
{
  char *at; /* as the journal has it */
  char *actor;
  char *step;
} KpRecentAct;

GPtrArray *kp_recent_list (KpSession *session, guint n_most, GError **error); /* of KpRecentAct */

G_END_DECLS
