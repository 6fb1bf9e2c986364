/* test-secret.c – a secret is kept as what it can be checked by, and never twice alike.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-secret.h"

#include "kp-data-error.h"
#include "kp-test.h"

static void
test_round (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = kp_secret_dup_hash ("river of 7 stones", &error);
  g_autofree char *second = kp_secret_dup_hash ("river of 7 stones", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (first, "$argon2id$v=19$m=65536,t=2,p=1$"));
  g_assert_cmpstr (first, !=, second);
  kp_test_assert_lacks (first, "river");
  g_assert_true (kp_secret_is_of (first, "river of 7 stones"));
  g_assert_true (kp_secret_is_of (second, "river of 7 stones"));
  g_assert_false (kp_secret_is_of (first, "river of 7 stone"));
  g_assert_false (kp_secret_is_of (first, ""));
}

/* An input method makes 830412 of what was meant as 830412. */
static void
test_full_width (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = kp_secret_dup_hash ("830412", &error);

  g_assert_no_error (error);
  g_assert_true (kp_secret_is_of (hash, "８３０４１２"));
}

static void
test_nonsense (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_secret_dup_hash ("\xff\xfe", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
  g_assert_false (kp_secret_is_of ("no hash at all", "830412"));
  g_assert_false (kp_secret_is_of ("", "830412"));
  g_assert_false (kp_secret_is_of ("$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$", "\xff"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/engine/secret/round-trip", test_round);
  g_test_add_func ("/data/engine/secret/full-width-is-plain", test_full_width);
  g_test_add_func ("/data/engine/secret/nonsense-is-no-hash", test_nonsense);
  return g_test_run ();
}
