/* kp-test-keys.h – real key presses, as a keyboard or a reader of codes sends them to the screen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* They go to the window that has the focus of the screen: that of @window. */
void kp_test_keys_focus (GtkWidget *window);
void kp_test_keys_settle (void);
void kp_test_keys_press (guint keyval);
void kp_test_keys_type (const char *text); /* a hand: with pauses */
void kp_test_keys_scan (const char *code); /* a reader: without any, and Enter */
void kp_test_keys_compose (const char *hex); /* as an input method does: ends with Enter or Escape */

G_END_DECLS
