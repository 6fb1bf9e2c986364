/* kp-output.c – bytes that leave the program: to standard output, or whole into a file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "kp-command.h"

/**
 * kp_output_print:
 * @bytes: what to say
 * @length: in bytes
 * @error: return location
 *
 * Writes to standard output, to the last byte: a full disk behind a redirection is a failure, and so is a closed
 * output. A reader that went away (a pipe to `head`) is none.
 *
 * Returns: %TRUE, or %FALSE with %KP_COMMAND_ERROR_FAILED
 */
gboolean
kp_output_print (const char *bytes, gsize length, GError **error)
{
  const gboolean is_written = fwrite (bytes, 1, length, stdout) == length;

  if ((fflush (stdout) == 0 && is_written) || errno == EPIPE)
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
               _ ("The answer can't be written to standard output: %s."), g_strerror (errno));
  return FALSE;
}

/**
 * kp_output_check_target:
 * @path: where a file is to be put
 * @error: return location
 *
 * A file is put in place whole, by renaming: over a device, a pipe or a folder that would do harm.
 *
 * Returns: whether the folder can be written to and nothing but an ordinary file is there
 */
gboolean
kp_output_check_target (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (folder, W_OK | X_OK) != 0)
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The file “%s” can't be written: %s."), path,
                   g_strerror (errno));
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
               _ ("“%s” is no ordinary file, so nothing can be saved under that name; choose another."), path);
  return FALSE;
}

/**
 * kp_output_save:
 * @path: of the file
 * @bytes: its content
 * @error: return location
 *
 * Saves a file whole: on any failure the one that was there stays as it is.
 *
 * Returns: %TRUE, or %FALSE with %KP_COMMAND_ERROR_FAILED
 */
gboolean
kp_output_save (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!kp_output_check_target (path, error))
    return FALSE;
  if (g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &local))
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The file “%s” can't be written: %s."), path,
               local->message);
  return FALSE;
}

/* The rest of a longer line that stood there. */
#define CLEAR_LINE "\r\033[K"

/** kp_output_show_progress: a #KpProgressFunc: how far long work is, on a terminal alone; it needs no @data. Thread: any. */
void
kp_output_show_progress (const char *what, guint n_done, guint n_all, gpointer data G_GNUC_UNUSED)
{
  if (!isatty (STDERR_FILENO))
    return;
  if (n_all > 0)
    fprintf (stderr, CLEAR_LINE "%s %3u %%", what, (guint) ((guint64) n_done * 100 / n_all));
  else
    fprintf (stderr, CLEAR_LINE "%s …", what);
}

/** kp_output_end_progress: the line of kp_output_show_progress() is gone. */
void
kp_output_end_progress (void)
{
  if (isatty (STDERR_FILENO))
    fputs (CLEAR_LINE, stderr);
}
