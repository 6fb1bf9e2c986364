/* test-leftover.c – empty places: which posts get them, and that none is made or lost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-leftover.h"

typedef struct
{
  const char      *name;
  KpLeftoverMoment at;
  KpLeftoverFrom   from;
  KpMove           how;
  const char      *to;
  guint            filled[5];
  guint            places[5];
} MoveCase;

/* A 6 and B 4 places, open, streets 01 and 02; V 3 targeted in 01, W 2 targeted in 02, X 2 targeted without street. */
#define SHORTLIST KP_LEFTOVER_AT_SHORTLIST
#define INTERVIEW KP_LEFTOVER_AT_INTERVIEW
#define TARGETED KP_LEFTOVER_FROM_TARGETED
#define ALL KP_LEFTOVER_FROM_ALL

static const MoveCase move_cases[] = {
  { "never", KP_LEFTOVER_NEVER, ALL, KP_MOVE_FIRST, "A", { 6, 4, 1, 0, 0 }, { 6, 4, 3, 2, 2 } },
  { "nothing-empty", SHORTLIST, ALL, KP_MOVE_FIRST, "A", { 6, 4, 3, 2, 2 }, { 6, 4, 3, 2, 2 } },
  { "first", SHORTLIST, TARGETED, KP_MOVE_FIRST, "A", { 6, 4, 1, 2, 0 }, { 10, 4, 1, 2, 0 } },
  { "open-post-keeps-its-own", SHORTLIST, TARGETED, KP_MOVE_FIRST, "A", { 6, 3, 1, 2, 2 }, { 8, 4, 1, 2, 2 } },
  { "open-post-gives-too", SHORTLIST, ALL, KP_MOVE_FIRST, "A", { 6, 3, 1, 2, 2 }, { 9, 3, 1, 2, 2 } },
  { "full-posts-alone-take", SHORTLIST, TARGETED, KP_MOVE_FIRST, "A B", { 5, 4, 1, 2, 2 }, { 6, 6, 1, 2, 2 } },
  { "nobody-can-take", SHORTLIST, ALL, KP_MOVE_FIRST, "A", { 5, 3, 1, 2, 2 }, { 6, 4, 3, 2, 2 } },
  { "in-turn", INTERVIEW, TARGETED, KP_MOVE_IN_TURN, "B A", { 6, 4, 1, 2, 1 }, { 7, 6, 1, 2, 1 } },
  { "in-turn-past-a-short-one", INTERVIEW, TARGETED, KP_MOVE_IN_TURN, "B A", { 6, 3, 1, 2, 1 }, { 9, 4, 1, 2, 1 } },
  { "same-street", INTERVIEW, TARGETED, KP_MOVE_SAME_STREET, "A B", { 6, 4, 1, 1, 0 }, { 8, 5, 1, 1, 2 } },
  { "same-street-without-taker", INTERVIEW, TARGETED, KP_MOVE_SAME_STREET, "A", { 6, 4, 1, 1, 0 }, { 8, 4, 1, 2, 2 } },
};

static void
test_move (gconstpointer data)
{
  const MoveCase  *c = data;
  KpLeftoverPolicy policy;
  g_auto (GStrv)   codes = g_strsplit (c->to, " ", -1);
  KpLeftoverCase   posts[] = { { .post = "A", .street = "01", .places = 6 },
                               { .post = "B", .street = "02", .places = 4 },
                               { .post = "V", .street = "01", .places = 3, .is_targeted = TRUE },
                               { .post = "W", .street = "02", .places = 2, .is_targeted = TRUE },
                               { .post = "X", .places = 2, .is_targeted = TRUE } };
  guint            expected[5];

  kp_leftover_policy_init (&policy);
  policy.at = c->at;
  policy.from = c->from;
  policy.how = c->how;
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (policy.to, g_strdup (codes[i]));
  for (guint i = 0; i < 5; i++)
    {
      posts[i].n_filled = c->filled[i];
      expected[i] = c->places[i];
    }

  for (guint turn = 0; turn < 5; turn++)
    {
      g_autoptr (GPtrArray) results = kp_leftover_decide (&policy, posts, 5);
      KpLeftoverCase        first = posts[0];
      guint                 first_expected = expected[0];
      guint                 sum = 0;

      for (guint i = 0; i < 5; i++)
        {
          const KpLeftoverResult *result = g_ptr_array_index (results, i);

          g_assert_cmpstr (result->post, ==, posts[i].post);
          g_assert_cmpuint (result->new_places, ==, expected[i]);
          g_assert_cmpuint (result->new_places, ==, result->places + result->received - result->given);
          g_assert_true ((*result->explanation == '\0') == (result->received == 0 && result->given == 0));
          sum += result->new_places;
        }
      g_assert_cmpuint (sum, ==, 17);
      for (guint i = 0; i < 4; i++)
        {
          posts[i] = posts[i + 1];
          expected[i] = expected[i + 1];
        }
      posts[4] = first;
      expected[4] = first_expected;
    }
  kp_leftover_policy_clear (&policy);
}

