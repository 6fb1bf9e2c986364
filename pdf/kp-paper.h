/* kp-paper.h – sizes of sheets, labels and the official page; pure arithmetic.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KpLength:
 *
 * A length or a position on paper in 1/1000 pt (1 pt = 1/72 inch), a whole
 * number. Positions count from the upper left corner of the page, y downwards.
 */
typedef gint KpLength;

/* Constant lengths written as people say them: KP_MM (28), KP_PT (10.5). */
#define KP_PT(v) ((KpLength) ((v) *1000.0 + ((v) < 0 ? -0.5 : 0.5)))
#define KP_MM(v) ((KpLength) ((v) *72000.0 / 25.4 + ((v) < 0 ? -0.5 : 0.5)))

typedef struct
{
  KpLength x;
  KpLength y;
  KpLength width;
  KpLength height;
} KpRect;

typedef struct
{
  KpLength top;
  KpLength right;
  KpLength bottom;
  KpLength left;
} KpMargins;

typedef enum
{
  KP_PAPER_A4,
  KP_PAPER_A4_LANDSCAPE,
  KP_PAPER_A5,
  KP_PAPER_A5_LANDSCAPE,
  KP_PAPER_A6,
  KP_PAPER_A6_LANDSCAPE,
} KpPaper;

/**
 * KpLabelSheet:
 *
 * Equal labels on one sheet, counted in rows from the upper left one. The
 * gaps lie between labels only.
 */
typedef struct
{
  KpPaper paper;
  guint columns;
  guint rows;
  KpRect first;
  KpLength gap_x;
  KpLength gap_y;
} KpLabelSheet;

/* The page of GB/T 9704-2012: 156 x 225 mm of type, 22 lines of 28 characters. */
#define KP_OFFICIAL_LEFT KP_MM (28)
#define KP_OFFICIAL_TOP KP_MM (37)
#define KP_OFFICIAL_WIDTH KP_MM (156)
#define KP_OFFICIAL_HEIGHT KP_MM (225)
#define KP_OFFICIAL_LINES 22
#define KP_OFFICIAL_CHARACTERS 28

/* Width and height of a sheet. */
void kp_paper_get_size (KpPaper paper, KpLength *width, KpLength *height);

/* The part of a sheet inside its margins. */
KpRect kp_paper_inset (KpPaper paper, const KpMargins *margins);

/* A rectangle smaller by dx on the left and right, by dy above and below. */
KpRect kp_rect_inset (const KpRect *rect, KpLength dx, KpLength dy);

/* The strip of a given height cut off the top of *rest, which shrinks by it. */
KpRect kp_rect_cut_top (KpRect *rest, KpLength height);

/* The strip of a given width cut off the left of *rest, which shrinks by it. */
KpRect kp_rect_cut_left (KpRect *rest, KpLength width);

/* Cell (column, row) of a rectangle divided into equal parts without gaps or overlap. */
KpRect kp_rect_cell (const KpRect *rect, guint columns, guint rows, guint column, guint row);

/* 3 x 8 labels of 70 x 37 mm on A4 (desk labels). */
const KpLabelSheet *kp_label_sheet_get_24 (void);

/* 2 x 7 labels of 99.1 x 38.1 mm on A4 (envelopes, name cards). */
const KpLabelSheet *kp_label_sheet_get_14 (void);

/* Labels on one sheet; and the place of label INDEX (0, 1, …) on its own sheet. */
guint kp_label_sheet_get_per_page (const KpLabelSheet *sheet);
KpRect kp_label_sheet_get_label (const KpLabelSheet *sheet, guint index);

/* Baseline that centres Chinese characters of SIZE between two heights. */
KpLength kp_paper_centre_baseline (KpLength top, KpLength height, KpLength size);

G_END_DECLS
