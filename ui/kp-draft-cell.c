/* kp-draft-cell.c – one cell of a scheme's tables: to type in, to choose from, to write a text in.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word is typed or chosen (Alt+Down, or the arrow), a long text is written in a page of its own above the cell. What was typed
 * is taken at Enter and when the cell is left, as a spreadsheet does it; Escape gives it up. */
#include "kp-draft-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-preedit.h"
#include "kp-rule-dialog.h"

#define SEPARATOR "、"
#define WORD "kp-word"

struct _KpDraftCell
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *popover; /* (nullable): once something was chosen */
  GtkTextBuffer *text; /* (nullable): what is written in it; borrowed from the popover */

  KpSchemeDraft *draft; /* borrowed: the cells are gone before it is */
  guint sheet;
  guint row;
  guint column;
  gboolean is_retired; /* other cells stand for the draft now */
};

G_DEFINE_FINAL_TYPE (KpDraftCell, kp_draft_cell, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const KpDraftColumn *
get_column (KpDraftCell *self)
{
  return kp_scheme_draft_get_column (self->draft, self->sheet, self->column);
}

static const char *
get_text (KpDraftCell *self)
{
  return kp_scheme_draft_get_cell (self->draft, self->sheet, self->row, self->column);
}

/* What a line can't show is written elsewhere: a text of several lines, a condition. */
static gboolean
is_elsewhere (KpDraftCell *self)
{
  return strchr (get_text (self), '\n') != NULL || get_column (self)->kind == KP_DRAFT_RULE;
}

static void
write_text (KpDraftCell *self,
            const char *text)
{
  if (self->is_retired || strcmp (get_text (self), text) == 0)
    return;
  kp_scheme_draft_set_cell (self->draft, self->sheet, self->row, self->column, text);
  kp_draft_cell_load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** kp_draft_cell_commit: takes what is typed, before the cell is left. */
void
kp_draft_cell_commit (KpDraftCell *self)
{
  if (!self->is_retired && !is_elsewhere (self))
    write_text (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* ---- to choose ---- */

static void
close_popover (KpDraftCell *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_word_activated (KpDraftCell *self,
                   GtkListBoxRow *row)
{
  write_text (self, g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), WORD));
  close_popover (self);
}

static GtkWidget *
new_choice (KpDraftCell *self,
            GStrv words,
            GStrv labels)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (labels[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      g_object_set_data_full (G_OBJECT (label), WORD, g_strdup (words[i]), g_free);
      gtk_list_box_append (list, label);
      if (strcmp (words[i], get_text (self)) == 0)
        gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) i));
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_word_activated), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (list);
}

/* What is chosen already keeps its place in the row; what comes new stands at the end. */
static void
on_word_toggled (KpDraftCell *self,
                 GtkCheckButton *button)
{
  const char *word = gtk_check_button_get_label (button);
  g_auto (GStrv) before = g_strsplit (get_text (self), SEPARATOR, -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (*before[i] != '\0' && strcmp (before[i], "[]") != 0 && strcmp (before[i], word) != 0)
      g_ptr_array_add (words, before[i]);
  if (gtk_check_button_get_active (button))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);
  text = words->len > 1 ? g_strjoinv (SEPARATOR, (char **) words->pdata) : g_strdup ("[]");
  write_text (self, text);
}

static GtkWidget *
new_choices (KpDraftCell *self,
             GStrv words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_auto (GStrv) chosen = g_strsplit (get_text (self), SEPARATOR, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (words[i]);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), g_strv_contains ((const char *const *) chosen, words[i]));
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_word_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
new_page (KpDraftCell *self)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_widget_set_size_request (view, 480, 240);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, get_column (self)->title, -1);
  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (self->text, get_text (self), -1);
  return view;
}

/* A text is taken when its page closes. */
static void
on_popover_closed (KpDraftCell *self)
{
  if (self->text != NULL)
    {
      GtkTextIter from, to;
      g_autofree char *text = NULL;

      gtk_text_buffer_get_bounds (self->text, &from, &to);
      text = gtk_text_buffer_get_text (self->text, &from, &to, FALSE);
      self->text = NULL;
      write_text (self, text);
    }
  gtk_widget_grab_focus (self->entry);
}

static GtkWidget *
new_content (KpDraftCell *self)
{
  const KpDraftKind kind = get_column (self)->kind;
  g_auto (GStrv) labels = NULL;
  g_auto (GStrv) words = kp_scheme_draft_dup_words (self->draft, self->sheet, self->column, &labels);

  if (words == NULL)
    return new_page (self);
  return kind == KP_DRAFT_WORDS ? new_choices (self, words) : new_choice (self, words, labels);
}

static void
on_rule_taken (KpDraftCell *self,
               const char *json)
{
  write_text (self, json);
}

/* A condition that isn't put together like one is mended as a text. */
static gboolean
open_rule (KpDraftCell *self)
{
  GPtrArray *lines = *get_text (self) == '\0' ? g_ptr_array_new_with_free_func ((GDestroyNotify) kp_rule_line_free)
                                              : kp_rule_lines_parse (get_text (self));
  KpRuleDialog *dialog;

  if (lines == NULL)
    return FALSE;
  dialog = kp_rule_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), get_column (self)->title, lines);
  g_signal_connect_object (dialog, "taken", G_CALLBACK (on_rule_taken), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/** kp_draft_cell_open: what can be chosen, the parts of a condition, or the page for a text. */
void
kp_draft_cell_open (KpDraftCell *self)
{
  GtkWidget *scrolled;

  kp_draft_cell_commit (self);
  if (get_column (self)->kind == KP_DRAFT_RULE && open_rule (self))
    return;
  scrolled = gtk_scrolled_window_new ();
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed), self, G_CONNECT_SWAPPED);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), new_content (self));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_child_focus (scrolled, GTK_DIR_TAB_FORWARD);
}

