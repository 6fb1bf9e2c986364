/* test-step-exam.c – seats drawn once, marks entered twice, the shortlist cut by the rules.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-mark-difference.h"
#include "kp-step-marks.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

static const char *
get_paper (KpTestCampaign *c)
{
  return ((const KpSchemePaper *) g_ptr_array_index (kp_session_get_scheme (c->session)->written.papers, 0))->code;
}

static char *
dup_ticket (KpTestCampaign *c,
            guint index)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_roster_get_dossier (roster, index)->seat->ticket);
}

static gboolean
enter (KpTestCampaign *c,
       guint entry,
       const char *rows,
       KpMarksTally *tally,
       GError **error)
{
  g_autofree char *text = g_strconcat ("准考证号,分数\n", rows, NULL);
  g_autofree char *name = g_strdup_printf ("entry-%u.csv", entry);
  g_autofree char *path = kp_test_campaign_write (c, name, text);
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, error);
  g_autoptr (KpSession) clerk = kp_test_campaign_open_clerk (c, entry);

  return sheet != NULL && kp_step_enter_marks (clerk, get_paper (c), entry, sheet, NULL, tally, error);
}

static void
test_seats_are_drawn_once (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) tickets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KpRoster) roster = NULL;
  KpSeatTally tally;
  gint64 n_before;

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_seat (c);
  n_before = kp_test_campaign_count_journal (c);
  kp_step_seat (c->session, "31415", &tally, &error);
  g_assert_no_error (error);
  g_assert_true (tally.is_repeat);
  g_assert_cmpuint (tally.n_candidates, ==, 40);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_false (kp_step_seat (c->session, "99999", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);

  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 40; i++)
    g_assert_true (g_hash_table_add (tickets, (gpointer) kp_roster_get_dossier (roster, i)->seat->ticket));
  kp_test_campaign_assert_sound (c);
}

static const KpDrawTerms dice = { .source = "dice in the room" };
static const KpTwoPeople fire = { "甲", "乙", "a fire alarm" };
static const KpDrawTerms dice_again = { "dice in the room, again", &fire };

/* 重新编排: the earlier seats stand until the repeat is drawn, and then none of them is left beside the new ones. */
static void
test_seats_are_drawn_again_by_two (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *meanwhile = NULL;
  g_autofree char *commitment = NULL;
  KpSeatTally tally;

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_seat (c);
  before = dup_ticket (c, 0);
  commitment = kp_step_commit_seats (c->session, &dice_again, &error);
  g_assert_no_error (error);
  meanwhile = dup_ticket (c, 0);
  g_assert_cmpstr (meanwhile, ==, before);
  g_assert_true (kp_step_seat (c->session, "27182", &tally, &error));
  g_assert_no_error (error);
  g_assert_false (tally.is_repeat);
  g_assert_cmpuint (tally.n_replaced, ==, 40);
  g_assert_cmpuint (tally.n_candidates, ==, 40);
  kp_test_campaign_assert_sound (c);

  kp_test_campaign_mark (c, 6000);
  g_assert_null (kp_step_commit_seats (c->session, &dice_again, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
}

static void
test_uncommitted_seats_are_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpSeatTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_review (c);
  g_assert_false (kp_step_seat (c->session, "31415", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "--commit");
}

static void
test_commitment_holds (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  KpReviewTally review;
  KpSeatTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_step_review_auto (c->session, &review, &error);
  kp_test_campaign_decide_openings (c);
  posts = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
  first = kp_step_commit_seats (c->session, &dice, &error);
  second = kp_step_commit_seats (c->session, &dice, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, second);
  kp_step_seat (c->session, "31415", &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_candidates, ==, 9);
}

/* What two entries say, and what becomes of it. */
static void
test_two_entries_make_a_mark (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *d = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  KpMarksTally tally;

  kp_test_campaign_register (c, "A01", 4);
  kp_test_campaign_seat (c);
  a = dup_ticket (c, 0);
  b = dup_ticket (c, 1);
  d = dup_ticket (c, 2);
  first = g_strdup_printf ("%s,78.50\n%s,缺考\n%s,60\n", a, b, d);
  second = g_strdup_printf ("%s,78.5\n%s,78.5\n%s,60.00\n", a, b, d);

  g_assert_true (enter (c, 1, first, &tally, &error));
  g_assert_cmpuint (tally.n_agreed, ==, 0);
  g_assert_true (enter (c, 2, second, &tally, &error));
  g_assert_cmpuint (tally.n_agreed, ==, 2);
  g_assert_cmpuint (tally.n_differences, ==, 1);
  g_assert_cmpuint (tally.n_missing, ==, 1);
  g_assert_false (tally.is_same_file);

  differences = kp_step_list_differences (c->session, get_paper (c), &error);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (((KpMarkDifference *) g_ptr_array_index (differences, 0))->first, ==, "缺考");
  g_assert_cmpstr (((KpMarkDifference *) g_ptr_array_index (differences, 0))->second, ==, "78.50");

  g_assert_true (kp_step_resolve_mark (c->session, get_paper (c), b, "缺考", NULL, &error));
  g_clear_pointer (&differences, g_ptr_array_unref);
  differences = kp_step_list_differences (c->session, get_paper (c), &error);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_false (kp_step_resolve_mark (c->session, get_paper (c), a, "80", NULL, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

typedef struct
{
  const char *name;
  const char *mark; /* of a row with a known ticket; NULL: an unknown ticket */
} Bad;

static const Bad bad_marks[] = {
  { "over the full mark", "100.01" },
  { "too many decimals", "78.505" },
  { "negative", "-1" },
  { "no number", "七十" },
  { "unknown ticket", NULL },
};

static void
test_bad_row_refuses_the_sheet (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *good = NULL;
  g_autofree char *other = NULL;
  gint64 n_before;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  good = dup_ticket (c, 0);
  other = dup_ticket (c, 1);
  n_before = kp_test_campaign_count_journal (c);
  for (guint i = 0; i < G_N_ELEMENTS (bad_marks); i++)
    {
      const Bad *bad = &bad_marks[i];
      g_autofree char *rows
          = g_strdup_printf ("%s,70\n%s,%s\n", good, bad->mark != NULL ? other : "99999999999", bad->mark != NULL ? bad->mark : "70");
      g_autoptr (GError) error = NULL;
      KpMarksTally tally;

      g_test_message ("%s", bad->name);
      g_assert_false (enter (c, 1, rows, &tally, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

/* Each value that a third person may give, as the sheets and the list of differences write it. */
static void
test_difference_is_resolved_by_a_word (KpTestDatabase *t)
{
  static const struct
  {
    const char *value;
    const char *state;
  } cases[] = { { "缺考", "absent" }, { "违纪", "breach" }, { "违纪（本科目无效）", "breach" }, { "78.50", "present" } };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GPtrArray) marks = NULL;
  KpMarksTally tally;

  kp_test_campaign_register (c, "A01", G_N_ELEMENTS (cases));
  kp_test_campaign_seat (c);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ticket = dup_ticket (c, i);

      g_string_append_printf (first, "%s,78.50\n", ticket);
      g_string_append_printf (second, "%s,违纪\n", ticket);
    }
  enter (c, 1, first->str, &tally, &error);
  enter (c, 2, second->str, &tally, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ticket = dup_ticket (c, i);

      g_assert_true (kp_step_resolve_mark (c->session, get_paper (c), ticket, cases[i].value, NULL, &error));
      g_assert_no_error (error);
    }
  marks = kp_table_select (kp_session_get_database (c->session), &kp_mark_table, kp_session_get_campaign (c->session),
                           "ORDER BY application", KP_NO_BINDS, &error);
  g_assert_cmpuint (marks->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < marks->len; i++)
    g_assert_cmpstr (((const KpMarkRecord *) g_ptr_array_index (marks, i))->state, ==, cases[i].state);
}

static void
test_missing_mark_blocks_the_shortlist (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  g_assert_false (kp_step_shortlist (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static void
assert_no_shortlist (KpTestCampaign *c)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  KpShortlistTally tally;
  guint n_items;

  g_assert_false (kp_step_award_bonus (c->session, &n_items, &first));
  g_assert_error (first, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (kp_step_shortlist (c->session, &tally, &second));
  g_assert_error (second, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* A step that is asked for too early must not close the registration behind it. */
static void
test_nothing_done_blocks_the_shortlist (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = NULL;

  assert_no_shortlist (c);
  kp_test_campaign_register (c, "A01", 6);
  assert_no_shortlist (c);
  kp_test_campaign_review (c);
  assert_no_shortlist (c);
  commitment = kp_step_commit_seats (c->session, &dice, &error);
  g_assert_no_error (error);
  assert_no_shortlist (c);
}

/* 6 passed leave 2 places: all six enter at 1:3. Marks rise by a hundredth, so places are 6 … 1 in the roster's order;
   everybody is 社会工作师 (3) and veteran (2): the best single item is 3. */
static void
test_shortlist_ranks_with_bonus (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally;
  guint n_items = 0;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_step_award_bonus (c->session, &n_items, &error);
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_items, ==, 12);
  g_assert_cmpuint (tally.n_entered, ==, 6);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 6; i++)
    {
      const KpShortlistRecord *record = kp_roster_get_dossier (roster, i)->shortlist;

      g_assert_cmpint (record->paper, ==, KP_MARK (70, 100 * i));
      g_assert_cmpint (record->bonus, ==, KP_MARK (3, 0));
      g_assert_cmpint (record->written, ==, KP_MARK (73, 100 * i));
      g_assert_cmpint (record->place, ==, 6 - i);
    }
  kp_test_campaign_assert_sound (c);
}

/* The line of 60 is on the paper mark: 59.99 with a bonus of 3 stays out. */
static void
test_line_is_on_the_paper (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  guint n_items;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 5998);
  kp_step_award_bonus (c->session, &n_items, &error);
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_entered, ==, 4);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/seat/seats-are-drawn-once", test_seats_are_drawn_once);
  kp_test_database_add ("/data/steps/%s/seat/seats-are-drawn-again-by-two", test_seats_are_drawn_again_by_two);
  kp_test_database_add ("/data/steps/%s/seat/uncommitted-seats-are-refused", test_uncommitted_seats_are_refused);
  kp_test_database_add ("/data/steps/%s/seat/commitment-holds", test_commitment_holds);
  kp_test_database_add ("/data/steps/%s/marks/two-entries-make-a-mark", test_two_entries_make_a_mark);
  kp_test_database_add ("/data/steps/%s/marks/bad-row-refuses-the-sheet", test_bad_row_refuses_the_sheet);
  kp_test_database_add ("/data/steps/%s/marks/difference-is-resolved-by-a-word", test_difference_is_resolved_by_a_word);
  kp_test_database_add ("/data/steps/%s/shortlist/missing-mark-blocks", test_missing_mark_blocks_the_shortlist);
  kp_test_database_add ("/data/steps/%s/shortlist/nothing-done-blocks", test_nothing_done_blocks_the_shortlist);
  kp_test_database_add ("/data/steps/%s/shortlist/ranks-with-bonus", test_shortlist_ranks_with_bonus);
  kp_test_database_add ("/data/steps/%s/shortlist/line-is-on-the-paper", test_line_is_on_the_paper);
  return g_test_run ();
}
