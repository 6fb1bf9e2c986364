/* test-archive.c – a campaign becomes open files and a record again; a file that isn't as it was written is named.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-test-campaign.h"
#include "kp-test-program.h"
#include "kp-test.h"

/* An archive of a small campaign, of a file or a server. */
static char *
make_archive (KpTestDatabase *t, KpTestFolder *folder, gboolean with_papers)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *path = kp_test_folder_dup_file (folder, "archive");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (KpTestProgram) program = NULL;

  kp_test_campaign_register (c, "D01", 5);
  kp_test_campaign_review (c);
  g_ptr_array_add (words, (gpointer) "archive");
  g_ptr_array_add (words, (gpointer) "out");
  if (t->kind == KP_DATABASE_POSTGRES)
    g_ptr_array_add (words, (gpointer) "--connect");
  g_ptr_array_add (words, c->database->location);
  g_ptr_array_add (words, path);
  g_ptr_array_add (words, (gpointer) (with_papers ? "--json" : "--without-papers"));
  g_ptr_array_add (words, NULL);
  program = kp_test_program_run_in (NULL, (const char *const *) words->pdata);
  if (program->status != 0)
    g_error ("%s", program->errors);
  return g_steal_pointer (&path);
}

/* The key of the personal data is restored with the rest, and stands in no table for people. */
static void
assert_key_is_kept_back (const char *archive)
{
  g_autofree char *json = g_build_filename (archive, "tables", "campaign.json", NULL);
  g_autofree char *csv = g_build_filename (archive, "tables", "campaign.csv", NULL);
  g_autofree char *exact = kp_test_read (json, NULL);
  g_autofree char *shown = kp_test_read (csv, NULL);

  kp_test_assert_contains (exact, "\"open:");
  kp_test_assert_contains (shown, "***");
  g_assert_null (strstr (shown, "open:"));
}

static void
test_round (KpTestDatabase *t)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *archive = make_archive (t, folder, t->kind == KP_DATABASE_SQLITE);
  g_autofree char *papers = g_build_filename (archive, "papers", NULL);
  g_autofree char *sums = g_strdup_printf ("cd '%s' && sha256sum --quiet -c SHA256SUMS", archive);
  g_autofree char *record = kp_test_folder_dup_file (folder, "back.kaopin");
  g_autofree char *second = kp_test_folder_dup_file (folder, "second");
  g_autofree char *diff = g_strdup_printf ("diff -r '%s/tables' '%s/tables'", archive, second);
  g_autoptr (KpTestProgram) back = NULL, verified = NULL, again = NULL, over = NULL;
  g_autofree char *checked = NULL, *compared = NULL;
  int status = 1;

  checked = kp_test_run ((const char *const[]){ "sh", "-c", sums, NULL }, &status);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (t->kind == KP_DATABASE_POSTGRES || g_file_test (papers, G_FILE_TEST_IS_DIR));
  assert_key_is_kept_back (archive);

  back = kp_test_program_run ("archive", "in", archive, record, NULL);
  g_assert_cmpint (back->status, ==, 0);
  verified = kp_test_program_run ("verify", record, "--json", NULL);
  kp_test_assert_contains (verified->output, "\"sound\" : true");
  again = kp_test_program_run ("archive", "out", record, second, "--without-papers", NULL);
  g_assert_cmpint (again->status, ==, 0);
  compared = kp_test_run ((const char *const[]){ "sh", "-c", diff, NULL }, &status);
  g_assert_cmpstr (compared, ==, "");
  g_assert_cmpint (status, ==, 0);
  over = kp_test_program_run ("archive", "out", record, second, NULL);
  kp_test_program_assert_fails (over, 1, "second");
}

