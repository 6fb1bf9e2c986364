/* kp-mark-field.c – a field for one mark, typed with the number keys; wrong ones are told by more than a colour.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-field.h"

#include "kp-preedit.h"

#define WRONG "error"

/* For the handlers of one field; freed with it. */
typedef struct
{
  const KpMarkFieldFuncs *funcs;
  gpointer data;
} Owner;

/* A text takes Ctrl+Z for itself, also when it has nothing to take back: as GDK_KEY_Undo its owner gets it first. */
static guint
get_key (guint key,
         GdkModifierType modifiers)
{
  const GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_z || key == GDK_KEY_Z))
    return GDK_KEY_Undo;
  return (held & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 ? key : GDK_KEY_VoidSymbol;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code G_GNUC_UNUSED,
        GdkModifierType modifiers,
        gpointer data)
{
  const Owner *owner = data;
  GtkWidget *field = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  key = get_key (key, modifiers);
  return key != GDK_KEY_VoidSymbol && !kp_preedit_is_shown (field) && owner->funcs->key (field, key, owner->data);
}

static void
on_leave (GtkEventControllerFocus *controller,
          const Owner *owner)
{
  GtkWidget *field = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (!kp_mark_field_is_wrong (field))
    owner->funcs->leave (field, owner->data);
}

static void
on_activate (GtkWidget *field,
             const Owner *owner)
{
  owner->funcs->activate (field, owner->data);
}

static void
on_changed (GtkWidget *field)
{
  if (kp_mark_field_is_wrong (field))
    kp_mark_field_set_wrong (field, FALSE);
}

/** kp_mark_field_new: @label is its accessible name; @funcs and @data must outlive it. */
GtkWidget *
kp_mark_field_new (const char *label,
                   guint n_chars,
                   const KpMarkFieldFuncs *funcs,
                   gpointer data)
{
  GtkWidget *field = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Owner *owner = g_new (Owner, 1);

  *owner = (Owner) { funcs, data };
  g_object_set_data_full (G_OBJECT (field), "owner", owner, g_free);
  gtk_editable_set_width_chars (GTK_EDITABLE (field), (int) n_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (field), (int) n_chars);
  gtk_editable_set_alignment (GTK_EDITABLE (field), 1.0f);
  gtk_entry_set_input_purpose (GTK_ENTRY (field), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (field, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), owner);
  gtk_widget_add_controller (field, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), owner);
  gtk_widget_add_controller (field, focus);
  kp_preedit_watch (field);
  g_signal_connect (field, "activate", G_CALLBACK (on_activate), owner);
  g_signal_connect (field, "changed", G_CALLBACK (on_changed), NULL);
  return field;
}

/** kp_mark_field_set_wrong: whether what stands in it can't be; until something else is typed. */
void
kp_mark_field_set_wrong (GtkWidget *field,
                         gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (field, WRONG);
  else
    gtk_widget_remove_css_class (field, WRONG);
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/** kp_mark_field_is_wrong: as it was set. */
gboolean
kp_mark_field_is_wrong (GtkWidget *field)
{
  return gtk_widget_has_css_class (field, WRONG);
}
