/* kp-glyphs.c – from characters to codes of faces, for one document.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-glyphs.h"

#include "kp-font-set-private.h"
#include "kp-ink.h"

#define BLOCK_SIZE 256
#define N_BLOCKS (0x110000 / BLOCK_SIZE)

/* A known character: file + 1 in the upper half, code in the lower. */
#define NOT_ASKED 0U
#define NOT_THERE G_MAXUINT32

typedef guint32 *Table[N_BLOCKS];

struct _KpGlyphs
{
  gpointer document;
  KpFontSet *fonts;
  KpFace *faces[KP_FONT_SET_MAX_FILES]; /* made at the first use */
  Table known[KP_FONT_N_STYLES];
};

/**
 * kp_glyphs_new:
 * @document: a libharu document; outlives the result
 * @fonts: the machine's fonts
 *
 * Returns: (transfer full): a table without characters.
 */
KpGlyphs *
kp_glyphs_new (gpointer document, KpFontSet *fonts)
{
  KpGlyphs *self = g_new0 (KpGlyphs, 1);

  self->document = document;
  self->fonts = kp_font_set_ref (fonts);
  return self;
}

/**
 * kp_glyphs_free:
 * @self: (nullable): a table
 *
 * Frees the table and its faces.
 */
void
kp_glyphs_free (KpGlyphs *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->faces); i++)
    kp_face_free (self->faces[i]);
  for (guint style = 0; style < KP_FONT_N_STYLES; style++)
    for (guint i = 0; i < N_BLOCKS; i++)
      g_free (self->known[style][i]);
  kp_font_set_unref (self->fonts);
  g_free (self);
}

static gboolean
is_blank (gunichar c)
{
  return c == '\t' || c == '\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

static guint32
look_up (KpGlyphs *self, KpFontStyle style, gunichar c, gunichar variant)
{
  guint file = 0;
  guint32 glyph = 0;
  guint16 code;

  if (!kp_font_set_find_glyph (self->fonts, style, c, variant, &file, &glyph))
    return NOT_THERE;
  if (self->faces[file] == NULL)
    self->faces[file] = kp_face_new (self->document, kp_font_set_get_font (self->fonts, file),
                                     kp_font_set_get_name (self->fonts, file));
  if (self->faces[file] == NULL)
    return NOT_THERE;

  code = kp_face_get_code (self->faces[file], glyph, c, variant);
  return code != 0 ? ((guint32) (file + 1) << 16) | code : NOT_THERE;
}

static guint32
look_up_known (KpGlyphs *self, KpFontStyle style, gunichar c)
{
  guint32 **block = &self->known[style][c / BLOCK_SIZE];
  guint32 *entry;

  if (*block == NULL)
    *block = g_new0 (guint32, BLOCK_SIZE);
  entry = &(*block)[c % BLOCK_SIZE];
  if (*entry == NOT_ASKED)
    *entry = look_up (self, style, c, 0);
  return *entry;
}

/**
 * kp_glyphs_find:
 * @self: a table
 * @style: a style
 * @c: a character; tabs, newlines and odd blanks count as a space
 * @variant: a variation selector, or 0
 * @glyph: (out): set when found
 *
 * Finds how a character is shown, and notes it for embedding.
 *
 * Returns: whether there is something to show.
 */
KpGlyphState
kp_glyphs_find (KpGlyphs *self, KpFontStyle style, gunichar c, gunichar variant, KpGlyph *glyph)
{
  guint32 found;

  if (is_blank (c))
    c = ' ';
  if (kp_font_set_is_invisible (c))
    return KP_GLYPH_INVISIBLE;
  found = variant == 0 ? look_up_known (self, style, c) : look_up (self, style, c, variant);
  if (found == NOT_THERE)
    return KP_GLYPH_MISSING;

  glyph->file = (guint8) ((found >> 16) - 1);
  glyph->code = (guint16) found;
  glyph->advance = kp_face_get_advance (self->faces[glyph->file], glyph->code);
  return KP_GLYPH_FOUND;
}

/**
 * kp_glyphs_measure_ink:
 * @self: a table
 * @style: a style
 * @c: a character
 * @variant: a variation selector, or 0
 * @top: (out): highest ink over the baseline in 1/%KP_GLYPHS_EM em
 * @bottom: (out): lowest ink, likewise; below the baseline it is negative
 *
 * Returns: %FALSE when the character has no ink or no font has it.
 */
gboolean
kp_glyphs_measure_ink (KpGlyphs *self, KpFontStyle style, gunichar c, gunichar variant, gint *top, gint *bottom)
{
  hb_font_t *font;
  guint file = 0;
  guint32 glyph = 0;
  gint64 em;

  if (!kp_font_set_find_glyph (self->fonts, style, c, variant, &file, &glyph))
    return FALSE;
  font = kp_font_set_get_font (self->fonts, file);
  if (!kp_ink_measure (font, glyph, top, bottom))
    return FALSE;
  em = hb_face_get_upem (hb_font_get_face (font));
  *top = (gint) ((gint64) *top * KP_GLYPHS_EM / em);
  *bottom = (gint) ((gint64) *bottom * KP_GLYPHS_EM / em);
  return TRUE;
}

/**
 * kp_glyphs_get_handle:
 * @self: a table
 * @file: of a glyph that was found
 *
 * Returns: (transfer none): the HPDF_Font to select.
 */
gpointer
kp_glyphs_get_handle (const KpGlyphs *self, guint8 file)
{
  return kp_face_get_handle (self->faces[file]);
}

/**
 * kp_glyphs_embed:
 * @self: a table of a document that is about to be saved
 *
 * Embeds all that was found. Call once.
 *
 * Returns: %FALSE when libharu refused.
 */
gboolean
kp_glyphs_embed (KpGlyphs *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->faces); i++)
    if (self->faces[i] != NULL && !kp_face_embed (self->faces[i]))
      return FALSE;
  return TRUE;
}

/**
 * kp_glyphs_read:
 * @text: (inout): valid UTF-8, not at its end; is moved behind what was read
 * @variant: (out): the variation selector after the character, or 0
 *
 * Returns: the character.
 */
gunichar
kp_glyphs_read (const char **text, gunichar *variant)
{
  gunichar c = g_utf8_get_char (*text);
  gunichar next;

  *text = g_utf8_next_char (*text);
  next = g_utf8_get_char (*text);
  *variant = 0;
  if ((next >= 0xFE00 && next <= 0xFE0F) || (next >= 0xE0100 && next <= 0xE01EF))
    {
      *variant = next;
      *text = g_utf8_next_char (*text);
    }
  return c;
}
