/* kp-sign-in-dialog.c – asks for login and password before a record is shown, or again after a pause.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-sign-in-dialog.h"

#include "kp-complaint.h"

struct _KpSignInDialog
{
  AdwWindow parent_instance;

  GtkWidget *form;
  GtkLabel *title;
  GtkLabel *refusal;
  AdwEntryRow *login;
  AdwPasswordEntryRow *password;
  GtkButton *run;
  GtkSpinner *spinner;

  KpCampaign *campaign;
  KpSignInFunc done;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (KpSignInDialog, kp_sign_in_dialog, ADW_TYPE_WINDOW)

static void
update_run (KpSignInDialog *self)
{
  const gboolean is_typed = *gtk_editable_get_text (GTK_EDITABLE (self->login)) != '\0'
                            && *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-in.run", is_typed && !self->is_busy);
}

/* An entry that is made insensitive while it has the focus would go on blinking. */
static void
set_busy (KpSignInDialog *self,
          gboolean is_busy)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->run));
  self->is_busy = is_busy;
  gtk_widget_set_sensitive (self->form, !is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  update_run (self);
}

/* Tells its window once, and goes. */
static void
finish (KpSignInDialog *self,
        KpIdentity *identity)
{
  KpSignInFunc done = self->done;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  self->done = NULL;
  if (done != NULL && parent != NULL)
    done (parent, identity);
}

static void
on_proven (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (KpSignInDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpIdentity) identity = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (self->campaign == NULL)
    return;
  set_busy (self, FALSE);
  if (identity == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->password), "");
      kp_complaint_tell (self->refusal, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->password));
      return;
    }
  finish (self, identity);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpSignInDialog *self = KP_SIGN_IN_DIALOG (widget);

  kp_complaint_tell (self->refusal, NULL);
  set_busy (self, TRUE);
  kp_campaign_sign_in_async (self->campaign, gtk_editable_get_text (GTK_EDITABLE (self->login)),
                             gtk_editable_get_text (GTK_EDITABLE (self->password)), on_proven, g_object_ref (self));
}

/* What is being proven is waited for: it is done in a moment. */
static gboolean
on_close_request (KpSignInDialog *self)
{
  if (!self->is_busy)
    finish (self, NULL);
  return self->is_busy;
}

static void
kp_sign_in_dialog_dispose (GObject *object)
{
  g_clear_object (&KP_SIGN_IN_DIALOG (object)->campaign);
  G_OBJECT_CLASS (kp_sign_in_dialog_parent_class)->dispose (object);
}

static void
kp_sign_in_dialog_class_init (KpSignInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_sign_in_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-sign-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpSignInDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KpSignInDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KpSignInDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, KpSignInDialog, login);
  gtk_widget_class_bind_template_child (widget_class, KpSignInDialog, password);
  gtk_widget_class_bind_template_child (widget_class, KpSignInDialog, run);
  gtk_widget_class_bind_template_child (widget_class, KpSignInDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, update_run);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "sign-in.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kp_sign_in_dialog_init (KpSignInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_run (self);
}

/**
 * kp_sign_in_dialog_new:
 * @parent: the window that is to show the record
 * @campaign: whose accounts are asked
 * @login: (nullable): who was signed in before
 * @done: called once, with who proved to be at work, or with nobody
 *
 * Returns: a dialog that isn't shown yet; owned by GTK like every window
 */
KpSignInDialog *
kp_sign_in_dialog_new (GtkWindow *parent,
                       KpCampaign *campaign,
                       const char *login,
                       KpSignInFunc done)
{
  KpSignInDialog *self = g_object_new (KP_TYPE_SIGN_IN_DIALOG, "transient-for", parent, NULL);

  self->campaign = g_object_ref (campaign);
  self->done = done;
  gtk_label_set_label (self->title, kp_campaign_get_scheme (campaign)->title);
  if (login != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->login), login);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->run));
  gtk_widget_grab_focus (login != NULL ? GTK_WIDGET (self->password) : GTK_WIDGET (self->login));
  return self;
}
