/* test-step-review.c – findings decide, people outweigh rules, and posts open by the ratio.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-conflict.h"
#include "kp-step-import.h"
#include "kp-step-judge-undo.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

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

  kp_step_review_decide (c->session, "000001", "education", KP_VERDICT_UNMET, "学历证书查询无此人", &error);
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
  g_assert_false (kp_step_review_decide (c->session, "000001", "no-such", KP_VERDICT_MET, "x", &error));
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

static KpSession *
open_as (KpTestCampaign *c,
         const char *actor)
{
  g_autoptr (GError) error = NULL;
  KpSession *session = kp_session_open (c->database->location, kp_session_get_campaign (c->session), actor,
                                        KP_OPEN_READ_WRITE, &c->sources, &error);

  g_assert_no_error (error);
  return session;
}

/* NULL message = may be decided. */
static void
decide_as (KpTestCampaign *c,
           const char *actor,
           KpVerdict verdict,
           const char *message)
{
  g_autoptr (KpSession) session = open_as (c, actor);
  g_autoptr (GError) error = NULL;

  if (message == NULL)
    {
      kp_step_review_decide (session, "000001", "education", verdict, "证书在查", &error);
      g_assert_no_error (error);
      return;
    }
  g_assert_false (kp_step_review_decide (session, "000001", "education", verdict, "证书在查", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, message);
}

static void
assert_review (KpTestCampaign *c,
               const char *outcome)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  g_assert_cmpstr (kp_roster_find_application (roster, "000001")->application->review, ==, outcome);
}

static void
test_second_reviewer_is_another (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  guint n_confirmed, n_own;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 3);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_UNMET, NULL);
  assert_review (c, "fail");
  decide_as (c, "初审", KP_VERDICT_MET, NULL);
  assert_review (c, "pass");
  g_assert_null (kp_step_open_posts (c->session, &error));
  kp_test_assert_contains (error->message, "kaopin review FILE --confirm");
  g_clear_error (&error);

  second = open_as (c, "复核");
  kp_step_review_confirm (second, &n_confirmed, &n_own, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_confirmed, ==, 1);
  g_assert_cmpuint (n_own, ==, 0);
  kp_test_campaign_decide_openings (c);
  posts = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

static void
test_own_decision_is_not_confirmed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) first = NULL;
  g_autoptr (GError) error = NULL;
  guint n_confirmed, n_own;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_MET, NULL);
  first = open_as (c, "初审");
  kp_step_review_confirm (first, &n_confirmed, &n_own, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_confirmed, ==, 0);
  g_assert_cmpuint (n_own, ==, 1);
}

/* Papers that are asked for settle nothing: nobody need confirm it, and who gets them decides anew. */
static void
test_more_papers (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = NULL;
  g_autofree KpFindingRecord *finding = NULL;
  guint n_confirmed, n_own;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_NEEDS_PAPER, NULL);
  assert_review (c, "more");
  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_finding_table,
                                kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT ("000001"), KP_TEXT ("review"), KP_TEXT ("education")), &finding,
                                &error));
  g_assert_cmpstr (finding->sentence, ==, "学历：经初审审查，须补充材料：证书在查。");
  second = open_as (c, "复核");
  g_assert_true (kp_step_review_confirm (second, &n_confirmed, &n_own, &error));
  g_assert_cmpuint (n_confirmed, ==, 0);
  decide_as (c, "另一人", KP_VERDICT_MET, NULL);
  assert_review (c, "pass");
  g_assert_true (kp_step_review_confirm (second, &n_confirmed, &n_own, &error));
  g_assert_cmpuint (n_confirmed, ==, 1);
  kp_test_campaign_assert_sound (c);
}

