/* kp-font-set.c – finds the fonts at fixed places and opens each once.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* fontconfig is not asked: it would choose by locale and by what else is installed, and the same list must
 * look the same on every machine. A style is a chain of files; those that are not installed are passed over,
 * and a character is taken from the first one that has it. Together the chains hold every ideograph up to
 * Extension F. */

#include "kp-font-set.h"

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <string.h>

#include "kp-font-set-private.h"
#include "kp-pdf-error.h"

typedef enum
{
  FILE_FANGSONG,
  FILE_SERIF,
  FILE_SERIF_BOLD,
  FILE_SANS,
  FILE_SANS_BOLD,
  FILE_KAI,
  FILE_KAI_BOLD,
  FILE_HANA_A,
  FILE_HANA_B,
  FILE_TIBETAN,
  FILE_TIBETAN_BOLD,
  FILE_ARABIC,
  FILE_ARABIC_BOLD,
  FILE_MONGOLIAN,
  N_FILES,
} File;

typedef struct
{
  const char *name; /* PostScript name in the PDF, ASCII */
  const char *paths[3];
  guint index; /* in a collection */
} Place;

#define NOTO "/usr/share/fonts/opentype/noto/"
#define WENKAI "/usr/share/fonts/truetype/lxgw-wenkai/"
#define NOTO_SCRIPTS "/usr/share/fonts/truetype/noto/"
#define HANAZONO "/usr/share/fonts/truetype/hanazono/"
#define FANDOL "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"

/* Index 2 of Noto's collections are the forms of mainland China. */
static const Place places[N_FILES] = {
  [FILE_FANGSONG] = { "KaopinFangSong", { FANDOL "FandolFang-Regular.otf" }, 0 },
  [FILE_SERIF] = { "KaopinSong", { NOTO "NotoSerifCJK-Regular.ttc" }, 2 },
  [FILE_SERIF_BOLD] = { "KaopinSongBold", { NOTO "NotoSerifCJK-Bold.ttc" }, 2 },
  [FILE_SANS] = { "KaopinHei", { NOTO "NotoSansCJK-Regular.ttc" }, 2 },
  [FILE_SANS_BOLD] = { "KaopinHeiBold", { NOTO "NotoSansCJK-Bold.ttc" }, 2 },
  [FILE_KAI] = { "KaopinKai", { WENKAI "LXGWWenKai-Regular.ttf" }, 0 },
  [FILE_KAI_BOLD] = { "KaopinKaiBold", { WENKAI "LXGWWenKai-Bold.ttf" }, 0 },
  [FILE_HANA_A] = { "KaopinRareA", { HANAZONO "HanaMinA.ttf" }, 0 },
  [FILE_HANA_B] = { "KaopinRareB", { HANAZONO "HanaMinB.ttf" }, 0 },
  [FILE_TIBETAN] = { "KaopinTibetan", { NOTO_SCRIPTS "NotoSerifTibetan-Regular.ttf" }, 0 },
  [FILE_TIBETAN_BOLD] = { "KaopinTibetanBold", { NOTO_SCRIPTS "NotoSerifTibetan-Bold.ttf" }, 0 },
  [FILE_ARABIC] = { "KaopinUyghur", { NOTO_SCRIPTS "NotoNaskhArabic-Regular.ttf" }, 0 },
  [FILE_ARABIC_BOLD] = { "KaopinUyghurBold", { NOTO_SCRIPTS "NotoNaskhArabic-Bold.ttf" }, 0 },
  [FILE_MONGOLIAN] = { "KaopinMongolian", { NOTO_SCRIPTS "NotoSansMongolian-Regular.ttf" }, 0 },
};

/* Rare characters come from the face nearest in weight that has them. */
static const File chains[KP_FONT_N_STYLES][6] = {
  [KP_FONT_TITLE] = { FILE_SERIF_BOLD, FILE_KAI_BOLD, FILE_SERIF, FILE_KAI, FILE_HANA_A, FILE_HANA_B },
  [KP_FONT_FANGSONG] = { FILE_FANGSONG, FILE_SERIF, FILE_KAI, FILE_HANA_A, FILE_HANA_B, FILE_SANS },
  [KP_FONT_SONG] = { FILE_SERIF, FILE_KAI, FILE_HANA_A, FILE_HANA_B, FILE_FANGSONG, FILE_SANS },
  [KP_FONT_HEI] = { FILE_SANS, FILE_SERIF, FILE_KAI, FILE_HANA_A, FILE_HANA_B, FILE_SANS_BOLD },
  [KP_FONT_HEI_BOLD] = { FILE_SANS_BOLD, FILE_SERIF_BOLD, FILE_KAI_BOLD, FILE_SANS, FILE_HANA_A,
                         FILE_HANA_B },
  [KP_FONT_KAI] = { FILE_KAI, FILE_SERIF, FILE_HANA_A, FILE_HANA_B, FILE_FANGSONG, FILE_SANS },
};

