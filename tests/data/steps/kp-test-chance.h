/* kp-test-chance.h – a whole campaign of chance, from registration to contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-test-course.h"
#include "kp-test.h"

#define KP_TEST_CHANCE_N_APPLICANTS 200

/* *totals is the roster as the totals left it. */
void kp_test_chance_run (KpTestCampaign *c, KpTestDice *dice, KpRoster **totals);
