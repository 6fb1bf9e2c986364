/* kp-spent.h – stages in which all is done, although the next one hasn't begun.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_spent_read (KpSession *session, KpStageState *out, GError **error);
gboolean kp_spent_count_ties (KpSession *session, guint *n_tied, GError **error);

G_END_DECLS
