/* fuzz-command.c – a command line: each line of the input is a word.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "kp-command.h"
#include "kp-fuzz.h"
#include "kp-test.h"
#include "kp-verbs.h"

#define MAX_WORDS 24

/* Words are used in a folder of their own, where these files lie: nothing outside can be named. */
static const char book[] = "序号,姓名,身份证号,报考岗位代码,学历,手机号码\n1,张三,110101199003070038,A01,本科,13900000001\n";
static const char marks[] = "准考证号,成绩\n26010100107,71.5\n";

static void
run_alone (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpAnswer) answer = NULL;
  const gboolean is_done = kp_command_ask (words, NULL, &answer, &error);

  g_assert_true (is_done);
  g_assert_no_error (error);
}

/* A record with a registration, kept as bytes, so that each input begins with the same. */
static GBytes *
get_record (void)
{
  static GBytes *record;

  if (record == NULL)
    {
      g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
      g_autofree char *path = kp_fuzz_dup_path ("x.kaopin");
      g_autofree char *folder = g_path_get_dirname (path);
      g_autoptr (GError) error = NULL;
      char *bytes = NULL;
      gsize size = 0;

      g_assert_cmpint (chdir (folder), ==, 0);
      run_alone ((const char *const[]){ "new", "x.kaopin", "--scheme", scheme, NULL });
      g_file_get_contents (scheme, &bytes, &size, &error);
      g_assert_no_error (error);
      g_free (kp_fuzz_write ("s.json", bytes, size));
      g_free (bytes);
      g_free (kp_fuzz_write ("b.csv", book, strlen (book)));
      g_free (kp_fuzz_write ("m.csv", marks, strlen (marks)));
      g_file_get_contents (path, &bytes, &size, &error);
      g_assert_no_error (error);
      record = g_bytes_new_take (bytes, size);
    }
  return record;
}

/* No path that leads out of the folder, no window, no verb that takes minutes or waits for a person. */
static gboolean
may_run (char **words)
{
  static const char *const others[] = { "bench", "demo", "room", "fonts", "audit", "print", "photos" };
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);
  gboolean is_verb = FALSE;

  if (words[0] == NULL)
    return FALSE;
  for (guint i = 0; i < n_verbs; i++)
    is_verb |= g_str_equal (words[0], verbs[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    is_verb &= !g_str_equal (words[0], others[i]);
  for (guint i = 0; is_verb && words[i] != NULL; i++)
    if (strchr (words[i], '/') != NULL || strstr (words[i], "postgres") != NULL)
      return FALSE;
  return is_verb && g_strv_length (words) <= MAX_WORDS;
}

/* What is printed would stand between the results of the tests. */
static gboolean
ask_in_silence (const char *const *words, KpAnswer **answer, GError **error)
{
  const int silence = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  const int output = dup (STDOUT_FILENO);
  gboolean is_done;

  fflush (stdout);
  dup2 (silence, STDOUT_FILENO);
  is_done = kp_command_ask (words, NULL, answer, error);
  fflush (stdout);
  dup2 (output, STDOUT_FILENO);
  close (output);
  close (silence);
  return is_done;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) words = g_strsplit (text, "\n", -1);
  GBytes *record = get_record ();
  g_autoptr (KpAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (!may_run (words))
    return 0;
  g_free (kp_fuzz_write ("x.kaopin", g_bytes_get_data (record, NULL), g_bytes_get_size (record)));
  is_done = ask_in_silence ((const char *const *) words, &answer, &error);
  if (answer != NULL)
    {
      g_autofree char *shown = kp_answer_dup_json (answer);

      g_assert_true (g_utf8_validate (shown, -1, NULL));
    }
  g_assert_true (is_done == (error == NULL));
  return 0;
}
