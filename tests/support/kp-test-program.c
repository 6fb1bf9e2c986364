/* kp-test-program.c – runs the built kaopin as a user does, and keeps what it says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-program.h"

#include <string.h>

#include "kp-test.h"

/** kp_test_program_dup_path: the program in the build folder. (transfer full) */
char *
kp_test_program_dup_path (void)
{
  return g_test_build_filename (G_TEST_BUILT, "..", "app", "kaopin", NULL);
}

/** kp_test_program_run_in: runs kaopin with @arguments; @settings (nullable) are NAME=VALUE of its
 * environment. */
KpTestProgram *
kp_test_program_run_in (const char *const *settings, const char *const *arguments)
{
  KpTestProgram *program = g_new0 (KpTestProgram, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) environment = g_get_environ ();
  g_auto (GStrv) argv = NULL;
  g_autofree char *path = kp_test_program_dup_path ();
  g_autoptr (GError) error = NULL;
  int wait = 0;

  g_strv_builder_add (builder, path);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (settings[i], "=", 2);

      environment = g_environ_setenv (environment, parts[0], parts[1], TRUE);
    }
  g_spawn_sync (NULL, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &program->output, &program->errors,
                &wait, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (wait, &error);
  if (error != NULL)
    program->status = g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED) ? -1 : error->code;
  return program;
}

/** kp_test_program_run: runs kaopin with the words given. */
KpTestProgram *
kp_test_program_run (const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list more;

  va_start (more, first);
  for (const char *word = first; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, NULL);
  return kp_test_program_run_in (NULL, (const char *const *) words->pdata);
}

/** kp_test_program_run_at: runs kaopin with @arguments at ten o'clock of @day, "2026-07-01", or at its time, "2026-07-01T08:40:00";
 * depends on the module test_clock. */
KpTestProgram *
kp_test_program_run_at (const char *day, const char *const *arguments)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *iso = g_strconcat (day, strchr (day, 'T') != NULL ? "" : "T10:00:00", NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, zone);
  g_autofree char *module = g_test_build_filename (G_TEST_BUILT, "support", "kptestclock.so", NULL);
  g_autofree char *preload = g_strconcat ("LD_PRELOAD=", module, NULL);
  g_autofree char *seconds = NULL;
  g_autofree char *asan = NULL;

  g_assert_nonnull (moment);
  seconds = g_strdup_printf ("KAOPIN_TEST_SECONDS=%" G_GINT64_FORMAT, g_date_time_to_unix (moment));
  /* The sanitizer's library wants to be the first otherwise. */
  asan = g_strconcat ("ASAN_OPTIONS=", g_getenv ("ASAN_OPTIONS") != NULL ? g_getenv ("ASAN_OPTIONS") : "",
                      ":verify_asan_link_order=0", NULL);
  return kp_test_program_run_in ((const char *const[]){ preload, seconds, asan, NULL }, arguments);
}

/** kp_test_program_free: frees @program (nullable). */
void
kp_test_program_free (KpTestProgram *program)
{
  if (program == NULL)
    return;
  g_free (program->output);
  g_free (program->errors);
  g_free (program);
}

/** kp_test_program_assert_fails: one sentence about a failure, and nothing else. */
void
kp_test_program_assert_fails (const KpTestProgram *program, int status, const char *part)
{
  g_assert_cmpint (program->status, ==, status);
  g_assert_cmpstr (program->output, ==, "");
  g_assert_true (g_str_has_prefix (program->errors, "kaopin: "));
  g_assert_true (strchr (program->errors, '\n') == program->errors + strlen (program->errors) - 1);
  kp_test_assert_contains (program->errors, part);
}

/** kp_test_program_repost: whoever may choose another post chooses @post; how many did. */
guint
kp_test_program_repost (const char *record, const char *post)
{
  static const char field[] = "\"application\" : \"";
  g_autoptr (KpTestProgram) shown = kp_test_program_run ("repost", record, "--json", NULL);
  guint n = 0;

  g_assert_cmpint (shown->status, ==, 0);
  for (const char *p = strstr (shown->output, field); p != NULL; p = strstr (p, field))
    {
      const char *end = strchr (p + strlen (field), '"');
      g_autofree char *number = g_strndup (p + strlen (field), (gsize) (end - p) - strlen (field));
      g_autoptr (KpTestProgram) moved = kp_test_program_run ("repost", record, number, post, NULL);

      g_assert_cmpstr (moved->errors, ==, "");
      g_assert_cmpint (moved->status, ==, 0);
      p = end;
      n++;
    }
  return n;
}
