/* test-step-interview.c – from the draw of the order to the contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-explain.h"
#include "kp-fitness-sheet.h"
#include "kp-step-extra.h"
#include "kp-step-fitness.h"
#include "kp-step-hire.h"
#include "kp-step-interview.h"
#include "kp-step-marks.h"
#include "kp-step-shortlist.h"
#include "kp-step-total.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

/* 9 passed for A01 leave 3 places. */
static KpTestCampaign *
bring_to_interview (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  return c;
}

static KpTestCampaign *
bring_to_totals (KpTestDatabase *t)
{
  KpTestCampaign *c = bring_to_interview (t);
  g_autoptr (GError) error = NULL;
  KpTotalTally tally;

  kp_test_campaign_interview (c);
  kp_step_total (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_ranked, ==, 9);
  g_assert_cmpuint (tally.n_called, ==, 3);
  return c;
}

static gboolean
enter_interview (KpTestCampaign *c,
                 const char *rows,
                 KpInterviewTally *tally,
                 GError **error)
{
  g_autofree char *text = g_strconcat ("面试序号,考官1,考官2,考官3,考官4,考官5,考官6,考官7\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "some.csv", text);
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_interview (path, NULL, NULL, error);

  return sheet != NULL && kp_step_enter_interview (c->session, sheet, 0, tally, error);
}

static void
test_no_marks_before_the_draw (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpInterviewTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  g_assert_false (enter_interview (c, "1001,80,80,80,80,80,80,80\n", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
}

static void
test_extremes_are_dropped (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpInterviewTally tally;

  g_assert_true (enter_interview (c, "1001,60,80,81,82,83,84,99\n1002,缺考,缺考,缺考,缺考,缺考,缺考,缺考\n", &tally, &error));
  g_assert_cmpuint (tally.n_candidates, ==, 1);
  g_assert_cmpuint (tally.n_absent, ==, 1);
  g_assert_cmpuint (tally.n_open, ==, 7);
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_find_code (roster, "1001")->interview->raw, ==, KP_MARK (82, 0));
  g_assert_cmpstr (kp_roster_find_code (roster, "1001")->interview->dropped, ==, "lowest:1;highest:7");
  g_assert_cmpstr (kp_roster_find_code (roster, "1002")->interview->state, ==, "absent");
}

static void
test_missing_examiner_refuses (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (GError) error = NULL;
  KpInterviewTally tally;

  g_assert_false (enter_interview (c, "1001,60,80,81,82,83,84,\n", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static void
test_absent_with_a_mark_refuses (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (GError) error = NULL;
  KpInterviewTally tally;

  g_assert_false (enter_interview (c, "1001,60,80,81,82,83,84,缺考\n", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static const KpDrawTerms dice = { .source = "dice in the room" };
static const KpTwoPeople fire = { "甲", "乙", "a fire alarm" };
static const KpDrawTerms again = { "dice in the room, again", &fire };

/* One line for each post, the same at every asking; the draw then uses what was committed, and two people can have it
   drawn again until somebody was heard. */
static void
test_commitments_hold (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  KpShortlistTally shortlist;
  KpHearingTally tally;

  kp_test_campaign_register (c, "D01", 3);
  kp_test_campaign_review (c);
  g_assert_null (kp_step_commit_hearings (c->session, &dice, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_step_shortlist (c->session, &shortlist, &error);
  g_assert_no_error (error);
  first = kp_step_commit_hearings (c->session, &dice, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (first, "interview-order:D01 "));
  second = kp_step_commit_hearings (c->session, &dice, &error);
  g_assert_cmpstr (second, ==, first);
  kp_step_draw_hearings (c->session, "27182", &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_candidates, ==, 3);
  g_assert_cmpuint (tally.n_rooms, ==, 1);
  third = kp_step_commit_hearings (c->session, &dice, &error);
  g_assert_cmpstr (third, ==, first);
  kp_step_draw_hearings (c->session, "27182", &tally, &error);
  g_assert_true (tally.is_repeat);
  g_assert_false (kp_step_draw_hearings (c->session, "99999", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);

  fourth = kp_step_commit_hearings (c->session, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fourth, !=, first);
  g_assert_true (kp_step_draw_hearings (c->session, "99999", &tally, &error));
  g_assert_cmpuint (tally.n_replaced, ==, 3);
  kp_test_campaign_interview (c);
  g_assert_null (kp_step_commit_hearings (c->session, &again, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* More than 36 of one post: two rooms, the drawn order dealt round. */
static void
test_big_post_has_two_rooms (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;
  guint n_in_room[4] = { 0 };

  kp_test_campaign_register (c, "D01", 45);
  kp_test_campaign_review (c);
  kp_test_campaign_draw (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    n_in_room[kp_roster_get_dossier (roster, i)->hearing->room]++;
  g_assert_cmpuint (n_in_room[1], ==, 23);
  g_assert_cmpuint (n_in_room[2], ==, 22);
}

static void
test_missing_mark_blocks_totals (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (GError) error = NULL;
  KpTotalTally tally;

  g_assert_false (kp_step_total (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* Totals may be made again while nothing hangs on them, and come out the same. */
static void
test_totals_repeat (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (GError) error = NULL;
  KpTotalTally tally;

  kp_step_total (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_called, ==, 3);
  kp_test_campaign_assert_sound (c);
}

typedef gboolean (*Choice) (const KpDossier *dossier);

static gboolean
is_called_physical (const KpDossier *dossier)
{
  return dossier->physical != NULL && g_str_equal (dossier->physical->outcome, "called");
}

static gboolean
is_called_background (const KpDossier *dossier)
{
  return dossier->background != NULL && g_str_equal (dossier->background->outcome, "called");
}

/* All who are called pass, but the one at fail_place. */
static void
enter_fitness (KpTestCampaign *c,
               KpFitnessKind kind,
               gint64 fail_place,
               KpFitnessTally *tally)
{
  const Choice is_called = kind == KP_FITNESS_PHYSICAL ? is_called_physical : is_called_background;
  g_autoptr (GString) text = g_string_new ("准考证号,结论\n");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFitnessSheet) sheet = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (is_called (dossier))
        g_string_append_printf (text, "%s,%s\n", dossier->seat->ticket,
                                dossier->total->place == fail_place ? "不合格" : "合格");
    }
  path = kp_test_campaign_write (c, "fitness.csv", text->str);
  sheet = kp_fitness_sheet_read (path, kind, &error);
  g_assert_no_error (error);
  kp_step_enter_fitness (c->session, kind, sheet, tally, &error);
  g_assert_no_error (error);
}

/* The second fails the physical: the fourth follows; then the fourth fails the background check: the fifth follows. */
static void
test_the_next_in_order_follows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  enter_fitness (c, KP_FITNESS_PHYSICAL, 2, &tally);
  g_assert_cmpuint (tally.n_called, ==, 1);
  enter_fitness (c, KP_FITNESS_PHYSICAL, 0, &tally);
  enter_fitness (c, KP_FITNESS_BACKGROUND, 4, &tally);
  g_assert_cmpuint (tally.n_called, ==, 1);
  enter_fitness (c, KP_FITNESS_PHYSICAL, 0, &tally);
  g_assert_false (kp_step_publish (c->session, &publicity, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  enter_fitness (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 3);

  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const gint64 place = dossier->total->place;

      g_assert_cmpint (dossier->proposal != NULL, ==, place == 1 || place == 3 || place == 5);
    }
  kp_test_campaign_assert_sound (c);
}

static KpTestCampaign *
bring_to_publicity (KpTestDatabase *t)
{
  KpTestCampaign *c = bring_to_totals (t);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  enter_fitness (c, KP_FITNESS_PHYSICAL, 0, &tally);
  enter_fitness (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  return c;
}

/* 7 working days from 2026-06-10, that day not counted; 19 June is 端午节: the 7th is 22 June. */
static void
test_publicity_counts_working_days (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *until = NULL;
  KpPublicityTally tally;

  kp_step_publish (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_true (tally.is_repeat);
  until = kp_date_dup_iso (tally.until);
  g_assert_cmpstr (until, ==, "2026-06-22");
}

static void
test_contracts_wait_for_the_publicity (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t);
  g_autoptr (GError) error = NULL;
  KpHireTally tally;

  kp_test_campaign_set_now (c, "2026-06-22T18:00:00+08:00");
  g_assert_false (kp_step_hire (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
}

static void
test_contracts_are_made_once (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  KpHireTally tally;

  kp_test_campaign_set_now (c, "2026-06-23T08:00:00+08:00");
  kp_step_hire (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_contracts, ==, 3);
  kp_step_hire (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_true (tally.is_repeat);

  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpContractRecord *contract = kp_roster_get_dossier (roster, i)->contract;

      if (contract == NULL)
        continue;
      g_assert_cmpstr (contract->starts, ==, "2026-07-01");
      g_assert_cmpstr (contract->ends, ==, "2029-06-30");
      g_assert_cmpstr (contract->probation_ends, ==, "2026-12-31");
    }
  kp_test_campaign_assert_sound (c);
}

static void
test_explanation_has_every_stage (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) stages = g_string_new (NULL);
  g_autofree char *title = NULL;

  lines = kp_explain_application (c->session, kp_roster_get_dossier (roster, 0)->seat->ticket, &title, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (stages, "%s ", ((KpExplanation *) g_ptr_array_index (lines, i))->stage);
  kp_test_assert_contains (stages->str, "资格审查");
  kp_test_assert_contains (stages->str, "笔试登分 笔试登分 笔试");
  kp_test_assert_contains (stages->str, "入围 面试 ");
  kp_test_assert_contains (stages->str, "面试 面试成绩 综合成绩 ");

  g_assert_null (kp_explain_application (c->session, "no-such", &title, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

/* Everybody is as good as everybody else but for the written mark; the interview makes the last two of the three places equal:
   3 places, and totals, interview, paper and veteran alike for the two who come third. */
static KpTestCampaign *
bring_to_tie (KpTestDatabase *t, char *tied[2])
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GString) rows = g_string_new ("准考证号,分数\n");
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 9; i++)
    g_string_append_printf (rows, "%s,%u\n", kp_roster_get_dossier (roster, i)->seat->ticket, i == 3 ? 88 : 90 - i);
  for (guint entry = 1; entry <= 2; entry++)
    {
      g_autofree char *path = kp_test_campaign_write (c, entry == 1 ? "one.csv" : "two.csv", rows->str);
      g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
      g_autoptr (KpSession) clerk = kp_test_campaign_open_clerk (c, entry);
      KpMarksTally tally;

      g_assert_true (kp_step_enter_marks (clerk, "01", entry, sheet, NULL, &tally, &error));
    }
  for (guint i = 0; i < 2; i++)
    tied[i] = g_strdup (kp_roster_get_dossier (roster, 2 + i)->seat->ticket);
  kp_test_campaign_draw (c);
  return g_steal_pointer (&c);
}

static void
hear_alike (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  KpInterviewTally tally;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    g_string_append_printf (rows, "%s,80,80,80,80,80,80,80\n", kp_roster_get_dossier (roster, i)->hearing->code);
  g_assert_true (enter_interview (c, rows->str, &tally, &error));
  kp_test_campaign_open_rooms (c);
}

static gboolean
enter_first_physical (KpTestCampaign *c, GError **error)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autoptr (KpFitnessSheet) sheet = NULL;
  KpFitnessTally tally;

  text = g_strdup_printf ("准考证号,结论\n%s,合格\n", kp_roster_get_dossier (roster, 0)->seat->ticket);
  path = kp_test_campaign_write (c, "fit.csv", text);
  sheet = kp_fitness_sheet_read (path, KP_FITNESS_PHYSICAL, error);
  return sheet != NULL && kp_step_enter_fitness (c->session, KP_FITNESS_PHYSICAL, sheet, &tally, error);
}

static void
test_extra_test_parts_a_tie (KpTestDatabase *t)
{
  char *tied[2];
  g_autoptr (KpTestCampaign) c = bring_to_tie (t, tied);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally tally;

  hear_alike (c);
  g_assert_true (kp_step_total (c->session, &tally, &error));
  g_assert_cmpuint (tally.n_undecided, ==, 2);
  g_assert_cmpuint (tally.n_called, ==, 2);
  g_assert_false (enter_first_physical (c, &early));
  g_assert_error (early, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_nonnull (strstr (early->message, tied[0]));
  g_assert_nonnull (strstr (early->message, tied[1]));

  g_assert_true (kp_step_enter_extra_test (c->session, tied[0], "61", &error));
  g_assert_true (kp_step_enter_extra_test (c->session, tied[1], "61.5", &error));
  g_assert_true (kp_step_total (c->session, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_undecided, ==, 0);
  g_assert_cmpuint (tally.n_called, ==, 3);
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_find_ticket (roster, tied[1])->total->place, ==, 3);
  g_assert_cmpint (kp_roster_find_ticket (roster, tied[0])->total->place, ==, 4);
  g_assert_cmpint (kp_roster_find_ticket (roster, tied[0])->total->total, ==,
                   kp_roster_find_ticket (roster, tied[1])->total->total);
  g_assert_true (enter_first_physical (c, &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
  g_free (tied[0]);
  g_free (tied[1]);
}

/* An extra test is for those who are tied, and a mark like any other. */
static void
test_extra_test_is_for_ties (KpTestDatabase *t)
{
  char *tied[2];
  g_autoptr (KpTestCampaign) c = bring_to_tie (t, tied);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const char *const cases[][2] = { { tied[0], "101" }, { tied[0], "x" }, { "99999999999", "60" },
                                   { kp_roster_get_dossier (roster, 0)->seat->ticket, "60" } };
  g_autoptr (GError) none = NULL;
  KpTotalTally tally;

  hear_alike (c);
  g_assert_true (kp_step_total (c->session, &tally, &none));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kp_step_enter_extra_test (c->session, cases[i][0], cases[i][1], &error));
      g_assert_nonnull (error);
    }
  g_free (tied[0]);
  g_free (tied[1]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/interview/no-marks-before-the-draw", test_no_marks_before_the_draw);
  kp_test_database_add ("/data/steps/%s/interview/extremes-are-dropped", test_extremes_are_dropped);
  kp_test_database_add ("/data/steps/%s/interview/missing-examiner-refuses", test_missing_examiner_refuses);
  kp_test_database_add ("/data/steps/%s/interview/absent-with-a-mark-refuses", test_absent_with_a_mark_refuses);
  kp_test_database_add ("/data/steps/%s/hearing/commitments-hold", test_commitments_hold);
  kp_test_database_add ("/data/steps/%s/hearing/big-post-has-two-rooms", test_big_post_has_two_rooms);
  kp_test_database_add ("/data/steps/%s/total/missing-mark-blocks", test_missing_mark_blocks_totals);
  kp_test_database_add ("/data/steps/%s/total/totals-repeat", test_totals_repeat);
  kp_test_database_add ("/data/steps/%s/fitness/the-next-in-order-follows", test_the_next_in_order_follows);
  kp_test_database_add ("/data/steps/%s/publicity/counts-working-days", test_publicity_counts_working_days);
  kp_test_database_add ("/data/steps/%s/hire/contracts-wait-for-the-publicity", test_contracts_wait_for_the_publicity);
  kp_test_database_add ("/data/steps/%s/hire/contracts-are-made-once", test_contracts_are_made_once);
  kp_test_database_add ("/data/steps/%s/explain/has-every-stage", test_explanation_has_every_stage);
  kp_test_database_add ("/data/steps/%s/total/extra-test-parts-a-tie", test_extra_test_parts_a_tie);
  kp_test_database_add ("/data/steps/%s/total/extra-test-is-for-ties", test_extra_test_is_for_ties);
  return g_test_run ();
}
