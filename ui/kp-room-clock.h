/* kp-room-clock.h – how much time is left for who is heard: quiet, by its colour.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_ROOM_CLOCK (kp_room_clock_get_type ())
G_DECLARE_FINAL_TYPE (KpRoomClock, kp_room_clock, KP, ROOM_CLOCK, AdwBin)

void kp_room_clock_start (KpRoomClock *clock, guint minutes);
void kp_room_clock_stop (KpRoomClock *clock);

G_END_DECLS
