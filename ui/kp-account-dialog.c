/* kp-account-dialog.c – asks for a new account, or for what is to change of one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-account-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-complaint.h"
#include "kp-conflict-dialog.h"
#include "kp-secret.h"
#include "kp-step-account.h"

struct _KpAccountDialog
{
  AdwWindow parent_instance;

  GtkButton *run;
  GtkSpinner *spinner;
  GtkWidget *form;
  GtkLabel *about;
  GtkLabel *refusal;
  GtkWidget *person;
  AdwEntryRow *login;
  AdwEntryRow *name;
  AdwPreferencesGroup *roles;
  AdwPreferencesGroup *passwords;
  AdwPasswordEntryRow *password;
  AdwPasswordEntryRow *password_again;
  AdwPreferencesGroup *pins;
  AdwPasswordEntryRow *pin;
  AdwPasswordEntryRow *pin_again;

  GtkCheckButton *checks[KP_N_ROLES]; /* owned by their rows */
  KpCampaign *campaign;
  KpSeen *seen; /* by whom it was opened */
  GError *conflict; /* (nullable): that is asked about */
  char *actor;
  KpAccountTask task;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (KpAccountDialog, kp_account_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the worker needs. */
typedef struct
{
  KpAccountTask task;
  char *login;
  char *name;
  char *roles;
  char *password; /* (nullable) */
  char *pin;      /* (nullable) */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->login);
  g_free (order->name);
  g_free (order->roles);
  kp_secret_free (order->password);
  kp_secret_free (order->pin);
  g_free (order);
}

static gpointer
carry_out (KpSession *session,
           gpointer data,
           GError **error)
{
  const Order *order = data;
  const KpAccountOrder account = { order->login, order->name, order->roles, order->password, order->pin };
  gboolean is_done = FALSE;

  switch (order->task)
    {
    case KP_ACCOUNT_FIRST:
    case KP_ACCOUNT_NEW:
      is_done = kp_step_add_account (session, &account, error);
      break;
    case KP_ACCOUNT_ROLES:
      is_done = kp_step_set_account_roles (session, order->login, order->roles, error);
      break;
    case KP_ACCOUNT_NEW_PASSWORD:
      is_done = kp_step_set_account_secret (session, order->login, KP_ACCOUNT_PASSWORD, order->password, error);
      break;
    case KP_ACCOUNT_NEW_PIN:
      is_done = kp_step_set_account_secret (session, order->login, KP_ACCOUNT_PIN, order->pin, error);
      break;
    default:
      g_assert_not_reached ();
    }
  return is_done ? data : NULL;
}

static gboolean
is_typed (gpointer row)
{
  return !gtk_widget_get_visible (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP))
         || *gtk_editable_get_text (GTK_EDITABLE (row)) != '\0';
}

static KpRoles
get_roles (KpAccountDialog *self)
{
  KpRoles roles = 0;

  for (guint i = 0; i < KP_N_ROLES; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      roles |= KP_ROLE_BIT (i);
  return roles;
}

/* A PIN may be left out of a new account, and with one a password too: who only attests doesn't sign in. */
static void
update_run (KpAccountDialog *self)
{
  const gboolean is_new = self->task == KP_ACCOUNT_NEW;
  const gboolean has_secret = is_new ? *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0'
                                           || *gtk_editable_get_text (GTK_EDITABLE (self->pin)) != '\0'
                                     : is_typed (self->password) && (self->task != KP_ACCOUNT_NEW_PIN || is_typed (self->pin));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.run",
                                 !self->is_busy && is_typed (self->login) && is_typed (self->name) && has_secret
                                     && (!gtk_widget_get_visible (GTK_WIDGET (self->roles)) || get_roles (self) != 0));
}

/* An entry that is made insensitive while it has the focus would go on blinking. */
static void
set_busy (KpAccountDialog *self,
          gboolean is_busy)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->run));
  self->is_busy = is_busy;
  gtk_widget_set_sensitive (self->form, !is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  update_run (self);
}

