/* test-rank.c – places: shared ones, keys in order, undecided ties, the cut.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-rank.h"

#include "kp-test.h"

#define MAX_ITEMS 12
#define N_KEYS 3
#define U G_MININT /* unknown */
#define NOT_RANKED (G_MININT + 1)

typedef struct
{
  const char *name;
  KpPlaceRule rule;
  guint n_items;
  int keys[MAX_ITEMS][N_KEYS]; /* first key NOT_RANKED = listed without place */
  guint places[MAX_ITEMS];
  guint undecided[MAX_ITEMS];
} RankRow;

static const RankRow rank_rows[] = {
  { "distinct", KP_PLACES_SHARED_SKIP, 3, { { 3 }, { 1 }, { 2 } }, { 1, 3, 2 }, { 0 } },
  /* domain.md R7, really published: 72, 71, 71, 71, 70 */
  { "shared-then-skipped",
    KP_PLACES_SHARED_SKIP,
    5,
    { { 72 }, { 71 }, { 71 }, { 71 }, { 70 } },
    { 1, 2, 2, 2, 5 },
    { 0, 1, 1, 1, 0 } },
  { "dense",
    KP_PLACES_SHARED_DENSE,
    5,
    { { 72 }, { 71 }, { 71 }, { 71 }, { 70 } },
    { 1, 2, 2, 2, 3 },
    { 0, 1, 1, 1, 0 } },
  { "all-equal", KP_PLACES_SHARED_SKIP, 3, { { 5 }, { 5 }, { 5 } }, { 1, 1, 1 }, { 1, 1, 1 } },
  { "second-key", KP_PLACES_SHARED_SKIP, 3, { { 5, 1 }, { 5, 2 }, { 6, 0 } }, { 3, 2, 1 }, { 0 } },
  { "third-key-in-one-group",
    KP_PLACES_SHARED_SKIP,
    4,
    { { 5, 1, 7 }, { 5, 1, 9 }, { 5, 2, 0 }, { 4, 9, 9 } },
    { 3, 2, 1, 4 },
    { 0 } },
  { "unknown-waits",
    KP_PLACES_SHARED_SKIP,
    3,
    { { 5, 3, 1 }, { 5, U, 2 }, { 4, 1, 1 } },
    { 1, 1, 3 },
    { 1, 1, 0 } },
  { "unknown-not-needed",
    KP_PLACES_SHARED_SKIP,
    3,
    { { 5, U, U }, { 4, U, U }, { 3, 1, 1 } },
    { 1, 2, 3 },
    { 0 } },
  { "unknown-of-another-group",
    KP_PLACES_SHARED_SKIP,
    4,
    { { 5, 2, 1 }, { 5, 1, 1 }, { 4, U, 1 }, { 4, 1, 2 } },
    { 1, 2, 3, 3 },
    { 0, 0, 1, 1 } },
  { "without-place", KP_PLACES_SHARED_SKIP, 3, { { NOT_RANKED }, { 5 }, { 5 } }, { 0, 1, 1 }, { 0, 1, 1 } },
  { "nobody-ranked", KP_PLACES_SHARED_SKIP, 2, { { NOT_RANKED }, { NOT_RANKED } }, { 0, 0 }, { 0 } },
  { "one", KP_PLACES_SHARED_SKIP, 1, { { 5 } }, { 1 }, { 0 } },
  { "none", KP_PLACES_SHARED_SKIP, 0, { { 0 } }, { 0 }, { 0 } },
};

static void
fill_items (const RankRow *row, KpFraction keys[MAX_ITEMS][N_KEYS], KpRankItem *items)
{
  for (guint i = 0; i < row->n_items; i++)
    {
      for (guint k = 0; k < N_KEYS; k++)
        keys[i][k] = row->keys[i][k] == U ? KP_FRACTION_UNKNOWN : kp_fraction_new (row->keys[i][k], 1);
      items[i] = (KpRankItem){ keys[i], row->keys[i][0] != NOT_RANKED };
    }
}

static void
test_rank (gconstpointer data)
{
  const RankRow *row = data;
  KpFraction keys[MAX_ITEMS][N_KEYS];
  KpRankItem items[MAX_ITEMS];
  KpRankPlace places[MAX_ITEMS];

  fill_items (row, keys, items);
  kp_rank_decide (items, row->n_items, N_KEYS, row->rule, places);
  for (guint i = 0; i < row->n_items; i++)
    {
      g_assert_cmpuint (places[i].place, ==, row->places[i]);
      g_assert_cmpint (places[i].is_undecided, ==, (gboolean) row->undecided[i]);
      g_assert_cmpint (places[i].n_sharing > 1, ==, (gboolean) row->undecided[i]);
    }
}

