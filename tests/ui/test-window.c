/* test-window.c – the window: path, pages, texts and names, wide and narrow.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "kp-agenda.h"
#include "kp-application-page.h"
#include "kp-applications-page.h"
#include "kp-campaign-page.h"
#include "kp-fact.h"
#include "kp-import-dialog.h"
#include "kp-line-row.h"
#include "kp-print-page.h"
#include "kp-stage-path.h"
#include "kp-stage.h"
#include "kp-help-window.h"
#include "kp-manual.h"
#include "kp-test.h"
#include "kp-test-window.h"
#include "kp-work-page.h"

#define N_PEOPLE 24

static const char *
get_visible (KpTestWindow *t,
             const char *stack)
{
  GObject *object = kp_test_window_get (t, stack);
  const char *name = ADW_IS_VIEW_STACK (object) ? adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (object))
                                                : gtk_stack_get_visible_child_name (GTK_STACK (object));

  return name;
}

static void
test_templates (void)
{
  const GType types[] = { KP_TYPE_CAMPAIGN_PAGE, KP_TYPE_APPLICATIONS_PAGE, KP_TYPE_APPLICATION_PAGE,
                          KP_TYPE_PRINT_PAGE,    KP_TYPE_PAPER_VIEW,        KP_TYPE_STAGE_PATH,
                          KP_TYPE_LINE_ROW,      KP_TYPE_FACT };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_assert_nonnull (gtk_widget_get_first_child (widget));
      g_assert_finalize_object (widget);
    }
}

static void
test_empty (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  g_assert_cmpstr (get_visible (t, "states"), ==, "empty");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (t->window), "尚未打开招聘"));
  g_assert_null (kp_window_get_campaign (t->window));
}

static void
test_open (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  g_assert_cmpstr (get_visible (t, "states"), ==, "campaign");
  g_assert_nonnull (kp_window_get_campaign (t->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (t->window)), ==,
                   kp_session_get_scheme (t->campaign->session)->title);
}

static gboolean
has_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        *(GtkWindow **) data = window;
    }
  return *(GtkWindow **) data != NULL;
}

static void
test_missing_file (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  GtkWindow *dialog = NULL;

  kp_window_open (t->window, "/nowhere/there-is-none.kaopin", NULL, "tester");
  kp_test_wait (has_dialog, &dialog);
  g_assert_nonnull (g_strstr_len (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), -1, "there-is-none.kaopin"));
  g_assert_cmpstr (get_visible (t, "states"), ==, "empty");
  gtk_window_destroy (dialog);
}

static KpLineRow *
get_stage (KpTestWindow *t,
           KpStage stage)
{
  GtkListBox *stages = kp_test_widget_get (kp_test_window_get (t, "path"), "stages");
  const KpStageOrder *order = &kp_session_get_scheme (t->campaign->session)->stages;

  return KP_LINE_ROW (gtk_list_box_get_row_at_index (stages, kp_stage_order_get_position (order, stage)));
}

static void
test_path_states (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_review (t->campaign);
  kp_test_window_open (t);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_stage (t, KP_STAGE_REVIEW)), "done"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_stage (t, KP_STAGE_SITTINGS)), "next"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_stage (t, KP_STAGE_WRITTEN)), "blocked"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_stage (t, KP_STAGE_HIRE)), "blocked"));
}

static void
test_path_says_why (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  const char *hint;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_review (t->campaign);
  kp_test_window_open (t);
  g_assert_nonnull (g_strstr_len (kp_line_row_get_sentence (get_stage (t, KP_STAGE_WRITTEN)), -1, "场次和准考证"));
  hint = gtk_widget_get_tooltip_text (GTK_WIDGET (get_stage (t, KP_STAGE_HIRE)));
  g_assert_nonnull (g_strstr_len (hint, -1, "场次和准考证"));
}

static void
test_path_leads (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  gtk_widget_activate (GTK_WIDGET (get_stage (t, KP_STAGE_REVIEW)));
  g_assert_cmpstr (get_visible (t, "pages"), ==, "work");
  g_assert_cmpint (kp_work_page_get_stage (kp_test_window_get (t, "work_page")), ==, KP_STAGE_REVIEW);
  gtk_widget_activate (GTK_WIDGET (get_stage (t, KP_STAGE_HIRE)));
  g_assert_cmpint (kp_work_page_get_stage (kp_test_window_get (t, "work_page")), ==, KP_STAGE_HIRE);
}

static char *
dup_value (GListModel *model,
           guint position,
           const char *property)
{
  g_autoptr (GObject) row = g_list_model_get_item (model, position);
  char *value = NULL;

  g_object_get (row, property, &value, NULL);
  return value;
}

static void
test_counts (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  GListModel *rows;
  g_autofree char *applied = NULL;
  g_autofree char *seated = NULL;
  g_autofree char *all = NULL;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_register (t->campaign, "B01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  kp_test_window_open (t);
  rows = kp_test_widget_get (kp_test_window_get (t, "campaign_page"), "selection");
  applied = dup_value (rows, 0, "applied");
  g_assert_cmpstr (applied, ==, "24");
  all = dup_value (rows, g_list_model_get_n_items (rows) - 1, "applied");
  g_assert_cmpstr (all, ==, "48");
  seated = dup_value (rows, g_list_model_get_n_items (rows) - 1, "seated");
  g_assert_cmpstr (seated, !=, "0");
}

static gboolean
is_agenda_read (gpointer agenda)
{
  return !kp_agenda_is_busy (agenda);
}

/* What was done last, with who and when; before anybody is to be hired nothing is due. */
static void
test_agenda (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  GtkWidget *agenda;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  agenda = kp_test_widget_get (kp_test_window_get (t, "campaign_page"), "agenda");
  kp_test_wait (is_agenda_read, agenda);
  g_assert_nonnull (kp_test_find_text (agenda, "2026-03-07 09:00  导入报名  tester"));
  g_assert_nonnull (kp_test_find_text (agenda, "近期没有到期事项。"));
}

