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
gboolean kp_table_is_sealed (const KpTable *table);
gboolean kp_table_find_seal (KpDatabase *db, const KpTable *table, const char *campaign, KpSeal **seal, GError **error);
void kp_table_seal_record (const KpTable *table, const KpSeal *seal, gconstpointer record, gpointer stored, GString *room);
KpStatement *kp_table_open_rows (KpDatabase *db, const GString *sql, const char *campaign, const KpBind *binds, guint n_binds,
                                 GError **error);
gpointer kp_table_read (const KpTable *table, KpStatement *s, const KpSeal *seal, GError **error);
void kp_table_bind_record (const KpTable *table, KpStatement *s, gconstpointer record, guint n);

G_END_DECLS
