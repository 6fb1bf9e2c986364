/* kp-contest-final-total.c – 最终成绩 of a contest: whom the total called, by the total and the score of the background check.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is called depends on who failed the check, and only who is called has a mark of it:
 *
 *   call by the total ─ who of them is below the line leaves ─ call for them ─ … ─ nobody leaves any more
 *        └ all who were called and came to the check are ranked by the final total; the best get the places
 *
 * Whoever is below the line leaves in the round after the one in which called, unless an event says that the person left
 * before. The rounds are answered one after another, the earliest first, for each may call somebody else.
 *
 * Who is hired without exam has no final total: the line is for them too, and who stays comes before all the others. */

#include "kp-contest-private.h"

/**
 * kp_contest_get_last_place:
 * @result: of one entrant
 *
 * Returns: the place that counts in the end: of the final total where there is one, else of the total
 */
KpRankPlace
kp_contest_get_last_place (const KpContestResult *result)
{
  return result->has_final_total ? result->final_total.place : result->total.place;
}

/**
 * kp_contest_get_last_total:
 * @result: of one entrant
 *
 * Returns: the final total where there is one, else the total
 */
KpMark
kp_contest_get_last_total (const KpContestResult *result)
{
  return result->has_final_total ? result->final_total.total : result->total.total;
}

static gboolean
is_in (const KpFinalResult *result)
{
  return result->verdict == KP_FINAL_IN || result->verdict == KP_FINAL_SUBSTITUTE;
}

/* How the person leaves, of several the first; NULL = doesn't. */
static const KpFinalDeparture *
find_leaving (const KpContest      *contest,
              const KpContestField *field,
              guint                 person)
{
  const KpFinalDeparture *first = NULL;

  for (guint i = 0; i < field->departures->len; i++)
    {
      const KpFinalDeparture *departure = &g_array_index (field->departures, KpFinalDeparture, i);

      if (departure->person != person)
        continue;
      if (first == NULL || departure->round < first->round
          || (departure->round == first->round
              && kp_stage_order_is_before (&contest->scheme->stages, departure->leaving.stage, first->leaving.stage)))
        first = departure;
    }

  return first;
}

/* Was called, and didn't leave before the check. */
static gboolean
comes_to_check (const KpContest      *contest,
                const KpContestField *field,
                const KpFinal        *final,
                guint                 person)
{
  const KpFinalResult    *result = &final->persons[person];
  const KpFinalDeparture *leaving;

  if (is_in (result))
    return TRUE;
  if (result->verdict != KP_FINAL_LEFT || !result->was_in)
    return FALSE;
  leaving = find_leaving (contest, field, person);

  return leaving != NULL
         && !kp_stage_order_is_before (&contest->scheme->stages, leaving->leaving.stage, KP_STAGE_BACKGROUND);
}

static KpStatedMark
get_mark (const KpContest      *contest,
          const KpContestField *field,
          guint                 person)
{
  KpPart part;

  if (!kp_scheme_find_final_part (contest->scheme, &part))
    return (KpStatedMark) { KP_MARK_NOT_ENTERED, 0 };

  return contest->entrants[field->indexes[person]].others[part - KP_PART_OTHER_1];
}

/* Whether the mark takes the person off the list, and who says so already: a departure at the check or before it. */
static gboolean
fails (const KpContest      *contest,
       const KpContestField *field,
       const KpFinal        *final,
       guint                 person,
       KpFinalDeparture     *departure)
{
  const KpFinalDeparture *leaving;
  KpCause                 cause;

  if (!comes_to_check (contest, field, final, person)
      || !kp_final_total_find_cause (
          kp_final_total_judge (&contest->scheme->background.score, get_mark (contest, field, person)), &cause))
    return FALSE;
  leaving = is_in (&final->persons[person]) ? NULL : find_leaving (contest, field, person);
  if (leaving != NULL
      && !kp_stage_order_is_before (&contest->scheme->stages, KP_STAGE_BACKGROUND, leaving->leaving.stage))
    return FALSE;
  *departure = (KpFinalDeparture) { person, final->persons[person].entered + 1, { KP_STAGE_BACKGROUND, cause }, KP_HOLD_NONE };

  return TRUE;
}