/* Each column bears its number; without marks there is no picture. */
static void
test_histogram (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  GtkWidget *histogram;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  kp_test_window_open (t);
  histogram = kp_test_widget_get (kp_test_window_get (t, "campaign_page"), "histogram");
  g_assert_false (gtk_widget_get_visible (histogram));
  kp_test_campaign_mark (t->campaign, 7000);
  kp_test_campaign_draw (t->campaign);
  kp_test_window_open (t);
  g_assert_true (gtk_widget_get_visible (histogram));
  g_assert_nonnull (kp_test_find_text (histogram, "24"));
  g_assert_nonnull (kp_test_find_text (histogram, "70+"));
}

static void
test_reload (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpApplicationsPage *page = kp_test_window_get (t, "applications_page");
  KpCampaign *before;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  before = kp_window_get_campaign (t->window);
  g_object_add_weak_pointer (G_OBJECT (before), (gpointer *) &before);
  kp_test_campaign_register (t->campaign, "A01", 3);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.reload", NULL);
  kp_test_window_open (t);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (kp_applications_page_get_list (page))), ==, N_PEOPLE + 3);
  kp_test_settle ();
  g_assert_null (before);
}

/* ---- texts and names ---- */

static gboolean
is_english (const char *text)
{
  guint n_letters = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if ((guchar) *c >= 0x80)
        return FALSE;
      n_letters += g_ascii_isalpha (*c);
    }
  return n_letters > 1;
}

static void
check_text (GtkWidget *widget,
            gpointer data G_GNUC_UNUSED)
{
  const char *hint = gtk_widget_get_tooltip_text (widget);

  /* Keys are called so in any language. */
  if (g_str_equal (gtk_widget_get_css_name (widget), "accelerator"))
    return;
  if (GTK_IS_LABEL (widget) && is_english (gtk_label_get_text (GTK_LABEL (widget))))
    g_error ("English is left: %s", gtk_label_get_text (GTK_LABEL (widget)));
  if (hint != NULL && is_english (hint))
    g_error ("English is left in a hint: %s", hint);
}

static gboolean
is_read (gpointer page)
{
  return !kp_application_page_is_busy (page);
}

static gboolean
is_over (gpointer dialog)
{
  return !g_str_equal (kp_work_dialog_get_state (dialog), "working");
}

static gboolean
is_checked (gpointer dialog)
{
  return !g_str_equal (kp_import_dialog_get_state (dialog), "working");
}

/* Before a file is chosen, and with what was found in one, in every state. */
static void
visit_import (KpTestWindow *t,
              void (*func) (GtkWidget *widget, gpointer data),
              gpointer data)
{
  KpImportDialog *dialog
      = kp_import_dialog_new (GTK_WINDOW (t->window), kp_window_get_campaign (t->window), "tester");
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.xlsx");

  gtk_window_present (GTK_WINDOW (dialog));
  kp_test_each (GTK_WIDGET (dialog), func, data);
  kp_import_dialog_set_path (dialog, path);
  kp_test_wait (is_checked, dialog);
  kp_test_settle ();
  kp_test_each (GTK_WIDGET (dialog), func, data);
  gtk_window_close (GTK_WINDOW (dialog));
  kp_test_settle ();
}

