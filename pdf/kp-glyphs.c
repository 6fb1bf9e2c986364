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

/* Makes the face at its first use; NULL when libharu refused. */
static KpFace *
get_face (KpGlyphs *self, guint file)
{
  if (self->faces[file] == NULL)
    self->faces[file] = kp_face_new (self->document, kp_font_set_get_font (self->fonts, file),
                                     kp_font_set_get_name (self->fonts, file));
  return self->faces[file];
}

static guint32
look_up (KpGlyphs *self, KpFontStyle style, gunichar c, gunichar variant)
{
  guint file = 0;
  guint32 glyph = 0;
  guint16 code;

  if (!kp_font_set_find_glyph (self->fonts, style, c, variant, &file, &glyph))
    return NOT_THERE;
  if (get_face (self, file) == NULL)
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

static hb_buffer_t *
shape (hb_font_t *font, KpScript script, const char *text, gsize n_bytes)
{
  static const struct
  {
    hb_script_t script;
    hb_direction_t direction;
    const char *language;
  } rows[KP_SCRIPT_N] = {
    [KP_SCRIPT_TIBETAN] = { HB_SCRIPT_TIBETAN, HB_DIRECTION_LTR, "bo" },
    [KP_SCRIPT_ARABIC] = { HB_SCRIPT_ARABIC, HB_DIRECTION_RTL, "ug" },
    [KP_SCRIPT_MONGOLIAN] = { HB_SCRIPT_MONGOLIAN, HB_DIRECTION_LTR, "mn" },
  };
  hb_buffer_t *buffer = hb_buffer_create ();

  hb_buffer_add_utf8 (buffer, text, (int) n_bytes, 0, (int) n_bytes);
  hb_buffer_set_script (buffer, rows[script].script);
  hb_buffer_set_direction (buffer, rows[script].direction);
  hb_buffer_set_language (buffer, hb_language_from_string (rows[script].language, -1));
  hb_shape (font, buffer, NULL, 0);
  return buffer;
}

/* The characters that glyph I stands for. Of a cluster of several glyphs, such as a stack and its vowel, each
 * gets one, in the order of reading, and the first what is left over: so the letters stay in the order in which
 * they were written. From right to left the glyphs of a cluster stand in reverse. */
static const char *
find_own_text (const hb_glyph_info_t *infos, guint n, guint i, const char *text, gsize n_bytes, gsize *n_own)
{
  const guint cluster = infos[i].cluster;
  const gboolean is_reversed = infos[0].cluster > infos[n - 1].cluster;
  guint end = (guint) n_bytes;
  guint n_glyphs = 0;
  guint index = 0;
  glong n_letters, first;

  for (guint k = 0; k < n; k++)
    {
      if (infos[k].cluster > cluster)
        end = MIN (end, infos[k].cluster);
      index += infos[k].cluster == cluster && (is_reversed ? k > i : k < i);
      n_glyphs += infos[k].cluster == cluster;
    }
  n_letters = g_utf8_strlen (text + cluster, end - cluster);
  /* Letters of the first glyph. */
  first = MAX (n_letters - (glong) n_glyphs + 1, MIN (n_letters, 1));
  if (index == 0)
    {
      *n_own = (gsize) (g_utf8_offset_to_pointer (text + cluster, first) - (text + cluster));
      return text + cluster;
    }
  text = g_utf8_offset_to_pointer (text + cluster, MIN (first + (glong) index - 1, n_letters));
  *n_own = first + (glong) index - 1 < n_letters ? (gsize) (g_utf8_next_char (text) - text) : 0;
  return text;
}

/* A letter without a width of its own, as the alef of a lam-alef, gets half of what the letter beside it has; the
 * picture stays. Readers lose the place of a letter that has none. */
static void
share_widths (const hb_glyph_info_t *infos, hb_glyph_position_t *positions, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (positions[i].x_advance == 0 && infos[i].cluster != infos[i + 1].cluster)
      {
        const hb_position_t half = positions[i + 1].x_advance / 2;

        positions[i].x_advance = half;
        positions[i + 1].x_advance -= half;
        positions[i + 1].x_offset -= half;
      }
}

/* The glyphs of a shaped buffer as codes. FALSE when one is missing. */
static gboolean
take_glyphs (
    KpGlyphs *self, guint file, hb_buffer_t *buffer, const char *text, gsize n_bytes, GArray *out, gunichar *missing)
{
  guint n = 0;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, &n);
  hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, &n);

  share_widths (infos, positions, n);
  for (guint i = 0; i < n; i++)
    {
      const KpOutlineGlyph outline = { infos[i].codepoint, positions[i].x_advance, positions[i].x_offset,
                                       positions[i].y_offset };
      KpGlyph glyph = { .file = (guint8) file };
      gsize n_own = 0;
      const char *own = find_own_text (infos, n, i, text, n_bytes, &n_own);

      *missing = g_utf8_get_char (text + infos[i].cluster);
      glyph.code = infos[i].codepoint != 0 ? kp_face_get_shaped_code (self->faces[file], &outline, own, n_own) : 0;
      if (glyph.code == 0)
        return FALSE;
      glyph.advance = kp_face_get_advance (self->faces[file], glyph.code);
      g_array_append_val (out, glyph);
    }
  return TRUE;
}

/**
 * kp_glyphs_shape:
 * @self: a table
 * @style: a style
 * @script: of the whole word
 * @text: a word
 * @n_bytes: of @text
 * @missing: (out): the first character that can't be shown
 *
 * Shapes a word, and notes its glyphs for embedding.
 *
 * Returns: (transfer full) (nullable): #KpGlyph from left to right, to be shown
 *   side by side; or %NULL when the font isn't installed or lacks a character.
 */
GArray *
kp_glyphs_shape (
    KpGlyphs *self, KpFontStyle style, KpScript script, const char *text, gsize n_bytes, gunichar *missing)
{
  g_autoptr (GArray) shaped = g_array_new (FALSE, FALSE, sizeof (KpGlyph));
  guint file = 0;
  hb_buffer_t *buffer;
  gboolean is_whole;

  *missing = g_utf8_get_char (text);
  if (!kp_font_set_find_script (self->fonts, style, script, &file) || get_face (self, file) == NULL)
    return NULL;
  buffer = shape (kp_font_set_get_font (self->fonts, file), script, text, n_bytes);
  is_whole = take_glyphs (self, file, buffer, text, n_bytes, shaped, missing);
  hb_buffer_destroy (buffer);
  return is_whole ? g_steal_pointer (&shaped) : NULL;
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
