/* test-server.c – a server is set up by its keeper, and each login does what it was granted, by the program.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-database.h"
#include "kp-test-program.h"
#include "kp-test.h"

/* The address for another login. */
static char *
dup_address (const KpTestDatabase *t, const char *login)
{
  g_autoptr (GString) location = g_string_new (t->location);
  g_autofree char *user = g_strconcat ("user=", login, NULL);

  g_assert_cmpuint (g_string_replace (location, "user=kaopin", user, 0), ==, 1);
  return g_string_free (g_steal_pointer (&location), FALSE);
}

static KpTestProgram *
run_as (const KpTestDatabase *t, const char *login, const char *verb, const char *more, const char *value)
{
  g_autofree char *address = dup_address (t, login);

  return kp_test_program_run (verb, "--connect", address, more, value, NULL);
}

static void
assert_done (KpTestProgram *program)
{
  if (program->status != 0)
    g_error ("%s", program->errors);
  kp_test_program_free (program);
}

static void
make_logins (const KpTestDatabase *t)
{
  kp_test_database_tamper ((KpTestDatabase *) t,
                           "DO $b$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'wang') THEN "
                           "CREATE ROLE wang LOGIN; CREATE ROLE jiwei LOGIN; END IF; END $b$");
}

static void
test_server (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (KpTestProgram) first = kp_test_program_run ("server", "init", t->location, "--json", NULL);
  g_autoptr (KpTestProgram) again = kp_test_program_run ("server", "init", t->location, "--json", NULL);
  g_autoptr (KpTestProgram) early = NULL, late = NULL, reader = NULL, shown = NULL;

  g_assert_cmpint (first->status, ==, 0);
  g_assert_cmpint (again->status, ==, 0);
  kp_test_assert_contains (first->output, "\"was_set_up\" : false");
  kp_test_assert_contains (again->output, "\"was_set_up\" : true");
  g_assert_cmpstr (first->errors, ==, "");

  make_logins (t);
  early = run_as (t, "wang", "new", "--scheme", scheme);
  kp_test_program_assert_fails (early, 1, "kaopin server grant");
  assert_done (kp_test_program_run ("server", "grant", t->location, "wang", "yunling-2026", NULL));
  assert_done (kp_test_program_run ("server", "grant", t->location, "jiwei", "yunling-2026", "--reader", NULL));
  assert_done (run_as (t, "wang", "new", "--scheme", scheme));
  assert_done (run_as (t, "jiwei", "verify", NULL, NULL));

  reader = run_as (t, "jiwei", "review", "--auto", NULL);
  g_assert_cmpint (reader->status, ==, 1);
  shown = kp_test_program_run ("server", "show", t->location, "--json", NULL);
  kp_test_assert_contains (shown->output, "\"campaign\" : \"yunling-2026\"");
  kp_test_assert_contains (shown->output, "\"login\" : \"jiwei\"");

  assert_done (kp_test_program_run ("server", "revoke", t->location, "wang", NULL));
  late = run_as (t, "wang", "verify", NULL, NULL);
  kp_test_program_assert_fails (late, 1, "kaopin: ");
}

static void
test_words (void)
{
  g_autoptr (KpTestProgram) file = kp_test_program_run ("server", "init", "county.kaopin", NULL);
  g_autoptr (KpTestProgram) word = kp_test_program_run ("server", "paint", "postgresql://x/y", NULL);
  g_autoptr (KpTestProgram) nobody = kp_test_program_run ("server", "grant", "postgresql://x/y", "wang", NULL);

  kp_test_program_assert_fails (file, 2, "postgresql://");
  kp_test_program_assert_fails (word, 2, "paint");
  kp_test_program_assert_fails (nobody, 2, "kaopin help server");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/server/each-login-has-its-campaigns", test_server);
  g_test_add_func ("/journey/server/refuses-what-makes-no-sense", test_words);
  return g_test_run ();
}