/* Both dialogs with their fields, and one with its answer. */
static void
visit_every_work (KpTestWindow *t,
                  void (*func) (GtkWidget *widget, gpointer data),
                  gpointer data)
{
  static const char *const works[] = { "judge", "take" };
  KpWorkDialog *dialog = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      if (dialog != NULL)
        gtk_window_close (GTK_WINDOW (dialog));
      dialog = kp_work_page_open (kp_test_window_get (t, "work_page"), works[i]);
      kp_test_settle ();
      kp_test_each (GTK_WIDGET (dialog), func, data);
    }
  visit_import (t, func, data);
  kp_work_dialog_set_value (dialog, 0, "坏.xlsx");
  kp_work_dialog_run (dialog);
  kp_test_wait (is_over, dialog);
  kp_test_settle ();
  kp_test_each (GTK_WIDGET (dialog), func, data);
  gtk_window_close (GTK_WINDOW (dialog));
  kp_test_settle ();
}

static void
visit_every_page (KpTestWindow *t,
                  void (*func) (GtkWidget *widget, gpointer data),
                  gpointer data)
{
  static const char *const pages[] = { "campaign", "work", "review", "applications", "workers", "print" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", pages[i]);
      kp_test_settle ();
      kp_test_each (GTK_WIDGET (t->window), func, data);
    }
  visit_every_work (t, func, data);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-application", "s", "000001");
  kp_test_wait (is_read, kp_test_window_get (t, "application_page"));
  kp_test_each (GTK_WIDGET (t->window), func, data);
}

static void
test_chinese (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  kp_test_campaign_mark (t->campaign, 6500);
  kp_test_window_open (t);
  visit_every_page (t, check_text, NULL);
}

static void
test_chinese_empty (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  kp_test_each (GTK_WIDGET (t->window), check_text, NULL);
}

/* A control is named by its label, or by what the template says. */
static void
check_name (GtkWidget *widget,
            gpointer data)
{
  const gboolean is_control = GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_EDITABLE (widget)
                              || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_VIEW (widget);
  const gboolean is_own = G_OBJECT_TYPE (widget) != GTK_TYPE_TEXT && gtk_widget_get_parent (widget) != NULL
                          && !GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget))
                          && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))
                          && !GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget))
                          && !(GTK_IS_LIST_VIEW (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL);
  const gboolean has_label = GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (!is_control || !is_own || has_label || kp_test_find_type (widget, GTK_TYPE_LABEL) != NULL)
    return;
  /* The window's own buttons, named by GTK; and the apply and edit buttons inside an entry's row, which libadwaita leaves
     without a name and which do no more than the row itself. */
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
      || (GTK_IS_BUTTON (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL))
    return;
  (*(guint *) data)++;
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("%s %s has no accessible name", G_OBJECT_TYPE_NAME (widget), icon != NULL ? icon : "");
}

static void
test_names (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  guint n_checked = 0;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  visit_every_page (t, check_name, &n_checked);
  g_assert_cmpuint (n_checked, >, 10);
}

/* Every page, every window without pages and every stage has its page in the manual, and a section that it names is there. */
static void
test_manual_places (void)
{
  static const char *const pages[] = { "campaign", "work", "review", "seats", "marks", "applications", "workers", "print",
                                       "KpSchemeWindow", "KpHallWindow", "KpWaitWindow", "KpRoomWindow", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint stage = 0; stage < KP_N_STAGES; stage++)
      {
        g_auto (GStrv) parts = g_strsplit (kp_manual_get_place (pages[i], (KpStage) stage), "#", 2);
        g_autofree char *name = g_strdup_printf ("../app/help/zh_CN/%s.page", parts[0]);
        g_autofree char *path = kp_test_dup_shipped (name);
        g_autofree char *section = g_strdup_printf ("<section id=\"%s\"", parts[1]);
        g_autofree char *text = NULL;

        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
        if (parts[1] != NULL)
          kp_test_assert_contains (text, section);
      }
  g_assert_cmpstr (kp_manual_get_place ("work", KP_STAGE_INTERVIEW), ==, "interview");
  g_assert_cmpstr (kp_manual_get_place ("work", KP_STAGE_RECHECK), ==, "shortlist#recheck");
  g_assert_cmpstr (kp_manual_get_place ("marks", KP_STAGE_REVIEW), ==, "marks");
  g_assert_cmpstr (kp_manual_get_place ("KpRoomWindow", KP_STAGE_PLAN), ==, "scorekeeper");
}

