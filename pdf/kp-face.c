/* kp-face.c – one font file as a font inside one document.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libharu's own way with fonts ends at U+FFFF, knows only glyf outlines, drops nested composite glyphs and
 * copies whole tables. A face goes around all of it: characters get codes 1, 2, 3, … in the order of their
 * first use; a stub font stands in while pages are drawn; before saving it is replaced by one TrueType
 * program of just those glyphs (code = glyph), with their widths and a map back to characters, also beyond
 * U+FFFF.
 *
 * This uses parts of libharu that the library exports but does not promise (2.3 and 2.4 have them alike):
 * they stay in this file. */

#include "kp-face.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_font.h>
#include <hpdf_fontdef.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <string.h>

#include "kp-outline.h"
#include "kp-truetype.h"

#define DEFAULT_ADVANCE 1000
#define MAPS_PER_BLOCK 100

typedef struct
{
  gunichar c;
  gunichar variant;
  gint advance;     /* 1/1000 em */
  const char *text; /* (nullable): of a shaped glyph, instead of @c; kept in by_text */
} Code;

struct _KpFace
{
  HPDF_Doc document;
  HPDF_Font handle;
  hb_font_t *font;
  char *name;
  GArray *codes;            /* Code; the first one is the missing glyph */
  GArray *glyphs;           /* KpOutlineGlyph, beside codes from the second on */
  GHashTable *by_character; /* gint64 character and variant → code */
  GHashTable *by_text;      /* "GLYPH,ADVANCE,X,Y TEXT" of shaped glyphs → code */
};

/* Makes libharu's font object around a stub. */
static gboolean
attach_stub (KpFace *self)
{
  g_autoptr (GByteArray) stub = kp_truetype_new_stub (self->font, self->name);
  HPDF_Stream stream = HPDF_MemStream_New (self->document->mmgr, 4096);
  HPDF_FontDef definition;

  if (stream == NULL || HPDF_Stream_Write (stream, stub->data, stub->len) != HPDF_OK)
    return FALSE;
  definition = HPDF_TTFontDef_Load (self->document->mmgr, stream, HPDF_TRUE);
  if (definition == NULL || HPDF_Doc_RegisterFontDef (self->document, definition) != HPDF_OK)
    return FALSE;
  self->handle = HPDF_GetFont (self->document, definition->base_font, "UTF-8");
  return self->handle != NULL;
}

/**
 * kp_face_new:
 * @document: an HPDF_Doc with UTF encodings in use; outlives the face
 * @font: an immutable font, scaled to its own units; outlives the face
 * @name: PostScript name, ASCII, unique in the document
 *
 * Returns: (transfer full) (nullable): the face, or %NULL when libharu refused
 *   it; the reason is then the document's own error.
 */
