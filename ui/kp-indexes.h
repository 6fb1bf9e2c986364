/* kp-indexes.h – which lines of a long table a list model shows, and how it tells of others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KP_NO_INDEX G_MAXUINT

typedef struct
{
  GArray *all; /* (element-type guint) */
  guint n;     /* how many of them the model has told of */
  guint timer; /* tells of more; 0 = all are told */
  GListModel *model; /* (nullable): while it tells; borrowed, for it owns this */
} KpIndexes;

/* The items that somebody holds stand for other lines now, each at its place. */
typedef void (*KpIndexesExchange) (GListModel *model);

void kp_indexes_init (KpIndexes *indexes);
void kp_indexes_clear (KpIndexes *indexes);
void kp_indexes_take (KpIndexes *indexes, GListModel *model, GArray *all, KpIndexesExchange exchange);
guint kp_indexes_get (const KpIndexes *indexes, guint position);
void kp_indexes_begin (KpIndexes *indexes, GListModel *model);
void kp_indexes_remove (KpIndexes *indexes, GListModel *model, guint position);

G_END_DECLS
