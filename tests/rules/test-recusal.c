/* test-recusal.c – relations as people write them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-recusal.h"

#include "kp-test.h"

typedef struct
{
  const char *word;
  gboolean is_known;
  KpRecusalKind kind;
  gboolean is_kin;
} Row;

static const Row rows[] = {
  { "夫妻", TRUE, KP_RECUSAL_SPOUSE, TRUE },        { "父女", TRUE, KP_RECUSAL_LINEAL, TRUE },
  { " 外 甥 ", TRUE, KP_RECUSAL_COLLATERAL, TRUE }, { "表兄妹", TRUE, KP_RECUSAL_COLLATERAL, TRUE },
  { "岳父", TRUE, KP_RECUSAL_AFFINAL, TRUE },       { "继子女", TRUE, KP_RECUSAL_ADOPTIVE, TRUE },
  { "师生", TRUE, KP_RECUSAL_TEACHER, FALSE },      { "同事", TRUE, KP_RECUSAL_UNIT, FALSE },
  { "其他：邻居", TRUE, KP_RECUSAL_OTHER, FALSE },  { "不详", FALSE, KP_RECUSAL_OTHER, FALSE },
  { "", FALSE, KP_RECUSAL_OTHER, FALSE },
};

static void
test_relation (gconstpointer data)
{
  const Row *row = data;
  KpRecusalKind kind = KP_RECUSAL_OTHER, back;

  g_assert_cmpint (kp_recusal_parse_relation (row->word, &kind), ==, row->is_known);
  g_assert_cmpint (kind, ==, row->kind);
  g_assert_cmpint (kp_recusal_kind_is_kin (kind), ==, row->is_kin);
  g_assert_true (kp_recusal_kind_from_name (kp_recusal_kind_get_name (kind), &back) && back == kind);
}

static void
test_same_unit (void)
{
  g_assert_true (kp_recusal_is_same_unit ("云岭县 民政局", "云岭县民政局"));
  g_assert_false (kp_recusal_is_same_unit ("云岭县民政局", "云岭县财政局"));
  g_assert_false (kp_recusal_is_same_unit ("", ""));
  g_assert_false (kp_recusal_is_same_unit (NULL, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/recusal/relation/%u", i);

      g_test_add_data_func (path, &rows[i], test_relation);
    }
  g_test_add_func ("/rules/recusal/same-unit", test_same_unit);
  return g_test_run ();
}
