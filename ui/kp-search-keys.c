/* kp-search-keys.c – from what is typed in a search field to what it found, by one key.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No list of GTK takes the focus from Down in a field above it: its scrolled window takes it, where nobody sees it. The key
 * is looked at after the field and its input method, so that it still chooses among the words of an input method. */
#include "kp-search-keys.h"

static GtkWidget *
find_rows (GtkWidget *list)
{
  return GTK_IS_COLUMN_VIEW (list) ? gtk_widget_get_last_child (list) : list;
}

/* A box would give the focus to the row that is selected, though what is typed hides it. */
static void
focus_row (GtkListBox *box)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (box);

  for (int i = 0; row == NULL || !gtk_widget_get_child_visible (GTK_WIDGET (row)); i++)
    {
      row = gtk_list_box_get_row_at_index (box, i);
      if (row == NULL)
        return;
    }
  gtk_list_box_select_row (box, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys G_GNUC_UNUSED,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType modifiers,
                gpointer list)
{
  /* Of two lists that take turns the other is asked. */
  if (!gtk_widget_get_mapped (list))
    return FALSE;
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (GTK_IS_LIST_BOX (list))
    focus_row (list);
  else
    gtk_widget_child_focus (find_rows (list), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/**
 * kp_search_keys_lead:
 * @search: where it is typed
 * @list: a GtkListBox, GtkListView or GtkColumnView that lives as long as @search
 *
 * Down in @search goes to the row of @list that is selected, or to its first, unless @list is hidden; the focus stays where it
 * is while the list is empty.
 */
void
kp_search_keys_lead (GtkSearchEntry *search,
                     GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), list, 0);
  gtk_widget_add_controller (GTK_WIDGET (search), keys);
}
