/* kp-test-paper.c – reads a printed sheet back: its text, its soundness, its ink.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-paper.h"

#include <string.h>

#define DPI 100
#define DARK 128
#define NOT_INSTALLED 77

KpFontSet *
kp_test_paper_new_fonts (void)
{
  g_autoptr (GError) error = NULL;
  KpFontSet *fonts = kp_font_set_new (g_getenv ("KAOPIN_FONTS"), &error);

  g_assert_no_error (error);
  return fonts;
}

static char *
run (const char *const *argv)
{
  int status = -1;
  g_autofree char *output = kp_test_run (argv, &status);

  if (status != 0)
    g_test_message ("%s: %s", argv[0], output);
  g_assert_cmpint (status, ==, 0);
  return g_steal_pointer (&output);
}

char *
kp_test_paper_save (KpSheet *sheet, const KpTestFolder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_folder_dup_file (folder, "paper.pdf");
  const char *check[] = { "qpdf", "--check", path, NULL };

  kp_sheet_save (sheet, path, &error);
  g_assert_no_error (error);
  g_free (run (check));
  return g_steal_pointer (&path);
}

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && (c < 0x202A || c > 0x202E))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

char *
kp_test_paper_dup_mutool_text (const char *path)
{
  g_autofree char *text = run ((const char *[]){ "mutool", "draw", "-q", "-F", "txt", path, NULL });

  return squeeze (text);
}

char *
kp_test_paper_dup_browser_text (const char *reader, const char *path)
{
  g_autofree char *script = kp_test_dup_shipped ("pdf/copy.mjs");
  int status = -1;
  g_autofree char *text = kp_test_run ((const char *[]){ "node", script, reader, path, NULL }, &status);

  if (status == NOT_INSTALLED)
    return NULL;
  g_assert_cmpint (status, ==, 0);
  return squeeze (text);
}

char *
kp_test_paper_dup_layout_text (const char *path)
{
  g_autofree char *text = run ((const char *[]){ "pdftotext", "-q", path, "-", NULL });

  return squeeze (text);
}

char *
kp_test_paper_dup_text (const char *path, guint page)
{
  g_autofree char *first = g_strdup_printf ("%u", MAX (page, 1));
  g_autofree char *last = g_strdup_printf ("%u", page == 0 ? 100000 : page);
  const char *argv[] = { "pdftotext", "-q", "-raw", "-f", first, "-l", last, path, "-", NULL };
  g_autofree char *text = run (argv);

  return squeeze (text);
}

/* A binary PGM: "P5 width height 255" and the dots. */
static KpTestPage *
parse_pgm (const char *bytes, gsize n)
{
  KpTestPage *page = g_new0 (KpTestPage, 1);
  char *p = NULL;

  g_assert_cmpmem (bytes, 2, "P5", 2);
  page->width = (guint) g_ascii_strtoull (bytes + 2, &p, 10);
  page->height = (guint) g_ascii_strtoull (p, &p, 10);
  g_assert_cmpuint (g_ascii_strtoull (p, &p, 10), ==, 255);
  p++;
  g_assert_cmpuint (n - (gsize) (p - bytes), ==, (gsize) page->width * page->height);
  page->dots = g_memdup2 (p, (gsize) page->width * page->height);
  return page;
}

KpTestPage *
kp_test_paper_render (const char *path, guint page, const KpTestFolder *folder)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *stem = kp_test_folder_dup_file (folder, "page");
  g_autofree char *image = g_strconcat (stem, ".pgm", NULL);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  const char *argv[] = { "pdftoppm", "-gray", "-r", dpi, "-f", number, "-singlefile", path, stem, NULL };
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_free (run (argv));
  bytes = kp_test_read (image, &n);
  return parse_pgm (bytes, n);
}

void
kp_test_page_free (KpTestPage *page)
{
  g_free (page->dots);
  g_free (page);
}

static guint
dots (KpLength length, guint limit)
{
  return (guint) CLAMP ((gint64) length * DPI / 72000, 0, (gint64) limit);
}

