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
  g_test_add_func ("/rules/leftover/explanation", test_explanation);

  return g_test_run ();
}
