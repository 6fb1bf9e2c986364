/* test-step-final-total.c – a background check that is scored: who is called by the total, who gets the places by the other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-decision.h"
#include "kp-explain.h"
#include "kp-simulation.h"
#include "kp-step-correct.h"
#include "kp-step-decide.h"
#include "kp-step-extra.h"
#include "kp-step-final-total.h"
#include "kp-step-hire.h"
#include "kp-test-agree.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define SCORED(ties) \
  "  \"others\": [],", \
      "  \"others\": [{ \"code\": \"kc\", \"name\": \"考察成绩\" }],\n" \
      "  \"background\": { \"score\": { \"other\": \"kc\", \"line\": \"60\", " \
      "\"weights\": { \"total\": \"80%\", \"other\": \"20%\" }, \"ties\": [" ties "] } },", \
      "\"list\": {\n      \"ratio\": \"1\"", "\"list\": {\n      \"ratio\": \"3/2\""

static const char *const scored[] = { SCORED ("\"extra_test\""), NULL };
static const char *const unscored[] = { NULL };

/* Six for two places; the totals are 84.00, 83.51, 83.01, 82.52, … in the roster's order, the first three are called. */
static KpTestCampaign *
bring_to_check (KpTestDatabase *t,
                const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
  KpFitnessTally fitness;
  KpTotalTally tally;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (marks, g_strdup_printf ("%u", 95 - i));
  kp_test_course_agree_interview (c, (const char *const *) marks->pdata, marks->len);
  kp_test_course_total (c, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  return c;
}

/* "86 95 -": of the first three, or those from @first on; - = not yet. */
static void
enter_scores (KpTestCampaign *c,
              guint first,
              const char *text)
{
  g_auto (GStrv) marks = g_strsplit (text, " ", -1);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  for (guint i = 0; marks[i] != NULL; i++)
    if (!g_str_equal (marks[i], "-"))
      g_string_append_printf (rows, "%s,%s\n", kp_test_course_get_place (roster, "A01", first + i)->seat->ticket, marks[i]);
  kp_test_course_agree_part (c, "kc", rows->str);
}

static void
make (KpTestCampaign *c,
      guint n_failed,
      guint n_called)
{
  g_autoptr (GError) error = NULL;
  KpFinalTotalTally tally;
  guint failed = 0;
  guint called = 0;

  kp_step_final_total (c->session, &tally, &failed, &called, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (failed, ==, n_failed);
  g_assert_cmpuint (called, ==, n_called);
  kp_test_agree (c);
}

/* Of each by the place in the total: "1:84.41/2 …", final total and place in it. */
static void
assert_final (KpTestCampaign *c,
              const char *expected)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 1; i <= 6; i++)
    {
      const KpFinalTotalRecord *record = kp_test_course_get_place (roster, "A01", i)->final_total;
      g_autofree char *final = record != NULL && record->final != KP_NO_INT ? kp_mark_dup_text (record->final, 2) : NULL;

      if (record != NULL)
        g_string_append_printf (found, "%s%u:%s/%d%s", found->len > 0 ? " " : "", i, final != NULL ? final : record->outcome,
                                record->place != KP_NO_INT ? (int) record->place : 0, record->is_undecided ? "?" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_proposed (KpTestCampaign *c,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  KpPublicityTally publicity;

  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  roster = kp_test_campaign_load (c);
  for (guint i = 1; i <= 6; i++)
    {
      const KpProposalRecord *proposal = kp_test_course_get_place (roster, "A01", i)->proposal;

      if (proposal != NULL)
        g_string_append_printf (found, "%s%u:%d", found->len > 0 ? " " : "", i, (int) proposal->place);
    }
  g_assert_cmpstr (found->str, ==, expected);
  kp_test_campaign_assert_sound (c);
}

/* 67.20 + 14 = 81.20, 66.808 + 19 = 85.81, 66.408 + 18 = 84.41: the first by the total gets no place. */
static void
test_hires_by_the_final_total (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  KpFitnessTally fitness;

  enter_scores (c, 1, "70 95 90");
  make (c, 0, 0);
  assert_final (c, "1:81.20/3 2:85.81/1 3:84.41/2");
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  assert_proposed (c, "2:1 3:2");
}

/* Two fail by the mark, one is left for two places: the fourth by the total is called, examined and scored. */
static void
test_fails_below_the_line (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  KpFitnessTally fitness;

  enter_scores (c, 1, "59.99 缺考 60");
  make (c, 2, 1);
  assert_final (c, "1:79.20/0 2:absent/0 3:78.41/1");
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  make (c, 0, 0);
  assert_final (c, "1:79.20/0 2:absent/0 3:78.41/1 4:open/0");
  enter_scores (c, 4, "80");
  make (c, 0, 0);
  assert_final (c, "1:79.20/0 2:absent/0 3:78.41/2 4:82.02/1");
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  assert_proposed (c, "3:2 4:1");
}

static void
assert_no_publicity (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpPublicityTally publicity;

  g_assert_false (kp_step_publish (c->session, &publicity, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "are tied for the last place");
}

/* 67.20 + 17.21 = 84.41 = 66.408 + 18: 84.41 twice across the last place: nobody is proposed until an extra test of its own parts them. */
static void
test_tie_waits (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const char *first = kp_test_course_get_place (roster, "A01", 1)->application->application;
  const char *third = kp_test_course_get_place (roster, "A01", 3)->application->application;
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;

  enter_scores (c, 1, "86.05 95 90");
  make (c, 0, 0);
  assert_final (c, "1:84.41/2? 2:85.81/1 3:84.41/2?");
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  assert_no_publicity (c);
  g_assert_false (kp_step_decide (c->session, KP_DECISION_FINAL_TIE, first, "1", "会议纪要", "甲", "乙", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (kp_step_enter_final_test (c->session, first, "60", &error));
  g_assert_true (kp_step_enter_final_test (c->session, third, "80", &error));
  g_assert_no_error (error);
  make (c, 0, 0);
  assert_final (c, "1:84.41/3 2:85.81/1 3:84.41/2");
  assert_proposed (c, "2:1 3:2");
}

/* Another scheme on the same record shows both totals side by side. */
static void
test_simulated (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSimulation) simulation = NULL;
  g_autoptr (KpList) list = NULL;
  g_autoptr (GBytes) csv = NULL;

  enter_scores (c, 1, "70 95 59");
  simulation = kp_simulation_new (c->session, kp_session_get_scheme (c->session), &error);
  g_assert_no_error (error);
  list = kp_simulation_make_list (simulation, KP_SIMULATION_TOTALS);
  csv = kp_list_to_csv (list);
  kp_test_assert_contains (g_bytes_get_data (csv, NULL), ",83.51,2,,进入,85.81,1,,是,");
  kp_test_assert_contains (g_bytes_get_data (csv, NULL), ",78.21,,考察成绩低于合格线,,");
}

/* A check that is scored is passed by the mark alone. */
static void
test_pass_needs_a_mark (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *row
      = g_strdup_printf ("%s,合格\n", kp_test_course_get_place (roster, "A01", 1)->application->application);
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;

  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_BACKGROUND, row, &fitness, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "no mark that passes it");
}

static void
test_unscored_has_none (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, unscored);
  g_autoptr (GError) error = NULL;
  KpFinalTotalTally tally;
  guint n_failed;
  guint n_called;

  g_assert_false (kp_step_final_total (c->session, &tally, &n_failed, &n_called, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static void
assert_explained (KpTestCampaign *c,
                  const char *number,
                  const char *sentence)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = kp_explain_application (c->session, number, &title, &error);
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);

      g_assert_cmpint (line->source, !=, KP_EXPLANATION_DIFFERS);
      g_string_append_printf (said, "%s %s\n", line->label, line->why);
    }
  kp_test_assert_contains (said->str, sentence);
}

/* 70 was 90: 67.20 + 18 = 85.20 is the second place now, and the third by the total gets none. */
static void
test_correction_makes_it_again (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  const KpCorrectionOrder order = {
    .what = KP_CORRECT_PAPER,
    .paper = "kc",
    .number = kp_test_course_get_place (roster, "A01", 1)->seat->ticket,
    .to = "90",
    .reason = "合分错误",
    .by = "甲",
    .with = "乙",
  };

  enter_scores (c, 1, "70 95 90");
  make (c, 0, 0);
  assert_explained (c, order.number, "最终成绩 67.20+14.00=81.20分");
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_correct (c->session, &order, FALSE, &report, &error);
  g_assert_no_error (error);
  assert_final (c, "1:85.20/2 2:85.81/1 3:84.41/3");
  assert_explained (c, order.number, "本岗位参加考察、列入名次的3人，按最终成绩从高到低，第2名");
  assert_proposed (c, "1:2 2:1");
}

static KpCorrectionReport *
correct (KpTestCampaign *c,
         gint64 place,
         const char *to,
         gboolean is_trial)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  KpCorrectionReport *report = NULL;
  const KpCorrectionOrder order = {
    .what = KP_CORRECT_PAPER,
    .paper = "kc",
    .number = kp_test_course_get_place (roster, "A01", place)->seat->ticket,
    .to = to,
    .reason = "合分错误",
    .by = "甲",
    .with = "乙",
  };

  kp_step_correct (c->session, &order, is_trial, &report, &error);
  g_assert_no_error (error);
  return report;
}

/* "考察合格→考察不合格" of whom a field changes, by places of the total; who is told of with it. */
static void
assert_told (KpTestCampaign *c,
             const KpCorrectionReport *report,
             KpChangeField field,
             const char *expected)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < report->changes->len; i++)
    {
      const KpChange *change = g_ptr_array_index (report->changes, i);

      if (change->field == field)
        g_string_append_printf (found, "%d:%s→%s ",
                                (int) kp_roster_find_application (roster, change->application)->total->place, change->before,
                                change->after);
    }
  for (guint i = 0; field == KP_CHANGE_CHECKED && i < report->pending->len; i++)
    {
      const KpPendingCase *pending = g_ptr_array_index (report->pending, i);

      g_string_append_printf (found, "%d:%s ",
                              (int) kp_roster_find_application (roster, pending->application)->total->place,
                              kp_pending_kind_get_name (pending->kind));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* 90 and 95 were 50 and 45: both had passed. One is left for two places, so the fourth by the total follows. */
static void
test_correction_fails_who_passed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  g_autoptr (KpCorrectionReport) trial = NULL;
  g_autoptr (KpCorrectionReport) first = NULL;
  g_autoptr (KpCorrectionReport) second = NULL;
  KpFitnessTally fitness;

  enter_scores (c, 1, "70 95 90");
  make (c, 0, 0);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  trial = correct (c, 3, "50", TRUE);
  assert_told (c, trial, KP_CHANGE_CHECKED, "3:体检合格、考察合格→体检合格、考察不合格 ");
  assert_told (c, trial, KP_CHANGE_FINAL_PLACE, "1:3→2 3:2→考察成绩低于合格线 ");
  first = correct (c, 3, "50", FALSE);
  assert_told (c, first, KP_CHANGE_FINAL_TOTAL, "3:84.41→76.41 ");
  kp_test_agree (c);
  second = correct (c, 2, "缺考", FALSE);
  assert_told (c, second, KP_CHANGE_CHECKED, "2:体检合格、考察合格→体检合格、考察放弃 4:call_missed ");
  make (c, 0, 1);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  enter_scores (c, 4, "80");
  make (c, 0, 0);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  assert_proposed (c, "1:2 4:1");
}

/* 59 was 95, and the fourth is called for it: that stays, and is told. Who failed for another reason has failed still. */
static void
test_correction_opens_who_failed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_check (t, scored);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *row
      = g_strdup_printf ("%s,不合格\n", kp_test_course_get_place (roster, "A01", 1)->application->application);
  g_autoptr (KpCorrectionReport) opened = NULL;
  g_autoptr (KpCorrectionReport) stays = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;

  enter_scores (c, 1, "70 59 90");
  make (c, 1, 0);
  g_assert_true (kp_test_course_enter_fitness (c, KP_FITNESS_BACKGROUND, row, &fitness, &error));
  g_assert_no_error (error);
  opened = correct (c, 2, "95", FALSE);
  assert_told (c, opened, KP_CHANGE_CHECKED, "2:体检合格、考察不合格→体检合格、考察未出结论 4:call_undue ");
  stays = correct (c, 1, "80", FALSE);
  assert_told (c, stays, KP_CHANGE_CHECKED, "4:call_undue ");
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/final-total/hires-by-it", test_hires_by_the_final_total);
  kp_test_database_add ("/data/steps/%s/final-total/fails-below-the-line", test_fails_below_the_line);
  kp_test_database_add ("/data/steps/%s/final-total/tie-waits", test_tie_waits);
  kp_test_database_add ("/data/steps/%s/final-total/simulated", test_simulated);
  kp_test_database_add ("/data/steps/%s/final-total/pass-needs-a-mark", test_pass_needs_a_mark);
  kp_test_database_add ("/data/steps/%s/final-total/unscored-has-none", test_unscored_has_none);
  kp_test_database_add ("/data/steps/%s/final-total/correction-makes-it-again", test_correction_makes_it_again);
  kp_test_database_add ("/data/steps/%s/final-total/correction-fails-who-passed", test_correction_fails_who_passed);
  kp_test_database_add ("/data/steps/%s/final-total/correction-opens-who-failed", test_correction_opens_who_failed);
  return g_test_run ();
}
