/* test-quota.c – the opening ratio: enough, too few, by post, street and campaign, and as the committee decides.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-quota.h"

#include <string.h>

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
  { "three-halves-truncated", 3, 2, KP_QUOTA_REDUCE, 0, 5, 1, FALSE, KP_QUOTA_CANCELLED, 0 },
  { "decide", 3, 1, KP_QUOTA_DECIDE, 0, 6, 17, FALSE, KP_QUOTA_UNDECIDED, 6 },
  { "decide-but-enough", 3, 1, KP_QUOTA_DECIDE, 0, 6, 18, FALSE, KP_QUOTA_OPENS, 6 },
  { "decide-but-exempt", 3, 1, KP_QUOTA_DECIDE, 0, 6, 17, TRUE, KP_QUOTA_KEPT, 6 },
  { "two-to-one-half-of-applicants", 2, 1, KP_QUOTA_REDUCE, 0, 30, 41, FALSE, KP_QUOTA_REDUCED, 20 },
};

/* 3:1, reduces. */
static KpQuotaPolicy
make_policy (void)
{
  KpQuotaPolicy policy;

  kp_quota_policy_init (&policy);
  policy.applies = TRUE;
  policy.ratio = kp_fraction_new (3, 1);

  return policy;
}

static void
test_post (gconstpointer data)
{
  const PostCase       *c = data;
  KpQuotaPolicy         policy = make_policy ();
  KpQuotaCase           post
      = { .post = "A01", .plan = c->plan, .applicants = c->applicants, .is_exempt = c->is_exempt };
  g_autoptr (GPtrArray) results = NULL;
  const KpQuotaResult  *result;

  policy.ratio = kp_fraction_new (c->num, c->den);
  policy.action = c->action;
  policy.minimum = c->minimum;
  results = kp_quota_decide (&policy, &post, 1);
  result = g_ptr_array_index (results, 0);

  g_assert_cmpint (result->outcome, ==, c->outcome);
  g_assert_cmpuint (result->new_plan, ==, c->new_plan);
  g_assert_cmpuint (result->freed, ==, c->plan - c->new_plan);
  g_assert_cmpuint (result->moved_in, ==, 0);
  g_assert_cmpint (result->needs_decision, ==, c->outcome == KP_QUOTA_UNDECIDED);
  g_assert_nonnull (result->explanation);
  kp_quota_policy_clear (&policy);
}

