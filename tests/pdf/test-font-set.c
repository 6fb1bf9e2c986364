/* test-font-set.c – the fonts that are found, and what they can print.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-font-set-private.h"
#include "kp-pdf-error.h"
#include "kp-test-paper.h"

/* What paper is full of, and the rare characters of real names. */
#define NEEDED                                                                                               \
  "公告名单准考证，。、；：？！（）《》“”——……〔〕·0123456789ABCxyz%"        \
  "𫖯𬴊鿏䶮𠮷𪣻𬭚𬱖𡋾𫟼鿭"

static void
test_style_prints_names (gconstpointer data)
{
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();

  g_assert_cmphex (kp_font_set_find_missing (fonts, (KpFontStyle) GPOINTER_TO_INT (data), NEEDED), ==, 0);
}

/* Every ideograph of GB 18030-2022 up to Extension F has a shape, not just an entry, in every style. */
static void
test_every_ideograph_has_a_shape (gconstpointer data)
{
  static const gunichar ranges[][2] = {
    { 0x3400, 0x4DBF },   { 0x4E00, 0x9FFF },   { 0x20000, 0x2A6DF }, { 0x2A700, 0x2B739 },
    { 0x2B740, 0x2B81D }, { 0x2B820, 0x2CEA1 }, { 0x2CEB0, 0x2EBE0 },
  };
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i][0]; c <= ranges[i][1]; c++)
      {
        hb_glyph_extents_t extents = { 0 };
        guint file = 0;
        guint32 glyph = 0;

        if (!kp_font_set_find_glyph (fonts, (KpFontStyle) GPOINTER_TO_INT (data), c, 0, &file, &glyph) ||
            !hb_font_get_glyph_extents (kp_font_set_get_font (fonts, file), glyph, &extents) ||
            extents.width == 0)
          g_error ("U+%04X prints nothing", c);
      }
}

static void
test_missing_is_found (void)
{
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();

  g_assert_cmphex (kp_font_set_find_missing (fonts, KP_FONT_SONG, "王\xee\x80\x80伟"), ==, 0xE000);
  g_assert_false (kp_font_set_has_character (fonts, KP_FONT_SONG, 0xE000));
  g_assert_true (kp_font_set_has_character (fonts, KP_FONT_SONG, 0x20BB7));
  /* A joiner that came along with pasted text prints nothing and isn't missing. */
  g_assert_cmphex (kp_font_set_find_missing (fonts, KP_FONT_SONG, "王\xe2\x80\x8b伟"), ==, 0);
}

static void
test_no_font_file (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *file = kp_test_folder_write (folder, "NotoSerifCJK-Regular.ttc", "this is no font", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_font_set_new (folder->path, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT);
  kp_test_assert_contains (error->message, file);
}

#define KAI "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
#define SONG "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc#2"

static KpFontSet *
open_own (const char *path, GError **error)
{
  const char *files[KP_FONT_N_STYLES] = { [KP_FONT_TITLE] = path };

  return kp_font_set_new_with_own (g_getenv ("KAOPIN_FONTS"), files, error);
}

/* Its characters come from the county's font; those that it lacks, and other styles, from where they always do. */
static void
test_own_font_comes_first (gconstpointer data)
{
  static const KpTextStyle title = { KP_FONT_TITLE, KP_PT (22), 0, KP_INK_BLACK };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (KpFontSet) fonts = open_own (data, &error);
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *text = NULL;
  guint file = 0;
  guint32 glyph = 0;

  g_assert_no_error (error);
  sheet = kp_sheet_new (fonts, NULL);
  kp_sheet_add_page (sheet, KP_PAPER_A4);
  kp_sheet_text (sheet, &title, KP_MM (20), KP_MM (40), "招聘公告𪣻𫟼");
  path = kp_test_paper_save (sheet, folder);
  output = kp_test_run ((const char *[]){ "pdffonts", path, NULL }, NULL);
  kp_test_assert_contains (output, "KAOPIN+CountyTitle");
  text = kp_test_paper_dup_text (path, 1);
  g_assert_cmpstr (text, ==, "招聘公告𪣻𫟼");
  g_assert_true (kp_font_set_find_glyph (fonts, KP_FONT_SONG, 0x516C, 0, &file, &glyph));
  g_assert_cmpstr (kp_font_set_get_name (fonts, file), ==, "KaopinSong");
  g_assert_cmphex (kp_font_set_find_missing (fonts, KP_FONT_TITLE, NEEDED), ==, 0);
}

static void
test_own_font_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_own ("/nowhere/FZXBSJW.TTF", &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT);
  kp_test_assert_contains (error->message, "/nowhere/FZXBSJW.TTF");
}

/* The whole of a good font, to be damaged. */
static GByteArray *
read_font (void)
{
  gsize n = 0;
  char *bytes = kp_test_read (KAI, &n);

  return g_byte_array_new_take ((guint8 *) bytes, n);
}

