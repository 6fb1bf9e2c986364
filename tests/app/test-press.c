/* test-press.c – forms that can't be printed yet say so, and what is printed is the same each time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-lists.h"
#include "kp-press.h"
#include "kp-test.h"

typedef struct
{
  KpTestFolder *folder;
  KpSession *session;
  KpFontSet *fonts;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *json = kp_test_read (scheme, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = kp_test_folder_new ();
  path = kp_test_folder_dup_file (f->folder, "campaign.kaopin");
  f->session = kp_session_create (path, json, "test", &kp_system_sources, &error);
  g_assert_no_error (error);
  f->fonts = kp_press_open_fonts (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  kp_session_close (f->session);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

/* A campaign that has just begun can print its notice and nothing else. */
static void
test_nothing_yet (Fixture *f,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_press_make (f->session, (KpPressForm) GPOINTER_TO_UINT (data), f->fonts, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

static void
test_notice_repeats (Fixture *f,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = kp_press_make (f->session, KP_PRESS_NOTICE, f->fonts, NULL, &error);
  g_autoptr (GBytes) second = kp_press_make (f->session, KP_PRESS_NOTICE, f->fonts, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpmem (g_bytes_get_data (first, NULL), 5, "%PDF-", 5);
}

static void
test_lists_are_empty (Fixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < KP_LISTS_N; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpList) list = kp_lists_make (f->session, (KpListName) i, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (kp_list_get_n_rows (list), ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = KP_PRESS_TICKETS; i < KP_PRESS_N_FORMS; i++)
    {
      g_autofree char *path = g_strconcat ("/app/press/nothing-yet/", kp_press_form_get_name ((KpPressForm) i), NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_nothing_yet, tear_down);
    }
  g_test_add ("/app/press/notice-repeats", Fixture, NULL, set_up, test_notice_repeats, tear_down);
  g_test_add ("/app/lists/are-empty-at-first", Fixture, NULL, set_up, test_lists_are_empty, tear_down);
  return g_test_run ();
}
