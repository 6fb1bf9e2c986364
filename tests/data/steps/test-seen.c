/* test-seen.c – two people at one row: what a colleague wrote since the screen was read isn't written over unseen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-desk.h"
#include "kp-seating.h"
#include "kp-seen.h"
#include "kp-panel-tables.h"
#include "kp-step-address.h"
#include "kp-step-correct.h"
#include "kp-step-mark-script.h"
#include "kp-step-panel.h"
#include "kp-step-review.h"
#include "kp-step-seat-move.h"
#include "kp-test-campaign.h"
#include "kp-test.h"
#include "kp-typed.h"

#define PAPER "01"

/* Two at work, of whom the slower one's screen was read before the faster one wrote anything. */
typedef struct
{
  KpTestCampaign *c;
  KpSession *faster;
  KpSession *slower;
  KpSeen *seen;
  KpOwnActs *own;
} Pair;

static void
pair_clear (Pair *pair)
{
  g_clear_pointer (&pair->faster, kp_session_close);
  g_clear_pointer (&pair->slower, kp_session_close);
  g_clear_pointer (&pair->seen, kp_seen_unref);
  g_clear_pointer (&pair->own, kp_own_acts_unref);
  g_clear_pointer (&pair->c, kp_test_campaign_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static void
pair_look (Pair *pair)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = 0;

  g_clear_pointer (&pair->seen, kp_seen_unref);
  g_assert_true (kp_ledger_load_head (kp_session_get_database (pair->slower), kp_session_get_campaign (pair->slower), &seq, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seq, ==, kp_test_campaign_count_journal (pair->c));
  pair->seen = kp_seen_new (seq, pair->own);
  kp_session_set_seen (pair->slower, pair->seen, pair->own);
}

static void
pair_begin (Pair *pair,
            KpTestDatabase *t,
            guint n)
{
  pair->c = kp_test_campaign_new (t);
  kp_test_campaign_register (pair->c, "A01", n);
  pair->faster = kp_test_campaign_open_as (pair->c, "李四");
  pair->slower = kp_test_campaign_open_as (pair->c, "王五");
  pair->own = kp_own_acts_new ();
  pair_look (pair);
}

static const KpConflictField *
get_field (const GError *error,
           guint index)
{
  const KpConflict *conflict = kp_conflict_get (error);

  g_assert_nonnull (conflict);
  g_assert_cmpuint (index, <, conflict->fields->len);
  return g_ptr_array_index (conflict->fields, index);
}

static void
assert_field (const GError *error,
              guint index,
              const char *before,
              const char *now,
              const char *typed)
{
  const KpConflictField *field = get_field (error, index);

  g_assert_cmpstr (field->before, ==, before);
  g_assert_cmpstr (field->now, ==, now);
  g_assert_cmpstr (field->typed, ==, typed);
}

static gboolean
enter_address (Pair *pair,
               KpSession *session,
               const char *address,
               GError **error)
{
  g_autofree char *text = g_strconcat ("报名序号,现住址\n000001,", address, "\n", NULL);
  g_autofree char *path = kp_test_campaign_write (pair->c, "addresses.csv", text);
  g_autoptr (KpAddressSheet) sheet = kp_address_sheet_read (path, error);
  KpAddressTally tally;

  return sheet != NULL && kp_step_enter_addresses (session, sheet, &tally, error);
}

/* Both values, by whom and when; none of them in the sentence, since they are personal; and what is accepted is written over. */
static void
test_conflict_is_told (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  gint64 n_rows;

  pair_begin (&pair, t, 2);
  g_assert_true (enter_address (&pair, pair.faster, "人民路1号", &none));
  n_rows = kp_test_campaign_count_journal (pair.c);
  g_assert_false (enter_address (&pair, pair.slower, "人民路2号", &error));
  g_assert_error (error, KP_CONFLICT_ERROR, KP_CONFLICT_ERROR_CHANGED);
  g_assert_cmpint (kp_test_campaign_count_journal (pair.c), ==, n_rows);
  g_assert_cmpstr (kp_conflict_get (error)->who, ==, "李四");
  g_assert_cmpstr (kp_conflict_get (error)->at, ==, "2026-03-07T09:00:00+08:00");
  g_assert_cmpuint (kp_conflict_get (error)->fields->len, ==, 1);
  assert_field (error, 0, "not kept by the journal", "人民路1号", "人民路2号");
  kp_test_assert_contains (error->message, "李四");
  kp_test_assert_contains (error->message, "2026-03-07 09:00");
  kp_test_assert_contains (error->message, "“Address” differs");
  kp_test_assert_lacks (error->message, "人民路");

  kp_seen_accept (pair.seen, kp_conflict_get (error));
  g_assert_true (enter_address (&pair, pair.slower, "人民路2号", &none));
  g_assert_no_error (none);
  g_assert_true (enter_address (&pair, pair.slower, "人民路3号", &none));
  g_assert_true (enter_address (&pair, pair.faster, "人民路4号", &none));
  g_assert_false (enter_address (&pair, pair.slower, "人民路5号", NULL));
  kp_test_campaign_assert_sound (pair.c);
}

/* Who says the same, who has looked again, and who works for no screen isn't asked. */
static void
test_no_false_alarm (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;

  pair_begin (&pair, t, 1);
  g_assert_true (enter_address (&pair, pair.slower, "人民路1号", &error));
  g_assert_true (enter_address (&pair, pair.slower, "人民路2号", &error));
  g_assert_true (enter_address (&pair, pair.faster, "人民路3号", &error));
  g_assert_true (enter_address (&pair, pair.slower, "人民路3号", &error));
  pair_look (&pair);
  g_assert_true (enter_address (&pair, pair.slower, "人民路4号", &error));
  g_assert_true (enter_address (&pair, pair.faster, "人民路5号", &error));
  kp_session_set_seen (pair.slower, NULL, NULL);
  g_assert_true (enter_address (&pair, pair.slower, "人民路6号", &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (pair.c);
}

/* As from a form, which shows nothing of what was decided before. */
static void
test_words_are_shown (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  KpReviewTally tally;

  pair_begin (&pair, t, 1);
  g_assert_true (kp_step_review_auto (pair.c->session, &tally, &none));
  pair_look (&pair);
  g_assert_true (kp_step_review_decide (pair.faster, "000001", "education", KP_VERDICT_UNMET, "证书在查", &none));
  g_assert_no_error (none);
  g_assert_false (kp_step_review_decide (pair.slower, "000001", "education", KP_VERDICT_NEEDS_PAPER, "补交证书", &error));
  assert_field (error, 0, "符合", "不符合", kp_verdict_get_chinese (KP_VERDICT_NEEDS_PAPER));
  kp_test_assert_contains (error->message, "不符合");
  kp_test_assert_contains (get_field (error, 1)->now, "证书在查");
  g_assert_cmpstr (get_field (error, 1)->typed, ==, "补交证书");
  kp_test_assert_lacks (error->message, "证书");
  kp_seen_accept (pair.seen, kp_conflict_get (error));
  g_assert_true (kp_step_review_decide (pair.slower, "000001", "education", KP_VERDICT_NEEDS_PAPER, "补交证书", &none));
  g_assert_no_error (none);
  kp_test_campaign_assert_sound (pair.c);
}

static gboolean
move (KpSession *session,
      const char *ticket,
      const char *to,
      GError **error)
{
  const KpSeatMove move = { .ticket = ticket, .to = to, .reason = "桌子坏了", .person = "监考员" };
  g_auto (KpSeatMoved) moved = { 0 };

  return kp_step_move_seat (session, &move, &moved, error);
}

/* Where the plan shows somebody who sits elsewhere by now. */
static void
test_seats (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (GPtrArray) seats = NULL;
  const char *ticket;
  gint64 n_rows;

  pair_begin (&pair, t, 40);
  kp_test_campaign_seat (pair.c);
  seats = kp_seating_load (pair.c->session, &none);
  ticket = ((const KpSeatRecord *) g_ptr_array_index (seats, 0))->ticket;
  pair_look (&pair);
  g_assert_true (move (pair.faster, ticket, "01/005/30", &none));
  n_rows = kp_test_campaign_count_journal (pair.c);
  g_assert_false (move (pair.slower, ticket, "01/005/29", &error));
  g_assert_error (error, KP_CONFLICT_ERROR, KP_CONFLICT_ERROR_CHANGED);
  g_assert_cmpint (kp_test_campaign_count_journal (pair.c), ==, n_rows);
  g_assert_cmpstr (get_field (error, kp_conflict_get (error)->fields->len - 1)->now, ==, "30");
  g_assert_cmpstr (get_field (error, kp_conflict_get (error)->fields->len - 1)->typed, ==, "29");
  kp_seen_accept (pair.seen, kp_conflict_get (error));
  g_assert_true (move (pair.slower, ticket, "01/005/29", &none));
  g_assert_no_error (none);
  kp_test_campaign_assert_sound (pair.c);
}

static gboolean
enter_mark (Pair *pair,
            KpSession *session,
            const char *was,
            const char *now,
            GError **error)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (pair->c->session, PAPER, 1, "甲", NULL);
  const KpMarkUndo order
      = { PAPER, 1, ((const KpMarkScript *) g_ptr_array_index (desk->scripts, 0))->application, 1, was, now };

  return kp_step_enter_mark_seen (session, &order, error);
}

/* 双人双录: that somebody else typed this entry is told, what it says never is; one's own from another window is. */
static void
test_marks_stay_blind (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) own = NULL;
  g_autoptr (GError) none = NULL;

  pair_begin (&pair, t, 3);
  kp_test_campaign_seat (pair.c);
  g_assert_true (enter_mark (&pair, pair.faster, "", "80", &none));
  g_assert_false (enter_mark (&pair, pair.slower, "", "78.5", &error));
  g_assert_true (kp_conflict_get (error)->is_settled);
  g_assert_cmpstr (kp_conflict_get (error)->who, ==, "李四");
  assert_field (error, 0, "", "not shown", "78.5");
  kp_test_assert_lacks (error->message, "80");
  g_assert_false (enter_mark (&pair, pair.slower, "", "80", &same));
  assert_field (same, 0, "", "not shown", "80");

  g_assert_false (enter_mark (&pair, pair.faster, "", "81", &own));
  g_assert_false (kp_conflict_get (own)->is_settled);
  assert_field (own, 0, "", "80.00", "81");
  g_assert_true (enter_mark (&pair, pair.faster, "", "80", &none));
  g_assert_true (enter_mark (&pair, pair.faster, "80", "81", &none));
  g_assert_no_error (none);
  kp_test_campaign_assert_sound (pair.c);
}

static gboolean
correct (KpSession *session,
         const char *to,
         GError **error)
{
  const KpCorrectionOrder order
      = { .what = KP_CORRECT_PAPER, .paper = PAPER, .number = "000001", .to = to, .reason = "登错行", .by = "甲", .with = "乙" };
  g_autoptr (KpCorrectionReport) report = NULL;

  return kp_step_correct (session, &order, FALSE, &report, error);
}

/* A mark that was put right isn't put right anew by who hasn't seen it. */
static void
test_corrections (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  gint64 n_rows;

  pair_begin (&pair, t, 3);
  kp_test_campaign_seat (pair.c);
  kp_test_campaign_mark (pair.c, 7000);
  pair_look (&pair);
  g_assert_true (correct (pair.faster, "71", &none));
  n_rows = kp_test_campaign_count_journal (pair.c);
  g_assert_false (correct (pair.slower, "72", &error));
  g_assert_error (error, KP_CONFLICT_ERROR, KP_CONFLICT_ERROR_CHANGED);
  g_assert_cmpstr (kp_conflict_get (error)->who, ==, "李四");
  assert_field (error, 0, "70.00", "71.00", "72.00");
  g_assert_cmpint (kp_test_campaign_count_journal (pair.c), ==, n_rows);
  kp_seen_accept (pair.seen, kp_conflict_get (error));
  g_assert_true (correct (pair.slower, "72", &none));
  g_assert_no_error (none);
  kp_test_campaign_assert_sound (pair.c);
}

static gboolean
take_staff (Pair *pair,
            KpSession *session,
            const char *rows,
            GError **error)
{
  g_autofree char *text = g_strconcat ("编号,姓名,工作单位,职责,是否异地\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (pair->c, "staff.csv", text);
  g_autoptr (KpStaffSheet) sheet = kp_staff_sheet_read_staff (path, error);
  KpPanelImportTally tally;

  return sheet != NULL && kp_step_import_staff (session, sheet, &tally, error);
}

static void
assert_examiner (Pair *pair,
                 const char *name,
                 const char *unit,
                 const char *role,
                 gint64 version)
{
  g_autofree KpExaminerRecord *record = NULL;

  g_assert_true (kp_table_find (kp_session_get_database (pair->c->session), &kp_examiner_table,
                                kp_session_get_campaign (pair->c->session), KP_BINDS (KP_TEXT ("K01")), &record, NULL));
  g_assert_cmpstr (record->name, ==, name);
  g_assert_cmpstr (record->unit, ==, unit);
  g_assert_cmpstr (record->role, ==, role);
  g_assert_cmpint (record->version, ==, version);
}

/* Of columns that are free of each other, each by itself: the one's unit, the other's name. What was chosen holds once. */
static void
test_choice_by_columns (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  gboolean takes_mine[KP_TYPED_MAX_COLUMNS] = { FALSE };

  pair_begin (&pair, t, 1);
  g_assert_true (take_staff (&pair, pair.faster, "K01,考一,一局,考官,否\n", &none));
  pair_look (&pair);
  g_assert_true (take_staff (&pair, pair.faster, "K01,考甲,二局,主考官,否\n", &none));
  g_assert_false (take_staff (&pair, pair.slower, "K01,考乙,三局,考官,否\n", &error));
  g_assert_true (kp_conflict_get (error)->is_free);
  g_assert_cmpuint (kp_conflict_get (error)->fields->len, ==, 3);
  g_assert_cmpstr (get_field (error, 0)->name, ==, "name");
  g_assert_cmpstr (get_field (error, 2)->now, ==, "主考官");
  g_assert_cmpstr (get_field (error, 2)->typed, ==, "考官");
  takes_mine[0] = TRUE;
  kp_seen_choose (pair.seen, kp_conflict_get (error), takes_mine);
  g_assert_true (take_staff (&pair, pair.slower, "K01,考乙,三局,考官,否\n", &none));
  assert_examiner (&pair, "考乙", "二局", "chair", 3);
  g_assert_true (take_staff (&pair, pair.slower, "K01,考乙,三局,考官,否\n", &none));
  assert_examiner (&pair, "考乙", "三局", "examiner", 4);
  g_assert_no_error (none);
  kp_test_campaign_assert_sound (pair.c);
}

/* Where all is left as the colleague wrote it, nothing is written. */
static void
test_choice_of_theirs (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  const gboolean takes_mine[KP_TYPED_MAX_COLUMNS] = { FALSE };

  pair_begin (&pair, t, 1);
  g_assert_true (take_staff (&pair, pair.faster, "K01,考一,一局,考官,否\n", &none));
  pair_look (&pair);
  g_assert_true (take_staff (&pair, pair.faster, "K01,考甲,二局,考官,否\n", &none));
  g_assert_false (take_staff (&pair, pair.slower, "K01,考乙,三局,考官,否\n", &error));
  kp_seen_choose (pair.seen, kp_conflict_get (error), takes_mine);
  g_assert_true (take_staff (&pair, pair.slower, "K01,考乙,三局,考官,否\n", &none));
  g_assert_no_error (none);
  assert_examiner (&pair, "考甲", "二局", "examiner", 2);
  kp_test_campaign_assert_sound (pair.c);
}

/* Each names columns that there are, and each can be asked for. */
static void
test_tables_are_there (KpTestDatabase *t)
{
  g_auto (Pair) pair = { 0 };
  const KpTypedTable *typed = NULL;
  guint n = 0;

  pair_begin (&pair, t, 1);
  for (guint i = 0; (typed = kp_typed_get (i)) != NULL; i++)
    {
      g_assert_true (kp_typed_find (typed->table) == typed);
      n++;
      for (guint k = 0; k < KP_TYPED_MAX_COLUMNS && typed->columns[k].name != NULL; k++)
        g_assert_cmpstr (kp_typed_get_column (typed, k)->name, ==, typed->columns[k].name);
    }
  g_assert_cmpuint (n, >, 20);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/seen/conflict-is-told", test_conflict_is_told);
  kp_test_database_add ("/data/steps/%s/seen/no-false-alarm", test_no_false_alarm);
  kp_test_database_add ("/data/steps/%s/seen/words-are-shown", test_words_are_shown);
  kp_test_database_add ("/data/steps/%s/seen/seats", test_seats);
  kp_test_database_add ("/data/steps/%s/seen/marks-stay-blind", test_marks_stay_blind);
  kp_test_database_add ("/data/steps/%s/seen/corrections", test_corrections);
  kp_test_database_add ("/data/steps/%s/seen/choice-by-columns", test_choice_by_columns);
  kp_test_database_add ("/data/steps/%s/seen/choice-of-theirs", test_choice_of_theirs);
  kp_test_database_add ("/data/steps/%s/seen/tables-are-there", test_tables_are_there);
  return g_test_run ();
}
