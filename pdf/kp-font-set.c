/* kp-font-set.c – finds the fonts at fixed places and opens each once.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* fontconfig is not asked: it would choose by locale and by what else is installed, and the same list must
 * look the same on every machine. A style is a chain of files; those that are not installed are passed over,
 * and a character is taken from the first one that has it. Together the chains hold every ideograph up to
 * Extension F. */

#include "kp-font-set.h"

#include <glib/gi18n-lib.h>

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
  hb_font_t *fonts[N_FILES]; /* NULL = not installed */
};

G_STATIC_ASSERT (N_FILES <= KP_FONT_SET_MAX_FILES);

static hb_font_t *
open_font (const char *path, guint index, GError **error)
{
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  hb_face_t *face = blob != NULL ? hb_face_create (blob, index) : NULL;
  hb_font_t *font = NULL;

  if (face != NULL && hb_face_get_glyph_count (face) > 0)
    {
      font = hb_font_create (face);
      hb_font_set_scale (font, (int) hb_face_get_upem (face), (int) hb_face_get_upem (face));
      hb_font_make_immutable (font);
    }
  else
    g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT,
                 _ ("The file %s is not a font that can be read. Install the fonts again."), path);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return font;
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
  for (guint i = 0; i < N_FILES; i++)
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
  g_autoptr (KpFontSet) self = g_new0 (KpFontSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < N_FILES; i++)
    if (!open_file (self, (File) i, folder, error))
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

  for (guint i = 0; i < N_FILES; i++)
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
  return places[file].name;
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
