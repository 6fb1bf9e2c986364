/* kp-step-move.h – carries a campaign into another record, where it goes on: a file or a server.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-copy.h"
#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_step_move (KpSession *session, const char *location, KpCopyProgress progress, gpointer user_data,
                       KpCopyReport *report, GError **error);
gboolean kp_session_copy_to_file (KpSession *session, const char *path, KpCopyReport *report, GError **error);

G_END_DECLS
