/* test-step-repost.c – payments before the posts open, and another post in the place of a cancelled one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-payment.h"
#include "kp-opening.h"
#include "kp-step-repost.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-test-agree.h"
#include "kp-test.h"

#define TOP "  \"streets\": ["
#define FEE TOP, "  \"registration\": { \"needs_payment\": true, \"pay_until\": \"2026-03-06\" },\n" TOP

/* B01 has 8 places and 2 applicants, so it is cancelled; a day is left to choose: 2026-03-08. */
static KpTestCampaign *
new_opened (KpTestDatabase *t,
            const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_register (c, "B01", 2);
  kp_test_campaign_review (c);
  return c;
}

static void
assert_refused (KpTestCampaign *c,
                const char *number,
                const char *post,
                const char *message)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_step_repost (c->session, number, post, &error));
  g_assert_nonnull (error);
  kp_test_assert_contains (error->message, message);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
test_another_post (KpTestDatabase *t)
{
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestCampaign) c = new_opened (t, no_edits);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpSeatTally seats;

  assert_refused (c, "000010", "E01", "cancelled itself");
  assert_refused (c, "000010", "Z99", "no post");
  assert_refused (c, "000001", "A01", "wasn't");
  assert_refused (c, "999999", "A01", "No application");
  g_assert_null (kp_step_commit_seats (c->session, &(KpDrawTerms){ .source = "dice" }, &early));
  kp_test_assert_contains (early->message, "2 applicants of cancelled posts may choose another post until 2026-03-08");
  g_assert_true (kp_step_repost (c->session, "000010", "A01", &error));
  g_assert_no_error (error);
  assert_refused (c, "000010", "A01", "wasn't");
  kp_test_agree (c);

  kp_test_campaign_set_now (c, "2026-03-09T09:00:00+08:00");
  assert_refused (c, "000011", "A01", "2026-03-08; that day is over");
  kp_test_campaign_commit_seats (c);
  g_assert_true (kp_step_seat (c->session, "31415", &seats, &error));
  g_assert_cmpuint (seats.n_candidates, ==, 10);
  roster = kp_test_campaign_load (c);
  g_assert_nonnull (kp_roster_find_application (roster, "000010")->seat);
  g_assert_cmpstr (kp_roster_find_application (roster, "000010")->application->first_post, ==, "B01");
  g_assert_null (kp_roster_find_application (roster, "000011")->seat);
  kp_test_campaign_assert_sound (c);
}

/* Nobody comes to a draw whose list is signed, to a post whose terms aren't fulfilled, or where the scheme has no such days. */
static void
test_too_late_or_not_at_all (KpTestDatabase *t)
{
  static const char *const none[] = { "\"repost_days\": 1", "\"repost_days\": 0", NULL };
  static const char *const terms[] = { "\"political_in\": [\"中共党员\", \"中共预备党员\"]", "\"political_in\": [\"民盟盟员\"]", NULL };
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestCampaign) without = new_opened (t, none);
  g_autoptr (KpTestCampaign) strict = kp_test_campaign_new_with (t, terms);
  g_autoptr (KpTestCampaign) signed_list = new_opened (t, no_edits);
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = NULL;

  assert_refused (without, "000010", "A01", "By the scheme nobody chooses");
  kp_test_campaign_register_rows (strict, "李甲,女,110105199001010029,民盟盟员,本科,2025-06-30,13800000001,A02,是,社会工作师,2020-03-01\n"
                                          "李乙,女,110105199001010045,民盟盟员,本科,2025-06-30,13800000002,A02,是,社会工作师,2020-03-01\n"
                                          "李丙,女,110105199001010061,民盟盟员,本科,2025-06-30,13800000003,A02,是,社会工作师,2020-03-01\n", 3);
  kp_test_campaign_register (strict, "B01", 2);
  assert_refused (strict, "000004", "A02", "aren't opened yet");
  kp_test_campaign_review (strict);
  assert_refused (strict, "000004", "A02", "doesn't fulfil the condition “政治面貌”");

  g_assert_true (kp_step_repost (signed_list->session, "000010", "A01", &error));
  g_assert_true (kp_step_repost (signed_list->session, "000011", "A01", &error));
  commitment = kp_step_commit_seats (signed_list->session, &(KpDrawTerms){ .source = "dice" }, &error);
  g_assert_no_error (error);
  assert_refused (signed_list, "000011", "A01", "committed already");
}

