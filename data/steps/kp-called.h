/* kp-called.h – who is called to the physical examination and the background check.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

#define KP_CALLED_PHYSICAL "physical"
#define KP_CALLED_BACKGROUND "background"

const char *kp_called_get_first_kind (const KpScheme *scheme);
gboolean    kp_called_start (KpSession *session, KpLedger *ledger, guint *n_called, GError **error);
gboolean    kp_called_go_on (KpSession *session, KpLedger *ledger, guint *n_called, GError **error);

G_END_DECLS
