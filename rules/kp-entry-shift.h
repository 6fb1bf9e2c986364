/* kp-entry-shift.h – whether one of two entries slipped by a row.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

/* Rows whose marks stand in the other entry one row further on or back. */
typedef struct
{
  guint first;  /* index of the first such row */
  guint last;   /* and of the last */
  guint n_rows; /* how many of them differ; rows between that agree by chance aren't counted */
  gint  offset; /* +1: the row holds what the other entry has for the next row; −1: for the row before */
} KpEntryShift;

gboolean kp_entry_shift_find (const KpStatedMark *own,
                              const KpStatedMark *other,
                              guint               n_rows,
                              KpEntryShift       *out);

G_END_DECLS
