/* test-step-room-in.c – what comes back from a room: taken in as a whole, refused, or shown beside what contradicts it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "kp-data-error.h"
#include "kp-step-hearing.h"
#include "kp-step-interview.h"
#include "kp-step-panel.h"
#include "kp-step-room-in.h"
#include "kp-step-room.h"
#include "kp-test-room.h"
#include "kp-test.h"

static const KpTwoPeople persons = { "甲", "乙", "the signed sheets were read by both" };

/* ---- tools ---- */

static KpSealedKey *
unlock (const char *path)
{
  g_autoptr (GError) error = NULL;
  KpSealedKey *key = kp_room_package_unlock (path, KP_TEST_PASSPHRASE, &error);

  g_assert_no_error (error);
  return key;
}

static KpRoomInReport *
try_in (KpTestCampaign *c,
        const char *path,
        const KpRoomInDecision *decision,
        GError **error)
{
  g_autoptr (KpSealedKey) key = kp_room_package_unlock (path, KP_TEST_PASSPHRASE, error);

  return key != NULL ? kp_step_take_room_package (c->session, path, key, decision, error) : NULL;
}

static KpRoomInReport *
take_in (KpTestCampaign *c,
         const char *path,
         const KpRoomInDecision *decision,
         KpRoomInOutcome outcome)
{
  g_autoptr (GError) error = NULL;
  KpRoomInReport *report = try_in (c, path, decision, &error);

  g_assert_no_error (error);
  g_assert_cmpint (report->outcome, ==, outcome);
  return report;
}

/* One sentence, nothing changed, neither in the record nor in the file. */
static void
assert_refused (KpTestCampaign *c,
                const char *path,
                const KpRoomInDecision *decision,
                const char *part)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  gsize length = 0, length_after = 0;
  g_autofree char *before = kp_test_read (path, &length);
  g_autofree char *after = NULL;

  g_assert_null (try_in (c, path, decision, &error));
  g_assert_nonnull (error);
  kp_test_assert_contains (error->message, part);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  after = kp_test_read (path, &length_after);
  g_assert_cmpmem (before, length, after, length_after);
}

/* A room's day: written, heard, closed. */
static char *
work (KpTestCampaign *c,
      const char *name,
      guint points)
{
  char *path = kp_test_room_write (c, name, NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "孙一姓名");

  kp_test_room_hear_all (room, points);
  return path;
}

/* What a stranger with the passphrase makes of the file: SQL on the record in it, then all is sealed and signed anew. */
static void
tamper (const char *path,
        const char *sql,
        gboolean is_signed)
{
  g_autoptr (KpSealedKey) key = unlock (path);
  gsize length = 0;
  char *bytes = kp_test_read (path, &length);
  g_autoptr (GBytes) box = g_bytes_new_take (bytes, length);
  g_autoptr (GBytes) plain = kp_sealed_box_open (key, box, NULL);
  g_autoptr (GBytes) image = g_bytes_new_from_bytes (plain, KP_SIGNATURE_SIZE, g_bytes_get_size (plain) - KP_SIGNATURE_SIZE);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpDatabase) db = kp_database_open_image (image, KP_OPEN_READ_WRITE, &error);
  g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT sign_key FROM room_package", &error);
  g_autofree char *sign_key = NULL;
  g_autoptr (GBytes) changed = NULL;
  gboolean has_row = FALSE;

  kp_statement_step (s, &has_row, &error);
  g_assert_true (has_row);
  sign_key = kp_statement_dup_text (s, "sign_key");
  kp_database_script (db, "PRAGMA foreign_keys = OFF", &error);
  kp_database_script (db, sql, &error);
  g_assert_no_error (error);
  changed = kp_database_dup_image (db, &error);
  g_assert_no_error (error);
  if (!is_signed)
    {
      g_autofree char *unused = NULL;

      g_free (g_steal_pointer (&sign_key));
      kp_signature_make_keys (&sign_key, &unused);
    }
  g_unlink (path);
  kp_room_package_write_new (path, key, changed, sign_key, &error);
  g_assert_no_error (error);
}

/* ---- taken in ---- */

