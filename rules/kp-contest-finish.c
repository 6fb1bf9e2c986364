/* kp-contest-finish.c – the end of a contest: who is called, who for whom, who is hired, who chooses what.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

#include "kp-reserve.h"

/* 定向岗位空额: places of targeted posts that nobody fills go where the notice says. */
static void
move_leftovers (KpContestRun *run)
{
  KpContest                 *contest = run->contest;
  g_autofree KpLeftoverCase *cases = g_new0 (KpLeftoverCase, contest->posts->len + 1);
  g_autoptr (GPtrArray)      results = NULL;

  if (contest->scheme->leftover.at != KP_LEFTOVER_AT_INTERVIEW)
    return;

  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);

      guint                n_filled = 0;

      for (guint j = 0; j < post->entrants->len; j++)
        n_filled += contest->results[g_array_index (post->entrants, guint, j)].total.place.place > 0;
      /* Whoever isn't settled yet may still fill a place. */
      cases[i] = kp_contest_make_leftover (run, post, post->pending != KP_PENDING_NONE ? post->places : n_filled);
    }
  results = kp_leftover_decide (&contest->scheme->leftover, cases, contest->posts->len);
  for (guint i = 0; i < contest->posts->len; i++)
    {
      KpContestPost          *post = g_ptr_array_index (contest->posts, i);
      const KpLeftoverResult *result = g_ptr_array_index (results, i);

      kp_contest_take_leftover (post, result);
      if (post->pending == KP_PENDING_NONE && post->waits_for_leftovers)
        post->pending = KP_PENDING_LEFTOVER;
    }
}

static gboolean
is_final_stage (const KpScheme *scheme,
                KpStage         stage)
{
  if (stage == KP_STAGE_RECHECK)
    return kp_contest_is_rechecked_late (scheme);

  return stage == KP_STAGE_PHYSICAL || stage == KP_STAGE_BACKGROUND || stage == KP_STAGE_PUBLICITY || stage == KP_STAGE_HIRE
         || stage == KP_STAGE_TRAINING || stage == KP_STAGE_PROBATION;
}

static gboolean
is_refused_at (const KpContest *contest,
               guint            entrant,
               KpCheck          moment)
{
  return kp_qualify_decide_outcome (contest->scheme, contest->results[entrant].post, &contest->facts[entrant], moment,
                                    contest->entrants[entrant].judged, contest->entrants[entrant].n_judged)
         == KP_REVIEW_FAIL;
}

/* Those who are found out late leave like those who withdraw: at a review or re-check that comes after the interview,
 * else at the background check. */
static void
add_late_findings (const KpContestRun *run,
                   guint               entrant,
                   guint               person,
                   GArray             *departures)
{
  const KpContest *contest = run->contest;
  KpFinalDeparture departure = { person, 1, { KP_STAGE_RECHECK, KP_CAUSE_FAILED }, KP_HOLD_NONE };
  gboolean         is_refused
      = (kp_contest_is_reviewed_late (contest->scheme) && contest->results[entrant].review == KP_REVIEW_FAIL)
        || (kp_contest_is_rechecked_late (contest->scheme) && is_refused_at (contest, entrant, KP_CHECK_RECHECK));

  if (!is_refused)
    departure.leaving.stage = KP_STAGE_BACKGROUND;
  if (is_refused || is_refused_at (contest, entrant, KP_CHECK_BACKGROUND))
    g_array_append_val (departures, departure);
}

static GArray *
collect_departures (const KpContestRun *run,
                    const guint        *persons)
{
  GArray *departures = g_array_new (FALSE, FALSE, sizeof (KpFinalDeparture));

  for (guint i = 0; i < run->n_departures; i++)
    {
      const KpDeparture *given = &run->departures[i];
      KpFinalDeparture   departure = { persons[given->entrant], given->round, given->leaving,
                                         given->waits ? KP_HOLD_RESERVE : KP_HOLD_NONE };

      if (given->to == NULL && is_final_stage (run->contest->scheme, given->leaving.stage) && departure.person != G_MAXUINT)
        g_array_append_val (departures, departure);
    }

  return departures;
}

