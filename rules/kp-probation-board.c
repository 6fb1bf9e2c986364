/* kp-probation-board.c – how each link of a probation stands on a day: what a board of all people shows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A link between its first day and T:
 *
 *        plan                 last day for it
 *   ──────┼───────────────────────┼──────────►
 *    DUE  │       OVERDUE         │  MISSED      not there
 *         DONE                    │  LATE        there
 *
 * From the union's opinion on the chain is for those who failed; of all others it is IDLE. The notes are one link of several
 * months, and stand as the worst of them. */

#include "kp-probation.h"

static gboolean
is_of_failing (KpLink link)
{
  return link >= KP_LINK_UNION;
}

static KpLinkStand
decide_one (const KpProbationPolicy *policy, const KpProbationFile *file, KpLink link, guint month, KpDate today)
{
  const KpLinkEntry *entry = kp_probation_find_entry (file, link, month, KP_DATE_NONE);
  KpLinkStand stand = { .due = kp_probation_decide_due (policy, file, link, month),
                        .latest = kp_probation_decide_latest (policy, file, link, month),
                        .n = 1 };

  if (entry != NULL)
    {
      stand.on = entry->on;
      stand.n_done = 1;
      stand.state = kp_date_compare (entry->on, stand.latest) > 0 ? KP_LINK_LATE : KP_LINK_DONE;
    }
  else if (kp_date_compare (today, stand.latest) > 0)
    stand.state = KP_LINK_MISSED;
  else
    stand.state = kp_date_compare (today, stand.due) > 0 ? KP_LINK_OVERDUE : KP_LINK_DUE;
  return stand;
}

/* The worst of the months; the days are those of the first one that is still to come, else of the last. */
static KpLinkStand
decide_notes (const KpProbationPolicy *policy, const KpProbationFile *file, KpDate today)
{
  KpLinkStand all = { .state = KP_LINK_IDLE, .n = file->months };
  gboolean is_waiting = FALSE;

  for (guint month = 1; month <= file->months; month++)
    {
      const KpLinkStand one = decide_one (policy, file, KP_LINK_NOTE, month, today);

      all.n_done += one.n_done;
      all.state = MAX (all.state, one.state);
      if (one.n_done > 0)
        all.on = one.on;
      if (is_waiting)
        continue;
      all.due = one.due;
      all.latest = one.latest;
      is_waiting = one.state == KP_LINK_DUE || one.state == KP_LINK_OVERDUE;
    }
  return all;
}

/**
 * kp_probation_decide_stand:
 * @policy: what the scheme sets
 * @file: a person
 * @link: a link; all notes are one
 * @today: a day
 *
 * Returns: how the link stands
 */
KpLinkStand
kp_probation_decide_stand (const KpProbationPolicy *policy, const KpProbationFile *file, KpLink link, KpDate today)
{
  const gboolean is_asked
      = (policy->needed & (1u << link)) != 0 && !(link == KP_LINK_SURVEY && file->vetoes != 0)
        && (!is_of_failing (link) || kp_probation_decide_merit (policy, file, NULL) == KP_MERIT_FAIL);
  KpLinkStand stand;

  g_return_val_if_fail ((guint) link < KP_LINK_N, (KpLinkStand){ .state = KP_LINK_IDLE });

  stand = link == KP_LINK_NOTE ? decide_notes (policy, file, today) : decide_one (policy, file, link, 0, today);
  if (!is_asked && stand.n_done == 0)
    stand.state = KP_LINK_IDLE;
  return stand;
}
