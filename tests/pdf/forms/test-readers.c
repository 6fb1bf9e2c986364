/* test-readers.c – every form read by a second reader, and each of its characters looked at for ink.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* test-forms.c asks poppler for the texts. Here mutool and the readers of browsers, which share no code with it, must copy out the same, and mutool
 * tells where each character stands: there poppler must have left ink. So a hole is found whichever of both drew it. */

#include <stdio.h>
#include <string.h>

#include "kp-form-reader.h"
#include "kp-form-sample.h"
#include "kp-test-paper.h"

#define MOST_ROWS 40
#define MOST_PAGES 2

/* At 100 dpi a thin stroke is grey. */
#define LIGHT 225

static const char *const browsers[] = { "pdfjs", "pdfium" };

typedef struct
{
  const KpTestPage *page;
  guint n_characters;
  guint n_blank;
  gunichar blank; /* the last one */
} Look;

static guint
count_ink (const KpTestPage *page, double x1, double y1, double x2, double y2)
{
  const guint left = (guint) MAX (x1 * 100 / 72, 0), right = (guint) MAX (x2 * 100 / 72 + 1, 0);
  const guint top = (guint) MAX (y1 * 100 / 72, 0), bottom = (guint) MAX (y2 * 100 / 72 + 1, 0);
  guint count = 0;

  for (guint y = top; y < MIN (bottom, page->height); y++)
    for (guint x = left; x < MIN (right, page->width); x++)
      count += page->dots[y * page->width + x] < LIGHT;
  return count;
}

/* <char quad="x1 y1 x2 y1 x1 y2 x2 y2" … c="字"/>, where the character may be written &#x5b57; */
static void
look_at_character (Look *look, const char *at)
{
  double quad[8] = { 0 };
  const char *value = strstr (at, " c=\"");
  gunichar c;

  g_assert_nonnull (value);
  value += strlen (" c=\"");
  c = g_str_has_prefix (value, "&#x") ? (gunichar) g_ascii_strtoull (value + 3, NULL, 16) : g_utf8_get_char (value);
  for (guint i = 0; i < G_N_ELEMENTS (quad); i++)
    quad[i] = g_ascii_strtod (at, (char **) &at);
  if (g_unichar_isspace (c) || c == 0x3000)
    return;
  look->n_characters++;
  if (count_ink (look->page, quad[0], quad[1], quad[6], quad[7]) > 0)
    return;
  look->n_blank++;
  look->blank = c;
}

static Look
look_at_page (const char *path, guint number, const KpTestFolder *folder)
{
  static const char begin[] = "<char quad=\"";
  g_autoptr (KpTestPage) page = kp_test_paper_render (path, number, folder);
  g_autofree char *index = g_strdup_printf ("%u", number);
  g_autofree char *text =
      kp_test_run ((const char *[]){ "mutool", "draw", "-q", "-F", "stext", path, index, NULL }, NULL);
  Look look = { .page = page };

  for (const char *at = strstr (text, begin); at != NULL; at = strstr (at, begin))
    {
      at += strlen (begin);
      look_at_character (&look, at);
    }
  look.page = NULL;
  return look;
}

static void
assert_copied (const KpFormSample *sample, const char *reader, const char *text)
{
  for (guint i = 0; i < sample->expected->len; i++)
    {
      g_autofree char *expected = kp_form_reader_squeeze (g_ptr_array_index (sample->expected, i));

      if (strstr (text, expected) == NULL)
        g_error ("%s doesn't copy “%s”", reader, expected);
    }
}

static void
test_form (gconstpointer data)
{
  const KpFormSampleForm *form = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, form->name);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_assert_true (form->draw (sample, sheet, MIN (MOST_ROWS, form->most), &error));
  g_assert_no_error (error);
  path = kp_test_paper_save (sheet, folder);
  text = kp_test_paper_dup_mutool_text (path);
  assert_copied (sample, "mutool", text);
  for (guint i = 0; i < G_N_ELEMENTS (browsers); i++)
    {
      g_autofree char *copied = kp_test_paper_dup_browser_text (browsers[i], path);

      if (copied != NULL)
        assert_copied (sample, browsers[i], copied);
    }
  for (guint i = 1; i <= MIN (MOST_PAGES, kp_sheet_get_n_pages (sheet)); i++)
    {
      const Look look = look_at_page (path, i, folder);

      g_assert_cmpuint (look.n_characters, >, 0);
      if (look.n_blank > 0)
        g_error ("page %u: %u of %u characters are blank, among them U+%04X", i, look.n_blank, look.n_characters,
                 look.blank);
    }
}

/* The look itself can fail: what is drawn in white is blank. */
static void
test_blank_is_found (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  KpTextStyle style = { KP_FONT_SONG, KP_PT (12), 0, KP_INK_BLACK };
  g_autofree char *path = NULL;
  Look look;

  kp_sheet_add_page (sheet, KP_PAPER_A4);
  kp_sheet_text (sheet, &style, KP_MM (20), KP_MM (40), "一丨·，");
  style.ink = KP_INK_WHITE;
  kp_sheet_text (sheet, &style, KP_MM (20), KP_MM (60), "甲乙");
  path = kp_test_paper_save (sheet, folder);
  look = look_at_page (path, 1, folder);
  g_assert_cmpuint (look.n_characters, ==, 6);
  g_assert_cmpuint (look.n_blank, ==, 2);
  g_assert_cmphex (look.blank, ==, 0x4E59);
}

static void
add_forms (const KpFormSampleForm *forms, guint n_forms)
{
  for (guint i = 0; i < n_forms; i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/readers/", forms[i].name, NULL);

      g_test_add_data_func (path, &forms[i], test_form);
    }
}

int
main (int argc, char *argv[])
{
  guint n_forms;
  const KpFormSampleForm *forms;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/readers/blank-is-found", test_blank_is_found);
  forms = kp_form_sample_get_forms (&n_forms);
  add_forms (forms, n_forms);
  forms = kp_form_sample_get_room_forms (&n_forms);
  add_forms (forms, n_forms);
  forms = kp_form_sample_get_office_forms (&n_forms);
  add_forms (forms, n_forms);
  return g_test_run ();
}
