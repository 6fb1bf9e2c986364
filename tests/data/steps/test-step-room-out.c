/* test-step-room-out.c – a room package: what is in it, what is not, and work that is never lost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kp-campaign-tables.h"
#include "kp-data-error.h"
#include "kp-room-desk.h"
#include "kp-schema.h"
#include "kp-step-interview.h"
#include "kp-step-panel.h"
#include "kp-step-room.h"
#include "kp-test-room.h"
#include "kp-test.h"
#include "kp-verify.h"

static const KpTwoPeople persons = { "甲", "乙", "signed sheets" };

static const KpRoomCandidate *
get (const KpRoomDesk *desk,
     guint index)
{
  return g_ptr_array_index (desk->candidates, index);
}

/* What lies in the box, as a program with the passphrase sees it. */
static GBytes *
take_out (const char *path)
{
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (path, &length);
  g_autoptr (GBytes) box = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSealedKey) key = kp_sealed_key_new_for (box, KP_TEST_PASSPHRASE, &error);
  GBytes *plain = key != NULL ? kp_sealed_box_open (key, box, &error) : NULL;

  g_assert_no_error (error);
  return plain;
}

static void
assert_lacks (GBytes *plain,
              const char *text)
{
  gsize size = 0;
  const char *bytes = g_bytes_get_data (plain, &size);

  if (text != NULL && strlen (text) >= 2)
    g_assert_null (memmem (bytes, size, text, strlen (text)));
}

/* Nobody of the office's record can be told from the package, not even with its passphrase; nor is it readable without. */
static void
test_no_name_goes_out (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (GBytes) plain = take_out (path);
  gsize length = 0;
  char *bytes = kp_test_read (path, &length);
  g_autoptr (GBytes) box = g_bytes_new_take (bytes, length);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpPanelField) field = kp_panel_field_load (c->session, NULL);
  g_autofree char *key = kp_session_dup_paper_key (c->session, NULL);

  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 9);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      assert_lacks (plain, dossier->person->name);
      assert_lacks (plain, dossier->person->id_number);
      assert_lacks (plain, dossier->person->phone);
      assert_lacks (plain, dossier->application->application);
      assert_lacks (plain, dossier->seat->ticket);
      assert_lacks (box, dossier->hearing->code);
    }
  for (guint i = 0; i < field->examiners->len; i++)
    {
      const KpExaminerRecord *examiner = g_ptr_array_index (field->examiners, i);

      assert_lacks (plain, examiner->name);
      assert_lacks (plain, examiner->phone);
    }
  assert_lacks (plain, "考官单位");
  assert_lacks (plain, key);
  assert_lacks (box, "SQLite");
  assert_lacks (box, "2026");
}

/* The room is there: numbers, seats, elements; and its record is one that holds. */
static void
test_room_is_whole (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  KpRoomOutTally tally;
  g_autofree char *path = kp_test_room_write (c, "room.kproom", &tally);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "孙一");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoomDesk) desk = kp_room_desk_load (room, 5, &error); /* it has one room, whatever is asked for */
  g_auto (KpVerifyReport) report = { 0 };
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  g_assert_no_error (error);
  g_assert_cmpuint (tally.number, ==, 1);
  g_assert_cmpuint (tally.n_candidates, ==, 9);
  g_assert_cmpuint (tally.n_examiners, ==, 7);
  g_assert_cmpuint (tally.n_checked, ==, 0);
  g_assert_cmpuint (desk->candidates->len, ==, 9);
  g_assert_cmpstr (kp_session_get_scheme_digest (room), ==, kp_session_get_scheme_digest (c->session));
  g_assert_true (kp_session_is_room_package (room));
  g_assert_true (desk->is_only);
  g_assert_cmpuint (desk->room, ==, 1);
  kp_test_room_hear_all (room, 20);
  kp_journal_verify (kp_session_get_database (room), kp_session_get_campaign (room), tables, n_tables, NULL, NULL, &report,
                     &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
  kp_test_campaign_assert_sound (c);
}

/* Who declared a relation with a candidate may give no mark in the room either, and the room isn't told why. */
static void
test_recusal_goes_with_it (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpPanelField) field = kp_panel_field_load (c->session, NULL);
  const KpPanelSeatRecord *seat = g_ptr_array_index (field->seats, 2);
  const KpDossier *dossier = kp_roster_get_dossier (roster, 4);
  const KpRecusalOrder order = { seat->examiner, dossier->application->application, "表兄妹", FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (KpSession) room = NULL;
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GBytes) plain = NULL;
  KpRecusalEffect effect;
  guint n_barred = 0;

  kp_step_declare_recusal (c->session, &order, &effect, &error);
  g_assert_no_error (error);
  path = kp_test_room_write (c, "room.kproom", NULL);
  plain = take_out (path);
  assert_lacks (plain, "表兄妹");
  room = kp_test_room_open (c, path, "孙一");
  desk = kp_room_desk_load (room, 1, NULL);
  for (guint i = 0; i < desk->candidates->len; i++)
    {
      n_barred += get (desk, i)->barred->len;
      g_assert_true (kp_room_candidate_is_barred (get (desk, i), 3) == g_str_equal (get (desk, i)->code, dossier->hearing->code));
    }
  g_assert_cmpuint (n_barred, ==, 1);
}

