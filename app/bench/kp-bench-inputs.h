/* kp-bench-inputs.h – a made-up campaign of any size, to be measured with.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kp_bench_dup_scheme (guint n_posts, guint n_rows, GError **error);
GBytes *kp_bench_make_book (guint n_posts, guint n_rows, GError **error);

G_END_DECLS
