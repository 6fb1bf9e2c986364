/* test-step-blind.c – two people, secret numbers and the lock: what makes a written mark beyond doubt.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-draw-record.h"
#include "kp-explain.h"
#include "kp-paper-lock.h"
#include "kp-secret-number.h"
#include "kp-secret-print.h"
#include "kp-step-correct.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define PAPER "01"

static KpTestCampaign *
bring (KpTestDatabase *t,
       guint n)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", n);
  kp_test_campaign_seat (c);
  return c;
}

static char *
dup_ticket (KpTestCampaign *c,
            guint index)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_roster_get_dossier (roster, index)->seat->ticket);
}

/* Rows of marks for the first n, in the roster's order. */
static char *
make_rows (KpTestCampaign *c,
           const char *const *marks,
           guint n)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *ticket = dup_ticket (c, i);

      g_string_append_printf (rows, "%s,%s\n", ticket, marks[i]);
    }
  return g_string_free (rows, FALSE);
}

static gboolean
enter_sheet (KpTestCampaign *c,
             const char *actor,
             guint entry,
             const char *text,
             const KpMarksControl *control,
             KpMarksTally *tally,
             GError **error)
{
  g_autofree char *path = kp_test_campaign_write (c, "sheet.csv", text);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, actor);
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, error);

  return sheet != NULL && kp_step_enter_marks (session, PAPER, entry, sheet, control, tally, error);
}

static gboolean
enter_as (KpTestCampaign *c,
          const char *actor,
          guint entry,
          const char *rows,
          KpMarksTally *tally,
          GError **error)
{
  g_autofree char *text = g_strconcat ("准考证号,分数\n", rows, NULL);

  return enter_sheet (c, actor, entry, text, NULL, tally, error);
}

/* Refused, with these words, and nothing written. */
static void
assert_refused (KpTestCampaign *c,
                gint64 n_before,
                GError *error,
                const char *words)
{
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, words);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* 商丘 2021: the mark of number 04 was typed in the row of 03. The second entry, by somebody else, shows it, and says that
   it is the neighbour's. */
