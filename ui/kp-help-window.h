/* kp-help-window.h – what the pages of the window are for, and how one works in them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_HELP_WINDOW (kp_help_window_get_type ())
G_DECLARE_FINAL_TYPE (KpHelpWindow, kp_help_window, KP, HELP_WINDOW, AdwWindow)

KpHelpWindow *kp_help_window_new (GtkWindow *parent);
void          kp_help_window_show_page (KpHelpWindow *help, const char *page);

G_END_DECLS