KpFace *
kp_face_new (gpointer document, hb_font_t *font, const char *name)
{
  g_autoptr (KpFace) self = g_new0 (KpFace, 1);
  Code missing = { 0, 0, DEFAULT_ADVANCE, NULL };

  self->document = document;
  self->font = font;
  self->name = g_strdup (name);
  self->codes = g_array_new (FALSE, FALSE, sizeof (Code));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (KpOutlineGlyph));
  self->by_character = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (self->codes, missing);
  return attach_stub (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * kp_face_free:
 * @self: (nullable): a face
 *
 * Frees what isn't the document's.
 */
void
kp_face_free (KpFace *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_array_unref (self->codes);
  g_array_unref (self->glyphs);
  g_hash_table_unref (self->by_character);
  g_hash_table_unref (self->by_text);
  g_free (self);
}

/**
 * kp_face_get_handle:
 * @self: a face
 *
 * Returns: (transfer none): the HPDF_Font to select when drawing.
 */
gpointer
kp_face_get_handle (const KpFace *self)
{
  return self->handle;
}

/* The next code; 0 = all are used up. */
static guint16
add_code (KpFace *self, const KpOutlineGlyph *glyph, Code code)
{
  gint64 upem = hb_face_get_upem (hb_font_get_face (self->font));

  if (self->codes->len > KP_FACE_MAX_CODES)
    return 0;

  code.advance = (gint) ((1000 * (gint64) glyph->advance + upem / 2) / upem);
  g_array_append_val (self->codes, code);
  g_array_append_vals (self->glyphs, glyph, 1);
  return (guint16) (self->codes->len - 1);
}

/**
 * kp_face_get_code:
 * @self: a face
 * @glyph: glyph that prints the character
 * @c: a character
 * @variant: its variation selector, or 0
 *
 * Returns: the code that shows the character, to be written in UTF-8; 0 when
 *   %KP_FACE_MAX_CODES are used up.
 */
guint16
kp_face_get_code (KpFace *self, guint32 glyph, gunichar c, gunichar variant)
{
  gint64 key = ((gint64) c << 32) | variant;
  gpointer found = g_hash_table_lookup (self->by_character, &key);
  KpOutlineGlyph outline = { .glyph = glyph };
  guint16 code;

  if (found != NULL)
    return (guint16) GPOINTER_TO_UINT (found);
  outline.advance = hb_font_get_glyph_h_advance (self->font, glyph);
  code = add_code (self, &outline, (Code){ c, variant, 0, NULL });
  if (code != 0)
    g_hash_table_insert (self->by_character, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (code));
  return code;
}

/**
 * kp_face_get_shaped_code:
 * @self: a face
 * @glyph: a glyph that shaping gave, and where it put it
 * @text: the characters that it stands for, maybe none; UTF-8, copied
 * @n_bytes: of @text
 *
 * The place goes into the outline, so that a word is one row of codes: readers
 * take letters that are moved about on the page for several words.
 *
 * Returns: the code that shows the glyph and copies as @text; 0 when
 *   %KP_FACE_MAX_CODES are used up.
 */
guint16
kp_face_get_shaped_code (KpFace *self, const KpOutlineGlyph *glyph, const char *text, gsize n_bytes)
{
  g_autofree char *key =
      g_strdup_printf ("%u,%d,%d,%d %.*s", glyph->glyph, glyph->advance, glyph->x, glyph->y, (int) n_bytes, text);
  gpointer found = g_hash_table_lookup (self->by_text, key);
  guint16 code;

  if (found != NULL)
    return (guint16) GPOINTER_TO_UINT (found);
  code = add_code (self, glyph, (Code){ 0, 0, 0, strchr (key, ' ') + 1 });
  if (code != 0)
    g_hash_table_insert (self->by_text, g_steal_pointer (&key), GUINT_TO_POINTER (code));
  return code;
}

/**
 * kp_face_get_advance:
 * @self: a face
 * @code: from kp_face_get_code()
 *
 * Returns: the width of the code's glyph in 1/1000 em.
 */
gint
kp_face_get_advance (const KpFace *self, guint16 code)
{
  return g_array_index (self->codes, Code, code).advance;
}

static void
append_utf16 (GString *out, gunichar c)
{
  if (c >= 0x10000)
    g_string_append_printf (out, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10),
                            0xDC00 + ((c - 0x10000) & 0x3FF));
  else if (c != 0)
    g_string_append_printf (out, "%04X", c);
}