/* What is filled in goes over what a colleague wrote, or is left; until then it stays. */
static void
on_conflict_chosen (KpConflictChoice choice,
                    const gboolean *takes_mine,
                    gpointer data)
{
  KpAccountDialog *self = data;

  if (self->campaign == NULL || self->conflict == NULL)
    return;
  if (choice == KP_CONFLICT_MINE || choice == KP_CONFLICT_SOME)
    {
      kp_seen_choose (self->seen, kp_conflict_get (self->conflict), takes_mine);
      gtk_widget_activate_action (GTK_WIDGET (self), "account.run", NULL);
    }
  else if (choice == KP_CONFLICT_THEIRS)
    {
      g_signal_emit (self, signals[SIGNAL_DONE], 0);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
ask (KpAccountDialog *self,
     const GError *error)
{
  g_clear_error (&self->conflict);
  self->conflict = g_error_copy (error);
  kp_conflict_dialog_show (GTK_WIDGET (self), kp_conflict_get (error), on_conflict_chosen, g_object_ref (self), g_object_unref);
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpAccountDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_done = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error) != NULL;

  if (self->campaign == NULL)
    return;
  set_busy (self, FALSE);
  if (kp_conflict_get (error) != NULL)
    ask (self, error);
  else if (!is_done)
    kp_complaint_tell (self->refusal, error->message);
  if (!is_done)
    return;
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* NULL for nothing typed. */
static char *
dup_secret (AdwPasswordEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
check_again (KpAccountDialog *self,
             AdwPasswordEntryRow *row,
             AdwPasswordEntryRow *again,
             const char *sentence)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), gtk_editable_get_text (GTK_EDITABLE (again))))
    return TRUE;
  kp_complaint_tell (self->refusal, sentence);
  gtk_editable_set_text (GTK_EDITABLE (again), "");
  gtk_widget_grab_focus (GTK_WIDGET (again));
  return FALSE;
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpAccountDialog *self = KP_ACCOUNT_DIALOG (widget);
  Order *order;

  kp_complaint_tell (self->refusal, NULL);
  if (!check_again (self, self->password, self->password_again, _("The two passwords differ; type the second one again."))
      || !check_again (self, self->pin, self->pin_again, _("The two PINs differ; type the second one again.")))
    return;
  order = g_new0 (Order, 1);
  order->task = self->task;
  order->login = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->login))));
  order->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  order->roles = kp_roles_dup_names (get_roles (self));
  order->password = dup_secret (self->password);
  order->pin = dup_secret (self->pin);
  set_busy (self, TRUE);
  kp_campaign_set_seen (self->campaign, self->seen);
  kp_campaign_change_async (self->campaign, self->actor, carry_out, order, order_free, NULL, on_done, g_object_ref (self));
}

/* What is being written is waited for: it is done in a moment. */
static gboolean
on_close_request (KpAccountDialog *self)
{
  return self->is_busy;
}

static void
kp_account_dialog_dispose (GObject *object)
{
  KpAccountDialog *self = KP_ACCOUNT_DIALOG (object);

  g_clear_object (&self->campaign);
  g_clear_pointer (&self->seen, kp_seen_unref);
  g_clear_error (&self->conflict);
  g_clear_pointer (&self->actor, g_free);
  G_OBJECT_CLASS (kp_account_dialog_parent_class)->dispose (object);
}

static void
kp_account_dialog_class_init (KpAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_account_dialog_dispose;
  /* The change is in the record. */
  signals[SIGNAL_DONE] = g_signal_new ("done", KP_TYPE_ACCOUNT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, run);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, about);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, person);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, login);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, passwords);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, password);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, password_again);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, pins);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, pin);
  gtk_widget_class_bind_template_child (widget_class, KpAccountDialog, pin_again);
  gtk_widget_class_bind_template_callback (widget_class, update_run);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_install_action (widget_class, "account.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kp_account_dialog_init (KpAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < KP_N_ROLES; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kp_role_get_label ((KpRole) i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, kp_role_get_label ((KpRole) i), -1);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (update_run), self);
      adw_preferences_group_add (self->roles, row);
      self->checks[i] = GTK_CHECK_BUTTON (check);
    }
}

