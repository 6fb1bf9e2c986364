/* kp-wait-wall.h – what hangs before everybody in the waiting room: counts, the draw, order numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-wait-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_WAIT_WALL (kp_wait_wall_get_type ())
G_DECLARE_FINAL_TYPE (KpWaitWall, kp_wait_wall, KP, WAIT_WALL, AdwWindow)

KpWaitWall *kp_wait_wall_new (GtkApplication *application, const char *until);
void        kp_wait_wall_show_counts (KpWaitWall *wall, guint n_in, guint n_expected, guint n_absent);
void        kp_wait_wall_show_draw (KpWaitWall *wall, const GPtrArray *draws, const char *digits);
void        kp_wait_wall_show_numbers (KpWaitWall *wall, const GArray *numbers);

G_END_DECLS
