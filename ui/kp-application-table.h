/* kp-application-table.h – rows of the list as a table: for the clipboard, or as a file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-application-query.h"

G_BEGIN_DECLS

typedef struct _KpApplicationTable KpApplicationTable;

KpApplicationTable *kp_application_table_new (KpCampaign *campaign);
void                kp_application_table_free (KpApplicationTable *table);
void                kp_application_table_add_column (KpApplicationTable *table, KpApplicationColumn column, const char *title);
void                kp_application_table_add_row (KpApplicationTable *table, guint number);
char               *kp_application_table_dup_text (const KpApplicationTable *table);
gboolean            kp_application_table_save (const KpApplicationTable *table, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpApplicationTable, kp_application_table_free)

G_END_DECLS
