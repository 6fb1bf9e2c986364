/* kp-scan-keys.c – a reader of codes types faster than any hand: its codes are taken wherever the focus is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys are seen before any input method sees them, so that a reader works while Chinese is being typed. A code is a run
 * of characters with no pause between them, ended by Enter or Tab. What of it went into a field on the way is taken out of
 * the field again. Where no field has the focus, a hand that types goes on in the field for codes. */
#include "kp-scan-keys.h"

#define LONGEST_PAUSE 50 /* milliseconds between two keys of a reader */
#define SHORTEST_CODE 4
#define LONGEST_CODE 512

typedef struct
{
  GtkWidget *window; /* borrowed */
  GtkEntry *entry;   /* borrowed: for what a hand types */
  KpScanFunc func;
  gpointer data;
  GString *run;      /* characters so far */
  guint32 last;      /* time of the last of them */
  GtkEditable *field; /* (nullable): weak; into which they went */
  char *before;      /* what stood in it */
  int position;
  guint waiting;     /* a run that may have been one key of a hand */
} Keys;

static void
forget_run (Keys *keys)
{
  g_clear_handle_id (&keys->waiting, g_source_remove);
  g_clear_weak_pointer (&keys->field);
  g_clear_pointer (&keys->before, g_free);
  g_string_truncate (keys->run, 0);
}

static void
keys_free (gpointer data,
           GClosure *closure G_GNUC_UNUSED)
{
  Keys *keys = data;

  forget_run (keys);
  g_string_free (keys->run, TRUE);
  g_free (keys);
}

static GtkEditable *
find_field (Keys *keys)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (keys->window));

  return focus != NULL && GTK_IS_EDITABLE (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)) ? GTK_EDITABLE (focus) : NULL;
}

/* One key, or a few, of a hand that has no field to type into. */
static gboolean
on_pause (gpointer data)
{
  Keys *keys = data;
  int position = -1;

  keys->waiting = 0;
  gtk_widget_grab_focus (GTK_WIDGET (keys->entry));
  gtk_editable_insert_text (GTK_EDITABLE (keys->entry), keys->run->str, (int) keys->run->len, &position);
  gtk_editable_set_position (GTK_EDITABLE (keys->entry), -1);
  forget_run (keys);
  return G_SOURCE_REMOVE;
}

static gboolean
flush (Keys *keys)
{
  const gboolean has_waited = keys->waiting != 0;

  g_clear_handle_id (&keys->waiting, g_source_remove);
  if (has_waited)
    on_pause (keys);
  return has_waited;
}

static void
begin_run (Keys *keys)
{
  GtkEditable *field = find_field (keys);

  forget_run (keys);
  if (field == NULL)
    return;
  g_set_weak_pointer (&keys->field, field);
  keys->before = g_strdup (gtk_editable_get_text (field));
  keys->position = gtk_editable_get_position (field);
}

/* Without the focus an input method gives up what it was composing. */
static void
restore_field (Keys *keys)
{
  GtkEditable *field = keys->field;

  if (field == NULL)
    return;
  gtk_root_set_focus (GTK_ROOT (keys->window), NULL);
  gtk_editable_set_text (field, keys->before);
  gtk_widget_grab_focus (GTK_WIDGET (field));
  gtk_editable_set_position (field, keys->position);
}

static gboolean
end_run (Keys *keys,
         guint32 time)
{
  g_autofree char *code = NULL;

  if (keys->run->len < SHORTEST_CODE || time - keys->last > LONGEST_PAUSE)
    {
      const gboolean has_waited = flush (keys);

      forget_run (keys);
      if (has_waited)
        g_signal_emit_by_name (keys->entry, "activate");
      return has_waited;
    }
  code = g_strdup (keys->run->str);
  restore_field (keys);
  forget_run (keys);
  keys->func (code, keys->data);
  return TRUE;
}

static gboolean
take_character (Keys *keys,
                gunichar character,
                guint32 time)
{
  /* This key was on its way to where the focus is no longer. */
  if (keys->waiting != 0 && time - keys->last > LONGEST_PAUSE)
    {
      g_string_append_unichar (keys->run, character);
      keys->last = time;
      return flush (keys);
    }
  if (keys->run->len == 0 || time - keys->last > LONGEST_PAUSE || keys->run->len >= LONGEST_CODE)
    begin_run (keys);
  keys->last = time;
  g_string_append_unichar (keys->run, character);
  if (keys->field != NULL)
    return FALSE;
  g_clear_handle_id (&keys->waiting, g_source_remove);
  keys->waiting = g_timeout_add (2 * LONGEST_PAUSE, on_pause, keys);
  return TRUE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state,
                gpointer data)
{
  Keys *keys = data;
  const guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));
  const gunichar character = gdk_keyval_to_unicode (keyval);

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter || keyval == GDK_KEY_Tab)
    return end_run (keys, time);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    {
      flush (keys);
      forget_run (keys);
      return FALSE;
    }
  /* A blank is no part of a code, and the key of the button that has the focus. Shift comes as a key of its own. */
  if (character <= ' ' || character == 0x7F)
    return FALSE;
  return take_character (keys, character, time);
}

/** kp_scan_keys_watch: @func gets each code that a reader types in @window; what a hand types without a field goes into @entry. */
void
kp_scan_keys_watch (GtkWidget *window,
                    GtkEntry *entry,
                    KpScanFunc func,
                    gpointer data)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new0 (Keys, 1);

  *keys = (Keys) { .window = window, .entry = entry, .func = func, .data = data, .run = g_string_new (NULL) };
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (on_key_pressed), keys, keys_free, 0);
  gtk_widget_add_controller (window, controller);
}
