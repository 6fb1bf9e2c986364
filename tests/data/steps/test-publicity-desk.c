/* test-publicity-desk.c – the publicity as its calendar has it: planned, published, with rounds and objections.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-public-days.h"
#include "kp-publicity-desk.h"
#include "kp-step-depart.h"
#include "kp-step-hire.h"
#include "kp-step-objection.h"
#include "kp-test-course.h"

static const char *const no_edits[] = { NULL };
static const char *const until_hire[] = { "\"final_until\": \"publicity\"", "\"final_until\": \"hire\"", NULL };
static const char *const next_year[] = { "\"from\": \"2026-06-10\"", "\"from\": \"2026-12-28\"", "\"start\": \"2026-07-01\"",
                                         "\"start\": \"2027-02-01\"", NULL };

static KpPublicityDesk *
load (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpPublicityDesk *desk = kp_publicity_desk_load (c->session, &error);

  g_assert_no_error (error);
  return desk;
}

/* "1:2026-06-10–2026-06-22:2" for each round. */
static void
assert_rounds (const KpPublicityDesk *desk,
               const char *rounds)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < desk->rounds->len; i++)
    {
      const KpPublicityRound *round = &g_array_index (desk->rounds, KpPublicityRound, i);
      g_autofree char *from = kp_date_dup_iso (round->from);
      g_autofree char *until = kp_date_is_valid (round->until) ? kp_date_dup_iso (round->until) : g_strdup ("?");

      g_string_append_printf (found, "%s%u:%s–%s:%u", found->len > 0 ? " " : "", round->round, from, until, round->n_proposed);
    }
  g_assert_cmpstr (found->str, ==, rounds);
}

static char *
dup_number (KpTestCampaign *c,
            gint64 place)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_test_course_get_place (roster, "A01", place)->application->application);
}

static void
test_planned (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpPublicityDesk) desk = load (c);
  g_autoptr (GArray) days = kp_publicity_desk_list_days (desk, 0);

  assert_rounds (desk, "1:2026-06-10–2026-06-22:0");
  g_assert_true (desk->is_in_workdays);
  g_assert_null (desk->problem);
  g_assert_cmpuint (days->len, ==, 21);
}

/* The State Council announces the holidays of a year in the November before it. */
static void
test_planned_in_an_unknown_year (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, next_year);
  g_autoptr (KpPublicityDesk) desk = load (c);
  g_autoptr (GArray) days = kp_publicity_desk_list_days (desk, 0);

  assert_rounds (desk, "1:2026-12-28–?:0");
  g_assert_nonnull (g_strstr_len (desk->problem, -1, "2027"));
  g_assert_cmpuint (days->len, ==, 0);
}

static void
test_objections (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, no_edits, 6);
  g_autofree char *against = dup_number (c, 1);
  const KpTwoPeople people = { "甲", "乙", "经核查" };
  g_autoptr (KpPublicityDesk) open = NULL;
  g_autoptr (KpPublicityDesk) answered = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (KpDepartTally) tally = { 0 };
  const KpPublicityObjection *objection;
  guint number = 0;
  KpDate due;

  g_assert_true (kp_step_record_objection (c->session, &(const KpObjectionOrder) { against, { 2026, 6, 15 }, "letter", NULL, "学历不实" },
                                           &number, &due, &error));
  open = load (c);
  assert_rounds (open, "1:2026-06-10–2026-06-22:2");
  g_assert_cmpuint (open->objections->len, ==, 1);
  objection = &g_array_index (open->objections, KpPublicityObjection, 0);
  g_assert_cmpuint (objection->round, ==, 1);
  g_assert_cmpint (kp_date_compare (objection->received, (KpDate) { 2026, 6, 15 }), ==, 0);
  g_assert_cmpint (kp_date_compare (objection->due, due), ==, 0);
  g_assert_true (kp_date_is_none (objection->answered));

  /* The calendar goes on until the answer is due. */
  days = kp_publicity_desk_list_days (open, 0);
  g_assert_cmpint (kp_date_compare (g_array_index (days, KpPublicDay, days->len - 1).date, due), >=, 0);
  g_assert_cmpint (kp_date_days_between (due, g_array_index (days, KpPublicDay, days->len - 1).date), <, 7);

  g_assert_true (kp_step_answer_objection (c->session, number, FALSE, &people, &tally, &error));
  answered = load (c);
  objection = &g_array_index (answered->objections, KpPublicityObjection, 0);
  g_assert_cmpint (kp_date_compare (objection->answered, (KpDate) { 2026, 7, 1 }), ==, 0);
}

/* Who follows somebody who left has a publicity of his own. */
static void
test_second_round (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, until_hire, 9);
  g_autofree char *leaves = dup_number (c, 2);
  const char *const numbers[] = { leaves, NULL };
  const KpDepartOrder order = { numbers, "waiver", { "甲", "乙", "本人放弃" } };
  g_auto (KpDepartTally) left = { 0 };
  KpFitnessTally fitness;
  KpPublicityTally publicity;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpPublicityDesk) desk = NULL;

  kp_test_campaign_set_now (c, "2026-06-12T09:00:00+08:00");
  kp_step_depart (c->session, &order, &left, &error);
  g_assert_no_error (error);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  desk = load (c);
  assert_rounds (desk, "1:2026-06-10–2026-06-22:3 2:2026-06-12–2026-06-24:1");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/publicity-desk/planned", test_planned);
  kp_test_database_add ("/data/steps/%s/publicity-desk/planned-in-an-unknown-year", test_planned_in_an_unknown_year);
  kp_test_database_add ("/data/steps/%s/publicity-desk/objections", test_objections);
  kp_test_database_add ("/data/steps/%s/publicity-desk/second-round", test_second_round);
  return g_test_run ();
}
