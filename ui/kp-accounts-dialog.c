/* kp-accounts-dialog.c – who may work on the record: the accounts, and what can be done with each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-accounts-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-account-dialog.h"
#include "kp-complaint.h"
#include "kp-step-account.h"

struct _KpAccountsDialog
{
  AdwWindow parent_instance;

  GtkStack *states;
  GtkButton *add;
  AdwPreferencesGroup *in_use;
  AdwPreferencesGroup *retired;

  KpCampaign *campaign;
  char *actor;
  GPtrArray *accounts; /* (nullable) (element-type KpAccountRecord) */
  GPtrArray *rows;     /* borrowed from the groups */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (KpAccountsDialog, kp_accounts_dialog, ADW_TYPE_WINDOW)

static void reload (KpAccountsDialog *self);

/* ---- showing ---- */

static gboolean
is_own (KpAccountsDialog *self,
        const KpAccountRecord *account)
{
  KpIdentity *identity = kp_campaign_get_identity (self->campaign);

  return identity != NULL && g_str_equal (kp_identity_get_login (identity), account->login);
}

/* Where nobody signs in yet, whoever has the record looks after the accounts. */
static gboolean
looks_after (KpAccountsDialog *self)
{
  KpIdentity *identity = kp_campaign_get_identity (self->campaign);

  return identity == NULL || (kp_identity_get_roles (identity) & KP_ROLE_BIT (KP_ROLE_ADMINISTRATOR)) != 0;
}

static char *
dup_subtitle (const KpAccountRecord *account)
{
  KpRoles roles = 0;
  g_autofree char *labels = NULL;
  const char *how = account->password != NULL && account->pin != NULL ? _("password and PIN")
                    : account->password != NULL                       ? _("password, no PIN")
                    : account->pin != NULL                            ? _("PIN, doesn't sign in")
                                                                      : _("neither password nor PIN");

  kp_roles_parse (account->roles, &roles, NULL);
  labels = kp_roles_dup_labels (roles);
  return g_strdup_printf ("%s · %s · %s", account->login, labels, how);
}

static void
append (GMenu *menu,
        const char *label,
        const char *action,
        const KpAccountRecord *account)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", account->login);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (KpAccountsDialog *self,
           const KpAccountRecord *account)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *label = g_strdup_printf (_("What to do with the account %s"), account->login);

  if (looks_after (self))
    append (menu, _("_Roles…"), "accounts.roles", account);
  append (menu, _("New _Password…"), "accounts.password", account);
  append (menu, _("New P_IN…"), "accounts.pin", account);
  if (looks_after (self))
    append (menu, _("R_etire…"), "accounts.retire", account);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_unlock (const KpAccountRecord *account)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Unlock"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "accounts.unlock");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", account->login);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
add_row (KpAccountsDialog *self,
         const KpAccountRecord *account)
{
  const gboolean is_in_use = kp_account_is_in_use (account);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (account);
  g_autofree char *title = NULL;

  if (account->locked_at != NULL && is_in_use)
    title = g_strdup_printf (_("%s (locked)"), account->name);
  else if (is_own (self, account))
    title = g_strdup_printf (_("%s (you)"), account->name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : account->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (account->locked_at != NULL && is_in_use && looks_after (self))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_unlock (account));
  if (is_in_use)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu (self, account));
  else
    gtk_widget_add_css_class (row, "dim-label");
  adw_preferences_group_add (is_in_use ? self->in_use : self->retired, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (KpAccountsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_accounts (KpAccountsDialog *self)
{
  gboolean has_retired = FALSE;

  clear_rows (self);
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const KpAccountRecord *account = g_ptr_array_index (self->accounts, i);

      if (!looks_after (self) && !is_own (self, account))
        continue;
      has_retired = has_retired || !kp_account_is_in_use (account);
      add_row (self, account);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->retired), has_retired);
  gtk_widget_set_visible (GTK_WIDGET (self->add), looks_after (self) && self->accounts->len > 0);
  gtk_stack_set_visible_child_name (self->states, self->accounts->len > 0 ? "accounts" : "none");
}

/* Nobody goes on unproven: after the first password, and after the own one is another or the own account is retired. */
static gboolean
has_to_sign_in (KpAccountsDialog *self,
                GPtrArray *before)
{
  KpIdentity *identity = kp_campaign_get_identity (self->campaign);

  for (guint i = 0; i < self->accounts->len; i++)
    {
      const KpAccountRecord *account = g_ptr_array_index (self->accounts, i);
      const KpAccountRecord *old = before != NULL ? kp_account_list_find_login (before, account->login) : NULL;

      if (identity == NULL && account->password != NULL && kp_account_is_in_use (account))
        return TRUE;
      if (is_own (self, account)
          && (!kp_account_is_in_use (account) || (old != NULL && g_strcmp0 (old->password, account->password) != 0)))
        return TRUE;
    }
  return FALSE;
}

static gpointer
load (KpSession *session,
      gpointer data G_GNUC_UNUSED,
      GError **error)
{
  return kp_account_list_load (session, error);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (KpAccountsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  g_autoptr (GPtrArray) before = NULL;
  GtkWindow *parent;

  if (self->campaign == NULL)
    return;
  self->is_busy = FALSE;
  if (accounts == NULL)
    {
      kp_complaint_show (GTK_WINDOW (self), error->message);
      return;
    }
  before = g_steal_pointer (&self->accounts);
  self->accounts = g_steal_pointer (&accounts);
  show_accounts (self);
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent == NULL || !has_to_sign_in (self, before))
    return;
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.sign-out", NULL);
}

