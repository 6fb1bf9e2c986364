/* test-room-desk.c – marks typed in the interview room, number by number, and what its score keeper sees.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-record.h"
#include "kp-room-desk.h"
#include "kp-step-hearing-undo.h"
#include "kp-step-interview.h"
#include "kp-step-room.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define CODE "1001"
#define N_EXAMINERS 7

static const char *const elements[] = { "analysis", "organising", "response", "speech", "bearing" };

/* 9 passed for A01. */
static KpTestCampaign *
bring (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  return c;
}

static KpRoomDesk *
open_desk (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpRoomDesk *desk = kp_room_desk_load (c->session, 1, &error);

  g_assert_no_error (error);
  return desk;
}

static const KpRoomCandidate *
get_first (const KpRoomDesk *desk)
{
  return g_ptr_array_index (desk->candidates, 0);
}

/* Each examiner gives the same in all elements but the first. */
static gboolean
type (KpTestCampaign *c,
      const char *const *firsts,
      guint n_examiners,
      GError **error)
{
  KpTypedMark marks[N_EXAMINERS * G_N_ELEMENTS (elements)];
  guint n = 0;

  for (guint i = 0; i < n_examiners; i++)
    for (guint e = 0; e < G_N_ELEMENTS (elements); e++)
      marks[n++] = (KpTypedMark) { i + 1, elements[e], e == 0 ? firsts[i] : "10" };
  return kp_step_enter_hearing (c->session, CODE, KP_MARK_PRESENT, marks, n, error);
}

static const char *const firsts[] = { "20", "21", "22", "23", "24", "25", "12.5" };

static void
test_numbers_alone (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (KpRoomDesk) desk = open_desk (c);
  g_autoptr (KpRoomDesk) other = kp_room_desk_load (c->session, 2, NULL);

  g_assert_cmpuint (desk->n_rooms, ==, 1);
  g_assert_cmpuint (desk->candidates->len, ==, 9);
  g_assert_cmpuint (other->candidates->len, ==, 0);
  for (guint i = 0; i < desk->candidates->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (desk->candidates, i);

      g_assert_cmpuint (candidate->number, ==, i + 1);
      g_assert_cmpint (candidate->state, ==, KP_ROOM_WAITING);
      g_assert_null (candidate->result);
      g_assert_cmpuint (candidate->marks->len, ==, 0);
    }
}

/* 60 … 65 and 52.50: without 65.00 and 52.50 the mean of the rest is 62.00. */
static void
test_typed_as_by_sheet (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_before;

  g_assert_true (type (c, firsts, N_EXAMINERS, &error));
  g_assert_no_error (error);
  desk = open_desk (c);
  g_assert_cmpint (get_first (desk)->state, ==, KP_ROOM_ENTERED);
  g_assert_cmpstr (get_first (desk)->result, ==, "62.00");
  g_assert_cmpuint (get_first (desk)->marks->len, ==, N_EXAMINERS * G_N_ELEMENTS (elements));
  n_before = kp_test_campaign_count_journal (c);
  g_assert_true (type (c, firsts, N_EXAMINERS, &error));
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  kp_test_campaign_assert_sound (c);
}

typedef struct
{
  const char *name;
  const char *first; /* of the first examiner */
  guint n_examiners;
  const char *sentence;
} BadRow;

static const BadRow bad_rows[] = {
  { "above the element's full mark", "25.01", N_EXAMINERS, "examiner 1" },
  { "no mark", "gut", N_EXAMINERS, "examiner 1" },
  { "an examiner is wanting", "20", N_EXAMINERS - 1, CODE },
};

