/* kp-public-day-cell.h – one day of the calendar of a publicity.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-public-days.h"
#include "kp-publicity-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_PUBLIC_DAY_CELL (kp_public_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (KpPublicDayCell, kp_public_day_cell, KP, PUBLIC_DAY_CELL, GtkWidget)

GtkWidget *kp_public_day_cell_new (const KpPublicDay *day, const KpPublicityDesk *desk, guint round, gboolean is_first);
const char *kp_public_day_cell_get_weekday (guint weekday, gboolean is_short);

G_END_DECLS
