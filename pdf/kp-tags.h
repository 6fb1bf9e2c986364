/* kp-tags.h – what the marks on the pages mean: the structure tree of a tagged PDF.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-pdf-output.h"
#include "kp-sheet.h"

G_BEGIN_DECLS

/**
 * KpTags:
 *
 * The structure of one document (ISO 32000-1, 14.7 and 14.8): elements are begun and ended around what is drawn, each
 * is written when it ends, and of those that ended only their place in the one around them stays.
 */
typedef struct _KpTags KpTags;

/* OUTPUT is borrowed. */
KpTags *kp_tags_new (KpPdfOutput *output);
void kp_tags_free (KpTags *self);

/* N_COLUMNS of a cell over several, else 1; ALT (nullable) of a figure. */
void kp_tags_begin (KpTags *self, KpTag tag, guint n_columns, const char *alt);
void kp_tags_end (KpTags *self);

/* NUMBER is the page's; gives the page's place among the parents. */
guint kp_tags_begin_page (KpTags *self, guint32 number);
void kp_tags_end_page (KpTags *self);

/* What to write before text or a path that is drawn now, NULL when nothing; and before text or path begins or ends. */
char *kp_tags_dup_open (KpTags *self, gboolean is_text);
const char *kp_tags_close (KpTags *self);

/* Ends all, between two objects of the output; the number of the tree's root. */
guint32 kp_tags_write (KpTags *self);

/* "<FEFF…>", a text as PDF has it. */
char *kp_tags_dup_text (const char *text, gsize n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTags, kp_tags_free)

G_END_DECLS
