/* kp-test-office.c – a campaign of four applicants whose papers are read as text.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-office.h"

#include "kp-step-import.h"

void
kp_test_office_set_up (KpTestOffice *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  office->folder = kp_test_folder_new ();
  office->fonts = kp_press_open_fonts (&error);
  g_assert_no_error (error);
}

void
kp_test_office_tear_down (KpTestOffice *office, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&office->session, kp_session_close);
  kp_font_set_unref (office->fonts);
  kp_test_folder_free (office->folder);
}

void
kp_test_office_open (KpTestOffice *office, const char *old, const char *changed)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *json = kp_test_read (scheme, NULL);
  g_autofree char *path = kp_test_folder_dup_file (office->folder, "campaign.kaopin");
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (GError) error = NULL;

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, changed, 1), ==, 1);
  office->session = kp_session_create (path, text->str, "test", &kp_system_sources, &error);
  g_assert_no_error (error);
}

void
kp_test_office_review (KpTestOffice *office, const char *sheet, KpReviewTally *tally)
{
  g_autofree char *path = kp_test_folder_write (office->folder, "registrations.csv", sheet, -1);
  const KpRegistrationOptions options = { .sheet = NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read (path, &options, &error);
  KpImportTally imported;

  g_assert_no_error (error);
  g_assert_true (kp_step_import_registrations (office->session, book, TRUE, &imported, &error));
  g_assert_true (kp_step_review_auto (office->session, tally, &error));
}

char *
kp_test_office_dup_text (KpTestOffice *office, KpPressForm form, const char *only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_press_make (office->session, form, office->fonts, only, &error);

  g_assert_no_error (error);
  return kp_test_office_dup_text_of (office, bytes);
}

char *
kp_test_office_dup_text_of (KpTestOffice *office, GBytes *bytes)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GString *out = g_string_new (NULL);

  path = kp_test_folder_write (office->folder, "paper.pdf", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  text = kp_test_run ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}
