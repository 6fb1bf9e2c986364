/* test-step-marks.c – two entries: corrected, resolved, refused; and what the journal keeps of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-test-course.h"
#include "kp-test.h"

static KpTestCampaign *
bring_to_marks (KpTestDatabase *t,
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

/* One mark of the first candidate. */
static void
enter_one (KpTestCampaign *c,
           guint entry,
           const char *mark,
           KpMarksTally *tally)
{
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autofree char *row = g_strdup_printf ("%s,%s\n", ticket, mark);
  g_autoptr (GError) error = NULL;

  kp_test_course_enter_marks (c, entry, row, tally, &error);
  g_assert_no_error (error);
}

static KpMarkRecord *
find_mark (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  KpMarkRecord *mark = NULL;

  kp_table_find (kp_session_get_database (c->session), &kp_mark_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT ("01"), KP_TEXT (kp_roster_get_dossier (roster, 0)->application->application)), &mark,
                 &error);
  g_assert_no_error (error);
  return mark;
}

/* The table of cases at the head of kp-step-marks.c, and what follows when an entry is corrected. */
typedef struct
{
  const char *name;
  const char *entries[3]; /* 1, 2, then 1 again; NULL = none */
  const char *state;      /* NULL = no mark */
  gint64 mark;
  guint n_agreed;
  guint n_differences;
} EntryRow;

static const EntryRow entry_rows[] = {
  { "equal", { "78.50", "78.5", NULL }, "present", KP_MARK (78, 5000), 1, 0 },
  { "swapped digits", { "78.50", "87.50", NULL }, NULL, 0, 0, 1 },
  { "a hundredth apart", { "78.50", "78.51", NULL }, NULL, 0, 0, 1 },
  { "absent against a mark", { "缺考", "78.50", NULL }, NULL, 0, 0, 1 },
  { "absent against breach", { "缺考", "违纪", NULL }, NULL, 0, 0, 1 },
  { "both absent", { "缺考", "缺考", NULL }, "absent", KP_NO_INT, 1, 0 },
  { "both breach", { "违纪", "违纪", NULL }, "breach", KP_NO_INT, 1, 0 },
  { "zero is a mark", { "0", "0.00", NULL }, "present", 0, 1, 0 },
  { "zero isn't absent", { "0", "缺考", NULL }, NULL, 0, 0, 1 },
  { "full mark", { "100", "100", NULL }, "present", KP_MARK (100, 0), 1, 0 },
  { "corrected to agree", { "78.50", "87.50", "87.50" }, "present", KP_MARK (87, 5000), 1, 0 },
  { "corrected to differ", { "78.50", "78.50", "87.50" }, NULL, 0, 0, 1 },
  { "corrected to absent", { "78.50", "缺考", "缺考" }, "absent", KP_NO_INT, 1, 0 },
};

static void
test_entries_decide (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);

  for (guint i = 0; i < G_N_ELEMENTS (entry_rows); i++)
    {
      const EntryRow *row = &entry_rows[i];
      g_autofree KpMarkRecord *mark = NULL;
      KpMarksTally tally = { 0 };

      g_test_message ("%s", row->name);
      enter_one (c, 1, row->entries[0], &tally);
      enter_one (c, 2, row->entries[1], &tally);
      if (row->entries[2] != NULL)
        enter_one (c, 1, row->entries[2], &tally);
      mark = find_mark (c);
      g_assert_cmpint (mark != NULL, ==, row->state != NULL);
      g_assert_cmpuint (tally.n_agreed, ==, row->n_agreed);
      g_assert_cmpuint (tally.n_differences, ==, row->n_differences);
      if (mark == NULL)
        continue;
      g_assert_cmpstr (mark->state, ==, row->state);
      g_assert_cmpint (mark->mark, ==, row->mark);
      g_assert_cmpstr (mark->how, ==, "agreed");
    }
  kp_test_campaign_assert_sound (c);
}

