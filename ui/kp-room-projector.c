/* kp-room-projector.c – what the public of an interview room sees: a number, how far its marks are, and the mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is never given a name, and no mark of a single examiner. */
#include "kp-room-projector.h"

#include <glib/gi18n-lib.h>

#include "kp-fullscreen.h"

struct _KpRoomProjector
{
  AdwWindow parent_instance;

  GtkLabel *room;
  GtkLabel *number;
  GtkLabel *progress;
  GtkLabel *mark;
};

G_DEFINE_FINAL_TYPE (KpRoomProjector, kp_room_projector, ADW_TYPE_WINDOW)

static void
kp_room_projector_class_init (KpRoomProjectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  kp_fullscreen_install (widget_class, "projector.fullscreen");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-room-projector.ui");
  gtk_widget_class_bind_template_child (widget_class, KpRoomProjector, room);
  gtk_widget_class_bind_template_child (widget_class, KpRoomProjector, number);
  gtk_widget_class_bind_template_child (widget_class, KpRoomProjector, progress);
  gtk_widget_class_bind_template_child (widget_class, KpRoomProjector, mark);
}

static void
kp_room_projector_init (KpRoomProjector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_room_projector_new: a window for the second screen; F11 fills it. */
KpRoomProjector *
kp_room_projector_new (GtkApplication *application)
{
  return g_object_new (KP_TYPE_ROOM_PROJECTOR, "application", application, NULL);
}

/** kp_room_projector_show: @number 0 = nobody is heard; @mark (nullable) once two people have checked it. */
void
kp_room_projector_show (KpRoomProjector *projector,
                        guint room,
                        guint number,
                        const char *progress,
                        const char *mark)
{
  g_autofree char *title = g_strdup_printf (_("Interview room %u"), room);
  g_autofree char *called = number > 0 ? g_strdup_printf (_("No. %u"), number) : g_strdup ("–");

  gtk_label_set_label (projector->room, title);
  gtk_label_set_label (projector->number, called);
  gtk_label_set_label (projector->progress, progress);
  gtk_label_set_label (projector->mark, mark != NULL ? mark : "–");
}
