/* kp-fullscreen.h – F11 fills the screen with a window, and gives it back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kp_fullscreen_install (GtkWidgetClass *klass, const char *action);

G_END_DECLS
