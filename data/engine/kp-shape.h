/* kp-shape.h – tables by their names alone, for rows that are carried over whole; for data/engine/ alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  guint n_columns;
  guint n_key;
  const char *columns[KP_TABLE_MAX_COLUMNS]; /* the key leads */
} KpShape;

void kp_shape_set_table (KpShape *shape, const KpTable *table);
void kp_shape_set_journal (KpShape *shape);
KpStatement *kp_shape_open_rows (KpDatabase *db, const KpShape *shape, const char *campaign, GError **error);
KpStatement *kp_shape_prepare_insert (KpDatabase *db, const KpShape *shape, GError **error);
gboolean kp_shape_write_head (KpDatabase *db, const char *campaign, GError **error);

G_END_DECLS
