/* test-lock.c – a record that is locked opens for who knows the passphrase, and for nobody else.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-test-database.h"
#include "kp-test-program.h"
#include "kp-test.h"

static char *
run (const char *const *arguments)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, arguments);

  if (program->status != 0)
    g_error ("kaopin %s: %s", arguments[0], program->errors);
  return g_strdup (program->output);
}

static void
assert_refused (const char *const *arguments, int status, const char *part)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, arguments);

  kp_test_program_assert_fails (program, status, part);
}

static void
test_lock (KpTestDatabase *t)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *first = kp_test_folder_write (folder, "first", "云岭县 七月流火\n", -1);
  g_autofree char *second = kp_test_folder_write (folder, "second", "云岭县 九月授衣\n", -1);
  g_autofree char *short_one = kp_test_folder_write (folder, "short", "短\n", -1);
  const char *const given = t->kind == KP_DATABASE_POSTGRES ? "--connect" : t->location;
  const char *const at = t->kind == KP_DATABASE_POSTGRES ? t->location : "--actor=tester";

  g_free (run ((const char *const[]){ "new", given, at, "--scheme", scheme, NULL }));
  assert_refused ((const char *const[]){ "lock", given, at, "--new-passphrase-file", short_one, NULL }, 1, "8");
  assert_refused ((const char *const[]){ "lock", given, at, "--open", NULL }, 1, "kaopin: ");
  g_free (run ((const char *const[]){ "lock", given, at, "--new-passphrase-file", first, NULL }));

  assert_refused ((const char *const[]){ "due", given, at, "--passphrase-file", second, NULL }, 1, "kaopin: ");
  g_free (run ((const char *const[]){ "due", given, at, "--passphrase-file", first, NULL }));
  g_free (run ((const char *const[]){ "verify", given, at, "--passphrase-file", first, NULL }));

  g_free (run ((const char *const[]){ "lock", given, at, "--passphrase-file", first, "--new-passphrase-file", second, NULL }));
  assert_refused ((const char *const[]){ "due", given, at, "--passphrase-file", first, NULL }, 1, "kaopin: ");
  g_free (run ((const char *const[]){ "lock", given, at, "--passphrase-file", second, "--open", NULL }));
  g_free (run ((const char *const[]){ "due", given, at, NULL }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/journey/%s/lock", test_lock);
  return g_test_run ();
}
