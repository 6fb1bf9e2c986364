/* kp-window-beside.c – windows beside the office's: the hall, the interview room, the waiting room, the scheme's desk.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-window-beside.h"

#include "kp-hall-window.h"
#include "kp-room-window.h"
#include "kp-wait-window.h"
#include "kp-window.h"

static void
open_beside (KpWindow *window,
             gpointer beside)
{
  g_signal_connect_object (beside, "destroy", G_CALLBACK (kp_window_read_again), window, G_CONNECT_SWAPPED);
  gtk_window_present (beside);
}

static void
room_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWindow *window = KP_WINDOW (widget);

  open_beside (window, kp_room_window_new (gtk_window_get_application (GTK_WINDOW (window)), kp_window_get_campaign (window),
                                           kp_window_get_press (window), kp_window_get_actor (window)));
}

static void
hall_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWindow *window = KP_WINDOW (widget);

  open_beside (window, kp_hall_window_new (gtk_window_get_application (GTK_WINDOW (window)), kp_window_get_campaign (window),
                                           kp_window_get_press (window), kp_window_get_actor (window)));
}

static void
wait_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWindow *window = KP_WINDOW (widget);

  open_beside (window, kp_wait_window_new (gtk_window_get_application (GTK_WINDOW (window)), kp_window_get_campaign (window),
                                           kp_window_get_actor (window)));
}

/* Of the office's window alone: in the others F4 is a key of theirs. */
static void
scheme_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_activate_action (widget, "app.scheme", NULL);
}

/** kp_window_beside_install: see kp-window-beside.h. */
void
kp_window_beside_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.hall", NULL, hall_action);
  gtk_widget_class_install_action (window_class, "win.room", NULL, room_action);
  gtk_widget_class_install_action (window_class, "win.wait", NULL, wait_action);
  gtk_widget_class_install_action (window_class, "win.scheme", NULL, scheme_action);
}
