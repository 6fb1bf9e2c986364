/* test-contest-finish.c – final lists, substitutes, reserve and choice of a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include "kp-test.h"

/* domain.md W9: two places; K3 and K4 tie at 79.90, K4 has the better written mark; K5 is below the line of 60. */
static KpTestContest *
make_w9 (void)
{
  KpTestContest *t = kp_test_contest_new ("A:2");

  t->scheme->shortlist.takes_all = TRUE;
  t->scheme->interview.lines.has_line = TRUE;
  t->scheme->interview.lines.line = KP_MARK (60, 0);
  kp_test_contest_add (t, "K1", "A", 8000, 8240);
  kp_test_contest_add (t, "K2", "A", 8000, 8030);
  kp_test_contest_add (t, "K3", "A", 7900, 8080);
  kp_test_contest_add (t, "K4", "A", 8000, 7980);
  kp_test_contest_add (t, "K5", "A", 9000, 5850);
  kp_test_contest_leave (t, "K2", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  kp_test_contest_leave (t, "K4", 2, KP_STAGE_PHYSICAL, KP_CAUSE_WITHDREW);
  kp_test_contest_leave (t, "K3", 3, KP_STAGE_BACKGROUND, KP_CAUSE_FAILED);

  return t;
}

static void
test_w9 (void)
{
  g_autoptr (KpTestContest) t = make_w9 ();

  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "81.20/1 80.15/2 79.90/4 79.90/3 below_line");
  kp_test_contest_assert_finals (t, "in left left left no_place");
  kp_test_contest_assert_hired (t, "K1");
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_called, ==, 2);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_empty, ==, 1);

  /* Without the last of them the chain ends where K3 was called. */
  t->n_departures = 2;
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in left substitute left no_place");
  g_assert_cmpuint (kp_test_contest_get (t, "K3")->final.round, ==, 2);
  kp_test_contest_assert_hired (t, "K1 K3");
}

/* One round is allowed: K3 is never called. */
static void
test_rounds_used (void)
{
  g_autoptr (KpTestContest) t = make_w9 ();

  t->scheme->physical.policy.max_rounds = 1;
  t->n_departures = 2;
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in left out left no_place");
  kp_test_contest_assert_hired (t, "K1");
}

typedef struct
{
  const char *name;
  KpUntil     until;
  KpStage     stage;
  const char *finals;
} UntilRow;

static const UntilRow until_rows[] = {
  { "never", KP_UNTIL_NEVER, KP_STAGE_PHYSICAL, "left out" },
  { "physical", KP_UNTIL_PHYSICAL, KP_STAGE_PHYSICAL, "left out" },
  { "background-before", KP_UNTIL_BACKGROUND, KP_STAGE_PHYSICAL, "left substitute" },
  { "background-at", KP_UNTIL_BACKGROUND, KP_STAGE_BACKGROUND, "left out" },
  { "publicity-before", KP_UNTIL_PUBLICITY, KP_STAGE_BACKGROUND, "left substitute" },
  { "publicity-at", KP_UNTIL_PUBLICITY, KP_STAGE_PUBLICITY, "left out" },
  { "hire-before", KP_UNTIL_HIRE, KP_STAGE_PUBLICITY, "left substitute" },
  { "probation-before", KP_UNTIL_PROBATION, KP_STAGE_HIRE, "left substitute" },
  { "probation-at", KP_UNTIL_PROBATION, KP_STAGE_PROBATION, "left out" },
};

static void
test_until (gconstpointer data)
{
  const UntilRow           *row = data;
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->substitution.final = row->until;
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_leave (t, "001", 1, row->stage, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, row->finals);
  kp_test_contest_assert_hired (t, g_str_has_suffix (row->finals, "substitute") ? "002" : "");
}

/* What the background check would find is a leaving, also of those who would be called. */
static void
test_background (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"),
                           KP_CHECK_BACKGROUND);
  kp_test_contest_add (t, "001", "A", 9000, 9000)->facts.education = "高中";
  kp_test_contest_add (t, "002", "A", 8000, 8000)->facts.education = "高中";
  kp_test_contest_add (t, "003", "A", 7000, 7000)->facts.education = "大专";
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass pass pass");
  kp_test_contest_assert_finals (t, "left left substitute");
  kp_test_contest_assert_hired (t, "003");
}

