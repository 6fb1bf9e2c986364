/* kp-chooser.c – choosers of files open in the folder in which somebody chose last.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "kp-chooser-folder"

/* The application's windows share one folder; a window without application has its own, with its dialogs. */
static GObject *
find_keeper (GtkWindow *window)
{
  while (gtk_window_get_application (window) == NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  return gtk_window_get_application (window) != NULL ? G_OBJECT (gtk_window_get_application (window)) : G_OBJECT (window);
}

/** kp_chooser_remember: the next choosers of @window and its fellows open in @folder. */
void
kp_chooser_remember (GtkWindow *window,
                     GFile *folder)
{
  g_object_set_data_full (find_keeper (window), FOLDER, g_object_ref (folder), g_object_unref);
}

/** kp_chooser_start_beside: until something is chosen they open beside the record @location; not for a server's address. */
void
kp_chooser_start_beside (GtkWindow *window,
                         const char *location)
{
  g_autoptr (GFile) record = NULL;
  g_autoptr (GFile) folder = NULL;

  if (strstr (location, "://") != NULL || g_object_get_data (find_keeper (window), FOLDER) != NULL)
    return;
  record = g_file_new_for_path (location);
  folder = g_file_get_parent (record);
  if (folder != NULL)
    kp_chooser_remember (window, folder);
}

/** kp_chooser_add_books: only workbooks are offered. */
void
kp_chooser_add_books (GtkFileChooserNative *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Workbooks"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
on_response (GtkWindow *window,
             int response,
             GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    kp_chooser_remember (window, folder);
}

/** kp_chooser_show: @chooser above its window, which waits for it; what it says is the caller's to take. */
void
kp_chooser_show (GtkFileChooserNative *chooser)
{
  GtkNativeDialog *dialog = GTK_NATIVE_DIALOG (chooser);
  GtkWindow *window = gtk_native_dialog_get_transient_for (dialog);
  GFile *folder = window != NULL ? g_object_get_data (find_keeper (window), FOLDER) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  if (window != NULL)
    g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), window, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (dialog, TRUE);
  gtk_native_dialog_show (dialog);
}
