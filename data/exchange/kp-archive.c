/* kp-archive.c – the parts of a zip file in memory, under limits.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sizes in the directory of the file are judged before a byte is unzipped, so a bomb of 2 GB costs
 * nothing. A directory that lies doesn't help: unzipping stops at the size it states, and the checksum of the
 * part then fails. */

#include "kp-archive.h"

#include <glib/gi18n-lib.h>
#include <minizip/unzip.h>
#include <string.h>

#include "kp-exchange-error.h"

#define PIECE (64 * 1024)
#define RATIO_FROM (8 * 1024 * 1024)

struct _KpArchive
{
  GBytes *bytes;
  goffset position; /* of the reading head in bytes */
  unzFile zip;
  GHashTable *parts; /* lower-case name → unz64_file_pos */
};

/* minizip reads through these; opaque is the KpArchive. */

static voidpf
open_memory (voidpf opaque, const void *filename G_GNUC_UNUSED, int mode G_GNUC_UNUSED)
{
  KpArchive *archive = opaque;

  archive->position = 0;
  return archive;
}

static uLong
read_memory (voidpf opaque, voidpf stream G_GNUC_UNUSED, void *buffer, uLong size)
{
  KpArchive *archive = opaque;
  gsize length;
  const char *data = g_bytes_get_data (archive->bytes, &length);
  gsize n = MIN ((gsize) size, length - (gsize) archive->position);

  if (n > 0)
    memcpy (buffer, data + archive->position, n);
  archive->position += (goffset) n;
  return (uLong) n;
}

static ZPOS64_T
tell_memory (voidpf opaque, voidpf stream G_GNUC_UNUSED)
{
  return (ZPOS64_T) ((KpArchive *) opaque)->position;
}

static long
seek_memory (voidpf opaque, voidpf stream G_GNUC_UNUSED, ZPOS64_T offset, int origin)
{
  KpArchive *archive = opaque;
  ZPOS64_T length = g_bytes_get_size (archive->bytes);
  ZPOS64_T base = 0;

  if (origin == ZLIB_FILEFUNC_SEEK_CUR)
    base = (ZPOS64_T) archive->position;
  else if (origin == ZLIB_FILEFUNC_SEEK_END)
    base = length;
  if (offset > length - base)
    return -1;
  archive->position = (goffset) (base + offset);
  return 0;
}

static int
close_memory (voidpf opaque G_GNUC_UNUSED, voidpf stream G_GNUC_UNUSED)
{
  return 0;
}

static int
read_no_error (voidpf opaque G_GNUC_UNUSED, voidpf stream G_GNUC_UNUSED)
{
  return 0;
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_DAMAGED,
                       _ ("The workbook is damaged or was not copied whole. Open it, save it again as .xlsx "
                          "and retry."));
}

static gboolean
may_unzip (const unz_file_info64 *info, guint64 *total, const KpWorkbookLimits *limits, GError **error)
{
  gboolean is_bomb = info->uncompressed_size > RATIO_FROM &&
                     info->uncompressed_size / limits->max_ratio > MAX (info->compressed_size, 1);

  if (info->flag & 1)
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_ENCRYPTED,
                           _ ("The file is protected by a password. Save it again without one."));
      return FALSE;
    }
  if (is_bomb || info->uncompressed_size > limits->max_unzipped ||
      *total + info->uncompressed_size > limits->max_unzipped)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("The workbook would unpack to far more than a list of applicants (the limit is %u "
                      "MB). Delete pictures and unused sheets and save it again."),
                   (guint) (limits->max_unzipped >> 20));
      return FALSE;
    }
  *total += info->uncompressed_size;
  return TRUE;
}

/* Some writers use back slashes, a leading slash, or other case than the relations do. */
static char *
part_key (const char *name)
{
  char *key = g_ascii_strdown (name[0] == '/' || name[0] == '\\' ? name + 1 : name, -1);

  return g_strdelimit (key, "\\", '/');
}

