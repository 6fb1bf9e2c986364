/* test-sheet.c – sheets read back: text, ink, errors, files.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "kp-pdf-error.h"
#include "kp-test-paper.h"

#define RARE "𫖯𬴊鿏䶮𠮷𪣻𬭚𬱖𡋾𫟼鿭"
#define SIZE KP_PT (24)

#define N_MUTATIONS 2000

/* A private character: no font has it. */
#define NOWHERE "\xee\x80\x80"

/* Behind a character: KP_SCRIPT_STRONG, KP_SCRIPT_EMPHASIS. */
#define STRONG "\xef\xb8\x8d"
#define EMPHASIS "\xef\xb8\x8c"

static const KpTextStyle song = { KP_FONT_SONG, KP_PT (24), 0, KP_INK_BLACK };

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
  f->sheet = kp_sheet_new (f->fonts, "招聘 𠮷 样张");
  kp_sheet_add_page (f->sheet, KP_PAPER_A4);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kp_sheet_free (f->sheet);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

/* Each rare character in each style: copied out right, and with ink in its square. */
static void
test_rare_characters (Fixture *f, gconstpointer data)
{
  KpTextStyle style = { (KpFontStyle) GPOINTER_TO_INT (data), SIZE, 0, KP_INK_BLACK };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (KpTestPage) page = NULL;
  guint i = 0;

  for (const char *p = RARE; *p != '\0'; p = g_utf8_next_char (p), i++)
    kp_sheet_text_spaced (f->sheet, &style, KP_MM (20) + (KpLength) i * KP_MM (12), KP_MM (40), p,
                          g_utf8_next_char (p) - p, 0);
  path = kp_test_paper_save (f->sheet, f->folder);
  text = kp_test_paper_dup_text (path, 1);
  g_assert_cmpstr (text, ==, RARE);
  page = kp_test_paper_render (path, 1, f->folder);
  while (i-- > 0)
    {
      KpRect square = { KP_MM (20) + (KpLength) i * KP_MM (12), KP_MM (40) - SIZE, SIZE, SIZE * 12 / 10 };

      g_assert_cmpuint (kp_test_page_count_ink (page, &square), >, 40);
    }
  /* The measure can fail: beside the line there is no ink. */
  g_assert_cmpuint (kp_test_page_count_ink (page, &(KpRect){ KP_MM (20), KP_MM (60), KP_MM (150), SIZE }), ==,
                    0);
}

/* 黑体 within 仿宋 has more ink, takes its own width, and is copied as what it says. */
static void
test_emphasis (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const KpTextStyle style = { KP_FONT_FANGSONG, SIZE, 0, KP_INK_BLACK };
  const KpTextStyle hei = { KP_FONT_HEI, SIZE, 0, KP_INK_BLACK };
  const KpTextStyle kai = { KP_FONT_KAI, SIZE, 0, KP_INK_BLACK };
  const KpRect plain = { KP_MM (20), KP_MM (40) - SIZE, 2 * SIZE, SIZE * 12 / 10 };
  const KpRect strong = { KP_MM (20), KP_MM (80) - SIZE, 2 * SIZE, SIZE * 12 / 10 };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (KpTestPage) page = NULL;

  g_assert_cmpint (kp_sheet_measure (f->sheet, &style, "W" STRONG), ==, kp_sheet_measure (f->sheet, &hei, "W"));
  g_assert_cmpint (kp_sheet_measure (f->sheet, &style, "W" EMPHASIS), ==, kp_sheet_measure (f->sheet, &kai, "W"));
  kp_sheet_text (f->sheet, &style, KP_MM (20), KP_MM (40), "职责");
  kp_sheet_text (f->sheet, &style, KP_MM (20), KP_MM (80), "职" STRONG "责" STRONG "𠮷" STRONG "薪" EMPHASIS "。");
  path = kp_test_paper_save (f->sheet, f->folder);
  text = kp_test_paper_dup_text (path, 1);
  g_assert_cmpstr (text, ==, "职责职责𠮷薪。");
  page = kp_test_paper_render (path, 1, f->folder);
  g_assert_cmpuint (kp_test_page_count_ink (page, &strong) * 10, >, kp_test_page_count_ink (page, &plain) * 12);
}

