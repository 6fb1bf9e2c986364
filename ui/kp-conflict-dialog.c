/* kp-conflict-dialog.c – two people changed the same thing: both values side by side, and which one holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-conflict-dialog.h"

#include <glib/gi18n-lib.h>

#define VALUE_CHARS 24
#define TIME_PLACES 16 /* 2026-03-10T09:00 */

typedef struct
{
  KpConflictFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Asking;

static void
asking_free (gpointer data,
             GClosure *closure G_GNUC_UNUSED)
{
  Asking *asking = data;

  if (asking->free_data != NULL)
    asking->free_data (asking->data);
  g_free (asking);
}

static void
on_response (AdwMessageDialog *dialog G_GNUC_UNUSED,
             const char *response,
             gpointer data)
{
  const Asking *asking = data;

  asking->func (g_str_equal (response, "theirs") ? KP_CONFLICT_THEIRS
                : g_str_equal (response, "mine") ? KP_CONFLICT_MINE
                                                 : KP_CONFLICT_LATER,
                asking->data);
}

static GtkWidget *
make_cell (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (*text != '\0' ? text : _("nothing"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), VALUE_CHARS / 2);
  gtk_label_set_max_width_chars (GTK_LABEL (label), VALUE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* One line for each field: what it was, what the other made of it, what was typed. */
static GtkWidget *
make_table (const KpConflict *conflict)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *theirs = g_strdup_printf (_("%s’s"), conflict->who);
  const char *const titles[] = { "", C_("in a conflict", "Before"), theirs, _("Yours") };

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_widget_add_css_class (grid, "conflict");
  for (guint c = 1; c < G_N_ELEMENTS (titles); c++)
    gtk_grid_attach (GTK_GRID (grid), make_cell (titles[c], "heading"), (int) c, 0, 1, 1);
  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const KpConflictField *field = g_ptr_array_index (conflict->fields, i);
      const char *const values[] = { field->label, field->before, field->now, field->typed };
      const char *const styles[] = { "heading", "dim-label", NULL, "accent" };

      for (guint c = 0; c < G_N_ELEMENTS (values); c++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (values[c], styles[c]), (int) c, (int) i + 1, 1, 1);
    }
  return grid;
}

static char *
dup_sentence (const KpConflict *conflict)
{
  g_autofree char *at = g_strndup (conflict->at, TIME_PLACES);

  g_strdelimit (at, "T", ' ');
  return g_strdup_printf (_("%s was changed by %s at %s, after you had read it. Nothing is overwritten: decide which one holds. "
                            "What you typed is still there."),
                          conflict->what, conflict->who, at);
}

/**
 * kp_conflict_dialog_show:
 * @above: a widget of the window in which it was typed
 * @conflict: what was refused
 * @func: called once with what was chosen; closing the dialog is %KP_CONFLICT_LATER
 * @data: for @func
 * @free_data: (nullable): frees @data
 */
void
kp_conflict_dialog_show (GtkWidget *above,
                         const KpConflict *conflict,
                         KpConflictFunc func,
                         gpointer data,
                         GDestroyNotify free_data)
{
  GtkRoot *root = gtk_widget_get_root (above);
  g_autofree char *sentence = dup_sentence (conflict);
  g_autofree char *theirs = g_strdup_printf (_("_Take %s’s"), conflict->who);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), _("Changed by Two People"), sentence));
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { func, data, free_data };
  adw_message_dialog_set_extra_child (dialog, make_table (conflict));
  adw_message_dialog_add_responses (dialog, "later", _("_Look at It Again"), "theirs", theirs, "mine", _("_Keep Mine"), NULL);
  adw_message_dialog_set_default_response (dialog, "later");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
