/* test-leak.c – an ID number or a mobile is found however it is written, and nothing else is taken for one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-leak.h"

typedef struct
{
  const char *name;
  const char *text;
  KpLeak leak;
} Case;

/* Public sample numbers (GB 11643), nobody's own. */
static const Case cases[] = {
  { "id", "11010519491231002X", KP_LEAK_ID_NUMBER },
  { "id-lower-x", "11010519491231002x", KP_LEAK_ID_NUMBER },
  { "id-digits", "610104196209276908", KP_LEAK_ID_NUMBER },
  { "id-in-a-sentence", "张某（身份证号610104196209276908）", KP_LEAK_ID_NUMBER },
  { "id-full-width", "６１０１０４１９６２０９２７６９０８", KP_LEAK_ID_NUMBER },
  { "id-in-parts", "610104 19620927 6908", KP_LEAK_ID_NUMBER },
  { "id-wrong-check", "610104196209276909", KP_LEAK_NONE },
  { "id-masked", "610104********6908", KP_LEAK_NONE },
  { "nineteen", "6101041962092769081", KP_LEAK_NONE },
  { "forty", "6101041962092769086101041962092769081234", KP_LEAK_NONE },
  { "mobile", "13912345678", KP_LEAK_MOBILE },
  { "mobile-in-a-sentence", "联系电话：19912345678。", KP_LEAK_MOBILE },
  { "mobile-in-parts", "139-1234-5678", KP_LEAK_MOBILE },
  { "mobile-full-width", "１３９１２３４５６７８", KP_LEAK_MOBILE },
  { "mobile-second-of-two", "0816-12345 13912345678", KP_LEAK_MOBILE },
  { "mobile-masked", "139****5678", KP_LEAK_NONE },
  { "no-mobile-12", "12912345678", KP_LEAK_NONE },
  { "ten", "1391234567", KP_LEAK_NONE },
  { "twelve", "139123456789", KP_LEAK_NONE },
  { "mark", "88.50", KP_LEAK_NONE },
  { "day", "2026-03-13 09:00", KP_LEAK_NONE },
  { "empty", "", KP_LEAK_NONE },
  { "name", "张三丰", KP_LEAK_NONE },
};

static void
test_find (gconstpointer data)
{
  const Case *c = data;

  g_assert_cmpint (kp_leak_find (c->text), ==, c->leak);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/leak/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_find);
    }
  return g_test_run ();
}
