/* test-quota-move.c – places that reduced and cancelled posts set free: who takes them, and that none is made.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-quota.h"

#include <string.h>

static KpQuotaPolicy
make_policy (KpQuotaFreed    freed,
             KpMove          how,
             KpQuotaReceiver receiver,
             const char     *to)
{
  g_auto (GStrv) codes = g_strsplit (to, " ", -1);
  KpQuotaPolicy  policy;

  kp_quota_policy_init (&policy);
  policy.applies = TRUE;
  policy.ratio = kp_fraction_new (3, 1);
  policy.freed = freed;
  policy.freed_how = how;
  policy.receiver = receiver;
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (policy.freed_to, g_strdup (codes[i]));

  return policy;
}

static const KpQuotaResult *
find_result (const GPtrArray *results,
             const char      *post)
{
  for (guint i = 0; i < results->len; i++)
    {
      const KpQuotaResult *result = g_ptr_array_index (results, i);

      if (strcmp (result->post, post) == 0)
        return result;
    }

  g_assert_not_reached ();
}

/* Runs every rotation of the posts: each gives the same. */
static void
check_places (const KpQuotaPolicy *policy,
              KpQuotaCase         *posts,
              guint                n_posts,
              const char          *expected)
{
  for (guint turn = 0; turn < n_posts; turn++)
    {
      g_autoptr (GPtrArray) results = kp_quota_decide (policy, posts, n_posts);
      g_auto (GStrv)        words = g_strsplit (expected, " ", -1);
      KpQuotaCase           first = posts[0];

      /* "A=5" places, "A=5?2" and two more wait for the committee */
      for (guint i = 0; words[i] != NULL; i++)
        {
          g_auto (GStrv)       parts = g_strsplit_set (words[i], "=?", -1);
          const KpQuotaResult *result = find_result (results, parts[0]);

          g_assert_cmpuint (result->new_plan, ==, g_ascii_strtoull (parts[1], NULL, 10));
          g_assert_cmpuint (result->waiting, ==, parts[2] != NULL ? g_ascii_strtoull (parts[2], NULL, 10) : 0);
          g_assert_cmpint (result->needs_decision, ==, parts[2] != NULL);
        }
      for (guint i = 0; i + 1 < n_posts; i++)
        posts[i] = posts[i + 1];
      posts[n_posts - 1] = first;
    }
}

typedef struct
{
  const char     *name;
  KpQuotaFreed    freed;
  KpQuotaReceiver receiver;
  guint           applicants; /* of the receiving post, plan 5, 3:1 */
  const char     *expected;
} MoveCase;

/* Besides: C01 targeted, 4 places, cancelled; D01 targeted, 4 places, reduced to 2; E01 open, 2 places, cancelled; B01
 * open, 6 places, reduced to 5. */
static const MoveCase move_cases[] = {
  { "none", KP_QUOTA_FREED_NONE, KP_QUOTA_RECEIVER_ASK, 100, "A01=5 B01=5 C01=0 D01=2 E01=0" },
  { "cancelled-targeted", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_ASK, 100, "A01=9 B01=5 C01=0" },
  { "cancelled", KP_QUOTA_FREED_CANCELLED, KP_QUOTA_RECEIVER_ASK, 100, "A01=11 B01=5 C01=0 E01=0" },
  { "targeted", KP_QUOTA_FREED_TARGETED, KP_QUOTA_RECEIVER_ASK, 100, "A01=11 B01=5 D01=2" },
  { "all", KP_QUOTA_FREED_ALL, KP_QUOTA_RECEIVER_ASK, 100, "A01=14 B01=5 D01=2 E01=0" },
  { "just-carried", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_ASK, 27, "A01=9" },
  { "ask", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_ASK, 26, "A01=5?4" },
  { "keeps", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_KEEPS, 26, "A01=9" },
  { "what-fits", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, 26, "A01=8" },
  { "nothing-fits", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, 15, "A01=5" },
  { "receiver-reduced", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_ASK, 14, "A01=4?4" },
  { "receiver-cancelled", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_KEEPS, 0, "A01=0?4" },
};

