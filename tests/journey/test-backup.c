/* test-backup.c – backups are made by themselves and by order, room is made for them, and a record is had back from one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-test-database.h"
#include "kp-test-program.h"
#include "kp-test.h"

static char *
run (const char *verb, const char *a, const char *b, const char *c)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run (verb, a, b, c, NULL);

  if (program->status != 0)
    g_error ("kaopin %s: %s", verb, program->errors);
  return g_strdup (program->output);
}

static void
assert_refused (const char *a, const char *b, const char *c)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("restore", a, b, c, NULL);

  kp_test_program_assert_fails (program, 1, "kaopin: ");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in a folder, sorted; owned by the array. */
static GPtrArray *
list (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static char *
dup_head (const char *record)
{
  g_autofree char *output = run ("verify", record, "--json", NULL);
  const char *at = strstr (output, "\"head\" : \"");

  g_assert_nonnull (at);
  return g_strndup (at + strlen ("\"head\" : \""), 64);
}

static void
damage (const char *path)
{
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (path, &length);

  memset (bytes + length / 2, 0, 16384);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static char *
make_record (const KpTestFolder *folder)
{
  g_free (run ("demo", folder->path, "--until", "written"));
  return kp_test_folder_dup_file (folder, "demo.kaopin");
}

/* The shortlist closes the stage of the written exam. */
static void
test_backups (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autofree char *backups = kp_test_folder_dup_file (folder, "demo.backups");
  g_autofree char *other = kp_test_folder_dup_file (folder, "other.kaopin");
  g_autofree char *bad = kp_test_folder_dup_file (folder, "bad.kaopin");
  g_autoptr (GPtrArray) made = NULL;
  g_autofree char *head = NULL, *old_head = NULL, *restored = NULL, *later = NULL, *had = NULL, *text = NULL;
  const char *backup;

  g_free (run ("shortlist", record, NULL, NULL));
  made = list (backups);
  head = dup_head (record);
  g_assert_cmpuint (made->len, ==, 1);
  backup = g_ptr_array_index (made, 0);
  old_head = dup_head (backup);
  g_assert_cmpstr (old_head, ==, head);

  /* Over a newer record never without a word; and what was there is kept. */
  restored = run ("restore", backup, other, "--json");
  kp_test_assert_lacks (restored, "aside");
  assert_refused (backup, other, "--json");
  later = run ("restore", backup, other, "--yes");
  kp_test_assert_contains (later, "other.replaced-");
  had = run ("verify", other, "--json", NULL);
  kp_test_assert_contains (had, "\"sound\" : true");

  /* A record that is damaged is had back; a backup that is damaged is none. */
  damage (other);
  assert_refused (backup, other, "--json");
  text = run ("restore", backup, other, "--yes");
  g_clear_pointer (&had, g_free);
  had = run ("verify", other, "--json", NULL);
  kp_test_assert_contains (had, "\"sound\" : true");
  damage (backup);
  assert_refused (backup, bad, "--yes");
  kp_test_assert_no_file (bad);
}

static void
test_rotates (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *record = kp_test_folder_dup_file (folder, "county.kaopin");
  g_autofree char *backups = kp_test_folder_dup_file (folder, "county.backups");
  g_autofree char *foreign = NULL, *mine = NULL, *made = NULL;
  g_autoptr (GPtrArray) left = NULL;

  made = run ("new", record, "--scheme", scheme);
  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  foreign = g_build_filename (backups, "county.20200101-000000.txt", NULL);
  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("county.2020010%u-090000.kaopin", i);
      g_autofree char *path = g_build_filename (backups, name, NULL);

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    }
  {
    const char *words[] = { "backup", record, "--keep", "1", "--days", "3", "--json", NULL };
    g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, words);

    g_assert_cmpint (program->status, ==, 0);
    kp_test_assert_contains (program->output, "\"n_removed\" : 2");
  }
  left = list (backups);
  g_assert_cmpuint (left->len, ==, 4);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  mine = g_build_filename (backups, "county.20200103-090000.kaopin", NULL);
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
}

/* A server's campaign becomes a file that verifies, and is had back by restoring and moving. */
static void
test_server (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *folder = g_build_filename (t->folder, "backups", NULL);
  const char *new_words[] = { "new", "--connect", t->location, "--scheme", scheme, NULL };
  const char *backup_words[] = { "backup", "--connect", t->location, "--to", folder, NULL };
  g_autoptr (KpTestProgram) made = kp_test_program_run_in (NULL, new_words);
  g_autoptr (KpTestProgram) backed = kp_test_program_run_in (NULL, backup_words);
  g_autoptr (GPtrArray) files = list (folder);
  g_autofree char *said = NULL;

  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpint (backed->status, ==, 0);
  g_assert_cmpuint (files->len, ==, 1);
  said = run ("verify", g_ptr_array_index (files, 0), "--json", NULL);
  kp_test_assert_contains (said, "\"sound\" : true");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/backup/comes-by-itself-and-is-had-back", test_backups);
  g_test_add_func ("/journey/backup/makes-room", test_rotates);
  g_test_add_func ("/journey/backup/of-a-server", test_server);
  return g_test_run ();
}
