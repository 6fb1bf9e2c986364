/* test-physical.c – who is within the places, and who is called when somebody fails.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-physical.h"

#include "kp-test.h"

#include <string.h>

#define MAX_ITEMS 12

typedef struct
{
  const char *name;
  guint places;
  KpFraction ratio;
  const char *ranking; /* a digit a person: the place, 0 = without */
  const char *list;    /* I in, - out, u undecided, n without a place */
} ListRow;

static const ListRow list_rows[] = {
  { "one-to-one", 2, { 1, 1 }, "12345", "II---" },
  { "tie-across-is-undecided", 2, { 1, 1 }, "1224", "Iuu-" },
  { "tie-inside-goes", 3, { 1, 1 }, "1224", "III-" },
  { "tie-of-all", 1, { 1, 1 }, "111", "uuu" },
  { "fewer-than-places", 5, { 1, 1 }, "12", "II" },
  { "without-a-place-never", 3, { 1, 1 }, "1200", "IInn" },
  { "1.1-rounds-half-up", 5, { 11, 10 }, "1234567", "IIIIII-" },
  { "1.1-rounds-down", 4, { 11, 10 }, "1234567", "IIII---" },
  { "no-places", 0, { 1, 1 }, "12", "--" },
};

static void
fill_ranking (const char *text, KpRankPlace *ranking)
{
  for (gsize i = 0; text[i] != '\0'; i++)
    ranking[i] = (KpRankPlace){ .place = (guint) (text[i] - '0') };
}

static void
assert_list (const KpPhysicalResult *results, gsize n, const char *list)
{
  static const char letters[] = { '-', 'I', 'S', 'u', 'n' };
  char found[MAX_ITEMS + 1] = { 0 };

  for (gsize i = 0; i < n; i++)
    found[i] = letters[results[i].verdict];
  g_assert_cmpstr (found, ==, list);
}

static void
test_list (gconstpointer data)
{
  const ListRow *row = data;
  KpPhysicalPolicy policy;
  KpRankPlace ranking[MAX_ITEMS] = { 0 };
  KpPhysicalResult results[MAX_ITEMS];
  gsize n = strlen (row->ranking);

  kp_physical_policy_init (&policy);
  policy.ratio = row->ratio;
  fill_ranking (row->ranking, ranking);
  g_assert_cmpint (kp_physical_decide (&policy, row->places, ranking, n, results), ==,
                   strchr (row->list, 'u') == NULL);
  assert_list (results, n, row->list);
}

