/* kp-server-dialog.c – asks for the server on which a campaign lies, and for which campaign when there are several.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A login may work on one campaign or on many: only the server knows, so it is asked before anything is opened. */
#include "kp-server-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-complaint.h"
#include "kp-data-error.h"
#include "kp-secret.h"
#include "kp-server.h"
#include "kp-server-address.h"

struct _KpServerDialog
{
  AdwWindow parent_instance;

  GtkWidget *form;
  GtkLabel *refusal;
  AdwEntryRow *server;
  AdwEntryRow *database;
  AdwEntryRow *login;
  AdwPasswordEntryRow *password;
  AdwComboRow *campaign;
  GtkButton *run;
  GtkSpinner *spinner;

  char *remembered; /* the campaign that was opened there before */
  char *location;   /* of what CAMPAIGN lists */
  gboolean is_busy;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KpServerDialog, kp_server_dialog, ADW_TYPE_WINDOW)

static const char *
get_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static KpServerAddress *
read_address (KpServerDialog *self,
              GError **error)
{
  return kp_server_address_new (get_text (self->server), get_text (self->database), get_text (self->login), NULL, error);
}

/* Another server, another login: what was listed counts no more. */
static void
on_changed (KpServerDialog *self)
{
  g_clear_pointer (&self->location, kp_secret_free);
  gtk_widget_set_visible (GTK_WIDGET (self->campaign), FALSE);
}

static void
set_busy (KpServerDialog *self,
          gboolean is_busy)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->run));
  self->is_busy = is_busy;
  gtk_widget_set_sensitive (self->form, !is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "server.run", !is_busy);
}

static void
choose (KpServerDialog *self,
        const char *code)
{
  g_signal_emit (self, signals[CHOSEN], 0, self->location, code);
  gtk_window_destroy (GTK_WINDOW (self));
}

static guint
find_remembered (KpServerDialog *self,
                 GPtrArray *campaigns)
{
  for (guint i = 0; i < campaigns->len; i++)
    if (g_strcmp0 (((const KpServerCampaign *) g_ptr_array_index (campaigns, i))->campaign, self->remembered) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
offer (KpServerDialog *self,
       GPtrArray *campaigns)
{
  g_autoptr (GtkStringList) codes = gtk_string_list_new (NULL);

  for (guint i = 0; i < campaigns->len; i++)
    gtk_string_list_append (codes, ((const KpServerCampaign *) g_ptr_array_index (campaigns, i))->campaign);
  adw_combo_row_set_model (self->campaign, G_LIST_MODEL (codes));
  gtk_widget_set_visible (GTK_WIDGET (self->campaign), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->campaign));
}

static void
take_campaigns (KpServerDialog *self,
                GPtrArray *campaigns)
{
  const guint remembered = find_remembered (self, campaigns);

  if (campaigns->len == 0)
    {
      kp_complaint_tell (self->refusal,
                         _("This login may work on no campaign there; have the administrator of the server admit it to one."));
      gtk_widget_grab_focus (GTK_WIDGET (self->login));
    }
  else if (campaigns->len == 1 || remembered != GTK_INVALID_LIST_POSITION)
    {
      const guint i = campaigns->len == 1 ? 0 : remembered;

      choose (self, ((const KpServerCampaign *) g_ptr_array_index (campaigns, i))->campaign);
    }
  else
    offer (self, campaigns);
}

static void
on_listed (GObject *source,
           GAsyncResult *result,
           gpointer data G_GNUC_UNUSED)
{
  KpServerDialog *self = KP_SERVER_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns = g_task_propagate_pointer (G_TASK (result), &error);

  /* Its window was closed meanwhile. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  set_busy (self, FALSE);
  if (campaigns != NULL)
    {
      take_campaigns (self, campaigns);
      return;
    }
  g_clear_pointer (&self->location, kp_secret_free);
  kp_complaint_tell (self->refusal, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
list_campaigns (GTask *task,
                gpointer source G_GNUC_UNUSED,
                gpointer location,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  GError *error = NULL;
  KpDatabase *db = kp_database_open (location, KP_OPEN_READ_ONLY, &error);
  GPtrArray *campaigns = db != NULL ? kp_server_list_campaigns (db, &error) : NULL;

  g_clear_pointer (&db, kp_database_close);
  if (campaigns != NULL)
    g_task_return_pointer (task, campaigns, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
ask_server (KpServerDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_listed, NULL);

  set_busy (self, TRUE);
  g_task_set_task_data (task, g_strdup (self->location), (GDestroyNotify) kp_secret_free);
  g_task_run_in_thread (task, list_campaigns);
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpServerDialog *self = KP_SERVER_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpServerAddress) address = NULL;
  GtkStringObject *code = adw_combo_row_get_selected_item (self->campaign);

  kp_complaint_tell (self->refusal, NULL);
  if (self->location != NULL && code != NULL)
    {
      g_autofree char *owned = g_strdup (gtk_string_object_get_string (code));

      choose (self, owned);
      return;
    }
  address = read_address (self, &error);
  if (address == NULL)
    {
      kp_complaint_tell (self->refusal, error->message);
      return;
    }
  self->location = kp_server_address_dup_location (address, get_text (self->password));
  ask_server (self);
}

/* The server is waited for: it answers, or is given up after ten seconds. */
static gboolean
on_close_request (KpServerDialog *self)
{
  return self->is_busy;
}

static void
kp_server_dialog_finalize (GObject *object)
{
  KpServerDialog *self = KP_SERVER_DIALOG (object);

  g_free (self->remembered);
  g_clear_pointer (&self->location, kp_secret_free);
  G_OBJECT_CLASS (kp_server_dialog_parent_class)->finalize (object);
}

static void
kp_server_dialog_class_init (KpServerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kp_server_dialog_finalize;

  /**
   * KpServerDialog::chosen:
   * @location: what kp_window_open() takes; it may hold a password
   * @campaign: the code of the campaign there
   *
   * The server answered, and the login may work on that campaign.
   */
  signals[CHOSEN] = g_signal_new ("chosen", KP_TYPE_SERVER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-server-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, server);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, database);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, login);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, password);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, campaign);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, run);
  gtk_widget_class_bind_template_child (widget_class, KpServerDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "server.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kp_server_dialog_init (KpServerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kp_server_dialog_new:
 * @parent: the window beside which it is asked
 * @uri: (nullable): of kp_server_address_dup_uri(): the server that was used last
 *
 * Returns: a dialog that isn't shown yet; owned by GTK like every window
 */
KpServerDialog *
kp_server_dialog_new (GtkWindow *parent,
                      const char *uri)
{
  KpServerDialog *self = g_object_new (KP_TYPE_SERVER_DIALOG, "transient-for", parent, NULL);
  g_autoptr (KpServerAddress) address = uri != NULL ? kp_server_address_parse (uri) : NULL;

  if (address != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->server), address->server);
      gtk_editable_set_text (GTK_EDITABLE (self->database), address->database);
      gtk_editable_set_text (GTK_EDITABLE (self->login), address->login);
      self->remembered = g_strdup (address->campaign);
    }
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->run));
  gtk_widget_grab_focus (address != NULL ? GTK_WIDGET (self->password) : GTK_WIDGET (self->server));
  return self;
}
