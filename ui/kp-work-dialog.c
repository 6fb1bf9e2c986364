/* kp-work-dialog.c – asks for what a piece of work needs, carries it out, and shows what came of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-work-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-conflict-dialog.h"
#include "kp-secret.h"
#include "kp-work-field.h"
#include "kp-work-view.h"

struct _KpWorkDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel;
  GtkButton *again;
  GtkButton *stop;
  GtkButton *run;
  GtkButton *close;
  GtkStack *states;
  GtkStack *working;
  GtkWidget *spinner;
  GtkProgressBar *bar;
  GtkLabel *sentence;
  GtkBox *refusal_box;
  GtkLabel *refusal;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *who;
  AdwEntryRow *actor;
  AdwPasswordEntryRow *pin;
  GtkLabel *outcome;
  GtkBox *report;

  const KpWorkSource *source; /* borrowed */
  const KpWork *work;          /* borrowed */
  KpCampaign *campaign;
  GError *conflict; /* (nullable): that is asked about */
  KpSeen *seen;    /* what the screens had read when the form came up */
  GPtrArray *rows; /* (element-type KpWorkFieldRow): owned by their widgets */
  guint first;     /* field to which the keys go */
  KpProgress *progress; /* (nullable): of what is being carried out */
  guint ticking;
};

#define TICK_MS 100

G_DEFINE_FINAL_TYPE (KpWorkDialog, kp_work_dialog, ADW_TYPE_WINDOW)

/* What the worker needs, and what it gives back. */
typedef struct
{
  const KpWorkSource *source;
  const KpWork *work;
  char *location;
  char *campaign;
  char *actor;
  KpIdentity *identity; /* (nullable) */
  char *pin;
  KpSeal *seal; /* (nullable) */
  KpSeen *seen;
  KpOwnActs *own;
  KpProgress *progress;
  char *values[KP_WORK_MAX_FIELDS];
  KpWorkReport *report;
} Order;

static void
order_free (Order *order)
{
  for (guint i = 0; i < KP_WORK_MAX_FIELDS; i++)
    g_free (order->values[i]);
  kp_work_report_free (order->report);
  g_free (order->location);
  g_free (order->campaign);
  g_free (order->actor);
  g_clear_pointer (&order->identity, kp_identity_unref);
  kp_secret_free (order->pin);
  g_clear_pointer (&order->seal, kp_seal_unref);
  kp_seen_unref (order->seen);
  kp_own_acts_unref (order->own);
  kp_progress_unref (order->progress);
  g_free (order);
}

static void
show_state (KpWorkDialog *self,
            const char *state)
{
  const gboolean is_form = g_str_equal (state, "form");
  const gboolean is_done = g_str_equal (state, "done");

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), is_form);
  gtk_widget_set_visible (GTK_WIDGET (self->run), is_form);
  gtk_widget_set_visible (GTK_WIDGET (self->close), is_done);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.close", is_form || is_done);
}

static gboolean
is_ready (KpWorkDialog *self)
{
  gboolean is_filled = self->work->only_reads || *gtk_editable_get_text (GTK_EDITABLE (self->actor)) != '\0';

  for (guint i = 0; i < self->rows->len; i++)
    is_filled = is_filled && kp_work_field_row_is_filled (g_ptr_array_index (self->rows, i));
  return is_filled;
}

static void
update_run (KpWorkDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.run", is_ready (self));
}

static void
focus_empty (KpWorkDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KpWorkFieldRow *row = g_ptr_array_index (self->rows, i);

      if (kp_work_field_row_is_filled (row))
        continue;
      gtk_widget_grab_focus (kp_work_field_row_get_widget (row));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->actor));
}

/* Enter carries the work out; as long as something is missing it goes there. */
static void
on_entered (KpWorkDialog *self)
{
  if (!is_ready (self))
    focus_empty (self);
}

