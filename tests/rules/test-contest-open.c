/* test-contest-open.c – the review of a campaign, and which posts open.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include "kp-test.h"

static void
ask_education (KpTestContest *t,
               guint          checked)
{
  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), checked);
}

static KpEntrant *
add_educated (KpTestContest *t,
              const char    *number,
              const char    *education)
{
  KpEntrant *entrant = kp_test_contest_add (t, number, "A", 7000, 7000);

  entrant->facts.education = education;

  return entrant;
}

static void
test_review_derived (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  ask_education (t, KP_CHECK_REVIEW);
  add_educated (t, "001", "本科");
  add_educated (t, "002", "高中");
  add_educated (t, "003", NULL);
  add_educated (t, "004", "高级工班");
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass fail more pending");
}

/* What somebody decided stands before what the facts give. */
static void
test_review_given (void)
{
  static const KpJudged     judged = { .requirement = "education", .verdict = KP_VERDICT_MET };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpEntrant                *entrant;

  ask_education (t, KP_CHECK_REVIEW);
  entrant = add_educated (t, "001", "高中");
  entrant->has_review = TRUE;
  entrant->review = KP_REVIEW_PASS;
  entrant = add_educated (t, "002", "本科");
  entrant->has_review = TRUE;
  entrant->review = KP_REVIEW_FAIL;
  entrant = add_educated (t, "003", "高中");
  entrant->judged = &judged;
  entrant->n_judged = 1;
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass fail pass");
}

static void
test_post_own_requirement (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpRequirement            *own = kp_requirement_new ();

  ask_education (t, KP_CHECK_REVIEW);
  own->id = g_strdup ("education");
  own->condition = kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "本科");
  g_ptr_array_add (kp_test_contest_post (t, "A")->requirements, own);
  add_educated (t, "001", "本科");
  add_educated (t, "002", "大专");
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass fail");
}

/* The list first, the papers afterwards: who is refused then leaves before anybody is called. */
static void
test_review_late (void)
{
  static const KpStage      stages[] = { KP_STAGE_WRITTEN,  KP_STAGE_SHORTLIST, KP_STAGE_INTERVIEW, KP_STAGE_TOTALS,
                                         KP_STAGE_REVIEW, KP_STAGE_PHYSICAL,  KP_STAGE_HIRE };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->stages = (KpStageOrder) { .n_stages = G_N_ELEMENTS (stages) };
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    t->scheme->stages.stages[i] = stages[i];
  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (2, 1);
  t->scheme->quota.action = KP_QUOTA_CANCEL;
  ask_education (t, KP_CHECK_REVIEW);
  add_educated (t, "001", "高中")->interview = kp_test_mark (9000);
  add_educated (t, "002", "本科");
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "fail pass");
  kp_test_contest_assert_lists (t, "enters enters");
  kp_test_contest_assert_totals (t, "80.00/1 70.00/2");
  kp_test_contest_assert_finals (t, "left substitute");
  kp_test_contest_assert_hired (t, "002");
}

static void
test_withdrawn (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 8000, 8000);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_REGISTRATION, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  g_assert_null (kp_test_contest_get (t, "001")->post);
  g_assert_true (kp_test_contest_get (t, "001")->has_left);
  kp_test_contest_assert_lists (t, "no-mark enters");
  kp_test_contest_assert_hired (t, "002");
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_registered, ==, 1);
}

static void
test_unknown_post (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  g_autoptr (GPtrArray)     findings = NULL;

  ask_education (t, KP_CHECK_REVIEW);
  kp_test_contest_add (t, "001", "Z", 9000, 9000);
  kp_test_contest_run (t);
  g_assert_null (kp_test_contest_get (t, "001")->post);
  kp_test_contest_assert_reviews (t, "fail");
  findings = kp_contest_dup_findings (t->contest, 0, KP_CHECK_REVIEW);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* 重复报名: none of both counts until one is withdrawn. */
static void
test_registered_twice (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "B", 9000, 9000)->same_as = "001";
  kp_test_contest_add (t, "003", "B", 8000, 8000);
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "fail fail pass");
  g_assert_true (kp_test_contest_get (t, "001")->is_registered_twice);
  g_assert_false (kp_test_contest_get (t, "003")->is_registered_twice);

  kp_test_contest_leave (t, "002", 1, KP_STAGE_REGISTRATION, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass fail pass");
  g_assert_false (kp_test_contest_get (t, "001")->is_registered_twice);

  t->n_departures = 0;
  t->scheme->registration.one_post = FALSE;
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass pass pass");
}

