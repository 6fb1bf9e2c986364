/* kp-contest-choose.c – the hires of a contest choose their places of work in the order of their totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Before the physical (at totals), with the same choices s1, s2 for everybody:
 *
 *   first list     1 takes s1, 2 takes s2
 *   round 1        1 leaves: s1 is free again; 3 follows and takes it, 2 keeps s2
 *
 * Who would choose at once (equal totals of two posts) waits, and so do all behind, until the committee says who is first. */

#include "kp-contest-private.h"

#include <string.h>

/* Of the campaign's order. */
#define N_KEYS 3

#define EVERY_ROUND G_MAXUINT

/* Who is called chooses by the total, for nothing else is known yet; who is hired by what says who is. */
static KpRankPlace
get_place (const KpContest       *contest,
           const KpContestResult *result)
{
  return contest->scheme->choice.policy.at == KP_CHOICE_AT_HIRE ? kp_contest_get_last_place (result) : result->total.place;
}

static KpMark
get_total (const KpContest       *contest,
           const KpContestResult *result)
{
  return contest->scheme->choice.policy.at == KP_CHOICE_AT_HIRE ? kp_contest_get_last_total (result) : result->total.total;
}

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

      if (get_total (contest, other) == get_total (contest, own) && other->post != own->post
          && (other->direct == KP_DIRECT_HIRED) == (own->direct == KP_DIRECT_HIRED))
        return KP_FRACTION_UNKNOWN;
    }

  return kp_fraction_new (-(gint64) get_place (contest, own).place, 1);
}

/* The order of all hires of the campaign: who was hired without exam, then by total. */
static void
rank_campaign (const KpContest *contest,
               const guint     *hires,
               guint            n_hires,
               KpChooser       *choosers)
{
  g_autofree KpFraction  *keys = g_new0 (KpFraction, N_KEYS * n_hires + 1);
  g_autofree KpRankItem  *items = g_new0 (KpRankItem, n_hires + 1);
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, n_hires + 1);

  for (guint i = 0; i < n_hires; i++)
    {
      const KpContestResult *result = &contest->results[hires[i]];
      KpFraction            *own = &keys[N_KEYS * i];

      own[0] = result->direct == KP_DIRECT_HIRED ? KP_FRACTION_ONE : KP_FRACTION_ZERO;
      own[1] = kp_fraction_from_mark (get_total (contest, result));
      own[2] = get_own_order (contest, hires, n_hires, i);
      items[i] = (KpRankItem) { own, TRUE };
    }
  kp_rank_decide (items, n_hires, N_KEYS, KP_PLACES_SHARED_SKIP, places);
  for (guint i = 0; i < n_hires; i++)
    choosers[i].place = places[i];
}

/**
 * kp_contest_list_offers:
 * @contest: a contest
 * @n_offers: (out): how many
 *
 * Returns: (transfer full) (array length=n_offers): what there is to choose: what the scheme states, or all posts
 */
KpChoiceOffer *
kp_contest_list_offers (const KpContest *contest,
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

static gboolean
is_called (const KpFinalResult *final)
{
  return final->verdict == KP_FINAL_IN || final->verdict == KP_FINAL_SUBSTITUTE;
}

/* Whose turn has come or will: where hires choose, all of them, also who has still to say for which post; else who is called
 * and still there. */
static gboolean
has_turn (const KpContest       *contest,
          const KpContestResult *result)
{
  if (contest->scheme->choice.policy.at == KP_CHOICE_AT_HIRE)
    return result->is_hired || result->is_held_twice;

  return is_called (&result->final);
}

/* Who chooses in a round: where hires choose, all of them in round 0; else who is called, still there and without anything
 * chosen. */
static gboolean
chooses_now (const KpContest       *contest,
             const KpContestResult *result,
             guint                  round)
{
  const KpFinalResult *final = &result->final;

  if (result->chosen != NULL)
    return FALSE;
  if (contest->scheme->choice.policy.at == KP_CHOICE_AT_HIRE)
    return has_turn (contest, result);
  if (!(is_called (final) || (final->verdict == KP_FINAL_LEFT && final->was_in)))
    return FALSE;

  return final->entered <= round && (final->verdict != KP_FINAL_LEFT || final->round > round);
}

/* Who of those at one place chooses first is what the committee decided of each of them; else it stays a tie. */
static void
part_ties (const KpContest *contest,
           const guint     *hires,
           KpChooser       *choosers,
           guint            n)
{
  g_autofree guint *places = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KpFraction own = contest->entrants[hires[i]].choice_decision;
      gboolean         is_known = kp_fraction_is_known (own);

      places[i] = choosers[i].place.place;
      for (guint j = 0; j < n && places[i] > 0; j++)
        {
          const KpFraction other = contest->entrants[hires[j]].choice_decision;

          if (choosers[j].group != choosers[i].group || choosers[j].place.place != choosers[i].place.place)
            continue;
          is_known = is_known && kp_fraction_is_known (other);
          places[i] += is_known && kp_fraction_compare (other, own) < 0;
        }
      if (!is_known)
        places[i] = choosers[i].place.place;
    }
  for (guint i = 0; i < n; i++)
    choosers[i].place.place = places[i];
}

/* Everybody who chooses in a round, or at any time; those of one post in its own order, or all in one. */
static guint
list_choosers (const KpContest *contest,
               guint            round,
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

          if (round == EVERY_ROUND ? !has_turn (contest, &contest->results[index])
                                   : !chooses_now (contest, &contest->results[index], round))
            continue;
          hires[n] = index;
          choosers[n++] = (KpChooser) {
            .place = kp_contest_shift_place (post, &contest->results[index], get_place (contest, &contest->results[index])),
            .choices = entrant->choices,
            .n_choices = entrant->n_choices,
            .group = is_of_campaign ? 0 : i,
            .is_waiting = contest->results[index].is_held_twice,
          };
        }
    }
  if (is_of_campaign)
    rank_campaign (contest, hires, n, choosers);
  part_ties (contest, hires, choosers, n);

  return n;
}