/* domain.md W9: K2 fails, K4 is called; K4 waives, K3 is called; K3 fails and the two rounds are used. */
static void
test_w9 (void)
{
  KpPhysicalPolicy policy;
  KpRankPlace ranking[5] = { 0 };
  KpPhysicalResult results[5];
  gboolean has_left[5] = { FALSE };
  guint n_new;

  kp_physical_policy_init (&policy);
  fill_ranking ("12430", ranking); /* K3 and K4 parted by the written mark; K5 is below the interview line */
  g_assert_true (kp_physical_decide (&policy, 2, ranking, 5, results));
  assert_list (results, 5, "II--n");
  g_assert_cmpint (kp_physical_substitute (&policy, 2, ranking, has_left, 5, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_NOT_NEEDED);
  has_left[1] = TRUE;
  g_assert_cmpint (kp_physical_substitute (&policy, 2, ranking, has_left, 5, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_DONE);
  assert_list (results, 5, "II-Sn");
  has_left[3] = TRUE;
  g_assert_cmpint (kp_physical_substitute (&policy, 2, ranking, has_left, 5, FALSE, 1, results, &n_new), ==,
                   KP_SUBSTITUTION_DONE);
  assert_list (results, 5, "IISSn");
  g_assert_cmpuint (results[2].round, ==, 2);
  has_left[2] = TRUE;
  g_assert_cmpint (kp_physical_substitute (&policy, 2, ranking, has_left, 5, FALSE, 2, results, &n_new), ==,
                   KP_SUBSTITUTION_ROUNDS_USED);
  policy.max_rounds = 3;
  g_assert_cmpint (kp_physical_substitute (&policy, 2, ranking, has_left, 5, FALSE, 2, results, &n_new), ==,
                   KP_SUBSTITUTION_NOBODY_LEFT);
  g_assert_cmpuint (n_new, ==, 0);
}

typedef struct
{
  const char *name;
  guint places;
  const char *ranking;
  const char *left;
  guint max_rounds;
  gboolean is_closed;
  KpSubstitution outcome;
  const char *list;
} SubstituteRow;

static const SubstituteRow substitute_rows[] = {
  { "next-in-order", 2, "1234", " x  ", 2, FALSE, KP_SUBSTITUTION_DONE, "IIS-" },
  { "two-at-once", 2, "1234", "xx  ", 2, FALSE, KP_SUBSTITUTION_DONE, "IISS" },
  { "skips-who-left", 2, "1234", " xx ", 2, FALSE, KP_SUBSTITUTION_DONE, "II-S" },
  { "tie-is-undecided", 2, "1233", " x  ", 2, FALSE, KP_SUBSTITUTION_UNDECIDED, "IIuu" },
  { "first-list-undecided", 3, "1255", "x   ", 2, FALSE, KP_SUBSTITUTION_UNDECIDED, "IIuu" },
  { "closed", 2, "1234", " x  ", 2, TRUE, KP_SUBSTITUTION_CLOSED, "II--" },
  { "none-allowed", 2, "1234", " x  ", 0, FALSE, KP_SUBSTITUTION_NOT_ALLOWED, "II--" },
  { "nobody", 2, "12", " x", 2, FALSE, KP_SUBSTITUTION_NOBODY_LEFT, "II" },
};

static void
test_substitute (gconstpointer data)
{
  const SubstituteRow *row = data;
  KpPhysicalPolicy policy;
  KpRankPlace ranking[MAX_ITEMS] = { 0 };
  KpPhysicalResult results[MAX_ITEMS];
  gboolean has_left[MAX_ITEMS];
  gsize n = strlen (row->ranking);
  guint n_new;

  kp_physical_policy_init (&policy);
  policy.max_rounds = row->max_rounds;
  fill_ranking (row->ranking, ranking);
  for (gsize i = 0; i < n; i++)
    has_left[i] = row->left[i] == 'x';
  kp_physical_decide (&policy, row->places, ranking, n, results);
  g_assert_cmpint (
      kp_physical_substitute (&policy, row->places, ranking, has_left, n, row->is_closed, 0, results, &n_new),
      ==, row->outcome);
  assert_list (results, n, row->list);
}

/* With 1:1.1 eleven go for ten places: one may fail before anybody is called. */
static void
test_reserve_absorbs (void)
{
  KpPhysicalPolicy policy;
  KpRankPlace ranking[MAX_ITEMS] = { 0 };
  KpPhysicalResult results[MAX_ITEMS];
  gboolean has_left[MAX_ITEMS] = { TRUE };
  guint n_new;

  kp_physical_policy_init (&policy);
  policy.ratio = kp_fraction_new (11, 10);
  for (guint i = 0; i < 12; i++)
    ranking[i].place = i + 1;
  g_assert_true (kp_physical_decide (&policy, 10, ranking, 12, results));
  g_assert_cmpint (results[10].verdict, ==, KP_PHYSICAL_IN);
  g_assert_cmpint (results[11].verdict, ==, KP_PHYSICAL_OUT);
  g_assert_cmpint (kp_physical_substitute (&policy, 10, ranking, has_left, 12, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_NOT_NEEDED);
  has_left[1] = TRUE;
  g_assert_cmpint (kp_physical_substitute (&policy, 10, ranking, has_left, 12, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_DONE);
  g_assert_cmpint (results[11].verdict, ==, KP_PHYSICAL_SUBSTITUTE);
}

/* An undecided tie among substitutes is parted when the extra test has given them other places. */
static void
test_extra_test_parts (void)
{
  KpPhysicalPolicy policy;
  KpRankPlace ranking[4] = { 0 };
  KpPhysicalResult results[4];
  gboolean has_left[4] = { FALSE, TRUE, FALSE, FALSE };
  guint n_new;

  kp_physical_policy_init (&policy);
  fill_ranking ("1233", ranking);
  g_assert_true (kp_physical_decide (&policy, 2, ranking, 4, results));
  g_assert_cmpint (kp_physical_substitute (&policy, 2, ranking, has_left, 4, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_UNDECIDED);
  fill_ranking ("1243", ranking);
  g_assert_cmpint (kp_physical_substitute (&policy, 2, ranking, has_left, 4, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_DONE);
  g_assert_cmpint (results[3].verdict, ==, KP_PHYSICAL_SUBSTITUTE);
  g_assert_cmpint (results[2].verdict, ==, KP_PHYSICAL_OUT);
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/physical/list/", list_rows, test_list)
  ADD_ROWS ("/rules/physical/substitution/", substitute_rows, test_substitute)
  g_test_add_func ("/rules/physical/w9/chain", test_w9);
  g_test_add_func ("/rules/physical/reserve-absorbs-a-failure", test_reserve_absorbs);
  g_test_add_func ("/rules/physical/extra-test-parts-a-tie", test_extra_test_parts);
  return g_test_run ();
}
