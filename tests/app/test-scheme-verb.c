/* test-scheme-verb.c – `kaopin scheme …` as a user types it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-test-program.h"
#include "kp-test.h"

#define MAX_WORDS 8

static char *
write_changed (const KpTestFolder *folder, const char *name, const char *find, const char *with)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *text = kp_test_read (path, NULL);
  const char *at = strstr (text, find);
  g_autoptr (GString) out = NULL;

  g_assert_nonnull (at);
  out = g_string_new_len (text, at - text);
  g_string_append (out, with);
  g_string_append (out, at + strlen (find));
  return kp_test_folder_write (folder, name, out->str, -1);
}

/* ---- wrong words ---- */

static const struct
{
  const char *path;
  const char *words[MAX_WORDS];
  const char *says;
} wrong[] = {
  { "/app/scheme/usage/nothing", { "scheme" }, "kaopin scheme" },
  { "/app/scheme/usage/unknown", { "scheme", "chek" }, "check explain diff try copy keys table" },
  { "/app/scheme/usage/check-needs-a-file", { "scheme", "check" }, "SCHEME.json" },
  { "/app/scheme/usage/diff-needs-two", { "scheme", "diff", "a.json" }, "A.json B.json" },
  { "/app/scheme/usage/one-word-too-many", { "scheme", "explain", "a.json", "b.json" }, "explain SCHEME.json" },
  { "/app/scheme/usage/option-of-another", { "scheme", "explain", "a.json", "--ready" }, "explain SCHEME.json" },
  { "/app/scheme/usage/copy-needs-a-code", { "scheme", "copy", "a.json", "b.json" }, "--code" },
  { "/app/scheme/usage/years", { "scheme", "copy", "a.json", "b.json", "--code", "x", "--shift-years=two" }, "two" },
  { "/app/scheme/usage/table-of-what", { "scheme", "table", "a.json" }, "--xlsx" },
};

static void
test_wrong_words (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, wrong[i].words);

  kp_test_program_assert_fails (program, 2, wrong[i].says);
}

/* ---- help ---- */

/* The path that help names is a file that can be read: in the build folder as where it is installed. */
static void
test_help_names_the_guide (void)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("help", "scheme", NULL);
  const char *end = strstr (program->output, "/help/scheme.md\n");
  const char *begin = end;
  g_autofree char *path = NULL;
  g_autofree char *guide = NULL;

  g_assert_nonnull (end);
  while (begin > program->output && begin[-1] != '\n')
    begin--;
  begin = strchr (begin, '/');
  path = g_strndup (begin, end + strlen ("/help/scheme.md") - begin);
  guide = kp_test_read (path, NULL);
  kp_test_assert_contains (guide, "# 招聘方案怎么写");
}

static void
test_help_of_verb_without_guide (void)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("help", "version", NULL);

  g_assert_null (strstr (program->output, ".md"));
  g_assert_null (strstr (program->output, "Content-Type"));
}

/* ---- check ---- */

static void
test_check_good (void)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("scheme", "check", path, "--json", NULL);

  g_assert_cmpint (program->status, ==, 0);
  kp_test_assert_contains (program->output, "\"code\" : \"yunling-2026\"");
  kp_test_assert_contains (program->output, "\"posts\" : 8");
  kp_test_assert_contains (program->output, "\"places\" : 52");
  kp_test_assert_contains (program->output, "\"digest\" : \"");
  kp_test_assert_contains (program->output, "\"good\" : true");
  kp_test_assert_contains (program->output, "\"problems\" : []");
}

static void
test_check_bad (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = write_changed (folder, "bad.json", "\"action\": \"reduce\"", "\"action\": \"shrink\"");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("scheme", "check", path, NULL);

  g_assert_cmpint (program->status, ==, 1);
  kp_test_assert_contains (program->output, "quota.action");
  kp_test_assert_contains (program->output, "shrink");
  kp_test_assert_contains (program->output, "\"cancel\"");
}

/* What the law doubts is told and isn't refused. */
static void
test_check_doubtful (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = write_changed (folder, "doubt.json", "{ \"veteran\": true }", "{ \"sex_in\": [\"男\"] }");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("scheme", "check", path, "--json", NULL);
  const char *warnings;

  g_assert_cmpint (program->status, ==, 0);
  warnings = strstr (program->output, "\"warnings\" : [");
  g_assert_nonnull (warnings);
  g_assert_nonnull (strstr (warnings, "\"path\""));
}

