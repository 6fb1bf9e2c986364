/* kp-seat-page.h – the exam rooms drawn as rooms: who sits where, who should sit apart, and seats changed with a reason.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-undo.h"

G_BEGIN_DECLS

#define KP_TYPE_SEAT_PAGE (kp_seat_page_get_type ())
G_DECLARE_FINAL_TYPE (KpSeatPage, kp_seat_page, KP, SEAT_PAGE, AdwBin)

void     kp_seat_page_set_campaign (KpSeatPage *page, KpCampaign *campaign, const char *actor);
void     kp_seat_page_set_undo (KpSeatPage *page, KpUndo *undo);
gboolean kp_seat_page_is_busy (KpSeatPage *page);
gboolean kp_seat_page_has_changed (KpSeatPage *page);

G_END_DECLS
