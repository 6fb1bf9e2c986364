/* kp-scheme-quota.c – a post of the scheme as the opening ratio asks for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

/**
 * kp_quota_case_init:
 * @out: (out caller-allocates): the case; it borrows texts from @scheme
 * @scheme: a scheme
 * @post: one of its posts
 * @applicants: those who count, as the scheme's quota says (registered, passed or paid)
 *
 * Lays out one post for kp_quota_decide(), without a decision of the committee.
 */
void
kp_quota_case_init (KpQuotaCase        *out,
                    const KpScheme     *scheme,
                    const KpSchemePost *post,
                    guint               applicants)
{
  const KpSchemeStreet *street = post->street != NULL ? kp_scheme_get_street (scheme, post->street) : NULL;

  *out = (KpQuotaCase) {
    .post = post->code,
    .plan = post->places,
    .applicants = applicants,
    .is_targeted = post->track != KP_TRACK_OPEN,
    .is_exempt = post->is_quota_exempt,
    .street = street != NULL ? street->code : NULL,
    .ratio = post->quota_ratio,
    .has_action = post->has_quota_action,
    .action = post->quota_action,
  };
}

/**
 * kp_scheme_asks_turnout:
 * @scheme: a scheme
 *
 * Returns: whether it is asked after an exam how many came
 */
gboolean
kp_scheme_asks_turnout (const KpScheme *scheme)
{
  return scheme->turnout[KP_TURNOUT_WRITTEN].applies || scheme->turnout[KP_TURNOUT_INTERVIEW].applies;
}

/**
 * kp_scheme_may_skip_written:
 * @scheme: a scheme
 * @post: one of its posts
 *
 * Returns: whether too few applicants make the post go on to the interview without a written exam.
 */
gboolean
kp_scheme_may_skip_written (const KpScheme     *scheme,
                            const KpSchemePost *post)
{
  const KpQuotaPolicy *quota = &scheme->quota;
  gboolean             may_skip = quota->action == KP_QUOTA_INTERVIEW_ONLY;

  if (!quota->applies || post->is_quota_exempt)
    return FALSE;
  if (post->has_quota_action)
    return post->quota_action == KP_QUOTA_INTERVIEW_ONLY;
  for (guint i = 0; !kp_fraction_is_known (post->quota_ratio) && i < quota->n_tiers; i++)
    may_skip = may_skip || quota->tiers[i].action == KP_QUOTA_INTERVIEW_ONLY;

  return may_skip;
}
