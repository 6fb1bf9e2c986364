/* kp-funnel.h – how many people are left after each stage, as bars below each other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-post-row.h"

G_BEGIN_DECLS

#define KP_TYPE_FUNNEL (kp_funnel_get_type ())
G_DECLARE_FINAL_TYPE (KpFunnel, kp_funnel, KP, FUNNEL, AdwBin)

void kp_funnel_show (KpFunnel *funnel, KpPostRow *sums);

G_END_DECLS
