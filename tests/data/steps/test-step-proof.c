/* test-step-proof.c – a claim whose proof fails counts no more, and one that isn't proved is told and may hold things up.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-conflict.h"
#include "kp-step-bonus.h"
#include "kp-step-due.h"
#include "kp-step-proof.h"
#include "kp-step-review.h"
#include "kp-step-shortlist.h"
#include "kp-test-agree.h"
#include "kp-test-campaign.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define BUREAU "县退役军人事务局"

/* Everybody of a test claims to be a veteran and a social worker. */
#define PROOFS(before) \
  "\"declarations\": [", \
    "\"proofs\": [ { \"id\": \"army\", \"label\": \"退役军人身份\", \"when\": { \"counts_as\": \"veteran\" }, " \
    "\"facts\": [\"veteran\"], \"papers\": [\"退出现役证\", \"入伍批准书\"], \"sources\": [\"" BUREAU "\"], " \
    "\"by\": \"2026-03-20\", \"before\": \"" before "\" }, " \
    "{ \"id\": \"worker\", \"label\": \"社会工作者证书\", \"when\": { \"dated\": { \"fact\": \"birth\" } }, " \
    "\"facts\": [\"certificate\"], \"papers\": [\"证书\"], \"sources\": [\"中国人事考试网\"], " \
    "\"dated_by\": \"2026-03-02\" } ], \"declarations\": ["

static const char *const edits[] = { PROOFS ("none"), NULL };
static const char *const opening_edits[] = { PROOFS ("opening"), NULL };
static const char *const publicity_edits[] = { PROOFS ("publicity"), NULL };

static KpProofOrder
make_order (const char *application,
            KpProofOutcome outcome)
{
  static const char *const papers[] = { "退出现役证", "入伍批准书", NULL };

  return (KpProofOrder) {
    .application = application,
    .proof = "army",
    .check = { outcome, outcome == KP_PROOF_CONFIRMED ? papers : NULL, outcome == KP_PROOF_MISSED ? NULL : BUREAU,
               outcome == KP_PROOF_MISSED ? KP_DATE_NONE : kp_date_make (2026, 3, 7), KP_DATE_NONE,
               outcome == KP_PROOF_REFUTED ? "查无档案" : NULL },
    .reference = "退役核〔2026〕12号",
  };
}

static void
must_record (KpTestCampaign *c,
             const KpProofOrder *order)
{
  g_autoptr (GError) error = NULL;
  KpProofTally tally;

  kp_step_record_proof (c->session, order, &tally, &error);
  g_assert_no_error (error);
}

static void
must_refuse (KpTestCampaign *c,
             const KpProofOrder *order,
             gint code)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpProofTally tally;

  g_assert_false (kp_step_record_proof (c->session, order, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, code);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
record (KpTestCampaign *c,
        const char *application,
        KpProofOutcome outcome)
{
  const KpProofOrder order = make_order (application, outcome);

  must_record (c, &order);
}

static void
review (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  kp_step_review_auto (c->session, &tally, &error);
  g_assert_no_error (error);
}

static void
assert_review (KpTestCampaign *c,
               const char *application,
               const char *outcome)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  g_assert_cmpstr (kp_roster_find_application (roster, application)->application->review, ==, outcome);
}

static void
assert_sentence (KpTestCampaign *c,
                 const char *condition,
                 const char *part)
{
  g_autofree KpFindingRecord *finding = NULL;
  g_autoptr (GError) error = NULL;

  kp_table_find (kp_session_get_database (c->session), &kp_finding_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT ("000001"), KP_TEXT (KP_MOMENT_REVIEW), KP_TEXT (condition)), &finding, &error);
  g_assert_no_error (error);
  g_assert_nonnull (finding);
  g_assert_true ((g_strstr_len (finding->sentence, -1, part) != NULL));
}

