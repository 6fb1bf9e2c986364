/* test-step-shortlist.c – posts reduced, cancelled or with a ratio of their own; ties, lines and points at the last place.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-opening.h"
#include "kp-quota.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

static void
must_shortlist (KpTestCampaign *c,
                KpShortlistTally *tally)
{
  g_autoptr (GError) error = NULL;
  guint n_items;

  kp_step_award_bonus (c->session, &n_items, &error);
  g_assert_no_error (error);
  kp_step_shortlist (c->session, tally, &error);
  g_assert_no_error (error);
}

static void
open_posts (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;
  KpReviewTally review;

  kp_step_review_auto (c->session, &review, &error);
  g_assert_no_error (error);
  kp_test_campaign_decide_openings (c);
  results = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
}

static KpPostRecord *
find_post (KpTestCampaign *c,
           const char *code)
{
  g_autoptr (GError) error = NULL;
  KpPostRecord *post = NULL;

  kp_table_find (kp_session_get_database (c->session), &kp_post_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT (code)), &post, &error);
  g_assert_no_error (error);
  return post;
}

/* 3 : 1. C02 plans 6: 15 passed leave 5. The freed places of cancelled targeted posts go to A01 if it can carry them. */
typedef struct
{
  const char *post;
  guint n_passed;
  gint64 places;
  const char *state;
} OpenRow;

static const OpenRow open_rows[] = {
  { "A01", 35, 11, "reduced" }, { "A02", 9, 3, "open" },      { "B01", 2, 0, "cancelled" }, { "B02", 6, 2, "open" },
  { "C01", 12, 4, "open" },     { "C02", 15, 5, "reduced" }, { "D01", 3, 1, "reduced" },   { "E01", 0, 0, "cancelled" },
};

static void
test_ratio_opens_posts (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);

  for (guint i = 0; i < G_N_ELEMENTS (open_rows); i++)
    {
      if (open_rows[i].n_passed > 0)
        kp_test_campaign_register (c, open_rows[i].post, open_rows[i].n_passed);
    }
  open_posts (c);
  for (guint i = 0; i < G_N_ELEMENTS (open_rows); i++)
    {
      g_autofree KpPostRecord *post = find_post (c, open_rows[i].post);

      g_test_message ("%s", open_rows[i].post);
      g_assert_cmpint (post->places, ==, open_rows[i].places);
      g_assert_cmpstr (post->state, ==, open_rows[i].state);
      g_assert_nonnull (post->why);
    }
  kp_test_campaign_assert_sound (c);
}

static void
test_cancelled_post_gets_no_seat (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_register (c, "B01", 2);
  kp_test_campaign_register (c, "D01", 3);
  kp_test_campaign_seat (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 8; i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      g_assert_cmpint (dossier->seat != NULL, ==, g_str_equal (dossier->application->post, "A01"));
    }
}

