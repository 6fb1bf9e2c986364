/* test-direct-hire.c – who is hired without any exam, alone and within a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation.h"
#include "kp-direct-hire.h"
#include "kp-test-contest.h"

#include "kp-test.h"

#include <string.h>

/* Ranks of all who may be hired so, "-" = none given; what becomes of each: the place, "?" undecided, "x" left, "." nothing. */
typedef struct
{
  const char *name;
  guint       places;
  guint       most;
  const char *ranks;
  const char *result;
} Row;

static const Row rows[] = {
  { "nobody", 2, 0, "", "" },
  { "a-place-for-each", 2, 0, "- -", "1 1" },
  { "a-place-for-each-in-order", 3, 0, "2 1", "2 1" },
  { "fewer-than-places", 3, 0, "-", "1" },
  { "one-too-many", 2, 0, "- - -", "? ? ?" },
  { "one-without-a-rank", 2, 0, "1 - 2", "? ? ?" },
  { "parted", 2, 0, "3 1 2", "x 1 2" },
  { "tied-across-the-last-place", 2, 0, "1 2 2", "1 ? ?" },
  { "tied-behind-the-last-place", 1, 0, "1 2 2", "1 x x" },
  { "tied-before-it", 2, 0, "1 1 2", "1 1 x" },
  { "at-most-one", 3, 1, "2 1", "x 1" },
  { "at-most-one-undecided", 3, 1, "- -", "? ?" },
  { "at-most-more-than-places", 1, 5, "2 1", "x 1" },
  { "no-place", 0, 0, "1 2", ". ." },
};

static gchar *
dup_result (const KpDirectResult *results,
            guint                 n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? " " : "");
      if (results[i].verdict == KP_DIRECT_HIRED)
        g_string_append_printf (text, "%u", results[i].place.place);
      else
        g_string_append_c (text, results[i].verdict == KP_DIRECT_UNDECIDED ? '?'
                                 : results[i].verdict == KP_DIRECT_LEFT    ? 'x'
                                                                           : '.');
    }

  return g_string_free (text, FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row         *row = data;
  KpDirectHirePolicy policy;
  g_auto (GStrv)     words = g_strsplit (row->ranks, " ", -1);
  const guint        n = *row->ranks != '\0' ? g_strv_length (words) : 0;
  KpFraction         ranks[8];
  KpDirectResult     results[8];
  g_autofree gchar  *result = NULL;

  kp_direct_hire_policy_init (&policy);
  policy.most = row->most;
  for (guint i = 0; i < n; i++)
    ranks[i] = *words[i] == '-' ? KP_FRACTION_UNKNOWN : kp_fraction_new (*words[i] - '0', 1);
  kp_direct_hire_decide (&policy, row->places, ranks, n, results);
  result = dup_result (results, n);
  g_assert_cmpstr (result, ==, row->result);
  kp_direct_hire_policy_clear (&policy);
}

/* Whose facts don't say so isn't asked: the way without exam needs proof. */
static void
test_asks (void)
{
  KpDirectHirePolicy policy;
  KpCandidateFacts   facts = { .is_veteran = KP_TRUTH_YES };

  kp_direct_hire_policy_init (&policy);
  g_assert_false (kp_direct_hire_asks (&policy, "A", &facts));
  policy.when = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  g_assert_true (kp_direct_hire_asks (&policy, "A", &facts));
  g_ptr_array_add (policy.posts, g_strdup ("B"));
  g_assert_false (kp_direct_hire_asks (&policy, "A", &facts));
  g_assert_true (kp_direct_hire_asks (&policy, "B", &facts));
  facts.is_veteran = KP_TRUTH_UNKNOWN;
  g_assert_false (kp_direct_hire_asks (&policy, "B", &facts));
  kp_direct_hire_policy_clear (&policy);
}

static KpEntrant *
add_veteran (KpTestContest *t,
             const char    *number,
             const char    *post,
             gint           written,
             gint           interview)
{
  KpEntrant *entrant = kp_test_contest_add (t, number, post, written, interview);

  entrant->facts.is_veteran = KP_TRUTH_YES;
  return entrant;
}

/* Three places of A, 1:2. V takes one without exam, so four of five come to the interview; E1 to E4 by their totals 85, 80,
 * 75, 70. On the final list V is the first, E1 the second, E2 the third. */
static KpTestContest *
make_campaign (void)
{
  KpTestContest *t = kp_test_contest_new ("A:3");

  t->scheme->direct_hire.when = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  t->scheme->shortlist.tiers[0].ratio = kp_fraction_new (2, 1);
  add_veteran (t, "V", "A", KP_TEST_NONE, KP_TEST_NONE);
  kp_test_contest_add (t, "E1", "A", 9000, 8000);
  kp_test_contest_add (t, "E2", "A", 8000, 8000);
  kp_test_contest_add (t, "E3", "A", 7000, 8000);
  kp_test_contest_add (t, "E4", "A", 6000, 8000);
  kp_test_contest_add (t, "E5", "A", 5000, 8000);

  return t;
}

