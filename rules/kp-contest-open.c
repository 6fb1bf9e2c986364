/* kp-contest-open.c – the review of a contest, and which posts open with how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

static gboolean
is_paid (const KpScheme  *scheme,
         const KpEntrant *entrant)
{
  return kp_scheme_is_paid (scheme, entrant->has_paid, entrant->paid_on);
}

static void
review_entrant (const KpContestRun *run,
                guint               entrant)
{
  KpContest       *contest = run->contest;
  const KpScheme  *scheme = contest->scheme;
  const KpEntrant *who = &contest->entrants[entrant];
  KpContestResult *result = &contest->results[entrant];

  contest->facts[entrant] = who->facts;
  kp_scheme_adapt_facts (scheme, result->post, &contest->facts[entrant]);
  if (who->has_review)
    result->review = who->review;
  else
    result->review = kp_qualify_decide_outcome (scheme, result->post, &contest->facts[entrant], KP_CHECK_REVIEW,
                                                who->judged, who->n_judged);
  result->is_unpaid = scheme->registration.needs_payment && !is_paid (scheme, who);
  if (result->is_unpaid)
    result->review = KP_REVIEW_FAIL;
}

/* 限报一岗: of two registrations of one person none counts until one is withdrawn: which is meant only the person can
 * say. */
static void
refuse_doubles (const KpContestRun *run)
{
  KpContest        *contest = run->contest;
  g_autofree guint *persons = contest->scheme->registration.one_post ? kp_contest_map_persons (contest) : NULL;
  g_autofree guint *n_posts = g_new0 (guint, contest->n_entrants + 1);

  if (persons == NULL)
    return;

  for (guint i = 0; i < contest->n_entrants; i++)
    n_posts[persons[i]] += contest->results[i].post != NULL;
  for (guint i = 0; i < contest->n_entrants; i++)
    if (contest->results[i].post != NULL && n_posts[persons[i]] > 1)
      {
        contest->results[i].review = KP_REVIEW_FAIL;
        contest->results[i].is_registered_twice = TRUE;
      }
}

static void
count (const KpContestRun *run)
{
  KpContest *contest = run->contest;

  for (guint i = 0; i < contest->n_entrants; i++)
    {
      KpContestPost *post = kp_contest_post_of (run, i);

      if (post == NULL)
        continue;
      post->n_registered++;
      if (contest->results[i].review != KP_REVIEW_PASS)
        continue;
      post->n_passed++;
      post->n_paid += is_paid (contest->scheme, &contest->entrants[i]);
    }
}

static guint
get_applicants (const KpScheme      *scheme,
                const KpContestPost *post)
{
  switch (scheme->quota.counts)
    {
    case KP_QUOTA_COUNTS_REGISTERED:
      return post->n_registered;
    case KP_QUOTA_COUNTS_PAID:
      return post->n_paid;
    case KP_QUOTA_COUNTS_PASSED:
    default:
      return kp_contest_is_reviewed_late (scheme) ? post->n_registered : post->n_passed;
    }
}

static void
open_posts (KpContestRun *run)
{
  KpContest              *contest = run->contest;
  const KpScheme         *scheme = contest->scheme;
  g_autofree KpQuotaCase *cases = g_new0 (KpQuotaCase, contest->posts->len + 1);
  g_autoptr (GPtrArray)   results = NULL;

  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost    *post = g_ptr_array_index (contest->posts, i);
      const KpPlacesDecision *decision = kp_contest_find_decision (run, post->post->code, FALSE);

      kp_quota_case_init (&cases[i], scheme, post->post, get_applicants (scheme, post));
      if (decision != NULL && decision->has_places)
        {
          cases[i].has_decision = TRUE;
          cases[i].decided_places = decision->places;
        }
    }
  results = kp_quota_decide (&scheme->quota, cases, contest->posts->len);
  for (guint i = 0; i < contest->posts->len; i++)
    {
      KpContestPost       *post = g_ptr_array_index (contest->posts, i);
      const KpQuotaResult *result = g_ptr_array_index (results, i);

      post->opening = result->outcome;
      post->needs_decision = result->needs_decision;
      post->places = result->new_plan;
      kp_contest_say (post, result->explanation);
    }
}

/* 改报: who applied for a cancelled post and chose another one that opens; the ratio isn't asked again. */
static void
repost (KpContestRun *run)
{
  KpContest *contest = run->contest;

  for (guint i = 0; i < run->n_departures; i++)
    {
      const KpDeparture   *departure = &run->departures[i];
      KpContestPost       *from = kp_contest_post_of (run, departure->entrant);
      const KpContestPost *to = departure->to != NULL ? g_hash_table_lookup (run->posts, departure->to) : NULL;

      if (contest->scheme->quota.repost_days == 0 || from == NULL || to == NULL || from->opening != KP_QUOTA_CANCELLED
          || to->opening == KP_QUOTA_CANCELLED)
        continue;
      contest->results[departure->entrant].post = to->post;
      review_entrant (run, departure->entrant);
    }
}

/**
 * kp_contest_open:
 * @run: a run whose entrants stand at the posts they applied for
 *
 * 资格审查、开考: derives each review that isn't given, then decides which posts open and with how many places, and moves
 * those who chose another post after theirs was cancelled.
 */
void
kp_contest_open (KpContestRun *run)
{
  for (guint i = 0; i < run->contest->n_entrants; i++)
    if (run->contest->results[i].post != NULL)
      review_entrant (run, i);
    else
      run->contest->results[i].review = KP_REVIEW_FAIL;
  refuse_doubles (run);
  count (run);
  open_posts (run);
  repost (run);
}
