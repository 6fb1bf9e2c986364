/* kp-draw-pad.h – the draw before everybody: the list and the secret fixed, the digits given by touch or key, then drawn.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-wait-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_DRAW_PAD (kp_draw_pad_get_type ())
G_DECLARE_FINAL_TYPE (KpDrawPad, kp_draw_pad, KP, DRAW_PAD, AdwBin)

/* Actions that it activates: wait.commit, wait.draw. Signal “digits-changed”. */
void        kp_draw_pad_show (KpDrawPad *pad, const KpWaitDesk *desk);
void        kp_draw_pad_start (KpDrawPad *pad);
const char *kp_draw_pad_get_source (KpDrawPad *pad);
const char *kp_draw_pad_get_digits (KpDrawPad *pad);
void        kp_draw_pad_complain (KpDrawPad *pad, const char *sentence);

G_END_DECLS
