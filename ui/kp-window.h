/* kp-window.h – the window: one campaign, its path at the left, its pages at the right.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-work-source.h"
#include "kp-campaign.h"
#include "kp-press-source.h"

G_BEGIN_DECLS

#define KP_TYPE_WINDOW (kp_window_get_type ())
G_DECLARE_FINAL_TYPE (KpWindow, kp_window, KP, WINDOW, AdwApplicationWindow)

KpWindow *kp_window_new (GtkApplication *application, const KpPressSource *press, const KpWorkSource *works);
void kp_window_open (KpWindow *window, const char *location, const char *code, const char *actor);
void kp_window_show_working (KpWindow *window, const char *sentence);
void kp_window_complain (KpWindow *window, const char *sentence);
void kp_window_read_again (KpWindow *window);
KpCampaign *kp_window_get_campaign (KpWindow *window); /* (nullable) */
const KpPressSource *kp_window_get_press (KpWindow *window);
const char *kp_window_get_actor (KpWindow *window); /* (nullable) */
void kp_window_set_idle_minutes (KpWindow *window, guint minutes);
gboolean kp_window_is_working (KpWindow *window);
gboolean kp_window_is_taking_back (KpWindow *window);

G_END_DECLS