/* Scripts that are shaped come from one font alone: others have some of the letters, but not how they join. */
static const File script_files[KP_SCRIPT_N][2] = {
  [KP_SCRIPT_TIBETAN] = { FILE_TIBETAN, FILE_TIBETAN_BOLD },
  [KP_SCRIPT_ARABIC] = { FILE_ARABIC, FILE_ARABIC_BOLD },
  [KP_SCRIPT_MONGOLIAN] = { FILE_MONGOLIAN, FILE_MONGOLIAN },
};

struct _KpFontSet
{
  gatomicrefcount ref_count;
  hb_font_t *fonts[N_FILES + KP_FONT_N_STYLES]; /* the county's own last, by style; NULL = not there */
};

G_STATIC_ASSERT (N_FILES + KP_FONT_N_STYLES <= KP_FONT_SET_MAX_FILES);

static const struct
{
  const char *name;
  const char *own_font; /* PostScript name in the PDF */
} styles[KP_FONT_N_STYLES] = {
  [KP_FONT_TITLE] = { "title", "CountyTitle" },
  [KP_FONT_FANGSONG] = { "fangsong", "CountyFangSong" },
  [KP_FONT_SONG] = { "song", "CountySong" },
  [KP_FONT_HEI] = { "hei", "CountyHei" },
  [KP_FONT_HEI_BOLD] = { "hei-bold", "CountyHeiBold" },
  [KP_FONT_KAI] = { "kai", "CountyKai" },
};

/* What a Chinese font of any licence has; a cut or damaged file has some of it no more, or without a shape. */
static const gunichar samples[] = { 0x4E00, 0x4EBA, 0x516C, 0x544A, 0x8058, 0x9F99, 0x3002 };

/* A font of a blob, which is taken over; NULL when it is none. */
static hb_font_t *
new_font (hb_blob_t *blob, guint index)
{
  hb_face_t *face = hb_face_create (blob, index);
  hb_font_t *font = NULL;

  if (hb_face_get_glyph_count (face) > 0 && hb_face_get_upem (face) > 0)
    {
      font = hb_font_create (face);
      hb_font_set_scale (font, (int) hb_face_get_upem (face), (int) hb_face_get_upem (face));
      hb_font_make_immutable (font);
    }
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return font;
}

static hb_font_t *
open_font (const char *path, guint index, GError **error)
{
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  hb_font_t *font = blob != NULL ? new_font (blob, index) : NULL;

  if (font == NULL)
    g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT,
                 _ ("The file %s is not a font that can be read. Install the fonts again."), path);
  return font;
}

static gboolean
has_shape (hb_font_t *font, gunichar c)
{
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents = { 0 };

  return hb_font_get_nominal_glyph (font, c, &glyph) && glyph != 0 &&
         hb_font_get_glyph_extents (font, glyph, &extents) && extents.width != 0 && extents.height != 0;
}

/* OS/2.fsType, bit 1 alone: the licence forbids embedding. */
static gboolean
forbids_embedding (hb_font_t *font)
{
  hb_blob_t *table = hb_face_reference_table (hb_font_get_face (font), HB_TAG ('O', 'S', '/', '2'));
  unsigned int n = 0;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (table, &n);
  const gboolean forbids = n >= 10 && (bytes[9] & 0x0E) == 0x02;

  hb_blob_destroy (table);
  return forbids;
}

static gboolean
check_own (hb_font_t *font, const char *path, GError **error)
{
  if (font != NULL && forbids_embedding (font))
    {
      g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT,
                   _ ("The licence of the font %s forbids that it goes into a PDF document. Name another file in the "
                      "settings, or none."),
                   path);
      return FALSE;
    }
  for (guint i = 0; font != NULL && i < G_N_ELEMENTS (samples); i++)
    if (!has_shape (font, samples[i]))
      font = NULL;
  if (font != NULL)
    return TRUE;
  g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT,
               _ ("The file %s, named in the settings, is not a whole Chinese font. Name another file there, or "
                  "none."),
               path);
  return FALSE;
}

/* A county's own file is read whole: it may lie on a share that goes away, and a map of it would then end the
 * program. */