static void
assert_same_marks (KpTestCampaign *a,
                   KpTestCampaign *b)
{
  g_autoptr (KpRoomDesk) first = kp_room_desk_load (a->session, 1, NULL);
  g_autoptr (KpRoomDesk) second = kp_room_desk_load (b->session, 1, NULL);
  g_autoptr (KpRoster) ours = kp_test_campaign_load (a);
  g_autoptr (KpRoster) theirs = kp_test_campaign_load (b);

  g_assert_cmpuint (first->candidates->len, ==, second->candidates->len);
  for (guint i = 0; i < first->candidates->len; i++)
    {
      const KpRoomCandidate *x = g_ptr_array_index (first->candidates, i);
      const KpRoomCandidate *y = g_ptr_array_index (second->candidates, i);
      const KpInterviewRecord *m = kp_roster_find_code (ours, x->code)->interview;
      const KpInterviewRecord *n = kp_roster_find_code (theirs, y->code)->interview;

      g_assert_cmpstr (x->code, ==, y->code);
      g_assert_cmpint (x->state, ==, KP_ROOM_CHECKED);
      g_assert_cmpint (y->state, ==, KP_ROOM_CHECKED);
      g_assert_cmpint (kp_room_differences_decide (x, y), ==, KP_ROOM_MERGE_SAME);
      g_assert_cmpstr (m->state, ==, n->state);
      g_assert_cmpint (m->raw, ==, n->raw);
      g_assert_cmpint (m->mark, ==, n->mark);
      g_assert_cmpstr (m->coefficient, ==, n->coefficient);
      g_assert_cmpstr (m->dropped, ==, n->dropped);
    }
}

/* The package gives what its paper sheets give in the office's record. */
static void
test_as_by_paper (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autoptr (KpTestCampaign) paper = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);
  g_autoptr (KpRoomInReport) report = take_in (c, path, NULL, KP_ROOM_IN_TAKEN);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (report->room, ==, 1);
  g_assert_cmpuint (report->n_taken, ==, 9);
  g_assert_cmpuint (report->n_same, ==, 0);
  g_assert_cmpuint (strlen (report->digest), ==, 64);
  kp_test_room_hear_all (paper->session, 20);
  assert_same_marks (c, paper);
  kp_step_open_room (c->session, 1, &persons, &error);
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

/* Who confirmed in the room stands in the office's record. */
static void
test_confirmations_come_along (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);
  g_autoptr (KpRoomInReport) report = take_in (c, path, NULL, KP_ROOM_IN_TAKEN);
  g_autoptr (GPtrArray) checks = kp_table_select (kp_session_get_database (c->session), &kp_hearing_check_table,
                                                  kp_session_get_campaign (c->session), "ORDER BY code", KP_NO_BINDS, NULL);
  const KpHearingCheckRecord *check = g_ptr_array_index (checks, 0);

  g_assert_nonnull (report);
  g_assert_cmpuint (checks->len, ==, 9);
  g_assert_cmpstr (check->first_person, ==, "孙一姓名");
  g_assert_cmpstr (check->second_person, ==, "周二姓名");
}

static void
test_twice_is_harmless (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);
  g_autofree char *copy = kp_test_room_copy (c, path, "copy.kproom");
  g_autoptr (KpRoomInReport) first = take_in (c, path, NULL, KP_ROOM_IN_TAKEN);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (KpRoomInReport) second = take_in (c, path, NULL, KP_ROOM_IN_SAME);
  g_autoptr (KpRoomInReport) third = take_in (c, copy, NULL, KP_ROOM_IN_SAME);

  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_cmpstr (first->digest, ==, second->digest);
  g_assert_cmpstr (first->digest, ==, third->digest);
}

/* The laptop is lost, the sheets are entered in the office, and then the laptop is found. */
static void
test_found_again (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);
  g_autoptr (KpRoomInReport) report = NULL;

  kp_test_room_hear_all (c->session, 20);
  report = take_in (c, path, NULL, KP_ROOM_IN_SAME);
  g_assert_cmpuint (report->n_same, ==, 9);
  kp_test_campaign_assert_sound (c);
}

