/* kp-headcount-allot.c – deals places by largest remainder 最大余额法, with least places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 483 places for streets of 93,215 / 78,460 / 61,188 / 35,574 residents (domain.md W6):
 *
 *   exact shares   167.7222   141.1735   110.0959   64.0085
 *   whole parts    167        141        110        64        = 482, one place is left
 *   dealt          168        141        110        64        = 483: the largest remainder has it
 *
 * A node whose share is below its least places gets just those; the others share what remains, anew, until
 * every share reaches its least places. Equal remainders at the last place are a tie, which the committee
 * decides by rank; until it does these places stay with nobody. */

#include "kp-headcount.h"

typedef struct
{
  guint index;
  gint64 remainder; /* of places × weight / total weight */
  guint rank;
} Claim;

typedef struct
{
  const gint64 *weights;
  const guint *floors;
  const guint *ranks; /* (nullable) */
  guint n;
  guint *out;
  KpFraction *shares; /* (nullable) */
  gboolean *is_fixed;
} Dealing;

/* Largest remainder first, then by the committee's rank; who has none is after who has one. */
static gint
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *first = a;
  const Claim *second = b;

  if (first->remainder != second->remainder)
    return first->remainder > second->remainder ? -1 : 1;
  if (first->rank == second->rank)
    return 0;
  if (first->rank == 0 || second->rank == 0)
    return first->rank == 0 ? 1 : -1;
  return first->rank < second->rank ? -1 : 1;
}

static gint64
sum_open_weights (const Dealing *dealing)
{
  gint64 total = 0;

  for (guint i = 0; i < dealing->n; i++)
    total += dealing->is_fixed[i] ? 0 : dealing->weights[i];
  return total;
}

/* Gives the least places to whoever's share is below them. Returns whether there was any. */
static gboolean
fix_below (Dealing *dealing, guint *places)
{
  const gint64 total = sum_open_weights (dealing);
  const gint64 open = *places;
  gboolean has_fixed = FALSE;

  for (guint i = 0; i < dealing->n; i++)
    {
      if (dealing->is_fixed[i] ||
          (total > 0 && open * dealing->weights[i] >= (gint64) dealing->floors[i] * total))
        continue;
      dealing->is_fixed[i] = TRUE;
      dealing->out[i] = dealing->floors[i];
      *places -= dealing->floors[i];
      if (dealing->shares != NULL)
        dealing->shares[i] = kp_fraction_new (dealing->floors[i], 1);
      has_fixed = TRUE;
    }
  return has_fixed;
}

static guint
deal_whole (Dealing *dealing, guint places, GArray *claims)
{
  const gint64 total = sum_open_weights (dealing);
  guint n_dealt = 0;

  for (guint i = 0; i < dealing->n; i++)
    {
      gint64 product;
      Claim claim;

      if (dealing->is_fixed[i])
        continue;
      product = (gint64) places * dealing->weights[i];
      claim = (Claim){ i, product % total, dealing->ranks != NULL ? dealing->ranks[i] : 0 };
      dealing->out[i] = (guint) (product / total);
      n_dealt += dealing->out[i];
      if (dealing->shares != NULL)
        dealing->shares[i] = kp_fraction_new (product, total);
      g_array_append_val (claims, claim);
    }
  return n_dealt;
}

/* Those before the last place for certain, and those at it where nobody is tied with somebody beyond. */
static guint
deal_remainders (Dealing *dealing, GArray *claims, guint n_left, gboolean *is_tied)
{
  guint n_certain = n_left;

  g_array_sort (claims, compare_claims);
  if (n_left > 0 && n_left < claims->len)
    {
      const Claim *after = &g_array_index (claims, Claim, n_left);

      while (n_certain > 0 && compare_claims (&g_array_index (claims, Claim, n_certain - 1), after) == 0)
        n_certain--;
    }
  for (guint i = 0; i < n_certain; i++)
    dealing->out[g_array_index (claims, Claim, i).index]++;
  for (guint i = n_certain; is_tied != NULL && n_certain < n_left && i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);

      is_tied[claim->index] = compare_claims (claim, &g_array_index (claims, Claim, n_left)) == 0;
    }
  return n_left - n_certain;
}

static guint
sum_floors (const guint *floors, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += floors[i];
  return sum;
}

/**
 * kp_headcount_allot:
 * @places: to deal
 * @weights: (array length=n): residents of each, not negative
 * @floors: (array length=n): least places of each, together at most @places
 * @ranks: (array length=n) (nullable): the committee's decision among equal remainders, 1 the first; 0 = none
 * @n: how many
 * @out: (out) (array length=n): places of each
 * @shares: (out) (array length=n) (nullable): exact shares
 * @is_tied: (out) (array length=n) (nullable): whose remainder is equal to another's at the last place
 *
 * Deals places by largest remainder, so that they add up exactly; see the picture at the top. No order of the
 * input decides anything.
 *
 * Returns: how many places stay with nobody, because of a tie, or because nobody has residents
 */
guint
kp_headcount_allot (guint places,
                    const gint64 *weights,
                    const guint *floors,
                    const guint *ranks,
                    guint n,
                    guint *out,
                    KpFraction *shares,
                    gboolean *is_tied)
{
  g_autofree gboolean *is_fixed = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  Dealing dealing = { weights, floors, ranks, n, out, shares, is_fixed };
  guint n_dealt;

  g_return_val_if_fail (sum_floors (floors, n) <= places, places);

  for (guint i = 0; i < n; i++)
    {
      out[i] = 0;
      if (is_tied != NULL)
        is_tied[i] = FALSE;
    }
  while (fix_below (&dealing, &places))
    ;
  if (sum_open_weights (&dealing) == 0)
    return places;
  n_dealt = deal_whole (&dealing, places, claims);
  return deal_remainders (&dealing, claims, places - n_dealt, is_tied);
}
