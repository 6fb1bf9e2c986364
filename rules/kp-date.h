/* kp-date.h – a calendar day as a plain value.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_DATE_ERROR (kp_date_error_quark ())

typedef enum
{
  KP_DATE_ERROR_INVALID,
} KpDateError;

/* A day of the Gregorian calendar, years 1 to 9999. All zero = no date. */
typedef struct
{
  gint16 year;
  guint8 month; /* 1–12 */
  guint8 day;   /* 1–31 */
} KpDate;

#define KP_DATE_NONE ((KpDate) { 0, 0, 0 })

GQuark   kp_date_error_quark (void);

KpDate   kp_date_make (gint  year,
                       guint month,
                       guint day);
gboolean kp_date_is_none (KpDate date);
gboolean kp_date_is_valid (KpDate date);
gboolean kp_date_is_leap_year (gint year);
guint    kp_date_get_days_in_month (gint  year,
                                    guint month);

gboolean kp_date_parse_iso (const char *text,
                            KpDate     *out,
                            GError    **error);
gchar   *kp_date_dup_iso (KpDate date);
gchar   *kp_date_dup_chinese (KpDate date);

gint     kp_date_compare (KpDate a,
                          KpDate b);
guint    kp_date_get_weekday (KpDate date);

KpDate   kp_date_add_days (KpDate date,
                           gint   days);
KpDate   kp_date_add_months (KpDate date,
                             gint   months);
KpDate   kp_date_add_years (KpDate date,
                            gint   years);
gint     kp_date_days_between (KpDate from,
                               KpDate to);
gint     kp_date_full_months_between (KpDate from,
                                      KpDate to);
gint     kp_date_full_years_between (KpDate from,
                                     KpDate to);

G_END_DECLS
