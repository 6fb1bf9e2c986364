/* test-step-decide.c – the committee's decisions: two people, a reason, only where the scheme leaves it to them, in time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-decide.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-agree.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define LINE "\"kind\": \"fixed\",\n      \"value\": \"60\""
#define DECIDED_LINE "\"kind\": \"decided\", \"value\": 0"
#define SHORTAGE "\"shortage\": \"take_all\"", "\"shortage\": \"decide\""
#define ACTION "\"action\": \"reduce\""
#define TIES "\"ties\": [\"interview\", \"written_paper\", \"veteran\", \"extra_test\"]"
#define DECIDED_TIES "\"ties\": [\"interview\", \"decision\"]"
#define LEFTOVER(at, from, how) \
  "  \"title\":", "  \"leftover\": { \"at\": \"" at "\", \"from\": \"" from "\", \"to\": [\"A01\", \"B02\"], \"how\": \"" how "\" },\n  \"title\":"
#define LAST_TIE "\"last_tie\": \"all_enter\""

static gboolean
decide (KpTestCampaign *c,
        KpDecisionKind kind,
        const char *subject,
        const char *value,
        GError **error)
{
  return kp_step_decide (c->session, kind, subject, value, "会议纪要〔2026〕3号", "甲", "乙", error);
}

static void
assert_refused (KpTestCampaign *c,
                KpDecisionKind kind,
                const char *subject,
                const char *value,
                const char *message)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  g_assert_false (decide (c, kind, subject, value, &error));
  g_assert_nonnull (error);
  kp_test_assert_contains (error->message, message);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* Nine people, marks 90, 89, 88, 88 and so on downwards; nobody is over no line. */
static KpTestCampaign *
new_marked (KpTestDatabase *t,
            const char *const *edits)
{
  static const char *const marks[] = { "90", "89", "88", "88", "86", "85", "84", "83", "82" };
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", G_N_ELEMENTS (marks));
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, G_N_ELEMENTS (marks));
  return c;
}

typedef struct
{
  const char *reason;
  const char *by;
  const char *with;
  const char *message;
} PeopleCase;

static const PeopleCase people_cases[] = {
  { "纪要", "甲", "甲", "both names are the same" },
  { "纪要", "甲", " 甲 ", "both names are the same" },
  { "纪要", "甲", "　甲", "both names are the same" },
  { "纪要", "Wang", "ｗANG", "both names are the same" },
  { "纪要", "甲", "", "name both" },
  { "纪要", " ", "乙", "name both" },
  { "", "甲", "乙", "needs a reason" },
  { "  ", "甲", "乙", "needs a reason" },
};

static void
test_two_people_and_a_reason (KpTestDatabase *t)
{
  static const char *const edits[] = { LINE, DECIDED_LINE, NULL };
  g_autoptr (KpTestCampaign) c = new_marked (t, edits);

  for (guint i = 0; i < G_N_ELEMENTS (people_cases); i++)
    {
      const PeopleCase *p = &people_cases[i];
      g_autoptr (GError) error = NULL;

      g_assert_false (
          kp_step_decide (c->session, KP_DECISION_WRITTEN_LINE, "", "52", p->reason, p->by, p->with, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, p->message);
    }
}

/* The sample leaves none of these to the committee. */
static void
test_scheme_decides_itself (KpTestDatabase *t)
{
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestCampaign) c = new_marked (t, no_edits);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  assert_refused (c, KP_DECISION_WRITTEN_LINE, "", "52", "doesn't leave it");
  assert_refused (c, KP_DECISION_SHORTLIST, "A01", "1:2", "doesn't leave it");
  assert_refused (c, KP_DECISION_SHORTLIST, "Z99", "1:2", "no post");
  assert_refused (c, KP_DECISION_TIE, "000001", "1", "No application 000001 stands on a list");
  assert_refused (c, KP_DECISION_OPENING, "A01", "2", "Review");
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  assert_refused (c, KP_DECISION_TIE, "000001", "1", "doesn't leave ties");
  assert_refused (c, KP_DECISION_VOTE, "000001", "5/7", "no vote of the examiners");
  assert_refused (c, KP_DECISION_INTERVIEW_LINE, "", "60", "doesn't leave it");
}

