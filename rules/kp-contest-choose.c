/* kp-contest-choose.c – the hires of a contest choose their places of work in the order of their totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

/* Who of one post have one total are parted as the post parts them; nothing parts equal totals of several posts. */
static KpFraction
get_own_order (const KpContest *contest,
               const guint     *hires,
               guint            n_hires,
               guint            index)
{
  const KpContestResult *own = &contest->results[hires[index]];

  for (guint i = 0; i < n_hires; i++)
    {
      const KpContestResult *other = &contest->results[hires[i]];

      if (other->total.total == own->total.total && other->post != own->post)
        return KP_FRACTION_UNKNOWN;
    }

  return kp_fraction_new (-(gint64) own->total.place.place, 1);
}

/* The order of all hires of the campaign: by total. */
static void
rank_campaign (const KpContest *contest,
               const guint     *hires,
               guint            n_hires,
               KpChooser       *choosers)
{
  g_autofree KpFraction  *keys = g_new0 (KpFraction, 2 * n_hires + 1);
  g_autofree KpRankItem  *items = g_new0 (KpRankItem, n_hires + 1);
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, n_hires + 1);

  for (guint i = 0; i < n_hires; i++)
    {
      keys[2 * i] = kp_fraction_from_mark (contest->results[hires[i]].total.total);
      keys[2 * i + 1] = get_own_order (contest, hires, n_hires, i);
      items[i] = (KpRankItem) { &keys[2 * i], TRUE };
    }
  kp_rank_decide (items, n_hires, 2, KP_PLACES_SHARED_SKIP, places);
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

/* Everybody who is hired, or will be as soon as they say for which post; those of one post in its own order, or all in one. */
static guint
list_choosers (const KpContest *contest,
               guint           *hires,
               KpChooser       *choosers)
{
  const gboolean is_of_campaign = contest->scheme->choice.policy.among == KP_CHOICE_AMONG_CAMPAIGN;
  guint          n = 0;

  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);

      for (guint j = 0; j < post->entrants->len; j++)
        {
          const guint      index = g_array_index (post->entrants, guint, j);
          const KpEntrant *entrant = &contest->entrants[index];

          if (!contest->results[index].is_hired && !contest->results[index].is_held_twice)
            continue;
          hires[n] = index;
          choosers[n++] = (KpChooser) {
            .place = contest->results[index].total.place,
            .choices = entrant->choices,
            .n_choices = entrant->n_choices,
            .group = is_of_campaign ? 0 : i,
            .is_waiting = contest->results[index].is_held_twice,
          };
        }
    }
  if (is_of_campaign)
    rank_campaign (contest, hires, n, choosers);

  return n;
}

/**
 * kp_contest_choose:
 * @run: a run whose hires are known
 *
 * 依次选岗: where the notice lets hires choose, each takes the first of the own choices that is still free, the best total
 * first. An undecided tie stops the choosing there; so does an offer of which several posts want more than there is, where
 * each post has an order of its own.
 */
void
kp_contest_choose (KpContestRun *run)
{
  KpContest                 *contest = run->contest;
  guint                      n_offers = 0;
  g_autofree KpChoiceOffer  *offers = NULL;
  g_autofree guint          *hires = NULL;
  g_autofree KpChooser      *choosers = NULL;
  g_autofree KpChoiceResult *results = NULL;
  guint                      n;

  if (!contest->scheme->choice.policy.applies)
    return;

  offers = list_offers (contest, &n_offers);
  hires = g_new0 (guint, contest->n_entrants + 1);
  choosers = g_new0 (KpChooser, contest->n_entrants + 1);
  results = g_new0 (KpChoiceResult, contest->n_entrants + 1);
  n = list_choosers (contest, hires, choosers);
  kp_choice_decide (offers, n_offers, choosers, n, results);
  for (guint i = 0; i < n; i++)
    if (results[i].verdict == KP_CHOICE_CHOSEN)
      contest->results[hires[i]].chosen = offers[results[i].offer].code;
}
