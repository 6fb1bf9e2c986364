/* kp-lists-final.h – the list of final totals, where the background check is scored.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-list.h"
#include "kp-press-private.h"

G_BEGIN_DECLS

#define KP_FINAL_LIST_N_COLUMNS 10

extern const KpListColumn kp_lists_final_columns[KP_FINAL_LIST_N_COLUMNS];

gint kp_lists_compare_last_places (gconstpointer a, gconstpointer b);
void kp_lists_add_final_totals (KpPress *press, KpList *list);

G_END_DECLS
