/* kp-contest-race.c – one post on the way to a list, and who entered for those who left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-race.h"

/**
 * kp_contest_race_new:
 * @post: a post
 * @summary: (transfer none): of the list, in @post
 *
 * Returns: (transfer full): a race without anybody; for kp_contest_race_free()
 */
KpContestRace *
kp_contest_race_new (KpContestPost      *post,
                     KpShortlistSummary *summary)
{
  KpContestRace *race = g_new0 (KpContestRace, 1);

  race->post = post;
  race->summary = summary;
  race->indexes = g_new0 (guint, post->entrants->len + 1);
  race->candidates = g_new0 (KpShortlistCandidate, post->entrants->len + 1);
  race->results = g_new0 (KpShortlistResult, post->entrants->len + 1);
  race->has_departed = g_new0 (gboolean, post->entrants->len + 1);

  return race;
}

/**
 * kp_contest_race_free:
 * @race: (transfer full): a #KpContestRace
 */
void
kp_contest_race_free (gpointer race)
{
  KpContestRace *own = race;

  g_free (own->indexes);
  g_free (own->candidates);
  g_free (own->results);
  g_free (own->has_departed);
  g_free (own);
}

/**
 * kp_contest_race_refuse_all:
 * @race: of a post without places, or without a ratio for them
 *
 * Nobody is on the list.
 */
void
kp_contest_race_refuse_all (KpContestRace *race)
{
  for (guint i = 0; i < race->n; i++)
    race->results[i] = (KpShortlistResult) { .verdict = KP_SHORTLIST_NO_MARK };
}

/**
 * kp_contest_race_wait:
 * @race: of a post of which nobody knows yet who is examined
 *
 * Nobody is on the list, and neither its length nor its places follow from that.
 */
void
kp_contest_race_wait (KpContestRace *race)
{
  kp_contest_race_refuse_all (race);
  *race->summary = (KpShortlistSummary) { .n_open = 1 };
}

/**
 * kp_contest_race_fill_by_direct:
 * @race: of a post all of whose places are filled without exam
 *
 * Nobody is on the list, whatever the marks: they are asked no more.
 */
void
kp_contest_race_fill_by_direct (KpContestRace *race)
{
  *race->summary = (KpShortlistSummary) { 0 };
  for (guint i = 0; i < race->n; i++)
    race->results[i] = (KpShortlistResult) { .verdict = KP_SHORTLIST_OUT };
}

/* One of the race who leaves. */
typedef struct
{
  guint     round;
  guint     i; /* in the race */
  KpLeaving leaving;
  gboolean  is_found_out; /* by the re-check, nobody has said so */
} Leaver;

static gint
compare_leavers (gconstpointer a,
                 gconstpointer b)
{
  const Leaver *first = a;
  const Leaver *second = b;

  return (first->round > second->round) - (first->round < second->round);
}

/* Whom no round can put on the list, nobody looks at again. */
static gboolean
may_be_called (KpShortlistVerdict verdict)
{
  return verdict != KP_SHORTLIST_BELOW_LINE && verdict != KP_SHORTLIST_NO_MARK && verdict != KP_SHORTLIST_ZERO;
}

/* When, if ever, somebody of the race leaves its list for the first time; whoever is told to leave a later one stays. */
static gboolean
find_leaver (const KpContestRun  *run,
             const KpContestRace *race,
             guint                i,
             Leaver              *leaver)
{
  const KpContest   *contest = run->contest;
  guint              entrant = race->indexes[i];
  guint              n;
  const KpDeparture *departures = kp_contest_get_departures (run, entrant, &n);
  gboolean           is_late = kp_contest_is_rechecked_late (contest->scheme);
  gboolean           is_told = FALSE;

  *leaver = (Leaver) { .round = G_MAXUINT, .i = i };
  for (guint d = 0; d < n && !is_told; d++)
    if (departures[d].to == NULL
        && (departures[d].leaving.stage == KP_STAGE_SHORTLIST
            || (departures[d].leaving.stage == KP_STAGE_RECHECK && !is_late)))
      {
        is_told = TRUE;
        if (departures[d].list == race->list)
          *leaver = (Leaver) { departures[d].round, i, departures[d].leaving, FALSE };
      }
  if (is_told || is_late || !may_be_called (race->results[i].verdict))
    return leaver->round != G_MAXUINT;

  /* What the re-check finds is a leaving too, unless it is told when somebody left; whoever would be found out isn't called
   * for another either. */
  if (kp_qualify_decide_outcome (contest->scheme, race->post->post, &contest->facts[entrant], KP_CHECK_RECHECK,
                                 contest->entrants[entrant].judged, contest->entrants[entrant].n_judged)
      == KP_REVIEW_FAIL)
    *leaver = (Leaver) { 1, i, { KP_STAGE_RECHECK, KP_CAUSE_FAILED }, TRUE };

  return leaver->round != G_MAXUINT;
}