/* 体检前资格复审: who fails it was heard, keeps the place in the order, and the next is called for the physical. */
static void
test_recheck_after_interview (void)
{
  static const KpStage      stages[] = { KP_STAGE_REVIEW, KP_STAGE_WRITTEN,  KP_STAGE_INTERVIEW,
                                         KP_STAGE_TOTALS, KP_STAGE_RECHECK, KP_STAGE_PHYSICAL, KP_STAGE_HIRE };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->stages = (KpStageOrder) { .n_stages = G_N_ELEMENTS (stages) };
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    t->scheme->stages.stages[i] = stages[i];
  t->scheme->substitution.final = KP_UNTIL_PHYSICAL;
  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), KP_CHECK_RECHECK);
  kp_test_contest_add (t, "001", "A", 9000, 9000)->facts.education = "高中";
  kp_test_contest_add (t, "002", "A", 8000, 8000)->facts.education = "大专";
  kp_test_contest_add (t, "003", "A", 7000, 7000)->facts.education = "大专";
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "90.00/1 80.00/2 70.00/3");
  kp_test_contest_assert_finals (t, "left substitute out");

  kp_test_contest_leave (t, "002", 2, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "90.00/1 80.00/2 70.00/3");
  kp_test_contest_assert_finals (t, "left left substitute");
  kp_test_contest_assert_hired (t, "003");
}

/* 1:1.1 of ten places: eleven are called, ten are hired. */
static void
test_longer_list (void)
{
  static const char *const  numbers[] = { "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:10");

  t->scheme->physical.policy.ratio = kp_fraction_new (11, 10);
  for (guint i = 0; i < 12; i++)
    kp_test_contest_add (t, numbers[i], "A", 9000 - (gint) i * 100, 8000);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in in in in in in in in in in in out");
  kp_test_contest_assert_hired (t, "01 02 03 04 05 06 07 08 09 10");
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_called, ==, 11);

  /* Whoever was called and has no place is the first of the pool, before whoever was never called. */
  t->scheme->reserve.applies = TRUE;
  t->scheme->reserve.names = 1;
  kp_test_contest_run (t);
  g_assert_false (kp_test_contest_get (t, "10")->is_in_reserve);
  g_assert_true (kp_test_contest_get (t, "11")->is_in_reserve);
  g_assert_false (kp_test_contest_get (t, "12")->is_in_reserve);

  /* One of the ten leaves: the eleventh fills the place, nobody is called. */
  kp_test_contest_leave (t, "04", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in in in left in in in in in in in out");
  kp_test_contest_assert_hired (t, "01 02 03 05 06 07 08 09 10 11");
}

/* 末位并列的一并进入体检: nobody can say who of the tied is called, so all are; who is hired waits until one of them leaves. */
static void
test_tied_are_called (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 8000, 8000);
  kp_test_contest_add (t, "003", "A", 8000, 8000);
  kp_test_contest_add (t, "004", "A", 7000, 7000);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in undecided undecided out");

  t->scheme->physical.policy.takes_tied = TRUE;
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in in in out");
  kp_test_contest_assert_hired (t, "001");
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_called, ==, 3);

  kp_test_contest_leave (t, "002", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in left in out");
  kp_test_contest_assert_hired (t, "001 003");
}

static void
test_reserve (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->reserve.applies = TRUE;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 8000, 8000);
  kp_test_contest_add (t, "003", "A", 7000, KP_TEST_ABSENT);
  kp_test_contest_run (t);
  g_assert_false (kp_test_contest_get (t, "001")->is_in_reserve);
  g_assert_true (kp_test_contest_get (t, "002")->is_in_reserve);
  g_assert_false (kp_test_contest_get (t, "003")->is_in_reserve);

  t->scheme->reserve.applies = FALSE;
  kp_test_contest_run (t);
  g_assert_false (kp_test_contest_get (t, "002")->is_in_reserve);
}

/* 定向岗位空额 after the interview: nobody of A has a place, so B takes its own and that of A. */
static void
test_leftover (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  kp_test_contest_post (t, "A")->track = KP_TRACK_TARGETED;
  t->scheme->leftover.at = KP_LEFTOVER_AT_INTERVIEW;
  g_ptr_array_add (t->scheme->leftover.to, g_strdup ("B"));
  kp_test_contest_add (t, "001", "A", 9000, KP_TEST_ABSENT);
  kp_test_contest_add (t, "002", "B", 8000, 8000);
  kp_test_contest_add (t, "003", "B", 7000, 7000);
  kp_test_contest_add (t, "004", "B", 6000, 6000);
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 0);
  kp_test_contest_assert_hired (t, "002 003");
}

