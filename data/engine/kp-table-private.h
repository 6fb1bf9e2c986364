/* kp-table-private.h – the inside of tables, for the ledger.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

#define KP_TABLE_MAX_COLUMNS 64

guint kp_table_get_n_key (const KpTable *table);
GString *kp_table_make_select (const KpTable *table, const char *tail);
void kp_table_append_key_match (const KpTable *table, GString *sql);
gpointer kp_table_read (const KpTable *table, KpStatement *s);
void kp_table_bind_record (const KpTable *table, KpStatement *s, gconstpointer record, guint n);

G_END_DECLS
