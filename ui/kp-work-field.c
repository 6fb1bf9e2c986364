/* kp-work-field.c – one field of a piece of work, as a row of its dialog.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-work-field.h"

#include <glib/gi18n-lib.h>

#include "kp-choices.h"
#include "kp-chooser.h"

struct _KpWorkFieldRow
{
  const KpWorkField *field;
  GtkWidget *row;
  GtkSwitch *toggle;  /* nullable */
  KpChoices *choices; /* (nullable): NULL = left out */
  char *path;         /* nullable */
  KpWorkFieldFunc changed;
  GtkWidget *owner; /* of the row */
};

static void
row_free (gpointer data)
{
  KpWorkFieldRow *row = data;

  g_clear_pointer (&row->choices, kp_choices_free);
  g_free (row->path);
  g_free (row);
}

static void
on_changed (KpWorkFieldRow *row)
{
  row->changed (row->owner);
}

/* ---- text ---- */

static GtkWidget *
make_text (KpWorkFieldRow *row)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  if (row->field->hint != NULL)
    gtk_widget_set_tooltip_text (entry, _(row->field->hint));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), row);
  return entry;
}

/* ---- choices ---- */

#define SHORT 9 /* characters that are seen whole at the end of the row */

static gboolean
is_long (const KpChoices *choices)
{
  GListModel *labels = G_LIST_MODEL (choices->labels);
  glong most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    most = MAX (most, g_utf8_strlen (gtk_string_list_get_string (choices->labels, i), -1));
  return most > SHORT;
}

static GtkWidget *
make_choice (KpWorkFieldRow *row,
             KpCampaign *campaign)
{
  const KpWorkField *field = row->field;
  const KpScheme *scheme = kp_campaign_get_scheme (campaign);
  GtkWidget *combo = adw_combo_row_new ();

  row->choices = kp_choices_new ();
  if (field->is_optional)
    kp_choices_add (row->choices, NULL, C_ ("a choice", "Not given"));
  if (field->kind == KP_WORK_POST)
    kp_choices_add_posts (row->choices, scheme);
  else if (field->kind == KP_WORK_PAPER)
    kp_choices_add_papers (row->choices, scheme);
  else if (field->kind == KP_WORK_STREET)
    kp_choices_add_streets (row->choices, scheme);
  for (guint i = 0; field->choices != NULL && field->choices[i].value != NULL; i++)
    kp_choices_add (row->choices, field->choices[i].value, _(field->choices[i].label));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (row->choices->labels));
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (on_changed), row);
  return combo;
}

/* ---- files ---- */

static void
show_path (KpWorkFieldRow *row)
{
  const char *nothing = row->field->is_optional ? _("Nothing chosen; it may be left out") : _("Nothing chosen yet");
  g_autofree char *shown = row->path != NULL ? g_filename_display_name (row->path) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), shown != NULL ? shown : nothing);
}

static void
on_chosen (GtkNativeDialog *chooser,
           int response,
           KpWorkFieldRow *row)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    {
      g_free (row->path);
      row->path = g_file_get_path (file);
      show_path (row);
      on_changed (row);
    }
  g_object_unref (chooser);
}

static void
on_choose (GtkWidget *button G_GNUC_UNUSED,
           KpWorkFieldRow *row)
{
  const KpWorkKind kind = row->field->kind;
  const GtkFileChooserAction action = kind == KP_WORK_FOLDER   ? GTK_FILE_CHOOSER_ACTION_SAVE
                                      : kind == KP_WORK_PHOTOS ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                                               : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (row->row));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _(row->field->label), window, action, kind == KP_WORK_FOLDER ? _("_Create") : _("_Choose"), _("_Cancel"));

  if (kind == KP_WORK_BOOK)
    kp_chooser_add_books (chooser);
  if (kind == KP_WORK_FOLDER)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), gtk_window_get_title (window));
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), row);
  kp_chooser_show (chooser);
}

static GtkWidget *
make_file (KpWorkFieldRow *row)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Choose…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(row->field->label), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_choose), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), button);
  return line;
}

/* ---- yes or no ---- */

static GtkWidget *
make_switch (KpWorkFieldRow *row)
{
  GtkWidget *line = adw_action_row_new ();

  row->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (row->toggle), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _(row->field->label), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), GTK_WIDGET (row->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), GTK_WIDGET (row->toggle));
  return line;
}

