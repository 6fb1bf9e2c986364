/* kp-print-job.c – sends a finished document to a printer that the user chooses.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The printer gets the bytes as they are. They lie in a file without a name for as long as the job needs them: people's
 * data must not stay behind in a temporary folder. */
#include "kp-print-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <unistd.h>

#define JOB "kp-job"

typedef struct
{
  GtkWidget *widget;
  char *title;
  GBytes *pdf;
  KpPrintJobFunc done;
  int file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->file >= 0)
    close (job->file);
  g_object_unref (job->widget);
  g_bytes_unref (job->pdf);
  g_free (job->title);
  g_free (job);
}

static int
open_nameless_file (GBytes *bytes,
                    GError **error)
{
  g_autofree char *path = NULL;
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize left = g_bytes_get_size (bytes);
  const int file = g_file_open_tmp ("kaopin-XXXXXX", &path, error);

  if (file < 0)
    return -1;
  g_unlink (path);
  while (left > 0)
    {
      const ssize_t written = write (file, data, left);

      if (written <= 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                               _("The document can't be written for the printer; free some room on the disk."));
          close (file);
          return -1;
        }
      data += written;
      left -= (gsize) written;
    }
  lseek (file, 0, SEEK_SET);
  return file;
}

static void
on_sent (GtkPrintJob *print G_GNUC_UNUSED,
         gpointer data,
         const GError *error)
{
  Job *job = data;

  job->done (job->widget, error != NULL ? error->message : NULL);
}

static gboolean
send (Job *job,
      GtkPrintUnixDialog *dialog,
      GError **error)
{
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (dialog);
  g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (dialog);
  g_autoptr (GtkPrintJob) print = NULL;

  if (printer == NULL || !gtk_printer_accepts_pdf (printer))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This printer takes no PDF; choose another, or save the document and print it elsewhere."));
      return FALSE;
    }
  job->file = open_nameless_file (job->pdf, error);
  if (job->file < 0)
    return FALSE;
  print = gtk_print_job_new (job->title, printer, settings, gtk_print_unix_dialog_get_page_setup (dialog));
  if (!gtk_print_job_set_source_fd (print, job->file, error))
    return FALSE;
  gtk_print_job_send (print, on_sent, g_object_steal_data (G_OBJECT (dialog), JOB), job_free);
  return TRUE;
}

static void
on_response (GtkPrintUnixDialog *dialog,
             int response,
             Job *job)
{
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_OK && !send (job, dialog, &error))
    job->done (job->widget, error->message);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/**
 * kp_print_job_ask:
 * @widget: from where it is asked; given to @done
 * @title: of the job
 * @pdf: the document
 * @done: hears how it went
 *
 * Asks for a printer and sends the document to it.
 */
void
kp_print_job_ask (GtkWidget *widget,
                  const char *title,
                  GBytes *pdf,
                  KpPrintJobFunc done)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = gtk_print_unix_dialog_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { g_object_ref (widget), g_strdup (title), g_bytes_ref (pdf), done, -1 };
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  /* A dialog may also go with its window, without an answer. */
  g_object_set_data_full (G_OBJECT (dialog), JOB, job, job_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), job);
  gtk_window_present (GTK_WINDOW (dialog));
}
