/* kp-room-window.h – the score keeper's window in an interview room.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-press-source.h"

G_BEGIN_DECLS

#define KP_TYPE_ROOM_WINDOW (kp_room_window_get_type ())
G_DECLARE_FINAL_TYPE (KpRoomWindow, kp_room_window, KP, ROOM_WINDOW, AdwWindow)

KpRoomWindow *kp_room_window_new (GtkApplication *application, KpCampaign *campaign, const KpPressSource *press,
                                  const char *actor);
gboolean      kp_room_window_is_busy (KpRoomWindow *window);
void          kp_room_window_show_number (KpRoomWindow *window, const char *code);

G_END_DECLS
