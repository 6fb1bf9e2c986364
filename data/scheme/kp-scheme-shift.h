/* kp-scheme-shift.h – last year's scheme as this year's.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

void       kp_scheme_shift_years (KpScheme *scheme,
                                  gint      years);
GPtrArray *kp_scheme_list_year_texts (const KpScheme *scheme);

G_END_DECLS