static void
test_nobody_to_seat_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  gint64 n_before;
  KpSeatTally tally;

  kp_test_campaign_register (c, "B01", 2);
  open_posts (c);
  n_before = kp_test_campaign_count_journal (c);
  g_assert_false (kp_step_seat (c->session, "31415", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (kp_step_commit_seats (c->session, &(KpDrawTerms){ .source = "dice" }, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* 36 people need two rooms of 30: the ticket is year, batch, site, room and seat. */
static void
test_ticket_says_room_and_seat (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;

  kp_test_campaign_register (c, "A01", 36);
  kp_test_campaign_seat (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 36; i++)
    {
      const KpSeatRecord *seat = kp_roster_get_dossier (roster, i)->seat;
      g_autofree char *ticket = g_strdup_printf ("2601%s%03u%02u", seat->site, (guint) seat->room, (guint) seat->seat);

      g_assert_cmpstr (seat->ticket, ==, ticket);
      g_assert_cmpint (seat->room, <=, 2);
    }
}

/* Who enters of A01 (12 passed, 4 places) at a ratio, by marks: E enters, T by the tie, - is out, L below the line,
   Z zero, N without a mark. Everybody has 3 points. */
typedef struct
{
  const char *name;
  const char *edits[3];
  const char *marks[12];
  const char *verdicts;
} CutRow;

static const CutRow cut_rows[] = {
  { "two each, tie at the last place: all enter",
    { "\"ratio\": \"3\",\n        \"plus\"", "\"ratio\": \"2\",\n        \"plus\"", NULL },
    { "90", "89", "88", "87", "86", "85", "84", "83", "83", "83", "82", "81" },
    "EEEEEEETTT--" },
  { "two each, tie behind the last place",
    { "\"ratio\": \"3\",\n        \"plus\"", "\"ratio\": \"2\",\n        \"plus\"", NULL },
    { "90", "89", "88", "87", "86", "85", "84", "83", "82", "82", "82", "81" },
    "EEEEEEEE----" },
  { "a post with a ratio of its own",
    { "\"quota_exempt\": false,", "\"quota_exempt\": false, \"shortlist_ratio\": \"1\",", NULL },
    { "90", "89", "88", "87", "86", "85", "84", "83", "82", "81", "80", "79" },
    "EEEE--------" },
  { "line, absent, breach, zero",
    { NULL },
    { "60", "59.99", "缺考", "违纪", "0", "61", "62", "63", "64", "65", "66", "67" },
    "ELNNZEEEEEEE" },
};

static char
get_letter (const KpShortlistRecord *record)
{
  static const char letters[] = "-ETSU=LNZDX?";

  for (guint i = 0; i < KP_SHORTLIST_N_VERDICTS; i++)
    {
      if (g_str_equal (record->outcome, kp_shortlist_verdict_get_name ((KpShortlistVerdict) i)))
        return letters[i];
    }
  return '?';
}

static void
test_cut (KpTestDatabase *t)
{
  for (guint i = 0; i < G_N_ELEMENTS (cut_rows); i++)
    {
      g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, cut_rows[i].edits);
      g_autoptr (KpRoster) roster = NULL;
      g_autoptr (GString) verdicts = g_string_new (NULL);
      KpShortlistTally tally;

      g_test_message ("%s", cut_rows[i].name);
      kp_test_campaign_register (c, "A01", 12);
      kp_test_campaign_seat (c);
      kp_test_course_agree_marks (c, cut_rows[i].marks, 12);
      must_shortlist (c, &tally);
      roster = kp_test_campaign_load (c);
      for (guint j = 0; j < 12; j++)
        g_string_append_c (verdicts, get_letter (kp_roster_get_dossier (roster, j)->shortlist));
      g_assert_cmpstr (verdicts->str, ==, cut_rows[i].verdicts);
    }
}

/* Absent and breach have no points, no place and no mark; what is counted is what is there. */
static void
test_without_mark_without_points (KpTestDatabase *t)
{
  static const char *const marks[] = { "80", "缺考", "违纪" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 3);
  must_shortlist (c, &tally);
  g_assert_cmpuint (tally.n_present, ==, 1);
  g_assert_cmpuint (tally.n_absent, ==, 2);
  g_assert_cmpuint (tally.n_entered, ==, 1);
  g_assert_cmpuint (tally.n_with_bonus, ==, 1);
  g_assert_cmpuint (tally.n_exempt, ==, 0);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 3; i++)
    {
      const KpShortlistRecord *record = kp_roster_get_dossier (roster, i)->shortlist;

      g_assert_cmpint (record->bonus, ==, i == 0 ? KP_MARK (3, 0) : 0);
      g_assert_cmpint (record->place, ==, i == 0 ? 1 : KP_NO_INT);
      g_assert_cmpint (record->written, ==, i == 0 ? KP_MARK (83, 0) : KP_NO_INT);
    }
  g_assert_cmpstr (kp_roster_get_dossier (roster, 1)->shortlist->why, ==, "缺考");
}

/* 98 and 3 points: 101, or the full mark where the scheme says so; on the total the written mark stays as it is. */
typedef struct
{
  const char *edits[5];
  gint64 written;
  const char *why;
} TargetRow;

static const TargetRow target_rows[] = {
  { { NULL }, KP_MARK (101, 0), "加分3.00分，笔试成绩101.00分" },
  { { "\"may_exceed_full\": true", "\"may_exceed_full\": false", NULL }, KP_MARK (100, 0), "笔试成绩100.00分" },
  { { "\"target\": \"written\"", "\"target\": \"total\"", "\"credential\": \"0%\",\n        \"bonus\": \"0%\"",
      "\"credential\": \"0%\",\n        \"bonus\": \"100%\"", NULL },
    KP_MARK (98, 0),
    "加分3.00分（计入综合成绩），笔试成绩98.00分" },
  { { "\"weight\": \"100%\",\n    \"may_exceed_full\"", "\"weight\": \"2/3\", \"may_exceed_full\"", NULL }, KP_MARK (100, 0),
    "加分3.00分（按2/3折算），笔试成绩100.00分" },
  { { "\"target\": \"written\",\n    \"weight\": \"100%\"", "\"target\": \"total\", \"weight\": \"2/3\"",
      "\"credential\": \"0%\",\n        \"bonus\": \"0%\"", "\"credential\": \"0%\",\n        \"bonus\": \"100%\"",
      NULL },
    KP_MARK (98, 0),
    "加分3.00分（按2/3折算，计入综合成绩），笔试成绩98.00分" },
};

static void
test_bonus_goes_to_its_target (KpTestDatabase *t)
{
  static const char *const written[] = { "98", "80", "70" };
  static const char *const heard[] = { "80", "81", "82" };
  /* 98, 80 and 70 with 80, 81 and 82, half each: 89, 80.5, 76; and 3 points whole, or 2 of them. */
  static const gint64 totals[]
      = { KP_MARK (90, 5000), KP_MARK (90, 0), KP_MARK (92, 0), KP_MARK (90, 0), KP_MARK (91, 0) };

  for (guint i = 0; i < G_N_ELEMENTS (target_rows); i++)
    {
      g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, target_rows[i].edits);
      g_autoptr (KpRoster) roster = NULL;
      KpTotalTally total;

      kp_test_campaign_register (c, "A01", 3);
      kp_test_campaign_seat (c);
      kp_test_course_agree_marks (c, written, 3);
      kp_test_campaign_draw (c);
      kp_test_course_agree_interview (c, heard, 3);
      kp_test_course_total (c, &total);
      roster = kp_test_campaign_load (c);
      g_assert_cmpint (kp_roster_get_dossier (roster, 0)->shortlist->written, ==, target_rows[i].written);
      g_assert_cmpint (kp_roster_get_dossier (roster, 0)->shortlist->bonus, ==, KP_MARK (3, 0));
      kp_test_assert_contains (kp_roster_get_dossier (roster, 0)->shortlist->why, target_rows[i].why);
      g_assert_cmpint (kp_roster_get_dossier (roster, 0)->total->total, ==, totals[i]);
    }
}

/* Veteran and 社会工作师: both items are kept, but only the best single one counts. */
static void
test_best_single_item_counts (KpTestDatabase *t)
{
  static const char *const marks[] = { "80", "80", "80" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 3);
  must_shortlist (c, &tally);
  items = kp_table_select (kp_session_get_database (c->session), &kp_bonus_table, kp_session_get_campaign (c->session),
                           "ORDER BY application, item", KP_NO_BINDS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      const KpBonusRecord *item = g_ptr_array_index (items, i);
      const gboolean is_certificate = g_str_equal (item->item, "social-worker");

      g_assert_cmpint (item->points, ==, is_certificate ? KP_MARK (3, 0) : KP_MARK (2, 0));
      g_assert_cmpint (item->counts, ==, is_certificate);
    }
}

/* Without a written exam whoever passed the review goes on; who failed it doesn't. */
static void
test_exempt_post_goes_on (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *rows = kp_test_campaign_make_rows (c, "D01", 4);
  g_auto (GStrv) halves = g_strsplit (rows, "2020-03-01", 2);
  g_autofree char *mixed = g_strconcat (halves[0], "2025-03-03", halves[1], NULL); /* a day short of a year */
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register_rows (c, mixed, 4);
  open_posts (c);
  must_shortlist (c, &tally);
  g_assert_cmpuint (tally.n_exempt, ==, 3);
  roster = kp_test_campaign_load (c);
  g_assert_null (kp_roster_get_dossier (roster, 0)->shortlist);
  g_assert_cmpstr (kp_roster_get_dossier (roster, 1)->shortlist->state, ==, "exempt");
}

static void
test_shortlist_twice_changes_nothing (KpTestDatabase *t)
{
  static const char *const marks[] = { "80", "70", "缺考" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  KpShortlistTally first;
  KpShortlistTally second;
  gint64 n_before;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 3);
  must_shortlist (c, &first);
  n_before = kp_test_campaign_count_journal (c);
  must_shortlist (c, &second);
  g_assert_cmpuint (second.n_entered, ==, first.n_entered);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* 14 come for A01, of whose 12 places 3:1 leaves 4; 2 for the targeted C01, which keeps its 4: two places go back to the open post, in the words that
 * the record keeps. At the opening nothing moves, and by a rule of another moment nothing does here. */
static void
test_leftovers (KpTestDatabase *t)
{
  static const char *const moments[] = { "shortlist", "interview" };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *leftover = g_strdup_printf ("\"leftover\": { \"at\": \"%s\", \"from\": \"targeted\", \"to\": [\"A01\"] }, "
                                                   "\"declarations\": [", moments[i]);
      const char *const edits[] = { "\"declarations\": [", leftover, "\"name\": \"退役军人定向岗\",",
                                    "\"name\": \"退役军人定向岗\", \"quota_action\": \"keep\",", NULL };
      g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) after = NULL;
      KpShortlistTally tally;
      guint n_items = 0;

      kp_test_campaign_register (c, "A01", 14);
      kp_test_campaign_register (c, "C01", 2);
      kp_test_campaign_seat (c);
      kp_test_campaign_mark (c, 7000);
      before = kp_posts_list_changed (c->session, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (before->len, ==, 0);
      g_assert_true (kp_step_award_bonus (c->session, &n_items, &error));
      g_assert_true (kp_step_shortlist (c->session, &tally, &error));
      after = kp_posts_list_changed (c->session, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (after->len, ==, i == 0 ? 2 : 0);
      if (i > 0)
        continue;
      g_assert_cmpint (((const KpPostRecord *) g_ptr_array_index (after, 0))->places, ==, 6);
      g_assert_cmpint (((const KpPostRecord *) g_ptr_array_index (after, 1))->places, ==, 2);
      g_assert_nonnull (g_strstr_len (((const KpPostRecord *) g_ptr_array_index (after, 1))->moved, -1, "空缺2人调剂到其他岗位"));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/posts/ratio-opens-them", test_ratio_opens_posts);
  kp_test_database_add ("/data/steps/%s/posts/cancelled-gets-no-seat", test_cancelled_post_gets_no_seat);
  kp_test_database_add ("/data/steps/%s/seat/nobody-to-seat", test_nobody_to_seat_is_told);
  kp_test_database_add ("/data/steps/%s/seat/ticket-says-room-and-seat", test_ticket_says_room_and_seat);
  kp_test_database_add ("/data/steps/%s/shortlist/cut", test_cut);
  kp_test_database_add ("/data/steps/%s/shortlist/without-mark-without-points", test_without_mark_without_points);
  kp_test_database_add ("/data/steps/%s/shortlist/bonus-goes-to-its-target", test_bonus_goes_to_its_target);
  kp_test_database_add ("/data/steps/%s/shortlist/best-single-item", test_best_single_item_counts);
  kp_test_database_add ("/data/steps/%s/shortlist/exempt-post-goes-on", test_exempt_post_goes_on);
  kp_test_database_add ("/data/steps/%s/shortlist/twice-changes-nothing", test_shortlist_twice_changes_nothing);
  kp_test_database_add ("/data/steps/%s/shortlist/leftovers", test_leftovers);
  return g_test_run ();
}
