/* kp-workday.h – working days by the State Council's holiday table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

#define KP_WORKDAY_ERROR (kp_workday_error_quark ())

typedef enum
{
  KP_WORKDAY_ERROR_UNKNOWN_YEAR, /* the year's table isn't announced or isn't loaded */
  KP_WORKDAY_ERROR_RANGE,
} KpWorkdayError;

typedef enum
{
  KP_DAY_WORKED,  /* Monday to Friday */
  KP_DAY_WEEKEND,
  KP_DAY_HOLIDAY, /* named as off by the table */
  KP_DAY_SWAPPED, /* 调休: worked although a weekend */
} KpDayKind;

/* Which days of which years are off, or worked although a weekend. */
typedef struct _KpCalendar KpCalendar;

GQuark      kp_workday_error_quark (void);

KpCalendar *kp_calendar_new (void);
void        kp_calendar_free (KpCalendar *calendar);
void        kp_calendar_add_year (KpCalendar *calendar,
                                  gint        year);
gboolean    kp_calendar_has_year (const KpCalendar *calendar,
                                  gint              year);
void        kp_calendar_set_day (KpCalendar *calendar,
                                 KpDate      date,
                                 gboolean    is_workday);

KpDayKind   kp_calendar_find_kind (const KpCalendar *calendar,
                                   KpDate            date,
                                   gboolean         *is_known);
gboolean    kp_calendar_find_workday (const KpCalendar *calendar,
                                      KpDate            date,
                                      gboolean         *is_workday,
                                      GError          **error);
gboolean    kp_calendar_add_workdays (const KpCalendar *calendar,
                                      KpDate            date,
                                      guint             days,
                                      KpDate           *out,
                                      GError          **error);
gboolean    kp_calendar_decide_period_end (const KpCalendar *calendar,
                                           KpDate            published,
                                           guint             days,
                                           gboolean          is_in_workdays,
                                           KpDate           *out,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpCalendar, kp_calendar_free)

G_END_DECLS
