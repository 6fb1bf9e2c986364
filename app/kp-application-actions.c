/* kp-application-actions.c – what the program does from any window: open, create, sample, about, quit.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-answer.h"
#include "kp-application.h"
#include "kp-chooser.h"
#include "kp-demo.h"
#include "kp-press-wording.h"
#include "kp-opened.h"
#include "kp-room-package.h"
#include "kp-server-dialog.h"

#define SAMPLE_RECORD "demo.kaopin"

/* What a chain of dialogs or a worker carries along. */
typedef struct
{
  KpApplication *application;
  KpWindow *window;
  char *folder;
} Errand;

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->application);
  g_clear_object (&errand->window);
  g_free (errand->folder);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static Errand *
errand_new (KpApplication *application)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->application = g_object_ref (application);
  errand->window = g_object_ref (kp_application_find_window (application));
  gtk_window_present (GTK_WINDOW (errand->window));
  return errand;
}

/** kp_application_dup_chosen_path: NULL when nothing was chosen. (transfer full) */
char *
kp_application_dup_chosen_path (GtkNativeDialog *dialog,
                                int response)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  return file != NULL ? g_file_get_path (file) : NULL;
}

/**
 * kp_application_ask_for_file:
 * @kind: what such files are called
 * @pattern: of their names; several with ";" between
 * @name: (nullable): what a new file is called at first
 * @on_response: of #GtkNativeDialog::response, which drops the dialog
 */
void
kp_application_ask_for_file (GtkWindow *window,
                             const char *title,
                             GtkFileChooserAction action,
                             const char *kind,
                             const char *pattern,
                             const char *name,
                             GCallback on_response,
                             gpointer data)
{
  const gboolean is_save = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, window, action, is_save ? _("_Create") : _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (pattern, ";", -1);

  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", on_response, data);
  kp_chooser_show (chooser);
}

static void
on_record_chosen (GtkNativeDialog *dialog,
                  int response,
                  Errand *owned)
{
  g_autoptr (Errand) errand = owned;
  g_autofree char *path = kp_application_dup_chosen_path (dialog, response);

  if (path != NULL)
    kp_application_open (errand->application, path, NULL, g_get_user_name ());
  g_object_unref (dialog);
}

static void
open_action (GSimpleAction *action G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED,
             gpointer application)
{
  Errand *errand = errand_new (application);

  kp_application_ask_for_file (GTK_WINDOW (errand->window), _("Open a Campaign"), GTK_FILE_CHOOSER_ACTION_OPEN,
                               _("Records of Kaopin"), "*.kaopin;*" KP_ROOM_PACKAGE_ENDING, NULL, G_CALLBACK (on_record_chosen), errand);
}

/**
 * kp_application_create:
 * @application: the program
 * @json: a scheme
 * @path: where the record is to be
 * @desk: (nullable): where the scheme was written; it is closed, for the rules stand in the record now
 * @error: return location
 *
 * Makes a record as the command line does, with the same checks, and shows it.
 *
 * Returns: %TRUE, or %FALSE with a whole sentence and no record
 */
gboolean
kp_application_create (KpApplication *application,
                       const char *json,
                       const char *path,
                       GtkWindow *desk,
                       GError **error)
{
  g_autoptr (KpSession) session = NULL;

  if (!kp_press_accept_wordings (json, error))
    return FALSE;
  session = kp_session_create (path, json, g_get_user_name (), &kp_system_sources, error);
  if (session == NULL)
    return FALSE;
  g_clear_pointer (&session, kp_session_close);
  kp_application_open (application, path, NULL, g_get_user_name ());
  if (desk != NULL)
    gtk_window_destroy (desk);
  return TRUE;
}

/* What the worker says, on its way to the window. */
typedef struct
{
  KpWindow *window;
  char *sentence;
} Saying;

static gboolean
say (gpointer data)
{
  const Saying *saying = data;

  kp_window_show_working (saying->window, saying->sentence);
  return G_SOURCE_REMOVE;
}

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  g_object_unref (saying->window);
  g_free (saying->sentence);
  g_free (saying);
}

static void
on_progress (const char *sentence,
             gpointer window)
{
  Saying *saying = g_new0 (Saying, 1);

  *saying = (Saying) { g_object_ref (window), g_strdup (sentence) };
  g_idle_add_full (G_PRIORITY_DEFAULT, say, saying, saying_free);
}

