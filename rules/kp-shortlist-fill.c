/* kp-shortlist-fill.c – fills the free seats of a list, the last one by the scheme's rule for ties.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cut, for 2 places at 1:3 (wanted = 6). A number is a place, | is the end of the list.
 *
 *   1  2  3  3  5  6 | 7  8      no tie at the end: six enter
 *
 *   1  2  3  3  5  6 | 6  8      a tie lies across the end: five are above it, two are on it, and only one of
 *                  └───┘         these two has room. decide_tied_last_place() says what happens:
 *                                  KP_LAST_TIE_ALL_ENTER   both enter, the list has seven (末位并列一并进入)
 *                                  KP_LAST_TIE_NONE_ENTER  neither enters, the list has five
 *                                  KP_LAST_TIE_BY_KEY      the paper mark parts them, or the keys that the scheme
 *                                                          names; when all are equal, both are undecided and a
 *                                                          person must decide
 *
 *   1  2  2  2  5  5 | 7  8      a tie that ends at the end of the list: all enter, nothing to decide
 *
 *   1  2  3            |         fewer than wanted: all enter, the list is short */

#include "kp-shortlist-private.h"

/* Takes the tied by the scheme's keys, as many as there are free seats; who is equal in all of them is undecided. */
static guint
part_tied_by_key (KpShortlistFilling *filling, guint cut_place, guint n_free, KpShortlistVerdict verdict)
{
  g_autofree KpRankItem *items = g_new0 (KpRankItem, filling->n_candidates);
  g_autofree KpRankPlace *by_key = g_new (KpRankPlace, filling->n_candidates);
  g_autofree gboolean *is_tied = g_new0 (gboolean, filling->n_candidates);
  KpRankCut cut;
  guint n_entered = 0;

  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      is_tied[i] = filling->may_enter[i] && filling->places[i].place == cut_place;
      items[i] = (KpRankItem){ filling->candidates[i].tie_keys, is_tied[i] };
    }
  kp_rank_decide (items, filling->n_candidates, MIN (filling->policy->n_tie_keys, KP_SHORTLIST_MAX_KEYS),
                  KP_PLACES_SHARED_SKIP, by_key);
  cut = kp_rank_find_cut (by_key, is_tied, filling->n_candidates, n_free);
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      gboolean fits = cut.n_above + cut.n_on_cut <= n_free;

      if (!is_tied[i])
        continue;
      if (by_key[i].place < cut.place || (by_key[i].place == cut.place && fits))
        {
          filling->results[i].verdict = verdict;
          n_entered++;
        }
      else
        filling->results[i].verdict =
            by_key[i].place == cut.place ? KP_SHORTLIST_UNDECIDED : KP_SHORTLIST_TIED_OUT;
      filling->results[i].round = filling->round;
    }
  return n_entered;
}

/* 末位并列: more persons hold the last place than the list has room for. @n_free of them have room. */
static guint
decide_tied_last_place (KpShortlistFilling *filling, guint cut_place, guint n_free)
{
  KpShortlistVerdict verdict = filling->round > 0 ? KP_SHORTLIST_SUBSTITUTE : KP_SHORTLIST_ENTERS_TIED;
  guint n_entered = 0;

  if (filling->policy->last_tie == KP_LAST_TIE_BY_KEY)
    return part_tied_by_key (filling, cut_place, n_free,
                             filling->round > 0 ? KP_SHORTLIST_SUBSTITUTE : KP_SHORTLIST_ENTERS);
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      if (!filling->may_enter[i] || filling->places[i].place != cut_place)
        continue;
      if (filling->policy->last_tie == KP_LAST_TIE_ALL_ENTER)
        {
          filling->results[i].verdict = verdict;
          filling->results[i].round = filling->round;
          n_entered++;
        }
      else
        filling->results[i].verdict = KP_SHORTLIST_TIED_OUT;
    }
  return n_entered;
}

/**
 * kp_shortlist_fill:
 * @filling: the list as it stands; verdicts and rounds are written into its results
 * @n_free: free seats
 * @cut: (out): where the list ends
 *
 * Fills free seats in the order of places, the last one by the scheme's rule for ties.
 *
 * Returns: how many entered
 */
guint
kp_shortlist_fill (KpShortlistFilling *filling, guint n_free, KpRankCut *cut)
{
  gboolean tie_crosses_end;
  guint n_entered = 0;

  *cut = kp_rank_find_cut (filling->places, filling->may_enter, filling->n_candidates, n_free);
  tie_crosses_end = cut->n_above + cut->n_on_cut > n_free;
  for (gsize i = 0; i < filling->n_candidates; i++)
    {
      guint place = filling->places[i].place;

      if (!filling->may_enter[i] || place > cut->place || (place == cut->place && tie_crosses_end))
        continue;
      filling->results[i].verdict = filling->round > 0 ? KP_SHORTLIST_SUBSTITUTE : KP_SHORTLIST_ENTERS;
      filling->results[i].round = filling->round;
      n_entered++;
    }
  if (tie_crosses_end)
    n_entered += decide_tied_last_place (filling, cut->place, n_free - cut->n_above);
  return n_entered;
}