static void
test_takes_a_place (void)
{
  g_autoptr (KpTestContest) t = make_campaign ();
  const KpContestPost      *post;

  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "no-mark enters enters enters enters out");
  kp_test_contest_assert_totals (t, "- 85.00/1 80.00/2 75.00/3 70.00/4 -");
  kp_test_contest_assert_finals (t, "in in in out out no_place");
  kp_test_contest_assert_hired (t, "V E1 E2");
  post = kp_contest_get_post (t->contest, "A");
  g_assert_cmpuint (post->n_registered, ==, 6);
  g_assert_cmpuint (post->n_passed, ==, 6);
  g_assert_cmpuint (post->places, ==, 3);
  g_assert_cmpuint (post->n_direct, ==, 1);
  g_assert_cmpuint (post->shortlist.wanted, ==, 4);
  g_assert_cmpuint (kp_test_contest_get (t, "V")->total.place.place, ==, 1);
  g_assert_false (kp_test_contest_get (t, "V")->is_interviewed);
}

/* Who is hired so leaves like everybody, and the next by total follows. */
static void
test_is_substituted (void)
{
  g_autoptr (KpTestContest) t = make_campaign ();

  kp_test_contest_leave (t, "V", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "left in in substitute out no_place");
  kp_test_contest_assert_hired (t, "E1 E2 E3");
}

/* Whoever isn't fit for the post isn't hired without an exam either. */
static void
test_fails_review (void)
{
  g_autoptr (KpTestContest) t = make_campaign ();

  t->entrants[0].has_review = TRUE;
  t->entrants[0].review = KP_REVIEW_FAIL;
  kp_test_contest_run (t);
  g_assert_cmpint (kp_test_contest_get (t, "V")->direct, ==, KP_DIRECT_NONE);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->shortlist.wanted, ==, 6);
  kp_test_contest_assert_hired (t, "E1 E2 E3");
}

/* One place for two: the committee puts V first, and W sits the exam; with 90 and 90 W is the best of it. */
static KpTestContest *
make_two (KpDirectLeft left)
{
  KpTestContest *t = make_campaign ();

  t->scheme->direct_hire.most = 1;
  t->scheme->direct_hire.left = left;
  add_veteran (t, "W", "A", 9000, 9000);

  return t;
}

static void
decide (KpTestContest *t)
{
  t->entrants[0].direct_decision = kp_fraction_new (1, 1);
  t->entrants[6].direct_decision = kp_fraction_new (2, 1);
}

static void
test_left_to_exam (void)
{
  g_autoptr (KpTestContest) t = make_two (KP_DIRECT_LEFT_TO_EXAM);

  kp_test_contest_run (t);
  g_assert_cmpint (kp_contest_get_post (t->contest, "A")->pending, ==, KP_PENDING_DIRECT);
  kp_test_contest_assert_totals (t, "- - - - - - -");
  kp_test_contest_assert_finals (t, "undecided no_place no_place no_place no_place no_place undecided");
  kp_test_contest_assert_hired (t, "");

  decide (t);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "- 85.00/2 80.00/3 75.00/4 - - 90.00/1");
  kp_test_contest_assert_finals (t, "in in out out no_place no_place in");
  kp_test_contest_assert_hired (t, "V E1 W");
}

static void
test_left_out (void)
{
  g_autoptr (KpTestContest) t = make_two (KP_DIRECT_LEFT_OUT);

  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "- 85.00/1 80.00/2 75.00/3 70.00/4 - -");
  kp_test_contest_assert_finals (t, "undecided undecided undecided undecided undecided no_place undecided");
  kp_test_contest_assert_hired (t, "");

  decide (t);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in in in out out no_place no_place");
  kp_test_contest_assert_hired (t, "V E1 E2");
}

/* All places are taken: the others stay what they are, and nobody waits for their marks. */
static void
test_fills_the_post (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  t->scheme->direct_hire.when = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  add_veteran (t, "V", "A", KP_TEST_NONE, KP_TEST_NONE);
  kp_test_contest_add (t, "E1", "A", KP_TEST_NONE, KP_TEST_NONE);
  kp_test_contest_add (t, "E2", "B", 8000, 8000);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "no-mark out enters");
  kp_test_contest_assert_hired (t, "V E2");
}

/* A plan that is cut for want of fit people loses none of the places that are taken already. */
static void
test_plan_is_cut (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:3");

  t->scheme->direct_hire.when = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  t->scheme->shortlist.shortage = KP_SHORTAGE_REDUCE_PLAN;
  add_veteran (t, "V", "A", KP_TEST_NONE, KP_TEST_NONE);
  for (guint i = 0; i < 3; i++) /* 1:3 are enough for one of the two */
    {
      static const char *const numbers[] = { "E1", "E2", "E3" };

      kp_test_contest_add (t, numbers[i], "A", 7000 + 100 * (gint) i, 8000);
    }
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 2);
  kp_test_contest_assert_hired (t, "V E3");
}

