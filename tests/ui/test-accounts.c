/* test-accounts.c – signing in before anything is shown, locking, and the second person's PIN.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-account-dialog.h"
#include "kp-accounts-dialog.h"
#include "kp-idle-lock.h"
#include "kp-sign-in-dialog.h"
#include "kp-test-account.h"
#include "kp-test-window.h"
#include "kp-work-dialog.h"

static gboolean
is_dialog (gpointer window)
{
  return KP_IS_SIGN_IN_DIALOG (window) && gtk_widget_get_visible (window);
}

/* The one that asks; NULL = none does. */
static KpSignInDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (is_dialog (window))
        return KP_SIGN_IN_DIALOG (window);
    }
  return NULL;
}

static gboolean
is_asked (gpointer data G_GNUC_UNUSED)
{
  return find_dialog () != NULL;
}

static gboolean
is_not_asked (gpointer data)
{
  return !is_asked (data);
}

static gboolean
is_refused (gpointer dialog)
{
  return gtk_widget_get_visible (kp_test_widget_get (dialog, "refusal"));
}

static gboolean
is_shown (gpointer window)
{
  return kp_window_get_campaign (window) != NULL && !kp_window_is_working (window);
}

static KpTestWindow *
new_office (void)
{
  KpTestWindow *t = kp_test_window_new ();

  kp_test_account_staff (t->campaign);
  gtk_window_present (GTK_WINDOW (t->window));
  kp_window_open (t->window, t->campaign->database->location, NULL, "tester");
  kp_test_wait (is_asked, NULL);
  kp_test_settle ();
  return t;
}

static void
type (KpSignInDialog *dialog,
      const char *login,
      const char *password)
{
  gtk_editable_set_text (kp_test_widget_get (dialog, "login"), login);
  gtk_editable_set_text (kp_test_widget_get (dialog, "password"), password);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "sign-in.run", NULL);
}

static void
sign_in (KpTestWindow *t,
         const char *login)
{
  type (find_dialog (), login, KP_TEST_PASSWORD);
  kp_test_wait (is_not_asked, NULL);
  kp_test_wait (is_shown, t->window);
  kp_test_settle ();
}

static const char *
get_state (KpTestWindow *t)
{
  return gtk_stack_get_visible_child_name (kp_test_window_get (t, "states"));
}

/* ---- signing in ---- */

static void
test_sign_in (void)
{
  g_autoptr (KpTestWindow) t = new_office ();
  KpSignInDialog *dialog = find_dialog ();

  g_assert_null (kp_window_get_campaign (t->window));
  g_assert_cmpstr (get_state (t), !=, "campaign");
  g_assert_false (gtk_widget_get_sensitive (kp_test_widget_get (dialog, "run")));
  type (dialog, "first", "wrong password");
  kp_test_wait (is_refused, dialog);
  g_assert_null (kp_window_get_campaign (t->window));
  g_assert_cmpstr (gtk_editable_get_text (kp_test_widget_get (dialog, "password")), ==, "");
  sign_in (t, "first");
  g_assert_cmpstr (get_state (t), ==, "campaign");
  g_assert_true (kp_identity_is_called (kp_campaign_get_identity (kp_window_get_campaign (t->window)), "王五"));
}

static void
test_closed (void)
{
  g_autoptr (KpTestWindow) t = new_office ();

  gtk_window_close (GTK_WINDOW (find_dialog ()));
  kp_test_wait (is_not_asked, NULL);
  g_assert_null (kp_window_get_campaign (t->window));
  g_assert_cmpstr (get_state (t), ==, "empty");
}

/* The fifth wrong one locks the account, and says so. */
static void
test_account_lock (void)
{
  g_autoptr (KpTestWindow) t = new_office ();
  KpSignInDialog *dialog = find_dialog ();

  for (guint i = 0; i < 6; i++)
    {
      type (dialog, "first", i < 5 ? "wrong password" : KP_TEST_PASSWORD);
      kp_test_wait (is_refused, dialog);
    }
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "账号“first”连续输错次数过多，已经锁定。请管理员解锁。"));
  g_assert_null (kp_window_get_campaign (t->window));
  gtk_window_close (GTK_WINDOW (dialog));
  kp_test_settle ();
}

