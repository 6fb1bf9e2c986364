/* kp-step-mark-script.h – the mark of one script, as a clerk types it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-entry.h"

G_BEGIN_DECLS

gboolean kp_step_enter_mark (KpSession *session, const char *paper, guint entry, const char *application, guint position,
                             const char *text, GError **error);

G_END_DECLS