static GString *
new_unicode_map (const KpFace *self)
{
  GString *out = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                               "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint first = 1; first < self->codes->len; first += MAPS_PER_BLOCK)
    {
      guint end = MIN (first + MAPS_PER_BLOCK, self->codes->len);

      g_string_append_printf (out, "%u beginbfchar\n", end - first);
      for (guint i = first; i < end; i++)
        {
          const Code *code = &g_array_index (self->codes, Code, i);

          g_string_append_printf (out, "<%04X> <", i);
          append_utf16 (out, code->c);
          append_utf16 (out, code->variant);
          for (const char *p = code->text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
            append_utf16 (out, g_utf8_get_char (p));
          g_string_append (out, ">\n");
        }
      g_string_append (out, "endbfchar\n");
    }
  return g_string_append (out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

static HPDF_STATUS
replace_stream (HPDF_Dict dict, const guint8 *bytes, gsize n)
{
  HPDF_MemStream_FreeData (dict->stream);
  dict->stream->size = 0;
  dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  return HPDF_Stream_Write (dict->stream, bytes, (HPDF_UINT) n);
}

/* The descriptor with the real font program; libharu then makes none of its own. */
static HPDF_STATUS
add_descriptor (KpFace *self)
{
  HPDF_MMgr mmgr = self->document->mmgr;
  HPDF_FontAttr attr = (HPDF_FontAttr) self->handle->attr;
  HPDF_FontDef definition = attr->fontdef;
  g_autoptr (GByteArray) program = kp_truetype_new_program (
      self->font, (const KpOutlineGlyph *) (gpointer) self->glyphs->data, self->glyphs->len);
  g_autofree char *tagged = g_strdup_printf ("KAOPIN+%s", self->name);
  HPDF_Dict stream = HPDF_DictStream_New (mmgr, self->document->xref);
  HPDF_Dict descriptor = HPDF_Dict_New (mmgr);
  HPDF_STATUS status = HPDF_OK;

  if (stream == NULL || descriptor == NULL)
    return HPDF_FAILD_TO_ALLOC_MEM;
  status |= HPDF_Stream_Write (stream->stream, program->data, program->len);
  status |= HPDF_Dict_AddNumber (stream, "Length1", (HPDF_INT32) program->len);
  stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;

  g_strlcpy (((HPDF_TTFontDefAttr) definition->attr)->base_font, tagged, HPDF_LIMIT_MAX_NAME_LEN);
  status |= HPDF_Xref_Add (self->document->xref, descriptor);
  status |= HPDF_Dict_AddName (descriptor, "Type", "FontDescriptor");
  status |= HPDF_Dict_AddName (descriptor, "FontName", tagged);
  status |= HPDF_Dict_AddNumber (descriptor, "Flags", 4);
  status |= HPDF_Dict_AddNumber (descriptor, "Ascent", definition->ascent);
  status |= HPDF_Dict_AddNumber (descriptor, "Descent", definition->descent);
  status |= HPDF_Dict_AddNumber (descriptor, "CapHeight", 700);
  status |= HPDF_Dict_AddNumber (descriptor, "ItalicAngle", 0);
  status |= HPDF_Dict_AddNumber (descriptor, "StemV", 80);
  status |= HPDF_Dict_Add (descriptor, "FontBBox", HPDF_Box_Array_New (mmgr, definition->font_bbox));
  status |= HPDF_Dict_Add (descriptor, "FontFile2", stream);
  definition->descriptor = descriptor;
  return status;
}

/* Only the runs that differ from the default width. */
static HPDF_STATUS
add_widths (KpFace *self, HPDF_Dict font)
{
  HPDF_MMgr mmgr = self->document->mmgr;
  HPDF_Array widths = HPDF_Array_New (mmgr);
  HPDF_STATUS status = HPDF_Dict_AddNumber (font, "DW", DEFAULT_ADVANCE);

  status |= HPDF_Dict_Add (font, "W", widths);
  for (guint16 i = 1; i < self->codes->len && status == HPDF_OK; i++)
    {
      HPDF_Array run;

      if (kp_face_get_advance (self, i) == DEFAULT_ADVANCE)
        continue;
      run = HPDF_Array_New (mmgr);
      status |= HPDF_Array_AddNumber (widths, i);
      status |= HPDF_Array_Add (widths, run);
      for (; i < self->codes->len && kp_face_get_advance (self, i) != DEFAULT_ADVANCE; i++)
        status |= HPDF_Array_AddNumber (run, kp_face_get_advance (self, i));
    }
  return status;
}

static HPDF_STATUS
add_maps (KpFace *self, HPDF_FontAttr attr)
{
  g_autoptr (GByteArray) glyph_of_code = g_byte_array_new ();
  g_autoptr (GString) unicode_map = new_unicode_map (self);
  HPDF_Dict system_info = HPDF_Dict_GetItem (attr->descendant_font, "CIDSystemInfo", HPDF_OCLASS_DICT);
  HPDF_STATUS status = HPDF_OK;

  for (guint i = 0; i < self->codes->len; i++)
    {
      guint8 bytes[2] = { (guint8) (i >> 8), (guint8) i };

      g_byte_array_append (glyph_of_code, bytes, sizeof bytes);
    }
  if (system_info != NULL)
    status |=
        HPDF_Dict_Add (system_info, "Ordering", HPDF_String_New (self->document->mmgr, "Identity", NULL));
  status |= replace_stream (attr->map_stream, glyph_of_code->data, glyph_of_code->len);
  status |= replace_stream (attr->cmap_stream, (const guint8 *) unicode_map->str, unicode_map->len);
  return status;
}

/**
 * kp_face_embed:
 * @self: a face of a document that is about to be saved
 *
 * Puts the glyphs that were used in place of the stub. Call once; afterwards
 * no new code may be asked for.
 *
 * Returns: %FALSE when libharu refused; the reason is the document's own error.
 */
gboolean
kp_face_embed (KpFace *self)
{
  HPDF_FontAttr attr = (HPDF_FontAttr) self->handle->attr;

  return add_descriptor (self) == HPDF_OK && add_widths (self, attr->descendant_font) == HPDF_OK &&
         add_maps (self, attr) == HPDF_OK;
}
