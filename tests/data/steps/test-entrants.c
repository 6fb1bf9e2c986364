/* test-entrants.c – the campaign computed from the record's inputs is the campaign that the record holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-entrants.h"

#include "kp-step-review.h"
#include "kp-test-agree.h"
#include "kp-test-chance.h"

static KpEntrants *
load (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpEntrants *entrants = kp_entrants_load (c->session, NULL, &error);

  g_assert_no_error (error);
  return entrants;
}

static void
test_gives_what_the_record_holds (KpTestDatabase *t)
{
  static const guint64 seeds[] = { 20261128, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
      g_autoptr (KpRoster) totals = NULL;
      g_autoptr (KpEntrants) entrants = NULL;
      KpTestDice dice = { seeds[i] };

      kp_test_chance_run (c, &dice, &totals);
      kp_test_agree (c);
      entrants = load (c);
      g_assert_cmpuint (kp_entrants_get_n (entrants), ==, KP_TEST_CHANCE_N_APPLICANTS);
    }
}

/* A post that more than 30 people are heard for is split over two rooms and corrected. */
static void
test_gives_the_coefficients (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"room_limit\": 36", "\"room_limit\": 30", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpEntrants) entrants = NULL;
  KpTotalTally total;
  guint n_corrected = 0;

  kp_test_campaign_register (c, "A01", 45);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &total);
  kp_test_agree (c);
  entrants = load (c);
  for (guint i = 0; i < kp_entrants_get_n (entrants); i++)
    {
      const KpDossier *dossier = kp_entrants_get_dossier (entrants, i);

      n_corrected += dossier->interview != NULL && dossier->interview->coefficient != NULL;
    }
  g_assert_cmpuint (n_corrected, ==, 36);
}

/* What a person decided of a finding is known to the contest, with who and why. */
static void
test_keeps_what_persons_decided (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpEntrants) entrants = NULL;
  g_autoptr (KpContest) contest = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  const char *number;
  KpReviewTally tally;
  guint index;

  kp_test_campaign_register (c, "A01", 3);
  kp_step_review_auto (c->session, &tally, &error);
  g_assert_no_error (error);
  roster = kp_test_campaign_load (c);
  number = kp_roster_get_dossier (roster, 1)->application->application;
  kp_step_review_decide (c->session, number, "age", KP_VERDICT_UNMET, "证件与填报不符", &error);
  g_assert_no_error (error);

  entrants = load (c);
  contest = kp_entrants_run (entrants);
  g_assert_true (kp_entrants_find (entrants, number, &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_cmpuint (kp_entrants_get (entrants, 1)->n_judged, ==, 1);
  g_assert_cmpstr (kp_entrants_get (entrants, 1)->judged[0].note, ==, "证件与填报不符");
  g_assert_cmpint (contest->results[1].review, ==, KP_REVIEW_FAIL);
  g_assert_cmpuint (kp_entrants_get (entrants, 0)->n_judged, ==, 0);
}

/* A fact that only this scheme asks for is asked of the record as well. */
static void
test_knows_declared_facts (KpTestDatabase *t)
{
  static const char *const edits[] = {
    "  \"streets\": [",
    "  \"facts\": [{ \"id\": \"volunteer\", \"label\": \"志愿服务\", \"kind\": \"yes_no\" }],\n  \"streets\": [",
    "  \"requirements\": [\n    {\n      \"id\": \"age\"",
    "  \"requirements\": [\n    { \"id\": \"volunteer\", \"label\": \"志愿服务\", \"clause\": \"二\", \"text\": \"甲\", \"reason\": \"R09\", "
    "\"condition\": { \"is\": \"volunteer\" } },\n    {\n      \"id\": \"age\"",
    NULL,
  };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpEntrants) entrants = NULL;
  g_autoptr (KpContest) contest = NULL;

  kp_test_campaign_register_table (c,
                                   "姓名,身份证号,学历,报考岗位代码,志愿服务\n"
                                   "张甲,110105199001010010,本科,A01,是\n张乙,110105199001010037,本科,A01,\n",
                                   2);
  entrants = load (c);
  contest = kp_entrants_run (entrants);
  g_assert_cmpint (contest->results[0].review, ==, KP_REVIEW_PASS);
  g_assert_cmpint (contest->results[1].review, ==, KP_REVIEW_FAIL);
}

/* Before anything is decided the facts alone speak, and no mark is invented. */
static void
test_of_a_young_record (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpEntrants) entrants = NULL;
  g_autoptr (KpContest) contest = NULL;
  guint index;

  kp_test_campaign_register (c, "A01", 2);
  entrants = load (c);
  contest = kp_entrants_run (entrants);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (kp_entrants_get (entrants, i)->has_review);
      g_assert_false (kp_entrants_get (entrants, i)->has_claims);
      g_assert_cmpint (contest->results[i].review, ==, KP_REVIEW_PASS);
      g_assert_cmpint (contest->results[i].written.state, ==, KP_MARK_NOT_ENTERED);
      g_assert_false (contest->results[i].is_interviewed);
    }
  g_assert_false (kp_entrants_find (entrants, "nobody", &index));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/entrants/gives-what-the-record-holds", test_gives_what_the_record_holds);
  kp_test_database_add ("/data/steps/%s/entrants/gives-the-coefficients", test_gives_the_coefficients);
  kp_test_database_add ("/data/steps/%s/entrants/keeps-what-persons-decided", test_keeps_what_persons_decided);
  kp_test_database_add ("/data/steps/%s/entrants/knows-declared-facts", test_knows_declared_facts);
  kp_test_database_add ("/data/steps/%s/entrants/of-a-young-record", test_of_a_young_record);
  return g_test_run ();
}