static gboolean
has_choice (KpDraftCell *self)
{
  const KpDraftKind kind = get_column (self)->kind;

  return kind != KP_DRAFT_TEXT;
}

/* ---- to type ---- */

static void
on_pasted (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (KpDraftCell) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *line = NULL;

  if (text == NULL || self->is_retired)
    return;
  if (strchr (text, '\t') != NULL || (strchr (text, '\n') != NULL && get_column (self)->kind != KP_DRAFT_LINES))
    {
      kp_scheme_draft_paste (self->draft, self->sheet, self->row, self->column, text);
      kp_draft_cell_load (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  line = g_strstrip (g_strdup (text));
  gtk_editable_delete_selection (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), line, -1, &(int) { gtk_editable_get_position (GTK_EDITABLE (self->entry)) });
}

/* Cells of a spreadsheet fill the cells from here on. */
static void
on_paste (KpDraftCell *self,
          GtkText *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_pasted, g_object_ref (self));
}

static gboolean
on_key_pressed (KpDraftCell *self,
                guint key,
                guint code G_GNUC_UNUSED,
                GdkModifierType state)
{
  const gboolean is_alt = (state & GDK_ALT_MASK) != 0;

  if (kp_preedit_is_shown (self->entry))
    return FALSE;
  if (has_choice (self) && (key == GDK_KEY_F4 || (is_alt && key == GDK_KEY_Down)))
    {
      kp_draft_cell_open (self);
      return TRUE;
    }
  if (key == GDK_KEY_Escape && !is_elsewhere (self)
      && strcmp (get_text (self), gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    {
      kp_draft_cell_load (self);
      return TRUE;
    }
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Down || key == GDK_KEY_Up)
    {
      kp_draft_cell_commit (self);
      g_signal_emit (self, signals[MOVED], 0, key == GDK_KEY_Up ? -1 : 1);
      return TRUE;
    }
  return FALSE;
}

static void
add_controllers (KpDraftCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (kp_draft_cell_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "paste-clipboard", G_CALLBACK (on_paste), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  kp_preedit_watch (self->entry);
}

static void
kp_draft_cell_dispose (GObject *object)
{
  KpDraftCell *self = KP_DRAFT_CELL (object);

  self->is_retired = TRUE;
  self->text = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (kp_draft_cell_parent_class)->dispose (object);
}

static void
kp_draft_cell_class_init (KpDraftCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_draft_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", KP_TYPE_DRAFT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", KP_TYPE_DRAFT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
kp_draft_cell_init (KpDraftCell *self)
{
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

/**
 * kp_draft_cell_new:
 * @draft: what is written; must outlive the cell
 *
 * Returns: the cell, filled
 */
GtkWidget *
kp_draft_cell_new (KpSchemeDraft *draft,
                   guint sheet,
                   guint row,
                   guint column)
{
  KpDraftCell *self = g_object_new (KP_TYPE_DRAFT_CELL, NULL);

  self->draft = draft;
  self->sheet = sheet;
  self->row = row;
  self->column = column;
  add_controllers (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, get_column (self)->title, -1);
  if (has_choice (self))
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, _("Choose or write (Alt+Down)"));
      g_signal_connect_object (self->entry, "icon-press", G_CALLBACK (kp_draft_cell_open), self, G_CONNECT_SWAPPED);
    }
  kp_draft_cell_load (self);
  return GTK_WIDGET (self);
}

/* Of a condition what the notice says of it, of a long text the first line. */
static char *
dup_shown (KpDraftCell *self)
{
  const char *text = get_text (self);
  g_autofree char *problem = NULL;
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  char *phrase = get_column (self)->kind == KP_DRAFT_RULE && *text != '\0' ? kp_rule_dup_chinese (text, &problem) : NULL;

  if (phrase != NULL)
    return phrase;
  return strchr (text, '\n') != NULL ? g_strconcat (line, " …", NULL) : g_strdup (text);
}

/** kp_draft_cell_load: shows what the draft has. */
void
kp_draft_cell_load (KpDraftCell *self)
{
  g_autofree char *shown = dup_shown (self);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !is_elsewhere (self));
  if (strcmp (shown, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
}

/** kp_draft_cell_mark: what is wrong with it; NULL = nothing. */
void
kp_draft_cell_mark (KpDraftCell *self,
                    const KpDraftProblem *problem)
{
  GtkWidget *entry = self->entry;

  gtk_widget_remove_css_class (entry, "error");
  gtk_widget_remove_css_class (entry, "warning");
  if (problem != NULL)
    gtk_widget_add_css_class (entry, problem->is_warning ? "warning" : "error");
  gtk_widget_set_tooltip_text (entry, problem != NULL ? problem->sentence : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL && !problem->is_warning ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/** kp_draft_cell_retire: it writes no more: its row may be another one by now. */
void
kp_draft_cell_retire (KpDraftCell *self)
{
  self->is_retired = TRUE;
}

/** kp_draft_cell_get_row: of the sheet. */
guint
kp_draft_cell_get_row (KpDraftCell *self)
{
  return self->row;
}

/** kp_draft_cell_get_column: of the sheet. */
guint
kp_draft_cell_get_column (KpDraftCell *self)
{
  return self->column;
}

/** kp_draft_cell_get_text: what is shown. */
const char *
kp_draft_cell_get_text (KpDraftCell *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
