/* test-step-direct.c – 免试直接聘用 through the steps: no seat, no list, a place; the committee parts those who are too many.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-direct-hires.h"
#include "kp-explain.h"
#include "kp-step-correct.h"
#include "kp-step-decide.h"
#include "kp-step-hire.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-agree.h"
#include "kp-test-course.h"
#include "kp-test.h"

#include <string.h>

#define TOP "  \"streets\": ["
#define DIRECT(day, rest) \
  { TOP, "  \"direct_hire\": { \"when\": { \"born\": { \"from\": \"1990-01-0" day "\", \"to\": \"1990-01-0" day "\" } }" rest " },\n" TOP, NULL }

/* Six of A01, so that two places open: 000001 to 000005 were born on the first of the month, 000006 on the second. */
static KpTestCampaign *
new_six (KpTestDatabase *t,
         const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 6);
  return c;
}

static const KpDossier *
find (KpRoster *roster,
      guint number)
{
  g_autofree char *application = g_strdup_printf ("%06u", number);
  const KpDossier *dossier = kp_roster_find_application (roster, application);

  g_assert_nonnull (dossier);
  return dossier;
}

static gboolean
decide (KpTestCampaign *c,
        guint number,
        const char *rank,
        GError **error)
{
  g_autofree char *application = g_strdup_printf ("%06u", number);

  return kp_step_decide (c->session, KP_DECISION_DIRECT, application, rank, "会议纪要〔2026〕8号", "甲", "乙", error);
}

static void
must_decide (KpTestCampaign *c,
             guint number,
             guint rank)
{
  g_autofree char *value = g_strdup_printf ("%u", rank);
  g_autoptr (GError) error = NULL;

  decide (c, number, value, &error);
  g_assert_no_error (error);
}

static void
assert_refused (KpTestCampaign *c,
                guint number,
                const char *rank,
                const char *message)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  g_assert_false (decide (c, number, rank, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, message);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* Everybody of A01: "d1" hired without exam with that place, "d?" undecided, "d-" not taken, "2" a place of the totals, "." no
 * row; "!" called to the physical. */
static void
assert_totals (KpTestCampaign *c,
               const char *expected)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpTotalRecord *total = dossier->total;

      g_string_append (found, i > 0 ? " " : "");
      if (total == NULL)
        g_string_append_c (found, '.');
      else
        {
          g_string_append (found, g_str_equal (total->outcome, "direct") ? "d" : "");
          if (total->place != KP_NO_INT)
            g_string_append_printf (found, "%u", (guint) total->place);
          else
            g_string_append_c (found, total->is_undecided ? '?' : '-');
        }
      g_string_append (found, dossier->physical != NULL ? "!" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
examine (KpTestCampaign *c)
{
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
}

/* One of the two places is left to the exam: 1:3, so three of the five come to the interview. The later on the roster, the
 * better the mark. */
static KpTestCampaign *
bring_to_totals (KpTestDatabase *t)
{
  static const char *const edits[] = DIRECT ("2", "");
  KpTestCampaign *c = new_six (t, edits);
  KpTotalTally tally;

  kp_test_campaign_seat (c);
  examine (c);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_direct, ==, 1);
  g_assert_cmpuint (tally.n_ranked, ==, 3);
  g_assert_cmpuint (tally.n_called, ==, 2);
  return c;
}

static void
test_takes_a_place (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const KpDossier *direct = find (roster, 6);
  g_autofree KpPostRecord *post = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (direct->seat);
  g_assert_null (direct->shortlist);
  g_assert_null (direct->hearing);
  g_assert_cmpint (direct->total->total, ==, KP_NO_INT);
  g_assert_cmpstr (direct->total->why, ==, "符合条件，免试直接聘用，不参加考试");
  g_assert_nonnull (find (roster, 1)->seat);
  kp_test_assert_contains (find (roster, 1)->shortlist->why, "岗位计划2人扣除免试直接聘用1人后1人，应入围3人");
  assert_totals (c, ". . 3 2 1! d1!");
  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_post_table, kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT ("A01")), &post, &error));
  g_assert_cmpint (post->places, ==, 2);
  g_assert_cmpint (post->competing, ==, 3);
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