static void
test_row_shifted_mark (KpTestDatabase *t)
{
  static const char *const right[] = { "70", "66", "85", "81", "58" };
  static const char *const wrong[] = { "70", "66", "81", "81", "58" };
  g_autoptr (KpTestCampaign) c = bring (t, 5);
  g_autofree char *first = make_rows (c, wrong, 5);
  g_autofree char *second = make_rows (c, right, 5);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;
  KpMarksShift shift;

  g_assert_true (enter_as (c, "甲", 1, second, &tally, &error));
  g_assert_true (enter_as (c, "乙", 2, first, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_differences, ==, 1);
  g_assert_cmpuint (tally.shift.n_rows, ==, 1);
  g_assert_cmpuint (tally.shift.first_row, ==, 4);
  g_assert_true (kp_step_find_shift (c->session, PAPER, &shift, &error));
  g_assert_cmpuint (shift.first_row, ==, 4);
  sentence = kp_marks_shift_dup_sentence (&shift);
  kp_test_assert_contains (sentence, "4");
  g_assert_false (kp_step_lock_paper (c->session, PAPER, "甲", "乙", &(KpLockedList) { .n_marks = 0 }, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* A whole column slipped by one: told with its rows, not as a heap of differences. */
static void
test_slipped_column (KpTestDatabase *t)
{
  static const char *const right[] = { "70", "66", "85", "81", "58", "77" };
  static const char *const slipped[] = { "70", "85", "81", "58", "77", "60" };
  g_autoptr (KpTestCampaign) c = bring (t, 6);
  g_autofree char *first = make_rows (c, right, 6);
  g_autofree char *second = make_rows (c, slipped, 6);
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;

  g_assert_true (enter_as (c, "甲", 1, first, &tally, &error));
  g_assert_cmpuint (tally.shift.n_rows, ==, 0);
  g_assert_true (enter_as (c, "乙", 2, second, &tally, &error));
  g_assert_cmpuint (tally.n_differences, ==, 5);
  g_assert_cmpuint (tally.shift.n_rows, ==, 4);
  g_assert_cmpuint (tally.shift.first_row, ==, 3);
  g_assert_cmpuint (tally.shift.last_row, ==, 6);
  g_assert_cmpint (tally.shift.offset, ==, 1);
}

typedef struct
{
  const char *name;
  const char *first;
  const char *second;
  const char *third;   /* NULL = the second entry is refused already */
  gboolean is_refused;
} PersonRow;

static const PersonRow person_rows[] = {
  { "two and a third", "甲", "乙", "丙", FALSE },
  { "one for both", "甲", "甲", NULL, TRUE },
  { "one for both, with a blank", "Li Na", " li  na", NULL, TRUE },
  { "one for both, in wide letters", "LN1", "ＬＮ１", NULL, TRUE },
  { "the first resolves", "甲", "乙", "甲", TRUE },
  { "the second resolves", "甲", "乙", " 乙", TRUE },
};

static void
test_persons_are_three (KpTestDatabase *t)
{
  for (guint i = 0; i < G_N_ELEMENTS (person_rows); i++)
    {
      const PersonRow *row = &person_rows[i];
      static const char *const one[] = { "78.50" };
      static const char *const other[] = { "87.50" };
      g_autoptr (KpTestCampaign) c = bring (t, 3);
      g_autofree char *first = make_rows (c, one, 1);
      g_autofree char *second = make_rows (c, other, 1);
      g_autofree char *ticket = dup_ticket (c, 0);
      g_autoptr (KpSession) third = row->third != NULL ? kp_test_campaign_open_as (c, row->third) : NULL;
      g_autoptr (GError) error = NULL;
      KpMarksTally tally;
      gboolean is_done;

      g_test_message ("%s", row->name);
      g_assert_true (enter_as (c, row->first, 1, first, &tally, &error));
      is_done = enter_as (c, row->second, 2, second, &tally, &error);
      g_assert_cmpint (is_done, ==, third != NULL);
      if (third != NULL)
        is_done = kp_step_resolve_mark (third, PAPER, ticket, "78.50", NULL, &error);
      g_assert_cmpint (is_done, ==, !row->is_refused);
      if (row->is_refused)
        g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
    }
}

/* Handing one's file to a colleague, who takes it in once more under another name, makes no second person. */
static void
test_entry_is_its_clerks (KpTestDatabase *t)
{
  static const char *const one[] = { "78.50" };
  static const char *const other[] = { "87.50" };
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autofree char *rows = make_rows (c, one, 1);
  g_autofree char *changed = make_rows (c, other, 1);
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;
  gint64 n_before;

  g_assert_true (enter_as (c, "甲", 1, rows, &tally, &error));
  n_before = kp_test_campaign_count_journal (c);
  g_assert_false (enter_as (c, "乙", 1, rows, &tally, &error));
  assert_refused (c, n_before, error, "somebody else");
  g_clear_error (&error);
  g_assert_false (enter_as (c, "乙", 1, changed, &tally, &error));
  assert_refused (c, n_before, error, "somebody else");
}

static void
test_one_file_for_both_is_told (KpTestDatabase *t)
{
  static const char *const one[] = { "78.50" };
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autofree char *rows = make_rows (c, one, 1);
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;

  g_assert_true (enter_as (c, "甲", 1, rows, &tally, &error));
  g_assert_false (tally.is_same_file);
  g_assert_true (enter_as (c, "乙", 2, rows, &tally, &error));
  g_assert_true (tally.is_same_file);
}

typedef struct
{
  const char *name;
  const char *heading;
  const char *rows; /* A and B stand for two tickets */
  const char *words;
} SheetRow;

static const SheetRow bad_sheets[] = {
  { "over the full mark", "准考证号,分数", "A,100.5\n", "Row 2 of the mark sheet (key “A”, mark “100.5”)" },
  { "not on the step", "准考证号,分数", "A,78.25\n", "0.5" },
  { "twice by ticket", "准考证号,分数", "A,78\nB,70\nA,78\n", "Row 4" },
  { "twice by seat", "考场号,座位号,分数", "1,1,78\n001,01,70\n", "twice" },
  { "of nobody", "准考证号,分数", "99999999999,78\n", "no candidate holds this number" },
  { "secret where none are", "密号,分数", "0001,78\n", "no candidate holds this number" },
};

static void
test_bad_sheets (KpTestDatabase *t)
{
  static const char *const step[] = { "\"decimals\": 2,\n        \"weight\"", "\"decimals\": 2, \"step\": \"0.5\",\n        \"weight\"", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, step);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gint64 n_before;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  a = dup_ticket (c, 0);
  b = dup_ticket (c, 1);
  n_before = kp_test_campaign_count_journal (c);
  for (guint i = 0; i < G_N_ELEMENTS (bad_sheets); i++)
    {
      g_autoptr (GString) text = g_string_new (bad_sheets[i].rows);
      g_autoptr (GString) words = g_string_new (bad_sheets[i].words);
      g_autofree char *all = NULL;
      g_autoptr (GError) error = NULL;
      KpMarksTally tally;

      g_test_message ("%s", bad_sheets[i].name);
      g_string_replace (text, "A", a, 0);
      g_string_replace (text, "B", b, 0);
      g_string_replace (words, "“A”", "“", 0);
      all = g_strconcat (bad_sheets[i].heading, "\n", text->str, NULL);
      g_assert_false (enter_sheet (c, "甲", 1, all, NULL, &tally, &error));
      assert_refused (c, n_before, error, i == 0 ? "Row 2" : bad_sheets[i].words);
    }
}

typedef struct
{
  KpMarksControl control;
  const char *words; /* NULL = taken in */
} ControlRow;

static const ControlRow control_rows[] = {
  { { TRUE, KP_MARK (148, 5000), TRUE, 3 }, NULL },
  { { TRUE, KP_MARK (148, 5000), FALSE, 0 }, NULL },
  { { TRUE, KP_MARK (149, 0), FALSE, 0 }, "148.50" },
  { { FALSE, 0, TRUE, 2 }, "3" },
};

/* 78.50 + 70 and one absent: what the slip of the marking office says. */
static void
test_control_total (KpTestDatabase *t)
{
  static const char *const marks[] = { "78.50", "70", "缺" };

  for (guint i = 0; i < G_N_ELEMENTS (control_rows); i++)
    {
      g_autoptr (KpTestCampaign) c = bring (t, 3);
      g_autofree char *rows = make_rows (c, marks, 3);
      g_autofree char *text = g_strconcat ("准考证号,分数\n", rows, NULL);
      const gint64 n_before = kp_test_campaign_count_journal (c);
      g_autoptr (GError) error = NULL;
      KpMarksTally tally;
      const gboolean is_taken = enter_sheet (c, "甲", 1, text, &control_rows[i].control, &tally, &error);

      g_assert_cmpint (is_taken, ==, control_rows[i].words == NULL);
      if (!is_taken)
        assert_refused (c, n_before, error, control_rows[i].words);
    }
}

static const struct
{
  const char *key;
  const char *state;
} key_rows[] = { { "缺", "absent" }, { "违", "breach" }, { "q", "absent" }, { "W", "breach" }, { "缺考", "absent" } };

static void
test_one_key_states (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, G_N_ELEMENTS (key_rows));
  const char *marks[G_N_ELEMENTS (key_rows)];
  g_autofree char *rows = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;

  for (guint i = 0; i < G_N_ELEMENTS (key_rows); i++)
    marks[i] = key_rows[i].key;
  rows = make_rows (c, marks, G_N_ELEMENTS (key_rows));
  g_assert_true (enter_as (c, "甲", 1, rows, &tally, &error));
  entries = kp_table_select (kp_session_get_database (c->session), &kp_entry_table, kp_session_get_campaign (c->session),
                             "ORDER BY sheet_row", KP_NO_BINDS, &error);
  for (guint i = 0; i < G_N_ELEMENTS (key_rows); i++)
    g_assert_cmpstr (((const KpEntryRecord *) g_ptr_array_index (entries, i))->state, ==, key_rows[i].state);
}

/* ---- the lock ---- */

static void
test_locked_paper_stands (KpTestDatabase *t)
{
  static const char *const marks[] = { "78.50", "70", "缺考" };
  static const char *const other[] = { "79.50", "70", "缺考" };
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autofree char *first = make_rows (c, marks, 3);
  g_autofree char *changed = make_rows (c, other, 3);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  const KpCorrectionOrder order
      = { .what = KP_CORRECT_PAPER, .paper = PAPER, .number = ticket, .to = "79.5", .reason = "登分有误", .by = "甲", .with = "乙" };
  KpMarksTally tally;
  KpLockedList list;
  gint64 n_before;

  g_assert_true (enter_as (c, "甲", 1, first, &tally, &error));
  g_assert_true (enter_as (c, "乙", 2, first, &tally, &error));
  g_assert_false (kp_step_lock_paper (c->session, PAPER, "丙", " 丙", &list, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (kp_step_lock_paper (c->session, PAPER, "丙", "丁", &list, &error));
  g_assert_cmpuint (list.n_marks, ==, 3);
  g_assert_cmpint (list.sum, ==, KP_MARK (148, 5000));
  g_assert_cmpuint (strlen (list.digest), ==, 64);

  n_before = kp_test_campaign_count_journal (c);
  g_assert_false (enter_as (c, "甲", 1, changed, &tally, &error));
  assert_refused (c, n_before, error, "locked");
  g_clear_error (&error);
  g_assert_false (kp_step_resolve_mark (c->session, PAPER, ticket, "79.5", NULL, &error));
  assert_refused (c, n_before, error, "locked");
  g_clear_error (&error);
  g_assert_true (kp_step_correct (c->session, &order, FALSE, &report, &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

/* Who doesn't lock is locked for: the shortlist says so in the record. */
static void
test_shortlist_locks (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 9);
  g_autofree KpPaperLockRecord *lock = NULL;
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  guint n_items;

  kp_test_campaign_mark (c, 7000);
  kp_step_award_bonus (c->session, &n_items, &error);
  g_assert_no_error (error);
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_paper_lock_table,
                                kp_session_get_campaign (c->session), KP_BINDS (KP_TEXT (PAPER)), &lock, &error));
  g_assert_cmpstr (lock->how, ==, "shortlist");
  g_assert_cmpstr (lock->first_person, ==, "tester");
  g_assert_cmpint (lock->n_marks, ==, 9);
  kp_test_campaign_assert_sound (c);
}

/* ---- secret numbers ---- */

static void
draw_secrets (KpTestCampaign *c,
              guint n)
{
  const KpDrawTerms terms = { .source = "dice in the room" };
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = kp_step_commit_secrets (c->session, PAPER, &terms, &error);
  KpSecretTally tally;

  g_assert_no_error (error);
  g_assert_nonnull (commitment);
  g_assert_true (kp_step_draw_secrets (c->session, PAPER, "16180", &tally, &error));
  g_assert_cmpuint (tally.n_candidates, ==, n);
}

/* What anybody is shown of the draw: the result only when it's open. */
static gboolean
is_shown (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) attempts = kp_draw_record_list (c->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < attempts->len; i++)
    {
      const KpDrawAttempt *attempt = g_ptr_array_index (attempts, i);

      if (!g_str_equal (attempt->draw->purpose, KP_SECRET_PURPOSE PAPER))
        continue;
      g_assert_cmpint (attempt->draw->nonce != NULL, ==, attempt->draw->result != NULL);
      g_assert_cmpint (attempt->is_sealed, ==, attempt->draw->result == NULL);
      return attempt->draw->result != NULL;
    }
  g_assert_not_reached ();
}

/* Whether a mark of the paper is told of a person. */
static gboolean
is_explained (KpTestCampaign *c,
              const char *ticket)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) lines = kp_explain_application (c->session, ticket, &title, &error);
  gboolean is_told = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);

      is_told |= g_str_equal (line->label, "综合能力测试") && g_ascii_isdigit (*line->result);
    }
  return is_told;
}