static gboolean
list_parts (KpArchive *archive, const KpWorkbookLimits *limits, GError **error)
{
  guint64 total = 0;
  guint n = 0;
  int status;

  for (status = unzGoToFirstFile (archive->zip); status == UNZ_OK; status = unzGoToNextFile (archive->zip))
    {
      unz_file_info64 info;
      unz64_file_pos *position = g_new0 (unz64_file_pos, 1);
      char name[512];

      if (unzGetCurrentFileInfo64 (archive->zip, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK ||
          unzGetFilePos64 (archive->zip, position) != UNZ_OK)
        {
          g_free (position);
          set_damaged (error);
          return FALSE;
        }
      name[sizeof name - 1] = '\0';
      g_hash_table_insert (archive->parts, part_key (name), position);
      if (!may_unzip (&info, &total, limits, error))
        return FALSE;
      if (++n > limits->max_entries)
        {
          g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The workbook has more than %u parts inside. Copy the list into a new workbook."),
                       limits->max_entries);
          return FALSE;
        }
    }
  if (status != UNZ_END_OF_LIST_OF_FILE)
    set_damaged (error);
  return status == UNZ_END_OF_LIST_OF_FILE;
}

/**
 * kp_archive_open:
 * @bytes: a zip file
 * @limits: what is too much
 * @error: a #KpExchangeError: DAMAGED, ENCRYPTED, TOO_LARGE
 *
 * Reads the directory of a zip file and refuses it when it states more than @limits allow.
 *
 * Returns: (transfer full) (nullable): the archive, holding a reference on @bytes
 */
KpArchive *
kp_archive_open (GBytes *bytes, const KpWorkbookLimits *limits, GError **error)
{
  g_autoptr (KpArchive) archive = NULL;
  zlib_filefunc64_def functions = {
    .zopen64_file = open_memory,
    .zread_file = read_memory,
    .ztell64_file = tell_memory,
    .zseek64_file = seek_memory,
    .zclose_file = close_memory,
    .zerror_file = read_no_error,
  };

  g_return_val_if_fail (bytes != NULL && limits != NULL, NULL);

  archive = g_new0 (KpArchive, 1);
  archive->bytes = g_bytes_ref (bytes);
  archive->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  functions.opaque = archive;
  archive->zip = unzOpen2_64 ("", &functions);
  if (archive->zip == NULL)
    {
      set_damaged (error);
      return NULL;
    }
  if (!list_parts (archive, limits, error))
    return NULL;
  return g_steal_pointer (&archive);
}

/**
 * kp_archive_free:
 * @archive: (transfer full) (nullable): an archive
 *
 * Closes it.
 */
void
kp_archive_free (KpArchive *archive)
{
  if (archive == NULL)
    return;
  if (archive->zip != NULL)
    unzClose (archive->zip);
  g_hash_table_unref (archive->parts);
  g_bytes_unref (archive->bytes);
  g_free (archive);
}

/**
 * kp_archive_has:
 * @archive: an archive
 * @name: a part, in any case
 *
 * Returns: whether the archive has that part
 */
gboolean
kp_archive_has (KpArchive *archive, const char *name)
{
  g_autofree char *key = part_key (name);

  return g_hash_table_contains (archive->parts, key);
}

static gboolean
read_pieces (KpArchive *archive, KpArchiveFunc func, gpointer user_data, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  int n;

  do
    {
      n = unzReadCurrentFile (archive->zip, piece, PIECE);
      if (n < 0)
        {
          set_damaged (error);
          return FALSE;
        }
      if (!func (piece, (gsize) n, user_data, error))
        return FALSE;
    }
  while (n > 0);
  return TRUE;
}

/**
 * kp_archive_read:
 * @archive: an archive
 * @name: a part, in any case
 * @func: gets its bytes; may return FALSE without an error to stop
 * @user_data: for @func
 * @error: a #KpExchangeError, or that of @func
 *
 * Unzips one part. A wrong checksum is an error after the last piece, so nothing may be kept before this
 * returns.
 *
 * Returns: TRUE when the part was read to its end
 */
gboolean
kp_archive_read (KpArchive *archive, const char *name, KpArchiveFunc func, gpointer user_data, GError **error)
{
  g_autofree char *key = part_key (name);
  unz64_file_pos *position = g_hash_table_lookup (archive->parts, key);
  gboolean is_whole;

  if (position == NULL || unzGoToFilePos64 (archive->zip, position) != UNZ_OK ||
      unzOpenCurrentFile (archive->zip) != UNZ_OK)
    {
      set_damaged (error);
      return FALSE;
    }
  is_whole = read_pieces (archive, func, user_data, error);
  if (unzCloseCurrentFile (archive->zip) == UNZ_CRCERROR && is_whole)
    {
      set_damaged (error);
      return FALSE;
    }
  return is_whole;
}
