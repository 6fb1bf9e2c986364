/* kp-hall-window.h – the door of the exam hall: tickets read, counts that can be seen from afar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-hall-order.h"
#include "kp-press-source.h"

G_BEGIN_DECLS

#define KP_TYPE_HALL_WINDOW (kp_hall_window_get_type ())
G_DECLARE_FINAL_TYPE (KpHallWindow, kp_hall_window, KP, HALL_WINDOW, AdwWindow)

KpHallWindow *kp_hall_window_new (GtkApplication *application, KpCampaign *campaign, const KpPressSource *press,
                                  const char *actor);
void          kp_hall_window_choose_door (KpHallWindow *window, const char *site, guint room);
gboolean      kp_hall_window_is_busy (KpHallWindow *window);

G_END_DECLS
