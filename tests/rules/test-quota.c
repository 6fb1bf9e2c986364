/* test-quota.c – the opening ratio: enough, too few, freed places and where they go.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-quota.h"

typedef struct
{
  const char    *name;
  gint64         num;
  gint64         den;
  KpQuotaAction  action;
  guint          minimum;
  guint          plan;
  guint          applicants;
  gboolean       is_exempt;
  KpQuotaOutcome outcome;
  guint          new_plan;
} PostCase;

static const PostCase post_cases[] = {
  { "exactly-enough", 3, 1, KP_QUOTA_REDUCE, 0, 6, 18, FALSE, KP_QUOTA_OPENS, 6 },
  { "one-short", 3, 1, KP_QUOTA_REDUCE, 0, 6, 17, FALSE, KP_QUOTA_REDUCED, 5 },
  { "w8-open-post", 3, 1, KP_QUOTA_REDUCE, 0, 6, 15, FALSE, KP_QUOTA_REDUCED, 5 },
  { "w8-veterans", 2, 1, KP_QUOTA_REDUCE, 0, 4, 7, FALSE, KP_QUOTA_REDUCED, 3 },
  { "two-for-one", 3, 1, KP_QUOTA_REDUCE, 0, 1, 2, FALSE, KP_QUOTA_CANCELLED, 0 },
  { "three-for-one", 3, 1, KP_QUOTA_REDUCE, 0, 1, 3, FALSE, KP_QUOTA_OPENS, 1 },
  { "nobody", 3, 1, KP_QUOTA_REDUCE, 0, 4, 0, FALSE, KP_QUOTA_CANCELLED, 0 },
  { "minimum-keeps-one", 3, 1, KP_QUOTA_REDUCE, 1, 4, 2, FALSE, KP_QUOTA_REDUCED, 1 },
  { "minimum-of-one-place", 3, 1, KP_QUOTA_REDUCE, 1, 1, 2, FALSE, KP_QUOTA_KEPT, 1 },
  { "minimum-above-plan", 3, 1, KP_QUOTA_REDUCE, 5, 2, 1, FALSE, KP_QUOTA_KEPT, 2 },
  { "exempt", 3, 1, KP_QUOTA_REDUCE, 0, 6, 2, TRUE, KP_QUOTA_KEPT, 6 },
  { "exempt-but-enough", 3, 1, KP_QUOTA_REDUCE, 0, 6, 20, TRUE, KP_QUOTA_OPENS, 6 },
  { "cancel", 3, 1, KP_QUOTA_CANCEL, 0, 6, 17, FALSE, KP_QUOTA_CANCELLED, 0 },
  { "keep", 3, 1, KP_QUOTA_KEEP, 0, 6, 1, FALSE, KP_QUOTA_KEPT, 6 },
  { "interview-only", 3, 1, KP_QUOTA_INTERVIEW_ONLY, 0, 6, 17, FALSE, KP_QUOTA_TO_INTERVIEW, 6 },
  { "three-halves-enough", 3, 2, KP_QUOTA_REDUCE, 0, 5, 8, FALSE, KP_QUOTA_OPENS, 5 },
  { "three-halves-short", 3, 2, KP_QUOTA_REDUCE, 0, 5, 7, FALSE, KP_QUOTA_REDUCED, 4 },
  { "two-to-one-half-of-applicants", 2, 1, KP_QUOTA_REDUCE, 0, 30, 41, FALSE, KP_QUOTA_REDUCED, 20 },
};

static void
test_post (gconstpointer data)
{
  const PostCase       *c = data;
  KpQuotaPolicy         policy = { .applies = TRUE, .ratio = { c->num, c->den }, .action = c->action,
                                   .minimum = c->minimum };
  KpQuotaCase           post = { "A01", c->plan, c->applicants, FALSE, c->is_exempt };
  g_autoptr (GPtrArray) results = kp_quota_decide (&policy, &post, 1);
  const KpQuotaResult  *result = g_ptr_array_index (results, 0);

  g_assert_cmpint (result->outcome, ==, c->outcome);
  g_assert_cmpuint (result->new_plan, ==, c->new_plan);
  g_assert_cmpuint (result->freed, ==, c->plan - c->new_plan);
  g_assert_cmpuint (result->moved_in, ==, 0);
  g_assert_nonnull (result->explanation);
}

typedef struct
{
  const char     *name;
  KpQuotaFreed    freed;
  KpQuotaReceiver receiver;
  guint           applicants; /* of the receiving post, plan 5, 3:1 */
  guint           moved_in;
  guint           new_plan;
  gboolean        needs_decision;
} MoveCase;

