/* kp-contest-heat.c – the tests between the first list and the interview of a contest, and the list after each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One place, 1:5 to the test, 1:3 to the interview:
 *
 *   first list    1 2 3 4 5 | 6 7     4 leaves before the test: 6 enters for it, by the written marks
 *   test          1 2 3 5 6           all their marks are there: they are ordered anew
 *   next list     3 1 6 | 2 5         1 leaves after the test: 2 enters for it; 7, who took no test, never does
 *
 * As long as a mark is missing there is no next list, and nobody of the post is interviewed. */

#include "kp-contest-race.h"
#include "kp-heat.h"

static KpFraction
get_stated (KpStatedMark mark)
{
  return mark.state == KP_MARK_PRESENT ? kp_fraction_from_mark (mark.mark) : KP_FRACTION_UNKNOWN;
}

static KpTieSource
make_source (const KpContest *contest,
             guint            entrant)
{
  const KpEntrant       *who = &contest->entrants[entrant];
  const KpContestResult *result = &contest->results[entrant];
  KpTieSource            source = {
    .facts = &contest->facts[entrant],
    .written_with_bonus = result->with_bonus,
    .written_paper = result->written.paper,
    .credential = kp_contest_measure_credential (contest, entrant),
  };

  for (guint i = 0; i < KP_TIE_N_PAPERS; i++)
    source.papers[i] = get_stated (who->papers[i]);
  for (guint i = 0; i < KP_N_OTHERS; i++)
    source.others[i] = get_stated (who->others[i]);

  return source;
}

static KpContestRace *
race_new (const KpContestRun *run,
          KpContestPost      *post,
          guint               heat)
{
  const KpContest    *contest = run->contest;
  const KpSchemeHeat *rule = g_ptr_array_index (contest->scheme->heats, heat);
  KpContestRace      *race = kp_contest_race_new (post, &post->heats[heat].list);
  KpPart              part = KP_PART_OTHER_1;

  kp_heat_find_part (contest->scheme, rule, &part);
  race->list = heat + 1;
  race->is_last = !kp_heat_find_next (contest->scheme, post->post, heat + 1, NULL);
  race->policy = kp_heat_get_policy (contest->scheme, rule);
  race->policy.takes_all = race->policy.takes_all || post->opening == KP_QUOTA_TO_INTERVIEW;
  race->line = kp_heat_get_line (rule);
  for (guint i = 0; i < post->entrants->len; i++)
    {
      const guint      index = g_array_index (post->entrants, guint, i);
      KpContestResult *result = &contest->results[index];
      KpStatedMark     mark = contest->entrants[index].others[part - KP_PART_OTHER_1];
      KpTieSource      source;

      if (!result->is_listed)
        continue;
      source = make_source (contest, index);
      race->candidates[race->n] = kp_heat_make_candidate (rule, post->post, result->listed_as, mark, &source);
      race->indexes[race->n++] = index;
      result->heats[heat].is_in = TRUE;
      result->heats[heat].score = kp_heat_measure (rule, mark, &source);
    }

  return race;
}

static void
run_race (const KpContestRun *run,
          KpContestRace      *race,
          guint               heat)
{
  KpContestPost      *post = race->post;
  const KpSchemeHeat *rule = g_ptr_array_index (run->contest->scheme->heats, heat);

  post->heats[heat].is_held = TRUE;
  post->heats[heat].places = kp_contest_get_exam_places (post);
  if (!kp_shortlist_decide (&race->policy, post->heats[heat].places, &race->line, FALSE, race->candidates, race->n, race->results,
                            race->summary))
    kp_contest_race_refuse_all (race);
  for (guint i = 0; i < race->n; i++)
    {
      const KpShortlistVerdict before = run->contest->results[race->indexes[i]].listed_as;

      if (kp_heat_is_skipped (rule, post->post, before))
        race->results[i].verdict = before;
    }
}

static void
take_results (const KpContestRun  *run,
              const KpContestRace *race,
              guint                heat)
{
  if (race->policy.shortage == KP_SHORTAGE_REDUCE_PLAN)
    race->post->places -= race->post->heats[heat].places - race->summary->reduced_places;
  kp_contest_race_take (run, race);
  for (guint i = 0; i < race->n; i++)
    run->contest->results[race->indexes[i]].heats[heat].list = race->results[i];
}

/* Nobody knows yet who of the post is interviewed. */
static void
wait (const KpContestRun  *run,
      const KpContestPost *post)
{
  for (guint i = 0; i < post->entrants->len; i++)
    run->contest->results[g_array_index (post->entrants, guint, i)].is_interviewed = FALSE;
}

static void
hold_heats (const KpContestRun *run,
            KpContestPost      *post)
{
  guint heat = 0;

  if (post->shortlist.n_open > 0 || post->shortlist.is_line_open)
    {
      if (kp_heat_find_next (run->contest->scheme, post->post, 0, NULL))
        wait (run, post);
      return;
    }
  for (guint n_held = 0; kp_heat_find_next (run->contest->scheme, post->post, n_held, &heat); n_held = heat + 1)
    {
      KpContestRace *race = race_new (run, post, heat);
      gboolean       is_made;

      run_race (run, race, heat);
      is_made = race->summary->n_open == 0;
      if (is_made)
        {
          kp_contest_race_substitute (run, race);
          take_results (run, race, heat);
        }
      else
        wait (run, post);
      kp_contest_race_free (race);
      if (!is_made)
        return;
    }
}

/**
 * kp_contest_heat:
 * @run: a run whose first lists are made
 *
 * 测试: each post's tests one after the other, as far as their marks reach; the list after the last is that of the
 * interview. Of a post that the opening left to the interview alone all stand on the list without ratio.
 */
void
kp_contest_heat (KpContestRun *run)
{
  for (guint i = 0; i < run->contest->posts->len; i++)
    {
      KpContestPost *post = g_ptr_array_index (run->contest->posts, i);

      if (kp_contest_get_exam_places (post) > 0)
        hold_heats (run, post);
    }
}