/* ---- locking ---- */

static void
test_lock (void)
{
  g_autoptr (KpTestWindow) t = new_office ();
  KpSignInDialog *dialog;
  GtkWidget *other;

  sign_in (t, "head");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.room", NULL);
  kp_test_settle ();
  other = g_list_model_get_item (gtk_window_get_toplevels (), 0);
  if (other == GTK_WIDGET (t->window))
    {
      g_object_unref (other);
      other = g_list_model_get_item (gtk_window_get_toplevels (), 1);
    }
  g_assert_true (gtk_widget_get_visible (other));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.lock", NULL);
  kp_test_settle ();
  g_assert_cmpstr (get_state (t), ==, "locked");
  g_assert_false (gtk_widget_get_visible (other));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.reload", NULL);
  kp_test_settle ();
  g_assert_cmpstr (get_state (t), ==, "locked");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.sign-in", NULL);
  kp_test_wait (is_asked, NULL);
  dialog = find_dialog ();
  g_assert_cmpstr (gtk_editable_get_text (kp_test_widget_get (dialog, "login")), ==, "head");
  type (dialog, "head", "wrong password");
  kp_test_wait (is_refused, dialog);
  g_assert_cmpstr (get_state (t), ==, "locked");
  sign_in (t, "head");
  g_assert_cmpstr (get_state (t), ==, "campaign");
  g_assert_true (gtk_widget_get_visible (other));
  gtk_window_destroy (GTK_WINDOW (other));
  g_object_unref (other);
  kp_test_settle ();
}

static void
on_idle (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), "was-idle", window);
}

static gboolean
was_idle (gpointer window)
{
  return g_object_get_data (window, "was-idle") != NULL;
}

static void
test_idle (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWindow *awake = GTK_WINDOW (gtk_window_new ());

  kp_idle_lock_watch (awake, 0, on_idle);
  kp_idle_lock_watch (window, 1, on_idle);
  g_assert_false (was_idle (window));
  kp_test_wait (was_idle, window);
  g_assert_false (was_idle (awake));
  gtk_window_destroy (window);
  gtk_window_destroy (awake);
}

/* ---- looking after the accounts ---- */

/* A window of that type that is shown; NULL = there is none. */
static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
is_listed (gpointer dialog)
{
  return !kp_accounts_dialog_is_busy (dialog);
}

static KpAccountsDialog *
open_accounts (KpTestWindow *t)
{
  KpAccountsDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.accounts", NULL);
  dialog = find_window (KP_TYPE_ACCOUNTS_DIALOG);
  g_assert_nonnull (dialog);
  kp_test_wait (is_listed, dialog);
  kp_test_settle ();
  return dialog;
}

static void
fill (KpAccountDialog *form,
      const char *id,
      const char *text)
{
  g_autofree char *again = g_strconcat (id, "_again", NULL);

  gtk_editable_set_text (kp_test_widget_get (form, id), text);
  if (g_str_equal (id, "password") || g_str_equal (id, "pin"))
    gtk_editable_set_text (kp_test_widget_get (form, again), text);
}

static gboolean
is_gone (gpointer data)
{
  return find_window (*(GType *) data) == NULL;
}

static void
save (void)
{
  GType type = KP_TYPE_ACCOUNT_DIALOG;
  KpAccountsDialog *accounts = find_window (KP_TYPE_ACCOUNTS_DIALOG);

  gtk_widget_activate_action (find_window (type), "account.run", NULL);
  kp_test_wait (is_gone, &type);
  if (find_window (KP_TYPE_ACCOUNTS_DIALOG) != NULL)
    kp_test_wait (is_listed, accounts);
  kp_test_settle ();
}

