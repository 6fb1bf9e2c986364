/* test-secret.c – a secret is kept as what it can be checked by, and never twice alike.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-secret.h"

#include "kp-data-error.h"
#include "kp-test.h"

/* What Argon2id makes of it, so that what is kept today opens tomorrow. */
#define KNOWN "fc33b78139231d34b71626bd6245c1d72efa190ad605c3d8166a72adcedfa2c2"

static char *
answer (const char *way, const char *secret)
{
  g_autoptr (GError) error = NULL;
  char *text = kp_secret_dup_answer (way, secret, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_round (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *way = kp_secret_dup_way (&error);
  g_autofree char *other_way = kp_secret_dup_way (&error);
  g_autofree char *right = answer (way, "river of 7 stones");
  g_autofree char *again = answer (way, "river of 7 stones");
  g_autofree char *wrong = answer (way, "river of 7 stone");
  g_autofree char *elsewhere = answer (other_way, "river of 7 stones");
  g_autofree char *first = kp_secret_dup_verifier (right, &error);
  g_autofree char *second = kp_secret_dup_verifier (right, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (way, "argon2id$2$65536$"));
  g_assert_cmpstr (way, !=, other_way);
  g_assert_cmpuint (strlen (right), ==, 64);
  g_assert_cmpstr (right, ==, again);
  g_assert_cmpstr (right, !=, elsewhere);
  g_assert_cmpstr (first, !=, second);
  kp_test_assert_lacks (first, right);
  g_assert_true (kp_secret_fits (first, right));
  g_assert_true (kp_secret_fits (second, right));
  g_assert_false (kp_secret_fits (first, wrong));
  g_assert_false (kp_secret_fits (first, elsewhere));
  g_assert_false (kp_secret_fits (first, ""));
}

/* An input method makes 830412 of what was meant as 830412. */
static void
test_full_width (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *way = kp_secret_dup_way (&error);
  g_autofree char *plain = answer (way, "830412");
  g_autofree char *wide = answer (way, "８３０４１２");

  g_assert_cmpstr (plain, ==, wide);
}

static void
test_stays (void)
{
  g_autofree char *text = answer ("argon2id$2$65536$736f6d6573616c74736f6d6573616c74", "password");

  g_assert_cmpstr (text, ==, KNOWN);
}

static void
test_nonsense (void)
{
  static const char *const ways[] = {
    "", "argon2id", "argon2id$2$65536$zz", "argon2id$2$65536$00", "argon2id$2$99999999$736f6d6573616c74736f6d6573616c74",
    "argon2id$999$65536$736f6d6573616c74736f6d6573616c74", "argon2i$2$65536$736f6d6573616c74736f6d6573616c74",
    "argon2id$2$65536$736f6d6573616c74736f6d6573616c74$",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *way = kp_secret_dup_way (&error);

  g_assert_null (kp_secret_dup_answer (way, "\xff\xfe", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_clear_error (&error);
      g_assert_null (kp_secret_dup_answer (ways[i], "830412", &error));
      g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT);
    }
  g_assert_false (kp_secret_fits ("no verifier at all", "830412"));
  g_assert_false (kp_secret_fits ("", "830412"));
  g_assert_false (kp_secret_fits ("00$", "830412"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/engine/secret/round-trip", test_round);
  g_test_add_func ("/data/engine/secret/full-width-is-plain", test_full_width);
  g_test_add_func ("/data/engine/secret/answer-stays", test_stays);
  g_test_add_func ("/data/engine/secret/nonsense-is-refused", test_nonsense);
  return g_test_run ();
}