/* decided_by and waits_for are what a list prints beside a place. */
static void
test_reasons (void)
{
  const RankRow *row = &rank_rows[8]; /* unknown-of-another-group */
  KpFraction keys[MAX_ITEMS][N_KEYS];
  KpRankItem items[MAX_ITEMS];
  KpRankPlace places[MAX_ITEMS];

  fill_items (row, keys, items);
  kp_rank_decide (items, row->n_items, N_KEYS, row->rule, places);
  g_assert_cmpuint (places[0].decided_by, ==, 1);
  g_assert_cmpuint (places[0].waits_for, ==, N_KEYS);
  g_assert_cmpuint (places[2].decided_by, ==, N_KEYS);
  g_assert_cmpuint (places[2].waits_for, ==, 1);
  g_assert_cmpuint (places[2].n_sharing, ==, 2);
}

typedef struct
{
  const char *name;
  guint wanted;
  KpRankCut cut;
} CutRow;

/* Places 1 2 3 3 5 6 6 8, the last may not enter. */
static const CutRow cut_rows[] = {
  { "none", 0, { 0, 0, 0 } },
  { "first", 1, { 1, 0, 1 } },
  { "through-a-tie", 3, { 3, 2, 2 } },
  { "after-a-tie", 4, { 3, 2, 2 } },
  { "tie-across", 6, { 6, 5, 2 } },
  { "all", 7, { 6, 5, 2 } },
  { "fewer-than-wanted", 20, { 6, 5, 2 } },
};

static void
test_cut (gconstpointer data)
{
  const CutRow *row = data;
  const guint given[] = { 6, 1, 3, 5, 8, 2, 6, 3, 0 };
  const gboolean may_enter[] = { TRUE, TRUE, TRUE, TRUE, FALSE, TRUE, TRUE, TRUE, TRUE };
  KpRankPlace places[G_N_ELEMENTS (given)] = { 0 };
  KpRankCut cut;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    places[i].place = given[i];
  cut = kp_rank_find_cut (places, may_enter, G_N_ELEMENTS (given), row->wanted);
  g_assert_cmpuint (cut.place, ==, row->cut.place);
  g_assert_cmpuint (cut.n_above, ==, row->cut.n_above);
  g_assert_cmpuint (cut.n_on_cut, ==, row->cut.n_on_cut);
}

/* Shuffling the input, or adding the same to every first key, changes nothing; and a place is what it means:
 * one more than those who are better. */
static void
test_properties (void)
{
  KpTestDice dice = { 7 };

  for (guint round = 0; round < 500; round++)
    {
      enum
      {
        N = 40
      };
      KpFraction keys[N][2], shifted[N][2];
      KpRankItem items[N], shuffled[N];
      KpRankPlace places[N], again[N];
      guint at[N];

      for (guint i = 0; i < N; i++)
        {
          keys[i][0] = kp_fraction_new (kp_test_dice_below (&dice, 12), 4);
          keys[i][1] = kp_fraction_new (kp_test_dice_below (&dice, 4), 1);
          items[i] = (KpRankItem){ keys[i], kp_test_dice_below (&dice, 10) > 0 };
          at[i] = i;
        }
      for (guint i = N - 1; i > 0; i--)
        {
          guint j = kp_test_dice_below (&dice, i + 1), moved = at[i];

          at[i] = at[j];
          at[j] = moved;
        }
      for (guint i = 0; i < N; i++)
        {
          shifted[i][0] = kp_fraction_add (keys[at[i]][0], kp_fraction_new (7, 3));
          shifted[i][1] = keys[at[i]][1];
          shuffled[i] = (KpRankItem){ shifted[i], items[at[i]].is_ranked };
        }
      kp_rank_decide (items, N, 2, KP_PLACES_SHARED_SKIP, places);
      kp_rank_decide (shuffled, N, 2, KP_PLACES_SHARED_SKIP, again);
      for (guint i = 0; i < N; i++)
        {
          guint n_better = 0;

          g_assert_cmpmem (&places[at[i]], sizeof (KpRankPlace), &again[i], sizeof (KpRankPlace));
          for (guint j = 0; j < N; j++)
            {
              int first = kp_fraction_compare (keys[j][0], keys[i][0]);

              n_better += items[j].is_ranked &&
                          (first > 0 || (first == 0 && kp_fraction_compare (keys[j][1], keys[i][1]) > 0));
            }
          g_assert_cmpuint (places[i].place, ==, items[i].is_ranked ? n_better + 1 : 0);
        }
    }
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
  ADD_ROWS ("/rules/rank/places/", rank_rows, test_rank)
  ADD_ROWS ("/rules/rank/cut/", cut_rows, test_cut)
  g_test_add_func ("/rules/rank/says-what-decided", test_reasons);
  g_test_add_func ("/rules/rank/order-of-input-never-matters", test_properties);
  return g_test_run ();
}
