/* kp-wait-window.h – the waiting room of the interview: who reports, the draw before everybody, the wall.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_WAIT_WINDOW (kp_wait_window_get_type ())
G_DECLARE_FINAL_TYPE (KpWaitWindow, kp_wait_window, KP, WAIT_WINDOW, AdwWindow)

KpWaitWindow *kp_wait_window_new (GtkApplication *application, KpCampaign *campaign, const char *actor);
gboolean      kp_wait_window_is_busy (KpWaitWindow *window);

G_END_DECLS
