/* kp-proof-dialog.c – asks what was shown for a claim and what a check of it found, and records it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-proof-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-conflict-dialog.h"
#include "kp-step-proof.h"

struct _KpProofDialog
{
  AdwWindow parent_instance;

  GtkButton *run;
  GtkWidget *form;
  GtkWidget *refusal_box;
  GtkLabel *refusal;
  AdwPreferencesGroup *papers;
  AdwComboRow *outcome;
  AdwComboRow *sources;
  AdwEntryRow *source;
  AdwEntryRow *checked_on;
  AdwEntryRow *dated_on;
  AdwEntryRow *reference;
  AdwEntryRow *note;

  KpCampaign *campaign;
  char *actor;
  char *application;
  char *proof;
  KpProofSeen seen; /* without its texts, which follow */
  char *seen_source;
  char *seen_reference;
  char *seen_note;
  char *seen_checked_on;
  char *seen_dated_on;
  KpConflict *conflict; /* (nullable): what a colleague wrote meanwhile, while it is asked which holds */
  GPtrArray *checks; /* (element-type GtkCheckButton): of the papers; owned by their rows */
  KpProofDialogFunc func;
  gpointer data;
  GDestroyNotify free_data;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (KpProofDialog, kp_proof_dialog, ADW_TYPE_WINDOW)

/* In the order of the choices. */
static const KpProofOutcome outcomes[] = { KP_PROOF_CONFIRMED, KP_PROOF_REFUTED, KP_PROOF_SHOWN, KP_PROOF_MISSED };

/* What the worker needs. */
typedef struct
{
  KpProofOrder order; /* borrows the texts below */
  char *application;
  char *proof;
  char **papers;
  char *source;
  char *reference;
  char *note;
  KpProofSeen seen; /* borrows the texts below */
  char *seen_checked_on;
  char *seen_dated_on;
  char *seen_source;
  char *seen_reference;
  char *seen_note;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->application);
  g_free (order->proof);
  g_strfreev (order->papers);
  g_free (order->source);
  g_free (order->reference);
  g_free (order->note);
  g_free (order->seen_source);
  g_free (order->seen_checked_on);
  g_free (order->seen_dated_on);
  g_free (order->seen_reference);
  g_free (order->seen_note);
  g_free (order);
}

static KpProofOutcome
get_outcome (KpProofDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->outcome);

  return selected < G_N_ELEMENTS (outcomes) ? outcomes[selected] : KP_PROOF_SHOWN;
}

static gboolean
has_sources (KpProofDialog *self)
{
  GListModel *model = adw_combo_row_get_model (self->sources);

  return model != NULL && g_list_model_get_n_items (model) > 0;
}

/* Only what is asked for: nothing of an answer as long as there is none. */
static void
show_fields (KpProofDialog *self)
{
  const KpProofOutcome outcome = get_outcome (self);
  const gboolean is_answered = outcome == KP_PROOF_CONFIRMED || outcome == KP_PROOF_REFUTED;

  gtk_widget_set_visible (GTK_WIDGET (self->sources), is_answered && has_sources (self));
  gtk_widget_set_visible (GTK_WIDGET (self->source), is_answered && !has_sources (self));
  gtk_widget_set_visible (GTK_WIDGET (self->checked_on), is_answered);
  gtk_widget_set_visible (GTK_WIDGET (self->dated_on), outcome != KP_PROOF_MISSED);
  gtk_widget_set_visible (GTK_WIDGET (self->reference), outcome != KP_PROOF_MISSED);
}

static void
complain (KpProofDialog *self,
          const char *sentence)
{
  gtk_label_set_label (self->refusal, sentence);
  gtk_widget_set_visible (self->refusal_box, TRUE);
}

static gboolean
read_day (KpProofDialog *self,
          AdwEntryRow *row,
          KpDate *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *sentence = NULL;

  *day = KP_DATE_NONE;
  if (!gtk_widget_get_visible (GTK_WIDGET (row)) || *text == '\0' || kp_date_parse_iso (text, day, NULL))
    return TRUE;
  sentence = g_strdup_printf (_("“%s” is no date; write it as 2026-03-02."), text);
  complain (self, sentence);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

static char *
dup_text (AdwEntryRow *row)
{
  return gtk_widget_get_visible (GTK_WIDGET (row)) ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))) : NULL;
}

static char *
dup_source (KpProofDialog *self)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (self->sources);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->sources)))
    return dup_text (self->source);
  return selected != NULL ? g_strdup (gtk_string_object_get_string (selected)) : NULL;
}

static char **
list_papers (KpProofDialog *self)
{
  g_autoptr (GStrvBuilder) papers = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_strv_builder_add (papers, g_object_get_data (g_ptr_array_index (self->checks, i), "paper"));
  return g_strv_builder_end (papers);
}

static gpointer
record (KpSession *session,
        gpointer data,
        GError **error)
{
  const Order *order = data;
  g_autofree KpProofTally *tally = g_new0 (KpProofTally, 1);

  return kp_step_record_proof (session, &order->order, tally, error) ? g_steal_pointer (&tally) : NULL;
}

