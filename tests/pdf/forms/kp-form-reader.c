/* kp-form-reader.c – reads a drawn sheet back with other people's programs: text, places of words, ink.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-reader.h"

#include <stdio.h>
#include <string.h>

#define DPI 100

/* Nothing is printed nearer than this to the paper's edge: printers can't. */
#define EDGE (3.0 * 72 / 25.4)

static void
word_free (gpointer data)
{
  KpFormWord *word = data;

  g_free (word->text);
  g_free (word);
}

/** kp_form_reader_squeeze: @text without blanks, so that line breaks don't matter. (transfer full) */
char *
kp_form_reader_squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != '\f')
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static double
get_number (const char *line,
            const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s=\"", name);
  const char *at = strstr (line, key);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (key), NULL);
}

static GPtrArray *
read_words (const char *path)
{
  const char *argv[] = { "pdftotext", "-bbox", path, "-", NULL };
  g_autofree char *output = kp_test_run (argv, NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  KpFormWord page = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "<page ") != NULL)
        {
          page.page++;
          page.page_width = get_number (lines[i], "width");
          page.page_height = get_number (lines[i], "height");
        }
      else if (strstr (lines[i], "<word ") != NULL)
        {
          KpFormWord *word = g_memdup2 (&page, sizeof page);
          const char *text = strchr (strstr (lines[i], "<word "), '>') + 1;

          word->x1 = get_number (lines[i], "xMin");
          word->y1 = get_number (lines[i], "yMin");
          word->x2 = get_number (lines[i], "xMax");
          word->y2 = get_number (lines[i], "yMax");
          word->text = g_strndup (text, strcspn (text, "<"));
          g_ptr_array_add (words, word);
        }
    }
  return words;
}

/** kp_form_reader_new: finishes @sheet and reads it back; fails the test when it can't be saved. */
KpFormReader *
kp_form_reader_new (KpSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  KpFormReader *reader = g_new0 (KpFormReader, 1);
  const char *argv[] = { "pdftotext", "-raw", NULL, "-", NULL };
  g_autofree char *text = NULL;

  reader->folder = kp_test_folder_new ();
  reader->path = kp_test_folder_dup_file (reader->folder, "form.pdf");
  kp_sheet_save (sheet, reader->path, &error);
  g_assert_no_error (error);
  argv[2] = reader->path;
  text = kp_test_run (argv, NULL);
  reader->text = kp_form_reader_squeeze (text);
  reader->words = read_words (reader->path);
  return reader;
}

/** kp_form_reader_free: removes the file too. */
void
kp_form_reader_free (KpFormReader *reader)
{
  kp_test_folder_free (reader->folder);
  g_free (reader->path);
  g_free (reader->text);
  g_ptr_array_unref (reader->words);
  g_free (reader);
}

/** kp_form_reader_assert_shows: @text, blanks aside, can be copied out of the paper. */
void
kp_form_reader_assert_shows (const KpFormReader *reader,
                             const char         *text)
{
  g_autofree char *squeezed = kp_form_reader_squeeze (text);

  if (strstr (reader->text, squeezed) == NULL)
    g_error ("the paper doesn't show “%s”", text);
}

/** kp_form_reader_assert_hides: the opposite of kp_form_reader_assert_shows(). */
void
kp_form_reader_assert_hides (const KpFormReader *reader,
                             const char         *text)
{
  g_autofree char *squeezed = kp_form_reader_squeeze (text);

  if (strstr (reader->text, squeezed) != NULL)
    g_error ("the paper shows “%s”", text);
}

/** kp_form_reader_assert_inside: no word comes nearer than 3 mm to the edge of its page. */
void
kp_form_reader_assert_inside (const KpFormReader *reader)
{
  for (guint i = 0; i < reader->words->len; i++)
    {
      const KpFormWord *word = g_ptr_array_index (reader->words, i);

      if (word->x1 < EDGE || word->y1 < EDGE || word->x2 > word->page_width - EDGE ||
          word->y2 > word->page_height - EDGE)
        g_error ("“%s” on page %u lies outside: %.1f %.1f %.1f %.1f", word->text, word->page, word->x1,
                 word->y1, word->x2, word->y2);
    }
}

/** kp_form_reader_assert_valid: qpdf finds nothing to complain about. */
void
kp_form_reader_assert_valid (const KpFormReader *reader)
{
  const char *argv[] = { "qpdf", "--check", reader->path, NULL };
  int status = -1;

  g_free (kp_test_run (argv, &status));
  g_assert_cmpint (status, ==, 0);
}

/** kp_form_reader_find: the first word that begins with @text; fails when there is none. (transfer none) */
const KpFormWord *
kp_form_reader_find (const KpFormReader *reader,
                     const char         *text)
{
  for (guint i = 0; i < reader->words->len; i++)
    {
      const KpFormWord *word = g_ptr_array_index (reader->words, i);

      if (g_str_has_prefix (word->text, text))
        return word;
    }
  g_error ("no word begins with “%s”", text);
}

/**
 * kp_form_reader_measure_ink:
 * @n_parts: the word's box is cut into so many equal parts from left to right
 * @part: which of them, from 0
 *
 * Returns: the share of the part's pixels that are dark when the page is rendered
 */
double
kp_form_reader_measure_ink (const KpFormReader *reader,
                            const KpFormWord   *word,
                            guint               n_parts,
                            guint               part)
{
  g_autofree char *root = kp_test_folder_dup_file (reader->folder, "page");
  g_autofree char *file = g_strconcat (root, ".pgm", NULL);
  g_autofree char *page = g_strdup_printf ("%u", word->page);
  const char *argv[] = {
    "pdftoppm", "-gray", "-r", "100", "-singlefile", "-f", page, reader->path, root, NULL
  };
  g_autofree char *image = NULL;
  gsize size = 0;
  guint width = 0, height = 0, n_dark = 0, n = 0;
  double step = (word->x2 - word->x1) / n_parts;
  const guint8 *pixels;

  g_free (kp_test_run (argv, NULL));
  image = kp_test_read (file, &size);
  g_assert_cmpint (sscanf (image, "P5 %u %u 255", &width, &height), ==, 2);
  pixels = (const guint8 *) image + size - (gsize) width * height;
  for (guint y = (guint) (word->y1 * DPI / 72); y < (guint) (word->y2 * DPI / 72) && y < height; y++)
    for (guint x = (guint) ((word->x1 + part * step) * DPI / 72);
         x < (guint) ((word->x1 + (part + 1) * step) * DPI / 72) && x < width; x++)
      {
        n++;
        n_dark += pixels[(gsize) y * width + x] < 128 ? 1 : 0;
      }
  g_assert_cmpuint (n, >, 0);
  return (double) n_dark / n;
}
