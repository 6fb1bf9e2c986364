/* kp-contest-race.h – one post on the way to a list, and who entered for those who left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-contest-private.h"

G_BEGIN_DECLS

typedef struct
{
  KpContestPost        *post;
  guint                 list;    /* 0 = the first, by the written marks; n = the one after the n-th heat of the scheme */
  gboolean              is_last; /* the list of the interview */
  KpShortlistPolicy     policy;
  KpLine                line;
  guint                *indexes; /* of the entrants who compete */
  KpShortlistCandidate *candidates;
  KpShortlistResult    *results;
  KpShortlistSummary   *summary; /* borrowed from the post */
  guint                 n;
  gboolean             *has_departed;
  gboolean              is_decided; /* the committee's decision on the list is in places and policy */
} KpContestRace;

KpContestRace *kp_contest_race_new (KpContestPost      *post,
                                    KpShortlistSummary *summary);
void           kp_contest_race_free (gpointer race);
void           kp_contest_race_refuse_all (KpContestRace *race);
void           kp_contest_race_wait (KpContestRace *race);
void           kp_contest_race_fill_by_direct (KpContestRace *race);
void           kp_contest_race_substitute (const KpContestRun *run,
                                           KpContestRace      *race);
void           kp_contest_race_take (const KpContestRun *run,
                                     const KpContestRace *race);

G_END_DECLS