static const char *
get_title (KpAccountTask task)
{
  static const char *const titles[] = {
    [KP_ACCOUNT_FIRST] = N_("Begin with Accounts"), [KP_ACCOUNT_NEW] = N_("New Account"),      [KP_ACCOUNT_ROLES] = N_("Roles"),
    [KP_ACCOUNT_NEW_PASSWORD] = N_("New Password"), [KP_ACCOUNT_NEW_PIN] = N_("New PIN"),
  };

  return _(titles[task]);
}

static void
show_task (KpAccountDialog *self,
           const KpAccountRecord *account)
{
  const gboolean is_first = self->task == KP_ACCOUNT_FIRST;
  const gboolean is_new = is_first || self->task == KP_ACCOUNT_NEW;

  gtk_window_set_title (GTK_WINDOW (self), get_title (self->task));
  gtk_widget_set_visible (self->person, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->roles), self->task == KP_ACCOUNT_NEW || self->task == KP_ACCOUNT_ROLES);
  gtk_widget_set_visible (GTK_WIDGET (self->passwords), is_new || self->task == KP_ACCOUNT_NEW_PASSWORD);
  gtk_widget_set_visible (GTK_WIDGET (self->pins), is_new || self->task == KP_ACCOUNT_NEW_PIN);
  if (is_first)
    {
      gtk_label_set_label (self->about, _("The first account looks after the others: its roles, passwords and PINs. From then on "
                                          "nobody sees this record without signing in."));
      gtk_check_button_set_active (self->checks[KP_ROLE_ADMINISTRATOR], TRUE);
    }
  else if (account != NULL)
    {
      g_autofree char *whose = g_strdup_printf ("%s (%s)", account->name, account->login);
      KpRoles roles = 0;

      gtk_label_set_label (self->about, whose);
      gtk_editable_set_text (GTK_EDITABLE (self->login), account->login);
      gtk_editable_set_text (GTK_EDITABLE (self->name), account->name);
      kp_roles_parse (account->roles, &roles, NULL);
      for (guint i = 0; i < KP_N_ROLES; i++)
        gtk_check_button_set_active (self->checks[i], (roles & KP_ROLE_BIT (i)) != 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->about), is_first || account != NULL);
}

/**
 * kp_account_dialog_new:
 * @parent: what it stands above
 * @campaign: whose accounts
 * @actor: who changes them, where nobody signed in
 * @task: what is to be done
 * @account: (nullable): whose account; %NULL for a new one
 *
 * Emits `done` when the record has the change. Wrong input and refusals are told in the dialog, which then stays.
 *
 * Returns: a dialog that isn't shown yet; owned by GTK like every window
 */
KpAccountDialog *
kp_account_dialog_new (GtkWindow *parent,
                       KpCampaign *campaign,
                       const char *actor,
                       KpAccountTask task,
                       const KpAccountRecord *account)
{
  KpAccountDialog *self = g_object_new (KP_TYPE_ACCOUNT_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail ((account == NULL) == (task == KP_ACCOUNT_FIRST || task == KP_ACCOUNT_NEW), self);

  self->campaign = g_object_ref (campaign);
  self->seen = kp_campaign_new_seen (campaign, NULL);
  self->actor = g_strdup (actor);
  self->task = task;
  show_task (self, account);
  update_run (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->run));
  gtk_widget_grab_focus (account == NULL                   ? GTK_WIDGET (self->login)
                         : task == KP_ACCOUNT_NEW_PASSWORD ? GTK_WIDGET (self->password)
                         : task == KP_ACCOUNT_NEW_PIN      ? GTK_WIDGET (self->pin)
                                                           : GTK_WIDGET (self->checks[0]));
  return self;
}

/** kp_account_dialog_set_role: ticks or clears one role. */
void
kp_account_dialog_set_role (KpAccountDialog *dialog,
                            KpRole role,
                            gboolean has_role)
{
  gtk_check_button_set_active (dialog->checks[role], has_role);
}

/** kp_account_dialog_is_busy: whether a change is being written. */
gboolean
kp_account_dialog_is_busy (KpAccountDialog *dialog)
{
  return dialog->is_busy;
}