/* The second decides otherwise than the first; each stays in the record, and only an appeal to a third leads further. */
static void
test_appeal_goes_to_a_third (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) judgements = NULL;
  g_autofree KpFindingRecord *finding = NULL;
  KpReviewDeadlines deadlines;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_MET, NULL);
  decide_as (c, "复核", KP_VERDICT_UNMET, NULL);
  assert_review (c, "fail");
  decide_as (c, "初审", KP_VERDICT_MET, "only an appeal");
  decide_as (c, "第三人", KP_VERDICT_MET, "only an appeal");
  kp_step_review_appeal (c->session, "000001", &deadlines, &error);
  g_assert_no_error (error);
  g_assert_false (kp_step_review_appeal (c->session, "000001", &deadlines, &error));
  g_clear_error (&error);
  decide_as (c, "复核", KP_VERDICT_MET, "has appealed");
  decide_as (c, "初审", KP_VERDICT_MET, "has appealed");
  decide_as (c, "第三人", KP_VERDICT_MET, NULL);
  assert_review (c, "pass");

  judgements = kp_table_select (kp_session_get_database (c->session), &kp_judgement_table,
                                kp_session_get_campaign (c->session), "ORDER BY level", KP_NO_BINDS, &error);
  g_assert_cmpuint (judgements->len, ==, 3);
  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_finding_table,
                                kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT ("000001"), KP_TEXT ("review"), KP_TEXT ("education")), &finding,
                                &error));
  g_assert_cmpstr (finding->reviewer, ==, "第三人");
  g_assert_cmpstr (finding->computed, ==, "met");
  kp_test_campaign_assert_sound (c);
}

/* What the rules found alone is appealed against too; until somebody answers, no post opens. */
static void
test_open_appeal_blocks_the_opening (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  KpReviewDeadlines deadlines;
  KpReviewTally tally;

  kp_test_campaign_register_rows (c, "张甲,女,110105199001010029,中共党员,高中,2025-06-30,13900000001,A01,是,社会工作师,2020-03-01\n", 1);
  review (c, &tally);
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_FAIL], ==, 1);
  kp_test_campaign_decide_openings (c);
  g_assert_true (kp_step_review_appeal (c->session, "000001", &deadlines, &error));
  g_assert_null (kp_step_open_posts (c->session, &early));
  g_assert_error (early, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  decide_as (c, "第三人", KP_VERDICT_UNMET, NULL);
  posts = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
}

#define REVIEW(text) "  \"streets\": [", "  \"review\": { " text " },\n  \"streets\": ["

static void
test_one_level_is_enough (KpTestDatabase *t)
{
  static const char *const edits[] = { REVIEW ("\"levels\": 1"), NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 3);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_UNMET, NULL);
  decide_as (c, "另一人", KP_VERDICT_MET, NULL);
  assert_review (c, "pass");
  kp_test_campaign_decide_openings (c);
  posts = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
}

static void
assert_day (KpDate day,
            const char *iso)
{
  g_autofree char *text = kp_date_is_none (day) ? g_strdup ("") : kp_date_dup_iso (day);

  g_assert_cmpstr (text, ==, iso);
}

/* Reviewed on Saturday 2026-03-07: 3 days for papers end on Tuesday the 10th; 2 working days to appeal on the 10th; an appeal
   of the 9th is answered within 3 working days, by Thursday the 12th. The outcome doesn't change, so its day stays. */
static void
test_deadlines (KpTestDatabase *t)
{
  static const char *const edits[] = { REVIEW ("\"supplement_days\": 3, \"appeal_days\": 2, \"appeal_in_workdays\": true, "
                                               "\"answer_days\": 3, \"answer_in_workdays\": true"),
                                       NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GPtrArray) later = NULL;
  KpReviewDeadlines deadlines;
  KpReviewTally tally;
  const KpReviewTerm *term;

  kp_test_campaign_register (c, "A01", 2);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_UNMET, NULL);
  kp_test_campaign_set_now (c, "2026-03-09T09:00:00+08:00");
  review (c, &tally);
  terms = kp_step_review_list_terms (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (terms->len, ==, 1);
  term = g_ptr_array_index (terms, 0);
  g_assert_cmpstr (term->application, ==, "000001");
  assert_day (term->reviewed_on, "2026-03-07");
  assert_day (term->deadlines.supplement_to, "2026-03-10");
  assert_day (term->deadlines.appeal_to, "2026-03-10");
  assert_day (term->appealed_on, "");

  kp_step_review_appeal (c->session, "000001", &deadlines, &error);
  g_assert_no_error (error);
  assert_day (deadlines.answer_to, "2026-03-12");
  later = kp_step_review_list_terms (c->session, &error);
  assert_day (((const KpReviewTerm *) g_ptr_array_index (later, 0))->appealed_on, "2026-03-09");
}

