/* test-start.c – before a record is open: what was opened last, and the way to a campaign on a server.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-opened.h"
#include "kp-server-dialog.h"
#include "kp-session.h"
#include "kp-start-page.h"
#include "kp-test-window.h"
#include "kp-test.h"

#include <glib/gstdio.h>

#define ONE "yunling-2026"
#define OTHER "linxi-2026"

/* What the program's action is asked for. */
typedef struct
{
  KpTestFolder *folder;
  GtkRecentManager *manager;
  char *asked;
} Fixture;

static void
on_asked (GSimpleAction *action G_GNUC_UNUSED,
          GVariant *uri,
          gpointer data)
{
  Fixture *f = data;

  g_free (f->asked);
  f->asked = g_variant_dup_string (uri, NULL);
}

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  f->folder = kp_test_folder_new ();
  f->manager = gtk_recent_manager_get_default ();
  gtk_recent_manager_purge_items (f->manager, NULL);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gtk_recent_manager_purge_items (f->manager, NULL);
  kp_test_folder_free (f->folder);
  g_free (f->asked);
}

/* The manager counts whole seconds: what is added in one is in no order. */
static char *
add_file (Fixture *f,
          const char *name,
          const char *title)
{
  char *path = kp_test_folder_write (f->folder, name, "", 0);

  kp_opened_add (f->manager, path, ONE, title);
  return path;
}

static const KpOpened *
find (GPtrArray *list,
      const char *title)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const KpOpened *) g_ptr_array_index (list, i))->title, title))
      return g_ptr_array_index (list, i);
  return NULL;
}

static void
test_remembers (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *kept = add_file (f, "留下.kaopin", "云岭县 <2026>");
  g_autofree char *gone = add_file (f, "移走.kaopin", "林西县");
  g_autofree char *again = add_file (f, "留下.kaopin", "云岭县 <2026>");
  g_autoptr (GPtrArray) list = NULL;

  g_assert_cmpstr (kept, ==, again);
  g_remove (gone);
  kp_opened_add (f->manager, "postgresql://wang:秘密@db:5433/kaopin", OTHER, "服务器上的");
  kp_opened_add (f->manager, "postgresql://wang@db/kaopin?sslmode=require", OTHER, "有参数的");
  gtk_recent_manager_add_item (f->manager, "file:///somebody/elses.txt");
  list = kp_opened_list (f->manager, 9);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_true (find (list, "云岭县 <2026>")->is_there);
  kp_test_assert_contains (find (list, "云岭县 <2026>")->place, "留下.kaopin");
  kp_test_assert_contains (find (list, "云岭县 <2026>")->when, "今天");
  g_assert_false (find (list, "林西县")->is_there);
  g_assert_true (find (list, "服务器上的")->is_server);
  g_assert_cmpstr (find (list, "服务器上的")->uri, ==, "postgresql://wang@db:5433/kaopin#" OTHER);
  g_assert_cmpstr (find (list, "服务器上的")->place, ==, OTHER "，服务器 db:5433（kaopin）");
}

static void
test_last_server (Fixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *none = kp_opened_dup_last_server (f->manager);
  g_autofree char *found = NULL;

  g_assert_null (none);
  kp_opened_add (f->manager, "postgresql://wang:秘密@db/kaopin", OTHER, "服务器上的");
  found = kp_opened_dup_last_server (f->manager);
  g_assert_cmpstr (found, ==, "postgresql://wang@db/kaopin");
}

static GtkWindow *
show_page (Fixture *f)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open-recent", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleAction) open = g_simple_action_new ("open", NULL);

  g_signal_connect (action, "activate", G_CALLBACK (on_asked), f);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (open));
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (actions));
  gtk_window_set_child (GTK_WINDOW (window), g_object_new (KP_TYPE_START_PAGE, NULL));
  gtk_window_present (GTK_WINDOW (window));
  kp_test_settle ();
  return GTK_WINDOW (window);
}

/* Enter goes on with the record of yesterday; one that is gone says so, and can only be taken off the list. */
static void
test_page (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = add_file (f, "招聘.kaopin", "云岭县");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkWindow *window = show_page (f);
  GtkWidget *page = gtk_window_get_child (window);
  GtkListBox *rows = kp_test_widget_get (page, "recent");
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (rows, 0));

  g_assert_true (gtk_window_get_focus (window) == row);
  gtk_widget_activate (row);
  g_assert_cmpstr (f->asked, ==, uri);

  g_remove (path);
  gtk_window_destroy (window);
  window = show_page (f);
  page = gtk_window_get_child (window);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (kp_test_widget_get (page, "recent"), 0));
  kp_test_assert_contains (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "已不在原处");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_signal_emit_by_name (kp_test_find_type (row, GTK_TYPE_BUTTON), "clicked");
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (page, "recent_part")));
  g_assert_true (gtk_window_get_focus (window) == kp_test_widget_get (page, "open"));
  gtk_window_destroy (window);
}

