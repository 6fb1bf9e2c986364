/* kp-test-agree.h – the record against the campaign computed from its inputs alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-test-campaign.h"

/* Everything that the record holds by now of posts, reviews, lists, marks, totals, calls and hires is what kp_contest_run()
   comes to from the people, marks, decisions and leavings of the record. */
void kp_test_agree (KpTestCampaign *c);

/* The same, when everybody who follows a leaver has gone the whole way. */
void kp_test_agree_on_hires (KpTestCampaign *c);