/* 核减 by another rounding: 17 for 3:1 carry 5.67 places. */
static void
test_rounding (void)
{
  static const struct
  {
    KpRounding rounding;
    guint      applicants;
    guint      new_plan;
  } rows[] = {
    { KP_ROUNDING_TRUNCATE, 17, 5 }, { KP_ROUNDING_HALF_UP, 17, 6 }, { KP_ROUNDING_HALF_UP, 16, 5 },
    { KP_ROUNDING_UP, 16, 6 },       { KP_ROUNDING_UP, 20, 7 },      { KP_ROUNDING_UP, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KpQuotaPolicy         policy = make_policy ();
      KpQuotaCase           post = { .post = "A01", .plan = 7, .applicants = rows[i].applicants };
      g_autoptr (GPtrArray) results = NULL;

      policy.rounding = rows[i].rounding;
      results = kp_quota_decide (&policy, &post, 1);
      g_assert_cmpuint (((const KpQuotaResult *) g_ptr_array_index (results, 0))->new_plan, ==, rows[i].new_plan);
      kp_quota_policy_clear (&policy);
    }
}

/* 南疆: 1:3 in general, 1:2 and 1:1 for two posts; and an action of its own. */
static void
test_own_ratio (void)
{
  KpQuotaPolicy         policy = make_policy ();
  KpQuotaCase           posts[]
      = { { .post = "01", .plan = 2, .applicants = 5 },
          { .post = "02", .plan = 1, .applicants = 2, .ratio = { 2, 1 } },
          { .post = "03", .plan = 1, .applicants = 1, .ratio = { 1, 1 } },
          { .post = "04", .plan = 2, .applicants = 5, .has_action = TRUE, .action = KP_QUOTA_CANCEL },
          { .post = "05", .plan = 2, .applicants = 1, .has_action = TRUE, .action = KP_QUOTA_INTERVIEW_ONLY } };
  const KpQuotaOutcome  outcomes[] = { KP_QUOTA_REDUCED, KP_QUOTA_OPENS, KP_QUOTA_OPENS, KP_QUOTA_CANCELLED,
                                       KP_QUOTA_TO_INTERVIEW };
  const guint           places[] = { 1, 1, 1, 0, 2 };
  g_autoptr (GPtrArray) results = kp_quota_decide (&policy, posts, G_N_ELEMENTS (posts));

  for (guint i = 0; i < results->len; i++)
    {
      const KpQuotaResult *result = g_ptr_array_index (results, i);

      g_assert_cmpint (result->outcome, ==, outcomes[i]);
      g_assert_cmpuint (result->new_plan, ==, places[i]);
    }
  kp_quota_policy_clear (&policy);
}

/* Below 5:1 no written exam, and below 2:1 (or another ratio) something more: in either order of the two. */
static void
test_tiers (void)
{
  static const struct
  {
    KpQuotaAction  action;
    guint          applicants;
    KpQuotaOutcome outcome;
    guint          new_plan;
    const char    *said;
  } rows[] = {
    { KP_QUOTA_REDUCE, 20, KP_QUOTA_OPENS, 4, "，达到开考比例5∶1。" },
    { KP_QUOTA_REDUCE, 19, KP_QUOTA_TO_INTERVIEW, 4, "，未达到开考比例5∶1（须20人），不再笔试，直接面试。" },
    { KP_QUOTA_REDUCE, 8, KP_QUOTA_TO_INTERVIEW, 4, "，未达到开考比例5∶1（须20人），不再笔试，直接面试。" },
    { KP_QUOTA_REDUCE, 7, KP_QUOTA_TO_INTERVIEW, 3, "，未达到开考比例2∶1（须8人）、5∶1（须20人），核减为3人，不再笔试，直接面试。" },
    { KP_QUOTA_REDUCE, 1, KP_QUOTA_CANCELLED, 0, "，取消该岗位。" },
    { KP_QUOTA_CANCEL, 7, KP_QUOTA_CANCELLED, 0, "，取消该岗位。" },
    { KP_QUOTA_CANCEL, 8, KP_QUOTA_TO_INTERVIEW, 4, "，不再笔试，直接面试。" },
    { KP_QUOTA_DECIDE, 7, KP_QUOTA_UNDECIDED, 4, "须由领导小组决定。" },
  };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      const KpQuotaTier     low = { kp_fraction_new (2, 1), rows[i / 2].action };
      const KpQuotaTier     high = { kp_fraction_new (5, 1), KP_QUOTA_INTERVIEW_ONLY };
      KpQuotaPolicy         policy = make_policy ();
      KpQuotaCase           post = { .post = "A01", .plan = 4, .applicants = rows[i / 2].applicants };
      g_autoptr (GPtrArray) results = NULL;
      const KpQuotaResult  *result;

      policy.ratio = i % 2 == 0 ? high.ratio : low.ratio;
      policy.action = i % 2 == 0 ? high.action : low.action;
      policy.tiers[0] = i % 2 == 0 ? low : high;
      policy.n_tiers = 1;
      results = kp_quota_decide (&policy, &post, 1);
      result = g_ptr_array_index (results, 0);
      g_assert_cmpint (result->outcome, ==, rows[i / 2].outcome);
      g_assert_cmpuint (result->new_plan, ==, rows[i / 2].new_plan);
      g_assert_cmpuint (result->needed, ==, 20);
      g_assert_nonnull (strstr (result->explanation, rows[i / 2].said));
      kp_quota_policy_clear (&policy);
    }
}

/* Receivers are asked the ratio that reduces, and posts with an action of their own no other threshold. */
static void
test_tiers_of_posts (void)
{
  KpQuotaPolicy         policy = make_policy ();
  KpQuotaCase           posts[] = { { .post = "A", .plan = 2, .applicants = 6 },
                                    { .post = "B", .plan = 1, .applicants = 0 },
                                    { .post = "C", .plan = 4, .applicants = 7, .ratio = { 5, 1 } },
                                    { .post = "D", .plan = 4, .applicants = 7, .has_action = TRUE,
                                      .action = KP_QUOTA_KEEP } };
  const guint           places[] = { 3, 0, 4, 4 };
  g_autoptr (GPtrArray) results = NULL;

  policy.ratio = kp_fraction_new (5, 1);
  policy.action = KP_QUOTA_INTERVIEW_ONLY;
  policy.tiers[0] = (KpQuotaTier) { kp_fraction_new (2, 1), KP_QUOTA_REDUCE };
  policy.n_tiers = 1;
  policy.freed = KP_QUOTA_FREED_ALL;
  g_ptr_array_add (policy.freed_to, g_strdup ("A"));
  results = kp_quota_decide (&policy, posts, G_N_ELEMENTS (posts));
  for (guint i = 0; i < results->len; i++)
    g_assert_cmpuint (((const KpQuotaResult *) g_ptr_array_index (results, i))->new_plan, ==, places[i]);
  kp_quota_policy_clear (&policy);
}

