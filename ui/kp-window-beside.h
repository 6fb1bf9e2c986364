/* kp-window-beside.h – windows beside the office's: the hall, the interview room, the waiting room, the scheme's desk.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Installs `win.hall`, `win.room`, `win.wait` and `win.scheme`. What was done there is seen in the window when they are closed. */
void kp_window_beside_install (GtkWidgetClass *window_class);

G_END_DECLS