static gboolean
open_own (KpFontSet *self, KpFontStyle style, const char *named, GError **error)
{
  const char *mark = strrchr (named, '#');
  g_autofree char *path = mark != NULL ? g_strndup (named, (gsize) (mark - named)) : g_strdup (named);
  guint64 index = 0;
  char *bytes = NULL;
  gsize n = 0;
  g_autoptr (GError) local = NULL;

  if (mark != NULL && !g_ascii_string_to_unsigned (mark + 1, 10, 0, 255, &index, NULL))
    {
      g_free (path);
      path = g_strdup (named);
    }
  if (!g_file_get_contents (path, &bytes, &n, &local))
    {
      g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT,
                   _ ("The font %s, named in the settings, can't be read: %s. Name another file there, or none."), path,
                   local->message);
      return FALSE;
    }
  self->fonts[N_FILES + style] =
      new_font (hb_blob_create (bytes, (unsigned int) n, HB_MEMORY_MODE_READONLY, bytes, g_free), (guint) index);
  return check_own (self->fonts[N_FILES + style], path, error);
}

/* A file that is there must be a font; one that is not there is passed over. */
static gboolean
open_file (KpFontSet *self, File file, const char *folder, GError **error)
{
  const Place *place = &places[file];
  g_autofree char *name = g_path_get_basename (place->paths[0]);
  g_autofree char *own = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  const char *path = own != NULL && g_file_test (own, G_FILE_TEST_IS_REGULAR) ? own : NULL;

  for (guint i = 0; path == NULL && i < G_N_ELEMENTS (place->paths) && place->paths[i] != NULL; i++)
    if (g_file_test (place->paths[i], G_FILE_TEST_IS_REGULAR))
      path = place->paths[i];
  if (path == NULL)
    return TRUE;

  self->fonts[file] = open_font (path, place->index, error);
  return self->fonts[file] != NULL;
}

static gboolean
has_any_font (const KpFontSet *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    if (self->fonts[i] != NULL)
      return TRUE;
  return FALSE;
}

/**
 * kp_font_set_new:
 * @folder: (nullable): a folder that is looked in before the system's
 *
 * Opens the fonts that are installed. The files are mapped, not read, so this
 * takes no more than some milliseconds; do it once for a program.
 *
 * Returns: (transfer full): the set, or %NULL with %KP_PDF_ERROR_FONT when no
 *   font is installed or a file is no font.
 */
KpFontSet *
kp_font_set_new (const char *folder, GError **error)
{
  static const char *const none[KP_FONT_N_STYLES] = { NULL };

  return kp_font_set_new_with_own (folder, none, error);
}

/**
 * kp_font_set_new_with_own:
 * @folder: (nullable): a folder that is looked in before the system's
 * @files: for each style the path of the county's own font, or %NULL; of a collection with "#2" for its third font
 * @error: return location
 *
 * Like kp_font_set_new(), with the fonts that a county has a licence for before
 * all others of their style. Rare characters that such a font lacks come from
 * the others.
 *
 * Returns: (transfer full): the set, or %NULL with %KP_PDF_ERROR_FONT, which
 *   tells the file that is missing, damaged or may not be embedded.
 */
