/* kp-fullscreen.c – F11 fills the screen with a window, and gives it back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fullscreen.h"

static void
toggle_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/** kp_fullscreen_install: @klass is that of a window; @action is what its button names. */
void
kp_fullscreen_install (GtkWidgetClass *klass,
                       const char *action)
{
  gtk_widget_class_install_action (klass, action, NULL, toggle_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F11, 0, action, NULL);
}
