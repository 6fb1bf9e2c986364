/* test-script.c – names in Tibetan, Uyghur and Mongolian: their units, their order, and the paper read back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-flow.h"
#include "kp-font-set-private.h"
#include "kp-pdf-error.h"
#include "kp-script.h"
#include "kp-test-paper.h"
#include "kp-text.h"

#define SIZE KP_PT (18)

static const KpTextStyle song = { KP_FONT_SONG, SIZE, 0, KP_INK_BLACK };

/* Units as they stand from left to right, joined by "|". */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} SplitCase;

static const SplitCase splits[] = {
  { "chinese", "王伟 A", "王|伟| |A" },
  { "variant", "葛\xf3\xa0\x84\x80x", "葛\xf3\xa0\x84\x80|x" },
  { "tibetan-by-syllable", "བསྟན་འཛིན།男", "བསྟན་|འཛིན།|男" },
  { "mongolian-by-word", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", "ᠮᠣᠩᠭᠣᠯ| |ᠪᠢᠴᠢᠭ" },
  { "mongolian-suffix-stays", "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ", "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ" },
  { "uyghur-words-turn", "男گۈلنار مەمەت女", "男|مەمەت| |گۈلنار|女" },
  { "number-inside-stays", "بالا 12 قورو", "قورو| |1|2| |بالا" },
  { "chinese-between-stays", "گۈلنار、مەمەت女", "مەمەت|、|گۈلنار|女" },
  { "empty", "", "" },
};

static void
test_split (gconstpointer data)
{
  const SplitCase *row = data;
  g_autoptr (GArray) units = kp_script_split (row->text, strlen (row->text));
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const KpScriptUnit *unit = &g_array_index (units, KpScriptUnit, i);

      g_string_append (out, i > 0 ? "|" : "");
      g_string_append_len (out, row->text + unit->offset, unit->n_bytes);
    }
  g_assert_cmpstr (out->str, ==, row->expected);
}

static void
test_chinese_needs_no_shaping (void)
{
  static const char plain[] = "公告 ABC é ü（〕 𠮷 ꆈꌠ ￥";

  g_assert_false (kp_script_needs_shaping (plain, strlen (plain)));
  g_assert_true (kp_script_needs_shaping ("王ئە", strlen ("王ئە")));
  g_assert_true (kp_script_needs_shaping ("བོ", strlen ("བོ")));
  g_assert_true (kp_script_needs_shaping ("ᠮᠣ", strlen ("ᠮᠣ")));
}

