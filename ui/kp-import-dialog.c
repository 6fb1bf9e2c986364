/* kp-import-dialog.c – takes a workbook of registrations in: choose, check, correct, take.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is written before the last step, and that is one transaction: who cancels leaves the record as it was. */
#include "kp-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-chooser.h"
#include "kp-import-check.h"
#include "kp-import-row.h"

#define PULSE_MS 100
#define N_VERDICTS (KP_REGISTRATION_CONFLICT + 1)

struct _KpImportDialog
{
  AdwWindow parent_instance;

  GtkStack *states;
  GtkLabel *problem;
  GtkWidget *close;
  GtkWidget *take;
  GtkWidget *choose;
  GtkWidget *stop;
  GtkLabel *file;
  GtkDropDown *sheet;
  GtkToggleButton *show_columns;
  GtkDropDown *filter;
  GtkCheckButton *accept;
  GtkFlowBox *columns;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  GtkWidget *fault;
  GtkLabel *fault_title;
  GtkEntry *value;
  AdwStatusPage *working;
  GtkProgressBar *progress;
  AdwStatusPage *done;

  KpCampaign *campaign;
  char *actor;
  KpImportOrder *order;   /* (nullable): before a file is chosen */
  KpImportCheck *check;   /* (nullable): of that order */
  KpImportOrder *running; /* (nullable): what a worker does; owned by its task */
  GCancellable *cancellable;
  guint timer;
  gboolean is_filling; /* selections change that nobody made */
};

G_DEFINE_FINAL_TYPE (KpImportDialog, kp_import_dialog, ADW_TYPE_WINDOW)

static void check_again (KpImportDialog *self);

static void
show_state (KpImportDialog *self,
            const char *state)
{
  const gboolean is_working = g_str_equal (state, "working");

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (self->take, g_str_equal (state, "check"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.close", !is_working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.stop", is_working);
  if (g_str_equal (state, "choose"))
    gtk_widget_grab_focus (self->choose);
  if (is_working)
    gtk_widget_grab_focus (self->stop);
  if (g_str_equal (state, "done"))
    gtk_widget_grab_focus (self->close);
}

static void
complain (KpImportDialog *self,
          const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
}

/* ---- what was found ---- */

static guint
count_bad (KpImportDialog *self)
{
  return self->check->tally.n_reject + self->check->tally.n_conflict;
}

/* With refused rows only who says so takes the others. */
static void
update_take (KpImportDialog *self)
{
  const gboolean may_take = self->check != NULL
                            && (count_bad (self) == 0 || gtk_check_button_get_active (self->accept));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.take", may_take);
}

/* Those that need somebody first; the filter says which. */
static void
fill_rows (KpImportDialog *self)
{
  const guint filter = gtk_drop_down_get_selected (self->filter);
  g_autoptr (GListStore) store = g_list_store_new (KP_TYPE_IMPORT_ROW);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_rows = 0;
  const KpRegistrationRow *rows;

  if (self->check == NULL || self->is_filling)
    return;
  rows = kp_registration_book_get_rows (self->check->book, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      const KpRegistrationVerdict verdict = rows[i].verdict;

      if (filter == N_VERDICTS + 1 || (filter == 0 ? verdict != KP_REGISTRATION_OK : verdict == N_VERDICTS - filter))
        g_ptr_array_add (shown, kp_import_row_new (&rows[i]));
    }
  g_list_store_splice (store, 0, 0, shown->pdata, shown->len);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (store));
}

/* "To look at (3)", then each verdict with its count, the weightiest first, and all. */
static void
fill_filter (KpImportDialog *self)
{
  const KpImportTally *tally = &self->check->tally;
  const guint counts[N_VERDICTS] = { tally->n_ok, tally->n_warn, tally->n_reject, tally->n_conflict };
  const guint selected = gtk_drop_down_get_selected (self->filter);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_take (labels, g_strdup_printf (_("To look at (%u)"), tally->n_rows - tally->n_ok));
  for (guint i = N_VERDICTS; i > 0; i--)
    gtk_string_list_take (labels, g_strdup_printf ("%s (%u)", kp_import_verdict_get_word ((KpRegistrationVerdict) (i - 1)),
                                                   counts[i - 1]));
  gtk_string_list_take (labels, g_strdup_printf (_("All rows (%u)"), tally->n_rows));
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->filter, selected <= N_VERDICTS + 1 ? selected : 0);
}

static void
fill_sheets (KpImportDialog *self)
{
  const char *const *others = kp_registration_book_get_other_sheets (self->check->book);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, kp_registration_book_get_sheet (self->check->book));
  for (guint i = 0; others[i] != NULL; i++)
    gtk_string_list_append (names, others[i]);
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheet, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
}