static void
test_payment (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpEntrant                *entrant;

  t->scheme->registration.needs_payment = TRUE;
  t->scheme->registration.pay_until = kp_date_make (2026, 3, 10);
  entrant = kp_test_contest_add (t, "001", "A", 7000, 7000);
  entrant->has_paid = TRUE;
  entrant->paid_on = kp_date_make (2026, 3, 10);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  entrant = kp_test_contest_add (t, "003", "A", 7000, 7000);
  entrant->has_paid = TRUE;
  entrant->paid_on = kp_date_make (2026, 3, 11);
  kp_test_contest_add (t, "004", "A", 7000, 7000)->has_paid = TRUE;
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass fail fail pass");
  g_assert_true (kp_test_contest_get (t, "003")->is_unpaid);
  g_assert_false (kp_test_contest_get (t, "004")->is_unpaid);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_paid, ==, 2);
}

typedef struct
{
  const char    *name;
  KpQuotaAction  action;
  guint          places;
  guint          n_applicants;
  KpQuotaOutcome outcome;
  guint          new_places;
  gboolean       needs_decision;
} OpeningRow;

static const OpeningRow opening_rows[] = {
  { "enough", KP_QUOTA_REDUCE, 3, 9, KP_QUOTA_OPENS, 3, FALSE },
  { "reduced", KP_QUOTA_REDUCE, 3, 8, KP_QUOTA_REDUCED, 2, FALSE },
  { "reduced-to-nothing", KP_QUOTA_REDUCE, 3, 2, KP_QUOTA_CANCELLED, 0, FALSE },
  { "cancelled", KP_QUOTA_CANCEL, 3, 8, KP_QUOTA_CANCELLED, 0, FALSE },
  { "kept", KP_QUOTA_KEEP, 3, 1, KP_QUOTA_KEPT, 3, FALSE },
  { "interview-only", KP_QUOTA_INTERVIEW_ONLY, 3, 8, KP_QUOTA_TO_INTERVIEW, 3, FALSE },
  { "decide", KP_QUOTA_DECIDE, 3, 8, KP_QUOTA_UNDECIDED, 3, TRUE },
};

static void
fill (KpTestContest *t,
      const char    *post,
      guint          n)
{
  static const char *const numbers[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };

  for (guint i = 0; i < n; i++)
    kp_test_contest_add (t, numbers[i], post, 7000 + (gint) (i * 100), 7000);
}

static void
test_opening (gconstpointer data)
{
  const OpeningRow         *row = data;
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  const KpContestPost      *post;

  kp_test_contest_post (t, "A")->places = row->places;
  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (3, 1);
  t->scheme->quota.action = row->action;
  fill (t, "A", row->n_applicants);
  kp_test_contest_run (t);
  post = kp_contest_get_post (t->contest, "A");
  g_assert_cmpint (post->opening, ==, row->outcome);
  g_assert_cmpuint (post->places, ==, row->new_places);
  g_assert_cmpint (post->needs_decision, ==, row->needs_decision);
  /* A cancelled post lists nobody, a post without written exam everybody. */
  for (guint i = 0; i < t->n; i++)
    {
      if (row->new_places == 0)
        g_assert_cmpint (t->contest->results[i].shortlist.verdict, ==, KP_SHORTLIST_NO_MARK);
      if (row->outcome == KP_QUOTA_TO_INTERVIEW)
        g_assert_cmpint (t->contest->results[i].shortlist.verdict, ==, KP_SHORTLIST_EXEMPT);
    }
}

