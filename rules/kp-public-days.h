/* kp-public-days.h – the days of a publicity, week by week, as they are counted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-workday.h"

G_BEGIN_DECLS

typedef enum
{
  KP_PUBLIC_OUTSIDE,
  KP_PUBLIC_PUBLISHED, /* the day of publication, which isn't counted */
  KP_PUBLIC_COUNTED,
  KP_PUBLIC_PASSED,    /* within the publicity, but off: not counted where working days are */
} KpPublicPart;

typedef struct
{
  KpDate date;
  KpDayKind kind;
  gboolean is_kind_known; /* else only weekends are */
  KpPublicPart part;
  guint number; /* of a counted day, from 1 */
  gboolean is_last;
} KpPublicDay;

GArray *kp_public_days_list (KpDate from, KpDate until, gboolean is_in_workdays, KpDate shown_until,
                             const KpCalendar *calendar); /* (element-type KpPublicDay) */

G_END_DECLS