/* 选岗: who is hired without exam chooses before everybody with a total; two of one place stop it, unless they have an order. */
static void
test_chooses_first (void)
{
  static const char *const  choices[] = { "s1", "s2" };
  static const char *const  codes[] = { "s1", "s2", "s3" };
  g_autoptr (KpTestContest) t = make_campaign ();

  t->scheme->choice.policy.applies = TRUE;
  t->scheme->choice.policy.among = KP_CHOICE_AMONG_CAMPAIGN;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      KpSchemeOffer *offer = kp_scheme_offer_new ();

      offer->code = g_strdup (codes[i]);
      offer->places = 1;
      g_ptr_array_add (t->scheme->choice.offers, offer);
    }
  for (guint i = 0; i < t->n; i++)
    {
      t->entrants[i].choices = choices;
      t->entrants[i].n_choices = G_N_ELEMENTS (choices);
    }
  kp_test_contest_run (t);
  g_assert_cmpstr (kp_test_contest_get (t, "V")->chosen, ==, "s1");
  g_assert_cmpstr (kp_test_contest_get (t, "E1")->chosen, ==, "s2");

  t->entrants[1].facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_run (t);
  kp_test_contest_assert_hired (t, "V E1 E2");
  g_assert_null (kp_test_contest_get (t, "V")->chosen);
  g_assert_null (kp_test_contest_get (t, "E2")->chosen);

  t->entrants[0].direct_decision = kp_fraction_new (2, 1);
  t->entrants[1].direct_decision = kp_fraction_new (1, 1);
  kp_test_contest_run (t);
  g_assert_cmpstr (kp_test_contest_get (t, "E1")->chosen, ==, "s1");
  g_assert_cmpstr (kp_test_contest_get (t, "V")->chosen, ==, "s2");
}

static const KpDerivationStep *
find_step (const GPtrArray *steps,
           const char      *label)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const KpDerivationStep *step = g_ptr_array_index (steps, i);

      if (strcmp (step->label, label) == 0)
        return step;
    }

  return NULL;
}

typedef struct
{
  guint       entrant;
  const char *label;
  const char *words;
} StepRow;

static void
assert_steps (KpTestContest *t,
              const StepRow *steps,
              gsize          n)
{
  kp_test_contest_run (t);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray)   made = kp_derivation_make (t->contest, steps[i].entrant);
      const KpDerivationStep *step = find_step (made, steps[i].label);

      g_assert_nonnull (step);
      kp_test_assert_contains (step->rule, steps[i].words);
    }
}

static void
test_derivation (void)
{
  static const StepRow hired[] = {
    { 0, "免试直接聘用", "本岗位符合条件1人，免试直接聘用名额1人，名额足够，不参加考试" },
    { 0, "体检（考察）人选", "免试直接聘用，列在按综合成绩确定的人选之前" },
    { 1, "面试入围", "岗位计划3人扣除免试直接聘用1人后2人×2=4人应入围" },
    { 1, "综合成绩名次", "本岗位列入名次的4人" },
    { 1, "体检（考察）人选", "免试直接聘用1人列在前面，综合成绩第1名列第2位" },
  };
  static const StepRow undecided[] = { { 0, "免试直接聘用", "本岗位符合条件2人，免试直接聘用名额1人，人数超过名额" } };
  static const StepRow decided[] = {
    { 0, "免试直接聘用", "经招聘工作领导小组研究决定列第1位" },
    { 6, "免试直接聘用", "未列为人选，参加考试" },
  };
  g_autoptr (KpTestContest) t = make_campaign ();
  g_autoptr (KpTestContest) two = make_two (KP_DIRECT_LEFT_TO_EXAM);
  g_autoptr (GPtrArray)     steps = NULL;

  assert_steps (t, hired, G_N_ELEMENTS (hired));
  steps = kp_derivation_make (t->contest, 0);
  g_assert_null (find_step (steps, "面试入围"));
  assert_steps (two, undecided, G_N_ELEMENTS (undecided));
  decide (two);
  assert_steps (two, decided, G_N_ELEMENTS (decided));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/direct-hire/decide/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/direct-hire/asks-facts", test_asks);
  g_test_add_func ("/rules/direct-hire/takes-a-place", test_takes_a_place);
  g_test_add_func ("/rules/direct-hire/is-substituted", test_is_substituted);
  g_test_add_func ("/rules/direct-hire/needs-the-review", test_fails_review);
  g_test_add_func ("/rules/direct-hire/left-to-exam", test_left_to_exam);
  g_test_add_func ("/rules/direct-hire/left-out", test_left_out);
  g_test_add_func ("/rules/direct-hire/fills-the-post", test_fills_the_post);
  g_test_add_func ("/rules/direct-hire/plan-is-cut", test_plan_is_cut);
  g_test_add_func ("/rules/direct-hire/chooses-first", test_chooses_first);
  g_test_add_func ("/rules/direct-hire/derivation", test_derivation);

  return g_test_run ();
}
