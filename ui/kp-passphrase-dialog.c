/* kp-passphrase-dialog.c – asks for the passphrase of a record that is locked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-passphrase-dialog.h"

#include "kp-complaint.h"
#include "kp-secret.h"

struct _KpPassphraseDialog
{
  AdwWindow parent_instance;

  GtkLabel *record;
  GtkLabel *refusal;
  AdwPasswordEntryRow *passphrase;
  GtkButton *run;

  KpPassphraseFunc done;
};

G_DEFINE_FINAL_TYPE (KpPassphraseDialog, kp_passphrase_dialog, ADW_TYPE_WINDOW)

static void
update_run (KpPassphraseDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "passphrase.run",
                                 *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0');
}

/* Tells its window once. */
static void
finish (KpPassphraseDialog *self,
        const char *passphrase)
{
  KpPassphraseFunc done = self->done;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  self->done = NULL;
  if (done != NULL && parent != NULL)
    done (parent, passphrase);
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpPassphraseDialog *self = KP_PASSPHRASE_DIALOG (widget);
  char *passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  finish (self, passphrase);
  kp_secret_free (passphrase);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_close_request (KpPassphraseDialog *self)
{
  finish (self, NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
kp_passphrase_dialog_class_init (KpPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpPassphraseDialog, record);
  gtk_widget_class_bind_template_child (widget_class, KpPassphraseDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, KpPassphraseDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, KpPassphraseDialog, run);
  gtk_widget_class_bind_template_callback (widget_class, update_run);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "passphrase.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kp_passphrase_dialog_init (KpPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_run (self);
}

/**
 * kp_passphrase_dialog_new:
 * @parent: the window that is to show the record
 * @record: what is locked, for people
 * @refusal: (nullable): what is wrong with the passphrase that was typed before
 * @done: called once, with what was typed or with nothing
 *
 * Returns: a dialog that isn't shown yet; owned by GTK like every window
 */
KpPassphraseDialog *
kp_passphrase_dialog_new (GtkWindow *parent,
                          const char *record,
                          const char *refusal,
                          KpPassphraseFunc done)
{
  KpPassphraseDialog *self = g_object_new (KP_TYPE_PASSPHRASE_DIALOG, "transient-for", parent, NULL);

  self->done = done;
  gtk_label_set_label (self->record, record);
  kp_complaint_tell (self->refusal, refusal);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->run));
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  return self;
}