/* A text that is printed months later is refused now, with its place, its line and the field; “new” refuses it too. */
static void
test_check_wordings (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = write_changed (folder, "bad.json", "\"wordings\": []",
                                         "\"wordings\": [ { \"key\": \"letter-hire\", \"text\": \"# 聘用通知书\\n\\n{姓名明}你好。\" } ]");
  g_autofree char *record = kp_test_folder_dup_file (folder, "x.kaopin");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("scheme", "check", path, "--json", NULL);
  g_autoptr (KpTestProgram) made = kp_test_program_run ("new", record, "--scheme", path, NULL);

  g_assert_cmpint (program->status, ==, 1);
  kp_test_assert_contains (program->output, "wordings[0].text");
  kp_test_assert_contains (program->output, "姓名明");
  g_assert_cmpint (made->status, ==, 1);
  kp_test_assert_contains (made->errors, "姓名明");
  g_assert_false (g_file_test (record, G_FILE_TEST_EXISTS));
}

static void
test_check_ready (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "short.json",
                                                "{\"kaopin-scheme\": 2, \"code\": \"x\", \"title\": \"T\", \"posts\": "
                                                "[{\"code\": \"A\", \"name\": \"N\", \"places\": 1}]}",
                                                -1);
  g_autoptr (KpTestProgram) plain = kp_test_program_run ("scheme", "check", path, NULL);
  g_autoptr (KpTestProgram) ready = kp_test_program_run ("scheme", "check", path, "--ready", NULL);

  g_assert_cmpint (plain->status, ==, 0);
  g_assert_cmpint (ready->status, ==, 1);
}

static void
test_check_no_scheme (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "letter.txt", "Dear committee,\n", -1);
  g_autoptr (KpTestProgram) program = kp_test_program_run ("scheme", "check", path, NULL);
  g_autoptr (KpTestProgram) missing = kp_test_program_run ("scheme", "check", "/nowhere/x.json", NULL);

  kp_test_program_assert_fails (program, 1, "letter.txt");
  kp_test_program_assert_fails (missing, 1, "/nowhere/x.json");
}

/* ---- explain, diff, keys ---- */

static void
test_explain (void)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (KpTestProgram) text = kp_test_program_run ("scheme", "explain", path, NULL);
  g_autoptr (KpTestProgram) json = kp_test_program_run ("scheme", "explain", path, "--json", NULL);

  g_assert_cmpint (text->status, ==, 0);
  g_assert_true (g_str_has_prefix (text->output, "云岭县2026年公开招聘社区专职工作人员\n"));
  kp_test_assert_contains (text->output, "\n\n一、招聘原则和计划\n招聘工作坚持");
  kp_test_assert_contains (json->output, "\"heading\" : \"一、招聘原则和计划\",\n      \"paragraphs\" : [");
}

static void
test_diff (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *old = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *new = write_changed (folder, "new.json", "\"places\": 12", "\"places\": 10");
  g_autoptr (KpTestProgram) differs = kp_test_program_run ("scheme", "diff", old, new, NULL);
  g_autoptr (KpTestProgram) json = kp_test_program_run ("scheme", "diff", old, new, "--json", NULL);
  g_autoptr (KpTestProgram) equal = kp_test_program_run ("scheme", "diff", old, old, NULL);

  g_assert_cmpint (differs->status, ==, 0);
  g_assert_cmpstr (differs->output, ==, "招聘原则和计划\n岗位A01的招聘人数由12改为10\n\n共1处差别\n");
  kp_test_assert_contains (json->output, "\"equal\" : false");
  kp_test_assert_contains (json->output, "\"differences\" : 1");
  g_assert_cmpint (equal->status, ==, 0);
  g_assert_cmpstr (equal->output, ==, "两个方案没有差别\n");
}

static void
test_keys (void)
{
  g_autoptr (KpTestProgram) text = kp_test_program_run ("scheme", "keys", NULL);
  g_autoptr (KpTestProgram) json = kp_test_program_run ("scheme", "keys", "--json", NULL);

  g_assert_cmpint (text->status, ==, 0);
  kp_test_assert_contains (text->output, "interview.panel.examiners");
  kp_test_assert_contains (json->output, "\"key\" : \"posts[].places\"");
  kp_test_assert_contains (json->output, "\"allowed\" : \"half_up truncate half_even up\"");
}

/* ---- copy ---- */