static void
test_one_entry_is_no_mark (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  KpMarksTally tally;

  enter_one (c, 2, "78.50", &tally);
  g_assert_cmpuint (tally.n_taken, ==, 1);
  g_assert_cmpuint (tally.n_agreed, ==, 0);
  g_assert_cmpuint (tally.n_differences, ==, 0);
  g_assert_cmpuint (tally.n_missing, ==, 2);
  g_assert_null (find_mark (c));
}

static void
test_same_sheet_twice_changes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  KpMarksTally tally;
  gint64 n_before;

  enter_one (c, 1, "78.50", &tally);
  n_before = kp_test_campaign_count_journal (c);
  enter_one (c, 1, "78.50", &tally);
  g_assert_cmpuint (tally.n_taken, ==, 0);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* What stood there before is kept: the journal's last word on the entry says both values. */
static void
test_journal_keeps_the_old_value (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;
  KpMarksTally tally;

  enter_one (c, 1, "78.50", &tally);
  enter_one (c, 1, "87.50", &tally);
  s = kp_database_prepare (kp_session_get_database (c->session),
                           "SELECT before_text, after_text FROM journal WHERE campaign = $1 AND table_name = 'entry' "
                           "AND act = 'update' ORDER BY seq DESC",
                           &error);
  g_assert_no_error (error);
  kp_statement_bind_text (s, 1, kp_session_get_campaign (c->session));
  g_assert_true (kp_statement_step (s, &has_row, &error) && has_row);
  kp_test_assert_contains (kp_statement_get_text (s, "before_text"), "785000");
  kp_test_assert_contains (kp_statement_get_text (s, "after_text"), "875000");
}

static void
test_third_person_resolves (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autofree KpMarkRecord *mark = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  KpMarksTally tally;

  enter_one (c, 1, "78.50", &tally);
  enter_one (c, 2, "87.50", &tally);
  g_assert_true (kp_step_resolve_mark (c->session, "01", ticket, "87.5", NULL, &error));
  mark = find_mark (c);
  g_assert_cmpint (mark->mark, ==, KP_MARK (87, 5000));
  g_assert_cmpstr (mark->how, ==, "resolved");
  entries = kp_table_select (kp_session_get_database (c->session), &kp_entry_table,
                             kp_session_get_campaign (c->session), "ORDER BY entry", KP_NO_BINDS, &error);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpint (((KpEntryRecord *) g_ptr_array_index (entries, 0))->mark, ==, KP_MARK (78, 5000));
  g_assert_cmpint (((KpEntryRecord *) g_ptr_array_index (entries, 1))->mark, ==, KP_MARK (87, 5000));
  kp_test_campaign_assert_sound (c);
}

typedef struct
{
  const char *name;
  const char *paper;
  gboolean is_known; /* the ticket */
  const char *value;
  GQuark (*domain) (void);
  gint code;
} BadRow;

static const BadRow bad_rows[] = {
  { "no such paper", "09", TRUE, "78.50", kp_step_error_quark, KP_STEP_ERROR_NOT_FOUND },
  { "no such ticket", "01", FALSE, "78.50", kp_step_error_quark, KP_STEP_ERROR_NOT_FOUND },
  { "above the full mark", "01", TRUE, "100.01", kp_mark_error_quark, KP_MARK_ERROR_RANGE },
};

static void
test_bad_resolution_changes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  g_autofree char *ticket = dup_ticket (c, 0);
  KpMarksTally tally;
  gint64 n_before;

  enter_one (c, 1, "78.50", &tally);
  enter_one (c, 2, "87.50", &tally);
  n_before = kp_test_campaign_count_journal (c);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      const BadRow *bad = &bad_rows[i];
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad->name);
      g_assert_false (kp_step_resolve_mark (c->session, bad->paper, bad->is_known ? ticket : "1", bad->value, NULL, &error));
      g_assert_error (error, bad->domain (), bad->code);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

static const guint bad_entries[] = { 0, 3, 4 };