/* Half of the day on one laptop, which is lost; the rest on another with what was confirmed by then. */
static void
test_second_laptop (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *lost = kp_test_room_write (c, "lost.kproom", NULL);
  g_autofree char *path = NULL;
  g_autoptr (KpRoomInReport) report = NULL;

  g_assert_nonnull (lost);
  kp_test_room_hear (c->session, "1001", 22);
  kp_test_room_hear (c->session, "1002", 23);
  path = work (c, "second.kproom", 20);
  report = take_in (c, path, NULL, KP_ROOM_IN_TAKEN);
  g_assert_cmpuint (report->number, ==, 2);
  g_assert_cmpuint (report->n_taken, ==, 7);
  g_assert_cmpuint (report->n_same, ==, 2);
  kp_test_campaign_assert_sound (c);
}

/* A sheet that the room took back stays to be read. */
static void
test_taken_back_in_the_room (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpRoomInReport) report = NULL;
  g_autoptr (GPtrArray) voided = NULL;
  g_autoptr (GError) error = NULL;
  {
    g_autoptr (KpSession) room = kp_test_room_open (c, path, "孙一姓名");
    KpTypedMark marks[7 * 5];
    static const char *const elements[] = { "analysis", "organising", "response", "speech", "bearing" };

    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      marks[i] = (KpTypedMark) { i / 5 + 1, elements[i % 5], "10" };
    g_assert_true (kp_step_enter_hearing (room, "1009", KP_MARK_PRESENT, marks, G_N_ELEMENTS (marks), NULL));
    for (guint i = 1; i <= 7; i++)
      kp_step_take_back (room, "1009", i, &persons, &error);
    g_assert_no_error (error);
    kp_test_room_hear_all (room, 20);
  }
  report = take_in (c, path, NULL, KP_ROOM_IN_TAKEN);
  voided = kp_table_select (kp_session_get_database (c->session), &kp_panel_mark_table, kp_session_get_campaign (c->session),
                            "AND code = '1009' AND state = 'void'", KP_NO_BINDS, NULL);
  g_assert_cmpuint (voided->len, ==, 35);
  kp_test_campaign_assert_sound (c);
}

/* ---- refused ---- */

static void
test_complete_or_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "孙一姓名");

  kp_test_room_hear (room, "1001", 20);
  assert_refused (c, path, NULL, "8 of its numbers");
  assert_refused (c, path, NULL, "1002");
}

typedef struct
{
  const char *name;
  const char *sql;
  gboolean is_signed;
  const char *sentence;
} TamperRow;

static const TamperRow tamper_rows[] = {
  { "nothing but the signature", "", FALSE, "signature" },
  { "a mark", "UPDATE panel_mark SET mark = mark + 10000 WHERE code = '1003' AND examiner = 2", TRUE, "by hand" },
  { "all marks and the result", "UPDATE panel_mark SET mark = 200000; UPDATE interview SET raw = 1000000, mark = 1000000 WHERE state = 'present'", TRUE, "by hand" },
  { "a confirmation", "UPDATE hearing_check SET first_person = '丁'", TRUE, "by hand" },
  { "a number is gone", "DELETE FROM hearing_check WHERE code = '1009'; DELETE FROM interview WHERE application = '1009'; "
    "DELETE FROM hearing WHERE code = '1009'", TRUE, "by hand" },
  { "a number more", "INSERT INTO hearing SELECT campaign, '1010', post, room, 10, '1010' FROM hearing WHERE code = '1009'", TRUE, "by hand" },
  { "an examiner's seat", "UPDATE panel_seat SET seat = seat + 10", TRUE, "by hand" },
  { "the rules", "UPDATE campaign SET scheme_digest = replace (scheme_digest, 'a', 'b')", TRUE, "by hand" },
  { "another room", "UPDATE room_package SET room = 2", TRUE, "by hand" },
  { "another package", "UPDATE room_package SET package = '00000000000000000000000000000000'", TRUE, "this record" },
  { "another campaign", "UPDATE campaign SET campaign = 'other-2026'", TRUE, "another campaign" },
  { "two packages in one", "INSERT INTO room_package SELECT campaign, 'x', room, 2, issued_at, content, drawn, verify_key, sign_key, "
    "taken_at, taken_digest, version FROM room_package", TRUE, "of a room" },
  { "the journal is cut", "DROP TRIGGER journal_loses_no_row; DELETE FROM journal WHERE seq > 60", TRUE, "by hand" },
  { "a view in place of a table", "ALTER TABLE panel_mark RENAME TO old_mark; CREATE VIEW panel_mark AS SELECT * FROM old_mark",
    TRUE, "by hand" },
  { "a trigger", "CREATE TRIGGER t AFTER INSERT ON panel_mark BEGIN DELETE FROM hearing; END", TRUE, "by hand" },
  { "an older form", "PRAGMA user_version = 0", TRUE, "older" },
  { "a newer form", "PRAGMA user_version = 99", TRUE, "Update the program" },
};

