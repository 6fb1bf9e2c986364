/* kp-contest-exempt.c – 免笔试限额 of a contest: who of each post does without the written exam.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

static gboolean
asks (const KpContest *contest,
      guint            entrant)
{
  const KpContestResult *result = &contest->results[entrant];

  return result->review == KP_REVIEW_PASS && kp_direct_hire_is_examined (&contest->scheme->direct_hire, result->direct)
         && kp_written_decide_exempt (contest->scheme, result->post, &contest->facts[entrant]) == KP_VERDICT_MET;
}

static KpExemptionCase
make_case (const KpContest *contest,
           guint            entrant)
{
  const KpEntrant *who = &contest->entrants[entrant];

  return (KpExemptionCase) {
    .facts = &contest->facts[entrant],
    .credential = kp_contest_measure_credential (contest, entrant),
    .decision = kp_fraction_is_known (who->exempt_decision) ? who->exempt_decision : who->decision,
  };
}

static void
limit (const KpContest *contest,
       KpContestPost   *post)
{
  g_autofree guint           *indexes = g_new0 (guint, post->entrants->len + 1);
  g_autofree KpExemptionCase *cases = g_new0 (KpExemptionCase, post->entrants->len + 1);
  g_autofree KpExemption     *results = g_new0 (KpExemption, post->entrants->len + 1);
  guint                       n = 0;

  for (guint i = 0; i < post->entrants->len; i++)
    {
      const guint index = g_array_index (post->entrants, guint, i);

      contest->facts[index].exemption = KP_EXEMPTION_FREE;
      if (!asks (contest, index))
        continue;
      cases[n] = make_case (contest, index);
      indexes[n++] = index;
    }
  kp_exemption_decide (&contest->scheme->written.exempt_limit, post->places, cases, n, results);
  for (guint i = 0; i < n; i++)
    {
      contest->facts[indexes[i]].exemption = results[i];
      post->is_exempt_open = post->is_exempt_open || results[i] == KP_EXEMPTION_UNDECIDED;
    }
}

/**
 * kp_contest_limit_exempt:
 * @run: a run whose posts are open, and who is hired without exam is known
 *
 * 免笔试限额: decides for each post with a written exam who does without it.
 */
void
kp_contest_limit_exempt (KpContestRun *run)
{
  const KpContest *contest = run->contest;

  if (contest->scheme->written.exempt == NULL || !kp_exemption_limit_applies (&contest->scheme->written.exempt_limit))
    return;

  for (guint i = 0; i < contest->posts->len; i++)
    {
      KpContestPost *post = g_ptr_array_index (contest->posts, i);

      if (post->post->has_written && post->opening != KP_QUOTA_TO_INTERVIEW)
        limit (contest, post);
    }
}