static gboolean
pay (KpTestCampaign *c,
     const char *rows,
     KpPaymentTally *tally,
     GError **error)
{
  g_autofree char *text = g_strconcat ("报名号,缴费状态,缴费日期\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "payments.csv", text);
  g_autoptr (KpPaymentSheet) sheet = kp_payment_sheet_read (path, error);

  return sheet != NULL && kp_step_enter_payments (c->session, sheet, tally, error);
}

/* Three of five are seated: one paid, one needn't, one paid by the number of the ID card; one is late, one is missing. */
static void
test_who_has_not_paid_is_not_seated (KpTestDatabase *t)
{
  static const char *const edits[] = { FEE, "\"repost_days\": 1", "\"repost_days\": 0", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  g_autofree char *rows = NULL;
  KpPaymentTally tally;
  KpSeatTally seats;

  kp_test_campaign_register (c, "A01", 5);
  roster = kp_test_campaign_load (c);
  g_assert_false (pay (c, "000001,已缴费,2026-03-05\n999999,已缴费,2026-03-05\n", &tally, &error));
  kp_test_assert_contains (error->message, "Row 3");
  g_clear_error (&error);
  g_assert_false (pay (c, "000001,欠费,2026-03-05\n", &tally, &error));
  g_clear_error (&error);
  rows = g_strdup_printf ("000001,已缴费,2026-03-05\n000002,免缴,\n%s,已缴费,2026年3月6日\n000004,已缴费,2026-03-07\n000005,未缴费,\n",
                          kp_roster_get_dossier (roster, 2)->person->id_number);
  g_assert_true (pay (c, rows, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_paid, ==, 3);
  g_assert_cmpuint (tally.n_exempt, ==, 1);
  g_assert_cmpuint (tally.n_late, ==, 1);
  g_assert_cmpuint (tally.n_unpaid, ==, 1);
  kp_test_campaign_review (c);
  kp_test_agree (c);
  kp_test_campaign_commit_seats (c);
  g_assert_true (kp_step_seat (c->session, "31415", &seats, &error));
  g_assert_cmpuint (seats.n_candidates, ==, 3);
  g_assert_false (pay (c, "000005,已缴费,2026-03-05\n", &tally, &early));
  g_assert_error (early, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  kp_test_campaign_assert_sound (c);
}

static void
test_nobody_opens_without_payments (KpTestDatabase *t)
{
  static const char *const edits[] = { FEE, NULL };
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpTestCampaign) free_of_charge = kp_test_campaign_new_with (t, no_edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) needless = NULL;
  KpReviewTally review;
  KpPaymentTally tally;

  kp_test_campaign_register (c, "A01", 5);
  g_assert_true (kp_step_review_auto (c->session, &review, NULL));
  kp_test_campaign_decide_openings (c);
  g_assert_null (kp_step_open_posts (c->session, &error));
  kp_test_assert_contains (error->message, "no payment is recorded");
  kp_test_campaign_register (free_of_charge, "A01", 1);
  g_assert_false (pay (free_of_charge, "000001,已缴费,\n", &tally, &needless));
  kp_test_assert_contains (needless->message, "doesn't ask");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/repost/another-post", test_another_post);
  kp_test_database_add ("/data/steps/%s/repost/too-late-or-not-at-all", test_too_late_or_not_at_all);
  kp_test_database_add ("/data/steps/%s/payment/who-has-not-paid-is-not-seated", test_who_has_not_paid_is_not_seated);
  kp_test_database_add ("/data/steps/%s/payment/nobody-opens-without", test_nobody_opens_without_payments);
  return g_test_run ();
}
