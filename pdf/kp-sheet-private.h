/* kp-sheet-private.h – what text and lines need of a sheet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-glyphs.h"
#include "kp-page.h"
#include "kp-sheet.h"

G_BEGIN_DECLS

/* What went wrong first, and what is being drawn. */
typedef struct
{
  char *place;         /* (nullable) */
  guint row;           /* of the cell being drawn, from 1; 0 = heading */
  const char *heading; /* (nullable), borrowed */
  GError *failure;
} KpSheetReport;

KpSheetReport *kp_sheet_get_report (KpSheet *self);

/* The code drawn last: lists bear the same on each page. */
typedef struct
{
  char *text;   /* (nullable) */
  GArray *runs; /* (nullable) */
  guint width;
} KpSheetCode;

KpSheetCode *kp_sheet_get_code (KpSheet *self);

/* The cell being drawn, for error texts; HEADING is borrowed, NULL = no cell. ROW counts from 1, 0 = the
 * heading. */
void kp_sheet_set_cell (KpSheet *self, guint row, const char *heading);

/* The newest page; to draw on, NULL after a failure. */
KpPage *kp_sheet_get_page (KpSheet *self);
KpPage *kp_sheet_get_drawable (KpSheet *self);
KpGlyphs *kp_sheet_get_glyphs (KpSheet *self);
KpTags *kp_sheet_get_tags (KpSheet *self);

G_END_DECLS
