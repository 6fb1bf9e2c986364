/* kp-contest-total.c – the totals of a contest: each person's formula, each post's order.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

static KpFraction
get_stated (KpStatedMark mark)
{
  return mark.state == KP_MARK_PRESENT ? kp_fraction_from_mark (mark.mark) : KP_FRACTION_UNKNOWN;
}

static KpStanding
stand_by_state (KpMarkState state)
{
  switch (state)
    {
    case KP_MARK_PRESENT:
      return KP_STANDING_RANKED;
    case KP_MARK_ABSENT:
      return KP_STANDING_ABSENT;
    case KP_MARK_BREACH:
    case KP_MARK_VOID_ALL:
      return KP_STANDING_VOID;
    case KP_MARK_NOT_ENTERED:
    case KP_MARK_PENDING:
    default:
      return KP_STANDING_OPEN;
    }
}

/* What the interview, and other parts that the formula counts, make of somebody. */
static KpStanding
decide_standing (const KpContest       *contest,
                 guint                  index,
                 const KpContestResult *result)
{
  const KpScheme  *scheme = contest->scheme;
  const KpEntrant *entrant = &contest->entrants[index];
  KpStanding       standing = KP_STANDING_RANKED;

  if (kp_stage_order_contains (&scheme->stages, KP_STAGE_INTERVIEW))
    {
      standing = stand_by_state (result->interview.state);
      if (standing == KP_STANDING_RANKED)
        standing = kp_interview_lines_judge (
            result->lines, &result->line, get_stated (result->lines->on == KP_LINE_ON_RAW ? result->raw : result->interview),
            entrant->n_votes_for, entrant->n_votes);
    }
  for (guint i = 0; i < KP_N_OTHERS && standing == KP_STANDING_RANKED; i++)
    if (result->formula->policy.weights[KP_PART_OTHER_1 + i].num > 0)
      standing = stand_by_state (entrant->others[i].state);

  return standing;
}

/**
 * kp_contest_measure_credential:
 * @contest: a contest
 * @entrant: an index
 *
 * Returns: 资历量化分; unknown where the scheme gives none, or a fact is missing
 */
KpFraction
kp_contest_measure_credential (const KpContest *contest,
                               guint            entrant)
{
  KpMark points = 0;

  return kp_scheme_decide_credential (&contest->scheme->credential, &contest->facts[entrant], &points)
             ? kp_fraction_from_mark (points)
             : KP_FRACTION_UNKNOWN;
}

/**
 * kp_contest_measure:
 * @contest: a contest
 * @index: an entrant who is interviewed
 * @source: (out): all that parts this one from others in the total, and that it is made of
 */
void
kp_contest_measure (const KpContest *contest,
                    guint            index,
                    KpTieSource     *source)
{
  const KpEntrant       *entrant = &contest->entrants[index];
  const KpContestResult *result = &contest->results[index];

  *source = (KpTieSource) {
    .facts = &contest->facts[index],
    .written_with_bonus = result->with_bonus,
    .written_paper = result->written.paper,
    .interview = kp_bonus_add_to_interview (&contest->scheme->bonus, get_stated (result->interview),
                                            result->bonuses[KP_BONUS_ON_INTERVIEW]),
    .credential = kp_contest_measure_credential (contest, index),
    .dropped_marks = kp_fraction_from_mark (result->dropped),
    .extra_test = entrant->extra_test,
    .decision = entrant->decision,
  };

  for (guint i = 0; i < KP_TIE_N_PAPERS; i++)
    source->papers[i] = get_stated (entrant->papers[i]);
  for (guint i = 0; i < KP_N_OTHERS; i++)
    source->others[i] = get_stated (entrant->others[i]);
}

static void
fill_candidate (const KpContest     *contest,
                guint                index,
                const KpTotalPolicy *order,
                KpTotalCandidate    *candidate)
{
  const KpContestResult *result = &contest->results[index];
  KpTieSource            source;

  kp_contest_measure (contest, index, &source);
  candidate->standing = decide_standing (contest, index, result);
  candidate->policy = &result->formula->policy;
  candidate->parts[KP_PART_WRITTEN] = source.written_with_bonus;
  candidate->parts[KP_PART_INTERVIEW] = source.interview;
  candidate->parts[KP_PART_CREDENTIAL] = source.credential;
  candidate->parts[KP_PART_BONUS] = kp_bonus_weigh (&contest->scheme->bonus, result->bonuses[KP_BONUS_ON_TOTAL]);
  for (guint i = 0; i < KP_N_OTHERS; i++)
    candidate->parts[KP_PART_OTHER_1 + i] = source.others[i];
  kp_total_policy_measure (order, &source, candidate->ties);
}

/* Ties and places of a post are those of its first formula, or of the one for a post that became interview only; weights and
 * rounding those of each person's own. */
static void
total_post (const KpContest *contest,
            KpContestPost   *post)
{
  gboolean                     is_interview_only = post->opening == KP_QUOTA_TO_INTERVIEW;
  const KpSchemeTotal         *order = kp_scheme_get_post_total (contest->scheme, post->post, is_interview_only);
  g_autofree guint            *indexes = g_new0 (guint, post->entrants->len + 1);
  g_autofree KpTotalCandidate *candidates = g_new0 (KpTotalCandidate, post->entrants->len + 1);
  g_autofree KpTotalResult    *results = g_new0 (KpTotalResult, post->entrants->len + 1);
  guint                        n = 0;

  for (guint i = 0; order != NULL && i < post->entrants->len; i++)
    {
      guint            index = g_array_index (post->entrants, guint, i);
      KpContestResult *result = &contest->results[index];

      if (!result->is_interviewed)
        continue;
      result->formula = kp_scheme_decide_total (contest->scheme, post->post, &contest->facts[index], is_interview_only);
      if (result->formula == NULL)
        continue;
      fill_candidate (contest, index, &order->policy, &candidates[n]);
      indexes[n++] = index;
    }
  if (n > 0)
    kp_total_decide (&order->policy, candidates, n, results);
  for (guint i = 0; i < n; i++)
    {
      const guint waits_for = results[i].place.waits_for;

      contest->results[indexes[i]].total = results[i];
      contest->results[indexes[i]].lacks_tie_key
          = results[i].place.is_undecided && waits_for > 0 && waits_for <= order->policy.ties->len
            && !kp_fraction_is_known (candidates[i].ties[waits_for - 1]);
    }
}

/**
 * kp_contest_total:
 * @run: a run whose interviews are over
 *
 * 综合成绩: weighs, adds and ranks each post. Without an interview in the campaign the total is the written mark's. Posts
 * without competition whose line is made by those called elsewhere are totalled once more when these are known.
 */
void
kp_contest_total (KpContestRun *run)
{
  const KpContest *contest = run->contest;

  for (guint i = 0; i < contest->posts->len; i++)
    total_post (contest, g_ptr_array_index (contest->posts, i));
  if (!kp_scheme_asks_lowest (contest->scheme))
    return;
  kp_contest_compare_lines (run);
  for (guint i = 0; i < contest->posts->len; i++)
    total_post (contest, g_ptr_array_index (contest->posts, i));
}
