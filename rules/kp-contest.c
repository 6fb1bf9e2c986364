/* kp-contest.c – a whole campaign as one pure function: who applied goes in, every list comes out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of an entrant; what each stage decides lies in the file of its name:
 *
 *   registered ─ review ─ opening ─ written ─ shortlist (─ heats) ─ interview ─ total ─ final list ─ hired
 *        │          │        │         │          │            │         │         │
 *        └ withdrew └ fail   └ post    └ absent,  └ out ←──────┴─────────┴─ left ──┘ and the next is called,
 *                            cancelled   line       (places are never renumbered)      as the scheme allows
 *
 * Everything is computed from the start each time: a corrected mark, another scheme, a further departure are the same
 * call with another input. Entrants are taken in any order; nothing depends on it. */

#include "kp-contest-private.h"

#include <stdlib.h>
#include <string.h>

static void
free_post (gpointer data)
{
  KpContestPost *post = data;

  g_array_unref (post->entrants);
  g_free (post->why);
  g_free (post);
}

/**
 * kp_contest_free:
 * @contest: (nullable) (transfer full): a contest; the scheme and the entrants stay the caller's
 */
void
kp_contest_free (KpContest *contest)
{
  if (contest == NULL)
    return;

  g_free (contest->facts);
  g_free (contest->results);
  g_ptr_array_unref (contest->posts);
  g_free (contest);
}

/**
 * kp_contest_get_post:
 * @contest: a contest
 * @code: (nullable): a post code
 *
 * Returns: (transfer none) (nullable): what became of the post
 */
KpContestPost *
kp_contest_get_post (const KpContest *contest,
                     const char      *code)
{
  for (guint i = 0; i < contest->posts->len; i++)
    {
      KpContestPost *post = g_ptr_array_index (contest->posts, i);

      if (g_strcmp0 (post->post->code, code) == 0)
        return post;
    }

  return NULL;
}

/**
 * kp_contest_post_of:
 * @run: a run
 * @entrant: an index
 *
 * Returns: (transfer none) (nullable): the post that the entrant is in for now
 */
KpContestPost *
kp_contest_post_of (const KpContestRun *run,
                    guint               entrant)
{
  const KpSchemePost *post = run->contest->results[entrant].post;

  return post != NULL ? g_hash_table_lookup (run->posts, post->code) : NULL;
}

/**
 * kp_contest_find_decision:
 * @run: a run
 * @post: a post code
 * @is_for_shortlist: about the shortlist, not the opening
 *
 * Returns: (transfer none) (nullable): what the committee decided of the post
 */
const KpPlacesDecision *
kp_contest_find_decision (const KpContestRun *run,
                          const char         *post,
                          gboolean            is_for_shortlist)
{
  for (guint i = 0; run->decisions != NULL && i < run->decisions->n_places; i++)
    {
      const KpPlacesDecision *decision = &run->decisions->places[i];

      if (decision->is_for_shortlist == is_for_shortlist && g_strcmp0 (decision->post, post) == 0)
        return decision;
    }

  return NULL;
}

/**
 * kp_contest_is_reviewed_late:
 * @scheme: a scheme
 *
 * Some counties look at the papers only of those who passed the interview.
 *
 * Returns: whether the review comes after the interview
 */
gboolean
kp_contest_is_reviewed_late (const KpScheme *scheme)
{
  gint review = kp_stage_order_get_position (&scheme->stages, KP_STAGE_REVIEW);
  gint interview = kp_stage_order_get_position (&scheme->stages, KP_STAGE_INTERVIEW);

  return interview >= 0 && review > interview;
}

/**
 * kp_contest_is_rechecked_late:
 * @scheme: a scheme
 *
 * 体检前资格复审: elsewhere the originals are looked at only of those who come next after the interview.
 *
 * Returns: whether the re-check comes after the interview
 */
gboolean
kp_contest_is_rechecked_late (const KpScheme *scheme)
{
  gint recheck = kp_stage_order_get_position (&scheme->stages, KP_STAGE_RECHECK);
  gint interview = kp_stage_order_get_position (&scheme->stages, KP_STAGE_INTERVIEW);

  return interview >= 0 && recheck > interview;
}

/**
 * kp_contest_say:
 * @post: a post
 * @sentence: (nullable): Chinese, with its full stop
 *
 * Adds to why the post stands as it stands.
 */
void
kp_contest_say (KpContestPost *post,
                const char    *sentence)
{
  g_autofree gchar *before = post->why;

  post->why = g_strconcat (before != NULL ? before : "", sentence != NULL ? sentence : "", NULL);
}

static const KpLeftoverDecision *
find_leftover_decision (const KpContestRun *run,
                        const char         *post)
{
  for (guint i = 0; run->decisions != NULL && i < run->decisions->n_leftovers; i++)
    if (g_strcmp0 (run->decisions->leftovers[i].post, post) == 0)
      return &run->decisions->leftovers[i];

  return NULL;
}

/**
 * kp_contest_make_leftover:
 * @run: a run
 * @post: a post
 * @n_filled: places of it that are filled at the moment
 *
 * Returns: the post as kp_leftover_decide() asks for it
 */