static void
on_chosen (KpServerDialog *dialog G_GNUC_UNUSED,
           const char *location,
           const char *campaign,
           Fixture *f)
{
  g_free (f->asked);
  f->asked = g_strdup_printf ("%s %s", location, campaign);
}

static void
create (const char *location,
        const char *code)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *json = kp_test_read (path, NULL);
  g_auto (GStrv) parts = g_strsplit (json, ONE, -1);
  g_autofree char *renamed = g_strjoinv (code, parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) session = kp_session_create (location, renamed, "tester", &kp_system_sources, &error);

  g_assert_no_error (error);
  g_assert_nonnull (session);
}

static gboolean
is_listed (gpointer dialog)
{
  return gtk_widget_get_visible (kp_test_widget_get (dialog, "campaign"));
}

static gboolean
is_refused (gpointer dialog)
{
  return gtk_widget_get_visible (kp_test_widget_get (dialog, "refusal"));
}

static gboolean
is_chosen (gpointer data)
{
  return ((const Fixture *) data)->asked != NULL;
}

static KpServerDialog *
show_dialog (Fixture *f,
             const char *uri)
{
  GtkWidget *window = gtk_window_new ();
  KpServerDialog *dialog = kp_server_dialog_new (GTK_WINDOW (window), uri);

  g_signal_connect (dialog, "chosen", G_CALLBACK (on_chosen), f);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
type (KpServerDialog *dialog,
      const char *row,
      const char *text)
{
  gtk_editable_set_text (kp_test_widget_get (dialog, row), text);
}

/* "host=FOLDER user=…" of the test's own server. */
static char *
dup_folder (void)
{
  const char *server = g_getenv ("KAOPIN_TEST_PG");

  g_assert_nonnull (server);
  g_assert_true (g_str_has_prefix (server, "host="));
  return g_strndup (server + strlen ("host="), strcspn (server + strlen ("host="), " "));
}

static void
test_server (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *host = g_uri_escape_string (folder, NULL, FALSE);
  g_autofree char *location = g_strdup_printf ("postgresql://kaopin@%s/postgres", host);
  g_autofree char *expected = g_strdup_printf ("%s %s", location, ONE);
  g_autofree char *remembered = g_strdup_printf ("%s#%s", location, OTHER);
  g_autofree char *expected_other = g_strdup_printf ("%s %s", location, OTHER);
  KpServerDialog *dialog = show_dialog (f, NULL);

  /* A sentence instead of a try. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "server.run", NULL);
  g_assert_true (is_refused (dialog));
  /* No such server: what was typed stays. */
  type (dialog, "server", "/nowhere");
  type (dialog, "database", "postgres");
  type (dialog, "login", "kaopin");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "server.run", NULL);
  kp_test_wait (is_refused, dialog);
  g_assert_cmpstr (gtk_editable_get_text (kp_test_widget_get (dialog, "login")), ==, "kaopin");

  /* One campaign is no question, two are. */
  create (location, ONE);
  type (dialog, "server", folder);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "server.run", NULL);
  kp_test_wait (is_chosen, f);
  g_assert_cmpstr (f->asked, ==, expected);
  g_clear_pointer (&f->asked, g_free);

  create (location, OTHER);
  dialog = show_dialog (f, NULL);
  type (dialog, "server", folder);
  type (dialog, "database", "postgres");
  type (dialog, "login", "kaopin");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "server.run", NULL);
  kp_test_wait (is_listed, dialog);
  type (dialog, "login", "somebody");
  g_assert_false (is_listed (dialog));
  type (dialog, "login", "kaopin");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "server.run", NULL);
  kp_test_wait (is_listed, dialog);
  adw_combo_row_set_selected (kp_test_widget_get (dialog, "campaign"), 0);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "server.run", NULL);
  g_assert_cmpstr (f->asked, ==, expected_other);
  g_clear_pointer (&f->asked, g_free);

  /* What was opened there before isn't asked for again. */
  dialog = show_dialog (f, remembered);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "server.run", NULL);
  kp_test_wait (is_chosen, f);
  g_assert_cmpstr (f->asked, ==, expected_other);
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add ("/ui/start/remembers", Fixture, NULL, set_up, test_remembers, tear_down);
  g_test_add ("/ui/start/last-server", Fixture, NULL, set_up, test_last_server, tear_down);
  g_test_add ("/ui/start/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/ui/start/server", Fixture, NULL, set_up, test_server, tear_down);
  return g_test_run ();
}