static void
test_opening_decided (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:3");

  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (3, 1);
  t->scheme->quota.action = KP_QUOTA_DECIDE;
  fill (t, "A", 8);
  t->places[0] = (KpPlacesDecision) { .post = "A", .has_places = TRUE, .places = 1 };
  t->decisions.n_places = 1;
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 1);
  g_assert_false (kp_contest_get_post (t->contest, "A")->needs_decision);
  kp_test_contest_assert_lists (t, "out out out out out enters enters enters");
}

/* Who applied is counted as the notice says: all, those who passed, those who paid. */
static void
test_counts (void)
{
  static const struct
  {
    KpQuotaCounts counts;
    guint         places;
  } rows[] = { { KP_QUOTA_COUNTS_REGISTERED, 4 }, { KP_QUOTA_COUNTS_PASSED, 3 }, { KP_QUOTA_COUNTS_PAID, 2 } };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:4");

  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (1, 1);
  t->scheme->quota.action = KP_QUOTA_REDUCE;
  fill (t, "A", 4);
  t->entrants[0].has_review = TRUE;
  t->entrants[0].review = KP_REVIEW_FAIL;
  t->entrants[0].has_paid = TRUE;
  t->entrants[1].has_paid = TRUE;
  t->entrants[2].has_paid = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      t->scheme->quota.counts = rows[i].counts;
      kp_test_contest_run (t);
      g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, rows[i].places);
    }
}

static void
test_exempt_post (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:3");

  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (3, 1);
  t->scheme->quota.action = KP_QUOTA_CANCEL;
  kp_test_contest_post (t, "A")->is_quota_exempt = TRUE;
  fill (t, "A", 2);
  kp_test_contest_run (t);
  g_assert_cmpint (kp_contest_get_post (t->contest, "A")->opening, ==, KP_QUOTA_KEPT);
  kp_test_contest_assert_hired (t, "1 2");
}

/* 改报: 1 goes to B and is reviewed for B; 2 stays without a post; 3 may not leave a post that opened. */
static void
test_repost (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1 C:1");
  KpRequirement            *own = kp_requirement_new ();

  own->id = g_strdup ("education");
  own->condition = kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "本科");
  g_ptr_array_add (kp_test_contest_post (t, "B")->requirements, own);
  kp_test_contest_post (t, "B")->is_quota_exempt = TRUE;
  kp_test_contest_post (t, "C")->is_quota_exempt = TRUE;
  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (5, 1);
  t->scheme->quota.action = KP_QUOTA_CANCEL;
  t->scheme->quota.repost_days = 2;
  kp_test_contest_add (t, "1", "A", 8000, 8000)->facts.education = "本科";
  kp_test_contest_add (t, "2", "A", 9000, 9000);
  kp_test_contest_add (t, "3", "C", 7000, 7000)->facts.education = "本科";
  kp_test_contest_add (t, "4", "A", 9000, 9000)->facts.education = "高中";
  kp_test_contest_repost (t, "1", "B");
  kp_test_contest_repost (t, "3", "B");
  kp_test_contest_repost (t, "4", "B");
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass pass pass fail");
  g_assert_cmpstr (kp_test_contest_get (t, "1")->post->code, ==, "B");
  g_assert_cmpstr (kp_test_contest_get (t, "2")->post->code, ==, "A");
  g_assert_cmpstr (kp_test_contest_get (t, "3")->post->code, ==, "C");
  kp_test_contest_assert_hired (t, "1 3");
  g_assert_false (kp_test_contest_get (t, "1")->has_left);

  t->scheme->quota.repost_days = 0;
  kp_test_contest_run (t);
  kp_test_contest_assert_hired (t, "3");
}

/* 免笔试直接面试 with the formula that the notice names for it, which isn't the first without a written part. */
static void
test_interview_only_formula (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  kp_test_contest_add_total (t, "half", 0, 50);
  kp_test_contest_add_total (t, "alone", 0, 100);
  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (3, 1);
  t->scheme->quota.action = KP_QUOTA_INTERVIEW_ONLY;
  t->scheme->quota.interview_only_total = g_strdup ("alone");
  kp_test_contest_add (t, "001", "A", KP_TEST_NONE, 8000);
  kp_test_contest_add (t, "002", "A", KP_TEST_NONE, 9000);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "exempt exempt");
  kp_test_contest_assert_totals (t, "80.00/2 90.00/1");
}

