/* kp-seat-private.h – how many of those who are seated together sit in each room.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-seat.h"

G_BEGIN_DECLS

gboolean kp_seat_check_rooms (const KpSeatRoom *const *rooms, guint n_rooms, GError **error);
guint64 kp_seat_add_capacities (const KpSeatRoom *const *rooms, guint n_rooms, gboolean only_ground);
void kp_seat_fill (const KpSeatPolicy *policy,
                   const KpSeatRoom *const *rooms,
                   guint n_rooms,
                   guint n_candidates,
                   guint n_ground,
                   guint *counts);

G_END_DECLS
