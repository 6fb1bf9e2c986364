/* kp-text.h – texts in boxes: one line, shrunk or wrapped, and blocks of lines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-flow.h"
#include "kp-sheet.h"

G_BEGIN_DECLS

/**
 * KpFit:
 * @KP_FIT_EXACT: too wide is an error
 * @KP_FIT_SHRINK: one line, smaller down to half the size; then an error
 * @KP_FIT_WRAP: one line shrunk to 80 %; then as many lines as the box holds, smaller down to half; then an
 * error
 */
typedef enum
{
  KP_FIT_EXACT,
  KP_FIT_SHRINK,
  KP_FIT_WRAP,
} KpFit;

/**
 * KpBlockStyle:
 * @text: type, size, ink
 * @leading: distance of lines; 0 = 1.5 times the size
 * @first_indent: of each paragraph's first line
 * @rest_indent: of its other lines
 * @align: see #KpAlign
 */
typedef struct
{
  KpTextStyle text;
  KpLength leading;
  KpLength first_indent;
  KpLength rest_indent;
  KpAlign align;
} KpBlockStyle;

/* A short text in the middle of BOX's height. NULL or "" draws nothing. */
void kp_text_draw_fitted (
    KpSheet *sheet, const KpTextStyle *style, const KpRect *box, KpAlign align, KpFit fit, const char *text);

/* A text of several lines from the top of BOX; gives the height used. Too high is an error. */
KpLength kp_text_draw_block (KpSheet *sheet, const KpBlockStyle *style, const KpRect *box, const char *text);

/* The same in the middle of the box's height. */
void kp_text_draw_middle_block (KpSheet *sheet, const KpBlockStyle *style, const KpRect *box, const char *text);

/* The height that kp_text_draw_block() needs for a column of WIDTH. */
KpLength kp_text_measure_block (KpSheet *sheet, const KpBlockStyle *style, KpLength width, const char *text);

/* The lines of TEXT for a column of WIDTH, to be drawn one by one. */
KpFlow *kp_text_break_block (KpSheet *sheet, const KpBlockStyle *style, KpLength width, const char *text);

/* The lines of a title, as a trapezoid or a diamond; newlines in TEXT break it where the writer wants. */
KpFlow *kp_text_break_title (KpSheet *sheet, const KpTextStyle *style, KpLength width, const char *text);

/* TRUE when a line that ends before AT would cut a word of titles. */
gboolean kp_text_cuts_word (const char *text, const char *at);

/* Line INDEX of a broken text with the column's left edge at X. */
void kp_text_draw_line (
    KpSheet *sheet, const KpTextStyle *style, const KpFlow *flow, guint index, KpLength x, KpLength baseline);

G_END_DECLS
