/* kp-page.h – the page being drawn, in libharu's words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-glyphs.h"
#include "kp-sheet.h"
#include "kp-tags.h"

G_BEGIN_DECLS

/**
 * KpPage:
 *
 * The newest page of a document, and what it was last told. libharu's things go by as pointers, so that only the
 * files that speak to it know their types.
 */
typedef struct _KpPage KpPage;

typedef struct
{
  KpLength x1;
  KpLength y1;
  KpLength x2;
  KpLength y2;
} KpSheetLine;

/* A run of codes of one face. */
typedef struct
{
  guint8 file;      /* whose face the codes belong to */
  KpLength spacing; /* added after each character */
  KpLength x;
  KpLength baseline;
  const char *codes; /* in UTF-8, which is how libharu reads two-byte strings */
} KpPageRun;

/* Of DOCUMENT (HPDF_Doc) and its GLYPHS, both borrowed; without a page. */
KpPage *kp_page_new (gpointer document, KpGlyphs *glyphs);
void kp_page_free (KpPage *self);

/* TAGS (borrowed) say from now on what the drawing means. */
void kp_page_set_tags (KpPage *self, KpTags *tags);

/* Begins a page with objects of its own, NUMBER its own in the file; PARENT (HPDF_Dict) stands for its node. */
void kp_page_begin (KpPage *self, KpPaper paper, gpointer parent, guint32 number);
gboolean kp_page_is_begun (const KpPage *self);
void kp_page_get_size (const KpPage *self, KpLength *width, KpLength *height);
void kp_page_set_bound (KpPage *self, gboolean is_bound);

/* Completes the page's operators; its objects (HPDF_Xref), the first of them the page; and frees them. */
void kp_page_end (KpPage *self);
gpointer kp_page_get_objects (const KpPage *self);
void kp_page_forget (KpPage *self);

/* What is shown between these two copies as TEXT, whatever its glyphs say. */
void kp_page_begin_span (KpPage *self, const char *text, gsize n_bytes);
void kp_page_end_span (KpPage *self);
void kp_page_show_codes (KpPage *self, const KpTextStyle *style, const KpPageRun *run);

/* LINES as one path. */
void kp_page_stroke_lines (
    KpPage *self, KpInk ink, KpLength thickness, gboolean dashed, const KpSheetLine *lines, guint n_lines);
void kp_page_outline (KpPage *self, const KpRect *rect, KpLength thickness);
void kp_page_fill (KpPage *self, const KpRect *rect, KpInk ink);

/* A picture that was checked, RECT of its own shape; the bytes are copied. */
void kp_page_place_jpeg (KpPage *self, const KpRect *rect, GBytes *jpeg);

/* The dark modules (KpQrRun) of a code with N_MODULES in a row and N_QUIET white ones around. */
void kp_page_fill_modules (KpPage *self, const KpRect *square, guint n_modules, guint n_quiet, const GArray *runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPage, kp_page_free)

G_END_DECLS