/* The track of the post is lost with its reason; another answer, with its own, gives it back. */
static void
test_track (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  KpProofOrder order = make_order ("000001", KP_PROOF_CONFIRMED);

  kp_test_campaign_register (c, "C01", 2);
  review (c);
  assert_review (c, "000001", "pass");
  record (c, "000001", KP_PROOF_REFUTED);
  assert_review (c, "000001", "fail");
  assert_review (c, "000002", "pass");
  assert_sentence (c, "veteran", "退役军人身份：2026年3月7日经" BUREAU "核查不属实（查无档案）");
  must_refuse (c, &order, KP_STEP_ERROR_REFUSED);
  order.check.note = "档案已找到";
  must_record (c, &order);
  assert_review (c, "000001", "pass");
  review (c);
  assert_review (c, "000001", "pass");
  kp_test_campaign_assert_sound (c);
}

/* A second check for what isn't so any more is told, with what was written meanwhile; for what stands now it is taken. */
static void
test_changed_meanwhile_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  const KpProofOrder faster = make_order ("000001", KP_PROOF_CONFIRMED);
  KpProofOrder slower = make_order ("000001", KP_PROOF_REFUTED);
  KpProofSeen seen = { .outcome = KP_PROOF_OPEN };
  g_autoptr (GError) error = NULL;
  const KpConflict *conflict = NULL;
  const KpConflictField *field = NULL;
  KpProofTally tally;

  kp_test_campaign_register (c, "C01", 1);
  review (c);
  must_record (c, &faster);
  slower.seen = &seen;
  g_assert_false (kp_step_record_proof (c->session, &slower, &tally, &error));
  conflict = kp_conflict_get (error);
  g_assert_nonnull (conflict);
  g_assert_cmpstr (conflict->who, ==, "tester");
  g_assert_cmpint (conflict->version, ==, 1);
  field = g_ptr_array_index (conflict->fields, 0);
  g_assert_cmpstr (field->now, ==, kp_proof_outcome_get_chinese (KP_PROOF_CONFIRMED));
  g_assert_cmpstr (field->typed, ==, kp_proof_outcome_get_chinese (KP_PROOF_REFUTED));
  kp_test_assert_lacks (error->message, BUREAU);
  assert_review (c, "000001", "pass");

  seen.version = conflict->version;
  must_record (c, &slower);
  assert_review (c, "000001", "fail");
  kp_test_campaign_assert_sound (c);
}

/* Before the review nothing is found anew; the review finds it. */
static void
test_before_review (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "C01", 1);
  record (c, "000001", KP_PROOF_REFUTED);
  assert_review (c, "000001", "none");
  review (c);
  assert_review (c, "000001", "fail");
  kp_test_campaign_assert_sound (c);
}

static void
test_papers_add_up (KpTestDatabase *t)
{
  static const char *const first[] = { "退出现役证", NULL };
  static const char *const second[] = { "入伍批准书", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpRoster) roster = NULL;
  KpProofOrder order = make_order ("000001", KP_PROOF_CONFIRMED);
  const KpProofRecord *stands;

  kp_test_campaign_register (c, "A01", 1);
  order.check.papers = first;
  must_refuse (c, &order, KP_STEP_ERROR_REFUSED);
  order.check.outcome = KP_PROOF_SHOWN;
  must_record (c, &order);
  order.check.outcome = KP_PROOF_CONFIRMED;
  order.check.papers = second;
  must_record (c, &order);
  roster = kp_test_campaign_load (c);
  stands = g_ptr_array_index (kp_roster_get_dossier (roster, 0)->proofs, 0);
  g_assert_cmpstr (stands->papers, ==, "退出现役证\n入伍批准书");
  g_assert_cmpstr (stands->outcome, ==, "confirmed");
  g_assert_cmpstr (stands->checker, ==, "tester");
  g_assert_cmpstr (stands->checked_on, ==, "2026-03-07");
  g_assert_cmpstr (stands->reference, ==, "退役核〔2026〕12号");
  kp_test_campaign_assert_sound (c);
}

