/* kp-truetype.c – a small TrueType program of chosen glyphs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-truetype.h"

#include <string.h>

/* In the order of their tags, as the file format demands. */
typedef enum
{
  TABLE_OS2,
  TABLE_CMAP,
  TABLE_GLYF,
  TABLE_HEAD,
  TABLE_HHEA,
  TABLE_HMTX,
  TABLE_LOCA,
  TABLE_MAXP,
  TABLE_NAME,
  TABLE_POST,
  N_TABLES,
} Table;

static const char tags[N_TABLES][5] = {
  "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post",
};

#define CHECKSUM_MAGIC 0xB1B0AFBAU
#define CHECKSUM_OFFSET_IN_HEAD 8

typedef struct
{
  GByteArray *tables[N_TABLES]; /* an empty one isn't written */
  gint upem;
  gint ascender;
  gint descender;
  gint n_glyphs; /* with the missing glyph */
  guint max_points;
  guint max_contours;
} Program;

static void
program_init (Program *self, hb_font_t *font, guint n_glyphs)
{
  hb_font_extents_t extents = { 0 };

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < N_TABLES; i++)
    self->tables[i] = g_byte_array_new ();
  self->upem = (gint) hb_face_get_upem (hb_font_get_face (font));
  self->n_glyphs = (gint) n_glyphs + 1;
  self->ascender = self->upem * 88 / 100;
  self->descender = -self->upem * 12 / 100;
  if (hb_font_get_h_extents (font, &extents))
    {
      self->ascender = extents.ascender;
      self->descender = extents.descender;
    }
}

static void
program_clear (Program *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    g_byte_array_unref (self->tables[i]);
}

static void
put_zeroes (GByteArray *out, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    kp_outline_put_u16 (out, 0);
}

static void
add_glyph (Program *self, KpOutline *outline, const KpOutlineGlyph *glyph)
{
  KpOutlineInfo info;

  kp_outline_put_u32 (self->tables[TABLE_LOCA], self->tables[TABLE_GLYF]->len);
  kp_outline_append_glyph (outline, glyph, self->tables[TABLE_GLYF], &info);
  kp_outline_put_u16 (self->tables[TABLE_HMTX], glyph->advance);
  kp_outline_put_u16 (self->tables[TABLE_HMTX], info.left);
  self->max_points = MAX (self->max_points, info.n_points);
  self->max_contours = MAX (self->max_contours, info.n_contours);
}

/* Dates stay zero: same input, same bytes. */
static void
put_head (Program *self)
{
  GByteArray *out = self->tables[TABLE_HEAD];

  kp_outline_put_u32 (out, 0x00010000);
  kp_outline_put_u32 (out, 0x00010000);
  kp_outline_put_u32 (out, 0);
  kp_outline_put_u32 (out, 0x5F0F3CF5);
  kp_outline_put_u16 (out, 3);
  kp_outline_put_u16 (out, self->upem);
  put_zeroes (out, 8);
  kp_outline_put_u16 (out, 0);
  kp_outline_put_u16 (out, self->descender);
  kp_outline_put_u16 (out, self->upem);
  kp_outline_put_u16 (out, self->ascender);
  kp_outline_put_u16 (out, 0);
  kp_outline_put_u16 (out, 8);
  kp_outline_put_u16 (out, 2);
  kp_outline_put_u16 (out, 1);
  kp_outline_put_u16 (out, 0);
}

static void
put_hhea (Program *self)
{
  GByteArray *out = self->tables[TABLE_HHEA];

  kp_outline_put_u32 (out, 0x00010000);
  kp_outline_put_u16 (out, self->ascender);
  kp_outline_put_u16 (out, self->descender);
  kp_outline_put_u16 (out, 0);
  kp_outline_put_u16 (out, self->upem);
  put_zeroes (out, 3);
  kp_outline_put_u16 (out, 1);
  put_zeroes (out, 7);
  kp_outline_put_u16 (out, self->n_glyphs);
}

static void
put_maxp (Program *self)
{
  GByteArray *out = self->tables[TABLE_MAXP];

  kp_outline_put_u32 (out, 0x00010000);
  kp_outline_put_u16 (out, self->n_glyphs);
  kp_outline_put_u16 (out, (gint) self->max_points);
  kp_outline_put_u16 (out, (gint) self->max_contours);
  put_zeroes (out, 2);
  kp_outline_put_u16 (out, 2);
  put_zeroes (out, 8);
}