/* Besides: C01 targeted, 4 places, cancelled; E01 open, 2 places, cancelled; B01 open, 6 places, reduced to 5. */
static const MoveCase move_cases[] = {
  { "none", KP_QUOTA_FREED_NONE, KP_QUOTA_RECEIVER_ASK, 100, 0, 5, FALSE },
  { "cancelled-targeted", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_ASK, 100, 4, 9, FALSE },
  { "cancelled", KP_QUOTA_FREED_CANCELLED, KP_QUOTA_RECEIVER_ASK, 100, 6, 11, FALSE },
  { "all", KP_QUOTA_FREED_ALL, KP_QUOTA_RECEIVER_ASK, 100, 7, 12, FALSE },
  { "just-carried", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_ASK, 27, 4, 9, FALSE },
  { "ask", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_ASK, 26, 0, 5, TRUE },
  { "keeps", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_KEEPS, 26, 4, 9, FALSE },
  { "what-fits", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, 26, 3, 8, FALSE },
  { "nothing-fits", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_TAKES_WHAT_FITS, 15, 0, 5, FALSE },
  { "receiver-cancelled", KP_QUOTA_FREED_CANCELLED_TARGETED, KP_QUOTA_RECEIVER_KEEPS, 0, 0, 0, TRUE },
};

static void
test_move (gconstpointer data)
{
  const MoveCase       *c = data;
  KpQuotaPolicy         policy = { .applies = TRUE, .ratio = { 3, 1 }, .freed = c->freed, .freed_to = (gchar *) "A01",
                                   .receiver = c->receiver, .repost_days = 1 };
  KpQuotaCase           posts[] = { { "C01", 4, 2, TRUE, FALSE },
                                    { "A01", 5, c->applicants, FALSE, FALSE },
                                    { "B01", 6, 15, FALSE, FALSE },
                                    { "E01", 2, 1, FALSE, FALSE } };

  for (gint turn = 0; turn < 2; turn++)
    {
      g_autoptr (GPtrArray) results = kp_quota_decide (&policy, posts, G_N_ELEMENTS (posts));
      const KpQuotaResult  *receiver = g_ptr_array_index (results, turn == 0 ? 1 : 2);
      KpQuotaCase           first = posts[0];

      g_assert_cmpstr (receiver->post, ==, "A01");
      g_assert_cmpuint (receiver->moved_in, ==, c->moved_in);
      g_assert_cmpuint (receiver->new_plan, ==, c->new_plan);
      g_assert_cmpint (receiver->needs_decision, ==, c->needs_decision);

      /* The order of the posts changes nothing. */
      posts[0] = posts[3];
      posts[3] = first;
      first = posts[1];
      posts[1] = posts[2];
      posts[2] = first;
    }
}

static void
test_explanation (void)
{
  KpQuotaPolicy         policy = { .applies = TRUE, .ratio = { 3, 1 }, .repost_days = 1 };
  KpQuotaCase           posts[] = { { "A01", 6, 15, FALSE, FALSE }, { "A02", 1, 2, FALSE, FALSE } };
  g_autoptr (GPtrArray) results = kp_quota_decide (&policy, posts, 2);
  const KpQuotaResult  *reduced = g_ptr_array_index (results, 0);
  const KpQuotaResult  *cancelled = g_ptr_array_index (results, 1);

  g_assert_cmpstr (reduced->explanation, ==, "计划6人，审查合格15人，未达到开考比例3∶1（须18人），核减为5人。");
  g_assert_cmpstr (cancelled->explanation, ==,
                   "计划1人，审查合格2人，未达到开考比例3∶1（须3人），取消该岗位，报考人员可在1日内改报其他岗位。");
  g_assert_cmpstr (kp_quota_outcome_get_chinese (cancelled->outcome), ==, "取消");
}

static void
test_without_ratio (void)
{
  KpQuotaPolicy         policy = { .applies = FALSE };
  KpQuotaCase           post = { "A01", 6, 0, FALSE, FALSE };
  g_autoptr (GPtrArray) results = kp_quota_decide (&policy, &post, 1);
  const KpQuotaResult  *result = g_ptr_array_index (results, 0);

  g_assert_cmpint (result->outcome, ==, KP_QUOTA_OPENS);
  g_assert_cmpuint (result->new_plan, ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (post_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/quota/post/", post_cases[i].name, NULL);

      g_test_add_data_func (path, &post_cases[i], test_post);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/quota/freed/", move_cases[i].name, NULL);

      g_test_add_data_func (path, &move_cases[i], test_move);
    }
  g_test_add_func ("/rules/quota/explanation", test_explanation);
  g_test_add_func ("/rules/quota/without-ratio", test_without_ratio);

  return g_test_run ();
}
