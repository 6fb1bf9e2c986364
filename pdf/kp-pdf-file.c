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

#define BUFFER_SIZE 65536

struct _KpPdfFile
{
  char *path;
  char *part; /* NULL = the target is a device and is written directly */
  int fd;     /* -1 = closed */
  GByteArray *buffer;
};

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
write_all (int fd, const guint8 *data, gsize n)
{
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

static int
empty_buffer (KpPdfFile *self)
{
  int code = write_all (self->fd, self->buffer->data, self->buffer->len);

  g_byte_array_set_size (self->buffer, 0);
  return code;
}

/**
 * kp_pdf_file_new:
 * @path: the target; one that is a device, such as /dev/stdout, is written directly
 * @error: return location
 *
 * Begins a file beside its target.
 *
 * Returns: (transfer full): the file, or %NULL with %KP_PDF_ERROR_WRITE
 */
KpPdfFile *
kp_pdf_file_new (const char *path, GError **error)
{
  g_autoptr (KpPdfFile) self = g_new0 (KpPdfFile, 1);
  GStatBuf info;
  gboolean is_device = g_stat (path, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode);

  self->path = g_strdup (path);
  self->buffer = g_byte_array_sized_new (BUFFER_SIZE);
  if (is_device)
    self->fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  else
    {
      self->part = g_strconcat (path, ".part", NULL);
      self->fd = g_open (self->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    }
  if (self->fd >= 0)
    return g_steal_pointer (&self);

  fail (path, errno, error);
  g_clear_pointer (&self->part, g_free);
  return NULL;
}

/**
 * kp_pdf_file_free:
 * @self: (nullable): a file
 *
 * What wasn't committed is thrown away.
 */
void
kp_pdf_file_free (KpPdfFile *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  if (self->part != NULL)
    g_unlink (self->part);
  g_free (self->path);
  g_free (self->part);
  g_byte_array_unref (self->buffer);
  g_free (self);
}

/**
 * kp_pdf_file_append:
 * @self: a file that isn't committed
 * @bytes: what comes next
 * @n_bytes: their number
 * @error: return location
 *
 * Returns: %FALSE with %KP_PDF_ERROR_WRITE when the disk is full or fails; the
 *   file must then be freed.
 */
gboolean
kp_pdf_file_append (KpPdfFile *self, gconstpointer bytes, gsize n_bytes, GError **error)
{
  int code = 0;

  if (self->buffer->len + n_bytes > BUFFER_SIZE)
    code = empty_buffer (self);
  if (code == 0 && n_bytes > BUFFER_SIZE)
    code = write_all (self->fd, bytes, n_bytes);
  else if (code == 0)
    g_byte_array_append (self->buffer, bytes, (guint) n_bytes);
  return code == 0 || fail (self->path, code, error);
}

/**
 * kp_pdf_file_commit:
 * @self: a file
 * @error: return location
 *
 * Writes the rest, flushes to the disk and renames. A device can't be flushed
 * and needn't be.
 *
 * Returns: %FALSE with %KP_PDF_ERROR_WRITE when anything failed; the target is
 *   then as it was.
 */
gboolean
kp_pdf_file_commit (KpPdfFile *self, GError **error)
{
  int code = empty_buffer (self);

  if (code == 0 && self->part != NULL && fsync (self->fd) != 0)
    code = errno;
  if (close (self->fd) != 0 && code == 0)
    code = errno;
  self->fd = -1;
  if (code == 0 && self->part != NULL && g_rename (self->part, self->path) != 0)
    code = errno;
  if (code != 0)
    return fail (self->path, code, error);

  g_clear_pointer (&self->part, g_free);
  return TRUE;
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
  g_autoptr (KpPdfFile) file = kp_pdf_file_new (path, error);

  return file != NULL &&
         kp_pdf_file_append (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) &&
         kp_pdf_file_commit (file, error);
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