static void
test_values_are_read (KpTestDatabase *t)
{
  static const char *const edits[] = { LINE, DECIDED_LINE, SHORTAGE, NULL };
  g_autoptr (KpTestCampaign) c = new_marked (t, edits);

  assert_refused (c, KP_DECISION_WRITTEN_LINE, "", "五十二", "");
  assert_refused (c, KP_DECISION_WRITTEN_LINE, "", "52.555", "");
  assert_refused (c, KP_DECISION_WRITTEN_LINE, "A01", "52", "leave out the post");
  assert_refused (c, KP_DECISION_SHORTLIST, "A01", "some", "ratio such as 1:2");
  assert_refused (c, KP_DECISION_SHORTLIST, "A01", "1:0", "ratio such as 1:2");
  assert_refused (c, KP_DECISION_SHORTLIST, "A01", "2:1", "ratio such as 1:2");
  assert_refused (c, KP_DECISION_SHORTLIST, "A01", "1:0.5", "ratio such as 1:2");
}

/* Three places at 1:3: nine over the line are enough, four are not, and no decision makes more places. */
static void
test_shortage_alone_is_decided (KpTestDatabase *t)
{
  static const char *const enough[] = { SHORTAGE, NULL };
  static const char *const few[] = { SHORTAGE, LINE, "\"kind\": \"fixed\", \"value\": \"87\"", NULL };
  g_autoptr (KpTestCampaign) full = new_marked (t, enough);
  g_autoptr (KpTestCampaign) c = new_marked (t, few);
  g_autoptr (GError) error = NULL;

  assert_refused (full, KP_DECISION_SHORTLIST, "A01", "1", "Enough candidates of post A01");
  assert_refused (c, KP_DECISION_SHORTLIST, "A01", "4", "more places than it opened with");
  g_assert_true (decide (c, KP_DECISION_SHORTLIST, "A01", "2", &error));
  g_assert_true (decide (c, KP_DECISION_SHORTLIST, "A01", "1:2", &error));
  g_assert_no_error (error);
}

/* Too early: nobody may close the stages before the exam by a decision on it. */
static void
test_line_waits_for_the_marks (KpTestDatabase *t)
{
  static const char *const edits[] = { LINE, DECIDED_LINE, NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 6);
  assert_refused (c, KP_DECISION_WRITTEN_LINE, "", "52", "aren't opened yet");
  kp_test_campaign_seat (c);
  assert_refused (c, KP_DECISION_WRITTEN_LINE, "", "52", "no agreed mark");
  g_assert_false (kp_stage_is_closed (kp_session_get_stages (c->session), KP_STAGE_SITTINGS));
}

static void
test_closed_stage_takes_no_decision (KpTestDatabase *t)
{
  static const char *const edits[] = { LINE, DECIDED_LINE, NULL };
  g_autoptr (KpTestCampaign) c = new_marked (t, edits);
  g_autoptr (GError) error = NULL;

  g_assert_true (decide (c, KP_DECISION_WRITTEN_LINE, "", "52", &error));
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  g_assert_false (decide (c, KP_DECISION_WRITTEN_LINE, "", "85", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  kp_test_campaign_assert_sound (c);
}

/* A01 has 3 places and everybody over the line, A02 likewise 3 places and one over the line. */
static KpTestCampaign *
new_with_empty_places (KpTestDatabase *t,
                       const char *const *edits)
{
  static const char *const marks[] = { "90", "89", "88", "87", "86", "85", "84", "83", "82",
                                       "90", "51", "50", "49", "48", "47", "46", "45", "44" };
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_register (c, "A02", 9);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, G_N_ELEMENTS (marks));
  return c;
}

static gint64
count_places_now (KpTestCampaign *c,
                  const char *post)
{
  g_autoptr (GError) error = NULL;
  g_autofree KpPostRecord *record = NULL;

  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_post_table,
                                kp_session_get_campaign (c->session), KP_BINDS (KP_TEXT (post)), &record, &error));
  return record->places;
}