static void
test_late_appeal_is_refused (KpTestDatabase *t)
{
  static const char *const edits[] = { REVIEW ("\"appeal_days\": 2"), NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpReviewDeadlines deadlines;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_UNMET, NULL);
  kp_test_campaign_set_now (c, "2026-03-12T09:00:00+08:00");
  g_assert_false (kp_step_review_appeal (c->session, "000001", &deadlines, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "2026-03-09");
}

/* Decides, and gives what takes it back. */
static KpJudgeUndo *
decide_to_undo (KpTestCampaign *c,
                const char *actor,
                KpVerdict verdict)
{
  g_autoptr (KpSession) session = open_as (c, actor);
  g_autoptr (GError) error = NULL;
  KpJudgeUndo *undo = kp_judge_undo_load (session, "000001", "education", verdict, &error);

  g_assert_no_error (error);
  decide_as (c, actor, verdict, NULL);
  return undo;
}

static gboolean
undo_as (KpTestCampaign *c,
         const char *actor,
         const KpJudgeUndo *undo,
         GError **error)
{
  g_autoptr (KpSession) session = open_as (c, actor);

  return kp_step_undo_judgement (session, undo, error);
}

static void
assert_judgements (KpTestCampaign *c,
                   guint n)
{
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (c->session), &kp_judgement_table,
                                                   kp_session_get_campaign (c->session), "", KP_NO_BINDS, NULL);

  g_assert_cmpuint (records->len, ==, n);
}

/* 撤销: what one person decided is taken back step by step, to what the rules gave; the journal keeps all of it. */
static void
test_undo (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpJudgeUndo) first = NULL;
  g_autoptr (KpJudgeUndo) second = NULL;
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;
  gint64 n_acts;

  kp_test_campaign_register (c, "A01", 2);
  review (c, &tally);
  assert_review (c, "pass");
  first = decide_to_undo (c, "初审", KP_VERDICT_UNMET);
  assert_review (c, "fail");
  second = decide_to_undo (c, "初审", KP_VERDICT_NEEDS_PAPER);
  assert_review (c, "more");
  n_acts = kp_test_campaign_count_journal (c);
  g_assert_true (undo_as (c, "初审", second, &error));
  assert_review (c, "fail");
  assert_judgements (c, 1);
  g_assert_true (undo_as (c, "初审", first, &error));
  assert_review (c, "pass");
  assert_judgements (c, 0);
  g_assert_cmpint (kp_test_campaign_count_journal (c), >, n_acts);
  kp_test_campaign_assert_sound (c);
}

/* The second reviewer takes back the own decision alone: what the first decided stands again. */
static void
test_undo_of_the_second (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpJudgeUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  decide_as (c, "初审", KP_VERDICT_UNMET, NULL);
  undo = decide_to_undo (c, "复核", KP_VERDICT_MET);
  assert_review (c, "pass");
  assert_judgements (c, 2);
  g_assert_true (undo_as (c, "复核", undo, &error));
  assert_review (c, "fail");
  assert_judgements (c, 1);
}

/* Not when somebody looked at it meanwhile, not of somebody else, not what was decided anew, not once the review is closed. */
static void
test_undo_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpJudgeUndo) undo = NULL;
  g_autoptr (KpJudgeUndo) last = NULL;
  g_autoptr (GError) other = NULL;
  g_autoptr (GError) anew = NULL;
  g_autoptr (GError) seen = NULL;
  g_autoptr (GError) closed = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 3);
  review (c, &tally);
  undo = decide_to_undo (c, "初审", KP_VERDICT_UNMET);
  g_assert_false (undo_as (c, "别人", undo, &other));
  g_assert_error (other, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  decide_as (c, "初审", KP_VERDICT_MET, NULL);
  g_assert_false (undo_as (c, "初审", undo, &anew));
  kp_test_assert_contains (anew->message, "decided anew since");
  last = decide_to_undo (c, "复核", KP_VERDICT_MET);
  g_assert_false (undo_as (c, "初审", undo, &seen));
  kp_test_assert_contains (seen->message, "decided anew since");
  kp_test_campaign_decide_openings (c);
  posts = kp_step_open_posts (c->session, NULL);
  g_assert_nonnull (posts);
  g_assert_false (undo_as (c, "复核", last, &closed));
  assert_judgements (c, 2);
  kp_test_campaign_assert_sound (c);
}

/* Two reviewers look at the same finding. Who is slower is told who was faster and what was decided, and nothing is written;
   with what stands now before him he decides it all the same. */
