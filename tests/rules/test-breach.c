/* test-breach.c – each article with its consequence and its time in the county's list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-breach.h"

typedef struct
{
  const char *article;
  KpMarkState own;
  KpMarkState other;
  const char *kept_until; /* NULL = not kept */
} Row;

static const Row rows[] = {
  { "5", KP_MARK_VOID_ALL, KP_MARK_VOID_ALL, NULL },
  { "6", KP_MARK_BREACH, KP_MARK_PRESENT, NULL },
  { "7", KP_MARK_VOID_ALL, KP_MARK_VOID_ALL, "2031-03-28" },
  { "8", KP_MARK_VOID_ALL, KP_MARK_VOID_ALL, "long" },
  { "10", KP_MARK_BREACH, KP_MARK_PRESENT, NULL },
};

static void
test_article (gconstpointer data)
{
  const Row             *row = data;
  const KpBreachArticle *article = kp_breach_find (row->article);
  g_autofree gchar      *kept = NULL;
  KpBreachConsequence    parsed;

  g_assert_nonnull (article);
  g_assert_true (kp_breach_find (article->chinese) == article);
  kept = kp_breach_dup_kept_until (article, kp_date_make (2026, 3, 28));
  g_assert_cmpstr (kept, ==, row->kept_until);
  g_assert_cmpint (kp_breach_decide_state (article->consequence, TRUE), ==, row->own);
  g_assert_cmpint (kp_breach_decide_state (article->consequence, FALSE), ==, row->other);
  g_assert_true (kp_breach_consequence_parse (kp_breach_consequence_get_name (article->consequence), &parsed));
  g_assert_cmpint (parsed, ==, article->consequence);
}

static void
test_all_are_rows (void)
{
  guint n_articles = 0;

  kp_breach_get_articles (&n_articles);
  g_assert_cmpuint (n_articles, ==, G_N_ELEMENTS (rows));
  g_assert_null (kp_breach_find ("9"));
  g_assert_null (kp_breach_find (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/breach/article-", rows[i].article, NULL);

      g_test_add_data_func (path, &rows[i], test_article);
    }
  g_test_add_func ("/rules/breach/all-are-rows", test_all_are_rows);

  return g_test_run ();
}