static void
test_fonts_are_embedded (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  kp_sheet_text (f->sheet, &song, KP_MM (20), KP_MM (40), "公告 2026");
  path = kp_test_paper_save (f->sheet, f->folder);
  output = kp_test_run ((const char *[]){ "pdffonts", path, NULL }, NULL);
  kp_test_assert_contains (output, "KAOPIN+KaopinSong");
  kp_test_assert_contains (output, "CID TrueType      Identity-H       yes yes yes");
}

static void
test_title_beyond_u_ffff (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = kp_test_paper_save (f->sheet, f->folder);
  g_autofree char *output = kp_test_run ((const char *[]){ "pdfinfo", path, NULL }, NULL);

  kp_test_assert_contains (output, "招聘 𠮷 样张");
  g_assert_null (strstr (output, "CreationDate"));
}

static void
test_missing_glyph (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  kp_sheet_set_place (f->sheet, "准考证 26010132“姓名”");
  kp_sheet_text (f->sheet, &song, KP_MM (20), KP_MM (40), "王" NOWHERE);
  g_assert_false (kp_sheet_check (f->sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_GLYPH);
  kp_test_assert_contains (error->message, "准考证 26010132“姓名”: ");
  kp_test_assert_contains (error->message, "U+E000");
  g_assert_null (strstr (error->message, "王"));
}

static void
test_failure_stops_saving (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_folder_dup_file (f->folder, "paper.pdf");

  kp_sheet_text (f->sheet, &song, KP_MM (20), KP_MM (40), NOWHERE);
  g_assert_false (kp_sheet_save (f->sheet, path, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_GLYPH);
  kp_test_assert_no_file (path);
}

static void
test_no_page_is_an_error (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) empty = kp_sheet_new (f->fonts, NULL);

  g_assert_null (kp_sheet_dup_bytes (empty, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY);
}

static void
draw_something (KpSheet *sheet)
{
  KpRect box = { KP_MM (100), KP_MM (100), KP_MM (30), KP_MM (30) };

  kp_sheet_text (sheet, &song, KP_MM (20), KP_MM (40), "公告 " RARE);
  kp_sheet_qr (sheet, &box, "KAOPIN|sample");
  kp_sheet_dashed_line (sheet, 0, KP_MM (80), KP_MM (210), KP_MM (80), KP_PT (0.5));
  kp_sheet_add_page (sheet, KP_PAPER_A5_LANDSCAPE);
  kp_sheet_rect (sheet, &box, KP_PT (1));
}

static void
test_same_drawing_same_bytes (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) other = kp_sheet_new (f->fonts, "招聘 𠮷 样张");
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) second = NULL;

  kp_sheet_add_page (other, KP_PAPER_A4);
  draw_something (f->sheet);
  draw_something (other);
  first = kp_sheet_dup_bytes (f->sheet, &error);
  g_assert_no_error (error);
  again = kp_sheet_dup_bytes (f->sheet, &error);
  second = kp_sheet_dup_bytes (other, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, again));
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_measure_is_what_is_drawn (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpTextStyle spread = song;

  spread.pitch = SIZE + 1000;
  g_assert_cmpint (kp_sheet_measure (f->sheet, &song, "公告名单"), ==, 4 * SIZE);
  g_assert_cmpint (kp_sheet_measure (f->sheet, &spread, "公告名单"), ==, 4 * (SIZE + 1000));
  g_assert_cmpint (kp_sheet_measure (f->sheet, &song, "\xe2\x80\x8b"), ==, 0);
  g_assert_cmpint (kp_sheet_measure (f->sheet, &song, "a"), <, SIZE);
  g_assert_cmpint (kp_sheet_measure (f->sheet, &song, NULL), ==, 0);
}

