/* test-office.c – many clerks at once lose nothing that was acknowledged.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-office.h"
#include "kp-test.h"

static void
test_nothing_is_lost (KpTestDatabase *t)
{
  g_autoptr (KpTestOffice) office = kp_test_office_new (t->kind, 8, 10, 0);

  kp_test_office_work (office);
  kp_test_office_assert_nothing_lost (office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/office/nothing-is-lost", test_nothing_is_lost);
  return g_test_run ();
}
