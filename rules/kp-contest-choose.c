/* kp-contest-choose.c – the hires of a contest choose their places of work in the order of their totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

/* The order of all hires of the campaign: by total, shared where totals are equal. */
static void
rank_campaign (const KpContest *contest,
               const guint     *hires,
               guint            n_hires,
               KpChooser       *choosers)
{
  g_autofree KpFraction  *totals = g_new0 (KpFraction, n_hires + 1);
  g_autofree KpRankItem  *items = g_new0 (KpRankItem, n_hires + 1);
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, n_hires + 1);

  for (guint i = 0; i < n_hires; i++)
    {
      totals[i] = kp_fraction_from_mark (contest->results[hires[i]].total.total);
      items[i] = (KpRankItem) { &totals[i], TRUE };
    }
  kp_rank_decide (items, n_hires, 1, KP_PLACES_SHARED_SKIP, places);
  for (guint i = 0; i < n_hires; i++)
    choosers[i].place = places[i];
}

static KpChoiceOffer *
list_offers (const KpContest *contest,
             guint           *n_offers)
{
  const GPtrArray *stated = contest->scheme->choice.offers;
  KpChoiceOffer   *offers = g_new0 (KpChoiceOffer, MAX (stated->len, contest->posts->len) + 1);

  *n_offers = stated->len > 0 ? stated->len : contest->posts->len;
  for (guint i = 0; i < *n_offers; i++)
    if (stated->len > 0)
      {
        const KpSchemeOffer *offer = g_ptr_array_index (stated, i);

        offers[i] = (KpChoiceOffer) { offer->code, offer->places };
      }
    else
      {
        const KpContestPost *post = g_ptr_array_index (contest->posts, i);

        offers[i] = (KpChoiceOffer) { post->post->code, post->places };
      }

  return offers;
}

static void
choose (KpContest   *contest,
        const guint *hires,
        guint        n_hires,
        gboolean     is_of_campaign)
{
  guint                      n_offers = 0;
  g_autofree KpChoiceOffer  *offers = list_offers (contest, &n_offers);
  g_autofree KpChooser      *choosers = g_new0 (KpChooser, n_hires + 1);
  g_autofree KpChoiceResult *results = g_new0 (KpChoiceResult, n_hires + 1);

  for (guint i = 0; i < n_hires; i++)
    {
      const KpEntrant *entrant = &contest->entrants[hires[i]];

      choosers[i].place = contest->results[hires[i]].total.place;
      choosers[i].choices = entrant->choices;
      choosers[i].n_choices = entrant->n_choices;
    }
  if (is_of_campaign)
    rank_campaign (contest, hires, n_hires, choosers);
  kp_choice_decide (offers, n_offers, choosers, n_hires, results);
  for (guint i = 0; i < n_hires; i++)
    if (results[i].verdict == KP_CHOICE_CHOSEN)
      contest->results[hires[i]].chosen = offers[results[i].offer].code;
}

/**
 * kp_contest_choose:
 * @run: a run whose hires are known
 *
 * 依次选岗: where the notice lets hires choose, each takes the first of the own choices that is still free, the best total
 * first. An undecided tie stops the choosing there.
 */
void
kp_contest_choose (KpContestRun *run)
{
  KpContest         *contest = run->contest;
  g_autofree guint  *hires = g_new0 (guint, contest->n_entrants + 1);
  const KpChoicePolicy *policy = &contest->scheme->choice.policy;
  guint              n = 0;

  if (!policy->applies)
    return;

  if (policy->among == KP_CHOICE_AMONG_CAMPAIGN)
    {
      for (guint i = 0; i < contest->n_entrants; i++)
        if (contest->results[i].is_hired)
          hires[n++] = i;
      choose (contest, hires, n, TRUE);
      return;
    }
  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);

      n = 0;
      for (guint j = 0; j < post->entrants->len; j++)
        if (contest->results[g_array_index (post->entrants, guint, j)].is_hired)
          hires[n++] = g_array_index (post->entrants, guint, j);
      choose (contest, hires, n, FALSE);
    }
}
