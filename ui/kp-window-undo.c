/* kp-window-undo.c – Ctrl+Z in the window: what one person did alone on its pages is taken back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-window-undo.h"

#include <glib/gi18n-lib.h>

#define PARTS "kp-window-undo"
#define ACTION "win.undo"

typedef struct
{
  KpUndo *undo;
  KpWindowUndoParts parts; /* of the window */
} WindowUndo;

static void
window_undo_free (gpointer data)
{
  WindowUndo *self = data;

  g_object_unref (self->undo);
  g_free (self);
}

static gboolean
is_saving (const WindowUndo *self)
{
  return kp_undo_is_busy (self->undo) || kp_mark_page_is_busy (self->parts.marks)
         || kp_review_page_is_busy (self->parts.review) || kp_seat_page_is_busy (self->parts.seats);
}

/* What is still on its way into the record would be passed over, and something else be taken back for it. */
static void
undo_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  WindowUndo *self = g_object_get_data (G_OBJECT (widget), PARTS);

  if (is_saving (self))
    gtk_widget_error_bell (widget);
  else
    kp_undo_run (self->undo);
}

static void
on_changed (GtkWidget *window,
            KpUndo *undo)
{
  gtk_widget_action_set_enabled (window, ACTION, kp_undo_get_label (undo) != NULL);
}

static void
on_taken_back (GtkWidget *window,
               const char *label)
{
  WindowUndo *self = g_object_get_data (G_OBJECT (window), PARTS);
  g_autofree char *sentence = g_strdup_printf (_("Taken back: %s."), label);

  adw_toast_overlay_add_toast (self->parts.toasts, adw_toast_new (sentence));
}

static void
on_refused (GtkWidget *window,
            const char *sentence)
{
  gtk_widget_activate_action (window, "win.complain", "s", sentence);
}

/** kp_window_undo_install: for the class of a window that calls kp_window_undo_make(). */
void
kp_window_undo_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, ACTION, NULL, undo_action);
  gtk_widget_class_add_binding_action (window_class, GDK_KEY_z, GDK_CONTROL_MASK, ACTION, NULL);
}

/**
 * kp_window_undo_make:
 * @window: with the action `win.complain`; owns what is made
 * @parts: its parts
 *
 * Returns: (transfer none): what its pages remember their acts in
 */
KpUndo *
kp_window_undo_make (GtkWindow *window,
                     const KpWindowUndoParts *parts)
{
  WindowUndo *self = g_new (WindowUndo, 1);

  *self = (WindowUndo) { kp_undo_new (), *parts };
  g_object_set_data_full (G_OBJECT (window), PARTS, self, window_undo_free);
  g_signal_connect_object (self->undo, "changed", G_CALLBACK (on_changed), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo, "taken-back", G_CALLBACK (on_taken_back), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo, "refused", G_CALLBACK (on_refused), window, G_CONNECT_SWAPPED);
  kp_mark_page_set_undo (parts->marks, self->undo);
  kp_review_page_set_undo (parts->review, self->undo);
  kp_seat_page_set_undo (parts->seats, self->undo);
  kp_undo_show_on (self->undo, GTK_WIDGET (parts->button));
  on_changed (GTK_WIDGET (window), self->undo);
  return self->undo;
}
