/* test-application.c – the program with a window: actions, keys, records, and real paper in a real window.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "kp-application.h"
#include "kp-print-page.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-work-page.h"

typedef void (*Check) (KpApplication *application, KpTestCampaign *campaign);

typedef struct
{
  KpApplication *application;
  KpTestCampaign *campaign;
  Check check;
} Run;

static gboolean
on_idle (gpointer data)
{
  const Run *run = data;
  GList *windows;

  run->check (run->application, run->campaign);
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (run->application))) != NULL)
    gtk_window_destroy (windows->data);
  return G_SOURCE_REMOVE;
}

/* Starts the program as main () does, with a record when @with_record, and checks it from within. */
static void
run (gconstpointer data,
     gboolean with_record)
{
  KpTestDatabase kind = { .kind = KP_DATABASE_SQLITE };
  g_autoptr (KpTestCampaign) campaign = kp_test_campaign_new (&kind);
  KpApplication *application
      = g_object_new (KP_TYPE_APPLICATION, "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE,
                      "resource-base-path", "/org/kaopin/Kaopin", NULL);
  char *arguments[] = { (char *) "kaopin", campaign->database->location, NULL };
  Run state = { application, campaign, *(const Check *) data };

  kp_test_campaign_register (campaign, "A01", 6);
  g_idle_add (on_idle, &state);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), with_record ? 2 : 1, arguments), ==, 0);
  g_assert_finalize_object (application);
}

static void
run_with_record (gconstpointer data)
{
  run (data, TRUE);
}

static void
run_without_record (gconstpointer data)
{
  run (data, FALSE);
}

static gboolean
is_open (gpointer window)
{
  return !kp_window_is_working (window);
}

static KpWindow *
get_window (KpApplication *application)
{
  KpWindow *window = KP_WINDOW (gtk_application_get_windows (GTK_APPLICATION (application))->data);

  kp_test_wait (is_open, window);
  return window;
}

static gboolean
is_made (gpointer page)
{
  return !g_str_equal (kp_print_page_get_state (page), "working");
}

static KpPrintPage *
print_form (KpWindow *window,
            const char *form)
{
  KpPrintPage *page = kp_test_widget_get (window, "print_page");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  kp_print_page_make (page, form);
  kp_test_wait (is_made, page);
  return page;
}

static void
test_actions (KpApplication *application,
              KpTestCampaign *campaign G_GNUC_UNUSED)
{
  static const char *const actions[] = { "about", "new", "open", "quit", "sample" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), actions[i]));
}

static void
test_keys (KpApplication *application,
           KpTestCampaign *campaign G_GNUC_UNUSED)
{
  static const char *const actions[] = { "app.open", "win.print", "win.search", "win.previous", "win.next", "win.back",
                                         "win.page::campaign", "win.show-path" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      g_assert_nonnull (keys[0]);
    }
}

static void
test_one_window_each (KpApplication *application,
                      KpTestCampaign *campaign)
{
  KpWindow *first = get_window (application);

  g_assert_nonnull (kp_window_get_campaign (first));
  kp_application_open (application, campaign->database->location, NULL, "tester");
  g_assert_true (get_window (application) != first);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 2);
}

static void
test_empty (KpApplication *application,
            KpTestCampaign *campaign)
{
  KpWindow *window = get_window (application);

  g_assert_null (kp_window_get_campaign (window));
  /* The empty window is the one that shows the first record. */
  kp_application_open (application, campaign->database->location, NULL, "tester");
  g_assert_true (get_window (application) == window);
  g_assert_nonnull (kp_window_get_campaign (window));
}

/* The hall, the room and the desk of the scheme have function keys of their own, which the program must not take from them. */
static void
test_function_keys (KpApplication *application,
           KpTestCampaign *campaign G_GNUC_UNUSED)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        g_assert_true (!g_str_has_prefix (actions[i], "app.") || strchr (keys[j], '<') != NULL);
    }
  g_assert_cmpuint (g_strv_length (actions), >, 10);
}