guint
kp_test_page_count_ink (const KpTestPage *page, const KpRect *rect)
{
  guint count = 0;

  for (guint y = dots (rect->y, page->height); y < dots (rect->y + rect->height, page->height); y++)
    for (guint x = dots (rect->x, page->width); x < dots (rect->x + rect->width, page->width); x++)
      count += page->dots[y * page->width + x] < DARK;
  return count;
}

#define FINE_DPI 600
#define RED_OVER_GREEN 60

static gboolean
is_inked (const guint8 *dot, gboolean only_red)
{
  return only_red ? dot[0] > dot[1] + RED_OVER_GREEN : dot[1] < DARK;
}

static KpLength
fine_length (guint dots)
{
  return (KpLength) ((guint64) dots * 72000 / FINE_DPI);
}

static guint
fine_dots (KpLength length)
{
  return (guint) ((gint64) length * FINE_DPI / 72000);
}

/* A binary PPM: "P6 width height 255" and the dots in three colours. */
static KpRect
find_bounds (const char *bytes, gsize n, gboolean only_red)
{
  char *p = NULL;
  guint width = (guint) g_ascii_strtoull (bytes + 2, &p, 10);
  guint height = (guint) g_ascii_strtoull (p, &p, 10);
  guint left = width;
  guint right = 0;
  guint top = height;
  guint bottom = 0;

  g_assert_cmpmem (bytes, 2, "P6", 2);
  g_assert_cmpuint (g_ascii_strtoull (p, &p, 10), ==, 255);
  p++;
  g_assert_cmpuint (n - (gsize) (p - bytes), ==, (gsize) width * height * 3);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      if (is_inked ((const guint8 *) p + ((gsize) y * width + x) * 3, only_red))
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  if (right == 0)
    return (KpRect){ 0, 0, 0, 0 };
  return (KpRect){ fine_length (left), fine_length (top), fine_length (right - left), fine_length (bottom - top) };
}

KpRect
kp_test_paper_find_ink (
    const char *path, guint page, const KpRect *within, gboolean only_red, const KpTestFolder *folder)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *stem = kp_test_folder_dup_file (folder, "part");
  g_autofree char *image = g_strconcat (stem, ".ppm", NULL);
  g_autofree char *dpi = g_strdup_printf ("%d", FINE_DPI);
  g_autofree char *x = g_strdup_printf ("%u", fine_dots (within->x));
  g_autofree char *y = g_strdup_printf ("%u", fine_dots (within->y));
  g_autofree char *width = g_strdup_printf ("%u", fine_dots (within->width));
  g_autofree char *height = g_strdup_printf ("%u", fine_dots (within->height));
  const char *argv[] = { "pdftoppm", "-r", dpi,    "-f", number, "-x",          x,    "-y", y,
                         "-W",       width, "-H", height, "-singlefile", path, stem, NULL };
  g_autofree char *bytes = NULL;
  gsize n = 0;
  KpRect ink;

  g_free (run (argv));
  bytes = kp_test_read (image, &n);
  ink = find_bounds (bytes, n, only_red);
  ink.x += fine_length (fine_dots (within->x));
  ink.y += fine_length (fine_dots (within->y));
  return ink;
}

static KpLength
read_edge (const char *line, const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return (KpLength) (g_ascii_strtod (at + strlen (name), NULL) * 1000);
}

void
kp_test_paper_find_word (const char *path, guint page, const char *word, KpLength *left, KpLength *right)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *wanted = g_strdup_printf (">%s</word>", word);
  const char *argv[] = { "pdftotext", "-q", "-bbox", "-f", number, "-l", number, path, "-", NULL };
  g_autofree char *text = run (argv);
  g_auto (GStrv) lines = g_strsplit_set (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], wanted) == NULL)
        continue;
      *left = read_edge (lines[i], "xMin=\"");
      *right = read_edge (lines[i], "xMax=\"");
      return;
    }
  g_error ("“%s” is not on page %u: %s", word, page, text);
}