/* 空缺名额: the list waits for the committee, and what it decides has to be possible. */
static void
test_leftovers_at_the_list (KpTestDatabase *t)
{
  static const char *const edits[] = { LEFTOVER ("shortlist", "all", "decided"), NULL };
  g_autoptr (KpTestCampaign) c = new_with_empty_places (t, edits);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally = { 0 };

  g_assert_false (kp_step_shortlist (c->session, &tally, &early));
  g_assert_error (early, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (early->message, "2 of 3 places of post A02 are empty");
  assert_refused (c, KP_DECISION_LEFTOVER, "Z99", "A01=1", "no post");
  assert_refused (c, KP_DECISION_LEFTOVER, "A01", "stay", "has no empty places");
  assert_refused (c, KP_DECISION_LEFTOVER, "A01", "不调剂", "has no empty places");
  assert_refused (c, KP_DECISION_LEFTOVER, "A02", "A01", "such as A01=2");
  assert_refused (c, KP_DECISION_LEFTOVER, "A02", "A01=0", "such as A01=2");
  assert_refused (c, KP_DECISION_LEFTOVER, "A02", "A01=1,A01=1", "such as A01=2");
  assert_refused (c, KP_DECISION_LEFTOVER, "A02", "A01=3", "has 2 empty places to give");
  assert_refused (c, KP_DECISION_LEFTOVER, "A02", "C01=1", "only these posts may take some");
  g_assert_true (decide (c, KP_DECISION_LEFTOVER, "A02", "A01=2", &error));
  g_assert_true (decide (c, KP_DECISION_LEFTOVER, "A02", "A01=1", &error));
  g_assert_no_error (error);
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_cmpint (count_places_now (c, "A01"), ==, 4);
  g_assert_cmpint (count_places_now (c, "A02"), ==, 2);
  kp_test_campaign_assert_sound (c);
}

/* The same after the interview: totals are made, nobody of the two posts is called, and no result of the physical comes in. */
static void
test_leftovers_at_the_totals (KpTestDatabase *t)
{
  static const char *const edits[] = { LEFTOVER ("interview", "all", "decided"), NULL };
  g_autoptr (KpTestCampaign) c = new_with_empty_places (t, edits);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpTotalTally tally;

  assert_refused (c, KP_DECISION_LEFTOVER, "A02", "A01=1", "interview order is not drawn yet");
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_waiting, ==, 1);
  g_assert_cmpuint (tally.n_called, ==, 0);
  kp_test_agree (c);
  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, "", &fitness, &early));
  kp_test_assert_contains (early->message, "Post A02 has empty places");
  g_assert_true (decide (c, KP_DECISION_LEFTOVER, "A02", "stay", &error));
  g_assert_no_error (error);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_waiting, ==, 0);
  g_assert_cmpuint (tally.n_called, ==, 4);
  g_assert_cmpint (count_places_now (c, "A02"), ==, 3);
  kp_test_agree (c);
}

static void
test_scheme_moves_leftovers_itself (KpTestDatabase *t)
{
  static const char *const edits[] = { LEFTOVER ("shortlist", "all", "first"), NULL };
  static const char *const targeted[] = { LEFTOVER ("shortlist", "targeted", "decided"), NULL };
  g_autoptr (KpTestCampaign) c = new_with_empty_places (t, edits);
  g_autoptr (KpTestCampaign) other = new_with_empty_places (t, targeted);

  assert_refused (c, KP_DECISION_LEFTOVER, "A02", "A01=1", "The scheme itself says where empty places go");
  assert_refused (other, KP_DECISION_LEFTOVER, "A02", "A01=1", "has no empty places");
}

static gint64
get_places (KpTestCampaign *c,
            const char *post)
{
  g_autoptr (GError) error = NULL;
  g_autofree KpPostRecord *record = NULL;

  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_post_table,
                                kp_session_get_campaign (c->session), KP_BINDS (KP_TEXT (post)), &record, &error));
  g_assert_cmpint (record->opened, ==, record->places);
  return record->places;
}

