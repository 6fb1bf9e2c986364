/* test-step-total.c – lines, ties, undecided places, and the correction between two rooms, by numbers worked by hand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-spent.h"
#include "kp-step-shortlist.h"
#include "kp-step-hire.h"
#include "kp-test-course.h"
#include "kp-test.h"

/* n people for a post with a written exam, all with the same written mark, drawn for the interview. */
static KpTestCampaign *
bring_equals (KpTestDatabase *t,
              guint n)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  g_autofree const char **marks = g_new (const char *, n);

  for (guint i = 0; i < n; i++)
    marks[i] = "70";
  kp_test_campaign_register (c, "A01", n);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, n);
  kp_test_campaign_draw (c);
  return c;
}

/* People for the post without a written exam, drawn for the interview. */
static KpTestCampaign *
bring_converted (KpTestDatabase *t,
                 guint n,
                 const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "D01", n);
  kp_test_campaign_review (c);
  kp_test_campaign_draw (c);
  return c;
}

static guint
count_called (KpRoster *roster)
{
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    n += kp_roster_get_dossier (roster, i)->physical != NULL;
  return n;
}

/* Six with equal marks in everything: nobody is before anybody, so nobody is called and nobody can be proposed. */
static void
test_undecided_tie_calls_nobody (KpTestDatabase *t)
{
  static const char *const marks[] = { "80", "80", "80", "80", "80", "80" };
  g_autoptr (KpTestCampaign) c = bring_equals (t, 6);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  KpTotalTally tally;
  KpPublicityTally publicity;
  guint n_tied = 0;

  kp_test_course_agree_interview (c, marks, 6);
  kp_test_course_total (c, &tally);
  g_assert_true (kp_spent_count_ties (c->session, &n_tied, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_tied, ==, 6);
  g_assert_cmpuint (tally.n_ranked, ==, 6);
  g_assert_cmpuint (tally.n_undecided, ==, 6);
  g_assert_cmpuint (tally.n_called, ==, 0);
  roster = kp_test_campaign_load (c);
  g_assert_cmpuint (count_called (roster), ==, 0);
  for (guint i = 0; i < 6; i++)
    {
      const KpTotalRecord *total = kp_roster_get_dossier (roster, i)->total;

      g_assert_cmpint (total->place, ==, 1);
      g_assert_cmpint (total->is_undecided, ==, 1);
      kp_test_assert_contains (total->why, "待加试");
    }
  g_assert_false (kp_step_publish (c->session, &publicity, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* Nine people for each post leave 3 places of each (A02: 3 of 3). */
typedef struct
{
  const char *post;
  const char *marks[9];
  guint n_undecided;
  guint n_called;
} TieRow;

static const TieRow tie_rows[] = {
  { "A01", { "90", "89", "88", "80", "79", "78", "77", "76", "75" }, 0, 3 },
  { "A02", { "90", "90", "88", "80", "79", "78", "77", "76", "75" }, 2, 3 }, /* within the places: both are in anyhow */
  { "B01", { "90", "89", "89", "80", "79", "78", "77", "76", "75" }, 2, 3 },
  { "C01", { "90", "89", "88", "88", "79", "78", "77", "76", "75" }, 2, 2 }, /* across the last place */
  { "C02", { "90", "89", "89", "89", "79", "78", "77", "76", "75" }, 3, 1 },
  { "D01", { "90", "89", "88", "80", "80", "78", "77", "76", "75" }, 2, 3 }, /* behind the places */
};

/* Everybody of these posts, with the same written mark, drawn for the interview. */
static KpTestCampaign *
bring_posts (KpTestDatabase *t,
             guint n_each,
             const char *const *codes,
             guint n_codes)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  g_autofree const char **marks = g_new (const char *, n_each * n_codes);
  guint n_seated = 0;

  for (guint i = 0; i < n_codes; i++)
    {
      kp_test_campaign_register (c, codes[i], n_each);
      n_seated += g_str_equal (codes[i], "D01") ? 0 : n_each;
    }
  for (guint i = 0; i < n_seated; i++)
    marks[i] = "70";
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, n_seated);
  kp_test_campaign_draw (c);
  return c;
}

static void
count_of_post (KpRoster *roster,
               const char *post,
               guint *n_undecided,
               guint *n_called)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (!g_str_equal (dossier->application->post, post))
        continue;
      *n_undecided += dossier->total->is_undecided != 0;
      *n_called += dossier->physical != NULL;
    }
}

