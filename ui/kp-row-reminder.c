/* kp-row-reminder.c – whose row it is, while a wide table is scrolled past the columns that say so.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkColumnView of GTK 4.8 can't keep its first columns in place, and a second view of them beside it would have to follow each
 * scroll, order and selection. A line below the table says it of the row that is selected, at no cost to the scrolling. */
#include "kp-row-reminder.h"

#include <glib/gi18n-lib.h>

#define LABEL "kp-row-reminder"

typedef struct
{
  GtkLabel *label; /* of the same window as the view */
  GtkColumnView *view;
  KpRowReminderFunc dup_words;
} Reminder;

static gboolean
is_past_names (const Reminder *self)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  return across != NULL && gtk_adjustment_get_value (across) > gtk_adjustment_get_lower (across);
}

static void
show (const Reminder *self)
{
  GtkSelectionModel *rows = gtk_column_view_get_model (self->view);
  g_autoptr (GtkBitset) selected = rows != NULL ? gtk_selection_model_get_selection (rows) : NULL;
  const guint64 n = selected != NULL ? gtk_bitset_get_size (selected) : 0;
  g_autoptr (GObject) item = n == 1 ? g_list_model_get_item (G_LIST_MODEL (rows), gtk_bitset_get_minimum (selected)) : NULL;
  g_autofree char *words = item != NULL ? self->dup_words (item) : NULL;

  gtk_label_set_label (self->label, words != NULL ? words : _("Select a row to see here whose it is."));
  gtk_widget_set_visible (GTK_WIDGET (self->label), is_past_names (self) && n <= 1);
}

static void
on_scrolled (GtkLabel *label)
{
  const Reminder *self = g_object_get_data (G_OBJECT (label), LABEL);

  if (is_past_names (self) != gtk_widget_get_visible (GTK_WIDGET (label)))
    show (self);
}

static void
on_selected (GtkLabel *label)
{
  const Reminder *self = g_object_get_data (G_OBJECT (label), LABEL);

  if (is_past_names (self))
    show (self);
}

static void
on_across_changed (GtkLabel *label)
{
  const Reminder *self = g_object_get_data (G_OBJECT (label), LABEL);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  if (across != NULL)
    g_signal_connect_object (across, "value-changed", G_CALLBACK (on_scrolled), label, G_CONNECT_SWAPPED);
}

/**
 * kp_row_reminder_attach:
 * @label: stands below @view in the same window; shown while @view is scrolled to the right
 * @view: a table, with its model
 * @dup_words: whose row an item is
 */
void
kp_row_reminder_attach (GtkLabel *label,
                        GtkColumnView *view,
                        KpRowReminderFunc dup_words)
{
  Reminder *self = g_new (Reminder, 1);

  *self = (Reminder) { label, view, dup_words };
  g_object_set_data_full (G_OBJECT (label), LABEL, self, g_free);
  g_signal_connect_object (view, "notify::hadjustment", G_CALLBACK (on_across_changed), label, G_CONNECT_SWAPPED);
  on_across_changed (label);
  g_signal_connect_object (gtk_column_view_get_model (view), "selection-changed", G_CALLBACK (on_selected), label,
                           G_CONNECT_SWAPPED);
}