static GtkWidget *
make_widget (KpWorkFieldRow *row,
             KpCampaign *campaign)
{
  switch (row->field->kind)
    {
    case KP_WORK_FILE:
    case KP_WORK_BOOK:
    case KP_WORK_REGISTRATIONS:
    case KP_WORK_FORM:
    case KP_WORK_FOLDER:
    case KP_WORK_PHOTOS:
      return make_file (row);
    case KP_WORK_CHOICE:
    case KP_WORK_POST:
    case KP_WORK_PAPER:
    case KP_WORK_STREET:
      return make_choice (row, campaign);
    case KP_WORK_SWITCH:
      return make_switch (row);
    case KP_WORK_TEXT:
    case KP_WORK_NONE:
    default:
      return make_text (row);
    }
}

/**
 * kp_work_field_row_new:
 * @field: what is asked for; must outlive the row
 * @campaign: whose posts and papers can be chosen
 * @changed: called with @owner when what stands in it is another now
 * @owner: the widget that holds the row
 *
 * Returns: (transfer none): a row whose widget is to be added to a group; it goes with that widget
 */
KpWorkFieldRow *
kp_work_field_row_new (const KpWorkField *field,
                       KpCampaign *campaign,
                       KpWorkFieldFunc changed,
                       GtkWidget *owner)
{
  KpWorkFieldRow *row = g_new0 (KpWorkFieldRow, 1);
  g_autofree char *label = NULL;

  row->field = field;
  row->changed = changed;
  row->owner = owner;
  row->row = make_widget (row, campaign);
  g_object_set_data_full (G_OBJECT (row->row), "kp-work-field", row, row_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  if (field->is_optional && field->kind == KP_WORK_TEXT)
    label = g_strdup_printf (_("%s (may be left out)"), _(field->label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), label != NULL ? label : _(field->label));
  if (row->choices != NULL && is_long (row->choices))
    adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row->row), TRUE);
  else if (row->toggle != NULL || row->choices != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), field->hint != NULL ? _(field->hint) : "");
  else if (field->kind != KP_WORK_TEXT)
    show_path (row);
  return row;
}

/** kp_work_field_row_get_widget: the row itself. (transfer none) */
GtkWidget *
kp_work_field_row_get_widget (KpWorkFieldRow *row)
{
  return row->row;
}

/** kp_work_field_row_dup_value: what stands in it; NULL = nothing, "" = a switch that is on. (transfer full) */
char *
kp_work_field_row_dup_value (KpWorkFieldRow *row)
{
  g_autofree char *text = NULL;

  if (row->toggle != NULL)
    return gtk_switch_get_active (row->toggle) ? g_strdup ("") : NULL;
  if (row->choices != NULL)
    return g_strdup (kp_choices_get_value (row->choices, adw_combo_row_get_selected (ADW_COMBO_ROW (row->row))));
  if (row->field->kind != KP_WORK_TEXT)
    return g_strdup (row->path);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->row))));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/** kp_work_field_row_set_value: fills it in; a value that isn't to be chosen leaves a choice as it is. */
void
kp_work_field_row_set_value (KpWorkFieldRow *row,
                             const char *value)
{
  guint place = 0;

  if (row->toggle != NULL)
    gtk_switch_set_active (row->toggle, value != NULL);
  else if (row->choices != NULL)
    {
      if (kp_choices_find (row->choices, value, &place))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row->row), place);
    }
  else if (row->field->kind != KP_WORK_TEXT)
    {
      g_free (row->path);
      row->path = g_strdup (value);
      show_path (row);
      on_changed (row);
    }
  else
    gtk_editable_set_text (GTK_EDITABLE (row->row), value != NULL ? value : "");
}

/** kp_work_field_row_is_filled: whether the work can be carried out as far as this field goes. */
gboolean
kp_work_field_row_is_filled (KpWorkFieldRow *row)
{
  g_autofree char *value = kp_work_field_row_dup_value (row);

  return value != NULL || row->field->is_optional || row->field->kind == KP_WORK_SWITCH;
}

/** kp_work_field_row_is_settled: whether there is but one thing to choose, so that nobody has to come here. */
gboolean
kp_work_field_row_is_settled (KpWorkFieldRow *row)
{
  return row->choices != NULL && g_list_model_get_n_items (G_LIST_MODEL (row->choices->labels)) == 1;
}