/* A 6 places, all filled, B 4 likewise, C 2 with one empty, V 3 targeted with 2 empty. */
typedef struct
{
  const char    *name;
  gboolean       is_decided;
  KpLeftoverGift gifts[2];
  guint          n_gifts;
  guint          n_empty; /* of V */
  gboolean       needs_decision;
  guint          places[4];
} DecisionCase;

static const DecisionCase decision_cases[] = {
  { "undecided", FALSE, { { NULL, 0 } }, 0, 2, TRUE, { 6, 4, 2, 3 } },
  { "stay", TRUE, { { NULL, 0 } }, 0, 2, FALSE, { 6, 4, 2, 3 } },
  { "all-to-one", TRUE, { { "A", 2 } }, 1, 2, FALSE, { 8, 4, 2, 1 } },
  { "one-to-each", TRUE, { { "A", 1 }, { "B", 1 } }, 2, 2, FALSE, { 7, 5, 2, 1 } },
  { "some-stay", TRUE, { { "B", 1 } }, 1, 2, FALSE, { 6, 5, 2, 2 } },
  { "more-than-empty", TRUE, { { "A", 2 }, { "B", 1 } }, 2, 2, TRUE, { 6, 4, 2, 3 } },
  { "fewer-empty-since", TRUE, { { "A", 2 } }, 1, 1, TRUE, { 6, 4, 2, 3 } },
  { "none-empty-since", TRUE, { { "A", 2 } }, 1, 0, FALSE, { 6, 4, 2, 3 } },
  { "to-one-with-empty-places", TRUE, { { "C", 1 } }, 1, 2, TRUE, { 6, 4, 2, 3 } },
  { "to-one-that-isn-t-listed", TRUE, { { "V", 1 } }, 1, 2, TRUE, { 6, 4, 2, 3 } },
};

static void
test_decision (gconstpointer data)
{
  const DecisionCase   *c = data;
  KpLeftoverPolicy      policy;
  KpLeftoverDecision    decision = { "V", c->gifts, c->n_gifts };
  KpLeftoverCase        posts[] = { { .post = "A", .places = 6, .n_filled = 6 },
                                    { .post = "B", .places = 4, .n_filled = 4 },
                                    { .post = "C", .places = 2, .n_filled = 1 },
                                    { .post = "V", .places = 3, .n_filled = 3 - c->n_empty, .is_targeted = TRUE } };
  g_autoptr (GPtrArray) results = NULL;

  kp_leftover_policy_init (&policy);
  policy.at = KP_LEFTOVER_AT_INTERVIEW;
  policy.how = KP_MOVE_DECIDED;
  g_ptr_array_add (policy.to, g_strdup ("A"));
  g_ptr_array_add (policy.to, g_strdup ("B"));
  g_ptr_array_add (policy.to, g_strdup ("C"));
  posts[3].decision = c->is_decided ? &decision : NULL;
  results = kp_leftover_decide (&policy, posts, G_N_ELEMENTS (posts));
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      const KpLeftoverResult *result = g_ptr_array_index (results, i);

      g_assert_cmpuint (result->new_places, ==, c->places[i]);
      g_assert_cmpint (result->needs_decision, ==, i == 3 && c->needs_decision);
      g_assert_cmpint (result->is_waiting, ==, i != 2 && c->needs_decision);
    }
  kp_leftover_policy_clear (&policy);
}