static void
test_edited_by_hand (KpTestDatabase *t)
{
  const TamperRow *row = t->row;
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);

  tamper (path, row->sql, row->is_signed);
  assert_refused (c, path, NULL, row->sentence);
}

/* A journal that holds, by somebody who knows how it is made; but what was handed out is another thing. */
static void
test_edited_with_a_journal (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);
  const KpAct act = { "somebody", "2026-03-07T10:00:00+08:00", "check-hearing", NULL };
  g_autoptr (GError) error = NULL;
  {
    g_autoptr (KpSession) room = kp_test_room_open (c, path, "somebody");
    g_autoptr (KpLedger) ledger
        = kp_ledger_begin (kp_session_get_database (room), kp_session_get_campaign (room), &act, &error);
    const KpRecusalRecord record = { kp_session_get_campaign (room), "K03", "1004", "staff", "other", "", 1 };

    kp_ledger_insert (ledger, &kp_recusal_table, (gpointer) &record, &error);
    g_assert_no_error (error);
    g_assert_true (kp_ledger_commit (ledger, NULL));
  }
  assert_refused (c, path, NULL, "by hand");
}

static void
test_of_another_campaign (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"code\": \"yunling-2026\"", "\"code\": \"other-2026\"", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autoptr (KpTestCampaign) other = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpTestCampaign) twin = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);

  assert_refused (other, path, NULL, "another campaign");
  assert_refused (twin, path, NULL, "this record");
}

typedef enum
{
  DAMAGE_CUT,     /* to that length; below 0: from the end */
  DAMAGE_FLIP,    /* a bit at that place */
  DAMAGE_FORM,    /* the head says that form, with a digest that fits */
  DAMAGE_GROW,    /* to that length, with nothing in it */
  DAMAGE_REPLACE, /* by a text */
} Damage;

typedef struct
{
  const char *name;
  Damage damage;
  gssize at;
  const char *sentence;
} DamageRow;

static const DamageRow damage_rows[] = {
  { "zero bytes", DAMAGE_CUT, 0, "empty" },
  { "cut in the magic", DAMAGE_CUT, 7, "no room package" },
  { "cut in the head", DAMAGE_CUT, 90, "damaged" },
  { "cut after the head", DAMAGE_CUT, 116, "damaged" },
  { "cut in the first piece", DAMAGE_CUT, 5000, "damaged" },
  { "cut between pieces", DAMAGE_CUT, 116 + 65536 + 17, "damaged" },
  { "one byte is wanting", DAMAGE_CUT, -1, "damaged" },
  { "flipped: magic", DAMAGE_FLIP, 3, "no room package" },
  { "flipped: form", DAMAGE_FLIP, 16, "damaged" },
  { "flipped: passes", DAMAGE_FLIP, 20, "damaged" },
  { "flipped: memory", DAMAGE_FLIP, 27, "damaged" },
  { "flipped: salt", DAMAGE_FLIP, 30, "damaged" },
  { "flipped: check", DAMAGE_FLIP, 50, "damaged" },
  { "flipped: start of the stream", DAMAGE_FLIP, 70, "damaged" },
  { "flipped: digest of the head", DAMAGE_FLIP, 100, "damaged" },
  { "flipped: tag of a piece", DAMAGE_FLIP, 116, "damaged" },
  { "flipped: signature", DAMAGE_FLIP, 130, "damaged" },
  { "flipped: record", DAMAGE_FLIP, 30000, "damaged" },
  { "flipped: authentication of a piece", DAMAGE_FLIP, 116 + 65536 + 10, "damaged" },
  { "flipped: last byte", DAMAGE_FLIP, -1, "damaged" },
  { "older version", DAMAGE_FORM, 0, "older Kaopin" },
  { "newer version", DAMAGE_FORM, 7, "newer Kaopin" },
  { "one byte too many", DAMAGE_GROW, 1, "damaged" },
  { "huge", DAMAGE_GROW, (gssize) KP_SEALED_BOX_MAX_SIZE, "too large" },
  { "a text", DAMAGE_REPLACE, 0, "no room package" },
};

