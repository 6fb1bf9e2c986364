/* kp-test-contest.h – a campaign of a few people, put together by hand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-contest.h"

#define KP_TEST_CONTEST_MAX 64

/* Instead of a mark in hundredths of a point. */
#define KP_TEST_NONE (-1)
#define KP_TEST_ABSENT (-2)
#define KP_TEST_BREACH (-3)

/* The scheme is complete from the start (one paper of 100, half and half, 1:3) and may be changed until the run. */
typedef struct
{
  KpScheme          *scheme;
  KpEntrant          entrants[KP_TEST_CONTEST_MAX];
  guint              n;
  KpDeparture        departures[KP_TEST_CONTEST_MAX];
  guint              n_departures;
  KpPlacesDecision   places[KP_TEST_CONTEST_MAX];
  KpContestDecisions decisions;
  KpContest         *contest; /* of the last run */
  GPtrArray         *tables;
} KpTestContest;

KpTestContest         *kp_test_contest_new (const char *posts);
void                   kp_test_contest_free (KpTestContest *t);
KpSchemePost          *kp_test_contest_post (KpTestContest *t,
                                             const char    *code);
KpSchemeTotal         *kp_test_contest_total (KpTestContest *t);
KpSchemeTotal         *kp_test_contest_add_total (KpTestContest *t,
                                                  const char    *id,
                                                  guint          written,
                                                  guint          interview);
void                   kp_test_contest_add_paper (KpTestContest *t,
                                                  const char    *code,
                                                  guint          weight);
void                   kp_test_contest_require (KpTestContest *t,
                                                const char    *id,
                                                KpCondition   *condition,
                                                guint          checked);
void                   kp_test_contest_declare (KpTestContest *t,
                                                const char    *id,
                                                KpFactKind     kind);
KpBonusItem           *kp_test_contest_add_bonus (KpTestContest *t,
                                                  const char    *code,
                                                  guint          points,
                                                  KpCondition   *condition);
KpEntrant             *kp_test_contest_add (KpTestContest *t,
                                            const char    *number,
                                            const char    *post,
                                            gint           written,
                                            gint           interview);
KpFactTable           *kp_test_contest_facts (KpTestContest *t,
                                              KpEntrant     *entrant);
void                   kp_test_contest_leave (KpTestContest *t,
                                              const char    *number,
                                              guint          round,
                                              KpStage        stage,
                                              KpCause        cause);
void                   kp_test_contest_leave_list (KpTestContest *t,
                                                   const char    *number,
                                                   guint          round,
                                                   guint          list,
                                                   KpCause        cause);
void                   kp_test_contest_repost (KpTestContest *t,
                                               const char    *number,
                                               const char    *to);
void                   kp_test_contest_run (KpTestContest *t);
const KpContestResult *kp_test_contest_get (const KpTestContest *t,
                                            const char          *number);

/* In the order in which they were added: "pass fail", "enters out", "80.00/1 absent", "in out left". A total is said
 * with its place, one without a place by its standing. */
void                   kp_test_contest_assert_reviews (const KpTestContest *t,
                                                       const char          *list);
void                   kp_test_contest_assert_lists (const KpTestContest *t,
                                                     const char          *list);
void                   kp_test_contest_assert_totals (const KpTestContest *t,
                                                      const char          *list);
void                   kp_test_contest_assert_finals (const KpTestContest *t,
                                                      const char          *list);
void                   kp_test_contest_assert_hired (const KpTestContest *t,
                                                     const char          *numbers);

KpStatedMark           kp_test_mark (gint hundredths);
KpCondition           *kp_test_ask (KpConditionKind kind,
                                    const char     *fact,
                                    const char     *words);
KpCondition           *kp_test_ask_number (const char *fact,
                                           gint64      least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestContest, kp_test_contest_free)
