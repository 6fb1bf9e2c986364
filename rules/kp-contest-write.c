/* kp-contest-write.c – the written exam of a contest: marks, bonus, lines, shortlists and their substitutes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-race.h"
#include "kp-heat.h"
#include "kp-turnout.h"

/* 资格复审在笔试之前 in some counties: who leaves there doesn't sit the exam. */
static gboolean
fails_recheck (const KpContestRun *run,
               guint               entrant)
{
  const KpContest *contest = run->contest;

  if (kp_contest_find_departure (run, entrant, KP_STAGE_RECHECK) != NULL)
    return TRUE;

  return contest->results[entrant].post != NULL
         && kp_qualify_decide_outcome (contest->scheme, contest->results[entrant].post, &contest->facts[entrant],
                                       KP_CHECK_RECHECK, contest->entrants[entrant].judged,
                                       contest->entrants[entrant].n_judged)
                == KP_REVIEW_FAIL;
}

static gboolean
competes (const KpContestRun *run,
          guint               entrant)
{
  const KpContest       *contest = run->contest;
  const KpContestResult *result = &contest->results[entrant];

  if (result->review != KP_REVIEW_PASS && !kp_contest_is_reviewed_late (contest->scheme))
    return FALSE;
  if (!kp_direct_hire_is_examined (&contest->scheme->direct_hire, result->direct))
    return FALSE;

  return !kp_stage_order_is_before (&contest->scheme->stages, KP_STAGE_RECHECK, KP_STAGE_WRITTEN)
         || !fails_recheck (run, entrant);
}

static gboolean
has_no_exam (const KpContestPost *post)
{
  return !post->post->has_written || post->opening == KP_QUOTA_TO_INTERVIEW;
}

/* Whether somebody comes to the interview without a written mark. */
static gboolean
is_unwritten (const KpContest     *contest,
              const KpContestPost *post,
              guint                entrant)
{
  return has_no_exam (post)
         || kp_written_decide_exempt (contest->scheme, post->post, &contest->facts[entrant]) == KP_VERDICT_MET;
}

#define FEW_CLAIMS 32

/**
 * kp_entrant_get_claim_day:
 * @who: an entrant
 * @item: code of a bonus item
 *
 * Returns: on which day the item was claimed; none where nobody says, which is in time.
 */
KpDate
kp_entrant_get_claim_day (const KpEntrant *who,
                          const char      *item)
{
  for (guint i = 0; i < who->n_claims; i++)
    if (g_strcmp0 (who->claims[i].item, item) == 0)
      return who->claims[i].on;

  return KP_DATE_NONE;
}

/* The claims that the facts bear out, approved. Allocates nothing where items are few: it runs for everybody. */
static void
measure_proposed (const KpEntrant        *who,
                  const KpBonusPolicy    *policy,
                  const KpCandidateFacts *facts,
                  KpContestResult        *result,
                  gboolean                is_unwritten)
{
  KpBonusClaim             few[FEW_CLAIMS];
  g_autofree KpBonusClaim *many = policy->items->len > FEW_CLAIMS ? g_new0 (KpBonusClaim, policy->items->len) : NULL;
  KpBonusClaim            *claims = many != NULL ? many : few;
  guint                    n = 0;

  for (guint i = 0; i < policy->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (policy->items, i);

      if (kp_bonus_item_is_proposed (item, facts))
        claims[n++]
            = (KpBonusClaim) { .item = item->code, .is_approved = TRUE, .on = kp_entrant_get_claim_day (who, item->code) };
    }

  kp_bonus_decide_targets (policy, facts, claims, n, result->written.state, is_unwritten, result->bonuses);
}

static void
measure_bonus (const KpContest *contest,
               guint            entrant,
               gboolean         is_unwritten)
{
  const KpEntrant        *who = &contest->entrants[entrant];
  const KpBonusPolicy    *policy = &contest->scheme->bonus;
  const KpCandidateFacts *facts = &contest->facts[entrant];
  KpContestResult        *result = &contest->results[entrant];

  if (policy->items->len == 0 || (!is_unwritten && result->written.state != KP_MARK_PRESENT))
    return;

  if (who->has_claims)
    kp_bonus_decide_targets (policy, facts, who->claims, who->n_claims, result->written.state, is_unwritten, result->bonuses);
  else
    measure_proposed (who, policy, facts, result, is_unwritten);
  result->bonus = result->bonuses[policy->target];
}

