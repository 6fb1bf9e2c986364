/* kp-scheme-window.c – the desk at which a scheme is written: its tables, the notice beside them, what is wrong.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At the left the parts of the scheme under the headings of a notice; every key of a scheme file has its cell in one of them.
 * What is wrong stands below, each line a way to its cell. */
#include "kp-scheme-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-children.h"
#include "kp-chooser.h"
#include "kp-complaint.h"
#include "kp-draft-problems.h"
#include "kp-manual.h"
#include "kp-notice-view.h"
#include "kp-scheme-labels.h"
#include "kp-search-keys.h"

#define WORDINGS "wordings"

struct _KpSchemeWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  GtkButton *use;
  GtkSearchEntry *search;
  GtkListBox *places;
  GtkLabel *place;
  KpDraftTable *table;
  KpNoticeView *notice;
  GtkToggleButton *show_notice;
  GtkRevealer *reveal_problems;
  GtkListBox *problems;

  const KpSchemeSource *source; /* borrowed */
  KpSchemeDraft *draft;         /* (nullable): before a scheme is opened */
  KpScheme *scheme;             /* (nullable): when the draft can be read */
  GPtrArray *found;             /* (nullable) (element-type KpDraftProblem) */
  char *path;                   /* (nullable): where it was saved last */
  char *saved;                  /* what was saved there, or opened */
  char *json;  /* (nullable): of the scheme as it is written now; NULL when it can't be read */
  gboolean may_close;           /* what isn't saved was given up */
};

G_DEFINE_FINAL_TYPE (KpSchemeWindow, kp_scheme_window, ADW_TYPE_WINDOW)

enum
{
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One row at the left: the settings of a section (sheet 0), or a list. */
typedef struct
{
  guint sheet;
  const char *section;
  GtkLabel *count;
  GtkWidget *warning;
} Place;

#define PLACE "kp-place"

static Place *
get_place (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), PLACE);
}

static void
say (KpSchemeWindow *self,
     const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

/* ---- the parts ---- */

static const char *
get_title (KpSchemeWindow *self,
           const Place *place)
{
  return place->sheet == 0 ? place->section : kp_scheme_draft_get_name (self->draft, place->sheet);
}

/* Lists of lists stand further in; of their long name the last part says enough there. */
static GtkWidget *
new_place_row (KpSchemeWindow *self,
               Place *place)
{
  const char *title = get_title (self, place);
  const char *last = strrchr (title, '-');
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (last != NULL ? last + 1 : title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (last != NULL)
    gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_margin_start (label, place->sheet == 0 ? 0 : last == NULL ? 12 : 24);
  if (place->sheet == 0)
    gtk_widget_add_css_class (label, "heading");
  place->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (place->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (place->count), "numeric");
  place->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (place->warning, _("Something is to be corrected here"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), place->warning);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (place->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), PLACE, place, g_free);
  return row;
}

static void
add_place (KpSchemeWindow *self,
           guint sheet,
           const char *section)
{
  Place *place = g_new0 (Place, 1);

  place->sheet = sheet;
  place->section = section;
  gtk_list_box_append (self->places, new_place_row (self, place));
}

static void
fill_places (KpSchemeWindow *self)
{
  const char *const *sections = kp_scheme_label_get_sections ();

  kp_children_clear (GTK_WIDGET (self->places));
  for (guint i = 0; sections[i] != NULL; i++)
    {
      add_place (self, 0, sections[i]);
      for (guint k = 1; k < kp_scheme_draft_get_n_sheets (self->draft); k++)
        if (strcmp (kp_scheme_draft_get_section (self->draft, k), sections[i]) == 0)
          add_place (self, k, sections[i]);
    }
}

static gboolean
is_problem_of (KpSchemeWindow *self,
               const KpDraftProblem *problem,
               const Place *place)
{
  if (problem->is_warning || problem->sheet != place->sheet)
    return FALSE;
  return place->sheet != 0
         || (problem->column != G_MAXUINT
             && strcmp (kp_scheme_draft_get_column (self->draft, 0, problem->column)->section, place->section) == 0);
}

static void
update_place (KpSchemeWindow *self,
              const Place *place)
{
  const guint n_rows = place->sheet == 0 ? 0 : kp_scheme_draft_get_n_rows (self->draft, place->sheet);
  g_autofree char *count = n_rows > 0 ? g_strdup_printf ("%u", n_rows) : g_strdup ("");
  gboolean has_problem = FALSE;

  gtk_label_set_label (place->count, count);
  for (guint i = 0; i < self->found->len; i++)
    has_problem = has_problem || is_problem_of (self, g_ptr_array_index (self->found, i), place);
  gtk_widget_set_visible (place->warning, has_problem);
}

/* ---- what is wrong ---- */

/* The county's own texts are judged by who prints them. */
static void
read_draft (KpSchemeWindow *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);
  GPtrArray *found = NULL;

  g_clear_pointer (&self->scheme, kp_scheme_free);
  self->scheme = kp_scheme_draft_read (self->draft, &found);
  g_clear_pointer (&self->json, g_free);
  if (self->scheme != NULL)
    {
      self->json = kp_scheme_json_dup (self->scheme);
      self->source->check_texts (self->scheme, texts);
    }
  for (guint i = 0; i < texts->len; i++)
    kp_scheme_draft_add_problem (self->draft, g_ptr_array_index (texts, i), found);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  kp_draft_problems_fill (self->problems, self->draft, found);
  gtk_revealer_set_reveal_child (self->reveal_problems, found->len > 0);
}

