/* kp-outline.h – glyphs of any font as TrueType outlines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

typedef struct
{
  guint n_points;
  guint n_contours;
  gint left; /* least x, in font units */
} KpOutlineInfo;

/* A glyph and where it is put; in font units, y upwards. */
typedef struct
{
  guint32 glyph;
  gint advance;
  gint x;
  gint y;
} KpOutlineGlyph;

typedef struct _KpOutline KpOutline;

KpOutline *kp_outline_new (hb_font_t *font);
void kp_outline_free (KpOutline *self);

/* Appends one glyph in the form of a glyf table; appends nothing for an empty one. */
void kp_outline_append_glyph (KpOutline *self, const KpOutlineGlyph *glyph, GByteArray *out, KpOutlineInfo *info);

/* Big-endian writers. */
void kp_outline_put_u8 (GByteArray *out, guint value);
void kp_outline_put_u16 (GByteArray *out, gint value);
void kp_outline_put_u32 (GByteArray *out, guint32 value);
void kp_outline_pad (GByteArray *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpOutline, kp_outline_free)

G_END_DECLS
