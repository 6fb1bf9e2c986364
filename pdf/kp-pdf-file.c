/* kp-pdf-file.c – writes a file so that it is the old one or the whole new one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libharu's own saving writes onto the target and doesn't see what fclose() reports: on a full disk a small
 * PDF is lost without an error. */

#include "kp-pdf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kp-pdf-error.h"
#include "kp-sheet.h"

static gboolean
fail (const char *path, int code, GError **error)
{
  g_set_error (
      error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE,
      _ ("The file %s could not be written: %s. Nothing was changed; make room or choose another folder."),
      path, g_strerror (code));
  return FALSE;
}

/* Returns 0 or the errno of the first write that failed. */
static int
write_all (int fd, GBytes *bytes)
{
  gsize n = 0;
  const char *data = g_bytes_get_data (bytes, &n);

  while (n > 0)
    {
      ssize_t written = write (fd, data, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return written < 0 ? errno : EIO;
      data += written;
      n -= (gsize) written;
    }
  return 0;
}

/* Writes, flushes to the disk, closes; a device such as /dev/stdout can't be flushed and needn't be. */
static int
write_and_close (int fd, GBytes *bytes, gboolean is_regular)
{
  int code = write_all (fd, bytes);

  if (code == 0 && is_regular && fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code;
}

static gboolean
write_device (const char *path, GBytes *bytes, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int code = fd < 0 ? errno : write_and_close (fd, bytes, FALSE);

  return code == 0 || fail (path, code, error);
}

/**
 * kp_pdf_file_write:
 * @path: the target; one that is a device is written directly
 * @bytes: the whole content
 * @error: return location
 *
 * Writes beside the target, flushes to the disk and renames, so that a full
 * disk or a power cut leaves the old file.
 *
 * Returns: %FALSE with %KP_PDF_ERROR_WRITE when anything failed; no part of a
 *   new file is left then.
 */
gboolean
kp_pdf_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  GStatBuf info;
  int code = 0;
  int fd;

  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode))
    return write_device (path, bytes, error);

  fd = g_open (part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0)
    return fail (path, errno, error);
  code = write_and_close (fd, bytes, TRUE);
  if (code == 0 && g_rename (part, path) != 0)
    code = errno;
  if (code == 0)
    return TRUE;

  g_unlink (part);
  return fail (path, code, error);
}

/**
 * kp_sheet_save:
 * @self: a sheet
 * @path: where to
 * @error: return location
 *
 * Writes the bytes of kp_sheet_dup_bytes() so that a full disk is an error and
 * the old file stays.
 *
 * Returns: %FALSE with the first failure of drawing or writing.
 */
gboolean
kp_sheet_save (KpSheet *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = kp_sheet_dup_bytes (self, error);

  return bytes != NULL && kp_pdf_file_write (path, bytes, error);
}