static gboolean
may_use (KpSchemeWindow *self)
{
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    if (!((const KpDraftProblem *) g_ptr_array_index (self->found, i))->is_warning)
      return FALSE;
  return self->scheme != NULL;
}

static gboolean
is_saved (KpSchemeWindow *self)
{
  return self->draft == NULL || g_strcmp0 (self->json, self->saved) == 0;
}

static void
update (KpSchemeWindow *self)
{
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;
  g_autofree char *changed = name != NULL ? g_strdup_printf (_("%s, changed"), name) : g_strdup (_("Not saved yet"));

  read_draft (self);
  for (int i = 0; gtk_list_box_get_row_at_index (self->places, i) != NULL; i++)
    update_place (self, get_place (gtk_list_box_get_row_at_index (self->places, i)));
  kp_draft_table_mark (self->table, self->found);
  kp_notice_view_show (self->notice, self->scheme, self->json);
  if (self->scheme != NULL)
    adw_window_title_set_title (self->heading, self->scheme->title);
  adw_window_title_set_subtitle (self->heading, !is_saved (self) ? changed : name != NULL ? name : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.undo", kp_scheme_draft_may_undo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.redo", kp_scheme_draft_may_redo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.save", self->scheme != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.save-as", self->scheme != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.use", may_use (self));
}

static void
on_changed (KpSchemeWindow *self)
{
  update (self);
}

/* ---- where somebody is ---- */

static void show_wording (KpSchemeWindow *self);

static void
show_place (KpSchemeWindow *self,
            const Place *place)
{
  if (place->sheet == 0)
    kp_draft_table_show_settings (self->table, self->draft, place->section);
  else
    kp_draft_table_show_list (self->table, self->draft, place->sheet);
  if (self->found != NULL)
    kp_draft_table_mark (self->table, self->found);
  gtk_label_set_label (self->place, get_title (self, place));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.add-row", place->sheet != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scheme.remove-row", place->sheet != 0);
  kp_notice_view_show_section (self->notice, place->section);
  show_wording (self);
}

/* Beside a text of the county's own stands the paper on which it is printed, also when the keys are elsewhere for a moment. */
static void
show_wording (KpSchemeWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, KP_TYPE_DRAFT_CELL) : NULL;
  const gboolean is_wordings
      = self->draft != NULL
        && g_str_equal (kp_scheme_draft_get_name (self->draft, kp_draft_table_get_sheet (self->table)),
                        kp_scheme_label_get ("scheme", WORDINGS)->label);
  const KpSchemeWording *wording = NULL;

  if (is_wordings && (cell == NULL || self->scheme == NULL))
    return;
  if (is_wordings && kp_draft_cell_get_row (KP_DRAFT_CELL (cell)) < self->scheme->wordings->len)
    wording = g_ptr_array_index (self->scheme->wordings, kp_draft_cell_get_row (KP_DRAFT_CELL (cell)));
  if (wording != NULL && wording->key != NULL)
    kp_notice_view_show_wording (self->notice, wording->key, kp_scheme_label_get_word (WORDINGS, "key", wording->key));
  else
    kp_notice_view_show_wording (self->notice, NULL, NULL);
}

static void
on_place_selected (KpSchemeWindow *self,
                   GtkListBoxRow *row)
{
  if (row != NULL && self->draft != NULL)
    show_place (self, get_place (row));
}