static char *
save_font (const KpTestFolder *folder, const GByteArray *font, gsize n)
{
  return kp_test_folder_write (folder, "own.ttf", (const char *) font->data, (gssize) n);
}

/* Cut anywhere, it is an error that names the file. */
static void
test_own_font_cut (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (GByteArray) font = read_font ();
  g_autofree char *path = save_font (folder, font, GPOINTER_TO_SIZE (data));

  g_assert_null (open_own (path, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT);
  kp_test_assert_contains (error->message, path);
}

static guint32
read_u32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
test_own_font_may_not_be_embedded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (GByteArray) font = read_font ();
  g_autofree char *path = NULL;

  for (guint i = 12; i < 12 + 16 * 30; i += 16)
    if (memcmp (font->data + i, "OS/2", 4) == 0)
      font->data[read_u32 (font->data + i + 8) + 9] = 0x02;
  path = save_font (folder, font, font->len);
  g_assert_null (open_own (path, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT);
  kp_test_assert_contains (error->message, "licence");
}

/* Damaged in its directory or its tables it is refused or prints, but never ends the program. */
static void
test_own_font_damaged (void)
{
  static const KpTextStyle title = { KP_FONT_TITLE, KP_PT (22), 0, KP_INK_BLACK };
  KpTestDice dice = { 20261128 };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (GByteArray) font = read_font ();

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GByteArray) copy = g_byte_array_sized_new (font->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (KpFontSet) fonts = NULL;
      g_autoptr (KpSheet) sheet = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *path = NULL;

      g_byte_array_append (copy, font->data, font->len);
      for (guint k = 0; k < 1 + i % 20; k++)
        copy->data[kp_test_dice_below (&dice, i % 2 == 0 ? 400 : font->len)] = (guint8) kp_test_dice_below (&dice, 256);
      path = save_font (folder, copy, copy->len);
      fonts = open_own (path, &error);
      g_assert_true ((fonts == NULL) == (error != NULL));
      if (fonts == NULL)
        continue;
      sheet = kp_sheet_new (fonts, NULL);
      kp_sheet_add_page (sheet, KP_PAPER_A4);
      kp_sheet_text (sheet, &title, KP_MM (20), KP_MM (40), NEEDED);
      bytes = kp_sheet_dup_bytes (sheet, &error);
      g_assert_true ((bytes == NULL) == (error != NULL));
    }
}

static gpointer
draw_in_thread (gpointer data)
{
  static const KpTextStyle style = { KP_FONT_SONG, KP_PT (12), 0, KP_INK_BLACK };
  KpSheet *sheet = kp_sheet_new (data, NULL);
  GBytes *bytes;

  for (guint i = 0; i < 20; i++)
    {
      kp_sheet_add_page (sheet, KP_PAPER_A6);
      kp_sheet_text (sheet, &style, KP_MM (5), KP_MM (10), NEEDED);
    }
  bytes = kp_sheet_dup_bytes (sheet, NULL);
  kp_sheet_free (sheet);
  return bytes;
}

static void
test_shared_by_threads (void)
{
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();
  GThread *threads[4];
  g_autoptr (GBytes) expected = draw_in_thread (fonts);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paper", draw_in_thread, fonts);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

int
main (int argc, char *argv[])
{
  static const gsize cuts[] = { 0, 3, 100, 5000, 1000000, 8000000 };

  g_test_init (&argc, &argv, NULL);
  for (gint i = 0; i < KP_FONT_N_STYLES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf/font-set/style-prints-names/%d", i);
      g_autofree char *all = g_strdup_printf ("/pdf/font-set/every-ideograph-has-a-shape/%d", i);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_style_prints_names);
      g_test_add_data_func (all, GINT_TO_POINTER (i), test_every_ideograph_has_a_shape);
    }
  g_test_add_func ("/pdf/font-set/missing-is-found", test_missing_is_found);
  g_test_add_func ("/pdf/font-set/no-font-file", test_no_font_file);
  g_test_add_func ("/pdf/font-set/shared-by-threads", test_shared_by_threads);
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf/font-set/own/cut-after-%" G_GSIZE_FORMAT, cuts[i]);

      g_test_add_data_func (path, GSIZE_TO_POINTER (cuts[i]), test_own_font_cut);
    }
  g_test_add_data_func ("/pdf/font-set/own/first-truetype", KAI, test_own_font_comes_first);
  g_test_add_data_func ("/pdf/font-set/own/first-of-collection", SONG, test_own_font_comes_first);
  g_test_add_func ("/pdf/font-set/own/damaged", test_own_font_damaged);
  g_test_add_func ("/pdf/font-set/own/may-not-be-embedded", test_own_font_may_not_be_embedded);
  g_test_add_func ("/pdf/font-set/own/missing", test_own_font_missing);
  return g_test_run ();
}
