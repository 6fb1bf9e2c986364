/* kp-photo-folder.c – looks at a folder of photos, each file named by its applicant's number.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-photo-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-id-number.h"

/* What file managers leave behind. */
static gboolean
is_foreign (const char *name)
{
  return *name == '.' || g_ascii_strcasecmp (name, "Thumbs.db") == 0 || g_ascii_strcasecmp (name, "desktop.ini") == 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = NULL;
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT, _ ("The folder of photos “%s” can't be read."), folder);
      return NULL;
    }
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!is_foreign (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static KpPhotoRow *
read_file (const char *folder, const char *name, const KpPhotoDemand *demand)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *key = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (GError) error = NULL;
  KpPhotoRow *row = kp_photo_row_new (key);

  if (bytes == NULL)
    {
      row->fault = g_strdup (_ ("The file can't be read."));
      return row;
    }
  row->jpeg = kp_photo_make (bytes, demand, &row->width, &row->height, &error);
  if (row->jpeg == NULL)
    row->fault = g_strdup (error->message);
  return row;
}

/**
 * kp_photo_folder_read:
 * @folder: a folder; those within it are not looked into
 * @demand: what photos must be like
 * @error: return location
 *
 * Looks at each file; one that is no good photo is a row with a fault. Takes 5 KB of memory for each.
 *
 * Returns: (transfer full) (nullable) (element-type KpPhotoRow): the rows, or %NULL with #KP_STEP_ERROR
 */
GPtrArray *
kp_photo_folder_read (const char *folder, const KpPhotoDemand *demand, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (folder, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (names == NULL)
    return NULL;
  if (names->len == 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _ ("There is no photo in the folder “%s”."), folder);
      return NULL;
    }
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_photo_row_free);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (rows, read_file (folder, g_ptr_array_index (names, i), demand));
  return g_steal_pointer (&rows);
}

/**
 * kp_photo_row_dup_mark:
 * @row: a file that was looked at, and maybe found in the record
 *
 * Returns: (transfer full) (nullable): its registration number, or its ID number with the middle hidden; %NULL for a name
 *   that may be anything
 */
char *
kp_photo_row_dup_mark (const KpPhotoRow *row)
{
  if (row->application != NULL)
    return g_strdup (row->application);
  return kp_id_number_check (row->key, NULL) == KP_ID_NUMBER_OK ? kp_id_number_mask (row->key) : NULL;
}