/* A has a place that nobody of its own fills: the best total of all posts gets it. */
static void
test_from_campaign (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1 C:1");

  t->scheme->substitution.from = KP_SUBSTITUTES_FROM_CAMPAIGN;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "B", 8000, 8000);
  kp_test_contest_add (t, "003", "B", 7000, 7000);
  kp_test_contest_add (t, "004", "C", 8000, 8000);
  kp_test_contest_add (t, "005", "C", 7000, 7100);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PHYSICAL, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left in out in substitute");
  g_assert_cmpuint (kp_test_contest_get (t, "005")->final.post, ==, 0);
  kp_test_contest_assert_hired (t, "002 004 005");
}

/* 统一安排补录: A's own next has 60, B's 70; the place of A goes to B's. */
static void
test_from_all (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  t->scheme->substitution.from = KP_SUBSTITUTES_FROM_ALL;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 6000, 6000);
  kp_test_contest_add (t, "003", "B", 8000, 8000);
  kp_test_contest_add (t, "004", "B", 7000, 7000);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PHYSICAL, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left out in substitute");
  g_assert_cmpuint (kp_test_contest_get (t, "004")->final.post, ==, 0);
  kp_test_contest_assert_hired (t, "003 004");
}

/* Who leaves in the probation is replaced as long as the pool holds, and only then. */
static void
test_until_the_pool_ends (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->reserve.applies = TRUE;
  t->scheme->substitution.final = KP_UNTIL_PROBATION;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 8000, 8000);
  kp_test_contest_add (t, "003", "A", 7000, 7000);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PROBATION, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left out out");

  t->scheme->substitution.final = KP_UNTIL_RESERVE;
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left substitute out");
  kp_test_contest_assert_hired (t, "002");
  g_assert_false (kp_test_contest_get (t, "002")->is_in_reserve);
  g_assert_true (kp_test_contest_get (t, "003")->is_in_reserve);
}

/* 跨岗位递补: the best total goes to the empty place, but only of those who meet what that post asks. */
static void
test_from_campaign_fits (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");
  KpRequirement            *party = kp_requirement_new ();

  t->scheme->substitution.from = KP_SUBSTITUTES_FROM_CAMPAIGN;
  party->id = g_strdup ("party");
  party->reason = g_strdup ("R15");
  party->condition = kp_test_ask (KP_CONDITION_POLITICAL_IN, NULL, "中共党员");
  g_ptr_array_add (kp_test_contest_post (t, "A")->requirements, party);
  kp_test_contest_add (t, "001", "A", 9000, 9000)->facts.political = "中共党员";
  kp_test_contest_add (t, "002", "B", 9000, 9000)->facts.political = "群众";
  kp_test_contest_add (t, "003", "B", 8000, 8000)->facts.political = "群众";
  kp_test_contest_add (t, "004", "B", 7500, 7500); /* nobody knows */
  kp_test_contest_add (t, "005", "B", 7000, 7000)->facts.political = "中共党员";
  t->scheme->shortlist.takes_all = TRUE;
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left in out out substitute");
  g_assert_cmpuint (kp_test_contest_get (t, "005")->final.post, ==, 0);

  /* What a person judged stands in for what the facts don't tell. */
  t->entrants[3].judged = &(const KpJudged) { .requirement = "party", .verdict = KP_VERDICT_MET };
  t->entrants[3].n_judged = 1;
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left in out substitute out");
}

/* What both posts ask alike was settled when the review was passed, whatever the facts say. */
static void
test_from_campaign_settled (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  t->scheme->substitution.from = KP_SUBSTITUTES_FROM_CAMPAIGN;
  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), KP_CHECK_REVIEW);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const numbers[] = { "001", "002", "003" };
      KpEntrant               *entrant = kp_test_contest_add (t, numbers[i], i == 0 ? "A" : "B", 9000 - 1000 * (gint) i, 8000);

      entrant->has_review = TRUE;
      entrant->review = KP_REVIEW_PASS;
    }
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left in substitute");
}