/* As one file: the same bytes each time, and one that is cut off is none. */
static void
test_zip (KpTestDatabase *t)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *archive = make_archive (t, folder, FALSE);
  g_autofree char *record = kp_test_folder_dup_file (folder, "back.kaopin");
  g_autofree char *second = kp_test_folder_dup_file (folder, "second.kaopin");
  g_autofree char *zip = kp_test_folder_dup_file (folder, "archive.zip");
  g_autofree char *left = g_strconcat (zip, ".part", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (KpTestProgram) first = kp_test_program_run ("archive", "in", archive, record, NULL);
  g_autoptr (KpTestProgram) packed = kp_test_program_run ("archive", "out", record, zip, "--without-papers", NULL);
  g_autoptr (KpTestProgram) back = NULL, cut = NULL;

  g_assert_cmpint (first->status, ==, 0);
  g_assert_cmpint (packed->status, ==, 0);
  kp_test_assert_no_file (left);
  back = kp_test_program_run ("archive", "in", zip, second, "--json", NULL);
  g_assert_cmpint (back->status, ==, 0);
  kp_test_assert_contains (back->output, "\"campaign\" : \"yunling-2026\"");
  g_assert_cmpint (g_unlink (second), ==, 0);

  bytes = kp_test_read (zip, &length);
  g_assert_true (g_file_set_contents (zip, bytes, (gssize) length / 2, NULL));
  cut = kp_test_program_run ("archive", "in", zip, second, NULL);
  kp_test_program_assert_fails (cut, 1, "archive.zip");
  kp_test_assert_no_file (second);
}

static void
change (const char *path)
{
  gsize length = 0;
  g_autofree char *text = kp_test_read (path, &length);

  text[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
}

/* Whoever changes a table and its sum is found out by the journal. */
static void
forge (const char *archive)
{
  g_autofree char *path = g_build_filename (archive, "tables", "person.json", NULL);
  g_autofree char *sums = g_strdup_printf ("cd '%s' && find . -type f ! -name SHA256SUMS | sed 's|^[.]/||' | sort | "
                                           "xargs sha256sum > s && mv s SHA256SUMS",
                                           archive);
  g_autofree char *text = kp_test_read (path, NULL);
  g_autoptr (GString) changed = g_string_new (text);
  g_autofree char *said = NULL;
  int status = 1;

  g_assert_cmpuint (g_string_replace (changed, "本科", "大专", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, (gssize) changed->len, NULL));
  said = kp_test_run ((const char *const[]){ "sh", "-c", sums, NULL }, &status);
  g_assert_cmpint (status, ==, 0);
}

static void
test_damage (KpTestDatabase *t)
{
  static const char *const files[] = { "tables/person.json", "tables/journal.csv", "manifest.json", "说明.txt", NULL };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *archive = make_archive (t, folder, FALSE);
  g_autofree char *record = kp_test_folder_dup_file (folder, "back.kaopin");
  g_autofree char *gone = g_build_filename (archive, "tables", "post.json", NULL);
  g_autofree char *kept = kp_test_folder_dup_file (folder, "post.json");
  g_autoptr (KpTestProgram) missing = NULL, forged = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (archive, files[i], NULL);
      g_autoptr (KpTestProgram) program = (change (path), kp_test_program_run ("archive", "in", archive, record, NULL));

      kp_test_program_assert_fails (program, 1, files[i]);
      kp_test_assert_no_file (record);
      change (path);
    }
  g_assert_cmpint (g_rename (gone, kept), ==, 0);
  missing = kp_test_program_run ("archive", "in", archive, record, NULL);
  kp_test_program_assert_fails (missing, 1, "tables/post.json");
  g_assert_cmpint (g_rename (kept, gone), ==, 0);
  forge (archive);
  forged = kp_test_program_run ("archive", "in", archive, record, NULL);
  kp_test_program_assert_fails (forged, 1, "kaopin: ");
  kp_test_assert_no_file (record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/journey/archive/%s/becomes-a-record-again", test_round);
  kp_test_database_add ("/journey/archive/%s/as-one-file", test_zip);
  kp_test_database_add ("/journey/archive/%s/names-what-is-damaged", test_damage);
  return g_test_run ();
}