static void
on_column_selected (GtkDropDown *choice,
                    GParamSpec *property G_GNUC_UNUSED,
                    KpImportDialog *self)
{
  const guint selected = gtk_drop_down_get_selected (choice);

  if (self->is_filling || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_hash_table_insert (self->order->columns, g_object_get_data (G_OBJECT (choice), "kp-field"),
                       GUINT_TO_POINTER (selected - 1));
  check_again (self);
}

/* The columns of the sheet, after “–” for none. */
static GtkWidget *
make_column_choice (KpImportDialog *self,
                    KpRegistrationField field,
                    GListModel *titles)
{
  const char *title = kp_registration_field_get_title (field);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (titles), NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              (guint) (kp_registration_book_get_column (self->check->book, field) + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (choice), "kp-field", GUINT_TO_POINTER (field));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_column_selected), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  return box;
}

static void
fill_columns (KpImportDialog *self)
{
  KpRegistrationBook *book = self->check->book;
  g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *const[]) { "–", NULL });

  kp_children_clear (GTK_WIDGET (self->columns));
  for (guint i = 0; i < kp_registration_book_get_n_columns (book); i++)
    {
      const char *title = kp_registration_book_get_column_title (book, i);

      if (*title != '\0')
        gtk_string_list_append (titles, title);
      else
        gtk_string_list_take (titles, g_strdup_printf (_("Column %u"), i + 1));
    }
  for (guint i = 0; i < KP_REGISTRATION_N_FIELDS; i++)
    gtk_flow_box_append (self->columns, make_column_choice (self, (KpRegistrationField) i, G_LIST_MODEL (titles)));
}

static void
show_check (KpImportDialog *self)
{
  g_autofree char *name = g_path_get_basename (self->order->path);
  g_autofree char *file = g_strdup_printf (_("%s, heading in row %u"), name,
                                           kp_registration_book_get_heading_row (self->check->book));

  self->is_filling = TRUE;
  g_free (self->order->digest);
  self->order->digest = g_strdup (kp_registration_book_get_digest (self->check->book));
  gtk_label_set_label (self->file, file);
  fill_sheets (self);
  fill_columns (self);
  fill_filter (self);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->accept), count_bad (self) > 0);
  fill_rows (self);
  update_take (self);
  show_state (self, "check");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- corrections ---- */

/* What can be typed anew: a cell of a usual column. */
static const KpRegistrationFault *
get_fault (KpImportDialog *self)
{
  KpImportRow *row = gtk_single_selection_get_selected_item (self->selection);
  const KpRegistrationRow *read = row != NULL ? kp_import_row_get (row) : NULL;

  for (guint i = 0; read != NULL && i < read->n_faults; i++)
    {
      if (read->faults[i].field < KP_REGISTRATION_N_FIELDS)
        return &read->faults[i];
    }
  return NULL;
}

/* Of a masked value nothing is left to correct: it is typed anew. */
static void
show_fault (KpImportDialog *self)
{
  const KpRegistrationFault *fault = get_fault (self);
  KpImportRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->fault, fault != NULL);
  if (fault == NULL)
    return;
  title = g_strdup_printf (_("Row %u, %s"), kp_import_row_get (row)->sheet_row, fault->title);
  gtk_label_set_label (self->fault_title, title);
  gtk_editable_set_text (GTK_EDITABLE (self->value), strchr (fault->value, '*') == NULL ? fault->value : "");
  gtk_entry_set_placeholder_text (self->value, fault->value);
}

static void
on_activate (KpImportDialog *self)
{
  if (get_fault (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->value));
}

static void
correct (KpImportDialog *self)
{
  const KpRegistrationFault *fault = get_fault (self);
  KpImportRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (fault == NULL)
    return;
  kp_import_order_correct (self->order, kp_import_row_get (row)->sheet_row, fault->field,
                           gtk_editable_get_text (GTK_EDITABLE (self->value)));
  check_again (self);
}

/* ---- the worker ---- */

static gboolean
on_pulse (gpointer data)
{
  KpImportDialog *self = data;
  const guint n_done = self->running != NULL ? (guint) g_atomic_int_get (&self->running->n_done) : 0;
  const guint n_rows = self->check != NULL ? self->check->tally.n_rows : 0;

  if (n_done > 0 && n_rows > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (1.0, (double) n_done / n_rows));
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static KpImportOrder *
begin_work (KpImportDialog *self,
            const char *title)
{
  KpImportOrder *order = kp_import_order_copy (self->order);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->running = order;
  adw_status_page_set_title (self->working, title);
  gtk_progress_bar_set_fraction (self->progress, 0);
  complain (self, NULL);
  show_state (self, "working");
  if (self->timer == 0)
    self->timer = g_timeout_add (PULSE_MS, on_pulse, self);
  return order;
}

static void
end_work (KpImportDialog *self)
{
  self->running = NULL;
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
show_refusal (KpImportDialog *self,
              const GError *error)
{
  complain (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                      ? _("Cancelled; the record is as it was.")
                      : error->message);
  show_state (self, self->check != NULL ? "check" : "choose");
}

static void
on_checked (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  KpImportCheck *check = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  end_work (self);
  if (check == NULL)
    {
      show_refusal (self, error);
      return;
    }
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->check, kp_import_check_free);
  self->check = check;
  show_check (self);
}

static void
check_again (KpImportDialog *self)
{
  KpImportOrder *order = begin_work (self, _("Checking the Rows"));

  kp_campaign_work_async (self->campaign, kp_import_check_run, order, (GDestroyNotify) kp_import_order_free,
                          (GDestroyNotify) kp_import_check_free, self->cancellable, on_checked, g_object_ref (self));
}

static void
on_taken (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (KpImportDialog) self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (KpImportCheck) taken = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  g_autofree char *counts = NULL;

  end_work (self);
  if (taken == NULL)
    {
      show_refusal (self, error);
      return;
    }
  counts = g_strdup_printf (_("%u rows: %u taken in, %u of them with a remark; %u refused, %u the same person again, %u in the "
                              "record already."),
                            taken->tally.n_rows, taken->tally.n_taken, taken->tally.n_warn, taken->tally.n_reject,
                            taken->tally.n_conflict, taken->tally.n_recorded);
  adw_status_page_set_description (self->done, counts);
  show_state (self, "done");
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.reload", NULL);
}

static void
take_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpImportDialog *self = KP_IMPORT_DIALOG (widget);
  KpImportOrder *order;

  self->order->accepts_good = count_bad (self) > 0 && gtk_check_button_get_active (self->accept);
  order = begin_work (self, _("Taking the Rows In"));
  kp_campaign_change_async (self->campaign, self->actor, kp_import_check_take, order,
                            (GDestroyNotify) kp_import_order_free, (GDestroyNotify) kp_import_check_free, on_taken,
                            g_object_ref (self));
}

