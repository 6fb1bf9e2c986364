/* test-step-review.c – findings decide, people outweigh rules, and posts open by the ratio.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-import.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-test-campaign.h"

static void
review (KpTestCampaign *c,
        KpReviewTally *tally)
{
  g_autoptr (GError) error = NULL;

  kp_step_review_auto (c->session, tally, &error);
  g_assert_no_error (error);
}

static void
import (KpTestCampaign *c,
        const char *rows)
{
  g_autofree char *text = g_strconcat (KP_TEST_HEADING, rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "rows.csv", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read (path, NULL, &error);
  KpImportTally tally;

  g_assert_no_error (error);
  kp_step_import_registrations (c->session, book, FALSE, &tally, &error);
  g_assert_no_error (error);
}

static void
test_outcome_is_derived (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *rows = kp_test_campaign_make_rows (c, "A01", 2);
  g_autofree char *low = NULL;
  g_auto (GStrv) parts = g_strsplit (rows, "本科", 2);
  KpReviewTally tally;

  low = g_strconcat (parts[0], "高中", parts[1], NULL);
  import (c, low);
  review (c, &tally);
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_PASS], ==, 1);
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_FAIL], ==, 1);
  kp_test_campaign_assert_sound (c);
}

static void
test_person_outweighs_rule (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_PASS], ==, 1);

  kp_step_review_decide (c->session, "000001", "education", FALSE, "学历证书查询无此人", &error);
  g_assert_no_error (error);
  review (c, &tally);
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_FAIL], ==, 1);
  kp_test_campaign_assert_sound (c);
}

static void
test_unknown_condition_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  g_assert_false (kp_step_review_decide (c->session, "000001", "no-such", TRUE, "x", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

/* 12 places at 3:1 ask for 36; 10 who passed leave ⌊10 ÷ 3⌋ = 3. */
static void
test_ratio_reduces_places (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;
  const KpQuotaResult *first;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 10);
  review (c, &tally);
  kp_test_campaign_decide_openings (c);
  results = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
  first = g_ptr_array_index (results, 0);
  g_assert_cmpstr (first->post, ==, "A01");
  g_assert_cmpuint (first->plan, ==, 12);
  g_assert_cmpuint (first->applicants, ==, 10);
}

static void
test_unreviewed_posts_do_not_open (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (c, "A01", 3);
  g_assert_null (kp_step_open_posts (c->session, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (kp_stage_is_closed (kp_session_get_stages (c->session), KP_STAGE_REGISTRATION));
}

static void
test_nothing_to_review_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  g_assert_false (kp_step_review_auto (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/review/outcome-is-derived", test_outcome_is_derived);
  kp_test_database_add ("/data/steps/%s/review/person-outweighs-rule", test_person_outweighs_rule);
  kp_test_database_add ("/data/steps/%s/review/unknown-condition-is-told", test_unknown_condition_is_told);
  kp_test_database_add ("/data/steps/%s/review/ratio-reduces-places", test_ratio_reduces_places);
  kp_test_database_add ("/data/steps/%s/review/unreviewed-posts-do-not-open", test_unreviewed_posts_do_not_open);
  kp_test_database_add ("/data/steps/%s/review/nothing-to-review-is-told", test_nothing_to_review_is_told);
  return g_test_run ();
}