KpFontSet *
kp_font_set_new_with_own (const char *folder, const char *const files[KP_FONT_N_STYLES], GError **error)
{
  g_autoptr (KpFontSet) self = g_new0 (KpFontSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < N_FILES; i++)
    if (!open_file (self, (File) i, folder, error))
      return NULL;
  for (guint i = 0; i < KP_FONT_N_STYLES; i++)
    if (files[i] != NULL && !open_own (self, (KpFontStyle) i, files[i], error))
      return NULL;
  if (!has_any_font (self))
    {
      g_set_error_literal (
          error, KP_PDF_ERROR, KP_PDF_ERROR_FONT,
          _ ("No Chinese font is installed. Install the packages fonts-noto-cjk, fonts-lxgw-wenkai "
             "and fonts-hanazono."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * kp_font_set_ref:
 * @self: a font set
 *
 * Returns: (transfer full): the same set.
 */
KpFontSet *
kp_font_set_ref (KpFontSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * kp_font_set_unref:
 * @self: (transfer full): a font set
 *
 * Closes the fonts with the last reference. Thread-safe.
 */
void
kp_font_set_unref (KpFontSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    hb_font_destroy (self->fonts[i]);
  g_free (self);
}

/**
 * kp_font_set_get_font:
 * @self: a font set
 * @file: number of a file of the set
 *
 * Returns: (transfer none) (nullable): the immutable font, scaled to its own units.
 */
hb_font_t *
kp_font_set_get_font (const KpFontSet *self, guint file)
{
  return self->fonts[file];
}

/**
 * kp_font_set_get_name:
 * @self: a font set
 * @file: number of a file of the set
 *
 * Returns: (transfer none): the font's name inside a PDF, ASCII, unique in the set.
 */
const char *
kp_font_set_get_name (const KpFontSet *self G_GNUC_UNUSED, guint file)
{
  return file < N_FILES ? places[file].name : styles[file - N_FILES].own_font;
}

/**
 * kp_font_style_get_name:
 * @style: a style
 *
 * Returns: (transfer none): how settings call it.
 */
const char *
kp_font_style_get_name (KpFontStyle style)
{
  return styles[style].name;
}

/**
 * kp_font_set_dup_family:
 * @self: a font set
 * @style: a style
 *
 * Returns: (transfer full) (nullable): the name that the first font of the
 *   style gives itself, in Chinese where it has one.
 */
char *
kp_font_set_dup_family (const KpFontSet *self, KpFontStyle style)
{
  hb_font_t *font = self->fonts[N_FILES + style];
  char name[128] = { 0 };
  unsigned int n = sizeof name;
  hb_face_t *face;

  for (guint i = 0; font == NULL && i < G_N_ELEMENTS (chains[style]); i++)
    font = self->fonts[chains[style][i]];
  if (font == NULL)
    return NULL;
  face = hb_font_get_face (font);
  if (hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_FONT_FAMILY, hb_language_from_string ("zh-cn", -1), &n, name) == 0)
    {
      n = sizeof name;
      hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_FONT_FAMILY, hb_language_from_string ("en", -1), &n, name);
    }
  return g_utf8_make_valid (name, -1);
}

static gboolean
font_has_glyph (hb_font_t *font, gunichar c, gunichar variant, guint32 *glyph)
{
  hb_codepoint_t found = 0;
  gboolean has_it;

  if (variant != 0)
    has_it = hb_font_get_variation_glyph (font, c, variant, &found);
  else
    has_it = hb_font_get_nominal_glyph (font, c, &found);
  *glyph = found;
  return has_it && found != 0;
}

/**
 * kp_font_set_find_glyph:
 * @self: a font set
 * @style: a style
 * @c: a character
 * @variant: a variation selector, or 0; one that no font knows is ignored
 * @file: (out): the first file of the chain that has the character
 * @glyph: (out): its glyph there
 *
 * Returns: %FALSE when no file of the chain has the character.
 */
gboolean
kp_font_set_find_glyph (
    const KpFontSet *self, KpFontStyle style, gunichar c, gunichar variant, guint *file, guint32 *glyph)
{
  /* Of the county's own font no hole is taken for a character. */
  *file = N_FILES + style;
  if (self->fonts[*file] != NULL && font_has_glyph (self->fonts[*file], c, variant, glyph) &&
      (g_unichar_isspace (c) || has_shape (self->fonts[*file], c)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (chains[style]); i++)
    {
      hb_font_t *font = self->fonts[chains[style][i]];

      *file = chains[style][i];
      if (font != NULL && font_has_glyph (font, c, variant, glyph))
        return TRUE;
    }
  return variant != 0 && kp_font_set_find_glyph (self, style, c, 0, file, glyph);
}

/**
 * kp_font_set_find_script:
 * @self: a font set
 * @style: a style
 * @script: one that is shaped
 * @file: (out): the file for it
 *
 * Returns: %FALSE when that file isn't installed.
 */
gboolean
kp_font_set_find_script (const KpFontSet *self, KpFontStyle style, KpScript script, guint *file)
{
  *file = script_files[script][style == KP_FONT_TITLE || style == KP_FONT_HEI_BOLD];
  return self->fonts[*file] != NULL;
}

/**
 * kp_font_set_has_character:
 * @self: a font set
 * @style: a style
 * @character: a character
 *
 * Returns: %TRUE when the style's chain of fonts can print the character.
 */
gboolean
kp_font_set_has_character (const KpFontSet *self, KpFontStyle style, gunichar character)
{
  const KpScript script = kp_script_of (character);
  guint file = 0;
  guint32 glyph = 0;

  if (script != KP_SCRIPT_PLAIN)
    return kp_font_set_find_script (self, style, script, &file) &&
           font_has_glyph (self->fonts[file], character, 0, &glyph);
  return kp_font_set_find_glyph (self, style, character, 0, &file, &glyph);
}

/**
 * kp_font_set_is_invisible:
 * @c: a character
 *
 * Returns: %TRUE for joiners, marks of byte order and control characters that
 *   come along with pasted text and print nothing.
 */
gboolean
kp_font_set_is_invisible (gunichar c)
{
  return c < 0x20 || c == 0x7F || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

/**
 * kp_font_set_find_missing:
 * @self: a font set
 * @style: a style
 * @text: UTF-8
 *
 * For checking a name when it is entered, long before it is printed.
 *
 * Returns: the first character that can't be printed, or 0 when all can.
 */
gunichar
kp_font_set_find_missing (const KpFontSet *self, KpFontStyle style, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!kp_font_set_is_invisible (c) && !kp_font_set_has_character (self, style, c))
        return c;
    }
  return 0;
}