static void
test_move (gconstpointer data)
{
  const MoveCase *c = data;
  KpQuotaPolicy   policy = make_policy (c->freed, KP_MOVE_FIRST, c->receiver, "A01");
  KpQuotaCase     posts[] = { { .post = "C01", .plan = 4, .applicants = 2, .is_targeted = TRUE },
                              { .post = "A01", .plan = 5, .applicants = c->applicants },
                              { .post = "D01", .plan = 4, .applicants = 8, .is_targeted = TRUE },
                              { .post = "B01", .plan = 6, .applicants = 15 },
                              { .post = "E01", .plan = 2, .applicants = 1 } };

  check_places (&policy, posts, G_N_ELEMENTS (posts), c->expected);
  kp_quota_policy_clear (&policy);
}

/* W8 of domain.md: 15 for 6 places, 3:1 → 5; veterans 7 for 4, 2:1 → 3. The place that is left over would need 18. */
static void
test_w8 (void)
{
  KpQuotaPolicy policy = make_policy (KP_QUOTA_FREED_TARGETED, KP_MOVE_SAME_STREET, KP_QUOTA_RECEIVER_ASK, "A01");
  KpQuotaCase   posts[] = { { .post = "A01", .plan = 6, .applicants = 15, .street = "01" },
                            { .post = "C01", .plan = 4, .applicants = 7, .is_targeted = TRUE, .street = "01",
                              .ratio = { 2, 1 } } };
  g_autoptr (GPtrArray) results = kp_quota_decide (&policy, posts, 2);

  g_assert_cmpstr (find_result (results, "A01")->explanation, ==,
                   "计划6人，审查合格15人，未达到开考比例3∶1（须18人），核减为5人，拟调入的1人达不到开考比例，须由领导小组决定。");
  g_assert_cmpstr (find_result (results, "C01")->explanation, ==,
                   "计划4人，审查合格7人，未达到开考比例2∶1（须8人），核减为3人。");
  check_places (&policy, posts, 2, "A01=5?1 C01=3");

  posts[0].has_decision = TRUE;
  posts[0].decided_places = 6;
  check_places (&policy, posts, 2, "A01=6 C01=3");
  posts[0].decided_places = 5;
  check_places (&policy, posts, 2, "A01=5 C01=3");
  kp_quota_policy_clear (&policy);

  policy = make_policy (KP_QUOTA_FREED_ALL, KP_MOVE_FIRST, KP_QUOTA_RECEIVER_KEEPS, "A01");
  posts[0].has_decision = FALSE;
  check_places (&policy, posts, 2, "A01=6 C01=3");
  kp_quota_policy_clear (&policy);
}

