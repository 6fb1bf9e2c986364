/* test-spent.c – which stages have nothing left to do, while they are still open.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-paper-lock.h"
#include "kp-spent.h"
#include "kp-step-recheck.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

static gboolean
is_spent (KpTestCampaign *c,
          KpStage stage)
{
  g_autoptr (GError) error = NULL;
  KpStageState spent;

  g_assert_true (kp_spent_read (c->session, &spent, &error));
  g_assert_no_error (error);
  return kp_stage_is_closed (spent, stage);
}

/* The lock ends the written exam, the list the shortlist: both before anybody is re-checked. */
static void
test_written (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  KpLockedList list;
  guint n_items;

  kp_test_campaign_register (c, "A01", 12);
  kp_test_campaign_seat (c);
  g_assert_false (is_spent (c, KP_STAGE_WRITTEN));
  kp_test_campaign_mark (c, 6000);
  g_assert_false (is_spent (c, KP_STAGE_WRITTEN));
  g_assert_true (kp_step_lock_paper (c->session, "01", "甲", "乙", &list, &error));
  g_assert_no_error (error);
  g_assert_true (is_spent (c, KP_STAGE_WRITTEN));
  g_assert_false (is_spent (c, KP_STAGE_SHORTLIST));
  g_assert_true (kp_step_award_bonus (c->session, &n_items, &error));
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_no_error (error);
  g_assert_true (is_spent (c, KP_STAGE_SHORTLIST));
  g_assert_false (is_spent (c, KP_STAGE_INTERVIEW));
}

/* Nobody waits for a judgement once all are re-checked: what comes next is the draw, which ends the re-check. */
static void
test_recheck (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  KpRecheckTally recheck;
  KpLockedList list;
  guint n_items;

  kp_test_campaign_register (c, "A01", 12);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 6000);
  g_assert_true (kp_step_lock_paper (c->session, "01", "甲", "乙", &list, &error));
  g_assert_true (kp_step_award_bonus (c->session, &n_items, &error));
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_no_error (error);
  g_assert_false (is_spent (c, KP_STAGE_RECHECK));
  g_assert_true (kp_step_recheck_auto (c->session, &recheck, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (recheck.n_rechecked, >, 0);
  g_assert_true (is_spent (c, KP_STAGE_RECHECK));
  g_assert_false (is_spent (c, KP_STAGE_INTERVIEW));
}

static void
test_interview (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  KpFitnessTally fitness;
  KpTotalTally tally;

  kp_test_campaign_register (c, "A01", 12);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 6000);
  g_assert_false (is_spent (c, KP_STAGE_RECHECK));
  kp_test_campaign_draw (c);
  g_assert_true (is_spent (c, KP_STAGE_RECHECK));
  g_assert_false (is_spent (c, KP_STAGE_INTERVIEW));
  kp_test_campaign_interview (c);
  g_assert_true (is_spent (c, KP_STAGE_INTERVIEW));
  g_assert_false (is_spent (c, KP_STAGE_TOTALS));
  kp_test_course_total (c, &tally);
  g_assert_true (is_spent (c, KP_STAGE_TOTALS));
  g_assert_false (is_spent (c, KP_STAGE_PHYSICAL));
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 1, &fitness);
  g_assert_false (is_spent (c, KP_STAGE_PHYSICAL));
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  g_assert_true (is_spent (c, KP_STAGE_PHYSICAL));
  g_assert_false (is_spent (c, KP_STAGE_BACKGROUND));
}

/* The last day counts; on the day after it the contracts are next, though the publicity ends only with them. */
static void
test_publicity (KpTestDatabase *t)
{
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, no_edits, 6);

  kp_test_campaign_set_now (c, "2026-06-22T23:00:00+08:00");
  g_assert_false (is_spent (c, KP_STAGE_PUBLICITY));
  kp_test_campaign_set_now (c, "2026-06-23T08:00:00+08:00");
  g_assert_true (is_spent (c, KP_STAGE_PUBLICITY));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/spent/written", test_written);
  kp_test_database_add ("/data/steps/%s/spent/recheck", test_recheck);
  kp_test_database_add ("/data/steps/%s/spent/interview", test_interview);
  kp_test_database_add ("/data/steps/%s/spent/publicity", test_publicity);
  return g_test_run ();
}
