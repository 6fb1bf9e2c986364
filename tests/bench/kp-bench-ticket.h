/* kp-bench-ticket.h – invented tickets that two ways of drawing share, mark for mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_BENCH_KAI "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
#define KP_BENCH_N_TEXTS 13
#define KP_BENCH_PAGE_HEIGHT 297.638F /* A6 across */

/* Baseline from the upper left, in points. */
typedef struct
{
  float size;
  float x;
  float y;
  char text[128];
} KpBenchText;

typedef struct
{
  KpBenchText texts[KP_BENCH_N_TEXTS];
  char qr[96];
  GBytes *photo; /* borrowed */
} KpBenchTicket;

/* Photos of 5 to 6 KB, all different. */
GPtrArray *kp_bench_new_photos (void);

void kp_bench_make_ticket (KpBenchTicket *ticket, guint index, GPtrArray *photos);

/* N tickets by libharu alone, with nothing of ours. */
gboolean kp_bench_draw_alone (guint n, const char *path);

G_END_DECLS
