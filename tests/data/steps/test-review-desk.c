/* test-review-desk.c – which applications wait for whom, and what a reviewer reads of one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-review-desk.h"
#include "kp-review-file.h"
#include "kp-step-review.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

static KpTestCampaign *
make_campaign (KpTestDatabase *t,
               guint n)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", n);
  return c;
}

static void
review (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  g_assert_true (kp_step_review_auto (c->session, &tally, &error));
  g_assert_no_error (error);
}

static void
decide_as (KpTestCampaign *c,
           const char *actor,
           const char *application,
           KpVerdict verdict)
{
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, actor);
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_step_review_decide (session, application, "education", verdict, "证书在查", &error));
  g_assert_no_error (error);
}

/* How many lie in each pile, in the order of KpReviewQueue, as the actor sees it. */
static void
assert_desk (KpTestCampaign *c,
             const char *actor,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = kp_review_desk_load (c->session, NULL, &error);
  g_autoptr (GString) counts = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint queue = 0; queue < KP_N_REVIEW_QUEUES; queue++)
    {
      guint n = 0;

      for (guint i = 0; i < cases->len; i++)
        n += kp_review_case_is_in (g_ptr_array_index (cases, i), (KpReviewQueue) queue, actor);
      g_string_append_printf (counts, "%s%u", queue > 0 ? " " : "", n);
    }
  g_assert_cmpstr (counts->str, ==, expected);
}

static void
test_piles (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_campaign (t, 3);
  g_autoptr (GError) error = NULL;
  KpReviewDeadlines deadlines;

  assert_desk (c, "甲", "0 0 0 0 0 0 3 3");
  review (c);
  assert_desk (c, "甲", "0 0 0 0 0 0 0 3");
  decide_as (c, "甲", "000001", KP_VERDICT_UNMET);
  decide_as (c, "甲", "000002", KP_VERDICT_NEEDS_PAPER);
  assert_desk (c, "甲", "0 0 0 0 0 1 0 3");
  assert_desk (c, "乙", "0 1 0 0 0 1 0 3");
  decide_as (c, "乙", "000001", KP_VERDICT_UNMET);
  assert_desk (c, "丙", "0 0 0 0 0 1 0 3");
  g_assert_true (kp_step_review_appeal (c->session, "000001", &deadlines, &error));
  assert_desk (c, "丙", "0 0 1 0 0 1 0 3");
  decide_as (c, "丙", "000001", KP_VERDICT_MET);
  assert_desk (c, "丙", "0 0 0 0 0 1 0 3");
}

