/* kp-glyphs.h – from characters to codes of faces, for one document.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-face.h"
#include "kp-font-set.h"
#include "kp-script.h"

G_BEGIN_DECLS

typedef enum
{
  KP_GLYPH_FOUND,
  KP_GLYPH_INVISIBLE, /* takes no room and is left out */
  KP_GLYPH_MISSING,   /* no font has it */
} KpGlyphState;

typedef struct
{
  guint8 file;
  guint16 code;
  gint advance; /* 1/1000 em */
} KpGlyph;

typedef struct _KpGlyphs KpGlyphs;

KpGlyphs *kp_glyphs_new (gpointer document, KpFontSet *fonts);
void kp_glyphs_free (KpGlyphs *self);

KpGlyphState kp_glyphs_find (KpGlyphs *self, KpFontStyle style, gunichar c, gunichar variant, KpGlyph *glyph);

/* A whole word: KpGlyph from left to right, or NULL and the character that is MISSING. */
GArray *kp_glyphs_shape (
    KpGlyphs *self, KpFontStyle style, KpScript script, const char *text, gsize n_bytes, gunichar *missing);

/* Highest and lowest ink over the baseline, in 1/KP_GLYPHS_EM em. */
#define KP_GLYPHS_EM 10000
gboolean
kp_glyphs_measure_ink (KpGlyphs *self, KpFontStyle style, gunichar c, gunichar variant, gint *top, gint *bottom);

/* The libharu font of a file that a glyph was found in. */
gpointer kp_glyphs_get_handle (const KpGlyphs *self, guint8 file);

gboolean kp_glyphs_embed (KpGlyphs *self);

/* Reads one character with its variation selector, or 0, and moves on. */
gunichar kp_glyphs_read (const char **text, gunichar *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpGlyphs, kp_glyphs_free)

G_END_DECLS
