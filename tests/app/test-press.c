/* test-press.c – forms that can't be printed yet say so, and what is printed is the same each time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-command.h"
#include "kp-lists.h"
#include "kp-pdf-error.h"
#include "kp-press.h"
#include "kp-roster.h"
#include "kp-settings.h"
#include "kp-step-decide.h"
#include "kp-step-import.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-test.h"

typedef struct
{
  KpTestFolder *folder;
  KpSession *session;
  KpFontSet *fonts;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kp_session_close (f->session);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

/* A campaign that has just begun can print its notice and nothing else. */
static void
test_nothing_yet (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      kp_press_make (f->session, (KpPressForm) GPOINTER_TO_UINT (data), f->fonts, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

static void
test_notice_repeats (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = kp_press_make (f->session, KP_PRESS_NOTICE, f->fonts, NULL, &error);
  g_autoptr (GBytes) second = kp_press_make (f->session, KP_PRESS_NOTICE, f->fonts, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpmem (g_bytes_get_data (first, NULL), 5, "%PDF-", 5);
}

static void
test_lists_are_empty (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < KP_LISTS_N; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpList) list = kp_lists_make (f->session, (KpListName) i, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (kp_list_get_n_rows (list), ==, 0);
    }
}

/* Fit people for one post; somebody's name has a character of a private area, which no font has. */
#define HEADING                                                                                              \
  "姓名,性别,身份证号,政治面貌,学历,毕业时间,联系电话,报考岗位代码,是否退役军人,社工证书,原网格员入职时间\n"
#define ROW(name, sex, id, phone) name "," sex "," id ",群众,本科,2020-06-30," phone ",A01,否,,\n"

static const char registrations[] =
    HEADING ROW ("胡平\xee\x97\xa5", "男", "130624200501309970", "19900000001")
        ROW ("万睿梓", "女", "653101200503299924", "19900000002")
            ROW ("谢玲俊", "女", "130623198405059987", "19900000003")
                ROW ("周薇雅", "女", "130626200107269889", "19900000004")
                    ROW ("黄国霞", "女", "370782198803279846", "19900000005");

static void
seat_people (Fixture *f)
{
  g_autofree char *path = kp_test_folder_write (f->folder, "registrations.csv", registrations, -1);
  const KpRegistrationOptions options = { .sheet = NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read (path, &options, &error);
  g_autoptr (GPtrArray) posts = NULL;
  g_autofree char *commitment = NULL;
  KpImportTally imported;
  KpReviewTally reviewed;
  KpSeatTally seated;

  g_assert_no_error (error);
  g_assert_true (kp_step_import_registrations (f->session, book, TRUE, &imported, &error));
  g_assert_true (kp_step_review_auto (f->session, &reviewed, &error));
  g_assert_true (kp_step_decide (f->session, KP_DECISION_OPENING, "A01", "1", "不再调剂", "甲", "乙", &error));
  posts = kp_step_open_posts (f->session, &error);
  g_assert_no_error (error);
  commitment = kp_step_commit_seats (f->session, &(KpDrawTerms){ .source = "现场摇号" }, &error);
  g_assert_no_error (error);
  g_assert_true (kp_step_seat (f->session, "12345", &seated, &error));
  g_assert_cmpuint (seated.n_candidates, >=, 3);
}

/* The message says whose ticket and which field; a name is no part of it. */
static void
test_missing_glyph_names_the_ticket (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *dossier;

  seat_people (f);
  roster =
      kp_roster_load (kp_session_get_database (f->session), kp_session_get_campaign (f->session), &error);
  g_assert_no_error (error);
  dossier = kp_roster_find_id_number (roster, "130624200501309970");
  g_assert_nonnull (dossier->seat);
  bytes = kp_press_make (f->session, KP_PRESS_TICKETS, f->fonts, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_GLYPH);
  kp_test_assert_contains (error->message, dossier->seat->ticket);
  kp_test_assert_contains (error->message, "姓名");
  kp_test_assert_contains (error->message, "U+E5E5");
  g_assert_null (strstr (error->message, "胡平"));
}

static void
test_filter_takes_one (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *dossier;

  seat_people (f);
  roster =
      kp_roster_load (kp_session_get_database (f->session), kp_session_get_campaign (f->session), &error);
  g_assert_no_error (error);
  dossier = kp_roster_find_id_number (roster, "653101200503299924");
  bytes = kp_press_make (f->session, KP_PRESS_TICKETS, f->fonts, dossier->seat->ticket, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  none = kp_press_make (f->session, KP_PRESS_TICKETS, f->fonts, "00000000000", &error);
  g_assert_null (none);
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
}

/* A county's font is named once, for this machine; when its file is gone, printing says so. */
static void
test_settings_name_a_font (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *settings = kp_test_folder_dup_file (f->folder, "office/settings.ini");
  g_autofree char *gone = kp_test_folder_dup_file (f->folder, "gone.ttf");
  g_autofree char *before = g_strdup (g_getenv ("KAOPIN_SETTINGS"));
  g_auto (KpSettingsFonts) own = { { NULL } };
  g_autoptr (KpFontSet) fonts = NULL;
  g_autoptr (KpFontSet) again = NULL;

  g_setenv ("KAOPIN_SETTINGS", settings, TRUE);
  g_assert_true (kp_settings_save_font (KP_FONT_TITLE, gone, &error));
  g_assert_no_error (error);
  g_assert_true (kp_settings_load_fonts (&own, &error));
  g_assert_cmpstr (own.files[KP_FONT_TITLE], ==, gone);
  g_assert_null (own.files[KP_FONT_KAI]);
  fonts = kp_press_open_fonts (&error);
  g_assert_null (fonts);
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_FONT);
  kp_test_assert_contains (error->message, gone);
  g_clear_error (&error);
  g_assert_true (kp_settings_save_font (KP_FONT_TITLE, NULL, &error));
  again = kp_press_open_fonts (&error);
  g_assert_no_error (error);
  g_file_set_contents (settings, "no settings at all", -1, NULL);
  g_assert_null (kp_press_open_fonts (&error));
  g_assert_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED);
  g_setenv ("KAOPIN_SETTINGS", before != NULL ? before : "", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = KP_PRESS_TICKETS; i < KP_PRESS_N_FORMS; i++)
    {
      g_autofree char *path =
          g_strconcat ("/app/press/nothing-yet/", kp_press_form_get_name ((KpPressForm) i), NULL);

      /* From here on: forms to fill in by hand, which need nothing of the record. */
      if (i >= KP_PRESS_LETTER_WAIVER)
        break;
      /* So are those that are also printed empty; and a journal begins with the record. */
      if (i == KP_PRESS_SCORE_SHEETS || i == KP_PRESS_SCORE_FORMS || i == KP_PRESS_JOURNAL || i == KP_PRESS_CONTENTS)
        continue;
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_nothing_yet, tear_down);
    }
  g_test_add ("/app/press/notice-repeats", Fixture, NULL, set_up, test_notice_repeats, tear_down);
  g_test_add ("/app/lists/are-empty-at-first", Fixture, NULL, set_up, test_lists_are_empty, tear_down);
  g_test_add ("/app/press/missing-glyph-names-the-ticket", Fixture, NULL, set_up,
              test_missing_glyph_names_the_ticket, tear_down);
  g_test_add ("/app/press/filter-takes-one", Fixture, NULL, set_up, test_filter_takes_one, tear_down);
  g_test_add ("/app/settings/name-a-font", Fixture, NULL, set_up, test_settings_name_a_font, tear_down);
  return g_test_run ();
}
