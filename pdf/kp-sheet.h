/* kp-sheet.h – a document of pages that forms draw on; the only way to a PDF.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-font-set.h"
#include "kp-paper.h"

G_BEGIN_DECLS

/**
 * KpSheet:
 *
 * One PDF document being drawn. A batch of tickets is one sheet: each form
 * adds its pages at the end. Belongs to one thread.
 *
 * Drawing functions return nothing. The first failure (a character that no
 * font has, a text too wide for its box, a damaged picture, a refusal by
 * libharu) is kept, all later drawing does nothing, and kp_sheet_check() hands
 * the error out; saving checks by itself. So a form draws a block and then
 * says `return kp_sheet_check (sheet, error);`.
 */
typedef struct _KpSheet KpSheet;

typedef enum
{
  KP_INK_BLACK,
  KP_INK_GREY,  /* hints, cut marks */
  KP_INK_LIGHT, /* fill behind headings */
  KP_INK_RED,   /* issuer and rule of an official paper */
  KP_INK_WHITE,
} KpInk;

/* What is drawn means, for readers aloud and programs: see kp-tags.c. Without one, text is a paragraph and a line none. */
typedef enum
{
  KP_TAG_DOCUMENT, /* the whole, which nobody begins */
  KP_TAG_SECTION,  /* one ticket of many */
  KP_TAG_HEADING, /* of the whole */
  KP_TAG_HEADING_2,
  KP_TAG_HEADING_3,
  KP_TAG_PARAGRAPH,
  KP_TAG_TABLE,
  KP_TAG_ROW,
  KP_TAG_HEAD_CELL,
  KP_TAG_CELL,
  KP_TAG_FIGURE,
  KP_TAG_ARTIFACT, /* heads and feet, which stand on each page */
} KpTag;

/**
 * KpTextStyle:
 * @font: which kind of type
 * @size: height of a character
 * @pitch: distance of full-width characters; 0 = @size
 * @ink: colour
 */
typedef struct
{
  KpFontStyle font;
  KpLength size;
  KpLength pitch;
  KpInk ink;
} KpTextStyle;

/* TITLE (nullable) goes into the document's information. Free with kp_sheet_free(). */
KpSheet *kp_sheet_new (KpFontSet *fonts, const char *title);
void kp_sheet_free (KpSheet *self);

/* The same straight into a file, in constant memory; to be ended by kp_sheet_finish(). */
KpSheet *kp_sheet_new_for_file (KpFontSet *fonts, const char *title, const char *path, GError **error);

/* Notes which paper it is (its code), how far the journal was, and seals the document by KEY; before the end. */
void kp_sheet_set_paper (KpSheet *self, const char *code, const char *journal, const char *key);

/* For archives: PDF/A-2b, tagged. Before the first page. */
void kp_sheet_set_archive (KpSheet *self);

/* Begins a page; drawing goes to the newest page. */
void kp_sheet_add_page (KpSheet *self, KpPaper paper);
guint kp_sheet_get_n_pages (const KpSheet *self);
void kp_sheet_get_page_size (KpSheet *self, KpLength *width, KpLength *height);

/* Whose paper and which field is being drawn, for error texts: never a person's
 * name, but "准考证 26010132“姓名”". NULL = nothing special. Copied. */
void kp_sheet_set_place (KpSheet *self, const char *place);

/* Around what is drawn, over pages, too; each one ended in turn. A cell of a table may lie over N_COLUMNS. */
void kp_sheet_begin_tag (KpSheet *self, KpTag tag);
void kp_sheet_begin_wide_cell (KpSheet *self, KpTag tag, guint n_columns);
void kp_sheet_end_tag (KpSheet *self);

/* One line of text with its baseline at (x, baseline); no wrapping, no shrinking. */
void kp_sheet_text (KpSheet *self, const KpTextStyle *style, KpLength x, KpLength baseline, const char *text);

/* The same for N bytes (-1 = all) with EXTRA added after each character. */
void kp_sheet_text_spaced (KpSheet *self,
                           const KpTextStyle *style,
                           KpLength x,
                           KpLength baseline,
                           const char *text,
                           gssize n_bytes,
                           KpLength extra);

/* Width that kp_sheet_text() would take. A missing character counts as one em. */
KpLength kp_sheet_measure (KpSheet *self, const KpTextStyle *style, const char *text);

/* Width of one unit of kp_script_read_unit(): a character, or a word that is shaped. */
KpLength kp_sheet_measure_unit (KpSheet *self, const KpTextStyle *style, const char *text, gsize n_bytes);

/* How far the ink of a text reaches above and below its baseline; what a ruler finds on the paper. */
void kp_sheet_measure_ink (
    KpSheet *self, const KpTextStyle *style, const char *text, KpLength *above, KpLength *below);

/* TRUE: text is placed as on the upright page that a landscape page is bound into as a leaf, head to the left. */
void kp_sheet_set_bound (KpSheet *self, gboolean is_bound);

/* Lines are THICKNESS wide, half on each side of the given place. */
void kp_sheet_line (KpSheet *self, KpLength x1, KpLength y1, KpLength x2, KpLength y2, KpLength thickness);
void
kp_sheet_dashed_line (KpSheet *self, KpLength x1, KpLength y1, KpLength x2, KpLength y2, KpLength thickness);
void kp_sheet_ink_line (
    KpSheet *self, KpInk ink, KpLength x1, KpLength y1, KpLength x2, KpLength y2, KpLength thickness);
void kp_sheet_rect (KpSheet *self, const KpRect *rect, KpLength thickness);
void kp_sheet_fill (KpSheet *self, const KpRect *rect, KpInk ink);

/* Rules of a table: at each x of XS over the height, at each y of YS over the width of the outermost. */
void kp_sheet_rules (
    KpSheet *self, const KpLength *xs, guint n_xs, const KpLength *ys, guint n_ys, KpLength thickness);

/* A JPEG as large as possible inside BOX, centred, its shape kept. Borrows the bytes during the call. */
void kp_sheet_jpeg (KpSheet *self, const KpRect *box, GBytes *jpeg);

/* A QR code with its quiet zone inside BOX (a square is used, at the upper left). */
void kp_sheet_qr (KpSheet *self, const KpRect *box, const char *text);

/* Keeps ERROR (taken over) as the sheet's failure unless there is one. */
void kp_sheet_fail (KpSheet *self, GError *error);

/* Keeps an error that begins with the current place. */
void kp_sheet_fail_at_place (KpSheet *self, gint code, const char *message);

/* FALSE and the first failure, a copy, when anything went wrong so far. */
gboolean kp_sheet_check (KpSheet *self, GError **error);

/* Ends a document that goes into a file: PATH is then the whole new one, or on FALSE the old one. */
gboolean kp_sheet_finish (KpSheet *self, GError **error);

/* The finished document; the same bytes at each call. No drawing afterwards. */
GBytes *kp_sheet_dup_bytes (KpSheet *self, GError **error);

/* Writes the finished document so that PATH is the old file or the whole new one. */
gboolean kp_sheet_save (KpSheet *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSheet, kp_sheet_free)

G_END_DECLS