static void
test_entries_are_two (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autofree char *row = g_strdup_printf ("%s,70\n", ticket);

  for (guint i = 0; i < G_N_ELEMENTS (bad_entries); i++)
    {
      g_autoptr (GError) error = NULL;
      KpMarksTally tally;

      g_assert_false (kp_test_course_enter_marks (c, bad_entries[i], row, &tally, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

/* A sheet by room and seat means the same people as one by ticket. */
static void
test_seat_is_a_key (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 12);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  guint index = 0;
  const KpSeatRecord *seat = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  KpMarksTally tally;

  while (kp_roster_get_dossier (roster, index)->seat->seat != 12)
    index++;
  seat = kp_roster_get_dossier (roster, index)->seat;
  text = g_strdup_printf ("考场号,座位号,分数\n%03u,%02u,66.25\n", (guint) seat->room, (guint) seat->seat);
  path = kp_test_campaign_write (c, "seats.csv", text);
  sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (kp_step_enter_marks (c->session, "01", 1, sheet, NULL, &tally, &error));
  g_assert_cmpuint (tally.n_taken, ==, 1);
  entries = kp_table_select (kp_session_get_database (c->session), &kp_entry_table,
                             kp_session_get_campaign (c->session), "", KP_NO_BINDS, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((KpEntryRecord *) g_ptr_array_index (entries, 0))->application, ==, seat->application);
  g_assert_cmpint (((KpEntryRecord *) g_ptr_array_index (entries, 0))->mark, ==, KP_MARK (66, 2500));
}

static void
test_empty_seat_is_nobodys (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autofree char *path = kp_test_campaign_write (c, "seats.csv", "考场号,座位号,分数\n001,30,66.25\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  KpMarksTally tally;

  g_assert_no_error (error);
  g_assert_false (kp_step_enter_marks (c->session, "01", 1, sheet, NULL, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* Two sites count their rooms from 001: the key names two people, so it names nobody. */
static void
test_seat_of_two_sites_is_nobodys (KpTestDatabase *t)
{
  static const char *const edits[] = {
    "\"sites\": [\n",
    "\"sites\": [ { \"code\": \"00\", \"name\": \"党校\", \"rooms\": [ { \"code\": \"001\", \"columns\": [2, 2] } ] },\n", NULL
  };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (KpMarkSheet) sheet = NULL;
  KpMarksTally tally;

  kp_test_campaign_register (c, "A01", 8);
  kp_test_campaign_seat (c);
  path = kp_test_campaign_write (c, "seats.csv", "考场号,座位号,分数\n001,02,66.25\n");
  sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (kp_step_enter_marks (c->session, "01", 1, sheet, NULL, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "several sites"));
}

static void
test_no_such_paper_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t, 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_step_list_differences (c->session, "02", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/marks/entries-decide", test_entries_decide);
  kp_test_database_add ("/data/steps/%s/marks/one-entry-is-no-mark", test_one_entry_is_no_mark);
  kp_test_database_add ("/data/steps/%s/marks/same-sheet-twice", test_same_sheet_twice_changes_nothing);
  kp_test_database_add ("/data/steps/%s/marks/journal-keeps-the-old-value", test_journal_keeps_the_old_value);
  kp_test_database_add ("/data/steps/%s/marks/third-person-resolves", test_third_person_resolves);
  kp_test_database_add ("/data/steps/%s/marks/bad-resolution", test_bad_resolution_changes_nothing);
  kp_test_database_add ("/data/steps/%s/marks/entries-are-two", test_entries_are_two);
  kp_test_database_add ("/data/steps/%s/marks/seat-is-a-key", test_seat_is_a_key);
  kp_test_database_add ("/data/steps/%s/marks/empty-seat-is-nobodys", test_empty_seat_is_nobodys);
  kp_test_database_add ("/data/steps/%s/marks/seat-of-two-sites-is-nobodys", test_seat_of_two_sites_is_nobodys);
  kp_test_database_add ("/data/steps/%s/marks/no-such-paper", test_no_such_paper_is_told);
  return g_test_run ();
}
