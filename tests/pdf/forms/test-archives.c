/* test-archives.c – every form as a document for archives: tagged, sound, and the same text as the plain one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-form-reader.h"
#include "kp-form-sample.h"
#include "kp-form-tags.h"

#define MOST_ROWS 60

static KpSheet *
draw (const KpFormSampleForm *form, KpFontSet *fonts, KpFormSample *sample, gboolean is_archive)
{
  g_autoptr (GError) error = NULL;
  KpSheet *sheet = kp_sheet_new (fonts, form->name);

  if (is_archive)
    kp_sheet_set_archive (sheet);
  form->draw (sample, sheet, MIN (MOST_ROWS, form->most), &error);
  g_assert_no_error (error);
  return sheet;
}

static void
test_form (gconstpointer data)
{
  const KpFormSampleForm *form = data;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpFormSample) again = kp_form_sample_new ();
  g_autoptr (KpSheet) archive = draw (form, fonts, sample, TRUE);
  g_autoptr (KpSheet) plain = draw (form, fonts, again, FALSE);
  g_autoptr (KpFormReader) reader = kp_form_reader_new (archive);
  g_autoptr (KpFormReader) other = kp_form_reader_new (plain);
  KpFormTags tags;

  kp_form_reader_assert_valid (reader);
  g_assert_cmpstr (reader->text, ==, other->text);
  kp_form_tags_check (reader->path, &tags);
  g_assert_cmpuint (tags.n_elements, >, 1);
  g_assert_cmpuint (tags.n_marks, >, 0);
}

/* The text in the order of the structure, as a reader aloud says it. */
static char *
dup_spoken (const char *path)
{
  g_autofree char *told = kp_test_run ((const char *[]){ "pdfinfo", "-struct-text", path, NULL }, NULL);
  g_auto (GStrv) lines = g_strsplit (told, "\n", -1);
  GString *out = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      const char *text = *line + strspn (*line, " ");

      if (g_str_has_prefix (text, "\"") && strlen (text) > 1)
        g_string_append_printf (out, "%.*s|", (int) strlen (text) - 2, text + 1);
      else if (g_str_has_prefix (text, "H1") || g_str_has_prefix (text, "Table") || g_str_has_prefix (text, "TR") ||
               g_str_has_prefix (text, "Sect") || g_str_has_prefix (text, "Figure"))
        g_string_append_printf (out, "<%.*s>", (int) strcspn (text, " :"), text);
    }
  return g_string_free (out, FALSE);
}

/* A table over several pages is one, its heading is told once, and the feet are passed over. */
static void
test_spoken_table (void)
{
  guint n_forms;
  const KpFormSampleForm *forms = kp_form_sample_get_forms (&n_forms);
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  KpFormTags tags;

  while (!g_str_equal (forms->name, "shortlist"))
    forms++;
  {
    g_autoptr (KpSheet) sheet = draw (forms, fonts, sample, TRUE);
    g_autoptr (KpFormReader) reader = kp_form_reader_new (sheet);
    g_autofree char *spoken = dup_spoken (reader->path);
    const char *heading = strstr (spoken, "准考证号|");

    g_assert_cmpuint (kp_sheet_get_n_pages (sheet), >, 1);
    kp_form_tags_check (reader->path, &tags);
    g_assert_cmpuint (tags.n_tables, ==, 1);
    g_assert_cmpuint (tags.n_headings, ==, 2); /* of the announcement and of its annex */
    g_assert_true (g_str_has_prefix (spoken, "<H1>"));
    g_assert_nonnull (heading);
    g_assert_null (strstr (heading + 1, "准考证号|"));
    kp_test_assert_lacks (spoken, "页　共");
  }
}

int
main (int argc, char *argv[])
{
  static const KpFormSampleForm *(*const tables[]) (guint *) = { kp_form_sample_get_forms, kp_form_sample_get_room_forms,
                                                                  kp_form_sample_get_office_forms };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/archives/spoken-table", test_spoken_table);
  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    {
      guint n_forms;
      const KpFormSampleForm *forms = tables[k](&n_forms);

      for (guint i = 0; i < n_forms; i++)
        {
          g_autofree char *path = g_strconcat ("/pdf/archives/", forms[i].name, NULL);

          g_test_add_data_func (path, &forms[i], test_form);
        }
    }
  return g_test_run ();
}