static void
mark_entrant (const KpContest     *contest,
              const KpContestPost *post,
              guint                entrant)
{
  const KpScheme  *scheme = contest->scheme;
  KpContestResult *result = &contest->results[entrant];

  if (is_unwritten (contest, post, entrant))
    {
      result->written = (KpWrittenResult) { .paper = KP_FRACTION_UNKNOWN };
      if (post->opening != KP_QUOTA_TO_INTERVIEW)
        result->with_bonus = kp_written_get_exempt_mark (scheme, post->post, &contest->facts[entrant]);
      measure_bonus (contest, entrant, TRUE);
      return;
    }
  kp_written_decide (scheme, post->post, contest->entrants[entrant].papers, &result->written);
  measure_bonus (contest, entrant, FALSE);
  result->with_bonus
      = kp_bonus_add (&scheme->bonus, result->written.paper, result->bonuses[KP_BONUS_ON_WRITTEN], result->written.full);
  result->listed = kp_bonus_add (&scheme->bonus, result->written.paper,
                                 result->bonuses[KP_BONUS_ON_WRITTEN] + result->bonuses[KP_BONUS_ON_SHORTLIST],
                                 result->written.full);
}

/* The marks of all who sat, on the basis of the line. */
static void
gather_present (const KpContest     *contest,
                const KpContestPost *post,
                const KpLine        *line,
                GArray              *present,
                guint               *n_open)
{
  for (guint i = 0; i < post->entrants->len; i++)
    {
      const KpContestResult *result = &contest->results[g_array_index (post->entrants, guint, i)];
      KpFraction             mark = line->basis == KP_LINE_ON_PAPER ? result->written.paper : result->listed;

      if (result->written.state == KP_MARK_PRESENT && kp_fraction_is_known (mark))
        g_array_append_val (present, mark);
      *n_open += result->written.n_missing > 0 || result->written.n_pending > 0;
    }
}

/* What the committee decided for the campaign, or for this post. */
static gboolean
find_decided (const KpContestRun *run,
              const char         *post,
              KpMark             *line)
{
  const KpContestDecisions *decisions = run->decisions;

  if (decisions == NULL)
    return FALSE;
  if (run->contest->scheme->written.line.per == KP_LINE_PER_CAMPAIGN)
    {
      *line = decisions->line;
      return decisions->has_line;
    }
  for (guint i = 0; i < decisions->n_lines; i++)
    if (g_strcmp0 (decisions->lines[i].post, post) == 0)
      {
        *line = decisions->lines[i].line;
        return TRUE;
      }

  return FALSE;
}

static KpLineOutcome
decide_line (const KpContestRun *run,
             const char         *post,
             KpFraction          full,
             const GArray       *present,
             guint               n_open,
             KpMark             *line)
{
  KpLineContext context = {
    .full = full,
    .present = (const KpFraction *) (gconstpointer) present->data,
    .n_present = present->len,
    .n_open = n_open,
  };

  context.has_decided = find_decided (run, post, &context.decided);

  return kp_line_decide (&run->contest->scheme->written.line, &context, line);
}

/* 笔试合格线 of one post. */
static void
draw_line (const KpContestRun *run,
           KpContestPost      *post)
{
  const KpContest   *contest = run->contest;
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (KpFraction));
  guint              n_open = 0;
  KpLineOutcome      outcome;

  gather_present (contest, post, &contest->scheme->written.line, present, &n_open);
  outcome = decide_line (run, post->post->code, kp_written_get_full (contest->scheme, post->post), present, n_open, &post->line);
  post->has_line = outcome == KP_LINE_OUTCOME_SET;
  post->is_line_open = kp_line_outcome_is_open (outcome);
}

/* A mean of the campaign is made once, not for each of hundreds of posts. */
static void
draw_common_line (const KpContestRun *run)
{
  const KpContest   *contest = run->contest;
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (KpFraction));
  guint              n_open = 0;
  KpLineOutcome      outcome;
  KpMark             mark;

  for (guint i = 0; i < contest->posts->len; i++)
    gather_present (contest, g_ptr_array_index (contest->posts, i), &contest->scheme->written.line, present, &n_open);
  outcome = decide_line (run, NULL, KP_FRACTION_UNKNOWN, present, n_open, &mark);
  for (guint i = 0; i < contest->posts->len; i++)
    {
      KpContestPost *post = g_ptr_array_index (contest->posts, i);

      post->line = mark;
      post->has_line = outcome == KP_LINE_OUTCOME_SET;
      post->is_line_open = kp_line_outcome_is_open (outcome);
    }
}

