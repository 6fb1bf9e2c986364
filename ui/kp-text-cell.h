/* kp-text-cell.h – a short text in a long table, cheaper than a label.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KP_TYPE_TEXT_CELL (kp_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (KpTextCell, kp_text_cell, KP, TEXT_CELL, GtkWidget)

/* The cells of one table. */
typedef struct _KpTextCellGroup KpTextCellGroup;

KpTextCellGroup *kp_text_cell_group_new (GtkWidget *view);
void             kp_text_cell_group_unref (KpTextCellGroup *group);
void             kp_text_cell_group_watch (KpTextCellGroup *group, GtkAdjustment *adjustment);

GtkWidget  *kp_text_cell_new (KpTextCellGroup *group, float xalign, PangoEllipsizeMode ellipsize);
void        kp_text_cell_set_text (KpTextCell *cell, const char *text);
const char *kp_text_cell_get_text (KpTextCell *cell);
gboolean    kp_text_cell_is_blank (KpTextCell *cell);

G_END_DECLS
