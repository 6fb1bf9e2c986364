/* kp-list-race.h – one post on the way to a list, and who entered for those who left it, by the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-judgement.h"
#include "kp-shortlist-record.h"
#include "kp-written-field.h"

G_BEGIN_DECLS

typedef struct
{
  const KpPostRecord *post;
  const KpSchemePost *rule;
  guint list; /* 0 = the first; n = the one after the scheme's n-th test */
  guint places;
  guint n_direct; /* of them filled without exam */
  char *moved; /* (nullable): why they aren't those of the opening */
  guint competing; /* who have to be on the list of the interview */
  KpShortlistPolicy policy;
  KpLine line;
  GPtrArray *own; /* (element-type KpWrittenEntry) */
  KpShortlistCandidate *candidates;
  KpShortlistResult *results;
  KpShortlistSummary summary;
} KpListRace;

KpListRace *kp_list_race_new (KpSession *session, const KpPostRecord *post, GPtrArray *own);
void        kp_list_race_free (gpointer data);
guint       kp_list_race_get_exam_places (const KpListRace *race);
char       *kp_list_race_dup_plan (const KpListRace *race);
void        kp_list_race_take_words (KpListRace *race, char *words);
void        kp_list_race_substitute (KpSession *session, KpListRace *race, const KpJudgements *judgements,
                                     KpShortlistTally *tally);

G_END_DECLS
