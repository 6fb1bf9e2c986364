/* kp-bench-scheme.h – a scheme that uses nearly everything, for many posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

KpScheme *kp_bench_scheme_new (guint n_posts);