static void
stop_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpImportDialog *self = KP_IMPORT_DIALOG (widget);

  if (self->running != NULL)
    g_atomic_int_set (&self->running->is_stopped, TRUE);
  g_cancellable_cancel (self->cancellable);
}

/* ---- the file ---- */

/** kp_import_dialog_set_path: checks the workbook at @path. */
void
kp_import_dialog_set_path (KpImportDialog *dialog,
                           const char *path)
{
  gtk_single_selection_set_model (dialog->selection, NULL);
  g_clear_pointer (&dialog->check, kp_import_check_free);
  g_clear_pointer (&dialog->order, kp_import_order_free);
  dialog->order = kp_import_order_new (path);
  check_again (dialog);
}

static void
take_file (KpImportDialog *self,
           GFile *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    kp_import_dialog_set_path (self, path);
}

static void
on_file_chosen (GtkNativeDialog *chooser,
                int response,
                KpImportDialog *self)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  take_file (self, file);
  g_object_unref (chooser);
}

static void
choose_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _("Choose a Workbook"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  kp_chooser_add_books (chooser);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), widget, 0);
  kp_chooser_show (chooser);
}

static gboolean
on_drop (GtkDropTarget *target G_GNUC_UNUSED,
         const GValue *value,
         double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED,
         gpointer data)
{
  KpImportDialog *self = data;

  if (self->running != NULL || !G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  take_file (self, g_value_get_object (value));
  return TRUE;
}

static void
on_sheet_selected (KpImportDialog *self)
{
  GtkStringObject *sheet = gtk_drop_down_get_selected_item (self->sheet);

  if (self->is_filling || sheet == NULL)
    return;
  g_free (self->order->sheet);
  self->order->sheet = g_strdup (gtk_string_object_get_string (sheet));
  g_hash_table_remove_all (self->order->columns);
  g_array_set_size (self->order->corrections, 0);
  check_again (self);
}

static void
close_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* What is being written is cancelled first. */
static gboolean
on_close_request (KpImportDialog *self)
{
  return self->running != NULL;
}

static void
kp_import_dialog_dispose (GObject *object)
{
  KpImportDialog *self = KP_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->order, kp_import_order_free);
  g_clear_pointer (&self->check, kp_import_check_free);
  G_OBJECT_CLASS (kp_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, close);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, take);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, stop);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, file);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, show_columns);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, fault_title);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, value);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KpImportDialog, done);
}

static void
kp_import_dialog_class_init (KpImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, fill_rows);
  gtk_widget_class_bind_template_callback (widget_class, update_take);
  gtk_widget_class_bind_template_callback (widget_class, show_fault);
  gtk_widget_class_bind_template_callback (widget_class, correct);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "import.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
}

static void
kp_import_dialog_init (KpImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_autoptr (GtkStringList) none = gtk_string_list_new ((const char *const[]) { "–", NULL });

  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (none));
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (none));
  self->is_filling = FALSE;
  kp_import_row_add_columns (self->view);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show_state (self, "choose");
  update_take (self);
}

/** kp_import_dialog_new: for @campaign; not shown yet, owned by GTK. @parent's `win.reload` is activated after a change. */
KpImportDialog *
kp_import_dialog_new (GtkWindow *parent,
                      KpCampaign *campaign,
                      const char *actor)
{
  KpImportDialog *self = g_object_new (KP_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->campaign = g_object_ref (campaign);
  self->actor = g_strdup (actor);
  return self;
}

/** kp_import_dialog_get_state: "choose", "check", "working" or "done". */
const char *
kp_import_dialog_get_state (KpImportDialog *dialog)
{
  return gtk_stack_get_visible_child_name (dialog->states);
}
