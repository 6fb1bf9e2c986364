/* test-killed.c – the program is killed at its work: the record is sound and the work goes on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>

#include "kp-test-program.h"
#include "kp-test.h"

#define N_MOMENTS 4
#define FIRST_MS 60
#define NEXT_MS 450

static GPid
start_demo (const char *folder)
{
  g_autofree char *program = kp_test_program_dup_path ();
  char *argv[] = { program, (char *) "demo", (char *) folder, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  g_spawn_async (NULL, argv, NULL,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                 NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

/* A record that wasn't begun yet is no record; one that was is sound. */
static void
check_record (const char *path)
{
  g_autoptr (KpTestProgram) verified = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  verified = kp_test_program_run ("verify", path, "--json", NULL);
  if (verified->status == 0)
    kp_test_assert_contains (verified->output, "\"sound\" : true");
  else
    g_assert_cmpstr (verified->output, ==, "");
}

/* Cut off, checked, and run again from the start into the same folder. */
static void
test_killed (gconstpointer data)
{
  const guint moment = GPOINTER_TO_UINT (data);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = kp_test_folder_dup_file (folder, "demo.kaopin");
  g_autoptr (KpTestProgram) again = NULL;
  g_autoptr (KpTestProgram) verified = NULL;
  const GPid pid = start_demo (folder->path);

  g_usleep ((FIRST_MS + moment * NEXT_MS) * 1000ul);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  check_record (record);

  again = kp_test_program_run ("demo", folder->path, NULL);
  g_assert_cmpint (again->status, ==, 0);
  verified = kp_test_program_run ("verify", record, NULL);
  g_assert_cmpint (verified->status, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < N_MOMENTS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/killed/after-%u-ms", FIRST_MS + i * NEXT_MS);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_killed);
    }
  return g_test_run ();
}