/* An entry that is made insensitive while it has the focus would go on blinking. */
static void
set_busy (KpProofDialog *self,
          gboolean is_busy)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->run));
  self->is_busy = is_busy;
  gtk_widget_set_sensitive (self->form, !is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proof.record", !is_busy);
}

static void
show_outcome (KpProofDialog *self,
              const char *chinese)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (kp_proof_outcome_get_chinese (outcomes[i]), chinese))
      adw_combo_row_set_selected (self->outcome, i);
}

static void
show_source (KpProofDialog *self,
             const char *source)
{
  GListModel *model = adw_combo_row_get_model (self->sources);

  gtk_editable_set_text (GTK_EDITABLE (self->source), source);
  for (guint i = 0; has_sources (self) && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) one = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (one), source))
        adw_combo_row_set_selected (self->sources, i);
    }
}

/* The colleague's value comes into the form, as if it had been typed. */
static void
take_theirs (KpProofDialog *self,
             const KpConflictField *field)
{
  const struct
  {
    const char *name;
    AdwEntryRow *row;
  } rows[] = { { "checked_on", self->checked_on },
               { "dated_on", self->dated_on },
               { "reference", self->reference },
               { "note", self->note } };

  if (g_str_equal (field->name, "outcome"))
    show_outcome (self, field->now);
  else if (g_str_equal (field->name, "source"))
    show_source (self, field->now);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (field->name, rows[i].name))
      gtk_editable_set_text (GTK_EDITABLE (rows[i].row), field->now);
}

/* What is chosen goes over what a colleague wrote, or all is left; until then what is filled in stays. */
static void
on_conflict_chosen (KpConflictChoice choice,
                    const gboolean *takes_mine,
                    gpointer data)
{
  KpProofDialog *self = data;

  if (choice == KP_CONFLICT_MINE || choice == KP_CONFLICT_SOME)
    {
      for (guint i = 0; i < self->conflict->fields->len; i++)
        if (!takes_mine[i])
          take_theirs (self, g_ptr_array_index (self->conflict->fields, i));
      self->seen.version = self->conflict->version;
      kp_proof_dialog_record (self);
    }
  else if (choice == KP_CONFLICT_THEIRS)
    {
      if (self->func != NULL)
        self->func (self->application, self->data);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask (KpProofDialog *self,
     const KpConflict *conflict)
{
  g_clear_pointer (&self->conflict, kp_conflict_free);
  self->conflict = kp_conflict_copy (conflict);
  kp_conflict_dialog_show (GTK_WIDGET (self), conflict, on_conflict_chosen, g_object_ref (self), g_object_unref);
}

static void
on_recorded (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (KpProofDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree KpProofTally *tally = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  set_busy (self, FALSE);
  if (tally == NULL)
    {
      if (kp_conflict_get (error) != NULL)
        ask (self, kp_conflict_get (error));
      else
        complain (self, error->message);
      return;
    }
  if (self->func != NULL)
    self->func (self->application, self->data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_seen (Order *order,
           KpProofDialog *self)
{
  order->seen_source = g_strdup (self->seen_source);
  order->seen_reference = g_strdup (self->seen_reference);
  order->seen_note = g_strdup (self->seen_note);
  order->seen_checked_on = g_strdup (self->seen_checked_on);
  order->seen_dated_on = g_strdup (self->seen_dated_on);
  order->seen = (KpProofSeen) {
    .version = self->seen.version,
    .outcome = self->seen.outcome,
    .source = order->seen_source,
    .reference = order->seen_reference,
    .note = order->seen_note,
    .checked_on = order->seen_checked_on,
    .dated_on = order->seen_dated_on,
  };
  order->order.seen = &order->seen;
}

/** kp_proof_dialog_record: records what is filled in; a refusal stands above it. */
void
kp_proof_dialog_record (KpProofDialog *dialog)
{
  Order *order = g_new0 (Order, 1);
  KpProofCheck *check = &order->order.check;

  order->application = g_strdup (dialog->application);
  order->proof = g_strdup (dialog->proof);
  order->papers = list_papers (dialog);
  order->source = dup_source (dialog);
  order->reference = dup_text (dialog->reference);
  order->note = dup_text (dialog->note);
  order->order.application = order->application;
  order->order.proof = order->proof;
  order->order.reference = order->reference;
  check->outcome = get_outcome (dialog);
  check->papers = (const char *const *) order->papers;
  check->source = order->source;
  check->note = order->note;
  take_seen (order, dialog);
  gtk_widget_set_visible (dialog->refusal_box, FALSE);
  if (dialog->is_busy || !read_day (dialog, dialog->checked_on, &check->checked_on)
      || !read_day (dialog, dialog->dated_on, &check->dated_on))
    {
      order_free (order);
      return;
    }
  set_busy (dialog, TRUE);
  kp_campaign_change_async (dialog->campaign, dialog->actor, record, order, order_free, g_free, on_recorded,
                            g_object_ref (dialog));
}

static void
record_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  kp_proof_dialog_record (KP_PROOF_DIALOG (widget));
}

/* What is being recorded can't be left alone. */
static gboolean
on_close_request (KpProofDialog *self)
{
  return self->is_busy;
}

static void
kp_proof_dialog_dispose (GObject *object)
{
  KpProofDialog *self = KP_PROOF_DIALOG (object);

  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->application, g_free);
  g_clear_pointer (&self->proof, g_free);
  g_clear_pointer (&self->seen_source, g_free);
  g_clear_pointer (&self->seen_reference, g_free);
  g_clear_pointer (&self->seen_note, g_free);
  g_clear_pointer (&self->seen_checked_on, g_free);
  g_clear_pointer (&self->seen_dated_on, g_free);
  g_clear_pointer (&self->conflict, kp_conflict_free);
  G_OBJECT_CLASS (kp_proof_dialog_parent_class)->dispose (object);
}

static void
kp_proof_dialog_class_init (KpProofDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_proof_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-proof-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, run);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, refusal_box);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, papers);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, sources);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, source);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, checked_on);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, dated_on);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, reference);
  gtk_widget_class_bind_template_child (widget_class, KpProofDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, show_fields);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "proof.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kp_proof_dialog_init (KpProofDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
}

