/* test-step-amend.c – a sealed scheme is changed where nothing is decided by it, and nowhere else.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-amend.h"

#include "kp-change-tables.h"
#include "kp-change.h"
#include "kp-step-due.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

static const char *const no_edits[] = { NULL };

static gboolean
amend (KpTestCampaign *c,
       const char *const *edits,
       gboolean is_trial,
       KpAmendmentReport **report,
       GError **error)
{
  g_autofree char *scheme = kp_test_campaign_dup_scheme (edits);

  return kp_step_amend (c->session, scheme, "市局批复", "李某", "王某", is_trial, report, error);
}

static KpAmendmentReport *
must_amend (KpTestCampaign *c,
            const char *const *edits,
            gboolean is_trial)
{
  KpAmendmentReport *report = NULL;
  g_autoptr (GError) error = NULL;

  amend (c, edits, is_trial, &report, &error);
  g_assert_no_error (error);
  return report;
}

static void
assert_refused (KpTestCampaign *c,
                const char *const *edits,
                const char *says)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autofree char *digest = g_strdup (kp_session_get_scheme_digest (c->session));
  g_autoptr (KpAmendmentReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (amend (c, edits, FALSE, &report, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, says);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_cmpstr (kp_session_get_scheme_digest (c->session), ==, digest);
}

/* ---- the scheme of the sample, changed in one place ---- */

static const char *const other_phone[] = { "\"supervision_phone\": \"", "\"supervision_phone\": \"0000-", NULL };
static const char *const other_ratio[] = { "\"ratio\": \"3\",\n        \"plus\": 0", "\"ratio\": \"2\",\n        \"plus\": 0", NULL };
static const char *const other_line[] = { "\"value\": \"60\"", "\"value\": \"75\"", NULL };
static const char *const lower_line[] = { "\"value\": \"60\"", "\"value\": \"59\"", NULL };
static const char *const other_sites[] = { "云岭县学府路2号", "云岭县学府路8号", NULL };
static const char *const other_weight[] = {
  "\"written\": \"50%\",\n        \"interview\": \"50%\"",
  "\"written\": \"40%\",\n        \"interview\": \"60%\"",
  NULL,
};

static const char *const written[] = { "90", "80", "70", "68", "62", "61" };