/* 武昌 2019: by street. */
typedef struct
{
  const char    *name;
  KpQuotaPer     per;
  KpQuotaAction  action;
  guint          minimum;
  guint          applicants[4]; /* A 6 and B 4 places in street 01, C 3 in street 02, D 2 without street */
  gint           decided[4];    /* -1 = not */
  guint          places[4];
  KpQuotaOutcome outcomes[4];
  const char    *asked; /* codes */
} PoolCase;

#define NOT { -1, -1, -1, -1 }
#define POST KP_QUOTA_PER_POST
#define STREET KP_QUOTA_PER_STREET
#define ALL KP_QUOTA_PER_CAMPAIGN
#define OPENS KP_QUOTA_OPENS
#define LESS KP_QUOTA_REDUCED
#define GONE KP_QUOTA_CANCELLED
#define KEPT KP_QUOTA_KEPT
#define OPEN_QUESTION KP_QUOTA_UNDECIDED

static const PoolCase pool_cases[] = {
  { "post-by-post", POST, KP_QUOTA_REDUCE, 0, { 12, 30, 9, 6 }, NOT, { 4, 4, 3, 2 }, { LESS, OPENS, OPENS, OPENS }, "" },
  { "street-has-enough", STREET, KP_QUOTA_REDUCE, 0, { 12, 18, 9, 6 }, NOT, { 6, 4, 3, 2 },
    { OPENS, OPENS, OPENS, OPENS }, "" },
  { "street-one-short", STREET, KP_QUOTA_REDUCE, 0, { 12, 17, 9, 6 }, NOT, { 6, 4, 3, 2 },
    { OPEN_QUESTION, OPEN_QUESTION, OPENS, OPENS }, "AB" },
  { "street-with-one-post-is-decided", STREET, KP_QUOTA_REDUCE, 0, { 12, 18, 8, 5 }, NOT, { 6, 4, 2, 1 },
    { OPENS, OPENS, LESS, LESS }, "" },
  { "street-without-anybody", STREET, KP_QUOTA_REDUCE, 0, { 0, 2, 9, 6 }, NOT, { 0, 0, 3, 2 },
    { GONE, GONE, OPENS, OPENS }, "" },
  { "street-minimum-keeps-all", STREET, KP_QUOTA_REDUCE, 10, { 0, 2, 9, 6 }, NOT, { 6, 4, 3, 2 },
    { KEPT, KEPT, OPENS, OPENS }, "" },
  { "street-cancels", STREET, KP_QUOTA_CANCEL, 0, { 12, 17, 9, 6 }, NOT, { 0, 0, 3, 2 }, { GONE, GONE, OPENS, OPENS }, "" },
  { "street-keeps", STREET, KP_QUOTA_KEEP, 0, { 12, 17, 9, 6 }, NOT, { 6, 4, 3, 2 }, { KEPT, KEPT, OPENS, OPENS }, "" },
  { "street-one-decided-leaves-one-way", STREET, KP_QUOTA_REDUCE, 0, { 12, 15, 9, 6 }, { 6, -1, -1, -1 }, { 6, 3, 3, 2 },
    { KEPT, LESS, OPENS, OPENS }, "" },
  { "street-all-decided", STREET, KP_QUOTA_REDUCE, 0, { 12, 15, 9, 6 }, { 5, 4, -1, -1 }, { 5, 4, 3, 2 },
    { LESS, KEPT, OPENS, OPENS }, "" },
  { "campaign-has-enough", ALL, KP_QUOTA_REDUCE, 0, { 0, 45, 0, 0 }, NOT, { 6, 4, 3, 2 }, { OPENS, OPENS, OPENS, OPENS },
    "" },
  { "campaign-short", ALL, KP_QUOTA_REDUCE, 0, { 0, 44, 0, 0 }, NOT, { 6, 4, 3, 2 },
    { OPEN_QUESTION, OPEN_QUESTION, OPEN_QUESTION, OPEN_QUESTION }, "ABCD" },
  { "campaign-decides", ALL, KP_QUOTA_DECIDE, 0, { 0, 44, 0, 0 }, { -1, -1, 0, -1 }, { 6, 4, 0, 2 },
    { OPEN_QUESTION, OPEN_QUESTION, GONE, OPEN_QUESTION }, "ABD" },
};