static void
make_sample (GTask *task,
             gpointer source G_GNUC_UNUSED,
             gpointer data,
             GCancellable *cancellable G_GNUC_UNUSED)
{
  const Errand *errand = data;
  const KpDemoOrder order = { errand->folder, NULL, KP_STAGE_PROBATION, TRUE };
  g_autoptr (KpAnswer) answer = kp_answer_new ();
  GError *error = NULL;

  if (kp_demo_run (&order, on_progress, errand->window, answer, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_sample_made (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (KpWindow) window = data;
  const Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autofree char *record = g_build_filename (errand->folder, SAMPLE_RECORD, NULL);
  g_autoptr (GError) error = NULL;

  g_application_release (G_APPLICATION (source));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    kp_window_complain (window, error->message);
  else
    kp_window_open (window, record, NULL, g_get_user_name ());
}

/* Made once, below the user's data; from then on it is opened. */
static void
sample_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer application)
{
  g_autoptr (Errand) errand = errand_new (application);
  g_autofree char *record = NULL;
  g_autoptr (GTask) task = NULL;

  errand->folder = g_build_filename (g_get_user_data_dir (), "kaopin", "sample", NULL);
  record = g_build_filename (errand->folder, SAMPLE_RECORD, NULL);
  if (g_file_test (record, G_FILE_TEST_EXISTS))
    {
      kp_application_open (application, record, NULL, g_get_user_name ());
      return;
    }
  kp_window_show_working (errand->window, _("Making the sample campaign; this takes some seconds."));
  g_application_hold (application);
  task = g_task_new (application, NULL, on_sample_made, g_object_ref (errand->window));
  g_task_set_task_data (task, g_steal_pointer (&errand), (GDestroyNotify) errand_free);
  g_task_run_in_thread (task, make_sample);
}

static void
on_server_chosen (KpServerDialog *dialog G_GNUC_UNUSED,
                  const char *location,
                  const char *campaign,
                  KpApplication *application)
{
  kp_application_open (application, location, campaign, g_get_user_name ());
}

static void
ask_for_server (KpApplication *application,
                const char *uri)
{
  KpWindow *window = kp_application_find_window (application);
  KpServerDialog *dialog = kp_server_dialog_new (GTK_WINDOW (window), uri);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_server_chosen), application, 0);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Begins with the server that was used last; which campaign there is chosen anew. */
static void
connect_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer application)
{
  g_autofree char *uri = kp_opened_dup_last_server (gtk_recent_manager_get_default ());

  ask_for_server (application, uri);
}

/* A file is opened at once; on a server somebody has to say the password. */
static void
open_recent_action (GSimpleAction *action G_GNUC_UNUSED,
                    GVariant *parameter,
                    gpointer application)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autofree char *path = NULL;

  if (kp_database_location_is_server (uri))
    {
      ask_for_server (application, uri);
      return;
    }
  path = g_filename_from_uri (uri, NULL, NULL);
  if (path != NULL)
    kp_application_open (application, path, NULL, g_get_user_name ());
}

static void
about_action (GSimpleAction *action G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED,
              gpointer application)
{
  adw_show_about_window (gtk_application_get_active_window (application), "application-name", _("Kaopin"),
                         "application-icon", KP_APPLICATION_ID, "version", KP_VERSION, "developer-name",
                         _("The Kaopin authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("Carries the recruitment of community workers from the notice to the contract."), NULL);
}

static void
quit_action (GSimpleAction *action G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED,
             gpointer application)
{
  g_application_quit (application);
}

typedef struct
{
  const char *action;
  const char *keys[3];
} Accelerator;

static const Accelerator accelerators[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.quit", { "<Control>q" } },
  { "win.back", { "<Alt>Left" } },
  { "win.help", { "F1" } },
  { "win.hall", { "F7" } },
  { "win.next", { "<Control>Page_Down" } },
  { "win.page::applications", { "<Alt>6" } },
  { "win.page::seats", { "<Alt>4" } },
  { "win.page::marks", { "<Alt>5" } },
  { "win.page::campaign", { "<Alt>1" } },
  { "win.page::print", { "<Alt>8" } },
  { "win.page::review", { "<Alt>3" } },
  { "win.page::workers", { "<Alt>7" } },
  { "win.page::work", { "<Alt>2" } },
  { "win.previous", { "<Control>Page_Up" } },
  { "win.print", { "<Control>p" } },
  { "win.reload", { "F5", "<Control>r" } },
  { "win.room", { "F8" } },
  { "win.scheme", { "F4" } },
  { "win.search", { "<Control>f" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-path", { "F9" } },
  { "win.wait", { "F6" } },
  { "window.close", { "<Control>w" } },
};

/** kp_application_add_actions: the program's actions, and the keys of all. */
void
kp_application_add_actions (KpApplication *application)
{
  const GActionEntry entries[] = {
    { .name = "about", .activate = about_action },
    { .name = "connect", .activate = connect_action },
    { .name = "open", .activate = open_action },
    { .name = "open-recent", .activate = open_recent_action, .parameter_type = "s" },
    { .name = "quit", .activate = quit_action },
    { .name = "sample", .activate = sample_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  kp_application_add_scheme_actions (application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);
}