static void
test_copy (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *old = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *new = kp_test_folder_dup_file (folder, "new.json");
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KpTestProgram) copied = kp_test_program_run ("scheme", "copy", old, new, "--code", "yunling-2027", "--title",
                                                          "云岭县2027年公开招聘", "--shift-years", "1", NULL);
  g_autoptr (KpTestProgram) again = NULL;
  g_autoptr (KpTestProgram) checked = kp_test_program_run ("scheme", "check", new, NULL);

  g_assert_cmpstr (copied->errors, ==, "");
  g_assert_cmpint (copied->status, ==, 0);
  kp_test_assert_contains (copied->output, "requirements[0].text");
  g_assert_null (strstr (copied->output, "\ntitle\n"));
  g_assert_null (strstr (copied->output, "\ncode\n"));
  g_assert_cmpint (checked->status, ==, 0);
  text = kp_test_read (new, NULL);
  kp_test_assert_contains (text, "\"code\": \"yunling-2027\"");
  kp_test_assert_contains (text, "\"title\": \"云岭县2027年公开招聘\"");
  kp_test_assert_contains (text, "\"registration_from\": \"2027-03-02\"");
  kp_test_assert_contains (text, "\"born\": { \"from\": \"1986-03-02\", \"to\": \"2009-03-02\" }");

  again = kp_test_program_run ("scheme", "copy", old, new, "--code", "other", NULL);
  kp_test_program_assert_fails (again, 1, "new.json");
  after = kp_test_read (new, NULL);
  g_assert_cmpstr (after, ==, text);
}

static void
test_copy_refuses_a_bad_code (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *old = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *new = kp_test_folder_dup_file (folder, "new.json");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("scheme", "copy", old, new, "--code", "云岭 2027", NULL);

  g_assert_cmpint (program->status, ==, 1);
  kp_test_assert_no_file (new);
}

/* ---- tables ---- */

static void
test_table (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *book = kp_test_folder_dup_file (folder, "scheme.xlsx");
  g_autofree char *csv = kp_test_folder_dup_file (folder, "tables");
  g_autofree char *posts = g_build_filename (csv, "岗位.csv", NULL);
  g_autofree char *back = kp_test_folder_dup_file (folder, "back.json");
  g_autofree char *before = kp_test_read (scheme, NULL);
  g_autofree char *after = NULL;
  g_autofree char *table = NULL;
  g_autoptr (KpTestProgram) written = kp_test_program_run ("scheme", "table", scheme, "--xlsx", book, "--csv", csv, NULL);
  g_autoptr (KpTestProgram) read = kp_test_program_run ("scheme", "table", "--from", book, back, NULL);
  g_autoptr (KpTestProgram) again = kp_test_program_run ("scheme", "table", "--from", book, back, NULL);
  g_autoptr (KpTestProgram) no_book = kp_test_program_run ("scheme", "table", "--from", scheme, back, NULL);

  g_assert_cmpint (written->status, ==, 0);
  g_assert_cmpstr (read->errors, ==, "");
  g_assert_cmpint (read->status, ==, 0);
  after = kp_test_read (back, NULL);
  g_assert_cmpstr (after, ==, before);
  table = kp_test_read (posts, NULL);
  kp_test_assert_contains (table, "代码,名称,所在街道,招聘人数,");
  kp_test_assert_contains (table, "\r\nA01,综合岗,01,12,面向社会公开招聘,");
  kp_test_program_assert_fails (again, 1, "back.json");
  kp_test_program_assert_fails (no_book, 1, "scheme-2026.json");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_test_add_data_func (wrong[i].path, GUINT_TO_POINTER (i), test_wrong_words);
  g_test_add_func ("/app/scheme/help/names-the-guide", test_help_names_the_guide);
  g_test_add_func ("/app/scheme/help/verb-without-guide", test_help_of_verb_without_guide);
  g_test_add_func ("/app/scheme/check/good", test_check_good);
  g_test_add_func ("/app/scheme/check/bad", test_check_bad);
  g_test_add_func ("/app/scheme/check/doubtful", test_check_doubtful);
  g_test_add_func ("/app/scheme/check/wordings", test_check_wordings);
  g_test_add_func ("/app/scheme/check/ready", test_check_ready);
  g_test_add_func ("/app/scheme/check/no-scheme", test_check_no_scheme);
  g_test_add_func ("/app/scheme/explain", test_explain);
  g_test_add_func ("/app/scheme/diff", test_diff);
  g_test_add_func ("/app/scheme/keys", test_keys);
  g_test_add_func ("/app/scheme/copy", test_copy);
  g_test_add_func ("/app/scheme/copy-refuses-a-bad-code", test_copy_refuses_a_bad_code);
  g_test_add_func ("/app/scheme/table", test_table);
  return g_test_run ();
}
