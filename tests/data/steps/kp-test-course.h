/* kp-test-course.h – sheets of marks and results, typed by a test and handed to the steps.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-step-fitness.h"
#include "kp-step-hire.h"
#include "kp-step-interview.h"
#include "kp-step-mark-difference.h"
#include "kp-step-marks.h"
#include "kp-step-total.h"
#include "kp-test-campaign.h"

/* Rows of "ticket,mark\n" for the only paper of the sample. */
gboolean kp_test_course_enter_marks (KpTestCampaign *c, guint entry, const char *rows, KpMarksTally *tally, GError **error);

/* Rows of "ticket,mark\n" for a test or another part, entered by both clerks. */
void kp_test_course_agree_part (KpTestCampaign *c, const char *code, const char *rows);

/* The marks of the seated in the roster's order, agreed at once: "70.5" or 缺考. */
void kp_test_course_agree_marks (KpTestCampaign *c, const char *const *marks, guint n_marks);

/* Rows of "code,mark × 7\n". */
gboolean kp_test_course_enter_interview (KpTestCampaign *c, const char *rows, KpInterviewTally *tally, GError **error);

/* One mark of all seven examiners for each of the heard, in the roster's order. */
void kp_test_course_agree_interview (KpTestCampaign *c, const char *const *marks, guint n_marks);

/* Rows of "ticket or registration number,conclusion\n". */
gboolean kp_test_course_enter_fitness (KpTestCampaign *c, KpFitnessKind kind, const char *rows, KpFitnessTally *tally,
                                       GError **error);

/* Whoever is called and has no result yet passes; who stands at fail_place of the total fails. */
void kp_test_course_pass_all (KpTestCampaign *c, KpFitnessKind kind, gint64 fail_place, KpFitnessTally *tally);

void kp_test_course_total (KpTestCampaign *c, KpTotalTally *tally);

/* Interview marks fall in the roster's order, so that place = place in the roster (of one post); then the totals. */
void kp_test_course_hear_and_total (KpTestCampaign *c);

/* n people for A01, a third of them as places, all fit; the clock stands on the first day of the contracts. */
KpTestCampaign *kp_test_course_bring_to_publicity (KpTestDatabase *t, const char *const *edits, guint n);
KpTestCampaign *kp_test_course_bring_to_work (KpTestDatabase *t, const char *const *edits, guint n); /* contracts are made */

const KpDossier *kp_test_course_get_place (KpRoster *roster, const char *post, gint64 place);