static void
test_secret_numbers_stay_sealed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autofree char *by_ticket = g_strdup_printf ("准考证号,分数\n%s,70\n", ticket);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  const KpCorrectionOrder order
      = { .what = KP_CORRECT_PAPER, .paper = PAPER, .number = ticket, .to = "1", .reason = "试", .by = "甲", .with = "乙" };
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;
  KpLockedList list;

  draw_secrets (c, 3);
  g_assert_false (is_shown (c));
  g_assert_false (enter_sheet (c, "甲", 1, by_ticket, NULL, &tally, &error));
  kp_test_assert_contains (error->message, "secret numbers");
  g_clear_error (&error);
  g_assert_true (enter_sheet (c, "甲", 1, "密号,分数\n0001,70\n0002,80\n0003,90\n", NULL, &tally, &error));
  g_assert_true (enter_sheet (c, "乙", 2, "密号,分数\n0003,91\n0002,80\n0001,70\n", NULL, &tally, &error));
  differences = kp_step_list_differences (c->session, PAPER, &error);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (((const KpMarkDifference *) g_ptr_array_index (differences, 0))->ticket, ==, "0003");
  g_assert_false (kp_step_open_secrets (c->session, PAPER, "丙", "丁", &error));
  g_clear_error (&error);
  g_assert_true (kp_step_resolve_mark (c->session, PAPER, "0003", "91", NULL, &error));
  g_assert_false (kp_step_correct (c->session, &order, TRUE, &report, &error));
  kp_test_assert_contains (error->message, "sealed");
  g_clear_error (&error);
  g_assert_true (kp_step_lock_paper (c->session, PAPER, "丙", "丁", &list, &error));
  g_assert_false (is_shown (c));
  g_assert_false (is_explained (c, ticket));
  g_assert_false (kp_step_open_secrets (c->session, PAPER, "丙", "丙 ", &error));
  g_clear_error (&error);
  g_assert_true (kp_step_open_secrets (c->session, PAPER, "丙", "丁", &error));
  g_assert_true (is_shown (c));
  g_assert_true (is_explained (c, ticket));
  kp_test_campaign_assert_sound (c);
}

