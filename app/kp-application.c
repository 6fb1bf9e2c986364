/* kp-application.c – the program with a window: options, actions, and the paper that its windows print.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-application.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "kp-auto-backup.h"
#include "kp-works.h"
#include "kp-command.h"
#include "kp-photo.h"
#include "kp-press.h"
#include "kp-opened.h"
#include "kp-room-package-dialog.h"
#include "kp-room-window.h"
#include "kp-settings.h"

struct _KpApplication
{
  AdwApplication parent_instance;

  KpPressTitle titles[KP_PRESS_N_FORMS]; /* texts borrowed but for the file names */
  KpPressSource source;
  KpWorkSource works;
};

G_DEFINE_FINAL_TYPE (KpApplication, kp_application, ADW_TYPE_APPLICATION)

static GBytes *
make_photo (GBytes *file,
            guint *width,
            guint *height,
            GError **error)
{
  return kp_photo_make (file, &kp_photo_usual_demand, width, height, error);
}

/* Runs in a worker; fonts aren't shared between threads. */
static GBytes *
make_paper (KpSession *session,
            const char *form,
            const char *only,
            gpointer data G_GNUC_UNUSED,
            GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);
  KpPressForm parsed = KP_PRESS_NOTICE;

  if (fonts == NULL)
    return NULL;
  g_return_val_if_fail (kp_press_form_parse (form, &parsed), NULL);
  return kp_press_make (session, parsed, fonts, only, error);
}

static void
fill_source (KpApplication *self)
{
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      self->titles[i] = (KpPressTitle) {
        .name = kp_press_form_get_name ((KpPressForm) i),
        .title = kp_press_form_get_chinese ((KpPressForm) i),
        .summary = kp_press_form_get_summary ((KpPressForm) i),
        .file_name = kp_press_form_dup_file_name ((KpPressForm) i),
        .stage = kp_press_form_get_stage ((KpPressForm) i),
      };
    }
  self->source = (KpPressSource) { self->titles, KP_PRESS_N_FORMS, make_paper, NULL };
  self->works = (KpWorkSource) {
    .run = kp_works_run,
    .dup_words = kp_works_dup_any_sentence,
    .make_photo = make_photo,
  };
  self->works.works = kp_works_get (&self->works.n_works);
}

static void
on_opened (KpWindow *window G_GNUC_UNUSED,
           KpCampaign *campaign)
{
  kp_opened_add (gtk_recent_manager_get_default (), kp_campaign_get_location (campaign), kp_campaign_get_code (campaign),
                 kp_campaign_get_scheme (campaign)->title);
}

static KpWindow *
new_window (KpApplication *application)
{
  KpWindow *window = kp_window_new (GTK_APPLICATION (application), &application->source, &application->works);

  g_signal_connect (window, "opened", G_CALLBACK (on_opened), NULL);
  kp_window_set_idle_minutes (window, kp_settings_load_lock_minutes ());
  return window;
}

/** kp_application_find_window: the window that was used last, or a new one. */
KpWindow *
kp_application_find_window (KpApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  while (window != NULL && !KP_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    return KP_WINDOW (window);
  return new_window (application);
}

/* The score keeper sees the room alone: an empty window behind it would only be in the way. */
static void
on_package_opened (KpRoomPackageDialog *dialog,
                   KpCampaign *campaign,
                   KpApplication *application)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  KpRoomWindow *room = kp_room_window_new (GTK_APPLICATION (application), campaign, &application->source, g_get_user_name ());

  kp_campaign_set_words (campaign, application->works.dup_words);
  gtk_window_present (GTK_WINDOW (room));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (KP_IS_WINDOW (parent) && kp_window_get_campaign (KP_WINDOW (parent)) == NULL && !kp_window_is_working (KP_WINDOW (parent)))
    gtk_window_destroy (parent);
}

