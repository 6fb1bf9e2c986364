/* kp-conflict-dialog.c – two people changed the same thing: both values side by side, and which one holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Field under field, so that it is as readable in a narrow window and with long values; what would be higher than a small
 * screen scrolls, for the answers have to stay in sight. Where each field may be chosen by
 * itself, one that only one of the two changed is chosen already, as that one made it; the others wait for a choice. */
#include "kp-conflict-dialog.h"

#include <glib/gi18n-lib.h>

#define VALUE_CHARS 34
#define LEAST_CHARS 14
#define WHOSE_CHARS 12
#define LEAST_WHOSE_CHARS 10
#define LIST_WIDTH 420 /* else the height is that of much narrower lines */
#define LIST_HEIGHT 380 /* at most, on a screen of 768 lines */

typedef struct
{
  AdwMessageDialog *dialog; /* borrowed: it owns this */
  GtkCheckButton *theirs;   /* (nullable) */
  GtkCheckButton *mine;     /* (nullable) */
} Row;

typedef struct
{
  KpConflictFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GArray *rows; /* (element-type Row): one for each field */
} Asking;

static void
asking_free (gpointer data,
             GClosure *closure G_GNUC_UNUSED)
{
  Asking *asking = data;

  if (asking->free_data != NULL)
    asking->free_data (asking->data);
  g_array_unref (asking->rows);
  g_free (asking);
}

static KpConflictChoice
get_choice (const char *response)
{
  if (g_str_equal (response, "theirs"))
    return KP_CONFLICT_THEIRS;
  if (g_str_equal (response, "mine"))
    return KP_CONFLICT_MINE;
  return g_str_equal (response, "save") ? KP_CONFLICT_SOME : KP_CONFLICT_LATER;
}

static void
on_response (AdwMessageDialog *dialog G_GNUC_UNUSED,
             const char *response,
             gpointer data)
{
  const Asking *asking = data;
  const KpConflictChoice choice = get_choice (response);
  g_autofree gboolean *takes_mine = g_new0 (gboolean, asking->rows->len + 1);

  for (guint i = 0; i < asking->rows->len; i++)
    {
      const Row *row = &g_array_index (asking->rows, Row, i);

      takes_mine[i] = choice == KP_CONFLICT_MINE
                      || (choice == KP_CONFLICT_SOME && row->mine != NULL && gtk_check_button_get_active (row->mine));
    }
  asking->func (choice, takes_mine, asking->data);
}

static void
update_save (Asking *asking)
{
  gboolean is_ready = TRUE;
  AdwMessageDialog *dialog = NULL;

  for (guint i = 0; i < asking->rows->len; i++)
    {
      const Row *row = &g_array_index (asking->rows, Row, i);

      dialog = row->dialog;
      is_ready = is_ready && (gtk_check_button_get_active (row->theirs) || gtk_check_button_get_active (row->mine));
    }
  if (dialog != NULL)
    adw_message_dialog_set_response_enabled (dialog, "save", is_ready);
}

/* ---- the fields ---- */

static GtkWidget *
make_text (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), VALUE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_value (GtkGrid *grid,
           int row,
           GtkWidget *whose,
           const char *value,
           const char *style)
{
  GtkWidget *text = make_text (*value != '\0' ? value : _("nothing"), *value != '\0' ? style : "dim-label");

  gtk_label_set_width_chars (GTK_LABEL (text), LEAST_CHARS);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_widget_set_valign (whose, GTK_ALIGN_START);
  gtk_grid_attach (grid, whose, 0, row, 1, 1);
  gtk_grid_attach (grid, text, 1, row, 1, 1);
}

/* A long name takes nothing away from the values. */
static GtkWidget *
make_whose (const char *text,
            gboolean is_choosable)
{
  GtkWidget *label = make_text (text, is_choosable ? NULL : "dim-label");
  GtkWidget *button = is_choosable ? gtk_check_button_new () : label;

  gtk_label_set_max_width_chars (GTK_LABEL (label), WHOSE_CHARS);
  if (!is_choosable)
    return label;
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_WHOSE_CHARS);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  return button;
}

