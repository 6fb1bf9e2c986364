/* kp-rank.c – places from ordered keys; what the keys leave equal stays equal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three persons with the keys (total, interview):
 *
 *   78.18  82.36      1   parted by the interview mark
 *   78.18  78.35      2   ┐ equal in all keys: both have place 2 and are undecided; never parted by name,
 * number or 78.18  78.35      2   ┘ order of entry 70.00  90.00      4   places shared and skipped; dense
 * would be 3
 *
 * A key that is unknown for one of a tied group (an extra test not yet held) doesn't decide, and no key after
 * it does: the group waits for it. */

#include "kp-rank.h"

typedef struct
{
  const KpRankItem *items;
  guint n_keys;
  KpPlaceRule rule;
  KpRankPlace *places;
  gsize *order; /* indices of the ranked items, parted in place */
  guint n_placed;
  guint n_groups;
} Ranking;

typedef struct
{
  const KpRankItem *items;
  guint key;
} Comparison;

static int
compare_descending (const void *a, const void *b, void *data)
{
  const Comparison *comparison = data;
  const KpRankItem *first = &comparison->items[*(const gsize *) a];
  const KpRankItem *second = &comparison->items[*(const gsize *) b];

  return kp_fraction_compare (second->keys[comparison->key], first->keys[comparison->key]);
}

static gboolean
is_known_for_all (const Ranking *ranking, gsize first, gsize n_tied, guint key)
{
  for (gsize i = first; i < first + n_tied; i++)
    if (!kp_fraction_is_known (ranking->items[ranking->order[i]].keys[key]))
      return FALSE;
  return TRUE;
}

/* Gives the next place to all of the group. */
static void
place_group (Ranking *ranking, gsize first, gsize n_tied, guint decided_by, guint waits_for)
{
  guint place = (ranking->rule == KP_PLACES_SHARED_DENSE ? ranking->n_groups : ranking->n_placed) + 1;

  for (gsize i = first; i < first + n_tied; i++)
    ranking->places[ranking->order[i]] = (KpRankPlace){
      .place = place,
      .n_sharing = (guint) n_tied,
      .decided_by = decided_by,
      .is_undecided = n_tied > 1,
      .waits_for = waits_for,
    };
  ranking->n_placed += (guint) n_tied;
  ranking->n_groups++;
}

/* The group is equal in all keys before @key. */
static void
part_group (Ranking *ranking, gsize first, gsize n_tied, guint key)
{
  Comparison comparison = { ranking->items, key };
  gsize start = first;

  if (n_tied == 1)
    {
      place_group (ranking, first, 1, key == 0 ? 0 : key - 1, ranking->n_keys);
      return;
    }
  if (key == ranking->n_keys || !is_known_for_all (ranking, first, n_tied, key))
    {
      place_group (ranking, first, n_tied, ranking->n_keys, key);
      return;
    }
  g_qsort_with_data (ranking->order + first, (int) n_tied, sizeof (gsize), compare_descending, &comparison);
  for (gsize i = first + 1; i <= first + n_tied; i++)
    if (i == first + n_tied ||
        compare_descending (&ranking->order[start], &ranking->order[i], &comparison) != 0)
      {
        part_group (ranking, start, i - start, key + 1);
        start = i;
      }
}

/**
 * kp_rank_decide:
 * @items: (array length=n_items): keys and whether the item is ranked at all
 * @n_items: how many
 * @n_keys: how many keys each item has
 * @rule: how places follow a shared one
 * @places: (out) (array length=n_items): places[i] is that of items[i]
 *
 * Orders by the first key, equal ones by the second, and so on. What is still equal shares a place and is
 * flagged undecided; the order of @items never matters.
 */
void
kp_rank_decide (const KpRankItem *items, gsize n_items, guint n_keys, KpPlaceRule rule, KpRankPlace *places)
{
  g_autofree gsize *order = g_new (gsize, n_items + 1);
  Ranking ranking = { items, n_keys, rule, places, order, 0, 0 };
  gsize n_ranked = 0;

  g_return_if_fail (n_items == 0 || (items != NULL && places != NULL));
  g_return_if_fail (n_items <= G_MAXINT);

  for (gsize i = 0; i < n_items; i++)
    {
      places[i] = (KpRankPlace){ .decided_by = n_keys, .waits_for = n_keys };
      if (items[i].is_ranked)
        order[n_ranked++] = i;
    }
  if (n_ranked > 0)
    part_group (&ranking, 0, n_ranked, 0);
}

static int
compare_places (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/**
 * kp_rank_find_cut:
 * @places: (array length=n_items): of kp_rank_decide()
 * @may_enter: (array length=n_items): who comes into question; one without a place never does
 * @n_items: how many
 * @wanted: how many are to be taken
 *
 * Finds where a list ends. When n_above + n_on_cut is more than @wanted, a tie lies across the end of the
 * list and the caller's rule decides; otherwise all of both enter.
 *
 * Returns: the cut
 */
KpRankCut
kp_rank_find_cut (const KpRankPlace *places, const gboolean *may_enter, gsize n_items, guint wanted)
{
  g_autofree guint *sorted = g_new (guint, n_items + 1);
  KpRankCut cut = { 0, 0, 0 };
  guint n_sorted = 0;

  g_return_val_if_fail (n_items == 0 || (places != NULL && may_enter != NULL), cut);

  for (gsize i = 0; i < n_items; i++)
    if (may_enter[i] && places[i].place > 0)
      sorted[n_sorted++] = places[i].place;
  if (wanted == 0 || n_sorted == 0)
    return cut;
  g_qsort_with_data (sorted, (int) n_sorted, sizeof (guint), compare_places, NULL);
  cut.place = sorted[MIN (wanted, n_sorted) - 1];
  for (guint i = 0; i < n_sorted; i++)
    {
      cut.n_above += sorted[i] < cut.place ? 1 : 0;
      cut.n_on_cut += sorted[i] == cut.place ? 1 : 0;
    }
  return cut;
}