typedef struct
{
  KpTestFolder *folder;
  KpFontSet *fonts;
  KpSheet *sheet;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = kp_test_folder_new ();
  f->fonts = kp_test_paper_new_fonts ();
  f->sheet = kp_sheet_new (f->fonts, NULL);
  kp_sheet_add_page (f->sheet, KP_PAPER_A4);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kp_sheet_free (f->sheet);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

/* Copied out exactly, blanks aside. mutool 1.21 copies letters from right to left as they stand, whatever the
 * document says, and is asked only for the others. */
typedef struct
{
  const char *name;
  const char *text;
  gboolean with_mutool;
} CopyCase;

static const char *const browsers[] = { "pdfjs", "pdfium" };

static const CopyCase copies[] = {
  { "tibetan", "བོད་ཡིག་བསྟན་འཛིན།", TRUE },
  { "tibetan-in-chinese", "姓名：བསྟན་འཛིན་རྒྱ་མཚོ།（男）", TRUE },
  { "mongolian", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", TRUE },
  { "mongolian-in-chinese", "姓名：ᠮᠣᠩᠭᠣᠯ，女", TRUE },
  { "uyghur", "گۈلنار مەمەتجان", FALSE },
  { "uyghur-with-lam-alef", "بالا شەھىرى ئەلا", FALSE },
  { "chinese-with-rare", "王𫖯𬴊鿏䶮𠮷，“葛\xf3\xa0\x84\x80”2026-ABC·玛尔哈巴", FALSE },
};

static void
test_copies_exactly (Fixture *f, gconstpointer data)
{
  const CopyCase *row = data;
  g_auto (GStrv) words = g_strsplit (row->text, " ", -1);
  g_autofree char *expected = g_strjoinv ("", words);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *layout = NULL;

  kp_sheet_text (f->sheet, &song, KP_MM (20), KP_MM (40), row->text);
  path = kp_test_paper_save (f->sheet, f->folder);
  layout = kp_test_paper_dup_layout_text (path);
  g_assert_cmpstr (layout, ==, expected);
  for (guint i = 0; i < G_N_ELEMENTS (browsers); i++)
    {
      g_autofree char *copied = kp_test_paper_dup_browser_text (browsers[i], path);

      if (copied != NULL)
        g_assert_cmpstr (copied, ==, expected);
    }
  if (row->with_mutool)
    {
      text = kp_test_paper_dup_mutool_text (path);
      g_assert_cmpstr (text, ==, expected);
    }
}

/* Letters of a name join: alone they are wider, and there is ink where it is measured to be and none beyond. */
static void
test_words_are_shaped_and_measured (Fixture *f, gconstpointer data)
{
  const char *word = data;
  KpLength width = kp_sheet_measure (f->sheet, &song, word);
  KpLength apart = 0;
  KpRect inside = { KP_MM (20), KP_MM (30), width, KP_MM (14) };
  KpRect beyond = { KP_MM (20) + width + KP_PT (2), KP_MM (30), KP_MM (60), KP_MM (14) };
  g_autofree char *path = NULL;
  g_autoptr (KpTestPage) page = NULL;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    apart += kp_sheet_measure_unit (f->sheet, &song, p, (gsize) (g_utf8_next_char (p) - p));
  g_assert_cmpint (width, <, apart);
  kp_sheet_text (f->sheet, &song, KP_MM (20), KP_MM (40), word);
  path = kp_test_paper_save (f->sheet, f->folder);
  page = kp_test_paper_render (path, 1, f->folder);
  g_assert_cmpuint (kp_test_page_count_ink (page, &inside), >, 100);
  g_assert_cmpuint (kp_test_page_count_ink (page, &beyond), ==, 0);
}

static void
test_missing_letter_is_named (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  kp_sheet_set_place (f->sheet, "准考证 26010132“姓名”");
  kp_sheet_text (f->sheet, &song, KP_MM (20), KP_MM (40), "བོད\u0FFE");
  g_assert_false (kp_sheet_check (f->sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_GLYPH);
  kp_test_assert_contains (error->message, "准考证 26010132“姓名”: ");
  kp_test_assert_contains (error->message, "U+0FFE");
  g_assert_cmphex (kp_font_set_find_missing (f->fonts, KP_FONT_SONG, "བོད\u0FFE"), ==, 0xFFE);
  g_assert_cmphex (kp_font_set_find_missing (f->fonts, KP_FONT_SONG, "བོད་ گۈلنار ᠮᠣᠩᠭᠣᠯ"), ==, 0);
}

/* Paragraphs break between words, in Tibetan between syllables, and never inside. */
static void
test_breaks_between_words (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] = "བསྟན་འཛིན་བསྟན་འཛིན་བསྟན་འཛིན་གۈلنار مەمەتجان گۈلنار مەمەتجان";
  const KpBlockStyle style = { .text = song, .align = KP_ALIGN_JUSTIFY };
  g_autoptr (KpFlow) flow = kp_text_break_block (f->sheet, &style, KP_MM (30), text);

  g_assert_cmpuint (kp_flow_get_n_lines (flow), >, 3);
  g_assert_false (kp_flow_is_overfull (flow));
  for (guint i = 0; i + 1 < kp_flow_get_n_lines (flow); i++)
    {
      KpFlowLine line;
      const char *end;

      kp_flow_get_line (flow, i, &line);
      end = line.text + line.n_bytes;
      g_assert_true (*end == ' ' || g_str_has_suffix (g_utf8_prev_char (end), "་") ||
                     g_utf8_get_char (g_utf8_prev_char (end)) == 0xF0B);
    }
}

/* A word is never cut, so one that is wider than its box at half the size is an error, not an overflow. */
static void
test_word_too_wide_is_an_error (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  kp_text_draw_fitted (f->sheet, &song, &(KpRect){ KP_MM (20), KP_MM (20), KP_MM (8), KP_MM (60) }, KP_ALIGN_LEFT,
                       KP_FIT_WRAP, "مەمەتجانمەمەتجانمەمەتجان");
  g_assert_false (kp_sheet_check (f->sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
}

int
main (int argc, char *argv[])
{
  static const char *const words[][2] = { { "tibetan", "བསྟན" }, { "uyghur", "گۈلنار" }, { "mongolian", "ᠮᠣᠩᠭᠣᠯ" } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/script/split/", splits[i].name, NULL);

      g_test_add_data_func (path, &splits[i], test_split);
    }
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/script/copies-exactly/", copies[i].name, NULL);

      g_test_add (path, Fixture, &copies[i], set_up, test_copies_exactly, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/script/shaped-and-measured/", words[i][0], NULL);

      g_test_add (path, Fixture, words[i][1], set_up, test_words_are_shaped_and_measured, tear_down);
    }
  g_test_add_func ("/pdf/script/chinese-needs-no-shaping", test_chinese_needs_no_shaping);
  g_test_add ("/pdf/script/missing-letter-is-named", Fixture, NULL, set_up, test_missing_letter_is_named, tear_down);
  g_test_add ("/pdf/script/breaks-between-words", Fixture, NULL, set_up, test_breaks_between_words, tear_down);
  g_test_add ("/pdf/script/word-too-wide", Fixture, NULL, set_up, test_word_too_wide_is_an_error, tear_down);
  return g_test_run ();
}
