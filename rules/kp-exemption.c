/* kp-exemption.c – 免笔试限额: who of those who may do without the written exam does, where they are too many.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Four places, at most half of them; who serves longest goes first, and three fulfil the condition:
 *
 *   A since 2015, B since 2018, C since 2020    A and B go to the interview at once, C sits the exam
 *   A since 2015, B and C since 2018            A does; B and C wait for the committee, and with them the post
 *   committee: C first, B second                A and C do, B sits the exam
 *
 * No number, name or order of entry ever parts them. */

#include "kp-exemption.h"

#include "kp-rank.h"

/**
 * kp_exemption_limit_init:
 * @limit: (out caller-allocates): no limit
 */
void
kp_exemption_limit_init (KpExemptionLimit *limit)
{
  *limit = (KpExemptionLimit) {
    .share = KP_FRACTION_UNKNOWN,
    .keys = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_tie_free),
  };
}

/**
 * kp_exemption_limit_clear:
 * @limit: a limit; frees what it owns
 */
void
kp_exemption_limit_clear (KpExemptionLimit *limit)
{
  g_clear_pointer (&limit->keys, g_ptr_array_unref);
}

/**
 * kp_exemption_limit_applies:
 * @limit: a limit
 *
 * Returns: whether there may be too many
 */
gboolean
kp_exemption_limit_applies (const KpExemptionLimit *limit)
{
  return limit->most > 0 || kp_fraction_is_known (limit->share);
}

/**
 * kp_exemption_limit_count:
 * @limit: a limit that applies
 * @places: with which the post opened
 *
 * Returns: how many of the post may be exempt; of two limits the lower
 */
guint
kp_exemption_limit_count (const KpExemptionLimit *limit,
                          guint                   places)
{
  guint count = limit->most > 0 ? limit->most : G_MAXUINT;
  guint shared;

  if (kp_fraction_is_known (limit->share)
      && kp_fraction_round_to_count (kp_fraction_multiply (kp_fraction_new (places, 1), limit->share), KP_ROUNDING_TRUNCATE,
                                     &shared))
    count = MIN (count, shared);

  return count;
}

/* The keys of one, the committee's word last. */
static void
measure (const KpExemptionLimit *limit,
         const KpExemptionCase  *who,
         KpFraction             *keys)
{
  const KpTieSource source = { .facts = who->facts, .credential = who->credential, .decision = who->decision };

  for (guint i = 0; i < limit->keys->len; i++)
    keys[i] = kp_tie_measure (g_ptr_array_index (limit->keys, i), &source);
  keys[limit->keys->len] = kp_fraction_is_known (who->decision) ? kp_fraction_negate (who->decision) : KP_FRACTION_UNKNOWN;
}

/**
 * kp_exemption_decide:
 * @limit: a limit that applies
 * @places: with which the post opened
 * @cases: (array length=n): all of the post who fulfil the condition
 * @n: how many
 * @results: (out) (array length=n): results[i] belongs to cases[i]: FREE = without a written exam
 *
 * Where the limit takes them all, all are exempt. Who is tied across its last place is UNDECIDED. The order of @cases never
 * matters.
 */
void
kp_exemption_decide (const KpExemptionLimit *limit,
                     guint                   places,
                     const KpExemptionCase  *cases,
                     guint                   n,
                     KpExemption            *results)
{
  const guint             n_keys = limit->keys->len + 1;
  const guint             count = kp_exemption_limit_count (limit, places);
  g_autofree KpFraction  *keys = g_new0 (KpFraction, (n + 1) * n_keys);
  g_autofree KpRankItem  *items = g_new0 (KpRankItem, n + 1);
  g_autofree KpRankPlace *own = g_new0 (KpRankPlace, n + 1);
  g_autofree gboolean    *may_enter = g_new0 (gboolean, n + 1);
  KpRankCut               cut;

  for (guint i = 0; i < n; i++)
    {
      measure (limit, &cases[i], keys + i * n_keys);
      items[i] = (KpRankItem) { keys + i * n_keys, TRUE };
      may_enter[i] = TRUE;
      results[i] = n <= count ? KP_EXEMPTION_FREE : KP_EXEMPTION_LEFT;
    }
  if (n <= count || count == 0)
    return;

  kp_rank_decide (items, n, n_keys, KP_PLACES_SHARED_SKIP, own);
  cut = kp_rank_find_cut (own, may_enter, n, count);
  for (guint i = 0; i < n; i++)
    if (own[i].place < cut.place || (own[i].place == cut.place && cut.n_above + cut.n_on_cut <= count))
      results[i] = KP_EXEMPTION_FREE;
    else if (own[i].place == cut.place)
      results[i] = KP_EXEMPTION_UNDECIDED;
}