static void
reload (KpAccountsDialog *self)
{
  self->is_busy = TRUE;
  kp_campaign_work_async (self->campaign, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, on_loaded,
                          g_object_ref (self));
}

/* ---- changing ---- */

static void
ask (KpAccountsDialog *self,
     KpAccountTask task,
     GVariant *login)
{
  const KpAccountRecord *account
      = login != NULL ? kp_account_list_find_login (self->accounts, g_variant_get_string (login, NULL)) : NULL;
  KpAccountDialog *dialog;

  if (login != NULL && account == NULL)
    return;
  dialog = kp_account_dialog_new (GTK_WINDOW (self), self->campaign, self->actor, task, account);
  g_signal_connect_object (dialog, "done", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask_action (GtkWidget *widget,
            const char *name,
            GVariant *login)
{
  static const struct
  {
    const char *action;
    KpAccountTask task;
  } tasks[] = {
    { "accounts.begin", KP_ACCOUNT_FIRST },           { "accounts.add", KP_ACCOUNT_NEW },    { "accounts.roles", KP_ACCOUNT_ROLES },
    { "accounts.password", KP_ACCOUNT_NEW_PASSWORD }, { "accounts.pin", KP_ACCOUNT_NEW_PIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (g_str_equal (tasks[i].action, name))
      ask (KP_ACCOUNTS_DIALOG (widget), tasks[i].task, login);
}

static void
on_changed (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpAccountsDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_done = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error) != NULL;

  if (self->campaign == NULL)
    return;
  self->is_busy = FALSE;
  if (is_done)
    reload (self);
  else
    kp_complaint_show (GTK_WINDOW (self), error->message);
}

static gpointer
unlock (KpSession *session,
        gpointer login,
        GError **error)
{
  return kp_step_unlock_account (session, login, error) ? login : NULL;
}

static gpointer
retire (KpSession *session,
        gpointer login,
        GError **error)
{
  return kp_step_retire_account (session, login, error) ? login : NULL;
}

static void
change (KpAccountsDialog *self,
        KpCampaignFunc func,
        const char *login)
{
  self->is_busy = TRUE;
  kp_campaign_change_async (self->campaign, self->actor, func, g_strdup (login), g_free, NULL, on_changed, g_object_ref (self));
}

static void
unlock_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *login)
{
  change (KP_ACCOUNTS_DIALOG (widget), unlock, g_variant_get_string (login, NULL));
}

static void
on_retire_answer (KpAccountsDialog *self,
                  const char *answer,
                  GtkWindow *question)
{
  if (g_str_equal (answer, "retire"))
    change (self, retire, g_object_get_data (G_OBJECT (question), "login"));
}

static void
retire_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *login)
{
  KpAccountsDialog *self = KP_ACCOUNTS_DIALOG (widget);
  const KpAccountRecord *account = kp_account_list_find_login (self->accounts, g_variant_get_string (login, NULL));
  GtkWidget *question;
  g_autofree char *heading = NULL;

  if (account == NULL)
    return;
  heading = g_strdup_printf (_("Retire the Account of %s?"), account->name);
  question = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                     _("Nobody signs in or confirms with it any more, and its login is never given to anybody else. "
                                       "What the journal says of it stays. It can't be taken back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), "retire", _("_Retire"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "retire", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "login", g_strdup (account->login), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (on_retire_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* ---- the widget ---- */

static void
kp_accounts_dialog_dispose (GObject *object)
{
  KpAccountsDialog *self = KP_ACCOUNTS_DIALOG (object);

  g_clear_object (&self->campaign);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kp_accounts_dialog_parent_class)->dispose (object);
}

static void
kp_accounts_dialog_class_init (KpAccountsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_accounts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-accounts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpAccountsDialog, states);
  gtk_widget_class_bind_template_child (widget_class, KpAccountsDialog, add);
  gtk_widget_class_bind_template_child (widget_class, KpAccountsDialog, in_use);
  gtk_widget_class_bind_template_child (widget_class, KpAccountsDialog, retired);
  gtk_widget_class_install_action (widget_class, "accounts.begin", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "accounts.add", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "accounts.roles", "s", ask_action);
  gtk_widget_class_install_action (widget_class, "accounts.password", "s", ask_action);
  gtk_widget_class_install_action (widget_class, "accounts.pin", "s", ask_action);
  gtk_widget_class_install_action (widget_class, "accounts.unlock", "s", unlock_action);
  gtk_widget_class_install_action (widget_class, "accounts.retire", "s", retire_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kp_accounts_dialog_init (KpAccountsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kp_accounts_dialog_new:
 * @parent: the window that shows @campaign
 * @campaign: whose accounts
 * @actor: who changes them, where nobody signed in
 *
 * An administrator sees all accounts and changes them, anybody else who signed in their own password and PIN. Where there are
 * none, it says so and offers to begin with them.
 *
 * Returns: a window that isn't shown yet; owned by GTK like every window
 */
KpAccountsDialog *
kp_accounts_dialog_new (GtkWindow *parent,
                        KpCampaign *campaign,
                        const char *actor)
{
  KpAccountsDialog *self = g_object_new (KP_TYPE_ACCOUNTS_DIALOG, "transient-for", parent, NULL);

  self->campaign = g_object_ref (campaign);
  self->actor = g_strdup (actor);
  reload (self);
  return self;
}

/** kp_accounts_dialog_is_busy: whether the accounts are being read or changed. */
gboolean
kp_accounts_dialog_is_busy (KpAccountsDialog *dialog)
{
  return dialog->is_busy;
}
