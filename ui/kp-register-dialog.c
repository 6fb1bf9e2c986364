/* kp-register-dialog.c – 现场报名: an applicant's form, filled in at the counter.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While somebody types, a worker says what the step would say. An answer to an older form than the one on the screen is
 * dropped, so that nothing is shown which isn't so any more. */
#include "kp-register-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-form-order.h"

/* So long nobody has typed. */
#define PAUSE_MS 150

struct _KpRegisterDialog
{
  AdwWindow parent_instance;

  GtkLabel *problem;
  GtkFlowBox *fields;
  KpPhotoFrame *photo;
  GtkWidget *applied;
  GtkLabel *applied_text;
  GtkWidget *taken;
  GtkLabel *taken_number;
  GtkLabel *summary;

  KpCampaign *campaign;
  char *actor;
  GPtrArray *entries; /* (element-type KpFormEntry): the children of the fields */
  char *application;  /* (nullable): under which the person on the form has applied already */
  guint serial;       /* of the form: one more with each change */
  guint checked;      /* the serial of the form that was checked last */
  guint timer;
  gboolean is_taking;
  gboolean is_filling; /* fields change that nobody typed into */
};

G_DEFINE_FINAL_TYPE (KpRegisterDialog, kp_register_dialog, ADW_TYPE_WINDOW)

static void check_form (KpRegisterDialog *self);

static KpFormEntry *
get_entry (KpRegisterDialog *self,
           guint i)
{
  return g_ptr_array_index (self->entries, i);
}

static KpFormEntry *
find_field (KpRegisterDialog *self,
            KpRegistrationField field)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (kp_form_entry_get_field (get_entry (self, i))->field == field)
      return get_entry (self, i);
  return NULL;
}

static gboolean
is_filled (KpRegisterDialog *self,
           KpRegistrationField field)
{
  return *kp_form_entry_get_text (find_field (self, field)) != '\0';
}

/* Without one of them it is nobody's form, and there is nothing to check. */
static gboolean
is_somebodys (KpRegisterDialog *self)
{
  return is_filled (self, KP_REGISTRATION_FIELD_NAME) || is_filled (self, KP_REGISTRATION_FIELD_ID_NUMBER);
}

static KpFormOrder *
make_order (KpRegisterDialog *self)
{
  KpFormOrder *order = kp_form_order_new (self->serial);

  for (guint i = 0; i < self->entries->len; i++)
    kp_form_order_add (order, kp_form_entry_get_field (get_entry (self, i))->title,
                       kp_form_entry_get_text (get_entry (self, i)));
  kp_form_order_set_photo (order, kp_photo_frame_get (self->photo));
  return order;
}

/* ---- what is said of the form ---- */

static void
complain (KpRegisterDialog *self,
          const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
}

/* A field where nothing was typed yet isn't wrong yet. */
static void
tell_entry (KpFormEntry *entry,
            const KpRegistrationRow *row)
{
  const KpFormField *field = kp_form_entry_get_field (entry);
  const gboolean is_empty = *kp_form_entry_get_text (entry) == '\0';

  for (guint i = 0; row != NULL && !is_empty && i < row->n_faults; i++)
    {
      const KpRegistrationFault *fault = &row->faults[i];

      if (fault->field == field->field && g_str_equal (fault->title, field->title))
        {
          kp_form_entry_tell (entry, fault->verdict, fault->trouble);
          return;
        }
    }
  kp_form_entry_tell (entry, KP_REGISTRATION_OK, NULL);
}

/* What the ID number says of birth and sex stands below it, to be held against the person. */
static void
tell_person (KpRegisterDialog *self,
             const KpRegistrationRow *row)
{
  KpFormEntry *entry = find_field (self, KP_REGISTRATION_FIELD_ID_NUMBER);
  g_autofree char *birth = NULL;
  g_autofree char *said = NULL;

  if (*kp_form_entry_get_told (entry) != '\0' || row == NULL || kp_date_is_none (row->registration.birth))
    return;
  birth = kp_date_dup_iso (row->registration.birth);
  said = g_strdup_printf (_("%s, born %s"), row->registration.sex, birth);
  kp_form_entry_tell (entry, KP_REGISTRATION_OK, said);
}

