/* kp-hall-board.h – every room of the door with how many are in, large enough to be read from afar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-hall-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_HALL_BOARD (kp_hall_board_get_type ())
G_DECLARE_FINAL_TYPE (KpHallBoard, kp_hall_board, KP, HALL_BOARD, AdwBin)

void kp_hall_board_show (KpHallBoard *board, const KpHallDesk *desk);

G_END_DECLS
