/* kp-test.c – what every test leans on: a folder of its own, files, text, and a random source that repeats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test.h"

#include <glib/gstdio.h>
#include <string.h>

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/** kp_test_folder_new: makes an empty folder for one test; it and all in it go with kp_test_folder_free(). */
KpTestFolder *
kp_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  KpTestFolder *folder = g_new0 (KpTestFolder, 1);

  folder->path = g_dir_make_tmp ("kaopin-test-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

/** kp_test_folder_free: removes @folder (nullable) with all that a test left in it. */
void
kp_test_folder_free (KpTestFolder *folder)
{
  if (folder == NULL)
    return;
  remove_tree (folder->path);
  g_free (folder->path);
  g_free (folder);
}

/** kp_test_folder_dup_file: the path of the file @name in @folder, whether it exists or not. (transfer full) */
char *
kp_test_folder_dup_file (const KpTestFolder *folder,
                         const char         *name)
{
  return g_build_filename (folder->path, name, NULL);
}

/** kp_test_folder_write: writes @length bytes (-1 = up to the final nul) as file @name; returns its path. (transfer full) */
char *
kp_test_folder_write (const KpTestFolder *folder,
                      const char         *name,
                      const char         *text,
                      gssize              length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_folder_dup_file (folder, name);

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/** kp_test_dup_shipped: the path of a file that lies under tests/, say "real/registration-2026.xlsx". (transfer full) */
char *
kp_test_dup_shipped (const char *name)
{
  char *path = g_test_build_filename (G_TEST_DIST, name, NULL);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  return path;
}

/** kp_test_read: all bytes of @path and a nul after them; @length is nullable. (transfer full) */
char *
kp_test_read (const char *path,
              gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/**
 * kp_test_run:
 * @argv: (array zero-terminated=1): a program, looked for on the path, and its arguments
 * @status: (out) (nullable): its exit status; NULL when it must be 0
 *
 * Runs a program to its end. Its complaints go to the test's own.
 *
 * Returns: (transfer full): what it wrote to its standard output
 */
char *
kp_test_run (const char *const *argv,
             int               *status)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int wait = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &wait, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (wait, &error);
  if (status == NULL)
    g_assert_no_error (error);
  else if (error == NULL)
    *status = 0;
  else
    *status = g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED) ? -1 : error->code;
  return output;
}

/** kp_test_assert_contains: fails with both texts when @part isn't in @text. */
void
kp_test_assert_contains (const char *text,
                         const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” isn't in “%s”", part, text);
}

/** kp_test_assert_lacks: fails with both texts when @part is in @text. */
void
kp_test_assert_lacks (const char *text,
                      const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” must not be in “%s”", part, text);
}

/** kp_test_assert_no_file: fails when there is something at @path. */
void
kp_test_assert_no_file (const char *path)
{
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/** kp_test_may_measure: FALSE where times mean nothing: under the sanitizers. */
gboolean
kp_test_may_measure (void)
{
  return g_getenv ("KAOPIN_TEST_SANITIZED") == NULL;
}

/** kp_test_dice_next: the next of 2⁶⁴ equally likely numbers. */
guint64
kp_test_dice_next (KpTestDice *dice)
{
  guint64 z = (dice->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/** kp_test_dice_below: a number from 0 to @n − 1; that small ones are a trifle likelier doesn't matter here. */
guint
kp_test_dice_below (KpTestDice *dice,
                    guint       n)
{
  g_assert (n > 0);
  return (guint) (kp_test_dice_next (dice) % n);
}