static void
damage (const char *path,
        const DamageRow *row)
{
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (path, &length);
  const gsize at = row->at >= 0 ? (gsize) row->at : length - (gsize) -row->at;

  if (row->damage == DAMAGE_CUT)
    length = at;
  else if (row->damage == DAMAGE_FLIP)
    bytes[at] ^= 4;
  else if (row->damage == DAMAGE_FORM)
    {
      bytes[16] = (char) row->at;
      crypto_generichash ((guint8 *) bytes + 84, 32, (const guint8 *) bytes, 84, NULL, 0);
    }
  g_assert_true (g_file_set_contents (path, row->damage == DAMAGE_REPLACE ? "an old list of names" : bytes,
                                      row->damage == DAMAGE_REPLACE ? 20 : (gssize) length, NULL));
  if (row->damage == DAMAGE_GROW)
    g_assert_cmpint (truncate (path, (off_t) length + row->at), ==, 0);
}

static void
test_damaged (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = work (c, "whole.kproom", 20);

  for (guint i = 0; i < G_N_ELEMENTS (damage_rows); i++)
    {
      g_autofree char *bad = kp_test_room_copy (c, path, "bad.kproom");

      g_test_message ("%s", damage_rows[i].name);
      damage (bad, &damage_rows[i]);
      assert_refused (c, bad, NULL, damage_rows[i].sentence);
      g_unlink (bad);
    }
}

