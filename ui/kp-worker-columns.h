/* kp-worker-columns.h – the columns of the contracts and of the board of probations.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kp_worker_columns_add_contracts (GtkColumnView *view);
void kp_worker_columns_add_board (GtkColumnView *view);

G_END_DECLS
