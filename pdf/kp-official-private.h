/* kp-official-private.h – what the parts of the official layout share: head, signatures, colophon.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-official.h"

G_BEGIN_DECLS

/* The grid of one layout. */
typedef struct
{
  KpSheet *sheet; /* borrowed */
  const KpOfficialLayout *layout;
  KpLength pitch;
  KpLength leading;
} KpOfficialGrid;

KpTextStyle kp_official_grid_get_style (const KpOfficialGrid *grid, KpFontStyle font);

/* ---- rows ---- */

typedef struct _KpOfficialSign KpOfficialSign;

/* A line, a blank line, a signature or a block. */
typedef struct
{
  const KpOfficialPart *part;
  const KpFlow *flow;         /* of a line */
  const KpOfficialSign *sign; /* of a signature */
  guint index;                /* of the line in the flow */
  guint lines;                /* height */
  gboolean is_blank;
  gboolean begins_page;
  gboolean keeps_next; /* on the same page as the next row */
  guint page;
  guint top; /* line on the page */
} KpOfficialRow;

typedef struct
{
  KpOfficialGrid grid;
  GArray *rows;       /* KpOfficialRow */
  GPtrArray *flows;   /* KpFlow, owned */
  GPtrArray *signs;   /* KpOfficialSign, owned */
  KpLength first_top; /* of the first page's lines */
  guint first_lines;  /* that the first page has */
  guint n_last;       /* lines used on the last page */
  guint n_pages;
} KpOfficialRows;

void kp_official_rows_init (KpOfficialRows *self,
                            KpSheet *sheet,
                            const KpOfficialLayout *layout,
                            const KpOfficialPart *parts,
                            guint n_parts);
void kp_official_rows_clear (KpOfficialRows *self);
void kp_official_rows_fill (KpOfficialRows *self, KpLength first_top);
KpLength kp_official_rows_get_y (const KpOfficialRows *self, const KpOfficialRow *row);
gboolean kp_official_rows_show_text_first (const KpOfficialRows *self);
KpTextStyle kp_official_rows_get_style (const KpOfficialRows *self, KpOfficialKind kind);

/* ---- head ---- */

/* Greatest and least height of the characters of 发文机关标志, and the step between tries. */
#define KP_OFFICIAL_MARK_MOST KP_PT (45)
#define KP_OFFICIAL_MARK_LEAST KP_PT (24)
#define KP_OFFICIAL_MARK_STEP KP_PT (1)

/* Draws the head, or with DRAWS = FALSE only measures it; gives the upper edge of the title's line. */
KpLength kp_official_head_lay (
    const KpOfficialGrid *grid, const KpOfficialHead *head, KpLength size, gboolean draws);

/* ---- signatures ---- */

KpOfficialSign *kp_official_sign_new (
    const KpOfficialGrid *grid, const char *organs, const char *date, gboolean has_seal);
void kp_official_sign_free (KpOfficialSign *self);
guint kp_official_sign_get_n_lines (const KpOfficialSign *self);
void kp_official_sign_draw (const KpOfficialSign *self, const KpOfficialGrid *grid, KpLength top);

/* ---- colophon ---- */

/* Lines of the grid that it takes. */
guint kp_official_colophon_count_lines (
    const KpOfficialGrid *grid, const KpOfficialColophon *colophon, gboolean is_letter);

/* Draws it so that it ends with the type area. */
void kp_official_colophon_draw (
    const KpOfficialGrid *grid, const KpOfficialColophon *colophon, gboolean is_letter);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpOfficialRows, kp_official_rows_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpOfficialSign, kp_official_sign_free)

G_END_DECLS