static void
test_tie_across_the_last_place (KpTestDatabase *t)
{
  const char *codes[G_N_ELEMENTS (tie_rows)] = { NULL };
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (KpTestCampaign) c = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally tally;

  for (guint i = 0; i < G_N_ELEMENTS (tie_rows); i++)
    {
      codes[i] = tie_rows[i].post;
      for (guint j = 0; j < 9; j++)
        g_ptr_array_add (marks, (gpointer) tie_rows[i].marks[j]);
    }
  c = bring_posts (t, 9, codes, G_N_ELEMENTS (tie_rows));
  kp_test_course_agree_interview (c, (const char *const *) marks->pdata, marks->len);
  kp_test_course_total (c, &tally);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < G_N_ELEMENTS (tie_rows); i++)
    {
      guint n_undecided = 0;
      guint n_called = 0;

      g_test_message ("%s", tie_rows[i].post);
      count_of_post (roster, tie_rows[i].post, &n_undecided, &n_called);
      g_assert_cmpuint (n_undecided, ==, tie_rows[i].n_undecided);
      g_assert_cmpuint (n_called, ==, tie_rows[i].n_called);
    }
  kp_test_campaign_assert_sound (c);
}

/* Equal in total, interview and paper: the veteran is first (退役军人保障法 第42条); the certificate gives both 3. */
static void
test_veteran_wins_a_tie (KpTestDatabase *t)
{
  static const char *const written[] = { "70", "70", "70" };
  static const char *const heard[] = { "80", "80", "80" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *rows = kp_test_campaign_make_rows (c, "A01", 3);
  g_auto (GStrv) people = g_strsplit (rows, ",是,", -1);
  g_autofree char *mixed = g_strconcat (people[0], ",否,", people[1], ",是,", people[2], ",否,", people[3], NULL);
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally tally;

  kp_test_campaign_register_rows (c, mixed, 3);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, written, 3);
  kp_test_campaign_draw (c);
  kp_test_course_agree_interview (c, heard, 3);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_undecided, ==, 2);
  g_assert_cmpuint (tally.n_called, ==, 1);
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_get_dossier (roster, 1)->total->place, ==, 1);
  g_assert_nonnull (kp_roster_get_dossier (roster, 1)->physical);
  g_assert_cmpint (kp_roster_get_dossier (roster, 0)->total->place, ==, 2);
  g_assert_cmpint (kp_roster_get_dossier (roster, 2)->total->place, ==, 2);
  kp_test_assert_contains (kp_roster_get_dossier (roster, 1)->total->why, "退役军人");
}

/* 73 written (70 and 3 points) and 80.01 heard, half and half: 76.505, half-up 76.51. */
static void
test_total_is_half_up (KpTestDatabase *t)
{
  static const char *const marks[] = { "80.01", "80.00", "79.99" };
  static const gint64 totals[] = { KP_MARK (76, 5100), KP_MARK (76, 5000), KP_MARK (76, 5000) };
  g_autoptr (KpTestCampaign) c = bring_equals (t, 3);
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally tally;

  kp_test_course_agree_interview (c, marks, 3);
  kp_test_course_total (c, &tally);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 3; i++)
    {
      const KpTotalRecord *total = kp_roster_get_dossier (roster, i)->total;

      g_assert_cmpint (total->written, ==, KP_MARK (73, 0));
      g_assert_cmpint (total->total, ==, totals[i]);
      g_assert_cmpint (total->place, ==, i + 1);
      g_assert_cmpint (total->credential, ==, KP_NO_INT);
    }
  kp_test_assert_contains (kp_roster_get_dossier (roster, 1)->total->why, "同分者按“面试成绩”分出先后");
}

