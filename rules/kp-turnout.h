/* kp-turnout.h – how many of those who may come did, and what few of them do to the places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

guint kp_turnout_decide (const KpScheme     *scheme,
                         KpTurnout           at,
                         const KpSchemePost *post,
                         guint               places,
                         guint               n_present,
                         gchar             **why);

G_END_DECLS