/* 直接面试: tie order, places and line are those of the formula for it, not those of the post's old one. */
static void
test_interview_only_order (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");
  KpTotalPolicy            *old = &kp_test_contest_total (t)->policy;
  KpTotalPolicy            *alone;

  old->has_line = TRUE;
  old->line = KP_MARK (99, 0);
  old->place_rule = KP_PLACES_SHARED_SKIP;
  alone = &kp_test_contest_add_total (t, "alone", 0, 100)->policy;
  g_ptr_array_set_size (alone->ties, 0);
  g_ptr_array_add (alone->ties, kp_tie_new (KP_TIE_EXTRA_TEST));
  alone->has_line = TRUE;
  alone->line = KP_MARK (60, 0);
  alone->place_rule = KP_PLACES_SHARED_DENSE;
  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (9, 1);
  t->scheme->quota.action = KP_QUOTA_INTERVIEW_ONLY;
  kp_test_contest_add (t, "001", "A", KP_TEST_NONE, 8000)->extra_test = kp_fraction_new (70, 1);
  kp_test_contest_add (t, "002", "A", KP_TEST_NONE, 8000)->extra_test = kp_fraction_new (71, 1);
  kp_test_contest_add (t, "003", "A", KP_TEST_NONE, 8000)->extra_test = kp_fraction_new (70, 1);
  kp_test_contest_add (t, "004", "A", KP_TEST_NONE, 5900);
  kp_test_contest_add (t, "005", "A", KP_TEST_NONE, 7900);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "80.00/2? 80.00/1 80.00/2? below_total 79.00/3");
}

/* A post that never had a written exam goes on with its own formula; so does one whose own asks for no written mark. */
static void
test_interview_only_own (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");
      KpSchemePost             *post = kp_test_contest_post (t, "A");

      kp_test_contest_add_total (t, "half", 0, 50);
      kp_test_contest_add_total (t, "alone", 0, 100);
      t->scheme->quota.applies = TRUE;
      t->scheme->quota.ratio = kp_fraction_new (9, 1);
      t->scheme->quota.action = KP_QUOTA_INTERVIEW_ONLY;
      t->scheme->quota.interview_only_total = i == 0 ? g_strdup ("half") : NULL;
      post->has_written = i > 0;
      g_free (post->total);
      post->total = g_strdup ("alone");
      kp_test_contest_add (t, "001", "A", KP_TEST_NONE, 8000);
      kp_test_contest_run (t);
      kp_test_contest_assert_totals (t, "80.00/1");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/contest/open/review-derived-of-facts", test_review_derived);
  g_test_add_func ("/rules/contest/open/review-given-stands", test_review_given);
  g_test_add_func ("/rules/contest/open/post-asks-more", test_post_own_requirement);
  g_test_add_func ("/rules/contest/open/review-after-interview", test_review_late);
  g_test_add_func ("/rules/contest/open/withdrawn-is-in-for-nothing", test_withdrawn);
  g_test_add_func ("/rules/contest/open/unknown-post", test_unknown_post);
  g_test_add_func ("/rules/contest/open/registered-twice", test_registered_twice);
  g_test_add_func ("/rules/contest/open/payment-in-time", test_payment);
  for (gsize i = 0; i < G_N_ELEMENTS (opening_rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/open/opening/%s", opening_rows[i].name);

      g_test_add_data_func (path, &opening_rows[i], test_opening);
    }
  g_test_add_func ("/rules/contest/open/opening-decided", test_opening_decided);
  g_test_add_func ("/rules/contest/open/who-counts", test_counts);
  g_test_add_func ("/rules/contest/open/exempt-post-opens", test_exempt_post);
  g_test_add_func ("/rules/contest/open/repost", test_repost);
  g_test_add_func ("/rules/contest/open/interview-only-formula", test_interview_only_formula);
  g_test_add_func ("/rules/contest/open/interview-only-order-of-places", test_interview_only_order);
  g_test_add_func ("/rules/contest/open/interview-only-with-own-formula", test_interview_only_own);

  return g_test_run ();
}