/* 6 full years of service at 2 points and 80 % of 85.55: 12 + 68.44. */
static void
test_credential_counts (KpTestDatabase *t)
{
  static const char *const no_edits[] = { NULL };
  static const char *const marks[] = { "85.55", "80", "70" };
  g_autoptr (KpTestCampaign) c = bring_converted (t, 3, no_edits);
  g_autoptr (KpRoster) roster = NULL;
  const KpTotalRecord *total;
  KpTotalTally tally;

  kp_test_course_agree_interview (c, marks, 3);
  kp_test_course_total (c, &tally);
  roster = kp_test_campaign_load (c);
  total = kp_roster_get_dossier (roster, 0)->total;
  g_assert_cmpint (total->credential, ==, KP_MARK (12, 0));
  g_assert_cmpint (total->written, ==, KP_NO_INT);
  g_assert_cmpint (total->total, ==, KP_MARK (80, 4400));
}

/* 3 passed leave 1 place. The line is 60; where no more came than there are places it is 70. */
typedef struct
{
  const char *post;
  const char *marks[3];
  const char *outcomes[3];
} LineRow;

static const LineRow line_rows[] = {
  { "A01", { "60", "59.99", "70" }, { "ranked", "below_line", "ranked" } },
  { "B01", { "70", "缺考", "缺考" }, { "ranked", "absent", "absent" } },
  { "D01", { "缺考", "69.99", "违纪" }, { "absent", "below_line", "void" } },
};

static void
test_interview_line (KpTestDatabase *t)
{
  const char *codes[] = { "A01", "B01", "D01" };
  g_autoptr (KpTestCampaign) c = bring_posts (t, 3, codes, 3);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally tally;

  for (guint i = 0; i < 9; i++)
    g_ptr_array_add (marks, (gpointer) line_rows[i / 3].marks[i % 3]);
  kp_test_course_agree_interview (c, (const char *const *) marks->pdata, 9);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_ranked, ==, 3);
  g_assert_cmpuint (tally.n_unranked, ==, 6);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 9; i++)
    {
      const KpTotalRecord *total = kp_roster_get_dossier (roster, i)->total;
      const char *outcome = line_rows[i / 3].outcomes[i % 3];
      const gboolean is_ranked = g_str_equal (outcome, "ranked");

      g_assert_cmpstr (total->outcome, ==, outcome);
      g_assert_cmpint (total->place != KP_NO_INT, ==, is_ranked);
      g_assert_cmpint (total->total != KP_NO_INT, ==, is_ranked || g_str_equal (outcome, "below_line"));
    }
}

/* Rooms of three. M2: R = 488.10/6 = 81.35; X = 81.35/82.6667 = 0.9841 and 81.35/80.0333 = 1.0165. */
static const char *const small_rooms[] = { "\"room_limit\": 36", "\"room_limit\": 3", NULL };

typedef struct
{
  const char *code;
  gint64 mark;
  const char *coefficient;
} Corrected;

static void
assert_corrected (KpTestCampaign *c,
                  const Corrected *rows,
                  guint n)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  for (guint i = 0; i < n; i++)
    {
      const KpInterviewRecord *interview = kp_roster_find_code (roster, rows[i].code)->interview;

      g_assert_cmpint (interview->mark, ==, rows[i].mark);
      g_assert_cmpstr (interview->coefficient, ==, rows[i].coefficient);
    }
}

static void
must_enter (KpTestCampaign *c,
            const char *const *codes_and_marks,
            guint n)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  KpInterviewTally tally;

  for (guint i = 0; i < n; i += 2)
    {
      g_string_append (rows, codes_and_marks[i]);
      for (guint j = 0; j < 7; j++)
        g_string_append_printf (rows, ",%s", codes_and_marks[i + 1]);
      g_string_append_c (rows, '\n');
    }
  kp_test_course_enter_interview (c, rows->str, &tally, &error);
  g_assert_no_error (error);
}

static const char *const room_1[] = { "1001", "86.40", "1002", "82.10", "1003", "79.50" };
static const char *const room_2[] = { "2001", "83.60", "2002", "80.20", "2003", "76.30" };
static const char *const late_change[] = { "1001", "84.00" };

