/* kp-idle-lock.c – notices that nobody works at a window any more.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-idle-lock.h"

#include "kp-room-projector.h"
#include "kp-wait-wall.h"

#define WATCH "kp-idle-lock"
#define HIDDEN "kp-hidden"

typedef struct
{
  GtkWindow *window; /* which owns it */
  KpIdleFunc func;
  guint seconds;
  guint source;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->source, g_source_remove);
  g_free (watch);
}

static gboolean
on_idle (gpointer data)
{
  Watch *watch = data;

  watch->source = 0;
  watch->func (watch->window);
  return G_SOURCE_REMOVE;
}

static void
start (Watch *watch)
{
  g_clear_handle_id (&watch->source, g_source_remove);
  watch->source = g_timeout_add_seconds (watch->seconds, on_idle, watch);
}

static gboolean
on_event (Watch *watch)
{
  start (watch);
  return GDK_EVENT_PROPAGATE;
}

/**
 * kp_idle_lock_watch:
 * @window: a window
 * @seconds: without a key or a pointer; 0 = for ever
 * @func: called once, then watched again from the next key on
 */
void
kp_idle_lock_watch (GtkWindow *window,
                    guint seconds,
                    KpIdleFunc func)
{
  Watch *watch = g_object_get_data (G_OBJECT (window), WATCH);

  if (watch == NULL)
    {
      GtkEventController *events = gtk_event_controller_legacy_new ();

      watch = g_new0 (Watch, 1);
      watch->window = window;
      gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (events, "event", G_CALLBACK (on_event), watch);
      gtk_widget_add_controller (GTK_WIDGET (window), events);
      g_object_set_data_full (G_OBJECT (window), WATCH, watch, watch_free);
    }
  watch->func = func;
  watch->seconds = seconds > 0 ? seconds : G_MAXINT;
  start (watch);
}

/* The public goes on seeing numbers, which tell of nobody. */
static gboolean
is_for_the_public (GtkWindow *window)
{
  return KP_IS_ROOM_PROJECTOR (window) || KP_IS_WAIT_WALL (window);
}

/** kp_idle_lock_hide_others: takes the other windows of the program off the screen with all that is typed in them, or puts
 * them back. */
void
kp_idle_lock_hide_others (GtkWindow *window,
                          gboolean is_hidden)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);
      const gboolean was_hidden = g_object_get_data (G_OBJECT (other), HIDDEN) != NULL;

      if (other != window && !is_for_the_public (other) && (is_hidden ? gtk_widget_get_visible (GTK_WIDGET (other)) : was_hidden))
        g_ptr_array_add (others, other);
    }
  for (guint i = 0; i < others->len; i++)
    {
      g_object_set_data (others->pdata[i], HIDDEN, is_hidden ? window : NULL);
      gtk_widget_set_visible (others->pdata[i], !is_hidden);
    }
}
