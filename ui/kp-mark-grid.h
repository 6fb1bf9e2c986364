/* kp-mark-grid.h – the scripts of one bundle, a field each, for somebody who types with one hand on the number keys.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-mark-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_MARK_GRID (kp_mark_grid_get_type ())
G_DECLARE_FINAL_TYPE (KpMarkGrid, kp_mark_grid, KP, MARK_GRID, AdwBin)

/* What the grid tells its page. */
typedef struct
{
  void (*enter) (guint script, const char *text, const char *was, gpointer data); /* marks, states, or "" for nothing */
  void (*refuse) (const char *sentence, gpointer data);             /* what was typed can't be; NULL = all is well */
  void (*end) (gpointer data);                                      /* Enter on the last field */
} KpMarkGridFuncs;

void kp_mark_grid_set_funcs (KpMarkGrid *grid, const KpMarkGridFuncs *funcs, gpointer data);
void kp_mark_grid_show (KpMarkGrid *grid, KpMarkDesk *desk, guint bundle);
void kp_mark_grid_clear (KpMarkGrid *grid);
void kp_mark_grid_start (KpMarkGrid *grid);
void kp_mark_grid_saved (KpMarkGrid *grid, guint script);
void kp_mark_grid_put (KpMarkGrid *grid, guint script, const char *text);
void kp_mark_grid_failed (KpMarkGrid *grid, guint script);

G_END_DECLS