/* What it was, what the other made of it, what was typed. */
static GtkWidget *
make_field (const KpConflict *conflict,
            const KpConflictField *field,
            gboolean is_choosable,
            Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *by = g_strdup_printf (_("%s’s"), conflict->who);
  GtkWidget *theirs = make_whose (by, is_choosable);
  GtkWidget *mine = make_whose (_("Yours"), is_choosable);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_box_append (GTK_BOX (box), make_text (field->label, "heading"));
  gtk_box_append (GTK_BOX (box), grid);
  gtk_widget_add_css_class (box, "conflict");
  add_value (GTK_GRID (grid), 0, make_text (C_("in a conflict", "Before"), "dim-label"), field->before, "dim-label");
  add_value (GTK_GRID (grid), 1, theirs, field->now, NULL);
  add_value (GTK_GRID (grid), 2, mine, field->typed, "accent");
  if (!is_choosable)
    return box;
  row->theirs = GTK_CHECK_BUTTON (theirs);
  row->mine = GTK_CHECK_BUTTON (mine);
  gtk_check_button_set_group (row->mine, row->theirs);
  if (!kp_conflict_field_is_open (field))
    gtk_check_button_set_active (g_str_equal (field->typed, field->before) ? row->theirs : row->mine, TRUE);
  return box;
}

static GtkWidget *
make_list (const KpConflict *conflict,
           gboolean is_choosable,
           Asking *asking,
           AdwMessageDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      Row row = { dialog, NULL, NULL };

      gtk_box_append (GTK_BOX (box), make_field (conflict, g_ptr_array_index (conflict->fields, i), is_choosable, &row));
      if (is_choosable)
        {
          g_signal_connect_swapped (row.theirs, "toggled", G_CALLBACK (update_save), asking);
          g_signal_connect_swapped (row.mine, "toggled", G_CALLBACK (update_save), asking);
        }
      g_array_append_val (asking->rows, row);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static char *
dup_sentence (const KpConflict *conflict)
{
  g_autofree char *at = kp_conflict_dup_time (conflict);

  return g_strdup_printf (_("%s was changed by %s at %s, after you had read it. Nothing is overwritten: decide which one holds. "
                            "What you typed is still there."),
                          conflict->what, conflict->who, at);
}

static void
add_responses (AdwMessageDialog *dialog,
               const KpConflict *conflict,
               gboolean is_choosable)
{
  g_autofree char *theirs = g_strdup_printf (_("_Take %s’s"), conflict->who);

  adw_message_dialog_add_response (dialog, "later", _("_Look at It Again"));
  if (is_choosable)
    adw_message_dialog_add_response (dialog, "save", _("_Save What Is Chosen"));
  else if (!conflict->is_settled)
    adw_message_dialog_add_responses (dialog, "theirs", theirs, "mine", _("_Keep Mine"), NULL);
  adw_message_dialog_set_default_response (dialog, "later");
  adw_message_dialog_set_close_response (dialog, "later");
}

/**
 * kp_conflict_dialog_show:
 * @above: a widget of the window in which it was typed
 * @conflict: what was refused
 * @func: called once with what was chosen; closing the dialog is %KP_CONFLICT_LATER
 * @data: for @func
 * @free_data: (nullable): frees @data
 *
 * Where the fields are free of each other, of each the one's or the other's is chosen.
 */
void
kp_conflict_dialog_show (GtkWidget *above,
                         const KpConflict *conflict,
                         KpConflictFunc func,
                         gpointer data,
                         GDestroyNotify free_data)
{
  const gboolean is_choosable = conflict->is_free && !conflict->is_settled && conflict->fields->len > 1;
  GtkRoot *root = gtk_widget_get_root (above);
  g_autofree char *sentence = dup_sentence (conflict);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), _("Changed by Two People"), sentence));
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { func, data, free_data, g_array_new (FALSE, FALSE, sizeof (Row)) };
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), asking, asking_free, 0);
  add_responses (dialog, conflict, is_choosable);
  adw_message_dialog_set_extra_child (dialog, make_list (conflict, is_choosable, asking, dialog));
  if (is_choosable)
    update_save (asking);
  gtk_window_present (GTK_WINDOW (dialog));
}