static void
test_wrong_passphrase (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autofree char *none = g_build_filename (c->database->folder, "none.kproom", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_room_package_unlock (path, "考场 7 号钥匙 Lotus", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (kp_room_package_unlock (none, KP_TEST_PASSPHRASE, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND);
}

/* The numbers of a package are those of other people once the order is drawn again. */
static void
test_drawn_again (KpTestDatabase *t)
{
  const KpDrawTerms again = { "dice in the room, again", &persons };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = NULL;
  g_autofree char *path = NULL;
  KpHearingTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  path = work (c, "room.kproom", 20);
  commitment = kp_step_commit_hearings (c->session, &again, &error);
  g_assert_no_error (error);
  kp_step_draw_hearings (c->session, "31415", &tally, &error);
  g_assert_no_error (error);
  assert_refused (c, path, NULL, "drawn again");
}

/* Who came late has a number that the package doesn't know: it is entered by paper, then the rest is taken in. */
static void
test_number_given_meanwhile (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpRoster) before = kp_test_campaign_load (c);
  const char *late = kp_roster_find_code (before, "1001")->application->application;
  g_autoptr (KpRoomInReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_moved = FALSE;

  kp_test_room_hear (c->session, "1002", 21);
  kp_step_sign_in (c->session, late, KP_ATTENDANCE_LATE, &is_moved, &error);
  g_assert_no_error (error);
  g_assert_true (is_moved);
  {
    g_autoptr (KpSession) room = kp_test_room_open (c, path, "孙一姓名");

    kp_test_room_miss (room, "1001");
    kp_test_room_hear (room, "1002", 21);
    kp_test_room_hear_all (room, 20);
  }
  assert_refused (c, path, NULL, "1010");
  kp_test_room_hear (c->session, "1010", 24);
  report = take_in (c, path, NULL, KP_ROOM_IN_TAKEN);
  g_assert_cmpuint (report->n_taken, ==, 7);
  kp_test_campaign_assert_sound (c);
}

/* In the room nobody knows who is related to whom; here it is known, and the confirmation counts nothing. */
static void
test_kin_confirmed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *path = work (c, "room.kproom", 20);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const KpRecusalOrder order
      = { "G01", kp_roster_find_code (roster, "1005")->application->application, "父子", FALSE };
  KpRecusalEffect effect = { 0 };
  g_autoptr (GError) error = NULL;

  kp_step_declare_recusal (c->session, &order, &effect, &error);
  g_assert_no_error (error);
  g_assert_true (effect.is_out);
  assert_refused (c, path, NULL, "relative");
}

/* ---- two copies ---- */

/* The same package on two laptops: the first five numbers differ. */
static void
make_copies (KpTestCampaign *c,
             char **first,
             char **second)
{
  g_autoptr (KpSession) one = NULL;
  g_autoptr (KpSession) two = NULL;

  *first = kp_test_room_write (c, "first.kproom", NULL);
  *second = kp_test_room_copy (c, *first, "second.kproom");
  one = kp_test_room_open (c, *first, "孙一姓名");
  two = kp_test_room_open (c, *second, "孙一姓名");
  kp_test_room_hear (one, "1001", 20);
  kp_test_room_hear (two, "1001", 21);
  kp_test_room_miss (one, "1002");
  kp_test_room_hear (two, "1002", 22);
  kp_test_room_hear_all (one, 20);
  kp_test_room_hear_all (two, 20);
}

static const KpRoomDifference *
find_difference (const KpRoomInReport *report,
                 const char *code,
                 guint examiner)
{
  for (guint i = 0; i < report->differences->len; i++)
    {
      const KpRoomDifference *one = g_ptr_array_index (report->differences, i);

      if (g_str_equal (one->code, code) && one->examiner == examiner)
        return one;
    }
  g_assert_not_reached ();
}

/* Which number, which marks in each; and nothing is merged. */
static void
test_two_copies_are_a_conflict (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (KpRoomInReport) taken = NULL;
  g_autoptr (KpRoomInReport) report = NULL;
  gint64 n_before;

  make_copies (c, &first, &second);
  taken = take_in (c, first, NULL, KP_ROOM_IN_TAKEN);
  n_before = kp_test_campaign_count_journal (c);
  report = take_in (c, second, NULL, KP_ROOM_IN_CONFLICT);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_cmpuint (report->n_conflicts, ==, 2);
  g_assert_cmpuint (report->n_same, ==, 7);
  g_assert_cmpstr (find_difference (report, "1001", 0)->record, ==, "60.50");
  g_assert_cmpstr (find_difference (report, "1001", 0)->package, ==, "61.50");
  g_assert_cmpstr (find_difference (report, "1001", 3)->record, ==, "20.50");
  g_assert_cmpstr (find_difference (report, "1001", 3)->package, ==, "21.50");
  g_assert_cmpstr (find_difference (report, "1002", 0)->record, ==, "缺考");
  g_assert_cmpstr (find_difference (report, "1002", 0)->package, ==, "62.50");
  g_assert_cmpstr (find_difference (report, "1002", 7)->record, ==, "");
}

static void
test_two_people_decide (KpTestDatabase *t)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "1001", NULL };
  static const char *const two[] = { "1002", NULL };
  static const char *const both[] = { "1001", "1002", NULL };
  static const char *const same[] = { "1003", NULL };
  const KpTwoPeople alone = { "甲", "甲", "the sheets" };
  const KpTwoPeople silent = { "甲", "乙", " " };
  const KpRoomInDecision bad[] = {
    { one, none, persons }, { both, one, persons }, { both, same, persons }, { one, two, alone }, { one, two, silent },
  };
  const KpRoomInDecision good = { two, one, persons };
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (KpRoomInReport) taken = NULL;
  g_autoptr (KpRoomInReport) report = NULL;
  g_autoptr (KpRoomInReport) again = NULL;
  g_autoptr (KpRoster) roster = NULL;
  gint64 n_notes = 0;

  make_copies (c, &first, &second);
  taken = take_in (c, first, NULL, KP_ROOM_IN_TAKEN);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (c, second, &bad[i], "");
  report = take_in (c, second, &good, KP_ROOM_IN_TAKEN);
  g_assert_cmpuint (report->n_taken, ==, 1);
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_find_code (roster, "1001")->interview->raw, ==, KP_MARK (60, 5000));
  g_assert_cmpint (kp_roster_find_code (roster, "1002")->interview->raw, ==, KP_MARK (62, 5000));
  g_assert_true (kp_table_count (kp_session_get_database (c->session), &kp_hearing_check_table,
                                 kp_session_get_campaign (c->session), "", KP_NO_BINDS, &n_notes, NULL));
  g_assert_cmpint (n_notes, ==, 9);
  kp_test_campaign_assert_sound (c);
  again = take_in (c, second, NULL, KP_ROOM_IN_SAME);
}