/* The certificate of the social worker was issued by the cut-off, or a day after. */
static void
test_certificate_day (KpTestDatabase *t)
{
  static const char *const papers[] = { "证书", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  KpProofOrder order = {
    "000001", "worker", { KP_PROOF_CONFIRMED, papers, "中国人事考试网", { 2026, 3, 7 }, { 2026, 3, 3 }, NULL }, NULL, NULL,
  };

  kp_test_campaign_register (c, "A01", 1);
  must_refuse (c, &order, KP_STEP_ERROR_REFUSED);
  order.check.dated_on = kp_date_make (2026, 3, 2);
  must_record (c, &order);
}

static void
test_unknown (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  KpProofOrder order = make_order ("999999", KP_PROOF_CONFIRMED);

  kp_test_campaign_register (c, "A01", 1);
  must_refuse (c, &order, KP_STEP_ERROR_NOT_FOUND);
  order.application = "000001";
  order.proof = "nothing";
  must_refuse (c, &order, KP_STEP_ERROR_NOT_FOUND);
}

static guint
count_due (KpTestCampaign *c,
           KpDate on,
           guint *n_late)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = kp_step_list_due (c->session, on, &error);
  guint n = 0;

  g_assert_no_error (error);
  *n_late = 0;
  for (guint i = 0; i < dues->len; i++)
    {
      const KpDeadline *deadline = ((const KpDue *) g_ptr_array_index (dues, i))->deadline;

      n += deadline->kind == KP_DEADLINE_PROOF;
      *n_late += deadline->kind == KP_DEADLINE_PROOF && deadline->days_left < 0;
    }
  return n;
}

static void
test_due (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  const KpProofOrder early = make_order ("000001", KP_PROOF_MISSED);
  guint n_late;

  kp_test_campaign_register (c, "C01", 2);
  review (c);
  g_assert_cmpuint (count_due (c, kp_date_make (2026, 3, 20), &n_late), ==, 2);
  g_assert_cmpuint (n_late, ==, 0);
  g_assert_cmpuint (count_due (c, kp_date_make (2026, 3, 21), &n_late), ==, 2);
  g_assert_cmpuint (n_late, ==, 2);
  record (c, "000002", KP_PROOF_CONFIRMED);
  g_assert_cmpuint (count_due (c, kp_date_make (2026, 3, 21), &n_late), ==, 1);
  must_refuse (c, &early, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_set_now (c, "2026-03-21T09:00:00+08:00");
  record (c, "000001", KP_PROOF_MISSED);
  assert_review (c, "000001", "fail");
  assert_sentence (c, "veteran", "退役军人身份：未在2026年3月20日前（含当日）证明");
  g_assert_cmpuint (count_due (c, kp_date_make (2026, 3, 21), &n_late), ==, 0);
}

static void
test_opening_waits (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, opening_edits);
  g_autoptr (GError) one = NULL;
  g_autoptr (GError) two = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GPtrArray) opened = NULL;

  kp_test_campaign_register (c, "A01", 1);
  review (c);
  kp_test_campaign_decide_openings (c);
  refused = kp_step_open_posts (c->session, &one);
  g_assert_error (one, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_nonnull (g_strstr_len (one->message, -1, "退役军人身份"));
  record (c, "000001", KP_PROOF_CONFIRMED);
  opened = kp_step_open_posts (c->session, &two);
  g_assert_no_error (two);
  g_assert_nonnull (opened);
}

static void
make_list (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  guint n_items = 0;

  kp_step_award_bonus (c->session, &n_items, &error);
  g_assert_no_error (error);
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
}

static guint
count_on_list (KpTestCampaign *c,
               const char *post)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n += g_str_equal (dossier->application->post, post) && kp_dossier_is_on_shortlist (dossier);
    }
  return n;
}

static char *
dup_listed (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_dossier_is_on_shortlist (kp_roster_get_dossier (roster, i)))
      return g_strdup (kp_roster_get_dossier (roster, i)->application->application);
  g_assert_not_reached ();
}

/* Who is on the list of the targeted post by a claim that turns out untrue leaves it; a substitute enters. Before the list is
 * made nothing could be left. */