static void
add_papers (KpProofDialog *self,
            const KpReviewProof *proof)
{
  for (guint i = 0; proof->papers[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (check), "paper", g_strdup (proof->papers[i]), g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_strv_contains ((const char *const *) proof->shown, proof->papers[i]));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proof->papers[i]);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (self->papers, row);
      g_ptr_array_add (self->checks, check);
    }
}

static void
set_text (AdwEntryRow *row,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_sources (KpProofDialog *self,
              const KpReviewProof *proof)
{
  g_autoptr (GtkStringList) sources = gtk_string_list_new ((const char *const *) proof->sources);

  adw_combo_row_set_model (self->sources, G_LIST_MODEL (sources));
  for (guint i = 0; proof->sources[i] != NULL; i++)
    if (g_strcmp0 (proof->sources[i], proof->source) == 0)
      adw_combo_row_set_selected (self->sources, i);
  set_text (self->source, proof->source);
}

static void
show_dates (KpProofDialog *self,
            const KpReviewProof *proof)
{
  g_autofree char *day = kp_date_is_none (proof->dated_by) ? NULL : kp_date_dup_iso (proof->dated_by);
  g_autofree char *title = day != NULL ? g_strdup_printf (_("Issued on; not after %s"), day) : g_strdup (_("Issued on"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->dated_on), title);
  set_text (self->dated_on, proof->dated_on);
  set_text (self->checked_on, proof->checked_on);
}

/**
 * kp_proof_dialog_new:
 * @parent: the window above which it stands
 * @campaign: whose record
 * @actor: who checked
 * @application: registration number
 * @proof: the claim, as it stands
 *
 * Returns: a dialog that isn't shown yet; owned by GTK like every window
 */
KpProofDialog *
kp_proof_dialog_new (GtkWindow *parent,
                     KpCampaign *campaign,
                     const char *actor,
                     const char *application,
                     const KpReviewProof *proof)
{
  g_autofree char *title = g_strdup_printf (_("%s: %s"), application, proof->label);
  KpProofDialog *self = g_object_new (KP_TYPE_PROOF_DIALOG, "transient-for", parent, "title", title, NULL);

  self->campaign = g_object_ref (campaign);
  self->actor = g_strdup (actor);
  self->application = g_strdup (application);
  self->proof = g_strdup (proof->proof);
  self->seen = (KpProofSeen) { .version = proof->version, .outcome = proof->outcome };
  self->seen_source = g_strdup (proof->source);
  self->seen_reference = g_strdup (proof->reference);
  self->seen_note = g_strdup (proof->note);
  add_papers (self, proof);
  show_sources (self, proof);
  show_dates (self, proof);
  self->seen_checked_on = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->checked_on)));
  self->seen_dated_on = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->dated_on)));
  set_text (self->reference, proof->reference);
  set_text (self->note, proof->note);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (outcomes[i] == proof->outcome)
      adw_combo_row_set_selected (self->outcome, i);
  show_fields (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->run));
  if (self->checks->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->checks, 0));
  return self;
}

/** kp_proof_dialog_set_func: @func is told once it stands in the record. */
void
kp_proof_dialog_set_func (KpProofDialog *dialog,
                          KpProofDialogFunc func,
                          gpointer data,
                          GDestroyNotify free_data)
{
  dialog->func = func;
  dialog->data = data;
  dialog->free_data = free_data;
}

/** kp_proof_dialog_is_busy: whether it is being recorded. */
gboolean
kp_proof_dialog_is_busy (KpProofDialog *dialog)
{
  return dialog->is_busy;
}
