/* kp-draft-table.h – the cells of one sheet of a scheme: settings one below the other, or a list as a table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-draft-cell.h"

G_BEGIN_DECLS

#define KP_TYPE_DRAFT_TABLE (kp_draft_table_get_type ())
G_DECLARE_FINAL_TYPE (KpDraftTable, kp_draft_table, KP, DRAFT_TABLE, AdwBin)

/* Signal: "changed" when the draft was written to. */
GtkWidget   *kp_draft_table_new (void);
void         kp_draft_table_clear (KpDraftTable *table);
void         kp_draft_table_show_settings (KpDraftTable *table, KpSchemeDraft *draft, const char *section);
void         kp_draft_table_show_list (KpDraftTable *table, KpSchemeDraft *draft, guint sheet);
void         kp_draft_table_load (KpDraftTable *table);
void         kp_draft_table_commit (KpDraftTable *table);
void         kp_draft_table_mark (KpDraftTable *table, const GPtrArray *problems);
void         kp_draft_table_add_row (KpDraftTable *table);
gboolean     kp_draft_table_remove_row (KpDraftTable *table);
guint        kp_draft_table_get_sheet (KpDraftTable *table);
KpDraftCell *kp_draft_table_find_cell (KpDraftTable *table, guint row, guint column); /* (nullable) */
void         kp_draft_table_focus (KpDraftTable *table, guint row, guint column);

G_END_DECLS