static gboolean
is_told (gpointer form)
{
  return !kp_account_dialog_is_busy (form) && gtk_widget_get_visible (kp_test_widget_get (form, "refusal"));
}

/* A record without accounts says so; after the first one nobody sees it without signing in. */
static void
test_begin (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpAccountsDialog *accounts;
  KpAccountDialog *form;

  kp_test_window_open (t);
  accounts = open_accounts (t);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_widget_get (accounts, "states")), ==, "none");
  gtk_widget_activate_action (GTK_WIDGET (accounts), "accounts.begin", NULL);
  form = find_window (KP_TYPE_ACCOUNT_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (kp_test_widget_get (form, "run")));
  fill (form, "login", "zhang");
  fill (form, "name", "张三");
  fill (form, "password", "short");
  g_assert_true (gtk_widget_get_sensitive (kp_test_widget_get (form, "run")));
  gtk_widget_activate_action (GTK_WIDGET (form), "account.run", NULL);
  kp_test_wait (is_told, form);
  fill (form, "password", KP_TEST_PASSWORD);
  gtk_editable_set_text (kp_test_widget_get (form, "password_again"), "another one");
  gtk_widget_activate_action (GTK_WIDGET (form), "account.run", NULL);
  g_assert_true (is_told (form));
  fill (form, "password", KP_TEST_PASSWORD);
  save ();
  kp_test_wait (is_asked, NULL);
  g_assert_null (kp_window_get_campaign (t->window));
  g_assert_cmpstr (get_state (t), ==, "asking");
  g_assert_false (kp_window_is_working (t->window));
  sign_in (t, "zhang");
  g_assert_cmpstr (get_state (t), ==, "campaign");
}

static void
test_administrator (void)
{
  g_autoptr (KpTestWindow) t = new_office ();
  KpAccountsDialog *accounts;
  KpAccountDialog *form;

  sign_in (t, "head");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (t->window), "张三"));
  accounts = open_accounts (t);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (accounts), "王五"));
  gtk_widget_activate_action (GTK_WIDGET (accounts), "accounts.add", NULL);
  form = find_window (KP_TYPE_ACCOUNT_DIALOG);
  fill (form, "login", "new");
  fill (form, "name", "郑十");
  fill (form, "pin", "481516");
  g_assert_false (gtk_widget_get_sensitive (kp_test_widget_get (form, "run")));
  kp_account_dialog_set_role (form, KP_ROLE_EXAMS, TRUE);
  save ();
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (accounts), "郑十"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (accounts), "new · 考务 · 只有 PIN，不登录"));
  gtk_widget_activate_action (GTK_WIDGET (accounts), "accounts.roles", "s", "new");
  form = find_window (KP_TYPE_ACCOUNT_DIALOG);
  kp_account_dialog_set_role (form, KP_ROLE_MARK_CHECKER, TRUE);
  save ();
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (accounts), "new · 考务、核分 · 只有 PIN，不登录"));
  gtk_widget_activate_action (GTK_WIDGET (accounts), "accounts.retire", "s", "new");
  adw_message_dialog_response (find_window (ADW_TYPE_MESSAGE_DIALOG), "retire");
  kp_test_wait (is_listed, accounts);
  kp_test_settle ();
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (accounts, "retired")));
  kp_test_campaign_assert_sound (t->campaign);
  gtk_window_destroy (GTK_WINDOW (accounts));
}

/* Whoever was locked out by wrong tries is let in again by the button beside the name. */
static void
test_unlock (void)
{
  g_autoptr (KpTestWindow) t = new_office ();
  KpAccountsDialog *accounts;
  GtkWidget *label;

  for (guint i = 0; i < 5; i++)
    {
      type (find_dialog (), "first", "wrong password");
      kp_test_wait (is_refused, find_dialog ());
    }
  sign_in (t, "head");
  accounts = open_accounts (t);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (accounts), "王五（已锁定）"));
  label = kp_test_find_text (GTK_WIDGET (accounts), "解锁(U)");
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON)));
  kp_test_wait_until_gone (accounts, "王五（已锁定）");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (accounts), "王五"));
  gtk_window_destroy (GTK_WINDOW (accounts));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.sign-out", NULL);
  kp_test_wait (is_asked, NULL);
  sign_in (t, "first");
  g_assert_cmpstr (get_state (t), ==, "campaign");
  kp_test_campaign_assert_sound (t->campaign);
}

