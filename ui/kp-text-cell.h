/* kp-text-cell.h – a short text in a long table, cheaper than a label.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KP_TYPE_TEXT_CELL (kp_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (KpTextCell, kp_text_cell, KP, TEXT_CELL, GtkWidget)

/* What the cells of one table share. */
typedef struct _KpTextCellShape KpTextCellShape;

KpTextCellShape *kp_text_cell_shape_new (void);
KpTextCellShape *kp_text_cell_shape_ref (KpTextCellShape *shape);
void             kp_text_cell_shape_unref (KpTextCellShape *shape);

GtkWidget  *kp_text_cell_new (KpTextCellShape *shape, float xalign, PangoEllipsizeMode ellipsize);
void        kp_text_cell_set_text (KpTextCell *cell, const char *text);
const char *kp_text_cell_get_text (KpTextCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTextCellShape, kp_text_cell_shape_unref)

G_END_DECLS