/* B is totalled by the interview alone: its totals stand beside those of A only where the scheme says so. */
static void
test_from_campaign_formulas (void)
{
  static const char *const finals[KP_N_COMPARES] = {
    [KP_COMPARE_ONE_FORMULA] = "left in out in substitute",
    [KP_COMPARE_TOTALS] = "left in substitute in out",
    [KP_COMPARE_SAME_FORMULA] = "left in out in substitute",
  };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1 C:1");

  kp_test_contest_add_total (t, "iv", 0, 100);
  g_free (kp_test_contest_post (t, "B")->total);
  kp_test_contest_post (t, "B")->total = g_strdup ("iv");
  t->scheme->substitution.from = KP_SUBSTITUTES_FROM_CAMPAIGN;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "B", 6000, 9000);
  kp_test_contest_add (t, "003", "B", 6000, 8500);
  kp_test_contest_add (t, "004", "C", 8000, 9000);
  kp_test_contest_add (t, "005", "C", 8000, 8800);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  for (guint i = 0; i < KP_N_COMPARES; i++)
    {
      t->scheme->substitution.compare = (KpCompare) i;
      kp_test_contest_run (t);
      kp_test_contest_assert_finals (t, finals[i]);
    }
}

static void
test_no_hire_stage (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->stages = (KpStageOrder) { 3, { KP_STAGE_WRITTEN, KP_STAGE_INTERVIEW, KP_STAGE_PHYSICAL } };
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in");
  kp_test_contest_assert_hired (t, "");
}

static void
add_offers (KpTestContest *t)
{
  static const char *const codes[] = { "east", "west" };

  for (guint i = 0; i < 2; i++)
    {
      KpSchemeOffer *offer = kp_scheme_offer_new ();

      offer->code = g_strdup (codes[i]);
      offer->name = g_strdup (codes[i]);
      offer->places = i + 1;
      g_ptr_array_add (t->scheme->choice.offers, offer);
    }
}

/* 依次选岗: the best of all posts chooses first; who wants only what is taken gets nothing. */
static void
test_choice (void)
{
  static const char *const  choices[] = { "east", "west" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:2");
  KpEntrant                *entrant;

  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.among = KP_CHOICE_AMONG_CAMPAIGN;
  add_offers (t);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const numbers[] = { "001", "002", "003" };
      static const gint        marks[] = { 7000, 9000, 8000 };

      entrant = kp_test_contest_add (t, numbers[i], i == 0 ? "A" : "B", marks[i], marks[i]);
      entrant->choices = choices;
      entrant->n_choices = i == 0 ? 1 : 2;
    }
  kp_test_contest_run (t);
  kp_test_contest_assert_hired (t, "001 002 003");
  g_assert_cmpstr (kp_test_contest_get (t, "002")->chosen, ==, "east");
  g_assert_cmpstr (kp_test_contest_get (t, "003")->chosen, ==, "west");
  g_assert_null (kp_test_contest_get (t, "001")->chosen);
}