/* Hired with the others: the first of the publicity, and the best of the totals the second. */
static void
test_is_hired (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;
  KpHireTally hire;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 99, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 99, &fitness);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 2);
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (find (roster, 6)->proposal->place, ==, 1);
  g_assert_cmpint (find (roster, 5)->proposal->place, ==, 2);
  kp_test_campaign_set_now (c, "2026-07-01T08:00:00+08:00");
  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hire.n_contracts, ==, 2);
  kp_test_agree (c);
}

/* Leaves like everybody: the next by total follows, and keeps the place of the totals. */
static void
test_is_substituted (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpFitnessTally fitness;

  kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, "000006,不合格\n", &fitness, &error);
  g_assert_no_error (error);
  assert_totals (c, ". . 3 2! 1! d1!");
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (find (roster, 4)->physical->round, ==, 1);
  kp_test_agree (c);
}

/* A mark put right turns the order of the exam; who is hired without it stays first. */
static void
test_correction_keeps_it (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpRoster) before = kp_test_campaign_load (c);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const KpCorrectionOrder order = {
    .what = KP_CORRECT_INTERVIEW,
    .number = find (before, 4)->hearing->code,
    .to = "80,80,80,80,80,80,80",
    .reason = "登分时错录",
    .by = "李某",
    .with = "王某",
  };

  kp_step_correct (c->session, &order, FALSE, &report, &error);
  g_assert_no_error (error);
  assert_totals (c, ". . 3 1! 2 d1!");
  kp_test_agree (c);
}

static void
test_who_needs_the_exam_is_known_first (KpTestDatabase *t)
{
  static const char *const edits[] = DIRECT ("1", ", \"most\": 1");
  g_autoptr (KpTestCampaign) c = new_six (t, edits);
  g_autoptr (GError) error = NULL;
  KpTotalTally tally;
  KpSeatTally seats;

  assert_refused (c, 1, "1", "one of several of an opened post");
  kp_test_campaign_review (c);
  kp_test_campaign_set_now (c, "2026-03-20T09:00:00+08:00");
  g_assert_null (kp_step_commit_seats (c->session, &(KpDrawTerms){ .source = "开奖号码" }, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "000001 000002 000003 000004 000005");
  g_clear_error (&error);

  assert_refused (c, 6, "1", "one of several of an opened post");
  assert_refused (c, 1, "0", "whole number");
  assert_refused (c, 1, "甲", "whole number");
  for (guint i = 1; i <= 5; i++)
    must_decide (c, i, i == 3 ? 1 : i + 1);
  kp_test_campaign_commit_seats (c);
  kp_step_seat (c->session, "31415", &seats, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seats.n_candidates, ==, 5);
  g_assert_cmpuint (seats.n_direct, ==, 1);
  assert_refused (c, 3, "9", "The seats are drawn or");

  examine (c);
  kp_test_course_total (c, &tally);
  assert_totals (c, ". . d1! 3 2 1!");
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

/* Nor is anybody listed where there are no seats to wait for. */
static void
test_who_is_listed_is_known_first (KpTestDatabase *t)
{
  static const char *const edits[] = DIRECT ("1", ", \"most\": 1");
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  guint n_items;

  kp_test_campaign_register (c, "D01", 6);
  kp_test_campaign_review (c);
  g_assert_false (kp_step_award_bonus (c->session, &n_items, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "000001 000002 000003 000004 000005");
  for (guint i = 1; i <= 5; i++)
    must_decide (c, i, i);
  kp_test_campaign_draw (c);
  assert_refused (c, 1, "9", "The seats are drawn or");
  kp_test_agree (c);
}

/* Where the others are out, the exam needn't wait; but nobody of the post is called before. */
static void
test_others_are_out (KpTestDatabase *t)
{
  static const char *const edits[] = DIRECT ("1", ", \"most\": 1, \"left\": \"out\"");
  g_autoptr (KpTestCampaign) c = new_six (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally tally;
  KpFitnessTally fitness;

  kp_test_campaign_seat (c);
  examine (c);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_undecided, ==, 5);
  g_assert_cmpuint (tally.n_called, ==, 0);
  assert_totals (c, "d? d? d? d? d? 1");
  kp_test_agree (c);

  for (guint i = 1; i <= 5; i++)
    must_decide (c, i, i == 1 ? 9 : i);
  kp_test_course_total (c, &tally);
  assert_totals (c, "d- d1! d- d- d- 1!");
  kp_test_agree (c);
  roster = kp_test_campaign_load (c);
  kp_test_assert_contains (find (roster, 1)->total->why, "未列为人选，不再参加本次招聘");
  kp_test_assert_contains (find (roster, 2)->total->why, "经领导小组研究决定列第1位");
  kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, "000006,合格\n", &fitness, &error);
  g_assert_no_error (error);
  assert_refused (c, 1, "1", "Results of the physical");
  kp_test_campaign_assert_sound (c);
}

/* Once somebody is examined the totals are closed: whoever isn't parted then would wait for ever. */
static void
test_is_parted_before_the_physical (KpTestDatabase *t)
{
  static const char *const edits[] = DIRECT ("1", ", \"most\": 1, \"left\": \"out\"");
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpTotalTally tally;
  KpFitnessTally fitness;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_register (c, "D01", 3);
  kp_test_campaign_seat (c);
  examine (c);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_called, >, 0);
  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, "000009,合格\n", &fitness, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "the committee hasn't said who goes first: 000001 000002 000003 000004 000005");
}