/* Loss of the laptop: the next package says what was confirmed before. */
static void
test_says_what_is_confirmed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *first = kp_test_room_write (c, "first.kproom", NULL);
  KpRoomOutTally tally;
  g_autofree char *second = NULL;
  g_autoptr (KpSession) room = NULL;
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GBytes) plain = NULL;

  g_assert_nonnull (first);
  kp_test_room_hear (c->session, "1001", 22);
  kp_test_room_miss (c->session, "1002");
  second = kp_test_room_write (c, "second.kproom", &tally);
  g_assert_cmpuint (tally.number, ==, 2);
  g_assert_cmpuint (tally.n_checked, ==, 2);
  room = kp_test_room_open (c, second, "孙一");
  desk = kp_room_desk_load (room, 1, NULL);
  g_assert_cmpint (get (desk, 0)->state, ==, KP_ROOM_CHECKED);
  g_assert_cmpstr (get (desk, 0)->result, ==, "62.50");
  g_assert_cmpint (get (desk, 1)->state, ==, KP_ROOM_CHECKED);
  g_assert_cmpint (get (desk, 2)->state, ==, KP_ROOM_WAITING);
  plain = take_out (second);
  assert_lacks (plain, "孙一");
  assert_lacks (plain, "周二");
}

/* What was recorded is in the file before the step returns: the process is killed right after it. */
static void
test_killed_loses_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  const pid_t child = fork ();
  g_autoptr (KpSession) room = NULL;
  g_autoptr (KpRoomDesk) desk = NULL;
  int status = 0;

  if (child == 0)
    {
      KpSession *work = kp_test_room_open (c, path, "孙一");

      kp_test_room_hear (work, "1001", 20);
      kp_test_room_hear (work, "1002", 21);
      raise (SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  room = kp_test_room_open (c, path, "孙一");
  desk = kp_room_desk_load (room, 1, NULL);
  g_assert_cmpint (get (desk, 0)->state, ==, KP_ROOM_CHECKED);
  g_assert_cmpint (get (desk, 1)->state, ==, KP_ROOM_CHECKED);
  g_assert_cmpint (get (desk, 2)->state, ==, KP_ROOM_WAITING);
}

/* Two windows on one package: the second writer is told so, and neither loses what it has. */
static void
test_two_writers (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) first = kp_test_room_open (c, path, "孙一");
  g_autoptr (KpSession) second = kp_test_room_open (c, path, "孙一");
  g_autoptr (KpSession) after = NULL;
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_room_hear (first, "1001", 20);
  g_assert_false (kp_step_enter_hearing (second, "1002", KP_MARK_ABSENT, NULL, 0, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_BUSY);
  after = kp_test_room_open (c, path, "孙一");
  desk = kp_room_desk_load (after, 1, NULL);
  g_assert_cmpint (get (desk, 0)->state, ==, KP_ROOM_CHECKED);
  g_assert_cmpint (get (desk, 1)->state, ==, KP_ROOM_WAITING);
}

/* The stick was pulled out: the step fails as a whole, also in memory. */
static void
test_file_is_gone (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "孙一");
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  g_assert_false (kp_step_enter_hearing (room, "1002", KP_MARK_ABSENT, NULL, 0, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
  desk = kp_room_desk_load (room, 1, NULL);
  g_assert_cmpint (get (desk, 1)->state, ==, KP_ROOM_WAITING);
}

/* Whatever isn't a room's work is refused in it. */
static void
test_only_the_room_s_work (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "孙一");
  g_autoptr (GError) error = NULL;
  gboolean is_moved;

  kp_test_room_hear_all (room, 20);
  g_assert_false (kp_step_open_room (room, 1, &persons, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (kp_step_sign_in (room, "1001", KP_ATTENDANCE_LATE, &is_moved, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

typedef struct
{
  const char *name;
  guint room;
  gboolean is_there; /* a file of that name */
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "no such room", 2, FALSE },
  { "room zero", 0, FALSE },
  { "a file is there", 1, TRUE },
};

static void
test_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (KpSealedKey) key = kp_sealed_key_new (KP_TEST_PASSPHRASE, &kp_sealed_cost_least, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    {
      const RefusedRow *row = &refused_rows[i];
      g_autofree char *path = g_build_filename (c->database->folder, "other.kproom", NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      KpRoomOutTally tally;

      g_test_message ("%s", row->name);
      if (row->is_there)
        g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
      g_assert_false (kp_step_write_room_package (c->session, row->room, path, key, &tally, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == row->is_there);
      if (row->is_there && g_file_get_contents (path, &text, NULL, NULL))
        g_assert_cmpstr (text, ==, "mine");
    }
}

static void
test_nothing_before_the_draw (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSealedKey) key = kp_sealed_key_new (KP_TEST_PASSPHRASE, &kp_sealed_cost_least, NULL);
  g_autofree char *path = g_build_filename (c->database->folder, "early.kproom", NULL);
  g_autoptr (GError) error = NULL;
  KpRoomOutTally tally;

  kp_test_campaign_register (c, "A01", 9);
  g_assert_false (kp_step_write_room_package (c->session, 1, path, key, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  kp_test_assert_no_file (path);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/room-out/no-name-goes-out", test_no_name_goes_out);
  kp_test_database_add ("/data/steps/%s/room-out/room-is-whole", test_room_is_whole);
  kp_test_database_add ("/data/steps/%s/room-out/recusal-goes-with-it", test_recusal_goes_with_it);
  kp_test_database_add ("/data/steps/%s/room-out/says-what-is-confirmed", test_says_what_is_confirmed);
  kp_test_database_add ("/data/steps/%s/room-out/killed-loses-nothing", test_killed_loses_nothing);
  kp_test_database_add ("/data/steps/%s/room-out/two-writers", test_two_writers);
  kp_test_database_add ("/data/steps/%s/room-out/file-is-gone", test_file_is_gone);
  kp_test_database_add ("/data/steps/%s/room-out/only-the-room-s-work", test_only_the_room_s_work);
  kp_test_database_add ("/data/steps/%s/room-out/refused", test_refused);
  kp_test_database_add ("/data/steps/%s/room-out/nothing-before-the-draw", test_nothing_before_the_draw);
  return g_test_run ();
}