static void
test_pool (gconstpointer data)
{
  const PoolCase       *c = data;
  KpQuotaPolicy         policy = make_policy ();
  KpQuotaCase           posts[] = { { .post = "A", .plan = 6, .street = "01" },
                                    { .post = "B", .plan = 4, .street = "01" },
                                    { .post = "C", .plan = 3, .street = "02" },
                                    { .post = "D", .plan = 2 } };

  policy.per = c->per;
  policy.action = c->action;
  policy.minimum = c->minimum;
  for (guint i = 0; i < 4; i++)
    {
      posts[i].applicants = c->applicants[i];
      posts[i].has_decision = c->decided[i] >= 0;
      posts[i].decided_places = (guint) MAX (c->decided[i], 0);
    }
  for (guint turn = 0; turn < 4; turn++)
    {
      g_autoptr (GPtrArray) results = kp_quota_decide (&policy, posts, 4);
      KpQuotaCase           first = posts[0];

      for (guint i = 0; i < 4; i++)
        {
          const KpQuotaResult *result = g_ptr_array_index (results, i);
          guint                post = (guint) (*result->post - 'A');

          g_assert_cmpuint (result->new_plan, ==, c->places[post]);
          g_assert_cmpint (result->outcome, ==, c->outcomes[post]);
          g_assert_cmpint (result->needs_decision, ==, strstr (c->asked, result->post) != NULL);
        }
      for (guint i = 0; i < 3; i++)
        posts[i] = posts[i + 1];
      posts[3] = first;
    }
  kp_quota_policy_clear (&policy);
}