static void
test_changed_meanwhile_is_told (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpSession) faster = NULL;
  g_autoptr (KpSession) slower = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree KpFindingRecord *finding = NULL;
  const KpBind key[] = { KP_TEXT ("000001"), KP_TEXT (KP_MOMENT_REVIEW), KP_TEXT ("education") };
  const KpConflict *conflict = NULL;
  KpReviewTally tally;
  KpReviewSeen seen;
  gint64 n_rows;

  kp_test_campaign_register (c, "A01", 1);
  review (c, &tally);
  faster = kp_test_campaign_open_as (c, "李四");
  slower = kp_test_campaign_open_as (c, "王五");
  kp_table_find (kp_session_get_database (slower), &kp_finding_table, kp_session_get_campaign (slower), key, G_N_ELEMENTS (key),
                 &finding, &error);
  g_assert_no_error (error);
  seen = (KpReviewSeen) { KP_VERDICT_MET, finding->sentence };

  kp_step_review_decide_seen (faster, "000001", "education", KP_VERDICT_UNMET, "证书在查", &seen, &error);
  g_assert_no_error (error);
  n_rows = kp_test_campaign_count_journal (c);
  g_assert_false (kp_step_review_decide_seen (slower, "000001", "education", KP_VERDICT_NEEDS_PAPER, "补交证书", &seen, &error));
  conflict = kp_conflict_get (error);
  g_assert_nonnull (conflict);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_rows);
  g_assert_cmpstr (conflict->who, ==, "李四");
  g_assert_cmpstr (conflict->at, ==, "2026-03-07T09:00:00+08:00");
  g_assert_cmpuint (conflict->fields->len, ==, 2);
  g_assert_cmpstr (((KpConflictField *) g_ptr_array_index (conflict->fields, 0))->before, ==, "符合");
  g_assert_cmpstr (((KpConflictField *) g_ptr_array_index (conflict->fields, 0))->now, ==, "不符合");
  g_assert_cmpstr (((KpConflictField *) g_ptr_array_index (conflict->fields, 1))->typed, ==, "补交证书");
  kp_test_assert_contains (((KpConflictField *) g_ptr_array_index (conflict->fields, 1))->now, "证书在查");
  kp_test_assert_lacks (error->message, "证书");

  {
    const KpReviewSeen now = { KP_VERDICT_UNMET, ((KpConflictField *) g_ptr_array_index (conflict->fields, 1))->now };
    g_autoptr (GError) again = NULL;

    kp_step_review_decide_seen (slower, "000001", "education", KP_VERDICT_UNMET, "证书是假的", &now, &again);
    g_assert_no_error (again);
  }
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/review/outcome-is-derived", test_outcome_is_derived);
  kp_test_database_add ("/data/steps/%s/review/person-outweighs-rule", test_person_outweighs_rule);
  kp_test_database_add ("/data/steps/%s/review/changed-meanwhile-is-told", test_changed_meanwhile_is_told);
  kp_test_database_add ("/data/steps/%s/review/unknown-condition-is-told", test_unknown_condition_is_told);
  kp_test_database_add ("/data/steps/%s/review/ratio-reduces-places", test_ratio_reduces_places);
  kp_test_database_add ("/data/steps/%s/review/unreviewed-posts-do-not-open", test_unreviewed_posts_do_not_open);
  kp_test_database_add ("/data/steps/%s/review/nothing-to-review-is-told", test_nothing_to_review_is_told);
  kp_test_database_add ("/data/steps/%s/review/second-reviewer-is-another", test_second_reviewer_is_another);
  kp_test_database_add ("/data/steps/%s/review/own-decision-is-not-confirmed", test_own_decision_is_not_confirmed);
  kp_test_database_add ("/data/steps/%s/review/appeal-goes-to-a-third", test_appeal_goes_to_a_third);
  kp_test_database_add ("/data/steps/%s/review/more-papers", test_more_papers);
  kp_test_database_add ("/data/steps/%s/review/one-level-is-enough", test_one_level_is_enough);
  kp_test_database_add ("/data/steps/%s/review/deadlines", test_deadlines);
  kp_test_database_add ("/data/steps/%s/review/open-appeal", test_open_appeal_blocks_the_opening);
  kp_test_database_add ("/data/steps/%s/review/late-appeal-is-refused", test_late_appeal_is_refused);
  kp_test_database_add ("/data/steps/%s/review/undo", test_undo);
  kp_test_database_add ("/data/steps/%s/review/undo-of-the-second", test_undo_of_the_second);
  kp_test_database_add ("/data/steps/%s/review/undo-refused", test_undo_refused);
  return g_test_run ();
}