/* A text of the county's that couldn't be printed is told before there is a record, as the command line does. */
static void
test_create (KpApplication *application,
             KpTestCampaign *campaign)
{
  g_autofree char *shipped = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *text = kp_test_read (shipped, NULL);
  g_autoptr (GString) changed = g_string_new (text);
  g_autofree char *record = kp_test_campaign_write (campaign, "new.kaopin", "");
  GtkWindow *desk = GTK_WINDOW (gtk_application_window_new (GTK_APPLICATION (application)));
  g_autoptr (GError) error = NULL;

  g_object_add_weak_pointer (G_OBJECT (desk), (gpointer *) &desk);
  g_unlink (record);
  g_assert_cmpuint (g_string_replace (changed, "\"wordings\": []",
                                      "\"wordings\": [ { \"key\": \"letter-hire\", \"text\": \"# 聘用通知书\\n\\n{乙方姓明}\" } ]", 1),
                    ==, 1);
  g_assert_false (kp_application_create (application, changed->str, record, desk, &error));
  kp_test_assert_contains (error->message, "乙方姓明");
  g_assert_nonnull (desk);
  g_assert_false (g_file_test (record, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  kp_application_create (application, text, record, desk, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (record, G_FILE_TEST_EXISTS));
  g_assert_null (desk); /* its rules are sealed: what was written there would change nothing */
}

static void
test_paper (KpApplication *application,
            KpTestCampaign *campaign G_GNUC_UNUSED)
{
  KpPrintPage *page = print_form (get_window (application), "notice");

  g_assert_cmpstr (kp_print_page_get_state (page), ==, "paper");
  g_assert_cmpuint (kp_paper_view_get_n_pages (kp_print_page_get_view (page)), >, 1);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (kp_print_page_get_bytes (page), NULL), "%PDF"));
}

/* Nobody is hired yet: a sentence in Chinese, no paper. */
static void
test_too_early (KpApplication *application,
                KpTestCampaign *campaign G_GNUC_UNUSED)
{
  KpPrintPage *page = print_form (get_window (application), "contracts");

  g_assert_cmpstr (kp_print_page_get_state (page), ==, "failed");
  g_assert_cmpint (g_utf8_get_char (kp_print_page_get_problem (page)), >, 0x2000);
  g_assert_null (kp_print_page_get_bytes (page));
}

static gboolean
is_over (gpointer dialog)
{
  return !g_str_equal (kp_work_dialog_get_state (dialog), "working");
}

/* The window reviews as the verb does: the record has the findings, and the window reads it again. */
static void
test_work (KpApplication *application,
           KpTestCampaign *campaign)
{
  KpWindow *window = get_window (application);
  g_autoptr (KpCampaign) before = g_object_ref (kp_window_get_campaign (window));
  KpWorkDialog *dialog = kp_work_page_open (kp_test_widget_get (window, "work_page"), "review-auto");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  kp_work_dialog_run (dialog);
  kp_test_wait (is_over, dialog);
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "done");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "报名数"));
  gtk_window_close (GTK_WINDOW (dialog));
  kp_test_wait (is_open, window);
  findings = kp_table_select (kp_session_get_database (campaign->session), &kp_finding_table,
                              kp_session_get_campaign (campaign->session), "", KP_NO_BINDS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_true (kp_window_get_campaign (window) != before);
}

/* Seats before the review: the step's own sentence, in the dialog, and nothing is done. */
static void
test_work_too_early (KpApplication *application,
                     KpTestCampaign *campaign)
{
  const gint64 n_before = kp_test_campaign_count_journal (campaign);
  KpWindow *window = get_window (application);
  KpWorkDialog *dialog = kp_work_page_open (kp_test_widget_get (window, "work_page"), "seat-draw");

  kp_work_dialog_set_value (dialog, 0, "482913");
  kp_work_dialog_run (dialog);
  kp_test_wait (is_over, dialog);
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "form");
  g_assert_cmpint (g_utf8_get_char (gtk_label_get_text (kp_test_widget_get (dialog, "refusal"))), >, 0x2000);
  g_assert_cmpint (kp_test_campaign_count_journal (campaign), ==, n_before);
  gtk_window_close (GTK_WINDOW (dialog));
}

static const Check actions_check = test_actions;
static const Check create_check = test_create;
static const Check function_keys_check = test_function_keys;
static const Check empty_check = test_empty;
static const Check keys_check = test_keys;
static const Check one_window_each_check = test_one_window_each;
static const Check paper_check = test_paper;
static const Check too_early_check = test_too_early;
static const Check work_check = test_work;
static const Check work_too_early_check = test_work_too_early;

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_data_func ("/ui/application/actions", &actions_check, run_without_record);
  g_test_add_data_func ("/ui/application/create", &create_check, run_without_record);
  g_test_add_data_func ("/ui/application/function-keys", &function_keys_check, run_without_record);
  g_test_add_data_func ("/ui/application/empty", &empty_check, run_without_record);
  g_test_add_data_func ("/ui/application/keys", &keys_check, run_without_record);
  g_test_add_data_func ("/ui/application/one-window-each", &one_window_each_check, run_with_record);
  g_test_add_data_func ("/ui/application/paper", &paper_check, run_with_record);
  g_test_add_data_func ("/ui/application/too-early", &too_early_check, run_with_record);
  g_test_add_data_func ("/ui/application/work", &work_check, run_with_record);
  g_test_add_data_func ("/ui/application/work-too-early", &work_too_early_check, run_with_record);
  return g_test_run ();
}