/* To the first of the list that is open; what it can't take goes to the next only where the notice lets it. */
static void
test_first_of_several (void)
{
  static const struct
  {
    KpQuotaReceiver receiver;
    guint           a; /* applicants for 2 places */
    guint           b;
    const char     *expected;
  } rows[] = {
    { KP_QUOTA_RECEIVER_ASK, 15, 15, "A=5 B=2" },
    { KP_QUOTA_RECEIVER_ASK, 14, 15, "A=2?3 B=2" },
    { KP_QUOTA_RECEIVER_ASK, 2, 15, "A=0 B=5" },
    { KP_QUOTA_RECEIVER_KEEPS, 6, 15, "A=5 B=2" },
    { KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, 9, 15, "A=3 B=4" },
    { KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, 9, 9, "A=3 B=3" },
    { KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, 2, 1, "A=0?3 B=0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KpQuotaPolicy policy = make_policy (KP_QUOTA_FREED_CANCELLED_TARGETED, KP_MOVE_FIRST, rows[i].receiver, "A B");
      KpQuotaCase   posts[] = { { .post = "B", .plan = 2, .applicants = rows[i].b },
                                { .post = "C", .plan = 3, .is_targeted = TRUE },
                                { .post = "A", .plan = 2, .applicants = rows[i].a } };

      check_places (&policy, posts, G_N_ELEMENTS (posts), rows[i].expected);
      kp_quota_policy_clear (&policy);
    }
}

/* 望都: the places go round, A → B → C → A; who gave takes none. */
static void
test_in_turn (void)
{
  static const struct
  {
    KpQuotaReceiver receiver;
    guint           applicants[4]; /* A, B, C for 2 places each, D for 4 */
    const char     *expected;
  } rows[] = {
    { KP_QUOTA_RECEIVER_ASK, { 30, 30, 30, 0 }, "A=4 B=3 C=3 D=0" },
    { KP_QUOTA_RECEIVER_ASK, { 30, 30, 30, 3 }, "A=3 B=3 C=3 D=1" },
    { KP_QUOTA_RECEIVER_ASK, { 30, 30, 30, 6 }, "A=3 B=3 C=2 D=2" },
    { KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, { 30, 6, 30, 0 }, "A=4 B=2 C=4 D=0" },
    { KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, { 9, 9, 6, 0 }, "A=3 B=3 C=2 D=0" },
    { KP_QUOTA_RECEIVER_ASK, { 30, 6, 30, 0 }, "A=4 B=2?1 C=3 D=0" },
    { KP_QUOTA_RECEIVER_KEEPS, { 6, 6, 6, 0 }, "A=4 B=3 C=3 D=0" },
    { KP_QUOTA_RECEIVER_KEEPS, { 5, 6, 6, 0 }, "A=1 B=5 C=4 D=0" },
    { KP_QUOTA_RECEIVER_KEEPS, { 2, 2, 2, 0 }, "A=0?10 B=0 C=0 D=0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KpQuotaPolicy policy = make_policy (KP_QUOTA_FREED_ALL, KP_MOVE_IN_TURN, rows[i].receiver, "A B C");
      KpQuotaCase   posts[] = { { .post = "D", .plan = 4, .applicants = rows[i].applicants[3] },
                                { .post = "C", .plan = 2, .applicants = rows[i].applicants[2] },
                                { .post = "B", .plan = 2, .applicants = rows[i].applicants[1] },
                                { .post = "A", .plan = 2, .applicants = rows[i].applicants[0] } };

      check_places (&policy, posts, G_N_ELEMENTS (posts), rows[i].expected);
      kp_quota_policy_clear (&policy);
    }
}

/* Places stay in their street; a street without receiving post asks. */
static void
test_same_street (void)
{
  KpQuotaPolicy policy = make_policy (KP_QUOTA_FREED_CANCELLED_TARGETED, KP_MOVE_SAME_STREET, KP_QUOTA_RECEIVER_ASK,
                                      "A2 A1 B1");
  KpQuotaCase   posts[] = { { .post = "A1", .plan = 2, .applicants = 60, .street = "01" },
                            { .post = "A2", .plan = 2, .applicants = 60, .street = "02" },
                            { .post = "B1", .plan = 2, .applicants = 60, .street = "01" },
                            { .post = "V1", .plan = 3, .is_targeted = TRUE, .street = "01" },
                            { .post = "V2", .plan = 1, .is_targeted = TRUE, .street = "02" },
                            { .post = "V3", .plan = 5, .is_targeted = TRUE, .street = "03" },
                            { .post = "V4", .plan = 4, .is_targeted = TRUE } };

  check_places (&policy, posts, G_N_ELEMENTS (posts), "A1=5 A2=3 B1=2 V1=0 V2=0 V3=0?5 V4=0?4");
  posts[0].applicants = 2;
  check_places (&policy, posts, G_N_ELEMENTS (posts), "A1=0 A2=3 B1=5 V1=0 V2=0 V3=0?5 V4=0?4");
  kp_quota_policy_clear (&policy);
}

/* By street, what a post may take is what the street carries. */
static void
test_pooled_receiver (void)
{
  KpQuotaPolicy policy = make_policy (KP_QUOTA_FREED_CANCELLED, KP_MOVE_FIRST, KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, "A");
  KpQuotaCase   posts[] = { { .post = "A", .plan = 3, .applicants = 3, .street = "01" },
                            { .post = "B", .plan = 2, .applicants = 17, .street = "01" },
                            { .post = "C", .plan = 4, .applicants = 1, .street = "02" } };

  policy.per = KP_QUOTA_PER_STREET;
  check_places (&policy, posts, G_N_ELEMENTS (posts), "A=4 B=2 C=0");
  kp_quota_policy_clear (&policy);
}

/* What the committee gave out itself isn't given a second time. */
static void
test_decided_receiver (void)
{
  KpQuotaPolicy policy = make_policy (KP_QUOTA_FREED_CANCELLED_TARGETED, KP_MOVE_FIRST, KP_QUOTA_RECEIVER_ASK, "A B");
  KpQuotaCase   posts[] = { { .post = "A", .plan = 2, .applicants = 2, .has_decision = TRUE, .decided_places = 4 },
                            { .post = "B", .plan = 2, .applicants = 60 },
                            { .post = "C", .plan = 3, .is_targeted = TRUE } };

  check_places (&policy, posts, G_N_ELEMENTS (posts), "A=4 B=3 C=0");
  kp_quota_policy_clear (&policy);
}

/* Whatever the notice says: never more places than planned, also with those that wait; and the order is all one. */
static void
test_conservation (void)
{
  static const char *const codes[] = { "A", "B", "C", "D", "E", "F" };
  static const char *const lists[] = { "A", "A B", "C A E", "F E D C B A" };
  static const char *const streets[] = { "01", "02", NULL };
  g_autoptr (GRand)        dice = g_rand_new_with_seed (8);

  for (guint round = 0; round < 20000; round++)
    {
      KpQuotaPolicy policy = make_policy ((KpQuotaFreed) g_rand_int_range (dice, 0, KP_QUOTA_FREED_ALL + 1),
                                          (KpMove) g_rand_int_range (dice, 0, KP_MOVE_SAME_STREET + 1),
                                          (KpQuotaReceiver) g_rand_int_range (dice, 0, 3),
                                          lists[g_rand_int_range (dice, 0, G_N_ELEMENTS (lists))]);
      KpQuotaCase   posts[G_N_ELEMENTS (codes)];
      KpQuotaCase   turned[G_N_ELEMENTS (codes)];
      guint         plan = 0;
      guint         places = 0;

      policy.per = (KpQuotaPer) g_rand_int_range (dice, 0, 3);
      policy.action = (KpQuotaAction) g_rand_int_range (dice, 0, KP_QUOTA_N_ACTIONS);
      policy.rounding = (KpRounding) g_rand_int_range (dice, 0, KP_ROUNDING_N);
      policy.minimum = (guint) g_rand_int_range (dice, 0, 2);
      for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        {
          posts[i] = (KpQuotaCase) {
            .post = codes[i],
            .plan = (guint) g_rand_int_range (dice, 1, 6),
            .applicants = (guint) g_rand_int_range (dice, 0, 20),
            .is_targeted = g_rand_boolean (dice),
            .is_exempt = g_rand_int_range (dice, 0, 8) == 0,
            .street = streets[g_rand_int_range (dice, 0, G_N_ELEMENTS (streets))],
            .has_decision = g_rand_int_range (dice, 0, 6) == 0,
            .decided_places = (guint) g_rand_int_range (dice, 0, 8),
          };
          turned[G_N_ELEMENTS (codes) - 1 - i] = posts[i];
          plan += posts[i].plan;
        }
      {
        g_autoptr (GPtrArray) results = kp_quota_decide (&policy, posts, G_N_ELEMENTS (codes));
        g_autoptr (GPtrArray) again = kp_quota_decide (&policy, turned, G_N_ELEMENTS (codes));

        for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
          {
            const KpQuotaResult *result = g_ptr_array_index (results, i);
            const KpQuotaResult *other = g_ptr_array_index (again, G_N_ELEMENTS (codes) - 1 - i);

            places += result->new_plan + result->waiting;
            g_assert_cmpuint (result->new_plan, ==, result->plan - result->freed + result->moved_in);
            g_assert_cmpuint (result->new_plan, ==, other->new_plan);
            g_assert_cmpuint (result->waiting, ==, other->waiting);
            g_assert_cmpint (result->outcome, ==, other->outcome);
            g_assert_cmpstr (result->explanation, ==, other->explanation);
            g_assert_true (result->waiting == 0 || result->needs_decision);
          }
        g_assert_cmpuint (places, <=, plan);
      }
      kp_quota_policy_clear (&policy);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/quota/freed/", move_cases[i].name, NULL);

      g_test_add_data_func (path, &move_cases[i], test_move);
    }
  g_test_add_func ("/rules/quota/freed/w8", test_w8);
  g_test_add_func ("/rules/quota/freed/first-of-several", test_first_of_several);
  g_test_add_func ("/rules/quota/freed/in-turn", test_in_turn);
  g_test_add_func ("/rules/quota/freed/same-street", test_same_street);
  g_test_add_func ("/rules/quota/freed/pooled-receiver", test_pooled_receiver);
  g_test_add_func ("/rules/quota/freed/decided-receiver", test_decided_receiver);
  g_test_add_func ("/rules/quota/freed/conservation", test_conservation);

  return g_test_run ();
}