/* Adds those who leave in the earliest round; FALSE = nobody does. */
static gboolean
add_failures (const KpContest      *contest,
              const KpContestField *field,
              const KpFinal        *final)
{
  g_autoptr (GArray) failures = g_array_new (FALSE, FALSE, sizeof (KpFinalDeparture));
  KpFinalDeparture   failure;
  guint              round = G_MAXUINT;

  for (guint i = 0; i < field->n_persons; i++)
    if (fails (contest, field, final, i, &failure))
      {
        round = MIN (round, failure.round);
        g_array_append_val (failures, failure);
      }
  for (guint i = 0; i < failures->len; i++)
    {
      failure = g_array_index (failures, KpFinalDeparture, i);
      if (failure.round == round)
        g_array_append_val (field->departures, failure);
    }

  return failures->len > 0;
}

static void
fill_candidate (const KpContest       *contest,
                const KpContestField  *field,
                guint                  person,
                KpFinalTotalCandidate *candidate)
{
  const guint index = field->indexes[person];
  KpTieSource source;

  kp_contest_measure (contest, index, &source);
  source.total = kp_fraction_from_mark (contest->results[index].total.total);
  source.extra_test = contest->entrants[index].final_test;
  source.decision = contest->entrants[index].final_decision;
  candidate->total = contest->results[index].total.total;
  candidate->mark = get_mark (contest, field, person);
  kp_final_total_measure (&contest->scheme->background.score, &source, candidate->ties);
}

/* Who left at the check without a mark never had one. */
static gboolean
is_totalled (const KpContest      *contest,
             const KpContestField *field,
             const KpFinal        *final,
             guint                 person)
{
  const KpMarkState state = get_mark (contest, field, person).state;

  return comes_to_check (contest, field, final, person)
         && (is_in (&final->persons[person]) || (state != KP_MARK_NOT_ENTERED && state != KP_MARK_PENDING));
}

/* 免试直接聘用: before all who are totalled; without a place as long as the line waits for the mark. */
static KpRankPlace
get_direct_place (const KpContest      *contest,
                  const KpContestField *field,
                  guint                 person)
{
  const KpStanding standing
      = kp_final_total_judge_direct (&contest->scheme->background.score, get_mark (contest, field, person));

  return standing == KP_STANDING_OPEN ? (KpRankPlace) { 0 } : contest->results[field->indexes[person]].total.place;
}

static void
total_post (KpContest            *contest,
            const KpContestField *field,
            const KpFinal        *final,
            guint                 post,
            KpRankPlace          *last)
{
  g_autofree guint                 *persons = g_new0 (guint, field->n_persons + 1);
  g_autofree KpFinalTotalCandidate *candidates = g_new0 (KpFinalTotalCandidate, field->n_persons + 1);
  g_autofree KpFinalTotalResult    *results = g_new0 (KpFinalTotalResult, field->n_persons + 1);
  guint                             n = 0;

  for (guint i = 0; i < field->n_persons; i++)
    {
      if (field->persons[i].post != post)
        continue;
      if (contest->results[field->indexes[i]].direct == KP_DIRECT_HIRED)
        {
          last[i] = get_direct_place (contest, field, i);
          continue;
        }
      if (!is_totalled (contest, field, final, i))
        continue;
      fill_candidate (contest, field, i, &candidates[n]);
      persons[n++] = i;
    }
  kp_final_total_decide (&contest->scheme->background.score, candidates, n, results);
  for (guint i = 0; i < n; i++)
    {
      KpContestResult *result = &contest->results[field->indexes[persons[i]]];

      result->has_final_total = TRUE;
      result->final_total = results[i];
      last[persons[i]] = kp_contest_shift_place (g_ptr_array_index (contest->posts, post), result, results[i].place);
    }
}

/**
 * kp_contest_decide_scored:
 * @contest: a contest whose scheme scores the background check
 * @field: who is ranked, and who left; gets those who leave by their mark of the check
 *
 * Returns: (transfer full): the final lists, by the final totals that @contest gets
 */
KpFinal *
kp_contest_decide_scored (KpContest            *contest,
                          const KpContestField *field)
{
  g_autofree KpRankPlace *last = g_new0 (KpRankPlace, field->n_persons + 1);
  g_autoptr (KpFinal)     called = kp_contest_decide_final (contest, field, NULL);

  while (add_failures (contest, field, called))
    {
      kp_final_free (called);
      called = kp_contest_decide_final (contest, field, NULL);
    }
  for (guint i = 0; i < contest->posts->len; i++)
    total_post (contest, field, called, i, last);

  return kp_contest_decide_final (contest, field, last);
}