static void
show_applied (KpRegisterDialog *self,
              const KpFormCheck *check)
{
  g_autofree char *post = NULL;
  g_autofree char *sentence = NULL;

  g_clear_pointer (&self->application, g_free);
  gtk_widget_set_visible (self->applied, check != NULL && check->application != NULL);
  if (check == NULL || check->application == NULL)
    return;
  self->application = g_strdup (check->application);
  post = kp_campaign_dup_post_label (self->campaign, check->post);
  sentence = g_strdup_printf (_("This person has applied already: %s, %s."), check->application, post);
  gtk_label_set_label (self->applied_text, sentence);
}

static void
show_check (KpRegisterDialog *self,
            const KpFormCheck *check)
{
  const KpRegistrationRow *row = check != NULL ? check->row : NULL;
  const char *summary = "";

  for (guint i = 0; i < self->entries->len; i++)
    tell_entry (get_entry (self, i), row);
  tell_person (self, row);
  show_applied (self, check);
  if (row != NULL && row->verdict == KP_REGISTRATION_OK && !row->is_already_recorded)
    summary = _("Nothing stands against the form.");
  else if (row != NULL && row->verdict == KP_REGISTRATION_WARN)
    summary = _("The form can be taken in, with a remark.");
  gtk_label_set_label (self->summary, summary);
}

static void
on_checked (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpRegisterDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFormAnswer) answer = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (self->entries->len == 0)
    return;
  if (answer == NULL)
    {
      complain (self, error->message);
      self->checked = self->serial;
      return;
    }
  if (answer->serial != self->serial)
    return;
  self->checked = answer->serial;
  show_check (self, answer->check);
}

static gboolean
on_pause (gpointer data)
{
  KpRegisterDialog *self = data;

  self->timer = 0;
  check_form (self);
  return G_SOURCE_REMOVE;
}

static void
check_form (KpRegisterDialog *self)
{
  if (!is_somebodys (self))
    {
      show_check (self, NULL);
      self->checked = self->serial;
      return;
    }
  kp_campaign_work_async (self->campaign, kp_form_order_check, make_order (self), (GDestroyNotify) kp_form_order_free,
                          (GDestroyNotify) kp_form_answer_free, NULL, on_checked, g_object_ref (self));
}

static void
update_actions (KpRegisterDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.take", is_somebodys (self) && !self->is_taking);
}

static void
on_changed (KpRegisterDialog *self)
{
  if (self->is_filling)
    return;
  self->serial++;
  complain (self, NULL);
  gtk_widget_set_visible (self->taken, FALSE);
  update_actions (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, on_pause, self);
}

/* ---- taking it in ---- */

static void
clear_form (KpRegisterDialog *self)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    kp_form_entry_set_text (get_entry (self, i), "");
  kp_photo_frame_clear (self->photo);
  self->is_filling = FALSE;
  self->serial++;
  self->checked = self->serial;
  g_clear_handle_id (&self->timer, g_source_remove);
  show_check (self, NULL);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, 0)));
}

static void
focus_first_fault (KpRegisterDialog *self)
{
  static const KpRegistrationField needed[]
      = { KP_REGISTRATION_FIELD_ID_NUMBER, KP_REGISTRATION_FIELD_NAME, KP_REGISTRATION_FIELD_POST_CODE };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!is_filled (self, needed[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (find_field (self, needed[i])));
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (find_field (self, KP_REGISTRATION_FIELD_ID_NUMBER)));
}

static void
on_taken (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (KpRegisterDialog) self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *number = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  self->is_taking = FALSE;
  if (self->entries->len == 0)
    return;
  update_actions (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields), TRUE);
  if (number == NULL)
    {
      complain (self, error->message);
      focus_first_fault (self);
      return;
    }
  complain (self, NULL);
  clear_form (self);
  gtk_label_set_label (self->taken_number, number);
  gtk_widget_set_visible (self->taken, TRUE);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.reload", NULL);
}

static void
take_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpRegisterDialog *self = KP_REGISTER_DIALOG (widget);

  self->is_taking = TRUE;
  update_actions (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields), FALSE);
  kp_campaign_change_async (self->campaign, self->actor, kp_form_order_take, make_order (self),
                            (GDestroyNotify) kp_form_order_free, g_free, on_taken, g_object_ref (self));
}