/* A01 plans 12 and has 10: too few for 3:1, and the committee says what becomes of it; so it does of every post. */
static void
test_opening_waits_for_the_decision (KpTestDatabase *t)
{
  static const char *const edits[] = { ACTION, "\"action\": \"decide\"", NULL };
  static const char *const others[] = { "A02", "B01", "B02", "C01", "C02", "D01", "E01" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A01", 10);
  kp_step_review_auto (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_null (kp_step_open_posts (c->session, &early));
  g_assert_error (early, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (early->message, "kaopin decide FILE opening");
  kp_test_assert_contains (early->message, "A01");
  g_assert_true (decide (c, KP_DECISION_OPENING, "A01", "7", &error));
  g_assert_true (decide (c, KP_DECISION_OPENING, "A01", "5", &error));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (decide (c, KP_DECISION_OPENING, others[i], "0", &error));
  g_assert_no_error (error);
  posts = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_places (c, "A01"), ==, 5);
  g_assert_cmpint (get_places (c, "A02"), ==, 0);
  kp_test_campaign_assert_sound (c);
}

static void
test_opening_that_is_not_asked_for (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (c, "B02", 6);
  kp_step_review_auto (c->session, &tally, &error);
  g_assert_no_error (error);
  assert_refused (c, KP_DECISION_OPENING, "B02", "1", "nothing of the opening of post B02");
}

/* Three places; the two who come third are alike in all. */
static void
test_tie_of_totals (KpTestDatabase *t)
{
  static const char *const edits[] = { TIES, DECIDED_TIES, NULL };
  static const char *const alike[] = { "80", "80", "80", "80", "80", "80", "80", "80", "80" };
  g_autoptr (KpTestCampaign) c = new_marked (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpFitnessTally fitness;
  KpTotalTally tally;

  kp_test_campaign_draw (c);
  kp_test_course_agree_interview (c, alike, G_N_ELEMENTS (alike));
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_undecided, ==, 2);
  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, "000001,合格\n", &fitness, &early));
  kp_test_assert_contains (early->message, "kaopin decide FILE tie");
  kp_test_assert_contains (early->message, "000003");
  kp_test_assert_contains (early->message, "000004");

  assert_refused (c, KP_DECISION_TIE, "000001", "1", "isn't tied");
  assert_refused (c, KP_DECISION_TIE, "000003", "0", "1 is the first");
  g_assert_true (decide (c, KP_DECISION_TIE, "000003", "2", &error));
  g_assert_true (decide (c, KP_DECISION_TIE, "000004", "1", &error));
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_undecided, ==, 0);
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_find_application (roster, "000004")->total->place, ==, 3);
  g_assert_cmpint (kp_roster_find_application (roster, "000003")->total->place, ==, 4);
  kp_test_assert_contains (kp_roster_find_application (roster, "000004")->total->why, "领导小组研究决定");
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

/* One place and 1:3: the two with 88 are tied for the third and last of the list. */
static void
test_tie_of_the_list (KpTestDatabase *t)
{
  static const char *const edits[]
      = { LAST_TIE, "\"last_tie\": \"by_key\"", "\"tie_keys\": []", "\"tie_keys\": [\"decision\"]", NULL };
  static const char *const marks[] = { "90", "89", "88", "88" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", 4);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 4);
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_cmpuint (tally.n_entered, ==, 2);
  g_assert_true (decide (c, KP_DECISION_TIE, "000003", "2", &error));
  g_assert_true (decide (c, KP_DECISION_TIE, "000004", "1", &error));
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_entered, ==, 3);
  roster = kp_test_campaign_load (c);
  g_assert_true (kp_dossier_is_on_shortlist (kp_roster_find_application (roster, "000004")));
  g_assert_false (kp_dossier_is_on_shortlist (kp_roster_find_application (roster, "000003")));
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

/* Three places and two who come: nobody is in competition, and each needs five of seven. */
static void
test_vote_of_the_examiners (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"ratio\": \"3\",\n        \"plus\": 0", "\"ratio\": \"1\", \"plus\": 0",
                                       "\"when\": \"present_at_most_places\"",
                                       "\"when\": \"present_at_most_places\", \"vote\": \"2/3\"", NULL };
  static const char *const marks[] = { "80", "79", "缺考", "缺考" };
  g_autoptr (KpTestCampaign) c = new_marked (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpFitnessTally fitness;
  KpTotalTally tally;

  kp_test_campaign_draw (c);
  kp_test_course_agree_interview (c, marks, G_N_ELEMENTS (marks));
  assert_refused (c, KP_DECISION_VOTE, "000001", "5/7", "Make the totals first");
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_called, ==, 0);
  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, "000001,合格\n", &fitness, &early));
  kp_test_assert_contains (early->message, "kaopin decide FILE vote");
  assert_refused (c, KP_DECISION_VOTE, "000001", "6/5", "such as 5/7");
  assert_refused (c, KP_DECISION_VOTE, "000001", "7/8", "there are 7 examiners");
  assert_refused (c, KP_DECISION_VOTE, "000003", "5/7", "waits for a vote");
  g_assert_true (decide (c, KP_DECISION_VOTE, "000001", "4/7", &error));
  g_assert_true (decide (c, KP_DECISION_VOTE, "000002", "5/7", &error));
  g_assert_no_error (error);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_called, ==, 1);
  roster = kp_test_campaign_load (c);
  kp_test_assert_contains (kp_roster_find_application (roster, "000001")->total->why, "考官表决未通过");
  g_assert_cmpint (kp_roster_find_application (roster, "000002")->total->place, ==, 1);
  kp_test_agree (c);
}

