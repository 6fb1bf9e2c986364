/* test-step-photo.c – a folder of photos goes into the record whole or not at all.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-step-photo.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

static KpTestCampaign *
new_registered (KpTestDatabase *t, guint n)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", n);
  return c;
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) kp_photo_row_free);
}

/* The step asks nothing of the bytes. */
static void
add_row (GPtrArray *rows, const char *key, const char *picture)
{
  KpPhotoRow *row = kp_photo_row_new (key);

  row->jpeg = g_bytes_new (picture, strlen (picture));
  row->width = 240;
  row->height = 336;
  g_ptr_array_add (rows, row);
}

static void
add_fault (GPtrArray *rows, const char *key)
{
  KpPhotoRow *row = kp_photo_row_new (key);

  row->fault = g_strdup ("The file is damaged.");
  g_ptr_array_add (rows, row);
}

static void
assert_photo (KpTestCampaign *c, const char *application, const char *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = NULL;

  g_assert_true (kp_photo_find (c->session, application, &jpeg, &error));
  g_assert_no_error (error);
  if (picture == NULL)
    g_assert_null (jpeg);
  else
    g_assert_cmpmem (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg), picture, strlen (picture));
}

static char *
dup_id_number (KpTestCampaign *c, const char *application)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_roster_find_application (roster, application)->person->id_number);
}

static void
test_by_either_number (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_registered (t, 4);
  g_autofree char *id_number = dup_id_number (c, "000002");
  g_autofree char *lower = g_ascii_strdown (id_number, -1);
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GError) error = NULL;
  KpPhotoTally tally;

  add_row (rows, "000001", "first");
  add_row (rows, lower, "second");
  g_assert_true (kp_step_take_photos (c->session, rows, FALSE, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_taken, ==, 2);
  g_assert_cmpuint (tally.n_open, ==, 2);
  assert_photo (c, "000001", "first");
  assert_photo (c, "000002", "second");
  assert_photo (c, "000003", NULL);
  kp_test_campaign_assert_sound (c);
}

/* The same folder again writes nothing; another picture takes the place of the first. */
static void
test_again (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_registered (t, 2);
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GError) error = NULL;
  KpPhotoTally tally;
  gint64 n_written;

  add_row (rows, "000001", "first");
  add_row (rows, "000002", "second");
  g_assert_true (kp_step_take_photos (c->session, rows, FALSE, &tally, &error));
  n_written = kp_test_campaign_count_journal (c);
  kp_test_campaign_set_now (c, "2026-03-20T09:00:00+08:00");
  g_assert_true (kp_step_take_photos (c->session, rows, FALSE, &tally, &error));
  g_assert_cmpuint (tally.n_same, ==, 2);
  g_assert_cmpuint (tally.n_taken, ==, 0);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_written);
  g_ptr_array_set_size (rows, 1);
  add_row (rows, "000002", "better");
  g_assert_true (kp_step_take_photos (c->session, rows, FALSE, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_same, ==, 1);
  g_assert_cmpuint (tally.n_taken, ==, 1);
  assert_photo (c, "000002", "better");
  kp_test_campaign_assert_sound (c);
}

/* Damaged, nobody's, and twice the same person: none is taken, and each has its sentence; then the good ones are. */
static void
test_faulty_keep_all_out (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_registered (t, 3);
  g_autofree char *id_number = dup_id_number (c, "000001");
  g_autoptr (GPtrArray) rows = new_rows ();
  g_autoptr (GPtrArray) again = new_rows ();
  g_autoptr (GError) error = NULL;
  const gint64 n_before = kp_test_campaign_count_journal (c);
  KpPhotoTally tally;

  for (guint i = 0; i < 2; i++)
    {
      GPtrArray *own = i == 0 ? rows : again;

      add_row (own, "000001", "first");
      add_fault (own, "000002");
      add_row (own, "999999", "nobody");
      add_row (own, id_number, "twice");
    }
  g_assert_false (kp_step_take_photos (c->session, rows, FALSE, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "3 of 4 files");
  kp_test_assert_lacks (error->message, id_number);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  assert_photo (c, "000001", NULL);
  g_assert_null (((const KpPhotoRow *) g_ptr_array_index (rows, 0))->fault);
  kp_test_assert_contains (((const KpPhotoRow *) g_ptr_array_index (rows, 2))->fault, "No application");
  kp_test_assert_contains (((const KpPhotoRow *) g_ptr_array_index (rows, 3))->fault, "same applicant");
  g_clear_error (&error);
  g_assert_true (kp_step_take_photos (c->session, again, TRUE, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_taken, ==, 1);
  g_assert_cmpuint (tally.n_faulty, ==, 3);
  assert_photo (c, "000001", "first");
  assert_photo (c, "000002", NULL);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/photo/by-either-number", test_by_either_number);
  kp_test_database_add ("/data/steps/%s/photo/again", test_again);
  kp_test_database_add ("/data/steps/%s/photo/faulty-keep-all-out", test_faulty_keep_all_out);
  return g_test_run ();
}