static void
test_qr_has_ink (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpRect box = { KP_MM (100), KP_MM (100), KP_MM (30), KP_MM (30) };
  KpRect outside = { KP_MM (131), KP_MM (100), KP_MM (30), KP_MM (30) };
  g_autofree char *path = NULL;
  g_autoptr (KpTestPage) page = NULL;

  kp_sheet_qr (f->sheet, &box, "KAOPIN|list|0123456789abcdef");
  path = kp_test_paper_save (f->sheet, f->folder);
  page = kp_test_paper_render (path, 1, f->folder);
  g_assert_cmpuint (kp_test_page_count_ink (page, &box), >, 3000);
  g_assert_cmpuint (kp_test_page_count_ink (page, &outside), ==, 0);
}

static void
test_qr_too_long (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpRect box = { 0, 0, KP_MM (30), KP_MM (30) };
  g_autofree char *text = g_strnfill (4000, 'x');
  g_autoptr (GError) error = NULL;

  kp_sheet_qr (f->sheet, &box, text);
  g_assert_false (kp_sheet_check (f->sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_QR);
}

/* A baseline JPEG: one grey square of 8 × 8 dots. */
static const guint8 jpeg[] = {
  0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01,
  0x00, 0x00, 0xFF, 0xDB, 0x00, 0x43, 0x00, 0x08, 0x06, 0x06, 0x07, 0x06, 0x05, 0x08, 0x07, 0x07, 0x07, 0x09,
  0x09, 0x08, 0x0A, 0x0C, 0x14, 0x0D, 0x0C, 0x0B, 0x0B, 0x0C, 0x19, 0x12, 0x13, 0x0F, 0x14, 0x1D, 0x1A, 0x1F,
  0x1E, 0x1D, 0x1A, 0x1C, 0x1C, 0x20, 0x24, 0x2E, 0x27, 0x20, 0x22, 0x2C, 0x23, 0x1C, 0x1C, 0x28, 0x37, 0x29,
  0x2C, 0x30, 0x31, 0x34, 0x34, 0x34, 0x1F, 0x27, 0x39, 0x3D, 0x38, 0x32, 0x3C, 0x2E, 0x33, 0x34, 0x32, 0xFF,
  0xC0, 0x00, 0x0B, 0x08, 0x00, 0x08, 0x00, 0x08, 0x01, 0x01, 0x11, 0x00, 0xFF, 0xC4, 0x00, 0x14, 0x00, 0x01,
  0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xFF, 0xC4,
  0x00, 0x14, 0x10, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  0x00, 0x00, 0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x1F, 0xFF, 0xD9,
};

typedef enum
{
  PHOTO_WHOLE,
  PHOTO_CUT,
  PHOTO_TWO_BYTES,
  PHOTO_ARITHMETIC, /* a kind that no reader of PDF knows */
  PHOTO_NONE,       /* the start of a PNG */
} Photo;

static GBytes *
new_photo (Photo kind)
{
  g_autofree guint8 *copy = g_memdup2 (jpeg, sizeof jpeg);
  gsize n = sizeof jpeg;

  if (kind == PHOTO_CUT)
    n -= 10;
  else if (kind == PHOTO_TWO_BYTES)
    n = 2;
  else if (kind == PHOTO_NONE)
    memcpy (copy, "\x89PNG\r\n\x1a\n", 8);
  for (gsize i = 0; kind == PHOTO_ARITHMETIC && i + 1 < n; i++)
    if (copy[i] == 0xFF && copy[i + 1] == 0xC0)
      copy[i + 1] = 0xC9;
  return g_bytes_new (copy, n);
}

static void
test_bad_photo (Fixture *f, gconstpointer data)
{
  KpRect box = { KP_MM (10), KP_MM (10), KP_MM (25), KP_MM (35) };
  g_autoptr (GBytes) bytes = new_photo ((Photo) GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;

  kp_sheet_jpeg (f->sheet, &box, bytes);
  g_assert_false (kp_sheet_check (f->sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_IMAGE);
}

/* A square picture in an upright box: as wide as the box, in the middle of its height. */
static void
test_good_photo (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpRect box = { KP_MM (10), KP_MM (10), KP_MM (25), KP_MM (35) };
  KpRect above = { KP_MM (10), KP_MM (10), KP_MM (25), KP_MM (4) };
  KpRect middle = { KP_MM (11), KP_MM (16), KP_MM (23), KP_MM (23) };
  g_autoptr (GBytes) bytes = new_photo (PHOTO_WHOLE);
  g_autofree char *path = NULL;
  g_autoptr (KpTestPage) page = NULL;

  kp_sheet_jpeg (f->sheet, &box, bytes);
  path = kp_test_paper_save (f->sheet, f->folder);
  page = kp_test_paper_render (path, 1, f->folder);
  g_assert_cmpuint (kp_test_page_count_ink (page, &above), ==, 0);
  g_assert_cmpuint (kp_test_page_count_ink (page, &middle), >, 7000);
}

/* Damaged photos are taken or refused, but never end the program, nor does a refusal come without a sentence.
 */
static void
test_mutated_photos (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpTestDice dice = { 20261123 };
  guint n_refused = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (KpSheet) sheet = kp_sheet_new (f->fonts, NULL);
      g_autofree guint8 *copy = g_memdup2 (jpeg, sizeof jpeg);
      g_autoptr (GBytes) photo = NULL;
      g_autoptr (GBytes) paper = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = kp_test_dice_below (&dice, 4); k < 5; k++)
        copy[kp_test_dice_below (&dice, sizeof jpeg)] = (guint8) kp_test_dice_below (&dice, 256);
      /* Every other one is whole in length, so that its parts are looked at. */
      photo = g_bytes_new (copy, i % 2 == 0 ? sizeof jpeg : 1 + kp_test_dice_below (&dice, sizeof jpeg));
      kp_sheet_add_page (sheet, KP_PAPER_A6);
      kp_sheet_jpeg (sheet, &(KpRect){ 0, 0, KP_MM (25), KP_MM (35) }, photo);
      paper = kp_sheet_dup_bytes (sheet, &error);
      g_assert_true ((paper == NULL) == (error != NULL));
      n_refused += paper == NULL;
    }
  g_assert_cmpuint (n_refused, >, N_MUTATIONS / 4);
}

static void
test_save_replaces_whole_file (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_folder_write (f->folder, "paper.pdf", "old", -1);
  g_autofree char *content = NULL;
  gsize n = 0;

  kp_sheet_save (f->sheet, path, &error);
  g_assert_no_error (error);
  content = kp_test_read (path, &n);
  g_assert_cmpmem (content, 5, "%PDF-", 5);
}

/* A disk that ends after 64 bytes: a limit on the size of files, set in a process of its own. */
static void
test_full_disk_keeps_old_file (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = kp_test_folder_write (f->folder, "paper.pdf", "old", -1);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *content = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      struct rlimit limit = { 64, 64 };

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      g_assert_false (kp_sheet_save (f->sheet, path, &error));
      g_assert_true (g_error_matches (error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE));
      content = kp_test_read (path, NULL);
      g_assert_true (g_str_equal (content, "old"));
      kp_test_assert_no_file (part);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_file_is_what_memory_is (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_folder_write (f->folder, "batch.pdf", "old", -1);
  g_autoptr (KpSheet) sheet = kp_sheet_new_for_file (f->fonts, "招聘 𠮷 样张", path, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *content = NULL;
  gsize n = 0;

  g_assert_no_error (error);
  kp_sheet_add_page (sheet, KP_PAPER_A4);
  draw_something (sheet);
  draw_something (f->sheet);
  content = kp_test_read (path, NULL);
  g_assert_cmpstr (content, ==, "old");
  kp_sheet_finish (sheet, &error);
  g_assert_no_error (error);
  bytes = kp_sheet_dup_bytes (f->sheet, &error);
  g_free (content);
  content = kp_test_read (path, &n);
  g_assert_cmpmem (content, n, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A batch given up, for one bad name among thousands, leaves the old file and nothing else. */
static void
test_given_up_file_leaves_the_old (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_folder_write (f->folder, "batch.pdf", "old", -1);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *content = NULL;
  KpSheet *sheet = kp_sheet_new_for_file (f->fonts, NULL, path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 20; i++)
    {
      kp_sheet_add_page (sheet, KP_PAPER_A4);
      kp_sheet_text (sheet, &song, KP_MM (20), KP_MM (40), i == 10 ? NOWHERE : "甲");
    }
  g_assert_false (kp_sheet_finish (sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_GLYPH);
  kp_sheet_free (sheet);
  kp_test_assert_no_file (part);
  content = kp_test_read (path, NULL);
  g_assert_cmpstr (content, ==, "old");
}

/* The disk is full after 200,000 bytes, in the midst of the batch: the next check says so. */
static void
test_disk_full_within_a_batch (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = kp_test_folder_write (f->folder, "batch.pdf", "old", -1);
      g_autofree char *part = g_strconcat (path, ".part", NULL);
      g_autofree char *content = NULL;
      struct rlimit limit = { 200000, 200000 };
      KpSheet *sheet = kp_sheet_new_for_file (f->fonts, NULL, path, &error);
      guint n_pages = 0;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      while (n_pages < 5000 && kp_sheet_check (sheet, &error))
        {
          kp_sheet_add_page (sheet, KP_PAPER_A4);
          n_pages++;
        }
      g_assert_true (g_error_matches (error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE));
      g_assert_cmpuint (n_pages, <, 5000);
      g_assert_false (kp_sheet_finish (sheet, NULL));
      kp_sheet_free (sheet);
      kp_test_assert_no_file (part);
      content = kp_test_read (path, NULL);
      g_assert_true (g_str_equal (content, "old"));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* What 2,000 pages with a picture and a code leave behind in memory is their places, not themselves. */
static void
test_pages_leave_the_memory (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) photo = new_photo (PHOTO_WHOLE);
  g_autofree char *path = kp_test_folder_dup_file (f->folder, "batch.pdf");
  g_autoptr (KpSheet) sheet = kp_sheet_new_for_file (f->fonts, NULL, path, &error);
  const KpRect box = { 0, 0, KP_MM (25), KP_MM (35) };
  gsize before = 0;

  if (!kp_test_may_measure ())
    {
      g_test_skip ("under the sanitizers");
      return;
    }
  for (guint i = 0; i < 2100; i++)
    {
      kp_sheet_add_page (sheet, KP_PAPER_A6);
      kp_sheet_text (sheet, &song, KP_MM (20), KP_MM (40), "招聘");
      kp_sheet_jpeg (sheet, &box, photo);
      kp_sheet_qr (sheet, &box, "KAOPIN|sample");
      if (i == 100)
        before = mallinfo2 ().uordblks;
    }
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + 2000 * 100);
  kp_sheet_finish (sheet, &error);
  g_assert_no_error (error);
}

static void
test_no_page_into_a_file_is_an_error (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_folder_dup_file (f->folder, "batch.pdf");
  KpSheet *sheet = kp_sheet_new_for_file (f->fonts, NULL, path, &error);

  g_assert_false (kp_sheet_finish (sheet, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY);
  kp_sheet_free (sheet);
  kp_test_assert_no_file (path);
}

static void
test_no_folder_for_a_batch (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder->path, "nowhere", "batch.pdf", NULL);

  g_assert_null (kp_sheet_new_for_file (f->fonts, NULL, path, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE);
}

static void
test_full_device (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_sheet_save (f->sheet, "/dev/full", &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE);
}

static void
test_missing_folder (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder->path, "nowhere", "paper.pdf", NULL);

  g_assert_false (kp_sheet_save (f->sheet, path, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WRITE);
}

static void
test_more_pages_than_a_node (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  for (guint i = 0; i < 1200; i++)
    kp_sheet_add_page (f->sheet, KP_PAPER_A6);
  path = kp_test_paper_save (f->sheet, f->folder);
  output = kp_test_run ((const char *[]){ "pdfinfo", path, NULL }, NULL);
  kp_test_assert_contains (output, "1201");
}

static void
add (const char *path, gconstpointer data, void (*func) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  static const char *const styles[KP_FONT_N_STYLES] = {
    [KP_FONT_TITLE] = "title", [KP_FONT_FANGSONG] = "fangsong", [KP_FONT_SONG] = "song",
    [KP_FONT_HEI] = "hei",     [KP_FONT_HEI_BOLD] = "hei-bold", [KP_FONT_KAI] = "kai",
  };

  g_test_init (&argc, &argv, NULL);
  for (gint i = 0; i < KP_FONT_N_STYLES; i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/sheet/rare-characters/", styles[i], NULL);

      add (path, GINT_TO_POINTER (i), test_rare_characters);
    }
  add ("/pdf/sheet/batch/as-in-memory", NULL, test_file_is_what_memory_is);
  add ("/pdf/sheet/batch/disk-full", NULL, test_disk_full_within_a_batch);
  add ("/pdf/sheet/batch/given-up", NULL, test_given_up_file_leaves_the_old);
  add ("/pdf/sheet/batch/no-folder", NULL, test_no_folder_for_a_batch);
  add ("/pdf/sheet/batch/no-page", NULL, test_no_page_into_a_file_is_an_error);
  add ("/pdf/sheet/batch/pages-leave-the-memory", NULL, test_pages_leave_the_memory);
  add ("/pdf/sheet/emphasis", NULL, test_emphasis);
  add ("/pdf/sheet/fonts-are-embedded", NULL, test_fonts_are_embedded);
  add ("/pdf/sheet/title-beyond-u-ffff", NULL, test_title_beyond_u_ffff);
  add ("/pdf/sheet/missing-glyph", NULL, test_missing_glyph);
  add ("/pdf/sheet/failure-stops-saving", NULL, test_failure_stops_saving);
  add ("/pdf/sheet/no-page-is-an-error", NULL, test_no_page_is_an_error);
  add ("/pdf/sheet/same-drawing-same-bytes", NULL, test_same_drawing_same_bytes);
  add ("/pdf/sheet/measure-is-what-is-drawn", NULL, test_measure_is_what_is_drawn);
  add ("/pdf/sheet/qr-has-ink", NULL, test_qr_has_ink);
  add ("/pdf/sheet/qr-too-long", NULL, test_qr_too_long);
  add ("/pdf/sheet/photo/whole", NULL, test_good_photo);
  add ("/pdf/sheet/photo/arithmetic", GINT_TO_POINTER (PHOTO_ARITHMETIC), test_bad_photo);
  add ("/pdf/sheet/photo/cut", GINT_TO_POINTER (PHOTO_CUT), test_bad_photo);
  add ("/pdf/sheet/photo/none", GINT_TO_POINTER (PHOTO_NONE), test_bad_photo);
  add ("/pdf/sheet/photo/two-bytes", GINT_TO_POINTER (PHOTO_TWO_BYTES), test_bad_photo);
  add ("/pdf/sheet/photo/mutated", NULL, test_mutated_photos);
  add ("/pdf/sheet/save/replaces-whole-file", NULL, test_save_replaces_whole_file);
  add ("/pdf/sheet/save/full-disk-keeps-old-file", NULL, test_full_disk_keeps_old_file);
  add ("/pdf/sheet/save/full-device", NULL, test_full_device);
  add ("/pdf/sheet/save/missing-folder", NULL, test_missing_folder);
  add ("/pdf/sheet/more-pages-than-a-node", NULL, test_more_pages_than_a_node);
  return g_test_run ();
}