KpLeftoverCase
kp_contest_make_leftover (const KpContestRun  *run,
                          const KpContestPost *post,
                          guint                n_filled)
{
  return (KpLeftoverCase) {
    .post = post->post->code,
    .street = post->post->street,
    .places = post->places,
    .n_filled = MIN (n_filled, post->places),
    .is_targeted = post->post->track != KP_TRACK_OPEN,
    .decision = find_leftover_decision (run, post->post->code),
  };
}

/**
 * kp_contest_take_leftover:
 * @post: a post
 * @result: of kp_leftover_decide(), for it
 *
 * Gives the post the places that it has now, with the reason.
 */
void
kp_contest_take_leftover (KpContestPost          *post,
                          const KpLeftoverResult *result)
{
  post->places = result->new_places;
  post->waits_for_leftovers = result->is_waiting;
  kp_contest_say (post, result->explanation);
}

/**
 * kp_contest_dup_findings:
 * @contest: a contest
 * @entrant: an index
 * @moment: when the requirements are asked
 *
 * Returns: (transfer full) (element-type KpFinding): a finding for each requirement of the post; empty when the person
 *   is in for none
 */
GPtrArray *
kp_contest_dup_findings (const KpContest *contest,
                         guint            entrant,
                         KpCheck          moment)
{
  const KpEntrant    *who = &contest->entrants[entrant];
  const KpSchemePost *post = contest->results[entrant].post;

  if (post == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) kp_finding_free);
  return kp_qualify_decide_at (contest->scheme, post, &contest->facts[entrant], moment, who->judged, who->n_judged);
}

static gint
compare_departures (gconstpointer a,
                    gconstpointer b)
{
  const KpDeparture *first = a;
  const KpDeparture *second = b;

  if (first->round != second->round)
    return first->round < second->round ? -1 : 1;
  if (first->leaving.stage != second->leaving.stage)
    return first->leaving.stage < second->leaving.stage ? -1 : 1;
  if (first->leaving.cause != second->leaving.cause)
    return first->leaving.cause < second->leaving.cause ? -1 : 1;

  return g_strcmp0 (first->to, second->to);
}

/* Every departure stands with its entrant, so that nobody has to look through all of them; those of one entrant in an
 * order of their own, so that it is all one in which they were given. */
static void
index_departures (KpContestRun      *run,
                  const KpDeparture *departures,
                  guint              n_departures)
{
  guint n_entrants = run->contest->n_entrants;

  run->n_departures = n_departures;
  run->departures = g_new0 (KpDeparture, n_departures + 1);
  run->starts = g_new0 (guint, n_entrants + 2);
  for (guint i = 0; i < n_departures; i++)
    run->starts[departures[i].entrant + 2]++;
  for (guint i = 2; i < n_entrants + 2; i++)
    run->starts[i] += run->starts[i - 1];
  for (guint i = 0; i < n_departures; i++)
    run->departures[run->starts[departures[i].entrant + 1]++] = departures[i];
  for (guint i = 0; i < n_entrants; i++)
    if (run->starts[i + 1] - run->starts[i] > 1)
      qsort (&run->departures[run->starts[i]], run->starts[i + 1] - run->starts[i], sizeof (KpDeparture),
             compare_departures);
}

/**
 * kp_contest_get_departures:
 * @run: a run
 * @entrant: an index
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): where the entrant left or went, round after round
 */
const KpDeparture *
kp_contest_get_departures (const KpContestRun *run,
                           guint               entrant,
                           guint              *n)
{
  *n = run->starts[entrant + 1] - run->starts[entrant];
  return &run->departures[run->starts[entrant]];
}

/**
 * kp_contest_find_departure:
 * @run: a run
 * @entrant: an index
 * @stage: a stage
 *
 * Returns: (transfer none) (nullable): how the entrant left at the stage; of several the first
 */
const KpDeparture *
kp_contest_find_departure (const KpContestRun *run,
                           guint               entrant,
                           KpStage             stage)
{
  guint              n;
  const KpDeparture *departures = kp_contest_get_departures (run, entrant, &n);

  for (guint i = 0; i < n; i++)
    if (departures[i].to == NULL && departures[i].leaving.stage == stage)
      return &departures[i];

  return NULL;
}

static void
begin_result (KpContestResult *result)
{
  result->with_bonus = KP_FRACTION_UNKNOWN;
  result->listed = KP_FRACTION_UNKNOWN;
  result->coefficient = KP_FRACTION_UNKNOWN;
  result->shortlist.verdict = KP_SHORTLIST_NO_MARK;
  result->listed_as = KP_SHORTLIST_NO_MARK;
  for (guint i = 0; i < KP_MAX_HEATS; i++)
    result->heats[i].list.verdict = KP_SHORTLIST_NO_MARK;
  result->total.standing = KP_STANDING_OPEN;
  result->final.verdict = KP_FINAL_NO_PLACE;
}

