/* kp-flow.h – Chinese line breaking and justification, without any PDF.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-paper.h"

G_BEGIN_DECLS

typedef enum
{
  KP_ALIGN_LEFT,
  KP_ALIGN_CENTRE,
  KP_ALIGN_RIGHT,
  KP_ALIGN_JUSTIFY, /* all lines but the last of a paragraph end at the right edge */
  KP_ALIGN_SPREAD,  /* 分散对齐: every line fills the width */
} KpAlign;

/**
 * KpFlowStyle:
 * @width: of the column
 * @size: of a character
 * @pitch: distance of full-width characters; 0 = @size
 * @first_indent: of the first line of each paragraph
 * @rest_indent: of the following lines
 * @align: see #KpAlign
 */
typedef struct
{
  KpLength width;
  KpLength size;
  KpLength pitch;
  KpLength first_indent;
  KpLength rest_indent;
  KpAlign align;
} KpFlowStyle;

/* The natural width of one unit of kp_script_read_unit(): a character with its variation selector, or a whole
 * word of a script that is shaped. */
typedef KpLength (*KpAdvanceFunc) (const char *text, gsize n_bytes, gpointer data);

/* A run of a line: N_BYTES at TEXT, beginning at X from the column's left edge,
 * EXTRA added after each character. */
typedef struct
{
  const char *text;
  gsize n_bytes;
  KpLength x;
  KpLength extra;
} KpFlowPiece;

typedef struct
{
  const char *text; /* first byte */
  gsize n_bytes;
  KpLength indent;
  KpLength width; /* without justification and indent */
  gboolean is_end_of_paragraph;
} KpFlowLine;

typedef void (*KpFlowPieceFunc) (const KpFlowPiece *piece, gpointer data);

typedef struct _KpFlow KpFlow;

/* Breaks TEXT (UTF-8; a newline ends a paragraph) into lines. Copies the text. */
KpFlow *kp_flow_new (const char *text, const KpFlowStyle *style, KpAdvanceFunc advance, gpointer data);
void kp_flow_free (KpFlow *self);

guint kp_flow_get_n_lines (const KpFlow *self);
void kp_flow_get_line (const KpFlow *self, guint index, KpFlowLine *line);

/* Calls FUNC for each run of a line, from left to right. */
void kp_flow_foreach_piece (const KpFlow *self, guint index, KpFlowPieceFunc func, gpointer data);

/* TRUE when a line is wider than the column, since a word that is never cut is. */
gboolean kp_flow_is_overfull (const KpFlow *self);

/* TRUE when a character may not begin (end) a line. */
gboolean kp_flow_is_forbidden_start (gunichar c);
gboolean kp_flow_is_forbidden_end (gunichar c);

/* TRUE for characters that take part in the pitch of a grid (not Latin letters and digits). */
gboolean kp_flow_is_wide (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFlow, kp_flow_free)

G_END_DECLS