static const Corrected raw_room_1[] = {
  { "1001", KP_MARK (86, 4000), NULL },
  { "1002", KP_MARK (82, 1000), NULL },
  { "1003", KP_MARK (79, 5000), NULL },
};
static const Corrected both_rooms[] = {
  { "1001", KP_MARK (85, 300), "0.9841" },  { "1002", KP_MARK (80, 7900), "0.9841" },
  { "1003", KP_MARK (78, 2400), "0.9841" }, { "2001", KP_MARK (84, 9800), "1.0165" },
  { "2002", KP_MARK (81, 5200), "1.0165" }, { "2003", KP_MARK (77, 5600), "1.0165" },
};
/* One raw mark moves every mark of the post: R = 485.70/6 = 80.95; X = 0.9888 and 1.0115 (domain.md §8.6). */
static const Corrected after_change[] = {
  { "1001", KP_MARK (83, 600), "0.9888" },  { "1002", KP_MARK (81, 1800), "0.9888" },
  { "1003", KP_MARK (78, 6100), "0.9888" }, { "2001", KP_MARK (84, 5600), "1.0115" },
  { "2002", KP_MARK (81, 1200), "1.0115" }, { "2003", KP_MARK (77, 1800), "1.0115" },
};

static void
test_rooms_are_corrected (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_converted (t, 6, small_rooms);

  must_enter (c, room_1, 6);
  assert_corrected (c, raw_room_1, 3);
  must_enter (c, room_2, 6);
  assert_corrected (c, both_rooms, 6);
  must_enter (c, late_change, 2);
  assert_corrected (c, after_change, 6);
  kp_test_campaign_assert_sound (c);
}

/* Entered in the other order, or twice: the same marks, and the second time nothing is written. */
static void
test_order_of_rooms_does_not_matter (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_converted (t, 6, small_rooms);
  gint64 n_before;

  must_enter (c, room_2, 6);
  must_enter (c, room_1, 6);
  assert_corrected (c, both_rooms, 6);
  n_before = kp_test_campaign_count_journal (c);
  must_enter (c, room_1, 6);
  g_assert_cmpint (kp_test_campaign_count_journal (c), <=, n_before + 1); /* at most the note of the file */
  assert_corrected (c, both_rooms, 6);
}

/* Two present in a room are too few for a mean: raw marks count. */
static void
test_small_room_is_not_corrected (KpTestDatabase *t)
{
  static const char *const absent[] = { "2003", "缺考" };
  g_autoptr (KpTestCampaign) c = bring_converted (t, 6, small_rooms);

  must_enter (c, room_1, 6);
  must_enter (c, room_2, 4);
  must_enter (c, absent, 2);
  assert_corrected (c, raw_room_1, 3);
}

/* The totals freeze the interview: a later mark is refused, and nothing moves. */
static void
test_totals_freeze_the_interview (KpTestDatabase *t)
{
  static const char *const marks[] = { "90", "80", "70" };
  g_autoptr (KpTestCampaign) c = bring_equals (t, 3);
  g_autoptr (GError) error = NULL;
  KpTotalTally tally;
  KpInterviewTally interview;
  gint64 n_before;

  kp_test_course_agree_interview (c, marks, 3);
  kp_test_course_total (c, &tally);
  n_before = kp_test_campaign_count_journal (c);
  g_assert_false (kp_test_course_enter_interview (c, "1001,95,95,95,95,95,95,95\n", &interview, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/total/undecided-tie-calls-nobody", test_undecided_tie_calls_nobody);
  kp_test_database_add ("/data/steps/%s/total/tie-across-the-last-place", test_tie_across_the_last_place);
  kp_test_database_add ("/data/steps/%s/total/veteran-wins-a-tie", test_veteran_wins_a_tie);
  kp_test_database_add ("/data/steps/%s/total/half-up", test_total_is_half_up);
  kp_test_database_add ("/data/steps/%s/total/credential-counts", test_credential_counts);
  kp_test_database_add ("/data/steps/%s/total/interview-line", test_interview_line);
  kp_test_database_add ("/data/steps/%s/total/freeze-the-interview", test_totals_freeze_the_interview);
  kp_test_database_add ("/data/steps/%s/rooms/are-corrected", test_rooms_are_corrected);
  kp_test_database_add ("/data/steps/%s/rooms/order-does-not-matter", test_order_of_rooms_does_not_matter);
  kp_test_database_add ("/data/steps/%s/rooms/small-room-is-not-corrected", test_small_room_is_not_corrected);
  return g_test_run ();
}
