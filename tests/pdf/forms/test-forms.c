/* test-forms.c – every form with 0, 1, 40 and 300 rows: complete, inside the page, valid, repeatable.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-reader.h"
#include "kp-form-sample.h"

typedef struct
{
  const KpFormSampleForm *form;
  guint                   n;
} Case;

static KpSheet *
draw (const Case   *row,
      KpFontSet    *fonts,
      KpFormSample *sample)
{
  g_autoptr (GError) error = NULL;
  KpSheet *sheet = kp_sheet_new (fonts, row->form->name);

  row->form->draw (sample, sheet, row->n, &error);
  g_assert_no_error (error);
  return sheet;
}

static void
test_form (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpFormSample) again = kp_form_sample_new ();
  g_autoptr (KpSheet) sheet = draw (row, fonts, sample);
  g_autoptr (KpSheet) second = draw (row, fonts, again);
  g_autoptr (KpFormReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) same = NULL;

  if (kp_sheet_get_n_pages (sheet) == 0)
    {
      g_assert_cmpuint (row->n, ==, 0);
      return;
    }
  bytes = kp_sheet_dup_bytes (sheet, &error);
  g_assert_no_error (error);
  same = kp_sheet_dup_bytes (second, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, same));

  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_valid (reader);
  kp_form_reader_assert_inside (reader);
  for (guint i = 0; i < sample->expected->len; i++)
    kp_form_reader_assert_shows (reader, g_ptr_array_index (sample->expected, i));
}

/* Pages that a clerk can count on when the paper is laid into the tray. */
static void
test_pages (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpSheet) sheet = draw (row, fonts, sample);
  guint n = row->n;
  guint expected = g_str_equal (row->form->name, "ticket") ? (n + 1) / 2
                   : g_str_equal (row->form->name, "desk") || g_str_equal (row->form->name, "secret-labels") ? (n + 23) / 24
                                                           : 1;

  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, expected);
}

/* The paths of one table of forms; `cases` keeps their data. */
static void
add_forms (GPtrArray              *cases,
           const KpFormSampleForm *forms,
           guint                   n_forms)
{
  static const guint counts[] = { 0, 1, 40, 300 };
  static const char *const counted[] = { "desk", "door", "seats", "secret-labels", "ticket" };

  for (guint i = 0; i < n_forms; i++)
    for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
      {
        Case row = { &forms[i], counts[k] };
        g_autofree char *path = g_strdup_printf ("/pdf/forms/%s/%u-rows", forms[i].name, counts[k]);
        g_autofree char *pages = g_strdup_printf ("/pdf/forms/%s/%u-rows/pages", forms[i].name, counts[k]);

        if (counts[k] < forms[i].least || counts[k] > forms[i].most)
          continue;
        g_ptr_array_add (cases, g_memdup2 (&row, sizeof row));
        g_test_add_data_func (path, g_ptr_array_index (cases, cases->len - 1), test_form);
        for (guint j = 0; j < G_N_ELEMENTS (counted); j++)
          if (g_str_equal (counted[j], forms[i].name))
            g_test_add_data_func (pages, g_ptr_array_index (cases, cases->len - 1), test_pages);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  guint n_forms;
  const KpFormSampleForm *forms;

  g_test_init (&argc, &argv, NULL);
  forms = kp_form_sample_get_forms (&n_forms);
  add_forms (cases, forms, n_forms);
  forms = kp_form_sample_get_room_forms (&n_forms);
  add_forms (cases, forms, n_forms);
  forms = kp_form_sample_get_office_forms (&n_forms);
  add_forms (cases, forms, n_forms);
  return g_test_run ();
}
