/* test-pdf-archive.c – documents for archives: what ISO 19005-2 asks for is there, what it forbids isn't; and seals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-pdf-error.h"
#include "kp-pdf-file.h"
#include "kp-pdf-seal.h"
#include "kp-test-paper.h"

#define TITLE "名单 <甲&乙> 𠮷"
#define CODE "marks:c::1:0123456789abcdef:00"
#define KEY "00112233"

static GBytes *
draw (gboolean is_archive, gboolean is_sealed)
{
  static const KpTextStyle song = { KP_FONT_SONG, KP_PT (18), 0, KP_INK_RED };
  static const KpTextStyle hei = { KP_FONT_HEI, KP_PT (12), 0, KP_INK_GREY };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, TITLE);
  const KpRect box = { KP_MM (20), KP_MM (60), KP_MM (30), KP_MM (30) };
  GBytes *bytes;

  if (is_archive)
    kp_sheet_set_archive (sheet);
  kp_sheet_add_page (sheet, KP_PAPER_A4);
  kp_sheet_text (sheet, &song, KP_MM (20), KP_MM (40), "劳动合同𠮷");
  kp_sheet_text (sheet, &hei, KP_MM (20), KP_MM (50), "黑体字 abc");
  kp_sheet_qr (sheet, &box, "kaopin:" CODE);
  if (is_sealed)
    kp_sheet_set_paper (sheet, CODE, "7:abc", KEY);
  bytes = kp_sheet_dup_bytes (sheet, &error);
  g_assert_no_error (error);
  return bytes;
}

static char *
run_on (GBytes *pdf, const char *program, const char *option, const char *last)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "archive.pdf");
  int status = -1;
  char *said;

  g_assert_true (kp_pdf_file_write (path, pdf, NULL));
  said = kp_test_run ((const char *const[]){ program, option, path, last, NULL }, &status);
  g_assert_cmpint (status, ==, 0);
  return said;
}

static void
test_is_sound (void)
{
  g_autoptr (GBytes) pdf = draw (TRUE, TRUE);
  g_autofree char *said = run_on (pdf, "qpdf", "--check", NULL);

  kp_test_assert_contains (said, "No syntax or stream encoding errors");
}

static void
test_has_what_is_asked_for (void)
{
  static const char *const parts[] = {
    "\"/Metadata\": \"", "\"/OutputIntents\": [", "\"/S\": \"/GTS_PDFA1\"", "\"/DestOutputProfile\": \"", "\"/N\": 3",
    "\"/Lang\": \"u:zh-CN\"", "\"/ID\": [", "\"/FontFile2\": \"", "\"/CIDToGIDMap\": \"", "\"/ToUnicode\": \"",
  };
  static const char *const forbidden[] = { "\"/Encrypt\"", "\"/SMask\"", "\"/CA\"",         "\"/ca\"",   "\"/JS\"",  "\"/JavaScript\"",
                                           "\"/AA\"",      "\"/OpenAction\"", "\"/EmbeddedFiles\"", "\"/XFA\"", "\"/LZWDecode\"", "\"/Transparency\"" };
  g_autoptr (GBytes) pdf = draw (TRUE, FALSE);
  g_autofree char *json = run_on (pdf, "qpdf", "--json=2", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    kp_test_assert_contains (json, parts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_null (strstr (json, forbidden[i]));
}

/* Uncompressed, well-formed, and saying the same as the document's information. */
static void
test_metadata (void)
{
  g_autoptr (GBytes) pdf = draw (TRUE, FALSE);
  gsize n = 0;
  const char *bytes = g_bytes_get_data (pdf, &n);
  const char *begin = memmem (bytes, n, "<?xpacket begin", strlen ("<?xpacket begin"));
  g_autofree char *text = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  static const GMarkupParser parser = { NULL, NULL, NULL, NULL, NULL };

  g_assert_nonnull (begin);
  text = g_strndup (begin, (gsize)((const char *)memmem (begin, n - (gsize)(begin - bytes), "endstream", 9) - begin));
  context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_assert_true (g_markup_parse_context_parse (context, text, -1, NULL));
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
  kp_test_assert_contains (text, "<pdfaid:part>2</pdfaid:part>");
  kp_test_assert_contains (text, "<pdfaid:conformance>B</pdfaid:conformance>");
  kp_test_assert_contains (text, "名单 &lt;甲&amp;乙&gt; 𠮷");
  kp_test_assert_contains (text, "<xmp:CreatorTool>Kaopin</xmp:CreatorTool>");
  kp_test_assert_contains (text, "<pdf:Producer>Haru Free PDF Library");
}

/* The colour profile's own table of contents fits it. */
static void
test_profile (void)
{
  g_autoptr (GBytes) pdf = draw (TRUE, FALSE);
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (pdf, &n);
  const guint8 *mark = memmem (bytes, n, "acsp", 4);
  const guint8 *profile = mark - 36;
  guint32 size;
  guint32 n_tags;

  g_assert_nonnull (mark);
  memcpy (&size, profile, 4);
  size = GUINT32_FROM_BE (size);
  g_assert_cmpmem (profile + size, 10, "\nendstream", 10);
  memcpy (&n_tags, profile + 128, 4);
  n_tags = GUINT32_FROM_BE (n_tags);
  g_assert_cmpuint (n_tags, ==, 10);
  for (guint i = 0; i < n_tags; i++)
    {
      guint32 place;
      guint32 length;

      memcpy (&place, profile + 132 + i * 12 + 4, 4);
      memcpy (&length, profile + 132 + i * 12 + 8, 4);
      g_assert_cmpuint (GUINT32_FROM_BE (place) + GUINT32_FROM_BE (length), <=, size);
      g_assert_cmpuint (GUINT32_FROM_BE (place) % 4, ==, 0);
    }
}