/* An approved post, and one with a ratio of its own, stand beside the pool. */
static void
test_beside_the_pool (void)
{
  KpQuotaPolicy         policy = make_policy ();
  KpQuotaCase           posts[] = { { .post = "A", .plan = 6, .applicants = 17, .street = "01" },
                                    { .post = "B", .plan = 4, .applicants = 1, .street = "01", .is_exempt = TRUE },
                                    { .post = "C", .plan = 3, .applicants = 3, .street = "01", .ratio = { 1, 1 } } };
  g_autoptr (GPtrArray) results = NULL;
  const guint           places[] = { 5, 4, 3 };

  policy.per = KP_QUOTA_PER_STREET;
  results = kp_quota_decide (&policy, posts, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (((const KpQuotaResult *) g_ptr_array_index (results, i))->new_plan, ==, places[i]);
  kp_quota_policy_clear (&policy);
}

static void
test_pool_explanation (void)
{
  KpQuotaPolicy         policy = make_policy ();
  KpQuotaCase           posts[] = { { .post = "A", .plan = 6, .applicants = 8, .street = "01" },
                                    { .post = "B", .plan = 4, .applicants = 9, .street = "01" } };
  g_autoptr (GPtrArray) results = NULL;

  policy.per = KP_QUOTA_PER_STREET;
  policy.counts = KP_QUOTA_COUNTS_REGISTERED;
  policy.ratio = kp_fraction_new (2, 1);
  results = kp_quota_decide (&policy, posts, 2);
  g_assert_cmpstr (((const KpQuotaResult *) g_ptr_array_index (results, 0))->explanation, ==,
                   "计划6人，报名8人；所在街道2个岗位合计计划10人，报名17人，未达到开考比例2∶1（须20人），合计须核减为8人，"
                   "各岗位核减人数须由领导小组决定。");
  kp_quota_policy_clear (&policy);
}

/* 领导小组决定: whatever the ratio says. */
static void
test_decision (void)
{
  static const struct
  {
    KpQuotaAction  action;
    guint          applicants; /* for 6 places */
    guint          decided;
    KpQuotaOutcome outcome;
  } rows[] = {
    { KP_QUOTA_DECIDE, 17, 0, KP_QUOTA_CANCELLED },    { KP_QUOTA_DECIDE, 17, 5, KP_QUOTA_REDUCED },
    { KP_QUOTA_DECIDE, 17, 6, KP_QUOTA_KEPT },         { KP_QUOTA_REDUCE, 17, 6, KP_QUOTA_KEPT },
    { KP_QUOTA_REDUCE, 18, 6, KP_QUOTA_OPENS },        { KP_QUOTA_REDUCE, 18, 4, KP_QUOTA_REDUCED },
    { KP_QUOTA_INTERVIEW_ONLY, 9, 6, KP_QUOTA_TO_INTERVIEW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KpQuotaPolicy         policy = make_policy ();
      KpQuotaCase           post = { .post = "A01",
                                     .plan = 6,
                                     .applicants = rows[i].applicants,
                                     .has_decision = TRUE,
                                     .decided_places = rows[i].decided };
      g_autoptr (GPtrArray) results = NULL;
      const KpQuotaResult  *result;

      policy.action = rows[i].action;
      results = kp_quota_decide (&policy, &post, 1);
      result = g_ptr_array_index (results, 0);
      g_assert_cmpint (result->outcome, ==, rows[i].outcome);
      g_assert_cmpuint (result->new_plan, ==, rows[i].decided);
      g_assert_false (result->needs_decision);
      kp_quota_policy_clear (&policy);
    }
}

/* The committee can move a place, not make one. */
static void
test_decision_above_the_plan (void)
{
  KpQuotaPolicy policy = make_policy ();
  KpQuotaCase   posts[] = { { .post = "A", .plan = 6, .applicants = 30, .has_decision = TRUE, .decided_places = 7 },
                            { .post = "B", .plan = 4, .applicants = 11 } };

  /* B is reduced to 3: one place is free. */
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (GPtrArray) results = kp_quota_decide (&policy, posts, 2);
      const KpQuotaResult  *first = g_ptr_array_index (results, 0);

      g_assert_cmpuint (first->new_plan, ==, turn == 0 ? 7 : 6);
      g_assert_cmpint (first->needs_decision, ==, turn == 1);
      posts[1].applicants = 12;
    }
  kp_quota_policy_clear (&policy);
}

static void
test_explanation (void)
{
  KpQuotaPolicy         policy = make_policy ();
  KpQuotaCase           posts[]
      = { { .post = "A01", .plan = 6, .applicants = 15 }, { .post = "A02", .plan = 1, .applicants = 2 } };
  g_autoptr (GPtrArray) results = NULL;
  const KpQuotaResult  *reduced;
  const KpQuotaResult  *cancelled;

  policy.repost_days = 1;
  results = kp_quota_decide (&policy, posts, 2);
  reduced = g_ptr_array_index (results, 0);
  cancelled = g_ptr_array_index (results, 1);

  g_assert_cmpstr (reduced->explanation, ==, "计划6人，审查合格15人，未达到开考比例3∶1（须18人），核减为5人。");
  g_assert_cmpstr (cancelled->explanation, ==,
                   "计划1人，审查合格2人，未达到开考比例3∶1（须3人），取消该岗位，报考人员可在1日内改报其他岗位。");
  g_assert_cmpstr (kp_quota_outcome_get_chinese (cancelled->outcome), ==, "取消");
  g_assert_cmpstr (kp_quota_outcome_get_name (cancelled->outcome), ==, "cancelled");
  kp_quota_policy_clear (&policy);
}

static void
test_without_ratio (void)
{
  KpQuotaPolicy         policy = { .applies = FALSE };
  KpQuotaCase           post = { .post = "A01", .plan = 6 };
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
  for (gsize i = 0; i < G_N_ELEMENTS (pool_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/quota/pool/", pool_cases[i].name, NULL);

      g_test_add_data_func (path, &pool_cases[i], test_pool);
    }
  g_test_add_func ("/rules/quota/rounding", test_rounding);
  g_test_add_func ("/rules/quota/own-ratio", test_own_ratio);
  g_test_add_func ("/rules/quota/tiers", test_tiers);
  g_test_add_func ("/rules/quota/tiers-of-posts", test_tiers_of_posts);
  g_test_add_func ("/rules/quota/beside-the-pool", test_beside_the_pool);
  g_test_add_func ("/rules/quota/pool-explanation", test_pool_explanation);
  g_test_add_func ("/rules/quota/decision", test_decision);
  g_test_add_func ("/rules/quota/decision-above-the-plan", test_decision_above_the_plan);
  g_test_add_func ("/rules/quota/explanation", test_explanation);
  g_test_add_func ("/rules/quota/without-ratio", test_without_ratio);

  return g_test_run ();
}
