/* kp-room-clock.c – how much time is left for who is heard: quiet, by its colour.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-clock.h"

#define SECONDS_OF_WARNING 60

struct _KpRoomClock
{
  AdwBin parent_instance;

  GtkLabel *label;
  gint64 started; /* monotonic */
  gint64 seconds;
  guint ticking;
};

G_DEFINE_FINAL_TYPE (KpRoomClock, kp_room_clock, ADW_TYPE_BIN)

static void
set_class (KpRoomClock *self,
           const char *name,
           gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), name);
}

/* "04:10"; over the time "+00:20". */
static gboolean
tick (gpointer data)
{
  KpRoomClock *self = data;
  const gint64 left = self->seconds - (g_get_monotonic_time () - self->started) / G_USEC_PER_SEC;
  const gint64 shown = ABS (left);
  g_autofree char *text = g_strdup_printf ("%s%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, left < 0 ? "+" : "", shown / 60, shown % 60);

  gtk_label_set_label (self->label, text);
  set_class (self, "error", left < 0);
  set_class (self, "warning", left >= 0 && left <= SECONDS_OF_WARNING);
  return G_SOURCE_CONTINUE;
}

static void
kp_room_clock_dispose (GObject *object)
{
  KpRoomClock *self = KP_ROOM_CLOCK (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  G_OBJECT_CLASS (kp_room_clock_parent_class)->dispose (object);
}

static void
kp_room_clock_class_init (KpRoomClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_room_clock_dispose;
}

static void
kp_room_clock_init (KpRoomClock *self)
{
  self->label = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "room-clock");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

/** kp_room_clock_start: counts down from @minutes, and on beyond them. */
void
kp_room_clock_start (KpRoomClock *clock,
                     guint minutes)
{
  kp_room_clock_stop (clock);
  clock->seconds = (gint64) minutes * 60;
  clock->started = g_get_monotonic_time ();
  clock->ticking = g_timeout_add_seconds (1, tick, clock);
  tick (clock);
}

/** kp_room_clock_stop: shows nothing. */
void
kp_room_clock_stop (KpRoomClock *clock)
{
  g_clear_handle_id (&clock->ticking, g_source_remove);
  gtk_label_set_label (clock->label, "");
}
