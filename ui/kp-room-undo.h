/* kp-room-undo.h – Ctrl+Z in the interview room: what the score keeper typed of a number, until two people have checked it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-room-order.h"
#include "kp-undo.h"

G_BEGIN_DECLS

void kp_room_undo_remember (KpUndo *undo, gpointer window, KpRoomOrder *order);

G_END_DECLS
