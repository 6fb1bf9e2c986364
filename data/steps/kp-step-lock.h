/* kp-step-lock.h – a passphrase for the record, another one, or none.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_session_is_locked (KpSession *session, gboolean *is_locked, GError **error);
gboolean kp_step_lock (KpSession *session, const char *passphrase, const KpSealedCost *cost, GError **error);
gboolean kp_step_unlock (KpSession *session, GError **error);

G_END_DECLS