static void
test_notice_is_amended (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  g_autofree char *before = g_strdup (kp_session_get_scheme_digest (c->session));
  g_autoptr (KpAmendmentReport) tried = must_amend (c, other_ratio, TRUE);
  g_autoptr (KpAmendmentReport) report = NULL;
  g_autoptr (GPtrArray) amendments = NULL;
  g_autoptr (GError) error = NULL;
  const KpAmendmentRecord *record;

  g_assert_cmpstr (kp_session_get_scheme_digest (c->session), ==, before);
  report = must_amend (c, other_ratio, FALSE);
  g_assert_cmpuint (report->number, ==, 1);
  g_assert_cmpstr (report->digest_before, ==, before);
  g_assert_cmpstr (report->digest_after, ==, tried->digest_after);
  g_assert_cmpstr (kp_session_get_scheme_digest (c->session), ==, report->digest_after);
  kp_test_assert_contains (report->notice, "作如下修改");
  kp_test_assert_contains (report->notice, "1:2");
  g_assert_cmpuint (report->changes->len + report->voided->len, ==, 0);
  kp_session_close (c->session);
  c->session = kp_session_open (c->database->location, NULL, "tester", KP_OPEN_READ_WRITE, &c->sources, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kp_session_get_scheme_digest (c->session), ==, report->digest_after);
  amendments = kp_step_list_amendments (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (amendments->len, ==, 1);
  record = g_ptr_array_index (amendments, 0);
  g_assert_cmpstr (record->digest_before, ==, before);
  g_assert_cmpstr (record->reason, ==, "市局批复");
  kp_test_campaign_assert_sound (c);
}

static guint
count_supplements_due (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = kp_step_list_due (c->session, kp_session_get_today (c->session), &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < dues->len; i++)
    n += ((const KpDue *) g_ptr_array_index (dues, i))->deadline->kind == KP_DEADLINE_SUPPLEMENT;
  return n;
}

/* Whoever amends owes a supplementary notice until it is published, once, and not before it was decided. */
static void
test_supplement_is_due (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  const KpDate today = kp_session_get_today (c->session);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_supplements_due (c), ==, 0);
  kp_amendment_report_free (must_amend (c, other_ratio, FALSE));
  g_assert_cmpuint (count_supplements_due (c), ==, 1);
  g_assert_false (kp_step_note_supplement (c->session, 2, today, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (kp_step_note_supplement (c->session, 1, kp_date_add_days (today, -1), &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (kp_step_note_supplement (c->session, 1, kp_date_add_days (today, 1), &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_step_note_supplement (c->session, 1, today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_supplements_due (c), ==, 0);
  g_assert_false (kp_step_note_supplement (c->session, 1, today, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

/* Places follow until the posts are opened. */
static void
test_places (KpTestDatabase *t)
{
  static const char *const fewer[] = { "\"places\": 12", "\"places\": 11", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  g_autofree KpPostRecord *post = NULL;
  g_autoptr (GError) error = NULL;

  kp_amendment_report_free (must_amend (c, fewer, FALSE));
  kp_table_find (kp_session_get_database (c->session), &kp_post_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT ("A01")), &post, &error);
  g_assert_no_error (error);
  g_assert_cmpint (post->planned, ==, 11);
  g_assert_cmpint (post->places, ==, 11);
  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_review (c);
  assert_refused (c, no_edits, "posts.places");
  kp_test_campaign_assert_sound (c);
}

static void
test_what_only_informs (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  g_autoptr (KpAmendmentReport) report = NULL;
  KpTotalTally tally;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  assert_refused (c, other_sites, "written.sites");
  kp_test_course_agree_marks (c, written, 6);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &tally);
  report = must_amend (c, other_phone, FALSE);
  g_assert_cmpuint (report->changes->len, ==, 0);
  kp_test_campaign_assert_sound (c);
}

/* The interview was drawn by a line of 60: 75 would put people off the list, 59 touches nobody. */
static void
test_line_after_the_draw (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  g_autoptr (KpAmendmentReport) report = NULL;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, written, 6);
  kp_test_campaign_draw (c);
  assert_refused (c, other_line, "入围");
  report = must_amend (c, lower_line, FALSE);
  g_assert_cmpuint (report->changes->len, ==, 0);
  kp_test_campaign_assert_sound (c);
}

/* Before the first result of the physical the totals are open: they are made again, and the lists fall. */
static void
test_weights (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  g_autoptr (KpAmendmentReport) report = NULL;
  KpTotalTally tally;
  KpFitnessTally fitness;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, written, 6);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &tally);
  report = must_amend (c, other_weight, FALSE);
  g_assert_cmpuint (kp_change_count_persons (report->changes), ==, 6);
  g_assert_cmpuint (report->voided->len, >=, 1);
  g_assert_cmpstr (((const KpVoidedList *) report->voided->pdata[0])->list, ==, "totals");
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  assert_refused (c, no_edits, "综合成绩");
  kp_test_campaign_assert_sound (c);
}

static void
test_refusals (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  g_autofree char *scheme = kp_test_campaign_dup_scheme (other_phone);
  g_autoptr (KpAmendmentReport) report = NULL;
  g_autoptr (GError) alone = NULL;
  g_autoptr (GError) silent = NULL;
  g_autoptr (GError) broken = NULL;

  assert_refused (c, no_edits, "");
  g_assert_false (kp_step_amend (c->session, scheme, "批复", "李某", "李某", FALSE, &report, &alone));
  g_assert_error (alone, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (kp_step_amend (c->session, scheme, "", "李某", "王某", FALSE, &report, &silent));
  g_assert_error (silent, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (kp_step_amend (c->session, "{}", "批复", "李某", "王某", FALSE, &report, &broken));
  g_assert_nonnull (broken);
}

/* Somebody who still works by the old scheme is told. */
static void
test_other_session_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, no_edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) other
      = kp_session_open (c->database->location, NULL, "other", KP_OPEN_READ_WRITE, &c->sources, &error);
  KpShortlistTally tally;

  g_assert_nonnull (other);
  kp_amendment_report_free (must_amend (c, other_phone, FALSE));
  g_assert_false (kp_step_shortlist (other, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/amend/notice-is-amended", test_notice_is_amended);
  kp_test_database_add ("/data/steps/%s/amend/supplement-is-due", test_supplement_is_due);
  kp_test_database_add ("/data/steps/%s/amend/places", test_places);
  kp_test_database_add ("/data/steps/%s/amend/what-only-informs", test_what_only_informs);
  kp_test_database_add ("/data/steps/%s/amend/line-after-the-draw", test_line_after_the_draw);
  kp_test_database_add ("/data/steps/%s/amend/weights", test_weights);
  kp_test_database_add ("/data/steps/%s/amend/refusals", test_refusals);
  kp_test_database_add ("/data/steps/%s/amend/other-session-is-told", test_other_session_is_told);
  return g_test_run ();
}