static gboolean
is_told (const GPtrArray *lines,
         KpExplanationSource source,
         const char *stage,
         const char *result,
         const char *why)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);

      if (line->source == source && g_str_equal (line->stage, stage) && strstr (line->result, result) != NULL
          && strstr (line->why, why) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_is_explained (KpTestDatabase *t)
{
  static const char *const edits[] = DIRECT ("1", ", \"most\": 1");
  g_autoptr (KpTestCampaign) c = new_six (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *title = NULL;
  KpTotalTally tally;

  kp_test_campaign_review (c);
  for (guint i = 1; i <= 5; i++)
    must_decide (c, i, i);
  kp_test_campaign_set_now (c, "2026-03-20T09:00:00+08:00");
  kp_test_campaign_commit_seats (c);
  g_assert_true (kp_step_seat (c->session, "31415", &(KpSeatTally){ 0 }, &error));
  examine (c);
  kp_test_course_total (c, &tally);
  lines = kp_explain_application (c->session, "000001", &title, &error);
  g_assert_no_error (error);
  g_assert_true (is_told (lines, KP_EXPLANATION_DERIVED, "开考", "免试直接聘用", "本岗位符合条件5人，免试直接聘用名额1人"));
  g_assert_true (is_told (lines, KP_EXPLANATION_RECORD, "开考", "免试直接聘用人员中第1位", "会议纪要〔2026〕8号"));
  g_assert_true (is_told (lines, KP_EXPLANATION_RECORD, "综合成绩", "免试直接聘用", "经领导小组研究决定列第1位"));
  g_assert_true (is_told (lines, KP_EXPLANATION_DERIVED, "体检考察", "", "免试直接聘用，列在按综合成绩确定的人选之前"));
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (((const KpExplanation *) g_ptr_array_index (lines, i))->source, !=, KP_EXPLANATION_DIFFERS);
}

static void
test_scheme_hires_nobody_so (KpTestDatabase *t)
{
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestCampaign) c = new_six (t, no_edits);

  kp_test_campaign_review (c);
  assert_refused (c, 1, "1", "hires nobody without an exam");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/direct/takes-a-place", test_takes_a_place);
  kp_test_database_add ("/data/steps/%s/direct/is-hired", test_is_hired);
  kp_test_database_add ("/data/steps/%s/direct/is-substituted", test_is_substituted);
  kp_test_database_add ("/data/steps/%s/direct/correction-keeps-it", test_correction_keeps_it);
  kp_test_database_add ("/data/steps/%s/direct/who-needs-the-exam-is-known-first", test_who_needs_the_exam_is_known_first);
  kp_test_database_add ("/data/steps/%s/direct/who-is-listed-is-known-first", test_who_is_listed_is_known_first);
  kp_test_database_add ("/data/steps/%s/direct/others-are-out", test_others_are_out);
  kp_test_database_add ("/data/steps/%s/direct/is-parted-before-the-physical", test_is_parted_before_the_physical);
  kp_test_database_add ("/data/steps/%s/direct/is-explained", test_is_explained);
  kp_test_database_add ("/data/steps/%s/direct/scheme-hires-nobody-so", test_scheme_hires_nobody_so);
  return g_test_run ();
}