static void
show_applied_action (GtkWidget *widget,
                     const char *name G_GNUC_UNUSED,
                     GVariant *parameter G_GNUC_UNUSED)
{
  KpRegisterDialog *self = KP_REGISTER_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->application == NULL || parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-application", "s", self->application);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- closing ---- */

static void
on_discarded (KpRegisterDialog *self,
              const char *response)
{
  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_to_discard (KpRegisterDialog *self)
{
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self), _("Discard This Form?"),
                                                _("It was filled in but not taken in. What was typed is lost."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (question);

  adw_message_dialog_add_responses (dialog, "keep", _("_Keep Typing"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discarded), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static gboolean
on_close_request (KpRegisterDialog *self)
{
  gboolean is_begun = kp_photo_frame_get (self->photo) != NULL;

  for (guint i = 0; i < self->entries->len; i++)
    is_begun = is_begun || *kp_form_entry_get_text (get_entry (self, i)) != '\0';
  if (is_begun && !self->is_taking)
    ask_to_discard (self);
  return is_begun || self->is_taking;
}

static void
close_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* ---- the dialog ---- */

/* Enter goes to the next field, as on paper. */
static void
on_next (KpFormEntry *entry,
         KpRegisterDialog *self)
{
  guint i = 0;

  if (g_ptr_array_find (self->entries, entry, &i) && i + 1 < self->entries->len)
    gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, i + 1)));
}

static void
add_field (KpRegisterDialog *self,
           const KpFormField *field)
{
  KpFormEntry *entry = kp_form_entry_new (field, self->campaign);
  GtkWidget *child = gtk_flow_box_child_new ();

  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "next", G_CALLBACK (on_next), self, 0);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (entry));
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->fields, child);
  g_ptr_array_add (self->entries, entry);
}

static void
kp_register_dialog_dispose (GObject *object)
{
  KpRegisterDialog *self = KP_REGISTER_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_set_size (self->entries, 0);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->application, g_free);
  G_OBJECT_CLASS (kp_register_dialog_parent_class)->dispose (object);
}

static void
kp_register_dialog_finalize (GObject *object)
{
  g_clear_pointer (&KP_REGISTER_DIALOG (object)->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (kp_register_dialog_parent_class)->finalize (object);
}

static void
kp_register_dialog_class_init (KpRegisterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_register_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kp_register_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-register-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, photo);
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, applied);
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, applied_text);
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, taken);
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, taken_number);
  gtk_widget_class_bind_template_child (widget_class, KpRegisterDialog, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "register.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "register.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "register.show-applied", NULL, show_applied_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "register.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "register.take", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "register.take", NULL);
}

static void
kp_register_dialog_init (KpRegisterDialog *self)
{
  g_type_ensure (KP_TYPE_PHOTO_FRAME);
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_register_dialog_new: an empty form of @campaign; not shown yet, owned by GTK. @parent's `win.reload` is activated
 * after each that is taken in. @source must outlive it. */
KpRegisterDialog *
kp_register_dialog_new (GtkWindow *parent,
                        const KpWorkSource *source,
                        KpCampaign *campaign,
                        const char *actor)
{
  KpRegisterDialog *self = g_object_new (KP_TYPE_REGISTER_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GArray) fields = kp_step_list_form_fields (kp_campaign_get_scheme (campaign));

  self->campaign = g_object_ref (campaign);
  self->actor = g_strdup (actor);
  kp_photo_frame_set_maker (self->photo, source->make_photo);
  for (guint i = 0; i < fields->len; i++)
    add_field (self, &g_array_index (fields, KpFormField, i));
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, 0)));
  return self;
}

/** kp_register_dialog_find: (nullable): the field with that heading. */
KpFormEntry *
kp_register_dialog_find (KpRegisterDialog *dialog,
                         const char *title)
{
  for (guint i = 0; i < dialog->entries->len; i++)
    if (g_str_equal (kp_form_entry_get_field (get_entry (dialog, i))->title, title))
      return get_entry (dialog, i);
  return NULL;
}

/** kp_register_dialog_get_photo: where the photo is shown. */
KpPhotoFrame *
kp_register_dialog_get_photo (KpRegisterDialog *dialog)
{
  return dialog->photo;
}

/** kp_register_dialog_is_settled: whether what is said belongs to what is on the form, and nothing is under way. */
gboolean
kp_register_dialog_is_settled (KpRegisterDialog *dialog)
{
  return !dialog->is_taking && dialog->timer == 0 && dialog->checked == dialog->serial;
}