/* Who isn't among the totals, or is without one: has left before, or waits for a mark. */
static void
tell_others (KpContestRun *run,
             guint         entrant)
{
  KpContestResult   *result = &run->contest->results[entrant];
  const KpDeparture *departure = NULL;

  if (result->final.verdict != KP_FINAL_NO_PLACE)
    return;
  if ((result->direct == KP_DIRECT_UNDECIDED || run->contest->facts[entrant].exemption == KP_EXEMPTION_UNDECIDED)
      && !result->has_left)
    result->final.verdict = KP_FINAL_UNDECIDED;
  if (result->is_interviewed && !result->has_left
      && (result->formula == NULL || result->total.standing == KP_STANDING_OPEN))
    result->final.verdict = KP_FINAL_UNDECIDED;
  if (result->is_interviewed || result->post == NULL)
    return;

  if (result->has_left && (result->left.stage == KP_STAGE_SHORTLIST || result->left.stage == KP_STAGE_RECHECK))
    departure = kp_contest_find_departure (run, entrant, result->left.stage);
  if (departure != NULL || (!result->is_listed && kp_shortlist_verdict_is_in (result->listed_as)))
    result->final = (KpFinalResult) {
      .verdict = KP_FINAL_LEFT,
      .round = departure != NULL ? departure->round : 1,
      .post = kp_contest_post_of (run, entrant)->index,
    };
}

static void
take_results (KpContestRun  *run,
              const KpFinal *final,
              const guint   *indexes,
              guint          n_persons)
{
  KpContest *contest = run->contest;

  for (guint i = 0; i < n_persons; i++)
    {
      contest->results[indexes[i]].final = final->persons[i];
      contest->results[indexes[i]].is_hired
          = final->persons[i].is_hired && kp_stage_order_contains (&contest->scheme->stages, KP_STAGE_HIRE);
    }
  for (guint i = 0; i < contest->n_entrants; i++)
    tell_others (run, i);
  for (guint i = 0; i < contest->posts->len; i++)
    {
      KpContestPost *post = g_ptr_array_index (contest->posts, i);

      post->n_called = final->posts[i].n_called;
      post->n_empty = final->posts[i].n_empty;
      kp_contest_say (post, kp_pending_get_chinese (post->pending));
      kp_contest_say (post, final->posts[i].why);
    }
}

/* 最终成绩: who was called and got no place stands in the pool by the final total, and before those never called. */
static KpFinalPerson *
dup_in_order (const KpContest     *contest,
              const KpFinalPerson *persons,
              const KpFinalResult *results,
              const guint         *indexes,
              guint                n_persons)
{
  KpFinalPerson *ordered = g_memdup2 (persons, sizeof (KpFinalPerson) * (n_persons + 1));

  for (guint i = 0; kp_scheme_asks_final_total (contest->scheme) && i < n_persons; i++)
    if (results[i].is_surplus)
      ordered[i].place = kp_contest_get_last_place (&contest->results[indexes[i]]);
    else if (ordered[i].place.place > 0)
      ordered[i].place.place += n_persons;

  return ordered;
}

static void
fill_reserve (KpContestRun        *run,
              const KpFinalPerson *persons,
              const KpFinal       *final,
              const guint         *indexes,
              guint                n_persons,
              const guint         *post_places)
{
  const KpReservePolicy *policy = &run->contest->scheme->reserve;
  g_autofree guint      *places = g_new0 (guint, n_persons + 1);
  g_autofree KpFinalResult *results = NULL;
  g_autofree KpFinalPerson *ordered = NULL;

  if (!policy->applies)
    return;
  results = g_memdup2 (final->persons, sizeof (KpFinalResult) * (n_persons + 1));
  kp_contest_bar_hired (run->contest, final, indexes, results);
  ordered = dup_in_order (run->contest, persons, results, indexes, n_persons);
  kp_reserve_decide (policy, policy->until, ordered, results, n_persons, post_places, places);
  for (guint i = 0; i < n_persons; i++)
    run->contest->results[indexes[i]].is_in_reserve = places[i] > 0;
}

/* Of the persons of the final lists: which entrant each is. */
typedef struct
{
  const KpContest *contest;
  const guint     *indexes;
} Fitting;

