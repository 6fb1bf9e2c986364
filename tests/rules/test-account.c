/* test-account.c – what a login, a password and a PIN must be, and when an account is locked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-account.h"

typedef struct
{
  const char   *name;
  const char   *text;
  KpSecretFault fault;
} Row;

static const Row pins[] = {
  { "good", "830412", KP_SECRET_GOOD },
  { "good-with-neighbours", "112358", KP_SECRET_GOOD },
  { "short", "83041", KP_SECRET_TOO_SHORT },
  { "empty", "", KP_SECRET_TOO_SHORT },
  { "long", "8304127659031", KP_SECRET_TOO_LONG },
  { "letters", "83o412", KP_SECRET_NOT_DIGITS },
  { "full-width", "８３０４１２", KP_SECRET_NOT_DIGITS },
  { "all-same", "000000", KP_SECRET_TOO_PLAIN },
  { "upwards", "123456", KP_SECRET_TOO_PLAIN },
  { "downwards", "987654", KP_SECRET_TOO_PLAIN },
};

static const Row passwords[] = {
  { "good", "river of 7 stones", KP_SECRET_GOOD },
  { "good-chinese", "春眠不觉晓处处闻", KP_SECRET_GOOD },
  { "short", "7stones", KP_SECRET_TOO_SHORT },
  { "all-same", "aaaaaaaaaa", KP_SECRET_TOO_PLAIN },
  { "login-inside", "lihua2026", KP_SECRET_TOO_PLAIN },
  { "known-to-all", "12345678", KP_SECRET_TOO_PLAIN },
  { "no-text", "\xff\xfe\xff\xfe\xff\xfe\xff\xfe", KP_SECRET_TOO_SHORT },
};

static void
test_pin (gconstpointer data)
{
  const Row *row = data;

  g_assert_cmpint (kp_account_judge_pin (row->text), ==, row->fault);
}

static void
test_password (gconstpointer data)
{
  const Row *row = data;

  g_assert_cmpint (kp_account_judge_password ("lihua", row->text), ==, row->fault);
}

static void
test_login (void)
{
  static const char *const good[] = { "lihua", "li.hua-2", "李华", "招聘办1" };
  static const char *const bad[] = { "", "Li", "li hua", "420101199001011234", "13800138000", "-li", ".li", "li\nhua", "李，华",
                                     "a-login-that-goes-on-for-ever-and-ever" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (kp_account_is_login (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kp_account_is_login (bad[i]));
}

static void
test_lock (void)
{
  g_assert_false (kp_account_locks (KP_ACCOUNT_MAX_FAILURES - 1));
  g_assert_true (kp_account_locks (KP_ACCOUNT_MAX_FAILURES));
  g_assert_true (kp_account_locks (KP_ACCOUNT_MAX_FAILURES + 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/account/pin-%s", pins[i].name);

      g_test_add_data_func (path, &pins[i], test_pin);
    }
  for (guint i = 0; i < G_N_ELEMENTS (passwords); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/account/password-%s", passwords[i].name);

      g_test_add_data_func (path, &passwords[i], test_password);
    }
  g_test_add_func ("/rules/account/login-is-no-number-of-a-person", test_login);
  g_test_add_func ("/rules/account/locks-after-five", test_lock);
  return g_test_run ();
}
