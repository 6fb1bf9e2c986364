/* kp-rotation.c – which backups are kept, and which make room.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   newest 2, days 3        kept because
 *   20260305-170000         newest
 *   20260305-090000         newest
 *   20260305-080000         –
 *   20260304-170000         day (the day 5 is the first of the three)
 *   20260304-090000         –
 *   20260227-120000         day, however long ago
 *   20260226-120000         –
 *
 * Days without a backup don't count: an office that was closed for a month loses none of its days. */
#include "kp-rotation.h"

#include <string.h>

#define DAY_LENGTH 8

/**
 * kp_rotation_decide:
 * @rotation: how many are kept; the newest always is
 * @stamps: (array length=n): YYYYMMDD-HHMMSS of each backup, the newest first
 * @n: their number
 * @keep: (out caller-allocates) (array length=n): whether each is kept
 *
 * Keeps the newest ones, and the last one of each of the last days that have any.
 */
void
kp_rotation_decide (const KpRotation *rotation, const char *const *stamps, guint n, gboolean *keep)
{
  guint n_days = 0;

  for (guint i = 0; i < n; i++)
    {
      const gboolean is_day = i == 0 || strncmp (stamps[i], stamps[i - 1], DAY_LENGTH) != 0;

      n_days += is_day;
      keep[i] = i < MAX (rotation->n_newest, 1) || (is_day && n_days <= rotation->n_days);
    }
}
