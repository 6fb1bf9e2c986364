/* kp-truetype.h – a small TrueType program of chosen glyphs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <hb.h>

#include "kp-outline.h"

G_BEGIN_DECLS

/* Glyph i + 1 of the program is GLYPHS[i] of FONT; glyph 0 is the missing glyph. */
GByteArray *kp_truetype_new_program (hb_font_t *font, const KpOutlineGlyph *glyphs, guint n_glyphs);

/* A program without glyphs, with the tables that libharu insists on when it loads a font. */
GByteArray *kp_truetype_new_stub (hb_font_t *font, const char *name);

G_END_DECLS