static void
on_problem_activated (KpSchemeWindow *self,
                      GtkListBoxRow *row)
{
  const KpDraftProblem *problem = kp_draft_problems_get (row);
  const guint sheet = problem->sheet, line = problem->row, column = problem->column;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  kp_scheme_window_show (self, sheet,
                         sheet == 0 ? kp_scheme_draft_get_column (self->draft, 0, column)->section : NULL);
  kp_draft_table_focus (self->table, sheet == 0 ? 0 : line, column != G_MAXUINT ? column : 0);
}

/* A part is found by its name, and by what its cells are called. */
static gboolean
is_found (GtkListBoxRow *row,
          gpointer data)
{
  KpSchemeWindow *self = data;
  const Place *place = get_place (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (*text == '\0' || strstr (get_title (self, place), text) != NULL)
    return TRUE;
  for (guint c = 0; c < kp_scheme_draft_get_n_columns (self->draft, place->sheet); c++)
    {
      const KpDraftColumn *column = kp_scheme_draft_get_column (self->draft, place->sheet, c);

      if (strcmp (column->section, place->section) == 0 && strstr (column->title, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
on_search_changed (KpSchemeWindow *self)
{
  gtk_list_box_invalidate_filter (self->places);
}

/* Of what is found the first is meant. */
static void
on_search_activated (KpSchemeWindow *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->places, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, i);

      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          gtk_list_box_select_row (self->places, row);
          gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
          return;
        }
    }
}

/* ---- acts ---- */

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpSchemeWindow *self = KP_SCHEME_WINDOW (widget);

  if (g_str_equal (name, "scheme.undo"))
    kp_scheme_draft_undo (self->draft);
  else
    kp_scheme_draft_redo (self->draft);
  kp_draft_table_load (self->table);
  update (self);
}

static void
add_row_action (GtkWidget *widget,
                const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  kp_draft_table_add_row (KP_SCHEME_WINDOW (widget)->table);
}

static void
remove_row_action (GtkWidget *widget,
                   const char *name G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  KpSchemeWindow *self = KP_SCHEME_WINDOW (widget);

  say (self, kp_draft_table_remove_row (self->table) ? _("Removed the row and what belongs to it; Ctrl+Z takes that back.")
                                                     : _("Put the cursor into the row that is to be removed."));
}

static void
search_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_grab_focus (GTK_WIDGET (KP_SCHEME_WINDOW (widget)->search));
}

static void
show_notice_action (GtkWidget *widget,
                    const char *name G_GNUC_UNUSED,
                    GVariant *parameter G_GNUC_UNUSED)
{
  GtkToggleButton *button = KP_SCHEME_WINDOW (widget)->show_notice;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/**
 * kp_scheme_window_save:
 * @path: a file to write
 *
 * Returns: %TRUE, or %FALSE with a whole sentence; what was in the file stays then
 */
gboolean
kp_scheme_window_save (KpSchemeWindow *self,
                       const char *path,
                       GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!g_file_set_contents_full (path, self->json, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, &local))
    {
      g_set_error (error, local->domain, local->code, _("The scheme can't be saved: %s."), local->message);
      return FALSE;
    }
  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  g_free (self->saved);
  self->saved = g_strdup (self->json);
  update (self);
  say (self, _("Saved the scheme."));
  return TRUE;
}

static void
save_to (KpSchemeWindow *self,
         const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!kp_scheme_window_save (self, path, &error))
    kp_complaint_show (GTK_WINDOW (self), error->message);
}

static void
on_path_chosen (GtkNativeDialog *dialog,
                int response,
                KpSchemeWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    save_to (self, path);
  g_object_unref (dialog);
  g_object_unref (self);
}

static void
save_as (KpSchemeWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Where to Save the Scheme"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autofree char *name = g_strdup_printf ("%s.json", self->scheme->code);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_path_chosen), g_object_ref (self));
  kp_chooser_show (chooser);
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpSchemeWindow *self = KP_SCHEME_WINDOW (widget);

  kp_draft_table_commit (self->table);
  if (self->scheme == NULL)
    return;
  if (self->path != NULL && g_str_equal (name, "scheme.save"))
    save_to (self, self->path);
  else
    save_as (self);
}

static void
use_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpSchemeWindow *self = KP_SCHEME_WINDOW (widget);

  kp_draft_table_commit (self->table);
  if (!may_use (self))
    return;
  g_signal_emit (self, signals[USE], 0, self->json);
}