/* Where nobody could take a place there is nothing to decide. */
static void
test_no_taker (void)
{
  KpLeftoverPolicy      policy;
  KpLeftoverCase        posts[] = { { .post = "A", .places = 6, .n_filled = 5 },
                                    { .post = "V", .places = 3, .n_filled = 1, .is_targeted = TRUE } };
  g_autoptr (GPtrArray) results = NULL;

  kp_leftover_policy_init (&policy);
  policy.at = KP_LEFTOVER_AT_SHORTLIST;
  policy.how = KP_MOVE_DECIDED;
  g_ptr_array_add (policy.to, g_strdup ("A"));
  results = kp_leftover_decide (&policy, posts, G_N_ELEMENTS (posts));
  g_assert_false (((const KpLeftoverResult *) g_ptr_array_index (results, 1))->needs_decision);
  g_assert_false (((const KpLeftoverResult *) g_ptr_array_index (results, 0))->is_waiting);
  kp_leftover_policy_clear (&policy);
}

static void
test_decided_explanation (void)
{
  const KpLeftoverGift     gift = { "A", 1 };
  const KpLeftoverDecision decision = { "V", &gift, 1 };
  KpLeftoverPolicy         policy;
  KpLeftoverCase           posts[] = { { .post = "A", .places = 6, .n_filled = 6 },
                                       { .post = "V", .places = 3, .n_filled = 1, .is_targeted = TRUE } };

  kp_leftover_policy_init (&policy);
  policy.at = KP_LEFTOVER_AT_INTERVIEW;
  policy.how = KP_MOVE_DECIDED;
  g_ptr_array_add (policy.to, g_strdup ("A"));
  for (guint i = 0; i < 2; i++)
    {
      static const char *const expected[2][2] = {
        { "", "面试后计划3人，实际1人，空缺的2人待招聘工作领导小组研究决定。" },
        { "面试后计划6人，经招聘工作领导小组研究决定，调入其他岗位空缺的1人，招聘7人。",
          "面试后计划3人，实际1人，经招聘工作领导小组研究决定，空缺1人调剂到其他岗位，招聘2人。" },
      };
      g_autoptr (GPtrArray) results = NULL;

      posts[1].decision = i == 0 ? NULL : &decision;
      results = kp_leftover_decide (&policy, posts, 2);
      for (guint j = 0; j < 2; j++)
        g_assert_cmpstr (((const KpLeftoverResult *) g_ptr_array_index (results, j))->explanation, ==, expected[i][j]);
    }
  kp_leftover_policy_clear (&policy);
}

static void
test_explanation (void)
{
  KpLeftoverPolicy      policy;
  KpLeftoverCase        posts[] = { { .post = "A", .places = 6, .n_filled = 6 },
                                    { .post = "V", .places = 3, .n_filled = 1, .is_targeted = TRUE } };
  g_autoptr (GPtrArray) results = NULL;

  kp_leftover_policy_init (&policy);
  policy.at = KP_LEFTOVER_AT_SHORTLIST;
  g_ptr_array_add (policy.to, g_strdup ("A"));
  results = kp_leftover_decide (&policy, posts, 2);
  g_assert_cmpstr (((const KpLeftoverResult *) g_ptr_array_index (results, 0))->explanation, ==,
                   "确定面试人选时计划6人，调入其他岗位空缺的2人，招聘8人。");
  g_assert_cmpstr (((const KpLeftoverResult *) g_ptr_array_index (results, 1))->explanation, ==,
                   "确定面试人选时计划3人，实际1人，空缺2人调剂到其他岗位，招聘1人。");
  kp_leftover_policy_clear (&policy);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/leftover/", move_cases[i].name, NULL);

      g_test_add_data_func (path, &move_cases[i], test_move);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (decision_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/leftover/decided/", decision_cases[i].name, NULL);

      g_test_add_data_func (path, &decision_cases[i], test_decision);
    }
  g_test_add_func ("/rules/leftover/decided/nobody-can-take", test_no_taker);
  g_test_add_func ("/rules/leftover/decided/explanation", test_decided_explanation);
  g_test_add_func ("/rules/leftover/explanation", test_explanation);

  return g_test_run ();
}
