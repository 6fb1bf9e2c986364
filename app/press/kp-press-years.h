/* kp-press-years.h – 历年统计 as a list and on paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-font-set.h"
#include "kp-list.h"
#include "kp-years.h"

G_BEGIN_DECLS

#define KP_YEARS_N_NAMES 2 /* columns that say what is counted; the others stand at the right */

/* As a table; borrowed texts of @years. */
KpList *kp_press_list_years (KpYearBook *years);

/* On paper, signed by the record of @session, which is only read. NULL with an error. */
GBytes *kp_press_make_years (KpSession *session, KpFontSet *fonts, KpYearBook *years, GError **error);

G_END_DECLS