/* FALSE where nobody knows who chooses next. */
static gboolean
choose_in_round (KpContest     *contest,
                 guint          round,
                 KpChoiceOffer *offers,
                 guint          n_offers)
{
  g_autofree guint          *hires = g_new0 (guint, contest->n_entrants + 1);
  g_autofree KpChooser      *choosers = g_new0 (KpChooser, contest->n_entrants + 1);
  g_autofree KpChoiceResult *results = g_new0 (KpChoiceResult, contest->n_entrants + 1);
  const guint                n = list_choosers (contest, round, hires, choosers);
  const gboolean             is_decided = kp_choice_decide (offers, n_offers, choosers, n, results);

  for (guint i = 0; i < n; i++)
    if (results[i].verdict == KP_CHOICE_CHOSEN)
      {
        contest->results[hires[i]].chosen = offers[results[i].offer].code;
        offers[results[i].offer].capacity--;
      }

  return is_decided;
}

/* What the leavers of a round had chosen is free again. */
static void
give_back (KpContest     *contest,
           guint          round,
           KpChoiceOffer *offers,
           guint          n_offers)
{
  for (guint i = 0; i < contest->n_entrants; i++)
    {
      KpContestResult *result = &contest->results[i];

      if (result->chosen == NULL || result->final.verdict != KP_FINAL_LEFT || result->final.round != round)
        continue;
      for (guint j = 0; j < n_offers; j++)
        if (offers[j].code == result->chosen)
          offers[j].capacity++;
      result->chosen = NULL;
    }
}

/* What was chosen in turn stays, also where somebody is called since who would have chosen before. */
static void
take_made (KpContest     *contest,
           KpChoiceOffer *offers,
           guint          n_offers)
{
  for (guint i = 0; i < contest->n_entrants; i++)
    {
      const KpEntrant *entrant = &contest->entrants[i];

      if (!entrant->has_chosen || entrant->n_choices == 0 || !has_turn (contest, &contest->results[i]))
        continue;
      for (guint j = 0; j < n_offers; j++)
        if (strcmp (offers[j].code, entrant->choices[0]) == 0 && offers[j].capacity > 0)
          {
            contest->results[i].chosen = offers[j].code;
            offers[j].capacity--;
          }
    }
}

static guint
find_last_round (const KpContest *contest)
{
  guint last = 0;

  for (guint i = 0; i < contest->n_entrants; i++)
    last = MAX (last, contest->results[i].final.round);

  return last;
}

/**
 * kp_contest_choose:
 * @run: a run whose hires are known
 *
 * 依次选岗: where the notice lets them choose, each takes the first of the own choices that is still free, the best total
 * first: all hires at the end, or who is called before the physical, and then round by round who follows the leavers. An
 * undecided tie stops the choosing there; so does an offer of which several posts want more than there is, where each post
 * has an order of its own.
 */
void
kp_contest_choose (KpContestRun *run)
{
  KpContest                *contest = run->contest;
  const KpChoicePolicy     *policy = &contest->scheme->choice.policy;
  guint                     n_offers = 0;
  guint                     last;
  gboolean                  goes_on = TRUE;
  g_autofree KpChoiceOffer *offers = NULL;

  if (!policy->applies)
    return;

  offers = kp_contest_list_offers (contest, &n_offers);
  take_made (contest, offers, n_offers);
  last = policy->at == KP_CHOICE_AT_TOTALS ? find_last_round (contest) : 0;
  for (guint round = 0; round <= last; round++)
    {
      if (round > 0)
        give_back (contest, round, offers, n_offers);
      goes_on = goes_on && choose_in_round (contest, round, offers, n_offers);
    }
}

/* By group, then in the order of choosing; of the tied, whose order nobody knows, the roster says the line alone. */
static gint
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const KpContestTurn *first = a;
  const KpContestTurn *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->round != second->round)
    return first->round < second->round ? -1 : 1;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;

  return first->entrant < second->entrant ? -1 : first->entrant > second->entrant;
}

/**
 * kp_contest_list_turns:
 * @contest: a contest
 * @n_turns: (out): how many
 *
 * 依次选岗: everybody who chooses, in the order of choosing: who is called later chooses after those of the rounds before, of
 * what they left. Empty where nobody chooses.
 *
 * Returns: (transfer full) (array length=n_turns): by group, round and place
 */
KpContestTurn *
kp_contest_list_turns (const KpContest *contest,
                       guint           *n_turns)
{
  g_autofree guint     *hires = g_new0 (guint, contest->n_entrants + 1);
  g_autofree KpChooser *choosers = g_new0 (KpChooser, contest->n_entrants + 1);
  const KpChoicePolicy *policy = &contest->scheme->choice.policy;
  KpContestTurn        *turns;

  *n_turns = policy->applies ? list_choosers (contest, EVERY_ROUND, hires, choosers) : 0;
  turns = g_new0 (KpContestTurn, *n_turns + 1);
  for (guint i = 0; i < *n_turns; i++)
    turns[i] = (KpContestTurn) {
      .entrant = hires[i],
      .round = policy->at == KP_CHOICE_AT_TOTALS ? contest->results[hires[i]].final.entered : 0,
      .place = choosers[i].place.place,
      .group = choosers[i].group,
      .is_waiting = choosers[i].is_waiting,
    };
  qsort (turns, *n_turns, sizeof (KpContestTurn), compare_turns);

  return turns;
}