static void
test_on_the_list (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  const KpProofOrder early = make_order ("000001", KP_PROOF_REFUTED);
  g_autofree char *listed = NULL;
  g_autoptr (KpRoster) roster = NULL;
  guint n_on_list;

  kp_test_campaign_register (c, "C01", 16);
  kp_test_campaign_seat (c);
  must_refuse (c, &early, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  n_on_list = count_on_list (c, "C01");
  g_assert_cmpuint (n_on_list, <, 16);
  listed = dup_listed (c);
  record (c, listed, KP_PROOF_REFUTED);
  roster = kp_test_campaign_load (c);
  g_assert_nonnull (kp_roster_find_application (roster, listed)->leaving);
  g_assert_cmpuint (count_on_list (c, "C01"), ==, n_on_list);
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

/* For an open post the claim gave a bonus: it is taken away, also where two people approved it before. */
static void
test_bonus (KpTestDatabase *t)
{
  static const KpTwoPeople people = { "甲", "乙", "证书原件已核" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (KpRoster) before = NULL;
  g_autoptr (KpRoster) after = NULL;
  g_autoptr (GError) error = NULL;
  KpBonusExamined examined = { NULL, "social-worker", TRUE, KP_DATE_NONE, NULL };
  const KpProofOrder order = { NULL, "worker", { KP_PROOF_REFUTED, NULL, "中国人事考试网", { 2026, 3, 7 }, KP_DATE_NONE, "查无此证" }, NULL, NULL };
  KpProofOrder mine = order;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  before = kp_test_campaign_load (c);
  mine.application = examined.number = kp_roster_get_dossier (before, 5)->application->application;
  kp_step_examine_bonus (c->session, &examined, 1, &people, &error);
  g_assert_no_error (error);
  must_record (c, &mine);
  after = kp_test_campaign_load (c);
  g_assert_null (kp_roster_get_dossier (after, 5)->leaving);
  g_assert_cmpint (kp_roster_get_dossier (after, 5)->shortlist->bonus, <, kp_roster_get_dossier (before, 5)->shortlist->bonus);
  g_assert_cmpint (kp_roster_get_dossier (after, 4)->shortlist->bonus, ==, kp_roster_get_dossier (before, 4)->shortlist->bonus);
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

/* Once the interview is drawn it is a failed background check; to confirm is never too late. */
static void
test_after_the_draw (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autofree char *listed = NULL;
  KpProofOrder order;

  kp_test_campaign_register (c, "C01", 13);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  kp_test_campaign_draw (c);
  listed = dup_listed (c);
  order = make_order (listed, KP_PROOF_REFUTED);
  must_refuse (c, &order, KP_STEP_ERROR_REFUSED);
  order = make_order (listed, KP_PROOF_CONFIRMED);
  must_record (c, &order);
  kp_test_campaign_assert_sound (c);
}

/* Nobody is proposed whose claim waits for its proof; nobody asks those who weren't called. */
static void
test_publicity_waits (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, publicity_edits);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) one = NULL;
  g_autoptr (GError) two = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  g_assert_false (kp_step_publish (c->session, &publicity, &one));
  g_assert_error (one, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_roster_get_dossier (roster, i)->background != NULL)
      record (c, kp_roster_get_dossier (roster, i)->application->application, KP_PROOF_CONFIRMED);
  g_assert_true (kp_step_publish (c->session, &publicity, &two));
  g_assert_no_error (two);
  g_assert_cmpuint (publicity.n_proposed, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/proof/changed-meanwhile-is-told", test_changed_meanwhile_is_told);
  kp_test_database_add ("/data/steps/%s/proof/track", test_track);
  kp_test_database_add ("/data/steps/%s/proof/before-review", test_before_review);
  kp_test_database_add ("/data/steps/%s/proof/papers-add-up", test_papers_add_up);
  kp_test_database_add ("/data/steps/%s/proof/certificate-day", test_certificate_day);
  kp_test_database_add ("/data/steps/%s/proof/unknown", test_unknown);
  kp_test_database_add ("/data/steps/%s/proof/due", test_due);
  kp_test_database_add ("/data/steps/%s/proof/opening-waits", test_opening_waits);
  kp_test_database_add ("/data/steps/%s/proof/on-the-list", test_on_the_list);
  kp_test_database_add ("/data/steps/%s/proof/bonus", test_bonus);
  kp_test_database_add ("/data/steps/%s/proof/after-the-draw", test_after_the_draw);
  kp_test_database_add ("/data/steps/%s/proof/publicity-waits", test_publicity_waits);
  return g_test_run ();
}
