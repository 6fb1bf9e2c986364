/* test-simulate.c – kaopin simulate: the record stays as it is, byte for byte, and no person leaves it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-test-program.h"
#include "kp-test.h"
#include "kp-workbook.h"

static char *
make_record (const KpTestFolder *folder)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *book = kp_test_dup_shipped ("real/registration-2026.xlsx");
  char *record = kp_test_folder_dup_file (folder, "campaign.kaopin");
  g_autoptr (KpTestProgram) created = kp_test_program_run ("new", record, "--scheme", scheme, NULL);
  g_autoptr (KpTestProgram) imported = kp_test_program_run ("import", record, "registrations", book, "--accept-good", NULL);
  g_autoptr (KpTestProgram) reviewed = kp_test_program_run ("review", record, "--auto", NULL);

  g_assert_cmpint (created->status, ==, 0);
  g_assert_cmpint (imported->status, ==, 0);
  g_assert_cmpint (reviewed->status, ==, 0);
  return record;
}

/* The sample's scheme with an opening ratio of 1:2 instead of 1:3. */
static char *
make_scheme (const KpTestFolder *folder)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *text = kp_test_read (path, NULL);
  char *quota = strstr (text, "\"quota\": {");
  char *ratio = strstr (quota, "\"ratio\": \"3\"");

  ratio[strlen ("\"ratio\": \"")] = '2';
  return kp_test_folder_write (folder, "other.json", text, -1);
}

static gboolean
on_row_cb (const KpSheetRow *row, gpointer data, GError **error G_GNUC_UNUSED)
{
  for (guint i = 0; i < 16; i++)
    {
      const KpCell *cell = kp_sheet_row_get_cell (row, i);

      if (cell != NULL && cell->text != NULL)
        g_string_append_printf (data, "%s\t", cell->text);
    }
  g_string_append_c (data, '\n');
  return TRUE;
}

static void
append_book (GString *text, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWorkbook) book = kp_workbook_open (path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < kp_workbook_get_n_sheets (book); i++)
    {
      kp_workbook_read_sheet (book, i, on_row_cb, text, &error);
      g_assert_no_error (error);
    }
}

/* All that was written, and what was said. */
static GString *
gather (const char *folder, const char *said)
{
  GString *text = g_string_new (said);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = g_str_has_suffix (name, ".csv") ? kp_test_read (path, NULL) : NULL;

      g_assert_true (g_str_has_prefix (name, "模拟-不得发布-"));
      if (bytes != NULL)
        g_string_append (text, bytes);
      else
        append_book (text, path);
      n++;
    }
  g_assert_cmpuint (n, ==, 8);
  return text;
}

/* Of the truth file: row, verdict, why, name, ID number … phone. */
static void
assert_names_nobody (const char *text)
{
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.truth.csv");
  g_autofree char *truth = kp_test_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (truth, "\n", -1);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (lines[i]), ",", -1);

      g_assert_true (*fields[3] == '\0' || strstr (text, fields[3]) == NULL);
      g_assert_true (*fields[4] == '\0' || strstr (text, fields[4]) == NULL);
      g_assert_true (*fields[10] == '\0' || strstr (text, fields[10]) == NULL);
    }
}

static void
test_leaves_no_trace (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autofree char *scheme = make_scheme (folder);
  g_autofree char *out = kp_test_folder_dup_file (folder, "out");
  gsize n_before = 0;
  gsize n_after = 0;
  g_autofree char *before = kp_test_read (record, &n_before);
  g_autofree char *after = NULL;
  g_autoptr (KpTestProgram) told = kp_test_program_run ("simulate", record, "--scheme", scheme, NULL);
  g_autoptr (KpTestProgram) answered
      = kp_test_program_run ("simulate", record, "--scheme", scheme, "--out", out, "--json", NULL);
  g_autoptr (KpTestProgram) verified = kp_test_program_run ("verify", record, NULL);
  g_autoptr (GString) text = NULL;

  g_assert_cmpstr (told->errors, ==, "");
  g_assert_cmpint (told->status, ==, 0);
  g_assert_cmpint (answered->status, ==, 0);
  after = kp_test_read (record, &n_after);
  g_assert_cmpmem (after, n_after, before, n_before);
  g_assert_cmpint (verified->status, ==, 0);

  kp_test_assert_contains (told->output, "模拟·不得发布");
  kp_test_assert_contains (answered->output, "\"simulation\" : true");
  kp_test_assert_contains (answered->output, "开考比例由1:3改为1:2");
  text = gather (out, told->output);
  g_string_append (text, answered->output);
  kp_test_assert_contains (text->str, "S1165");
  assert_names_nobody (text->str);
}

static void
test_refuses_another_campaign (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *text = kp_test_read (path, NULL);
  g_auto (GStrv) halves = g_strsplit (text, "\"code\": \"A02\"", 2);
  g_autofree char *changed = g_strjoinv ("\"code\": \"Z02\"", halves);
  g_autofree char *scheme = kp_test_folder_write (folder, "other.json", changed, -1);
  g_autofree char *out = kp_test_folder_dup_file (folder, "out");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("simulate", record, "--scheme", scheme, "--out", out, NULL);
  g_autoptr (KpTestProgram) missing = kp_test_program_run ("simulate", record, "--scheme", "nothing.json", NULL);

  kp_test_program_assert_fails (program, 1, "A02");
  kp_test_assert_no_file (out);
  kp_test_program_assert_fails (missing, 1, "nothing.json");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/simulate/leaves-no-trace", test_leaves_no_trace);
  g_test_add_func ("/app/simulate/refuses-another-campaign", test_refuses_another_campaign);
  return g_test_run ();
}