static void
test_one (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_campaign (t, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  const KpReviewCase *one;

  review (c);
  decide_as (c, "甲", "000001", KP_VERDICT_UNMET);
  decide_as (c, "甲", "000002", KP_VERDICT_UNMET);
  cases = kp_review_desk_load (c->session, "000002", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  one = g_ptr_array_index (cases, 0);
  g_assert_cmpstr (one->application, ==, "000002");
  g_assert_cmpstr (one->post, ==, "A01");
  g_assert_cmpstr (one->review, ==, "fail");
  g_assert_true (kp_review_case_is_in (one, KP_REVIEW_QUEUE_SECOND, "乙"));
  g_assert_false (kp_review_case_is_in (one, KP_REVIEW_QUEUE_SECOND, " 甲 "));
}

static const KpReviewPoint *
find_point (const KpReviewFile *file,
            const char *condition)
{
  for (guint i = 0; i < file->points->len; i++)
    {
      const KpReviewPoint *point = g_ptr_array_index (file->points, i);

      if (g_str_equal (point->condition, condition))
        return point;
    }
  g_assert_not_reached ();
}

static void
test_file (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_campaign (t, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpReviewFile) before = NULL;
  g_autoptr (KpReviewFile) file = NULL;
  g_autofree char *proposal = NULL;
  const KpReviewPoint *point;

  before = kp_review_file_load (c->session, "000001", &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_point (before, "education")->verdict, ==, KP_VERDICT_MET);
  review (c);
  decide_as (c, "甲", "000001", KP_VERDICT_UNMET);
  file = kp_review_file_load (c->session, "000001", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_roster_get_n_dossiers (file->roster), ==, 1);
  g_assert_cmpstr (file->dossier->person->person, !=, "");
  point = find_point (file, "education");
  g_assert_cmpint (point->verdict, ==, KP_VERDICT_UNMET);
  g_assert_cmpint (point->computed, ==, KP_VERDICT_MET);
  g_assert_cmpuint (point->level, ==, 1);
  g_assert_cmpstr (point->reviewer, ==, "甲");
  g_assert_cmpstr (point->demand, !=, "");
  g_assert_true (point->waits);
  g_assert_true (kp_review_point_is_asked (point));
  g_assert_false (kp_review_point_is_open (point, "甲"));
  g_assert_true (kp_review_point_is_open (point, "乙"));
  proposal = kp_review_point_dup_proposal (point, KP_VERDICT_UNMET);
  g_assert_cmpstr (proposal, ==, "证书在查");
}

static void
test_proposals (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_campaign (t, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpReviewFile) file = kp_review_file_load (c->session, "000001", &error);
  const KpReviewPoint *point = find_point (file, "age");
  g_autofree char *met = kp_review_point_dup_proposal (point, KP_VERDICT_MET);
  g_autofree char *more = kp_review_point_dup_proposal (point, KP_VERDICT_NEEDS_PAPER);
  g_autofree char *unmet = kp_review_point_dup_proposal (point, KP_VERDICT_UNMET);

  g_assert_true (g_str_has_prefix (met, "已核对"));
  g_assert_true (g_str_has_prefix (more, "请补充"));
  g_assert_cmpstr (unmet, ==, "年龄不符合岗位要求");
}

static void
test_nobody (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_campaign (t, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_review_file_load (c->session, "999999", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

/* Both claim to be veterans; the last day is 20 March. Who was refused has nothing to prove any more. */
static void
test_claims (KpTestDatabase *t)
{
  static const char *const edits[] = {
    "\"declarations\": [",
    "\"proofs\": [ { \"id\": \"army\", \"label\": \"退役军人身份\", \"when\": { \"veteran\": true }, "
    "\"facts\": [\"veteran\"], \"papers\": [\"退出现役证\"], \"by\": \"2026-03-20\" } ], \"declarations\": [",
    NULL
  };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpReviewFile) file = NULL;
  const KpReviewProof *proof;

  kp_test_campaign_register (c, "A01", 2);
  review (c);
  assert_desk (c, "甲", "0 0 0 0 2 0 0 2");
  kp_test_campaign_set_now (c, "2026-03-21T09:00:00+08:00");
  assert_desk (c, "甲", "0 0 0 2 2 0 0 2");
  decide_as (c, "甲", "000001", KP_VERDICT_UNMET);
  assert_desk (c, "甲", "0 0 0 1 1 0 0 2");
  file = kp_review_file_load (c->session, "000002", NULL);
  g_assert_cmpuint (file->proofs->len, ==, 1);
  proof = g_ptr_array_index (file->proofs, 0);
  g_assert_cmpstr (proof->label, ==, "退役军人身份");
  g_assert_cmpint (proof->outcome, ==, KP_PROOF_OPEN);
  g_assert_true (proof->is_late);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/review-desk/piles", test_piles);
  kp_test_database_add ("/data/steps/%s/review-desk/one", test_one);
  kp_test_database_add ("/data/steps/%s/review-desk/file", test_file);
  kp_test_database_add ("/data/steps/%s/review-desk/proposals", test_proposals);
  kp_test_database_add ("/data/steps/%s/review-desk/nobody", test_nobody);
  kp_test_database_add ("/data/steps/%s/review-desk/claims", test_claims);
  return g_test_run ();
}
