/* test-locked.c – a record that is locked: its passphrase is asked for before anything is shown, and only once.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-passphrase-dialog.h"
#include "kp-step-lock.h"
#include "kp-test-window.h"

#define PASSPHRASE "七月流火，九月授衣"

/* The one that asks; NULL = none does. */
static KpPassphraseDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KP_IS_PASSPHRASE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return KP_PASSPHRASE_DIALOG (window);
    }
  return NULL;
}

static gboolean
is_asked (gpointer data G_GNUC_UNUSED)
{
  return find_dialog () != NULL;
}

static gboolean
is_asked_again (gpointer data G_GNUC_UNUSED)
{
  KpPassphraseDialog *dialog = find_dialog ();

  return dialog != NULL && gtk_widget_get_visible (kp_test_widget_get (dialog, "refusal"));
}

static gboolean
is_shown (gpointer window)
{
  return kp_window_get_campaign (window) != NULL && kp_campaign_is_whole (kp_window_get_campaign (window))
         && !kp_window_is_working (window);
}

static gboolean
is_empty (gpointer window)
{
  return !kp_window_is_working (window);
}

static KpTestWindow *
open_locked (void)
{
  KpTestWindow *t = kp_test_window_new ();
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (t->campaign, "A01", 3);
  kp_step_lock (t->campaign->session, PASSPHRASE, &kp_sealed_cost_least, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (t->window));
  kp_window_open (t->window, t->campaign->database->location, NULL, "tester");
  kp_test_wait (is_asked, NULL);
  kp_test_settle ();
  return t;
}

static void
type (const char *passphrase)
{
  KpPassphraseDialog *dialog = find_dialog ();

  gtk_editable_set_text (kp_test_widget_get (dialog, "passphrase"), passphrase);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "passphrase.run", NULL);
}

/* Nothing before the right one, all of it after; and reading again asks for nothing. */
static void
test_opened (void)
{
  g_autoptr (KpTestWindow) t = open_locked ();

  g_assert_null (kp_window_get_campaign (t->window));
  g_assert_false (gtk_widget_get_sensitive (kp_test_widget_get (find_dialog (), "run")));
  type ("七月流水，九月授衣");
  kp_test_wait (is_asked_again, NULL);
  g_assert_null (kp_window_get_campaign (t->window));
  type (PASSPHRASE);
  kp_test_wait (is_shown, t->window);
  g_assert_cmpuint (kp_application_index_get_n_lines (kp_campaign_get_index (kp_window_get_campaign (t->window))), ==, 3);
  g_assert_nonnull (kp_campaign_get_seal (kp_window_get_campaign (t->window)));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.reload", NULL);
  kp_test_wait (is_shown, t->window);
  g_assert_false (is_asked (NULL));
}

static void
test_closed (void)
{
  g_autoptr (KpTestWindow) t = open_locked ();

  gtk_window_close (GTK_WINDOW (find_dialog ()));
  kp_test_wait (is_empty, t->window);
  g_assert_null (kp_window_get_campaign (t->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_window_get (t, "states")), ==, "empty");
}

int
main (int argc, char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/locked/opened", test_opened);
  g_test_add_func ("/ui/locked/closed-without", test_closed);
  return g_test_run ();
}
