/* kp-contest-private.h – the stages of a contest, each after the one before.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-contest.h"

G_BEGIN_DECLS

/* What a run needs besides the contest. */
typedef struct
{
  KpContest                *contest;
  GHashTable               *posts; /* code → KpContestPost */
  KpDeparture              *departures; /* by entrant, then by round */
  guint                     n_departures;
  guint                    *starts; /* departures of an entrant: from starts[entrant] to starts[entrant + 1] */
  const KpContestDecisions *decisions;
  gboolean                 *competes; /* who stands in a race for a list; of kp_contest_write() */
} KpContestRun;

KpContestRun *kp_contest_begin (const KpScheme           *scheme,
                                const KpEntrant          *entrants,
                                guint                     n_entrants,
                                const KpDeparture        *departures,
                                guint                     n_departures,
                                const KpContestDecisions *decisions);
KpContest    *kp_contest_end (KpContestRun *run);

/* In the order of a campaign. */
void kp_contest_open (KpContestRun *run);
void kp_contest_gather (KpContestRun *run);
void kp_contest_admit_direct (KpContestRun *run);
void kp_contest_limit_exempt (KpContestRun *run);
void kp_contest_write (KpContestRun *run);
void kp_contest_heat (KpContestRun *run);
void kp_contest_hear (KpContestRun *run);
void kp_contest_draw_lines (KpContestRun *run);
void kp_contest_total (KpContestRun *run);
void kp_contest_settle (KpContestRun *run);
void kp_contest_finish (KpContestRun *run);
void kp_contest_choose (KpContestRun *run);

/* Of kp_contest_total(): those who wait for the totals of other posts. */
void kp_contest_compare_lines (KpContestRun *run);

/* Of kp_contest_finish(): all that the final lists are made of; persons are those who have a standing in the totals. */
typedef struct
{
  KpFinalPerson  *persons;
  const guint    *indexes; /* which entrant each is */
  guint           n_persons;
  const guint    *places; /* of each post */
  const gboolean *is_pending;
  GArray         *departures; /* (element-type KpFinalDeparture) */
  KpFinalFits     fits;
  gconstpointer   fits_data;
} KpContestField;

KpFinal           *kp_contest_decide_final (const KpContest      *contest,
                                            const KpContestField *field,
                                            const KpRankPlace    *last);
KpFinal           *kp_contest_decide_scored (KpContest            *contest,
                                             const KpContestField *field);
KpRankPlace        kp_contest_get_last_place (const KpContestResult *result);
KpMark             kp_contest_get_last_total (const KpContestResult *result);

/* What they share. */
void                    kp_contest_measure (const KpContest *contest,
                                            guint            index,
                                            KpTieSource     *source);
KpContestPost          *kp_contest_post_of (const KpContestRun *run,
                                            guint               entrant);
const KpDeparture      *kp_contest_get_departures (const KpContestRun *run,
                                                   guint               entrant,
                                                   guint              *n);
const KpDeparture      *kp_contest_find_departure (const KpContestRun *run,
                                                   guint               entrant,
                                                   KpStage             stage);
const KpPlacesDecision *kp_contest_find_decision (const KpContestRun *run,
                                                  const char         *post,
                                                  gboolean            is_for_shortlist);
KpPending               kp_contest_find_pending (const KpContestRun  *run,
                                                 const KpContestPost *post);
gboolean                kp_contest_is_reviewed_late (const KpScheme *scheme);
gboolean                kp_contest_is_rechecked_late (const KpScheme *scheme);
guint                   kp_contest_get_exam_places (const KpContestPost *post);
KpRankPlace             kp_contest_shift_place (const KpContestPost   *post,
                                                const KpContestResult *result,
                                                KpRankPlace            place);
KpFraction              kp_contest_measure_credential (const KpContest *contest,
                                                       guint            entrant);
KpLeftoverCase          kp_contest_make_leftover (const KpContestRun  *run,
                                                  const KpContestPost *post,
                                                  guint                n_filled);
void                    kp_contest_take_leftover (KpContestPost          *post,
                                                  const KpLeftoverResult *result);
guint                  *kp_contest_map_persons (const KpContest *contest);
void                    kp_contest_hold_doubles (KpContest   *contest,
                                                 KpFinal     *final,
                                                 const guint *indexes);
void                    kp_contest_bar_hired (const KpContest *contest,
                                              const KpFinal   *final,
                                              const guint     *indexes,
                                              KpFinalResult   *results);
void                    kp_contest_say (KpContestPost *post,
                                        const char    *sentence);

G_END_DECLS
