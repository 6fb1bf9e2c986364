/* kp-scheme-diff.h – what two schemes say differently, in the language of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-explain.h"

G_BEGIN_DECLS

GPtrArray *kp_scheme_diff (const KpScheme *before,
                           const KpScheme *after);

G_END_DECLS