/* A list with names can't be made from sealed numbers; and numbers aren't drawn once marks are entered. */
static void
test_shortlist_waits_for_the_opening (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autoptr (GError) error = NULL;
  const KpDrawTerms terms = { .source = "dice in the room" };
  g_autofree char *again = NULL;
  KpMarksTally tally;
  KpShortlistTally shortlist;

  draw_secrets (c, 3);
  g_assert_true (enter_sheet (c, "甲", 1, "密号,分数\n0001,70\n0002,80\n0003,90\n", NULL, &tally, &error));
  g_assert_true (enter_sheet (c, "乙", 2, "密号,分数\n0001,70\n0002,80\n0003,90\n", NULL, &tally, &error));
  again = kp_step_commit_secrets (c->session, PAPER, &terms, &error);
  g_assert_null (again);
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (kp_step_shortlist (c->session, &shortlist, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "sealed");
}

static gboolean
note_print (KpTestCampaign *c,
            KpSecretPrint what,
            const char *first,
            const char *second,
            const char *reason,
            GError **error)
{
  return kp_step_note_secret_print (c->session, PAPER, what, &(KpTwoPeople) { first, second, reason }, error);
}

/* The one paper with seats beside secret numbers: two people, once before the lock, and neither of them enters a mark. */
static void
test_sealed_table_is_for_two (KpTestDatabase *t)
{
  static const char sheet[] = "密号,分数\n0001,70\n0002,80\n0003,90\n";
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;
  KpLockedList list;

  g_assert_false (note_print (c, KP_SECRET_TABLE, "丙", "丁", NULL, &error));
  kp_test_assert_contains (error->message, "no secret numbers");
  g_clear_error (&error);
  draw_secrets (c, 3);
  g_assert_false (note_print (c, KP_SECRET_TABLE, "丙", " 丙", NULL, &error));
  g_clear_error (&error);
  g_assert_true (note_print (c, KP_SECRET_TABLE, "丙", "丁", NULL, &error));
  g_assert_true (note_print (c, KP_SECRET_LABELS, "丙", "丁", NULL, &error));
  g_assert_false (note_print (c, KP_SECRET_TABLE, "丙", "丁", NULL, &error));
  kp_test_assert_contains (error->message, "--reason");
  g_clear_error (&error);
  g_assert_true (note_print (c, KP_SECRET_TABLE, "丙", "丁", "打印机卡纸", &error));
  g_assert_false (enter_sheet (c, "丁", 1, sheet, NULL, &tally, &error));
  kp_test_assert_contains (error->message, "sealed table");
  g_clear_error (&error);
  g_assert_true (enter_sheet (c, "甲", 1, sheet, NULL, &tally, &error));
  g_assert_false (note_print (c, KP_SECRET_LABELS, "丙", "甲", "补打", &error));
  kp_test_assert_contains (error->message, "seal and enter nothing");
  g_clear_error (&error);
  g_assert_true (enter_sheet (c, "乙", 2, sheet, NULL, &tally, &error));
  g_assert_true (kp_step_lock_paper (c->session, PAPER, "丙", "丁", &list, &error));
  g_assert_true (note_print (c, KP_SECRET_TABLE, "戊", "丁", NULL, &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/audit/%s/row-shifted-mark", test_row_shifted_mark);
  kp_test_database_add ("/audit/%s/slipped-column", test_slipped_column);
  kp_test_database_add ("/data/steps/%s/blind/persons-are-three", test_persons_are_three);
  kp_test_database_add ("/data/steps/%s/blind/entry-is-its-clerks", test_entry_is_its_clerks);
  kp_test_database_add ("/data/steps/%s/blind/one-file-for-both", test_one_file_for_both_is_told);
  kp_test_database_add ("/data/steps/%s/blind/bad-sheets", test_bad_sheets);
  kp_test_database_add ("/data/steps/%s/blind/control-total", test_control_total);
  kp_test_database_add ("/data/steps/%s/blind/one-key-states", test_one_key_states);
  kp_test_database_add ("/data/steps/%s/lock/locked-paper-stands", test_locked_paper_stands);
  kp_test_database_add ("/data/steps/%s/lock/shortlist-locks", test_shortlist_locks);
  kp_test_database_add ("/data/steps/%s/secret/stays-sealed", test_secret_numbers_stay_sealed);
  kp_test_database_add ("/data/steps/%s/secret/shortlist-waits", test_shortlist_waits_for_the_opening);
  kp_test_database_add ("/data/steps/%s/secret/sealed-table-is-for-two", test_sealed_table_is_for_two);
  return g_test_run ();
}