/* One that nothing is drawn on goes away without a trace. */
static void
test_given_up (void)
{
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, TITLE);
      g_autoptr (GError) error = NULL;

      kp_sheet_set_archive (sheet);
      if (i == 1)
        {
          g_assert_null (kp_sheet_dup_bytes (sheet, &error));
          g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY);
        }
    }
}

static void
test_repeats (void)
{
  g_autoptr (GBytes) first = draw (TRUE, TRUE);
  g_autoptr (GBytes) second = draw (TRUE, TRUE);
  g_autoptr (GBytes) plain = draw (FALSE, TRUE);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, plain));
}

/* The head of a JPEG in four inks: enough for libharu, which copies the rest. Its shape alone is read. */
static const guint8 four_inks[] = {
  0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x14, 0x08, 0x00, 0x08, 0x00, 0x08, 0x04, 0x01, 0x11, 0x00, 0x02, 0x11, 0x00,
  0x03, 0x11, 0x00, 0x04, 0x11, 0x00, 0xFF, 0xDA, 0x00, 0x0E, 0x04, 0x01, 0x00, 0x02, 0x00, 0x03, 0x00, 0x04,
  0x00, 0x00, 0x3F, 0x00, 0xFF, 0xD9,
};

/* The profile of an archive is RGB alone. */
static void
test_four_inks (void)
{
  g_autoptr (KpFontSet) fonts = kp_test_paper_new_fonts ();
  g_autoptr (GBytes) picture = g_bytes_new_static (four_inks, sizeof four_inks);
  const KpRect box = { KP_MM (20), KP_MM (60), KP_MM (25), KP_MM (35) };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, TITLE);
      g_autoptr (GError) error = NULL;

      if (i == 1)
        kp_sheet_set_archive (sheet);
      kp_sheet_add_page (sheet, KP_PAPER_A4);
      kp_sheet_jpeg (sheet, &box, picture);
      g_assert_true (kp_sheet_check (sheet, &error) == (i == 0));
      if (i == 1)
        g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_IMAGE);
    }
}

/* ---- seals ---- */

static void
test_seal_fits (void)
{
  g_autoptr (GBytes) pdf = draw (FALSE, TRUE);
  g_autoptr (GBytes) unsealed = draw (FALSE, FALSE);
  g_auto (KpPdfPaper) paper = { .code = NULL };
  g_auto (KpPdfPaper) none = { .code = NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_pdf_seal_fits (pdf, KEY));
  g_assert_false (kp_pdf_seal_fits (pdf, "00112234"));
  g_assert_false (kp_pdf_seal_fits (unsealed, KEY));
  g_assert_true (kp_pdf_paper_read (pdf, &paper, &error));
  g_assert_cmpstr (paper.code, ==, CODE);
  g_assert_cmpstr (paper.journal, ==, "7:abc");
  g_assert_true (kp_pdf_paper_read (unsealed, &none, &error));
  g_assert_null (none.code);
}

/* Wherever a byte is another. */
static void
test_any_changed_byte (void)
{
  g_autoptr (GBytes) pdf = draw (FALSE, TRUE);
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (pdf, &n);

  for (gsize i = 0; i < n; i += i < n - 300 ? n / 50 : 1)
    {
      guint8 *copy = g_memdup2 (bytes, n);
      g_autoptr (GBytes) changed = NULL;

      copy[i] ^= 1;
      changed = g_bytes_new_take (copy, n);
      g_assert_false (kp_pdf_seal_fits (changed, KEY));
    }
}

static void
test_no_pdf (gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_auto (KpPdfPaper) paper = { .code = NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_pdf_seal_fits (bytes, KEY));
  g_assert_false (kp_pdf_paper_read (bytes, &paper, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/pdf-archive/is-sound", test_is_sound);
  g_test_add_func ("/pdf/pdf-archive/has-what-is-asked-for", test_has_what_is_asked_for);
  g_test_add_func ("/pdf/pdf-archive/metadata", test_metadata);
  g_test_add_func ("/pdf/pdf-archive/profile", test_profile);
  g_test_add_func ("/pdf/pdf-archive/four-inks", test_four_inks);
  g_test_add_func ("/pdf/pdf-archive/given-up", test_given_up);
  g_test_add_func ("/pdf/pdf-archive/repeats", test_repeats);
  g_test_add_func ("/pdf/pdf-seal/fits", test_seal_fits);
  g_test_add_func ("/pdf/pdf-seal/any-changed-byte", test_any_changed_byte);
  g_test_add_data_func ("/pdf/pdf-seal/empty", "", test_no_pdf);
  g_test_add_data_func ("/pdf/pdf-seal/cut", "%PDF-1.7\n/KaopinSeal <00", test_no_pdf);
  g_test_add_data_func ("/pdf/pdf-seal/text", "名单", test_no_pdf);
  return g_test_run ();
}