/* Format 4 with one segment that maps no character but U+0001 to the missing glyph. */
static void
put_stub_cmap (GByteArray *out)
{
  static const gint words[] = { 0, 1, 3, 1,      0, 12, 4,      32,     0, 4, 4,
                                1, 0, 1, 0xFFFF, 0, 1,  0xFFFF, 0xFFFF, 1, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    kp_outline_put_u16 (out, words[i]);
}

/* Names 2 and 6 are those that libharu reads. */
static void
put_stub_name (GByteArray *out, const char *name)
{
  static const gint ids[] = { 1, 2, 4, 6 };
  const char *texts[] = { name, "Regular", name, name };
  gint offset = 0;

  kp_outline_put_u16 (out, 0);
  kp_outline_put_u16 (out, G_N_ELEMENTS (ids));
  kp_outline_put_u16 (out, 6 + 12 * G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      kp_outline_put_u16 (out, 1);
      put_zeroes (out, 2);
      kp_outline_put_u16 (out, ids[i]);
      kp_outline_put_u16 (out, (gint) strlen (texts[i]));
      kp_outline_put_u16 (out, offset);
      offset += (gint) strlen (texts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_byte_array_append (out, (const guint8 *) texts[i], (guint) strlen (texts[i]));
}

static void
put_stub_tables (Program *self, const char *name)
{
  GByteArray *os2 = self->tables[TABLE_OS2];

  put_stub_cmap (self->tables[TABLE_CMAP]);
  put_stub_name (self->tables[TABLE_NAME], name);
  kp_outline_put_u16 (os2, 1);
  kp_outline_put_u16 (os2, self->upem);
  kp_outline_put_u16 (os2, 400);
  kp_outline_put_u16 (os2, 5);
  put_zeroes (os2, 39);
  kp_outline_put_u32 (self->tables[TABLE_POST], 0x00030000);
  put_zeroes (self->tables[TABLE_POST], 14);
}

static guint32
checksum (const guint8 *bytes, gsize n)
{
  guint32 sum = 0;

  for (gsize i = 0; i < n; i += 4)
    {
      guint32 word = 0;

      for (gsize k = 0; k < 4; k++)
        word = (word << 8) | (i + k < n ? bytes[i + k] : 0);
      sum += word;
    }
  return sum;
}

static void
put_directory_head (GByteArray *out, gint n_tables)
{
  gint power = 1;
  gint log = 0;

  for (; power * 2 <= n_tables; power *= 2)
    log++;
  kp_outline_put_u32 (out, 0x00010000);
  kp_outline_put_u16 (out, n_tables);
  kp_outline_put_u16 (out, power * 16);
  kp_outline_put_u16 (out, log);
  kp_outline_put_u16 (out, (n_tables - power) * 16);
}

static GByteArray *
assemble (const Program *self)
{
  GByteArray *out = g_byte_array_new ();
  guint32 offset = 12;
  guint32 head_offset = 0;
  guint32 adjustment;
  gint n_tables = 0;

  for (guint i = 0; i < N_TABLES; i++)
    n_tables += self->tables[i]->len > 0;
  put_directory_head (out, n_tables);
  offset += 16 * (guint32) n_tables;
  for (guint i = 0; i < N_TABLES; i++)
    {
      const GByteArray *table = self->tables[i];

      if (table->len == 0)
        continue;
      if (i == TABLE_HEAD)
        head_offset = offset;
      g_byte_array_append (out, (const guint8 *) tags[i], 4);
      kp_outline_put_u32 (out, checksum (table->data, table->len));
      kp_outline_put_u32 (out, offset);
      kp_outline_put_u32 (out, table->len);
      offset += (table->len + 3) & ~3U;
    }
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_byte_array_append (out, self->tables[i]->data, self->tables[i]->len);
      kp_outline_pad (out);
    }
  adjustment = CHECKSUM_MAGIC - checksum (out->data, out->len);
  for (guint i = 0; i < 4; i++)
    out->data[head_offset + CHECKSUM_OFFSET_IN_HEAD + i] = (guint8) (adjustment >> (24 - 8 * i));
  return out;
}

static void
finish_tables (Program *self)
{
  kp_outline_put_u32 (self->tables[TABLE_LOCA], self->tables[TABLE_GLYF]->len);
  if (self->tables[TABLE_GLYF]->len == 0)
    kp_outline_put_u32 (self->tables[TABLE_GLYF], 0);
  put_head (self);
  put_hhea (self);
  put_maxp (self);
}

/**
 * kp_truetype_new_program:
 * @font: scaled to its own units
 * @glyphs: @n_glyphs glyphs of @font
 * @n_glyphs: below 65535
 *
 * A font program that holds the missing glyph and then the given ones in
 * their order, ready to be embedded as a CIDFontType2. Same input, same bytes.
 *
 * Returns: (transfer full): the bytes.
 */
GByteArray *
kp_truetype_new_program (hb_font_t *font, const KpOutlineGlyph *glyphs, guint n_glyphs)
{
  g_autoptr (KpOutline) outline = kp_outline_new (font);
  GByteArray *out;
  Program program;

  program_init (&program, font, n_glyphs);
  add_glyph (&program, outline, &(KpOutlineGlyph){ .advance = hb_font_get_glyph_h_advance (font, 0) });
  for (guint i = 0; i < n_glyphs; i++)
    add_glyph (&program, outline, &glyphs[i]);
  finish_tables (&program);
  out = assemble (&program);
  program_clear (&program);
  return out;
}

/**
 * kp_truetype_new_stub:
 * @font: gives the vertical measures
 * @name: PostScript name, ASCII
 *
 * What libharu can load as a font before the glyphs are known. The missing
 * glyph is one em wide: libharu leaves out text that measures nothing.
 *
 * Returns: (transfer full): the bytes.
 */
GByteArray *
kp_truetype_new_stub (hb_font_t *font, const char *name)
{
  g_autoptr (KpOutline) outline = kp_outline_new (font);
  GByteArray *out;
  Program program;

  program_init (&program, font, 0);
  add_glyph (&program, outline, &(KpOutlineGlyph){ .advance = program.upem });
  finish_tables (&program);
  put_stub_tables (&program, name);
  out = assemble (&program);
  program_clear (&program);
  return out;
}