/* 面试后划定: when all marks are there; until it is drawn nobody has a total, nobody is called. */
static void
test_interview_line (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"ratio\": \"3\",\n        \"plus\": 0", "\"ratio\": \"1\", \"plus\": 0",
                                       "\"line\": \"60\",\n      \"without",
                                       "\"line\": \"60\", \"decided\": \"campaign\",\n      \"without", NULL };
  static const char *const marks[] = { "80", "79", "78", "缺考" };
  g_autoptr (KpTestCampaign) c = new_marked (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpFitnessTally fitness;
  KpTotalTally tally;

  kp_test_campaign_draw (c);
  assert_refused (c, KP_DECISION_INTERVIEW_LINE, "", "79", "have no interview mark yet");
  kp_test_course_agree_interview (c, marks, G_N_ELEMENTS (marks));
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (tally.n_called, ==, 0);
  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, "000001,合格\n", &fitness, &early));
  kp_test_assert_contains (early->message, "kaopin decide FILE interview-line");
  assert_refused (c, KP_DECISION_INTERVIEW_LINE, "A01", "79", "leave out the post");
  assert_refused (c, KP_DECISION_INTERVIEW_LINE, "", "some", "");
  g_assert_true (decide (c, KP_DECISION_INTERVIEW_LINE, "", "79", &error));
  g_assert_no_error (error);
  kp_test_course_total (c, &tally);
  roster = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_roster_find_application (roster, "000001")->total->outcome, ==, "ranked");
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/decide/two-people-and-a-reason", test_two_people_and_a_reason);
  kp_test_database_add ("/data/steps/%s/decide/scheme-decides-itself", test_scheme_decides_itself);
  kp_test_database_add ("/data/steps/%s/decide/values-are-read", test_values_are_read);
  kp_test_database_add ("/data/steps/%s/decide/shortage-alone", test_shortage_alone_is_decided);
  kp_test_database_add ("/data/steps/%s/decide/leftovers-at-the-list", test_leftovers_at_the_list);
  kp_test_database_add ("/data/steps/%s/decide/leftovers-at-the-totals", test_leftovers_at_the_totals);
  kp_test_database_add ("/data/steps/%s/decide/leftovers-by-the-scheme", test_scheme_moves_leftovers_itself);
  kp_test_database_add ("/data/steps/%s/decide/line-waits-for-the-marks", test_line_waits_for_the_marks);
  kp_test_database_add ("/data/steps/%s/decide/closed-stage-takes-no-decision", test_closed_stage_takes_no_decision);
  kp_test_database_add ("/data/steps/%s/decide/opening-waits-for-the-decision", test_opening_waits_for_the_decision);
  kp_test_database_add ("/data/steps/%s/decide/opening-that-is-not-asked-for", test_opening_that_is_not_asked_for);
  kp_test_database_add ("/data/steps/%s/decide/tie-of-totals", test_tie_of_totals);
  kp_test_database_add ("/data/steps/%s/decide/tie-of-the-list", test_tie_of_the_list);
  kp_test_database_add ("/data/steps/%s/decide/vote", test_vote_of_the_examiners);
  kp_test_database_add ("/data/steps/%s/decide/interview-line", test_interview_line);
  return g_test_run ();
}