static void
test_refused_whole (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      const char *typed[N_EXAMINERS];
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad_rows[i].name);
      for (guint k = 0; k < N_EXAMINERS; k++)
        typed[k] = k == 0 ? bad_rows[i].first : firsts[k];
      g_assert_false (type (c, typed, bad_rows[i].n_examiners, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, bad_rows[i].sentence);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

/* 两人核对: after it nothing is typed any more. */
static void
test_checked_is_shut (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  const KpHearingReading reading = { CODE, "62.00" };
  const KpTwoPeople persons = { "甲", "乙", "签字的评分汇总表" };
  const char *typed[N_EXAMINERS];
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (type (c, firsts, N_EXAMINERS, NULL));
  g_assert_true (kp_step_check_hearings (c->session, &reading, 1, &persons, &error));
  desk = open_desk (c);
  g_assert_cmpint (get_first (desk)->state, ==, KP_ROOM_CHECKED);
  for (guint k = 0; k < N_EXAMINERS; k++)
    typed[k] = "20";
  g_assert_false (type (c, typed, N_EXAMINERS, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static void
test_away (KpTestDatabase *t)
{
  static const KpMarkState states[] = { KP_MARK_ABSENT, KP_MARK_BREACH };
  g_autoptr (KpTestCampaign) c = bring (t);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (KpRoomDesk) desk = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (kp_step_enter_hearing (c->session, CODE, states[i], NULL, 0, &error));
      desk = open_desk (c);
      g_assert_cmpstr (get_first (desk)->result, ==, kp_mark_state_get_chinese (states[i]));
      g_assert_cmpint (get_first (desk)->state, ==, KP_ROOM_ENTERED);
    }
}

/* Typed so far: kept cell by cell, and what is emptied again is gone. */
static void
test_kept_while_typed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  const KpTypedMark two[] = { { 1, "analysis", "20" }, { 1, "organising", "21.5" } };
  const KpTypedMark bad = { 1, "analysis", "26" };
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (KpRoomDesk) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_step_keep_hearing (c->session, CODE, two, 2, &error));
  desk = open_desk (c);
  g_assert_cmpint (get_first (desk)->state, ==, KP_ROOM_WAITING);
  g_assert_null (get_first (desk)->result);
  g_assert_cmpuint (get_first (desk)->marks->len, ==, 2);
  g_assert_false (kp_step_keep_hearing (c->session, CODE, &bad, 1, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (kp_step_keep_hearing (c->session, CODE, two, 1, &error));
  later = open_desk (c);
  g_assert_cmpuint (get_first (later)->marks->len, ==, 1);
  g_assert_true (type (c, firsts, N_EXAMINERS, &error));
  kp_test_campaign_assert_sound (c);
}

/* A recorded mark of which one cell is typed anew is worked out anew; emptied, there is none. */
static void
test_kept_after_recording (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  KpTypedMark marks[N_EXAMINERS * G_N_ELEMENTS (elements)];
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (KpRoomDesk) emptied = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (type (c, firsts, N_EXAMINERS, NULL));
  for (guint i = 0; i < N_EXAMINERS; i++)
    for (guint e = 0; e < G_N_ELEMENTS (elements); e++)
      marks[n++] = (KpTypedMark) { i + 1, elements[e], e == 0 ? (i == 2 ? "25" : firsts[i]) : "10" };
  g_assert_true (kp_step_keep_hearing (c->session, CODE, marks, n, &error));
  desk = open_desk (c);
  g_assert_cmpstr (get_first (desk)->result, ==, "62.60");
  g_assert_true (kp_step_keep_hearing (c->session, CODE, marks, n - 1, &error));
  emptied = open_desk (c);
  g_assert_null (get_first (emptied)->result);
  g_assert_cmpint (get_first (emptied)->state, ==, KP_ROOM_WAITING);
  kp_test_campaign_assert_sound (c);
}

/* 缺考 in the middle of typing: what was typed was never recorded. After the check nothing is kept any more. */
static void
test_kept_and_away (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  const KpTypedMark one = { 1, "analysis", "20" };
  const KpHearingReading reading = { CODE, "缺考" };
  const KpTwoPeople persons = { "甲", "乙", "签字的评分汇总表" };
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  KpInterviewTally tally;

  g_assert_true (kp_step_keep_hearing (c->session, CODE, &one, 1, &error));
  g_assert_true (kp_step_enter_hearing (c->session, CODE, KP_MARK_ABSENT, NULL, 0, &error));
  g_assert_no_error (error);
  desk = open_desk (c);
  g_assert_cmpstr (get_first (desk)->result, ==, "缺考");
  g_assert_cmpuint (get_first (desk)->marks->len, ==, 0);
  g_assert_true (kp_step_keep_hearing (c->session, "1002", &one, 1, &error));
  g_assert_true (kp_test_course_enter_interview (c, "1002,缺考,缺考,缺考,缺考,缺考,缺考,缺考\n", &tally, &error));
  g_assert_no_error (error);
  g_assert_true (kp_step_check_hearings (c->session, &reading, 1, &persons, &error));
  g_assert_false (kp_step_keep_hearing (c->session, CODE, &one, 1, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

/* ---- taking back ---- */

static KpHearingUndo *
begin_undo (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpHearingUndo *undo = kp_hearing_undo_load (c->session, CODE, &error);

  g_assert_no_error (error);
  return undo;
}

static void
note (KpTestCampaign *c,
      KpHearingUndo *undo)
{
  g_autoptr (GError) error = NULL;
  gboolean is_changed = FALSE;

  kp_hearing_undo_note (undo, c->session, &is_changed, &error);
  g_assert_no_error (error);
  g_assert_true (is_changed);
}

static void
assert_first (KpTestCampaign *c,
              KpRoomState state,
              const char *result,
              guint n_marks)
{
  g_autoptr (KpRoomDesk) desk = open_desk (c);

  g_assert_cmpint (get_first (desk)->state, ==, state);
  g_assert_cmpstr (get_first (desk)->result, ==, result);
  g_assert_cmpuint (get_first (desk)->marks->len, ==, n_marks);
}

/* Backwards, each act to what stood before it: absent, two marks typed, one mark, nothing. */
static void
test_undo_back_to_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  const KpTypedMark two[] = { { 1, "analysis", "20" }, { 1, "organising", "21.5" } };
  g_autoptr (KpHearingUndo) first = begin_undo (c);
  g_autoptr (KpHearingUndo) second = NULL;
  g_autoptr (KpHearingUndo) third = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_step_keep_hearing (c->session, CODE, two, 1, &error));
  note (c, first);
  second = begin_undo (c);
  g_assert_true (kp_step_keep_hearing (c->session, CODE, two, 2, &error));
  note (c, second);
  third = begin_undo (c);
  g_assert_true (kp_step_enter_hearing (c->session, CODE, KP_MARK_ABSENT, NULL, 0, &error));
  note (c, third);
  assert_first (c, KP_ROOM_ENTERED, "缺考", 0);
  g_assert_true (kp_step_undo_hearing (c->session, third, &error));
  assert_first (c, KP_ROOM_WAITING, NULL, 2);
  g_assert_true (kp_step_undo_hearing (c->session, second, &error));
  assert_first (c, KP_ROOM_WAITING, NULL, 1);
  g_assert_true (kp_step_undo_hearing (c->session, first, &error));
  g_assert_no_error (error);
  assert_first (c, KP_ROOM_WAITING, NULL, 0);
  kp_test_campaign_assert_sound (c);
}

/* A recorded mark comes back with its mean; what was typed anew since isn't written over. */
static void
test_undo_of_recorded (KpTestDatabase *t)
{
  static const char *const others[] = { "20", "21", "25", "23", "24", "25", "12.5" };
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (KpHearingUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (type (c, firsts, N_EXAMINERS, &error));
  assert_first (c, KP_ROOM_ENTERED, "62.00", N_EXAMINERS * G_N_ELEMENTS (elements));
  undo = begin_undo (c);
  g_assert_true (type (c, others, N_EXAMINERS, &error));
  note (c, undo);
  assert_first (c, KP_ROOM_ENTERED, "62.60", N_EXAMINERS * G_N_ELEMENTS (elements));
  g_assert_true (kp_step_undo_hearing (c->session, undo, &error));
  g_assert_no_error (error);
  assert_first (c, KP_ROOM_ENTERED, "62.00", N_EXAMINERS * G_N_ELEMENTS (elements));
  g_assert_false (kp_step_undo_hearing (c->session, undo, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

/* 签字 closes it: two people have read the slip, and nobody takes a mark back alone. */
static void
test_no_undo_of_checked (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  const KpHearingReading reading = { CODE, "62.00" };
  const KpTwoPeople persons = { "甲", "乙", "签字的评分汇总表" };
  g_autoptr (KpHearingUndo) undo = begin_undo (c);
  g_autoptr (GError) error = NULL;

  g_assert_true (type (c, firsts, N_EXAMINERS, &error));
  note (c, undo);
  g_assert_true (kp_step_check_hearings (c->session, &reading, 1, &persons, &error));
  g_assert_no_error (error);
  g_assert_false (kp_step_undo_hearing (c->session, undo, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  assert_first (c, KP_ROOM_CHECKED, "62.00", N_EXAMINERS * G_N_ELEMENTS (elements));
  kp_test_campaign_assert_sound (c);
}

/* Sheets that were recorded aren't dropped by who keeps the score alone, also when one of them was taken back by two. */
static void
test_recorded_is_not_dropped (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  const KpTwoPeople persons = { "甲", "乙", "别的考生的评分表" };
  const KpTypedMark one = { 5, "analysis", "20" };
  g_autoptr (KpRoomDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (type (c, firsts, N_EXAMINERS, NULL));
  g_assert_true (kp_step_take_back (c->session, CODE, 5, &persons, &error));
  g_assert_false (kp_step_enter_hearing (c->session, CODE, KP_MARK_ABSENT, NULL, 0, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  desk = open_desk (c);
  g_assert_cmpuint (get_first (desk)->marks->len, ==, (N_EXAMINERS - 1) * G_N_ELEMENTS (elements));
  g_clear_error (&error);
  g_assert_false (kp_step_keep_hearing (c->session, "9999", &one, 1, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/room-desk/numbers-alone", test_numbers_alone);
  kp_test_database_add ("/data/steps/%s/room-desk/typed-as-by-sheet", test_typed_as_by_sheet);
  kp_test_database_add ("/data/steps/%s/room-desk/refused-whole", test_refused_whole);
  kp_test_database_add ("/data/steps/%s/room-desk/checked-is-shut", test_checked_is_shut);
  kp_test_database_add ("/data/steps/%s/room-desk/away", test_away);
  kp_test_database_add ("/data/steps/%s/room-desk/kept-while-typed", test_kept_while_typed);
  kp_test_database_add ("/data/steps/%s/room-desk/kept-after-recording", test_kept_after_recording);
  kp_test_database_add ("/data/steps/%s/room-desk/kept-and-away", test_kept_and_away);
  kp_test_database_add ("/data/steps/%s/room-desk/undo-back-to-nothing", test_undo_back_to_nothing);
  kp_test_database_add ("/data/steps/%s/room-desk/undo-of-recorded", test_undo_of_recorded);
  kp_test_database_add ("/data/steps/%s/room-desk/no-undo-of-checked", test_no_undo_of_checked);
  kp_test_database_add ("/data/steps/%s/room-desk/recorded-is-not-dropped", test_recorded_is_not_dropped);
  return g_test_run ();
}
