/* kp-draw-title.h – what a draw is called by people.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kp_draw_dup_title (const char *purpose);

G_END_DECLS