/* Who looks after nothing sees the own account alone, and signs in anew with a new password. */
static void
test_own (void)
{
  g_autoptr (KpTestWindow) t = new_office ();
  KpAccountsDialog *accounts;

  sign_in (t, "first");
  accounts = open_accounts (t);
  g_assert_null (kp_test_find_text (GTK_WIDGET (accounts), "赵六"));
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (accounts, "add")));
  gtk_widget_activate_action (GTK_WIDGET (accounts), "accounts.password", "s", "first");
  fill (find_window (KP_TYPE_ACCOUNT_DIALOG), "password", "another long sentence");
  save ();
  kp_test_wait (is_asked, NULL);
  g_assert_cmpstr (get_state (t), ==, "locked");
  type (find_dialog (), "first", KP_TEST_PASSWORD);
  kp_test_wait (is_refused, find_dialog ());
  type (find_dialog (), "first", "another long sentence");
  kp_test_wait (is_not_asked, NULL);
  kp_test_settle ();
  g_assert_cmpstr (get_state (t), ==, "campaign");
}

/* The next one signs in with nothing of the one before on the screen. */
static void
test_sign_out (void)
{
  g_autoptr (KpTestWindow) t = new_office ();

  sign_in (t, "head");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.sign-out", NULL);
  kp_test_wait (is_asked, NULL);
  g_assert_cmpstr (get_state (t), ==, "locked");
  g_assert_cmpstr (gtk_editable_get_text (kp_test_widget_get (find_dialog (), "login")), ==, "");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  kp_test_wait (is_not_asked, NULL);
  g_assert_cmpstr (get_state (t), ==, "locked");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.sign-in", NULL);
  kp_test_wait (is_asked, NULL);
  sign_in (t, "second");
  g_assert_cmpstr (get_state (t), ==, "campaign");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (t->window), "赵六"));
}

/* ---- two people ---- */

static const KpWork two = { "cap", KP_STAGE_PLAN, "核定", "两人负责。", "登记", FALSE, { "cap" },
                            { { KP_WORK_TEXT, "--by", "负责人", NULL, NULL, FALSE }, { KP_WORK_TEXT, "--with", "第二人", NULL, NULL, FALSE } } };
static const KpWork one = { "see", KP_STAGE_PLAN, "查看", "一人。", "登记", FALSE, { "see" },
                            { { KP_WORK_TEXT, "--reason", "原因", NULL, NULL, FALSE } } };

typedef struct
{
  char *login;
  char *pin;
  char *first;
} Given;

static gboolean
run (const KpWorkOrder *order,
     KpWorkReport *report,
     gpointer data,
     GError **error G_GNUC_UNUSED)
{
  Given *given = data;

  given->login = g_strdup (order->identity != NULL ? kp_identity_get_login (order->identity) : NULL);
  given->pin = g_strdup (order->pin);
  given->first = g_strdup (order->values[0]);
  kp_work_report_say (report, "好。");
  return TRUE;
}

static gboolean
is_over (gpointer dialog)
{
  return g_str_equal (kp_work_dialog_get_state (dialog), "done");
}