static void
run_in_thread (GTask *task,
               gpointer source G_GNUC_UNUSED,
               gpointer data,
               GCancellable *cancellable G_GNUC_UNUSED)
{
  Order *order = data;
  const KpWorkOrder given = { order->work, order->location, order->campaign, order->actor, order->identity, order->pin, order->seal,
                             order->seen, order->own, order->progress, (const char *const *) order->values };
  GError *error = NULL;

  if (order->source->run (&given, order->report, order->source->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ---- while it works ---- */

/* Work that tells how far it is can be stopped, for it asks at each step. */
static gboolean
show_progress (gpointer data)
{
  KpWorkDialog *self = data;
  guint n_done = 0, n_all = 0;
  g_autofree char *state = kp_progress_dup_state (self->progress, &n_done, &n_all);

  if (state == NULL)
    return G_SOURCE_CONTINUE;
  gtk_stack_set_visible_child (self->working, GTK_WIDGET (self->bar));
  gtk_progress_bar_set_text (self->bar, state);
  if (n_all == 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, (double) n_done / n_all);
  if (gtk_widget_get_visible (GTK_WIDGET (self->stop)))
    return G_SOURCE_CONTINUE;
  gtk_widget_set_visible (GTK_WIDGET (self->stop), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.stop", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->stop));
  return G_SOURCE_CONTINUE;
}

static void
begin_progress (KpWorkDialog *self)
{
  g_clear_pointer (&self->progress, kp_progress_unref);
  self->progress = kp_progress_new (NULL, NULL);
  gtk_stack_set_visible_child (self->working, self->spinner);
  self->ticking = g_timeout_add (TICK_MS, show_progress, self);
}

static void
end_progress (KpWorkDialog *self)
{
  g_clear_handle_id (&self->ticking, g_source_remove);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.stop", FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->stop), FALSE);
}

static void
stop_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWorkDialog *self = KP_WORK_DIALOG (widget);

  kp_progress_cancel (self->progress);
  gtk_widget_action_set_enabled (widget, "work.stop", FALSE);
}

/* The first field where there is something to say, else the button. */
static void
focus_first (KpWorkDialog *self)
{
  guint i = self->first;

  while (i < self->rows->len && kp_work_field_row_is_settled (g_ptr_array_index (self->rows, i)))
    i++;
  if (i < self->rows->len)
    gtk_widget_grab_focus (kp_work_field_row_get_widget (g_ptr_array_index (self->rows, i)));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->run));
}

static void
show_refusal (KpWorkDialog *self,
              const char *sentence)
{
  gtk_label_set_label (self->refusal, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_box), TRUE);
  show_state (self, "form");
  /* Else the stack brings the keys to the sentence, which is selected then. */
  focus_first (self);
}

static void
show_report (KpWorkDialog *self,
             const KpWorkReport *report,
             const char *outcome)
{
  gtk_label_set_label (self->outcome, outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), *outcome != '\0');
  kp_work_view_fill (self->report, report);
  /* First, else the stack brings the keys to a text, which is selected then. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.close", TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->close), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->close));
  show_state (self, "done");
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->close));
}

/* What is filled in goes over what a colleague wrote, or is left; until then it stays. */
static void
on_conflict_chosen (KpConflictChoice choice,
                    const gboolean *takes_mine,
                    gpointer data)
{
  KpWorkDialog *self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (choice == KP_CONFLICT_MINE || choice == KP_CONFLICT_SOME)
    {
      kp_seen_choose (self->seen, kp_conflict_get (self->conflict), takes_mine);
      kp_work_dialog_run (self);
    }
  else if (choice == KP_CONFLICT_THEIRS)
    {
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.reload", NULL);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
show_conflict (KpWorkDialog *self,
               const GError *error)
{
  show_refusal (self, error->message);
  g_clear_error (&self->conflict);
  self->conflict = g_error_copy (error);
  kp_conflict_dialog_show (GTK_WIDGET (self), kp_conflict_get (error), on_conflict_chosen, g_object_ref (self), g_object_unref);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data G_GNUC_UNUSED)
{
  KpWorkDialog *self = KP_WORK_DIALOG (source);
  const Order *order = g_task_get_task_data (G_TASK (result));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  end_progress (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_report (self, order->report, self->work->only_reads ? "" : _("It is done and stands in the record."));
      if (!self->work->only_reads && parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.reload", NULL);
    }
  else if (kp_conflict_get (error) != NULL)
    show_conflict (self, error);
  else if (order->report->parts->len > 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_report (self, order->report, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->again), TRUE);
    }
  else
    show_refusal (self, error->message);
}

/** kp_work_dialog_run: carries the work out with what stands in the fields. */
void
kp_work_dialog_run (KpWorkDialog *dialog)
{
  g_autoptr (GTask) task = g_task_new (dialog, NULL, on_done, NULL);
  Order *order = g_new0 (Order, 1);

  order->source = dialog->source;
  order->work = dialog->work;
  order->location = g_strdup (kp_campaign_get_location (dialog->campaign));
  order->campaign = g_strdup (kp_campaign_get_code (dialog->campaign));
  order->actor = g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->actor)));
  order->identity = kp_campaign_get_identity (dialog->campaign);
  if (order->identity != NULL)
    kp_identity_ref (order->identity);
  order->seal = kp_campaign_get_seal (dialog->campaign);
  if (order->seal != NULL)
    kp_seal_ref (order->seal);
  order->seen = kp_seen_ref (dialog->seen);
  order->own = kp_own_acts_ref (kp_campaign_get_own_acts (dialog->campaign));
  if (gtk_widget_get_visible (GTK_WIDGET (dialog->pin)))
    order->pin = g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->pin)));
  begin_progress (dialog);
  order->progress = kp_progress_ref (dialog->progress);
  order->report = kp_work_report_new ();
  for (guint i = 0; i < dialog->rows->len; i++)
    order->values[i] = kp_work_field_row_dup_value (g_ptr_array_index (dialog->rows, i));
  gtk_widget_set_visible (GTK_WIDGET (dialog->refusal_box), FALSE);
  show_state (dialog, "working");
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, run_in_thread);
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  kp_work_dialog_run (KP_WORK_DIALOG (widget));
}

static void
again_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  KpWorkDialog *self = KP_WORK_DIALOG (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->again), FALSE);
  show_state (self, "form");
}

