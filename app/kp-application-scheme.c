/* kp-application-scheme.c – a campaign begins with its scheme: the desk at which it is written, and what becomes of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-application.h"
#include "kp-complaint.h"
#include "kp-demo.h"
#include "kp-press-wording.h"
#include "kp-press.h"
#include "kp-scheme-table.h"
#include "kp-scheme-window.h"

#define SCHEMES "*.json;*.xlsx"

/* A scheme and whose it is to become, through the choice of a file. */
typedef struct
{
  KpApplication *application;
  KpSchemeWindow *desk; /* (nullable) */
  KpWindow *window;     /* (nullable): of the campaign that is amended */
  char *json;
} Errand;

static Errand *
errand_new (KpApplication *application,
            KpSchemeWindow *desk,
            KpWindow *window,
            const char *json)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->application = g_object_ref (application);
  g_set_object (&errand->desk, desk);
  g_set_object (&errand->window, window);
  errand->json = g_strdup (json);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->application);
  g_clear_object (&errand->desk);
  g_clear_object (&errand->window);
  g_free (errand->json);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* ---- the paper beside the tables ---- */

/* Only a record can be printed from: one of nobody, that is gone again at once. */
static GBytes *
print_paper (const char *json,
             const char *wording,
             const char *path,
             GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);
  g_autoptr (KpSession) session = NULL;

  if (fonts != NULL)
    session = kp_session_create (path, json, g_get_user_name (), &kp_system_sources, error);
  if (session == NULL)
    return NULL;
  return wording != NULL ? kp_press_make_sample (session, wording, fonts, error)
                         : kp_press_make (session, KP_PRESS_NOTICE, fonts, NULL, error);
}

static GBytes *
make_paper (const char *json,
            const char *wording,
            gpointer data G_GNUC_UNUSED,
            GError **error)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *folder = g_dir_make_tmp ("kaopin-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "notice.kaopin", NULL) : NULL;
  GBytes *bytes = NULL;

  if (folder == NULL)
    return NULL;
  bytes = print_paper (json, wording, path, error);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return bytes;
}

static const KpSchemeSource source = { make_paper, kp_press_check_wordings, NULL };

static KpSchemeWindow *
open_desk (KpApplication *application,
           const KpScheme *scheme,
           const char *path)
{
  KpSchemeWindow *desk = kp_scheme_window_new (GTK_APPLICATION (application), &source);

  kp_scheme_window_open (desk, scheme, path);
  gtk_window_present (GTK_WINDOW (desk));
  return desk;
}

/* ---- a new campaign ---- */

static void
on_record_chosen (GtkNativeDialog *dialog,
                  int response,
                  Errand *owned)
{
  g_autoptr (Errand) errand = owned;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_application_dup_chosen_path (dialog, response);

  g_object_unref (dialog);
  if (path != NULL && !kp_application_create (errand->application, errand->json, path, GTK_WINDOW (errand->desk), &error))
    kp_complaint_show (GTK_WINDOW (errand->desk), error->message);
}

static void
on_use_for_new (KpSchemeWindow *desk,
                const char *json,
                KpApplication *application)
{
  kp_application_ask_for_file (GTK_WINDOW (desk), _("Where to Keep the New Campaign"), GTK_FILE_CHOOSER_ACTION_SAVE,
                               _("Records of Kaopin"), "*.kaopin", _("Campaign.kaopin"), G_CALLBACK (on_record_chosen),
                               errand_new (application, desk, NULL, json));
}

/** kp_application_write_scheme: opens the desk at which @scheme, that of the file @path (nullable), becomes a campaign. */
void
kp_application_write_scheme (KpApplication *application,
                             const KpScheme *scheme,
                             const char *path)
{
  KpSchemeWindow *desk = open_desk (application, scheme, path);

  kp_scheme_window_set_use (desk, _("_Begin the Campaign…"), _("Seals the scheme and makes the record of the campaign"));
  g_signal_connect_object (desk, "use", G_CALLBACK (on_use_for_new), application, 0);
}

static KpScheme *
load_scheme (const char *path,
             GError **error)
{
  g_autoptr (GPtrArray) sheets = NULL;

  if (!g_str_has_suffix (path, ".xlsx"))
    return kp_scheme_json_load (path, NULL, error);
  sheets = kp_scheme_sheets_load (path, error);
  return sheets != NULL ? kp_scheme_from_sheets (sheets, NULL, error) : NULL;
}