/* From heard to absent: the record's marks are void and stay to be read, with who decided it. */
static void
test_decided_absent (KpTestDatabase *t)
{
  static const char *const both[] = { "1001", "1002", NULL };
  const KpRoomInDecision decision = { both, NULL, persons };
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (KpRoomInReport) taken = NULL;
  g_autoptr (KpRoomInReport) report = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) voided = NULL;

  make_copies (c, &first, &second);
  taken = take_in (c, second, NULL, KP_ROOM_IN_TAKEN);
  report = take_in (c, first, &decision, KP_ROOM_IN_TAKEN);
  roster = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_roster_find_code (roster, "1002")->interview->state, ==, "absent");
  voided = kp_table_select (kp_session_get_database (c->session), &kp_panel_mark_table, kp_session_get_campaign (c->session),
                            "AND state = 'void'", KP_NO_BINDS, NULL);
  g_assert_cmpuint (voided->len, ==, 35);
  g_assert_cmpstr (((const KpPanelMarkRecord *) g_ptr_array_index (voided, 0))->void_reason, ==, persons.reason);
  kp_test_campaign_assert_sound (c);
}

static void
test_sealed_no_more (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (KpRoomInReport) taken = NULL;
  g_autoptr (KpRoomInReport) same = NULL;
  g_autoptr (GError) error = NULL;

  make_copies (c, &first, &second);
  taken = take_in (c, first, NULL, KP_ROOM_IN_TAKEN);
  kp_step_open_room (c->session, 1, &persons, &error);
  g_assert_no_error (error);
  assert_refused (c, second, NULL, "correction");
  same = take_in (c, first, NULL, KP_ROOM_IN_SAME);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/room-in/as-by-paper", test_as_by_paper);
  kp_test_database_add ("/data/steps/%s/room-in/confirmations-come-along", test_confirmations_come_along);
  kp_test_database_add ("/data/steps/%s/room-in/twice-is-harmless", test_twice_is_harmless);
  kp_test_database_add ("/data/steps/%s/room-in/found-again", test_found_again);
  kp_test_database_add ("/data/steps/%s/room-in/second-laptop", test_second_laptop);
  kp_test_database_add ("/data/steps/%s/room-in/taken-back-in-the-room", test_taken_back_in_the_room);
  kp_test_database_add ("/data/steps/%s/room-in/complete-or-refused", test_complete_or_refused);
  for (guint i = 0; i < G_N_ELEMENTS (tamper_rows); i++)
    kp_test_database_add_row ("/data/steps/%s/room-in/edited", test_edited_by_hand, tamper_rows[i].name, &tamper_rows[i]);
  kp_test_database_add ("/data/steps/%s/room-in/edited-with-a-journal", test_edited_with_a_journal);
  kp_test_database_add ("/data/steps/%s/room-in/of-another-campaign", test_of_another_campaign);
  kp_test_database_add ("/data/steps/%s/room-in/damaged", test_damaged);
  kp_test_database_add ("/data/steps/%s/room-in/wrong-passphrase", test_wrong_passphrase);
  kp_test_database_add ("/data/steps/%s/room-in/drawn-again", test_drawn_again);
  kp_test_database_add ("/data/steps/%s/room-in/number-given-meanwhile", test_number_given_meanwhile);
  kp_test_database_add ("/data/steps/%s/room-in/kin-confirmed", test_kin_confirmed);
  kp_test_database_add ("/data/steps/%s/room-in/two-copies-are-a-conflict", test_two_copies_are_a_conflict);
  kp_test_database_add ("/data/steps/%s/room-in/two-people-decide", test_two_people_decide);
  kp_test_database_add ("/data/steps/%s/room-in/decided-absent", test_decided_absent);
  kp_test_database_add ("/data/steps/%s/room-in/sealed-no-more", test_sealed_no_more);
  return g_test_run ();
}
