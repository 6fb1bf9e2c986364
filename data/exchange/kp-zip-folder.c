/* kp-zip-folder.c – a folder of files as one zip file, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-zip-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <string.h>

#include "kp-exchange-error.h"

#define PIECE (256 * 1024)
#define MOST_BYTES (G_GUINT64_CONSTANT (8) << 30) /* of a whole archive: what claims more is a bomb */
#define MADE_BY_UNIX (3 << 8)
#define NAMES_ARE_UTF8 (1 << 11)
#define MOST_NAME 1024

static gboolean
refuse (GError **error, const char *path, const char *reason)
{
  g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_DAMAGED, _ ("The zip file “%s”: %s."), path, reason);
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Files below @folder, by their paths there; always in the same order. */
static void
list_files (const char *folder, const char *below, GPtrArray *names)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = *below != '\0' ? g_strconcat (below, "/", name, NULL) : g_strdup (name);
      g_autofree char *full = g_build_filename (folder, inner, NULL);

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        list_files (folder, inner, names);
      else
        g_ptr_array_add (names, g_steal_pointer (&inner));
    }
  g_ptr_array_sort (names, compare_names);
}

/* Without the time of the file: the same folder gives the same bytes. */
static gboolean
pack_one (zipFile zip, const char *folder, const char *name, GError **error)
{
  const zip_fileinfo info = { .tmz_date = { 0, 0, 0, 1, 0, 1980 } };
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  gboolean ok = TRUE;

  if (!g_file_get_contents (path, &bytes, &length, &local))
    return refuse (error, name, local->message);
  if (zipOpenNewFileInZip4_64 (zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS,
                               DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL, 0, MADE_BY_UNIX, NAMES_ARE_UTF8, 1)
      != ZIP_OK)
    return refuse (error, name, _ ("it can't be written"));
  for (gsize at = 0; ok && at < length; at += PIECE)
    ok = zipWriteInFileInZip (zip, bytes + at, (unsigned) MIN (length - at, PIECE)) == ZIP_OK;
  ok = zipCloseFileInZip (zip) == ZIP_OK && ok;
  return ok || refuse (error, name, _ ("it can't be written"));
}

/**
 * kp_zip_folder_pack:
 * @folder: a folder, whose own name is left out
 * @path: the zip file; what is there is overwritten
 * @progress: (nullable): is told of each file
 * @error: #KP_EXCHANGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %TRUE when every file is in it, or %FALSE and there is no zip file
 */
gboolean
kp_zip_folder_pack (const char *folder, const char *path, KpProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  zipFile zip = zipOpen64 (path, APPEND_STATUS_CREATE);
  gboolean ok = zip != NULL || refuse (error, path, g_strerror (errno));

  list_files (folder, "", names);
  for (guint i = 0; ok && i < names->len; i++)
    ok = kp_progress_step (progress, _ ("Packing"), i, names->len, error)
         && pack_one (zip, folder, g_ptr_array_index (names, i), error);
  if (zip != NULL && zipClose (zip, NULL) != ZIP_OK && ok)
    ok = refuse (error, path, _ ("it can't be written"));
  if (!ok)
    g_unlink (path);
  return ok;
}

/* A name that leads out of the folder is an attack. */
static gboolean
is_safe (const char *name)
{
  return *name != '\0' && *name != '/' && strchr (name, '\\') == NULL && strstr (name, "..") == NULL
         && g_utf8_validate (name, -1, NULL);
}

static gboolean
unpack_bytes (unzFile zip, FILE *file, guint64 *n_left)
{
  g_autofree char *piece = g_malloc (PIECE);
  int n;

  while ((n = unzReadCurrentFile (zip, piece, PIECE)) > 0)
    {
      if ((guint64) n > *n_left || fwrite (piece, 1, (size_t) n, file) != (size_t) n)
        return FALSE;
      *n_left -= (guint64) n;
    }
  return n == 0;
}

static gboolean
unpack_one (unzFile zip, const char *folder, guint64 *n_left, GError **error)
{
  char name[MOST_NAME] = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *parent = NULL;
  FILE *file = NULL;
  gboolean ok;

  if (unzGetCurrentFileInfo64 (zip, NULL, name, sizeof name - 1, NULL, 0, NULL, 0) != UNZ_OK || !is_safe (name))
    return refuse (error, name, _ ("it isn't as the program wrote it"));
  if (g_str_has_suffix (name, "/"))
    return TRUE;
  path = g_build_filename (folder, name, NULL);
  parent = g_path_get_dirname (path);
  if (g_mkdir_with_parents (parent, 0700) != 0 || (file = g_fopen (path, "wb")) == NULL)
    return refuse (error, name, g_strerror (errno));
  ok = unzOpenCurrentFile (zip) == UNZ_OK;
  ok = ok && unpack_bytes (zip, file, n_left);
  ok = unzCloseCurrentFile (zip) == UNZ_OK && ok;
  ok = fclose (file) == 0 && ok;
  return ok || refuse (error, name, _ ("it is damaged, or there is no room for it"));
}

/**
 * kp_zip_folder_unpack:
 * @path: a zip file
 * @folder: where its files go; made when it isn't there
 * @progress: (nullable): is told of each file
 * @error: #KP_EXCHANGE_ERROR, naming the file that is damaged, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %TRUE when every file is there
 */
gboolean
kp_zip_folder_unpack (const char *path, const char *folder, KpProgress *progress, GError **error)
{
  unzFile zip = unzOpen64 (path);
  guint64 n_left = MOST_BYTES;
  unz_global_info64 info = { 0 };
  guint n_done = 0;
  int code = UNZ_OK;
  gboolean ok = TRUE;

  if (zip == NULL)
    return refuse (error, path, _ ("it is no zip file, or damaged"));
  unzGetGlobalInfo64 (zip, &info);
  for (code = unzGoToFirstFile (zip); ok && code == UNZ_OK; code = unzGoToNextFile (zip))
    ok = kp_progress_step (progress, _ ("Unpacking"), n_done++, (guint) info.number_entry, error)
         && unpack_one (zip, folder, &n_left, error);
  unzClose (zip);
  if (ok && code != UNZ_END_OF_LIST_OF_FILE)
    return refuse (error, path, _ ("it is no zip file, or damaged"));
  return ok;
}

/**
 * kp_zip_folder_remove:
 * @folder: a folder of kp_zip_folder_unpack(), or one that was begun for kp_zip_folder_pack()
 *
 * Removes it with everything in it; links are not followed.
 *
 * Returns: %TRUE when it is gone
 */
gboolean
kp_zip_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (folder, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        kp_zip_folder_remove (inner);
      else
        g_unlink (inner);
    }
  return g_rmdir (folder) == 0;
}
