/* kp-fuzz-start.c – what libFuzzer calls first.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fuzz.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  char *own[] = { (*argv)[0], NULL };
  char **given = own;
  int n_given = 1;

  g_assert_cmpint (*argc, >, 0);
  g_test_init (&n_given, &given, NULL);
  return 0;
}