static void
open_package (KpApplication *application,
              const char *path,
              const char *actor)
{
  KpWindow *window = kp_application_find_window (application);
  KpRoomPackageDialog *dialog = kp_room_package_dialog_new (GTK_WINDOW (window), KP_ROOM_PACKAGE_OPEN, path, actor);

  g_signal_connect_object (dialog, "opened", G_CALLBACK (on_package_opened), application, 0);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

/** kp_application_open: shows a record: in the window that shows none yet, else in a new one; a room package as its room. */
void
kp_application_open (KpApplication *application,
                     const char *location,
                     const char *code,
                     const char *actor)
{
  KpWindow *window;

  if (!kp_database_location_is_server (location) && kp_room_package_is_one (location))
    {
      open_package (application, location, actor);
      return;
    }
  window = kp_application_find_window (application);
  if (kp_window_get_campaign (window) != NULL || kp_window_is_working (window))
    window = new_window (application);
  gtk_window_present (GTK_WINDOW (window));
  kp_window_open (window, location, code, actor);
}

static const char *
lookup (GVariantDict *options,
        const char *name,
        const char *usual)
{
  const char *value = usual;

  g_variant_dict_lookup (options, name, "&s", &value);
  return value;
}

static int
kp_application_command_line (GApplication *application,
                             GApplicationCommandLine *line)
{
  KpApplication *self = KP_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  const char *actor = lookup (options, "actor", g_get_user_name ());
  const char *code = lookup (options, "campaign", NULL);
  const char *server = lookup (options, "connect", NULL);
  g_auto (GStrv) words = g_application_command_line_get_arguments (line, NULL);

  if (server != NULL && !kp_database_location_is_server (server))
    {
      g_application_command_line_printerr (
          line, "kaopin: %s\n", _("What --connect names is no address of a server; it begins with postgresql://."));
      return KP_EXIT_USAGE;
    }
  if (server != NULL)
    kp_application_open (self, server, code, actor);
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, words[i]);
      g_autofree char *path = g_file_get_path (file);

      kp_application_open (self, path != NULL ? path : words[i], code, actor);
    }
  if (server == NULL && words[1] == NULL)
    gtk_window_present (GTK_WINDOW (kp_application_find_window (self)));
  return KP_EXIT_DONE;
}

static void
kp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (kp_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (KP_APPLICATION_ID);
  kp_application_add_actions (KP_APPLICATION (application));
  kp_auto_backup_start (GTK_APPLICATION (application));
}

static void
kp_application_finalize (GObject *object)
{
  KpApplication *self = KP_APPLICATION (object);

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    g_free ((char *) self->titles[i].file_name);
  G_OBJECT_CLASS (kp_application_parent_class)->finalize (object);
}

static void
kp_application_class_init (KpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kp_application_finalize;
  application_class->command_line = kp_application_command_line;
  application_class->startup = kp_application_startup;
}

static void
kp_application_init (KpApplication *self)
{
  const GOptionEntry entries[] = {
    { "connect", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The record is on a server; takes the place of FILE"), "URI" },
    { "campaign", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Which campaign, where the record holds several"), "CODE" },
    { "actor", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who works, for the journal (the login when left out)"), "NAME" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  fill_source (self);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

/**
 * kp_application_run:
 * @argc: count of words
 * @argv: the program's name, options and records
 *
 * Runs the program with its windows until the last of them is closed.
 *
 * Returns: a #KpExit
 */
int
kp_application_run (int argc,
                    char **argv)
{
  g_autoptr (KpApplication) application = NULL;

  if (!gtk_init_check ())
    {
      fprintf (stderr, "kaopin: %s\n",
               _("There is no screen to open the window on; give a verb instead. “kaopin help” lists them."));
      return KP_EXIT_REFUSED;
    }
  application
      = g_object_new (KP_TYPE_APPLICATION, "application-id", KP_APPLICATION_ID, "flags",
                      G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path", "/org/kaopin/Kaopin", NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
