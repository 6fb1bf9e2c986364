/* kp-bench.h – how fast this computer does the work, and how that grows with the campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_BENCH_BOOK,    /* a workbook of registrations is written */
  KP_BENCH_IMPORT,  /* it is taken into the record */
  KP_BENCH_REVIEW,
  KP_BENCH_LISTS,   /* registrations and the review as .csv and .xlsx */
  KP_BENCH_SEATS,   /* committed, drawn, numbered */
  KP_BENCH_TICKETS, /* all on paper */
  KP_BENCH_VERIFY,  /* every row against the journal */
  KP_BENCH_HASH,    /* the bare SHA-256 of the record's file */
  KP_BENCH_APPEND,  /* steps of one line in the journal, each on the disk before the next */
  KP_BENCH_SYNC,    /* bare lines at the end of a file, each on the disk before the next */
} KpBenchWork;

#define KP_BENCH_N (KP_BENCH_SYNC + 1)

/* What one work took; 0 = nothing was measured. */
typedef struct
{
  guint64 n; /* rows, or bytes of KP_BENCH_HASH */
  gint64 us;     /* on the clock on the wall */
  gint64 cpu_us; /* of the processor, all threads */
} KpBenchTime;

typedef void (*KpBenchProgress) (const char *sentence, gpointer data);

const char *kp_bench_work_get_key (KpBenchWork work);
const char *kp_bench_work_get_title (KpBenchWork work);
gboolean kp_bench_work_grows (KpBenchWork work); /* its time depends on the size of the campaign */

gboolean kp_bench_run (const char *folder, guint n_posts, guint n_rows, KpBenchProgress progress, gpointer data,
                       KpBenchTime times[KP_BENCH_N], GError **error);

gboolean kp_bench_fit (const guint *n_rows, const gint64 *us, guint n, double *exponent);

G_END_DECLS
