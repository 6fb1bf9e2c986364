/* kp-bench-record.h – a record of very many applicants, brought to its totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-test-campaign.h"

KpTestCampaign *kp_bench_record_new (KpDatabaseKind kind, guint n_people);