static KpContest *
contest_new (const KpScheme  *scheme,
             const KpEntrant *entrants,
             guint            n_entrants)
{
  KpContest *contest = g_new0 (KpContest, 1);

  contest->scheme = scheme;
  contest->entrants = entrants;
  contest->n_entrants = n_entrants;
  contest->facts = g_new0 (KpCandidateFacts, n_entrants + 1);
  contest->results = g_new0 (KpContestResult, n_entrants + 1);
  contest->posts = g_ptr_array_new_full (scheme->posts->len, free_post);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      KpContestPost *post = g_new0 (KpContestPost, 1);

      post->post = g_ptr_array_index (scheme->posts, i);
      post->index = i;
      post->places = post->post->places;
      post->entrants = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (contest->posts, post);
    }

  return contest;
}

/* Of several the first stage of the scheme's order: whoever leaves there never came to the others. */
static void
note_leaving (KpContest         *contest,
              const KpDeparture *departure)
{
  const KpStageOrder *order = &contest->scheme->stages;
  KpContestResult    *result = &contest->results[departure->entrant];

  if (departure->to != NULL
      || (result->has_left && !kp_stage_order_is_before (order, departure->leaving.stage, result->left.stage)))
    return;
  result->has_left = TRUE;
  result->left = departure->leaving;
}

static void
assign (KpContestRun *run)
{
  KpContest *contest = run->contest;

  for (guint i = 0; i < contest->n_entrants; i++)
    {
      KpContestPost *post = g_hash_table_lookup (run->posts, contest->entrants[i].post);

      begin_result (&contest->results[i]);
      if (post != NULL && kp_contest_find_departure (run, i, KP_STAGE_REGISTRATION) == NULL)
        contest->results[i].post = post->post;
    }
}

/**
 * kp_contest_gather:
 * @run: a run whose posts are open
 *
 * Fills each post's list anew from what the entrants are in for.
 */
void
kp_contest_gather (KpContestRun *run)
{
  for (guint i = 0; i < run->contest->n_entrants; i++)
    {
      KpContestPost *post = kp_contest_post_of (run, i);

      if (post != NULL)
        g_array_append_val (post->entrants, i);
    }
}

/**
 * kp_contest_begin:
 * @scheme: as kp_contest_run() takes it
 * @entrants: (array length=n_entrants): as kp_contest_run() takes them
 * @n_entrants: how many
 * @departures: (array length=n_departures): as kp_contest_run() takes them
 * @n_departures: how many
 * @decisions: (nullable): as kp_contest_run() takes them
 *
 * Returns: (transfer full): a run whose entrants stand at the posts they applied for; for kp_contest_end()
 */
KpContestRun *
kp_contest_begin (const KpScheme           *scheme,
                  const KpEntrant          *entrants,
                  guint                     n_entrants,
                  const KpDeparture        *departures,
                  guint                     n_departures,
                  const KpContestDecisions *decisions)
{
  KpContestRun *run = g_new0 (KpContestRun, 1);

  run->contest = contest_new (scheme, entrants, n_entrants);
  run->decisions = decisions;
  run->posts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < run->contest->posts->len; i++)
    {
      KpContestPost *post = g_ptr_array_index (run->contest->posts, i);

      g_hash_table_insert (run->posts, post->post->code, post);
    }
  index_departures (run, departures, n_departures);
  for (guint i = 0; i < n_departures; i++)
    note_leaving (run->contest, &run->departures[i]);
  assign (run);

  return run;
}

/**
 * kp_contest_end:
 * @run: (transfer full): a run
 *
 * Returns: (transfer full): what it decided
 */
KpContest *
kp_contest_end (KpContestRun *run)
{
  KpContest *contest = run->contest;

  g_hash_table_unref (run->posts);
  g_free (run->departures);
  g_free (run->starts);
  g_free (run->competes);
  g_free (run);

  return contest;
}

/**
 * kp_contest_run:
 * @scheme: a scheme that kp_scheme_check() accepts; must outlive the contest
 * @entrants: (array length=n_entrants): who applied; must outlive the contest
 * @n_entrants: how many
 * @departures: (array length=n_departures): who left, at which stage and why
 * @n_departures: how many
 * @decisions: (nullable): what the committee decided where the scheme leaves it to the committee
 *
 * Carries the campaign as far as what is known reaches: without interview marks there are shortlists and no totals. Pure;
 * safe from any thread; the order of @entrants and @departures changes nothing.
 *
 * Returns: (transfer full): everything that was decided
 */
KpContest *
kp_contest_run (const KpScheme           *scheme,
                const KpEntrant          *entrants,
                guint                     n_entrants,
                const KpDeparture        *departures,
                guint                     n_departures,
                const KpContestDecisions *decisions)
{
  KpContestRun *run = kp_contest_begin (scheme, entrants, n_entrants, departures, n_departures, decisions);

  kp_contest_open (run);
  kp_contest_gather (run);
  kp_contest_admit_direct (run);
  kp_contest_limit_exempt (run);
  kp_contest_write (run);
  kp_contest_heat (run);
  kp_contest_hear (run);
  kp_contest_total (run);
  kp_contest_settle (run);
  kp_contest_finish (run);

  return kp_contest_end (run);
}