/* Who signed in is the first of the two; the second one's PIN goes with the work. */
static void
test_work (void)
{
  g_autoptr (KpTestWindow) t = new_office ();
  Given given = { NULL, NULL, NULL };
  const KpWorkSource source = { &two, 1, run, &given, NULL, NULL };
  KpWorkDialog *dialog;

  sign_in (t, "head");
  dialog = kp_work_dialog_new (GTK_WINDOW (t->window), &source, &two, kp_window_get_campaign (t->window), "tester");
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "pin")));
  g_assert_false (gtk_widget_get_sensitive (kp_test_widget_get (dialog, "actor")));
  kp_work_dialog_set_value (dialog, 1, "李四");
  gtk_editable_set_text (kp_test_widget_get (dialog, "pin"), KP_TEST_PIN);
  kp_work_dialog_run (dialog);
  kp_test_wait (is_over, dialog);
  g_assert_cmpstr (given.login, ==, "head");
  g_assert_cmpstr (given.pin, ==, KP_TEST_PIN);
  g_assert_cmpstr (given.first, ==, "张三");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = kp_work_dialog_new (GTK_WINDOW (t->window), &source, &one, kp_window_get_campaign (t->window), "tester");
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (dialog, "pin")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  kp_test_settle ();
  g_free (given.login);
  g_free (given.pin);
  g_free (given.first);
}

/* Without accounts nothing is asked for, and nothing can be locked. */
static void
test_easy (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  const KpWorkSource source = { &two, 1, run, NULL, NULL, NULL };
  KpWorkDialog *dialog;

  kp_test_window_open (t);
  g_assert_null (find_dialog ());
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.lock", NULL);
  g_assert_cmpstr (get_state (t), ==, "campaign");
  dialog = kp_work_dialog_new (GTK_WINDOW (t->window), &source, &two, kp_window_get_campaign (t->window), "tester");
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (dialog, "pin")));
  g_assert_true (gtk_widget_get_sensitive (kp_test_widget_get (dialog, "actor")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* ---- a change in a worker ---- */

static gpointer
act (KpSession *session,
     gpointer data,
     GError **error)
{
  return kp_test_account_act (session, "张三", "李四", error) ? data : NULL;
}

typedef struct
{
  gboolean is_done;
  GError *error;
} Outcome;

static void
on_acted (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Outcome *outcome = data;

  kp_campaign_work_finish (KP_CAMPAIGN (source), result, &outcome->error);
  outcome->is_done = TRUE;
}

static gboolean
is_acted (gpointer data)
{
  return ((Outcome *) data)->is_done;
}

/* A PIN is good for one change: the next one asks for it again. */
static void
test_change (void)
{
  static const char *const pins[] = { "111999", NULL, KP_TEST_PIN };
  g_autoptr (KpTestWindow) t = new_office ();
  KpCampaign *campaign;

  sign_in (t, "head");
  campaign = kp_window_get_campaign (t->window);
  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    {
      Outcome outcome = { FALSE, NULL };

      if (pins[i] != NULL)
        kp_campaign_set_pins (campaign, pins[i], NULL);
      kp_campaign_change_async (campaign, "tester", act, t, NULL, NULL, on_acted, &outcome);
      kp_test_wait (is_acted, &outcome);
      g_assert_cmpint (outcome.error == NULL, ==, i == 2);
      g_assert_cmpint (kp_test_account_count_acts (t->campaign), ==, i == 2 ? 1 : 0);
      g_clear_error (&outcome.error);
    }
}

int
main (int argc, char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/accounts/nothing-is-shown-before", test_sign_in);
  g_test_add_func ("/ui/accounts/closed-without", test_closed);
  g_test_add_func ("/ui/accounts/wrong-ones-lock", test_account_lock);
  g_test_add_func ("/ui/accounts/locked-hides-all", test_lock);
  g_test_add_func ("/ui/accounts/idle", test_idle);
  g_test_add_func ("/ui/accounts/begins", test_begin);
  g_test_add_func ("/ui/accounts/administrator", test_administrator);
  g_test_add_func ("/ui/accounts/unlocks", test_unlock);
  g_test_add_func ("/ui/accounts/own", test_own);
  g_test_add_func ("/ui/accounts/sign-out", test_sign_out);
  g_test_add_func ("/ui/accounts/work-of-two", test_work);
  g_test_add_func ("/ui/accounts/without-accounts-nothing", test_easy);
  g_test_add_func ("/ui/accounts/pin-is-good-once", test_change);
  return g_test_run ();
}
