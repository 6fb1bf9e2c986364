/* kp-paper.c – sizes of sheets, labels and the official page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-paper.h"

/* The middle of a Chinese character lies 0.38 em above the baseline: its square reaches from -0.12 to 0.88.
 */
#define MIDDLE_PERMILLE 380

static const struct
{
  KpLength width;
  KpLength height;
} sizes[] = {
  [KP_PAPER_A4] = { KP_MM (210), KP_MM (297) }, [KP_PAPER_A4_LANDSCAPE] = { KP_MM (297), KP_MM (210) },
  [KP_PAPER_A5] = { KP_MM (148), KP_MM (210) }, [KP_PAPER_A5_LANDSCAPE] = { KP_MM (210), KP_MM (148) },
  [KP_PAPER_A6] = { KP_MM (105), KP_MM (148) }, [KP_PAPER_A6_LANDSCAPE] = { KP_MM (148), KP_MM (105) },
};

/**
 * kp_paper_get_size:
 * @paper: a paper
 * @width: (out): in 1/1000 pt
 * @height: (out): in 1/1000 pt
 *
 * The size of a sheet by ISO 216, which GB/T 148 takes over.
 */
void
kp_paper_get_size (KpPaper paper, KpLength *width, KpLength *height)
{
  g_return_if_fail ((guint) paper < G_N_ELEMENTS (sizes));

  *width = sizes[paper].width;
  *height = sizes[paper].height;
}

/**
 * kp_paper_inset:
 * @paper: a paper
 * @margins: its margins
 *
 * Returns: the part of the sheet inside the margins.
 */
KpRect
kp_paper_inset (KpPaper paper, const KpMargins *margins)
{
  KpLength width = 0;
  KpLength height = 0;

  kp_paper_get_size (paper, &width, &height);
  return (KpRect){ margins->left, margins->top, width - margins->left - margins->right,
                   height - margins->top - margins->bottom };
}

/**
 * kp_rect_inset:
 * @rect: a rectangle
 * @dx: taken off the left and the right
 * @dy: taken off the top and the bottom
 *
 * Returns: the smaller rectangle; a negative distance makes it larger.
 */
KpRect
kp_rect_inset (const KpRect *rect, KpLength dx, KpLength dy)
{
  return (KpRect){ rect->x + dx, rect->y + dy, rect->width - 2 * dx, rect->height - 2 * dy };
}

/**
 * kp_rect_cut_top:
 * @rest: (inout): a rectangle, which loses the strip
 * @height: of the strip
 *
 * Returns: the strip at the top.
 */
KpRect
kp_rect_cut_top (KpRect *rest, KpLength height)
{
  KpRect strip = { rest->x, rest->y, rest->width, height };

  rest->y += height;
  rest->height -= height;
  return strip;
}

/**
 * kp_rect_cut_left:
 * @rest: (inout): a rectangle, which loses the strip
 * @width: of the strip
 *
 * Returns: the strip at the left.
 */
KpRect
kp_rect_cut_left (KpRect *rest, KpLength width)
{
  KpRect strip = { rest->x, rest->y, width, rest->height };

  rest->x += width;
  rest->width -= width;
  return strip;
}

/**
 * kp_rect_cell:
 * @rect: a rectangle
 * @columns: into how many columns it is divided
 * @rows: into how many rows it is divided
 * @column: from 0
 * @row: from 0
 *
 * The cells fill the rectangle without gap or overlap, also when it does not
 * divide evenly.
 *
 * Returns: one cell.
 */
KpRect
kp_rect_cell (const KpRect *rect, guint columns, guint rows, guint column, guint row)
{
  KpLength left = (KpLength) ((gint64) rect->width * column / columns);
  KpLength right = (KpLength) ((gint64) rect->width * (column + 1) / columns);
  KpLength top = (KpLength) ((gint64) rect->height * row / rows);
  KpLength bottom = (KpLength) ((gint64) rect->height * (row + 1) / rows);

  return (KpRect){ rect->x + left, rect->y + top, right - left, bottom - top };
}

/**
 * kp_label_sheet_get_24:
 *
 * Returns: (transfer none): 3 × 8 labels of 70 × 37 mm, which fill A4 but for half a millimetre above and
 * below.
 */
const KpLabelSheet *
kp_label_sheet_get_24 (void)
{
  static const KpLabelSheet sheet = { KP_PAPER_A4, 3, 8, { 0, KP_MM (0.5), KP_MM (70), KP_MM (37) }, 0, 0 };

  return &sheet;
}

/**
 * kp_label_sheet_get_14:
 *
 * Returns: (transfer none): 2 × 7 labels of 99.1 × 38.1 mm on A4.
 */
const KpLabelSheet *
kp_label_sheet_get_14 (void)
{
  static const KpLabelSheet sheet = {
    KP_PAPER_A4, 2, 7, { KP_MM (4.65), KP_MM (15.15), KP_MM (99.1), KP_MM (38.1) }, KP_MM (2.5), 0
  };

  return &sheet;
}

/**
 * kp_label_sheet_get_per_page:
 * @sheet: a label sheet
 *
 * Returns: the number of labels on one sheet.
 */
guint
kp_label_sheet_get_per_page (const KpLabelSheet *sheet)
{
  return sheet->columns * sheet->rows;
}

/**
 * kp_label_sheet_get_label:
 * @sheet: a label sheet
 * @index: number of the label in the whole batch, from 0
 *
 * Returns: the place of the label on its own sheet of paper.
 */
KpRect
kp_label_sheet_get_label (const KpLabelSheet *sheet, guint index)
{
  guint on_page = index % kp_label_sheet_get_per_page (sheet);
  KpLength column = (KpLength) (on_page % sheet->columns);
  KpLength row = (KpLength) (on_page / sheet->columns);

  return (KpRect){ sheet->first.x + column * (sheet->first.width + sheet->gap_x),
                   sheet->first.y + row * (sheet->first.height + sheet->gap_y), sheet->first.width,
                   sheet->first.height };
}

/**
 * kp_paper_centre_baseline:
 * @top: upper edge of a strip
 * @height: of the strip
 * @size: of the characters
 *
 * Returns: the baseline that puts Chinese characters in the middle of the strip.
 */
KpLength
kp_paper_centre_baseline (KpLength top, KpLength height, KpLength size)
{
  return top + height / 2 + (KpLength) ((gint64) size * MIDDLE_PERMILLE / 1000);
}