static void
draw_lines (const KpContestRun *run)
{
  const KpContest *contest = run->contest;
  const KpLine    *line = &contest->scheme->written.line;

  if (line->kind == KP_LINE_SHARE_OF_MEAN && line->per == KP_LINE_PER_CAMPAIGN)
    {
      draw_common_line (run);
      return;
    }
  for (guint i = 0; i < contest->posts->len; i++)
    draw_line (run, g_ptr_array_index (contest->posts, i));
}

static KpFraction
get_either (KpFraction own,
            KpFraction of_both)
{
  return kp_fraction_is_known (own) ? own : of_both;
}

static void
measure_keys (const KpContest      *contest,
              guint                 entrant,
              KpShortlistCandidate *candidate)
{
  const GPtrArray       *keys = contest->scheme->shortlist.tie_keys;
  const KpContestResult *result = &contest->results[entrant];
  KpTieSource            source = {
    .facts = &contest->facts[entrant],
    .written_with_bonus = result->with_bonus,
    .written_paper = result->written.paper,
    .credential = candidate->credential,
    .extra_test = get_either (contest->entrants[entrant].list_test, contest->entrants[entrant].extra_test),
    .decision = get_either (contest->entrants[entrant].list_decision, contest->entrants[entrant].decision),
  };

  for (guint i = 0; i < KP_TIE_N_PAPERS; i++)
    if (contest->entrants[entrant].papers[i].state == KP_MARK_PRESENT)
      source.papers[i] = kp_fraction_from_mark (contest->entrants[entrant].papers[i].mark);
  for (guint i = 0; i < MIN (keys->len, KP_SHORTLIST_MAX_KEYS); i++)
    candidate->tie_keys[i] = kp_tie_measure (g_ptr_array_index (keys, i), &source);
}

static KpContestRace *
race_new (const KpContestRun *run,
          KpContestPost      *post)
{
  const KpContest *contest = run->contest;
  const KpScheme  *scheme = contest->scheme;
  KpContestRace   *race = kp_contest_race_new (post, &post->shortlist);

  race->is_last = !kp_heat_find_next (scheme, post->post, 0, NULL);
  race->policy = kp_written_get_shortlist (scheme, post->post);
  if (!kp_stage_order_contains (&scheme->stages, KP_STAGE_INTERVIEW) || post->opening == KP_QUOTA_TO_INTERVIEW)
    race->policy.takes_all = TRUE;
  race->line = scheme->written.line;
  race->line.value = post->line;
  for (guint i = 0; i < post->entrants->len; i++)
    {
      guint                 index = g_array_index (post->entrants, guint, i);
      KpShortlistCandidate *candidate = &race->candidates[race->n];

      if (!run->competes[index])
        continue;
      *candidate = kp_written_make_candidate (scheme, post->post, &contest->results[index].written,
                                              contest->results[index].listed, &contest->facts[index],
                                              has_no_exam (post));
      measure_keys (contest, index, candidate);
      race->indexes[race->n++] = index;
    }

  return race;
}

/* What the committee decided of a list that is too short; once, places that come in later are added. It may take places away,
 * not make them: a cancelled post stays cancelled, and where it gave more than there are it is asked again. */
static void
take_decision (const KpContestRun *run,
               KpContestRace      *race)
{
  KpContestPost          *post = race->post;
  const KpPlacesDecision *decision = kp_contest_find_decision (run, post->post->code, TRUE);

  if (decision == NULL || race->is_decided || race->policy.shortage != KP_SHORTAGE_DECIDE || post->places == 0
      || (decision->has_places && decision->places > post->places))
    return;
  if (decision->has_places)
    post->places = decision->places;
  if (kp_fraction_is_known (decision->ratio))
    kp_shortlist_policy_set_ratio (&race->policy, decision->ratio);
  race->policy.shortage = KP_SHORTAGE_TAKE_ALL;
  race->is_decided = TRUE;
}

/* The first list, by marks alone. */
static void
run_race (const KpContestRun *run,
          KpContestRace      *race)
{
  KpContestPost *post = race->post;
  guint          places;

  take_decision (run, race);
  places = kp_contest_get_exam_places (post);
  if (post->is_exempt_open || (post->is_direct_open && run->contest->scheme->direct_hire.left == KP_DIRECT_LEFT_TO_EXAM))
    {
      kp_contest_race_wait (race);
      return;
    }
  if (places == 0 && post->places > 0)
    {
      kp_contest_race_fill_by_direct (race);
      return;
    }
  if (places == 0
      || !kp_shortlist_decide (&race->policy, places, &race->line, post->is_line_open, race->candidates, race->n,
                               race->results, &post->shortlist))
    {
      kp_contest_race_refuse_all (race);
      return;
    }
  if (race->policy.shortage == KP_SHORTAGE_REDUCE_PLAN)
    post->places -= places - post->shortlist.reduced_places;
}