static void
test_manual_installed (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *pages = kp_test_folder_dup_file (folder, "help/C/kaopin");
  g_autofree char *page = g_build_filename (pages, "hire.page", NULL);
  const char *const dirs[] = { "/nowhere", folder->path, NULL };
  g_autofree char *found = NULL;
  g_autofree char *section = NULL;

  g_assert_null (kp_manual_dup_uri (dirs, "hire"));
  g_assert_cmpint (g_mkdir_with_parents (pages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (page, "<page/>", -1, NULL));
  found = kp_manual_dup_uri (dirs, "hire");
  g_assert_cmpstr (found, ==, "help:kaopin/hire");
  g_assert_null (kp_manual_dup_uri (dirs, "street"));
  section = kp_manual_dup_uri (dirs, "hire#contracts");
  g_assert_cmpstr (section, ==, "help:kaopin/hire#contracts");
}

/* F1 leads to the help of the page that is shown; that of the program itself, where no manual is installed. */
static void
test_help (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  GListModel *windows = gtk_window_get_toplevels ();
  KpHelpWindow *help = NULL;
  g_autofree char *manual = kp_manual_dup_uri (g_get_system_data_dirs (), "registration");

  if (manual != NULL)
    {
      g_test_skip ("a manual is installed");
      return;
    }
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "review");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.help", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KP_IS_HELP_WINDOW (window))
        help = KP_HELP_WINDOW (window);
    }
  g_assert_nonnull (help);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_widget_get (help, "pages")), ==, "review");
  kp_test_settle ();
  kp_test_each (GTK_WIDGET (help), check_text, NULL);
  gtk_window_close (GTK_WINDOW (help));
  kp_test_settle ();
}

static void
test_keys (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/kaopin/Kaopin/gtk/help-overlay.ui");
  GtkWidget *keys = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (keys));
  g_assert_nonnull (kp_test_find_text (keys, "本页帮助"));
  gtk_window_destroy (GTK_WINDOW (keys));
}

/* Registrations came in: the review is next, though registration stays open until the posts are. */
static void
test_next_after_registration (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  GObject *page;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  page = kp_test_window_get (t, "campaign_page");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_stage (t, KP_STAGE_REVIEW)), "next"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_stage (t, KP_STAGE_REGISTRATION)), "next"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_stage (t, KP_STAGE_REGISTRATION)), "blocked"));
  g_assert_cmpint (kp_work_page_get_stage (kp_test_window_get (t, "work_page")), ==, KP_STAGE_REVIEW);
  g_assert_cmpstr (gtk_label_get_label (kp_test_widget_get (page, "next_title")), ==, "下一步：资格审查");
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (page, "questions")));
  g_assert_nonnull (kp_test_find_text (kp_test_widget_get (page, "funnel"), "0/52"));
}

static void
measure (KpTestWindow *t,
         int *width)
{
  gtk_widget_measure (GTK_WIDGET (t->window), GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
}

static void
test_fits_narrow (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  int width = 0;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  measure (t, &width);
  g_assert_cmpint (width, <=, 640);
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/window/templates", test_templates);
  g_test_add_func ("/ui/window/manual-places", test_manual_places);
  g_test_add_func ("/ui/window/manual-installed", test_manual_installed);
  g_test_add_func ("/ui/window/help", test_help);
  g_test_add_func ("/ui/window/keys", test_keys);
  g_test_add_func ("/ui/window/next-after-registration", test_next_after_registration);
  g_test_add_func ("/ui/window/empty", test_empty);
  g_test_add_func ("/ui/window/open", test_open);
  g_test_add_func ("/ui/window/missing-file", test_missing_file);
  g_test_add_func ("/ui/window/path-states", test_path_states);
  g_test_add_func ("/ui/window/path-says-why", test_path_says_why);
  g_test_add_func ("/ui/window/path-leads", test_path_leads);
  g_test_add_func ("/ui/window/counts", test_counts);
  g_test_add_func ("/ui/window/agenda", test_agenda);
  g_test_add_func ("/ui/window/histogram", test_histogram);
  g_test_add_func ("/ui/window/reload", test_reload);
  g_test_add_func ("/ui/window/chinese", test_chinese);
  g_test_add_func ("/ui/window/chinese-empty", test_chinese_empty);
  g_test_add_func ("/ui/window/names", test_names);
  g_test_add_func ("/ui/window/fits-narrow", test_fits_narrow);
  return g_test_run ();
}
