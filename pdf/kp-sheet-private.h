/* kp-sheet-private.h – what text and lines need of a sheet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-glyphs.h"
#include "kp-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  KpLength x1;
  KpLength y1;
  KpLength x2;
  KpLength y2;
} KpSheetLine;

/* What went wrong first, and what is being drawn. */
typedef struct
{
  char *place;         /* (nullable) */
  guint row;           /* of the cell being drawn, from 1; 0 = heading */
  const char *heading; /* (nullable), borrowed */
  GError *failure;
} KpSheetReport;

KpSheetReport *kp_sheet_get_report (KpSheet *self);

/* The cell being drawn, for error texts; HEADING is borrowed, NULL = no cell. ROW counts from 1, 0 = the
 * heading. */
void kp_sheet_set_cell (KpSheet *self, guint row, const char *heading);
gboolean kp_sheet_is_drawable (const KpSheet *self);
KpGlyphs *kp_sheet_get_glyphs (KpSheet *self);
void kp_sheet_show_codes (KpSheet *self,
                          const KpTextStyle *style,
                          guint8 file,
                          KpLength spacing,
                          KpLength x,
                          KpLength baseline,
                          const char *codes);
/* What is shown between these two copies as TEXT, whatever its glyphs say. */
void kp_sheet_begin_span (KpSheet *self, const char *text, gsize n_bytes);
void kp_sheet_end_span (KpSheet *self);
void kp_sheet_stroke_lines (
    KpSheet *self, KpInk ink, KpLength thickness, gboolean dashed, const KpSheetLine *lines, guint n_lines);
void kp_sheet_fill_modules (
    KpSheet *self, const KpRect *square, guint n_modules, guint n_quiet, const GArray *runs);
void kp_sheet_place_jpeg (KpSheet *self, const KpRect *rect, GBytes *jpeg);

G_END_DECLS
