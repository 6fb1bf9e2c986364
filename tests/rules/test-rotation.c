/* test-rotation.c – which backups are kept.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-rotation.h"

typedef struct
{
  const char *name;
  KpRotation rotation;
  const char *keep; /* 1 or 0 for each */
  const char *stamps[8];
} Case;

static const Case cases[] = {
  { "newest-and-days", { 2, 3 }, "1101010",
    { "20260305-170000", "20260305-090000", "20260305-080000", "20260304-170000", "20260304-090000", "20260227-120000",
      "20260226-120000" } },
  { "days-alone", { 0, 2 }, "1010", { "20260305-170000", "20260305-090000", "20260304-170000", "20260303-170000" } },
  { "newest-alone", { 3, 0 }, "1110", { "20260305-170000", "20260305-090000", "20260304-170000", "20260303-170000" } },
  { "newest-is-never-lost", { 0, 0 }, "10", { "20260305-170000", "20260305-090000" } },
  { "fewer-than-kept", { 9, 9 }, "11", { "20260305-170000", "20260305-090000" } },
  { "new-year-is-another-day", { 1, 2 }, "110", { "20270101-000001", "20261231-235959", "20261231-120000" } },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const guint n = (guint) g_strv_length ((char **) c->stamps);
  gboolean keep[8] = { FALSE };

  kp_rotation_decide (&c->rotation, c->stamps, n, keep);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", c->stamps[i]);
      g_assert_cmpint (keep[i], ==, c->keep[i] == '1');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/rotation/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
