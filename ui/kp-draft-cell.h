/* kp-draft-cell.h – one cell of a scheme's tables: to type in, to choose from, to write a text in.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-scheme-draft.h"

G_BEGIN_DECLS

#define KP_TYPE_DRAFT_CELL (kp_draft_cell_get_type ())
G_DECLARE_FINAL_TYPE (KpDraftCell, kp_draft_cell, KP, DRAFT_CELL, GtkWidget)

/* Signals: "changed" when the draft was written to; "moved" (int rows) when the next or the last cell is wanted. */
GtkWidget  *kp_draft_cell_new (KpSchemeDraft *draft, guint sheet, guint row, guint column);
void        kp_draft_cell_load (KpDraftCell *cell);
void        kp_draft_cell_commit (KpDraftCell *cell);
void        kp_draft_cell_mark (KpDraftCell *cell, const KpDraftProblem *problem);
void        kp_draft_cell_retire (KpDraftCell *cell);
guint       kp_draft_cell_get_row (KpDraftCell *cell);
guint       kp_draft_cell_get_column (KpDraftCell *cell);
const char *kp_draft_cell_get_text (KpDraftCell *cell);
void        kp_draft_cell_open (KpDraftCell *cell);

G_END_DECLS