/* 跨岗位递补: whoever doesn't meet what the other post asks isn't called to it. */
static guint
fits (guint         person,
      guint         post_index,
      gconstpointer data)
{
  const Fitting         *fitting = data;
  const KpContest       *contest = fitting->contest;
  const guint            index = fitting->indexes[person];
  const KpContestResult *result = &contest->results[index];
  const KpEntrant       *entrant = &contest->entrants[index];
  const KpContestPost   *post = g_ptr_array_index (contest->posts, post_index);
  KpCandidateFacts       facts = entrant->facts;

  kp_scheme_adapt_facts (contest->scheme, post->post, &facts);

  return kp_scheme_may_compare (contest->scheme, result->formula, post->post, post->opening == KP_QUOTA_TO_INTERVIEW)
                 && kp_qualify_decide_move (contest->scheme, result->post, post->post, &facts, entrant->judged,
                                            entrant->n_judged)
             ? kp_substitution_policy_find_wave (&contest->scheme->substitution, &facts)
             : 0;
}

/**
 * kp_contest_decide_final:
 * @contest: a contest
 * @field: who is ranked, and who left
 * @last: (nullable) (array): of each person the place in the final total
 *
 * Returns: (transfer full): the final lists
 */
KpFinal *
kp_contest_decide_final (const KpContest      *contest,
                         const KpContestField *field,
                         const KpRankPlace    *last)
{
  const KpScheme *scheme = contest->scheme;

  return kp_final_decide_anew (&scheme->substitution, &scheme->physical.policy, &scheme->stages, field->places,
                               field->is_pending, contest->posts->len, field->persons, last, field->n_persons,
                               (const KpFinalDeparture *) (gpointer) field->departures->data, field->departures->len,
                               field->fits, field->fits_data);
}

/**
 * kp_contest_finish:
 * @run: a run whose totals are made
 *
 * 体检、考察、公示、聘用: the first list, one round after another for those who left, the reserve pool and the choice of
 * posts. Places stay what they were.
 */
void
kp_contest_finish (KpContestRun *run)
{
  KpContest                *contest = run->contest;
  g_autofree KpFinalPerson *persons = g_new0 (KpFinalPerson, contest->n_entrants + 1);
  g_autofree guint         *indexes = g_new0 (guint, contest->n_entrants + 1);
  g_autofree guint         *person_of = g_new0 (guint, contest->n_entrants + 1);
  g_autofree guint         *places = g_new0 (guint, contest->posts->len + 1);
  g_autofree gboolean      *is_pending = g_new0 (gboolean, contest->posts->len + 1);
  g_autoptr (GArray)        departures = NULL;
  g_autoptr (KpFinal)       final = NULL;
  const Fitting             fitting = { contest, indexes };
  KpContestField            field;
  guint                     n = 0;

  move_leftovers (run);
  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);

      places[i] = post->places;
      is_pending[i] = post->pending != KP_PENDING_NONE;
    }
  for (guint i = 0; i < contest->n_entrants; i++)
    {
      const KpContestResult *result = &contest->results[i];
      const KpContestPost   *post = kp_contest_post_of (run, i);

      person_of[i] = G_MAXUINT;
      if (result->formula == NULL && result->direct != KP_DIRECT_HIRED)
        continue;
      person_of[i] = n;
      indexes[n] = i;
      persons[n++] = (KpFinalPerson) { post->index, kp_contest_shift_place (post, result, result->total.place),
                                       result->total.total };
    }
  departures = collect_departures (run, person_of);
  for (guint i = 0; i < n; i++)
    add_late_findings (run, indexes[i], i, departures);

  field = (KpContestField) { persons, indexes, n, places, is_pending, departures, fits, &fitting };
  final = kp_scheme_asks_final_total (contest->scheme) ? kp_contest_decide_scored (contest, &field)
                                                       : kp_contest_decide_final (contest, &field, NULL);
  kp_contest_hold_doubles (contest, final, indexes);
  take_results (run, final, indexes, n);
  fill_reserve (run, persons, final, indexes, n, places);
  kp_contest_choose (run);
}