static void
close_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* What is being carried out can't be left alone: it is stopped first, where it can be. */
static gboolean
on_close_request (KpWorkDialog *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->stop)))
    kp_progress_cancel (self->progress);
  return g_str_equal (kp_work_dialog_get_state (self), "working");
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant *arguments G_GNUC_UNUSED,
           gpointer data G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
kp_work_dialog_dispose (GObject *object)
{
  KpWorkDialog *self = KP_WORK_DIALOG (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_pointer (&self->progress, kp_progress_unref);
  g_clear_object (&self->campaign);
  g_clear_error (&self->conflict);
  g_clear_pointer (&self->seen, kp_seen_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kp_work_dialog_parent_class)->dispose (object);
}

static void
kp_work_dialog_class_init (KpWorkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_work_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-work-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, again);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, stop);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, run);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, close);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, states);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, working);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, refusal_box);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, who);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, actor);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, pin);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, KpWorkDialog, report);
  gtk_widget_class_bind_template_callback (widget_class, update_run);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "work.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "work.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "work.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "work.close", NULL, close_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
kp_work_dialog_init (KpWorkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.stop", FALSE);
}

/* Choices lose their selection when the window goes. */
static void
on_field_changed (GtkWidget *dialog)
{
  if (KP_WORK_DIALOG (dialog)->rows != NULL)
    update_run (KP_WORK_DIALOG (dialog));
}

static void
add_fields (KpWorkDialog *self)
{
  for (guint i = 0; i < KP_WORK_MAX_FIELDS && self->work->fields[i].kind != KP_WORK_NONE; i++)
    {
      KpWorkFieldRow *row
          = kp_work_field_row_new (&self->work->fields[i], self->campaign, on_field_changed, GTK_WIDGET (self));

      adw_preferences_group_add (self->fields, kp_work_field_row_get_widget (row));
      if (ADW_IS_ENTRY_ROW (kp_work_field_row_get_widget (row)))
        g_signal_connect_object (kp_work_field_row_get_widget (row), "entry-activated", G_CALLBACK (on_entered), self,
                                 G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields), self->rows->len > 0);
}

/* Who signed in works, and is the first of two people; the second one confirms with a PIN where the record knows any. */
static void
show_who (KpWorkDialog *self,
          const char *actor)
{
  KpIdentity *identity = kp_campaign_get_identity (self->campaign);
  gboolean has_second = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *option = self->work->fields[i].option;

      has_second = has_second || g_strcmp0 (option, "--with") == 0;
      if (identity != NULL && g_strcmp0 (option, "--by") == 0)
        kp_work_field_row_set_value (g_ptr_array_index (self->rows, i), kp_identity_get_name (identity));
    }
  gtk_editable_set_text (GTK_EDITABLE (self->actor), identity != NULL ? kp_identity_get_login (identity) : actor);
  gtk_widget_set_sensitive (GTK_WIDGET (self->actor), identity == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pin), has_second && kp_campaign_get_proof (self->campaign) != KP_PROOF_NONE);
}

/**
 * kp_work_dialog_new:
 * @parent: the window above which it stands; its `win.reload` is activated after a change
 * @source: carries works out; must outlive the dialog
 * @work: which one
 * @campaign: on what
 * @actor: who works, until another name is typed
 *
 * Returns: a dialog that isn't shown yet; owned by GTK like every window
 */
KpWorkDialog *
kp_work_dialog_new (GtkWindow *parent,
                    const KpWorkSource *source,
                    const KpWork *work,
                    KpCampaign *campaign,
                    const char *actor)
{
  KpWorkDialog *self = g_object_new (KP_TYPE_WORK_DIALOG, "transient-for", parent, "title", _(work->title), NULL);

  self->source = source;
  self->work = work;
  self->campaign = g_object_ref (campaign);
  self->seen = kp_campaign_new_seen (campaign, NULL);
  gtk_label_set_label (self->sentence, _(work->sentence));
  gtk_button_set_label (self->run, _(work->button));
  add_fields (self);
  show_who (self, actor);
  gtk_widget_set_visible (GTK_WIDGET (self->who), !work->only_reads);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->run));
  show_state (self, "form");
  update_run (self);
  focus_first (self);
  return self;
}

/** kp_work_dialog_set_value: fills in a field, counted from 0. */
void
kp_work_dialog_set_value (KpWorkDialog *dialog,
                          guint field,
                          const char *value)
{
  g_return_if_fail (field < dialog->rows->len);

  kp_work_field_row_set_value (g_ptr_array_index (dialog->rows, field), value);
}

/** kp_work_dialog_start_at: brings the keys to @field, now and after a refusal; what stands before it is given. */
void
kp_work_dialog_start_at (KpWorkDialog *dialog,
                         guint field)
{
  dialog->first = field;
  focus_first (dialog);
}

/** kp_work_dialog_get_state: "form", "working" or "done". */
const char *
kp_work_dialog_get_state (KpWorkDialog *dialog)
{
  return gtk_stack_get_visible_child_name (dialog->states);
}
