/* kp-lists-hire.h – what comes after the final list: who chose which post, and who left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-list.h"
#include "kp-press-private.h"

G_BEGIN_DECLS

#define KP_CHOICE_LIST_N_COLUMNS 9
#define KP_DEPARTURE_LIST_N_COLUMNS 11

extern const KpListColumn kp_lists_choice_columns[KP_CHOICE_LIST_N_COLUMNS];
extern const KpListColumn kp_lists_departure_columns[KP_DEPARTURE_LIST_N_COLUMNS];

void kp_lists_add_choices (KpPress *press, KpList *list);
void kp_lists_add_departures (KpPress *press, KpList *list);

G_END_DECLS
