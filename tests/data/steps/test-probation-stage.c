/* test-probation-stage.c – the stage of the probation is over when the record says so, and opens again when it doesn't.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-depart.h"
#include "kp-step-hire.h"
#include "kp-step-probation.h"
#include "kp-step-work-correct.h"
#include "kp-step-work.h"
#include "kp-test-course.h"

#define FIRST "01劳合〔2026〕0001号"
#define SECOND "01劳合〔2026〕0002号"
#define UNTIL(moment) "\"final_until\": \"publicity\"", "\"final_until\": \"" moment "\""
#define POOL "\"reserve\": {\n    \"applies\": false", "\"reserve\": {\n    \"applies\": true,\n    \"until\": \"2027-03-31\""

static const char *const no_edits[] = { NULL };
static const char *const until_reserve[] = { UNTIL ("reserve"), POOL, NULL };

static void
set_today (KpTestCampaign *c, const char *day)
{
  g_autofree char *now = g_strconcat (day, "T09:00:00+08:00", NULL);

  kp_test_campaign_set_now (c, now);
}

/* Also for who opens the record anew. */
static void
assert_over (KpTestCampaign *c, gboolean is_over)
{
  g_autoptr (KpSession) other = kp_test_campaign_open_as (c, "另一人");

  g_assert_cmpint (kp_stage_is_closed (kp_session_get_stages (c->session), KP_STAGE_PROBATION), ==, is_over);
  g_assert_cmpint (kp_stage_is_closed (kp_session_get_stages (other), KP_STAGE_PROBATION), ==, is_over);
  g_assert_true (kp_stage_is_closed (kp_session_get_stages (other), KP_STAGE_HIRE));
  kp_test_campaign_assert_sound (c);
}

static void
record (KpTestCampaign *c, KpDuty duty, const char *number, KpDate day)
{
  const KpDutyOrder order = { duty, number, NULL, day, "材料" };
  g_autoptr (GError) error = NULL;
  KpDutyTally tally;

  kp_step_record_duty (c->session, &order, &tally, &error);
  g_assert_no_error (error);
}

static void
confirm (KpTestCampaign *c, const char *number)
{
  const KpSettleOrder order = { .number = number, .act = KP_PROBATION_CONFIRM, .reason = "试用期届满", .by = "甲", .with = "乙" };
  g_autoptr (GError) error = NULL;
  KpDate from;

  kp_step_settle_probation (c->session, &order, &from, &error);
  g_assert_no_error (error);
}

static void
resign (KpTestCampaign *c, const char *number)
{
  const KpEndOrder end = { .number = number, .ground = KP_GROUND_RESIGNED, .served = { 2026, 7, 10 }, .last_day = { 2026, 7, 13 },
                           .reason = "个人原因", .by = "甲", .with = "乙" };
  g_autoptr (GError) error = NULL;
  guint half_months;

  kp_step_end_contract (c->session, &end, &half_months, &error);
  g_assert_no_error (error);
}

/* Two contracts, signed and registered; the second ends in the first month. */
static KpTestCampaign *
bring (KpTestDatabase *t, const char *const *edits)
{
  KpTestCampaign *c = kp_test_course_bring_to_work (t, edits, 6);

  set_today (c, "2026-07-13");
  record (c, KP_DUTY_SIGNED, NULL, (KpDate) { 2026, 7, 1 });
  record (c, KP_DUTY_INSURED, NULL, (KpDate) { 2026, 7, 10 });
  resign (c, SECOND);
  return c;
}

/* The last of what is due closes it, whichever it is. */
static void
test_last_of_all (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, no_edits);

  set_today (c, "2027-01-04");
  confirm (c, FIRST);
  assert_over (c, FALSE);
  record (c, KP_DUTY_HANDOVER, SECOND, (KpDate) { 2026, 7, 28 });
  assert_over (c, FALSE);
  record (c, KP_DUTY_FUND, FIRST, (KpDate) { 2026, 7, 30 });
  assert_over (c, TRUE);
}

/* Its work goes on: a record that is put right opens it again; what comes years later doesn't. */
static void
test_put_right (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, no_edits);
  const KpWorkCorrectOrder wrong = { .number = SECOND, .is_duty = TRUE, .duty = KP_DUTY_HANDOVER, .takes_back = TRUE,
                                     .reason = "登记错了", .by = "甲", .with = "乙" };
  g_autoptr (GError) error = NULL;

  set_today (c, "2027-01-04");
  record (c, KP_DUTY_FUND, FIRST, (KpDate) { 2026, 7, 30 });
  record (c, KP_DUTY_HANDOVER, SECOND, (KpDate) { 2026, 7, 28 });
  confirm (c, FIRST);
  assert_over (c, TRUE);
  kp_step_correct_work (c->session, &wrong, &error);
  g_assert_no_error (error);
  assert_over (c, FALSE);
  record (c, KP_DUTY_HANDOVER, SECOND, (KpDate) { 2026, 7, 29 });
  assert_over (c, TRUE);
  set_today (c, "2029-06-01");
  record (c, KP_DUTY_RENEWED, FIRST, (KpDate) { 2029, 6, 1 });
  assert_over (c, TRUE);
}

/* Somebody is called for a place that was left: it opens, until that probation is over too. */
static void
test_somebody_follows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, until_reserve);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const char *const numbers[] = { kp_test_course_get_place (roster, "A01", 2)->application->application, NULL };
  const KpDepartOrder order = { numbers, "resigned", { "甲", "乙", "个人原因" } };
  g_auto (KpDepartTally) left = { 0 };
  g_auto (KpDepartTally) called = { 0 };
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;
  KpHireTally hire;

  resign (c, FIRST);
  record (c, KP_DUTY_HANDOVER, FIRST, (KpDate) { 2026, 7, 13 });
  assert_over (c, FALSE);
  record (c, KP_DUTY_HANDOVER, SECOND, (KpDate) { 2026, 7, 13 });
  assert_over (c, TRUE);
  g_assert_true (kp_step_depart (c->session, &order, &left, &error));
  assert_over (c, TRUE);
  g_assert_true (kp_step_call_reserve (c->session, "A01", &called, &error));
  assert_over (c, FALSE);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  g_assert_true (kp_step_publish (c->session, &publicity, &error));
  assert_over (c, FALSE);
  set_today (c, "2026-08-03");
  g_assert_true (kp_step_hire (c->session, &hire, &error));
  g_assert_cmpuint (hire.n_contracts, ==, 1);
  assert_over (c, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/probation-stage/last-of-all", test_last_of_all);
  kp_test_database_add ("/data/steps/%s/probation-stage/put-right", test_put_right);
  kp_test_database_add ("/data/steps/%s/probation-stage/somebody-follows", test_somebody_follows);
  return g_test_run ();
}
