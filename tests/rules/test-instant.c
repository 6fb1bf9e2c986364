/* test-instant.c – points in time of the journal compared, wherever they were.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-instant.h"

typedef struct
{
  const char *name;
  const char *one;
  const char *other;
  gint64      seconds; /* from one to the other */
} Case;

static const Case cases[] = {
  { "same", "2026-03-07T09:00:00+08:00", "2026-03-07T09:00:00+08:00", 0 },
  { "second-later", "2026-03-07T09:00:00+08:00", "2026-03-07T09:00:01+08:00", 1 },
  { "day-earlier", "2026-03-07T09:00:00+08:00", "2026-03-06T09:00:00+08:00", -86400 },
  { "over-new-year", "2026-12-31T23:59:59+08:00", "2027-01-01T00:00:00+08:00", 1 },
  { "same-in-another-zone", "2026-03-07T09:00:00+08:00", "2026-03-07T01:00:00+00:00", 0 },
  { "later-though-the-text-is-less", "2026-03-07T09:00:00+08:00", "2026-03-07T02:00:00+00:00", 3600 },
  { "earlier-though-the-text-is-more", "2026-03-07T02:00:00+00:00", "2026-03-07T09:00:00+08:00", -3600 },
  { "zulu", "2026-03-07T01:00:00Z", "2026-03-07T09:00:02+08:00", 2 },
  { "no-zone-is-no-instant", "2026-03-07T09:00:00", "2026-03-07T09:00:01+08:00", 0 },
  { "nonsense-is-no-instant", "yesterday", "2026-03-07T09:00:01+08:00", 0 },
  { "nothing-is-no-instant", "", "2026-03-07T09:00:01+08:00", 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;

  g_assert_cmpint (kp_instant_count_seconds (c->one, c->other), ==, c->seconds);
  g_assert_cmpint (kp_instant_count_seconds (c->other, c->one), ==, -c->seconds);
  g_assert_cmpint (kp_instant_is_earlier (c->one, c->other), ==, c->seconds > 0);
  g_assert_cmpint (kp_instant_is_earlier (c->other, c->one), ==, c->seconds < 0);
}

static void
test_parse (void)
{
  g_assert_cmpint (kp_instant_parse ("1970-01-01T08:00:01+08:00"), ==, 1);
  g_assert_cmpint (kp_instant_parse ("1970-01-01T08:00:01"), ==, KP_INSTANT_NONE);
  g_assert_cmpint (kp_instant_parse (NULL), ==, KP_INSTANT_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/instant/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules/instant/parse", test_parse);

  return g_test_run ();
}