/* 先选岗后体检: 1 takes east, 2 west; 1 leaves, and 3 takes what he left. Where hires choose, 2 gets east. */
static void
test_choice_before_the_physical (void)
{
  static const char *const  choices[] = { "east", "west" };
  static const char *const  numbers[] = { "001", "002", "003", "004" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.at = KP_CHOICE_AT_TOTALS;
  add_offers (t);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      KpEntrant *entrant = kp_test_contest_add (t, numbers[i], "A", 9000 - 1000 * (gint) i, 8000);

      entrant->choices = choices;
      entrant->n_choices = 2;
    }
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left in substitute out");
  g_assert_null (kp_test_contest_get (t, "001")->chosen);
  g_assert_cmpstr (kp_test_contest_get (t, "002")->chosen, ==, "west");
  g_assert_cmpstr (kp_test_contest_get (t, "003")->chosen, ==, "east");

  /* In the second round the one who followed leaves, too. */
  kp_test_contest_leave (t, "003", 2, KP_STAGE_BACKGROUND, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  g_assert_cmpstr (kp_test_contest_get (t, "002")->chosen, ==, "west");
  g_assert_cmpstr (kp_test_contest_get (t, "004")->chosen, ==, "east");

  t->scheme->choice.policy.at = KP_CHOICE_AT_HIRE;
  kp_test_contest_run (t);
  g_assert_cmpstr (kp_test_contest_get (t, "002")->chosen, ==, "east");
  g_assert_cmpstr (kp_test_contest_get (t, "004")->chosen, ==, "west");
}

/* "001/0/1 003/1/2" reads: 001 of the first list is first, 003 who followed in round 1 is second. */
static void
assert_turns (KpTestContest *t,
              const char *turns)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree KpContestTurn *listed = NULL;
  guint n = 0;

  kp_test_contest_run (t);
  listed = kp_contest_list_turns (t->contest, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (found, "%s%s/%u/%u", i > 0 ? " " : "", t->contest->entrants[listed[i].entrant].number,
                            listed[i].round, listed[i].place);
  g_assert_cmpstr (found->str, ==, turns);
}

/* Whose turn it is stays what it was when somebody has chosen; who left has none, and who follows comes last. */
static void
test_turns (void)
{
  static const char *const  choices[] = { "east" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  for (guint i = 0; i < 4; i++)
    kp_test_contest_add (t, (const char *const[]) { "004", "003", "001", "002" }[i], "A",
                         (const gint[]) { 6000, 7000, 9000, 8000 }[i], 8000);
  assert_turns (t, "");
  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.among = KP_CHOICE_AMONG_CAMPAIGN;
  add_offers (t);
  assert_turns (t, "001/0/1 002/0/2");
  t->scheme->choice.policy.at = KP_CHOICE_AT_TOTALS;
  t->entrants[2].choices = choices;
  t->entrants[2].n_choices = 1;
  assert_turns (t, "001/0/1 002/0/2");
  g_assert_cmpstr (kp_test_contest_get (t, "001")->chosen, ==, "east");
  kp_test_contest_leave (t, "001", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  assert_turns (t, "002/0/1 003/1/2");
}

/* Who chose before a better one was called keeps it; who is first of those at one place the committee may say. */
static void
test_choice_made (void)
{
  static const char *const  choices[] = { "east", "west" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2 B:1");

  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.among = KP_CHOICE_AMONG_CAMPAIGN;
  add_offers (t);
  for (guint i = 0; i < 3; i++)
    {
      KpEntrant *entrant = kp_test_contest_add (t, (const char *const[]) { "001", "002", "003" }[i], i == 2 ? "B" : "A",
                                                i == 0 ? 9000 : 8000, 8000);

      entrant->choices = choices;
      entrant->n_choices = 2;
    }
  t->entrants[1].n_choices = 1;
  t->entrants[1].has_chosen = TRUE;
  kp_test_contest_run (t);
  g_assert_cmpstr (kp_test_contest_get (t, "001")->chosen, ==, "west");
  g_assert_cmpstr (kp_test_contest_get (t, "002")->chosen, ==, "east");
  g_assert_cmpstr (kp_test_contest_get (t, "003")->chosen, ==, "west");

  t->entrants[1].has_chosen = FALSE;
  assert_turns (t, "001/0/1 002/0/2 003/0/2");
  g_assert_null (kp_test_contest_get (t, "002")->chosen);
  t->entrants[1].choice_decision = kp_fraction_new (2, 1);
  assert_turns (t, "001/0/1 002/0/2 003/0/2");
  t->entrants[2].choice_decision = kp_fraction_new (1, 1);
  assert_turns (t, "001/0/1 003/0/2 002/0/3");
  g_assert_cmpstr (kp_test_contest_get (t, "003")->chosen, ==, "west");
}

/* Two of one total in two posts: nobody says who chooses first. */
static void
test_choice_waits (void)
{
  static const char *const  choices[] = { "east", "west" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.among = KP_CHOICE_AMONG_CAMPAIGN;
  add_offers (t);
  for (guint i = 0; i < 2; i++)
    {
      KpEntrant *entrant = kp_test_contest_add (t, i == 0 ? "001" : "002", i == 0 ? "A" : "B", 8000, 8000);

      entrant->choices = choices;
      entrant->n_choices = 2;
    }
  kp_test_contest_run (t);
  g_assert_null (kp_test_contest_get (t, "001")->chosen);
  g_assert_null (kp_test_contest_get (t, "002")->chosen);
  assert_turns (t, "001/0/1 002/0/1");
}

/* 同一岗位内同分的，名次已经分出先后: the choice of the campaign follows it. */
static void
test_choice_of_parted (void)
{
  static const char *const  choices[] = { "east", "west" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.among = KP_CHOICE_AMONG_CAMPAIGN;
  add_offers (t);
  for (guint i = 0; i < 2; i++)
    {
      KpEntrant *entrant = kp_test_contest_add (t, i == 0 ? "001" : "002", "A", i == 0 ? 7000 : 8000, i == 0 ? 8000 : 7000);

      entrant->choices = choices;
      entrant->n_choices = 2;
    }
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "75.00/2 75.00/1");
  g_assert_cmpstr (kp_test_contest_get (t, "002")->chosen, ==, "east");
  g_assert_cmpstr (kp_test_contest_get (t, "001")->chosen, ==, "west");
}

/* Two posts of one list of offers, each with an order of its own: one offer is never given twice, and the order of the posts
 * in the scheme doesn't decide who gets it. */
static void
test_choice_shared (void)
{
  static const char *const  choices[] = { "east", "west" };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.among = KP_CHOICE_AMONG_POST;
  add_offers (t);
  for (guint i = 0; i < 2; i++)
    {
      KpEntrant *entrant = kp_test_contest_add (t, i == 0 ? "001" : "002", i == 0 ? "A" : "B", 8000, 8000);

      entrant->choices = choices;
      entrant->n_choices = 2;
    }
  kp_test_contest_run (t);
  g_assert_null (kp_test_contest_get (t, "001")->chosen);
  g_assert_null (kp_test_contest_get (t, "002")->chosen);

  t->entrants[1].choices = &choices[1];
  t->entrants[1].n_choices = 1;
  kp_test_contest_run (t);
  g_assert_cmpstr (kp_test_contest_get (t, "001")->chosen, ==, "east");
  g_assert_cmpstr (kp_test_contest_get (t, "002")->chosen, ==, "west");
}

static void
test_nobody (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_empty, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/contest/finish/w9-chain", test_w9);
  g_test_add_func ("/rules/contest/finish/rounds-used", test_rounds_used);
  for (gsize i = 0; i < G_N_ELEMENTS (until_rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/finish/until/%s", until_rows[i].name);

      g_test_add_data_func (path, &until_rows[i], test_until);
    }
  g_test_add_func ("/rules/contest/finish/background-finds-out", test_background);
  g_test_add_func ("/rules/contest/finish/recheck-after-interview", test_recheck_after_interview);
  g_test_add_func ("/rules/contest/finish/longer-list-hires-the-best", test_longer_list);
  g_test_add_func ("/rules/contest/finish/tied-are-called", test_tied_are_called);
  g_test_add_func ("/rules/contest/finish/reserve", test_reserve);
  g_test_add_func ("/rules/contest/finish/leftover-after-interview", test_leftover);
  g_test_add_func ("/rules/contest/finish/substitute-from-campaign", test_from_campaign);
  g_test_add_func ("/rules/contest/finish/from-all", test_from_all);
  g_test_add_func ("/rules/contest/finish/until-the-pool-ends", test_until_the_pool_ends);
  g_test_add_func ("/rules/contest/finish/from-campaign-fits", test_from_campaign_fits);
  g_test_add_func ("/rules/contest/finish/from-campaign-settled", test_from_campaign_settled);
  g_test_add_func ("/rules/contest/finish/from-campaign-formulas", test_from_campaign_formulas);
  g_test_add_func ("/rules/contest/finish/without-hiring", test_no_hire_stage);
  g_test_add_func ("/rules/contest/finish/choice-by-total", test_choice);
  g_test_add_func ("/rules/contest/finish/choice-before-the-physical", test_choice_before_the_physical);
  g_test_add_func ("/rules/contest/finish/choice-waits-for-tie", test_choice_waits);
  g_test_add_func ("/rules/contest/finish/turns", test_turns);
  g_test_add_func ("/rules/contest/finish/choice-made", test_choice_made);
  g_test_add_func ("/rules/contest/finish/choice-of-parted", test_choice_of_parted);
  g_test_add_func ("/rules/contest/finish/choice-shared-by-posts", test_choice_shared);
  g_test_add_func ("/rules/contest/finish/nobody-applied", test_nobody);

  return g_test_run ();
}
