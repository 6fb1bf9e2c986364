/* kp-dump.h – the rows of a table as JSON and CSV that any program reads, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "kp-table.h"

G_BEGIN_DECLS

/* `table` NULL stands for the journal, whose hashes are hexadecimal texts. */
gboolean kp_dump_table (KpDatabase *db,
                        const KpTable *table,
                        const char *campaign,
                        GString *json,
                        GString *csv,
                        gint64 *n_rows,
                        GError **error);
gboolean kp_dump_load (KpDatabase *db, const KpTable *table, JsonNode *root, GError **error);
gboolean kp_dump_load_head (KpDatabase *db, const char *campaign, GError **error);

G_END_DECLS