static GArray *
list_leavers (const KpContestRun  *run,
              const KpContestRace *race)
{
  GArray *leavers = g_array_new (FALSE, FALSE, sizeof (Leaver));

  for (guint i = 0; i < race->n; i++)
    {
      Leaver leaver;

      if (find_leaver (run, race, i, &leaver))
        g_array_append_val (leavers, leaver);
    }
  g_array_sort (leavers, compare_leavers);

  return leavers;
}

/* Whoever of the list leaves too late keeps the place on it; the re-check is of those on the last list. Answers whether somebody
 * may have to be called. */
static gboolean
leave (const KpContestRun *run,
       KpContestRace      *race,
       const Leaver       *leaver)
{
  const KpScheme *scheme = run->contest->scheme;
  gboolean        is_in = kp_shortlist_verdict_is_in (race->results[leaver->i].verdict);
  gboolean        is_tied = race->results[leaver->i].verdict == KP_SHORTLIST_UNDECIDED;

  if (leaver->is_found_out && is_in && !race->is_last)
    return FALSE;
  race->has_departed[leaver->i] = TRUE;
  if (is_in && !kp_until_allows (scheme->substitution.shortlist, &scheme->stages, leaver->leaving.stage))
    return FALSE;
  race->candidates[leaver->i].has_left = TRUE;
  race->candidates[leaver->i].left_cause = leaver->leaving.cause;

  return is_in || is_tied || !leaver->is_found_out;
}

/**
 * kp_contest_race_substitute:
 * @run: a run
 * @race: whose list is made
 *
 * 递补: one round of leavers after another, each filled before the next is looked at.
 */
void
kp_contest_race_substitute (const KpContestRun *run,
                            KpContestRace      *race)
{
  g_autoptr (GArray) leavers = list_leavers (run, race);
  gboolean           has_leaver = FALSE;
  guint              rounds_done = 0;

  for (guint i = 0; i < leavers->len; i++)
    {
      const Leaver *leaver = &g_array_index (leavers, Leaver, i);
      guint         n_new = 0;

      has_leaver = leave (run, race, leaver) || has_leaver;
      if (i + 1 < leavers->len && g_array_index (leavers, Leaver, i + 1).round == leaver->round)
        continue;
      if (has_leaver)
        kp_shortlist_substitute (&race->policy, race->summary, race->candidates, race->n, FALSE, rounds_done,
                                 race->results, &n_new);
      rounds_done += n_new > 0; /* also when a tie stopped it halfway */
      has_leaver = FALSE;
    }
}

/**
 * kp_contest_race_take:
 * @run: a run
 * @race: whose list is made and filled up
 *
 * Tells each of the race whether the list has them, and the post how many there have to be for a competition.
 */
void
kp_contest_race_take (const KpContestRun  *run,
                      const KpContestRace *race)
{
  race->post->n_competing = kp_shortlist_decide_competing (&race->policy, kp_contest_get_exam_places (race->post));
  for (guint i = 0; i < race->n; i++)
    {
      KpContestResult *result = &run->contest->results[race->indexes[i]];

      result->listed_as = race->results[i].verdict;
      result->is_listed = kp_shortlist_verdict_is_in (race->results[i].verdict) && !race->has_departed[i];
      result->is_interviewed = result->is_listed;
    }
}
