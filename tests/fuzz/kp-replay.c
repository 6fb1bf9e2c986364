/* kp-replay.c – runs a fuzz target over the files of its corpus, with any compiler.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fuzz.h"
#include "kp-test.h"

static void
test_file (gconstpointer data)
{
  const char *path = data;
  gsize size = 0;
  g_autofree char *bytes = kp_test_read (path, &size);

  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) bytes, size), ==, 0);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* FOLDER STEM: each file of FOLDER is one path, /fuzz/STEM/FILE. */
int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (paths, g_build_filename (argv[1], name, NULL));
  g_assert_cmpuint (paths->len, >, 0);
  g_ptr_array_sort (paths, compare);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *base = g_path_get_basename (paths->pdata[i]);
      g_autofree char *path = g_strdup_printf ("/fuzz/%s/%s", argv[2], base);

      g_test_add_data_func (path, paths->pdata[i], test_file);
    }
  return g_test_run ();
}
