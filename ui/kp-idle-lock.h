/* kp-idle-lock.h – notices that nobody works at a window any more.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KpIdleFunc) (GtkWindow *window);

void kp_idle_lock_watch (GtkWindow *window, guint seconds, KpIdleFunc func);
void kp_idle_lock_hide_others (GtkWindow *window, gboolean is_hidden);

G_END_DECLS