static void
on_give_up (KpSchemeWindow *self,
            const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
kp_scheme_window_close_request (GtkWindow *window)
{
  KpSchemeWindow *self = KP_SCHEME_WINDOW (window);
  GtkWidget *dialog;

  if (self->draft != NULL)
    kp_draft_table_commit (self->table);
  if (self->may_close || is_saved (self))
    return GTK_WINDOW_CLASS (kp_scheme_window_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _("Give Up the Changes?"), _("The scheme was changed and not saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Give Up"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_give_up), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
kp_scheme_window_dispose (GObject *object)
{
  KpSchemeWindow *self = KP_SCHEME_WINDOW (object);

  if (self->table != NULL)
    kp_draft_table_clear (self->table);
  G_OBJECT_CLASS (kp_scheme_window_parent_class)->dispose (object);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->scheme, kp_scheme_free);
  g_clear_pointer (&self->draft, kp_scheme_draft_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->saved, g_free);
  g_clear_pointer (&self->json, g_free);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, use);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, search);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, places);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, place);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, table);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, show_notice);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, reveal_problems);
  gtk_widget_class_bind_template_child (widget_class, KpSchemeWindow, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_place_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
kp_scheme_window_class_init (KpSchemeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_scheme_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kp_scheme_window_close_request;
  g_type_ensure (KP_TYPE_DRAFT_TABLE);
  g_type_ensure (KP_TYPE_NOTICE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-scheme-window.ui");
  bind_children (widget_class);
  kp_manual_install (widget_class);
  gtk_widget_class_install_action (widget_class, "scheme.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "scheme.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "scheme.add-row", NULL, add_row_action);
  gtk_widget_class_install_action (widget_class, "scheme.remove-row", NULL, remove_row_action);
  gtk_widget_class_install_action (widget_class, "scheme.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "scheme.show-notice", NULL, show_notice_action);
  gtk_widget_class_install_action (widget_class, "scheme.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "scheme.save-as", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "scheme.use", NULL, use_action);
  signals[USE] = g_signal_new ("use", KP_TYPE_SCHEME_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kp_scheme_window_init (KpSchemeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->places, is_found, self, NULL);
  kp_search_keys_lead (self->search, GTK_WIDGET (self->places));
}

/** kp_scheme_window_new: an empty one; @source must outlive it. */
KpSchemeWindow *
kp_scheme_window_new (GtkApplication *application,
                      const KpSchemeSource *source)
{
  KpSchemeWindow *self = g_object_new (KP_TYPE_SCHEME_WINDOW, "application", application, NULL);

  self->source = source;
  kp_notice_view_set_source (self->notice, source);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (show_wording), NULL);
  return self;
}

/**
 * kp_scheme_window_open:
 * @scheme: what is written on
 * @path: (nullable): the file that it is from; without one it counts as not saved
 */
void
kp_scheme_window_open (KpSchemeWindow *self,
                       const KpScheme *scheme,
                       const char *path)
{
  kp_draft_table_clear (self->table);
  g_clear_pointer (&self->draft, kp_scheme_draft_free);
  self->draft = kp_scheme_draft_new (scheme);
  g_free (self->path);
  self->path = g_strdup (path);
  g_free (self->saved);
  self->saved = kp_scheme_json_dup (scheme);
  fill_places (self);
  gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, 0));
  update (self);
}

/** kp_scheme_window_set_use: what becomes of the scheme when it is ready. */
void
kp_scheme_window_set_use (KpSchemeWindow *self,
                          const char *label,
                          const char *hint)
{
  gtk_button_set_label (self->use, label);
  gtk_button_set_use_underline (self->use, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->use), hint);
}

/** kp_scheme_window_show: a list, or with sheet 0 the settings of a section. */
void
kp_scheme_window_show (KpSchemeWindow *self,
                       guint sheet,
                       const char *section)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->places, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, i);
      const Place *place = get_place (row);

      if (place->sheet == sheet && (sheet != 0 || strcmp (place->section, section) == 0))
        gtk_list_box_select_row (self->places, row);
    }
}

/** kp_scheme_window_is_making: whether the paper of the notice is still to come. */
gboolean
kp_scheme_window_is_making (KpSchemeWindow *self)
{
  return kp_notice_view_is_making (self->notice);
}

/** kp_scheme_window_get_draft: what is written. */
KpSchemeDraft *
kp_scheme_window_get_draft (KpSchemeWindow *self)
{
  return self->draft;
}

/** kp_scheme_window_get_table: in which it is written. */
KpDraftTable *
kp_scheme_window_get_table (KpSchemeWindow *self)
{
  return self->table;
}