/* 实际参加笔试人数: asked when it is known of everybody whether they came. */
static void
settle_turnout (const KpContest *contest,
                KpContestRace   *race)
{
  KpContestPost    *post = race->post;
  g_autofree gchar *why = NULL;
  guint             n_present = 0;

  if (has_no_exam (post))
    return;
  for (guint i = 0; i < race->n; i++)
    {
      const KpWrittenResult *written = &contest->results[race->indexes[i]].written;

      if (written->n_missing > 0 || written->n_pending > 0)
        return;
      n_present += race->candidates[i].is_exempt || written->state != KP_MARK_ABSENT;
    }
  post->places = post->places - kp_contest_get_exam_places (post)
                 + kp_turnout_decide (contest->scheme, KP_TURNOUT_WRITTEN, post->post, kp_contest_get_exam_places (post),
                                      n_present, &why);
  kp_contest_say (post, why);
}

/* As long as marks or a line are missing nobody knows which places stay empty. */
static gboolean
are_all_listed (GPtrArray *races)
{
  for (guint i = 0; i < races->len; i++)
    {
      const KpShortlistSummary *summary = &((const KpContestRace *) g_ptr_array_index (races, i))->post->shortlist;

      if (summary->n_open > 0 || summary->is_line_open)
        return FALSE;
    }
  return TRUE;
}

/* Whether nobody can enter any more by a tie that isn't decided yet, or a decision that isn't there yet. */
static gboolean
is_settled (const KpContestRace *race)
{
  const KpShortlistSummary *summary = &race->post->shortlist;

  return !race->post->needs_decision && summary->n_undecided == 0 && !summary->needs_decision;
}

/* 定向岗位空额 at the moment of the shortlist: the receiving posts are cut anew. */
static void
move_leftovers (const KpContestRun *run,
                GPtrArray          *races)
{
  const KpContest           *contest = run->contest;
  g_autofree KpLeftoverCase *cases = g_new0 (KpLeftoverCase, races->len + 1);
  g_autoptr (GPtrArray)      results = NULL;

  if (contest->scheme->leftover.at != KP_LEFTOVER_AT_SHORTLIST || !are_all_listed (races))
    return;

  for (guint i = 0; i < races->len; i++)
    {
      const KpContestRace *race = g_ptr_array_index (races, i);

      cases[i] = kp_contest_make_leftover (run, race->post, is_settled (race) ? race->post->shortlist.n_entered + race->post->n_direct
                                                                       : race->post->places);
    }
  results = kp_leftover_decide (&contest->scheme->leftover, cases, races->len);
  for (guint i = 0; i < races->len; i++)
    {
      KpContestRace          *race = g_ptr_array_index (races, i);
      const KpLeftoverResult *result = g_ptr_array_index (results, i);

      kp_contest_take_leftover (race->post, result);
      if (result->new_places > cases[i].places)
        run_race (run, race);
    }
}

/**
 * kp_contest_write:
 * @run: a run whose posts are open
 *
 * 笔试、入围: the written marks with bonus, the lines, the list of each post, and who entered for those who left before
 * the interview.
 */
void
kp_contest_write (KpContestRun *run)
{
  const KpContest      *contest = run->contest;
  g_autoptr (GPtrArray) races = g_ptr_array_new_with_free_func (kp_contest_race_free);

  /* As they stand in memory, not post by post: for 100,000 that is a third faster. */
  run->competes = g_new0 (gboolean, contest->n_entrants + 1);
  for (guint i = 0; i < contest->n_entrants; i++)
    {
      const KpContestPost *post = kp_contest_post_of (run, i);

      run->competes[i] = post != NULL && competes (run, i);
      if (run->competes[i])
        mark_entrant (contest, post, i);
    }
  draw_lines (run);
  for (guint i = 0; i < contest->posts->len; i++)
    {
      KpContestRace *race = race_new (run, g_ptr_array_index (contest->posts, i));

      g_ptr_array_add (races, race);
      settle_turnout (contest, race);
      run_race (run, race);
    }
  move_leftovers (run, races);
  for (guint i = 0; i < races->len; i++)
    {
      const KpContestRace *race = g_ptr_array_index (races, i);

      kp_contest_race_substitute (run, g_ptr_array_index (races, i));
      kp_contest_race_take (run, race);
      for (guint j = 0; j < race->n; j++)
        contest->results[race->indexes[j]].shortlist = race->results[j];
    }
}
