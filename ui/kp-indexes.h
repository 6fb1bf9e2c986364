/* kp-indexes.h – which lines of a long table a list model shows, and how it tells of others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GArray *all; /* (element-type guint) */
  guint n;     /* how many of them the model has told of */
} KpIndexes;

void kp_indexes_init (KpIndexes *indexes);
void kp_indexes_clear (KpIndexes *indexes);
void kp_indexes_take (KpIndexes *indexes, GListModel *model, GArray *all);
void kp_indexes_remove (KpIndexes *indexes, GListModel *model, guint position);

G_END_DECLS