static void
on_scheme_chosen (GtkNativeDialog *dialog,
                  int response,
                  Errand *owned)
{
  g_autoptr (Errand) errand = owned;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_application_dup_chosen_path (dialog, response);
  g_autoptr (KpScheme) scheme = path != NULL ? load_scheme (path, &error) : NULL;

  g_object_unref (dialog);
  if (scheme != NULL)
    kp_application_write_scheme (errand->application, scheme, g_str_has_suffix (path, ".json") ? path : NULL);
  else if (error != NULL)
    kp_complaint_show (GTK_WINDOW (errand->window), error->message);
}

static KpScheme *
make_example (GError **error)
{
  g_autofree char *json = kp_demo_dup_scheme (error);

  return json != NULL ? kp_scheme_json_parse (json, -1, NULL, error) : NULL;
}

static void
on_beginning_chosen (GtkWidget *dialog,
                     const char *response,
                     KpApplication *application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpScheme) scheme = NULL;
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (g_str_equal (response, "file"))
    {
      kp_application_ask_for_file (window, _("Choose the Scheme of the New Campaign"), GTK_FILE_CHOOSER_ACTION_OPEN, _("Schemes"),
                                   SCHEMES, NULL, G_CALLBACK (on_scheme_chosen),
                                   errand_new (application, NULL, KP_WINDOW (window), NULL));
      return;
    }
  if (!g_str_equal (response, "example") && !g_str_equal (response, "empty"))
    return;
  scheme = g_str_equal (response, "example") ? make_example (&error) : kp_scheme_new ();
  if (scheme != NULL)
    kp_application_write_scheme (application, scheme, NULL);
  else
    kp_complaint_show (window, error->message);
}

static void
new_action (GSimpleAction *action G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED,
            gpointer application)
{
  GtkWindow *window = GTK_WINDOW (kp_application_find_window (application));
  GtkWidget *dialog = adw_message_dialog_new (
      window, _("Begin a Campaign"),
      _("A campaign begins with its scheme: the rules that the notice states. Last year's file is a good beginning; the example "
        "shows how such rules look."));

  gtk_window_present (window);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "empty", _("From _Nothing"), "example",
                                    _("From the _Example"), "file", _("From a _File…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "file", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "file");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_beginning_chosen), application, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- an amendment ---- */

/* The file is kept: it is what two people try, amend by and publish. */
static void
on_amended_chosen (GtkNativeDialog *dialog,
                   int response,
                   Errand *owned)
{
  g_autoptr (Errand) errand = owned;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_application_dup_chosen_path (dialog, response);

  g_object_unref (dialog);
  if (path == NULL)
    return;
  if (!kp_scheme_window_save (errand->desk, path, &error))
    {
      kp_complaint_show (GTK_WINDOW (errand->desk), error->message);
      return;
    }
  gtk_window_present (GTK_WINDOW (errand->window));
  gtk_widget_activate_action (GTK_WIDGET (errand->window), "win.open-work-for", "(sss)", "amend-trial", path, "");
}

static void
on_use_for_amendment (KpSchemeWindow *desk,
                      const char *json,
                      KpWindow *window)
{
  KpApplication *application = KP_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));

  kp_application_ask_for_file (GTK_WINDOW (desk), _("Where to Save the Amended Scheme"), GTK_FILE_CHOOSER_ACTION_SAVE, _("Schemes"),
                               "*.json", _("Amended.json"), G_CALLBACK (on_amended_chosen),
                               errand_new (application, desk, window, json));
}

static void
scheme_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer application)
{
  KpWindow *window = kp_application_find_window (application);
  KpCampaign *campaign = kp_window_get_campaign (window);
  KpSchemeWindow *desk;

  if (campaign == NULL)
    {
      new_action (NULL, NULL, application);
      return;
    }
  desk = open_desk (application, kp_campaign_get_scheme (campaign), NULL);
  kp_scheme_window_set_use (desk, _("_Try an Amendment…"),
                            _("Saves the amended scheme and shows what it would change; the record stays as it is until two people amend it"));
  g_signal_connect_object (desk, "use", G_CALLBACK (on_use_for_amendment), window, 0);
}

/** kp_application_add_scheme_actions: to begin a campaign, and to look at the rules of one. */
void
kp_application_add_scheme_actions (KpApplication *application)
{
  const GActionEntry entries[] = {
    { .name = "new", .activate = new_action },
    { .name = "scheme", .activate = scheme_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
}
